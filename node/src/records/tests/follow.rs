//! The follower, on a chain with forks, gaps and holes.

use super::*;
use crate::records::{
	chain::{ChainError, FinalizedChain, FinalizedHeader},
	follow::{FollowError, Follower, Progress},
	layout::Subject,
	store::StoreError,
};
use codec::Encode;
use gridchain_primitives::records_digest::{offchain_key, RecordsDigest};
use sp_runtime::traits::Keccak256;
use std::{
	collections::{BTreeMap, HashMap},
	sync::{Arc, Mutex, MutexGuard},
};

/// A chain in memory. Like a client, it keeps the records of every block that it imports, on whatever
/// branch, and knows by number only the finalized ones.
#[derive(Default)]
struct Memory {
	headers: HashMap<Hash, (BlockNumber, FinalizedHeader)>,
	finalized: BTreeMap<BlockNumber, Hash>,
	/// The first block whose header is here.
	known_from: BlockNumber,
	bodies: HashMap<Vec<u8>, Vec<u8>>,
}

#[derive(Clone, Default)]
struct TestChain(Arc<Mutex<Memory>>);

impl TestChain {
	fn memory(&self) -> MutexGuard<'_, Memory> {
		self.0.lock().unwrap()
	}

	/// Imports a block on `parent`; `branch` tells blocks of the same height apart.
	fn import(&self, parent: Hash, branch: u8, records: Vec<Record>) -> Hash {
		let mut memory = self.memory();
		let number = memory.headers.get(&parent).map_or(0, |(number, _)| *number) + 1;
		let mut hash = Hash::repeat_byte(branch);
		hash.0[..4].copy_from_slice(&number.to_be_bytes());
		let digest = digest(&records);
		if let Some(digest) = digest {
			memory.bodies.insert(offchain_key(digest.root), records.encode());
		}
		let header = FinalizedHeader { hash, parent, records: digest };
		memory.headers.insert(hash, (number, header));
		hash
	}

	/// Finalizes the block and all before it.
	fn finalize(&self, mut hash: Hash) {
		let mut memory = self.memory();
		while let Some((number, header)) = memory.headers.get(&hash) {
			let (number, parent) = (*number, header.parent);
			memory.finalized.insert(number, hash);
			hash = parent;
		}
	}

	/// Imports and finalizes a block for each list.
	fn extend(&self, parent: Hash, lists: impl IntoIterator<Item = Vec<Record>>) -> Hash {
		let last = lists.into_iter().fold(parent, |parent, list| self.import(parent, 1, list));
		self.finalize(last);
		last
	}

	/// Sets the body of `records`, or forgets it.
	fn set_body(&self, records: &[Record], body: Option<Vec<u8>>) {
		let key = offchain_key(digest(records).unwrap().root);
		match body {
			Some(body) => self.memory().bodies.insert(key, body),
			None => self.memory().bodies.remove(&key),
		};
	}
}

impl FinalizedChain for TestChain {
	fn finalized(&self) -> BlockNumber {
		self.memory().finalized.last_key_value().map_or(0, |(number, _)| *number)
	}

	fn header(&self, number: BlockNumber) -> Result<Option<FinalizedHeader>, ChainError> {
		let memory = self.memory();
		let hash = memory.finalized.get(&number).filter(|_| number >= memory.known_from);
		Ok(hash.map(|hash| memory.headers[hash].1.clone()))
	}

	fn body(&self, digest: &RecordsDigest) -> Option<Vec<u8>> {
		self.memory().bodies.get(&offchain_key(digest.root)).cloned()
	}
}

fn digest(records: &[Record]) -> Option<RecordsDigest> {
	let count = records.len() as u32;
	let leaves = records.iter().map(Encode::encode);
	let root = binary_merkle_tree::merkle_root::<Keccak256, _>(leaves);
	(count > 0).then_some(RecordsDigest { root, count })
}

fn follow(chain: &TestChain) -> (tempfile::TempDir, Arc<Store>, Follower<TestChain>) {
	let (directory, store) = new_store();
	let store = Arc::new(store);
	let follower = Follower::new(chain.clone(), store.clone(), None);
	(directory, store, follower)
}

fn catch_up(follower: &Follower<TestChain>) {
	while follower.step().unwrap() == Progress::Behind {}
}

fn bills(store: &Store, contract: u64) -> u64 {
	store.tally(Subject::Contract(ContractId(contract))).unwrap().records
}

