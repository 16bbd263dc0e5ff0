//! What Rewards stores: receipts, totals, and how far a settlement has come.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{parameter_types, traits::ConstU32, BoundedBTreeMap, BoundedVec};
use gridchain_math::reward;
use gridchain_primitives::{
	Balance, CloudUnits, FarmId, FarmingPolicyId, NodeId, Period, Price, Receipt, Seconds, Time,
	Usd, Verdict, TFT,
};
use scale_info::TypeInfo;
use sp_runtime::traits::Zero;

/// The most TFT that there can ever be, in 10^-7 TFT. The cap starts here or below, and only falls.
pub const GREATEST_CAP: Balance = 1_000_000_000 * TFT;

/// How many versions of the farming policy there can be in all. They are kept for ever, because a node keeps
/// the policy of its registration; and a settlement adds up each of them in one value.
pub const MAX_POLICIES: u32 = 256;

/// How many node ids one page of receipts covers.
pub const PAGE: u32 = 100;

/// Why a certifier voided a receipt: text of at most 128 bytes.
pub type Reason = BoundedVec<u8, ConstU32<128>>;

parameter_types! {
	/// The version of the farming policy that every chain has.
	pub const FirstPolicy: FarmingPolicyId = FarmingPolicyId(1);
	/// The first period.
	pub const FirstPeriod: Period = Period(0);
}

/// A [`Verdict`] whose reason is bounded, as it stands in the state.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum StoredVerdict {
	/// It earned its reward.
	#[codec(index = 0)]
	Earned,
	/// It was up for less than the policy's minimum.
	#[codec(index = 1)]
	TooLittleUptime,
	/// Its farm was not approved.
	#[codec(index = 2)]
	FarmNotApproved,
	/// A certifier voided it, for this reason.
	#[codec(index = 3)]
	Voided(Reason),
}

impl From<StoredVerdict> for Verdict {
	fn from(verdict: StoredVerdict) -> Self {
		match verdict {
			StoredVerdict::Earned => Self::Earned,
			StoredVerdict::TooLittleUptime => Self::TooLittleUptime,
			StoredVerdict::FarmNotApproved => Self::FarmNotApproved,
			StoredVerdict::Voided(reason) => Self::Voided(reason.into_inner()),
		}
	}
}

/// A [`Receipt`] as it stands in the state, under its period and node.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct StoredReceipt {
	/// The farm that the node stood in.
	pub farm: FarmId,
	/// The cloud units it earned for, within the policy's limit.
	pub units: CloudUnits,
	/// Seconds that the chain credited.
	pub uptime: Seconds,
	/// Seconds that it was registered.
	pub registered: Seconds,
	/// Whether its hardware was certified.
	pub certified: bool,
	/// The farming policy.
	pub policy: FarmingPolicyId,
	/// Dollars for one TFT, by which the reward became TFT.
	pub connection_price: Price,
	/// The market's price when the settlement began, if there was one.
	pub market_price: Option<Price>,
	/// The reward in nano-dollars, rounded down.
	pub usd: Usd,
	/// 10^-7 TFT that are due before budget and cap, rounded down.
	pub due: Balance,
	/// 10^-7 TFT that deployers paid for its capacity: the farm's share.
	pub revenue: Balance,
	/// Why it is what it is.
	pub verdict: StoredVerdict,
}

impl StoredReceipt {
	/// The receipt as an auditor gets it.
	pub fn of(self, period: Period, node: NodeId) -> Receipt {
		Receipt {
			period,
			node,
			farm: self.farm,
			units: self.units,
			uptime: self.uptime,
			registered: self.registered,
			certified: self.certified,
			policy: self.policy,
			connection_price: self.connection_price,
			market_price: self.market_price,
			usd: self.usd,
			due: self.due,
			revenue: self.revenue,
			verdict: self.verdict.into(),
		}
	}
}

/// What the receipts of one farm under one policy add up to in one period. Amounts are in 10^-7 TFT.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct FarmTotal {
	/// How many receipts.
	pub receipts: u32,
	/// What is due before budget and cap.
	pub due: Balance,
	/// What deployers paid for the capacity.
	pub revenue: Balance,
}

impl FarmTotal {
	/// With one more receipt.
	pub fn plus(self, due: Balance, revenue: Balance) -> Self {
		Self {
			receipts: self.receipts.saturating_add(1),
			due: self.due.saturating_add(due),
			revenue: self.revenue.saturating_add(revenue),
		}
	}
}

/// What the receipts of one policy add up to in one period, and what it may mint of that. In 10^-7 TFT.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct PolicyTotal {
	/// What is due before budget and cap.
	pub due: Balance,
	/// The policy's budget.
	pub budget: Balance,
}

/// The totals of a period by policy.
pub type PolicyTotals = BoundedBTreeMap<FarmingPolicyId, PolicyTotal, ConstU32<MAX_POLICIES>>;

