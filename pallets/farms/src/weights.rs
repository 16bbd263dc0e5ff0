//! Weights of `pallet_farms`, measured by `scripts/weights.sh`. Don't edit: measure again.
//!
//! Steps 50, repeats 20. Reads and writes are priced by the runtime's database weights; the
//! size of a proof is not counted, since no other chain validates this one's blocks.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, clippy::unnecessary_cast)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}};

/// What each call and hook of `pallet_farms` costs.
pub trait WeightInfo {
	/// The weight of `create_farm`.
	fn create_farm() -> Weight;
	/// The weight of `rename_farm`.
	fn rename_farm() -> Weight;
	/// The weight of `set_payout_account`.
	fn set_payout_account() -> Weight;
	/// The weight of `authorise_node`.
	fn authorise_node() -> Weight;
	/// The weight of `revoke_node`.
	fn revoke_node() -> Weight;
	/// The weight of `approve_farm`.
	fn approve_farm() -> Weight;
	/// The weight of `disapprove_farm`.
	fn disapprove_farm() -> Weight;
}

/// The measured weights, with the database weights of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Farms::NextFarmId` (r:1 w:1)
	/// Proof: `Farms::NextFarmId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Farms::FarmByName` (r:1 w:1)
	/// Proof: `Farms::FarmByName` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(490), added: 2965, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Uses` (r:1 w:1)
	/// Proof: `Twins::Uses` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Farms::Farms` (r:0 w:1)
	/// Proof: `Farms::Farms` (`max_values`: None, `max_size`: Some(107), added: 2582, mode: `MaxEncodedLen`)
	fn create_farm() -> Weight {
		// Minimum execution time: 66_530_000 picoseconds.
		Weight::from_parts(71_878_000, 0)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `Farms::Farms` (r:1 w:1)
	/// Proof: `Farms::Farms` (`max_values`: None, `max_size`: Some(107), added: 2582, mode: `MaxEncodedLen`)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Farms::FarmByName` (r:1 w:2)
	/// Proof: `Farms::FarmByName` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	fn rename_farm() -> Weight {
		// Minimum execution time: 21_592_000 picoseconds.
		Weight::from_parts(24_036_000, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Farms::Farms` (r:1 w:1)
	/// Proof: `Farms::Farms` (`max_values`: None, `max_size`: Some(107), added: 2582, mode: `MaxEncodedLen`)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	fn set_payout_account() -> Weight {
		// Minimum execution time: 15_333_000 picoseconds.
		Weight::from_parts(17_266_000, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Farms::Farms` (r:1 w:0)
	/// Proof: `Farms::Farms` (`max_values`: None, `max_size`: Some(107), added: 2582, mode: `MaxEncodedLen`)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Farms::Authorisations` (r:1 w:1)
	/// Proof: `Farms::Authorisations` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	/// Storage: `Farms::AuthorisedNodes` (r:1 w:1)
	/// Proof: `Farms::AuthorisedNodes` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	fn authorise_node() -> Weight {
		// Minimum execution time: 73_129_000 picoseconds.
		Weight::from_parts(78_948_000, 0)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Farms::Authorisations` (r:1 w:1)
	/// Proof: `Farms::Authorisations` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	/// Storage: `Farms::Farms` (r:1 w:0)
	/// Proof: `Farms::Farms` (`max_values`: None, `max_size`: Some(107), added: 2582, mode: `MaxEncodedLen`)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Farms::AuthorisedNodes` (r:1 w:1)
	/// Proof: `Farms::AuthorisedNodes` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	fn revoke_node() -> Weight {
		// Minimum execution time: 67_681_000 picoseconds.
		Weight::from_parts(73_180_000, 0)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Farms::Farms` (r:1 w:1)
	/// Proof: `Farms::Farms` (`max_values`: None, `max_size`: Some(107), added: 2582, mode: `MaxEncodedLen`)
	fn approve_farm() -> Weight {
		// Minimum execution time: 10_035_000 picoseconds.
		Weight::from_parts(11_097_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Farms::Farms` (r:1 w:1)
	/// Proof: `Farms::Farms` (`max_values`: None, `max_size`: Some(107), added: 2582, mode: `MaxEncodedLen`)
	fn disapprove_farm() -> Weight {
		// Minimum execution time: 10_245_000 picoseconds.
		Weight::from_parts(11_236_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

/// The same, for mocks.
impl WeightInfo for () {
	fn create_farm() -> Weight {
		Weight::from_parts(71_878_000, 0)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn rename_farm() -> Weight {
		Weight::from_parts(24_036_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn set_payout_account() -> Weight {
		Weight::from_parts(17_266_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn authorise_node() -> Weight {
		Weight::from_parts(78_948_000, 0)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn revoke_node() -> Weight {
		Weight::from_parts(73_180_000, 0)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn approve_farm() -> Weight {
		Weight::from_parts(11_097_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn disapprove_farm() -> Weight {
		Weight::from_parts(11_236_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
}
