//! By which meter a contract is billed: that of its node, or the chain's clock.

use crate::{moment::Moment, pallet::*, types::Window};
use gridchain_primitives::{
	traits::Meters, Bytes, ContractId, Reading, Rental, Seconds, Terms, Time,
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// The meter of `contract` at this moment, or `None` if its node doesn't exist any more.
	pub(crate) fn meter(
		terms: &Terms,
		contract: ContractId,
		moment: &Moment<T>,
	) -> Option<Reading> {
		match terms.goods.node() {
			Some(node) => T::Meters::read(node, contract, &moment.meters),
			None => Some(clock(moment.now)),
		}
	}

	/// The window of `contract`, and its meter.
	pub(crate) fn read(
		contract: ContractId,
		moment: &Moment<T>,
	) -> Result<(Window, Reading), DispatchError> {
		let window = Windows::<T>::get(contract).ok_or(Error::<T>::NotFound)?;
		let reading = Self::meter(&window.terms, contract, moment);
		Ok((window, reading.ok_or(Error::<T>::NodeNotFound)?))
	}
}

/// The chain's clock as a meter: it never stops and has always just reported.
fn clock(now: Time) -> Reading {
	Reading {
		farm: None,
		attested: Seconds(now.0),
		last_report: now,
		live: true,
		retired: false,
		rental: Rental::None,
		traffic: Bytes::ZERO,
	}
}
