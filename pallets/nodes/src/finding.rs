//! Finding a node: which ones are what a client wants.

use crate::{Config, NextNodeId, Nodes, Pallet, Params};
use gridchain_primitives::{
	FarmId, FoundFarm, FoundNode, NodeCapacity, NodeCertification, NodeFilter, NodeId, NodesPage,
	Rental, Resources, Tenancy, Wanted, NODES_PAGE,
};

impl<T: Config> Pallet<T> {
	/// The page `page`, counted from 0, of the nodes that `filter` finds: those of [`NODES_PAGE`] node ids, so
	/// that the work is the same whatever is asked for, and a node is always on the same page. `farm` tells what
	/// the farm of a node adds to it.
	pub fn find_nodes(
		filter: &NodeFilter,
		page: u32,
		farm: impl Fn(FarmId) -> FoundFarm,
	) -> NodesPage {
		let last = NextNodeId::<T>::get().0.saturating_sub(1);
		let first = page.saturating_mul(NODES_PAGE).saturating_add(1);
		let ids = first..=first.saturating_add(NODES_PAGE - 1).min(last);
		NodesPage {
			page,
			pages: last.div_ceil(NODES_PAGE),
			nodes: ids.filter_map(|id| Self::find(filter, NodeId(id), &farm)).collect(),
		}
	}

	/// `node`, if `filter` finds it.
	fn find(
		filter: &NodeFilter,
		node: NodeId,
		farm: impl Fn(FarmId) -> FoundFarm,
	) -> Option<FoundNode> {
		let capacity = Self::node_capacity(node).filter(|found| Self::suits(filter, found))?;
		let farm = Some(farm(capacity.farm)).filter(|farm| has_such_a_farm(filter, farm))?;
		let location = Nodes::<T>::get(node)?.details.location;
		let here = filter.country.is_none_or(|country| country == location.country);
		let found =
			FoundNode { node, farm, country: location.country, city: location.city, capacity };
		here.then_some(found)
	}

	/// Whether a node of such a capacity is wanted.
	fn suits(filter: &NodeFilter, capacity: &NodeCapacity) -> bool {
		let wanted = match filter.wanted {
			Wanted::Contract => Self::takes_contracts(capacity),
			Wanted::Rent => capacity.rentable,
			Wanted::Any => true,
		};
		let certified = |want| (want == NodeCertification::Certified) == capacity.certified;
		wanted
			&& filter.farm.is_none_or(|farm| farm == capacity.farm)
			&& filter.certification.is_none_or(certified)
			&& filter.free.is_none_or(|least: Resources| least.fits_in(&capacity.free))
	}

	/// Whether anybody may make a new contract on a node, if its resources suffice: it is offered in parts, and nobody
	/// rents it.
	fn takes_contracts(capacity: &NodeCapacity) -> bool {
		capacity.live
			&& capacity.maintenance.is_none()
			&& capacity.retiring.is_none()
			&& capacity.rental == Rental::None
			&& capacity.tenancy == Tenancy::Shared
			&& capacity.contracts < Params::<T>::get().max_contracts
	}
}

/// Whether a node of `farm` is wanted.
fn has_such_a_farm(filter: &NodeFilter, farm: &FoundFarm) -> bool {
	filter.farm_certification.is_none_or(|want| want == farm.certification)
		&& filter.free_ips.is_none_or(|least| farm.free_ips >= least)
}
