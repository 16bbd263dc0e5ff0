//! What clients ask to find a node, and what they are told.

use crate::{FarmCertification, FarmId, NodeCapacity, NodeId, Resources};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode};
use frame_support::{traits::ConstU32, BoundedVec};
use scale_info::TypeInfo;

/// How many node ids a page of found nodes covers.
pub const NODES_PAGE: u32 = 100;

/// What a node must be to be found. The default finds every node that takes contracts now.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo,
)]
pub struct NodeFilter {
	/// What it is wanted for.
	pub wanted: Wanted,
	/// The farm it stands in.
	pub farm: Option<FarmId>,
	/// The country it stands in, as its farmer says: two upper-case letters, as in ISO 3166.
	pub country: Option<[u8; 2]>,
	/// Whether a certifier vouches for its hardware.
	pub certification: Option<NodeCertification>,
	/// Whether a certifier vouches for its farm.
	pub farm_certification: Option<FarmCertification>,
	/// The least that can still be sold of it, of each part: 1 under `gpus` finds nodes with a free graphics
	/// processor.
	pub free: Option<Resources>,
	/// The least number of free public IPs of its farm.
	pub free_ips: Option<u32>,
}

/// What a node is wanted for.
#[derive(
	Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo,
)]
pub enum Wanted {
	/// A new contract: it is live, neither under maintenance nor retiring, rented by nobody, offered in parts, and has
	/// fewer contracts than a node can have.
	#[default]
	#[codec(index = 0)]
	Contract,
	/// To be rented as a whole: it is live, neither under maintenance nor retiring, rented by nobody, and has no
	/// contracts, be it offered in parts or not.
	#[codec(index = 1)]
	Rent,
	/// To be looked at: any node that is registered, be it live or not.
	#[codec(index = 2)]
	Any,
}

/// Whether a certifier vouches for a node's hardware.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub enum NodeCertification {
	/// None does.
	#[codec(index = 0)]
	NotCertified,
	/// One does: contracts on it pay for that.
	#[codec(index = 1)]
	Certified,
}

/// A page of the nodes that a filter finds.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct NodesPage {
	/// The page that was asked for, counted from 0.
	pub page: u32,
	/// How many pages there are, whatever the filter: all node ids that were ever given out, [`NODES_PAGE`] to a
	/// page.
	pub pages: u32,
	/// The found nodes of this page, in order of node id. Most pages are shorter than [`NODES_PAGE`], and one
	/// without any is not the last.
	pub nodes: Vec<FoundNode>,
}

/// A node that a filter found.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct FoundNode {
	/// The node.
	pub node: NodeId,
	/// What its farm adds.
	pub farm: FoundFarm,
	/// The country it stands in, as its farmer says.
	pub country: [u8; 2],
	/// The city, in UTF-8; empty if it is not said.
	pub city: BoundedVec<u8, ConstU32<48>>,
	/// What it has, what is sold and what is free.
	pub capacity: NodeCapacity,
}

/// What the farm of a found node adds to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct FoundFarm {
	/// The farm.
	pub farm: FarmId,
	/// Whether a certifier vouches for it.
	pub certification: FarmCertification,
	/// How many public IPs it has to give.
	pub free_ips: u32,
}
