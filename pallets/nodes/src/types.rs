//! What is stored of nodes, and what the calls take.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use gridchain_primitives::{
	BlockNumber, Bytes, Calendar, ContractId, FarmId, FarmingPolicyId, Period, Resources, Seconds,
	Tenancy, Time, TwinId, Usd,
};
use scale_info::TypeInfo;

pub use gridchain_primitives::{Ipv4Network, Ipv6Network};

/// A text of at most `N` bytes.
pub type Text<const N: u32> = BoundedVec<u8, ConstU32<N>>;

/// The name of a network interface. Linux allows 15 bytes.
pub type InterfaceName = Text<15>;
/// The addresses of one network interface.
pub type InterfaceIps = BoundedVec<IpAddress, ConstU32<4>>;
/// A node's network interfaces. Four, so that all that is stored of a node stays below 1 KiB.
pub type Interfaces = BoundedVec<Interface, ConstU32<4>>;
/// What the maker wrote on a computer; empty if it is unknown.
pub type Serial = Text<48>;
/// A version of the node software, like `1.2.0`.
pub type Version = Text<32>;
/// A domain name.
pub type Domain = Text<128>;
/// Cumulative public bytes by contract, as a node reports them.
pub type Traffic = BoundedVec<(ContractId, Bytes), ConstU32<128>>;

/// Where a node stands, as its farmer says.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Location {
	/// Two upper-case letters, as in ISO 3166.
	pub country: [u8; 2],
	/// The city, in UTF-8; empty if it is not said.
	pub city: Text<48>,
	/// Where exactly, if the farmer says so.
	pub position: Option<Position>,
}

/// A place on Earth, in millionths of a degree.
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
pub struct Position {
	/// North is positive; at most 90,000,000 either way.
	pub latitude: i32,
	/// East is positive; at most 180,000,000 either way.
	pub longitude: i32,
}

/// A network interface.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Interface {
	/// Its name.
	pub name: InterfaceName,
	/// Its hardware address.
	pub mac: [u8; 6],
	/// Its addresses.
	pub ips: InterfaceIps,
}

/// An address of the internet protocol, bytes in network order.
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
pub enum IpAddress {
	/// Version 4.
	#[codec(index = 0)]
	V4([u8; 4]),
	/// Version 6.
	#[codec(index = 1)]
	V6([u8; 16]),
}

/// What a node says of itself beside its hardware.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Details {
	/// Where it stands.
	pub location: Location,
	/// Its network interfaces.
	pub interfaces: Interfaces,
	/// Whether it booted with verified signatures.
	pub secure_boot: bool,
	/// Whether it is a virtual machine.
	pub virtualized: bool,
	/// What the maker wrote on it.
	pub serial: Serial,
}

/// What a node says of itself, and its twin: what [`NodeLiveness`] doesn't know, since no report needs it.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct Node {
	/// Its twin.
	pub twin: TwinId,
	/// What it says of itself.
	pub details: Details,
	/// When it last described itself.
	pub updated_at: Time,
	/// How it is reached from the public internet, if it is.
	pub public_config: Option<PublicConfig>,
	/// When the public configuration was last set or removed.
	pub config_set_at: Option<Time>,
}

/// How a node is reached from the public internet, as text: what `set_public_config` takes.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct PublicConfigText {
	/// The IPv4 address.
	pub ipv4: Option<NetworkText>,
	/// The IPv6 address.
	pub ipv6: Option<NetworkText>,
	/// The domain that leads to these addresses.
	pub domain: Option<Domain>,
}

/// An address with its network, as text.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub struct NetworkText {
	/// The node's address and the length of its network's prefix: `185.206.122.31/24`.
	pub cidr: Text<49>,
	/// The router's address: `185.206.122.1`.
	pub gateway: Text<45>,
}

/// How a node is reached from the public internet.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct PublicConfig {
	/// The IPv4 address.
	pub ipv4: Option<Ipv4Network>,
	/// The IPv6 address.
	pub ipv6: Option<Ipv6Network>,
	/// The domain that leads to these addresses.
	pub domain: Option<Domain>,
}

/// Whose a node is, what it has attested so far, and when it last spoke: all that a report reads and writes of it.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct NodeLiveness<AccountId> {
	/// The node's own account, so that a report needs no other item to know who may sign it.
	pub account: AccountId,
	/// The farm it stands in.
	pub farm: FarmId,
	/// When it registered.
	pub registered_at: Time,
	/// Whether it has ever reported.
	pub reported: bool,
	/// When it last reported, or registered if it hasn't reported yet.
	pub last_report: Time,
	/// The block of that report or registration.
	pub last_block: BlockNumber,
	/// Seconds since its boot, as the last report said; 0 before the first.
	pub last_uptime: Seconds,
	/// Seconds that the chain has credited in all.
	pub attested: Seconds,
	/// Those of the last period in which it was credited any.
	pub running: PeriodUptime,
	/// Those of the period before that one, as far as it was credited any in it.
	pub previous: Option<PeriodUptime>,
	/// Whether it takes new contracts. Here, since whoever sells or bills a node reads this item anyway.
	pub offer: Offer,
	/// Whether a contract rents all of it. Here for the same reason.
	pub rental: Lease,
}

