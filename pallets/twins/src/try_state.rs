//! What is always true of twins.
//!
//! 1. Each twin is the one of its account, and each account's twin exists.
//! 2. An account with a twin has no acceptance that waits for one.
//! 3. Each id was given out by the counter: it is at least 1 and below the next id.
//! 4. Uses are counted only of twins that exist, and a count is never zero.
//! 5. A relay is a host name in visible characters; neither a relay nor a key is empty.
//! 6. No twin is offered to its own account. (An offer is part of the twin, so none is of a twin that is gone.)
//!
//! That each deposit is really held is checked where the currency is known: there, [`Pallet::tickets`] says
//! what must be held of whom.

use crate::{Acceptances, Config, FirstTwinId, NextTwinId, Pallet, TwinOf, Twins, Uses};
use frame_support::{ensure, traits::Get};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks all that is always true.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_state_accounts()?;
		Self::try_state_twins()?;
		Self::try_state_uses()
	}

	/// Every deposit, with the account that it is held of.
	pub fn tickets() -> impl Iterator<Item = (T::AccountId, T::Deposit)> {
		let waiting = Acceptances::<T>::iter().map(|(account, held)| (account, held.ticket));
		let twins = Twins::<T>::iter_values()
			.filter_map(|twin| twin.acceptance.map(|held| (twin.account, held.ticket)));
		waiting.chain(twins)
	}

	fn try_state_accounts() -> Result<(), TryRuntimeError> {
		for (account, id) in TwinOf::<T>::iter() {
			let owned = Twins::<T>::get(id).is_some_and(|twin| twin.account == account);
			ensure!(owned, "Twins 1: an account's twin doesn't exist or is another account's");
			ensure!(
				!Acceptances::<T>::contains_key(&account),
				"Twins 2: an account with a twin has an acceptance that waits"
			);
		}
		Ok(())
	}

	fn try_state_twins() -> Result<(), TryRuntimeError> {
		let next = NextTwinId::<T>::get();
		for (id, twin) in Twins::<T>::iter() {
			ensure!(
				TwinOf::<T>::get(&twin.account) == Some(id),
				"Twins 1: a twin is not the one of its account"
			);
			ensure!(
				FirstTwinId::get() <= id && id < next,
				"Twins 3: a twin's id was not given out by the counter"
			);
			Self::ensure_well_formed(&twin.relay, &twin.public_key)
				.map_err(|_| "Twins 5: a twin's relay or key is malformed")?;
			ensure!(
				twin.offered_to.as_ref() != Some(&twin.account),
				"Twins 6: a twin is offered to its own account"
			);
		}
		Ok(())
	}

	fn try_state_uses() -> Result<(), TryRuntimeError> {
		for (id, uses) in Uses::<T>::iter() {
			ensure!(Twins::<T>::contains_key(id), "Twins 4: uses of a twin that doesn't exist");
			ensure!(uses > 0, "Twins 4: a count of uses is zero");
		}
		Ok(())
	}
}
