//! Weights of `pallet_membership`, measured by `scripts/weights.sh`. Don't edit: measure again.
//!
//! Steps 50, repeats 20. Reads and writes are priced by the runtime's database weights; the
//! size of a proof is not counted, since no other chain validates this one's blocks.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, unused_variables, clippy::unnecessary_cast)]

use super::interfaces::*;
use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// What each call of `pallet_membership` costs.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_membership::WeightInfo for WeightInfo<T> {
	/// Storage: `Feeders::Members` (r:1 w:1)
	/// Proof: `Feeders::Members` (`max_values`: Some(1), `max_size`: Some(1025), added: 1520, mode: `MaxEncodedLen`)
	/// The range of component `m` is `[1, 31]`.
	fn add_member(m: u32, ) -> Weight {
		// Minimum execution time: 5_738_000 picoseconds.
		Weight::from_parts(9_156_405, 0)
			// Standard error: 544
			.saturating_add(Weight::from_parts(31_663, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Feeders::Members` (r:1 w:1)
	/// Proof: `Feeders::Members` (`max_values`: Some(1), `max_size`: Some(1025), added: 1520, mode: `MaxEncodedLen`)
	/// Storage: `Feeders::Prime` (r:1 w:0)
	/// Proof: `Feeders::Prime` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// The range of component `m` is `[2, 32]`.
	fn remove_member(m: u32, ) -> Weight {
		// Minimum execution time: 8_943_000 picoseconds.
		Weight::from_parts(9_770_429, 0)
			// Standard error: 103
			.saturating_add(Weight::from_parts(9_685, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Feeders::Members` (r:1 w:1)
	/// Proof: `Feeders::Members` (`max_values`: Some(1), `max_size`: Some(1025), added: 1520, mode: `MaxEncodedLen`)
	/// Storage: `Feeders::Prime` (r:1 w:0)
	/// Proof: `Feeders::Prime` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// The range of component `m` is `[2, 32]`.
	fn swap_member(m: u32, ) -> Weight {
		// Minimum execution time: 9_034_000 picoseconds.
		Weight::from_parts(9_740_217, 0)
			// Standard error: 149
			.saturating_add(Weight::from_parts(17_521, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Feeders::Members` (r:1 w:1)
	/// Proof: `Feeders::Members` (`max_values`: Some(1), `max_size`: Some(1025), added: 1520, mode: `MaxEncodedLen`)
	/// Storage: `Feeders::Prime` (r:1 w:0)
	/// Proof: `Feeders::Prime` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// The range of component `m` is `[1, 32]`.
	fn reset_members(m: u32, ) -> Weight {
		// Minimum execution time: 6_920_000 picoseconds.
		Weight::from_parts(6_064_598, 0)
			// Standard error: 623
			.saturating_add(Weight::from_parts(2_158_143, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Feeders::Members` (r:1 w:1)
	/// Proof: `Feeders::Members` (`max_values`: Some(1), `max_size`: Some(1025), added: 1520, mode: `MaxEncodedLen`)
	/// Storage: `Feeders::Prime` (r:1 w:1)
	/// Proof: `Feeders::Prime` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// The range of component `m` is `[1, 32]`.
	fn change_key(m: u32, ) -> Weight {
		// Minimum execution time: 9_204_000 picoseconds.
		Weight::from_parts(10_050_929, 0)
			// Standard error: 123
			.saturating_add(Weight::from_parts(16_492, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Feeders::Members` (r:1 w:0)
	/// Proof: `Feeders::Members` (`max_values`: Some(1), `max_size`: Some(1025), added: 1520, mode: `MaxEncodedLen`)
	/// Storage: `Feeders::Prime` (r:0 w:1)
	/// Proof: `Feeders::Prime` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// The range of component `m` is `[1, 32]`.
	fn set_prime(m: u32, ) -> Weight {
		// Minimum execution time: 3_736_000 picoseconds.
		Weight::from_parts(4_174_583, 0)
			// Standard error: 64
			.saturating_add(Weight::from_parts(7_546, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Feeders::Prime` (r:0 w:1)
	/// Proof: `Feeders::Prime` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	fn clear_prime() -> Weight {
		// Minimum execution time: 1_191_000 picoseconds.
		Weight::from_parts(1_393_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}
