//! Calls that cost nothing, and why one is refused.
//!
//! A feeless call that could fail would be a free way to fill blocks. So each is checked in the pool and
//! again in its block, before anything runs, for all that it would itself refuse: what passes can't fail.

use codec::{Decode, DecodeWithMemTracking, Encode};
use scale_info::TypeInfo;

/// Why a feeless call is refused. The pool answers `Custom error: N` with the number of the reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
#[scale_info(capture_docs = "always")]
#[repr(u8)]
pub enum Refusal {
	/// 60: the transaction is immortal. Sign it with an era, as wallets do by default.
	Immortal = 60,
	/// 61: no such node. `register_node` makes one.
	NodeNotFound = 61,
	/// 62: the node belongs to another account. Sign with the account that registered it.
	NotNodeAccount = 62,
	/// 63: the node spoke less than a report interval ago. Wait for the rest of the interval.
	TooEarly = 63,
	/// 64: the farm has not authorised the account. Name the farm that has; its farmer calls `authorise_node`
	/// first.
	NotAuthorised = 64,
	/// 65: the account has a node already, or registered one in this reward period that has left. `update_node`
	/// changes a node; another computer needs another account; one that left registers again in the next period.
	AlreadyRegistered = 65,
	/// 66: less than 1 core, 2 GB of memory or 100 GB of disk in all, or more than any computer has. Give what the
	/// computer has, memory and disks in MiB; one with less can't join.
	HardwareOutOfBounds = 66,
	/// 67: the call would fail with an error that has no number here, which the tests rule out. Tell those who look
	/// after the chain.
	Malformed = 67,
	/// 68: no such contract, or it has ended. `contractsOf` lists those of a twin.
	ContractNotFound = 68,
	/// 69: the contract belongs to another twin. Sign with the account of its owner's twin, which the contract names.
	NotContractOwner = 69,
	/// 70: the contract stands on another node. Sign with the account of the node that the contract names.
	NotOnNode = 70,
	/// 71: the contract is confirmed already. There is nothing more to do.
	AlreadyConfirmed = 71,
	/// 72: the contract rents a node, and workloads of its owner still stand there. Cancel those first.
	RentInUse = 72,
	/// 73: the rent of the node is suspended or has ended, so nothing starts on it. Wait until it is resumed.
	RentNotActive = 73,
	/// 74: the contract is not a workload. Only workloads are confirmed; a rent and a name run from the beginning.
	NotWorkload = 74,
	/// 75: the country is not two upper-case letters. Give its code of ISO 3166, like `BE`.
	CountryNotTwoLetters = 75,
	/// 76: the position is not on Earth. Latitudes go to 90 degrees, longitudes to 180, in millionths.
	PositionOutOfBounds = 76,
	/// 77: a text is not UTF-8, holds control characters, or an interface has no name. Send plain text, and leave out
	/// an interface without a name.
	TextNotReadable = 77,
	/// 78: all is like that already. Nothing needs to be sent.
	NothingToChange = 78,
	/// 79: the public configuration names neither an IPv4 nor an IPv6 address. Name one; to remove the configuration,
	/// pass none.
	AddressMissing = 79,
	/// 80: an address is not written as it should be. Write `185.206.122.31/24` with the gateway `185.206.122.1`.
	AddressNotReadable = 80,
	/// 81: the prefix is out of bounds. It goes from 8 to 31 for IPv4, from 16 to 127 for IPv6.
	PrefixOutOfBounds = 81,
	/// 82: the address or the gateway is not one of a host on the public internet. Give those that the provider has
	/// assigned; a node that has none needs no public configuration.
	AddressNotPublic = 82,
	/// 83: the gateway lies outside the prefix. Give the router's address in the same network.
	GatewayOutsidePrefix = 83,
	/// 84: the gateway is the address itself. Name the router.
	GatewayIsAddress = 84,
	/// 85: the domain is not one. Give at least two parts of letters, digits and hyphens, joined by dots.
	DomainNotReadable = 85,
}

impl Refusal {
	/// All of them, by number.
	pub const ALL: [Self; 26] = [
		Self::Immortal,
		Self::NodeNotFound,
		Self::NotNodeAccount,
		Self::TooEarly,
		Self::NotAuthorised,
		Self::AlreadyRegistered,
		Self::HardwareOutOfBounds,
		Self::Malformed,
		Self::ContractNotFound,
		Self::NotContractOwner,
		Self::NotOnNode,
		Self::AlreadyConfirmed,
		Self::RentInUse,
		Self::RentNotActive,
		Self::NotWorkload,
		Self::CountryNotTwoLetters,
		Self::PositionOutOfBounds,
		Self::TextNotReadable,
		Self::NothingToChange,
		Self::AddressMissing,
		Self::AddressNotReadable,
		Self::PrefixOutOfBounds,
		Self::AddressNotPublic,
		Self::GatewayOutsidePrefix,
		Self::GatewayIsAddress,
		Self::DomainNotReadable,
	];

	/// The number that the pool answers.
	pub fn code(self) -> u8 {
		self as u8
	}
}

/// What a feeless call is about: `(kind, id, stamp)`. The pool keeps one transaction for each tag, so that
/// ten reports of one node wait as one. The stamp changes when the call has run: for a node's calls it is
/// the time of its last report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode)]
pub enum FeelessTag {
	/// A call of a node, stamped with its last report.
	Node(crate::NodeId, crate::Time),
	/// An account's registration.
	Registration(sp_core::H256),
	/// A contract's confirmation.
	Confirmation(crate::ContractId),
	/// A contract's end.
	Cancellation(crate::ContractId),
}

/// A runtime's or a pallet's call that may be feeless.
pub trait CheckFeeless<AccountId> {
	/// `None` for a call that pays; else whether it would succeed when `who` signed it, and what it is about.
	fn check_feeless(&self, who: &AccountId) -> Option<Result<FeelessTag, Refusal>>;
}
