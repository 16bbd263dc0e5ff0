//! The node's word that a workload runs.

use crate::{
	feeless::Objection, Config, Contract, ContractKind, Contracts, Error, Event, Pallet, Workload,
	WorkloadState,
};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use gridchain_primitives::{
	traits::{Capacity, Windows},
	ContractId,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_confirm(account: &T::AccountId, contract: ContractId) -> DispatchResult {
		let (mut found, mut workload) =
			Self::confirmable(account, contract).map_err(Error::<T>::from)?;
		T::Windows::start(contract)?;
		let (owner, node) = (found.owner, workload.node);
		workload.state = WorkloadState::Running;
		found.kind = ContractKind::Workload(workload);
		Contracts::<T>::insert(contract, found);
		Self::deposit_event(Event::WorkloadConfirmed { contract, owner, node });
		Ok(())
	}

	/// The contract and its workload, if `account` may confirm it now.
	pub(crate) fn confirmable(
		account: &T::AccountId,
		contract: ContractId,
	) -> Result<(Contract<T::Deposit>, Workload), Objection> {
		let found = Contracts::<T>::get(contract).ok_or(Objection::NotFound)?;
		let ContractKind::Workload(workload) = found.kind.clone() else {
			return Err(Objection::NotWorkload);
		};
		let node = T::Capacity::node_of(account).ok_or(Objection::NotNodeAccount)?;
		ensure!(node == workload.node, Objection::NotOnNode);
		// Billing never suspends what it hasn't started, so whatever doesn't wait was confirmed.
		ensure!(workload.state == WorkloadState::AwaitingDelivery, Objection::AlreadyConfirmed);
		// What must not run can't be confirmed: else its IPs would be billed before they serve anybody.
		Self::ensure_rent_active(node)?;
		Ok((found, workload))
	}
}
