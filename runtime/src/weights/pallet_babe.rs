//! Weights of `pallet_babe`, measured by `scripts/weights.sh`. Don't edit: measure again.
//!
//! Steps 50, repeats 20. Reads and writes are priced by the runtime's database weights; the
//! size of a proof is not counted, since no other chain validates this one's blocks.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, unused_variables, clippy::unnecessary_cast)]

use super::interfaces::*;
use core::marker::PhantomData;
use frame_support::{traits::Get, weights::Weight};

/// What each call of `pallet_babe` costs.
pub struct WeightInfo<T>(PhantomData<T>);
impl<T: frame_system::Config> pallet_babe::WeightInfo for WeightInfo<T> {
	/// Storage: `Babe::PendingEpochConfigChange` (r:0 w:1)
	/// Proof: `Babe::PendingEpochConfigChange` (`max_values`: Some(1), `max_size`: Some(18), added: 513, mode: `MaxEncodedLen`)
	fn plan_config_change() -> Weight {
		// Minimum execution time: 1_332_000 picoseconds.
		Weight::from_parts(2_825_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Session::CurrentIndex` (r:1 w:0)
	/// Proof: `Session::CurrentIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Session::Validators` (r:1 w:0)
	/// Proof: `Session::Validators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Session::NextKeys` (r:100 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Offences::Reports` (r:100 w:1)
	/// Proof: `Offences::Reports` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Babe::GenesisSlot` (r:1 w:0)
	/// Proof: `Babe::GenesisSlot` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Babe::SkippedEpochs` (r:1 w:0)
	/// Proof: `Babe::SkippedEpochs` (`max_values`: Some(1), `max_size`: Some(1202), added: 1697, mode: `MaxEncodedLen`)
	/// Storage: `Offences::ConcurrentReportsIndex` (r:1 w:1)
	/// Proof: `Offences::ConcurrentReportsIndex` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Validators::Offenders` (r:100 w:100)
	/// Proof: `Validators::Offenders` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Session::DisabledValidators` (r:1 w:0)
	/// Proof: `Session::DisabledValidators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// The range of component `v` is `[1, 100]`.
	/// The range of component `n` is `[0, 1]`.
	fn report_equivocation(v: u32, _n: u32, ) -> Weight {
		// Minimum execution time: 3_039_706_000 picoseconds.
		Weight::from_parts(3_809_275_198, 0)
			// Standard error: 891_019
			.saturating_add(Weight::from_parts(5_902_518, 0).saturating_mul(v.into()))
			.saturating_add(T::DbWeight::get().reads(306_u64))
			.saturating_add(T::DbWeight::get().writes(102_u64))
	}
}