/// Whether a node takes new contracts, and if not, why and until when.
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
pub enum Offer {
	/// It does, as far as this is known here.
	#[codec(index = 0)]
	Open,
	/// Not before `until`. This ends by itself: from then on it is as good as [`Offer::Open`].
	#[codec(index = 1)]
	Maintenance {
		/// When it takes new contracts again.
		until: Time,
	},
	/// It takes none any more, and those it has end at `at`.
	#[codec(index = 2)]
	Retiring {
		/// When the notice is over.
		at: Time,
	},
	/// The notice is over, and some contracts couldn't be ended. That is tried again.
	#[codec(index = 3)]
	Ending {
		/// When.
		retry: Time,
	},
}

/// Whether a contract rents all of a node.
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
pub enum Lease {
	/// None does.
	#[codec(index = 0)]
	None,
	/// One does.
	#[codec(index = 1)]
	Rented {
		/// The rent.
		contract: ContractId,
	},
	/// One did, and contracts that stood under it are still there. They are ended, and until then the node takes no
	/// others.
	#[codec(index = 2)]
	Ended {
		/// The rent.
		contract: ContractId,
		/// When that is done, or tried again.
		due: Time,
	},
}

/// Why the contracts of a node are ended.
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
pub enum Ending {
	/// Its notice is over.
	#[codec(index = 0)]
	Retirement,
	/// The rent under which they stood has ended.
	#[codec(index = 1)]
	Rent,
}

/// A moment as a key of storage: its bytes from the most to the least significant one, so that the keys of
/// earlier moments come first.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct OrderedTime([u8; 8]);

impl From<Time> for OrderedTime {
	fn from(time: Time) -> Self {
		Self(time.0.to_be_bytes())
	}
}

impl From<OrderedTime> for Time {
	fn from(key: OrderedTime) -> Self {
		Self(u64::from_be_bytes(key.0))
	}
}

/// [`NodeLiveness`] of a runtime.
pub(crate) type LivenessOf<T> = NodeLiveness<<T as frame_system::Config>::AccountId>;

/// Seconds that the chain has credited in one period.
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
pub struct PeriodUptime {
	/// The period.
	pub period: Period,
	/// The credited seconds.
	pub seconds: Seconds,
}

/// What a node has and what is sold of it.
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
pub struct NodeLedger {
	/// What it has.
	pub hardware: Resources,
	/// What is sold of it, all contracts together.
	pub used: Resources,
	/// How many contracts have a part of it.
	pub contracts: u32,
	/// The least it had in the periods that are not settled.
	pub lowest: LowestHardware,
	/// The farming policy of its registration, and with it the connection price. Here, because a settlement
	/// reads it beside the hardware.
	pub policy: FarmingPolicyId,
	/// What certifiers have vouched for.
	pub certification: Certification,
	/// Nano-dollars a month of 730 hours that a new rent pays beside the resources; 0 if there is no such fee.
	pub extra_fee: Usd,
	/// Whether it is offered in parts.
	pub tenancy: Tenancy,
}

/// What certifiers have vouched for.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Certification {
	/// The certificate that stands.
	pub standing: Option<Certificate>,
	/// The last period through which one had stood that ended later.
	pub last_whole: Option<Period>,
}

/// A certificate. It covers the hardware that the certifier found, and no other.
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
pub struct Certificate {
	/// What the certifier found.
	pub hardware: Resources,
	/// The first period from whose beginning on it has stood.
	pub whole_from: Period,
}

/// What is kept of a node that has left, until its last period is settled: all that it is rewarded by.
#[derive(
	Clone, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, MaxEncodedLen, TypeInfo,
)]
pub struct DepartedNode<AccountId> {
	/// The account that it had.
	pub account: AccountId,
	/// The farm it stood in.
	pub farm: FarmId,
	/// The farming policy of its registration.
	pub policy: FarmingPolicyId,
	/// When it registered.
	pub registered_at: Time,
	/// When it left.
	pub left_at: Time,
	/// Seconds of the last period in which it was credited any.
	pub running: PeriodUptime,
	/// Those of the period before that one, as far as it was credited any in it.
	pub previous: Option<PeriodUptime>,
	/// What it had when it left.
	pub hardware: Resources,
	/// The least it had in the periods that are not settled.
	pub lowest: LowestHardware,
	/// What certifiers had vouched for.
	pub certification: Certification,
}

/// The least of each part of the hardware that a node had in a period and in the one before it. In later
/// periods the hardware has not changed.
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
pub struct LowestHardware {
	/// The period of the last update, or of the registration.
	pub period: Period,
	/// The least in that period.
	pub running: Resources,
	/// The least in the period before it; `None` if the node was not registered then.
	pub previous: Option<Resources>,
}

/// What a contract has of a node, and its traffic meter.
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
pub struct Sale {
	/// What it has.
	pub resources: Resources,
	/// The node's own counter of the contract's public bytes, as it was last reported.
	pub counter: Bytes,
	/// Public bytes that the chain has counted. It never falls.
	pub counted: Bytes,
}

/// The running period, and how far settlement has come.
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
pub struct PeriodBook {
	/// The running period.
	pub calendar: Calendar,
	/// The last period whose settlement has begun: no second is credited to it any more.
	pub closed: Option<Period>,
	/// The last period whose figures nobody needs any more.
	pub released: Option<Period>,
	/// The first period of which nodes that left in it may still be stored.
	pub swept_to: Period,
	/// The first block that saw the running period.
	pub first_block: u32,
}
