//! What Billing tells of a contract: that its money ran out, came back, or didn't.

use crate::{Config, ContractKind, Contracts, Event, Pallet, WorkloadState};
use frame_support::defensive;
use gridchain_primitives::{traits::OnContract, ContractId, EndReason, NodeId, TwinId};
use WorkloadState::{Running, Suspended};

impl<T: Config> OnContract for Pallet<T> {
	fn suspended(contract: ContractId) {
		if let Some((owner, node)) = Self::turn(contract, Running, Suspended) {
			Self::deposit_event(Event::WorkloadSuspended { contract, owner, node });
		}
	}

	fn resumed(contract: ContractId) {
		if let Some((owner, node)) = Self::turn(contract, Suspended, Running) {
			Self::deposit_event(Event::WorkloadResumed { contract, owner, node });
		}
	}

	fn ended(contract: ContractId, reason: EndReason) {
		Self::end(contract, reason);
	}
}

impl<T: Config> Pallet<T> {
	/// Turns the workload of `contract` from one state to another; tells whose it is and where. What is in any
	/// other state stays in it: Billing and this pallet disagree, and neither should make it worse.
	fn turn(
		contract: ContractId,
		from: WorkloadState,
		to: WorkloadState,
	) -> Option<(TwinId, NodeId)> {
		Contracts::<T>::mutate_exists(contract, |entry| {
			let Some(found) = entry else {
				defensive!("a contract turned that doesn't exist", contract);
				return None;
			};
			let ContractKind::Workload(workload) = &mut found.kind;
			if workload.state != from {
				defensive!("a contract turned from a state it isn't in", (contract, from, to));
				return None;
			}
			workload.state = to;
			Some((found.owner, workload.node))
		})
	}
}
