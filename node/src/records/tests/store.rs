//! The database.

use super::*;
use crate::records::{
	layout::{
		BillSums, Head, Place, RewardSums, Subject, Tally, COLUMNS, HEAD_KEY, LAYOUT_VERSION, META,
	},
	store::StoreError,
};
use codec::Encode;
use std::{
	path::Path,
	process::{Command, Stdio},
	time::{Duration, Instant},
};

fn contract(id: u64) -> Subject {
	Subject::Contract(ContractId(id))
}

fn places(store: &Store, subject: Subject) -> Vec<(u32, u32)> {
	let rows = store.rows(subject, 0, u64::MAX).unwrap();
	rows.iter().map(|row| (row.place.block, row.place.index)).collect()
}

#[test]
fn empty_store_begins_at_the_first_block() {
	let (_directory, store) = new_store();
	let head = Head {
		version: LAYOUT_VERSION,
		genesis: genesis(),
		next: 1,
		parent: Some(genesis()),
		complete_from: 1,
		records: 0,
		missing: 0,
	};
	assert_eq!(store.head(), head);
	assert_eq!(store.head().last(), 0);
	assert_eq!(store.tally(contract(1)).unwrap(), Tally::default());
	assert!(store.rows(contract(1), 0, 100).unwrap().is_empty());
	assert!(store.missing(100).unwrap().is_empty());
}

#[test]
fn records_are_found_by_all_that_they_concern() {
	let (_directory, store) = new_store();
	store
		.append(&[
			block(1, vec![]),
			block(2, vec![bill(9), receipt(2, 5, 0), payout(2, 0)]),
			block(3, vec![bill(8), receipt(3, 6, 0)]),
		])
		.unwrap();
	assert_eq!(places(&store, contract(9)), [(2, 0)]);
	assert_eq!(places(&store, contract(8)), [(3, 0)]);
	assert_eq!(places(&store, Subject::Twin(TwinId(4))), [(2, 0), (3, 0)]);
	assert_eq!(places(&store, Subject::Node(NodeId(5))), [(2, 0), (2, 1), (3, 0)]);
	assert_eq!(places(&store, Subject::Node(NodeId(6))), [(3, 1)]);
	assert_eq!(places(&store, Subject::Farm(FarmId(2))), [(2, 0), (2, 1), (2, 2), (3, 0)]);
	assert_eq!(places(&store, Subject::Farm(FarmId(3))), [(3, 1)]);
	assert_eq!(places(&store, Subject::Period(Period(0))), [(2, 1), (2, 2), (3, 1)]);
	assert_eq!(places(&store, Subject::FarmPeriod(FarmId(2), Period(0))), [(2, 1), (2, 2)]);
	assert_eq!(places(&store, Subject::FarmPeriod(FarmId(2), Period(1))), []);
	assert_eq!(store.head().records, 5);
	assert_eq!(store.head().next, 4);
}

#[test]
fn rows_are_the_records_and_the_leaves_of_their_block() {
	let (_directory, store) = new_store();
	store.append(&[block(1, vec![bill(9), payout(2, 0)])]).unwrap();
	let rows = store.rows(Subject::Farm(FarmId(2)), 1, 1).unwrap();
	assert_eq!(rows.len(), 1);
	assert_eq!(rows[0].place, Place { block: 1, index: 1 });
	assert_eq!(rows[0].record, payout(2, 0));
	assert_eq!(rows[0].leaf, payout(2, 0).encode());
}

#[test]
fn tallies_are_the_sums_of_all_records() {
	let (_directory, store) = new_store();
	store.append(&[block(1, vec![bill(9), bill(9), receipt(2, 5, 0)])]).unwrap();
	store.append(&[block(2, vec![receipt(2, 6, 0), payout(2, 0), bill(8)])]).unwrap();
	// Two bills of 0.9431819 TFT.
	let two_bills = BillSums {
		charged: 18_863_638,
		burned: 6_602_278,
		treasury: 1_886_362,
		validators: 943_180,
		provider: 0,
		farm: 9_431_818,
	};
	let tally = store.tally(contract(9)).unwrap();
	assert_eq!(tally, Tally { records: 2, bills: two_bills, rewards: Default::default() });
	// Two receipts of 7, one payout of 5 and 2.
	let rewards = RewardSums { due: 14, minted: 5, revenue: 2, paid: 7 };
	let tally = store.tally(Subject::FarmPeriod(FarmId(2), Period(0))).unwrap();
	assert_eq!(tally, Tally { records: 3, bills: Default::default(), rewards: rewards.clone() });
	let tally = store.tally(Subject::Farm(FarmId(2))).unwrap();
	assert_eq!((tally.records, tally.bills.charged, tally.rewards), (6, 28_295_457, rewards));
}

