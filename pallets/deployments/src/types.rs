//! What a contract is.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use gridchain_math::billing_units;
use gridchain_primitives::{Bytes, NodeId, Resources, Terms, Time, TwinId};
use scale_info::TypeInfo;
use sp_core::H256;

/// The most bytes that a spec has: enough for an address under which the full document is found, and a key.
pub const MAX_SPEC_LENGTH: u32 = 256;

/// What the node is told of a workload beside its resources. The chain doesn't read it.
pub type Spec = BoundedVec<u8, ConstU32<MAX_SPEC_LENGTH>>;

/// An agreement of a twin with the chain.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Contract<Ticket> {
	/// The twin that made it, and pays for it.
	pub owner: TwinId,
	/// When it was made.
	pub created: Time,
	/// What it is about.
	pub kind: ContractKind,
	/// The owner's deposit for its storage.
	pub ticket: Ticket,
}

/// What a contract is about.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub enum ContractKind {
	/// A part of a node.
	#[codec(index = 0)]
	Workload(Workload),
}

/// A part of a node, and what runs in it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Workload {
	/// The node.
	pub node: NodeId,
	/// What is sold of it.
	pub resources: Resources,
	/// The hash of the full document that says what runs.
	pub spec_hash: H256,
	/// The most public traffic that one window is billed for. What goes beyond it is free: the node may stop
	/// it.
	pub traffic_limit: Bytes,
	/// How far it has come.
	pub state: WorkloadState,
}

/// How far a workload has come.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub enum WorkloadState {
	/// The node hasn't confirmed it yet. It isn't billed.
	#[codec(index = 0)]
	AwaitingDelivery,
	/// It runs and is billed.
	#[codec(index = 1)]
	Running,
	/// Its owner's money didn't reach for the next window: it is stopped, its data is kept.
	#[codec(index = 2)]
	Suspended,
}

impl Workload {
	/// What Billing needs to know of it when `payer` owns it.
	pub fn terms(&self, payer: TwinId) -> Terms {
		Terms {
			payer,
			node: self.node,
			units: billing_units(&self.resources),
			traffic_limit: self.traffic_limit,
		}
	}
}

/// What a benchmark needs of the neighbours, so that it measures the calls as they really are wired.
#[cfg(feature = "runtime-benchmarks")]
pub trait BenchmarkHelper<AccountId> {
	/// An account with a twin, and with money for the deposit and the windows of a contract. There is a price,
	/// so that a window can be opened.
	fn owner() -> AccountId;
	/// A live node with room for 4 cores, 8 GB of memory and 100 GB of SSD, and its account. It has as many
	/// other contracts as a node can have beside one more.
	fn node() -> (NodeId, AccountId);
	/// Lets `span` pass, and has `node` report at its end that it was up.
	fn pass(node: NodeId, span: gridchain_primitives::Seconds);
	/// Has Billing suspend `contract`, which runs on `node`, and lets time pass, so that its end will have to
	/// bill all that it can: seconds of the last window that weren't paid, and the storage since. The owner has
	/// the money for it again.
	fn suspend(contract: gridchain_primitives::ContractId, node: NodeId);
}
