//! Phase 3: old receipts leave the state. The records have them for ever.

use crate::{pallet::*, Clearing, Config, Event, Pallet, Progress};
use gridchain_primitives::{NodeId, Period};

impl<T: Config> Pallet<T> {
	/// The period that is cleared next, if it is older than what is kept.
	pub(crate) fn next_to_clear() -> Option<Progress> {
		let period = NextToClear::<T>::get();
		let kept_from = NextToSettle::<T>::get().0.checked_sub(Params::<T>::get().kept_periods)?;
		let part = Clearing::Receipts(None);
		(period.0 < kept_from).then_some(Progress::Clearing { period, part })
	}

	/// Clears one item of `period`; after the last one, goes on to the next period.
	///
	/// Each search begins after the item that was cleared last: from the beginning it would pass all that
	/// this block has cleared already.
	pub(crate) fn clear_next(period: Period, part: Clearing) -> Option<Progress> {
		let part = match part {
			Clearing::Receipts(after) => match Self::clear_receipt(period, after) {
				Some(node) => Clearing::Receipts(Some(node)),
				None => Clearing::Totals(None),
			},
			Clearing::Totals(after) => match Self::next_total(period, after) {
				Some(((farm, policy), _)) => {
					FarmTotals::<T>::remove((period, farm, policy));
					Clearing::Totals(Some((farm, policy)))
				},
				None => Clearing::Voids(None),
			},
			Clearing::Voids(after) => match Self::clear_void(period, after) {
				Some(node) => Clearing::Voids(Some(node)),
				None => return Self::end_clearing(period),
			},
		};
		Some(Progress::Clearing { period, part })
	}

	fn clear_receipt(period: Period, after: Option<NodeId>) -> Option<NodeId> {
		let mut rest = match after {
			Some(node) => Receipts::<T>::iter_key_prefix_from(
				period,
				Receipts::<T>::hashed_key_for(period, node),
			),
			None => Receipts::<T>::iter_key_prefix(period),
		};
		let node = rest.next()?;
		Receipts::<T>::remove(period, node);
		Some(node)
	}

	fn clear_void(period: Period, after: Option<NodeId>) -> Option<NodeId> {
		let mut rest = match after {
			Some(node) => {
				Voids::<T>::iter_key_prefix_from(period, Voids::<T>::hashed_key_for(period, node))
			},
			None => Voids::<T>::iter_key_prefix(period),
		};
		let node = rest.next()?;
		Voids::<T>::remove(period, node);
		Some(node)
	}

	fn end_clearing(period: Period) -> Option<Progress> {
		NextToClear::<T>::put(Period(period.0.saturating_add(1)));
		Self::deposit_event(Event::PeriodCleared { period });
		Self::next_to_clear()
	}
}
