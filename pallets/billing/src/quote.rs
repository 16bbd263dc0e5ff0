//! What a contract will cost, and how one stands.

use crate::{
	bill::Stretch,
	moment::Moment,
	pallet::*,
	suspension::extend_grace,
	types::{Backlog, Open, State, Suspended, Window},
};
use gridchain_primitives::{
	BillKind, Bytes, ContractId, ContractState, ContractStatus, Quote, Reading, Seconds, Terms,
	Time,
};
use sp_runtime::DispatchError;

/// One network unit.
const GIGABYTE: Bytes = Bytes(1_000_000_000);

impl<T: Config> Pallet<T> {
	/// The body of [`gridchain_primitives::traits::Windows::quote`].
	pub(crate) fn do_quote(terms: &Terms) -> Result<Quote, DispatchError> {
		Self::ensure_within_limits(terms)?;
		let moment = Moment::<T>::read();
		let params = &moment.params;
		// No contract has this id, so that nothing is read but what holds for the node as a whole.
		let reading = Self::meter(terms, ContractId(0), &moment);
		let factors = Self::first_factors(terms, reading.as_ref(), &moment)?;
		Ok(Quote {
			units: terms.goods.units(),
			policy: factors.policy,
			price: factors.price,
			discount: factors.discount,
			network_discount: factors.network_discount,
			usd_per_hour: factors.hourly.rate.usd_per_hour(),
			tft_per_hour: Self::reserve(&factors, &Backlog::default(), Seconds::HOUR, Bytes::ZERO)?,
			tft_per_gigabyte: Self::reserve(
				&factors,
				&Backlog::default(),
				Seconds::ZERO,
				GIGABYTE,
			)?,
			window: params.window,
			reserve: Self::full_reserve(&factors, terms, params)?,
		})
	}

	/// How `contract` stands at this moment, or `None` if it has no window.
	pub fn contract_status(contract: ContractId) -> Option<ContractStatus> {
		let (window, moment) = (Windows::<T>::get(contract)?, Moment::<T>::read());
		let factors = &window.factors;
		let reading = Self::meter(&window.terms, contract, &moment);
		let unbilled = match reading {
			Some(reading) => Self::stretch_so_far(&window, &reading, moment.now).ok()?,
			None => None,
		};
		let status = ContractStatus {
			terms: window.terms,
			state: Self::state_of(&window, reading.as_ref(), unbilled.as_ref(), &moment)?,
			due: window.due,
			policy: factors.policy,
			price: factors.price,
			discount: factors.discount,
			usd_per_hour: factors.hourly.rate.usd_per_hour(),
			tft_per_hour: factors.reserve(&Backlog::default(), Seconds::HOUR, Bytes::ZERO)?,
			billed: billed_of(&window.state),
			unbilled: unbilled.map_or(Seconds::ZERO, |stretch| stretch.seconds),
			traffic: unbilled.map_or(Bytes::ZERO, |stretch| stretch.traffic),
			accrued: unbilled.map_or(Ok(0), |stretch| stretch.charge(factors)).ok()?,
		};
		Some(status)
	}

	/// What would be billed if the contract ended at this moment, before the least that one is billed for.
	fn stretch_so_far(
		window: &Window,
		reading: &Reading,
		now: Time,
	) -> Result<Option<Stretch>, DispatchError> {
		Ok(match window.state {
			State::Pending { .. } => None,
			State::Open(open) => Some(Self::unbilled(BillKind::End, window, &open, reading, now)?),
			State::Suspended(suspended) => Some(Self::arrears(window, &suspended, reading, now)?),
		})
	}

	fn state_of(
		window: &Window,
		reading: Option<&Reading>,
		owed: Option<&Stretch>,
		moment: &Moment<T>,
	) -> Option<ContractState> {
		Some(match window.state {
			State::Pending { reserve, .. } => ContractState::Pending { reserve },
			State::Open(Open { opened, reserve, .. }) => ContractState::Open { opened, reserve },
			State::Suspended(mut suspended) => {
				extend_grace(&mut suspended, moment);
				let backlog = match (reading, owed) {
					(Some(reading), Some(owed)) => {
						let caught_up = Self::caught_up(window, &suspended, owed, reading, moment);
						caught_up.ok()?.backlog
					},
					_ => Backlog::default(),
				};
				let (terms, last) = (Self::lowered(window.terms), window.factors.price);
				let others = Payers::<T>::get(terms.payer);
				let factors = Self::next_factors(&terms, reading, last, &others, moment).ok()?;
				let needed = Self::next_reserve(&factors, &terms, &backlog, &moment.params).ok()?;
				let Suspended { since, grace_until, .. } = suspended;
				ContractState::Suspended { since, grace_until, needed }
			},
		})
	}
}

/// Seconds that were billed in all.
fn billed_of(state: &State) -> Seconds {
	match state {
		State::Pending { .. } => Seconds::ZERO,
		State::Open(Open { progress, .. }) | State::Suspended(Suspended { progress, .. }) => {
			progress.billed
		},
	}
}
