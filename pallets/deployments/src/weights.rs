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
	fn deploy() -> Weight;
	/// The weight of `confirm_workload`.
	fn confirm_workload() -> Weight;
	/// The weight of `update_deployment`.
	fn update_deployment() -> Weight;
	/// The weight of `cancel`.
	fn cancel() -> Weight;
	/// The weight of `force_cancel`.
	fn force_cancel() -> Weight;
}

/// The measured weights, with the database weights of the runtime.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Deployments::NextContractId` (r:1 w:1)
	/// Proof: `Deployments::NextContractId` (`max_values`: Some(1), `max_size`: Some(8), added: 503, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Liveness` (r:1 w:0)
	/// Proof: `Nodes::Liveness` (`max_values`: None, `max_size`: Some(110), added: 2585, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Ledger` (r:1 w:1)
	/// Proof: `Nodes::Ledger` (`max_values`: None, `max_size`: Some(141), added: 2616, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Sales` (r:1 w:1)
	/// Proof: `Nodes::Sales` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:1 w:1)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Windows` (r:1 w:1)
	/// Proof: `Billing::Windows` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(490), added: 2965, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Payers` (r:1 w:1)
	/// Proof: `Billing::Payers` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Uses` (r:1 w:1)
	/// Proof: `Twins::Uses` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Deployments::ContractsOf` (r:0 w:1)
	/// Proof: `Deployments::ContractsOf` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Deployments::Contracts` (r:0 w:1)
	/// Proof: `Deployments::Contracts` (`max_values`: None, `max_size`: Some(120), added: 2595, mode: `MaxEncodedLen`)
	/// Storage: `Deployments::Specs` (r:0 w:1)
	/// Proof: `Deployments::Specs` (`max_values`: None, `max_size`: Some(274), added: 2749, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Queue` (r:0 w:1)
	/// Proof: `Billing::Queue` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	fn deploy() -> Weight {
		// Minimum execution time: 166_068_000 picoseconds.
		Weight::from_parts(179_287_000, 0)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
	/// Storage: `Deployments::Contracts` (r:1 w:1)
	/// Proof: `Deployments::Contracts` (`max_values`: None, `max_size`: Some(120), added: 2595, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::NodeOf` (r:1 w:0)
	/// Proof: `Nodes::NodeOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Windows` (r:1 w:1)
	/// Proof: `Billing::Windows` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Liveness` (r:1 w:0)
	/// Proof: `Nodes::Liveness` (`max_values`: None, `max_size`: Some(110), added: 2585, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Sales` (r:1 w:0)
	/// Proof: `Nodes::Sales` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Queue` (r:0 w:2)
	/// Proof: `Billing::Queue` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	fn confirm_workload() -> Weight {
		// Minimum execution time: 45_648_000 picoseconds.
		Weight::from_parts(53_370_000, 0)
			.saturating_add(T::DbWeight::get().reads(5_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Deployments::Contracts` (r:1 w:1)
	/// Proof: `Deployments::Contracts` (`max_values`: None, `max_size`: Some(120), added: 2595, mode: `MaxEncodedLen`)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Deployments::Specs` (r:1 w:1)
	/// Proof: `Deployments::Specs` (`max_values`: None, `max_size`: Some(274), added: 2749, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Sales` (r:1 w:1)
	/// Proof: `Nodes::Sales` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Ledger` (r:1 w:1)
	/// Proof: `Nodes::Ledger` (`max_values`: None, `max_size`: Some(141), added: 2616, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Windows` (r:1 w:1)
	/// Proof: `Billing::Windows` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Liveness` (r:1 w:0)
	/// Proof: `Nodes::Liveness` (`max_values`: None, `max_size`: Some(110), added: 2585, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(490), added: 2965, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Policies` (r:1 w:0)
	/// Proof: `Billing::Policies` (`max_values`: None, `max_size`: Some(92), added: 2567, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	/// Storage: `Billing::NodeRevenue` (r:1 w:1)
	/// Proof: `Billing::NodeRevenue` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Payers` (r:1 w:1)
	/// Proof: `Billing::Payers` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	fn update_deployment() -> Weight {
		// Minimum execution time: 220_819_000 picoseconds.
		Weight::from_parts(231_185_000, 0)
			.saturating_add(T::DbWeight::get().reads(14_u64))
			.saturating_add(T::DbWeight::get().writes(10_u64))
	}
	/// Storage: `Deployments::Contracts` (r:1 w:1)
	/// Proof: `Deployments::Contracts` (`max_values`: None, `max_size`: Some(120), added: 2595, mode: `MaxEncodedLen`)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Proof: `Twins::TwinOf` (`max_values`: None, `max_size`: Some(52), added: 2527, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Windows` (r:1 w:1)
	/// Proof: `Billing::Windows` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(490), added: 2965, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Liveness` (r:1 w:0)
	/// Proof: `Nodes::Liveness` (`max_values`: None, `max_size`: Some(110), added: 2585, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Sales` (r:1 w:1)
	/// Proof: `Nodes::Sales` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Billing::NodeRevenue` (r:1 w:1)
	/// Proof: `Billing::NodeRevenue` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Uses` (r:1 w:1)
	/// Proof: `Twins::Uses` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Ledger` (r:1 w:1)
	/// Proof: `Nodes::Ledger` (`max_values`: None, `max_size`: Some(141), added: 2616, mode: `MaxEncodedLen`)
	/// Storage: `Deployments::ContractsOf` (r:0 w:1)
	/// Proof: `Deployments::ContractsOf` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Deployments::Specs` (r:0 w:1)
	/// Proof: `Deployments::Specs` (`max_values`: None, `max_size`: Some(274), added: 2749, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Queue` (r:0 w:1)
	/// Proof: `Billing::Queue` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	fn cancel() -> Weight {
		// Minimum execution time: 169_793_000 picoseconds.
		Weight::from_parts(179_669_000, 0)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
	/// Storage: `Deployments::Contracts` (r:1 w:1)
	/// Proof: `Deployments::Contracts` (`max_values`: None, `max_size`: Some(120), added: 2595, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Windows` (r:1 w:1)
	/// Proof: `Billing::Windows` (`max_values`: None, `max_size`: Some(229), added: 2704, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Proof: `Twins::Twins` (`max_values`: None, `max_size`: Some(490), added: 2965, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Liveness` (r:1 w:0)
	/// Proof: `Nodes::Liveness` (`max_values`: None, `max_size`: Some(110), added: 2585, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Sales` (r:1 w:1)
	/// Proof: `Nodes::Sales` (`max_values`: None, `max_size`: Some(74), added: 2549, mode: `MaxEncodedLen`)
	/// Storage: `System::Account` (r:2 w:2)
	/// Proof: `System::Account` (`max_values`: None, `max_size`: Some(128), added: 2603, mode: `MaxEncodedLen`)
	/// Storage: `Billing::NodeRevenue` (r:1 w:1)
	/// Proof: `Billing::NodeRevenue` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Proof: `Balances::Holds` (`max_values`: None, `max_size`: Some(157), added: 2632, mode: `MaxEncodedLen`)
	/// Storage: `Twins::Uses` (r:1 w:1)
	/// Proof: `Twins::Uses` (`max_values`: None, `max_size`: Some(16), added: 2491, mode: `MaxEncodedLen`)
	/// Storage: `Nodes::Ledger` (r:1 w:1)
	/// Proof: `Nodes::Ledger` (`max_values`: None, `max_size`: Some(141), added: 2616, mode: `MaxEncodedLen`)
	/// Storage: `Deployments::ContractsOf` (r:0 w:1)
	/// Proof: `Deployments::ContractsOf` (`max_values`: None, `max_size`: Some(28), added: 2503, mode: `MaxEncodedLen`)
	/// Storage: `Deployments::Specs` (r:0 w:1)
	/// Proof: `Deployments::Specs` (`max_values`: None, `max_size`: Some(274), added: 2749, mode: `MaxEncodedLen`)
	/// Storage: `Billing::Queue` (r:0 w:1)
	/// Proof: `Billing::Queue` (`max_values`: None, `max_size`: Some(32), added: 2507, mode: `MaxEncodedLen`)
	fn force_cancel() -> Weight {
		// Minimum execution time: 165_107_000 picoseconds.
		Weight::from_parts(170_495_000, 0)
			.saturating_add(T::DbWeight::get().reads(11_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
}

/// The same, for mocks.
impl WeightInfo for () {
	fn deploy() -> Weight {
		Weight::from_parts(179_287_000, 0)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
	}
	fn confirm_workload() -> Weight {
		Weight::from_parts(53_370_000, 0)
			.saturating_add(ParityDbWeight::get().reads(5_u64))
			.saturating_add(ParityDbWeight::get().writes(4_u64))
	}
	fn update_deployment() -> Weight {
		Weight::from_parts(231_185_000, 0)
			.saturating_add(ParityDbWeight::get().reads(14_u64))
			.saturating_add(ParityDbWeight::get().writes(10_u64))
	}
	fn cancel() -> Weight {
		Weight::from_parts(179_669_000, 0)
			.saturating_add(ParityDbWeight::get().reads(12_u64))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
	}
	fn force_cancel() -> Weight {
		Weight::from_parts(170_495_000, 0)
			.saturating_add(ParityDbWeight::get().reads(11_u64))
			.saturating_add(ParityDbWeight::get().writes(12_u64))
	}
}
