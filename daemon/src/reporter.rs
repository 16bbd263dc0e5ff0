//! Reports: how often, and what they carry.
//!
//! The chain's clock decides when one is due, not this computer's: a chain that stands still asks for none.

use crate::{
	backoff::Backoff,
	calls::{CallError, Sender},
	chain::Chain,
	error::Trouble,
	metrics::Metrics,
	registration::{Description, Registered},
	release::Advice,
	shutdown::Stop,
	text, traffic, wire,
};
use gridchain_primitives::{Refusal, Seconds, Time};
use std::{path::PathBuf, sync::Arc, time::Duration};
use subxt::{extrinsics::ExtrinsicEvents, SubstrateConfig};

/// The most time between two reports. More often than needed, so that one that is lost does no harm.
const MOST: Seconds = Seconds(1_200);
/// How many reports fit into the time after which a silent node counts as down.
const REPORTS_WHILE_LIVE: u64 = 6;

/// Says to the chain that the node is up.
#[derive(Debug)]
pub struct Reporter {
	/// What the farmer asked for.
	pub wanted: Option<Duration>,
	/// The directory of the traffic counters.
	pub counters: PathBuf,
	/// What this computer tells of itself.
	pub description: Description,
	/// Where reports are counted.
	pub metrics: Arc<Metrics>,
	/// Which traffic the chain knows.
	pub told: traffic::Told,
	/// Which version of the daemon the region asks for.
	pub advice: Advice,
}

impl Reporter {
	/// Reports until the daemon is asked to stop.
	pub async fn run(
		&mut self,
		chain: &Chain,
		sender: &Sender,
		registered: Registered,
		stop: &Stop,
	) -> Result<(), Trouble> {
		let Registered { node, mut outdated } = registered;
		let mut backoff = Backoff::of_action();
		loop {
			let wait = self.step(chain, sender, node, &mut backoff).await?;
			if outdated {
				outdated = !self.update(sender, node).await?;
			}
			if stop.sleep(wait).await {
				return Ok(());
			}
		}
	}

	/// Reports if it is time, and says how long it is until the next look.
	async fn step(
		&mut self,
		chain: &Chain,
		sender: &Sender,
		node: u32,
		backoff: &mut Backoff,
	) -> Result<Duration, Trouble> {
		let best = chain.best().await?;
		self.advice.tell(&best).await;
		let liveness = best.liveness(node).await?.ok_or(Trouble::NodeGone)?;
		let every = every(&best.params().await?, best.block_time(), self.wanted);
		let left = until_due(&liveness, best.now().await?, every);
		if !left.is_zero() {
			return Ok(Duration::from_secs(left.0));
		}
		let error = match self.report(sender, node, every).await {
			Ok(()) => {
				backoff.reset();
				return Ok(Duration::from_secs(every.0));
			},
			Err(CallError::Chain(error)) => return Err(error.into()),
			Err(error) => error,
		};
		if let CallError::Refused(code) = error {
			self.metrics.count_refusal(code);
		}
		match error.refusal() {
			Some(Refusal::NodeNotFound) => return Err(Trouble::NodeGone),
			// A report of before the last restart has just come in.
			Some(Refusal::TooEarly) => tracing::debug!("Not reported: {error}"),
			_ => {
				tracing::warn!("Not reported: {error}. The next report carries what this one lacks")
			},
		}
		Ok(backoff.next())
	}

	async fn report(
		&mut self,
		sender: &Sender,
		node: u32,
		every: Seconds,
	) -> Result<(), CallError> {
		let readings = traffic::read(&self.counters);
		let entries = self.told.choose(&readings);
		let uptime = Seconds(sysinfo::System::uptime());
		let events = sender.send(&wire::report(node, uptime, entries.clone())).await?;
		self.told.note(&entries, &readings);
		let (up, next) = (text::span(uptime), text::span(every));
		match reported(&events) {
			Some(wire::Reported { credited, not_credited }) => {
				self.metrics.count_report(credited, not_credited);
				tracing::info!("Reported: up {up}, {credited} s credited; next report in {next}");
			},
			None => {
				self.metrics.count_report(0, 0);
				tracing::info!("Reported: up {up}; next report in {next}");
			},
		}
		Ok(())
	}

