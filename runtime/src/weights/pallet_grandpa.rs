//! Weights of `pallet_grandpa`, measured by `scripts/weights.sh`. Don't edit: measure again.
//!
//! Steps 50, repeats 20. Reads and writes are priced by the runtime's database weights; the
//! size of a proof is not counted, since no other chain validates this one's blocks.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, unused_variables, clippy::unnecessary_cast)]

use super::interfaces::*;
use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// What each call of `pallet_grandpa` costs.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_grandpa::WeightInfo for WeightInfo<T> {
	/// Storage: `Session::CurrentIndex` (r:1 w:0)
	/// Proof: `Session::CurrentIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Session::Validators` (r:1 w:0)
	/// Proof: `Session::Validators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Session::NextKeys` (r:100 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Offences::Reports` (r:100 w:1)
	/// Proof: `Offences::Reports` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Grandpa::SetIdSession` (r:2 w:0)
	/// Proof: `Grandpa::SetIdSession` (`max_values`: None, `max_size`: Some(20), added: 2495, mode: `MaxEncodedLen`)
	/// Storage: `Offences::ConcurrentReportsIndex` (r:1 w:1)
	/// Proof: `Offences::ConcurrentReportsIndex` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Validators::Offenders` (r:100 w:100)
	/// Proof: `Validators::Offenders` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Session::DisabledValidators` (r:1 w:0)
	/// Proof: `Session::DisabledValidators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// The range of component `v` is `[1, 100]`.
	/// The range of component `n` is `[0, 1]`.
	fn report_equivocation(_v: u32, _n: u32, ) -> Weight {
		// Minimum execution time: 3_038_935_000 picoseconds.
		Weight::from_parts(3_872_799_614, 0)
			.saturating_add(T::DbWeight::get().reads(306_u64))
			.saturating_add(T::DbWeight::get().writes(102_u64))
	}
	/// Storage: `Grandpa::Stalled` (r:0 w:1)
	/// Proof: `Grandpa::Stalled` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	fn note_stalled() -> Weight {
		// Minimum execution time: 1_282_000 picoseconds.
		Weight::from_parts(1_523_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}
