//! How money moves between a payer and the pot.

use crate::pallet::*;
use frame_support::{
	pallet_prelude::DispatchResult,
	traits::{
		fungible::{Inspect, Mutate, MutateHold},
		tokens::{Fortitude, Precision, Preservation, Restriction},
		Get,
	},
};
use gridchain_primitives::{traits::Twins, Balance, TwinId};
use sp_runtime::{traits::AccountIdConversion, DispatchError};

impl<T: Config> Pallet<T> {
	/// The account that holds revenue until it is flushed or paid to farms.
	pub fn pot() -> T::AccountId {
		T::PotId::get().into_account_truncating()
	}

	/// In genesis, gives the pot, the treasury and the validators' pot their existential deposits, so that no
	/// amount is ever too small for them to receive: it would be lost, and the issuance wouldn't add up.
	pub(crate) fn endow_own_accounts() {
		for account in [Self::pot(), T::Treasury::get(), T::ValidatorsPot::get()] {
			let has = T::Currency::total_balance(&account);
			let missing = T::Currency::minimum_balance().saturating_sub(has);
			if missing > 0 {
				let minted = T::Currency::mint_into(&account, missing);
				assert!(minted.is_ok(), "billing: an own account can't receive its first deposit");
			}
		}
	}

	/// The account of `twin`.
	pub(crate) fn payer(twin: TwinId) -> Result<T::AccountId, DispatchError> {
		T::Twins::account(twin).ok_or(Error::<T>::PayerNotFound.into())
	}

	/// What `account` can spend without dying: not on hold, nor frozen beyond what is on hold.
	pub(crate) fn spendable(account: &T::AccountId) -> Balance {
		T::Currency::reducible_balance(account, Preservation::Preserve, Fortitude::Polite)
	}

	/// Holds `amount` more of the payer's money. If it is short, answers `false` and changes nothing.
	pub(crate) fn hold(account: &T::AccountId, amount: Balance) -> bool {
		if amount == 0 {
			return true;
		}
		// Stricter than a hold by itself: the account keeps its existential deposit free, so that a release
		// never finds an account that is too poor to receive it; and frozen money can't be promised while
		// nothing is on hold. What is on hold covers a freeze, so a later hold may take what was frozen.
		amount <= Self::spendable(account)
			&& T::Currency::hold(&Self::reason(), account, amount).is_ok()
	}

	/// Gives `amount` back that was held.
	pub(crate) fn release(account: &T::AccountId, amount: Balance) -> DispatchResult {
		if amount > 0 {
			T::Currency::release(&Self::reason(), account, amount, Precision::Exact)?;
		}
		Ok(())
	}

	/// Turns `have`, which is held, into `want`. If the money is short, answers `false` and changes nothing.
	pub(crate) fn adjust_hold(
		account: &T::AccountId,
		have: Balance,
		want: Balance,
	) -> Result<bool, DispatchError> {
		if want > have {
			return Ok(Self::hold(account, want.saturating_sub(have)));
		}
		Self::release(account, have.saturating_sub(want))?;
		Ok(true)
	}

	/// Moves `amount` into the pot: out of `reserve`, which is held, and what that lacks out of the free
	/// balance. Returns what is left of the reserve.
	pub(crate) fn collect(
		account: &T::AccountId,
		amount: Balance,
		reserve: Balance,
	) -> Result<Balance, DispatchError> {
		let held = amount.min(reserve);
		let free = amount.saturating_sub(held);
		// Free money first: a freeze counts the reserve as its own while that is there.
		if free > 0 {
			T::Currency::transfer(account, &Self::pot(), free, Preservation::Preserve)?;
		}
		if held > 0 {
			// By force: a freeze that came after the hold must not let a payer keep what it owes.
			T::Currency::transfer_on_hold(
				&Self::reason(),
				account,
				&Self::pot(),
				held,
				Precision::Exact,
				Restriction::Free,
				Fortitude::Force,
			)?;
		}
		Ok(reserve.saturating_sub(held))
	}

	/// Why money is held.
	pub(crate) fn reason() -> T::RuntimeHoldReason {
		HoldReason::BillingWindow.into()
	}
}
