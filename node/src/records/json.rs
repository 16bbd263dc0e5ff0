//! What `grid_*` answers. Written for people as much as for programs:
//!
//! - amounts of TFT are decimal strings in units of 10^-7 TFT, amounts of dollars in units of 10^-9 USD;
//! - prices are dollars for one TFT, cloud units are CU and SU, both as decimal fractions; what a fraction
//!   can't hold exactly is rounded down, and `leaf` holds the exact figures;
//! - times are seconds since the unix epoch, `seconds` are seconds, `traffic` is bytes;
//! - each record says where it stands, `block` and `index`, and what its block's Merkle root vouches for:
//!   `leaf`, its SCALE bytes.

use super::{
	layout::{BillSums, Head, RewardSums},
	store::Row,
	Record,
};
use codec::Encode;
use gridchain_math::UNIT;
use gridchain_primitives::{
	AccountId, Balance, Bill, BillKind, BlockNumber, CloudUnits, FarmPayout, Price, Rate, Receipt,
	Split, Usd, Verdict,
};
use serde::{Deserialize, Serialize};
use sp_core::crypto::{Ss58AddressFormat, Ss58Codec};

/// How much of the chain's history this node can tell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct History {
	/// From this block on, every record is here.
	pub complete_from: BlockNumber,
	/// The last block whose records are here.
	pub last_indexed: BlockNumber,
}

/// The answer of `grid_history`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HistoryReport {
	/// How much this node can tell.
	#[serde(flatten)]
	pub history: History,
	/// How many records it has.
	pub records: u64,
	/// How many blocks have records that it never had. Blocks whose headers it never saw don't count.
	pub missing_blocks: u64,
	/// The last of them, at most 100, the last one first.
	pub last_missing: Vec<BlockNumber>,
}

/// The answer of `grid_bills`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BillsPage {
	/// The contract.
	pub contract: u64,
	/// The page, counted from 0.
	pub page: u64,
	/// How many pages there are.
	pub pages: u64,
	/// How many bills there are on all pages.
	pub count: u64,
	/// The sums of all bills, on whatever page.
	pub totals: BillTotals,
	/// The bills of this page, the oldest first.
	pub bills: Vec<BillJson>,
	/// How much this node can tell.
	pub history: History,
}

/// The sums of bills.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BillTotals {
	/// What was paid: the sum of the five shares.
	pub charged: String,
	/// The shares.
	#[serde(flatten)]
	pub split: SplitJson,
}

/// The answer of `grid_farmRewards`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FarmRewards {
	/// The farm.
	pub farm: u32,
	/// The first period that was asked for.
	pub from: u32,
	/// The last one.
	pub to: u32,
	/// The page, counted from 0.
	pub page: u64,
	/// How many pages there are.
	pub pages: u64,
	/// How many receipts and payouts there are on all pages.
	pub count: u64,
	/// The sums over all these periods, on whatever page.
	pub totals: RewardTotals,
	/// The periods that have records on this page, the oldest first.
	pub periods: Vec<FarmPeriodRewards>,
	/// How much this node can tell.
	pub history: History,
}

/// What a farm earned in a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FarmPeriodRewards {
	/// The period.
	pub period: u32,
	/// The sums over the whole period, on whatever page.
	pub totals: RewardTotals,
	/// What each node earned: the receipts of this page.
	pub receipts: Vec<ReceiptJson>,
	/// What the farm was paid: the payouts of this page, one for each farming policy.
	pub payouts: Vec<PayoutJson>,
}

/// The sums of receipts and payouts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RewardTotals {
	/// What the receipts say is due, before budget and cap.
	pub due: String,
	/// What was minted of it, be it paid or booked.
	pub minted: String,
	/// What deployers paid for the farm's capacity, be it paid or booked.
	pub revenue: String,
	/// What reached the farm's account: of the same period, or booked before. While it is less than minted
	/// and revenue together, over all periods, the rest is booked.
	pub paid: String,
}

/// Where a record stands, and the bytes that its block vouches for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
	/// The record's block.
	pub block: BlockNumber,
	/// Its place in the block's list.
	pub index: u32,
	/// Its SCALE bytes: the leaf of the block's Merkle tree.
	pub leaf: String,
}

/// Who got which part of a bill.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SplitJson {
	/// Taken out of issuance.
	pub burned: String,
	/// The region's treasury.
	pub treasury: String,
	/// The validators.
	pub validators: String,
	/// The provider that brought the deployer.
	pub provider: String,
	/// The farm.
	pub farm: String,
}

