//! A chain with balances, a clock, this pallet, and neighbours that do as they are told.
//!
//! The neighbours keep what they know in storage, so that a refused call takes back what it did to them, as in
//! a real chain.

use crate::{
	self as pallet_deployments, ContractKind, Contracts, Name, Rent, ServiceState, Services,
	Standing, WorkloadState,
};
use codec::{Decode, Encode, MaxEncodedLen};
use frame_support::{
	derive_impl, ensure, parameter_types, storage_alias,
	traits::{
		fungible::{HoldConsideration, InspectHold},
		ConstU128, ConstU32, LinearStoragePrice,
	},
	weights::Weight,
	Blake2_128Concat, BoundedVec, Twox64Concat,
};
use frame_system::{EnsureRoot, GenesisConfig};
use gridchain_primitives::{
	traits::{Capacity, Farms, PriceFeed, Providers, Records, Twins, Windows},
	Balance, Bytes, ContractId, EndReason, FarmId, Goods, Ipv4Network, Mib, NodeId, NodeView,
	Percent, Price, ProviderId, Quote, Record, Rental, Resources, Tenancy, Terms, TwinId, Usd,
};
use scale_info::TypeInfo;
use sp_io::TestExternalities;
use sp_runtime::{BuildStorage, DispatchError, DispatchResult, TokenError};
use std::collections::BTreeMap;

/// An account with twin 1 and plenty of money.
pub const ALICE: u64 = 1;
/// An account with twin 2 and plenty of money.
pub const BOB: u64 = 2;
/// An account with twin 3, and money for one deposit and one window.
pub const POOR: u64 = 3;
/// An account without a twin.
pub const STRANGER: u64 = 9;
/// The account of node 1, with twin 11 and without money.
pub const NODE_ACCOUNT: u64 = 11;
/// The account of node 2.
pub const OTHER_NODE_ACCOUNT: u64 = 12;
/// The account of node 3, which is not live.
pub const DEAD_NODE_ACCOUNT: u64 = 13;

/// A live node.
pub const NODE: NodeId = NodeId(1);
/// Another one.
pub const OTHER_NODE: NodeId = NodeId(2);
/// A node that hasn't reported for too long.
pub const DEAD_NODE: NodeId = NodeId(3);
/// The farm of all nodes.
pub const FARM: FarmId = FarmId(1);
/// How many public IPs it has: the free ones are 1, 2, 3 and so on.
pub const FARM_IPS: u8 = 20;
/// A provider that the region has approved.
pub const PROVIDER: ProviderId = ProviderId(1);
/// One that it hasn't.
pub const UNAPPROVED: ProviderId = ProviderId(2);

/// What Alice and Bob have.
pub const ENDOWMENT: Balance = 1_000_000;
/// The chain's time at the beginning of each test, in seconds.
pub const START: u64 = 1_000_000;
/// What is held for a workload. Its greatest length is: owner 4, created 8, kind 1, node 4, farm 4, resources 30
/// (cores 4, memory, ssd and hdd 8 each, gpus 2), certified 1, public IPs 1, spec hash 32, traffic limit 8,
/// provider 5, state 1, ticket 16: 115 bytes. Its spec's is 2 + 256. At 10 each and 1,000 for the item that is
/// 4,730.
///
/// For a rent the 115 bytes make 2,150. For a name, with 1 + 63 and the 8 of an id for its index, 2,870. For a service
/// (provider 4, consumer 4, created 8, state 1, base 16, limit 16, document 32, billed to 8, ticket 16: 105, and
/// twice 4 + 8 in lists) 2,290.
pub const DEPOSIT: Balance = 4_730;
/// What must be free when a window is opened or becomes dearer. The mock doesn't hold it.
pub const RESERVE: Balance = 2_000;
/// The most traffic of a window.
pub const TRAFFIC_LIMIT: Bytes = Bytes(1_000_000_000_000);
/// What each node has to sell.
pub const CAPACITY: Resources = Resources {
	cores: 16,
	memory_mib: Mib(32_768),
	ssd_mib: Mib(512_000),
	hdd_mib: Mib(1_024_000),
	gpus: 1,
};

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Timestamp = pallet_timestamp;
	#[runtime::pallet_index(2)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(3)]
	pub type Deployments = pallet_deployments;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
	type AccountData = pallet_balances::AccountData<Balance>;
}

#[derive_impl(pallet_timestamp::config_preludes::TestDefaultConfig)]
impl pallet_timestamp::Config for Test {}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<1>;
}