#[test]
fn only_finalized_blocks_are_indexed() {
	let chain = TestChain::default();
	let (_directory, store, follower) = follow(&chain);
	let first = chain.extend(genesis(), [vec![bill(1)]]);
	let second = chain.import(first, 1, vec![bill(2)]);
	catch_up(&follower);
	assert_eq!((bills(&store, 1), bills(&store, 2)), (1, 0));
	chain.finalize(second);
	catch_up(&follower);
	assert_eq!((bills(&store, 1), bills(&store, 2)), (1, 1));
	assert_eq!(follower.step().unwrap(), Progress::CaughtUp);
	assert_eq!(store.head().last(), 2);
}

#[test]
fn records_of_a_branch_that_lost_are_never_served() {
	let chain = TestChain::default();
	let (_directory, store, follower) = follow(&chain);
	let root = chain.extend(genesis(), [vec![bill(1)]]);
	// The longer branch, whose records this node has, loses.
	let losing = chain.import(root, 7, vec![bill(66)]);
	let losing = chain.import(losing, 7, vec![bill(66), bill(67)]);
	chain.import(losing, 7, vec![bill(66)]);
	let winning = chain.import(root, 8, vec![bill(2)]);
	let winning = chain.import(winning, 8, vec![bill(3)]);
	catch_up(&follower);
	chain.finalize(winning);
	catch_up(&follower);
	assert_eq!((bills(&store, 66), bills(&store, 67)), (0, 0));
	assert_eq!((bills(&store, 1), bills(&store, 2), bills(&store, 3)), (1, 1, 1));
	assert_eq!(store.head().records, 3);
	assert_eq!(store.head().complete_from, 1);
}

#[test]
fn follower_goes_on_where_the_store_ends() {
	let chain = TestChain::default();
	let (directory, store, follower) = follow(&chain);
	let last = chain.extend(genesis(), [vec![bill(1)], vec![], vec![bill(1)]]);
	catch_up(&follower);
	drop((store, follower));
	chain.extend(last, [vec![bill(1)], vec![bill(1)]]);
	let store = Arc::new(Store::open(directory.path(), genesis()).unwrap());
	assert_eq!(store.head().last(), 3);
	catch_up(&Follower::new(chain, store.clone(), None));
	assert_eq!(store.head().last(), 5);
	assert_eq!(bills(&store, 1), 4);
}

#[test]
fn records_that_this_node_never_had_are_remembered_and_reported() {
	let chain = TestChain::default();
	let (_directory, store, follower) = follow(&chain);
	chain.extend(genesis(), [vec![bill(1)], vec![bill(2)], vec![], vec![bill(3)]]);
	chain.set_body(&[bill(2)], None);
	catch_up(&follower);
	let head = store.head();
	assert_eq!((head.last(), head.complete_from, head.missing, head.records), (4, 3, 1, 2));
	assert_eq!(store.missing(100).unwrap(), [2]);
}

#[test]
fn records_that_the_header_does_not_vouch_for_are_never_served() {
	let chain = TestChain::default();
	let (_directory, store, follower) = follow(&chain);
	chain.extend(genesis(), [vec![bill(1)], vec![bill(2)], vec![bill(3), bill(4)]]);
	// Another bill, one too many, one too few.
	chain.set_body(&[bill(1)], Some(vec![bill(66)].encode()));
	chain.set_body(&[bill(2)], Some(vec![bill(2), bill(2)].encode()));
	chain.set_body(&[bill(3), bill(4)], Some(vec![bill(3)].encode()));
	catch_up(&follower);
	let head = store.head();
	assert_eq!((head.last(), head.complete_from, head.missing, head.records), (3, 4, 3, 0));
}

#[test]
fn records_of_a_newer_runtime_wait_for_a_newer_program() {
	let chain = TestChain::default();
	let (_directory, store, follower) = follow(&chain);
	chain.extend(genesis(), [vec![], vec![bill(1)]]);
	let body = vec![bill(1)].encode();
	// A list of one record of a kind that doesn't exist.
	chain.set_body(&[bill(1)], Some(vec![4, 250, 0, 0]));
	// What was written before them is stored.
	assert_eq!(follower.step().unwrap(), Progress::Behind);
	assert_eq!(store.head().last(), 1);
	let error = follower.step().unwrap_err();
	assert!(matches!(error, FollowError::UnknownRecords(2)));
	assert!(error.to_string().contains("newer than this program"), "{error}");
	assert_eq!(store.head().last(), 1);
	// The newer program reads them.
	chain.set_body(&[bill(1)], Some(body));
	catch_up(&follower);
	assert_eq!((store.head().last(), bills(&store, 1)), (2, 1));
}

