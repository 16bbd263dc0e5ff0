//! Who rents all of a node, and what becomes of that when the rent ends.

use crate::{types::*, Config, Ending, Error, Event, Ledger, Liveness, Pallet, Params};
use frame_support::{
	defensive,
	pallet_prelude::{ensure, DispatchResult},
};
use gridchain_primitives::{traits::Capacity, ContractId, NodeId, Rental, Resources, Time};

impl<T: Config> Pallet<T> {
	/// `contract` rents `node`. It is one of the node's contracts like any other, so that a retirement reaches it,
	/// and has no resources of its own, so that what its owner deploys fits beside it.
	pub(crate) fn do_rent(node: NodeId, contract: ContractId) -> DispatchResult {
		let (mut liveness, ledger) = Self::open_to(node, contract)?;
		ensure!(liveness.rental == Lease::None, Error::<T>::Rented);
		Self::sell(node, contract, ledger, &Resources::default())?;
		liveness.rental = Lease::Rented { contract };
		Liveness::<T>::insert(node, liveness);
		Ok(())
	}

	/// `contract` rents `node` no more. The contracts that stood under it are queued to be ended: nobody would pay
	/// for their resources, which the rent had paid.
	pub(crate) fn do_end_rent(node: NodeId, contract: ContractId) {
		let rented = |liveness: &LivenessOf<T>| liveness.rental == Lease::Rented { contract };
		let Some(mut liveness) = Liveness::<T>::get(node).filter(rented) else {
			defensive!("a rent ends that there isn't", (node, contract));
			return;
		};
		<Self as Capacity<_>>::give_back(node, contract);
		let contracts = Ledger::<T>::get(node).map_or(0, |ledger| ledger.contracts);
		let farm = liveness.farm;
		liveness.rental = Lease::None;
		if contracts > 0 {
			let due = Self::now();
			liveness.rental = Lease::Ended { contract, due };
			Self::enqueue(node, Ending::Rent, due);
			Self::deposit_event(Event::RentEnding { node, farm, contract, contracts });
		}
		Liveness::<T>::insert(node, liveness);
	}

	/// The last contract of `node` has ended. If a rent had ended before, nothing is left of it now.
	pub(crate) fn clear_rent(node: NodeId) {
		let Some(mut liveness) = Liveness::<T>::get(node) else { return };
		let Lease::Ended { contract, due } = liveness.rental else { return };
		let farm = liveness.farm;
		liveness.rental = Lease::None;
		Liveness::<T>::insert(node, liveness);
		Self::dequeue(node, Ending::Rent, due);
		Self::deposit_event(Event::RentCleared { node, farm, contract });
	}

	/// Each contract that stood under the rent of `node`, in the queue at `due`, was tried to be ended. What is left
	/// is tried again later.
	pub(crate) fn retry_rent(node: NodeId, due: Time, now: Time) {
		Self::dequeue(node, Ending::Rent, due);
		let Some(mut liveness) = Liveness::<T>::get(node) else { return };
		if let Lease::Ended { contract, .. } = liveness.rental {
			let due = now.plus(Params::<T>::get().retirement_retry);
			liveness.rental = Lease::Ended { contract, due };
			Liveness::<T>::insert(node, liveness);
			Self::enqueue(node, Ending::Rent, due);
		}
	}
}

impl From<Lease> for Rental {
	fn from(lease: Lease) -> Self {
		match lease {
			Lease::None => Self::None,
			Lease::Rented { contract } => Self::Rented { contract },
			Lease::Ended { contract, .. } => Self::Ended { contract },
		}
	}
}
