//! What the chain begins with.

use crate::{pallet::*, Config, Pallet, GREATEST_CAP};
use core::marker::PhantomData;
use frame_support::traits::fungible::Inspect;

impl<T: Config> Default for GenesisConfig<T> {
	fn default() -> Self {
		Self {
			params: Default::default(),
			cap: GREATEST_CAP,
			policy: Default::default(),
			_config: PhantomData,
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Panics on what can't be a chain's beginning: genesis is the one place where that is right.
	pub(crate) fn build_genesis(genesis: &GenesisConfig<T>) {
		let issuance = T::Currency::total_issuance();
		assert!(genesis.params.is_consistent(None), "rewards: a tunable is out of its bounds");
		assert!(genesis.policy.is_consistent(), "rewards: a policy's term is out of its bounds");
		assert!(genesis.cap <= GREATEST_CAP, "rewards: the cap is above 1,000,000,000 TFT");
		assert!(issuance <= genesis.cap, "rewards: genesis issues more than the cap");
		Params::<T>::put(genesis.params);
		Cap::<T>::put(genesis.cap);
		GenesisIssuance::<T>::put(issuance);
		DefaultPolicy::<T>::put(Self::append_policy(genesis.policy));
	}
}
