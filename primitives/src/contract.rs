//! What Billing is told of a contract, and how one ends.

use crate::{
	Balance, Bytes, CloudUnits, NodeId, Price, PricingPolicyId, Seconds, Time, TwinId, Usd,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// What is charged, and to whom. Billing knows no more of a contract.
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
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Terms {
	/// Who pays.
	pub payer: TwinId,
	/// The node whose meters count.
	pub node: NodeId,
	/// The cloud units that are paid for by the hour.
	pub units: CloudUnits,
	/// The most traffic that one window is billed for.
	pub traffic_limit: Bytes,
}

/// What a contract will cost, at this moment's policy and price.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	TypeInfo,
	MaxEncodedLen,
)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Quote {
	/// Cloud units that are paid for.
	pub units: CloudUnits,
	/// The pricing policy.
	pub policy: PricingPolicyId,
	/// Dollars for one TFT.
	pub price: Price,
	/// Nano-dollars an hour, rounded up.
	pub usd_per_hour: Usd,
	/// 10^-7 TFT an hour, rounded up.
	pub tft_per_hour: Balance,
	/// 10^-7 TFT for 10^9 bytes of traffic, rounded up.
	pub tft_per_gigabyte: Balance,
	/// How long one window is.
	pub window: Seconds,
	/// 10^-7 TFT that are held while a window is open: the most that it can cost.
	pub reserve: Balance,
}

/// How a contract stands with the chain at this moment.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	TypeInfo,
	MaxEncodedLen,
)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct ContractStatus {
	/// What is charged, and to whom.
	pub terms: Terms,
	/// Whether it waits, runs or is suspended.
	pub state: ContractState,
	/// When the chain acts on it next, at the earliest.
	pub due: Time,
	/// The pricing policy of the window; of a suspended contract, that of its last window.
	pub policy: PricingPolicyId,
	/// Dollars for one TFT, as that window fixed it.
	pub price: Price,
	/// Nano-dollars an hour while it runs, rounded up.
	pub usd_per_hour: Usd,
	/// 10^-7 TFT an hour while it runs, rounded up.
	pub tft_per_hour: Balance,
	/// Seconds that were billed in all.
	pub billed: Seconds,
	/// Seconds that were delivered since the last bill.
	pub unbilled: Seconds,
	/// Public bytes since the last bill that will be billed.
	pub traffic: Bytes,
	/// What the unbilled seconds and bytes cost: 10^-7 TFT, rounded up. Of a suspended contract, its arrears.
	pub accrued: Balance,
}

/// Whether a contract waits, runs or is suspended.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	TypeInfo,
	MaxEncodedLen,
)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum ContractState {
	/// It waits for its node's confirmation, and ends when due if that doesn't come.
	#[codec(index = 0)]
	Pending {
		/// 10^-7 TFT that are held.
		reserve: Balance,
	},
	/// It runs.
	#[codec(index = 1)]
	Open {
		/// When its window opened.
		opened: Time,
		/// 10^-7 TFT that are held.
		reserve: Balance,
	},
	/// Its owner's money was short: it is stopped, and its data kept.
	#[codec(index = 2)]
	Suspended {
		/// Since when.
		since: Time,
		/// When it ends if no money comes.
		grace_until: Time,
		/// 10^-7 TFT that `resume` needs beside the arrears, at this moment's policy and price.
		needed: Balance,
	},
}

/// Why a contract ended.
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
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum EndReason {
	/// Its owner cancelled it.
	#[codec(index = 0)]
	Owner,
	/// Its owner's money didn't come back within the grace.
	#[codec(index = 1)]
	OutOfFunds,
	/// The node didn't confirm it in time.
	#[codec(index = 2)]
	NotDelivered,
	/// The farmer retired its node.
	#[codec(index = 3)]
	NodeRetired,
	/// Its node has not been live for too long.
	#[codec(index = 4)]
	NodeGone,
	/// The rent of its node ended.
	#[codec(index = 5)]
	RentEnded,
	/// The region ended it.
	#[codec(index = 6)]
	Governance,
}
