//! The quantities of the chain. Each is a type of its own, so that seconds are never added to bytes.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// An amount of TFT in its smallest unit, 10^-7 TFT.
pub type Balance = u128;

/// One TFT.
pub const TFT: Balance = 10_000_000;

/// Dollars for one TFT.
pub type Price = sp_arithmetic::FixedU128;

/// A whole number of hundredths: shares, discounts, factors of at most 100 %.
pub type Percent = sp_arithmetic::Percent;

/// Declares a quantity: a number with a unit.
macro_rules! quantity {
	($(#[$doc:meta])* $name:ident($inner:ty)) => {
		$(#[$doc])*
		#[derive(
			Clone,
			Copy,
			Debug,
			Default,
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
			/// Nothing.
			pub const ZERO: Self = Self(0);

			/// The sum, or the greatest value.
			pub const fn plus(self, other: Self) -> Self {
				Self(self.0.saturating_add(other.0))
			}

			/// The difference, or nothing when `other` is greater.
			pub const fn minus(self, other: Self) -> Self {
				Self(self.0.saturating_sub(other.0))
			}

			/// The sum, or `None` past the greatest value.
			pub fn checked_add(self, other: Self) -> Option<Self> {
				self.0.checked_add(other.0).map(Self)
			}

			/// The difference, or `None` when `other` is greater.
			pub fn checked_sub(self, other: Self) -> Option<Self> {
				self.0.checked_sub(other.0).map(Self)
			}

			/// Whether this is nothing.
			pub const fn is_zero(self) -> bool {
				self.0 == 0
			}
		}
	};
}

quantity! {
	/// A stretch of time in seconds.
	Seconds(u64)
}
quantity! {
	/// Memory or disk in mebibytes (2^20 bytes). 1 GB in the formulas is 1024 of them.
	Mib(u64)
}
quantity! {
	/// Public traffic in bytes. 10^9 bytes are one network unit (NU).
	Bytes(u64)
}
quantity! {
	/// An amount of nano-dollars (10^-9 USD).
	Usd(u128)
}

impl Seconds {
	/// An hour.
	pub const HOUR: Self = Self(3_600);
	/// A month of prices and discounts: 730 hours.
	pub const MONTH: Self = Self(730 * 3_600);
}

/// A moment of chain time: seconds since the unix epoch.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
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
pub struct Time(pub u64);

impl Time {
	/// The moment `span` later.
	pub const fn plus(self, span: Seconds) -> Self {
		Self(self.0.saturating_add(span.0))
	}

	/// The moment `span` earlier.
	pub const fn minus(self, span: Seconds) -> Self {
		Self(self.0.saturating_sub(span.0))
	}

	/// How long ago `earlier` was; nothing if it is yet to come.
	pub const fn since(self, earlier: Self) -> Seconds {
		Seconds(self.0.saturating_sub(earlier.0))
	}
}

/// Capacity: what a node has, or what a workload takes.
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
pub struct Resources {
	/// Logical cores.
	pub cores: u32,
	/// Memory.
	pub memory_mib: Mib,
	/// Solid-state disk.
	pub ssd_mib: Mib,
	/// Spinning disk.
	pub hdd_mib: Mib,
	/// Graphics processors. They are part of the inventory; no formula prices them.
	pub gpus: u16,
}

impl Resources {
	/// Both together, or `None` past the greatest value of a part.
	pub fn checked_add(&self, other: &Self) -> Option<Self> {
		Some(Self {
			cores: self.cores.checked_add(other.cores)?,
			memory_mib: self.memory_mib.checked_add(other.memory_mib)?,
			ssd_mib: self.ssd_mib.checked_add(other.ssd_mib)?,
			hdd_mib: self.hdd_mib.checked_add(other.hdd_mib)?,
			gpus: self.gpus.checked_add(other.gpus)?,
		})
	}

	/// What is left without `other`, or `None` when some part of `other` is greater.
	pub fn checked_sub(&self, other: &Self) -> Option<Self> {
		Some(Self {
			cores: self.cores.checked_sub(other.cores)?,
			memory_mib: self.memory_mib.checked_sub(other.memory_mib)?,
			ssd_mib: self.ssd_mib.checked_sub(other.ssd_mib)?,
			hdd_mib: self.hdd_mib.checked_sub(other.hdd_mib)?,
			gpus: self.gpus.checked_sub(other.gpus)?,
		})
	}

	/// Part by part, the lesser of both.
	pub fn lesser(&self, other: &Self) -> Self {
		Self {
			cores: self.cores.min(other.cores),
			memory_mib: self.memory_mib.min(other.memory_mib),
			ssd_mib: self.ssd_mib.min(other.ssd_mib),
			hdd_mib: self.hdd_mib.min(other.hdd_mib),
			gpus: self.gpus.min(other.gpus),
		}
	}

	/// Part by part, the greater of both.
	pub fn greater(&self, other: &Self) -> Self {
		Self {
			cores: self.cores.max(other.cores),
			memory_mib: self.memory_mib.max(other.memory_mib),
			ssd_mib: self.ssd_mib.max(other.ssd_mib),
			hdd_mib: self.hdd_mib.max(other.hdd_mib),
			gpus: self.gpus.max(other.gpus),
		}
	}

	/// Whether every part is at most that of `other`.
	pub fn fits_in(&self, other: &Self) -> bool {
		other.checked_sub(self).is_some()
	}

	/// Whether there is nothing at all.
	pub fn is_zero(&self) -> bool {
		*self == Self::default()
	}
}
