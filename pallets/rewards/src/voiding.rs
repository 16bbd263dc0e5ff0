//! A certifier's word against a receipt, before the settlement begins.

use crate::{pallet::*, types::Reason, Config, Error, Event, Pallet};
use frame_support::ensure;
use gridchain_primitives::{traits::Attested, NodeId, Period};
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_void_receipt(period: Period, node: NodeId, reason: Reason) -> DispatchResult {
		ensure!(!reason.is_empty(), Error::<T>::ReasonMissing);
		ensure!(!Self::is_begun(period), Error::<T>::SettlementBegun);
		let known = T::Attested::calendar().is_some_and(|calendar| period <= calendar.period);
		ensure!(
			known && T::Attested::of_period(node, period).is_some(),
			Error::<T>::NodeNotInPeriod
		);
		Voids::<T>::insert(period, node, &reason);
		Self::deposit_event(Event::ReceiptVoided { period, node, reason });
		Ok(())
	}

	/// Whether the settlement of `period` has begun.
	fn is_begun(period: Period) -> bool {
		let running = || {
			let settlement = Settlement::<T>::get();
			settlement.and_then(|settlement| settlement.open().map(|open| open.period))
		};
		period < NextToSettle::<T>::get() || running() == Some(period)
	}
}
