//! Weights of `pallet_billing`, measured by `scripts/weights.sh`. Don't edit: measure again.
//!
//! Steps 50, repeats 20. Reads and writes are priced by the runtime's database weights; the
//! size of a proof is not counted, since no other chain validates this one's blocks.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, clippy::unnecessary_cast)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}};

/// What each call and hook of `pallet_billing` costs.
pub trait WeightInfo {
	/// The weight of `poll_base`.
	fn poll_base() -> Weight;
	/// The weight of `drain_empty_slot`.
	fn drain_empty_slot() -> Weight;
	/// The weight of `flush`.
	fn flush() -> Weight;
	/// The weight of `empty_till`.
	fn empty_till() -> Weight;
	/// The weight of `bill_window`.
	fn bill_window() -> Weight;
	/// The weight of `bill_window_recalculated`.
	fn bill_window_recalculated() -> Weight;
	/// The weight of `bill_suspend`.
	fn bill_suspend() -> Weight;
	/// The weight of `bill_waiting`.
	fn bill_waiting() -> Weight;
	/// The weight of `bill_resume`.
	fn bill_resume() -> Weight;
	/// The weight of `bill_end`.
	fn bill_end() -> Weight;
	/// The weight of `bill_end_suspended`.
	fn bill_end_suspended() -> Weight;
	/// The weight of `postpone`.
	fn postpone() -> Weight;
	/// The weight of `resume`.
	fn resume() -> Weight;
	/// The weight of `set_params`.
	fn set_params() -> Weight;
	/// The weight of `accept_price`.
	fn accept_price() -> Weight;
	/// The weight of `add_pricing_policy`.
	fn add_pricing_policy() -> Weight;
	/// The weight of `stake_discount`.
	fn stake_discount() -> Weight;
	/// The weight of `unstake_discount`.
	fn unstake_discount() -> Weight;
	/// The weight of `withdraw_stake`.
	fn withdraw_stake() -> Weight;
	/// The weight of `register_provider`.
	fn register_provider() -> Weight;
	/// The weight of `approve_provider`.
	fn approve_provider() -> Weight;
	/// The weight of `pay_provider`.
	fn pay_provider() -> Weight;
	/// The weight of `delete_provider`.
	fn delete_provider() -> Weight;
}