#[test]
fn rows_outside_of_what_is_there_are_left_out() {
	let (_directory, store) = new_store();
	store.append(&[block(1, vec![bill(9); 5])]).unwrap();
	let count = |first, count| store.rows(contract(9), first, count).unwrap().len();
	assert_eq!(count(0, 0), 0);
	assert_eq!(count(0, 5), 5);
	assert_eq!(count(3, 100), 2);
	assert_eq!(count(5, 1), 0);
	assert_eq!(count(u64::MAX, u64::MAX), 0);
}

#[test]
fn reopened_store_has_what_was_committed() {
	let (directory, store) = new_store();
	store.append(&[block(1, vec![bill(9)]), block(2, vec![])]).unwrap();
	let head = store.head();
	drop(store);
	let store = Store::open(directory.path(), genesis()).unwrap();
	assert_eq!(store.head(), head);
	assert_eq!(places(&store, contract(9)), [(1, 0)]);
	store.append(&[block(3, vec![bill(9)])]).unwrap();
	assert_eq!(places(&store, contract(9)), [(1, 0), (3, 0)]);
}

#[test]
fn block_that_does_not_follow_is_refused_and_nothing_changes() {
	let (_directory, store) = new_store();
	store.append(&[block(1, vec![bill(9)])]).unwrap();
	let before = store.head();
	let refused = |blocks: &[IndexedBlock], number| {
		let error = store.append(blocks).unwrap_err();
		assert!(matches!(error, StoreError::Discontinuous { block } if block == number));
		assert_eq!(store.head(), before);
		assert_eq!(places(&store, contract(9)), [(1, 0)]);
	};
	// The same block again, and one too far.
	refused(&[block(1, vec![bill(9)])], 1);
	refused(&[block(3, vec![bill(9)])], 3);
	// A block of another branch, and one in the middle of a batch.
	let foreign = IndexedBlock { parent: Hash::repeat_byte(1), ..block(2, vec![bill(9)]) };
	refused(&[foreign], 2);
	refused(&[block(2, vec![bill(9)]), block(2, vec![])], 2);
}

#[test]
fn missing_records_are_remembered_and_history_begins_after_them() {
	let (_directory, store) = new_store();
	let missing = |number| IndexedBlock { records: BlockRecords::Missing, ..block(number, vec![]) };
	store.append(&[block(1, vec![bill(9)]), missing(2), block(3, vec![]), missing(4)]).unwrap();
	store.append(&[block(5, vec![bill(9)])]).unwrap();
	let head = store.head();
	assert_eq!((head.next, head.complete_from, head.missing, head.records), (6, 5, 2, 2));
	assert_eq!(store.missing(100).unwrap(), [4, 2]);
	assert_eq!(store.missing(1).unwrap(), [4]);
	assert_eq!(places(&store, contract(9)), [(1, 0), (5, 0)]);
}

#[test]
fn skipped_blocks_move_the_beginning_of_history() {
	let (directory, store) = new_store();
	store.append(&[block(1, vec![])]).unwrap();
	store.skip_to(100).unwrap();
	// Its parent was never seen, so any is taken.
	store.append(&[block(100, vec![bill(9)])]).unwrap();
	let head = store.head();
	assert_eq!((head.next, head.complete_from, head.missing), (101, 100, 0));
	drop(store);
	let store = Store::open(directory.path(), genesis()).unwrap();
	assert_eq!(store.head(), head);
}

#[test]
fn store_of_another_chain_is_refused() {
	let (directory, store) = new_store();
	store.append(&[block(1, vec![])]).unwrap();
	drop(store);
	let error = Store::open(directory.path(), Hash::repeat_byte(0xBB)).map(|_| ()).unwrap_err();
	assert!(matches!(error, StoreError::OtherChain { .. }));
	assert!(error.to_string().contains("gridchain records reindex"), "{error}");
}

