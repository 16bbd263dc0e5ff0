//! What a twin stakes for its discount, and how that becomes free again.

use crate::{
	pallet::*,
	types::{Payer, Unbonding},
};
use frame_support::{
	ensure,
	pallet_prelude::DispatchResult,
	traits::{fungible::MutateHold, tokens::Precision},
};
use gridchain_primitives::{now, traits::Twins, Balance, TwinId};
use sp_runtime::{ArithmeticError, DispatchError};

impl<T: Config> Pallet<T> {
	/// The body of [`Call::stake_discount`].
	pub(crate) fn do_stake(account: &T::AccountId, amount: Balance) -> DispatchResult {
		let twin = T::Twins::of(account).ok_or(Error::<T>::TwinNotFound)?;
		ensure!(amount > 0, Error::<T>::NothingToStake);
		ensure!(amount <= Self::spendable(account), Error::<T>::InsufficientFundsForStake);
		let mut payer = Payers::<T>::get(twin);
		if payer.stake == 0 && !Unbondings::<T>::contains_key(twin) {
			// Else the money would stay held of an account whose twin has gone.
			T::Twins::bind(twin)?;
		}
		T::Currency::hold(&HoldReason::DiscountStake.into(), account, amount)?;
		payer.stake = payer.stake.checked_add(amount).ok_or(ArithmeticError::Overflow)?;
		Payers::<T>::insert(twin, payer);
		let account = account.clone();
		Self::deposit_event(Event::Staked { twin, account, amount, stake: payer.stake });
		Ok(())
	}

	/// The body of [`Call::unstake_discount`].
	pub(crate) fn do_unstake(account: &T::AccountId, amount: Balance) -> DispatchResult {
		let twin = T::Twins::of(account).ok_or(Error::<T>::TwinNotFound)?;
		ensure!(amount > 0, Error::<T>::NothingToStake);
		let mut payer = Payers::<T>::get(twin);
		payer.stake = payer.stake.checked_sub(amount).ok_or(Error::<T>::InsufficientStake)?;
		let until = now::<T::Clock>().plus(Params::<T>::get().unbonding);
		Unbondings::<T>::try_mutate(twin, |unbondings| {
			let pushed = unbondings.try_push(Unbonding { amount, until });
			pushed.map_err(|_| DispatchError::from(Error::<T>::TooManyUnbondings))
		})?;
		Self::put_payer(twin, payer);
		let (account, stake) = (account.clone(), payer.stake);
		Self::deposit_event(Event::Unstaked { twin, account, amount, stake, until });
		Ok(())
	}

	/// The body of [`Call::withdraw_stake`].
	pub(crate) fn do_withdraw_stake(account: &T::AccountId) -> DispatchResult {
		let twin = T::Twins::of(account).ok_or(Error::<T>::TwinNotFound)?;
		let now = now::<T::Clock>();
		let mut unbondings = Unbondings::<T>::get(twin);
		let mut amount: Balance = 0;
		unbondings.retain(|unbonding| {
			let waits = unbonding.until > now;
			if !waits {
				amount = amount.saturating_add(unbonding.amount);
			}
			waits
		});
		ensure!(amount > 0, Error::<T>::NothingToWithdraw);
		let reason = HoldReason::DiscountStake.into();
		T::Currency::release(&reason, account, amount, Precision::Exact)?;
		match unbondings.is_empty() {
			true => Unbondings::<T>::remove(twin),
			false => Unbondings::<T>::insert(twin, &unbondings),
		}
		if unbondings.is_empty() && Payers::<T>::get(twin).stake == 0 {
			T::Twins::unbind(twin);
		}
		Self::deposit_event(Event::StakeWithdrawn { twin, account: account.clone(), amount });
		Ok(())
	}

	/// Keeps what is known of a payer, as long as there is anything to know.
	pub(crate) fn put_payer(twin: TwinId, payer: Payer) {
		match payer == Payer::default() {
			true => Payers::<T>::remove(twin),
			false => Payers::<T>::insert(twin, payer),
		}
	}
}
