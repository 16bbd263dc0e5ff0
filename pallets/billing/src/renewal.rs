//! What the chain does with a contract that is due: bills it and opens its next window, or doesn't.

use crate::{
	bill::{Parties, Stretch},
	factors::Factors,
	moment::Moment,
	pallet::*,
	till::Till,
	types::{Open, State, Window},
	weights::WeightInfo,
};
use frame_support::weights::Weight;
use gridchain_primitives::{
	traits::{OnContract, Records},
	Balance, BillKind, Bytes, ContractId, EndReason, Goods, Reading, Rental, Seconds, Slot, Time,
};
use sp_runtime::{ArithmeticError, DispatchError};

/// What became of a contract that was due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
	/// It was not in the queue any more.
	Absent,
	/// It was billed and its next window opened, at the same rate and with nothing to look up beside it.
	Renewed,
	/// It was billed and its next window opened: at another rate, as a rent, or with a provider.
	Recalculated,
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
			Outcome::Recalculated => (T::WeightInfo::bill_window_recalculated(), 1),
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
			Outcome::Recalculated,
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
		moment: &Moment<T>,
		till: &mut Till<T>,
	) -> Result<Outcome, DispatchError> {
		// What was acted on before it in this slot may have ended or moved it.
		let Some(window) = Windows::<T>::get(contract).filter(|window| window.slot == slot) else {
			Queue::<T>::remove(slot, contract);
			return Ok(Outcome::Absent);
		};
		let reading = Self::meter(&window.terms, contract, moment);
		if let Some(reason) = fate(&window, reading.as_ref(), moment) {
			return Self::end_and_tell(contract, &window, reason, moment, till);
		}
		match (window.state, reading) {
			(State::Pending { reserve, halted }, _) => {
				Self::wait_for_delivery(contract, window, reserve, halted, moment, till)
			},
			(State::Open(open), Some(reading)) => {
				Self::renew(contract, window, open, &reading, moment, till)
			},
			(State::Suspended(suspended), Some(reading)) => {
				Self::retry(contract, window, suspended, &reading, moment, till)
			},
			(_, None) => Self::end_and_tell(contract, &window, EndReason::NodeGone, moment, till),
		}
	}

	/// A workload was not confirmed in time: it ends, unless the chain stood still meanwhile, so that its node
	/// couldn't confirm it.
	fn wait_for_delivery(
		contract: ContractId,
		mut window: Window,
		reserve: Balance,
		halted: Seconds,
		moment: &Moment<T>,
		till: &mut Till<T>,
	) -> Result<Outcome, DispatchError> {
		let deadline = window.due.plus(moment.halted.minus(halted));
		if deadline <= moment.now {
			let reason = EndReason::NotDelivered;
			return Self::end_and_tell(contract, &window, reason, moment, till);
		}
		window.state = State::Pending { reserve, halted: moment.halted };
		Self::requeue(contract, &mut window, deadline, moment);
		Windows::<T>::insert(contract, window);
		Ok(Outcome::Waiting)
	}

	/// Charges, releases, opens: bills the window that closes, at most its reserve, and opens the one that follows it,
	/// or suspends the contract if the money is short. Seconds that the reserve can't pay stay owed, at the rate of
	/// the window that closes.
	fn renew(
		contract: ContractId,
		mut window: Window,
		mut open: Open,
		reading: &Reading,
		moment: &Moment<T>,
		till: &mut Till<T>,
	) -> Result<Outcome, DispatchError> {
		let (now, params) = (moment.now, &moment.params);
		let payer = Self::payer(window.terms.payer)?;
		let parties = Parties::new(contract, &window.terms, payer, reading, moment);
		let delivered = Self::unbilled(BillKind::Window, &window, &open, reading, now)?;
		let (stretch, owed) = delivered.within(&window.factors, open.reserve)?;
		let charge = stretch.charge(&window.factors)?;
		open.progress.advance(stretch.seconds, owed, stretch.hourly, reading, now);
		let terms = Self::lowered(window.terms);
		let all = Payers::<T>::get(parties.twin);
		let others = Self::without(all, &window.factors);
		let last = window.factors.price;
		let factors = Self::next_factors(&terms, Some(reading), last, &others, moment)?;
		let backlog = &open.progress.backlog;
		let reserve = Self::next_reserve(&factors, &terms, backlog, params)?;
		let Some(money) = Self::collect(&parties.payer, charge, open.reserve, reserve)? else {
			let money = Self::collect_or_fail(&parties.payer, charge, open.reserve, 0)?;
			Self::bill(&parties, &window.factors, &stretch, money, till)?;
			return Self::suspend(parties, window, open.progress, reserve, reading, moment);
		};
		Self::bill(&parties, &window.factors, &stretch, money, till)?;
		let outcome = outcome_of(&window, &factors);
		let rate = Self::change_window(parties.twin, all, &window.factors, &factors);
		window = Window { terms, factors, ..window };
		open = Open { opened: now, reserve, traffic: Bytes::ZERO, ..open };
		window.state = State::Open(open);
		let due = next_due(window.due, params.window, now);
		Self::requeue(contract, &mut window, due, moment);
		Self::store_opened(contract, parties.payer, &window, reserve, rate, params);
		Ok(outcome)
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
		let hourly = progress.rate_of(seconds, window.factors.hourly);
		Ok(Stretch {
			kind,
			from: progress.until,
			to: now,
			seconds,
			traffic: open.traffic_due(&window.terms, reading),
			hourly: hourly.ok_or(ArithmeticError::Overflow)?,
		})
	}

	/// Ends a contract and tells Deployments.
	pub(crate) fn end_and_tell(
		contract: ContractId,
		window: &Window,
		reason: EndReason,
		moment: &Moment<T>,
		till: &mut Till<T>,
	) -> Result<Outcome, DispatchError> {
		Self::end(contract, window, reason, moment, till)?;
		T::OnContract::ended(contract, reason);
		Ok(Outcome::Ended)
	}
}

