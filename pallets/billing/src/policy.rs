//! Pricing policies: versions that are never changed.

use crate::{
	pallet::*,
	types::{Pricing, PricingPolicy},
};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use gridchain_primitives::PricingPolicyId;

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
}
