//! How the records of a block are found and proven.
//!
//! The records of a block are the leaves of a Merkle tree, in the order in which they were noted:
//!
//! - the hash of a leaf is `keccak256(record)`, the record as its SCALE bytes;
//! - the hash of a node is `keccak256(left ++ right)`, 64 bytes, without sorting;
//! - the last hash of a row that has no neighbour moves up one row as it is;
//! - the tree of one record is the hash of that record.
//!
//! It is the tree of the crate `binary-merkle-tree`, whose `merkle_proof` and `verify_proof` make and check
//! paths. A leaf and a node are hashed alike, so whoever checks a path decodes the leaf as a record, to its
//! last byte: no record is 64 bytes long, hence no node passes for one.
//!
//! The root and the number of records stand in the block's header. The records themselves are written to
//! the node's offchain storage under their root. So a block of a fork that lost can never answer for a block
//! of the chain that won: another list has another root and another key.

use alloc::vec::Vec;
use codec::{Decode, DecodeAll, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_core::H256;
use sp_runtime::{
	generic::{Digest, DigestItem},
	ConsensusEngineId,
};

/// Marks the records' item in a header.
pub const RECORDS_ENGINE_ID: ConsensusEngineId = *b"GRID";

/// What the offchain keys of all records begin with.
const OFFCHAIN_PREFIX: [u8; 20] = *b"gridchain::records::";

/// What a header says of its block's records.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct RecordsDigest {
	/// The root of the tree over the records.
	pub root: H256,
	/// How many there are, at least 1: a block without records has no item.
	pub count: u32,
}

impl From<RecordsDigest> for DigestItem {
	fn from(digest: RecordsDigest) -> Self {
		Self::Consensus(RECORDS_ENGINE_ID, digest.encode())
	}
}

/// The records' item of a header, or `None` if its block had no records.
pub fn digest_of(digest: &Digest) -> Option<RecordsDigest> {
	digest.logs().iter().find_map(|item| match item {
		DigestItem::Consensus(RECORDS_ENGINE_ID, data) => {
			RecordsDigest::decode_all(&mut &data[..]).ok()
		},
		_ => None,
	})
}

/// The key under which offchain storage has the records of the tree with `root`: 20 bytes of prefix, then
/// the root. The value is the SCALE encoding of the list, a `Vec` of records.
pub fn offchain_key(root: H256) -> Vec<u8> {
	(OFFCHAIN_PREFIX, root).encode()
}
