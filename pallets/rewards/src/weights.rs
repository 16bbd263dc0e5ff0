//! Weights of `pallet_rewards`. Estimates, in the shape of what `scripts/weights.sh` writes over them.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]
#![allow(dead_code)]

use frame_support::{traits::Get, weights::{Weight, constants::RocksDbWeight}};
use core::marker::PhantomData;

/// Weight functions needed for `pallet_rewards`.
pub trait WeightInfo {
	fn set_params() -> Weight;
	fn lower_cap() -> Weight;
	fn add_farming_policy() -> Weight;
	fn set_default_policy() -> Weight;
	fn void_receipt() -> Weight;
	fn poll() -> Weight;
	fn begin() -> Weight;
	fn settle_node() -> Weight;
	fn fix_factors() -> Weight;
	fn pay_farm() -> Weight;
	fn retry_farm() -> Weight;
	fn finish() -> Weight;
	fn clear_item() -> Weight;
}

/// Weights for `pallet_rewards` using the Substrate node and recommended hardware.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Rewards::Params` (r:1 w:1)
	fn set_params() -> Weight {
		Weight::from_parts(9_000_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Balances::TotalIssuance` (r:1 w:1)
	fn lower_cap() -> Weight {
		Weight::from_parts(12_000_000, 1500)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Rewards::Policies` (r:1 w:1)
	fn add_farming_policy() -> Weight {
		Weight::from_parts(14_000_000, 3600)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Rewards::DefaultPolicy` (r:1 w:1)
	fn set_default_policy() -> Weight {
		Weight::from_parts(13_000_000, 3600)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Rewards::Voids` (r:1 w:1)
	fn void_receipt() -> Weight {
		Weight::from_parts(25_000_000, 4000)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Rewards::Settlement` (r:1 w:1)
	fn poll() -> Weight {
		Weight::from_parts(40_000_000, 1500)
			.saturating_add(T::DbWeight::get().reads(3_u64))
	}
	/// Storage: `Rewards::Periods` (r:1 w:1)
	fn begin() -> Weight {
		Weight::from_parts(25_000_000, 13000)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Rewards::Receipts` (r:1 w:1)
	fn settle_node() -> Weight {
		Weight::from_parts(45_000_000, 4000)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Balances::TotalIssuance` (r:1 w:1)
	fn fix_factors() -> Weight {
		Weight::from_parts(30_000_000, 1500)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Rewards::FarmTotals` (r:1 w:1)
	fn pay_farm() -> Weight {
		Weight::from_parts(80_000_000, 6200)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Rewards::Booked` (r:1 w:1)
	fn retry_farm() -> Weight {
		Weight::from_parts(55_000_000, 6200)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Rewards::Periods` (r:1 w:1)
	fn finish() -> Weight {
		Weight::from_parts(45_000_000, 3600)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Rewards::Receipts` (r:1 w:1)
	fn clear_item() -> Weight {
		Weight::from_parts(15_000_000, 5200)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

// For backwards compatibility and tests.
impl WeightInfo for () {
	/// Storage: `Rewards::Params` (r:1 w:1)
	fn set_params() -> Weight {
		Weight::from_parts(9_000_000, 0)
			.saturating_add(RocksDbWeight::get().reads(1_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// Storage: `Balances::TotalIssuance` (r:1 w:1)
	fn lower_cap() -> Weight {
		Weight::from_parts(12_000_000, 1500)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// Storage: `Rewards::Policies` (r:1 w:1)
	fn add_farming_policy() -> Weight {
		Weight::from_parts(14_000_000, 3600)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(2_u64))
	}
	/// Storage: `Rewards::DefaultPolicy` (r:1 w:1)
	fn set_default_policy() -> Weight {
		Weight::from_parts(13_000_000, 3600)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// Storage: `Rewards::Voids` (r:1 w:1)
	fn void_receipt() -> Weight {
		Weight::from_parts(25_000_000, 4000)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// Storage: `Rewards::Settlement` (r:1 w:1)
	fn poll() -> Weight {
		Weight::from_parts(40_000_000, 1500)
			.saturating_add(RocksDbWeight::get().reads(3_u64))
	}
	/// Storage: `Rewards::Periods` (r:1 w:1)
	fn begin() -> Weight {
		Weight::from_parts(25_000_000, 13000)
			.saturating_add(RocksDbWeight::get().reads(5_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// Storage: `Rewards::Receipts` (r:1 w:1)
	fn settle_node() -> Weight {
		Weight::from_parts(45_000_000, 4000)
			.saturating_add(RocksDbWeight::get().reads(9_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	/// Storage: `Balances::TotalIssuance` (r:1 w:1)
	fn fix_factors() -> Weight {
		Weight::from_parts(30_000_000, 1500)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// Storage: `Rewards::FarmTotals` (r:1 w:1)
	fn pay_farm() -> Weight {
		Weight::from_parts(80_000_000, 6200)
			.saturating_add(RocksDbWeight::get().reads(8_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
	/// Storage: `Rewards::Booked` (r:1 w:1)
	fn retry_farm() -> Weight {
		Weight::from_parts(55_000_000, 6200)
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	/// Storage: `Rewards::Periods` (r:1 w:1)
	fn finish() -> Weight {
		Weight::from_parts(45_000_000, 3600)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(3_u64))
	}
	/// Storage: `Rewards::Receipts` (r:1 w:1)
	fn clear_item() -> Weight {
		Weight::from_parts(15_000_000, 5200)
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
}
