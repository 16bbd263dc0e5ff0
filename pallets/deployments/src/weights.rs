//! Weights of `pallet_deployments`, measured by `scripts/weights.sh`. Don't edit: measure again.
//!
//! Steps 50, repeats 20. Reads and writes are priced by the runtime's database weights; the
//! size of a proof is not counted, since no other chain validates this one's blocks.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens, unused_imports, clippy::unnecessary_cast)]

use core::marker::PhantomData;
use frame_support::{traits::Get, weights::{constants::ParityDbWeight, Weight}};

/// What each call and hook of `pallet_deployments` costs.
pub trait WeightInfo {
	/// The weight of `deploy`.
	fn deploy(i: u32, ) -> Weight;
	/// The weight of `confirm_workload`.
	fn confirm_workload() -> Weight;
	/// The weight of `update_deployment`.
	fn update_deployment(i: u32, ) -> Weight;
	/// The weight of `cancel`.
	fn cancel() -> Weight;
	/// The weight of `force_cancel`.
	fn force_cancel() -> Weight;
	/// The weight of `rent_node`.
	fn rent_node() -> Weight;
	/// The weight of `reserve_name`.
	fn reserve_name() -> Weight;
	/// The weight of `attach_provider`.
	fn attach_provider() -> Weight;
	/// The weight of `offer_service`.
	fn offer_service() -> Weight;
	/// The weight of `set_service_terms`.
	fn set_service_terms() -> Weight;
	/// The weight of `approve_service`.
	fn approve_service() -> Weight;
	/// The weight of `bill_service`.
	fn bill_service() -> Weight;
	/// The weight of `cancel_service`.
	fn cancel_service() -> Weight;
}

