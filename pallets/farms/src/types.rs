//! What a farm and an authorisation are made of.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use gridchain_primitives::{FarmId, TwinId};
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
	/// Its deposit, held of its owner's account.
	pub ticket: Ticket,
}

/// That an account may bring a node into a farm.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Authorisation<Ticket> {
	/// The farm.
	pub farm: FarmId,
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
