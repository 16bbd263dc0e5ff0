#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod holds;
mod types;

pub use holds::{Cause, HeldSum, HoldLine, Holds, HoldsCursor, Thing, FARMS_PAGE, HOLDS_PAGE};
pub use types::{ApiError, Bookings, ReceiptsPage, Supply, PAGE};

use codec::Codec;
use gridchain_primitives::{
	Balance, ContractId, ContractStatus, NodeCapacity, NodeFilter, NodeId, NodesPage, Period,
	Quote, QuoteRequest, Runway, ServiceQuote, Usd,
};

sp_api::decl_runtime_apis! {
	/// What a region's state tells of nodes, contracts, rewards and money.
	pub trait GridApi<AccountId, HoldReason>
	where
		AccountId: Codec,
		HoldReason: Codec,
	{
		/// What a workload, a rent or a name would cost at this moment, so that it is known before anything is
		/// signed.
		///
		/// `request` says what the call would be given. Refused is what has no price for the payer: what can't be billed,
		/// a node that isn't there, one that somebody else rents or whose rent isn't paid, one with workloads of others
		/// that is to be rented, one that is offered only as a whole; and all, as long as there is no price. Whether the node is live and has room is not asked: `node_capacity` tells.
		/// `payer` is the account that would sign: its stake may earn a discount, and what it deploys on a node
		/// that it rents costs only IPs and traffic. Without one it is the list price. The answer holds for this
		/// block: a window takes the policy, the price and the discount of the moment in which it opens.
		fn quote(
			request: QuoteRequest,
			payer: Option<AccountId>,
		) -> Result<Quote, ApiError>;

		/// What a service between twins would cost at this moment at most: `base` and all that `metered_limit`
		/// allows beside it, both in nano-dollars an hour.
		fn quote_service(base: Usd, metered_limit: Usd) -> Result<ServiceQuote, ApiError>;

		/// How a contract stands: its window, what it has cost since the last bill, what is held for it, what it
		/// owes. `None` if there is no such contract, or it has ended.
		fn contract_status(contract: ContractId) -> Option<ContractStatus>;

		/// A page, counted from 0, of what nodes earned in a period, each with every factor.
		///
		/// Empty for a period that isn't being settled yet, and for one so old that its receipts have left the
		/// state: those are in the records.
		fn receipts(period: Period, page: u32) -> ReceiptsPage;

		/// How much TFT there is, where it came from, and what of it waits to be paid or burned.
		fn supply() -> Supply;

		/// What a node has, what is sold of it and what is free, and whether it takes contracts. `None` if there is
		/// no such node, or it has left.
		fn node_capacity(node: NodeId) -> Option<NodeCapacity>;

		/// A page, counted from 0, of the nodes that `filter` finds: by default all that take contracts now.
		///
		/// A page covers 100 node ids, so it costs the same whatever is asked for, and a node is always on the same
		/// page. A client that wants all asks for the pages 0 to `pages - 1` of one block; one that wants some stops
		/// when it has enough. A page without any is not the last.
		fn find_nodes(filter: NodeFilter, page: u32) -> NodesPage;

		/// All that `account` has and can't spend, why, and for which of its contracts and farms.
		///
		/// `from` is `None` for the first page, and `next` of the page before for the others, all at one block. The
		/// sums by cause are complete on every page, and add up to all that is held.
		fn holds(account: AccountId, from: Option<HoldsCursor>) -> Holds<HoldReason>;

		/// For how long the money of `account` lasts if `top_up`, in 10^-7 TFT, is added to it: what its contracts
		/// cost a day, and between which moments the first of them is suspended.
		///
		/// It is what the chain will do if rates and price stay, all nodes are up, and nothing else is spent or
		/// received: each contract takes what one window costs out of the free balance once a window. `None` if the
		/// account has no twin, or there is no price of the TFT yet.
		fn runway(account: AccountId, top_up: Balance) -> Option<Runway>;
	}
}
