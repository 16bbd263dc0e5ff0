//! The end of a contract: the last bill, what is forgiven, what is given back.

use crate::{
	bill::{Parties, Stretch},
	pallet::*,
	params::BillingParams,
	types::{Factors, State, Window},
};
use frame_support::pallet_prelude::DispatchResult;
use gridchain_primitives::{
	traits::Meters, Balance, BillKind, ContractId, EndReason, Seconds, Time,
};
use sp_runtime::{ArithmeticError, DispatchError};

/// How the last bills of a contract went.
#[derive(Clone, Copy, Debug, Default)]
struct LastBills {
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
		let last = Self::last_bills(contract, window, &payer, now, params)?;
		Self::release(&payer, last.left)?;
		Self::forget(contract, window);
		let LastBills { left: released, unpaid, written_off } = last;
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
			Self::remove_rate(window.terms.payer, window.factors.rate);
		}
	}

	/// Bills all that is not yet billed. A node that doesn't exist any more has delivered nothing.
	fn last_bills(
		contract: ContractId,
		window: &Window,
		payer: &T::AccountId,
		now: Time,
		params: &BillingParams,
	) -> Result<LastBills, DispatchError> {
		let reserve = reserve_of(&window.state);
		let nothing = LastBills { left: reserve, ..Default::default() };
		let Some(reading) = T::Meters::read(window.terms.node, contract) else {
			return Ok(nothing);
		};
		let minimum = if reading.live { params.minimum_billed } else { Seconds::ZERO };
		let parties = Parties::new(contract, &window.terms, payer.clone(), &reading);
		match window.state {
			State::Pending { .. } => Ok(nothing),
			State::Open(open) => {
				let mut last = Self::unbilled(BillKind::End, window, &open, &reading, now);
				// Seconds that lack to the least that a contract is billed for.
				let missing = minimum.minus(open.progress.billed.plus(last.seconds));
				last.seconds = last.seconds.plus(missing);
				Self::bill_what_can_be_paid(&parties, &window.factors, &[last], reserve)
			},
			State::Suspended(suspended) => {
				let mut owed = Self::arrears(window, &suspended, &reading, now);
				let billed =
					owed.iter().fold(suspended.progress.billed, |sum, part| sum.plus(part.seconds));
				let [at_full_rate, _] = &mut owed;
				at_full_rate.seconds = at_full_rate.seconds.plus(minimum.minus(billed));
				Self::bill_what_can_be_paid(&parties, &window.factors, &owed, reserve)
			},
		}
	}

	/// Bills `stretches` in order, out of `reserve` and then out of the free balance, as far as both reach.
	fn bill_what_can_be_paid(
		parties: &Parties<T::AccountId>,
		factors: &Factors,
		stretches: &[Stretch],
		reserve: Balance,
	) -> Result<LastBills, DispatchError> {
		let mut last = LastBills { left: reserve, ..Default::default() };
		for stretch in stretches {
			let budget = last.left.saturating_add(Self::spendable(&parties.payer));
			let (paid, unpaid) = stretch.within(factors, budget)?;
			// An end is told even when it costs nothing; arrears of nothing are not.
			if stretch.kind == BillKind::End || !paid.is_empty() {
				last.left = Self::bill(parties, factors, &paid, last.left)?;
			}
			let lost = factors.cost(stretch.rate, unpaid, Default::default());
			let lost = lost.and_then(|cost| cost.in_tft(factors.price));
			last.written_off =
				last.written_off.saturating_add(lost.ok_or(ArithmeticError::Overflow)?);
			last.unpaid = last.unpaid.plus(unpaid);
		}
		Ok(last)
	}
}

/// What is held for a window.
pub(crate) fn reserve_of(state: &State) -> Balance {
	match state {
		State::Pending { reserve } => *reserve,
		State::Open(open) => open.reserve,
		State::Suspended(_) => 0,
	}
}
