//! Which accounts may bring a node into which farm.

use crate::{
	Admission, Authorisation, Authorisations, Config, Error, Event, Farms, HoldReason, Pallet,
};
use frame_support::{
	defensive, ensure,
	pallet_prelude::DispatchResult,
	traits::{Consideration, DefensiveSaturating, Footprint},
};
use gridchain_primitives::FarmId;

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
		let (ticket, held) = Self::measured(HoldReason::AuthorisationDeposit, &farmer, || {
			T::AuthorisationDeposit::new(&farmer, Self::authorisation_footprint())
		})?;
		Self::change_belongings(farm, |all| {
			let more = all.authorisations.checked_add(1);
			all.authorisations = more.ok_or(Error::<T>::TooManyAuthorisations)?;
			all.held.authorisations = all.held.authorisations.saturating_add(held);
			Ok(())
		})?;
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
		let ((), released) = Self::measured(HoldReason::AuthorisationDeposit, &farmer, || {
			authorisation.ticket.drop(&farmer)
		})?;
		Self::change_belongings(farm, |all| {
			all.authorisations = all.authorisations.defensive_saturating_sub(1);
			all.held.authorisations = all.held.authorisations.defensive_saturating_sub(released);
			Ok(())
		})?;
		frame_system::Pallet::<T>::dec_sufficients(&account);
		Self::deposit_event(Event::AuthorisationRevoked { farm, account, farmer });
		Ok(())
	}

	/// Lets the node of `account` into `farm`.
	pub(crate) fn do_admit(account: &T::AccountId, farm: FarmId) -> DispatchResult {
		Authorisations::<T>::try_mutate(account, |authorisation| {
			let authorisation = authorisation.as_mut().ok_or(Error::<T>::NotAuthorised)?;
			ensure!(authorisation.farm == farm, Error::<T>::NotAuthorised);
			ensure!(authorisation.admission == Admission::Awaited, Error::<T>::NodeRegistered);
			authorisation.admission = Admission::Registered;
			Ok(())
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
}
