//! Becoming a node: once the farmer has authorised the account, and once only.

use crate::{
	calls::{CallError, Sender},
	chain::Chain,
	error::{Fatal, Trouble},
	key::NodeKey,
	shutdown::Stop,
	text, wire,
};
use gridchain_primitives::{Refusal, Seconds};
use std::time::{Duration, Instant};

/// How often the chain is asked whether the farmer has authorised the account, and how often people are told
/// that this is what is waited for.
const POLL: Duration = Duration::from_secs(6);
const REMIND: Duration = Duration::from_secs(600);
/// How long to wait after a failure that nobody foresaw.
const AFTER_FAILURE: Duration = Duration::from_secs(30);

/// What this computer tells the chain of itself.
#[derive(Debug, Clone)]
pub struct Description {
	/// What it has.
	pub hardware: wire::Resources,
	/// All else.
	pub details: wire::Details,
}

/// The node of this computer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Registered {
	/// Its id.
	pub node: u32,
	/// Whether the computer has changed since it last described itself.
	pub outdated: bool,
}

/// Registers this computer unless it is a node already. `None` if the daemon was asked to stop.
pub async fn ensure(
	chain: &Chain,
	sender: &Sender,
	key: &NodeKey,
	description: &Description,
	farm: u32,
	stop: &Stop,
) -> Result<Option<Registered>, Trouble> {
	let mut reminder = Reminder::default();
	loop {
		if let Some(registered) = look(chain, key, description).await? {
			return Ok(Some(registered));
		}
		let Description { hardware, details } = description.clone();
		let wait = match sender.send(&wire::register_node(farm, hardware, details)).await {
			Ok(_) => {
				tracing::info!("Registered as a node");
				continue;
			},
			Err(CallError::Chain(error)) => return Err(error.into()),
			Err(error) => after(error, || reminder.tell(chain, key, farm))?,
		};
		if stop.sleep(wait).await {
			return Ok(None);
		}
	}
}

/// The node that the account has, if it has one.
async fn look(
	chain: &Chain,
	key: &NodeKey,
	description: &Description,
) -> Result<Option<Registered>, Trouble> {
	let best = chain.best().await?;
	let Some(node) = best.node_of(&key.account()).await? else { return Ok(None) };
	let outdated = match best.description(node).await? {
		Some((hardware, details)) => {
			hardware.differ_from(&description.hardware) || details != description.details
		},
		None => false,
	};
	Ok(Some(Registered { node, outdated }))
}

/// How long to wait after a call that wasn't taken, or that there is no use in waiting.
fn after(error: CallError, remind: impl FnOnce()) -> Result<Duration, Fatal> {
	match error.refusal() {
		Some(Refusal::NotAuthorised) => remind(),
		// In a block that is not the best one yet, or no longer.
		Some(Refusal::AlreadyRegistered) => {},
		Some(refusal) if is_unfit(refusal) => return Err(Fatal::Unfit(error.to_string())),
		_ => {
			let wait = Seconds(AFTER_FAILURE.as_secs());
			tracing::warn!("Not registered: {error}. Trying again in {}", text::span(wait));
			return Ok(AFTER_FAILURE);
		},
	}
	Ok(POLL)
}

/// Whether what this computer is or says of itself is refused: it will be as long as nobody changes it.
fn is_unfit(refusal: Refusal) -> bool {
	matches!(
		refusal,
		Refusal::HardwareOutOfBounds
			| Refusal::Malformed
			| Refusal::CountryNotTwoLetters
			| Refusal::PositionOutOfBounds
			| Refusal::TextNotReadable
	)
}

/// Says now and then what is waited for.
#[derive(Debug, Default)]
struct Reminder(Option<Instant>);

impl Reminder {
	fn tell(&mut self, chain: &Chain, key: &NodeKey, farm: u32) {
		if self.0.is_some_and(|told| told.elapsed() < REMIND) {
			return;
		}
		self.0 = Some(Instant::now());
		tracing::info!(
			"Waiting for farm {farm}: ask its farmer to call farms.authoriseNode (in polkadot.js: Developer, \
			 Extrinsics, farms) with that farm and the account {}",
			key.address(chain.identity.ss58_format)
		);
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn refused(refusal: Refusal) -> CallError {
		CallError::Refused(refusal.code())
	}

	#[test]
	fn missing_authorisation_is_told_and_waited_for() {
		let mut told = false;
		let wait = after(refused(Refusal::NotAuthorised), || told = true).unwrap();
		assert_eq!((wait, told), (Duration::from_secs(6), true));
	}

	#[test]
	fn registration_in_another_block_is_waited_for() {
		let wait = after(refused(Refusal::AlreadyRegistered), || panic!("not told")).unwrap();
		assert_eq!(wait, Duration::from_secs(6));
	}

	#[test]
	fn computer_that_will_never_do_ends_the_daemon() {
		for refusal in [
			Refusal::HardwareOutOfBounds,
			Refusal::Malformed,
			Refusal::CountryNotTwoLetters,
			Refusal::PositionOutOfBounds,
			Refusal::TextNotReadable,
		] {
			let error = after(refused(refusal), || panic!("not told")).unwrap_err();
			assert!(matches!(error, Fatal::Unfit(_)), "{error}");
		}
	}

	#[test]
	fn anything_else_is_tried_again() {
		for error in [
			CallError::Dropped("pool is full".into()),
			CallError::Failed("Nodes::NotFound".into()),
			CallError::Refused(200),
		] {
			assert_eq!(after(error, || panic!("not told")).unwrap(), Duration::from_secs(30));
		}
	}
}
