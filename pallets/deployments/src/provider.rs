//! Who brought an owner, and shares in what its contracts bring in.

use crate::{Config, ContractKind, Contracts, Error, Event, Pallet, Rent, Workload};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use gridchain_primitives::{
	traits::{Providers, Windows},
	ContractId, ProviderId,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_attach_provider(
		account: &T::AccountId,
		contract: ContractId,
		provider: ProviderId,
	) -> DispatchResult {
		let mut found = Self::owned(account, contract).map_err(Error::<T>::from)?;
		let owner = found.owner;
		let (node, place) = match &mut found.kind {
			ContractKind::Workload(Workload { node, provider, .. })
			| ContractKind::Rent(Rent { node, provider, .. }) => (*node, provider),
			ContractKind::Name(_) => return Err(Error::<T>::NoFarm.into()),
		};
		ensure!(place.is_none(), Error::<T>::AlreadyHasProvider);
		Self::ensure_approved(Some(provider))?;
		*place = Some(provider);
		Contracts::<T>::insert(contract, found);
		T::Windows::attach(contract, provider)?;
		Self::deposit_event(Event::ProviderAttached { contract, owner, node, provider });
		Ok(())
	}

	/// That the region has approved `provider`, if there is one.
	pub(crate) fn ensure_approved(provider: Option<ProviderId>) -> Result<(), Error<T>> {
		let approved = provider.is_none_or(T::Providers::is_approved);
		ensure!(approved, Error::<T>::ProviderNotApproved);
		Ok(())
	}
}
