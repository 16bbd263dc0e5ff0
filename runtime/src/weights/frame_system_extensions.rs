//! Weights of `frame_system_extensions`, measured by `scripts/weights.sh`. Don't edit: measure again.
//!
//! Steps 50, repeats 20. Reads and writes are priced by the runtime's database weights; the
//! size of a proof is not counted, since no other chain validates this one's blocks.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, unused_variables, clippy::unnecessary_cast)]

use super::interfaces::*;
use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// What each call of `frame_system_extensions` costs.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> frame_system_extensions::WeightInfo for WeightInfo<T> {
	fn check_genesis() -> Weight {
		// Minimum execution time: 1_332_000 picoseconds.
		Weight::from_parts(1_532_000, 0)
	}
	fn check_mortality_mortal_transaction() -> Weight {
		// Minimum execution time: 2_874_000 picoseconds.
		Weight::from_parts(3_265_000, 0)
	}
	fn check_mortality_immortal_transaction() -> Weight {
		// Minimum execution time: 2_874_000 picoseconds.
		Weight::from_parts(3_284_000, 0)
	}
	fn check_non_zero_sender() -> Weight {
		// Minimum execution time: 461_000 picoseconds.
		Weight::from_parts(581_000, 0)
	}
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn check_nonce() -> Weight {
		// Minimum execution time: 5_899_000 picoseconds.
		Weight::from_parts(6_640_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn check_spec_version() -> Weight {
		// Minimum execution time: 320_000 picoseconds.
		Weight::from_parts(411_000, 0)
	}
	fn check_tx_version() -> Weight {
		// Minimum execution time: 340_000 picoseconds.
		Weight::from_parts(411_000, 0)
	}
	fn check_weight() -> Weight {
		// Minimum execution time: 2_383_000 picoseconds.
		Weight::from_parts(2_684_000, 0)
	}
	fn weight_reclaim() -> Weight {
		// Minimum execution time: 1_372_000 picoseconds.
		Weight::from_parts(1_593_000, 0)
	}
}
