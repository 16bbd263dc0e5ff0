//! Weights of `pallet_oracle`, measured by `scripts/weights.sh`. Don't edit: measure again.
//!
//! Steps 50, repeats 20. Reads and writes are priced by the runtime's database weights; the
//! size of a proof is not counted, since no other chain validates this one's blocks.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, unused_variables, clippy::unnecessary_cast)]

use super::interfaces::*;
use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// What each call of `pallet_oracle` costs.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_oracle::WeightInfo for WeightInfo<T> {
	/// Storage: `Feeders::Members` (r:1 w:0)
	/// Proof: `Feeders::Members` (`max_values`: Some(1), `max_size`: Some(1025), added: 1520, mode: `MaxEncodedLen`)
	/// Storage: `Oracle::HasDispatched` (r:1 w:1)
	/// Proof: `Oracle::HasDispatched` (`max_values`: Some(1), `max_size`: Some(1057), added: 1552, mode: `MaxEncodedLen`)
	/// Storage: `Oracle::RawValues` (r:4 w:1)
	/// Proof: `Oracle::RawValues` (`max_values`: None, `max_size`: Some(73), added: 2548, mode: `MaxEncodedLen`)
	/// Storage: `Oracle::Values` (r:1 w:1)
	/// Proof: `Oracle::Values` (`max_values`: None, `max_size`: Some(33), added: 2508, mode: `MaxEncodedLen`)
	/// The range of component `x` is `[0, 1]`.
	fn feed_values(x: u32, ) -> Weight {
		// Minimum execution time: 7_261_000 picoseconds.
		Weight::from_parts(8_482_551, 0)
			// Standard error: 48_026
			.saturating_add(Weight::from_parts(19_091_395, 0).saturating_mul(x.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((5_u64).saturating_mul(x.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(x.into())))
	}
	/// Storage: `Oracle::HasDispatched` (r:0 w:1)
	/// Proof: `Oracle::HasDispatched` (`max_values`: Some(1), `max_size`: Some(1057), added: 1552, mode: `MaxEncodedLen`)
	fn on_finalize() -> Weight {
		// Minimum execution time: 570_000 picoseconds.
		Weight::from_parts(701_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}
