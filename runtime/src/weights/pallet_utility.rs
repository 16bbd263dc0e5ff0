//! Weights of `pallet_utility`, measured by `scripts/weights.sh`. Don't edit: measure again.
//!
//! Steps 2, repeats 1. Reads and writes are priced by the runtime's database weights; the
//! size of a proof is not counted, since no other chain validates this one's blocks.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, clippy::unnecessary_cast)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// What each call of `pallet_utility` costs.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_utility::WeightInfo for WeightInfo<T> {
	/// The range of component `c` is `[0, 1000]`.
	fn batch(c: u32, ) -> Weight {
		// Minimum execution time: 15_684_000 picoseconds.
		Weight::from_parts(18_285_729, 0)
			// Standard error: 3_711
			.saturating_add(Weight::from_parts(4_233_322, 0).saturating_mul(c.into()))
	}
	fn as_derivative() -> Weight {
		// Minimum execution time: 17_126_000 picoseconds.
		Weight::from_parts(19_149_000, 0)
	}
	/// The range of component `c` is `[0, 1000]`.
	fn batch_all(c: u32, ) -> Weight {
		// Minimum execution time: 15_813_000 picoseconds.
		Weight::from_parts(18_090_796, 0)
			// Standard error: 1_543
			.saturating_add(Weight::from_parts(4_523_819, 0).saturating_mul(c.into()))
	}
	fn dispatch_as() -> Weight {
		// Minimum execution time: 17_666_000 picoseconds.
		Weight::from_parts(19_640_000, 0)
	}
	/// The range of component `c` is `[0, 1000]`.
	fn force_batch(c: u32, ) -> Weight {
		// Minimum execution time: 15_944_000 picoseconds.
		Weight::from_parts(18_215_116, 0)
			// Standard error: 1_879
			.saturating_add(Weight::from_parts(4_205_295, 0).saturating_mul(c.into()))
	}
	fn dispatch_as_fallible() -> Weight {
		// Minimum execution time: 17_456_000 picoseconds.
		Weight::from_parts(19_249_000, 0)
	}
	fn if_else() -> Weight {
		// Minimum execution time: 24_777_000 picoseconds.
		Weight::from_parts(29_213_000, 0)
	}
}
