//! Opening a contract's first window, starting it, and changing what it is charged by.

use crate::{
	bill::{Parties, Stretch},
	factors::{Factors, Hourly},
	moment::Moment,
	pallet::*,
	params::BillingParams,
	till::Till,
	types::{Backlog, Open, Progress, State, Window},
};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use gridchain_primitives::{
	traits, Balance, BillKind, Bytes, CloudUnits, ContractId, EndReason, ProviderId, Quote, Rate,
	Reading, Seconds, Terms,
};
use sp_runtime::{ArithmeticError, DispatchError};

/// The most cloud units of a kind that one contract can be charged for. Within it no price that a policy
/// can set makes an amount too great, so that a window which opened can always be renewed.
const MOST_UNITS: u64 = 10_000 * gridchain_math::UNIT;

impl<T: Config> traits::Windows for Pallet<T> {
	fn open(contract: ContractId, terms: Terms) -> DispatchResult {
		ensure!(!Windows::<T>::contains_key(contract), Error::<T>::AlreadyExists);
		Self::ensure_within_limits(&terms)?;
		let moment = Moment::<T>::read();
		let reading = Self::meter(&terms, contract, &moment).ok_or(Error::<T>::NodeNotFound)?;
		let factors = Self::first_factors(&terms, Some(&reading), &moment)?;
		let reserve = Self::full_reserve(&factors, &terms, &moment.params)?;
		let payer = Self::payer(terms.payer)?;
		Self::hold_or_fail(&payer, 0, reserve)?;
		let due = moment.now.plus(moment.params.delivery);
		let slot = Self::enqueue(contract, due, &moment);
		let state = State::Pending { reserve, halted: moment.halted };
		let window = Window { terms, factors, due, slot, state };
		let all = Self::add_window(terms.payer, Payers::<T>::get(terms.payer), &factors);
		Self::store_opened(contract, payer, &window, reserve, all, &moment.params);
		Ok(())
	}

	fn start(contract: ContractId) -> DispatchResult {
		let moment = Moment::<T>::read();
		let (mut window, reading) = Self::read(contract, &moment)?;
		let State::Pending { reserve, .. } = window.state else {
			return Err(Error::<T>::AlreadyStarted.into());
		};
		let (now, params) = (moment.now, &moment.params);
		let progress = Progress::start(&reading, now, params.slack);
		window.state = State::Open(Open { opened: now, reserve, traffic: Bytes::ZERO, progress });
		Self::requeue(contract, &mut window, now.plus(params.window), &moment);
		Windows::<T>::insert(contract, window);
		Self::deposit_event(Event::Started { contract, at: now, due: window.due });
		Ok(())
	}

	fn amend(contract: ContractId, terms: Terms) -> DispatchResult {
		Self::with_till(|till| Self::do_amend(contract, terms, till))
	}

	fn close(contract: ContractId, reason: EndReason) -> DispatchResult {
		let window = Windows::<T>::get(contract).ok_or(Error::<T>::NotFound)?;
		let moment = Moment::<T>::read();
		Self::with_till(|till| Self::end(contract, &window, reason, &moment, till))
	}

	fn attach(contract: ContractId, provider: ProviderId) -> DispatchResult {
		let mut window = Windows::<T>::get(contract).ok_or(Error::<T>::NotFound)?;
		ensure!(window.terms.provider.is_none(), Error::<T>::HasProvider);
		window.terms.provider = Some(provider);
		Windows::<T>::insert(contract, window);
		Ok(())
	}

	fn quote(terms: &Terms) -> Result<Quote, DispatchError> {
		Self::do_quote(terms)
	}

	fn traffic_limit() -> Bytes {
		Params::<T>::get().traffic_limit
	}
}

