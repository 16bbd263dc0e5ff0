//! What is known of a node and of the calendar.

use crate::{
	Bytes, CloudUnits, ContractId, FarmId, FarmingPolicyId, Period, Resources, Seconds, Time,
	TwinId, Usd,
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// What a contract needs to know of a node.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo, MaxEncodedLen,
)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct NodeView<AccountId> {
	/// The node's own account, which confirms workloads.
	pub account: AccountId,
	/// The node's twin.
	pub twin: TwinId,
	/// The farm it stands in.
	pub farm: FarmId,
	/// What it has.
	pub hardware: Resources,
	/// What is sold of it.
	pub used: Resources,
	/// What can still be sold: cores four times over, memory less 1 GB, disks once.
	pub free: Resources,
	/// How many contracts have a part of it.
	pub contracts: u32,
	/// Whether its last report is at most L blocks old.
	pub live: bool,
	/// Until when it takes no new contracts, if its farmer has said so.
	pub maintenance: Option<Time>,
	/// When its contracts are ended, if its farmer retires it. It takes no new ones.
	pub retiring: Option<Time>,
	/// The contract that rents all of it, and whether that lasts.
	pub rental: Rental,
	/// Whether a certificate for its hardware stands at this moment.
	pub certified: bool,
	/// Nano-dollars a month of 730 hours that a new rent pays beside the resources; 0 if there is no such fee.
	pub extra_fee: Usd,
	/// Whether it is offered in parts.
	pub tenancy: Tenancy,
}

impl<AccountId> NodeView<AccountId> {
	/// Whether a new contract may be made on it, if its resources suffice and nobody else rents it.
	pub fn is_open(&self) -> bool {
		let rent_ends = matches!(self.rental, Rental::Ended { .. });
		self.live && self.maintenance.is_none() && self.retiring.is_none() && !rent_ends
	}
}

/// What clients ask about the capacity of a node.
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
pub struct NodeCapacity {
	/// The farm it stands in.
	pub farm: FarmId,
	/// What it has.
	pub hardware: Resources,
	/// What is sold of it.
	pub used: Resources,
	/// What can still be sold: cores four times over, memory less 1 GB, disks once.
	pub free: Resources,
	/// How many contracts have a part of it.
	pub contracts: u32,
	/// Whether its last report is at most L blocks old.
	pub live: bool,
	/// Until when it takes no new contracts, if its farmer has said so.
	pub maintenance: Option<Time>,
	/// When its contracts are ended, if its farmer retires it. It takes no new ones.
	pub retiring: Option<Time>,
	/// Whether a certificate for its hardware stands at this moment: a contract that is made now pays for it.
	pub certified: bool,
	/// The contract that rents all of it, and whether that lasts. Meanwhile only its owner deploys.
	pub rental: Rental,
	/// Whether it is free to be rented as a whole: it is live, neither under maintenance nor retiring, rented by
	/// nobody, and has no contracts. A twin that has all the
	/// contracts on it can rent it too. A node of more than 10,000 compute or storage units is more than one
	/// contract can be charged for, so that its rent fails with `TermsTooLarge`: this doesn't tell, `quote` does.
	pub rentable: bool,
	/// Nano-dollars a month of 730 hours that a new rent pays beside the resources; 0 if there is no such fee.
	pub extra_fee: Usd,
	/// Whether it is offered in parts, or has to be rented first.
	pub tenancy: Tenancy,
}

impl<AccountId> From<NodeView<AccountId>> for NodeCapacity {
	fn from(view: NodeView<AccountId>) -> Self {
		Self {
			rentable: view.is_open() && view.contracts == 0 && view.rental == Rental::None,
			rental: view.rental,
			farm: view.farm,
			hardware: view.hardware,
			used: view.used,
			free: view.free,
			contracts: view.contracts,
			live: view.live,
			maintenance: view.maintenance,
			retiring: view.retiring,
			certified: view.certified,
			extra_fee: view.extra_fee,
			tenancy: view.tenancy,
		}
	}
}

/// How a farmer offers a node.
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
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Tenancy {
	/// In parts, to whoever comes, and as a whole while nobody has a part.
	#[default]
	#[codec(index = 0)]
	Shared,
	/// Only as a whole: nobody deploys on it before it is rented.
	#[codec(index = 1)]
	Dedicated,
}

/// Whether a contract rents all of a node.
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
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Rental {
	/// None does.
	#[default]
	#[codec(index = 0)]
	None,
	/// One does: only its owner deploys, and pays IPs and traffic alone for what it has on the node.
	#[codec(index = 1)]
	Rented {
		/// The rent.
		contract: ContractId,
	},
	/// One did and has ended under the workloads of its owner: they end as well, a few a block, and until then
	/// nobody deploys.
	#[codec(index = 2)]
	Ended {
		/// The rent.
		contract: ContractId,
	},
}

/// What a rent is charged by: all that a node has at this moment.
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
pub struct WholeNode {
	/// Cloud units of its hardware, as they are billed.
	pub units: CloudUnits,
	/// Whether a certificate for its hardware stands.
	pub certified: bool,
}

/// A node's meters at this moment, as a contract on it is billed by them.
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
pub struct Reading {
	/// The farm that the node stands in. `None` for what is billed by chain time and has no node.
	pub farm: Option<FarmId>,
	/// Seconds that the chain has credited since the node registered.
	pub attested: Seconds,
	/// When the node last reported, or registered if it hasn't reported yet.
	pub last_report: Time,
	/// Whether the last report is at most L blocks old.
	pub live: bool,
	/// Whether the node has been retired and the notice is over: its contracts end with
	/// [`EndReason::NodeRetired`](crate::EndReason::NodeRetired).
	pub retired: bool,
	/// Whether a contract rents all of the node. The payer of any other contract on it is the renter.
	pub rental: Rental,
	/// Public bytes that the node has counted for the contract. It never falls.
	pub traffic: Bytes,
}

/// The running period.
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
pub struct Calendar {
	/// The running period.
	pub period: Period,
	/// When it began, which is when the one before ended.
	pub start: Time,
	/// When it ends.
	pub end: Time,
	/// When the period before it began; `None` in period 0.
	pub previous_start: Option<Time>,
}

/// What a node did in a period, as it is rewarded for it.
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
pub struct NodePeriod {
	/// The farm it stood in.
	pub farm: FarmId,
	/// The least of each part of the hardware that it had in the period.
	pub hardware: Resources,
	/// How long it was registered in the period, until its end or until the node left.
	pub registered: Seconds,
	/// Seconds that the chain credited in the period.
	pub uptime: Seconds,
	/// Whether one certificate after another, without a gap, stood for the hardware from the beginning of the
	/// period to its end, or until the node left.
	pub certified: bool,
	/// The policy of its registration.
	pub policy: FarmingPolicyId,
}