	/// Tells the chain what has changed of this computer. Whether there is nothing more to tell.
	async fn update(&self, sender: &Sender, node: u32) -> Result<bool, Trouble> {
		let Description { hardware, details } = self.description.clone();
		let error = match sender.send(&wire::update_node(node, hardware, details)).await {
			Ok(_) => {
				tracing::info!("Told the chain what has changed of this computer");
				return Ok(true);
			},
			Err(CallError::Chain(error)) => return Err(error.into()),
			Err(error) => error,
		};
		match error.refusal() {
			Some(Refusal::TooEarly) => Ok(false),
			Some(_) => {
				tracing::warn!("The chain keeps the old description of this computer: {error}");
				Ok(true)
			},
			None => Ok(false),
		}
	}
}

/// What the chain made of the report.
fn reported(events: &ExtrinsicEvents<SubstrateConfig>) -> Option<wire::Reported> {
	let mut events = events.iter().flatten();
	let event = events
		.find(|event| event.pallet_name() == wire::NODES && event.event_name() == "Reported")?;
	event.decode_fields_unchecked_as().ok()
}

/// How often this chain is reported to: as often as the farmer wants, else several times in the span after
/// which a silent node counts as down, and never more often than the chain allows.
fn every(params: &wire::NodeParams, block_time: u64, wanted: Option<Duration>) -> Seconds {
	let least = Seconds(params.report_interval);
	let live = u64::from(params.live_blocks).saturating_mul(block_time);
	let usual = Seconds(live / REPORTS_WHILE_LIVE).min(MOST);
	wanted.map_or(usual, |wanted| Seconds(wanted.as_secs())).max(least)
}

/// How long until the next report is due. The first is due at once: nothing is sold of a node before it.
fn until_due(liveness: &wire::NodeLiveness, now: Time, every: Seconds) -> Seconds {
	if !liveness.reported {
		return Seconds::ZERO;
	}
	Time(liveness.last_report).plus(every).since(now)
}

#[cfg(test)]
mod tests {
	use super::*;

	const PRODUCTION: wire::NodeParams =
		wire::NodeParams { report_interval: 300, live_blocks: 1_200 };
	const DEVELOPMENT: wire::NodeParams = wire::NodeParams { report_interval: 6, live_blocks: 5 };

	fn after(seconds: u64) -> Option<Duration> {
		Some(Duration::from_secs(seconds))
	}

	#[test]
	fn live_chain_is_reported_to_every_twenty_minutes() {
		// 1,200 blocks of 6 s are two hours; a sixth of it is 20 minutes.
		assert_eq!(every(&PRODUCTION, 6, None), Seconds(1_200));
	}

	#[test]
	fn development_chain_is_reported_to_as_often_as_it_allows() {
		// 5 blocks of 6 s are 30 s; a sixth of it, 5 s, is less than the interval.
		assert_eq!(every(&DEVELOPMENT, 6, None), Seconds(6));
	}

	#[test]
	fn wish_of_the_farmer_holds_within_the_interval() {
		assert_eq!(every(&PRODUCTION, 6, after(600)), Seconds(600));
		assert_eq!(every(&PRODUCTION, 6, after(1)), Seconds(300));
		assert_eq!(every(&PRODUCTION, 6, after(7_200)), Seconds(7_200));
	}

	#[test]
	fn long_life_of_a_silent_node_does_not_make_reports_rare() {
		let params = wire::NodeParams { report_interval: 300, live_blocks: 1_000_000 };
		assert_eq!(every(&params, 6, None), Seconds(1_200));
	}

	#[test]
	fn report_is_due_when_the_chains_clock_says_so() {
		let liveness = wire::NodeLiveness { reported: true, last_report: 1_000 };
		assert_eq!(until_due(&liveness, Time(1_000), Seconds(1_200)), Seconds(1_200));
		assert_eq!(until_due(&liveness, Time(2_199), Seconds(1_200)), Seconds(1));
		assert_eq!(until_due(&liveness, Time(2_200), Seconds(1_200)), Seconds(0));
		assert_eq!(until_due(&liveness, Time(90_000), Seconds(1_200)), Seconds(0));
	}

	#[test]
	fn first_report_is_due_at_once() {
		let liveness = wire::NodeLiveness { reported: false, last_report: 1_000 };
		assert_eq!(until_due(&liveness, Time(1_000), Seconds(1_200)), Seconds(0));
	}
}
