//! Weights for `pallet_deployments`.

#![cfg_attr(rustfmt, rustfmt_skip)]
#![allow(unused_parens)]
#![allow(unused_imports)]
#![allow(missing_docs)]
#![allow(dead_code)]

use frame_support::{traits::Get, weights::{Weight, constants::RocksDbWeight}};
use core::marker::PhantomData;

/// Weight functions needed for `pallet_deployments`.
pub trait WeightInfo {
	fn deploy() -> Weight;
	fn confirm_workload() -> Weight;
	fn update_deployment() -> Weight;
	fn cancel() -> Weight;
	fn force_cancel() -> Weight;
}

/// Weights for `pallet_deployments` using the Substrate node and recommended hardware.
pub struct SubstrateWeight<T>(PhantomData<T>);
impl<T: frame_system::Config> WeightInfo for SubstrateWeight<T> {
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Deployments::NextContractId` (r:1 w:1)
	/// Storage: `Nodes::Liveness` (r:1 w:0)
	/// Storage: `Nodes::Ledger` (r:1 w:1)
	/// Storage: `Nodes::Sales` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Storage: `Billing::Payers` (r:1 w:1)
	/// Storage: `Billing::Windows` (r:1 w:1)
	/// Storage: `Twins::Uses` (r:1 w:1)
	/// Storage: `Billing::Queue` (r:0 w:1)
	/// Storage: `Deployments::ContractsOf` (r:0 w:1)
	/// Storage: `Deployments::Specs` (r:0 w:1)
	/// Storage: `Deployments::Contracts` (r:0 w:1)
	fn deploy() -> Weight {
		Weight::from_parts(170_000_000, 6_214)
			.saturating_add(T::DbWeight::get().reads(12_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
	/// Storage: `Deployments::Contracts` (r:1 w:1)
	/// Storage: `Nodes::NodeOf` (r:1 w:0)
	/// Storage: `Billing::Windows` (r:1 w:1)
	/// Storage: `Nodes::Liveness` (r:1 w:0)
	/// Storage: `Nodes::Sales` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Billing::Queue` (r:0 w:2)
	fn confirm_workload() -> Weight {
		Weight::from_parts(50_000_000, 6_214)
			.saturating_add(T::DbWeight::get().reads(6_u64))
			.saturating_add(T::DbWeight::get().writes(4_u64))
	}
	/// Storage: `Deployments::Contracts` (r:1 w:1)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Deployments::Specs` (r:1 w:1)
	/// Storage: `Nodes::Liveness` (r:1 w:0)
	/// Storage: `Nodes::Ledger` (r:1 w:1)
	/// Storage: `Nodes::Sales` (r:1 w:1)
	/// Storage: `Billing::Windows` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Storage: `Billing::Payers` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:2 w:2)
	/// Storage: `Billing::NodeRevenue` (r:1 w:1)
	/// Storage: `Billing::Booked` (r:1 w:1)
	/// Storage: `Records::Records` (r:1 w:1)
	fn update_deployment() -> Weight {
		Weight::from_parts(220_000_000, 6_214)
			.saturating_add(T::DbWeight::get().reads(16_u64))
			.saturating_add(T::DbWeight::get().writes(12_u64))
	}
	/// Storage: `Deployments::Contracts` (r:1 w:1)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Billing::Windows` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Nodes::Liveness` (r:1 w:0)
	/// Storage: `Nodes::Sales` (r:1 w:1)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Storage: `Billing::Payers` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:2 w:2)
	/// Storage: `Billing::NodeRevenue` (r:1 w:1)
	/// Storage: `Billing::Booked` (r:1 w:1)
	/// Storage: `Records::Records` (r:1 w:1)
	/// Storage: `Twins::Uses` (r:1 w:1)
	/// Storage: `Nodes::Ledger` (r:1 w:1)
	/// Storage: `Billing::Queue` (r:0 w:1)
	/// Storage: `Deployments::ContractsOf` (r:0 w:1)
	/// Storage: `Deployments::Specs` (r:0 w:1)
	fn cancel() -> Weight {
		Weight::from_parts(230_000_000, 6_214)
			.saturating_add(T::DbWeight::get().reads(16_u64))
			.saturating_add(T::DbWeight::get().writes(15_u64))
	}
	/// Storage: `Deployments::Contracts` (r:1 w:1)
	/// Storage: `Billing::Windows` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Nodes::Liveness` (r:1 w:0)
	/// Storage: `Nodes::Sales` (r:1 w:1)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Storage: `Billing::Payers` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:2 w:2)
	/// Storage: `Billing::NodeRevenue` (r:1 w:1)
	/// Storage: `Billing::Booked` (r:1 w:1)
	/// Storage: `Records::Records` (r:1 w:1)
	/// Storage: `Twins::Uses` (r:1 w:1)
	/// Storage: `Nodes::Ledger` (r:1 w:1)
	/// Storage: `Billing::Queue` (r:0 w:1)
	/// Storage: `Deployments::ContractsOf` (r:0 w:1)
	/// Storage: `Deployments::Specs` (r:0 w:1)
	fn force_cancel() -> Weight {
		Weight::from_parts(225_000_000, 6_214)
			.saturating_add(T::DbWeight::get().reads(15_u64))
			.saturating_add(T::DbWeight::get().writes(15_u64))
	}
}

