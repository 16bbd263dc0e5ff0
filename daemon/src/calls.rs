//! Sending calls: mortal, tried beforehand, watched until they are in a block. Several may wait for the same block.

use crate::{
	chain::{Chain, ChainError, View},
	key::NodeKey,
	refusal,
};
use gridchain_primitives::Refusal;
use std::{collections::BTreeSet, sync::PoisonError, time::Duration};
use subxt::{
	client::OnlineClientAtBlockImpl,
	config::DefaultExtrinsicParamsBuilder,
	error::{BackendError, ExtrinsicError, RpcError, TransactionEventsError},
	extrinsics::ExtrinsicEvents,
	rpcs,
	transactions::{
		Payload, SubmittableTransaction, TransactionInvalid, TransactionProgress,
		TransactionStatus, ValidationResult,
	},
	SubstrateConfig,
};
use tokio::{sync::Mutex, time::timeout};

/// For how many blocks a transaction is valid. The chain wants feeless ones to expire, and a power of two.
const MORTALITY: u64 = 64;
/// How far finality may lag before the best block is taken as a transaction's birth: an expiry that counts
/// from an old block would be over before it began.
const FINALITY_LAG: u64 = 16;
/// How long a transaction is watched. By then it has expired.
const PATIENCE: Duration = Duration::from_secs(420);

type Progress = TransactionProgress<SubstrateConfig, OnlineClientAtBlockImpl<SubstrateConfig>>;
type Signed = SubmittableTransaction<SubstrateConfig, OnlineClientAtBlockImpl<SubstrateConfig>>;

/// Why a call is not in a block.
#[derive(Debug, thiserror::Error)]
pub enum CallError {
	/// The chain refuses it, with this number.
	#[error("{}", refusal::sentence(*.0))]
	Refused(u8),
	/// It is in a block, where it failed.
	#[error("the call failed: {0}")]
	Failed(String),
	/// It didn't get into a block. A new one may.
	#[error("the transaction got lost: {0}")]
	Dropped(String),
	/// The connection failed; nobody knows.
	#[error(transparent)]
	Chain(#[from] ChainError),
}

impl CallError {
	/// The reason of a refusal that this daemon knows.
	pub fn refusal(&self) -> Option<Refusal> {
		match self {
			Self::Refused(code) => refusal::of_code(*code),
			_ => None,
		}
	}
}

/// Sends the node's calls over one connection.
#[derive(Debug)]
pub struct Sender {
	chain: Chain,
	key: NodeKey,
	/// Held from the choice of a nonce until the transaction is in the pool.
	turn: Mutex<()>,
	/// The nonces of what is on its way. The chain's answer to which comes next doesn't count what waits in the pool:
	/// it looks at a transaction's first tag, and that of a free call names the node or the contract.
	on_the_way: Nonces,
}

type Nonces = std::sync::Mutex<BTreeSet<u64>>;

/// A nonce that is taken until this is let go.
struct Taken<'a>(&'a Nonces, u64);

impl<'a> Taken<'a> {
	/// The first one from `next` on that isn't taken: also one that became free, since what follows it waits for it.
	fn first(nonces: &'a Nonces, next: u64) -> Self {
		let mut taken = nonces.lock().unwrap_or_else(PoisonError::into_inner);
		let free = (next..).find(|nonce| !taken.contains(nonce)).unwrap_or(next);
		taken.insert(free);
		Self(nonces, free)
	}
}

impl Drop for Taken<'_> {
	fn drop(&mut self) {
		self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.1);
	}
}

impl Sender {
	/// Signs with `key`.
	pub fn new(chain: Chain, key: NodeKey) -> Self {
		Self { chain, key, turn: Mutex::new(()), on_the_way: Nonces::default() }
	}

	/// Sends `call` and waits until it has succeeded in a block, best or finalized. A block that is replaced
	/// later gives its transactions back to the pool, and what is read from finalized state heals the rest.
	///
	/// Calls that are sent meanwhile don't wait for that block: a workload is confirmed beside a report, and many
	/// at once.
	pub async fn send(
		&self,
		call: &impl Payload,
	) -> Result<ExtrinsicEvents<SubstrateConfig>, CallError> {
		let sending = async {
			let (progress, _nonce) = self.submit(call).await?;
			watch(progress).await
		};
		timeout(PATIENCE, sending)
			.await
			.unwrap_or_else(|_| Err(CallError::Dropped("it has expired".into())))
	}

	/// Puts `call` into the pool. Its nonce is taken until the caller knows what became of it.
	async fn submit(&self, call: &impl Payload) -> Result<(Progress, Taken<'_>), CallError> {
		let _turn = self.turn.lock().await;
		let next = self.chain.next_nonce(&self.key.account()).await?;
		let nonce = Taken::first(&self.on_the_way, next);
		let signed = self.sign(call, nonce.1).await?;
		dry_run(&signed).await?;
		Ok((signed.submit_and_watch().await.map_err(not_sent)?, nonce))
	}

