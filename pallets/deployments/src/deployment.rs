//! Making a workload, and what all kinds of contracts are made with.

use crate::{
	Config, Contract, ContractKind, Contracts, ContractsOf, Error, Event, Label, NextContractId,
	Pallet, Spec, Specs, Tenants, Workload, WorkloadState, MAX_PUBLIC_IPS,
};
use codec::MaxEncodedLen;
use frame_support::{
	ensure,
	pallet_prelude::DispatchResult,
	traits::{Consideration, Footprint},
};
use gridchain_math::{billing_units, CloudUnits};
use gridchain_primitives::{
	now,
	traits::{Capacity, Farms, Twins, Windows},
	Bytes, ContractId, NodeId, NodeView, ProviderId, Resources, TwinId,
};
use sp_core::H256;

/// What an owner asks for with `deploy`.
pub(crate) struct Order {
	pub(crate) node: NodeId,
	pub(crate) spec_hash: H256,
	pub(crate) spec: Spec,
	pub(crate) resources: Resources,
	pub(crate) public_ips: u8,
	pub(crate) traffic_limit: Bytes,
	pub(crate) provider: Option<ProviderId>,
}

impl Order {
	/// The workload that is ordered, on a node that is as `view` says.
	fn workload<AccountId>(&self, view: &NodeView<AccountId>) -> Workload {
		Workload {
			node: self.node,
			farm: view.farm,
			resources: self.resources,
			certified: view.certified,
			public_ips: self.public_ips,
			spec_hash: self.spec_hash,
			traffic_limit: self.traffic_limit,
			provider: self.provider,
			state: WorkloadState::AwaitingDelivery,
		}
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_deploy(account: &T::AccountId, order: Order) -> DispatchResult {
		let owner = T::Twins::of(account).ok_or(Error::<T>::TwinNotFound)?;
		Self::ensure_billable(&order.resources, order.public_ips, order.traffic_limit)?;
		Self::ensure_approved(order.provider)?;
		let view = T::Capacity::node(order.node).ok_or(Error::<T>::NodeNotFound)?;
		Self::ensure_may_deploy(&view, Some(owner))?;
		let workload = order.workload(&view);
		let Order { node, spec, .. } = order;
		let contract = Self::next_id()?;
		T::Capacity::take(node, contract, &workload.resources)?;
		Self::take_ips(contract, &workload)?;
		Self::add(account, contract, owner, ContractKind::Workload(workload.clone()))?;
		Specs::<T>::insert(contract, spec);
		Tenants::<T>::mutate(node, owner, |count| *count = count.saturating_add(1));
		T::Windows::open(contract, workload.terms(owner))?;
		Self::tell_deployed(contract, owner, workload);
		Ok(())
	}

	fn tell_deployed(contract: ContractId, owner: TwinId, workload: Workload) {
		let Workload { node, resources, spec_hash, traffic_limit, .. } = workload;
		let Workload { public_ips, certified, provider, .. } = workload;
		Self::deposit_event(Event::Deployed {
			contract,
			owner,
			node,
			resources,
			spec_hash,
			traffic_limit,
			public_ips,
			certified,
			provider,
		});
	}

	/// That `resources` are something that is paid for, that one workload can have `public_ips`, and that
	/// Billing takes `traffic_limit`.
	pub(crate) fn ensure_billable(
		resources: &Resources,
		public_ips: u8,
		traffic_limit: Bytes,
	) -> Result<(), Error<T>> {
		// Graphics processors have no price: alone, anybody could keep them from others for nothing.
		ensure!(billing_units(resources) != CloudUnits::default(), Error::<T>::NoResources);
		ensure!(public_ips <= MAX_PUBLIC_IPS, Error::<T>::TooManyPublicIps);
		ensure!(traffic_limit <= T::Windows::traffic_limit(), Error::<T>::TrafficLimitTooHigh);
		Ok(())
	}

	/// Gives `contract` the public IPs that `workload` says.
	pub(crate) fn take_ips(contract: ContractId, workload: &Workload) -> DispatchResult {
		if workload.public_ips == 0 {
			return Ok(());
		}
		T::Farms::take_ips(workload.farm, contract, workload.public_ips)
	}

	/// Takes the public IPs of `contract` back, which are those that `workload` says.
	pub(crate) fn free_ips(contract: ContractId, workload: &Workload) {
		if workload.public_ips > 0 {
			T::Farms::free_ips(workload.farm, contract);
		}
	}

	/// What a contract's deposit is for: itself at its greatest length, and what stands beside it for its kind.
	pub(crate) fn footprint(kind: &ContractKind) -> Footprint {
		let beside = match kind {
			ContractKind::Workload(_) => Spec::max_encoded_len(),
			ContractKind::Rent(_) => 0,
			ContractKind::Name(_) => <(Label, ContractId)>::max_encoded_len(),
		};
		let contract = Contract::<T::Deposit>::max_encoded_len();
		Footprint::from_parts(1, contract.saturating_add(beside))
	}

	pub(crate) fn next_id() -> Result<ContractId, Error<T>> {
		let contract = NextContractId::<T>::get();
		NextContractId::<T>::put(contract.next().ok_or(Error::<T>::TooManyContracts)?);
		Ok(contract)
	}

	/// Writes `contract` down for `owner`, whose account lays down the deposit.
	pub(crate) fn add(
		account: &T::AccountId,
		contract: ContractId,
		owner: TwinId,
		kind: ContractKind,
	) -> DispatchResult {
		let ticket = T::Deposit::new(account, Self::footprint(&kind))?;
		T::Twins::bind(owner)?;
		ContractsOf::<T>::insert(owner, contract, ());
		let created = now::<T::Clock>();
		Contracts::<T>::insert(contract, Contract { owner, created, kind, ticket });
		Ok(())
	}
}