parameter_types! {
	pub const ContractDeposit: RuntimeHoldReason =
		RuntimeHoldReason::Deployments(pallet_deployments::HoldReason::ContractDeposit);
	pub const ServiceDeposit: RuntimeHoldReason =
		RuntimeHoldReason::Deployments(pallet_deployments::HoldReason::ServiceDeposit);
}

/// A deposit of 1,000 for an item, and 10 for each of its bytes.
type StorageDeposit<Reason> = HoldConsideration<
	u64,
	Balances,
	Reason,
	LinearStoragePrice<ConstU128<1_000>, ConstU128<10>, Balance>,
>;

impl pallet_deployments::Config for Test {
	type GovernanceOrigin = EnsureRoot<u64>;
	type Twins = MockTwins;
	type Farms = MockFarms;
	type Capacity = MockNodes;
	type Windows = MockBilling;
	type Providers = MockBilling;
	type Currency = Balances;
	type PriceFeed = MockBilling;
	type Records = MockRecords;
	type Deposit = StorageDeposit<ContractDeposit>;
	type ServiceDeposit = StorageDeposit<ServiceDeposit>;
	type Clock = Timestamp;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Helper;
}

/// The twin of each account that has one.
#[storage_alias]
pub type TwinOf = StorageMap<Mock, Blake2_128Concat, u64, TwinId>;
/// How many things stand on each twin.
#[storage_alias]
pub type Uses =
	StorageMap<Mock, Twox64Concat, TwinId, u32, frame_support::pallet_prelude::ValueQuery>;

/// Twins, counted from the account's number.
pub struct MockTwins;
impl Twins<u64> for MockTwins {
	fn of(account: &u64) -> Option<TwinId> {
		TwinOf::get(account)
	}

	fn account(twin: TwinId) -> Option<u64> {
		TwinOf::iter().find(|(_, of)| *of == twin).map(|(account, _)| account)
	}

	fn ensure(account: &u64) -> Result<TwinId, DispatchError> {
		TwinOf::get(account).ok_or(DispatchError::CannotLookup)
	}

	fn bind(twin: TwinId) -> DispatchResult {
		Uses::mutate(twin, |uses| *uses += 1);
		Ok(())
	}

	fn unbind(twin: TwinId) {
		Uses::mutate(twin, |uses| *uses -= 1);
	}
}

/// The public IPs of the farm that are free. The last one is given out first.
#[storage_alias]
pub type FreeIps =
	StorageValue<Mock, BoundedVec<u8, ConstU32<32>>, frame_support::pallet_prelude::ValueQuery>;
/// The public IPs of each contract.
#[storage_alias]
pub type IpsOf = StorageMap<
	Mock,
	Twox64Concat,
	ContractId,
	BoundedVec<u8, ConstU32<16>>,
	frame_support::pallet_prelude::ValueQuery,
>;
/// The public IPs that a certifier has taken from the farm while a contract had them.
#[storage_alias]
pub type Withdrawn = StorageMap<Mock, Twox64Concat, u8, ()>;

/// One farm with `FARM_IPS` public IPs, which have a number each.
pub struct MockFarms;

impl Farms<u64> for MockFarms {
	fn owner(_: FarmId) -> Option<TwinId> {
		unreachable!("nobody asks")
	}

	fn payout(_: FarmId) -> Option<u64> {
		unreachable!("nobody asks")
	}

	fn approved(_: FarmId) -> bool {
		unreachable!("nobody asks")
	}

	fn admissible(_: &u64, _: FarmId) -> bool {
		unreachable!("nobody asks")
	}

	fn admit(_: &u64, _: FarmId) -> DispatchResult {
		unreachable!("nobody asks")
	}

	fn dismiss(_: FarmId, _: &u64) {
		unreachable!("nobody asks")
	}

	fn take_ips(farm: FarmId, contract: ContractId, count: u8) -> DispatchResult {
		assert_eq!(farm, FARM);
		for _ in 0..count {
			let ip = FreeIps::mutate(|free| free.pop()).ok_or(DispatchError::Exhausted)?;
			IpsOf::try_mutate(contract, |ips| ips.try_push(ip))
				.map_err(|_| DispatchError::Other("more than 16"))?;
		}
		Ok(())
	}

