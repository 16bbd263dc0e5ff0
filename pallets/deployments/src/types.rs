//! What a contract is.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use gridchain_math::billing_units;
use gridchain_primitives::{
	Bytes, FarmId, Goods, NodeId, NodeView, ProviderId, Resources, Terms, Time, TwinId, Usd,
};
use scale_info::TypeInfo;
use sp_core::H256;

/// The most bytes that a spec has: enough for an address under which the full document is found, and a key.
pub const MAX_SPEC_LENGTH: u32 = 256;

/// The most public IPs of one workload.
pub const MAX_PUBLIC_IPS: u8 = 16;

/// The fewest characters of a name.
pub const MIN_NAME_LENGTH: u32 = 3;

/// The most characters of a name: those of a label in the names of the internet.
pub const MAX_NAME_LENGTH: u32 = 63;

/// The most bytes of a name that somebody asks for.
pub const MAX_PROPOSED_NAME_LENGTH: u32 = 256;

/// The most bytes of a note on the bill of a service.
pub const MAX_NOTE_LENGTH: u32 = 128;

/// What the node is told of a workload beside its resources. The chain doesn't read it.
pub type Spec = BoundedVec<u8, ConstU32<MAX_SPEC_LENGTH>>;

/// A name: small letters, digits and hyphens.
pub type Label = BoundedVec<u8, ConstU32<MAX_NAME_LENGTH>>;

/// A name that somebody asks for. It may be longer than a name can be, so that who asks for too long a one is
/// told so in words; a longer one yet is no transaction at all.
pub type ProposedName = BoundedVec<u8, ConstU32<MAX_PROPOSED_NAME_LENGTH>>;

/// What a provider writes on the bill of its service. The chain doesn't read it.
pub type Note = BoundedVec<u8, ConstU32<MAX_NOTE_LENGTH>>;

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
	/// A whole node.
	#[codec(index = 1)]
	Rent(Rent),
	/// A name.
	#[codec(index = 2)]
	Name(Name),
}

/// A part of a node, and what runs in it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Workload {
	/// The node.
	pub node: NodeId,
	/// The farm that the node stands in, whose the public IPs are.
	pub farm: FarmId,
	/// What is sold of it.
	pub resources: Resources,
	/// Whether a certificate stood for the node's hardware when the contract was made. It is paid for as long as
	/// the contract lasts.
	pub certified: bool,
	/// How many public IPv4 addresses it has. Which ones they are the farms know.
	pub public_ips: u8,
	/// The hash of the full document that says what runs.
	pub spec_hash: H256,
	/// The most public traffic that one window is billed for. What goes beyond it is free: the node may stop
	/// it.
	pub traffic_limit: Bytes,
	/// Who brought the owner.
	pub provider: Option<ProviderId>,
	/// How far it has come.
	pub state: WorkloadState,
}

/// A whole node. What is charged for it Billing keeps, where it falls with the hardware.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Rent {
	/// The node.
	pub node: NodeId,
	/// Who brought the owner.
	pub provider: Option<ProviderId>,
	/// Whether it is paid.
	pub standing: Standing,
}

/// A name that nobody else can have meanwhile.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Name {
	/// The name.
	pub name: Label,
	/// Whether it is paid.
	pub standing: Standing,
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

/// Whether a rent or a name is paid. Neither waits for anybody's confirmation.
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
pub enum Standing {
	/// It is paid for this window.
	#[codec(index = 0)]
	Active,
	/// Its owner's money didn't reach for the next window.
	#[codec(index = 1)]
	Suspended,
}

/// What one twin does for another, at terms that both have approved.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Service<Ticket> {
	/// The twin that serves and is paid.
	pub provider: TwinId,
	/// The twin that is served and pays.
	pub consumer: TwinId,
	/// When it was offered.
	pub created: Time,
	/// How far it has come.
	pub state: ServiceState,
	/// The provider's deposit for its storage.
	pub ticket: Ticket,
}

/// How far a service has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub enum ServiceState {
	/// The provider has still to say its terms.
	#[codec(index = 0)]
	Offered,
	/// There are terms, and not both sides have approved them. Nothing can be billed.
	#[codec(index = 1)]
	Proposed {
		/// The terms.
		terms: ServiceTerms,
		/// The side that has approved them, if one has.
		approved_by: Option<TwinId>,
	},
	/// Both sides have approved the terms.
	#[codec(index = 2)]
	Agreed {
		/// The terms.
		terms: ServiceTerms,
		/// Until when it is billed: the time of the last bill, or else of the agreement.
		billed_to: Time,
	},
}

/// What a service costs.
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
pub struct ServiceTerms {
	/// Nano-dollars an hour, whatever is used.
	pub base: Usd,
	/// The most nano-dollars an hour that may be billed beside that for what was used.
	pub metered_limit: Usd,
	/// The hash of the document that says what is served, and how it is metered.
	pub document: H256,
}

