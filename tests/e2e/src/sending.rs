//! Signing, sending, and being refused.

use crate::{account_of, call, client::known, events::Known, key, Call, Client, Sudid, View};
use std::{fmt, time::Duration};
use subxt::{
	client::OnlineClientAtBlockImpl,
	config::DefaultExtrinsicParamsBuilder,
	extrinsics::ExtrinsicEvents,
	rpcs::{self, rpc_params},
	transactions::{TransactionProgress, TransactionStatus},
	SubstrateConfig,
};
use subxt_signer::sr25519::Keypair;
use tokio::time::{sleep, timeout};

/// For how many blocks a mortal transaction can be included.
const MORTALITY: u64 = 64;
/// How long a transaction may take into a block.
const PATIENCE: Duration = Duration::from_secs(90);
/// How often the pool is looked at. It tells nobody that it has taken note of a block.
const STEP: Duration = Duration::from_millis(20);

type Progress = TransactionProgress<SubstrateConfig, OnlineClientAtBlockImpl<SubstrateConfig>>;

/// How long a transaction can wait for its block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Life {
	/// 64 blocks, as wallets do it.
	Mortal,
	/// For ever.
	Immortal,
}

/// A transaction in a block, where it succeeded.
#[derive(Debug)]
pub struct Included {
	/// The height of its block.
	pub block: u64,
	/// What happened in it.
	events: ExtrinsicEvents<SubstrateConfig>,
}

impl Included {
	/// Its event of this kind.
	pub fn event<E: Known>(&self) -> E {
		let event = self.find::<E>();
		event.unwrap_or_else(|| panic!("the transaction has no event {}.{}", E::PALLET, E::NAME))
	}

	/// Its event of this kind, if it has one.
	pub fn find<E: Known>(&self) -> Option<E> {
		self.events.find_first::<E>().map(known)
	}
}

/// Why the pool doesn't take a transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
	/// The code of the JSON-RPC error.
	pub code: i32,
	/// What it says.
	pub message: String,
	/// What it says in detail.
	pub data: String,
}

impl fmt::Display for Refused {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "{} ({}): {}", self.message, self.code, self.data)
	}
}

impl Refused {
	/// The number by which the runtime refuses it, if it is the runtime that does.
	pub fn number(&self) -> Option<u8> {
		self.data.strip_prefix("Custom error: ")?.parse().ok()
	}
}

impl From<rpcs::Error> for Refused {
	fn from(error: rpcs::Error) -> Self {
		let rpcs::Error::User(error) = error else { panic!("the chain doesn't answer: {error}") };
		let data = error.data.map(|data| data.get().trim_matches('"').to_owned());
		Self { code: error.code, message: error.message, data: data.unwrap_or_default() }
	}
}

impl Client {
	/// Signs `call`, sends it, and waits until it has succeeded in a block. Fails if it is refused or fails.
	pub async fn send(&self, signer: &Keypair, call: &Call) -> Included {
		let nonce = self.next_nonce(signer).await;
		let transaction = self.sign(signer, call, nonce, Life::Mortal, 0).await;
		let best = self.best().await;
		let watched = best.at().transactions().from_bytes(transaction).submit_and_watch().await;
		let progress =
			watched.unwrap_or_else(|error| panic!("{} is refused: {error:?}", name(call)));
		let included = timeout(PATIENCE, included(progress)).await;
		match included {
			Ok(Ok(included)) => included,
			Ok(Err(reason)) => panic!("{} failed: {reason}", name(call)),
			Err(_) => panic!("{} isn't in a block after {PATIENCE:?}", name(call)),
		}
	}

	/// The region's root account, which is Alice's, makes this call. Fails if it fails.
	pub async fn govern(&self, what: Call) -> Included {
		let name = name(&what);
		let included = self.send(&key("//Alice"), &call::sudo(what)).await;
		let result = included.event::<Sudid>().sudo_result;
		result.unwrap_or_else(|error| panic!("{name} failed: {error}"));
		included
	}

	/// The nonce of the signer's next transaction, those in the pool counted.
	pub async fn next_nonce(&self, signer: &Keypair) -> u64 {
		let nonce = self.legacy.system_account_next_index(&account_of(signer)).await;
		nonce.expect("the chain answers")
	}

	/// The bytes of a signed transaction.
	pub async fn sign(
		&self,
		signer: &Keypair,
		call: &Call,
		nonce: u64,
		life: Life,
		tip: u128,
	) -> Vec<u8> {
		let best = self.best().await;
		let params = DefaultExtrinsicParamsBuilder::new().nonce(nonce).tip(tip);
		let params = match life {
			Life::Mortal => {
				let (number, hash) = (best.number(), best.at().block_hash());
				params.mortal_from_unchecked(MORTALITY, number, hash)
			},
			Life::Immortal => params.immortal(),
		};
		let transactions = best.at().transactions();
		let signable = transactions.create_signable_offline(call, params.build());
		let signed = signable.and_then(|mut signable| signable.sign(signer));
		let signed =
			signed.unwrap_or_else(|error| panic!("{} can't be signed: {error}", name(call)));
		signed.into_encoded()
	}

	/// Gives a transaction to the pool and doesn't wait for its block.
	pub async fn submit(&self, transaction: &[u8]) -> Result<(), Refused> {
		let hexadecimal = format!("0x{}", hex::encode(transaction));
		let answer: Result<String, _> =
			self.rpc.request("author_submitExtrinsic", rpc_params![hexadecimal]).await;
		answer.map(drop).map_err(Refused::from)
	}

	/// Signs `call` and gives it to the pool, which refuses it. Fails if it doesn't.
	pub async fn refusal(&self, signer: &Keypair, call: &Call, life: Life) -> Refused {
		let nonce = self.next_nonce(signer).await;
		let transaction = self.sign(signer, call, nonce, life, 0).await;
		match self.submit(&transaction).await {
			Err(refused) => refused,
			Ok(()) => panic!("{} should be refused, but the pool took it", name(call)),
		}
	}

	/// How many transactions in the pool could go into the next block.
	pub async fn waiting(&self) -> usize {
		let answer: Result<Vec<String>, _> =
			self.rpc.request("author_pendingExtrinsics", rpc_params![]).await;
		answer.expect("the chain answers").len()
	}

	/// Waits until the pool is empty, which is also when it has taken note of the block that emptied it.
	pub async fn pool_is_empty(&self) {
		let emptied = timeout(PATIENCE, async {
			while self.waiting().await > 0 {
				sleep(STEP).await;
			}
		});
		emptied.await.unwrap_or_else(|_| panic!("the pool isn't empty after {PATIENCE:?}"));
	}
}

fn name(call: &Call) -> String {
	format!("{}.{}", call.pallet_name(), call.call_name())
}

async fn included(mut progress: Progress) -> Result<Included, String> {
	while let Some(status) = progress.next().await {
		match status.map_err(|error| error.to_string())? {
			TransactionStatus::InBestBlock(block) | TransactionStatus::InFinalizedBlock(block) => {
				let events = block.wait_for_success().await.map_err(|error| error.to_string())?;
				let view = View::of(block.at().await.map_err(|error| error.to_string())?);
				return Ok(Included { block: view.number(), events });
			},
			TransactionStatus::Error { message }
			| TransactionStatus::Invalid { message }
			| TransactionStatus::Dropped { message } => return Err(message),
			TransactionStatus::Validated
			| TransactionStatus::Broadcasted
			| TransactionStatus::NoLongerInBestBlock => {},
		}
	}
	Err("the chain stopped telling what became of it".into())
}
