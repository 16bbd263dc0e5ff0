//! From one account to another: a twin goes, with all that stands on it, if both accounts want it.

use crate::{Config, Error, Event, Pallet, TwinOf, Twins};
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Consideration};
use gridchain_primitives::{traits::TwinHandover, TwinId};

impl<T: Config> Pallet<T> {
	/// The body of `offer_twin`.
	pub(crate) fn do_offer_twin(account: T::AccountId, to: T::AccountId) -> DispatchResult {
		ensure!(!TwinOf::<T>::contains_key(&to), Error::<T>::AlreadyExists);
		let (twin, ()) = Self::change_own(&account, |twin| twin.offered_to = Some(to.clone()))?;
		Self::deposit_event(Event::TwinOffered { twin, account, to });
		Ok(())
	}

	/// The body of `withdraw_offer`.
	pub(crate) fn do_withdraw_offer(account: T::AccountId) -> DispatchResult {
		let (twin, offered_to) = Self::change_own(&account, |twin| twin.offered_to.take())?;
		let to = offered_to.ok_or(Error::<T>::OfferNotFound)?;
		Self::deposit_event(Event::OfferWithdrawn { twin, account, to });
		Ok(())
	}

	/// The body of `accept_twin`.
	pub(crate) fn do_accept_twin(to: T::AccountId, id: TwinId) -> DispatchResult {
		let mut twin = Twins::<T>::get(id).ok_or(Error::<T>::NotFound)?;
		ensure!(twin.offered_to.as_ref() == Some(&to), Error::<T>::NotOffered);
		ensure!(!TwinOf::<T>::contains_key(&to), Error::<T>::AlreadyExists);
		let acceptance = Self::take_acceptance(&to)?;
		let terms = acceptance.terms;
		let from = core::mem::replace(&mut twin.account, to.clone());
		T::Handover::hand_over(&from, &to)?;
		if let Some(before) = twin.acceptance.replace(acceptance) {
			// Two deposits are held of the new account by now, and a twin needs one.
			before.ticket.drop(&to)?;
		}
		twin.offered_to = None;
		TwinOf::<T>::remove(&from);
		TwinOf::<T>::insert(&to, id);
		Twins::<T>::insert(id, twin);
		Self::deposit_event(Event::TwinHandedOver { twin: id, from, to, terms });
		Ok(())
	}
}