// For backwards compatibility and tests.
impl WeightInfo for () {
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Deployments::NextContractId` (r:1 w:1)
	/// Storage: `Nodes::Liveness` (r:1 w:0)
	/// Storage: `Nodes::Ledger` (r:1 w:1)
	/// Storage: `Nodes::Sales` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Storage: `Billing::Payers` (r:1 w:1)
	/// Storage: `Billing::Windows` (r:1 w:1)
	/// Storage: `Twins::Uses` (r:1 w:1)
	/// Storage: `Billing::Queue` (r:0 w:1)
	/// Storage: `Deployments::ContractsOf` (r:0 w:1)
	/// Storage: `Deployments::Specs` (r:0 w:1)
	/// Storage: `Deployments::Contracts` (r:0 w:1)
	fn deploy() -> Weight {
		Weight::from_parts(170_000_000, 6_214)
			.saturating_add(RocksDbWeight::get().reads(12_u64))
			.saturating_add(RocksDbWeight::get().writes(12_u64))
	}
	/// Storage: `Deployments::Contracts` (r:1 w:1)
	/// Storage: `Nodes::NodeOf` (r:1 w:0)
	/// Storage: `Billing::Windows` (r:1 w:1)
	/// Storage: `Nodes::Liveness` (r:1 w:0)
	/// Storage: `Nodes::Sales` (r:1 w:0)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Billing::Queue` (r:0 w:2)
	fn confirm_workload() -> Weight {
		Weight::from_parts(50_000_000, 6_214)
			.saturating_add(RocksDbWeight::get().reads(6_u64))
			.saturating_add(RocksDbWeight::get().writes(4_u64))
	}
	/// Storage: `Deployments::Contracts` (r:1 w:1)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Deployments::Specs` (r:1 w:1)
	/// Storage: `Nodes::Liveness` (r:1 w:0)
	/// Storage: `Nodes::Ledger` (r:1 w:1)
	/// Storage: `Nodes::Sales` (r:1 w:1)
	/// Storage: `Billing::Windows` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Storage: `Billing::Payers` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:2 w:2)
	/// Storage: `Billing::NodeRevenue` (r:1 w:1)
	/// Storage: `Billing::Booked` (r:1 w:1)
	/// Storage: `Records::Records` (r:1 w:1)
	fn update_deployment() -> Weight {
		Weight::from_parts(220_000_000, 6_214)
			.saturating_add(RocksDbWeight::get().reads(16_u64))
			.saturating_add(RocksDbWeight::get().writes(12_u64))
	}
	/// Storage: `Deployments::Contracts` (r:1 w:1)
	/// Storage: `Twins::TwinOf` (r:1 w:0)
	/// Storage: `Billing::Windows` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Nodes::Liveness` (r:1 w:0)
	/// Storage: `Nodes::Sales` (r:1 w:1)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Storage: `Billing::Payers` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:2 w:2)
	/// Storage: `Billing::NodeRevenue` (r:1 w:1)
	/// Storage: `Billing::Booked` (r:1 w:1)
	/// Storage: `Records::Records` (r:1 w:1)
	/// Storage: `Twins::Uses` (r:1 w:1)
	/// Storage: `Nodes::Ledger` (r:1 w:1)
	/// Storage: `Billing::Queue` (r:0 w:1)
	/// Storage: `Deployments::ContractsOf` (r:0 w:1)
	/// Storage: `Deployments::Specs` (r:0 w:1)
	fn cancel() -> Weight {
		Weight::from_parts(230_000_000, 6_214)
			.saturating_add(RocksDbWeight::get().reads(16_u64))
			.saturating_add(RocksDbWeight::get().writes(15_u64))
	}
	/// Storage: `Deployments::Contracts` (r:1 w:1)
	/// Storage: `Billing::Windows` (r:1 w:1)
	/// Storage: `Timestamp::Now` (r:1 w:0)
	/// Storage: `Nodes::Liveness` (r:1 w:0)
	/// Storage: `Nodes::Sales` (r:1 w:1)
	/// Storage: `Twins::Twins` (r:1 w:0)
	/// Storage: `Billing::Payers` (r:1 w:1)
	/// Storage: `Balances::Holds` (r:1 w:1)
	/// Storage: `System::Account` (r:2 w:2)
	/// Storage: `Billing::NodeRevenue` (r:1 w:1)
	/// Storage: `Billing::Booked` (r:1 w:1)
	/// Storage: `Records::Records` (r:1 w:1)
	/// Storage: `Twins::Uses` (r:1 w:1)
	/// Storage: `Nodes::Ledger` (r:1 w:1)
	/// Storage: `Billing::Queue` (r:0 w:1)
	/// Storage: `Deployments::ContractsOf` (r:0 w:1)
	/// Storage: `Deployments::Specs` (r:0 w:1)
	fn force_cancel() -> Weight {
		Weight::from_parts(225_000_000, 6_214)
			.saturating_add(RocksDbWeight::get().reads(15_u64))
			.saturating_add(RocksDbWeight::get().writes(15_u64))
	}
}