/// A bill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BillJson {
	/// Where it stands.
	#[serde(flatten)]
	pub source: Source,
	/// The contract.
	pub contract: u64,
	/// Why it was billed: `window`, `update`, `end` or `arrears`.
	pub kind: String,
	/// The twin that owns the contract.
	pub twin: u32,
	/// The account that paid.
	pub payer: String,
	/// The node that delivered; `null` for a name.
	pub node: Option<u32>,
	/// The farm it stood in; `null` for a name.
	pub farm: Option<u32>,
	/// The provider that was attached to the contract, if any.
	pub provider: Option<u32>,
	/// When the stretch that is billed began.
	pub from: u64,
	/// When it ended.
	pub to: u64,
	/// Attested seconds that are billed. At a contract's end, if its node is live, what lacks to the least that
	/// one is billed for in all (an hour in production) is added, though nobody attested it.
	pub seconds: u64,
	/// Public bytes that are billed.
	pub traffic: u64,
	/// The pricing policy.
	pub policy: u32,
	/// The exact rate of an hour after discount, in 1/448,512,000,000,000 of a nano-dollar.
	pub rate: String,
	/// The same in nano-dollars, rounded up.
	pub usd_per_hour: String,
	/// Nano-dollars for 10^9 bytes, before discount.
	pub usd_per_gigabyte: String,
	/// The discount on resources and names in percent.
	pub discount: u8,
	/// The discount on public IPs and traffic in percent.
	pub network_discount: u8,
	/// What is billed in nano-dollars, rounded up.
	pub usd: String,
	/// Dollars for one TFT.
	pub price: String,
	/// What was paid: the sum of the five shares.
	pub charged: String,
	/// What of it was the farmer's extra fee: the farm got it whole, and the rest was shared.
	pub extra_fee: String,
	/// The provider's part of the farm's share in percent.
	pub provider_share: u8,
	/// Who got which part.
	pub split: SplitJson,
}

/// What a node earned in a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReceiptJson {
	/// Where it stands.
	#[serde(flatten)]
	pub source: Source,
	/// The period.
	pub period: u32,
	/// The node.
	pub node: u32,
	/// The farm it stood in.
	pub farm: u32,
	/// The compute units it earned for.
	pub cu: String,
	/// The storage units it earned for.
	pub su: String,
	/// Attested seconds.
	pub uptime: u64,
	/// Seconds that it was registered.
	pub registered: u64,
	/// Whether certified hardware earned its factor.
	pub certified: bool,
	/// The farming policy.
	pub policy: u32,
	/// Dollars for one TFT, at which the reward became TFT.
	pub connection_price: String,
	/// Dollars for one TFT on the market when the period was settled.
	pub market_price: Option<String>,
	/// The reward in nano-dollars, rounded down.
	pub usd: String,
	/// What is due before budget and cap.
	pub due: String,
	/// What deployers paid for its capacity: the farm's share.
	pub revenue: String,
	/// `earned`, `tooLittleUptime`, `farmNotApproved` or `voided`.
	pub verdict: String,
	/// Why it was voided.
	pub reason: Option<String>,
}

/// What a farm was paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PayoutJson {
	/// Where it stands.
	#[serde(flatten)]
	pub source: Source,
	/// The period.
	pub period: u32,
	/// The farm.
	pub farm: u32,
	/// The farming policy; `null` where the farm got at last what earlier payouts had left booked.
	pub policy: Option<u32>,
	/// The sum of its receipts.
	pub due: String,
	/// What was minted of it.
	pub minted: String,
	/// Revenue that was paid with it.
	pub revenue: String,
	/// The account that received both; `null` while they stay booked.
	pub account: Option<String>,
}

impl From<&Head> for History {
	fn from(head: &Head) -> Self {
		Self { complete_from: head.complete_from, last_indexed: head.last() }
	}
}

impl From<&BillSums> for BillTotals {
	fn from(sums: &BillSums) -> Self {
		Self {
			charged: sums.charged.to_string(),
			split: SplitJson {
				burned: sums.burned.to_string(),
				treasury: sums.treasury.to_string(),
				validators: sums.validators.to_string(),
				provider: sums.provider.to_string(),
				farm: sums.farm.to_string(),
			},
		}
	}
}

impl From<&RewardSums> for RewardTotals {
	fn from(sums: &RewardSums) -> Self {
		Self {
			due: sums.due.to_string(),
			minted: sums.minted.to_string(),
			revenue: sums.revenue.to_string(),
			paid: sums.paid.to_string(),
		}
	}
}

impl From<&Split> for SplitJson {
	fn from(split: &Split) -> Self {
		Self {
			burned: split.burned.to_string(),
			treasury: split.treasury.to_string(),
			validators: split.validators.to_string(),
			provider: split.provider.to_string(),
			farm: split.farm.to_string(),
		}
	}
}

impl From<&Row> for Source {
	fn from(row: &Row) -> Self {
		Self {
			block: row.place.block,
			index: row.place.index,
			leaf: format!("0x{}", hex::encode(&row.leaf)),
		}
	}
}

