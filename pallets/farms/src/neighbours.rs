//! What other pallets see of farms, and how nodes come and go.

use crate::{Admission, Authorisations, Config, Farms as Stored, Pallet};
use gridchain_primitives::{
	traits::{Farms, Twins},
	FarmId, TwinId,
};
use sp_runtime::DispatchError;

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

	fn admissible(account: &T::AccountId) -> Option<FarmId> {
		let authorisation = Authorisations::<T>::get(account)?;
		(authorisation.admission == Admission::Awaited).then_some(authorisation.farm)
	}

	fn admit(account: &T::AccountId) -> Result<FarmId, DispatchError> {
		Self::do_admit(account)
	}

	fn dismiss(farm: FarmId, account: &T::AccountId) {
		Self::do_dismiss(farm, account)
	}
}
