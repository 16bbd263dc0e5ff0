//! The traits by which the pallets know their neighbours.

use crate::{
	Balance, Bytes, Calendar, ContractId, EndReason, FarmId, Ipv4Network, NodeId, NodePeriod,
	NodeView, Period, Price, ProviderId, Quote, Reading, Record, Resources, Terms, TwinId,
	WholeNode,
};
use alloc::vec::Vec;
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
	/// Removes the twin that `account` got as a node's, for which nothing was ever laid down here: whoever paid for it
	/// by authorising the account has the money back. Does nothing for any other twin, and while something stands on
	/// it. Stand-ins in tests may leave it out.
	fn forget(_account: &AccountId) {}
	/// Counts a use, so that the twin can't be deleted.
	fn bind(twin: TwinId) -> DispatchResult;
	/// Takes a use back.
	fn unbind(twin: TwinId);
}

/// What is held of a twin's account. Implemented in the runtime, which alone knows all reasons to hold money;
/// used by Twins when a twin goes to another account.
pub trait TwinHandover<AccountId> {
	/// Moves all that any of our pallets holds of `from` to `to`, where it stays held for the same reasons. Does
	/// a fixed number of steps, however many things the twin has. Where it fails the caller undoes all of it.
	fn hand_over(from: &AccountId, to: &AccountId) -> DispatchResult;
	/// Has something held of `account` for each of the reasons, so that a benchmark moves all there can be.
	#[cfg(feature = "runtime-benchmarks")]
	fn hold_for_each_reason(account: &AccountId);
}

/// Farms and the accounts that may join them. Implemented by Farms.
pub trait Farms<AccountId> {
	/// The twin that owns `farm`.
	fn owner(farm: FarmId) -> Option<TwinId>;
	/// The account that `farm` is paid to: the one it named, else its owner's.
	fn payout(farm: FarmId) -> Option<AccountId>;
	/// Whether the nodes of `farm` earn rewards.
	fn approved(farm: FarmId) -> bool;
	/// Whether `farm` has authorised `account` and waits for its node.
	fn admissible(account: &AccountId, farm: FarmId) -> bool;
	/// Lets the node of `account` into `farm`, which has authorised it.
	fn admit(account: &AccountId, farm: FarmId) -> DispatchResult;
	/// The node of `account` has left `farm`; the authorisation stays.
	fn dismiss(farm: FarmId, account: &AccountId);
	/// Gives `count` free public IPs of `farm` to `contract`, beside those it has. Fails, and changes nothing, if
	/// the farm has too few free ones, or the contract would have more than 16, or some of another farm.
	fn take_ips(farm: FarmId, contract: ContractId, count: u8) -> DispatchResult;
	/// Takes all IPs back that `contract` has of `farm`. Whoever takes fewer again at once, for the same
	/// contract, gets the first ones of these. Does nothing for a contract without any.
	fn free_ips(farm: FarmId, contract: ContractId);
	/// The public IPs that `contract` has, at most 16, in the order it got them.
	fn ips_of(contract: ContractId) -> Vec<Ipv4Network>;
}

/// What is booked for the nodes of a farm, node by node. A runtime adapter over Nodes and Billing; used by Farms
/// when a farm goes to another owner, and before it is deleted.
pub trait FarmRevenue<AccountId> {
	/// The node to settle after `after`, or first, for `farm`, in an order that stays the same: each node of the
	/// farm comes once, one that has left it included as long as something can be booked for it. Nodes of other
	/// farms may come as well; they cost a step each.
	fn next_node(farm: FarmId, after: Option<NodeId>) -> Option<NodeId>;
	/// Pays what is booked for `node` to `account`, and says how much that was: nothing if the node is not of
	/// `farm`. Where it fails the caller undoes all of it, and the revenue stays booked.
	fn settle(farm: FarmId, node: NodeId, account: &AccountId) -> Result<Balance, DispatchError>;
	/// Whether something is, or can still be, booked for `farm` or one of its nodes.
	fn is_owed(farm: FarmId) -> bool;
	/// What a `settle` costs beside what its caller measures: what is noted of it.
	fn weight() -> Weight;
	/// Books revenue for a node that stands in `farm`, the kind of node that costs the most to settle.
	#[cfg(feature = "runtime-benchmarks")]
	fn book(farm: FarmId) -> NodeId;
}

