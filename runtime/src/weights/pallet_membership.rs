//! Weights of `pallet_membership`, measured by `scripts/weights.sh`. Don't edit: measure again.
//!
//! Steps 2, repeats 1. Reads and writes are priced by the runtime's database weights; the
//! size of a proof is not counted, since no other chain validates this one's blocks.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, clippy::unnecessary_cast)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// What each call of `pallet_membership` costs.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_membership::WeightInfo for WeightInfo<T> {
	/// Storage: `Feeders::Members` (r:1 w:1)
	/// Proof: `Feeders::Members` (`max_values`: Some(1), `max_size`: Some(1025), added: 1520, mode: `MaxEncodedLen`)
	/// The range of component `m` is `[1, 31]`.
	fn add_member(m: u32, ) -> Weight {
		// Minimum execution time: 10_536_000 picoseconds.
		Weight::from_parts(11_635_817, 0)
			// Standard error: 195
			.saturating_add(Weight::from_parts(17_715, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Feeders::Members` (r:1 w:1)
	/// Proof: `Feeders::Members` (`max_values`: Some(1), `max_size`: Some(1025), added: 1520, mode: `MaxEncodedLen`)
	/// Storage: `Feeders::Prime` (r:1 w:0)
	/// Proof: `Feeders::Prime` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// The range of component `m` is `[2, 32]`.
	fn remove_member(m: u32, ) -> Weight {
		// Minimum execution time: 15_804_000 picoseconds.
		Weight::from_parts(17_136_265, 0)
			// Standard error: 301
			.saturating_add(Weight::from_parts(19_772, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Feeders::Members` (r:1 w:1)
	/// Proof: `Feeders::Members` (`max_values`: Some(1), `max_size`: Some(1025), added: 1520, mode: `MaxEncodedLen`)
	/// Storage: `Feeders::Prime` (r:1 w:0)
	/// Proof: `Feeders::Prime` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// The range of component `m` is `[2, 32]`.
	fn swap_member(m: u32, ) -> Weight {
		// Minimum execution time: 15_904_000 picoseconds.
		Weight::from_parts(17_362_662, 0)
			// Standard error: 424
			.saturating_add(Weight::from_parts(30_638, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Feeders::Members` (r:1 w:1)
	/// Proof: `Feeders::Members` (`max_values`: Some(1), `max_size`: Some(1025), added: 1520, mode: `MaxEncodedLen`)
	/// Storage: `Feeders::Prime` (r:1 w:0)
	/// Proof: `Feeders::Prime` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// The range of component `m` is `[1, 32]`.
	fn reset_members(m: u32, ) -> Weight {
		// Minimum execution time: 12_719_000 picoseconds.
		Weight::from_parts(10_701_138, 0)
			// Standard error: 782
			.saturating_add(Weight::from_parts(3_083_758, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Feeders::Members` (r:1 w:1)
	/// Proof: `Feeders::Members` (`max_values`: Some(1), `max_size`: Some(1025), added: 1520, mode: `MaxEncodedLen`)
	/// Storage: `Feeders::Prime` (r:1 w:1)
	/// Proof: `Feeders::Prime` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// The range of component `m` is `[1, 32]`.
	fn change_key(m: u32, ) -> Weight {
		// Minimum execution time: 16_434_000 picoseconds.
		Weight::from_parts(18_409_774, 0)
			// Standard error: 308
			.saturating_add(Weight::from_parts(33_806, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Feeders::Members` (r:1 w:0)
	/// Proof: `Feeders::Members` (`max_values`: Some(1), `max_size`: Some(1025), added: 1520, mode: `MaxEncodedLen`)
	/// Storage: `Feeders::Prime` (r:0 w:1)
	/// Proof: `Feeders::Prime` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// The range of component `m` is `[1, 32]`.
	fn set_prime(m: u32, ) -> Weight {
		// Minimum execution time: 7_061_000 picoseconds.
		Weight::from_parts(8_159_047, 0)
			// Standard error: 840
			.saturating_add(Weight::from_parts(15_166, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Feeders::Prime` (r:0 w:1)
	/// Proof: `Feeders::Prime` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	fn clear_prime() -> Weight {
		// Minimum execution time: 3_005_000 picoseconds.
		Weight::from_parts(3_405_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}
