//! The end of a contract: the last bill, what is forgiven, what is given back.

use crate::{
	bill::{Parties, Stretch},
	factors::Factors,
	moment::Moment,
	pallet::*,
	till::Till,
	types::{State, Window},
};
use frame_support::pallet_prelude::DispatchResult;
use gridchain_primitives::{Balance, BillKind, Bytes, ContractId, EndReason, Reading, Seconds};
use sp_runtime::{ArithmeticError, DispatchError};

/// How the last bill of a contract went.
#[derive(Clone, Copy, Debug, Default)]
struct LastBill {
	/// What of the reserve was given back.
	released: Balance,
	/// Delivered seconds that the payer couldn't pay.
	unpaid: Seconds,
	/// What they would have cost.
	written_off: Balance,
}

impl<T: Config> Pallet<T> {
	/// Ends a contract: bills the rest as far as the money reaches, gives the reserve back, forgets it.
	pub(crate) fn end(
		contract: ContractId,
		window: &Window,
		reason: EndReason,
		moment: &Moment<T>,
		till: &mut Till<T>,
	) -> DispatchResult {
		let payer = Self::payer(window.terms.payer)?;
		let last = Self::last_bill(contract, window, &payer, moment, till)?;
		Self::forget(contract, window);
		let LastBill { released, unpaid, written_off } = last;
		Self::deposit_event(Event::Closed {
			contract,
			payer,
			reason,
			released,
			unpaid,
			written_off,
		});
		Ok(())
	}

	fn forget(contract: ContractId, window: &Window) {
		Queue::<T>::remove(window.slot, contract);
		Windows::<T>::remove(contract);
		if !matches!(window.state, State::Suspended(_)) {
			Self::remove_window(window.terms.payer, &window.factors);
		}
	}

	/// Bills all that is not yet billed, and gives the rest of the reserve back. A node that doesn't exist any more has
	/// delivered nothing.
	fn last_bill(
		contract: ContractId,
		window: &Window,
		payer: &T::AccountId,
		moment: &Moment<T>,
		till: &mut Till<T>,
	) -> Result<LastBill, DispatchError> {
		let reserve = reserve_of(&window.state);
		if let Some(reading) = Self::meter(&window.terms, contract, moment) {
			if let Some(last) = Self::last_stretch(window, &reading, moment)? {
				let payer = payer.clone();
				let parties = Parties::new(contract, &window.terms, payer, &reading, moment);
				return Self::bill_what_can_be_paid(&parties, &window.factors, last, reserve, till);
			}
		}
		Self::hold_or_fail(payer, reserve, 0)?;
		Ok(LastBill { released: reserve, ..Default::default() })
	}

	/// All that is not yet billed, and what lacks to the least that a contract is billed for, which is billed at the
	/// full rate. `None` if billing has never started.
	fn last_stretch(
		window: &Window,
		reading: &Reading,
		moment: &Moment<T>,
	) -> Result<Option<Stretch>, DispatchError> {
		let (now, full) = (moment.now, window.factors.hourly);
		let minimum = if reading.live { moment.params.minimum_billed } else { Seconds::ZERO };
		let (rest, hourly, missing) = match window.state {
			State::Pending { .. } => return Ok(None),
			State::Open(open) => {
				let rest = Self::unbilled(BillKind::End, window, &open, reading, now)?;
				let missing = minimum.minus(open.progress.billed.plus(rest.seconds));
				(rest, open.progress.rate_of(rest.seconds.plus(missing), full), missing)
			},
			State::Suspended(suspended) => {
				let owed = Self::arrears(window, &suspended, reading, now)?;
				let missing = minimum.minus(suspended.progress.billed.plus(owed.seconds));
				(owed, owed.hourly.mean(owed.seconds, full, missing), missing)
			},
		};
		let hourly = hourly.ok_or(ArithmeticError::Overflow)?;
		Ok(Some(Stretch { seconds: rest.seconds.plus(missing), hourly, ..rest }))
	}

	/// Bills `last` out of `reserve` and then out of the free balance, as far as both reach.
	fn bill_what_can_be_paid(
		parties: &Parties<T::AccountId>,
		factors: &Factors,
		last: Stretch,
		reserve: Balance,
		till: &mut Till<T>,
	) -> Result<LastBill, DispatchError> {
		let budget = reserve.saturating_add(Self::spendable(&parties.payer));
		let (paid, unpaid) = last.within(factors, budget)?;
		let charge = paid.charge(factors)?;
		let money = Self::collect_or_fail(&parties.payer, charge, reserve, 0)?;
		// An end is told even when it costs nothing; arrears of nothing are not.
		if last.kind == BillKind::End || !paid.is_empty() {
			Self::bill(parties, factors, &paid, money, till)?;
		}
		let lost = factors.cost(last.hourly.rate, unpaid, Bytes::ZERO);
		let lost = lost.and_then(|cost| cost.in_tft(factors.price));
		let written_off = lost.ok_or(ArithmeticError::Overflow)?;
		Ok(LastBill { released: reserve.saturating_sub(charge), unpaid, written_off })
	}
}

/// What is held for a window.
pub(crate) fn reserve_of(state: &State) -> Balance {
	match state {
		State::Pending { reserve, .. } => *reserve,
		State::Open(open) => open.reserve,
		State::Suspended(_) => 0,
	}
}
