//! What is always true of contracts.
//!
//! 1. Each workload has a spec, and each spec a workload.
//! 2. Each contract is listed under its owner, and what is listed under a twin is a contract of that twin.
//! 3. Each id was given out by the counter, and once: it is at least 1 and below the next id, and no contract
//!    has the id of a service.
//! 4. The owner of a contract exists.
//! 5. A workload stands on a node that exists, in the farm that the contract says, and takes something of it
//!    that is paid for.
//! 6. A workload has as many public IPs as it says, at most 16.
//! 7. How many workloads each twin has on each node is what counting them gives.
//! 8. A rented node names its rent, and nobody else has workloads on it.
//! 9. Each reserved name names its contract, and each contract of a name is found by it.
//! 10. The sides of a service are two, and have it in their lists; what is listed is a service of that twin. The
//!     sides that it binds exist: its consumer's twin may be gone unless it stands by the terms.
//!
//! That each deposit is really held is checked where the currency is known: there, [`Pallet::tickets`] and
//! [`Pallet::service_tickets`] say what must be held of whom. That the use of a node is the sum of its contracts
//! is checked by the nodes.

use crate::{
	Config, ContractKind, Contracts, ContractsOf, FirstContractId, Name, NameOf, NextContractId,
	Pallet, Rent, Services, ServicesOf, Specs, Tenants, Workload, MAX_PUBLIC_IPS,
};
use alloc::collections::BTreeMap;
use frame_support::{ensure, traits::Get};
use gridchain_math::{billing_units, CloudUnits};
use gridchain_primitives::{
	traits::{Capacity, Farms, Twins},
	ContractId, NodeId, Rental, TwinId,
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks all that is always true.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_state_contracts()?;
		Self::try_state_kinds()?;
		Self::try_state_indices()?;
		Self::try_state_tenants()?;
		Self::try_state_services()
	}

	/// Every deposit for a contract, with the account that it is held of.
	pub fn tickets() -> impl Iterator<Item = (T::AccountId, T::Deposit)> {
		Contracts::<T>::iter_values().filter_map(|contract| {
			T::Twins::account(contract.owner).map(|account| (account, contract.ticket))
		})
	}

	/// Every deposit for a service, with the account that it is held of.
	pub fn service_tickets() -> impl Iterator<Item = (T::AccountId, T::ServiceDeposit)> {
		Services::<T>::iter_values().filter_map(|service| {
			T::Twins::account(service.provider).map(|account| (account, service.ticket))
		})
	}

	fn try_state_contracts() -> Result<(), TryRuntimeError> {
		for (id, contract) in Contracts::<T>::iter() {
			ensure!(
				ContractsOf::<T>::contains_key(contract.owner, id),
				"Deployments 2: a contract is not listed under its owner"
			);
			ensure!(
				Self::was_given_out(id) && !Services::<T>::contains_key(id),
				"Deployments 3: a contract's id was not given out by the counter"
			);
			ensure!(
				T::Twins::account(contract.owner).is_some(),
				"Deployments 4: the owner of a contract doesn't exist"
			);
		}
		Ok(())
	}

	fn was_given_out(id: ContractId) -> bool {
		FirstContractId::get() <= id && id < NextContractId::<T>::get()
	}

	fn try_state_kinds() -> Result<(), TryRuntimeError> {
		for (id, contract) in Contracts::<T>::iter() {
			match contract.kind {
				ContractKind::Workload(workload) => Self::try_state_workload(id, &workload)?,
				ContractKind::Rent(rent) => Self::try_state_rent(id, contract.owner, &rent)?,
				ContractKind::Name(Name { name, .. }) => ensure!(
					NameOf::<T>::get(&name) == Some(id),
					"Deployments 9: the contract of a name is not found by it"
				),
			}
		}
		Ok(())
	}

	fn try_state_workload(id: ContractId, workload: &Workload) -> Result<(), TryRuntimeError> {
		ensure!(Specs::<T>::contains_key(id), "Deployments 1: a workload has no spec");
		let view = T::Capacity::node(workload.node)
			.ok_or("Deployments 5: a workload stands on a node that doesn't exist")?;
		ensure!(
			view.farm == workload.farm,
			"Deployments 5: a workload's node stands in another farm than it says"
		);
		ensure!(
			billing_units(&workload.resources) != CloudUnits::default(),
			"Deployments 5: a workload takes nothing that is paid for"
		);
		let has = T::Farms::ips_of(id).len();
		ensure!(
			has == usize::from(workload.public_ips) && workload.public_ips <= MAX_PUBLIC_IPS,
			"Deployments 6: a workload has not as many public IPs as it says"
		);
		Ok(())
	}

	fn try_state_rent(id: ContractId, owner: TwinId, rent: &Rent) -> Result<(), TryRuntimeError> {
		let rental = T::Capacity::node(rent.node).map(|view| view.rental);
		ensure!(
			rental == Some(Rental::Rented { contract: id }),
			"Deployments 8: a rented node doesn't name its rent"
		);
		ensure!(
			Tenants::<T>::iter_key_prefix(rent.node).all(|tenant| tenant == owner),
			"Deployments 8: somebody else has workloads on a rented node"
		);
		Ok(())
	}

	fn try_state_indices() -> Result<(), TryRuntimeError> {
		for id in Specs::<T>::iter_keys() {
			let kind = Contracts::<T>::get(id).map(|contract| contract.kind);
			ensure!(
				matches!(kind, Some(ContractKind::Workload(_))),
				"Deployments 1: a spec has no workload"
			);
		}
		for (owner, id, ()) in ContractsOf::<T>::iter() {
			ensure!(
				Contracts::<T>::get(id).is_some_and(|contract| contract.owner == owner),
				"Deployments 2: what is listed under a twin is not its contract"
			);
		}
		for (name, id) in NameOf::<T>::iter() {
			let kind = Contracts::<T>::get(id).map(|contract| contract.kind);
			ensure!(
				matches!(kind, Some(ContractKind::Name(of)) if of.name == name),
				"Deployments 9: a reserved name doesn't name its contract"
			);
		}
		Ok(())
	}

	fn try_state_tenants() -> Result<(), TryRuntimeError> {
		let mut counted = BTreeMap::<(NodeId, TwinId), u32>::new();
		for contract in Contracts::<T>::iter_values() {
			if let ContractKind::Workload(Workload { node, .. }) = contract.kind {
				let count = counted.entry((node, contract.owner)).or_default();
				*count = count.saturating_add(1);
			}
		}
		let stored = Tenants::<T>::iter().map(|(node, twin, count)| ((node, twin), count));
		ensure!(
			stored.collect::<BTreeMap<_, _>>() == counted,
			"Deployments 7: a twin has not as many workloads on a node as are counted"
		);
		Ok(())
	}

	fn try_state_services() -> Result<(), TryRuntimeError> {
		for (id, service) in Services::<T>::iter() {
			ensure!(
				Self::was_given_out(id),
				"Deployments 3: a service's id was not given out by the counter"
			);
			let sides = [service.provider, service.consumer];
			ensure!(
				service.provider != service.consumer
					&& service.bound().all(|twin| T::Twins::account(twin).is_some()),
				"Deployments 10: a side that a service binds doesn't exist, or is both"
			);
			ensure!(
				sides.iter().all(|twin| ServicesOf::<T>::contains_key(twin, id)),
				"Deployments 10: a service is not listed under both sides"
			);
		}
		for (twin, id, ()) in ServicesOf::<T>::iter() {
			ensure!(
				Services::<T>::get(id).is_some_and(|service| service.is_party(twin)),
				"Deployments 10: what is listed under a twin is not its service"
			);
		}
		Ok(())
	}
}
