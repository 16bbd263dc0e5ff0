//! Which accounts may bring a node into which farm.

use crate::{Admission, Authorisation, Authorisations, Config, Error, Event, HoldReason, Pallet};
use frame_support::{
	defensive, ensure,
	pallet_prelude::DispatchResult,
	traits::{Consideration, DefensiveSaturating, Footprint},
};
use gridchain_primitives::{traits::Twins, FarmId};

impl<T: Config> Pallet<T> {
	/// The body of `authorise_node`.
	pub(crate) fn do_authorise_node(
		farmer: T::AccountId,
		farm: FarmId,
		account: T::AccountId,
	) -> DispatchResult {
		Self::ensure_own(&farmer, farm)?;
		let authorised = Authorisations::<T>::contains_key(&account, farm);
		ensure!(!authorised, Error::<T>::AlreadyAuthorised);
		let (ticket, held) = Self::measured(HoldReason::AuthorisationDeposit, &farmer, || {
			T::AuthorisationDeposit::new(&farmer, Self::authorisation_footprint())
		})?;
		Self::change_belongings(farm, |all| {
			let more = all.authorisations.checked_add(1);
			all.authorisations = more.ok_or(Error::<T>::TooManyAuthorisations)?;
			all.held.authorisations = all.held.authorisations.saturating_add(held);
			Ok(())
		})?;
		let authorisation = Authorisation { admission: Admission::Awaited, ticket };
		Authorisations::<T>::insert(&account, farm, authorisation);
		// One for each authorisation, so that none depends on what another farm does.
		frame_system::Pallet::<T>::inc_sufficients(&account);
		Self::deposit_event(Event::NodeAuthorised { farm, account, farmer });
		Ok(())
	}

	/// The body of `revoke_node`.
	pub(crate) fn do_revoke_node(
		farmer: T::AccountId,
		farm: FarmId,
		account: T::AccountId,
	) -> DispatchResult {
		Self::ensure_own(&farmer, farm)?;
		let authorisation =
			Authorisations::<T>::take(&account, farm).ok_or(Error::<T>::NotAuthorised)?;
		ensure!(authorisation.admission == Admission::Awaited, Error::<T>::NodeRegistered);
		let ((), released) = Self::measured(HoldReason::AuthorisationDeposit, &farmer, || {
			authorisation.ticket.drop(&farmer)
		})?;
		Self::change_belongings(farm, |all| {
			all.authorisations = all.authorisations.defensive_saturating_sub(1);
			all.held.authorisations = all.held.authorisations.defensive_saturating_sub(released);
			Ok(())
		})?;
		// The deposits have paid for the twin as well: it goes with the last of them.
		if Authorisations::<T>::iter_key_prefix(&account).next().is_none() {
			T::Twins::forget(&account);
		}
		frame_system::Pallet::<T>::dec_sufficients(&account);
		Self::deposit_event(Event::AuthorisationRevoked { farm, account, farmer });
		Ok(())
	}

	/// Lets the node of `account` into `farm`.
	pub(crate) fn do_admit(account: &T::AccountId, farm: FarmId) -> DispatchResult {
		Authorisations::<T>::try_mutate(account, farm, |authorisation| {
			let authorisation = authorisation.as_mut().ok_or(Error::<T>::NotAuthorised)?;
			ensure!(authorisation.admission == Admission::Awaited, Error::<T>::NodeRegistered);
			authorisation.admission = Admission::Registered;
			Ok(())
		})
	}

	/// Waits again for the node of `account`, which has left `farm`.
	pub(crate) fn do_dismiss(farm: FarmId, account: &T::AccountId) {
		Authorisations::<T>::mutate(account, farm, |authorisation| match authorisation {
			Some(authorisation) if authorisation.admission == Admission::Registered => {
				authorisation.admission = Admission::Awaited
			},
			_ => {
				defensive!("a node leaves a farm that it doesn't stand in");
			},
		})
	}

	/// What is paid for with an authorised account.
	pub(crate) fn authorisation_footprint() -> Footprint {
		Footprint::from_mel::<(FarmId, Authorisation<T::AuthorisationDeposit>)>()
	}
}
