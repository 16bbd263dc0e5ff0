//! Contracts without the money for their next window: grace, arrears, and the way back.

use crate::{
	bill::{Parties, Stretch},
	factors::Hourly,
	moment::Moment,
	pallet::*,
	renewal::{next_due, Outcome},
	till::Till,
	types::{Open, Progress, State, Suspended, Window},
};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use gridchain_primitives::{
	traits::{OnContract, Twins},
	Balance, BillKind, Bytes, ContractId, EndReason, Reading, Seconds, Time,
};
use sp_runtime::{ArithmeticError, DispatchError};

impl<T: Config> Pallet<T> {
	/// Suspends a contract whose window has just been billed and released. Grace lasts as long as it has been
	/// paid for, up to a limit.
	pub(crate) fn suspend(
		parties: Parties<T::AccountId>,
		mut window: Window,
		mut progress: Progress,
		needed: Balance,
		reading: &Reading,
		moment: &Moment<T>,
	) -> Result<Outcome, DispatchError> {
		let params = &moment.params;
		let Parties { contract, payer, .. } = parties;
		let since = progress.until;
		let grace_until = since.plus(progress.billed.min(params.grace_limit));
		Self::leave_rate(&mut progress, window.factors.hourly, reading, moment)?;
		let (unreported, halted) = (progress.backlog.seconds, moment.halted);
		window.state = State::Suspended(Suspended { since, grace_until, halted, progress });
		let due = next_due(window.due, params.window, since).min(grace_until);
		Self::requeue(contract, &mut window, due, moment);
		Windows::<T>::insert(contract, window);
		Self::remove_window(window.terms.payer, &window.factors);
		Self::deposit_event(Event::Suspended { contract, payer, needed, grace_until, unreported });
		T::OnContract::suspended(contract);
		Ok(Outcome::Suspended)
	}

	/// A suspended contract is due: it runs again if the money is there, ends if its grace is over, else waits.
	pub(crate) fn retry(
		contract: ContractId,
		mut window: Window,
		mut suspended: Suspended,
		reading: &Reading,
		moment: &Moment<T>,
		till: &mut Till<T>,
	) -> Result<Outcome, DispatchError> {
		extend_grace(&mut suspended, moment);
		window.state = State::Suspended(suspended);
		if Self::reopen(contract, window, suspended, reading, moment, till)? {
			return Ok(Outcome::Resumed);
		}
		if moment.now >= suspended.grace_until {
			let reason = EndReason::OutOfFunds;
			return Self::end_and_tell(contract, &window, reason, moment, till);
		}
		let due = next_due(window.due, moment.params.window, moment.now);
		let due = due.min(suspended.grace_until);
		Self::requeue(contract, &mut window, due, moment);
		Windows::<T>::insert(contract, window);
		Ok(Outcome::Waiting)
	}

	/// The body of [`Call::resume`].
	pub(crate) fn do_resume(who: &T::AccountId, contract: ContractId) -> DispatchResult {
		let moment = Moment::<T>::read();
		let (window, reading) = Self::read(contract, &moment)?;
		ensure!(T::Twins::of(who) == Some(window.terms.payer), Error::<T>::NotOwner);
		let State::Suspended(suspended) = window.state else {
			return Err(Error::<T>::NotSuspended.into());
		};
		Self::with_till(|till| {
			let resumed = Self::reopen(contract, window, suspended, &reading, &moment, till)?;
			ensure!(resumed, Error::<T>::InsufficientFundsForWindow);
			Ok(())
		})
	}

	/// Pays the arrears and opens a window, both or neither. Answers whether the money was there.
	fn reopen(
		contract: ContractId,
		mut window: Window,
		suspended: Suspended,
		reading: &Reading,
		moment: &Moment<T>,
		till: &mut Till<T>,
	) -> Result<bool, DispatchError> {
		let (now, params) = (moment.now, &moment.params);
		let payer = Self::payer(window.terms.payer)?;
		let owed = Self::arrears(&window, &suspended, reading, now)?;
		let arrears = owed.charge(&window.factors)?;
		let progress = Self::caught_up(&window, &suspended, &owed, reading, moment)?;
		let terms = Self::lowered(window.terms);
		let others = Payers::<T>::get(terms.payer);
		let last = window.factors.price;
		let factors = Self::next_factors(&terms, Some(reading), last, &others, moment)?;
		let reserve = Self::next_reserve(&factors, &terms, &progress.backlog, params)?;
		let Some(money) = Self::collect(&payer, arrears, 0, reserve)? else {
			return Ok(false);
		};
		let parties = Parties::new(contract, &window.terms, payer, reading, moment);
		if !owed.is_empty() {
			Self::bill(&parties, &window.factors, &owed, money, till)?;
		}
		window = Window { terms, factors, ..window };
		let open = Open { opened: now, reserve, traffic: Bytes::ZERO, progress };
		window.state = State::Open(open);
		Self::requeue(contract, &mut window, now.plus(params.window), moment);
		let all = Self::add_window(parties.twin, others, &factors);
		let payer = parties.payer;
		let unreported = progress.backlog.seconds;
		Self::deposit_event(Event::Resumed { contract, payer: payer.clone(), arrears, unreported });
		Self::store_opened(contract, payer, &window, reserve, all, params);
		T::OnContract::resumed(contract);
		Ok(true)
	}

	/// What a suspended contract owes, on attested seconds only: what ran before at the rate of that time, its
	/// storage since.
	pub(crate) fn arrears(
		window: &Window,
		suspended: &Suspended,
		reading: &Reading,
		now: Time,
	) -> Result<Stretch, DispatchError> {
		let progress = &suspended.progress;
		let seconds = progress.delivered(reading, now);
		let hourly = progress.rate_of(seconds, Hourly::plain(window.factors.idle_rate));
		Ok(Stretch {
			kind: BillKind::Arrears,
			from: progress.until,
			to: now,
			seconds,
			traffic: Bytes::ZERO,
			hourly: hourly.ok_or(ArithmeticError::Overflow)?,
		})
	}

	/// How far a suspended contract is billed once it has paid `owed`.
	pub(crate) fn caught_up(
		window: &Window,
		suspended: &Suspended,
		owed: &Stretch,
		reading: &Reading,
		moment: &Moment<T>,
	) -> Result<Progress, DispatchError> {
		let mut progress = suspended.progress;
		progress.advance(owed.seconds, Seconds::ZERO, owed.hourly, reading, moment.now);
		let idle = Hourly::plain(window.factors.idle_rate);
		Self::leave_rate(&mut progress, idle, reading, moment)?;
		Ok(progress)
	}
}

/// Takes out of the grace what the chain has stood still since it was set: nobody could have topped up.
pub(crate) fn extend_grace(suspended: &mut Suspended, moment: &Moment<impl Config>) {
	let stood = moment.halted.minus(suspended.halted);
	suspended.grace_until = suspended.grace_until.plus(stood);
	suspended.halted = moment.halted;
}
