//! Capacity: what a node has, what is sold of it.

use crate::{types::*, Config, Error, Ledger, Liveness, NodeOf, Nodes, Pallet, Params, Sales};
use frame_support::{
	defensive,
	pallet_prelude::{ensure, DispatchResult},
};
use gridchain_primitives::{
	traits::Capacity, Bytes, ContractId, FarmingPolicyId, NodeCapacity, NodeId, NodeView, Period,
	Resources, Tenancy, Usd,
};

impl<T: Config> Capacity<T::AccountId> for Pallet<T> {
	fn node(node: NodeId) -> Option<NodeView<T::AccountId>> {
		let liveness = Liveness::<T>::get(node)?;
		let ledger = Ledger::<T>::get(node)?;
		let twin = Nodes::<T>::get(node)?.twin;
		let params = Params::<T>::get();
		let live = Self::is_live(&liveness, &params);
		Some(NodeView {
			account: liveness.account,
			twin,
			farm: liveness.farm,
			hardware: ledger.hardware,
			used: ledger.used,
			free: ledger.free_of(&params.sellable(&ledger.hardware)),
			contracts: ledger.contracts,
			live,
			maintenance: liveness.offer.maintenance(Self::now()),
			retiring: liveness.offer.ends_at(),
			rental: liveness.rental.into(),
			certified: ledger.certification.standing.is_some(),
			extra_fee: ledger.extra_fee,
			tenancy: ledger.tenancy,
		})
	}

	fn node_of(account: &T::AccountId) -> Option<NodeId> {
		NodeOf::<T>::get(account)
	}

	fn take(node: NodeId, contract: ContractId, resources: &Resources) -> DispatchResult {
		let (_, ledger) = Self::open_to(node, contract)?;
		Self::sell(node, contract, ledger, resources)
	}

	fn change(node: NodeId, contract: ContractId, resources: &Resources) -> DispatchResult {
		let mut sale = Sales::<T>::get(node, contract).ok_or(Error::<T>::NotOnNode)?;
		let mut ledger = Ledger::<T>::get(node).ok_or(Error::<T>::NotFound)?;
		let others = ledger.used.checked_sub(&sale.resources);
		let used = others.and_then(|others| others.checked_add(resources));
		// A node that has shrunk takes a contract that shrinks too, even if all of it doesn't fit yet.
		let limit = Params::<T>::get().sellable(&ledger.hardware);
		let shrinks = resources.fits_in(&sale.resources);
		let used = used.filter(|used| shrinks || used.fits_in(&limit));
		ledger.used = used.ok_or(Error::<T>::InsufficientCapacity)?;
		sale.resources = *resources;
		Ledger::<T>::insert(node, ledger);
		Sales::<T>::insert(node, contract, sale);
		Ok(())
	}

	fn give_back(node: NodeId, contract: ContractId) {
		let (Some(sale), Some(mut ledger)) =
			(Sales::<T>::take(node, contract), Ledger::<T>::get(node))
		else {
			defensive!("a contract gives back what it doesn't have", (node, contract));
			return;
		};
		let Some(used) = ledger.used.checked_sub(&sale.resources) else {
			defensive!("a contract has more than all together", (node, contract));
			return;
		};
		ledger.used = used;
		ledger.contracts = ledger.contracts.saturating_sub(1);
		let last = ledger.contracts == 0;
		Ledger::<T>::insert(node, ledger);
		if last {
			Self::clear_rent(node);
		}
	}

	fn rent(node: NodeId, contract: ContractId) -> DispatchResult {
		Self::do_rent(node, contract)
	}

	fn end_rent(node: NodeId, contract: ContractId) {
		Self::do_end_rent(node, contract)
	}
}

impl<T: Config> Pallet<T> {
	/// What there is to know of the capacity of `node` before something is deployed on it, or `None` if there
	/// is no such node.
	pub fn node_capacity(node: NodeId) -> Option<NodeCapacity> {
		<Self as Capacity<_>>::node(node).map(NodeCapacity::from)
	}