/// Why a contract that is due has to end whatever money there is, if it has to.
fn fate(
	window: &Window,
	reading: Option<&Reading>,
	moment: &Moment<impl Config>,
) -> Option<EndReason> {
	let is_part = matches!(window.terms.goods, Goods::Part { .. });
	match reading {
		Some(reading) if reading.retired => Some(EndReason::NodeRetired),
		Some(reading) if is_part && matches!(reading.rental, Rental::Ended { .. }) => {
			Some(EndReason::RentEnded)
		},
		_ if matches!(window.state, State::Pending { .. }) => None,
		Some(reading) => is_gone(reading, moment).then_some(EndReason::NodeGone),
		None => Some(EndReason::NodeGone),
	}
}

/// What it took to open a window with `factors` after `window`.
fn outcome_of(window: &Window, factors: &Factors) -> Outcome {
	let sums = |factors: &Factors| (factors.list, factors.hourly.rate);
	let plain = window.terms.provider.is_none() && matches!(window.terms.goods, Goods::Part { .. });
	match plain && sums(&window.factors) == sums(factors) {
		true => Outcome::Renewed,
		false => Outcome::Recalculated,
	}
}

/// When a window of `length` that follows one due at `due` is due: whole lengths after it, so that lateness never
/// drifts, and after `now`. Windows that passed while the chain stood still are billed as one.
pub(crate) fn next_due(due: Time, length: Seconds, now: Time) -> Time {
	let missed = now.since(due).0.checked_div(length.0).unwrap_or(0);
	due.plus(Seconds(length.0.saturating_mul(missed.saturating_add(1))))
}

/// Whether a node has been silent for so long, while the chain lived, that it won't come back.
fn is_gone(reading: &Reading, moment: &Moment<impl Config>) -> bool {
	!reading.live && moment.now.since(reading.last_report) >= moment.params.node_gone
}
