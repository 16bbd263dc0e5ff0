//! Farms themselves: making and deleting them, and changing what their owners may change.

use crate::{
	Belongings, BelongingsOf, Config, Deposits, Error, Event, Farm, FarmByName, Farms, HoldReason,
	NextFarmId, Pallet, ProposedName,
};
use frame_support::{
	ensure,
	pallet_prelude::DispatchResult,
	traits::{Consideration, Footprint},
};
use gridchain_primitives::{
	traits::{FarmRevenue, Twins},
	FarmCertification, FarmId,
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// The body of `create_farm`.
	pub(crate) fn do_create_farm(account: T::AccountId, name: ProposedName) -> DispatchResult {
		let owner = T::Twins::of(&account).ok_or(Error::<T>::TwinNotFound)?;
		let name = Self::checked_name(name)?;
		let farm = NextFarmId::<T>::get();
		NextFarmId::<T>::put(farm.next().ok_or(Error::<T>::TooManyFarms)?);
		Self::take_name(farm, &name)?;
		let (ticket, held) = Self::measured(HoldReason::FarmDeposit, &account, || {
			T::FarmDeposit::new(&account, Self::farm_footprint())
		})?;
		T::Twins::bind(owner)?;
		let record = Farm {
			owner,
			name: name.clone(),
			payout: None,
			approved: false,
			certification: FarmCertification::NotCertified,
			offered_to: None,
			ticket,
		};
		Farms::<T>::insert(farm, record);
		let held = Deposits { farm: held, ..Default::default() };
		BelongingsOf::<T>::insert(farm, Belongings { held, ..Default::default() });
		Self::deposit_event(Event::FarmCreated { farm, owner, account, name });
		Ok(())
	}

	/// The body of `rename_farm`.
	pub(crate) fn do_rename_farm(
		account: &T::AccountId,
		farm: FarmId,
		name: ProposedName,
	) -> DispatchResult {
		let to = Self::checked_name(name)?;
		Self::ensure_not_on_its_way(farm)?;
		let from = Self::change_own(account, farm, |record| {
			Self::change_name(farm, &record.name, &to)?;
			Ok(core::mem::replace(&mut record.name, to.clone()))
		})?;
		Self::deposit_event(Event::FarmRenamed { farm, from, to });
		Ok(())
	}

	/// The body of `set_payout_account`.
	pub(crate) fn do_set_payout_account(
		owner: &T::AccountId,
		farm: FarmId,
		account: Option<T::AccountId>,
	) -> DispatchResult {
		Self::change_own(owner, farm, |record| {
			record.payout = account.clone();
			Ok(())
		})?;
		Self::deposit_event(Event::PayoutAccountSet { farm, account });
		Ok(())
	}

	/// The body of `delete_farm`.
	pub(crate) fn do_delete_farm(account: T::AccountId, farm: FarmId) -> DispatchResult {
		let record = Farms::<T>::take(farm).ok_or(Error::<T>::NotFound)?;
		Self::ensure_owner(&account, &record)?;
		Self::ensure_not_on_its_way(farm)?;
		let belongings = BelongingsOf::<T>::take(farm).ok_or(Error::<T>::NotFound)?;
		ensure!(belongings.authorisations == 0, Error::<T>::HasAuthorisations);
		ensure!(belongings.ips == 0, Error::<T>::HasPublicIps);
		ensure!(belongings.providers == 0, Error::<T>::HasProviders);
		ensure!(!T::Revenue::is_owed(farm), Error::<T>::RevenueOutstanding);
		record.ticket.drop(&account)?;
		FarmByName::<T>::remove(Self::index_key(&record.name));
		T::Twins::unbind(record.owner);
		let Farm { owner, name, .. } = record;
		Self::deposit_event(Event::FarmDeleted { farm, owner, account, name });
		Ok(())
	}

	/// Changes a farm of the twin of `account`.
	pub(crate) fn change_own<R>(
		account: &T::AccountId,
		farm: FarmId,
		change: impl FnOnce(&mut Farm<T::AccountId, T::FarmDeposit>) -> Result<R, DispatchError>,
	) -> Result<R, DispatchError> {
		Farms::<T>::try_mutate(farm, |record| {
			let record = record.as_mut().ok_or(Error::<T>::NotFound)?;
			Self::ensure_owner(account, record)?;
			change(record)
		})
	}

	/// Refuses a farm that doesn't exist, and whoever doesn't sign for the twin that owns it.
	pub(crate) fn ensure_own(account: &T::AccountId, farm: FarmId) -> Result<(), Error<T>> {
		let record = Farms::<T>::get(farm).ok_or(Error::<T>::NotFound)?;
		Self::ensure_owner(account, &record)
	}

	/// Refuses whoever doesn't sign for the twin that owns the farm.
	pub(crate) fn ensure_owner(
		account: &T::AccountId,
		farm: &Farm<T::AccountId, T::FarmDeposit>,
	) -> Result<(), Error<T>> {
		ensure!(T::Twins::of(account) == Some(farm.owner), Error::<T>::NotOwner);
		Ok(())
	}

	/// What is paid for with a farm: one of the greatest length, so that a later change costs nothing more.
	pub(crate) fn farm_footprint() -> Footprint {
		Footprint::from_mel::<Farm<T::AccountId, T::FarmDeposit>>()
	}
}
