//! The cap: no mint may pass it, ever.

use crate::{pallet::*, Config, Error, Event, Pallet, Progress};
use frame_support::{defensive, ensure, storage::with_storage_layer, traits::fungible::Inspect};
use gridchain_primitives::{traits::Revenue, Balance};
use sp_runtime::{DispatchError, DispatchResult};

impl<T: Config> Pallet<T> {
	/// What may still be minted.
	pub(crate) fn room() -> Balance {
		Cap::<T>::get().saturating_sub(T::Currency::total_issuance())
	}

	pub(crate) fn do_lower_cap(to: Balance) -> DispatchResult {
		let from = Cap::<T>::get();
		ensure!(to < from, Error::<T>::CapNotLower);
		let floor = T::Currency::total_issuance().saturating_add(Self::promised());
		ensure!(to >= floor, Error::<T>::CapBelowIssuance);
		Cap::<T>::put(to);
		Self::deposit_event(Event::CapLowered { from, to });
		Ok(())
	}

	/// What a settlement whose factors are fixed still mints. They were fixed by the cap of that moment.
	fn promised() -> Balance {
		match Settlement::<T>::get() {
			Some(Progress::Payouts { open, .. }) => open.summary.outstanding(),
			_ => 0,
		}
	}

	/// Mints `amount` into the pot.
	pub(crate) fn mint(amount: Balance) -> Result<(), DispatchError> {
		if amount == 0 {
			return Ok(());
		}
		if amount > Self::room() {
			defensive!("the factors of a settlement leave every mint within the cap");
			return Err(Error::<T>::CapBelowIssuance.into());
		}
		with_storage_layer(|| T::Revenue::mint(amount))?;
		MintedTotal::<T>::mutate(|total| *total = total.saturating_add(amount));
		Ok(())
	}
}
