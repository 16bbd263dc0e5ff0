//! The Merkle mountain range over all blocks: its root stands in each header, and proves every block before it.
//!
//! The leaf of block N holds the number and the hash of the block before it, N - 1. So the range in block N is over
//! the blocks 0 to N - 1, N leaves.

use crate::common::*;
use codec::Encode;
use gridchain_runtime::{configs::consensus::MMR_ENGINE_ID, BlockNumber, Hash, Header, Mmr};
use pallet_mmr::primitives::{DataOrHash, Error, LeafProof};
use sp_core::offchain::{testing::TestOffchainExt, OffchainDbExt};
use sp_io::TestExternalities;
use sp_runtime::traits::Keccak256;

/// What a leaf holds.
type Leaf = (BlockNumber, Hash);

fn keccak(bytes: &[u8]) -> Hash {
	sp_io::hashing::keccak_256(bytes).into()
}

/// The roots in `header`.
fn roots_in(header: &Header) -> Vec<Hash> {
	let logs = header.digest.logs.iter();
	logs.filter_map(|item| item.consensus_try_to(&MMR_ENGINE_ID)).collect()
}

/// Makes `count` blocks and returns the root in each of their headers.
fn roots_of(chain: &mut Chain, count: u32) -> Vec<Hash> {
	let roots = (0..count).map(|_| {
		chain.block();
		let roots = roots_in(chain.header());
		assert_eq!(roots.len(), 1, "header {}", chain.height());
		roots[0]
	});
	roots.collect()
}

/// Runs `test` on a chain of 25 blocks, with the root in each header, counted from 1, and with what the node has
/// indexed.
fn on_indexed_chain(test: impl FnOnce(&Chain, &dyn Fn(BlockNumber) -> Hash)) {
	let mut node = node_at(genesis_of(DEVELOPMENT));
	let (chain, roots) = node.execute_with(|| {
		let mut chain = Chain::new();
		let roots = roots_of(&mut chain, 25);
		(chain, roots)
	});
	index(&mut node);
	node.execute_with(|| test(&chain, &|height| roots[height as usize - 1]));
}

/// Stores what the blocks have indexed, and offers it to the runtime.
fn index(node: &mut TestExternalities) {
	node.persist_offchain_overlay();
	let (offchain, _) = TestOffchainExt::with_offchain_db(node.offchain_db());
	node.register_extension(OffchainDbExt::new(offchain));
}

/// Whether `proof` leads from `leaf` to `root`, as one checks it who knows nothing but a header.
fn check(root: Hash, leaf: Leaf, proof: LeafProof<Hash>) -> Result<(), Error> {
	let leaves = vec![DataOrHash::Data(leaf)];
	pallet_mmr::verify_leaves_proof::<Keccak256, Leaf>(root, leaves, proof)
}

#[test]
fn header_holds_the_root_over_all_blocks_before_it() {
	on_chain(|chain| {
		let roots = roots_of(chain, 3);
		let leaf = |number: BlockNumber| keccak(&(number, chain.hash_of(number)).encode());
		let node = |left: Hash, right: Hash| keccak(&(left, right).encode());
		// One leaf; two under one peak; two peaks, bagged from the right.
		assert_eq!(roots[0], leaf(0));
		assert_eq!(roots[1], node(leaf(0), leaf(1)));
		assert_eq!(roots[2], node(leaf(2), node(leaf(0), leaf(1))));
	})
}

#[test]
fn every_header_holds_the_root_of_its_own_state() {
	on_chain(|chain| {
		// Over two rotations of sessions, whose headers hold more than others.
		for height in 1..=25 {
			let roots = roots_of(chain, 1);
			assert_eq!(roots, [Mmr::mmr_root()]);
			assert_eq!(Mmr::mmr_leaves(), height);
		}
	})
}

#[test]
fn block_is_proven_by_the_state_of_a_later_one() {
	on_indexed_chain(|chain, _| {
		let (leaves, proof) = Mmr::generate_proof(vec![8], None).unwrap();
		assert_eq!(leaves, [(7, chain.hash_of(7))]);
		assert_eq!((&proof.leaf_indices[..], proof.leaf_count), (&[7][..], 25));
		assert_eq!(Mmr::verify_leaves(leaves, proof), Ok(()));
	})
}

#[test]
fn block_is_proven_by_the_header_of_any_later_one_alone() {
	on_indexed_chain(|chain, root_of| {
		for later in 8..=25 {
			let (_, proof) = Mmr::generate_proof(vec![8], Some(later)).unwrap();
			assert_eq!(proof.leaf_count, u64::from(later));
			let leaf = (7, chain.hash_of(7));
			assert_eq!(check(root_of(later), leaf, proof), Ok(()), "by {later}");
		}
	})
}

#[test]
fn block_of_another_chain_is_not_proven() {
	on_indexed_chain(|_, root_of| {
		let (_, proof) = Mmr::generate_proof(vec![8], None).unwrap();
		let foreign = (7, Hash::repeat_byte(7));
		assert_eq!(Mmr::verify_leaves(vec![foreign], proof.clone()), Err(Error::Verify));
		assert_eq!(check(root_of(25), foreign, proof), Err(Error::Verify));
	})
}

#[test]
fn proof_for_one_header_proves_nothing_by_another() {
	on_indexed_chain(|chain, root_of| {
		let (_, proof) = Mmr::generate_proof(vec![8], Some(15)).unwrap();
		let leaf = (7, chain.hash_of(7));
		assert_eq!(check(root_of(16), leaf, proof), Err(Error::Verify));
	})
}
