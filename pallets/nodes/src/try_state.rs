//! What is always true of nodes.
//!
//! 1. `Nodes`, `Liveness` and `Ledger` hold the same nodes, and each id is below the next one to be given.
//! 2. `NodeOf` names each node once, by its own account.
//! 3. The rent of a node is one of its contracts, and has no resources. A node whose rent has ended has other
//!    contracts and not that one.
//! 4. A node was never credited with more seconds than have passed from its registration to its last report.
//! 5. The seconds of its two periods are no more than these periods are long, and no more than it attested.
//! 6. What is sold of a node is the sum of its sales, and its contracts are as many as its sales.
//! 7. No sale is of a node that doesn't exist.
//! 8. The least hardware of the period of a node's last update is never more than what the node has.
//! 9. The parameters fit together.
//! 10. `NodesOf` names each node once, under its farm, and those that have left as long as they are kept.
//! 11. `Endings` holds each node that retires once for that, and each node whose rent has ended once for that, at
//!     the times when its contracts are ended, and nothing else.
//! 12. A certificate that stands covers what the node has.
//! 13. A node that has left is no node any more, left no sooner than it registered and no later than now, and was
//!     credited with no more than lies between. What is kept of it is of a period that isn't swept yet.
//! 14. `LastRegistration` names accounts of nodes that have left, with the time of such a registration.

