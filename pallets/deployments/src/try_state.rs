//! What is always true of contracts.
//!
//! 1. Each contract has a spec, and each spec a contract.
//! 2. Each contract is listed under its owner, and what is listed under a twin is a contract of that twin.
//! 3. Each id was given out by the counter: it is at least 1 and below the next id.
//! 4. The owner of a contract exists.
//! 5. A workload stands on a node that exists, and takes something of it that is paid for.
//!
//! That each deposit is really held is checked where the currency is known: there, [`Pallet::tickets`] says
//! what must be held of whom. That the use of a node is the sum of its contracts is checked by the nodes.

use crate::{
	Config, ContractKind, Contracts, ContractsOf, FirstContractId, NextContractId, Pallet, Specs,
};
use frame_support::{ensure, traits::Get};
use gridchain_math::{billing_units, CloudUnits};
use gridchain_primitives::traits::{Capacity, Twins};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks all that is always true.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_state_contracts()?;
		Self::try_state_workloads()?;
		Self::try_state_indices()
	}

	/// Every deposit, with the account that it is held of.
	pub fn tickets() -> impl Iterator<Item = (T::AccountId, T::Deposit)> {
		Contracts::<T>::iter_values().filter_map(|contract| {
			T::Twins::account(contract.owner).map(|account| (account, contract.ticket))
		})
	}

	fn try_state_contracts() -> Result<(), TryRuntimeError> {
		let next = NextContractId::<T>::get();
		for (id, contract) in Contracts::<T>::iter() {
			ensure!(Specs::<T>::contains_key(id), "Deployments 1: a contract has no spec");
			ensure!(
				ContractsOf::<T>::contains_key(contract.owner, id),
				"Deployments 2: a contract is not listed under its owner"
			);
			ensure!(
				FirstContractId::get() <= id && id < next,
				"Deployments 3: a contract's id was not given out by the counter"
			);
			ensure!(
				T::Twins::account(contract.owner).is_some(),
				"Deployments 4: the owner of a contract doesn't exist"
			);
		}
		Ok(())
	}

	fn try_state_workloads() -> Result<(), TryRuntimeError> {
		for contract in Contracts::<T>::iter_values() {
			let ContractKind::Workload(workload) = contract.kind;
			ensure!(
				T::Capacity::node(workload.node).is_some(),
				"Deployments 5: a workload stands on a node that doesn't exist"
			);
			ensure!(
				billing_units(&workload.resources) != CloudUnits::default(),
				"Deployments 5: a workload takes nothing that is paid for"
			);
		}
		Ok(())
	}

	fn try_state_indices() -> Result<(), TryRuntimeError> {
		for id in Specs::<T>::iter_keys() {
			ensure!(Contracts::<T>::contains_key(id), "Deployments 1: a spec has no contract");
		}
		for (owner, id, ()) in ContractsOf::<T>::iter() {
			ensure!(
				Contracts::<T>::get(id).is_some_and(|contract| contract.owner == owner),
				"Deployments 2: what is listed under a twin is not its contract"
			);
		}
		Ok(())
	}
}
