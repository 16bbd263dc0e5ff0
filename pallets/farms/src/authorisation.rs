//! Which accounts may bring a node into which farm.

use crate::{
	Admission, Authorisation, Authorisations, AuthorisedNodes, Config, Error, Event, Farms, Pallet,
};
use frame_support::{
	defensive, ensure,
	pallet_prelude::DispatchResult,
	traits::{Consideration, Footprint},
};
use gridchain_primitives::FarmId;
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// The body of `authorise_node`.
	pub(crate) fn do_authorise_node(
		farmer: T::AccountId,
		farm: FarmId,
		account: T::AccountId,
	) -> DispatchResult {
		let record = Farms::<T>::get(farm).ok_or(Error::<T>::NotFound)?;
		Self::ensure_owner(&farmer, &record)?;
		ensure!(!Authorisations::<T>::contains_key(&account), Error::<T>::AlreadyAuthorised);
		Self::count_authorisation(farm)?;
		let ticket = T::AuthorisationDeposit::new(&farmer, Self::authorisation_footprint())?;
		let authorisation = Authorisation { farm, admission: Admission::Awaited, ticket };
		Authorisations::<T>::insert(&account, authorisation);
		frame_system::Pallet::<T>::inc_sufficients(&account);
		Self::deposit_event(Event::NodeAuthorised { farm, account, farmer });
		Ok(())
	}

	/// The body of `revoke_node`.
	pub(crate) fn do_revoke_node(farmer: T::AccountId, account: T::AccountId) -> DispatchResult {
		let authorisation = Authorisations::<T>::take(&account).ok_or(Error::<T>::NotAuthorised)?;
		let farm = authorisation.farm;
		let record = Farms::<T>::get(farm).ok_or(Error::<T>::NotFound)?;
		Self::ensure_owner(&farmer, &record)?;
		ensure!(authorisation.admission == Admission::Awaited, Error::<T>::NodeRegistered);
		Self::discount_authorisation(farm);
		authorisation.ticket.drop(&farmer)?;
		frame_system::Pallet::<T>::dec_sufficients(&account);
		Self::deposit_event(Event::AuthorisationRevoked { farm, account, farmer });
		Ok(())
	}

	/// Lets the node of `account` in.
	pub(crate) fn do_admit(account: &T::AccountId) -> Result<FarmId, DispatchError> {
		Authorisations::<T>::try_mutate(account, |authorisation| {
			let authorisation = authorisation.as_mut().ok_or(Error::<T>::NotAuthorised)?;
			ensure!(authorisation.admission == Admission::Awaited, Error::<T>::NodeRegistered);
			authorisation.admission = Admission::Registered;
			Ok(authorisation.farm)
		})
	}

	/// Waits again for the node of `account`, which has left `farm`.
	pub(crate) fn do_dismiss(farm: FarmId, account: &T::AccountId) {
		Authorisations::<T>::mutate(account, |authorisation| match authorisation {
			Some(authorisation)
				if authorisation.farm == farm
					&& authorisation.admission == Admission::Registered =>
			{
				authorisation.admission = Admission::Awaited
			},
			_ => {
				defensive!("a node leaves a farm that it doesn't stand in");
			},
		})
	}

	/// What is paid for with an authorised account.
	pub(crate) fn authorisation_footprint() -> Footprint {
		Footprint::from_mel::<Authorisation<T::AuthorisationDeposit>>()
	}

	fn count_authorisation(farm: FarmId) -> DispatchResult {
		let count = AuthorisedNodes::<T>::get(farm).unwrap_or_default();
		let more = count.checked_add(1).ok_or(Error::<T>::TooManyAuthorisations)?;
		AuthorisedNodes::<T>::insert(farm, more);
		Ok(())
	}

	fn discount_authorisation(farm: FarmId) {
		match AuthorisedNodes::<T>::get(farm) {
			Some(count) if count > 1 => AuthorisedNodes::<T>::insert(farm, count.saturating_sub(1)),
			Some(_) => AuthorisedNodes::<T>::remove(farm),
			None => {
				defensive!("a farm has an authorisation that was not counted");
			},
		}
	}
}
