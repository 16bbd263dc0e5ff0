//! The chain's history, as an auditor reads it.
//!
//! Bills, receipts and payouts leave the state with the block that makes them: the header keeps their Merkle
//! root, the node's offchain storage their bodies. Here they are put in order and made to be found.
//!
//! - [`chain`]: what is asked of a chain: its finalized headers and the bodies of their records.
//! - [`follow`]: the task that walks the finalized blocks, checks each list against its header, and stores it.
//! - [`store`]: the database: rows in the order of the chain, found by farm, node, twin, contract and period.
//! - [`layout`]: what its keys and values look like.
//! - [`rpc`]: `grid_*`, what a client can ask. [`json`]: what it is answered.
//! - [`metrics`]: what an operator sees.
//!
//! Only finalized blocks are read, so nothing of a fork that lost is ever served. All that a block adds is
//! one commit together with the cursor behind it: whenever the process dies, the store holds whole blocks
//! up to the cursor and goes on from there, and no record is lost or doubled.

pub mod chain;
pub mod follow;
pub mod json;
pub mod layout;
pub mod metrics;
pub mod rpc;
pub mod store;

#[cfg(test)]
mod tests;

pub use chain::BackendChain;
pub use follow::Follower;
pub use metrics::Metrics;
pub use store::Store;

use std::path::{Path, PathBuf};

/// A record of this chain.
pub type Record = gridchain_primitives::Record<gridchain_primitives::AccountId>;

/// Where the records of a chain are kept, beside its database: `<base>/chains/<id>/records`.
pub fn directory(chain_directory: &Path) -> PathBuf {
	chain_directory.join("records")
}
