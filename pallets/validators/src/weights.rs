//! Weights for `pallet_validators`.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]
#![allow(dead_code)]

use frame_support::{traits::Get, weights::{Weight, constants::RocksDbWeight}};
use core::marker::PhantomData;

/// Weight functions needed for `pallet_validators`.
pub trait WeightInfo {
	fn on_offence(n: u32, ) -> Weight;
	fn new_session(n: u32, ) -> Weight;
	fn start_session(n: u32, ) -> Weight;
	fn withdraw_keys() -> Weight;
}

/// Weights for `pallet_validators` using the Substrate node and recommended hardware.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Validators::Offenders` (r:100 w:100)
	/// Storage: `Session::DisabledValidators` (r:1 w:1)
	/// Storage: `Session::Validators` (r:1 w:0)
	/// The range of component `n` is `[1, 100]`.
	fn on_offence(n: u32, ) -> Weight {
		Weight::from_parts(15_000_000, 3990)
			.saturating_add(Weight::from_parts(20_000_000, 2519).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	/// Storage: `Validators::Validators` (r:1 w:0)
	/// Storage: `Session::NextKeys` (r:100 w:0)
	/// Storage: `Validators::PlannedSet` (r:1 w:1)
	/// The range of component `n` is `[1, 100]`.
	fn new_session(n: u32, ) -> Weight {
		Weight::from_parts(12_000_000, 4687)
			.saturating_add(Weight::from_parts(4_000_000, 2603).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Session::Validators` (r:1 w:0)
	/// Storage: `Validators::Offenders` (r:100 w:0)
	/// Storage: `Session::DisabledValidators` (r:1 w:1)
	/// The range of component `n` is `[1, 100]`.
	fn start_session(n: u32, ) -> Weight {
		Weight::from_parts(10_000_000, 3990)
			.saturating_add(Weight::from_parts(10_000_000, 2519).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn withdraw_keys() -> Weight {
		Weight::from_parts(60_000_000, 16000)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
}

// For backwards compatibility and tests.
impl WeightInfo for () {
	/// The range of component `n` is `[1, 100]`.
	fn on_offence(n: u32, ) -> Weight {
		Weight::from_parts(15_000_000, 3990)
			.saturating_add(Weight::from_parts(20_000_000, 2519).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
			.saturating_add(RocksDbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	/// The range of component `n` is `[1, 100]`.
	fn new_session(n: u32, ) -> Weight {
		Weight::from_parts(12_000_000, 4687)
			.saturating_add(Weight::from_parts(4_000_000, 2603).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	/// The range of component `n` is `[1, 100]`.
	fn start_session(n: u32, ) -> Weight {
		Weight::from_parts(10_000_000, 3990)
			.saturating_add(Weight::from_parts(10_000_000, 2519).saturating_mul(n.into()))
			.saturating_add(RocksDbWeight::get().reads(2_u64))
			.saturating_add(RocksDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(RocksDbWeight::get().writes(1_u64))
	}
	fn withdraw_keys() -> Weight {
		Weight::from_parts(60_000_000, 16000)
			.saturating_add(RocksDbWeight::get().reads(9_u64))
			.saturating_add(RocksDbWeight::get().writes(5_u64))
	}
}
