//! A connection to a chain, and waiting for what happens on it.
//!
//! Nothing here sleeps: the chain tells of each new block, and each block of what happened in it.

use crate::{events::Known, View};
use std::{sync::Arc, time::Duration};
use subxt::{
	backend::LegacyBackend,
	client::Blocks,
	config::RpcConfigFor,
	rpcs::{methods::LegacyRpcMethods, rpc_params, RpcClient},
	OnlineClient, SubstrateConfig,
};
use tokio::time::timeout;

/// How long a block may take to be finalized.
const FINALITY_PATIENCE: Duration = Duration::from_secs(120);
/// How long the next block may take.
const BLOCK_PATIENCE: Duration = Duration::from_secs(60);

/// A connection.
#[derive(Debug, Clone)]
pub struct Client {
	pub(crate) rpc: RpcClient,
	pub(crate) legacy: LegacyRpcMethods<RpcConfigFor<SubstrateConfig>>,
	online: OnlineClient<SubstrateConfig>,
}

/// An event, where and when it happened.
#[derive(Debug, Clone)]
pub struct Happened<E> {
	/// The height of its block.
	pub block: u64,
	/// The chain's time in that block, in seconds.
	pub time: u64,
	/// The event.
	pub event: E,
}

impl Client {
	/// Connects to `url`.
	pub(crate) async fn connect(url: &str) -> Result<Self, subxt::Error> {
		let rpc = RpcClient::from_insecure_url(url).await?;
		let legacy = LegacyRpcMethods::new(rpc.clone());
		// The methods that every node has had for years: they tell a refusal with its number, and nothing has
		// to be pinned to look at an old block.
		let backend = LegacyBackend::builder().build(rpc.clone());
		let online = OnlineClient::from_backend(Arc::new(backend)).await?;
		Ok(Self { rpc, legacy, online })
	}

	/// By which name other nodes know this one.
	pub(crate) async fn peer_id(&self) -> String {
		let answer = self.rpc.request("system_localPeerId", rpc_params![]).await;
		answer.unwrap_or_else(|error| panic!("the node doesn't tell its peer id: {error}"))
	}

	/// The state at the best block.
	pub async fn best(&self) -> View {
		let hash = self.legacy.chain_get_block_hash(None).await.expect("the chain answers");
		let hash = hash.expect("a chain has a best block");
		let at = self.online.at_block(hash).await;
		View::of(at.unwrap_or_else(|error| panic!("the best block can't be read: {error}")))
	}

	/// The state at the last finalized block.
	pub async fn finalized(&self) -> View {
		let at = self.online.at_current_block().await;
		View::of(at.unwrap_or_else(|error| panic!("the finalized block can't be read: {error}")))
	}

	/// The state at the block of this height, on the best chain.
	pub async fn at(&self, block: u64) -> View {
		let at = self.online.at_block(block).await;
		View::of(at.unwrap_or_else(|error| panic!("block {block} can't be read: {error}")))
	}

	pub(crate) async fn heads(&self) -> Blocks<SubstrateConfig> {
		self.online.stream_best_blocks().await.expect("the chain tells of its blocks")
	}

	async fn finalized_heads(&self) -> Blocks<SubstrateConfig> {
		self.online.stream_blocks().await.expect("the chain tells of its finality")
	}

	/// Waits until the best block is of this height or higher. Gives it.
	pub async fn reached(&self, block: u64) -> View {
		let mut heads = self.heads().await;
		loop {
			let best = self.best().await;
			if best.number() >= block {
				return best;
			}
			next_of(&mut heads, BLOCK_PATIENCE, "a new block").await;
		}
	}

	/// Waits for a block above the best one.
	pub async fn next_block(&self) -> View {
		let best = self.best().await.number();
		self.reached(best + 1).await
	}

	/// Waits until the chain's time, in seconds, is this or later. Gives the best block.
	pub async fn reaches_time(&self, time: u64) -> View {
		let mut heads = self.heads().await;
		loop {
			let best = self.best().await;
			if best.time().await >= time {
				return best;
			}
			next_of(&mut heads, BLOCK_PATIENCE, "a new block").await;
		}
	}

	/// Waits until the block of this height is finalized. Gives the last finalized one.
	pub async fn finalizes(&self, block: u64) -> View {
		let mut heads = self.finalized_heads().await;
		loop {
			let finalized = self.finalized().await;
			if finalized.number() >= block {
				return finalized;
			}
			next_of(&mut heads, FINALITY_PATIENCE, "a finalized block").await;
		}
	}

	/// The first event of its kind that `wanted` accepts, in block `from` or a later one of the best chain.
	/// Fails after `patience` without one.
	pub async fn first<E: Known>(
		&self,
		from: u64,
		patience: Duration,
		wanted: impl FnMut(&E) -> bool,
	) -> Happened<E> {
		let found = timeout(patience, self.search(from, wanted)).await;
		found.unwrap_or_else(|_| {
			panic!("no {}.{} within {patience:?}, from block {from} on", E::PALLET, E::NAME)
		})
	}

	async fn search<E: Known>(&self, from: u64, mut wanted: impl FnMut(&E) -> bool) -> Happened<E> {
		let mut heads = self.heads().await;
		let mut block = from;
		loop {
			let best = self.best().await.number();
			while block <= best {
				let view = self.at(block).await;
				let found = view.events().await.find::<E>().map(known).find(|event| wanted(event));
				if let Some(event) = found {
					return Happened { block, time: view.time().await, event };
				}
				block += 1;
			}
			next_of(&mut heads, BLOCK_PATIENCE, "a new block").await;
		}
	}
}

/// An event whose fields are what these tests take them for.
pub(crate) fn known<E: Known>(event: Result<E, impl std::fmt::Display>) -> E {
	event.unwrap_or_else(|error| {
		panic!("{}.{} isn't what these tests know: {error}", E::PALLET, E::NAME)
	})
}

/// The next block of a stream.
async fn next_of(heads: &mut Blocks<SubstrateConfig>, patience: Duration, what: &str) {
	let next = timeout(patience, heads.next()).await;
	let next =
		next.unwrap_or_else(|_| panic!("the chain stands still: not {what} in {patience:?}"));
	match next {
		Some(Ok(_)) => {},
		Some(Err(error)) => panic!("the chain stopped telling of {what}: {error}"),
		None => panic!("the chain closed the connection while it was asked for {what}"),
	}
}
