//! Weights of `pallet_twins`, measured by `scripts/weights.sh`. Don't edit: measure again.
//!
//! Steps 50, repeats 20. Reads and writes are priced by the runtime's database weights; the
//! size of a proof is not counted, since no other chain validates this one's blocks.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, clippy::unnecessary_cast)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}};

/// What each call and hook of `pallet_twins` costs.
pub trait WeightInfo {
	/// The weight of `accept_terms`.
	fn accept_terms() -> Weight;
	/// The weight of `withdraw_acceptance`.
	fn withdraw_acceptance() -> Weight;
	/// The weight of `create_twin`.
	fn create_twin() -> Weight;
	/// The weight of `update_twin`.
	fn update_twin() -> Weight;
	/// The weight of `set_terms`.
	fn set_terms() -> Weight;
	/// The weight of `offer_twin`.
	fn offer_twin() -> Weight;
	/// The weight of `withdraw_offer`.
	fn withdraw_offer() -> Weight;
	/// The weight of `accept_twin`.
	fn accept_twin() -> Weight;
	/// The weight of `delete_twin`.
	fn delete_twin() -> Weight;
}

/// The measured weights, with the database weights of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Twins::Terms` (r:1 w:0)
	/// Proof: `Twins::Terms` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:1)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	fn accept_terms() -> Weight {
		// Minimum execution time: 46_099_000 picoseconds.
		Weight::from_parts(51_387_000, 0)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Twins::Acceptances` (r:1 w:1)
	/// Proof: `Twins::Acceptances` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	fn withdraw_acceptance() -> Weight {
		// Minimum execution time: 32_899_000 picoseconds.
		Weight::from_parts(37_245_000, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Twins::TwinOf` (r:1 w:1)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Acceptances` (r:1 w:1)
	/// Proof: `Twins::Acceptances` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Terms` (r:1 w:0)
	/// Proof: `Twins::Terms` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Twins::NextTwinId` (r:1 w:1)
	/// Proof: `Twins::NextTwinId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:0 w:1)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	fn create_twin() -> Weight {
		// Minimum execution time: 13_470_000 picoseconds.
		Weight::from_parts(15_012_000, 0)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:1)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	fn update_twin() -> Weight {
		// Minimum execution time: 9_814_000 picoseconds.
		Weight::from_parts(11_006_000, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Twins::Terms` (r:1 w:1)
	/// Proof: `Twins::Terms` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	fn set_terms() -> Weight {
		// Minimum execution time: 5_458_000 picoseconds.
		Weight::from_parts(6_109_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Twins::TwinOf` (r:2 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:1)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	fn offer_twin() -> Weight {
		// Minimum execution time: 11_187_000 picoseconds.
		Weight::from_parts(12_078_000, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:1)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	fn withdraw_offer() -> Weight {
		// Minimum execution time: 9_824_000 picoseconds.
		Weight::from_parts(10_626_000, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Twins::Twins` (r:1 w:1)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	/// Storage: `Twins::TwinOf` (r:1 w:2)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Acceptances` (r:1 w:1)
	/// Proof: `Twins::Acceptances` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Terms` (r:1 w:0)
	/// Proof: `Twins::Terms` (`max_values`: Some(1), `max_size`: Some(32), added: 527, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn accept_twin() -> Weight {
		// Minimum execution time: 337_163_000 picoseconds.
		Weight::from_parts(358_035_000, 0)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// Storage: `Twins::TwinOf` (r:1 w:1)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Uses` (r:1 w:0)
	/// Proof: `Twins::Uses` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:1)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	fn delete_twin() -> Weight {
		// Minimum execution time: 38_357_000 picoseconds.
		Weight::from_parts(41_672_000, 0)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
}

/// The same, for mocks.
impl WeightInfo for () {
	fn accept_terms() -> Weight {
		Weight::from_parts(51_387_000, 0)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn withdraw_acceptance() -> Weight {
		Weight::from_parts(37_245_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn create_twin() -> Weight {
		Weight::from_parts(15_012_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn update_twin() -> Weight {
		Weight::from_parts(11_006_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_terms() -> Weight {
		Weight::from_parts(6_109_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn offer_twin() -> Weight {
		Weight::from_parts(12_078_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn withdraw_offer() -> Weight {
		Weight::from_parts(10_626_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn accept_twin() -> Weight {
		Weight::from_parts(358_035_000, 0)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
	}
	fn delete_twin() -> Weight {
		Weight::from_parts(41_672_000, 0)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
}
