//! Weights for `pallet_twins`.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]
#![allow(dead_code)]

use frame_support::{traits::Get, weights::{Weight, constants::RocksDbWeight}};
use core::marker::PhantomData;

/// Weight functions needed for `pallet_twins`.
pub trait WeightInfo {
	fn accept_terms() -> Weight;
	fn withdraw_acceptance() -> Weight;
	fn create_twin() -> Weight;
	fn update_twin() -> Weight;
	fn set_terms() -> Weight;
}

/// Weights for `pallet_twins` using the Substrate node and recommended hardware.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Twins::Terms` (r:1 w:0)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Twins::Twins` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn accept_terms() -> Weight {
		Weight::from_parts(45_000_000, 3967)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Twins::Acceptances` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn withdraw_acceptance() -> Weight {
		Weight::from_parts(40_000_000, 3967)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Twins::TwinOf` (r:1 w:1)
	/// Storage: `Twins::Acceptances` (r:1 w:1)
	/// Storage: `Twins::Terms` (r:1 w:0)
	/// Storage: `Twins::NextTwinId` (r:1 w:1)
	/// Storage: `Twins::Twins` (r:0 w:1)
	fn create_twin() -> Weight {
		Weight::from_parts(25_000_000, 3967)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Twins::Twins` (r:1 w:1)
	fn update_twin() -> Weight {
		Weight::from_parts(18_000_000, 3967)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Twins::Terms` (r:1 w:1)
	fn set_terms() -> Weight {
		Weight::from_parts(8_000_000, 1517)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

// For backwards compatibility and tests.
impl WeightInfo for () {
	/// Storage: `Twins::Terms` (r:1 w:0)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Twins::Twins` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn accept_terms() -> Weight {
		Weight::from_parts(45_000_000, 3967)
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	/// Storage: `Twins::Acceptances` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	fn withdraw_acceptance() -> Weight {
		Weight::from_parts(40_000_000, 3967)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	/// Storage: `Twins::TwinOf` (r:1 w:1)
	/// Storage: `Twins::Acceptances` (r:1 w:1)
	/// Storage: `Twins::Terms` (r:1 w:0)
	/// Storage: `Twins::NextTwinId` (r:1 w:1)
	/// Storage: `Twins::Twins` (r:0 w:1)
	fn create_twin() -> Weight {
		Weight::from_parts(25_000_000, 3967)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Twins::Twins` (r:1 w:1)
	fn update_twin() -> Weight {
		Weight::from_parts(18_000_000, 3967)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// Storage: `Twins::Terms` (r:1 w:1)
	fn set_terms() -> Weight {
		Weight::from_parts(8_000_000, 1517)
			.saturating_add(RocksDbWeight::get().reads(1_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
}