#[test]
fn warp_synced_node_begins_behind_the_gap() {
	let chain = TestChain::default();
	let (_directory, store, follower) = follow(&chain);
	let last = chain.extend(genesis(), (1..=50).map(|_| vec![bill(1)]));
	// Headers 1 to 40 aren't here, and the block of the synced state was never executed.
	chain.memory().known_from = 41;
	chain.memory().bodies.clear();
	chain.extend(last, [vec![bill(2)]]);
	catch_up(&follower);
	let head = store.head();
	assert_eq!((head.last(), head.complete_from, head.missing, head.records), (51, 51, 10, 1));
	// When the headers have come, nothing changes.
	chain.memory().known_from = 0;
	catch_up(&follower);
	assert_eq!(store.head(), head);
}

#[test]
fn gap_before_the_last_finalized_block_is_skipped_at_once() {
	let chain = TestChain::default();
	let (_directory, store, follower) = follow(&chain);
	chain.extend(genesis(), (1..=1_000).map(|_| vec![]));
	chain.memory().known_from = 1_000;
	catch_up(&follower);
	assert_eq!((store.head().last(), store.head().complete_from), (1_000, 1_000));
}

#[test]
fn chain_that_is_not_the_stores_is_refused() {
	let chain = TestChain::default();
	let (directory, store, follower) = follow(&chain);
	chain.extend(genesis(), [vec![bill(1)], vec![bill(1)]]);
	catch_up(&follower);
	drop((store, follower));
	// A database that was made anew, from the same genesis.
	let other = TestChain::default();
	let first = other.import(genesis(), 9, vec![bill(66)]);
	let second = other.import(first, 9, vec![bill(66)]);
	other.finalize(other.import(second, 9, vec![bill(66)]));
	let store = Arc::new(Store::open(directory.path(), genesis()).unwrap());
	let error = Follower::new(other, store.clone(), None).step().unwrap_err();
	let FollowError::Store(StoreError::Discontinuous { block: 3 }) = error else {
		panic!("{error}")
	};
	assert_eq!((bills(&store, 1), bills(&store, 66)), (2, 0));
}

#[test]
fn store_made_at_once_is_the_store_made_block_by_block() {
	let lists = |number: u64| match number % 5 {
		0 => vec![],
		1 => vec![bill(number % 3), receipt(2, 5, number as u32 / 100)],
		2 => vec![bill(1), bill(2), payout(2, number as u32 / 100)],
		_ => vec![receipt(3, 6, number as u32 / 100)],
	};
	let chain = TestChain::default();
	let (_directory, slow, follower) = follow(&chain);
	let mut last = genesis();
	for number in 1..=700 {
		last = chain.extend(last, [lists(number)]);
		catch_up(&follower);
	}
	let (_directory, fast, follower) = follow(&chain);
	catch_up(&follower);
	assert_eq!(fast.head(), slow.head());
	assert_eq!(fast.head().last(), 700);
	let mut subjects = vec![
		Subject::Farm(FarmId(2)),
		Subject::Farm(FarmId(3)),
		Subject::Node(NodeId(5)),
		Subject::Node(NodeId(6)),
		Subject::Twin(TwinId(4)),
	];
	subjects.extend((0..3).map(|id| Subject::Contract(ContractId(id))));
	subjects.extend((0..=7).map(|id| Subject::Period(Period(id))));
	subjects.extend((0..=7).map(|id| Subject::FarmPeriod(FarmId(2), Period(id))));
	for subject in subjects {
		assert_eq!(fast.tally(subject).unwrap(), slow.tally(subject).unwrap());
		let rows = |store: &Store| store.rows(subject, 0, u64::MAX).unwrap();
		assert_eq!(rows(&fast), rows(&slow));
	}
}

#[tokio::test]
async fn task_follows_finality_and_ends_with_it() {
	let chain = TestChain::default();
	let (_directory, store, follower) = follow(&chain);
	let (finality, stream) = futures::channel::mpsc::unbounded::<()>();
	let task = tokio::spawn(follower.run(stream));
	let mut last = genesis();
	for _ in 0..3 {
		last = chain.extend(last, [vec![bill(1)]]);
		finality.unbounded_send(()).unwrap();
	}
	drop(finality);
	task.await.unwrap();
	assert_eq!((store.head().last(), bills(&store, 1)), (3, 3));
}
