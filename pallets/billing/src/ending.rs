//! The end of a contract: the last bill, what is forgiven, what is given back.

use crate::{
	bill::{Parties, Stretch},
	factors::Factors,
	pallet::*,
	params::BillingParams,
	types::{State, Window},
};
use frame_support::pallet_prelude::DispatchResult;
use gridchain_primitives::{Balance, BillKind, Bytes, ContractId, EndReason, Seconds, Time};
use sp_runtime::{ArithmeticError, DispatchError};

/// How the last bill of a contract went.
#[derive(Clone, Copy, Debug, Default)]
struct LastBill {
	/// What is left of the reserve.
	left: Balance,
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
		now: Time,
		params: &BillingParams,
	) -> DispatchResult {
		let payer = Self::payer(window.terms.payer)?;
		let last = Self::last_bill(contract, window, &payer, now, params)?;
		Self::release(&payer, last.left)?;
		Self::forget(contract, window);
		let LastBill { left: released, unpaid, written_off } = last;
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

	/// Bills all that is not yet billed. A node that doesn't exist any more has delivered nothing.
	fn last_bill(
		contract: ContractId,
		window: &Window,
		payer: &T::AccountId,
		now: Time,
		params: &BillingParams,
	) -> Result<LastBill, DispatchError> {
		let reserve = reserve_of(&window.state);
		let nothing = LastBill { left: reserve, ..Default::default() };
		let Some(reading) = Self::meter(&window.terms, contract) else {
			return Ok(nothing);
		};
		// The least that a contract is billed for; what lacks to it is billed at the full rate.
		let minimum = if reading.live { params.minimum_billed } else { Seconds::ZERO };
		let parties = Parties::new(contract, &window.terms, payer.clone(), &reading, params);
		match window.state {
			State::Pending { .. } => Ok(nothing),
			State::Open(open) => {
				let last = Self::unbilled(BillKind::End, window, &open, &reading, now)?;
				let missing = minimum.minus(open.progress.billed.plus(last.seconds));
				let seconds = last.seconds.plus(missing);
				let hourly = open.progress.rate_of(seconds, window.factors.hourly);
				let hourly = hourly.ok_or(ArithmeticError::Overflow)?;
				let last = Stretch { seconds, hourly, ..last };
				Self::bill_what_can_be_paid(&parties, &window.factors, last, reserve)
			},
			State::Suspended(suspended) => {
				let owed = Self::arrears(window, &suspended, &reading, now)?;
				let missing = minimum.minus(suspended.progress.billed.plus(owed.seconds));
				let seconds = owed.seconds.plus(missing);
				let hourly = owed.hourly.mean(owed.seconds, window.factors.hourly, missing);
				let hourly = hourly.ok_or(ArithmeticError::Overflow)?;
				let owed = Stretch { seconds, hourly, ..owed };
				Self::bill_what_can_be_paid(&parties, &window.factors, owed, reserve)
			},
		}
	}

	/// Bills `last` out of `reserve` and then out of the free balance, as far as both reach.
	fn bill_what_can_be_paid(
		parties: &Parties<T::AccountId>,
		factors: &Factors,
		last: Stretch,
		reserve: Balance,
	) -> Result<LastBill, DispatchError> {
		let budget = reserve.saturating_add(Self::spendable(&parties.payer));
		let (paid, unpaid) = last.within(factors, budget)?;
		// An end is told even when it costs nothing; arrears of nothing are not.
		let left = match last.kind == BillKind::End || !paid.is_empty() {
			true => Self::bill(parties, factors, &paid, reserve)?,
			false => reserve,
		};
		let lost = factors.cost(last.hourly.rate, unpaid, Bytes::ZERO);
		let lost = lost.and_then(|cost| cost.in_tft(factors.price));
		let written_off = lost.ok_or(ArithmeticError::Overflow)?;
		Ok(LastBill { left, unpaid, written_off })
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
