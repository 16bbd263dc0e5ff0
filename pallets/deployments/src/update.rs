//! Changing a workload while it runs.

use crate::{
	Config, Contract, ContractKind, Contracts, Error, Event, Pallet, Spec, Specs, Workload,
	WorkloadState, MAX_PUBLIC_IPS,
};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use gridchain_primitives::{
	traits::{Capacity, Windows},
	Bytes, ContractId, Resources, TwinId,
};
use sp_core::H256;

/// What an owner changes with `update_deployment`. What is `None` stays as it is.
pub(crate) struct Change {
	pub(crate) spec_hash: Option<H256>,
	pub(crate) spec: Option<Spec>,
	pub(crate) resources: Option<Resources>,
	pub(crate) public_ips: Option<u8>,
	pub(crate) traffic_limit: Option<Bytes>,
}

/// The most public IPs that an update to `public_ips` can have to free and take again.
pub(crate) fn most_ips_moved(public_ips: &Option<u8>) -> u32 {
	// How many there are is not known before the contract is read.
	public_ips.map_or(0, |_| MAX_PUBLIC_IPS).into()
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_update(
		account: &T::AccountId,
		contract: ContractId,
		change: Change,
	) -> DispatchResult {
		let found = Self::owned(account, contract).map_err(Error::<T>::from)?;
		let ContractKind::Workload(old) = &found.kind else {
			return Err(Error::<T>::NotWorkload.into());
		};
		ensure!(old.state != WorkloadState::Suspended, Error::<T>::Suspended);
		Self::ensure_rent_active(old.node).map_err(Error::<T>::from)?;
		let new = Workload {
			resources: change.resources.unwrap_or(old.resources),
			public_ips: change.public_ips.unwrap_or(old.public_ips),
			spec_hash: change.spec_hash.unwrap_or(old.spec_hash),
			traffic_limit: change.traffic_limit.unwrap_or(old.traffic_limit),
			..*old
		};
		let respecified = Self::replace_spec(contract, change.spec);
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

	/// Moves capacity, IPs and money from `old` to `new`, each only if it is touched.
	fn move_terms(
		contract: ContractId,
		owner: TwinId,
		old: &Workload,
		new: &Workload,
	) -> DispatchResult {
		let terms = new.terms(owner);
		if terms == old.terms(owner) && new.resources == old.resources {
			return Ok(());
		}
		Self::ensure_billable(&new.resources, new.public_ips, new.traffic_limit)?;
		if new.resources != old.resources {
			T::Capacity::change(new.node, contract, &new.resources)?;
		}
		if new.public_ips != old.public_ips {
			// All of them: those that it keeps come back as the first ones.
			Self::free_ips(contract, old);
			Self::take_ips(contract, new)?;
		}
		T::Windows::amend(contract, terms)
	}

	fn put_workload(contract: ContractId, found: Contract<T::Deposit>, workload: Workload) {
		let Workload {
			node,
			resources,
			spec_hash,
			traffic_limit,
			public_ips,
			certified,
			provider,
			..
		} = workload;
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
			public_ips,
			certified,
			provider,
		});
	}
}
