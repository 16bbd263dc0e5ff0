//! What the auditor reads of bills, and how far the records have come: `grid_bills`, `grid_history`.

use crate::{BillKind, Billed, Client, Split};
use serde::Deserialize;
use subxt::rpcs::rpc_params;

/// What `grid_bills` answers.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BillsPage {
	/// The contract.
	pub contract: u64,
	/// How many pages there are.
	pub pages: u64,
	/// How many bills there are on all pages.
	pub count: u64,
	/// The sums of all bills.
	pub totals: BillTotals,
	/// The bills of this page, the oldest first.
	pub bills: Vec<BillJson>,
	/// How much the node can tell.
	pub history: Indexed,
}

/// The sums of bills, in 10^-7 TFT.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct BillTotals {
	/// What was paid.
	pub charged: String,
	/// What of it was burned.
	pub burned: String,
	/// The farms' part.
	pub farm: String,
}

/// How far the records are indexed.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Indexed {
	/// From this block on, every record is there.
	pub complete_from: u64,
	/// The last block whose records are there.
	pub last_indexed: u64,
}

/// A bill as the auditor reads it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BillJson {
	block: u64,
	index: u32,
	leaf: String,
	contract: u64,
	kind: String,
	from: u64,
	to: u64,
	seconds: u64,
	traffic: u64,
	rate: String,
	usd: String,
	charged: String,
	split: SplitJson,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
struct SplitJson {
	burned: String,
	treasury: String,
	validators: String,
	provider: String,
	farm: String,
}

/// A bill, whoever tells it: the chain's event or the node's record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BillLine {
	/// The contract.
	pub contract: u64,
	/// Why it was billed.
	pub kind: BillKind,
	/// When the stretch that is billed began.
	pub from: u64,
	/// When it ended.
	pub to: u64,
	/// Attested seconds.
	pub seconds: u64,
	/// Public bytes.
	pub traffic: u64,
	/// The exact rate.
	pub rate: u128,
	/// Nano-dollars.
	pub usd: u128,
	/// 10^-7 TFT.
	pub charged: u128,
	/// Who got which part.
	pub split: Split,
}

impl From<&Billed> for BillLine {
	fn from(bill: &Billed) -> Self {
		Self {
			contract: bill.contract,
			kind: bill.kind,
			from: bill.from,
			to: bill.to,
			seconds: bill.seconds,
			traffic: bill.traffic,
			rate: bill.rate,
			usd: bill.usd,
			charged: bill.charged,
			split: bill.split,
		}
	}
}

impl From<&BillJson> for BillLine {
	fn from(bill: &BillJson) -> Self {
		let kind = match bill.kind.as_str() {
			"window" => BillKind::Window,
			"update" => BillKind::Update,
			"end" => BillKind::End,
			"arrears" => BillKind::Arrears,
			other => panic!("grid_bills tells of a bill of the unknown kind {other}"),
		};
		let SplitJson { burned, treasury, validators, provider, farm } = &bill.split;
		Self {
			contract: bill.contract,
			kind,
			from: bill.from,
			to: bill.to,
			seconds: bill.seconds,
			traffic: bill.traffic,
			rate: amount(&bill.rate),
			usd: amount(&bill.usd),
			charged: amount(&bill.charged),
			split: Split {
				burned: amount(burned),
				treasury: amount(treasury),
				validators: amount(validators),
				provider: amount(provider),
				farm: amount(farm),
			},
		}
	}
}

impl BillTotals {
	/// What was paid, in 10^-7 TFT.
	pub fn charged(&self) -> u128 {
		amount(&self.charged)
	}
}

pub(crate) fn amount(text: &str) -> u128 {
	text.parse().unwrap_or_else(|_| panic!("{text} is answered where an amount should be"))
}

impl Client {
	/// A page of the bills of a contract, as the node tells them at this moment.
	pub async fn bills_page(&self, contract: u64, page: u64) -> BillsPage {
		let answer = self.rpc.request("grid_bills", rpc_params![contract, page]).await;
		answer.unwrap_or_else(|error| panic!("grid_bills({contract}, {page}) fails: {error}"))
	}

	/// Waits until the node has indexed this block.
	pub async fn indexes(&self, block: u64) {
		self.finalizes(block).await;
		while self.indexed().await.last_indexed < block {
			// The node indexes a block as soon as it is final. If it hasn't yet, the next block tells.
			self.next_block().await;
		}
	}

	/// How far the records are indexed.
	async fn indexed(&self) -> Indexed {
		let answer = self.rpc.request("grid_history", rpc_params![]).await;
		answer.unwrap_or_else(|error| panic!("grid_history fails: {error}"))
	}

	/// All bills of a contract, page after page, once the node has indexed this block. With them the first
	/// page, whose totals are those of all.
	pub async fn bills(&self, contract: u64, indexed: u64) -> (BillsPage, Vec<BillLine>) {
		self.indexes(indexed).await;
		let first = self.bills_page(contract, 0).await;
		let mut lines: Vec<_> = first.bills.iter().map(BillLine::from).collect();
		for page in 1..first.pages {
			let next = self.bills_page(contract, page).await;
			lines.extend(next.bills.iter().map(BillLine::from));
		}
		(first, lines)
	}
}
