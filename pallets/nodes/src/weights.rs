//! Weights of `pallet_nodes`, measured by `scripts/weights.sh`. Don't edit: measure again.
//!
//! Steps 50, repeats 20. Reads and writes are priced by the runtime's database weights; the
//! size of a proof is not counted, since no other chain validates this one's blocks.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, clippy::unnecessary_cast)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}};

/// What each call and hook of `pallet_nodes` costs.
pub trait WeightInfo {
	/// The weight of `register_node`.
	fn register_node() -> Weight;
	/// The weight of `update_node`.
	fn update_node() -> Weight;
	/// The weight of `set_public_config`.
	fn set_public_config() -> Weight;
	/// The weight of `report`.
	fn report(t: u32, ) -> Weight;
	/// The weight of `set_params`.
	fn set_params() -> Weight;
	/// The weight of `on_poll`.
	fn on_poll() -> Weight;
	/// The weight of `check_node_call`.
	fn check_node_call() -> Weight;
}

/// The measured weights, with the database weights of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Nodes::NodeOf` (r:1 w:1)
	/// Proof: `Nodes::NodeOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Farms::Authorisations` (r:1 w:1)
	/// Proof: `Farms::Authorisations` (`max_values`: None, `max_size`: Some(69), added: 2544, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::NextNodeId` (r:1 w:1)
	/// Proof: `Nodes::NextNodeId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Twins::TwinOf` (r:1 w:1)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Acceptances` (r:1 w:0)
	/// Proof: `Twins::Acceptances` (`max_values`: None, `max_size`: Some(104), added: 2579, mode: `MaxEncodedLen`)
	/// Storage: `Twins::NextTwinId` (r:1 w:1)
	/// Proof: `Twins::NextTwinId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Uses` (r:1 w:1)
	/// Proof: `Twins::Uses` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Rewards::DefaultPolicy` (r:1 w:0)
	/// Proof: `Rewards::DefaultPolicy` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:0 w:1)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(490), added: 2965, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Liveness` (r:0 w:1)
	/// Proof: `Nodes::Liveness` (`max_values`: None, `max_size`: Some(110), added: 2585, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Ledger` (r:0 w:1)
	/// Proof: `Nodes::Ledger` (`max_values`: None, `max_size`: Some(145), added: 2620, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Nodes` (r:0 w:1)
	/// Proof: `Nodes::Nodes` (`max_values`: None, `max_size`: Some(729), added: 3204, mode: `MaxEncodedLen`)
	fn register_node() -> Weight {
		// Minimum execution time: 53_710_000 picoseconds.
		Weight::from_parts(57_015_000, 0)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	/// Storage: `Nodes::Liveness` (r:1 w:0)
	/// Proof: `Nodes::Liveness` (`max_values`: None, `max_size`: Some(110), added: 2585, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Nodes` (r:1 w:1)
	/// Proof: `Nodes::Nodes` (`max_values`: None, `max_size`: Some(729), added: 3204, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Ledger` (r:1 w:1)
	/// Proof: `Nodes::Ledger` (`max_values`: None, `max_size`: Some(145), added: 2620, mode: `MaxEncodedLen`)
	fn update_node() -> Weight {
		// Minimum execution time: 28_923_000 picoseconds.
		Weight::from_parts(31_016_000, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Nodes::Liveness` (r:1 w:0)
	/// Proof: `Nodes::Liveness` (`max_values`: None, `max_size`: Some(110), added: 2585, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Nodes` (r:1 w:1)
	/// Proof: `Nodes::Nodes` (`max_values`: None, `max_size`: Some(729), added: 3204, mode: `MaxEncodedLen`)
	fn set_public_config() -> Weight {
		// Minimum execution time: 20_240_000 picoseconds.
		Weight::from_parts(21_893_000, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Nodes::Liveness` (r:1 w:1)
	/// Proof: `Nodes::Liveness` (`max_values`: None, `max_size`: Some(110), added: 2585, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Sales` (r:128 w:128)
	/// Proof: `Nodes::Sales` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
	/// The range of component `t` is `[0, 128]`.
	fn report(t: u32, ) -> Weight {
		// Minimum execution time: 15_403_000 picoseconds.
		Weight::from_parts(14_382_455, 0)
			// Standard error: 3_609
			.saturating_add(Weight::from_parts(5_808_109, 0).saturating_mul(t.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(t.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(t.into())))
	}
	fn set_params() -> Weight {
		// Minimum execution time: 12_048_000 picoseconds.
		Weight::from_parts(13_170_000, 0)
	}
	/// Storage: UNKNOWN KEY `0x519dfc7fdad21b84f64a5310fa178ef24e7b9012096b41c4eb3aaf947f6ea429` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0x519dfc7fdad21b84f64a5310fa178ef24e7b9012096b41c4eb3aaf947f6ea429` (r:1 w:0)
	fn on_poll() -> Weight {
		// Minimum execution time: 9_434_000 picoseconds.
		Weight::from_parts(10_305_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
	}
	/// Storage: `Nodes::Liveness` (r:1 w:0)
	/// Proof: `Nodes::Liveness` (`max_values`: None, `max_size`: Some(110), added: 2585, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Nodes` (r:1 w:0)
	/// Proof: `Nodes::Nodes` (`max_values`: None, `max_size`: Some(729), added: 3204, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Ledger` (r:1 w:0)
	/// Proof: `Nodes::Ledger` (`max_values`: None, `max_size`: Some(145), added: 2620, mode: `MaxEncodedLen`)
	fn check_node_call() -> Weight {
		// Minimum execution time: 16_384_000 picoseconds.
		Weight::from_parts(17_807_000, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
	}
}

/// The same, for mocks.
impl WeightInfo for () {
	fn register_node() -> Weight {
		Weight::from_parts(57_015_000, 0)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
	}
	fn update_node() -> Weight {
		Weight::from_parts(31_016_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn set_public_config() -> Weight {
		Weight::from_parts(21_893_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn report(t: u32, ) -> Weight {
		Weight::from_parts(14_382_455, 0)
			.saturating_add(Weight::from_parts(5_808_109, 0).saturating_mul(t.into()))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(t.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(t.into())))
	}
	fn set_params() -> Weight {
		Weight::from_parts(13_170_000, 0)
	}
	fn on_poll() -> Weight {
		Weight::from_parts(10_305_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
	}
	fn check_node_call() -> Weight {
		Weight::from_parts(17_807_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
	}
}
