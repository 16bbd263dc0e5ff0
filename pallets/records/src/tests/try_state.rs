//! What must be true is noticed when it isn't.

use crate::mock::{new_test_ext, record, Records, System};
use codec::Encode;
use frame_support::assert_err;
use gridchain_primitives::{traits::Records as _, RecordsDigest, RECORDS_ENGINE_ID};
use sp_core::H256;
use sp_runtime::{generic::DigestItem, TryRuntimeError};

const DIGEST: RecordsDigest = RecordsDigest { root: H256([3; 32]), count: 9 };

fn broken(break_it: impl FnOnce(), sentence: &'static str) {
	new_test_ext().execute_with(|| {
		Records::do_try_state().unwrap();
		break_it();
		assert_err!(Records::do_try_state(), TryRuntimeError::Other(sentence));
	});
}

#[test]
fn records_after_their_block_are_noticed() {
	broken(|| Records::note(record(1)), "1: there are records after their block was closed");
}

#[test]
fn two_lists_in_a_header_are_noticed() {
	let twice = || {
		System::deposit_log(DIGEST.into());
		System::deposit_log(DIGEST.into());
	};
	broken(twice, "2: the header names more than one list of records");
}

#[test]
fn an_empty_list_in_a_header_is_noticed() {
	let empty = RecordsDigest { count: 0, ..DIGEST };
	broken(|| System::deposit_log(empty.into()), "2: the header names an empty list of records");
}

#[test]
fn an_unreadable_item_in_a_header_is_noticed() {
	let unreadable = DigestItem::Consensus(RECORDS_ENGINE_ID, DIGEST.root.encode());
	broken(|| System::deposit_log(unreadable), "2: the header's item for records can't be decoded");
}
