//! Weights of `pallet_transaction_payment`, measured by `scripts/weights.sh`. Don't edit: measure again.
//!
//! Steps 50, repeats 20. Reads and writes are priced by the runtime's database weights; the
//! size of a proof is not counted, since no other chain validates this one's blocks.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, unused_variables, clippy::unnecessary_cast)]

use super::interfaces::*;
use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// What each call of `pallet_transaction_payment` costs.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_transaction_payment::WeightInfo for WeightInfo<T> {
	/// Storage: `System::Account` (r:3 w:3)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn charge_transaction_payment() -> Weight {
		// Minimum execution time: 54_361_000 picoseconds.
		Weight::from_parts(57_526_000, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
}
