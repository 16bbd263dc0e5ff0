//! What Billing is told of a contract, and how one ends.

use crate::{
	Balance, Bytes, CloudUnits, NodeId, Percent, Price, PricingPolicyId, ProviderId, Resources,
	Seconds, Time, TwinId, Usd,
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
	/// What is paid for.
	pub goods: Goods,
	/// Who brought the payer and shares in the revenue, on farms that have accepted it.
	pub provider: Option<ProviderId>,
}

/// What is paid for, and by which meter.
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
pub enum Goods {
	/// A part of a node, by the seconds that the node attests. Whoever rents all of the node pays only IPs and
	/// traffic for it.
	#[codec(index = 0)]
	Part {
		/// The node whose meters count.
		node: NodeId,
		/// Cloud units.
		units: CloudUnits,
		/// Whether a certificate stood for the node's hardware when the contract was made: 25 % more for the units.
		certified: bool,
		/// Public IPv4 addresses.
		ipv4: u8,
		/// The most traffic that one window is billed for.
		traffic_limit: Bytes,
	},
	/// A whole node, by the seconds that it attests, at half the price of its units.
	#[codec(index = 1)]
	Whole {
		/// The node whose meters count.
		node: NodeId,
		/// The cloud units of all that it has. They fall with the hardware and never rise.
		units: CloudUnits,
		/// Whether a certificate stands for its hardware since the contract was made: 25 % more for the units.
		certified: bool,
		/// Nano-dollars a month of 730 hours beside that, never discounted, all of it for the farm.
		extra_fee: Usd,
	},
	/// A name, by chain time.
	#[codec(index = 2)]
	Name,
}

impl Goods {
	/// The node whose meters count, or `None` for what is billed by chain time.
	pub fn node(&self) -> Option<NodeId> {
		match self {
			Self::Part { node, .. } | Self::Whole { node, .. } => Some(*node),
			Self::Name => None,
		}
	}

	/// The cloud units that are paid for.
	pub fn units(&self) -> CloudUnits {
		match self {
			Self::Part { units, .. } | Self::Whole { units, .. } => *units,
			Self::Name => CloudUnits::default(),
		}
	}

	/// The most traffic that one window is billed for.
	pub fn traffic_limit(&self) -> Bytes {
		match self {
			Self::Part { traffic_limit, .. } => *traffic_limit,
			Self::Whole { .. } | Self::Name => Bytes::ZERO,
		}
	}

	/// Nano-dollars a month of 730 hours that go to the farm whole.
	pub fn extra_fee(&self) -> Usd {
		match self {
			Self::Whole { extra_fee, .. } => *extra_fee,
			Self::Part { .. } | Self::Name => Usd::ZERO,
		}
	}
}

/// A contract that somebody thinks of making, and wants to know the price of.
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
pub enum QuoteRequest {
	/// A workload, as `deploy` would be given it.
	#[codec(index = 0)]
	Workload {
		/// The node, whose certificate and rent make a difference; `None` for any that has neither.
		node: Option<NodeId>,
		/// What is taken of it.
		resources: Resources,
		/// Public IPv4 addresses.
		public_ips: u8,
		/// The most traffic that one window is billed for.
		traffic_limit: Bytes,
	},
	/// A whole node, as `rent_node` would be given it.
	#[codec(index = 1)]
	Rent {
		/// The node.
		node: NodeId,
	},
	/// A name, as `reserve_name` would be given it: all cost the same.
	#[codec(index = 2)]
	Name,
}

/// What a service will cost at most, at this moment's price.
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
pub struct ServiceQuote {
	/// Dollars for one TFT.
	pub price: Price,
	/// Nano-dollars an hour: the base and all that may be metered.
	pub usd_per_hour: Usd,
	/// 10^-7 TFT an hour, rounded up.
	pub tft_per_hour: Balance,
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
	/// The discount on resources and names that the payer's stake earns. It is taken off already.
	pub discount: Percent,
	/// The discount on public IPs and traffic that goes with it. It is taken off already.
	pub network_discount: Percent,
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
	/// The discount on resources and names, as that window fixed it.
	pub discount: Percent,
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
