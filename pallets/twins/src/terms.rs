//! Terms of use: which are in force, and who accepted them.

use crate::{Acceptance, Acceptances, Config, Error, Event, Pallet, Terms, Twin, TwinOf, Twins};
use frame_support::{
	ensure,
	pallet_prelude::DispatchResult,
	traits::{Consideration, Footprint},
};
use gridchain_primitives::TwinId;
use sp_core::H256;
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// The body of `accept_terms`.
	pub(crate) fn do_accept_terms(account: T::AccountId, terms: H256) -> DispatchResult {
		ensure!(Terms::<T>::get() == Some(terms), Error::<T>::TermsNotInForce);
		let twin = TwinOf::<T>::get(&account);
		let acceptance = match twin {
			Some(twin) => Self::accept_as_twin(twin, &account, terms)?,
			None => Self::accept_before_twin(&account, terms)?,
		};
		Self::deposit_event(Event::TermsAccepted { account, twin, terms, at: acceptance.at });
		Ok(())
	}

	/// Notes the acceptance in the twin that the account has.
	fn accept_as_twin(
		id: TwinId,
		account: &T::AccountId,
		terms: H256,
	) -> Result<Acceptance<T::Deposit>, DispatchError> {
		Twins::<T>::try_mutate(id, |twin| {
			let twin = twin.as_mut().ok_or(Error::<T>::NotFound)?;
			let acceptance = Self::accepted(account, terms, twin.acceptance.take())?;
			twin.acceptance = Some(acceptance.clone());
			Ok(acceptance)
		})
	}

	/// Notes the acceptance for the twin that is to come.
	fn accept_before_twin(
		account: &T::AccountId,
		terms: H256,
	) -> Result<Acceptance<T::Deposit>, DispatchError> {
		let acceptance = Self::accepted(account, terms, Acceptances::<T>::get(account))?;
		Acceptances::<T>::insert(account, &acceptance);
		Ok(acceptance)
	}

	/// The acceptance of `terms` after that of `previous` ones, whose deposit it keeps.
	fn accepted(
		account: &T::AccountId,
		terms: H256,
		previous: Option<Acceptance<T::Deposit>>,
	) -> Result<Acceptance<T::Deposit>, DispatchError> {
		let ticket = match previous {
			Some(previous) => {
				ensure!(previous.terms != terms, Error::<T>::AlreadyAccepted);
				previous.ticket
			},
			None => T::Deposit::new(account, Self::footprint())?,
		};
		Ok(Acceptance { terms, at: gridchain_primitives::now::<T::Clock>(), ticket })
	}

	/// What is paid for: one twin of the greatest length, so that a later update costs no further deposit.
	pub(crate) fn footprint() -> Footprint {
		Footprint::from_mel::<Twin<T::AccountId, T::Deposit>>()
	}

	/// The body of `withdraw_acceptance`.
	pub(crate) fn do_withdraw_acceptance(account: T::AccountId) -> DispatchResult {
		let acceptance = Acceptances::<T>::take(&account).ok_or(Error::<T>::AcceptanceNotFound)?;
		acceptance.ticket.drop(&account)?;
		Self::deposit_event(Event::AcceptanceWithdrawn { account, terms: acceptance.terms });
		Ok(())
	}

	/// The body of `set_terms`.
	pub(crate) fn do_set_terms(terms: H256) -> DispatchResult {
		let previous = Terms::<T>::mutate(|current| current.replace(terms));
		Self::deposit_event(Event::TermsSet { previous, terms });
		Ok(())
	}
}
