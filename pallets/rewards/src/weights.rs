//! Weights of `pallet_rewards`, measured by `scripts/weights.sh`. Don't edit: measure again.
//!
//! Steps 50, repeats 20. Reads and writes are priced by the runtime's database weights; the
//! size of a proof is not counted, since no other chain validates this one's blocks.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, clippy::unnecessary_cast)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}};

/// What each call and hook of `pallet_rewards` costs.
pub trait WeightInfo {
	/// The weight of `set_params`.
	fn set_params() -> Weight;
	/// The weight of `lower_cap`.
	fn lower_cap() -> Weight;
	/// The weight of `add_farming_policy`.
	fn add_farming_policy() -> Weight;
	/// The weight of `set_default_policy`.
	fn set_default_policy() -> Weight;
	/// The weight of `void_receipt`.
	fn void_receipt() -> Weight;
	/// The weight of `poll`.
	fn poll() -> Weight;
	/// The weight of `begin`.
	fn begin() -> Weight;
	/// The weight of `settle_node`.
	fn settle_node() -> Weight;
	/// The weight of `fix_factors`.
	fn fix_factors() -> Weight;
	/// The weight of `pay_farm`.
	fn pay_farm() -> Weight;
	/// The weight of `retry_farm`.
	fn retry_farm() -> Weight;
	/// The weight of `finish`.
	fn finish() -> Weight;
	/// The weight of `clear_item`.
	fn clear_item() -> Weight;
}

