//! What is known of a node and of the calendar.

use crate::{Bytes, FarmId, FarmingPolicyId, Period, Resources, Seconds, Time, TwinId};
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
	/// Whether its last report is at most L blocks old.
	pub live: bool,
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
	/// The farm that the node stands in.
	pub farm: FarmId,
	/// Seconds that the chain has credited since the node registered.
	pub attested: Seconds,
	/// When the node last reported, or registered if it hasn't reported yet.
	pub last_report: Time,
	/// Whether the last report is at most L blocks old.
	pub live: bool,
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
	/// How long it was registered in the period.
	pub registered: Seconds,
	/// Seconds that the chain credited in the period.
	pub uptime: Seconds,
	/// Whether a certifier vouched for the hardware through the whole period.
	pub certified: bool,
	/// The policy of its registration.
	pub policy: FarmingPolicyId,
}
