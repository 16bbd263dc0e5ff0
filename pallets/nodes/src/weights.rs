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
	/// The weight of `report_without_traffic`.
	fn report_without_traffic() -> Weight;
	/// The weight of `set_params`.
	fn set_params() -> Weight;
	/// The weight of `on_poll`.
	fn on_poll() -> Weight;
	/// The weight of `certify_node`.
	fn certify_node() -> Weight;
	/// The weight of `set_maintenance`.
	fn set_maintenance() -> Weight;
	/// The weight of `set_extra_fee`.
	fn set_extra_fee() -> Weight;
	/// The weight of `set_tenancy`.
	fn set_tenancy() -> Weight;
	/// The weight of `set_release`.
	fn set_release() -> Weight;
	/// The weight of `retire_node`.
	fn retire_node() -> Weight;
	/// The weight of `cancel_retirement`.
	fn cancel_retirement() -> Weight;
	/// The weight of `retire_next`.
	fn retire_next() -> Weight;
	/// The weight of `retry_rent`.
	fn retry_rent() -> Weight;
	/// The weight of `end_contract`.
	fn end_contract() -> Weight;
	/// The weight of `forget_departed`.
	fn forget_departed() -> Weight;
	/// The weight of `check_node_call`.
	fn check_node_call() -> Weight;
}