#[test]
fn store_of_another_layout_is_refused() {
	let (directory, store) = new_store();
	drop(store);
	let mut options = parity_db::Options::with_columns(directory.path(), COLUMNS);
	options.stats = false;
	let database = parity_db::Db::open(&options).unwrap();
	let head = Head { version: LAYOUT_VERSION + 1, ..Head::new(genesis()) };
	database.commit([(META, HEAD_KEY, Some(head.encode()))]).unwrap();
	drop(database);
	let error = Store::open(directory.path(), genesis()).map(|_| ()).unwrap_err();
	assert!(matches!(error, StoreError::Layout { found } if found == LAYOUT_VERSION + 1));
	assert!(error.to_string().contains("gridchain records reindex"), "{error}");
}

#[test]
fn store_in_use_is_not_opened_twice() {
	let (directory, _store) = new_store();
	let error = Store::open(directory.path(), genesis()).map(|_| ()).unwrap_err();
	assert!(matches!(error, StoreError::Database { .. }));
}

#[test]
fn removed_store_begins_again() {
	let (directory, store) = new_store();
	store.append(&[block(1, vec![bill(9)])]).unwrap();
	drop(store);
	Store::remove(directory.path()).unwrap();
	assert!(!directory.path().exists());
	// Nothing to remove is no error.
	Store::remove(directory.path()).unwrap();
	let store = Store::open(directory.path(), genesis()).unwrap();
	assert_eq!(store.head(), Head::new(genesis()));
}

/// What a child process writes until it is killed: block `n` has `n % 4` bills of contract 9.
fn written(number: BlockNumber) -> IndexedBlock {
	block(number, vec![bill(9); number as usize % 4])
}

/// Names the store to a child process.
const CHILD: &str = "GRIDCHAIN_TEST_STORE";

#[test]
fn child_that_writes_until_it_is_killed() {
	let Ok(path) = std::env::var(CHILD) else { return };
	let store = Store::open(Path::new(&path), genesis()).unwrap();
	for number in 1.. {
		store.append(&[written(number)]).unwrap();
	}
}

#[test]
fn killed_writer_leaves_whole_blocks_and_goes_on() {
	let directory = tempfile::tempdir().unwrap();
	let mut child = Command::new(std::env::current_exe().unwrap())
		.args(["--exact", "records::tests::store::child_that_writes_until_it_is_killed"])
		.env(CHILD, directory.path())
		.stdout(Stdio::null())
		.stderr(Stdio::null())
		.spawn()
		.unwrap();
	std::thread::sleep(Duration::from_millis(1_500));
	// On unix this is SIGKILL: nothing is flushed, nothing is closed.
	child.kill().unwrap();
	child.wait().unwrap();

	let store = Store::open(directory.path(), genesis()).unwrap();
	let head = store.head();
	assert!(head.last() > 0, "the child wrote nothing in time");
	// Exactly the blocks up to the cursor: 0 + 1 + 2 + 3 bills in each four.
	let whole = |blocks: u32| {
		let places = (1..=blocks).flat_map(|number| (0..number % 4).map(move |i| (number, i)));
		places.collect::<Vec<_>>()
	};
	assert_eq!(places(&store, contract(9)), whole(head.last()));
	assert_eq!(head.records, whole(head.last()).len() as u64);
	let tally = store.tally(contract(9)).unwrap();
	assert_eq!(tally.bills.charged, 9_431_819 * u128::from(head.records));

	let next = head.next;
	store.append(&[written(next), written(next + 1)]).unwrap();
	assert_eq!(places(&store, contract(9)), whole(next + 1));
}

#[test]
fn page_is_read_in_a_few_milliseconds_wherever_it_lies() {
	let (_directory, store) = new_store();
	for number in 1..=50 {
		store.append(&[block(number, vec![bill(9); 2_000])]).unwrap();
	}
	assert_eq!(store.head().records, 100_000);
	for first in [0, 50_000, 99_900] {
		let start = Instant::now();
		assert_eq!(store.rows(contract(9), first, 100).unwrap().len(), 100);
		// The aim is 20 ms; the bound leaves room for a machine that is busy with other tests.
		assert!(start.elapsed() < Duration::from_millis(200), "{:?}", start.elapsed());
	}
}