/// A record as it is answered.
pub enum RecordJson {
	/// A bill.
	Bill(BillJson),
	/// A receipt.
	Receipt(ReceiptJson),
	/// A payout.
	Payout(PayoutJson),
}

impl RecordJson {
	/// Shows `row`, its accounts in the chain's address `format`.
	pub fn new(row: &Row, format: Ss58AddressFormat) -> Self {
		let source = Source::from(row);
		match &row.record {
			Record::Bill(bill) => Self::Bill(bill_json(source, bill, format)),
			Record::Receipt(receipt) => Self::Receipt(receipt_json(source, receipt)),
			Record::FarmPayout(payout) => Self::Payout(payout_json(source, payout, format)),
		}
	}
}

fn bill_json(source: Source, bill: &Bill<AccountId>, format: Ss58AddressFormat) -> BillJson {
	let kind = match bill.kind {
		BillKind::Window => "window",
		BillKind::Update => "update",
		BillKind::End => "end",
		BillKind::Arrears => "arrears",
	};
	BillJson {
		source,
		contract: bill.contract.0,
		kind: kind.into(),
		twin: bill.twin.0,
		payer: bill.payer.to_ss58check_with_version(format),
		node: bill.node.map(|node| node.0),
		farm: bill.farm.map(|farm| farm.0),
		provider: bill.provider.map(|provider| provider.0),
		from: bill.from.0,
		to: bill.to.0,
		seconds: bill.seconds.0,
		traffic: bill.traffic.0,
		policy: bill.policy.0,
		rate: exact_rate(bill.rate),
		usd_per_hour: nano_dollars(bill.rate.usd_per_hour()),
		usd_per_gigabyte: nano_dollars(bill.traffic_price),
		discount: bill.discount.deconstruct(),
		network_discount: bill.network_discount.deconstruct(),
		usd: nano_dollars(bill.usd),
		price: price(bill.price),
		charged: bill.charged.to_string(),
		extra_fee: bill.extra_fee.to_string(),
		provider_share: bill.provider_share.deconstruct(),
		split: SplitJson::from(&bill.split),
	}
}

fn receipt_json(source: Source, receipt: &Receipt) -> ReceiptJson {
	let (verdict, reason) = match &receipt.verdict {
		Verdict::Earned => ("earned", None),
		Verdict::TooLittleUptime => ("tooLittleUptime", None),
		Verdict::FarmNotApproved => ("farmNotApproved", None),
		Verdict::Voided(reason) => ("voided", Some(String::from_utf8_lossy(reason).into_owned())),
	};
	let (cu, su) = cloud_units(receipt.units);
	ReceiptJson {
		source,
		period: receipt.period.0,
		node: receipt.node.0,
		farm: receipt.farm.0,
		cu,
		su,
		uptime: receipt.uptime.0,
		registered: receipt.registered.0,
		certified: receipt.certified,
		policy: receipt.policy.0,
		connection_price: price(receipt.connection_price),
		market_price: receipt.market_price.map(price),
		usd: nano_dollars(receipt.usd),
		due: receipt.due.to_string(),
		revenue: receipt.revenue.to_string(),
		verdict: verdict.into(),
		reason,
	}
}

fn payout_json(
	source: Source,
	payout: &FarmPayout<AccountId>,
	format: Ss58AddressFormat,
) -> PayoutJson {
	PayoutJson {
		source,
		period: payout.period.0,
		farm: payout.farm.0,
		policy: payout.policy.map(|policy| policy.0),
		due: payout.due.to_string(),
		minted: payout.minted.to_string(),
		revenue: payout.revenue.to_string(),
		account: payout.account.as_ref().map(|account| account.to_ss58check_with_version(format)),
	}
}

fn nano_dollars(usd: Usd) -> String {
	usd.0.to_string()
}

/// Dollars for one TFT, which the chain counts in 10^-18.
fn price(price: Price) -> String {
	decimal(price.into_inner(), 18)
}

/// CU and SU to six digits, rounded down.
fn cloud_units(units: CloudUnits) -> (String, String) {
	let millionths = |parts: u64| u128::from(parts) * 1_000_000 / u128::from(UNIT);
	(decimal(millionths(units.cu), 6), decimal(millionths(units.su), 6))
}

/// A rate is one number, which only its SCALE bytes show exactly.
fn exact_rate(rate: Rate) -> String {
	let bytes: [u8; 16] = rate.encode().try_into().unwrap_or_default();
	Balance::from_le_bytes(bytes).to_string()
}

/// `amount / 10^digits` without trailing zeros: `0.011`, `12`.
fn decimal(amount: u128, digits: u32) -> String {
	let one = 10u128.pow(digits);
	let fraction = format!("{:0width$}", amount % one, width = digits as usize);
	match fraction.trim_end_matches('0') {
		"" => (amount / one).to_string(),
		fraction => format!("{}.{fraction}", amount / one),
	}
}
