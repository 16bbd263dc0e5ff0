//! What a client is answered.

use super::*;
use crate::records::{
	json::{BillsPage, FarmRewards, HistoryReport, RewardTotals},
	rpc::{Grid, GridApiServer},
};
use codec::Encode;
use jsonrpsee::{core::server::MethodsError, RpcModule};
use serde_json::json;
use std::sync::Arc;

fn module(blocks: &[IndexedBlock]) -> (TempDir, RpcModule<Grid>) {
	let (directory, store) = new_store();
	store.append(blocks).unwrap();
	(directory, module_over(Arc::new(store)))
}

pub fn module_over(store: Arc<Store>) -> RpcModule<Grid> {
	Grid::new(store, 42u16.into()).into_rpc()
}

async fn bills(
	module: &RpcModule<Grid>,
	contract: u64,
	page: Option<u64>,
) -> Result<BillsPage, MethodsError> {
	module.call("grid_bills", (contract, page)).await
}

async fn rewards(
	module: &RpcModule<Grid>,
	farm: u32,
	from: u32,
	to: u32,
	page: Option<u64>,
) -> Result<FarmRewards, MethodsError> {
	module.call("grid_farmRewards", (farm, from, to, page)).await
}

/// The code and the text of an answer that is an error.
fn refusal<T: std::fmt::Debug>(answer: Result<T, MethodsError>) -> (i32, String) {
	match answer.unwrap_err() {
		MethodsError::JsonRpc(error) => (error.code(), error.message().to_string()),
		other => panic!("{other}"),
	}
}

#[tokio::test]
async fn bill_shows_every_factor_and_its_leaf() {
	let (_directory, module) = module(&[block(1, vec![bill(8), bill(9)])]);
	let answer: serde_json::Value = module.call("grid_bills", (9u64,)).await.unwrap();
	let expected = json!({
		"contract": 9,
		"page": 0,
		"pages": 1,
		"count": 1,
		"totals": {
			"charged": "9431819",
			"burned": "3301139",
			"treasury": "943181",
			"validators": "471590",
			"provider": "0",
			"farm": "4715909",
		},
		"bills": [{
			"block": 1,
			"index": 1,
			"leaf": format!("0x{}", hex::encode(bill(9).encode())),
			"contract": 9,
			"kind": "window",
			"twin": 4,
			"payer": "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY",
			"node": 5,
			"farm": 2,
			"provider": null,
			"from": 1_700_000_000,
			"to": 1_700_003_600,
			"seconds": 3_600,
			"traffic": 0,
			"policy": 1,
			// 10,375,000 nano-dollars x 448,512,000,000,000.
			"rate": "4653312000000000000000",
			"usdPerHour": "10375000",
			"usdPerGigabyte": "1500000",
			"discount": 0,
			"networkDiscount": 0,
			"usd": "10375000",
			"price": "0.011",
			"charged": "9431819",
			"extraFee": "0",
			"providerShare": 0,
			"split": {
				"burned": "3301139",
				"treasury": "943181",
				"validators": "471590",
				"provider": "0",
				"farm": "4715909",
			},
		}],
		"history": { "completeFrom": 1, "lastIndexed": 1 },
	});
	assert_eq!(answer, expected);
}

