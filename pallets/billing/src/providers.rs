//! Providers: who brings deployers, what the region lets them share in, and how they are paid.

use crate::{
	pallet::*,
	types::{Provider, ProviderName},
};
use frame_support::{
	ensure,
	pallet_prelude::DispatchResult,
	traits::{fungible::Mutate, tokens::Preservation, Consideration, Footprint},
};
use gridchain_primitives::{
	traits::{self, AcceptedProviders, Twins},
	Balance, Percent, ProviderId, Reading,
};
use sp_runtime::DispatchError;

/// The greatest part of the farm's share that a provider can be approved for.
pub(crate) const GREATEST_SHARE: Percent = Percent::from_percent(60);

impl<T: Config> Pallet<T> {
	/// The body of [`Call::register_provider`].
	pub(crate) fn do_register_provider(
		account: &T::AccountId,
		name: ProviderName,
	) -> DispatchResult {
		let owner = T::Twins::of(account).ok_or(Error::<T>::TwinNotFound)?;
		ensure!(!name.is_empty(), Error::<T>::NameIsEmpty);
		let provider = NextProviderId::<T>::get();
		let next = provider.next().ok_or(Error::<T>::TooManyProviders)?;
		T::Twins::bind(owner)?;
		let ticket = T::ProviderDeposit::new(account, Self::provider_footprint())?;
		NextProviderId::<T>::put(next);
		let entry = Provider { owner, name: name.clone(), share: None, revenue: 0, ticket };
		Providers::<T>::insert(provider, entry);
		Self::deposit_event(Event::ProviderRegistered { provider, owner, name });
		Ok(())
	}

	/// The body of [`Call::approve_provider`].
	pub(crate) fn do_approve_provider(
		provider: ProviderId,
		share: Option<Percent>,
	) -> DispatchResult {
		ensure!(share.is_none_or(|share| share <= GREATEST_SHARE), Error::<T>::ShareTooHigh);
		Providers::<T>::try_mutate(provider, |entry| {
			entry.as_mut().ok_or(Error::<T>::ProviderNotFound)?.share = share;
			Self::deposit_event(Event::ProviderApproved { provider, share });
			Ok(())
		})
	}

	/// The body of [`Call::pay_provider`].
	pub(crate) fn do_pay_provider(provider: ProviderId) -> DispatchResult {
		let mut entry = Providers::<T>::get(provider).ok_or(Error::<T>::ProviderNotFound)?;
		let amount = entry.revenue;
		ensure!(amount > 0, Error::<T>::NothingToPay);
		let account = Self::payer(entry.owner)?;
		T::Currency::transfer(&Self::pot(), &account, amount, Preservation::Preserve)?;
		entry.revenue = 0;
		Providers::<T>::insert(provider, entry);
		Booked::<T>::mutate(|booked| {
			booked.providers = booked.providers.saturating_sub(amount);
		});
		Self::deposit_event(Event::ProviderPaid { provider, account, amount });
		Ok(())
	}

	/// The body of [`Call::delete_provider`].
	pub(crate) fn do_delete_provider(
		account: &T::AccountId,
		provider: ProviderId,
	) -> DispatchResult {
		let entry = Providers::<T>::get(provider).ok_or(Error::<T>::ProviderNotFound)?;
		ensure!(T::Twins::of(account) == Some(entry.owner), Error::<T>::NotOwner);
		ensure!(entry.revenue == 0, Error::<T>::RevenueUnpaid);
		entry.ticket.drop(account)?;
		Providers::<T>::remove(provider);
		T::Twins::unbind(entry.owner);
		Self::deposit_event(Event::ProviderDeleted { provider, owner: entry.owner });
		Ok(())
	}

	/// The part of the farm's share that `provider` takes of a window that opens now: what the region has approved,
	/// on a farm that has accepted it.
	pub(crate) fn share_of(provider: Option<ProviderId>, reading: Option<&Reading>) -> Percent {
		let farm = reading.and_then(|reading| reading.farm);
		let (Some(provider), Some(farm)) = (provider, farm) else {
			return Percent::from_percent(0);
		};
		let share = Providers::<T>::get(provider).and_then(|entry| entry.share);
		let share = share.filter(|_| T::AcceptedProviders::accepts(farm, provider));
		share.unwrap_or(Percent::from_percent(0))
	}

	/// Books `amount` for `provider`. Answers whether there still is such a provider.
	pub(crate) fn book_for_provider(
		provider: ProviderId,
		amount: Balance,
	) -> Result<bool, DispatchError> {
		let Some(mut entry) = Providers::<T>::get(provider) else {
			return Ok(false);
		};
		entry.revenue = crate::revenue::sum(entry.revenue, amount)?;
		Providers::<T>::insert(provider, entry);
		Ok(true)
	}

	/// Every deposit, with the account that it is held of.
	pub fn provider_tickets() -> impl Iterator<Item = (T::AccountId, T::ProviderDeposit)> {
		Providers::<T>::iter_values()
			.filter_map(|entry| T::Twins::account(entry.owner).map(|owner| (owner, entry.ticket)))
	}

	/// What is paid for with a provider: itself.
	fn provider_footprint() -> Footprint {
		Footprint::from_mel::<Provider<T::ProviderDeposit>>()
	}
}

impl<T: Config> traits::Providers for Pallet<T> {
	fn is_approved(provider: ProviderId) -> bool {
		Providers::<T>::get(provider).is_some_and(|entry| entry.share.is_some())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn approved() -> ProviderId {
		let (_, owner) = <T::BenchmarkHelper as crate::BenchmarkHelper<_>>::running(u32::MAX);
		let provider = NextProviderId::<T>::get();
		let name = ProviderName::truncate_from(b"provider".to_vec());
		let registered = Self::do_register_provider(&owner, name);
		assert!(registered.is_ok());
		assert!(Self::do_approve_provider(provider, Some(GREATEST_SHARE)).is_ok());
		provider
	}
}
