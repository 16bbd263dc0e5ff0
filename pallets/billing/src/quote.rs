//! What a contract will cost, and how one stands.

use crate::{
	bill::Stretch,
	pallet::*,
	types::{Open, State, Suspended, Window},
};
use alloc::{vec, vec::Vec};
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
			tft_per_hour: Self::reserve(&factors, Seconds::HOUR, Bytes::ZERO)?,
			tft_per_gigabyte: Self::reserve(&factors, Seconds::ZERO, GIGABYTE)?,
			window: params.window,
			reserve: Self::full_reserve(&factors, terms, &params)?,
		})
	}

	/// How `contract` stands at this moment, or `None` if it has no window.
	pub fn contract_status(contract: ContractId) -> Option<ContractStatus> {
		let window = Windows::<T>::get(contract)?;
		let factors = &window.factors;
		let unbilled = T::Meters::read(window.terms.node, contract)
			.map_or_else(Vec::new, |reading| Self::stretches(&window, &reading));
		Some(ContractStatus {
			terms: window.terms,
			state: Self::state_of(&window)?,
			due: window.due,
			policy: factors.policy,
			price: factors.price,
			usd_per_hour: factors.rate.usd_per_hour(),
			tft_per_hour: factors.reserve(Seconds::HOUR, Bytes::ZERO)?,
			billed: billed_of(&window.state),
			unbilled: unbilled.iter().fold(Seconds::ZERO, |sum, part| sum.plus(part.seconds)),
			traffic: unbilled.iter().fold(Bytes::ZERO, |sum, part| sum.plus(part.traffic)),
			accrued: Self::charge_of(&unbilled, factors).ok()?,
		})
	}

	/// What would be billed if the contract ended at this moment, before the least that one is billed for.
	fn stretches(window: &Window, reading: &Reading) -> Vec<Stretch> {
		let now = now::<T::Clock>();
		match window.state {
			State::Pending { .. } => Vec::new(),
			State::Open(open) => vec![Self::unbilled(BillKind::End, window, &open, reading, now)],
			State::Suspended(suspended) => Self::arrears(window, &suspended, reading, now).into(),
		}
	}

	fn state_of(window: &Window) -> Option<ContractState> {
		Some(match window.state {
			State::Pending { reserve } => ContractState::Pending { reserve },
			State::Open(Open { opened, reserve, .. }) => ContractState::Open { opened, reserve },
			State::Suspended(Suspended { since, grace_until, .. }) => {
				let factors = Self::next_factors(&window.terms, window.factors.price).ok()?;
				let needed =
					Self::full_reserve(&factors, &window.terms, &Params::<T>::get()).ok()?;
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
