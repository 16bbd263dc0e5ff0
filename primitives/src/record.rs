//! Records: what an auditor gets. They leave the state; their Merkle root stays in the header.
//!
//! A record is for ever: a variant is never changed. When a body must change, a new variant is added.

use crate::{
	Balance, Bytes, CloudUnits, ContractId, FarmId, FarmingPolicyId, NodeId, Percent, Period,
	Price, PricingPolicyId, ProviderId, Rate, Seconds, Split, Time, TwinId, Usd,
};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode};
use scale_info::TypeInfo;

/// One entry of the chain's history.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Record<AccountId> {
	/// A contract was billed.
	#[codec(index = 0)]
	Bill(Bill<AccountId>),
	/// A node's period was settled.
	#[codec(index = 1)]
	Receipt(Receipt),
	/// A farm was paid for a period.
	#[codec(index = 2)]
	FarmPayout(FarmPayout<AccountId>),
}

/// Why a contract was billed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum BillKind {
	/// Its window closed.
	#[codec(index = 0)]
	Window,
	/// Its owner changed it.
	#[codec(index = 1)]
	Update,
	/// It ended.
	#[codec(index = 2)]
	End,
	/// What it cost while it was suspended.
	#[codec(index = 3)]
	Arrears,
}

/// A bill with every factor: `charged` follows from the rest by the formulas of `gridchain-math`.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Bill<AccountId> {
	/// The contract.
	pub contract: ContractId,
	/// Why it was billed.
	pub kind: BillKind,
	/// The twin that owns the contract.
	pub twin: TwinId,
	/// The account that paid.
	pub payer: AccountId,
	/// The node that delivered; `None` for a name.
	pub node: Option<NodeId>,
	/// The farm it stood in; `None` for a name.
	pub farm: Option<FarmId>,
	/// The provider that shares in the farm's part, or could if the farm had accepted it when the window opened.
	pub provider: Option<ProviderId>,
	/// When the stretch that is billed began.
	pub from: Time,
	/// When it ended.
	pub to: Time,
	/// Attested seconds that are billed. At a contract's end, if its node is live, what lacks to the least that
	/// one is billed for in all (an hour in production) is added, though nobody attested it.
	pub seconds: Seconds,
	/// Public bytes that are billed.
	pub traffic: Bytes,
	/// The pricing policy of the window.
	pub policy: PricingPolicyId,
	/// The exact rate, after discount.
	pub rate: Rate,
	/// Nano-dollars for 10^9 bytes, before discount.
	pub traffic_price: Usd,
	/// The discount on resources and names; `rate` is after it.
	pub discount: Percent,
	/// The discount on public IPs, which `rate` is after, and on traffic.
	pub network_discount: Percent,
	/// Nano-dollars, rounded up.
	pub usd: Usd,
	/// Dollars for one TFT.
	pub price: Price,
	/// 10^-7 TFT that were paid.
	pub charged: Balance,
	/// 10^-7 TFT of it that are the farmer's extra fee, rounded down. The farm gets them whole; the rest is split.
	pub extra_fee: Balance,
	/// The provider's part of the farm's share.
	pub provider_share: Percent,
	/// Who got which part.
	pub split: Split,
}

/// What a node earned in a period, or why it earned nothing.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Receipt {
	/// The period.
	pub period: Period,
	/// The node.
	pub node: NodeId,
	/// The farm it stood in.
	pub farm: FarmId,
	/// The cloud units it earned for.
	pub units: CloudUnits,
	/// Seconds that the chain credited.
	pub uptime: Seconds,
	/// Seconds that it was registered.
	pub registered: Seconds,
	/// Whether certified hardware earned its factor.
	pub certified: bool,
	/// The farming policy.
	pub policy: FarmingPolicyId,
	/// The price at which dollars became TFT.
	pub connection_price: Price,
	/// The market's price when the period was settled, if there was one.
	pub market_price: Option<Price>,
	/// The reward in nano-dollars, rounded down.
	pub usd: Usd,
	/// 10^-7 TFT that are due before budget and cap, rounded down.
	pub due: Balance,
	/// 10^-7 TFT that deployers paid for its capacity: the farm's share.
	pub revenue: Balance,
	/// Why it is what it is.
	pub verdict: Verdict,
}

/// Why a node earned what it did.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Verdict {
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
	Voided(Vec<u8>),
}

/// What a farm was paid for its nodes under one policy in one period. What it was paid of a node's revenue before it
/// went to another owner is one of its own, with nothing due and nothing minted.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct FarmPayout<AccountId> {
	/// The period.
	pub period: Period,
	/// The farm.
	pub farm: FarmId,
	/// The policy, or `None` where the farm got at last what earlier payouts had left booked. `minted` and
	/// `revenue` were then counted before, in the payouts whose `account` is `None`.
	pub policy: Option<FarmingPolicyId>,
	/// 10^-7 TFT: the sum of its receipts.
	pub due: Balance,
	/// 10^-7 TFT that were minted of it, under the policy's budget and the cap.
	pub minted: Balance,
	/// 10^-7 TFT of revenue that were paid with it.
	pub revenue: Balance,
	/// The account that received both, or `None` while they stay booked.
	pub account: Option<AccountId>,
}
