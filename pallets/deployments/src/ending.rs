//! How a contract ends: by its owner, by governance, by its node, or by Billing. All ends give everything back.

use crate::{
	feeless::Objection, Config, Contract, ContractKind, Contracts, ContractsOf, Error, Event, Name,
	NameOf, Pallet, Rent, Specs, Tenants, WeightInfo, Workload,
};
use frame_support::{
	defensive, ensure,
	pallet_prelude::DispatchResult,
	traits::{Consideration, Footprint},
	weights::Weight,
};
use gridchain_primitives::{
	traits::{Capacity, EndContract, Records, Twins, Windows},
	ContractId, EndReason, NodeId, TwinId,
};

impl<T: Config> EndContract for Pallet<T> {
	fn end(contract: ContractId, reason: EndReason) -> DispatchResult {
		ensure!(Contracts::<T>::contains_key(contract), Error::<T>::NotFound);
		Self::close(contract, reason)
	}

	fn weight() -> Weight {
		// The same steps as an end by governance, with the record of its last bill.
		T::WeightInfo::force_cancel().saturating_add(T::Records::weight())
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_cancel(account: &T::AccountId, contract: ContractId) -> DispatchResult {
		Self::cancellable(account, contract).map_err(Error::<T>::from)?;
		Self::close(contract, EndReason::Owner)
	}

	pub(crate) fn do_force_cancel(contract: ContractId) -> DispatchResult {
		ensure!(Contracts::<T>::contains_key(contract), Error::<T>::NotFound);
		Self::close(contract, EndReason::Governance)
	}

	/// The contract, if it belongs to `account`.
	pub(crate) fn owned(
		account: &T::AccountId,
		contract: ContractId,
	) -> Result<Contract<T::Deposit>, Objection> {
		let found = Contracts::<T>::get(contract).ok_or(Objection::NotFound)?;
		ensure!(T::Twins::of(account) == Some(found.owner), Objection::NotOwner);
		Ok(found)
	}

	/// That `account` may end `contract` now: it is its own, and no rent that workloads stand on.
	pub(crate) fn cancellable(
		account: &T::AccountId,
		contract: ContractId,
	) -> Result<(), Objection> {
		let Contract { owner, kind, .. } = Self::owned(account, contract)?;
		if let ContractKind::Rent(Rent { node, .. }) = kind {
			ensure!(Tenants::<T>::get(node, owner) == 0, Objection::RentInUse);
		}
		Ok(())
	}

	fn close(contract: ContractId, reason: EndReason) -> DispatchResult {
		// First: the last bill reads the meter that goes with the capacity.
		T::Windows::close(contract, reason)?;
		Self::end(contract, reason);
		Ok(())
	}

	/// Removes `contract`, of which Billing knows nothing any more, and gives back all that it has.
	pub(crate) fn end(contract: ContractId, reason: EndReason) {
		let Some(Contract { owner, kind, ticket, .. }) = Contracts::<T>::take(contract) else {
			defensive!("a contract ended that doesn't exist", contract);
			return;
		};
		ContractsOf::<T>::remove(owner, contract);
		if let Some(account) = Self::account_of(owner) {
			Self::give_back(ticket, &account);
		}
		T::Twins::unbind(owner);
		let node = kind.node();
		match kind {
			ContractKind::Workload(workload) => Self::end_workload(contract, owner, &workload),
			ContractKind::Rent(rent) => Self::end_rent(contract, owner, rent.node),
			ContractKind::Name(name) => Self::end_name(contract, owner, name),
		}
		Self::deposit_event(Event::ContractEnded { contract, owner, node, reason });
	}

	fn end_workload(contract: ContractId, owner: TwinId, workload: &Workload) {
		Specs::<T>::remove(contract);
		Tenants::<T>::mutate_exists(workload.node, owner, |count| {
			*count = count.and_then(|count| count.checked_sub(1)).filter(|count| *count > 0);
		});
		Self::free_ips(contract, workload);
		T::Capacity::give_back(workload.node, contract);
	}

	/// The node ends what is left on it: how many that are is not bounded here.
	fn end_rent(contract: ContractId, owner: TwinId, node: NodeId) {
		T::Capacity::end_rent(node, contract);
		let workloads = Tenants::<T>::get(node, owner);
		Self::deposit_event(Event::RentEnded { contract, owner, node, workloads });
	}

	fn end_name(contract: ContractId, owner: TwinId, Name { name, .. }: Name) {
		NameOf::<T>::remove(&name);
		Self::deposit_event(Event::NameReleased { contract, owner, name });
	}

	/// The account of a twin that has a contract or a service.
	pub(crate) fn account_of(twin: TwinId) -> Option<T::AccountId> {
		let account = T::Twins::account(twin);
		if account.is_none() {
			defensive!("a twin with a contract is in use and can't have gone", twin);
		}
		account
	}

	/// Gives a deposit back to `account`, of which it is held.
	pub(crate) fn give_back(
		ticket: impl Consideration<T::AccountId, Footprint>,
		account: &T::AccountId,
	) {
		if let Err(error) = ticket.drop(account) {
			defensive!("what is held can be released", error);
		}
	}
}
