//! Making a contract.

use crate::{
	Config, Contract, ContractKind, Contracts, ContractsOf, Error, Event, NextContractId, Pallet,
	Spec, Specs, Workload, WorkloadState,
};
use codec::MaxEncodedLen;
use frame_support::{
	ensure,
	pallet_prelude::DispatchResult,
	traits::{Consideration, Footprint},
};
use gridchain_math::{billing_units, CloudUnits};
use gridchain_primitives::{
	now,
	traits::{Capacity, Twins, Windows},
	Bytes, ContractId, NodeId, Resources, TwinId,
};
use sp_core::H256;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_deploy(
		account: &T::AccountId,
		node: NodeId,
		spec_hash: H256,
		spec: Spec,
		resources: Resources,
		traffic_limit: Bytes,
	) -> DispatchResult {
		let owner = T::Twins::of(account).ok_or(Error::<T>::TwinNotFound)?;
		Self::ensure_billable(&resources, traffic_limit)?;
		let contract = Self::next_id()?;
		let state = WorkloadState::AwaitingDelivery;
		let workload = Workload { node, resources, spec_hash, traffic_limit, state };
		T::Capacity::take(node, contract, &resources)?;
		let ticket = T::Deposit::new(account, Self::footprint())?;
		T::Windows::open(contract, workload.terms(owner))?;
		Self::add(contract, owner, ContractKind::Workload(workload), spec, ticket)?;
		Self::deposit_event(Event::Deployed {
			contract,
			owner,
			node,
			resources,
			spec_hash,
			traffic_limit,
		});
		Ok(())
	}

	/// That `resources` are something that is paid for, and that Billing takes `traffic_limit`.
	pub(crate) fn ensure_billable(
		resources: &Resources,
		traffic_limit: Bytes,
	) -> Result<(), Error<T>> {
		// Graphics processors have no price: alone, anybody could keep them from others for nothing.
		ensure!(billing_units(resources) != CloudUnits::default(), Error::<T>::NoResources);
		ensure!(traffic_limit <= T::Windows::traffic_limit(), Error::<T>::TrafficLimitTooHigh);
		Ok(())
	}

	/// What a contract's deposit is for.
	pub(crate) fn footprint() -> Footprint {
		let contract = Contract::<T::Deposit>::max_encoded_len();
		Footprint::from_parts(1, contract.saturating_add(Spec::max_encoded_len()))
	}

	fn next_id() -> Result<ContractId, Error<T>> {
		let contract = NextContractId::<T>::get();
		NextContractId::<T>::put(contract.next().ok_or(Error::<T>::TooManyContracts)?);
		Ok(contract)
	}

	fn add(
		contract: ContractId,
		owner: TwinId,
		kind: ContractKind,
		spec: Spec,
		ticket: T::Deposit,
	) -> DispatchResult {
		T::Twins::bind(owner)?;
		ContractsOf::<T>::insert(owner, contract, ());
		Specs::<T>::insert(contract, spec);
		let created = now::<T::Clock>();
		Contracts::<T>::insert(contract, Contract { owner, created, kind, ticket });
		Ok(())
	}
}
