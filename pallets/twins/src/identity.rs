//! Making and changing twins.

use crate::{
	Acceptance, Acceptances, Config, Error, Event, NextTwinId, Pallet, PublicKey, Relay, Terms,
	Twin, TwinOf, Twins,
};
use frame_support::{ensure, pallet_prelude::DispatchResult};
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
		let acceptance = Acceptances::<T>::take(&account).ok_or(Error::<T>::TermsNotAccepted)?;
		ensure!(Some(acceptance.terms) == Terms::<T>::get(), Error::<T>::TermsNotAccepted);
		Self::add_twin(account, relay, public_key, Some(acceptance))?;
		Ok(())
	}

	/// The body of `update_twin`.
	pub(crate) fn do_update_twin(
		account: T::AccountId,
		relay: Option<Relay>,
		public_key: Option<PublicKey>,
	) -> DispatchResult {
		Self::ensure_well_formed(&relay, &public_key)?;
		let id = TwinOf::<T>::get(&account).ok_or(Error::<T>::NotFound)?;
		Twins::<T>::try_mutate(id, |twin| -> DispatchResult {
			let twin = twin.as_mut().ok_or(Error::<T>::NotFound)?;
			twin.relay = relay.clone();
			twin.public_key = public_key.clone();
			Ok(())
		})?;
		Self::deposit_event(Event::TwinUpdated { twin: id, account, relay, public_key });
		Ok(())
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
