//! From what the chain says and what runs here to what is to be done. A pure function, so that every case is
//! a test.

use crate::state::{Document, Phase, Workload};
use std::collections::BTreeMap;

/// A contract on this node, as the chain has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OnChain {
	/// It waits for its workload to be confirmed.
	AwaitingDelivery(Document),
	/// It is paid for and confirmed.
	Running(Document),
	/// Its money ran out: the workload must not run, its data is kept.
	Suspended,
	/// It stands on this node, but this daemon can't read it. It is left alone: deleting what can't be
	/// understood would be the worst answer.
	Unreadable,
}

/// What is to be done for a contract. The order is the one in which it is done: what frees capacity first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Action {
	/// Stop the workload and delete its data.
	End,
	/// Stop the workload and keep its data.
	Suspend,
	/// Start it again.
	Resume,
	/// Start it, or change it to the document that the chain has now.
	Deploy,
	/// Tell the chain that it runs.
	Confirm,
}

/// What is to be done, in order, at most one action for a contract.
pub fn reconcile(
	chain: &BTreeMap<u64, OnChain>,
	here: &BTreeMap<u64, Workload>,
) -> Vec<(Action, u64)> {
	let wanted = chain.iter().filter_map(|(contract, there)| {
		action(there, here.get(contract)).map(|action| (action, *contract))
	});
	let ended = here.keys().filter(|contract| !chain.contains_key(contract));
	let mut actions: Vec<_> =
		wanted.chain(ended.map(|contract| (Action::End, *contract))).collect();
	actions.sort();
	actions
}

fn action(there: &OnChain, here: Option<&Workload>) -> Option<Action> {
	let (document, confirmed) = match there {
		OnChain::AwaitingDelivery(document) => (document, false),
		OnChain::Running(document) => (document, true),
		OnChain::Suspended => return suspension(here),
		OnChain::Unreadable => return None,
	};
	match here {
		None => Some(Action::Deploy),
		Some(Workload { phase: Phase::Starting, .. }) => Some(Action::Deploy),
		Some(Workload { phase: Phase::Suspended, .. }) => Some(Action::Resume),
		Some(Workload { phase: Phase::Running, document: running }) if running != document => {
			Some(Action::Deploy)
		},
		Some(_) if !confirmed => Some(Action::Confirm),
		Some(_) => None,
	}
}

/// A deployment that was begun may run although the hook hasn't said so: it is suspended as well.
fn suspension(here: Option<&Workload>) -> Option<Action> {
	match here?.phase {
		Phase::Starting | Phase::Running => Some(Action::Suspend),
		Phase::Suspended => None,
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::state::Wanted;

	fn document(version: u8) -> Document {
		let resources = Wanted { cores: 1, memory_mib: 512, ssd_mib: 1_024, hdd_mib: 0, gpus: 0 };
		let (spec_hash, spec) = (vec![version; 32], vec![version]);
		Document { spec_hash, spec, resources, traffic_limit: 0 }
	}

	fn here(phase: Phase, version: u8) -> Option<Workload> {
		Some(Workload { phase, document: document(version) })
	}

	fn decide(there: Option<OnChain>, here: Option<Workload>) -> Option<Action> {
		let chain = there.into_iter().map(|there| (1, there)).collect();
		let local = here.into_iter().map(|here| (1, here)).collect();
		let actions = reconcile(&chain, &local);
		assert!(actions.len() <= 1);
		actions.first().map(|(action, _)| *action)
	}

	#[test]
	fn each_case_has_its_action() {
		use Action::*;
		use OnChain::*;
		let awaiting = || Some(AwaitingDelivery(document(1)));
		let running = || Some(Running(document(1)));
		let suspended = || Some(Suspended);
		let cases = [
			(None, None, None),
			(awaiting(), None, Some(Deploy)),
			(running(), None, Some(Deploy)),
			(awaiting(), here(Phase::Starting, 1), Some(Deploy)),
			(running(), here(Phase::Starting, 1), Some(Deploy)),
			(awaiting(), here(Phase::Running, 1), Some(Confirm)),
			(running(), here(Phase::Running, 1), None),
			(running(), here(Phase::Suspended, 1), Some(Resume)),
			(suspended(), None, None),
			(suspended(), here(Phase::Starting, 1), Some(Suspend)),
			(suspended(), here(Phase::Running, 1), Some(Suspend)),
			(suspended(), here(Phase::Suspended, 1), None),
			(None, here(Phase::Starting, 1), Some(End)),
			(None, here(Phase::Running, 1), Some(End)),
			(None, here(Phase::Suspended, 1), Some(End)),
		];
		for (there, here, expected) in cases {
			assert_eq!(decide(there.clone(), here.clone()), expected, "{there:?} {here:?}");
		}
	}

	#[test]
	fn changed_document_is_deployed_again() {
		let there = || Some(OnChain::Running(document(2)));
		assert_eq!(decide(there(), here(Phase::Running, 1)), Some(Action::Deploy));
		// One that is suspended is resumed first and changed then.
		assert_eq!(decide(there(), here(Phase::Suspended, 1)), Some(Action::Resume));
	}

	#[test]
	fn changed_document_is_deployed_before_it_is_confirmed() {
		let there = Some(OnChain::AwaitingDelivery(document(2)));
		assert_eq!(decide(there, here(Phase::Running, 1)), Some(Action::Deploy));
	}

	#[test]
	fn contract_that_cannot_be_read_is_left_alone() {
		for here in [None, here(Phase::Running, 1), here(Phase::Suspended, 1)] {
			assert_eq!(decide(Some(OnChain::Unreadable), here), None);
		}
	}

	#[test]
	fn capacity_is_freed_before_it_is_taken() {
		let chain = BTreeMap::from([
			(1, OnChain::Running(document(1))),
			(2, OnChain::AwaitingDelivery(document(1))),
			(3, OnChain::Suspended),
			(4, OnChain::Running(document(1))),
		]);
		let workload = |phase| Workload { phase, document: document(1) };
		let local = BTreeMap::from([
			(2, workload(Phase::Running)),
			(3, workload(Phase::Running)),
			(4, workload(Phase::Suspended)),
			(9, workload(Phase::Running)),
		]);
		assert_eq!(
			reconcile(&chain, &local),
			[
				(Action::End, 9),
				(Action::Suspend, 3),
				(Action::Resume, 4),
				(Action::Deploy, 1),
				(Action::Confirm, 2),
			]
		);
	}
}
