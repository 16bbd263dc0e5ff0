//! Pricing policies, and what a window takes from the one in force.

use crate::{
	pallet::*,
	types::{Factors, Pricing, PricingPolicy},
};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use gridchain_primitives::{traits::PriceFeed, Price, PricingPolicyId, Terms};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// The body of [`Call::add_pricing_policy`].
	pub(crate) fn do_add_pricing_policy(policy: PricingPolicy) -> DispatchResult {
		ensure!(policy.is_bounded(), Error::<T>::PolicyTooHigh);
		let id = match CurrentPolicy::<T>::get() {
			Some(pricing) => pricing.id.next().ok_or(Error::<T>::TooManyPolicies)?,
			None => PricingPolicyId(1),
		};
		Self::enact_policy(id, policy);
		let PricingPolicy { cu, su, nu, ipv4, name } = policy;
		Self::deposit_event(Event::PricingPolicyAdded { policy: id, cu, su, nu, ipv4, name });
		Ok(())
	}

	/// Keeps `policy` for ever and lets new windows take it.
	pub(crate) fn enact_policy(id: PricingPolicyId, policy: PricingPolicy) {
		Policies::<T>::insert(id, policy);
		CurrentPolicy::<T>::put(Pricing { id, policy });
	}

	/// What a first window takes: the policy in force and the market's price.
	pub(crate) fn factors(terms: &Terms) -> Result<Factors, DispatchError> {
		let price = T::PriceFeed::usd_per_tft().ok_or(Error::<T>::NoPrice)?;
		Self::factors_at(terms, price)
	}

	/// What a further window takes. If the market has fallen silent, windows go on at their last price.
	pub(crate) fn next_factors(terms: &Terms, last: Price) -> Result<Factors, DispatchError> {
		Self::factors_at(terms, T::PriceFeed::usd_per_tft().unwrap_or(last))
	}

	fn factors_at(terms: &Terms, price: Price) -> Result<Factors, DispatchError> {
		let pricing = CurrentPolicy::<T>::get().ok_or(Error::<T>::NoPrice)?;
		Factors::new(terms, &pricing, price).ok_or(Error::<T>::TermsTooLarge.into())
	}

	/// What new terms take in a window that is open already: its own policy and price.
	pub(crate) fn factors_within(
		terms: &Terms,
		window: &Factors,
	) -> Result<Factors, DispatchError> {
		let policy = Policies::<T>::get(window.policy).ok_or(Error::<T>::NoPrice)?;
		let pricing = Pricing { id: window.policy, policy };
		Factors::new(terms, &pricing, window.price).ok_or(Error::<T>::TermsTooLarge.into())
	}
}
