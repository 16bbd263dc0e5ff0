//! Which nodes are what a client wants: Nodes knows the nodes, Farms what a farm adds.

use crate::{Nodes, Runtime};
use gridchain_primitives::{FarmId, FoundFarm, NodeFilter, NodesPage};

/// A page of the nodes that `filter` finds.
pub fn find_nodes(filter: NodeFilter, page: u32) -> NodesPage {
	Nodes::find_nodes(&filter, page, found_farm)
}

/// What `farm` adds to its nodes.
fn found_farm(farm: FarmId) -> FoundFarm {
	let record = pallet_farms::Farms::<Runtime>::get(farm);
	let belongings = pallet_farms::BelongingsOf::<Runtime>::get(farm);
	FoundFarm {
		farm,
		certification: record.map(|record| record.certification).unwrap_or_default(),
		free_ips: belongings.map_or(0, |all| all.free_ips),
	}
}