/// A period's own record: its bounds, its totals, and the factors by which what is due became what was
/// minted. Kept for ever: together with the receipts it explains each payout. Amounts are in 10^-7 TFT.
#[derive(
	Clone,
	Debug,
	Default,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct PeriodSummary {
	/// When the period began.
	pub start: Time,
	/// When it ended.
	pub end: Time,
	/// Dollars for one TFT on the market when the settlement began, if there was a price.
	pub market_price: Option<Price>,
	/// The last node id when the settlement began, which looks at all up to it. None if there was no node.
	pub last_node: Option<NodeId>,
	/// How many receipts were written.
	pub receipts: u32,
	/// What all receipts are due together, before budget and cap.
	pub due: Balance,
	/// The revenue of all receipts together.
	pub revenue: Balance,
	/// By policy: what is due, and the budget.
	pub policies: PolicyTotals,
	/// What all policies may mint together, each within its budget.
	pub total: Balance,
	/// What the cap left to mint when the payouts began.
	pub room: Balance,
	/// What was minted.
	pub minted: Balance,
	/// How many payouts there were: one for each farm and policy.
	pub payouts: u32,
}

impl PeriodSummary {
	/// What may still be minted for this period, once its payouts have begun.
	pub fn outstanding(&self) -> Balance {
		self.room.min(self.total).saturating_sub(self.minted)
	}

	/// What a farm that is due `due` under `policy` gets of it.
	pub fn paid(&self, policy: FarmingPolicyId, due: Balance) -> Balance {
		let policy = self.policies.get(&policy).copied().unwrap_or_default();
		reward::paid(due, policy.budget, policy.due, self.room, self.total)
	}
}

/// What a farm is owed: minted or taken for it, and waiting in the pot. In 10^-7 TFT.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Owed {
	/// Rewards that were minted.
	pub minted: Balance,
	/// Revenue that deployers paid.
	pub revenue: Balance,
}

impl Owed {
	/// Both parts together.
	pub fn amount(&self) -> Balance {
		self.minted.saturating_add(self.revenue)
	}

	/// Part by part, the sum.
	pub fn plus(self, other: Self) -> Self {
		Self {
			minted: self.minted.saturating_add(other.minted),
			revenue: self.revenue.saturating_add(other.revenue),
		}
	}

	/// Whether nothing is owed.
	pub fn is_zero(&self) -> bool {
		self.amount().is_zero()
	}
}

/// A period that is being settled.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct OpenPeriod {
	/// Which one.
	pub period: Period,
	/// Its record so far.
	pub summary: PeriodSummary,
}

/// How far the settlement has come. A block does as many steps as fit its slice; the next one goes on here.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub enum Progress {
	/// Phase 1 writes the receipt of each node.
	#[codec(index = 0)]
	Receipts {
		/// The period.
		open: OpenPeriod,
		/// The node whose turn it is.
		next: NodeId,
	},
	/// Phase 2 pays each farm for each policy.
	#[codec(index = 1)]
	Payouts {
		/// The period.
		open: OpenPeriod,
		/// Who was paid last.
		after: Option<(FarmId, FarmingPolicyId)>,
	},
	/// Phase 2 tries again what earlier payouts left booked.
	#[codec(index = 2)]
	Booked {
		/// The period.
		open: OpenPeriod,
		/// Which farm was tried last.
		after: Option<FarmId>,
	},
	/// Phase 3 clears an old period.
	#[codec(index = 3)]
	Clearing {
		/// The period that is cleared.
		period: Period,
		/// What of it.
		part: Clearing,
	},
}

impl Progress {
	/// The period that is being settled; none once that is done and old ones are cleared.
	pub fn open(&self) -> Option<&OpenPeriod> {
		match self {
			Self::Receipts { open, .. }
			| Self::Payouts { open, .. }
			| Self::Booked { open, .. } => Some(open),
			Self::Clearing { .. } => None,
		}
	}
}

/// What of an old period is being cleared, and what was cleared last.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum Clearing {
	/// Its receipts.
	#[codec(index = 0)]
	Receipts(Option<NodeId>),
	/// Its totals by farm and policy.
	#[codec(index = 1)]
	Totals(Option<(FarmId, FarmingPolicyId)>),
	/// The reasons for which its receipts were voided.
	#[codec(index = 2)]
	Voids(Option<NodeId>),
}

/// A page of a period's receipts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct ReceiptsPage {
	/// The receipts of the nodes of this page, in order of node id. A page covers [`PAGE`] node ids, so it
	/// holds fewer where a node had no part in the period.
	pub receipts: Vec<Receipt>,
	/// How many receipts the period has.
	pub total: u32,
	/// How many pages there are, counted from 0.
	pub pages: u32,
}

/// What is known here of the money that there is, in 10^-7 TFT. What was burned is Billing's to say.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo,
)]
pub struct Supply {
	/// What there is.
	pub issuance: Balance,
	/// What there was at genesis.
	pub genesis: Balance,
	/// What was minted since.
	pub minted: Balance,
	/// What there can be at most.
	pub cap: Balance,
}