impl ContractKind {
	/// The node that it is about, if it is about one.
	pub fn node(&self) -> Option<NodeId> {
		match self {
			Self::Workload(Workload { node, .. }) | Self::Rent(Rent { node, .. }) => Some(*node),
			Self::Name(_) => None,
		}
	}

	/// From running to suspended. Answers whether it ran.
	pub(crate) fn suspend(&mut self) -> bool {
		match self {
			Self::Workload(Workload { state, .. }) => {
				turn(state, WorkloadState::Running, WorkloadState::Suspended)
			},
			Self::Rent(Rent { standing, .. }) | Self::Name(Name { standing, .. }) => {
				turn(standing, Standing::Active, Standing::Suspended)
			},
		}
	}

	/// From suspended to running. Answers whether it was suspended.
	pub(crate) fn resume(&mut self) -> bool {
		match self {
			Self::Workload(Workload { state, .. }) => {
				turn(state, WorkloadState::Suspended, WorkloadState::Running)
			},
			Self::Rent(Rent { standing, .. }) | Self::Name(Name { standing, .. }) => {
				turn(standing, Standing::Suspended, Standing::Active)
			},
		}
	}
}

/// Turns `state` from one to another. What is in any other state stays in it.
fn turn<State: PartialEq>(state: &mut State, from: State, to: State) -> bool {
	let turns = *state == from;
	if turns {
		*state = to;
	}
	turns
}

impl Workload {
	/// What Billing needs to know of it when `payer` owns it.
	pub fn terms(&self, payer: TwinId) -> Terms {
		let goods = Goods::Part {
			node: self.node,
			units: billing_units(&self.resources),
			certified: self.certified,
			ipv4: self.public_ips,
			traffic_limit: self.traffic_limit,
		};
		Terms { payer, goods, provider: self.provider }
	}
}

impl Rent {
	/// What Billing needs to know of it when `payer` makes it, and its node is as `view` says.
	pub fn terms<AccountId>(&self, payer: TwinId, view: &NodeView<AccountId>) -> Terms {
		let goods = Goods::Whole {
			node: self.node,
			units: billing_units(&view.hardware),
			certified: view.certified,
			extra_fee: view.extra_fee,
		};
		Terms { payer, goods, provider: self.provider }
	}
}

impl Name {
	/// What Billing needs to know of any when `payer` owns it.
	pub fn terms(payer: TwinId) -> Terms {
		Terms { payer, goods: Goods::Name, provider: None }
	}
}

impl<Ticket> Service<Ticket> {
	/// Whether `twin` is one of its two sides.
	pub fn is_party(&self, twin: TwinId) -> bool {
		twin == self.provider || twin == self.consumer
	}

	/// Whether its consumer's twin is in use by it: while the consumer's own approval of the terms stands. What a
	/// twin has agreed to it can't leave behind, but nobody binds another's twin by an offer.
	pub fn binds_consumer(&self) -> bool {
		match self.state {
			ServiceState::Offered => false,
			ServiceState::Proposed { approved_by, .. } => approved_by == Some(self.consumer),
			ServiceState::Agreed { .. } => true,
		}
	}

	/// The twins that are in use by it: its provider, who has offered it, and its consumer while that stands by the
	/// terms.
	pub fn bound(&self) -> impl Iterator<Item = TwinId> {
		let consumer = self.binds_consumer().then_some(self.consumer);
		core::iter::once(self.provider).chain(consumer)
	}
}

/// What a benchmark needs of the neighbours, so that it measures the calls as they really are wired.
#[cfg(feature = "runtime-benchmarks")]
pub trait BenchmarkHelper<AccountId> {
	/// An account with a twin, and with money for the deposit and the windows of a contract. There is a price,
	/// so that a window can be opened, and the clock shows more than an hour.
	fn owner() -> AccountId;
	/// Another account with a twin, and with money.
	fn consumer() -> AccountId;
	/// A live node with room for 4 cores, 8 GB of memory and 100 GB of SSD, and its account. It has as many
	/// other contracts as a node can have beside two more, and its farm at least 16 free public IPs.
	fn node() -> (NodeId, AccountId);
	/// A live node without contracts, with a certificate and an extra fee.
	fn empty_node() -> NodeId;
	/// Lets `span` pass, and has `node` report at its end that it was up.
	fn pass(node: NodeId, span: gridchain_primitives::Seconds);
	/// Has Billing suspend `contract`, which runs on `node`, and lets time pass, so that its end will have to
	/// bill all that it can: seconds of the last window that weren't paid, and the storage since. The owner has
	/// the money for it again.
	fn suspend(contract: gridchain_primitives::ContractId, node: NodeId);
}