/// The measured weights, with the database weights of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Providers` (r:1 w:0)
	/// Proof: `Billing::Providers` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Liveness` (r:1 w:0)
	/// Proof: `Nodes::Liveness` (`max_values`: None, `max_size`: Some(136), added: 2611, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Ledger` (r:1 w:1)
	/// Proof: `Nodes::Ledger` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Nodes` (r:1 w:0)
	/// Proof: `Nodes::Nodes` (`max_values`: None, `max_size`: Some(685), added: 3160, mode: `MaxEncodedLen`)
	/// Storage: `Deployments::Contracts` (r:1 w:1)
	/// Proof: `Deployments::Contracts` (`max_values`: None, `max_size`: Some(131), added: 2606, mode: `MaxEncodedLen`)
	/// Storage: `Deployments::NextContractId` (r:1 w:1)
	/// Proof: `Deployments::NextContractId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Sales` (r:1 w:1)
	/// Proof: `Nodes::Sales` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
	/// Storage: `Farms::IpsOf` (r:1 w:1)
	/// Proof: `Farms::IpsOf` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	/// Storage: `Farms::BelongingsOf` (r:1 w:1)
	/// Proof: `Farms::BelongingsOf` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	/// Storage: `Farms::FreeIps` (r:16 w:16)
	/// Proof: `Farms::FreeIps` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Farms::PublicIps` (r:16 w:16)
	/// Proof: `Farms::PublicIps` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Uses` (r:1 w:1)
	/// Proof: `Twins::Uses` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Deployments::Tenants` (r:1 w:1)
	/// Proof: `Deployments::Tenants` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Windows` (r:1 w:1)
	/// Proof: `Billing::Windows` (`max_values`: None, `max_size`: Some(296), added: 2771, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Payers` (r:1 w:1)
	/// Proof: `Billing::Payers` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Farms::ProvidersOf` (r:1 w:0)
	/// Proof: `Farms::ProvidersOf` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `Deployments::ContractsOf` (r:0 w:1)
	/// Proof: `Deployments::ContractsOf` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Deployments::Specs` (r:0 w:1)
	/// Proof: `Deployments::Specs` (`max_values`: None, `max_size`: Some(274), added: 2749, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Queue` (r:0 w:1)
	/// Proof: `Billing::Queue` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// The range of component `i` is `[0, 16]`.
	fn deploy(i: u32, ) -> Weight {
		// Minimum execution time: 177_234_000 picoseconds.
		Weight::from_parts(211_284_246, 0)
			// Standard error: 59_779
			.saturating_add(Weight::from_parts(7_360_191, 0).saturating_mul(i.into()))
			.saturating_add(T::DbWeight::get().reads(18_u64))
			.saturating_add(T::DbWeight::get().reads((2_u64).saturating_mul(i.into())))
			.saturating_add(T::DbWeight::get().writes(15_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(i.into())))
	}
	/// Storage: `Deployments::Contracts` (r:2 w:1)
	/// Proof: `Deployments::Contracts` (`max_values`: None, `max_size`: Some(131), added: 2606, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::NodeOf` (r:1 w:0)
	/// Proof: `Nodes::NodeOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Liveness` (r:1 w:0)
	/// Proof: `Nodes::Liveness` (`max_values`: None, `max_size`: Some(136), added: 2611, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Ledger` (r:1 w:0)
	/// Proof: `Nodes::Ledger` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Nodes` (r:1 w:0)
	/// Proof: `Nodes::Nodes` (`max_values`: None, `max_size`: Some(685), added: 3160, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Windows` (r:1 w:1)
	/// Proof: `Billing::Windows` (`max_values`: None, `max_size`: Some(296), added: 2771, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Sales` (r:1 w:0)
	/// Proof: `Nodes::Sales` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Queue` (r:0 w:2)
	/// Proof: `Billing::Queue` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	fn confirm_workload() -> Weight {
		// Minimum execution time: 51_497_000 picoseconds.
		Weight::from_parts(57_195_000, 0)
			.saturating_add(T::DbWeight::get().reads(8_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Deployments::Contracts` (r:1 w:1)
	/// Proof: `Deployments::Contracts` (`max_values`: None, `max_size`: Some(131), added: 2606, mode: `MaxEncodedLen`)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Liveness` (r:1 w:0)
	/// Proof: `Nodes::Liveness` (`max_values`: None, `max_size`: Some(136), added: 2611, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Ledger` (r:1 w:1)
	/// Proof: `Nodes::Ledger` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Nodes` (r:1 w:0)
	/// Proof: `Nodes::Nodes` (`max_values`: None, `max_size`: Some(685), added: 3160, mode: `MaxEncodedLen`)
	/// Storage: `Deployments::Specs` (r:1 w:1)
	/// Proof: `Deployments::Specs` (`max_values`: None, `max_size`: Some(274), added: 2749, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Sales` (r:1 w:1)
	/// Proof: `Nodes::Sales` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
	/// Storage: `Farms::IpsOf` (r:1 w:1)
	/// Proof: `Farms::IpsOf` (`max_values`: None, `max_size`: Some(81), added: 2556, mode: `MaxEncodedLen`)
	/// Storage: `Farms::PublicIps` (r:16 w:16)
	/// Proof: `Farms::PublicIps` (`max_values`: None, `max_size`: Some(54), added: 2529, mode: `MaxEncodedLen`)
	/// Storage: `Farms::BelongingsOf` (r:1 w:1)
	/// Proof: `Farms::BelongingsOf` (`max_values`: None, `max_size`: Some(76), added: 2551, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Windows` (r:1 w:1)
	/// Proof: `Billing::Windows` (`max_values`: None, `max_size`: Some(296), added: 2771, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Policies` (r:1 w:0)
	/// Proof: `Billing::Policies` (`max_values`: None, `max_size`: Some(92), added: 2567, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Billing::NodeRevenue` (r:1 w:1)
	/// Proof: `Billing::NodeRevenue` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Payers` (r:1 w:1)
	/// Proof: `Billing::Payers` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Farms::FreeIps` (r:0 w:16)
	/// Proof: `Farms::FreeIps` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// The range of component `i` is `[0, 16]`.
	fn update_deployment(i: u32, ) -> Weight {
		// Minimum execution time: 155_382_000 picoseconds.
		Weight::from_parts(181_097_916, 0)
			// Standard error: 52_658
			.saturating_add(Weight::from_parts(10_567_294, 0).saturating_mul(i.into()))
			.saturating_add(T::DbWeight::get().reads(17_u64))
			.saturating_add(T::DbWeight::get().reads((1_u64).saturating_mul(i.into())))
			.saturating_add(T::DbWeight::get().writes(12_u64))
			.saturating_add(T::DbWeight::get().writes((2_u64).saturating_mul(i.into())))
	}
	/// Storage: `Deployments::Contracts` (r:1 w:1)
	/// Proof: `Deployments::Contracts` (`max_values`: None, `max_size`: Some(131), added: 2606, mode: `MaxEncodedLen`)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Windows` (r:1 w:1)
	/// Proof: `Billing::Windows` (`max_values`: None, `max_size`: Some(296), added: 2771, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Liveness` (r:1 w:0)
	/// Proof: `Nodes::Liveness` (`max_values`: None, `max_size`: Some(136), added: 2611, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Sales` (r:1 w:1)
	/// Proof: `Nodes::Sales` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Billing::NodeRevenue` (r:1 w:1)
	/// Proof: `Billing::NodeRevenue` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
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
	/// Storage: `Billing::Queue` (r:0 w:1)
	/// Proof: `Billing::Queue` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Farms::FreeIps` (r:0 w:16)
	/// Proof: `Farms::FreeIps` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	fn cancel() -> Weight {
		// Minimum execution time: 246_898_000 picoseconds.
		Weight::from_parts(271_725_000, 0)
			.saturating_add(T::DbWeight::get().reads(31_u64))
			.saturating_add(T::DbWeight::get().writes(47_u64))
	}
	/// Storage: `Deployments::Contracts` (r:1 w:1)
	/// Proof: `Deployments::Contracts` (`max_values`: None, `max_size`: Some(131), added: 2606, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Windows` (r:1 w:1)
	/// Proof: `Billing::Windows` (`max_values`: None, `max_size`: Some(296), added: 2771, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Liveness` (r:1 w:0)
	/// Proof: `Nodes::Liveness` (`max_values`: None, `max_size`: Some(136), added: 2611, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Sales` (r:1 w:1)
	/// Proof: `Nodes::Sales` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Billing::NodeRevenue` (r:1 w:1)
	/// Proof: `Billing::NodeRevenue` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
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
	/// Storage: `Billing::Queue` (r:0 w:1)
	/// Proof: `Billing::Queue` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Farms::FreeIps` (r:0 w:16)
	/// Proof: `Farms::FreeIps` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	fn force_cancel() -> Weight {
		// Minimum execution time: 248_050_000 picoseconds.
		Weight::from_parts(296_974_000, 0)
			.saturating_add(T::DbWeight::get().reads(30_u64))
			.saturating_add(T::DbWeight::get().writes(47_u64))
	}
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Providers` (r:1 w:0)
	/// Proof: `Billing::Providers` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Liveness` (r:1 w:1)
	/// Proof: `Nodes::Liveness` (`max_values`: None, `max_size`: Some(136), added: 2611, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Ledger` (r:1 w:1)
	/// Proof: `Nodes::Ledger` (`max_values`: None, `max_size`: Some(202), added: 2677, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Nodes` (r:1 w:0)
	/// Proof: `Nodes::Nodes` (`max_values`: None, `max_size`: Some(685), added: 3160, mode: `MaxEncodedLen`)
	/// Storage: `Deployments::Tenants` (r:1 w:0)
	/// Proof: `Deployments::Tenants` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Deployments::NextContractId` (r:1 w:1)
	/// Proof: `Deployments::NextContractId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Sales` (r:1 w:1)
	/// Proof: `Nodes::Sales` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Uses` (r:1 w:1)
	/// Proof: `Twins::Uses` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Windows` (r:1 w:1)
	/// Proof: `Billing::Windows` (`max_values`: None, `max_size`: Some(296), added: 2771, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Payers` (r:1 w:1)
	/// Proof: `Billing::Payers` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Farms::ProvidersOf` (r:1 w:0)
	/// Proof: `Farms::ProvidersOf` (`max_values`: None, `max_size`: Some(24), added: 2499, mode: `MaxEncodedLen`)
	/// Storage: `Deployments::ContractsOf` (r:0 w:1)
	/// Proof: `Deployments::ContractsOf` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Deployments::Contracts` (r:0 w:1)
	/// Proof: `Deployments::Contracts` (`max_values`: None, `max_size`: Some(131), added: 2606, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Queue` (r:0 w:2)
	/// Proof: `Billing::Queue` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	fn rent_node() -> Weight {
		// Minimum execution time: 163_164_000 picoseconds.
		Weight::from_parts(182_603_000, 0)
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().writes(13_u64))
	}
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Deployments::NameOf` (r:1 w:1)
	/// Proof: `Deployments::NameOf` (`max_values`: None, `max_size`: Some(88), added: 2563, mode: `MaxEncodedLen`)
	/// Storage: `Deployments::NextContractId` (r:1 w:1)
	/// Proof: `Deployments::NextContractId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Uses` (r:1 w:1)
	/// Proof: `Twins::Uses` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Windows` (r:1 w:1)
	/// Proof: `Billing::Windows` (`max_values`: None, `max_size`: Some(296), added: 2771, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Payers` (r:1 w:1)
	/// Proof: `Billing::Payers` (`max_values`: None, `max_size`: Some(64), added: 2539, mode: `MaxEncodedLen`)
	/// Storage: `Deployments::ContractsOf` (r:0 w:1)
	/// Proof: `Deployments::ContractsOf` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Deployments::Contracts` (r:0 w:1)
	/// Proof: `Deployments::Contracts` (`max_values`: None, `max_size`: Some(131), added: 2606, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Queue` (r:0 w:2)
	/// Proof: `Billing::Queue` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	fn reserve_name() -> Weight {
		// Minimum execution time: 108_562_000 picoseconds.
		Weight::from_parts(159_017_000, 0)
			.saturating_add(T::DbWeight::get().reads(9_u64))
			.saturating_add(T::DbWeight::get().writes(11_u64))
	}
	/// Storage: `Deployments::Contracts` (r:1 w:1)
	/// Proof: `Deployments::Contracts` (`max_values`: None, `max_size`: Some(131), added: 2606, mode: `MaxEncodedLen`)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Providers` (r:1 w:0)
	/// Proof: `Billing::Providers` (`max_values`: None, `max_size`: Some(116), added: 2591, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Windows` (r:1 w:1)
	/// Proof: `Billing::Windows` (`max_values`: None, `max_size`: Some(296), added: 2771, mode: `MaxEncodedLen`)
	fn attach_provider() -> Weight {
		// Minimum execution time: 27_340_000 picoseconds.
		Weight::from_parts(33_510_000, 0)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:2 w:0)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	/// Storage: `Deployments::NextContractId` (r:1 w:1)
	/// Proof: `Deployments::NextContractId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Uses` (r:1 w:1)
	/// Proof: `Twins::Uses` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Deployments::ServicesOf` (r:0 w:2)
	/// Proof: `Deployments::ServicesOf` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Deployments::Services` (r:0 w:1)
	/// Proof: `Deployments::Services` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	fn offer_service() -> Weight {
		// Minimum execution time: 49_144_000 picoseconds.
		Weight::from_parts(56_574_000, 0)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
	/// Storage: `Deployments::Services` (r:1 w:1)
	/// Proof: `Deployments::Services` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Uses` (r:1 w:1)
	/// Proof: `Twins::Uses` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	fn set_service_terms() -> Weight {
		// Minimum execution time: 17_366_000 picoseconds.
		Weight::from_parts(18_728_000, 0)
			.saturating_add(T::DbWeight::get().reads(3_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Deployments::Services` (r:1 w:1)
	/// Proof: `Deployments::Services` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Uses` (r:1 w:1)
	/// Proof: `Twins::Uses` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	fn approve_service() -> Weight {
		// Minimum execution time: 20_300_000 picoseconds.
		Weight::from_parts(22_754_000, 0)
			.saturating_add(T::DbWeight::get().reads(4_u64))
			.saturating_add(T::DbWeight::get().writes(2_u64))
	}
	/// Storage: `Deployments::Services` (r:1 w:1)
	/// Proof: `Deployments::Services` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	fn bill_service() -> Weight {
		// Minimum execution time: 50_746_000 picoseconds.
		Weight::from_parts(53_981_000, 0)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(3_u64))
	}
	/// Storage: `Deployments::Services` (r:1 w:1)
	/// Proof: `Deployments::Services` (`max_values`: None, `max_size`: Some(121), added: 2596, mode: `MaxEncodedLen`)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(523), added: 2998, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Uses` (r:2 w:2)
	/// Proof: `Twins::Uses` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Deployments::ServicesOf` (r:0 w:2)
	/// Proof: `Deployments::ServicesOf` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	fn cancel_service() -> Weight {
		// Minimum execution time: 51_908_000 picoseconds.
		Weight::from_parts(55_213_000, 0)
			.saturating_add(T::DbWeight::get().reads(7_u64))
			.saturating_add(T::DbWeight::get().writes(7_u64))
	}
}

