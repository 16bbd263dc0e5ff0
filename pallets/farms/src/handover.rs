//! From one owner to another: a farm goes, with what is held for it, if both want it.

use crate::{BelongingsOf, Config, Error, Event, Farms, Handover, Handovers, HoldReason, Pallet};
use frame_support::{
	ensure,
	pallet_prelude::DispatchResult,
	traits::{
		fungible::MutateHold,
		tokens::{Fortitude, Precision, Restriction},
	},
};
use gridchain_primitives::{traits::Twins, Balance, FarmId, TwinId};

impl<T: Config> Pallet<T> {
	/// The body of `offer_farm`.
	pub(crate) fn do_offer_farm(
		account: &T::AccountId,
		farm: FarmId,
		to: TwinId,
	) -> DispatchResult {
		let owner = Self::change_own(account, farm, |record| {
			Self::ensure_not_on_its_way(farm)?;
			ensure!(record.owner != to, Error::<T>::AlreadyOwner);
			ensure!(T::Twins::account(to).is_some(), Error::<T>::RecipientNotFound);
			record.offered_to = Some(to);
			Ok(record.owner)
		})?;
		Self::deposit_event(Event::FarmOffered { farm, owner, to });
		Ok(())
	}

	/// The body of `withdraw_offer`.
	pub(crate) fn do_withdraw_offer(account: &T::AccountId, farm: FarmId) -> DispatchResult {
		let (owner, to) = Self::change_own(account, farm, |record| {
			let to = record.offered_to.take().ok_or(Error::<T>::OfferNotFound)?;
			Ok((record.owner, to))
		})?;
		Self::deposit_event(Event::OfferWithdrawn { farm, owner, to });
		Ok(())
	}

	/// The body of `accept_farm`.
	pub(crate) fn do_accept_farm(account: &T::AccountId, farm: FarmId) -> DispatchResult {
		let to = T::Twins::of(account).ok_or(Error::<T>::TwinNotFound)?;
		let from = Farms::<T>::try_mutate(farm, |record| {
			let record = record.as_mut().ok_or(Error::<T>::NotFound)?;
			ensure!(record.offered_to == Some(to), Error::<T>::NotOffered);
			record.offered_to = None;
			Ok::<_, Error<T>>(record.owner)
		})?;
		// From here on, so that the twin can't go before the farm has come to it.
		T::Twins::bind(to)?;
		Handovers::<T>::insert(farm, Handover { to, after: None });
		Self::deposit_event(Event::HandoverStarted { farm, from, to });
		Ok(())
	}

	/// Refuses what can't be done while the farm is on its way to another owner.
	pub(crate) fn ensure_not_on_its_way(farm: FarmId) -> Result<(), Error<T>> {
		ensure!(!Handovers::<T>::contains_key(farm), Error::<T>::HandoverRunning);
		Ok(())
	}

	/// Makes the twin `to`, which the farm counts for already, the owner of `farm`, all at once.
	pub(crate) fn change_owner(farm: FarmId, to: TwinId) -> DispatchResult {
		let mut record = Farms::<T>::get(farm).ok_or(Error::<T>::NotFound)?;
		let held = BelongingsOf::<T>::get(farm).ok_or(Error::<T>::NotFound)?.held;
		let old = T::Twins::account(record.owner).ok_or(Error::<T>::TwinNotFound)?;
		let new = T::Twins::account(to).ok_or(Error::<T>::RecipientNotFound)?;
		Self::move_held(HoldReason::FarmDeposit, &old, &new, held.farm)?;
		Self::move_held(HoldReason::AuthorisationDeposit, &old, &new, held.authorisations)?;
		Self::move_held(HoldReason::IpDeposit, &old, &new, held.ips)?;
		let from = core::mem::replace(&mut record.owner, to);
		record.payout = None;
		Farms::<T>::insert(farm, record);
		T::Twins::unbind(from);
		let deposits = held.farm.saturating_add(held.authorisations).saturating_add(held.ips);
		Self::deposit_event(Event::FarmHandedOver { farm, from, to, account: new, deposits });
		Ok(())
	}

	/// Moves `amount` that is held of `old` to `new`, where it stays held. Politely: whoever may not spend frozen
	/// money may not give it away by this either.
	fn move_held(
		reason: HoldReason,
		old: &T::AccountId,
		new: &T::AccountId,
		amount: Balance,
	) -> DispatchResult {
		if amount > 0 {
			T::Currency::transfer_on_hold(
				&reason.into(),
				old,
				new,
				amount,
				Precision::Exact,
				Restriction::OnHold,
				Fortitude::Polite,
			)?;
		}
		Ok(())
	}
}