/// The measured weights, with the database weights of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	fn set_params() -> Weight {
		// Minimum execution time: 5_298_000 picoseconds.
		Weight::from_parts(6_119_000, 0)
	}
	fn lower_cap() -> Weight {
		// Minimum execution time: 12_438_000 picoseconds.
		Weight::from_parts(13_831_000, 0)
	}
	/// Storage: `Rewards::PolicyCount` (r:1 w:1)
	/// Proof: `Rewards::PolicyCount` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Rewards::Policies` (r:0 w:1)
	/// Proof: `Rewards::Policies` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	fn add_farming_policy() -> Weight {
		// Minimum execution time: 4_837_000 picoseconds.
		Weight::from_parts(5_408_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Rewards::Policies` (r:1 w:0)
	/// Proof: `Rewards::Policies` (`max_values`: None, `max_size`: Some(97), added: 2572, mode: `MaxEncodedLen`)
	/// Storage: `Rewards::DefaultPolicy` (r:1 w:1)
	/// Proof: `Rewards::DefaultPolicy` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn set_default_policy() -> Weight {
		// Minimum execution time: 4_817_000 picoseconds.
		Weight::from_parts(5_558_000, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Certifiers::Members` (r:1 w:0)
	/// Proof: `Certifiers::Members` (`max_values`: Some(1), `max_size`: Some(1025), added: 1520, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Liveness` (r:1 w:0)
	/// Proof: `Nodes::Liveness` (`max_values`: None, `max_size`: Some(136), added: 2611, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Ledger` (r:1 w:0)
	/// Proof: `Nodes::Ledger` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `Rewards::Voids` (r:0 w:1)
	/// Proof: `Rewards::Voids` (`max_values`: None, `max_size`: Some(154), added: 2629, mode: `MaxEncodedLen`)
	fn void_receipt() -> Weight {
		// Minimum execution time: 17_827_000 picoseconds.
		Weight::from_parts(19_529_000, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: UNKNOWN KEY `0x540a4f8754aa5298a3d6e9aa09e93f974e7b9012096b41c4eb3aaf947f6ea429` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0x540a4f8754aa5298a3d6e9aa09e93f974e7b9012096b41c4eb3aaf947f6ea429` (r:1 w:0)
	fn poll() -> Weight {
		// Minimum execution time: 19_259_000 picoseconds.
		Weight::from_parts(21_162_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
	}
	/// Storage: `Nodes::NextNodeId` (r:1 w:0)
	/// Proof: `Nodes::NextNodeId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	fn begin() -> Weight {
		// Minimum execution time: 6_570_000 picoseconds.
		Weight::from_parts(7_391_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
	}
	/// Storage: `Nodes::Liveness` (r:1 w:0)
	/// Proof: `Nodes::Liveness` (`max_values`: None, `max_size`: Some(136), added: 2611, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Ledger` (r:1 w:0)
	/// Proof: `Nodes::Ledger` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `Rewards::Voids` (r:1 w:0)
	/// Proof: `Rewards::Voids` (`max_values`: None, `max_size`: Some(154), added: 2629, mode: `MaxEncodedLen`)
	/// Storage: `Farms::Farms` (r:1 w:0)
	/// Proof: `Farms::Farms` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `Billing::NodeRevenue` (r:1 w:1)
	/// Proof: `Billing::NodeRevenue` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Rewards::FarmTotals` (r:1 w:1)
	/// Proof: `Rewards::FarmTotals` (`max_values`: None, `max_size`: Some(72), added: 2547, mode: `MaxEncodedLen`)
	/// Storage: `Rewards::Receipts` (r:0 w:1)
	/// Proof: `Rewards::Receipts` (`max_values`: None, `max_size`: Some(277), added: 2752, mode: `MaxEncodedLen`)
	fn settle_node() -> Weight {
		// Minimum execution time: 28_603_000 picoseconds.
		Weight::from_parts(30_636_000, 0)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn fix_factors() -> Weight {
		// Minimum execution time: 3_916_000 picoseconds.
		Weight::from_parts(4_496_000, 0)
	}
	/// Storage: `Rewards::FarmTotals` (r:2 w:0)
	/// Proof: `Rewards::FarmTotals` (`max_values`: None, `max_size`: Some(72), added: 2547, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Rewards::Booked` (r:1 w:1)
	/// Proof: `Rewards::Booked` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Farms::Farms` (r:1 w:0)
	/// Proof: `Farms::Farms` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	fn pay_farm() -> Weight {
		// Minimum execution time: 69_263_000 picoseconds.
		Weight::from_parts(79_709_000, 0)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Rewards::Booked` (r:2 w:1)
	/// Proof: `Rewards::Booked` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `Farms::Farms` (r:1 w:0)
	/// Proof: `Farms::Farms` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn retry_farm() -> Weight {
		// Minimum execution time: 50_946_000 picoseconds.
		Weight::from_parts(57_906_000, 0)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Rewards::NextToClear` (r:1 w:0)
	/// Proof: `Rewards::NextToClear` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Rewards::Periods` (r:0 w:1)
	/// Proof: `Rewards::Periods` (`max_values`: None, `max_size`: Some(9356), added: 11831, mode: `MaxEncodedLen`)
	fn finish() -> Weight {
		// Minimum execution time: 7_752_000 picoseconds.
		Weight::from_parts(8_583_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Rewards::Receipts` (r:1 w:1)
	/// Proof: `Rewards::Receipts` (`max_values`: None, `max_size`: Some(277), added: 2752, mode: `MaxEncodedLen`)
	fn clear_item() -> Weight {
		// Minimum execution time: 4_526_000 picoseconds.
		Weight::from_parts(5_238_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
}

/// The same, for mocks.
impl WeightInfo for () {
	fn set_params() -> Weight {
		Weight::from_parts(6_119_000, 0)
	}
	fn lower_cap() -> Weight {
		Weight::from_parts(13_831_000, 0)
	}
	fn add_farming_policy() -> Weight {
		Weight::from_parts(5_408_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn set_default_policy() -> Weight {
		Weight::from_parts(5_558_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn void_receipt() -> Weight {
		Weight::from_parts(19_529_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn poll() -> Weight {
		Weight::from_parts(21_162_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
	}
	fn begin() -> Weight {
		Weight::from_parts(7_391_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
	}
	fn settle_node() -> Weight {
		Weight::from_parts(30_636_000, 0)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn fix_factors() -> Weight {
		Weight::from_parts(4_496_000, 0)
	}
	fn pay_farm() -> Weight {
		Weight::from_parts(79_709_000, 0)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn retry_farm() -> Weight {
		Weight::from_parts(57_906_000, 0)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn finish() -> Weight {
		Weight::from_parts(8_583_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn clear_item() -> Weight {
		Weight::from_parts(5_238_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
}