/// The same, for mocks.
impl WeightInfo for () {
	fn deploy(i: u32, ) -> Weight {
		Weight::from_parts(211_284_246, 0)
			.saturating_add(Weight::from_parts(7_360_191, 0).saturating_mul(i.into()))
			.saturating_add(ParityDbWeight::get().reads(18_u64))
			.saturating_add(ParityDbWeight::get().reads((2_u64).saturating_mul(i.into())))
			.saturating_add(ParityDbWeight::get().writes(15_u64))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(i.into())))
	}
	fn confirm_workload() -> Weight {
		Weight::from_parts(57_195_000, 0)
			.saturating_add(ParityDbWeight::get().reads(8_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn update_deployment(i: u32, ) -> Weight {
		Weight::from_parts(181_097_916, 0)
			.saturating_add(Weight::from_parts(10_567_294, 0).saturating_mul(i.into()))
			.saturating_add(ParityDbWeight::get().reads(17_u64))
			.saturating_add(ParityDbWeight::get().reads((1_u64).saturating_mul(i.into())))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
			.saturating_add(ParityDbWeight::get().writes((2_u64).saturating_mul(i.into())))
	}
	fn cancel() -> Weight {
		Weight::from_parts(271_725_000, 0)
			.saturating_add(ParityDbWeight::get().reads(31_u64))
			.saturating_add(ParityDbWeight::get().writes(47_u64))
	}
	fn force_cancel() -> Weight {
		Weight::from_parts(296_974_000, 0)
			.saturating_add(ParityDbWeight::get().reads(30_u64))
			.saturating_add(ParityDbWeight::get().writes(47_u64))
	}
	fn rent_node() -> Weight {
		Weight::from_parts(182_603_000, 0)
			.saturating_add(ParityDbWeight::get().reads(15_u64))
			.saturating_add(ParityDbWeight::get().writes(13_u64))
	}
	fn reserve_name() -> Weight {
		Weight::from_parts(159_017_000, 0)
			.saturating_add(ParityDbWeight::get().reads(9_u64))
			.saturating_add(ParityDbWeight::get().writes(11_u64))
	}
	fn attach_provider() -> Weight {
		Weight::from_parts(33_510_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn offer_service() -> Weight {
		Weight::from_parts(56_574_000, 0)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
	fn set_service_terms() -> Weight {
		Weight::from_parts(18_728_000, 0)
			.saturating_add(ParityDbWeight::get().reads(3_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn approve_service() -> Weight {
		Weight::from_parts(22_754_000, 0)
			.saturating_add(ParityDbWeight::get().reads(4_u64))
			.saturating_add(ParityDbWeight::get().writes(2_u64))
	}
	fn bill_service() -> Weight {
		Weight::from_parts(53_981_000, 0)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(3_u64))
	}
	fn cancel_service() -> Weight {
		Weight::from_parts(55_213_000, 0)
			.saturating_add(ParityDbWeight::get().reads(7_u64))
			.saturating_add(ParityDbWeight::get().writes(7_u64))
	}
}
