//! What the chain does with a contract that is due: bills it and opens its next window, or doesn't.

use crate::{
	bill::{Parties, Stretch},
	pallet::*,
	params::BillingParams,
	types::{Open, State, Window},
	weights::WeightInfo,
};
use frame_support::weights::Weight;
use gridchain_primitives::{
	traits::{Meters, OnContract, Records},
	Balance, BillKind, Bytes, ContractId, EndReason, Reading, Slot, Time,
};
use sp_runtime::{ArithmeticError, DispatchError};

/// What became of a contract that was due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
	/// It was not in the queue any more.
	Absent,
	/// It was billed and its next window opened, at the same rate.
	Renewed,
	/// It was billed and its next window opened, at another rate.
	Repriced,
	/// It was billed and the money for the next window was short.
	Suspended,
	/// It was suspended and still is.
	Waiting,
	/// It was suspended and runs again.
	Resumed,
	/// It ended.
	Ended,
}

impl<T: Config> Pallet<T> {
	/// What `outcome` weighs, with its records.
	pub(crate) fn weight_of(outcome: Outcome) -> Weight {
		let (weight, records) = match outcome {
			Outcome::Absent => (T::WeightInfo::bill_waiting(), 0),
			Outcome::Renewed => (T::WeightInfo::bill_window(), 1),
			Outcome::Repriced => (T::WeightInfo::bill_window_repriced(), 1),
			Outcome::Suspended => (T::WeightInfo::bill_suspend(), 1),
			Outcome::Waiting => (T::WeightInfo::bill_waiting(), 0),
			Outcome::Resumed => (T::WeightInfo::bill_resume(), 1),
			Outcome::Ended => {
				(T::WeightInfo::bill_end().max(T::WeightInfo::bill_end_suspended()), 1)
			},
		};
		weight.saturating_add(T::Records::weight().saturating_mul(records))
	}

	/// The most that one item of the queue can weigh, the way back after a failure included.
	pub(crate) fn heaviest_item() -> Weight {
		[
			Outcome::Renewed,
			Outcome::Repriced,
			Outcome::Suspended,
			Outcome::Waiting,
			Outcome::Resumed,
			Outcome::Ended,
		]
		.into_iter()
		.map(Self::weight_of)
		.fold(Weight::zero(), |heaviest, weight| heaviest.max(weight))
		.saturating_add(T::WeightInfo::postpone())
	}

	/// Does with `contract`, which is due, what its state asks for.
	pub(crate) fn settle(
		slot: Slot,
		contract: ContractId,
		now: Time,
		params: &BillingParams,
	) -> Result<Outcome, DispatchError> {
		// What was acted on before it in this slot may have ended or moved it.
		let Some(window) = Windows::<T>::get(contract).filter(|window| window.slot == slot) else {
			Queue::<T>::remove(slot, contract);
			return Ok(Outcome::Absent);
		};
		let end = |reason| Self::end_and_tell(contract, &window, reason, now, params);
		let reading = T::Meters::read(window.terms.node, contract);
		let reading = reading.filter(|reading| !is_gone(reading, now, params));
		match (window.state, reading) {
			(State::Pending { .. }, _) => end(EndReason::NotDelivered),
			(_, None) => end(EndReason::NodeGone),
			(State::Open(open), Some(reading)) => {
				Self::renew(contract, window, open, &reading, now, params)
			},
			(State::Suspended(suspended), Some(reading)) => {
				Self::retry(contract, window, suspended, &reading, now, params)
			},
		}
	}

	/// Charges, releases, opens: bills the window that closes and opens the one that follows it, or suspends
	/// the contract if the money is short.
	fn renew(
		contract: ContractId,
		mut window: Window,
		mut open: Open,
		reading: &Reading,
		now: Time,
		params: &BillingParams,
	) -> Result<Outcome, DispatchError> {
		let payer = Self::payer(window.terms.payer)?;
		let parties = Parties::new(contract, &window.terms, payer, reading);
		let left = Self::close_window(&parties, &window, &mut open, reading, now)?;
		let factors = Self::next_factors(&window.terms, window.factors.price)?;
		let backlog = &open.progress.backlog;
		let reserve = Self::next_reserve(&factors, &window.terms, backlog, params)?;
		if !Self::adjust_hold(&parties.payer, left, reserve)? {
			Self::release(&parties.payer, left)?;
			return Self::suspend(parties, window, open.progress, reserve, reading, params);
		}
		let old = window.factors.rate;
		let all = Self::change_rate(parties.twin, old, factors.rate);
		window.factors = factors;
		open = Open { opened: now, reserve, traffic: Bytes::ZERO, ..open };
		window.state = State::Open(open);
		let due = window.due.plus(params.window);
		Self::requeue(contract, &mut window, due);
		Self::store_opened(contract, parties.payer, &window, reserve, all, params);
		Ok(if old == factors.rate { Outcome::Renewed } else { Outcome::Repriced })
	}

	/// Bills what an open window has delivered, at most its reserve. Returns what is left of the reserve;
	/// seconds that it couldn't pay stay owed, at the rate of this window.
	fn close_window(
		parties: &Parties<T::AccountId>,
		window: &Window,
		open: &mut Open,
		reading: &Reading,
		now: Time,
	) -> Result<Balance, DispatchError> {
		let delivered = Self::unbilled(BillKind::Window, window, open, reading, now)?;
		let (stretch, owed) = delivered.within(&window.factors, open.reserve)?;
		let left = Self::bill(parties, &window.factors, &stretch, open.reserve)?;
		open.progress.advance(stretch.seconds, owed, stretch.rate, reading, now);
		Ok(left)
	}

	/// All that an open window has delivered and not yet been billed for.
	pub(crate) fn unbilled(
		kind: BillKind,
		window: &Window,
		open: &Open,
		reading: &Reading,
		now: Time,
	) -> Result<Stretch, DispatchError> {
		let progress = &open.progress;
		let seconds = progress.delivered(reading, now);
		let rate = progress.rate_of(seconds, window.factors.rate);
		Ok(Stretch {
			kind,
			from: progress.until,
			to: now,
			seconds,
			traffic: open.traffic_due(&window.terms, reading),
			rate: rate.ok_or(ArithmeticError::Overflow)?,
		})
	}

	/// Ends a contract and tells Deployments.
	pub(crate) fn end_and_tell(
		contract: ContractId,
		window: &Window,
		reason: EndReason,
		now: Time,
		params: &BillingParams,
	) -> Result<Outcome, DispatchError> {
		Self::end(contract, window, reason, now, params)?;
		T::OnContract::ended(contract, reason);
		Ok(Outcome::Ended)
	}
}

/// Whether a node has been silent for so long, while the chain lived, that it won't come back.
fn is_gone(reading: &Reading, now: Time, params: &BillingParams) -> bool {
	!reading.live && now.since(reading.last_report) >= params.node_gone
}
