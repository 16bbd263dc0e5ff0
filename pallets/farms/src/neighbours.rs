//! What other pallets see of farms, and how nodes come and go.

use crate::{Admission, Authorisations, Config, Farms as Stored, Pallet};
use alloc::vec::Vec;
use gridchain_primitives::{
	traits::{Farms, Twins},
	ContractId, FarmId, Ipv4Network, TwinId,
};
use sp_runtime::DispatchResult;

impl<T: Config> Farms<T::AccountId> for Pallet<T> {
	fn owner(farm: FarmId) -> Option<TwinId> {
		Stored::<T>::get(farm).map(|farm| farm.owner)
	}

	fn payout(farm: FarmId) -> Option<T::AccountId> {
		let farm = Stored::<T>::get(farm)?;
		farm.payout.or_else(|| T::Twins::account(farm.owner))
	}

	fn approved(farm: FarmId) -> bool {
		Stored::<T>::get(farm).is_some_and(|farm| farm.approved)
	}

	fn admissible(account: &T::AccountId, farm: FarmId) -> bool {
		Authorisations::<T>::get(account, farm)
			.is_some_and(|authorisation| authorisation.admission == Admission::Awaited)
	}

	fn admit(account: &T::AccountId, farm: FarmId) -> DispatchResult {
		Self::do_admit(account, farm)
	}

	fn dismiss(farm: FarmId, account: &T::AccountId) {
		Self::do_dismiss(farm, account)
	}

	fn take_ips(farm: FarmId, contract: ContractId, count: u8) -> DispatchResult {
		Self::do_take_ips(farm, contract, count)
	}

	fn free_ips(farm: FarmId, contract: ContractId) {
		Self::do_free_ips(farm, contract)
	}

	fn ips_of(contract: ContractId) -> Vec<Ipv4Network> {
		Self::networks_of(contract)
	}
}