impl<T: Config> Pallet<T> {
	/// The body of [`traits::Windows::amend`].
	fn do_amend(contract: ContractId, terms: Terms, till: &mut Till<T>) -> DispatchResult {
		Self::ensure_within_limits(&terms)?;
		let moment = Moment::<T>::read();
		let (mut window, reading) = Self::read(contract, &moment)?;
		let parties = |terms: &Terms| (terms.payer, terms.goods.node(), terms.provider);
		ensure!(parties(&terms) == parties(&window.terms), Error::<T>::PartiesAreFixed);
		let payer = Self::payer(terms.payer)?;
		let factors = Self::factors_within(&terms, &window.factors)?;
		let mut unreported = Seconds::ZERO;
		let (state, reserve) = match window.state {
			State::Pending { reserve: have, halted } => {
				let reserve = Self::full_reserve(&factors, &terms, &moment.params)?;
				Self::hold_or_fail(&payer, have, reserve)?;
				(State::Pending { reserve, halted }, reserve)
			},
			State::Open(mut open) => {
				let stretch =
					Self::unbilled(BillKind::Update, &window, &open, &reading, moment.now)?;
				Self::advance_to_change(&mut open, &stretch, &window, &reading, &moment)?;
				let span = window.due.since(moment.now).plus(moment.params.slack);
				let backlog = &open.progress.backlog;
				unreported = backlog.seconds;
				let reserve = Self::reserve(&factors, backlog, span, open.traffic_left(&terms))?;
				let charge = stretch.charge(&window.factors)?;
				let money = Self::collect_or_fail(&payer, charge, open.reserve, reserve)?;
				if !stretch.is_empty() {
					let payer = payer.clone();
					let parties = Parties::new(contract, &window.terms, payer, &reading, &moment);
					Self::bill(&parties, &window.factors, &stretch, money, till)?;
				}
				(State::Open(Open { reserve, ..open }), reserve)
			},
			State::Suspended(_) => return Err(Error::<T>::ContractSuspended.into()),
		};
		let all = Payers::<T>::get(terms.payer);
		Self::change_window(terms.payer, all, &window.factors, &factors);
		window = Window { terms, factors, state, ..window };
		Windows::<T>::insert(contract, window);
		let usd_per_hour = factors.hourly.rate.usd_per_hour();
		Self::deposit_event(Event::Amended { contract, payer, reserve, usd_per_hour, unreported });
		Ok(())
	}

	/// An open window has been billed for `stretch`, all that it has delivered at its old terms, which don't hold any
	/// more. What its reserve can't pay is charged in addition: who changes a contract pays first, and owes nothing
	/// at a rate that is gone.
	fn advance_to_change(
		open: &mut Open,
		stretch: &Stretch,
		window: &Window,
		reading: &Reading,
		moment: &Moment<T>,
	) -> DispatchResult {
		let Stretch { seconds, traffic, hourly, .. } = *stretch;
		if !stretch.is_empty() {
			open.traffic = open.traffic.plus(traffic);
			open.progress.advance(seconds, Seconds::ZERO, hourly, reading, moment.now);
		}
		// Bytes beyond the old limit are never billed, though the new one may be higher.
		open.progress.traffic = reading.traffic;
		Self::leave_rate(&mut open.progress, window.factors.hourly, reading, moment)
	}

	/// What ran at `hourly` and the node hasn't reported yet is billed at it when it has.
	pub(crate) fn leave_rate(
		progress: &mut Progress,
		hourly: Hourly,
		reading: &Reading,
		moment: &Moment<T>,
	) -> DispatchResult {
		let left = progress.leave_rate(hourly, reading, moment.now, moment.params.slack);
		left.ok_or(ArithmeticError::Overflow.into())
	}

	/// Refuses more traffic or capacity than any contract may have.
	pub(crate) fn ensure_within_limits(terms: &Terms) -> DispatchResult {
		let limit = Params::<T>::get().traffic_limit;
		ensure!(terms.goods.traffic_limit() <= limit, Error::<T>::TrafficLimitTooHigh);
		let CloudUnits { cu, su } = terms.goods.units();
		ensure!(cu.max(su) <= MOST_UNITS, Error::<T>::TermsTooLarge);
		Ok(())
	}

	/// What must be held for a whole window.
	pub(crate) fn full_reserve(
		factors: &Factors,
		terms: &Terms,
		params: &BillingParams,
	) -> Result<Balance, DispatchError> {
		Self::next_reserve(factors, terms, &Backlog::default(), params)
	}

	/// What must be held for a whole window of a contract with a backlog.
	pub(crate) fn next_reserve(
		factors: &Factors,
		terms: &Terms,
		backlog: &Backlog,
		params: &BillingParams,
	) -> Result<Balance, DispatchError> {
		let span = params.window.plus(params.slack);
		Self::reserve(factors, backlog, span, terms.goods.traffic_limit())
	}

	/// What must be held for `backlog`, for `span` at the full rate and for `traffic`.
	pub(crate) fn reserve(
		factors: &Factors,
		backlog: &Backlog,
		span: Seconds,
		traffic: Bytes,
	) -> Result<Balance, DispatchError> {
		factors.reserve(backlog, span, traffic).ok_or(Error::<T>::TermsTooLarge.into())
	}

	/// Stores a window that has just opened, tells it, and warns the payer, whose windows cost `all`
	/// together, if its money is short.
	pub(crate) fn store_opened(
		contract: ContractId,
		payer: T::AccountId,
		window: &Window,
		reserve: Balance,
		all: Rate,
		params: &BillingParams,
	) {
		Windows::<T>::insert(contract, window);
		let Factors { policy, price, discount, hourly, .. } = window.factors;
		Self::deposit_event(Event::WindowOpened {
			contract,
			payer: payer.clone(),
			node: window.terms.goods.node(),
			reserve,
			policy,
			price,
			discount,
			usd_per_hour: hourly.rate.usd_per_hour(),
			due: window.due,
		});
		Self::warn_if_low(window.terms.payer, payer, all, price, params.warning);
	}
}
