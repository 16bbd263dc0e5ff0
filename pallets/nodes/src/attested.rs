//! What nodes did in a period, as they are rewarded for it.

use crate::{
	reporting::uptime_in, types::*, Config, Departed, Ledger, Liveness, NextNodeId, Pallet, Periods,
};
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
		match Liveness::<T>::get(node) {
			Some(liveness) => Self::period_of_node(node, &liveness, period),
			None => Self::period_of_departed(node, period),
		}
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
	fn period_of_node(
		node: NodeId,
		liveness: &LivenessOf<T>,
		period: Period,
	) -> Option<NodePeriod> {
		let registered = Self::registered_in(liveness.registered_at, Self::now(), period)?;
		let ledger = Ledger::<T>::get(node)?;
		let NodeLedger { hardware, lowest, certification, policy, .. } = ledger;
		Some(NodePeriod {
			farm: liveness.farm,
			hardware: lowest.in_period(period, hardware),
			registered,
			uptime: liveness.uptime_in(period),
			certified: certification.stood_through(period),
			policy,
		})
	}

	/// What a node that has left did in `period`: the one in which it left, or the one before that.
	fn period_of_departed(node: NodeId, period: Period) -> Option<NodePeriod> {
		let departed = Departed::<T>::get(period, node)
			.or_else(|| Departed::<T>::get(period.next()?, node))?;
		let DepartedNode { farm, policy, registered_at, left_at, .. } = departed;
		Some(NodePeriod {
			farm,
			hardware: departed.lowest.in_period(period, departed.hardware),
			registered: Self::registered_in(registered_at, left_at, period)?,
			uptime: uptime_in(&departed.running, &departed.previous, period),
			certified: departed.certification.stood_through(period),
			policy,
		})
	}

	/// How long a node that registered at `since` and was there until `until` was registered in `period`,
	/// which is the running one, so far, or the one before it. `None` if it wasn't at all, or for any other
	/// period.
	fn registered_in(since: Time, until: Time, period: Period) -> Option<Seconds> {
		let calendar = Self::book_at(Self::now()).calendar;
		let (start, end) = if period == calendar.period {
			// A node that registered in this very second is in the running period.
			(calendar.start, until.plus(Seconds(1)))
		} else {
			let previous = period.next().is_some_and(|next| next == calendar.period);
			(calendar.previous_start.filter(|_| previous)?, calendar.start)
		};
		let began = since.max(start);
		(began < end).then(|| end.min(until).since(began))
	}
}
