//! What the auditor reads of rewards: `grid_farmRewards`.

use crate::{
	records::{amount, Indexed},
	Client, FarmPaid, ReceiptWritten, Verdict,
};
use serde::Deserialize;
use std::ops::RangeInclusive;
use subxt::rpcs::rpc_params;

/// What `grid_farmRewards` answers.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FarmRewards {
	/// The farm.
	pub farm: u32,
	/// How many pages there are.
	pub pages: u64,
	/// How many receipts and payouts there are on all pages.
	pub count: u64,
	/// The sums over all these periods.
	pub totals: RewardTotals,
	/// The periods that have records on this page.
	pub periods: Vec<PeriodRewards>,
	/// How much the node can tell.
	pub history: Indexed,
}

/// What a farm earned in a period.
#[derive(Debug, Clone, Deserialize)]
pub struct PeriodRewards {
	/// The period.
	pub period: u32,
	/// Its sums.
	pub totals: RewardTotals,
	receipts: Vec<ReceiptJson>,
	payouts: Vec<PayoutJson>,
}

/// The sums of receipts and payouts, in 10^-7 TFT.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct RewardTotals {
	due: String,
	minted: String,
	revenue: String,
	paid: String,
}

#[derive(Debug, Clone, Deserialize)]
struct ReceiptJson {
	period: u32,
	node: u32,
	farm: u32,
	uptime: u64,
	registered: u64,
	usd: String,
	due: String,
	revenue: String,
	verdict: String,
	reason: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
struct PayoutJson {
	period: u32,
	farm: u32,
	due: String,
	minted: String,
	revenue: String,
	account: Option<String>,
}

impl PeriodRewards {
	/// The receipts, as the chain's events tell them.
	pub fn receipts(&self) -> Vec<ReceiptWritten> {
		self.receipts.iter().map(ReceiptWritten::from).collect()
	}

	/// The payouts that reached an account, as the chain's events tell them.
	pub fn payouts(&self) -> Vec<FarmPaid> {
		self.payouts.iter().filter_map(PayoutJson::paid).collect()
	}
}

impl RewardTotals {
	/// What the receipts say is due, what was minted of it, what deployers paid, and what reached the farm.
	pub fn amounts(&self) -> [u128; 4] {
		[&self.due, &self.minted, &self.revenue, &self.paid].map(|text| amount(text))
	}
}

impl From<&ReceiptJson> for ReceiptWritten {
	fn from(receipt: &ReceiptJson) -> Self {
		let verdict = match receipt.verdict.as_str() {
			"earned" => Verdict::Earned,
			"tooLittleUptime" => Verdict::TooLittleUptime,
			"farmNotApproved" => Verdict::FarmNotApproved,
			"voided" => Verdict::Voided(receipt.reason.clone().unwrap_or_default().into_bytes()),
			other => panic!("grid_farmRewards tells of the unknown verdict {other}"),
		};
		Self {
			period: receipt.period,
			node: receipt.node,
			farm: receipt.farm,
			uptime: receipt.uptime,
			registered: receipt.registered,
			usd: amount(&receipt.usd),
			due: amount(&receipt.due),
			revenue: amount(&receipt.revenue),
			verdict,
		}
	}
}

impl PayoutJson {
	/// Unless it waits for an account that can receive it.
	fn paid(&self) -> Option<FarmPaid> {
		let account = self.account.as_ref()?;
		let account = account.parse().unwrap_or_else(|_| panic!("{account} is no account"));
		Some(FarmPaid {
			period: self.period,
			farm: self.farm,
			due: amount(&self.due),
			minted: amount(&self.minted),
			revenue: amount(&self.revenue),
			account,
		})
	}
}

impl Client {
	/// What a farm earned and was paid in these periods, once the node has indexed this block. The first
	/// page of it, which has 100 receipts and payouts.
	pub async fn farm_rewards(
		&self,
		farm: u32,
		periods: RangeInclusive<u32>,
		indexed: u64,
	) -> FarmRewards {
		self.indexes(indexed).await;
		let parameters = rpc_params![farm, periods.start(), periods.end()];
		let answer = self.rpc.request("grid_farmRewards", parameters).await;
		answer.unwrap_or_else(|error| panic!("grid_farmRewards({farm}) fails: {error}"))
	}
}
