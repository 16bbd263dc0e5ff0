//! What the answers are made of.

use alloc::vec::Vec;
use codec::{Decode, Encode};
use gridchain_primitives::{Balance, Period, Receipt};
use scale_info::TypeInfo;
use sp_runtime::DispatchError;

/// How many nodes a page of receipts covers.
pub const PAGE: u32 = 100;

/// Why a question has no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
#[scale_info(capture_docs = "always")]
pub enum ApiError {
	/// There is no price of the TFT yet, so nothing can be deployed. Ask again when the market has been heard.
	#[codec(index = 0)]
	NoPrice,
	/// The resources are nothing that is paid for. Ask for a core, or for some memory or disk: graphics
	/// processors come with those, never alone.
	#[codec(index = 1)]
	NoResources,
	/// The traffic limit is above what one window of any contract may be billed for, as Billing's parameters
	/// say. Choose a lower one; it counts anew in each window.
	#[codec(index = 2)]
	TrafficLimitTooHigh,
	/// More than any contract can be charged for: 10,000 compute or storage units, or such terms of a service. Ask for
	/// less; a node that has more can't be rented as a whole.
	#[codec(index = 3)]
	TermsTooLarge,
	/// Anything else. It is the error that the call itself would fail with, and is read like that.
	#[codec(index = 4)]
	Refused(DispatchError),
	/// There is no such node. `find_nodes` finds some.
	#[codec(index = 5)]
	NodeNotFound,
	/// Somebody else rents the node, or its rent is suspended or has just ended. Choose another one, or ask again when
	/// `node_capacity` says that it is not rented.
	#[codec(index = 6)]
	NodeRented,
	/// Somebody else has contracts on the node, so that it can't be rented whole. Choose one that `find_nodes` calls
	/// rentable.
	#[codec(index = 7)]
	NodeInUse,
	/// A contract has 16 public IPs at most. Ask for fewer.
	#[codec(index = 8)]
	TooManyPublicIps,
	/// The farmer offers the node only as a whole. Ask for the price of its rent, or choose one that `find_nodes` finds
	/// for contracts.
	#[codec(index = 9)]
	NodeDedicated,
}

/// A page of the receipts of a period.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct ReceiptsPage {
	/// The period that was asked for.
	pub period: Period,
	/// The page that was asked for, counted from 0.
	pub page: u32,
	/// How many pages there are. None if the state has no receipts of the period.
	pub pages: u32,
	/// How many receipts the period has in all.
	pub total: u32,
	/// The receipts of this page, in order of node id. A page covers [`PAGE`] node ids, so it holds fewer
	/// where a node had no part in the period.
	pub receipts: Vec<Receipt>,
}

/// How much TFT there is, in 10^-7 TFT. `issuance = genesis + minted - burned`, and never above `cap`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Supply {
	/// What there is.
	pub issuance: Balance,
	/// What there was at genesis.
	pub genesis: Balance,
	/// What was minted since, as rewards of nodes.
	pub minted: Balance,
	/// What was burned since, as the burned share of bills.
	pub burned: Balance,
	/// What there can be at most.
	pub cap: Balance,
	/// What deployers have paid and nobody has received yet. It is part of the issuance.
	pub booked: Bookings,
}

/// What lies in the pot of the bills, by whom it waits for, in 10^-7 TFT.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Bookings {
	/// To be burned when the session ends.
	pub burn: Balance,
	/// To be paid to the treasury when the session ends.
	pub treasury: Balance,
	/// To be paid to the validators when the session ends.
	pub validators: Balance,
	/// Earned by farms, and paid when the period is settled.
	pub nodes: Balance,
	/// Earned by providers, and paid when anybody asks for it.
	pub providers: Balance,
	/// Taken or minted by a settlement, and not yet paid out.
	pub taken: Balance,
}
