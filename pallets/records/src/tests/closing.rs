//! What a closed block leaves behind.

use crate::{
	mock::{record, records, Node, Records, System, Test},
	List, Pallet,
};
use codec::{DecodeAll, Encode};
use frame_support::traits::{Hooks, StorageVersion};
use gridchain_primitives::{traits::Records as _, AccountId, Record};
use sp_core::H256;
use sp_io::hashing::keccak_256;

#[test]
fn a_block_without_records_leaves_nothing_behind() {
	let mut node = Node::new();
	assert_eq!(node.block(&[]), None);
	node.execute(|| assert!(System::digest().logs().is_empty()));
}

#[test]
fn the_root_of_one_record_is_its_hash() {
	let digest = Node::new().block(&[record(1)]).unwrap();
	assert_eq!(digest.root, H256(keccak_256(&record(1).encode())));
	assert_eq!(digest.count, 1);
}

#[test]
fn the_root_of_three_records_hashes_the_first_two_and_moves_the_third_up() {
	let leaf = |number| keccak_256(&record(number).encode());
	let pair = keccak_256(&[leaf(1), leaf(2)].concat());
	let digest = Node::new().block(&records(3)).unwrap();
	assert_eq!(digest.root, H256(keccak_256(&[pair, leaf(3)].concat())));
	assert_eq!(digest.count, 3);
}

#[test]
fn another_order_has_another_root() {
	let digest = Node::new().block(&[record(1), record(2)]).unwrap();
	let reversed = Node::new().block(&[record(2), record(1)]).unwrap();
	assert_ne!(digest.root, reversed.root);
}

#[test]
fn the_list_is_found_under_its_root() {
	let mut node = Node::new();
	let digest = node.block(&records(5)).unwrap();
	let stored = node.stored(&digest).unwrap();
	let decoded = Vec::<Record<AccountId>>::decode_all(&mut &stored[..]).unwrap();
	assert_eq!(decoded, records(5));
}

#[test]
fn lists_of_older_blocks_stay() {
	let mut node = Node::new();
	let first = node.block(&records(2)).unwrap();
	let second = node.block(&records(3)).unwrap();
	assert_eq!(node.stored(&first), Some(records(2).encode()));
	assert_eq!(node.stored(&second), Some(records(3).encode()));
}

#[test]
fn a_list_waits_while_its_migration_is_not_done() {
	let mut node = Node::new();
	node.execute(|| {
		StorageVersion::new(0).put::<Pallet<Test>>();
		Records::note(record(1));
		Records::on_finalize(1);
		assert_eq!(List::<Test>::get(), [record(1)]);
		assert!(System::digest().logs().is_empty());
		StorageVersion::new(1).put::<Pallet<Test>>();
	});
	// The first block after it has the records of both.
	let digest = node.block(&[record(2)]).unwrap();
	assert_eq!(digest.count, 2);
	assert_eq!(node.stored(&digest), Some(records(2).encode()));
}
