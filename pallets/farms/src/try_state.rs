//! What is always true of farms.
//!
//! 1. Each farm is found by its name in lower case, and each name in the index is a farm's.
//! 2. Each farm's name has 3 to 40 letters, digits, hyphens and underscores.
//! 3. Each farm is owned by a twin that exists.
//! 4. Each id was given out by the counter: it is at least 1 and below the next id.
//! 5. Each authorisation is by a farm that exists, and each farm's count is the number of its authorisations;
//!    a count is never zero.
//! 6. Each authorised account has a sufficient reference, so it exists.
//!
//! That each deposit is really held is checked where the currency is known: there, [`Pallet::farm_tickets`]
//! and [`Pallet::authorisation_tickets`] say what must be held of whom.

use crate::{
	Authorisations, AuthorisedNodes, Config, FarmByName, Farms, FirstFarmId, NextFarmId, Pallet,
};
use alloc::collections::BTreeMap;
use frame_support::{ensure, traits::Get};
use gridchain_primitives::{traits::Twins, FarmId};
use sp_runtime::{BoundedVec, TryRuntimeError};

impl<T: Config> Pallet<T> {
	/// Checks all that is always true.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_state_farms()?;
		Self::try_state_names()?;
		Self::try_state_authorisations()
	}

	/// Every farm's deposit, with the account that it is held of.
	pub fn farm_tickets() -> impl Iterator<Item = (T::AccountId, T::FarmDeposit)> {
		Farms::<T>::iter_values()
			.filter_map(|farm| Some((T::Twins::account(farm.owner)?, farm.ticket)))
	}

	/// Every authorisation's deposit, with the account that it is held of.
	pub fn authorisation_tickets() -> impl Iterator<Item = (T::AccountId, T::AuthorisationDeposit)>
	{
		Authorisations::<T>::iter_values().filter_map(|authorisation| {
			let farm = Farms::<T>::get(authorisation.farm)?;
			Some((T::Twins::account(farm.owner)?, authorisation.ticket))
		})
	}

	fn try_state_farms() -> Result<(), TryRuntimeError> {
		let next = NextFarmId::<T>::get();
		for (id, farm) in Farms::<T>::iter() {
			ensure!(
				FarmByName::<T>::get(Self::index_key(&farm.name)) == Some(id),
				"Farms 1: a farm is not found by its name"
			);
			let proposed = BoundedVec::truncate_from(farm.name.into_inner());
			ensure!(Self::checked_name(proposed).is_ok(), "Farms 2: a farm's name is malformed");
			ensure!(
				T::Twins::account(farm.owner).is_some(),
				"Farms 3: a farm's owner doesn't exist"
			);
			ensure!(
				FirstFarmId::get() <= id && id < next,
				"Farms 4: a farm's id was not given out by the counter"
			);
		}
		Ok(())
	}

	fn try_state_names() -> Result<(), TryRuntimeError> {
		for (name, id) in FarmByName::<T>::iter() {
			let used = Farms::<T>::get(id).is_some_and(|farm| Self::index_key(&farm.name) == name);
			ensure!(used, "Farms 1: a name in the index is no farm's");
		}
		Ok(())
	}

	fn try_state_authorisations() -> Result<(), TryRuntimeError> {
		let mut counts = BTreeMap::<FarmId, u32>::new();
		for (account, authorisation) in Authorisations::<T>::iter() {
			let farm = authorisation.farm;
			ensure!(
				Farms::<T>::contains_key(farm),
				"Farms 5: an authorisation is by a farm that doesn't exist"
			);
			let count = counts.entry(farm).or_default();
			*count = count.saturating_add(1);
			ensure!(
				frame_system::Pallet::<T>::sufficients(&account) > 0,
				"Farms 6: an authorised account has no sufficient reference"
			);
		}
		let stored: BTreeMap<_, _> = AuthorisedNodes::<T>::iter().collect();
		ensure!(stored == counts, "Farms 5: a count is not the number of authorisations");
		Ok(())
	}
}
