//! What other pallets see of twins: whose they are, and that they are in use.

use crate::{Acceptances, Config, Error, Event, Pallet, TwinOf, Uses};
use frame_support::{defensive, ensure, pallet_prelude::DispatchResult};
use gridchain_primitives::{traits::Twins, TwinId};
use sp_runtime::DispatchError;

impl<T: Config> Twins<T::AccountId> for Pallet<T> {
	fn of(account: &T::AccountId) -> Option<TwinId> {
		TwinOf::<T>::get(account)
	}

	fn account(twin: TwinId) -> Option<T::AccountId> {
		crate::Twins::<T>::get(twin).map(|twin| twin.account)
	}

	fn ensure(account: &T::AccountId) -> Result<TwinId, DispatchError> {
		match TwinOf::<T>::get(account) {
			Some(twin) => Ok(twin),
			// An acceptance that waits moves along, so that its deposit always has a way out.
			None => Self::add_twin(account.clone(), None, None, Acceptances::<T>::take(account)),
		}
	}

	fn forget(account: &T::AccountId) {
		let Some(id) = TwinOf::<T>::get(account).filter(|id| !Uses::<T>::contains_key(id)) else {
			return;
		};
		// Without an acceptance it is a node's. Whoever has accepted the terms has laid down a deposit of its own.
		let nodes = crate::Twins::<T>::get(id).is_some_and(|twin| twin.acceptance.is_none());
		if nodes {
			crate::Twins::<T>::remove(id);
			TwinOf::<T>::remove(account);
			Self::deposit_event(Event::TwinDeleted { twin: id, account: account.clone() });
		}
	}

	fn bind(twin: TwinId) -> DispatchResult {
		ensure!(crate::Twins::<T>::contains_key(twin), Error::<T>::NotFound);
		let uses = Uses::<T>::get(twin).unwrap_or_default();
		Uses::<T>::insert(twin, uses.checked_add(1).ok_or(Error::<T>::TooManyUses)?);
		Ok(())
	}

	fn unbind(twin: TwinId) {
		match Uses::<T>::get(twin) {
			Some(uses) if uses > 1 => Uses::<T>::insert(twin, uses.saturating_sub(1)),
			Some(_) => Uses::<T>::remove(twin),
			None => {
				defensive!("a twin is unbound more often than it was bound");
			},
		}
	}
}
