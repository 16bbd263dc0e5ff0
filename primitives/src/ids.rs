//! Ids. Each counts from 1 in order of creation and is never used twice, but for [`Period`], which counts
//! from 0, and [`Slot`], which is a time.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::fmt;
use scale_info::TypeInfo;

/// Declares an id: a number that names one thing.
macro_rules! id {
	($(#[$doc:meta])* $name:ident($inner:ty)) => {
		$(#[$doc])*
		#[derive(
			Clone,
			Copy,
			Debug,
			PartialEq,
			Eq,
			PartialOrd,
			Ord,
			Encode,
			Decode,
			DecodeWithMemTracking,
			MaxEncodedLen,
			TypeInfo,
		)]
		#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
		pub struct $name(pub $inner);

		impl $name {
			/// The id after this one, or `None` after the last.
			pub fn next(self) -> Option<Self> {
				self.0.checked_add(1).map(Self)
			}
		}

		impl fmt::Display for $name {
			fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
				self.0.fmt(f)
			}
		}
	};
}

id! {
	/// A digital identity.
	TwinId(u32)
}
id! {
	/// A set of nodes with one owner.
	FarmId(u32)
}
id! {
	/// One computer.
	NodeId(u32)
}
id! {
	/// An agreement of a twin with the chain.
	ContractId(u64)
}
id! {
	/// A version of the prices that deployers pay. Versions are immutable.
	PricingPolicyId(u32)
}
id! {
	/// Somebody who brings deployers and shares in the revenue.
	ProviderId(u32)
}
id! {
	/// A version of the terms at which nodes earn. Versions are immutable.
	FarmingPolicyId(u32)
}
id! {
	/// A reward period, counted from 0, the one that began with the chain's first block.
	Period(u32)
}
id! {
	/// A step of the due queue: unix time divided by the slot length. Not a slot of block production.
	Slot(u64)
}