/// The measured weights, with the database weights of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Nodes::NodeOf` (r:1 w:1)
	/// Proof: `Nodes::NodeOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::LastRegistration` (r:1 w:0)
	/// Proof: `Nodes::LastRegistration` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Farms::Authorisations` (r:1 w:1)
	/// Proof: `Farms::Authorisations` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
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
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Liveness` (r:0 w:1)
	/// Proof: `Nodes::Liveness` (`max_values`: None, `max_size`: Some(136), added: 2611, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Ledger` (r:0 w:1)
	/// Proof: `Nodes::Ledger` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Nodes` (r:0 w:1)
	/// Proof: `Nodes::Nodes` (`max_values`: None, `max_size`: Some(685), added: 3160, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::NodesOf` (r:0 w:1)
	/// Proof: `Nodes::NodesOf` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	fn register_node() -> Weight {
		// Minimum execution time: 44_516_000 picoseconds.
		Weight::from_parts(49_064_000, 0)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(11_u64))
	}
	/// Storage: `Nodes::Liveness` (r:1 w:0)
	/// Proof: `Nodes::Liveness` (`max_values`: None, `max_size`: Some(136), added: 2611, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Nodes` (r:1 w:1)
	/// Proof: `Nodes::Nodes` (`max_values`: None, `max_size`: Some(685), added: 3160, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Ledger` (r:1 w:1)
	/// Proof: `Nodes::Ledger` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	fn update_node() -> Weight {
		// Minimum execution time: 22_423_000 picoseconds.
		Weight::from_parts(26_460_000, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Nodes::Liveness` (r:1 w:0)
	/// Proof: `Nodes::Liveness` (`max_values`: None, `max_size`: Some(136), added: 2611, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Nodes` (r:1 w:1)
	/// Proof: `Nodes::Nodes` (`max_values`: None, `max_size`: Some(685), added: 3160, mode: `MaxEncodedLen`)
	fn set_public_config() -> Weight {
		// Minimum execution time: 13_700_000 picoseconds.
		Weight::from_parts(15_423_000, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Nodes::Liveness` (r:1 w:1)
	/// Proof: `Nodes::Liveness` (`max_values`: None, `max_size`: Some(136), added: 2611, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Sales` (r:128 w:128)
	/// Proof: `Nodes::Sales` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
	/// The range of component `t` is `[0, 128]`.
	fn report(t: u32, ) -> Weight {
		// Minimum execution time: 10_375_000 picoseconds.
		Weight::from_parts(7_466_008, 0)
			// Standard error: 5_588
			.saturating_add(Weight::from_parts(4_390_069, 0).saturating_mul(t.into()))
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(t.into())))
			.saturating_add(T::DbWeight::get().writes(1_u64))
			.saturating_add(T::DbWeight::get().writes((1_u64).saturating_mul(t.into())))
	}
	/// Storage: `Nodes::Liveness` (r:1 w:1)
	/// Proof: `Nodes::Liveness` (`max_values`: None, `max_size`: Some(136), added: 2611, mode: `MaxEncodedLen`)
	fn report_without_traffic() -> Weight {
		// Minimum execution time: 10_045_000 picoseconds.
		Weight::from_parts(11_157_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	fn set_params() -> Weight {
		// Minimum execution time: 7_822_000 picoseconds.
		Weight::from_parts(9_113_000, 0)
	}
	/// Storage: UNKNOWN KEY `0x519dfc7fdad21b84f64a5310fa178ef24e7b9012096b41c4eb3aaf947f6ea429` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0x519dfc7fdad21b84f64a5310fa178ef24e7b9012096b41c4eb3aaf947f6ea429` (r:1 w:0)
	/// Storage: `Nodes::Endings` (r:1 w:0)
	/// Proof: `Nodes::Endings` (`max_values`: None, `max_size`: Some(13), added: 2488, mode: `MaxEncodedLen`)
	fn on_poll() -> Weight {
		// Minimum execution time: 9_955_000 picoseconds.
		Weight::from_parts(11_266_000, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
	}
	/// Storage: `Certifiers::Members` (r:1 w:0)
	/// Proof: `Certifiers::Members` (`max_values`: Some(1), `max_size`: Some(1025), added: 1520, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Liveness` (r:1 w:0)
	/// Proof: `Nodes::Liveness` (`max_values`: None, `max_size`: Some(136), added: 2611, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Ledger` (r:1 w:1)
	/// Proof: `Nodes::Ledger` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	fn certify_node() -> Weight {
		// Minimum execution time: 14_592_000 picoseconds.
		Weight::from_parts(18_508_000, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Nodes::Liveness` (r:1 w:1)
	/// Proof: `Nodes::Liveness` (`max_values`: None, `max_size`: Some(136), added: 2611, mode: `MaxEncodedLen`)
	/// Storage: `Farms::Farms` (r:1 w:0)
	/// Proof: `Farms::Farms` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	fn set_maintenance() -> Weight {
		// Minimum execution time: 21_983_000 picoseconds.
		Weight::from_parts(24_496_000, 0)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Nodes::Liveness` (r:1 w:0)
	/// Proof: `Nodes::Liveness` (`max_values`: None, `max_size`: Some(136), added: 2611, mode: `MaxEncodedLen`)
	/// Storage: `Farms::Farms` (r:1 w:0)
	/// Proof: `Farms::Farms` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Ledger` (r:1 w:1)
	/// Proof: `Nodes::Ledger` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	fn set_extra_fee() -> Weight {
		// Minimum execution time: 24_827_000 picoseconds.
		Weight::from_parts(27_722_000, 0)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Nodes::Liveness` (r:1 w:0)
	/// Proof: `Nodes::Liveness` (`max_values`: None, `max_size`: Some(136), added: 2611, mode: `MaxEncodedLen`)
	/// Storage: `Farms::Farms` (r:1 w:0)
	/// Proof: `Farms::Farms` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Ledger` (r:1 w:1)
	/// Proof: `Nodes::Ledger` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	fn set_tenancy() -> Weight {
		// Minimum execution time: 24_907_000 picoseconds.
		Weight::from_parts(35_483_000, 0)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Nodes::Release` (r:1 w:1)
	/// Proof: `Nodes::Release` (`max_values`: Some(1), `max_size`: Some(33), added: 528, mode: `MaxEncodedLen`)
	fn set_release() -> Weight {
		// Minimum execution time: 4_767_000 picoseconds.
		Weight::from_parts(5_398_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Nodes::Liveness` (r:1 w:1)
	/// Proof: `Nodes::Liveness` (`max_values`: None, `max_size`: Some(136), added: 2611, mode: `MaxEncodedLen`)
	/// Storage: `Farms::Farms` (r:1 w:0)
	/// Proof: `Farms::Farms` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Ledger` (r:1 w:1)
	/// Proof: `Nodes::Ledger` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Nodes` (r:1 w:1)
	/// Proof: `Nodes::Nodes` (`max_values`: None, `max_size`: Some(685), added: 3160, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Uses` (r:1 w:1)
	/// Proof: `Twins::Uses` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Farms::Authorisations` (r:1 w:1)
	/// Proof: `Farms::Authorisations` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Departed` (r:0 w:1)
	/// Proof: `Nodes::Departed` (`max_values`: None, `max_size`: Some(240), added: 2715, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::LastRegistration` (r:0 w:1)
	/// Proof: `Nodes::LastRegistration` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Endings` (r:0 w:1)
	/// Proof: `Nodes::Endings` (`max_values`: None, `max_size`: Some(13), added: 2488, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::NodeOf` (r:0 w:1)
	/// Proof: `Nodes::NodeOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	fn retire_node() -> Weight {
		// Minimum execution time: 51_226_000 picoseconds.
		Weight::from_parts(55_392_000, 0)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	/// Storage: `Nodes::Liveness` (r:1 w:1)
	/// Proof: `Nodes::Liveness` (`max_values`: None, `max_size`: Some(136), added: 2611, mode: `MaxEncodedLen`)
	/// Storage: `Farms::Farms` (r:1 w:0)
	/// Proof: `Farms::Farms` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Endings` (r:0 w:1)
	/// Proof: `Nodes::Endings` (`max_values`: None, `max_size`: Some(13), added: 2488, mode: `MaxEncodedLen`)
	fn cancel_retirement() -> Weight {
		// Minimum execution time: 23_025_000 picoseconds.
		Weight::from_parts(24_697_000, 0)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Nodes::Endings` (r:2 w:1)
	/// Proof: `Nodes::Endings` (`max_values`: None, `max_size`: Some(13), added: 2488, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::EndingAfter` (r:1 w:0)
	/// Proof: `Nodes::EndingAfter` (`max_values`: Some(1), `max_size`: Some(13), added: 508, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Sales` (r:1 w:0)
	/// Proof: `Nodes::Sales` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Liveness` (r:1 w:1)
	/// Proof: `Nodes::Liveness` (`max_values`: None, `max_size`: Some(136), added: 2611, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Ledger` (r:1 w:1)
	/// Proof: `Nodes::Ledger` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Nodes` (r:1 w:1)
	/// Proof: `Nodes::Nodes` (`max_values`: None, `max_size`: Some(685), added: 3160, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Uses` (r:1 w:1)
	/// Proof: `Twins::Uses` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Farms::Authorisations` (r:1 w:1)
	/// Proof: `Farms::Authorisations` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Departed` (r:0 w:1)
	/// Proof: `Nodes::Departed` (`max_values`: None, `max_size`: Some(240), added: 2715, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::LastRegistration` (r:0 w:1)
	/// Proof: `Nodes::LastRegistration` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::NodeOf` (r:0 w:1)
	/// Proof: `Nodes::NodeOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	fn retire_next() -> Weight {
		// Minimum execution time: 42_784_000 picoseconds.
		Weight::from_parts(46_560_000, 0)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(9_u64))
	}
	/// Storage: `Nodes::EndingAfter` (r:1 w:0)
	/// Proof: `Nodes::EndingAfter` (`max_values`: Some(1), `max_size`: Some(13), added: 508, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Sales` (r:2 w:0)
	/// Proof: `Nodes::Sales` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
	/// Storage: `Deployments::Contracts` (r:1 w:0)
	/// Proof: `Deployments::Contracts` (`max_values`: None, `max_size`: Some(131), added: 2606, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Liveness` (r:1 w:1)
	/// Proof: `Nodes::Liveness` (`max_values`: None, `max_size`: Some(136), added: 2611, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Endings` (r:0 w:2)
	/// Proof: `Nodes::Endings` (`max_values`: None, `max_size`: Some(13), added: 2488, mode: `MaxEncodedLen`)
	fn retry_rent() -> Weight {
		// Minimum execution time: 18_157_000 picoseconds.
		Weight::from_parts(20_430_000, 0)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Nodes::EndingAfter` (r:1 w:0)
	/// Proof: `Nodes::EndingAfter` (`max_values`: Some(1), `max_size`: Some(13), added: 508, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Sales` (r:2 w:0)
	/// Proof: `Nodes::Sales` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
	/// Storage: `Deployments::Contracts` (r:1 w:0)
	/// Proof: `Deployments::Contracts` (`max_values`: None, `max_size`: Some(131), added: 2606, mode: `MaxEncodedLen`)
	fn end_contract() -> Weight {
		// Minimum execution time: 11_868_000 picoseconds.
		Weight::from_parts(15_032_000, 0)
			.saturating_add(T::DbWeight::get().reads(4_u64))
	}
	/// Storage: `Nodes::Departed` (r:2 w:1)
	/// Proof: `Nodes::Departed` (`max_values`: None, `max_size`: Some(240), added: 2715, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::LastRegistration` (r:1 w:1)
	/// Proof: `Nodes::LastRegistration` (`max_values`: None, `max_size`: Some(56), added: 2531, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::NodesOf` (r:0 w:1)
	/// Proof: `Nodes::NodesOf` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	fn forget_departed() -> Weight {
		// Minimum execution time: 11_417_000 picoseconds.
		Weight::from_parts(12_709_000, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Nodes::Liveness` (r:1 w:0)
	/// Proof: `Nodes::Liveness` (`max_values`: None, `max_size`: Some(136), added: 2611, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Nodes` (r:1 w:0)
	/// Proof: `Nodes::Nodes` (`max_values`: None, `max_size`: Some(685), added: 3160, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Ledger` (r:1 w:0)
	/// Proof: `Nodes::Ledger` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	fn check_node_call() -> Weight {
		// Minimum execution time: 12_399_000 picoseconds.
		Weight::from_parts(13_540_000, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
	}
}

/// The same, for mocks.
impl WeightInfo for () {
	fn register_node() -> Weight {
		Weight::from_parts(49_064_000, 0)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(11_u64))
	}
	fn update_node() -> Weight {
		Weight::from_parts(26_460_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn set_public_config() -> Weight {
		Weight::from_parts(15_423_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn report(t: u32, ) -> Weight {
		Weight::from_parts(7_466_008, 0)
			.saturating_add(Weight::from_parts(4_390_069, 0).saturating_mul(t.into()))
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(t.into())))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
			.saturating_add(ParityDbWeight::get().writes((1_u64).saturating_mul(t.into())))
	}
	fn report_without_traffic() -> Weight {
		Weight::from_parts(11_157_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_params() -> Weight {
		Weight::from_parts(9_113_000, 0)
	}
	fn on_poll() -> Weight {
		Weight::from_parts(11_266_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
	}
	fn certify_node() -> Weight {
		Weight::from_parts(18_508_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_maintenance() -> Weight {
		Weight::from_parts(24_496_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_extra_fee() -> Weight {
		Weight::from_parts(27_722_000, 0)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_tenancy() -> Weight {
		Weight::from_parts(35_483_000, 0)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_release() -> Weight {
		Weight::from_parts(5_398_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn retire_node() -> Weight {
		Weight::from_parts(55_392_000, 0)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
	}
	fn cancel_retirement() -> Weight {
		Weight::from_parts(24_697_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn retire_next() -> Weight {
		Weight::from_parts(46_560_000, 0)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(9_u64))
	}
	fn retry_rent() -> Weight {
		Weight::from_parts(20_430_000, 0)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn end_contract() -> Weight {
		Weight::from_parts(15_032_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
	}
	fn forget_departed() -> Weight {
		Weight::from_parts(12_709_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn check_node_call() -> Weight {
		Weight::from_parts(13_540_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
	}
}
