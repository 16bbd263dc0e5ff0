//! Making, changing and deleting twins.

use crate::{
	Acceptance, Acceptances, Config, Error, Event, NextTwinId, Pallet, PublicKey, Relay, Terms,
	Twin, TwinOf, Twins, Uses,
};
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::Consideration};
use gridchain_primitives::TwinId;
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// The body of `create_twin`.
	pub(crate) fn do_create_twin(
		account: T::AccountId,
		relay: Option<Relay>,
		public_key: Option<PublicKey>,
	) -> DispatchResult {
		ensure!(!TwinOf::<T>::contains_key(&account), Error::<T>::AlreadyExists);
		Self::ensure_well_formed(&relay, &public_key)?;
		let acceptance = Self::take_acceptance(&account)?;
		Self::add_twin(account, relay, public_key, Some(acceptance))?;
		Ok(())
	}

	/// The body of `delete_twin`.
	pub(crate) fn do_delete_twin(account: T::AccountId) -> DispatchResult {
		let id = TwinOf::<T>::take(&account).ok_or(Error::<T>::NotFound)?;
		ensure!(!Uses::<T>::contains_key(id), Error::<T>::InUse);
		let twin = Twins::<T>::take(id).ok_or(Error::<T>::NotFound)?;
		if let Some(acceptance) = twin.acceptance {
			acceptance.ticket.drop(&account)?;
		}
		Self::deposit_event(Event::TwinDeleted { twin: id, account });
		Ok(())
	}

	/// Uses up the acceptance that `account` has waiting, of the terms in force, for the twin that it gets.
	pub(crate) fn take_acceptance(
		account: &T::AccountId,
	) -> Result<Acceptance<T::Deposit>, Error<T>> {
		let acceptance = Acceptances::<T>::take(account).ok_or(Error::<T>::TermsNotAccepted)?;
		ensure!(Some(acceptance.terms) == Terms::<T>::get(), Error::<T>::TermsNotAccepted);
		Ok(acceptance)
	}

	/// The body of `update_twin`.
	pub(crate) fn do_update_twin(
		account: T::AccountId,
		relay: Option<Relay>,
		public_key: Option<PublicKey>,
	) -> DispatchResult {
		Self::ensure_well_formed(&relay, &public_key)?;
		let (id, ()) = Self::change_own(&account, |twin| {
			twin.relay = relay.clone();
			twin.public_key = public_key.clone();
		})?;
		Self::deposit_event(Event::TwinUpdated { twin: id, account, relay, public_key });
		Ok(())
	}

	/// Changes the twin of `account`, and says which it is.
	pub(crate) fn change_own<R>(
		account: &T::AccountId,
		change: impl FnOnce(&mut Twin<T::AccountId, T::Deposit>) -> R,
	) -> Result<(TwinId, R), Error<T>> {
		let id = TwinOf::<T>::get(account).ok_or(Error::<T>::NotFound)?;
		let changed = Twins::<T>::mutate_extant(id, |twin| Some(change(twin)));
		Ok((id, changed.ok_or(Error::<T>::NotFound)?))
	}

	/// Makes the twin of an account that has none.
	pub(crate) fn add_twin(
		account: T::AccountId,
		relay: Option<Relay>,
		public_key: Option<PublicKey>,
		acceptance: Option<Acceptance<T::Deposit>>,
	) -> Result<TwinId, DispatchError> {
		let id = NextTwinId::<T>::get();
		NextTwinId::<T>::put(id.next().ok_or(Error::<T>::TooManyTwins)?);
		let terms = acceptance.as_ref().map(|acceptance| acceptance.terms);
		let twin = Twin {
			account: account.clone(),
			relay: relay.clone(),
			public_key: public_key.clone(),
			acceptance,
			offered_to: None,
		};
		Twins::<T>::insert(id, twin);
		TwinOf::<T>::insert(&account, id);
		Self::deposit_event(Event::TwinCreated { twin: id, account, relay, public_key, terms });
		Ok(id)
	}

	/// Refuses a relay that could not be read, and parts that are there but empty: `None` says that.
	pub(crate) fn ensure_well_formed(
		relay: &Option<Relay>,
		public_key: &Option<PublicKey>,
	) -> Result<(), Error<T>> {
		if let Some(relay) = relay {
			// A control character or a look-alike letter would send messages elsewhere than people read.
			let readable = !relay.is_empty() && relay.iter().all(u8::is_ascii_graphic);
			ensure!(readable, Error::<T>::MalformedRelay);
		}
		let empty_key = public_key.as_ref().is_some_and(|key| key.is_empty());
		ensure!(!empty_key, Error::<T>::EmptyPublicKey);
		Ok(())
	}
}
