//! The task that follows the finalized chain and stores its records.

use super::{
	chain::{ChainError, FinalizedChain, FinalizedHeader},
	metrics::Metrics,
	store::{BlockRecords, IndexedBlock, Store, StoreError},
	Record,
};
use codec::{DecodeAll, Encode};
use futures::{FutureExt, Stream, StreamExt};
use gridchain_primitives::{records_digest::RecordsDigest, BlockNumber};
use sp_runtime::traits::Keccak256;
use std::{sync::Arc, time::Duration};

/// The target of the task's log lines.
const LOG_TARGET: &str = "records";
/// Blocks that are committed together while the store catches up.
const BATCH_BLOCKS: usize = 256;
/// Records after which a commit isn't made larger.
const BATCH_RECORDS: usize = 4_096;
/// How long the task waits when nothing was finalized, or something went wrong. During a sync the client
/// tells nothing of finality, so the task looks by itself now and then.
const PAUSE: Duration = Duration::from_secs(15);

/// Why the follower can't go on.
#[derive(Debug, thiserror::Error)]
pub enum FollowError {
	/// The store refused.
	#[error(transparent)]
	Store(#[from] StoreError),
	/// The chain's database refused.
	#[error(transparent)]
	Chain(#[from] ChainError),
	/// The runtime writes records that this program doesn't know.
	#[error("the records of block {0} can't be read: the chain's runtime is newer than this program; install the current one, indexing goes on from here")]
	UnknownRecords(BlockNumber),
}

/// Whether there is more to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
	/// All that is finalized is stored.
	CaughtUp,
	/// There are more finalized blocks.
	Behind,
}

/// Walks the finalized blocks of a chain in order and puts their records into the store.
pub struct Follower<C> {
	chain: C,
	store: Arc<Store>,
	metrics: Option<Metrics>,
}

impl<C: FinalizedChain> Follower<C> {
	/// A follower that goes on where `store` ends.
	pub fn new(chain: C, store: Arc<Store>, metrics: Option<Metrics>) -> Self {
		Self { chain, store, metrics }
	}

	/// Follows until `finality`, which stirs when blocks are finalized, ends.
	///
	/// An error stops nothing but the records: it is logged and tried again, and the metrics show the lag. What
	/// `finality` tells is taken out all the while: each notification that lies unread pins its block, and the
	/// state of no block after a pinned one is pruned.
	pub async fn run(self, finality: impl Stream + Unpin) {
		let mut finality = finality.fuse();
		loop {
			while let Some(Some(_)) = finality.next().now_or_never() {}
			match self.step() {
				Ok(Progress::Behind) => tokio::task::yield_now().await,
				Ok(Progress::CaughtUp) => {
					if let Ok(None) = tokio::time::timeout(PAUSE, finality.next()).await {
						return;
					}
				},
				Err(error) => {
					log::error!(target: LOG_TARGET, "Records are not indexed: {error}");
					let unread = finality.by_ref().for_each(|_| std::future::ready(()));
					// Ends before the pause only when the node ends.
					if tokio::time::timeout(PAUSE, unread).await.is_ok() {
						return;
					}
				},
			}
		}
	}

	/// Stores the next finalized blocks, at most [`BATCH_BLOCKS`] of them.
	pub fn step(&self) -> Result<Progress, FollowError> {
		let finalized = self.chain.finalized();
		let next = self.store.head().next;
		if next > finalized {
			self.report();
			return Ok(Progress::CaughtUp);
		}
		let blocks = self.read_from(next, finalized)?;
		if blocks.is_empty() {
			self.skip_gap(next, finalized)?;
		} else {
			self.append(&blocks)?;
		}
		self.report();
		let caught_up = self.store.head().next > finalized;
		Ok(if caught_up { Progress::CaughtUp } else { Progress::Behind })
	}

	fn append(&self, blocks: &[IndexedBlock]) -> Result<(), FollowError> {
		let missing = self.store.head().missing;
		self.store.append(blocks)?;
		let head = self.store.head();
		if head.missing > missing {
			log::warn!(
				target: LOG_TARGET,
				"This node never had the records of {} blocks up to {}: its history is complete from block {} on",
				head.missing - missing,
				head.complete_from.saturating_sub(1),
				head.complete_from,
			);
		}
		Ok(())
	}

	/// The blocks from `next` on, up to a gap, the end, or the size of a batch.
	fn read_from(
		&self,
		next: BlockNumber,
		finalized: BlockNumber,
	) -> Result<Vec<IndexedBlock>, FollowError> {
		let mut blocks = Vec::new();
		let mut records = 0;
		for number in (next..=finalized).take(BATCH_BLOCKS) {
			let Some(header) = self.chain.header(number)? else { break };
			let block = match self.read(number, header) {
				Ok(block) => block,
				// What was read before it is stored first.
				Err(_) if !blocks.is_empty() => break,
				Err(error) => return Err(error),
			};
			if let BlockRecords::Known(known) = &block.records {
				records += known.len();
			}
			blocks.push(block);
			if records >= BATCH_RECORDS {
				break;
			}
		}
		Ok(blocks)
	}

	fn read(
		&self,
		number: BlockNumber,
		header: FinalizedHeader,
	) -> Result<IndexedBlock, FollowError> {
		let records = match &header.records {
			None => BlockRecords::Known(Vec::new()),
			Some(digest) => self.read_records(number, digest)?,
		};
		Ok(IndexedBlock { number, hash: header.hash, parent: header.parent, records })
	}

	/// The records that `digest` vouches for, and nothing else.
	fn read_records(
		&self,
		number: BlockNumber,
		digest: &RecordsDigest,
	) -> Result<BlockRecords, FollowError> {
		let Some(body) = self.chain.body(digest) else {
			log::debug!(target: LOG_TARGET, "The {} records of block {number} are missing", digest.count);
			return Ok(BlockRecords::Missing);
		};
		let records = Vec::<Record>::decode_all(&mut &body[..])
			.map_err(|_| FollowError::UnknownRecords(number))?;
		if !vouched_for(&records, digest) {
			log::error!(
				target: LOG_TARGET,
				"The records of block {number} are not those that its header vouches for: left out",
			);
			return Ok(BlockRecords::Missing);
		}
		Ok(BlockRecords::Known(records))
	}

	/// After a warp sync a stretch of headers is missing: own history starts behind it.
	fn skip_gap(&self, next: BlockNumber, finalized: BlockNumber) -> Result<(), FollowError> {
		// The gap is one stretch, so the first header behind it is found by halving.
		let (mut unknown, mut known) = (next, finalized);
		while known.saturating_sub(unknown) > 1 {
			let middle = unknown + (known - unknown) / 2;
			match self.chain.header(middle)? {
				Some(_) => known = middle,
				None => unknown = middle,
			}
		}
		log::warn!(
			target: LOG_TARGET,
			"Blocks {next} to {unknown} are not here yet or never were: the records start at block {known}",
		);
		Ok(self.store.skip_to(known)?)
	}

	fn report(&self) {
		if let Some(metrics) = &self.metrics {
			metrics.report(&self.store.head());
		}
	}
}

/// Whether `records` are what `digest` says: as many, and under its root.
fn vouched_for(records: &[Record], digest: &RecordsDigest) -> bool {
	let leaves = records.iter().map(Encode::encode);
	u32::try_from(records.len()) == Ok(digest.count)
		&& binary_merkle_tree::merkle_root::<Keccak256, _>(leaves) == digest.root
}