/// The measured weights, with the database weights of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: UNKNOWN KEY `0x23ea4b87df6180d81d28277b39523cd34e7b9012096b41c4eb3aaf947f6ea429` (r:1 w:0)
	/// Proof: UNKNOWN KEY `0x23ea4b87df6180d81d28277b39523cd34e7b9012096b41c4eb3aaf947f6ea429` (r:1 w:0)
	/// Storage: `Session::CurrentIndex` (r:1 w:0)
	/// Proof: `Session::CurrentIndex` (`max_values`: Some(1), `max_size`: None, mode: `Measured`)
	fn poll_base() -> Weight {
		// Minimum execution time: 8_642_000 picoseconds.
		Weight::from_parts(9_424_000, 0)
			.saturating_add(T::DbWeight::get().reads(2_u64))
	}
	/// Storage: `Billing::Queue` (r:1 w:0)
	/// Proof: `Billing::Queue` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	fn drain_empty_slot() -> Weight {
		// Minimum execution time: 2_865_000 picoseconds.
		Weight::from_parts(3_264_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
	}
	/// Storage: `Billing::Burned` (r:1 w:1)
	/// Proof: `Billing::Burned` (`max_values`: Some(1), `max_size`: Some(16), added: 511, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn flush() -> Weight {
		// Minimum execution time: 101_371_000 picoseconds.
		Weight::from_parts(112_107_000, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	fn empty_till() -> Weight {
		// Minimum execution time: 12_860_000 picoseconds.
		Weight::from_parts(13_971_000, 0)
	}
	/// Storage: `Billing::Queue` (r:1 w:2)
	/// Proof: `Billing::Queue` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Windows` (r:1 w:1)
	/// Proof: `Billing::Windows` (`max_values`: None, `max_size`: Some(296), added: 2771, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Liveness` (r:1 w:0)
	/// Proof: `Nodes::Liveness` (`max_values`: None, `max_size`: Some(136), added: 2611, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Sales` (r:1 w:0)
	/// Proof: `Nodes::Sales` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Payers` (r:1 w:0)
	/// Proof: `Billing::Payers` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Billing::NodeRevenue` (r:1 w:1)
	/// Proof: `Billing::NodeRevenue` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	fn bill_window() -> Weight {
		// Minimum execution time: 89_714_000 picoseconds.
		Weight::from_parts(96_704_000, 0)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(6_u64))
	}
	/// Storage: `Billing::Queue` (r:1 w:2)
	/// Proof: `Billing::Queue` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Windows` (r:1 w:1)
	/// Proof: `Billing::Windows` (`max_values`: None, `max_size`: Some(296), added: 2771, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Liveness` (r:1 w:0)
	/// Proof: `Nodes::Liveness` (`max_values`: None, `max_size`: Some(136), added: 2611, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Sales` (r:1 w:0)
	/// Proof: `Nodes::Sales` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Payers` (r:1 w:1)
	/// Proof: `Billing::Payers` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Providers` (r:1 w:1)
	/// Proof: `Billing::Providers` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	/// Storage: `Farms::ProvidersOf` (r:1 w:0)
	/// Proof: `Farms::ProvidersOf` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Billing::NodeRevenue` (r:1 w:1)
	/// Proof: `Billing::NodeRevenue` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	fn bill_window_recalculated() -> Weight {
		// Minimum execution time: 111_456_000 picoseconds.
		Weight::from_parts(118_767_000, 0)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// Storage: `Billing::Queue` (r:1 w:2)
	/// Proof: `Billing::Queue` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Windows` (r:1 w:1)
	/// Proof: `Billing::Windows` (`max_values`: None, `max_size`: Some(296), added: 2771, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Liveness` (r:1 w:0)
	/// Proof: `Nodes::Liveness` (`max_values`: None, `max_size`: Some(136), added: 2611, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Sales` (r:1 w:0)
	/// Proof: `Nodes::Sales` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Payers` (r:1 w:1)
	/// Proof: `Billing::Payers` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Billing::NodeRevenue` (r:1 w:1)
	/// Proof: `Billing::NodeRevenue` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Deployments::Contracts` (r:1 w:1)
	/// Proof: `Deployments::Contracts` (`max_values`: None, `max_size`: Some(131), added: 2606, mode: `MaxEncodedLen`)
	fn bill_suspend() -> Weight {
		// Minimum execution time: 93_990_000 picoseconds.
		Weight::from_parts(101_031_000, 0)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// Storage: `Billing::Queue` (r:1 w:2)
	/// Proof: `Billing::Queue` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Windows` (r:1 w:1)
	/// Proof: `Billing::Windows` (`max_values`: None, `max_size`: Some(296), added: 2771, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Liveness` (r:1 w:0)
	/// Proof: `Nodes::Liveness` (`max_values`: None, `max_size`: Some(136), added: 2611, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Sales` (r:1 w:0)
	/// Proof: `Nodes::Sales` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Payers` (r:1 w:0)
	/// Proof: `Billing::Payers` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:0)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn bill_waiting() -> Weight {
		// Minimum execution time: 30_506_000 picoseconds.
		Weight::from_parts(33_940_000, 0)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Billing::Queue` (r:1 w:2)
	/// Proof: `Billing::Queue` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Windows` (r:1 w:1)
	/// Proof: `Billing::Windows` (`max_values`: None, `max_size`: Some(296), added: 2771, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Liveness` (r:1 w:0)
	/// Proof: `Nodes::Liveness` (`max_values`: None, `max_size`: Some(136), added: 2611, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Sales` (r:1 w:0)
	/// Proof: `Nodes::Sales` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Payers` (r:1 w:1)
	/// Proof: `Billing::Payers` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Billing::NodeRevenue` (r:1 w:1)
	/// Proof: `Billing::NodeRevenue` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Deployments::Contracts` (r:1 w:1)
	/// Proof: `Deployments::Contracts` (`max_values`: None, `max_size`: Some(131), added: 2606, mode: `MaxEncodedLen`)
	fn bill_resume() -> Weight {
		// Minimum execution time: 98_868_000 picoseconds.
		Weight::from_parts(104_906_000, 0)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	/// Storage: `Billing::Windows` (r:1 w:1)
	/// Proof: `Billing::Windows` (`max_values`: None, `max_size`: Some(296), added: 2771, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Queue` (r:1 w:1)
	/// Proof: `Billing::Queue` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Liveness` (r:1 w:0)
	/// Proof: `Nodes::Liveness` (`max_values`: None, `max_size`: Some(136), added: 2611, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Sales` (r:1 w:1)
	/// Proof: `Nodes::Sales` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Billing::NodeRevenue` (r:1 w:1)
	/// Proof: `Billing::NodeRevenue` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Payers` (r:1 w:1)
	/// Proof: `Billing::Payers` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Deployments::Contracts` (r:1 w:1)
	/// Proof: `Deployments::Contracts` (`max_values`: None, `max_size`: Some(131), added: 2606, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Uses` (r:1 w:1)
	/// Proof: `Twins::Uses` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Deployments::Tenants` (r:1 w:1)
	/// Proof: `Deployments::Tenants` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Farms::IpsOf` (r:1 w:1)
	/// Proof: `Farms::IpsOf` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	/// Storage: `Farms::PublicIps` (r:16 w:16)
	/// Proof: `Farms::PublicIps` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `Farms::BelongingsOf` (r:1 w:1)
	/// Proof: `Farms::BelongingsOf` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Ledger` (r:1 w:1)
	/// Proof: `Nodes::Ledger` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `Deployments::ContractsOf` (r:0 w:1)
	/// Proof: `Deployments::ContractsOf` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Deployments::Specs` (r:0 w:1)
	/// Proof: `Deployments::Specs` (`max_values`: None, `max_size`: Some(274), added: 2749, mode: `MaxEncodedLen`)
	/// Storage: `Farms::FreeIps` (r:0 w:16)
	/// Proof: `Farms::FreeIps` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	fn bill_end() -> Weight {
		// Minimum execution time: 217_374_000 picoseconds.
		Weight::from_parts(230_554_000, 0)
			.saturating_add(T::DbWeight::get().reads(31_u64))
			.saturating_add(T::DbWeight::get().writes(47_u64))
	}
	/// Storage: `Billing::Queue` (r:1 w:1)
	/// Proof: `Billing::Queue` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Windows` (r:1 w:1)
	/// Proof: `Billing::Windows` (`max_values`: None, `max_size`: Some(296), added: 2771, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Liveness` (r:1 w:0)
	/// Proof: `Nodes::Liveness` (`max_values`: None, `max_size`: Some(136), added: 2611, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Sales` (r:1 w:1)
	/// Proof: `Nodes::Sales` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Payers` (r:1 w:0)
	/// Proof: `Billing::Payers` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Billing::NodeRevenue` (r:1 w:1)
	/// Proof: `Billing::NodeRevenue` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Deployments::Contracts` (r:1 w:1)
	/// Proof: `Deployments::Contracts` (`max_values`: None, `max_size`: Some(131), added: 2606, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Uses` (r:1 w:1)
	/// Proof: `Twins::Uses` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Deployments::Tenants` (r:1 w:1)
	/// Proof: `Deployments::Tenants` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Farms::IpsOf` (r:1 w:1)
	/// Proof: `Farms::IpsOf` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	/// Storage: `Farms::PublicIps` (r:16 w:16)
	/// Proof: `Farms::PublicIps` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `Farms::BelongingsOf` (r:1 w:1)
	/// Proof: `Farms::BelongingsOf` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Ledger` (r:1 w:1)
	/// Proof: `Nodes::Ledger` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `Deployments::ContractsOf` (r:0 w:1)
	/// Proof: `Deployments::ContractsOf` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Deployments::Specs` (r:0 w:1)
	/// Proof: `Deployments::Specs` (`max_values`: None, `max_size`: Some(274), added: 2749, mode: `MaxEncodedLen`)
	/// Storage: `Farms::FreeIps` (r:0 w:16)
	/// Proof: `Farms::FreeIps` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	fn bill_end_suspended() -> Weight {
		// Minimum execution time: 214_060_000 picoseconds.
		Weight::from_parts(226_988_000, 0)
			.saturating_add(T::DbWeight::get().reads(31_u64))
			.saturating_add(T::DbWeight::get().writes(46_u64))
	}
	/// Storage: `Billing::Windows` (r:1 w:1)
	/// Proof: `Billing::Windows` (`max_values`: None, `max_size`: Some(296), added: 2771, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Queue` (r:0 w:2)
	/// Proof: `Billing::Queue` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	fn postpone() -> Weight {
		// Minimum execution time: 7_171_000 picoseconds.
		Weight::from_parts(8_462_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Billing::Windows` (r:1 w:1)
	/// Proof: `Billing::Windows` (`max_values`: None, `max_size`: Some(296), added: 2771, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Liveness` (r:1 w:0)
	/// Proof: `Nodes::Liveness` (`max_values`: None, `max_size`: Some(136), added: 2611, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Sales` (r:1 w:0)
	/// Proof: `Nodes::Sales` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Payers` (r:1 w:1)
	/// Proof: `Billing::Payers` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Billing::NodeRevenue` (r:1 w:1)
	/// Proof: `Billing::NodeRevenue` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Deployments::Contracts` (r:1 w:1)
	/// Proof: `Deployments::Contracts` (`max_values`: None, `max_size`: Some(131), added: 2606, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Queue` (r:0 w:2)
	/// Proof: `Billing::Queue` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	fn resume() -> Weight {
		// Minimum execution time: 120_740_000 picoseconds.
		Weight::from_parts(126_679_000, 0)
			.saturating_add(T::DbWeight::get().reads(10_u64))
			.saturating_add(T::DbWeight::get().writes(8_u64))
	}
	fn set_params() -> Weight {
		// Minimum execution time: 3_806_000 picoseconds.
		Weight::from_parts(4_196_000, 0)
	}
	fn accept_price() -> Weight {
		// Minimum execution time: 2_995_000 picoseconds.
		Weight::from_parts(3_345_000, 0)
	}
	/// Storage: `Billing::Policies` (r:0 w:1)
	/// Proof: `Billing::Policies` (`max_values`: None, `max_size`: Some(92), added: 2567, mode: `MaxEncodedLen`)
	fn add_pricing_policy() -> Weight {
		// Minimum execution time: 4_466_000 picoseconds.
		Weight::from_parts(4_977_000, 0)
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Payers` (r:1 w:1)
	/// Proof: `Billing::Payers` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Unbondings` (r:1 w:0)
	/// Proof: `Billing::Unbondings` (`max_values`: None, `max_size`: Some(205), added: 2680, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Uses` (r:1 w:1)
	/// Proof: `Twins::Uses` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	fn stake_discount() -> Weight {
		// Minimum execution time: 58_577_000 picoseconds.
		Weight::from_parts(61_943_000, 0)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Payers` (r:1 w:1)
	/// Proof: `Billing::Payers` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Unbondings` (r:1 w:1)
	/// Proof: `Billing::Unbondings` (`max_values`: None, `max_size`: Some(205), added: 2680, mode: `MaxEncodedLen`)
	fn unstake_discount() -> Weight {
		// Minimum execution time: 15_854_000 picoseconds.
		Weight::from_parts(17_235_000, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Unbondings` (r:1 w:1)
	/// Proof: `Billing::Unbondings` (`max_values`: None, `max_size`: Some(205), added: 2680, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Payers` (r:1 w:0)
	/// Proof: `Billing::Payers` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Uses` (r:1 w:1)
	/// Proof: `Twins::Uses` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	fn withdraw_stake() -> Weight {
		// Minimum execution time: 50_224_000 picoseconds.
		Weight::from_parts(53_319_000, 0)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Billing::NextProviderId` (r:1 w:1)
	/// Proof: `Billing::NextProviderId` (`max_values`: Some(1), `max_size`: Some(4), added: 499, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Uses` (r:1 w:1)
	/// Proof: `Twins::Uses` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Providers` (r:0 w:1)
	/// Proof: `Billing::Providers` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	fn register_provider() -> Weight {
		// Minimum execution time: 54_432_000 picoseconds.
		Weight::from_parts(58_748_000, 0)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(5_u64))
	}
	/// Storage: `Billing::Providers` (r:1 w:1)
	/// Proof: `Billing::Providers` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	fn approve_provider() -> Weight {
		// Minimum execution time: 6_329_000 picoseconds.
		Weight::from_parts(7_461_000, 0)
			.saturating_add(T::DbWeight::get().reads(1_u64))
			.saturating_add(T::DbWeight::get().writes(1_u64))
	}
	/// Storage: `Billing::Providers` (r:1 w:1)
	/// Proof: `Billing::Providers` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn pay_provider() -> Weight {
		// Minimum execution time: 47_060_000 picoseconds.
		Weight::from_parts(50_275_000, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Billing::Providers` (r:1 w:1)
	/// Proof: `Billing::Providers` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Uses` (r:1 w:1)
	/// Proof: `Twins::Uses` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	fn delete_provider() -> Weight {
		// Minimum execution time: 48_101_000 picoseconds.
		Weight::from_parts(50_936_000, 0)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
}

