//! What Billing tells of a contract: that its money ran out, came back, or didn't.

use crate::{Config, ContractKind, Contracts, Event, Name, Pallet, Rent, Workload};
use frame_support::defensive;
use gridchain_primitives::{traits::OnContract, ContractId, EndReason, TwinId};

impl<T: Config> OnContract for Pallet<T> {
	fn suspended(contract: ContractId) {
		let Some((owner, kind)) = Self::turn(contract, ContractKind::suspend) else { return };
		Self::deposit_event(match kind {
			ContractKind::Workload(Workload { node, .. }) => {
				Event::WorkloadSuspended { contract, owner, node }
			},
			ContractKind::Rent(Rent { node, .. }) => Event::RentSuspended { contract, owner, node },
			ContractKind::Name(Name { name, .. }) => Event::NameSuspended { contract, owner, name },
		});
	}

	fn resumed(contract: ContractId) {
		let Some((owner, kind)) = Self::turn(contract, ContractKind::resume) else { return };
		Self::deposit_event(match kind {
			ContractKind::Workload(Workload { node, .. }) => {
				Event::WorkloadResumed { contract, owner, node }
			},
			ContractKind::Rent(Rent { node, .. }) => Event::RentResumed { contract, owner, node },
			ContractKind::Name(Name { name, .. }) => Event::NameResumed { contract, owner, name },
		});
	}

	fn ended(contract: ContractId, reason: EndReason) {
		Self::end(contract, reason);
	}
}

impl<T: Config> Pallet<T> {
	/// Turns `contract` as `turn` does, which says whether it could; tells whose it is and what about. What
	/// couldn't stays as it is: Billing and this pallet disagree, and neither should make it worse.
	fn turn(
		contract: ContractId,
		turn: impl FnOnce(&mut ContractKind) -> bool,
	) -> Option<(TwinId, ContractKind)> {
		Contracts::<T>::mutate_exists(contract, |entry| {
			let Some(found) = entry else {
				defensive!("a contract turned that doesn't exist", contract);
				return None;
			};
			if !turn(&mut found.kind) {
				defensive!("a contract turned from a state it isn't in", contract);
				return None;
			}
			Some((found.owner, found.kind.clone()))
		})
	}
}
