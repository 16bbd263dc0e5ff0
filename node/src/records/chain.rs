//! What the follower asks of a chain.

use gridchain_primitives::{
	records_digest::{digest_of, offchain_key, RecordsDigest},
	BlockNumber, Hash,
};
use gridchain_runtime::opaque::Block;
use sc_client_api::{backend::Backend, HeaderBackend};
use sp_core::offchain::{OffchainStorage, STORAGE_PREFIX};
use std::sync::Arc;

/// What the follower needs of a finalized header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FinalizedHeader {
	/// The block's hash.
	pub hash: Hash,
	/// The hash of the block before it.
	pub parent: Hash,
	/// What the header says of the block's records, if it has any.
	pub records: Option<RecordsDigest>,
}

/// A chain, as far as it is finalized.
pub trait FinalizedChain: Send + Sync {
	/// The number of the last finalized block.
	fn finalized(&self) -> BlockNumber;
	/// The header of the finalized block `number`, or `None` where this node doesn't have it, as in the
	/// stretch that a warp sync leaves out. `number` is at most [`FinalizedChain::finalized`].
	fn header(&self, number: BlockNumber) -> Result<Option<FinalizedHeader>, ChainError>;
	/// The list of records that `digest` vouches for, as the runtime wrote it, or `None` if this node never
	/// executed its block with offchain indexing on.
	fn body(&self, digest: &RecordsDigest) -> Option<Vec<u8>>;
}

/// The node's database can't be read.
#[derive(Debug, thiserror::Error)]
#[error("the chain's database: {0}")]
pub struct ChainError(#[from] sp_blockchain::Error);

/// The chain in this node's database.
pub struct BackendChain<B: Backend<Block>> {
	backend: Arc<B>,
	bodies: B::OffchainStorage,
}

impl<B: Backend<Block>> BackendChain<B> {
	/// `None` for a database without offchain storage.
	pub fn new(backend: Arc<B>) -> Option<Self> {
		let bodies = backend.offchain_storage()?;
		Some(Self { backend, bodies })
	}
}

impl<B: Backend<Block>> FinalizedChain for BackendChain<B> {
	fn finalized(&self) -> BlockNumber {
		self.backend.blockchain().info().finalized_number
	}

	fn header(&self, number: BlockNumber) -> Result<Option<FinalizedHeader>, ChainError> {
		let chain = self.backend.blockchain();
		// Up to the last finalized block, numbers lead to the finalized chain alone.
		let Some(hash) = chain.hash(number)? else { return Ok(None) };
		let header = chain.header(hash)?;
		Ok(header.map(|header| FinalizedHeader {
			hash,
			parent: header.parent_hash,
			records: digest_of(&header.digest),
		}))
	}

	fn body(&self, digest: &RecordsDigest) -> Option<Vec<u8>> {
		self.bodies.get(STORAGE_PREFIX, &offchain_key(digest.root))
	}
}