	fn free_ips(farm: FarmId, contract: ContractId) {
		assert_eq!(farm, FARM);
		// The last one first, so that the first ones are given out again.
		for ip in IpsOf::take(contract).into_iter().rev() {
			if Withdrawn::take(ip).is_none() {
				FreeIps::mutate(|free| free.try_push(ip).expect("it was there before"));
			}
		}
	}

	fn ips_of(contract: ContractId) -> Vec<Ipv4Network> {
		let network =
			|ip| Ipv4Network { address: [185, 1, 1, ip], prefix: 24, gateway: [185, 1, 1, 254] };
		IpsOf::get(contract).into_iter().map(network).collect()
	}
}

/// A node: its account, and whether it is live.
#[storage_alias]
pub type Machines = StorageMap<Mock, Twox64Concat, NodeId, (u64, bool)>;
/// What is sold of each node to each contract.
#[storage_alias]
pub type Sold = StorageDoubleMap<Mock, Twox64Concat, NodeId, Twox64Concat, ContractId, Resources>;
/// The rents of the nodes, those included that have ended under workloads.
#[storage_alias]
pub type Rentals =
	StorageMap<Mock, Twox64Concat, NodeId, Rental, frame_support::pallet_prelude::ValueQuery>;
/// The nodes for whose hardware a certificate stands.
#[storage_alias]
pub type Certified = StorageMap<Mock, Twox64Concat, NodeId, ()>;
/// The nodes that are offered only as a whole.
#[storage_alias]
pub type Dedicated = StorageMap<Mock, Twox64Concat, NodeId, ()>;
/// What a new rent pays beside the resources.
pub const EXTRA_FEE: Usd = Usd(5_000_000_000);

/// Nodes that each have `CAPACITY` to sell.
pub struct MockNodes;

impl MockNodes {
	/// What is sold of `node`.
	pub fn used(node: NodeId) -> Resources {
		Sold::iter_prefix(node).fold(Resources::default(), |sum, (_, sold)| {
			sum.checked_add(&sold).expect("no more is sold than there is")
		})
	}

	/// How many contracts `node` has, its rent included.
	fn contracts(node: NodeId) -> u32 {
		let sales = Sold::iter_key_prefix(node).count() as u32;
		sales + u32::from(matches!(Rentals::get(node), Rental::Rented { .. }))
	}

	/// Forgets a rent that has ended when nothing is left on its node.
	fn close_rental(node: NodeId) {
		let ended = matches!(Rentals::get(node), Rental::Ended { .. });
		if ended && Self::contracts(node) == 0 {
			Rentals::remove(node);
		}
	}

	/// Ends what is left on nodes whose rent has ended, as Nodes does in its own time.
	pub fn sweep() {
		use gridchain_primitives::traits::EndContract;
		let left: Vec<_> = Sold::iter_keys().collect();
		for (node, contract) in left {
			if matches!(Rentals::get(node), Rental::Ended { .. }) {
				<Deployments as EndContract>::end(contract, EndReason::RentEnded).unwrap();
			}
		}
	}

	/// Sells `resources` to `contract` in the place of what it has, if they fit.
	fn sell(node: NodeId, contract: ContractId, resources: &Resources) -> DispatchResult {
		Sold::insert(node, contract, resources);
		ensure!(Self::used(node).fits_in(&CAPACITY), DispatchError::Exhausted);
		Ok(())
	}
}

impl Capacity<u64> for MockNodes {
	fn node(node: NodeId) -> Option<NodeView<u64>> {
		let (account, live) = Machines::get(node)?;
		Some(NodeView {
			account,
			twin: TwinOf::get(account)?,
			farm: FARM,
			hardware: CAPACITY,
			used: Self::used(node),
			free: CAPACITY.checked_sub(&Self::used(node))?,
			contracts: Self::contracts(node),
			live,
			maintenance: None,
			retiring: None,
			rental: Rentals::get(node),
			certified: Certified::contains_key(node),
			extra_fee: EXTRA_FEE,
			tenancy: if Dedicated::contains_key(node) {
				Tenancy::Dedicated
			} else {
				Tenancy::Shared
			},
		})
	}

	fn node_of(account: &u64) -> Option<NodeId> {
		Machines::iter().find(|(_, (of, _))| of == account).map(|(node, _)| node)
	}

	fn take(node: NodeId, contract: ContractId, resources: &Resources) -> DispatchResult {
		let (_, live) = Machines::get(node).ok_or(DispatchError::CannotLookup)?;
		ensure!(live, DispatchError::Unavailable);
		let ends = matches!(Rentals::get(node), Rental::Ended { .. });
		assert!(!ends, "a node whose rent has ended takes nothing");
		assert!(!Sold::contains_key(node, contract), "sold twice to contract {contract}");
		Self::sell(node, contract, resources)
	}

