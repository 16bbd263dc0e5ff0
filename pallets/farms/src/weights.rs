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
	/// The weight of `set_farm_certification`.
	fn set_farm_certification() -> Weight;
	/// The weight of `delete_farm`.
	fn delete_farm() -> Weight;
	/// The weight of `add_public_ip`.
	fn add_public_ip() -> Weight;
	/// The weight of `remove_public_ip`.
	fn remove_public_ip() -> Weight;
	/// The weight of `offer_farm`.
	fn offer_farm() -> Weight;
	/// The weight of `withdraw_offer`.
	fn withdraw_offer() -> Weight;
	/// The weight of `accept_farm`.
	fn accept_farm() -> Weight;
	/// The weight of `poll_idle`.
	fn poll_idle() -> Weight;
	/// The weight of `settle_node`.
	fn settle_node() -> Weight;
	/// The weight of `conclude_handover`.
	fn conclude_handover() -> Weight;
	/// The weight of `accept_provider`.
	fn accept_provider() -> Weight;
	/// The weight of `dismiss_provider`.
	fn dismiss_provider() -> Weight;
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
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Uses` (r:1 w:1)
	/// Proof: `Twins::Uses` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Farms::BelongingsOf` (r:0 w:1)
	/// Proof: `Farms::BelongingsOf` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	/// Storage: `Farms::Farms` (r:0 w:1)
	/// Proof: `Farms::Farms` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	fn create_farm() -> Weight {
		// Minimum execution time: 51_807_000 picoseconds.
		Weight::from_parts(56_044_000, 0)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `Farms::Handovers` (r:1 w:0)
	/// Proof: `Farms::Handovers` (`max_values`: None, `max_size`: Some(21), added: 2496, mode: `MaxEncodedLen`)
	/// Storage: `Farms::Farms` (r:1 w:1)
	/// Proof: `Farms::Farms` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Farms::FarmByName` (r:1 w:2)
	/// Proof: `Farms::FarmByName` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	fn rename_farm() -> Weight {
		// Minimum execution time: 16_725_000 picoseconds.
		Weight::from_parts(18_417_000, 0)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Farms::Farms` (r:1 w:1)
	/// Proof: `Farms::Farms` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	fn set_payout_account() -> Weight {
		// Minimum execution time: 11_097_000 picoseconds.
		Weight::from_parts(12_138_000, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Farms::Farms` (r:1 w:0)
	/// Proof: `Farms::Farms` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Farms::Authorisations` (r:1 w:1)
	/// Proof: `Farms::Authorisations` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Farms::BelongingsOf` (r:1 w:1)
	/// Proof: `Farms::BelongingsOf` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	fn authorise_node() -> Weight {
		// Minimum execution time: 57_866_000 picoseconds.
		Weight::from_parts(62_413_000, 0)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Farms::Farms` (r:1 w:0)
	/// Proof: `Farms::Farms` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `Twins::TwinOf` (r:2 w:1)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Farms::Authorisations` (r:2 w:1)
	/// Proof: `Farms::Authorisations` (`max_values`: None, `max_size`: Some(77), added: 2552, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Farms::BelongingsOf` (r:1 w:1)
	/// Proof: `Farms::BelongingsOf` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Uses` (r:1 w:0)
	/// Proof: `Twins::Uses` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:1)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	fn revoke_node() -> Weight {
		// Minimum execution time: 73_109_000 picoseconds.
		Weight::from_parts(78_287_000, 0)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `Certifiers::Members` (r:1 w:0)
	/// Proof: `Certifiers::Members` (`max_values`: Some(1), `max_size`: Some(1025), added: 1520, mode: `MaxEncodedLen`)
	/// Storage: `Farms::Farms` (r:1 w:1)
	/// Proof: `Farms::Farms` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	fn approve_farm() -> Weight {
		// Minimum execution time: 9_434_000 picoseconds.
		Weight::from_parts(10_325_000, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Certifiers::Members` (r:1 w:0)
	/// Proof: `Certifiers::Members` (`max_values`: Some(1), `max_size`: Some(1025), added: 1520, mode: `MaxEncodedLen`)
	/// Storage: `Farms::Farms` (r:1 w:1)
	/// Proof: `Farms::Farms` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	fn disapprove_farm() -> Weight {
		// Minimum execution time: 9_545_000 picoseconds.
		Weight::from_parts(10_406_000, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Certifiers::Members` (r:1 w:0)
	/// Proof: `Certifiers::Members` (`max_values`: Some(1), `max_size`: Some(1025), added: 1520, mode: `MaxEncodedLen`)
	/// Storage: `Farms::Farms` (r:1 w:1)
	/// Proof: `Farms::Farms` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	fn set_farm_certification() -> Weight {
		// Minimum execution time: 9_545_000 picoseconds.
		Weight::from_parts(10_485_000, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Farms::Farms` (r:1 w:1)
	/// Proof: `Farms::Farms` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Farms::Handovers` (r:1 w:0)
	/// Proof: `Farms::Handovers` (`max_values`: None, `max_size`: Some(21), added: 2496, mode: `MaxEncodedLen`)
	/// Storage: `Farms::BelongingsOf` (r:1 w:1)
	/// Proof: `Farms::BelongingsOf` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::NodesOf` (r:1 w:0)
	/// Proof: `Nodes::NodesOf` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `Rewards::Booked` (r:1 w:0)
	/// Proof: `Rewards::Booked` (`max_values`: None, `max_size`: Some(44), added: 2519, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Uses` (r:1 w:1)
	/// Proof: `Twins::Uses` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Farms::FarmByName` (r:0 w:1)
	/// Proof: `Farms::FarmByName` (`max_values`: None, `max_size`: Some(61), added: 2536, mode: `MaxEncodedLen`)
	fn delete_farm() -> Weight {
		// Minimum execution time: 51_276_000 picoseconds.
		Weight::from_parts(54_882_000, 0)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `Farms::Farms` (r:1 w:0)
	/// Proof: `Farms::Farms` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Farms::PublicIps` (r:1 w:1)
	/// Proof: `Farms::PublicIps` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Farms::BelongingsOf` (r:1 w:1)
	/// Proof: `Farms::BelongingsOf` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	/// Storage: `Farms::FreeIps` (r:0 w:1)
	/// Proof: `Farms::FreeIps` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	fn add_public_ip() -> Weight {
		// Minimum execution time: 53_420_000 picoseconds.
		Weight::from_parts(59_299_000, 0)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Certifiers::Members` (r:1 w:0)
	/// Proof: `Certifiers::Members` (`max_values`: Some(1), `max_size`: Some(1025), added: 1520, mode: `MaxEncodedLen`)
	/// Storage: `Farms::Farms` (r:1 w:0)
	/// Proof: `Farms::Farms` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	/// Storage: `Farms::PublicIps` (r:2 w:2)
	/// Proof: `Farms::PublicIps` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Farms::BelongingsOf` (r:1 w:1)
	/// Proof: `Farms::BelongingsOf` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	/// Storage: `Farms::FreeIps` (r:1 w:2)
	/// Proof: `Farms::FreeIps` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	fn remove_public_ip() -> Weight {
		// Minimum execution time: 64_226_000 picoseconds.
		Weight::from_parts(68_823_000, 0)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `Farms::Farms` (r:1 w:1)
	/// Proof: `Farms::Farms` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Farms::Handovers` (r:1 w:0)
	/// Proof: `Farms::Handovers` (`max_values`: None, `max_size`: Some(21), added: 2496, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	fn offer_farm() -> Weight {
		// Minimum execution time: 15_243_000 picoseconds.
		Weight::from_parts(16_705_000, 0)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Farms::Farms` (r:1 w:1)
	/// Proof: `Farms::Farms` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	fn withdraw_offer() -> Weight {
		// Minimum execution time: 11_587_000 picoseconds.
		Weight::from_parts(12_488_000, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Farms::Farms` (r:1 w:1)
	/// Proof: `Farms::Farms` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Uses` (r:1 w:1)
	/// Proof: `Twins::Uses` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Farms::Handovers` (r:0 w:1)
	/// Proof: `Farms::Handovers` (`max_values`: None, `max_size`: Some(21), added: 2496, mode: `MaxEncodedLen`)
	fn accept_farm() -> Weight {
		// Minimum execution time: 16_264_000 picoseconds.
		Weight::from_parts(19_689_000, 0)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: UNKNOWN KEY `0x991668ecbcb25e4ae6f380a2cc63b6704e7b9012096b41c4eb3aaf947f6ea429` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0x991668ecbcb25e4ae6f380a2cc63b6704e7b9012096b41c4eb3aaf947f6ea429` (r:1 w:0)
	/// Storage: `Farms::LastSettled` (r:1 w:0)
	/// Proof: `Farms::LastSettled` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Farms::Handovers` (r:1 w:0)
	/// Proof: `Farms::Handovers` (`max_values`: None, `max_size`: Some(21), added: 2496, mode: `MaxEncodedLen`)
	fn poll_idle() -> Weight {
		// Minimum execution time: 3_875_000 picoseconds.
		Weight::from_parts(4_277_000, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
	}
	/// Storage: `Nodes::NodesOf` (r:2 w:0)
	/// Proof: `Nodes::NodesOf` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `Farms::Farms` (r:1 w:0)
	/// Proof: `Farms::Farms` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `Billing::NodeRevenue` (r:1 w:1)
	/// Proof: `Billing::NodeRevenue` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Ledger` (r:1 w:0)
	/// Proof: `Nodes::Ledger` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Departed` (r:2 w:0)
	/// Proof: `Nodes::Departed` (`max_values`: None, `max_size`: Some(240), added: 2715, mode: `MaxEncodedLen`)
	/// Storage: `Farms::Handovers` (r:0 w:1)
	/// Proof: `Farms::Handovers` (`max_values`: None, `max_size`: Some(21), added: 2496, mode: `MaxEncodedLen`)
	fn settle_node() -> Weight {
		// Minimum execution time: 67_521_000 picoseconds.
		Weight::from_parts(72_308_000, 0)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Nodes::NodesOf` (r:1 w:0)
	/// Proof: `Nodes::NodesOf` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `Farms::Farms` (r:1 w:1)
	/// Proof: `Farms::Farms` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `Farms::BelongingsOf` (r:1 w:0)
	/// Proof: `Farms::BelongingsOf` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:2 w:0)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:2 w:2)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Uses` (r:1 w:1)
	/// Proof: `Twins::Uses` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Farms::Handovers` (r:0 w:1)
	/// Proof: `Farms::Handovers` (`max_values`: None, `max_size`: Some(21), added: 2496, mode: `MaxEncodedLen`)
	fn conclude_handover() -> Weight {
		// Minimum execution time: 120_199_000 picoseconds.
		Weight::from_parts(132_427_000, 0)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `Farms::Farms` (r:1 w:0)
	/// Proof: `Farms::Farms` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Farms::Handovers` (r:1 w:0)
	/// Proof: `Farms::Handovers` (`max_values`: None, `max_size`: Some(21), added: 2496, mode: `MaxEncodedLen`)
	/// Storage: `Farms::ProvidersOf` (r:1 w:1)
	/// Proof: `Farms::ProvidersOf` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Providers` (r:1 w:0)
	/// Proof: `Billing::Providers` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	/// Storage: `Farms::BelongingsOf` (r:1 w:1)
	/// Proof: `Farms::BelongingsOf` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	fn accept_provider() -> Weight {
		// Minimum execution time: 28_342_000 picoseconds.
		Weight::from_parts(32_769_000, 0)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Farms::Farms` (r:1 w:0)
	/// Proof: `Farms::Farms` (`max_values`: None, `max_size`: Some(113), added: 2588, mode: `MaxEncodedLen`)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Farms::ProvidersOf` (r:1 w:1)
	/// Proof: `Farms::ProvidersOf` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `Farms::BelongingsOf` (r:1 w:1)
	/// Proof: `Farms::BelongingsOf` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	fn dismiss_provider() -> Weight {
		// Minimum execution time: 19_920_000 picoseconds.
		Weight::from_parts(22_254_000, 0)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
}

/// The same, for mocks.
impl WeightInfo for () {
	fn create_farm() -> Weight {
		Weight::from_parts(56_044_000, 0)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	fn rename_farm() -> Weight {
		Weight::from_parts(18_417_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn set_payout_account() -> Weight {
		Weight::from_parts(12_138_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn authorise_node() -> Weight {
		Weight::from_parts(62_413_000, 0)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn revoke_node() -> Weight {
		Weight::from_parts(78_287_000, 0)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	fn approve_farm() -> Weight {
		Weight::from_parts(10_325_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn disapprove_farm() -> Weight {
		Weight::from_parts(10_406_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn set_farm_certification() -> Weight {
		Weight::from_parts(10_485_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn delete_farm() -> Weight {
		Weight::from_parts(54_882_000, 0)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn add_public_ip() -> Weight {
		Weight::from_parts(59_299_000, 0)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn remove_public_ip() -> Weight {
		Weight::from_parts(68_823_000, 0)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	fn offer_farm() -> Weight {
		Weight::from_parts(16_705_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn withdraw_offer() -> Weight {
		Weight::from_parts(12_488_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn accept_farm() -> Weight {
		Weight::from_parts(19_689_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn poll_idle() -> Weight {
		Weight::from_parts(4_277_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
	}
	fn settle_node() -> Weight {
		Weight::from_parts(72_308_000, 0)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn conclude_handover() -> Weight {
		Weight::from_parts(132_427_000, 0)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	fn accept_provider() -> Weight {
		Weight::from_parts(32_769_000, 0)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn dismiss_provider() -> Weight {
		Weight::from_parts(22_254_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
}
