//! What nodes did in a period, as they are rewarded for it.

use crate::{Config, Ledger, Liveness, NextNodeId, Pallet, Periods};
use gridchain_primitives::{traits::Attested, Calendar, NodeId, NodePeriod, Period, Seconds, Time};

impl<T: Config> Attested for Pallet<T> {
	fn calendar() -> Option<Calendar> {
		// Before the first block there is no time yet.
		let begun = Periods::<T>::exists() || Self::now() > Time(0);
		begun.then(|| Self::book_at(Self::now()).calendar)
	}

	fn last_id() -> Option<NodeId> {
		let last = NextNodeId::<T>::get().0.checked_sub(1)?;
		(last > 0).then_some(NodeId(last))
	}

	fn of_period(node: NodeId, period: Period) -> Option<NodePeriod> {
		let liveness = Liveness::<T>::get(node)?;
		let registered = Self::registered_in(liveness.registered_at, period)?;
		let ledger = Ledger::<T>::get(node)?;
		Some(NodePeriod {
			farm: liveness.farm,
			hardware: ledger.lowest_in(period),
			registered,
			uptime: liveness.uptime_in(period),
			// Nobody can vouch for hardware yet.
			certified: false,
			policy: ledger.policy,
		})
	}

	fn close(period: Period) {
		Self::close_period(period);
	}

	fn reports_are_in() -> bool {
		Self::all_have_reported()
	}

	fn release(period: Period) {
		Self::release_period(period);
	}
}

impl<T: Config> Pallet<T> {
	/// How long a node that registered at `since` was registered in `period`, which is the running one, so
	/// far, or the one before it. `None` if it wasn't at all, or for any other period.
	fn registered_in(since: Time, period: Period) -> Option<Seconds> {
		let now = Self::now();
		let calendar = Self::book_at(now).calendar;
		let (start, end) = if period == calendar.period {
			// A node that registered in this very second is in the running period.
			(calendar.start, now.plus(Seconds(1)))
		} else {
			let previous = period.next().is_some_and(|next| next == calendar.period);
			(calendar.previous_start.filter(|_| previous)?, calendar.start)
		};
		let began = since.max(start);
		(began < end).then(|| end.min(now).since(began))
	}
}