	/// What is stored of `node`, if it takes new contracts and `contract` is one.
	pub(crate) fn open_to(
		node: NodeId,
		contract: ContractId,
	) -> Result<(LivenessOf<T>, NodeLedger), Error<T>> {
		let liveness = Liveness::<T>::get(node).ok_or(Error::<T>::NotFound)?;
		let ledger = Ledger::<T>::get(node).ok_or(Error::<T>::NotFound)?;
		let params = Params::<T>::get();
		ensure!(Self::is_live(&liveness, &params), Error::<T>::NotLive);
		ensure!(liveness.offer.ends_at().is_none(), Error::<T>::Retiring);
		let maintenance = liveness.offer.maintenance(Self::now());
		ensure!(maintenance.is_none(), Error::<T>::UnderMaintenance);
		ensure!(!matches!(liveness.rental, Lease::Ended { .. }), Error::<T>::RentEnding);
		ensure!(!Sales::<T>::contains_key(node, contract), Error::<T>::AlreadyOnNode);
		ensure!(ledger.contracts < params.max_contracts, Error::<T>::TooManyContracts);
		Ok((liveness, ledger))
	}

	/// Sells `resources` of `node` to `contract`, which has none of it yet.
	pub(crate) fn sell(
		node: NodeId,
		contract: ContractId,
		mut ledger: NodeLedger,
		resources: &Resources,
	) -> DispatchResult {
		let limit = Params::<T>::get().sellable(&ledger.hardware);
		let used = ledger.used.checked_add(resources).filter(|used| used.fits_in(&limit));
		ledger.used = used.ok_or(Error::<T>::InsufficientCapacity)?;
		ledger.contracts = ledger.contracts.saturating_add(1);
		Ledger::<T>::insert(node, ledger);
		let sale = Sale { resources: *resources, counter: Bytes::ZERO, counted: Bytes::ZERO };
		Sales::<T>::insert(node, contract, sale);
		Ok(())
	}
}

impl NodeLedger {
	/// The ledger of a node that registers in `period` and earns by `policy`.
	pub(crate) fn new(hardware: Resources, period: Period, policy: FarmingPolicyId) -> Self {
		Self {
			hardware,
			used: Resources::default(),
			contracts: 0,
			lowest: LowestHardware { period, running: hardware, previous: None },
			certification: Certification::default(),
			extra_fee: Usd::ZERO,
			tenancy: Tenancy::Shared,
			policy,
		}
	}

	/// What can still be sold of `limit`. While some part is sold beyond it, nothing can.
	fn free_of(&self, limit: &Resources) -> Resources {
		limit.checked_sub(&self.used).unwrap_or_default()
	}

	/// The node has `hardware` from now on, in `period`.
	pub(crate) fn become_hardware(&mut self, hardware: Resources, period: Period) {
		let before = self.hardware;
		let lowest = &self.lowest;
		self.lowest = if lowest.period == period {
			LowestHardware { running: lowest.running.lesser(&hardware), ..*lowest }
		} else {
			// What it had in the period before stands until that is settled.
			let earlier = period.0.checked_sub(1).map(Period);
			let previous = earlier.map(|earlier| lowest.in_period(earlier, before));
			LowestHardware { period, running: before.lesser(&hardware), previous }
		};
		self.hardware = hardware;
	}
}

impl LowestHardware {
	/// The least of each part that a node which has `hardware` now had in `period`, which is the running one or
	/// the one before it.
	pub(crate) fn in_period(&self, period: Period, hardware: Resources) -> Resources {
		match period.cmp(&self.period) {
			core::cmp::Ordering::Greater => hardware,
			core::cmp::Ordering::Equal => self.running,
			core::cmp::Ordering::Less => self.previous.unwrap_or(self.running),
		}
	}
}
