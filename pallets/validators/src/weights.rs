//! Weights of `pallet_validators`, measured by `scripts/weights.sh`. Don't edit: measure again.
//!
//! Steps 50, repeats 20. Reads and writes are priced by the runtime's database weights; the
//! size of a proof is not counted, since no other chain validates this one's blocks.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, clippy::unnecessary_cast)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}};

/// What each call and hook of `pallet_validators` costs.
pub trait WeightInfo {
	/// The weight of `on_offence`.
	fn on_offence(n: u32, ) -> Weight;
	/// The weight of `new_session`.
	fn new_session(n: u32, ) -> Weight;
	/// The weight of `start_session`.
	fn start_session(n: u32, ) -> Weight;
	/// The weight of `withdraw_keys`.
	fn withdraw_keys() -> Weight;
}

/// The measured weights, with the database weights of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Validators::Offenders` (r:100 w:100)
	/// Proof: `Validators::Offenders` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Session::DisabledValidators` (r:1 w:1)
	/// Proof: `Session::DisabledValidators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Session::Validators` (r:1 w:0)
	/// Proof: `Session::Validators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// The range of component `n` is `[1, 100]`.
	fn on_offence(n: u32, ) -> Weight {
		// Minimum execution time: 12_869_000 picoseconds.
		Weight::from_parts(75_329_741, 0)
			// Standard error: 18_990
			.saturating_add(Weight::from_parts(7_342_017, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	/// Storage: `Validators::Validators` (r:1 w:0)
	/// Proof: `Validators::Validators` (`max_values`: Some(1), `max_size`: Some(3202), added: 3697, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:100 w:0)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Validators::PlannedSet` (r:1 w:1)
	/// Proof: `Validators::PlannedSet` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// The range of component `n` is `[1, 100]`.
	fn new_session(n: u32, ) -> Weight {
		// Minimum execution time: 7_401_000 picoseconds.
		Weight::from_parts(2_877_984, 0)
			// Standard error: 1_296
			.saturating_add(Weight::from_parts(2_919_845, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Session::Validators` (r:1 w:0)
	/// Proof: `Session::Validators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Validators::Offenders` (r:100 w:0)
	/// Proof: `Validators::Offenders` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Session::DisabledValidators` (r:1 w:1)
	/// Proof: `Session::DisabledValidators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// The range of component `n` is `[1, 100]`.
	fn start_session(n: u32, ) -> Weight {
		// Minimum execution time: 152_357_000 picoseconds.
		Weight::from_parts(224_910_223, 0)
			// Standard error: 14_541
			.saturating_add(Weight::from_parts(3_844_264, 0).saturating_mul(n.into()))
			.saturating_add(T::DbWeight::get().reads(102_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Session::Validators` (r:1 w:0)
	/// Proof: `Session::Validators` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Session::QueuedKeys` (r:1 w:0)
	/// Proof: `Session::QueuedKeys` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	/// Storage: `Validators::Validators` (r:1 w:0)
	/// Proof: `Validators::Validators` (`max_values`: Some(1), `max_size`: Some(3202), added: 3697, mode: `MaxEncodedLen`)
	/// Storage: `Session::NextKeys` (r:1 w:1)
	/// Proof: `Session::NextKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Session::ExternallySetKeys` (r:1 w:1)
	/// Proof: `Session::ExternallySetKeys` (`max_values`: None, `max_size`: None, mode: `Measured`)
	/// Storage: `Session::KeyOwner` (r:0 w:2)
	/// Proof: `Session::KeyOwner` (`max_values`: None, `max_size`: None, mode: `Measured`)
	fn withdraw_keys() -> Weight {
		// Minimum execution time: 42_884_000 picoseconds.
		Weight::from_parts(45_868_000, 0)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
}

/// The same, for mocks.
impl WeightInfo for () {
	fn on_offence(n: u32, ) -> Weight {
		Weight::from_parts(75_329_741, 0)
			.saturating_add(Weight::from_parts(7_342_017, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(n.into())))
	}
	fn new_session(n: u32, ) -> Weight {
		Weight::from_parts(2_877_984, 0)
			.saturating_add(Weight::from_parts(2_919_845, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(n.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn start_session(n: u32, ) -> Weight {
		Weight::from_parts(224_910_223, 0)
			.saturating_add(Weight::from_parts(3_844_264, 0).saturating_mul(n.into()))
			.saturating_add(ParityDbWeight::get().reads(102_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn withdraw_keys() -> Weight {
		Weight::from_parts(45_868_000, 0)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
}