/// The same, for mocks.
impl WeightInfo for () {
	fn poll_base() -> Weight {
		Weight::from_parts(9_424_000, 0)
			.saturating_add(ParityDbWeight::get().reads(2_u64))
	}
	fn drain_empty_slot() -> Weight {
		Weight::from_parts(3_264_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
	}
	fn flush() -> Weight {
		Weight::from_parts(112_107_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn empty_till() -> Weight {
		Weight::from_parts(13_971_000, 0)
	}
	fn bill_window() -> Weight {
		Weight::from_parts(96_704_000, 0)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(6_u64))
	}
	fn bill_window_recalculated() -> Weight {
		Weight::from_parts(118_767_000, 0)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
	}
	fn bill_suspend() -> Weight {
		Weight::from_parts(101_031_000, 0)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
	}
	fn bill_waiting() -> Weight {
		Weight::from_parts(33_940_000, 0)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn bill_resume() -> Weight {
		Weight::from_parts(104_906_000, 0)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
	}
	fn bill_end() -> Weight {
		Weight::from_parts(230_554_000, 0)
			.saturating_add(ParityDbWeight::get().reads(31_u64))
			.saturating_add(ParityDbWeight::get().writes(47_u64))
	}
	fn bill_end_suspended() -> Weight {
		Weight::from_parts(226_988_000, 0)
			.saturating_add(ParityDbWeight::get().reads(31_u64))
			.saturating_add(ParityDbWeight::get().writes(46_u64))
	}
	fn postpone() -> Weight {
		Weight::from_parts(8_462_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn resume() -> Weight {
		Weight::from_parts(126_679_000, 0)
			.saturating_add(ParityDbWeight::get().reads(10_u64))
			.saturating_add(ParityDbWeight::get().writes(8_u64))
	}
	fn set_params() -> Weight {
		Weight::from_parts(4_196_000, 0)
	}
	fn accept_price() -> Weight {
		Weight::from_parts(3_345_000, 0)
	}
	fn add_pricing_policy() -> Weight {
		Weight::from_parts(4_977_000, 0)
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn stake_discount() -> Weight {
		Weight::from_parts(61_943_000, 0)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn unstake_discount() -> Weight {
		Weight::from_parts(17_235_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn withdraw_stake() -> Weight {
		Weight::from_parts(53_319_000, 0)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn register_provider() -> Weight {
		Weight::from_parts(58_748_000, 0)
			.saturating_add(ParityDbWeight::get().reads(6_u64))
			.saturating_add(ParityDbWeight::get().writes(5_u64))
	}
	fn approve_provider() -> Weight {
		Weight::from_parts(7_461_000, 0)
			.saturating_add(ParityDbWeight::get().reads(1_u64))
			.saturating_add(ParityDbWeight::get().writes(1_u64))
	}
	fn pay_provider() -> Weight {
		Weight::from_parts(50_275_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn delete_provider() -> Weight {
		Weight::from_parts(50_936_000, 0)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
}