	fn change(node: NodeId, contract: ContractId, resources: &Resources) -> DispatchResult {
		assert!(Sold::contains_key(node, contract), "nothing was sold to contract {contract}");
		Self::sell(node, contract, resources)
	}

	fn give_back(node: NodeId, contract: ContractId) {
		assert!(Sold::take(node, contract).is_some(), "nothing was sold to contract {contract}");
		Self::close_rental(node);
	}

	fn rent(node: NodeId, contract: ContractId) -> DispatchResult {
		let (_, live) = Machines::get(node).ok_or(DispatchError::CannotLookup)?;
		ensure!(live, DispatchError::Unavailable);
		assert_eq!(Rentals::get(node), Rental::None);
		Rentals::insert(node, Rental::Rented { contract });
		Ok(())
	}

	fn end_rent(node: NodeId, contract: ContractId) {
		assert_eq!(Rentals::get(node), Rental::Rented { contract });
		Rentals::insert(node, Rental::Ended { contract });
		Self::close_rental(node);
	}
}

/// How far a window has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub enum Window {
	/// Opened, not started.
	Pending,
	/// Started.
	Open,
	/// Out of money.
	Suspended,
}

/// The windows, with the terms they have.
#[storage_alias]
pub type Billed = StorageMap<Mock, Twox64Concat, ContractId, (Terms, Window)>;
/// The contracts that were closed, and why.
#[storage_alias]
pub type Closed = StorageMap<Mock, Twox64Concat, ContractId, EndReason>;
/// How often a window was amended.
#[storage_alias]
pub type Amended =
	StorageMap<Mock, Twox64Concat, ContractId, u32, frame_support::pallet_prelude::ValueQuery>;

/// Dollars for one TFT, in millionths.
#[storage_alias]
pub type MicroDollars = StorageValue<Mock, u128>;

/// An engine that charges nothing, but asks for `RESERVE`.
pub struct MockBilling;

impl MockBilling {
	fn ensure_funds(terms: &Terms) -> DispatchResult {
		let payer = MockTwins::account(terms.payer).ok_or(DispatchError::CannotLookup)?;
		ensure!(Balances::free_balance(payer) >= RESERVE, TokenError::FundsUnavailable);
		Ok(())
	}

	/// Moves a window from one state to another, as Billing does before it tells.
	pub fn turn(contract: ContractId, from: Window, to: Window) {
		let (terms, window) = Billed::get(contract).unwrap();
		assert_eq!(window, from);
		Billed::insert(contract, (terms, to));
	}
}

impl Windows for MockBilling {
	fn open(contract: ContractId, terms: Terms) -> DispatchResult {
		Self::ensure_funds(&terms)?;
		assert!(!Billed::contains_key(contract));
		Billed::insert(contract, (terms, Window::Pending));
		Ok(())
	}

	fn start(contract: ContractId) -> DispatchResult {
		Self::turn(contract, Window::Pending, Window::Open);
		Ok(())
	}

	fn amend(contract: ContractId, terms: Terms) -> DispatchResult {
		let (_, window) = Billed::get(contract).ok_or(DispatchError::Corruption)?;
		ensure!(window != Window::Suspended, DispatchError::Corruption);
		Self::ensure_funds(&terms)?;
		Billed::insert(contract, (terms, window));
		Amended::mutate(contract, |times| *times += 1);
		Ok(())
	}

	fn close(contract: ContractId, reason: EndReason) -> DispatchResult {
		let (terms, _) = Billed::take(contract).ok_or(DispatchError::Corruption)?;
		// As the last bill does, which reads the meter of the sale, and whether the node is rented.
		match terms.goods {
			Goods::Part { node, .. } => assert!(Sold::contains_key(node, contract), "no meter"),
			Goods::Whole { node, .. } => {
				assert_eq!(Rentals::get(node), Rental::Rented { contract })
			},
			Goods::Name => {},
		}
		Closed::insert(contract, reason);
		Ok(())
	}

	fn attach(contract: ContractId, provider: ProviderId) -> DispatchResult {
		Billed::mutate(contract, |billed| {
			let (terms, _) = billed.as_mut().ok_or(DispatchError::Corruption)?;
			ensure!(terms.provider.is_none(), DispatchError::Corruption);
			terms.provider = Some(provider);
			Ok(())
		})
	}

