//! Changing a contract while it runs.

use crate::{
	Config, Contract, ContractKind, Contracts, Error, Event, Pallet, Spec, Specs, Workload,
	WorkloadState,
};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use gridchain_primitives::{
	traits::{Capacity, Windows},
	Bytes, ContractId, Resources, TwinId,
};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_update(
		account: &T::AccountId,
		contract: ContractId,
		spec_hash: Option<H256>,
		spec: Option<Spec>,
		resources: Option<Resources>,
		traffic_limit: Option<Bytes>,
	) -> DispatchResult {
		let found = Self::owned(account, contract).map_err(Error::<T>::from)?;
		let ContractKind::Workload(old) = &found.kind;
		ensure!(old.state != WorkloadState::Suspended, Error::<T>::Suspended);
		let new = Workload {
			node: old.node,
			resources: resources.unwrap_or(old.resources),
			spec_hash: spec_hash.unwrap_or(old.spec_hash),
			traffic_limit: traffic_limit.unwrap_or(old.traffic_limit),
			state: old.state,
		};
		let respecified = Self::replace_spec(contract, spec);
		ensure!(respecified || new != *old, Error::<T>::NothingToChange);
		Self::move_terms(contract, found.owner, old, &new)?;
		Self::put_workload(contract, found, new);
		Ok(())
	}

	/// Puts `spec` in the place of the contract's, and says whether it differs.
	fn replace_spec(contract: ContractId, spec: Option<Spec>) -> bool {
		let Some(new) = spec.filter(|new| Specs::<T>::get(contract).as_ref() != Some(new)) else {
			return false;
		};
		Specs::<T>::insert(contract, new);
		true
	}

	/// Moves capacity and money from `old` to `new`, each only if it is touched.
	fn move_terms(
		contract: ContractId,
		owner: TwinId,
		old: &Workload,
		new: &Workload,
	) -> DispatchResult {
		let changed = old.resources != new.resources;
		if !changed && old.traffic_limit == new.traffic_limit {
			return Ok(());
		}
		Self::ensure_billable(&new.resources, new.traffic_limit)?;
		if changed {
			T::Capacity::change(new.node, contract, &new.resources)?;
		}
		T::Windows::amend(contract, new.terms(owner))
	}

	fn put_workload(contract: ContractId, found: Contract<T::Deposit>, workload: Workload) {
		let Workload { node, resources, spec_hash, traffic_limit, .. } = workload;
		let owner = found.owner;
		let kind = ContractKind::Workload(workload);
		Contracts::<T>::insert(contract, Contract { kind, ..found });
		Self::deposit_event(Event::DeploymentUpdated {
			contract,
			owner,
			node,
			resources,
			spec_hash,
			traffic_limit,
		});
	}
}
