//! Weights for `pallet_farms`.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]
#![allow(dead_code)]

use frame_support::{traits::Get, weights::{Weight, constants::RocksDbWeight}};
use core::marker::PhantomData;

/// Weight functions needed for `pallet_farms`.
pub trait WeightInfo {
	fn create_farm() -> Weight;
	fn rename_farm() -> Weight;
	fn set_payout_account() -> Weight;
	fn authorise_node() -> Weight;
	fn revoke_node() -> Weight;
	fn approve_farm() -> Weight;
	fn disapprove_farm() -> Weight;
}

/// Weights for `pallet_farms` using the Substrate node and recommended hardware.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Farms::FarmByName` (r:1 w:1)
	/// Storage: `Farms::NextFarmId` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Storage: `Twins::Uses` (r:1 w:1)
	/// Storage: `Farms::Farms` (r:0 w:1)
	fn create_farm() -> Weight {
		Weight::from_parts(55_000_000, 3967)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Farms::Farms` (r:1 w:1)
	/// Storage: `Farms::FarmByName` (r:2 w:2)
	fn rename_farm() -> Weight {
		Weight::from_parts(25_000_000, 3967)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Farms::Farms` (r:1 w:1)
	fn set_payout_account() -> Weight {
		Weight::from_parts(18_000_000, 3967)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Farms::Farms` (r:1 w:0)
	/// Storage: `Farms::Authorisations` (r:1 w:1)
	/// Storage: `Farms::AuthorisedNodes` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:2 w:2)
	fn authorise_node() -> Weight {
		Weight::from_parts(55_000_000, 6196)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Farms::Farms` (r:1 w:0)
	/// Storage: `Farms::Authorisations` (r:1 w:1)
	/// Storage: `Farms::AuthorisedNodes` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:2 w:2)
	fn revoke_node() -> Weight {
		Weight::from_parts(55_000_000, 6196)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Farms::Farms` (r:1 w:1)
	fn approve_farm() -> Weight {
		Weight::from_parts(14_000_000, 3967)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Farms::Farms` (r:1 w:1)
	fn disapprove_farm() -> Weight {
		Weight::from_parts(14_000_000, 3967)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

// For backwards compatibility and tests.
impl WeightInfo for () {
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Farms::FarmByName` (r:1 w:1)
	/// Storage: `Farms::NextFarmId` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Storage: `Twins::Uses` (r:1 w:1)
	/// Storage: `Farms::Farms` (r:0 w:1)
	fn create_farm() -> Weight {
		Weight::from_parts(55_000_000, 3967)
			.saturating_add(RocksDbWeight::get().reads(7_u64))
			.saturating_add(RocksDbWeight::get().writes(6_u64))
	}
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Farms::Farms` (r:1 w:1)
	/// Storage: `Farms::FarmByName` (r:2 w:2)
	fn rename_farm() -> Weight {
		Weight::from_parts(25_000_000, 3967)
			.saturating_add(RocksDbWeight::get().reads(4_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Farms::Farms` (r:1 w:1)
	fn set_payout_account() -> Weight {
		Weight::from_parts(18_000_000, 3967)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Farms::Farms` (r:1 w:0)
	/// Storage: `Farms::Authorisations` (r:1 w:1)
	/// Storage: `Farms::AuthorisedNodes` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:2 w:2)
	fn authorise_node() -> Weight {
		Weight::from_parts(55_000_000, 6196)
			.saturating_add(RocksDbWeight::get().reads(7_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Farms::Farms` (r:1 w:0)
	/// Storage: `Farms::Authorisations` (r:1 w:1)
	/// Storage: `Farms::AuthorisedNodes` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:2 w:2)
	fn revoke_node() -> Weight {
		Weight::from_parts(55_000_000, 6196)
			.saturating_add(RocksDbWeight::get().reads(7_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
	/// Storage: `Farms::Farms` (r:1 w:1)
	fn approve_farm() -> Weight {
		Weight::from_parts(14_000_000, 3967)
			.saturating_add(RocksDbWeight::get().reads(1_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// Storage: `Farms::Farms` (r:1 w:1)
	fn disapprove_farm() -> Weight {
		Weight::from_parts(14_000_000, 3967)
			.saturating_add(RocksDbWeight::get().reads(1_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
}
