//! How a contract ends: by its owner, by governance, or by Billing. All ends give everything back.

use crate::{
	feeless::Objection, Config, Contract, ContractKind, Contracts, ContractsOf, Error, Event,
	Pallet, Specs, WeightInfo,
};
use frame_support::{
	defensive, ensure, pallet_prelude::DispatchResult, traits::Consideration, weights::Weight,
};
use gridchain_primitives::{
	traits::{Capacity, EndContract, Records, Twins, Windows},
	ContractId, EndReason, TwinId,
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
		Self::owned(account, contract).map_err(Error::<T>::from)?;
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
		Specs::<T>::remove(contract);
		ContractsOf::<T>::remove(owner, contract);
		Self::give_back_deposit(owner, ticket);
		T::Twins::unbind(owner);
		let ContractKind::Workload(workload) = kind;
		let node = workload.node;
		T::Capacity::give_back(node, contract);
		Self::deposit_event(Event::ContractEnded { contract, owner, node, reason });
	}

	fn give_back_deposit(owner: TwinId, ticket: T::Deposit) {
		let Some(account) = T::Twins::account(owner) else {
			defensive!("a twin with a contract is in use and can't have gone", owner);
			return;
		};
		if let Err(error) = ticket.drop(&account) {
			defensive!("what is held can be released", error);
		}
	}
}
