//! The traits by which the pallets know their neighbours.

use crate::{
	Balance, Bytes, Calendar, ContractId, EndReason, FarmId, NodeId, NodePeriod, NodeView, Period,
	Price, Quote, Reading, Record, Resources, Terms, TwinId,
};
use frame_support::weights::Weight;
use sp_runtime::{DispatchError, DispatchResult};

/// The chain's history. Implemented by Records; used by Billing, Rewards and Validators.
pub trait Records<AccountId> {
	/// Adds `record` to the block's list.
	fn note(record: Record<AccountId>);
	/// What one record costs when the block is closed. Whoever notes one accounts for it.
	fn weight() -> Weight;
}

/// Digital identities. Implemented by Twins.
pub trait Twins<AccountId> {
	/// The twin of `account`.
	fn of(account: &AccountId) -> Option<TwinId>;
	/// The account of `twin`.
	fn account(twin: TwinId) -> Option<AccountId>;
	/// The twin of a node's account, made if there is none. It needs neither terms nor a deposit: the farmer
	/// who authorised the account has accepted and paid both.
	fn ensure(account: &AccountId) -> Result<TwinId, DispatchError>;
	/// Counts a use, so that the twin can't be deleted.
	fn bind(twin: TwinId) -> DispatchResult;
	/// Takes a use back.
	fn unbind(twin: TwinId);
}

/// Farms and the accounts that may join them. Implemented by Farms.
pub trait Farms<AccountId> {
	/// The twin that owns `farm`.
	fn owner(farm: FarmId) -> Option<TwinId>;
	/// The account that `farm` is paid to: the one it named, else its owner's.
	fn payout(farm: FarmId) -> Option<AccountId>;
	/// Whether the nodes of `farm` earn rewards.
	fn approved(farm: FarmId) -> bool;
	/// The farm that has authorised `account` and waits for its node.
	fn admissible(account: &AccountId) -> Option<FarmId>;
	/// Lets the node of `account` into the farm that has authorised it.
	fn admit(account: &AccountId) -> Result<FarmId, DispatchError>;
	/// The node of `account` has left `farm`; the authorisation stays.
	fn dismiss(farm: FarmId, account: &AccountId);
}

/// Nodes and what is sold of them. Implemented by Nodes; used by Deployments.
pub trait Capacity<AccountId> {
	/// What is known of `node`.
	fn node(node: NodeId) -> Option<NodeView<AccountId>>;
	/// The node of `account`.
	fn node_of(account: &AccountId) -> Option<NodeId>;
	/// Sells `resources` of `node` to `contract`. Fails, and changes nothing, if the node is not live, has
	/// not that much free, or has too many contracts.
	fn take(node: NodeId, contract: ContractId, resources: &Resources) -> DispatchResult;
	/// Changes what `contract` has of `node` to `resources`. Fails, and changes nothing, if they don't fit.
	fn change(node: NodeId, contract: ContractId, resources: &Resources) -> DispatchResult;
	/// Takes back what `contract` has of `node`, and removes its traffic meter.
	fn give_back(node: NodeId, contract: ContractId);
}

/// The meters of the nodes. Implemented by Nodes; used by Billing.
pub trait Meters {
	/// The meters of `node` for `contract`, or `None` if there is no such node.
	fn read(node: NodeId, contract: ContractId) -> Option<Reading>;
}

/// Attested uptime by periods. Implemented by Nodes; used by Rewards.
pub trait Attested {
	/// The running period, as of this moment. `None` before the first block.
	fn calendar() -> Option<Calendar>;
	/// The last node id that was given out, or `None` before the first.
	fn last_id() -> Option<NodeId>;
	/// What `node` did in `period`, which is the running one or the one before it.
	fn of_period(node: NodeId, period: Period) -> Option<NodePeriod>;
	/// `period` is being settled: seconds that would still fall into it are dropped from now on.
	fn close(period: Period);
	/// Whether the running period has lasted for so many blocks that each live node has reported in it. Before
	/// that the one before it may not be closed: after a standstill its last seconds are still unreported.
	fn reports_are_in() -> bool;
	/// Nobody asks for the figures of `period` any more. The calendar waits for this before it ends the period
	/// that follows: a chain that stood still for longer than a period would else forget figures unpaid.
	fn release(period: Period);
}

/// The billing engine. Implemented by Billing; used by Deployments.
pub trait Windows {
	/// Opens a contract's first window: holds what it can cost at most. It waits for [`Windows::start`], and
	/// ends with [`EndReason::NotDelivered`] if that doesn't come in time.
	fn open(contract: ContractId, terms: Terms) -> DispatchResult;
	/// Billing starts now.
	fn start(contract: ContractId) -> DispatchResult;
	/// Bills what has passed at the old terms, and goes on in the same window at the new ones.
	fn amend(contract: ContractId, terms: Terms) -> DispatchResult;
	/// Bills what has passed, pays what is owed as far as the money reaches, and forgets the contract.
	/// Never fails for want of money.
	fn close(contract: ContractId, reason: EndReason) -> DispatchResult;
	/// What `terms` would cost.
	fn quote(terms: &Terms) -> Result<Quote, DispatchError>;
	/// The most traffic that one window of any contract may be billed for.
	fn traffic_limit() -> Bytes;
}

/// What Billing tells of a contract: the only calls upwards. Implemented by Deployments.
pub trait OnContract {
	/// There is not enough money for the next window: the workload stops, its data is kept.
	fn suspended(contract: ContractId);
	/// The money is back: the workload goes on.
	fn resumed(contract: ContractId);
	/// Billing has ended the contract and forgotten it.
	fn ended(contract: ContractId, reason: EndReason);
}

/// Booked revenue of nodes. Implemented by Billing; used by Rewards.
pub trait Revenue<AccountId> {
	/// Takes what is booked for `node`. It stays in the pot, owed to whoever took it, until it is paid.
	fn take(node: NodeId) -> Balance;
	/// Adds `amount`, just minted, to the pot, owed like what was taken.
	fn mint(amount: Balance) -> DispatchResult;
	/// Pays `amount` of what was taken or minted to `account`.
	fn pay(account: &AccountId, amount: Balance) -> DispatchResult;
}

/// The market's price. A runtime adapter over its source; used by Billing and Rewards.
pub trait PriceFeed {
	/// Dollars for one TFT, or `None` before the first price.
	fn usd_per_tft() -> Option<Price>;
}
