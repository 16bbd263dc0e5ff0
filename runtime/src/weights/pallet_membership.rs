//! Weights of `pallet_membership`, measured by `scripts/weights.sh`. Don't edit: measure again.
//!
//! Steps 20, repeats 10. Reads and writes are priced by the runtime's database weights; the
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
		// Minimum execution time: 8_994_000 picoseconds.
		Weight::from_parts(10_809_954, 0)
			// Standard error: 1_034
			.saturating_add(Weight::from_parts(13_561, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Feeders::Members` (r:1 w:1)
	/// Proof: `Feeders::Members` (`max_values`: Some(1), `max_size`: Some(1025), added: 1520, mode: `MaxEncodedLen`)
	/// Storage: `Feeders::Prime` (r:1 w:0)
	/// Proof: `Feeders::Prime` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// The range of component `m` is `[2, 32]`.
	fn remove_member(m: u32, ) -> Weight {
		// Minimum execution time: 13_791_000 picoseconds.
		Weight::from_parts(14_835_732, 0)
			// Standard error: 170
			.saturating_add(Weight::from_parts(12_816, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Feeders::Members` (r:1 w:1)
	/// Proof: `Feeders::Members` (`max_values`: Some(1), `max_size`: Some(1025), added: 1520, mode: `MaxEncodedLen`)
	/// Storage: `Feeders::Prime` (r:1 w:0)
	/// Proof: `Feeders::Prime` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// The range of component `m` is `[2, 32]`.
	fn swap_member(m: u32, ) -> Weight {
		// Minimum execution time: 13_841_000 picoseconds.
		Weight::from_parts(14_715_599, 0)
			// Standard error: 185
			.saturating_add(Weight::from_parts(20_988, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Feeders::Members` (r:1 w:1)
	/// Proof: `Feeders::Members` (`max_values`: Some(1), `max_size`: Some(1025), added: 1520, mode: `MaxEncodedLen`)
	/// Storage: `Feeders::Prime` (r:1 w:0)
	/// Proof: `Feeders::Prime` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// The range of component `m` is `[1, 32]`.
	fn reset_members(m: u32, ) -> Weight {
		// Minimum execution time: 10_776_000 picoseconds.
		Weight::from_parts(9_334_487, 0)
			// Standard error: 712
			.saturating_add(Weight::from_parts(3_115_676, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Feeders::Members` (r:1 w:1)
	/// Proof: `Feeders::Members` (`max_values`: Some(1), `max_size`: Some(1025), added: 1520, mode: `MaxEncodedLen`)
	/// Storage: `Feeders::Prime` (r:1 w:1)
	/// Proof: `Feeders::Prime` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// The range of component `m` is `[1, 32]`.
	fn change_key(m: u32, ) -> Weight {
		// Minimum execution time: 14_852_000 picoseconds.
		Weight::from_parts(15_814_718, 0)
			// Standard error: 182
			.saturating_add(Weight::from_parts(17_580, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Feeders::Members` (r:1 w:0)
	/// Proof: `Feeders::Members` (`max_values`: Some(1), `max_size`: Some(1025), added: 1520, mode: `MaxEncodedLen`)
	/// Storage: `Feeders::Prime` (r:0 w:1)
	/// Proof: `Feeders::Prime` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// The range of component `m` is `[1, 32]`.
	fn set_prime(m: u32, ) -> Weight {
		// Minimum execution time: 6_259_000 picoseconds.
		Weight::from_parts(6_873_945, 0)
			// Standard error: 104
			.saturating_add(Weight::from_parts(7_783, 0).saturating_mul(m.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Feeders::Prime` (r:0 w:1)
	/// Proof: `Feeders::Prime` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	fn clear_prime() -> Weight {
		// Minimum execution time: 2_724_000 picoseconds.
		Weight::from_parts(3_054_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}