use crate::{
	types::*, Config, Departed, Endings, LastRegistration, Ledger, Liveness, NextNodeId, NodeOf,
	Nodes, NodesOf, Pallet, Params, Periods, Sales,
};
use alloc::vec::Vec;
use frame_support::pallet_prelude::{ensure, Get};
use gridchain_primitives::{NodeId, Period, Resources, Seconds, Time};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks all that is always true of nodes. For tests and rehearsals: it walks through every node.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		let consistent = Params::<T>::get().is_consistent(T::BlockTime::get());
		ensure!(consistent, "9: the parameters don't fit together");
		for node in Nodes::<T>::iter_keys() {
			Self::try_state_of(node)?;
		}
		let nodes = Nodes::<T>::iter_keys().count();
		ensure!(Liveness::<T>::iter_keys().count() == nodes, "1: meters without a node");
		ensure!(Ledger::<T>::iter_keys().count() == nodes, "1: a ledger without a node");
		ensure!(NodeOf::<T>::iter_keys().count() == nodes, "2: an account without a node");
		let kept = nodes.saturating_add(Departed::<T>::iter_keys().count());
		ensure!(NodesOf::<T>::iter_keys().count() == kept, "10: a farm's node doesn't exist");
		for (node, contract, _) in Sales::<T>::iter() {
			if !Nodes::<T>::contains_key(node) {
				log::error!(target: "runtime::nodes", "contract {contract}, node {node}");
				return Err("7: a sale is of a node that doesn't exist".into());
			}
		}
		Self::try_endings()?;
		Self::try_departed()
	}

	fn try_endings() -> Result<(), TryRuntimeError> {
		let ends = |liveness: &LivenessOf<T>| {
			[Ending::Retirement, Ending::Rent]
				.map(|ending| liveness.due(ending))
				.into_iter()
				.flatten()
		};
		let due: usize = Liveness::<T>::iter_values().map(|node| ends(&node).count()).sum();
		let queued = Endings::<T>::iter_keys().count();
		ensure!(queued == due, "11: the queue isn't as long as there are endings");
		for (due, (node, ending)) in Endings::<T>::iter_keys() {
			let at = Liveness::<T>::get(node).and_then(|liveness| liveness.due(ending));
			if at != Some(due.into()) {
				log::error!(target: "runtime::nodes", "node {node}, {ending:?}: {at:?}");
				return Err("11: a node is in the queue at another time than its own".into());
			}
		}
		Ok(())
	}

	fn try_departed() -> Result<(), TryRuntimeError> {
		let swept_to = Periods::<T>::get().map_or(Period(0), |book| book.swept_to);
		let mut registrations = Vec::new();
		for (period, node, departed) in Departed::<T>::iter() {
			let DepartedNode { account, farm, registered_at, left_at, running, previous, .. } =
				departed;
			let gone = node < NextNodeId::<T>::get() && !Nodes::<T>::contains_key(node);
			let in_order = registered_at <= left_at && left_at <= Self::now();
			let before = previous.map_or(Seconds::ZERO, |uptime| uptime.seconds);
			let credited = running.seconds.plus(before);
			let listed = NodesOf::<T>::contains_key(farm, node);
			ensure!(listed, "10: a farm doesn't list a node that has left");
			let kept = gone && in_order && credited <= left_at.since(registered_at);
			if !kept || period < swept_to {
				log::error!(target: "runtime::nodes", "node {node}, period {period}");
				return Err("13: what is kept of a node that has left can't be".into());
			}
			registrations.push((account, registered_at));
		}
		let known = LastRegistration::<T>::iter().all(|last| registrations.contains(&last));
		ensure!(known, "14: an account's last registration is of no node that has left");
		Ok(())
	}

	/// Checks one node, and says in the log which one fails.
	fn try_state_of(node: NodeId) -> Result<(), TryRuntimeError> {
		let known = node < NextNodeId::<T>::get();
		let liveness = Liveness::<T>::get(node).filter(|_| known);
		let checked = match (liveness, Ledger::<T>::get(node)) {
			(Some(liveness), Some(ledger)) => Self::try_identity(node, &liveness)
				.and_then(|()| Self::try_uptime(&liveness))
				.and_then(|()| Self::try_ledger(node, &ledger))
				.and_then(|()| Self::try_rental(node, &liveness, &ledger)),
			_ => Err("1: a node lacks its meters or its ledger, or its id was never given".into()),
		};
		checked.inspect_err(|error| {
			log::error!(target: "runtime::nodes", "node {node}: {error:?}");
		})
	}

	fn try_identity(
		node: NodeId,
		liveness: &NodeLiveness<T::AccountId>,
	) -> Result<(), TryRuntimeError> {
		let named = NodeOf::<T>::get(&liveness.account) == Some(node);
		ensure!(named, "2: a node's account doesn't name it");
		let listed = NodesOf::<T>::contains_key(liveness.farm, node);
		ensure!(listed, "10: a farm doesn't list its node");
		Ok(())
	}

	fn try_uptime(liveness: &NodeLiveness<T::AccountId>) -> Result<(), TryRuntimeError> {
		let attested = liveness.attested;
		let passed = liveness.last_report.since(liveness.registered_at);
		ensure!(attested <= passed, "4: more seconds were credited than have passed");
		let previous = liveness.previous;
		let both =
			liveness.running.seconds.plus(previous.map_or(Seconds::ZERO, |uptime| uptime.seconds));
		ensure!(both <= attested, "5: the periods have more seconds than were attested");
		for uptime in previous.iter().chain([&liveness.running]) {
			let length = Self::length_of(uptime.period).unwrap_or(Seconds(u64::MAX));
			ensure!(uptime.seconds <= length, "5: more seconds were credited than a period has");
		}
		Ok(())
	}

	/// How long the running period or the one before it is. Older ones are forgotten.
	fn length_of(period: Period) -> Option<Seconds> {
		Periods::<T>::get()?;
		let calendar = Self::book_at(Self::now()).calendar;
		if period == calendar.period {
			return Some(calendar.end.since(calendar.start));
		}
		let previous = period.next() == Some(calendar.period);
		calendar.previous_start.filter(|_| previous).map(|start| calendar.start.since(start))
	}

	fn try_ledger(node: NodeId, ledger: &NodeLedger) -> Result<(), TryRuntimeError> {
		let mut sold = Some(Resources::default());
		let mut contracts = 0u32;
		for sale in Sales::<T>::iter_prefix_values(node) {
			sold = sold.and_then(|sold| sold.checked_add(&sale.resources));
			contracts = contracts.saturating_add(1);
		}
		ensure!(sold == Some(ledger.used), "6: what is sold is not the sum of the sales");
		ensure!(contracts == ledger.contracts, "6: the contracts are not as many as the sales");
		let lowest = ledger.lowest.running;
		ensure!(lowest.fits_in(&ledger.hardware), "8: the least is more than what the node has");
		let standing = &ledger.certification.standing;
		let covered = standing.is_none_or(|standing| standing.covers(&ledger.hardware));
		ensure!(covered, "12: a certificate doesn't cover what the node has");
		Ok(())
	}

	fn try_rental(
		node: NodeId,
		liveness: &LivenessOf<T>,
		ledger: &NodeLedger,
	) -> Result<(), TryRuntimeError> {
		let fits = match liveness.rental {
			Lease::None => true,
			Lease::Rented { contract } => {
				Sales::<T>::get(node, contract).is_some_and(|sale| sale.resources.is_zero())
			},
			Lease::Ended { contract, .. } => {
				ledger.contracts > 0 && !Sales::<T>::contains_key(node, contract)
			},
		};
		ensure!(fits, "3: a node's rent is not as it should be");
		Ok(())
	}
}

impl<AccountId> NodeLiveness<AccountId> {
	/// When the node's contracts are ended for that, if they are.
	fn due(&self, ending: Ending) -> Option<Time> {
		match (ending, self.rental) {
			(Ending::Retirement, _) => self.offer.ends_at(),
			(Ending::Rent, Lease::Ended { due, .. }) => Some(due),
			(Ending::Rent, _) => None,
		}
	}
}
