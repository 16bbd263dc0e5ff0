//! What is always true of nodes.
//!
//! 1. `Nodes`, `Liveness` and `Ledger` hold the same nodes, and each id is below the next one to be given.
//! 2. `NodeOf` names each node once, by its own account.
//! 3. What `Nodes` and `Liveness` both say of a node is the same: account, farm, time of registration.
//! 4. A node was never credited with more seconds than have passed from its registration to its last report.
//! 5. The seconds of its two periods are no more than these periods are long, and no more than it attested.
//! 6. What is sold of a node is the sum of its sales, and its contracts are as many as its sales.
//! 7. No sale is of a node that doesn't exist.
//! 8. The least hardware of the period of a node's last update is never more than what the node has.
//! 9. The parameters fit together.

use crate::{
	types::*, Config, Ledger, Liveness, NextNodeId, NodeOf, Nodes, Pallet, Params, Periods, Sales,
};
use frame_support::pallet_prelude::ensure;
use gridchain_primitives::{NodeId, Period, Resources, Seconds};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks all that is always true of nodes. For tests and rehearsals: it walks through every node.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		ensure!(Params::<T>::get().is_consistent(), "9: the parameters don't fit together");
		for (node, stored) in Nodes::<T>::iter() {
			Self::try_state_of(node, &stored)?;
		}
		let nodes = Nodes::<T>::iter_keys().count();
		ensure!(Liveness::<T>::iter_keys().count() == nodes, "1: meters without a node");
		ensure!(Ledger::<T>::iter_keys().count() == nodes, "1: a ledger without a node");
		ensure!(NodeOf::<T>::iter_keys().count() == nodes, "2: an account without a node");
		for (node, contract, _) in Sales::<T>::iter() {
			if !Nodes::<T>::contains_key(node) {
				log::error!(target: "runtime::nodes", "contract {contract}, node {node}");
				return Err("7: a sale is of a node that doesn't exist".into());
			}
		}
		Ok(())
	}

	/// Checks one node, and says in the log which one fails.
	fn try_state_of(node: NodeId, stored: &Node<T::AccountId>) -> Result<(), TryRuntimeError> {
		let known = node < NextNodeId::<T>::get();
		let liveness = Liveness::<T>::get(node).filter(|_| known);
		let checked = match (liveness, Ledger::<T>::get(node)) {
			(Some(liveness), Some(ledger)) => Self::try_identity(node, stored, &liveness)
				.and_then(|()| Self::try_uptime(&liveness))
				.and_then(|()| Self::try_ledger(node, &ledger)),
			_ => Err("1: a node lacks its meters or its ledger, or its id was never given".into()),
		};
		checked.inspect_err(|error| {
			log::error!(target: "runtime::nodes", "node {node}: {error:?}");
		})
	}

	fn try_identity(
		node: NodeId,
		stored: &Node<T::AccountId>,
		liveness: &NodeLiveness<T::AccountId>,
	) -> Result<(), TryRuntimeError> {
		let named = NodeOf::<T>::get(&stored.account) == Some(node);
		ensure!(named, "2: a node's account doesn't name it");
		let same = stored.account == liveness.account
			&& stored.farm == liveness.farm
			&& stored.registered_at == liveness.registered_at;
		ensure!(same, "3: a node's two items disagree");
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
		Ok(())
	}
}
