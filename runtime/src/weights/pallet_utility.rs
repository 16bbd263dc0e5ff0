//! Weights of `pallet_utility`, measured by `scripts/weights.sh`. Don't edit: measure again.
//!
//! Steps 50, repeats 20. Reads and writes are priced by the runtime's database weights; the
//! size of a proof is not counted, since no other chain validates this one's blocks.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, unused_variables, clippy::unnecessary_cast)]

use super::interfaces::*;
use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// What each call of `pallet_utility` costs.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_utility::WeightInfo for WeightInfo<T> {
	/// The range of component `c` is `[0, 1000]`.
	fn batch(c: u32, ) -> Weight {
		// Minimum execution time: 2_795_000 picoseconds.
		Weight::from_parts(2_984_000, 0)
			// Standard error: 341
			.saturating_add(Weight::from_parts(2_168_642, 0).saturating_mul(c.into()))
	}
	fn as_derivative() -> Weight {
		// Minimum execution time: 2_563_000 picoseconds.
		Weight::from_parts(2_935_000, 0)
	}
	/// The range of component `c` is `[0, 1000]`.
	fn batch_all(c: u32, ) -> Weight {
		// Minimum execution time: 2_824_000 picoseconds.
		Weight::from_parts(3_034_000, 0)
			// Standard error: 389
			.saturating_add(Weight::from_parts(2_361_782, 0).saturating_mul(c.into()))
	}
	fn dispatch_as() -> Weight {
		// Minimum execution time: 3_756_000 picoseconds.
		Weight::from_parts(4_247_000, 0)
	}
	/// The range of component `c` is `[0, 1000]`.
	fn force_batch(c: u32, ) -> Weight {
		// Minimum execution time: 2_834_000 picoseconds.
		Weight::from_parts(1_253_716, 0)
			// Standard error: 616
			.saturating_add(Weight::from_parts(2_127_949, 0).saturating_mul(c.into()))
	}
	fn dispatch_as_fallible() -> Weight {
		// Minimum execution time: 3_865_000 picoseconds.
		Weight::from_parts(4_286_000, 0)
	}
	fn if_else() -> Weight {
		// Minimum execution time: 4_777_000 picoseconds.
		Weight::from_parts(5_178_000, 0)
	}
}
