//! Weights of `pallet_utility`, measured by `scripts/weights.sh`. Don't edit: measure again.
//!
//! Steps 20, repeats 10. Reads and writes are priced by the runtime's database weights; the
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
		// Minimum execution time: 5_628_000 picoseconds.
		Weight::from_parts(6_801_059, 0)
			// Standard error: 2_194
			.saturating_add(Weight::from_parts(3_937_052, 0).saturating_mul(c.into()))
	}
	fn as_derivative() -> Weight {
		// Minimum execution time: 5_548_000 picoseconds.
		Weight::from_parts(6_340_000, 0)
	}
	/// The range of component `c` is `[0, 1000]`.
	fn batch_all(c: u32, ) -> Weight {
		// Minimum execution time: 5_508_000 picoseconds.
		Weight::from_parts(5_964_234, 0)
			// Standard error: 1_430
			.saturating_add(Weight::from_parts(4_174_602, 0).saturating_mul(c.into()))
	}
	fn dispatch_as() -> Weight {
		// Minimum execution time: 7_952_000 picoseconds.
		Weight::from_parts(8_954_000, 0)
	}
	/// The range of component `c` is `[0, 1000]`.
	fn force_batch(c: u32, ) -> Weight {
		// Minimum execution time: 5_529_000 picoseconds.
		Weight::from_parts(3_320_293, 0)
			// Standard error: 2_147
			.saturating_add(Weight::from_parts(3_809_334, 0).saturating_mul(c.into()))
	}
	fn dispatch_as_fallible() -> Weight {
		// Minimum execution time: 7_571_000 picoseconds.
		Weight::from_parts(8_744_000, 0)
	}
	fn if_else() -> Weight {
		// Minimum execution time: 10_065_000 picoseconds.
		Weight::from_parts(11_087_000, 0)
	}
}
