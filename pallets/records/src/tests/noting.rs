//! Adding records.

use crate::{
	mock::{new_test_ext, record, records, Node, Records, Test},
	List,
};
use frame_support::{traits::Hooks, weights::Weight};
use gridchain_primitives::traits::Records as _;

#[test]
fn records_stand_in_the_order_in_which_they_were_noted() {
	Node::new().execute(|| {
		for number in [3, 1, 2] {
			Records::note(record(number));
		}
		assert_eq!(List::<Test>::get(), [record(3), record(1), record(2)]);
		Records::on_finalize(1);
		Records::do_try_state().unwrap();
	});
}

#[test]
fn the_same_record_can_be_noted_twice() {
	let mut node = Node::new();
	let digest = node.block(&[record(1), record(1)]).unwrap();
	assert_eq!(digest.count, 2);
}

#[test]
fn a_block_begins_without_records() {
	let mut node = Node::new();
	node.block(&records(5));
	node.execute(|| assert!(!List::<Test>::exists()));
	let digest = node.block(&[record(6)]).unwrap();
	assert_eq!(digest.count, 1);
}

#[test]
fn whoever_notes_a_record_is_told_its_part_of_the_closing() {
	new_test_ext().execute_with(|| {
		assert_eq!(Records::weight(), Weight::from_parts(6_000_000, 0));
	});
}

#[test]
fn a_block_accounts_for_the_closing_without_records() {
	new_test_ext().execute_with(|| {
		assert_eq!(Records::on_initialize(1).ref_time(), 33_000_000);
	});
}