	fn quote(terms: &Terms) -> Result<Quote, DispatchError> {
		Ok(Quote {
			units: terms.goods.units(),
			policy: gridchain_primitives::PricingPolicyId(1),
			price: Price::from_u32(1),
			discount: Percent::from_percent(0),
			network_discount: Percent::from_percent(0),
			usd_per_hour: gridchain_primitives::Usd(1),
			tft_per_hour: 2,
			tft_per_gigabyte: 3,
			window: gridchain_primitives::Seconds(4),
			reserve: 5,
		})
	}

	fn traffic_limit() -> Bytes {
		TRAFFIC_LIMIT
	}
}

impl Providers for MockBilling {
	fn is_approved(provider: ProviderId) -> bool {
		provider == PROVIDER
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn approved() -> ProviderId {
		PROVIDER
	}
}

impl PriceFeed for MockBilling {
	fn usd_per_tft() -> Option<Price> {
		MicroDollars::get().map(|millionths| Price::from_rational(millionths, 1_000_000))
	}
}

/// A history that nobody reads. A record costs 777.
pub struct MockRecords;
impl Records<u64> for MockRecords {
	fn note(_: Record<u64>) {}

	fn weight() -> Weight {
		Weight::from_parts(777, 0)
	}
}

/// Gives `account` enough for an hour of a service.
#[cfg(feature = "runtime-benchmarks")]
fn rich(account: u64) -> u64 {
	Balances::force_set_balance(RuntimeOrigin::root(), account, 10_000_000_000).unwrap();
	account
}

/// Sets up what the benchmarks need.
#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;
#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<u64> for Helper {
	fn owner() -> u64 {
		// Each measurement leaves an empty chain behind.
		populate();
		pallet_timestamp::Now::<Test>::put(START * 1_000);
		rich(ALICE)
	}

	fn consumer() -> u64 {
		rich(BOB)
	}

	fn node() -> (NodeId, u64) {
		(NODE, NODE_ACCOUNT)
	}

	fn empty_node() -> NodeId {
		Certified::insert(NODE, ());
		NODE
	}

	fn pass(_: NodeId, _: gridchain_primitives::Seconds) {}

	fn suspend(contract: ContractId, _: NodeId) {
		use gridchain_primitives::traits::OnContract;
		MockBilling::turn(contract, Window::Open, Window::Suspended);
		Deployments::suspended(contract);
	}
}

/// The twins, the nodes, the IPs and the price that there are in the beginning.
fn populate() {
	for account in [ALICE, BOB, POOR, NODE_ACCOUNT, OTHER_NODE_ACCOUNT, DEAD_NODE_ACCOUNT] {
		TwinOf::insert(account, TwinId(account as u32));
	}
	Machines::insert(NODE, (NODE_ACCOUNT, true));
	Machines::insert(OTHER_NODE, (OTHER_NODE_ACCOUNT, true));
	Machines::insert(DEAD_NODE, (DEAD_NODE_ACCOUNT, false));
	FreeIps::put(BoundedVec::truncate_from((1..=FARM_IPS).rev().collect()));
	// 0.011 USD for one TFT.
	MicroDollars::put(11_000);
}

/// The chain in its first block, with three twins that have money and three nodes.
pub fn new_test_ext() -> TestExternalities {
	let mut storage = GenesisConfig::<Test>::default().build_storage().unwrap();
	pallet_balances::GenesisConfig::<Test> {
		// One to stay alive.
		balances: vec![(ALICE, ENDOWMENT), (BOB, ENDOWMENT), (POOR, 1 + DEPOSIT + RESERVE)],
		..Default::default()
	}
	.assimilate_storage(&mut storage)
	.unwrap();
	let mut ext = TestExternalities::new(storage);
	ext.execute_with(|| {
		System::set_block_number(1);
		pallet_timestamp::Now::<Test>::put(START * 1_000);
		populate();
	});
	ext
}

/// What is held of `account` for its contracts.
pub fn held(account: u64) -> Balance {
	Balances::balance_on_hold(&ContractDeposit::get(), &account)
}

/// What is held of `account` for the services that it offers.
pub fn held_for_services(account: u64) -> Balance {
	Balances::balance_on_hold(&ServiceDeposit::get(), &account)
}

