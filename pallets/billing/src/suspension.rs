//! Contracts without the money for their next window: grace, arrears, and the way back.

use crate::{
	bill::{Parties, Stretch},
	pallet::*,
	params::BillingParams,
	renewal::Outcome,
	types::{Factors, Open, State, Suspended, Window},
};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use gridchain_primitives::{
	now,
	traits::{OnContract, Twins},
	Balance, BillKind, Bytes, ContractId, EndReason, Reading, Seconds, Time,
};
use sp_runtime::{ArithmeticError, DispatchError};

/// What a contract lacks when it is suspended.
pub(crate) struct Missing {
	/// Delivered seconds that the last window's reserve couldn't pay.
	pub owed: Seconds,
	/// What the next window would have held.
	pub reserve: Balance,
}

impl<T: Config> Pallet<T> {
	/// Suspends a contract whose window has just been billed and released. Grace lasts as long as it has been
	/// paid for, up to a limit.
	pub(crate) fn suspend(
		parties: Parties<T::AccountId>,
		mut window: Window,
		open: &Open,
		missing: Missing,
		params: &BillingParams,
	) -> Result<Outcome, DispatchError> {
		let Parties { contract, payer, .. } = parties;
		let Missing { owed, reserve } = missing;
		let since = open.progress.until;
		let grace_until = since.plus(open.progress.billed.min(params.grace_limit));
		let suspended = Suspended { since, grace_until, owed, progress: open.progress };
		window.state = State::Suspended(suspended);
		let due = window.due.plus(params.window).min(grace_until);
		Self::requeue(contract, &mut window, due);
		Windows::<T>::insert(contract, window);
		Self::remove_rate(window.terms.payer, window.factors.rate);
		Self::deposit_event(Event::Suspended { contract, payer, needed: reserve, grace_until });
		T::OnContract::suspended(contract);
		Ok(Outcome::Suspended)
	}

	/// A suspended contract is due: it runs again if the money is there, ends if its grace is over, else waits.
	pub(crate) fn retry(
		contract: ContractId,
		mut window: Window,
		suspended: Suspended,
		reading: &Reading,
		now: Time,
		params: &BillingParams,
	) -> Result<Outcome, DispatchError> {
		if Self::reopen(contract, window, suspended, reading, now, params)? {
			return Ok(Outcome::Resumed);
		}
		if now >= suspended.grace_until {
			return Self::end_and_tell(contract, &window, EndReason::OutOfFunds, now, params);
		}
		let due = window.due.plus(params.window).min(suspended.grace_until);
		Self::requeue(contract, &mut window, due);
		Windows::<T>::insert(contract, window);
		Ok(Outcome::Waiting)
	}

	/// The body of [`Call::resume`].
	pub(crate) fn do_resume(who: &T::AccountId, contract: ContractId) -> DispatchResult {
		let (window, reading) = Self::read(contract)?;
		ensure!(T::Twins::of(who) == Some(window.terms.payer), Error::<T>::NotOwner);
		let State::Suspended(suspended) = window.state else {
			return Err(Error::<T>::NotSuspended.into());
		};
		let (now, params) = (now::<T::Clock>(), Params::<T>::get());
		let resumed = Self::reopen(contract, window, suspended, &reading, now, &params)?;
		ensure!(resumed, Error::<T>::InsufficientFundsForWindow);
		Ok(())
	}

	/// Pays the arrears and opens a window, both or neither. Answers whether the money was there.
	fn reopen(
		contract: ContractId,
		mut window: Window,
		suspended: Suspended,
		reading: &Reading,
		now: Time,
		params: &BillingParams,
	) -> Result<bool, DispatchError> {
		let payer = Self::payer(window.terms.payer)?;
		let owed = Self::arrears(&window, &suspended, reading, now);
		let arrears = Self::charge_of(&owed, &window.factors)?;
		let factors = Self::next_factors(&window.terms, window.factors.price)?;
		let reserve = Self::full_reserve(&factors, &window.terms, params)?;
		let needed = reserve.checked_add(arrears).ok_or(ArithmeticError::Overflow)?;
		if !Self::hold(&payer, needed) {
			return Ok(false);
		}
		let parties = Parties::new(contract, &window.terms, payer, reading);
		let mut progress = suspended.progress;
		let mut held = needed;
		for stretch in owed.iter().filter(|stretch| !stretch.is_empty()) {
			held = Self::bill(&parties, &window.factors, stretch, held)?;
			progress.advance(stretch.seconds, reading, now);
		}
		progress.restart(reading, now, params.slack);
		window.factors = factors;
		let open = Open { opened: now, reserve: held, traffic: Bytes::ZERO, progress };
		window.state = State::Open(open);
		Self::requeue(contract, &mut window, now.plus(params.window));
		let all = Self::add_rate(parties.twin, factors.rate);
		let payer = parties.payer;
		Self::deposit_event(Event::Resumed { contract, payer: payer.clone(), arrears });
		Self::store_opened(contract, payer, &window, held, all, params);
		T::OnContract::resumed(contract);
		Ok(true)
	}

	/// What a suspended contract owes: seconds of its last window at the full rate, then its storage, on
	/// attested seconds only.
	pub(crate) fn arrears(
		window: &Window,
		suspended: &Suspended,
		reading: &Reading,
		now: Time,
	) -> [Stretch; 2] {
		let Suspended { since, owed, progress, .. } = *suspended;
		let stored = progress.delivered(reading, now).minus(owed);
		let stretch = |from, to, seconds, rate| Stretch {
			kind: BillKind::Arrears,
			from,
			to,
			seconds,
			traffic: Bytes::ZERO,
			rate,
		};
		[
			stretch(progress.until, since, owed, window.factors.rate),
			stretch(since, now, stored, window.factors.idle_rate),
		]
	}

	/// What `stretches` cost together, each rounded up.
	pub(crate) fn charge_of(
		stretches: &[Stretch],
		factors: &Factors,
	) -> Result<Balance, DispatchError> {
		stretches.iter().try_fold(0, |sum: Balance, stretch| {
			sum.checked_add(stretch.charge(factors)?).ok_or(ArithmeticError::Overflow.into())
		})
	}
}
