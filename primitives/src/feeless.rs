//! Calls that cost nothing, and why one is refused.
//!
//! A feeless call that could fail would be a free way to fill blocks. So each is checked in the pool and
//! again in its block, before anything runs, for all that it would itself refuse: what passes can't fail.

use codec::{Decode, DecodeWithMemTracking, Encode};
use scale_info::TypeInfo;

/// Why a feeless call is refused. The pool answers `Custom error: N` with the number of the reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
#[repr(u8)]
pub enum Refusal {
	/// 60: the transaction is immortal. Sign it with an era, as wallets do by default.
	Immortal = 60,
	/// 61: no such node. `register_node` makes one.
	NodeNotFound = 61,
	/// 62: the node belongs to another account. Only its own account speaks for it.
	NotNodeAccount = 62,
	/// 63: the node spoke less than a report interval ago. Wait for the rest of the interval.
	TooEarly = 63,
	/// 64: the farm has not authorised the account. Name the farm that has; its farmer calls `authorise_node`
	/// first.
	NotAuthorised = 64,
	/// 65: the account has a node already, or registered one in this reward period that has left. `update_node`
	/// changes a node; another computer needs another account; one that left registers again in the next period.
	AlreadyRegistered = 65,
	/// 66: less than 1 core, 2 GB of memory or 100 GB of disk in all, or more than any computer has.
	HardwareOutOfBounds = 66,
	/// 67: a field is too long or is not what it should be, or nothing would change.
	Malformed = 67,
	/// 68: no such contract, or it has ended. `contractsOf` lists those of a twin.
	ContractNotFound = 68,
	/// 69: the contract belongs to another twin. Sign with the account of its owner's twin.
	NotContractOwner = 69,
	/// 70: the contract stands on another node. Only that node confirms it.
	NotOnNode = 70,
	/// 71: the contract is confirmed already. There is nothing more to do.
	AlreadyConfirmed = 71,
	/// 72: the contract rents a node, and workloads of its owner still stand there. Cancel those first.
	RentInUse = 72,
	/// 73: the rent of the node is suspended or has ended, so nothing starts on it. Wait until it is resumed.
	RentNotActive = 73,
	/// 74: the contract is not a workload. Only workloads are confirmed.
	NotWorkload = 74,
}

impl Refusal {
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