	async fn sign(&self, call: &impl Payload, nonce: u64) -> Result<Signed, CallError> {
		let best = self.chain.best().await?;
		let birth = self.birth(&best).await?;
		let params = DefaultExtrinsicParamsBuilder::new()
			.mortal_from_unchecked(MORTALITY, birth.number(), birth.at().block_hash())
			.nonce(nonce)
			.build();
		let transactions = best.at().transactions();
		let mut signable =
			transactions.create_signable_offline(call, params).map_err(ChainError::from)?;
		Ok(signable.sign(self.key.signer()).map_err(ChainError::from)?)
	}

	/// The block from which the transaction's life is counted: one that can't be replaced, while finality
	/// keeps up.
	async fn birth(&self, best: &View) -> Result<View, ChainError> {
		let finalized = self.chain.finalized().await?;
		let lag = best.number().saturating_sub(finalized.number());
		Ok(if lag <= FINALITY_LAG { finalized } else { best.clone() })
	}
}

/// Asks the runtime whether the transaction is valid. What is refused never reaches a pool.
async fn dry_run(signed: &Signed) -> Result<(), CallError> {
	match signed.validate().await.map_err(ChainError::from)? {
		ValidationResult::Valid(_) => Ok(()),
		ValidationResult::Invalid(TransactionInvalid::Custom(code)) => {
			Err(CallError::Refused(code))
		},
		// An account that no farm has authorised doesn't exist on the chain, and what doesn't exist can't pay.
		ValidationResult::Invalid(TransactionInvalid::Payment) => {
			Err(CallError::Refused(Refusal::NotAuthorised.code()))
		},
		ValidationResult::Invalid(reason) => Err(CallError::Dropped(format!("{reason:?}"))),
		ValidationResult::Unknown(reason) => Err(CallError::Dropped(format!("{reason:?}"))),
	}
}

async fn watch(mut progress: Progress) -> Result<ExtrinsicEvents<SubstrateConfig>, CallError> {
	while let Some(status) = progress.next().await {
		match status.map_err(ChainError::from)? {
			TransactionStatus::InBestBlock(block) | TransactionStatus::InFinalizedBlock(block) => {
				return block.wait_for_success().await.map_err(not_succeeded);
			},
			TransactionStatus::Error { message }
			| TransactionStatus::Invalid { message }
			| TransactionStatus::Dropped { message } => return Err(turned_away(message)),
			TransactionStatus::Validated
			| TransactionStatus::Broadcasted
			| TransactionStatus::NoLongerInBestBlock => {},
		}
	}
	Err(CallError::Dropped("the node stopped telling".into()))
}

/// What the pool says of a transaction that it doesn't take or doesn't keep.
fn turned_away(message: String) -> CallError {
	refusal::code_in(&message).map_or(CallError::Dropped(message), CallError::Refused)
}

fn not_sent(error: ExtrinsicError) -> CallError {
	match error {
		ExtrinsicError::ErrorSubmittingTransaction(BackendError::Rpc(RpcError::ClientError(
			rpcs::Error::User(error),
		))) => turned_away(words_of(&error)),
		other => CallError::Chain(other.into()),
	}
}

/// The node's answer with its details, which the error alone doesn't show.
fn words_of(error: &rpcs::UserError) -> String {
	match &error.data {
		Some(data) => format!("{}: {}", error.message, data.get().trim_matches('"')),
		None => error.message.clone(),
	}
}

fn not_succeeded(error: TransactionEventsError) -> CallError {
	match error {
		TransactionEventsError::ExtrinsicFailed(reason) => CallError::Failed(reason.to_string()),
		other => CallError::Chain(other.into()),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn answer(json: &str) -> rpcs::UserError {
		serde_json::from_str(json).unwrap()
	}

	#[test]
	fn nonce_that_became_free_is_the_next() {
		let nonces = Nonces::default();
		let first = Taken::first(&nonces, 5);
		let second = Taken::first(&nonces, 5);
		let third = Taken::first(&nonces, 6);
		assert_eq!((first.1, second.1, third.1), (5, 6, 7));
		drop(second);
		assert_eq!(Taken::first(&nonces, 5).1, 6);
		// The chain has gone on.
		assert_eq!(Taken::first(&nonces, 8).1, 8);
	}

	#[test]
	fn refusal_of_the_pool_keeps_its_number() {
		let error =
			answer(r#"{"code":1010,"message":"Invalid Transaction","data":"Custom error: 63"}"#);
		let error = turned_away(words_of(&error));
		assert_eq!(error.refusal(), Some(Refusal::TooEarly));
		assert!(error.to_string().contains("waiting for the rest (refusal 63)"), "{error}");
	}

	#[test]
	fn any_other_answer_of_the_pool_is_a_lost_transaction() {
		let error = answer(
			r#"{"code":1014,"message":"Priority is too low","data":"The transaction has too low priority"}"#,
		);
		let error = turned_away(words_of(&error));
		assert_eq!(
			error.to_string(),
			"the transaction got lost: Priority is too low: The transaction has too low priority"
		);
		assert_eq!(error.refusal(), None);
		let error = turned_away(words_of(&answer(r#"{"code":1012,"message":"Banned"}"#)));
		assert!(matches!(error, CallError::Dropped(text) if text == "Banned"));
	}
}