#[tokio::test]
async fn receipt_and_payout_show_what_was_due_and_what_was_paid() {
	let (_directory, module) = module(&[block(1, vec![receipt(2, 5, 3), payout(2, 3)])]);
	let answer: serde_json::Value = module.call("grid_farmRewards", (2, 3, 3)).await.unwrap();
	let expected = json!({
		"farm": 2,
		"from": 3,
		"to": 3,
		"page": 0,
		"pages": 1,
		"count": 2,
		"totals": { "due": "7", "minted": "5", "revenue": "2", "paid": "7" },
		"periods": [{
			"period": 3,
			"totals": { "due": "7", "minted": "5", "revenue": "2", "paid": "7" },
			"receipts": [{
				"block": 1,
				"index": 0,
				"leaf": format!("0x{}", hex::encode(receipt(2, 5, 3).encode())),
				"period": 3,
				"node": 5,
				"farm": 2,
				// 9,216,000 and 2,048,000 of 6,144,000 parts: one and a half, and a third.
				"cu": "1.5",
				"su": "0.333333",
				"uptime": 290,
				"registered": 300,
				"certified": false,
				"policy": 1,
				"connectionPrice": "0.08",
				"marketPrice": null,
				"usd": "56",
				"due": "7",
				"revenue": "3",
				"verdict": "earned",
				"reason": null,
			}],
			"payouts": [{
				"block": 1,
				"index": 1,
				"leaf": format!("0x{}", hex::encode(payout(2, 3).encode())),
				"period": 3,
				"farm": 2,
				"policy": 1,
				"due": "7",
				"minted": "5",
				"revenue": "2",
				"account": "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY",
			}],
		}],
		"history": { "completeFrom": 1, "lastIndexed": 1 },
	});
	assert_eq!(answer, expected);
}

#[tokio::test]
async fn totals_count_an_amount_that_was_booked_once_as_earned_and_once_as_paid() {
	let Record::FarmPayout(fresh) = payout(2, 3) else { unreachable!() };
	// 5 and 2 are booked in period 3; in period 4 they are paid, together with 5 and 2 of that period.
	let booked = FarmPayout { account: None, ..fresh.clone() };
	let later = FarmPayout { period: Period(4), ..fresh };
	let of_before = FarmPayout { policy: None, due: 0, ..later.clone() };
	let records = [booked, later, of_before].map(Record::FarmPayout);
	let (_directory, module) = module(&[block(1, records.to_vec())]);
	let totals = |answer: FarmRewards| {
		let RewardTotals { minted, revenue, paid, .. } = answer.totals;
		(minted, revenue, paid)
	};
	let expected = |sums: [&str; 3]| sums.map(String::from).into();
	assert_eq!(totals(rewards(&module, 2, 3, 3, None).await.unwrap()), expected(["5", "2", "0"]));
	assert_eq!(totals(rewards(&module, 2, 4, 4, None).await.unwrap()), expected(["5", "2", "14"]));
	assert_eq!(totals(rewards(&module, 2, 3, 4, None).await.unwrap()), expected(["10", "4", "14"]));
}

#[tokio::test]
async fn voided_receipt_shows_the_reason() {
	let Record::Receipt(mut voided) = receipt(2, 5, 0) else { unreachable!() };
	voided.verdict = Verdict::Voided(b"no such disk".to_vec());
	let (_directory, module) = module(&[block(1, vec![Record::Receipt(voided)])]);
	let answer = rewards(&module, 2, 0, 0, None).await.unwrap();
	let receipt = &answer.periods[0].receipts[0];
	assert_eq!(receipt.verdict, "voided");
	assert_eq!(receipt.reason.as_deref(), Some("no such disk"));
}

#[tokio::test]
async fn bills_come_in_pages_of_a_hundred_the_oldest_first() {
	let blocks = (1..=251).map(|number| block(number, vec![bill(9)])).collect::<Vec<_>>();
	let (_directory, module) = module(&blocks);
	let ends = |page: &BillsPage| {
		let blocks = page.bills.iter().map(|bill| bill.source.block).collect::<Vec<_>>();
		(blocks.len(), blocks.first().copied(), blocks.last().copied())
	};
	let first = bills(&module, 9, None).await.unwrap();
	assert_eq!((first.page, first.pages, first.count), (0, 3, 251));
	assert_eq!(ends(&first), (100, Some(1), Some(100)));
	let second = bills(&module, 9, Some(1)).await.unwrap();
	assert_eq!(ends(&second), (100, Some(101), Some(200)));
	let third = bills(&module, 9, Some(2)).await.unwrap();
	assert_eq!(ends(&third), (51, Some(201), Some(251)));
	// 251 x 9,431,819, on every page.
	for page in [first, second, third] {
		assert_eq!(page.totals.charged, "2367386569");
	}
}

