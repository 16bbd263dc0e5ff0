//! What a farm and an authorisation are made of.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use gridchain_primitives::{
	Balance, ContractId, FarmCertification, FarmId, Ipv4Address, Ipv4Network, NodeId, TwinId,
};
use scale_info::TypeInfo;

/// The fewest characters of a farm's name.
pub const MIN_NAME_LENGTH: u32 = 3;

/// The most characters of a farm's name.
pub const MAX_NAME_LENGTH: u32 = 40;

/// The most bytes of a name that somebody asks for.
pub const MAX_PROPOSED_NAME_LENGTH: u32 = 256;

/// A farm's name: letters, digits, hyphens and underscores.
pub type FarmName = BoundedVec<u8, ConstU32<MAX_NAME_LENGTH>>;

/// A name that somebody asks for. It may be longer than a farm's name can be, so that who asks for too long a
/// name is told so in words; a longer one yet is no transaction at all.
pub type ProposedName = BoundedVec<u8, ConstU32<MAX_PROPOSED_NAME_LENGTH>>;

/// The most bytes of an IPv4 address with its prefix: `185.206.122.131/24`.
pub const MAX_IPV4_LENGTH: u32 = 18;

/// The most public IPs that a contract can have.
pub const MAX_CONTRACT_IPS: u32 = 16;

/// The most providers that a farm can accept.
pub const MAX_FARM_PROVIDERS: u32 = 32;

/// An IPv4 address in writing, with its prefix or without.
pub type Ipv4Text = BoundedVec<u8, ConstU32<MAX_IPV4_LENGTH>>;

/// The addresses of the public IPs that a contract has.
pub type ContractIps = BoundedVec<Ipv4Address, ConstU32<MAX_CONTRACT_IPS>>;

/// A set of nodes with one owner.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Farm<AccountId, Ticket> {
	/// The twin that owns it.
	pub owner: TwinId,
	/// Its name, in the capitals it was given.
	pub name: FarmName,
	/// Where it is paid to; `None` for its owner's account.
	pub payout: Option<AccountId>,
	/// Whether its nodes earn rewards.
	pub approved: bool,
	/// Whether a certifier vouches for it.
	pub certification: FarmCertification,
	/// The twin that may take it over, if its owner has offered it to one.
	pub offered_to: Option<TwinId>,
	/// Its deposit, held of its owner's account.
	pub ticket: Ticket,
}

/// That an account may bring a node into a farm. It is stored by both.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Authorisation<Ticket> {
	/// Whether the node is there.
	pub admission: Admission,
	/// The deposit, held of the account of the farm's owner.
	pub ticket: Ticket,
}

/// Where an authorised account's node is.
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
pub enum Admission {
	/// The farm waits for it.
	#[codec(index = 0)]
	Awaited,
	/// It is registered, and stands in the farm.
	#[codec(index = 1)]
	Registered,
}

/// What belongs to a farm, and what is held for it: sums, so that nothing has to walk through its things.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Belongings {
	/// How many accounts it has authorised, with a node or without.
	pub authorisations: u32,
	/// How many public IPs it has, in use or not.
	pub ips: u32,
	/// How many of these are free.
	pub free_ips: u32,
	/// How many providers it has accepted.
	pub providers: u32,
	/// What is held of its owner's account for it.
	pub held: Deposits,
}

/// What is held of the account of a farm's owner, in 10^-7 TFT, by reason.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Deposits {
	/// For the farm itself.
	pub farm: Balance,
	/// For the accounts that it has authorised.
	pub authorisations: Balance,
	/// For its public IPs.
	pub ips: Balance,
}

/// A public IP of a farm. It is stored by its address.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct PublicIp<Ticket> {
	/// The farm.
	pub farm: FarmId,
	/// The length of its network's prefix in bits.
	pub prefix: u8,
	/// The router's address.
	pub gateway: Ipv4Address,
	/// Whether a contract has it.
	pub state: IpState<Ticket>,
}

impl<Ticket> PublicIp<Ticket> {
	/// The whole of what a host with this IP needs to know.
	pub fn network(&self, address: Ipv4Address) -> Ipv4Network {
		Ipv4Network { address, prefix: self.prefix, gateway: self.gateway }
	}
}

/// Whether a contract has a public IP.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub enum IpState<Ticket> {
	/// No contract has it.
	#[codec(index = 0)]
	Free {
		/// Its place among the free IPs of the farm.
		place: u32,
		/// The deposit, held of the account of the farm's owner.
		ticket: Ticket,
	},
	/// A contract has it.
	#[codec(index = 1)]
	InUse {
		/// The contract.
		contract: ContractId,
		/// The deposit, held of the account of the farm's owner.
		ticket: Ticket,
	},
	/// A certifier has withdrawn it while a contract has it. It goes when the contract lets it go; its deposit is
	/// given back already.
	#[codec(index = 2)]
	Withdrawn {
		/// The contract.
		contract: ContractId,
	},
}

/// How far a farm is on its way to another owner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Handover {
	/// The twin that will own it.
	pub to: TwinId,
	/// The last node whose booked revenue was paid to the old owner.
	pub after: Option<NodeId>,
}
