//! How money moves between a payer and the pot.

use crate::{pallet::*, till::Money};
use frame_support::{
	pallet_prelude::DispatchResult,
	traits::{
		fungible::{Balanced, Inspect, Mutate, MutateHold},
		tokens::{Fortitude, Precision, Preservation},
		Get, Imbalance,
	},
};
use gridchain_primitives::{traits::Twins, Balance, TwinId};
use sp_runtime::{traits::AccountIdConversion, ArithmeticError, DispatchError};

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

	/// Takes `charge` out of an account and turns what is held of it, `have`, into `want`, in as few steps as that
	/// takes: what is held pays first, and what is left of it counts for what is to be held. If the money is short,
	/// answers `None` and changes nothing.
	///
	/// The account keeps its existential deposit free, so that a release never finds one that is too poor to receive
	/// it. Frozen money can neither be taken nor promised, save what is on hold already: a freeze that came later
	/// must not let a payer keep what it owes.
	pub(crate) fn collect(
		account: &T::AccountId,
		charge: Balance,
		have: Balance,
		want: Balance,
	) -> Result<Option<Money<T>>, DispatchError> {
		let needed = want.checked_add(charge).ok_or(ArithmeticError::Overflow)?;
		let missing = needed.saturating_sub(have);
		if missing > 0 && missing > Self::spendable(account) {
			return Ok(None);
		}
		let (reason, released) = (Self::reason(), have.saturating_sub(want));
		if released > 0 {
			T::Currency::release(&reason, account, released, Precision::Exact)?;
		}
		let money = Self::take(account, charge)?;
		let held = want.saturating_sub(have);
		if held > 0 {
			T::Currency::hold(&reason, account, held)?;
		}
		Ok(Some(money))
	}

	/// Like [`Self::collect`], but fails if the money is short.
	pub(crate) fn collect_or_fail(
		account: &T::AccountId,
		charge: Balance,
		have: Balance,
		want: Balance,
	) -> Result<Money<T>, DispatchError> {
		let paid = Self::collect(account, charge, have, want)?;
		paid.ok_or(Error::<T>::InsufficientFundsForWindow.into())
	}

	/// Turns `have`, which is held, into `want`, or fails if the money is short.
	pub(crate) fn hold_or_fail(
		account: &T::AccountId,
		have: Balance,
		want: Balance,
	) -> DispatchResult {
		Self::collect_or_fail(account, 0, have, want).map(drop)
	}

	/// Takes `amount` out of the free balance of `account`, frozen or not, as long as that doesn't end the account.
	fn take(account: &T::AccountId, amount: Balance) -> Result<Money<T>, DispatchError> {
		if amount == 0 {
			return Ok(Money::<T>::zero());
		}
		T::Currency::withdraw(
			account,
			amount,
			Precision::Exact,
			Preservation::Protect,
			Fortitude::Force,
		)
	}

	/// Why money is held.
	pub(crate) fn reason() -> T::RuntimeHoldReason {
		HoldReason::BillingWindow.into()
	}
}