/// Checks all that is always true of this pallet, of what it holds, and of what its neighbours know of it.
pub fn check_state() {
	Deployments::do_try_state().unwrap();
	check_deposits();
	check_neighbours();
}

/// A ticket is encoded as its amount.
fn amount_of(ticket: &impl Encode) -> Balance {
	Balance::decode(&mut &ticket.encode()[..]).unwrap()
}

fn check_deposits() {
	let contracts = Deployments::tickets().map(|(of, ticket)| (of, amount_of(&ticket)));
	check_tickets(contracts, held);
	let services = Deployments::service_tickets().map(|(of, ticket)| (of, amount_of(&ticket)));
	check_tickets(services, held_for_services);
}

/// What is held of each account is what its tickets say.
fn check_tickets(tickets: impl Iterator<Item = (u64, Balance)>, held: impl Fn(u64) -> Balance) {
	let mut due = BTreeMap::<u64, Balance>::new();
	tickets.for_each(|(account, amount)| *due.entry(account).or_default() += amount);
	for account in frame_system::Account::<Test>::iter_keys() {
		let due = due.remove(&account).unwrap_or_default();
		assert_eq!(held(account), due, "what is held of account {account} is not its tickets");
	}
	assert!(due.is_empty(), "tickets of accounts that don't exist: {due:?}");
}

/// Each contract has a window and a use of its twin that fit it, each workload a sale; nothing else has any. No IP
/// is lost.
fn check_neighbours() {
	let mut uses = BTreeMap::<TwinId, u32>::new();
	let (mut contracts, mut sales, mut rents) = (0, 0, 0);
	for (id, contract) in Contracts::<Test>::iter() {
		*uses.entry(contract.owner).or_default() += 1;
		contracts += 1;
		let (terms, window) = Billed::get(id).unwrap();
		assert_eq!(window, expected_window(&contract.kind), "contract {id}");
		match contract.kind {
			ContractKind::Workload(workload) => {
				sales += 1;
				assert_eq!(Sold::get(workload.node, id), Some(workload.resources));
				assert_eq!(terms, workload.terms(contract.owner));
			},
			ContractKind::Rent(Rent { node, provider, .. }) => {
				rents += 1;
				assert_eq!(terms.goods.node(), Some(node));
				assert_eq!((terms.payer, terms.provider), (contract.owner, provider));
			},
			ContractKind::Name(_) => assert_eq!(terms, Name::terms(contract.owner)),
		}
	}
	for service in Services::<Test>::iter_values() {
		*uses.entry(service.provider).or_default() += 1;
		let agrees = match service.state {
			ServiceState::Offered => false,
			ServiceState::Proposed { approved_by, .. } => approved_by == Some(service.consumer),
			ServiceState::Agreed { .. } => true,
		};
		*uses.entry(service.consumer).or_default() += u32::from(agrees);
	}
	assert_eq!(Sold::iter().count(), sales, "a sale without a workload");
	assert_eq!(Billed::iter().count(), contracts, "a window without a contract");
	let rented = |rental: &Rental| matches!(rental, Rental::Rented { .. });
	assert_eq!(Rentals::iter_values().filter(rented).count(), rents, "a rental without a rent");
	for (twin, count) in Uses::iter() {
		assert_eq!(uses.get(&twin).copied().unwrap_or_default(), count, "uses of twin {twin}");
	}
	let ips: usize = IpsOf::iter_values().map(|ips| ips.len()).sum();
	assert!(IpsOf::iter_keys().all(Contracts::<Test>::contains_key), "IPs without a contract");
	assert!(FreeIps::get().len() + ips <= usize::from(FARM_IPS));
}

fn expected_window(kind: &ContractKind) -> Window {
	match kind {
		ContractKind::Workload(workload) => match workload.state {
			WorkloadState::AwaitingDelivery => Window::Pending,
			WorkloadState::Running => Window::Open,
			WorkloadState::Suspended => Window::Suspended,
		},
		ContractKind::Rent(Rent { standing, .. }) | ContractKind::Name(Name { standing, .. }) => {
			match standing {
				Standing::Active => Window::Open,
				Standing::Suspended => Window::Suspended,
			}
		},
	}
}

/// A test's body, followed by the check of all that is always true.
pub trait Sanity {
	/// Runs `test`, then the checks.
	fn sanity(self, test: impl FnOnce());
}

impl Sanity for TestExternalities {
	fn sanity(mut self, test: impl FnOnce()) {
		self.execute_with(|| {
			test();
			check_state();
		});
	}
}
