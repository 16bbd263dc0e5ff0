//! Which providers share in a farm's revenue.

use crate::{Config, Error, Event, Pallet, ProvidersOf, MAX_FARM_PROVIDERS};
use frame_support::{ensure, pallet_prelude::DispatchResult, traits::DefensiveSaturating};
use gridchain_primitives::{
	traits::{AcceptedProviders, Providers},
	FarmId, ProviderId,
};

impl<T: Config> AcceptedProviders for Pallet<T> {
	fn accepts(farm: FarmId, provider: ProviderId) -> bool {
		ProvidersOf::<T>::contains_key(farm, provider)
	}
}

impl<T: Config> Pallet<T> {
	/// The body of `accept_provider`.
	pub(crate) fn do_accept_provider(
		account: &T::AccountId,
		farm: FarmId,
		provider: ProviderId,
	) -> DispatchResult {
		Self::ensure_own(account, farm)?;
		Self::ensure_not_on_its_way(farm)?;
		let accepted = ProvidersOf::<T>::contains_key(farm, provider);
		ensure!(!accepted, Error::<T>::ProviderAlreadyAccepted);
		ensure!(T::Providers::is_approved(provider), Error::<T>::ProviderNotApproved);
		Self::change_belongings(farm, |all| {
			ensure!(all.providers < MAX_FARM_PROVIDERS, Error::<T>::TooManyProviders);
			all.providers = all.providers.saturating_add(1);
			Ok(())
		})?;
		ProvidersOf::<T>::insert(farm, provider, ());
		Self::deposit_event(Event::ProviderAccepted { farm, provider });
		Ok(())
	}

	/// The body of `dismiss_provider`.
	pub(crate) fn do_dismiss_provider(
		account: &T::AccountId,
		farm: FarmId,
		provider: ProviderId,
	) -> DispatchResult {
		Self::ensure_own(account, farm)?;
		ProvidersOf::<T>::take(farm, provider).ok_or(Error::<T>::ProviderNotAccepted)?;
		Self::change_belongings(farm, |all| {
			all.providers = all.providers.defensive_saturating_sub(1);
			Ok(())
		})?;
		Self::deposit_event(Event::ProviderDismissed { farm, provider });
		Ok(())
	}
}
