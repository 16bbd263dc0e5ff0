//! Renting a whole node, and what its rent means for the workloads on it.

use crate::{
	feeless::Objection, Config, Contract, ContractKind, Contracts, Error, Event, Pallet, Rent,
	Standing, Tenants,
};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use gridchain_primitives::{
	traits::{Capacity, Twins, Windows},
	NodeId, NodeView, ProviderId, Rental, Tenancy, TwinId,
};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_rent(
		account: &T::AccountId,
		node: NodeId,
		provider: Option<ProviderId>,
	) -> DispatchResult {
		let owner = T::Twins::of(account).ok_or(Error::<T>::TwinNotFound)?;
		Self::ensure_approved(provider)?;
		let view = T::Capacity::node(node).ok_or(Error::<T>::NodeNotFound)?;
		Self::ensure_rentable(node, &view, Some(owner))?;
		let contract = Self::next_id()?;
		T::Capacity::rent(node, contract)?;
		let rent = Rent { node, provider, standing: Standing::Active };
		let terms = rent.terms(owner, &view);
		Self::add(account, contract, owner, ContractKind::Rent(rent))?;
		T::Windows::open(contract, terms)?;
		// At once: the node is the renter's from this moment on, nobody has to deliver anything.
		T::Windows::start(contract)?;
		Self::deposit_event(Event::NodeRented {
			contract,
			owner,
			node,
			units: terms.goods.units(),
			certified: view.certified,
			extra_fee: view.extra_fee,
			provider,
		});
		Ok(())
	}

	/// That nobody rents `node`, and nobody but `renter` has workloads on it.
	pub(crate) fn ensure_rentable(
		node: NodeId,
		view: &NodeView<T::AccountId>,
		renter: Option<TwinId>,
	) -> Result<(), Error<T>> {
		match view.rental {
			Rental::None => {},
			Rental::Rented { .. } => return Err(Error::<T>::NodeRented),
			Rental::Ended { .. } => return Err(Error::<T>::RentNotActive),
		}
		// Of a node that isn't rented each contract is a workload, so that counting tells whose they are.
		let own = renter.map_or(0, |renter| Tenants::<T>::get(node, renter));
		ensure!(own == view.contracts, Error::<T>::NodeInUse);
		Ok(())
	}

	/// That `owner` may deploy on a node: it is offered in parts and nobody rents it, or `owner` does.
	pub(crate) fn ensure_may_deploy(
		view: &NodeView<T::AccountId>,
		owner: Option<TwinId>,
	) -> Result<(), Error<T>> {
		let renter = Self::renter(view.rental).map(|(renter, _)| renter);
		ensure!(renter.is_none() || renter == owner, Error::<T>::NodeRented);
		ensure!(Self::may_run(view.rental), Error::<T>::RentNotActive);
		ensure!(renter.is_some() || view.tenancy == Tenancy::Shared, Error::<T>::NodeDedicated);
		Ok(())
	}

	/// That `node` is not rented, or its rent is paid.
	pub(crate) fn ensure_rent_active(node: NodeId) -> Result<(), Objection> {
		let rental = T::Capacity::node(node).map_or(Rental::None, |view| view.rental);
		ensure!(Self::may_run(rental), Objection::RentNotActive);
		Ok(())
	}

	/// Whether the rent of a node lets its workloads run.
	fn may_run(rental: Rental) -> bool {
		let active = |(_, standing)| standing == Standing::Active;
		match rental {
			Rental::None => true,
			Rental::Rented { .. } => Self::renter(rental).is_some_and(active),
			Rental::Ended { .. } => false,
		}
	}

	/// Who rents a node, and whether that is paid.
	fn renter(rental: Rental) -> Option<(TwinId, Standing)> {
		let Rental::Rented { contract } = rental else { return None };
		match Contracts::<T>::get(contract)? {
			Contract { owner, kind: ContractKind::Rent(rent), .. } => Some((owner, rent.standing)),
			_ => None,
		}
	}
}
