//! What a contract will cost, and how one stands.

use crate::{
	bill::Stretch,
	pallet::*,
	types::{Backlog, Open, State, Suspended, Window},
};
use gridchain_primitives::{
	now, traits::Meters, BillKind, Bytes, ContractId, ContractState, ContractStatus, Quote,
	Reading, Seconds, Terms,
};
use sp_runtime::DispatchError;

/// One network unit.
const GIGABYTE: Bytes = Bytes(1_000_000_000);

impl<T: Config> Pallet<T> {
	/// The body of [`gridchain_primitives::traits::Windows::quote`].
	pub(crate) fn do_quote(terms: &Terms) -> Result<Quote, DispatchError> {
		Self::ensure_within_limits(terms)?;
		let (params, factors) = (Params::<T>::get(), Self::factors(terms)?);
		Ok(Quote {
			units: terms.units,
			policy: factors.policy,
			price: factors.price,
			usd_per_hour: factors.rate.usd_per_hour(),
			tft_per_hour: Self::reserve(&factors, &Backlog::default(), Seconds::HOUR, Bytes::ZERO)?,
			tft_per_gigabyte: Self::reserve(
				&factors,
				&Backlog::default(),
				Seconds::ZERO,
				GIGABYTE,
			)?,
			window: params.window,
			reserve: Self::full_reserve(&factors, terms, &params)?,
		})
	}

	/// How `contract` stands at this moment, or `None` if it has no window.
	pub fn contract_status(contract: ContractId) -> Option<ContractStatus> {
		let window = Windows::<T>::get(contract)?;
		let factors = &window.factors;
		let reading = T::Meters::read(window.terms.node, contract);
		let unbilled = match reading {
			Some(reading) => Self::stretch_so_far(&window, &reading).ok()?,
			None => None,
		};
		let status = ContractStatus {
			terms: window.terms,
			state: Self::state_of(&window, reading.as_ref(), unbilled.as_ref())?,
			due: window.due,
			policy: factors.policy,
			price: factors.price,
			usd_per_hour: factors.rate.usd_per_hour(),
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
	) -> Result<Option<Stretch>, DispatchError> {
		let now = now::<T::Clock>();
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
	) -> Option<ContractState> {
		Some(match window.state {
			State::Pending { reserve } => ContractState::Pending { reserve },
			State::Open(Open { opened, reserve, .. }) => ContractState::Open { opened, reserve },
			State::Suspended(suspended) => {
				let params = Params::<T>::get();
				let backlog = match (reading, owed) {
					(Some(reading), Some(owed)) => {
						let caught_up = Self::caught_up(window, &suspended, owed, reading, &params);
						caught_up.ok()?.backlog
					},
					_ => Backlog::default(),
				};
				let factors = Self::next_factors(&window.terms, window.factors.price).ok()?;
				let needed = Self::next_reserve(&factors, &window.terms, &backlog, &params).ok()?;
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