#[tokio::test]
async fn page_that_is_not_there_is_refused() {
	let (_directory, module) = module(&[block(1, vec![bill(9)])]);
	let (code, message) = refusal(bills(&module, 9, Some(1)).await);
	assert_eq!(code, 7003);
	assert_eq!(message, "there is no page 1: there are 1, counted from 0");
	assert_eq!(refusal(bills(&module, 9, Some(u64::MAX)).await).0, 7003);
	assert_eq!(refusal(rewards(&module, 2, 0, 0, Some(1)).await).0, 7003);
}

#[tokio::test]
async fn contract_that_was_never_billed_has_one_empty_page() {
	let (_directory, module) = module(&[]);
	let page = bills(&module, 9, Some(0)).await.unwrap();
	assert_eq!((page.pages, page.count, page.bills.len()), (1, 0, 0));
	assert_eq!(page.totals.charged, "0");
}

#[tokio::test]
async fn rewards_are_paged_across_periods_and_summed_over_all() {
	// Farm 2 has 150 nodes and one payout in each of periods 0 and 1, and nothing in period 2.
	let records = |period| {
		let mut records = (1..=150).map(|node| receipt(2, node, period)).collect::<Vec<_>>();
		records.push(payout(2, period));
		records.push(receipt(3, 999, period));
		records
	};
	let (_directory, module) = module(&[block(1, records(0)), block(2, records(1))]);
	let shape = |page: &FarmRewards| {
		let periods = page.periods.iter();
		let counts = periods.map(|here| (here.period, here.receipts.len(), here.payouts.len()));
		counts.collect::<Vec<_>>()
	};
	let mut shapes = Vec::new();
	for page in 0..4 {
		let page = rewards(&module, 2, 0, 2, Some(page)).await.unwrap();
		assert_eq!((page.pages, page.count), (4, 302));
		// 300 receipts of 7; two payouts of 5 and 2.
		assert_eq!(page.totals.due, "2100");
		assert_eq!(page.totals.minted, "10");
		assert_eq!(page.totals.revenue, "4");
		shapes.push(shape(&page));
	}
	let expected: [&[(u32, usize, usize)]; 4] =
		[&[(0, 100, 0)], &[(0, 50, 1), (1, 49, 0)], &[(1, 100, 0)], &[(1, 1, 1)]];
	assert_eq!(shapes, expected);
	let one = rewards(&module, 2, 1, 1, None).await.unwrap();
	assert_eq!((one.count, one.pages, one.totals.due.as_str()), (151, 2, "1050"));
	let none = rewards(&module, 2, 2, 9, None).await.unwrap();
	assert_eq!((none.count, none.pages, none.periods.len()), (0, 1, 0));
}

#[tokio::test]
async fn periods_that_are_too_many_or_reversed_are_refused() {
	let (_directory, module) = module(&[]);
	assert!(rewards(&module, 2, 0, 63, None).await.is_ok());
	let (code, message) = refusal(rewards(&module, 2, 0, 64, None).await);
	assert_eq!(code, 7002);
	assert_eq!(
		message,
		"65 periods are too many at once, at most 64 are answered: ask in several parts"
	);
	assert_eq!(refusal(rewards(&module, 2, 0, u32::MAX, None).await).0, 7002);
	let (code, message) = refusal(rewards(&module, 2, 5, 4, None).await);
	assert_eq!(code, 7001);
	assert_eq!(message, "`from` is period 5, after `to`, which is period 4: exchange them");
}

#[tokio::test]
async fn history_tells_from_where_on_it_is_complete() {
	let missing = IndexedBlock { records: BlockRecords::Missing, ..block(2, vec![]) };
	let (_directory, module) = module(&[block(1, vec![bill(9)]), missing, block(3, vec![bill(9)])]);
	let report: HistoryReport = module.call("grid_history", [(); 0]).await.unwrap();
	assert_eq!((report.history.complete_from, report.history.last_indexed), (3, 3));
	assert_eq!((report.records, report.missing_blocks), (2, 1));
	assert_eq!(report.last_missing, [2]);
	let page = bills(&module, 9, None).await.unwrap();
	assert_eq!(page.history.complete_from, 3);
}