/// Which providers farms let share in their revenue. Implemented by Farms; used by Billing.
pub trait AcceptedProviders {
	/// Whether `farm` has accepted `provider`.
	fn accepts(farm: FarmId, provider: ProviderId) -> bool;
}

/// Who brings deployers and shares in the revenue. Implemented by Billing; used by Farms and Deployments.
pub trait Providers {
	/// Whether there is such a provider, and the region has approved it.
	fn is_approved(provider: ProviderId) -> bool;
	/// Registers a provider and approves it.
	#[cfg(feature = "runtime-benchmarks")]
	fn approved() -> ProviderId;
}

/// Nodes and what is sold of them. Implemented by Nodes; used by Deployments.
pub trait Capacity<AccountId> {
	/// What is known of `node`.
	fn node(node: NodeId) -> Option<NodeView<AccountId>>;
	/// The node of `account`.
	fn node_of(account: &AccountId) -> Option<NodeId>;
	/// Sells `resources` of `node` to `contract`. Fails, and changes nothing, if the node is not live, is under
	/// maintenance or retires, has not that much free, or has too many contracts.
	fn take(node: NodeId, contract: ContractId, resources: &Resources) -> DispatchResult;
	/// Changes what `contract` has of `node` to `resources`. Fails, and changes nothing, if they don't fit.
	fn change(node: NodeId, contract: ContractId, resources: &Resources) -> DispatchResult;
	/// Takes back what `contract` has of `node`, and removes its traffic meter.
	fn give_back(node: NodeId, contract: ContractId);
	/// `contract` rents all of `node`: it is one of the node's contracts and has no resources of its own. Fails, and
	/// changes nothing, where [`Capacity::take`] would, or if the node is rented already. Whose the other contracts
	/// on it are is the caller's affair.
	fn rent(node: NodeId, contract: ContractId) -> DispatchResult;
	/// `contract` rents `node` no more. What else stands on it is ended for [`EndReason::RentEnded`], a few
	/// contracts a block, and until then the node takes no new ones.
	fn end_rent(node: NodeId, contract: ContractId);
}

/// The end of contracts from below. Implemented by Deployments; used by Nodes, whose contracts end when it
/// retires.
pub trait EndContract {
	/// Ends `contract` for `reason`: bills what has passed and gives back all that it has.
	fn end(contract: ContractId, reason: EndReason) -> DispatchResult;
	/// What one end costs at most, with its record.
	fn weight() -> Weight;
}

/// The meters of the nodes. Implemented by Nodes; used by Billing.
pub trait Meters {
	/// What is the same for all readings of a block, so that it is looked up once.
	type Moment;
	/// That of the running block.
	fn moment() -> Self::Moment;
	/// The meters of `node` for `contract`, or `None` if there is no such node.
	fn read(node: NodeId, contract: ContractId, moment: &Self::Moment) -> Option<Reading>;
	/// What a rent of `node` is charged by at this moment, or `None` if there is no such node.
	fn whole(node: NodeId) -> Option<WholeNode>;
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
	/// Opens a contract's first window: holds what it can cost at most. It waits for [`Windows::start`], which for
	/// a rent or a name follows at once, and ends with [`EndReason::NotDelivered`] if that doesn't come in time.
	fn open(contract: ContractId, terms: Terms) -> DispatchResult;
	/// Billing starts now.
	fn start(contract: ContractId) -> DispatchResult;
	/// Bills what has passed at the old terms, and goes on in the same window at the new ones.
	fn amend(contract: ContractId, terms: Terms) -> DispatchResult;
	/// Bills what has passed, pays what is owed as far as the money reaches, and forgets the contract.
	/// Never fails for want of money.
	fn close(contract: ContractId, reason: EndReason) -> DispatchResult;
	/// From its next window on, `provider` shares in what `contract` brings in. Fails, and changes nothing, if it
	/// has a provider already.
	fn attach(contract: ContractId, provider: ProviderId) -> DispatchResult;
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

/// The market's price. Implemented by Billing, which the runtime's oracle feeds; used by Billing and Rewards.
pub trait PriceFeed {
	/// Dollars for one TFT as the chain last accepted it, however old; `None` before the first price.
	fn usd_per_tft() -> Option<Price>;
}
