//! From what the chain says and what runs here to what is to be done. A pure function, so that every case is
//! a test.

use crate::state::{Document, Phase, Workload};
use std::{collections::BTreeMap, fmt};

/// What the chain says of this node's contracts.
#[derive(Debug, Clone, Default)]
pub struct OnNode {
	/// Whether a contract rents all of the node.
	pub rent: Rent,
	/// The workloads. A rent is none: nothing of it runs, and nobody confirms it.
	pub workloads: BTreeMap<u64, OnChain>,
}

/// Whether a contract rents all of this node. While one does, workloads run only as long as it is paid, whatever
/// they have paid for themselves.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Rent {
	/// None does.
	#[default]
	None,
	/// This one does, and is paid.
	Active(u64),
	/// This one does, and its money ran out.
	Suspended(u64),
	/// This one did. The chain ends the workloads that are left, a few a block; until it has, nothing of them is
	/// paid for.
	Ended(u64),
	/// There may be one, but this daemon can't read it. All is left as it is.
	Unreadable,
}

impl fmt::Display for Rent {
	/// What it means, for the farmer.
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::None => f.write_str("This node isn't rented as a whole any more"),
			Self::Active(contract) => {
				write!(f, "Contract {contract} rents all of this node, and is paid")
			},
			Self::Suspended(contract) => write!(
				f,
				"Contract {contract} rents all of this node, and is suspended: no workload runs until it is paid"
			),
			Self::Ended(contract) => write!(
				f,
				"Contract {contract}, which rented all of this node, has ended: its workloads end as well"
			),
			Self::Unreadable => {
				f.write_str("This node may be rented as a whole: its workloads are left as they are")
			},
		}
	}
}

/// A workload on this node, as the chain has it.
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

impl OnChain {
	/// What it is to run, if it is to run.
	pub fn document(&self) -> Option<&Document> {
		match self {
			Self::AwaitingDelivery(document) | Self::Running(document) => Some(document),
			Self::Suspended | Self::Unreadable => None,
		}
	}
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
pub fn reconcile(chain: &OnNode, here: &BTreeMap<u64, Workload>) -> Vec<(Action, u64)> {
	let wanted = chain.workloads.iter().filter_map(|(contract, there)| {
		action(chain.rent, there, here.get(contract)).map(|action| (action, *contract))
	});
	let ended = here.keys().filter(|contract| !chain.workloads.contains_key(contract));
	let mut actions: Vec<_> =
		wanted.chain(ended.map(|contract| (Action::End, *contract))).collect();
	actions.sort();
	actions
}

fn action(rent: Rent, there: &OnChain, here: Option<&Workload>) -> Option<Action> {
	let (document, confirmed) = match (rent, there) {
		(Rent::Unreadable, _) | (_, OnChain::Unreadable) => return None,
		(Rent::Suspended(_) | Rent::Ended(_), _) | (_, OnChain::Suspended) => {
			return suspension(here)
		},
		(Rent::None | Rent::Active(_), OnChain::AwaitingDelivery(document)) => (document, false),
		(Rent::None | Rent::Active(_), OnChain::Running(document)) => (document, true),
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
	use crate::state::{PublicIp, Wanted};

	fn document(version: u8) -> Document {
		let resources = Wanted { cores: 1, memory_mib: 512, ssd_mib: 1_024, hdd_mib: 0, gpus: 0 };
		let (spec_hash, spec) = (vec![version; 32], vec![version]);
		Document { spec_hash, spec, resources, public_ips: Vec::new(), traffic_limit: 0 }
	}

	fn here(phase: Phase, version: u8) -> Option<Workload> {
		Some(Workload { phase, document: document(version) })
	}

	fn decide(there: Option<OnChain>, here: Option<Workload>) -> Option<Action> {
		decide_under(Rent::None, there, here)
	}

	fn decide_under(rent: Rent, there: Option<OnChain>, here: Option<Workload>) -> Option<Action> {
		let workloads = there.into_iter().map(|there| (1, there)).collect();
		let local = here.into_iter().map(|here| (1, here)).collect();
		let actions = reconcile(&OnNode { rent, workloads }, &local);
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
			for rent in [Rent::None, Rent::Active(9)] {
				let decided = decide_under(rent, there.clone(), here.clone());
				assert_eq!(decided, expected, "{rent:?} {there:?} {here:?}");
			}
		}
	}

	#[test]
	fn nothing_runs_under_a_rent_that_is_not_paid() {
		use Action::*;
		use OnChain::*;
		for rent in [Rent::Suspended(9), Rent::Ended(9)] {
			for there in [AwaitingDelivery(document(1)), Running(document(1)), Suspended] {
				let cases = [
					(None, None),
					(here(Phase::Starting, 1), Some(Suspend)),
					(here(Phase::Running, 1), Some(Suspend)),
					// Even if its document has changed.
					(here(Phase::Running, 2), Some(Suspend)),
					(here(Phase::Suspended, 1), None),
				];
				for (here, expected) in cases {
					let decided = decide_under(rent, Some(there.clone()), here.clone());
					assert_eq!(decided, expected, "{rent:?} {there:?} {here:?}");
				}
			}
		}
	}

	#[test]
	fn workload_that_is_suspended_itself_stays_so_when_the_rent_is_paid() {
		let there = || Some(OnChain::Suspended);
		assert_eq!(decide_under(Rent::Active(9), there(), here(Phase::Suspended, 1)), None);
	}

	#[test]
	fn workload_that_the_chain_has_ended_is_ended_whatever_became_of_the_rent() {
		for rent in [Rent::Active(9), Rent::Suspended(9), Rent::Ended(9), Rent::Unreadable] {
			for phase in Phase::ALL {
				assert_eq!(decide_under(rent, None, here(phase, 1)), Some(Action::End));
			}
		}
	}

	#[test]
	fn workloads_are_left_alone_when_the_rent_cannot_be_read() {
		for there in [OnChain::AwaitingDelivery(document(1)), OnChain::Running(document(2))] {
			for here in [None, here(Phase::Running, 1), here(Phase::Suspended, 1)] {
				assert_eq!(decide_under(Rent::Unreadable, Some(there.clone()), here), None);
			}
		}
	}

	#[test]
	fn workload_whose_public_ips_changed_is_deployed_again() {
		let ip = |host| PublicIp {
			address: [185, 206, 122, host].into(),
			prefix: 24,
			gateway: [185, 206, 122, 1].into(),
		};
		let with =
			|public_ips: &[PublicIp]| Document { public_ips: public_ips.to_vec(), ..document(1) };
		let here = |document| Some(Workload { phase: Phase::Running, document });
		let there = |document| Some(OnChain::Running(document));
		let (one, two) = (with(&[ip(31)]), with(&[ip(31), ip(32)]));
		assert_eq!(decide(there(one.clone()), here(one.clone())), None);
		assert_eq!(decide(there(two.clone()), here(one.clone())), Some(Action::Deploy));
		assert_eq!(decide(there(one.clone()), here(two)), Some(Action::Deploy));
		assert_eq!(decide(there(with(&[])), here(one)), Some(Action::Deploy));
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
		let workloads = BTreeMap::from([
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
			reconcile(&OnNode { rent: Rent::None, workloads }, &local),
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
