//! How fast a big store answers. Not among the ordinary tests: it writes half a gigabyte.
//!
//! `cargo test --release -p gridchain -- --ignored --nocapture page_of_a_store_of_a_million_records`

use super::{rpc::module_over, *};
use crate::records::json::BillsPage;
use std::{
	sync::Arc,
	time::{Duration, Instant},
};

/// How many records the store has.
const RECORDS: u32 = 1_000_000;
/// How many a block has.
const A_BLOCK: u32 = 1_000;
/// How many contracts take turns.
const CONTRACTS: u32 = 20;
/// What a page of a hundred records may take.
const LIMIT: Duration = Duration::from_millis(20);

#[tokio::test]
#[ignore = "writes half a gigabyte"]
async fn page_of_a_store_of_a_million_records_comes_in_20_ms() {
	let (directory, store) = new_store();
	let began = Instant::now();
	for number in 1..=RECORDS / A_BLOCK {
		let bills = (0..A_BLOCK).map(|index| bill(u64::from(index % CONTRACTS)));
		store.append(&[block(number, bills.collect())]).unwrap();
	}
	println!("{RECORDS} records written in {} s", began.elapsed().as_secs());
	// The database sorts in the background what was written; it has finished when it is closed.
	drop(store);
	let module = module_over(Arc::new(Store::open(directory.path(), genesis()).unwrap()));
	let mut took = Vec::new();
	for page in (0..500u64).step_by(7) {
		let began = Instant::now();
		let page: BillsPage = module.call("grid_bills", (page % 20, page)).await.unwrap();
		took.push(began.elapsed());
		assert_eq!((page.bills.len(), page.count), (100, 50_000));
	}
	took.sort();
	let (median, slowest) = (took[took.len() / 2], took[took.len() - 1]);
	println!("a page took {median:?} in the middle, {slowest:?} at most");
	assert!(slowest < LIMIT, "a page took {slowest:?}");
}
