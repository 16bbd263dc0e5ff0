//! A chain with balances, a clock, this pallet, and neighbours that do as they are told.
//!
//! The neighbours keep what they know in storage, so that a refused call takes back what it did to them, as in
//! a real chain.

use crate as pallet_deployments;
use codec::{Decode, Encode, MaxEncodedLen};
use frame_support::{
	derive_impl, ensure, parameter_types, storage_alias,
	traits::{fungible::HoldConsideration, ConstU128, LinearStoragePrice},
	weights::Weight,
	Blake2_128Concat, Twox64Concat,
};
use frame_system::{EnsureRoot, GenesisConfig};
use gridchain_primitives::{
	traits::{Capacity, Records, Twins, Windows},
	Balance, Bytes, ContractId, EndReason, FarmId, Mib, NodeId, NodeView, Quote, Record, Resources,
	Terms, TwinId, Usd,
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

/// What Alice and Bob have.
pub const ENDOWMENT: Balance = 1_000_000;
/// The chain's time at the beginning of each test, in seconds.
pub const START: u64 = 1_000_000;
/// What is held for a contract. Its greatest length is: owner 4, created 8, kind 1, node 4, resources 30 (cores
/// 4, memory, ssd and hdd 8 each, gpus 2), spec hash 32, traffic limit 8, state 1, ticket 16: 104 bytes. Its
/// spec's is 2 + 256. At 10 each and 1,000 for the item that is 4,620.
pub const DEPOSIT: Balance = 4_620;
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
}

impl pallet_deployments::Config for Test {
	type GovernanceOrigin = EnsureRoot<u64>;
	type Twins = MockTwins;
	type Capacity = MockNodes;
	type Windows = MockBilling;
	type Records = MockRecords;
	type Deposit = HoldConsideration<
		u64,
		Balances,
		ContractDeposit,
		LinearStoragePrice<ConstU128<1_000>, ConstU128<10>, Balance>,
	>;
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

/// A node: its account, and whether it is live.
#[storage_alias]
pub type Machines = StorageMap<Mock, Twox64Concat, NodeId, (u64, bool)>;
/// What is sold of each node to each contract.
#[storage_alias]
pub type Sold = StorageDoubleMap<Mock, Twox64Concat, NodeId, Twox64Concat, ContractId, Resources>;

/// Nodes that each have `CAPACITY` to sell.
pub struct MockNodes;

impl MockNodes {
	/// What is sold of `node`.
	pub fn used(node: NodeId) -> Resources {
		Sold::iter_prefix(node).fold(Resources::default(), |sum, (_, sold)| {
			sum.checked_add(&sold).expect("no more is sold than there is")
		})
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
			farm: FarmId(1),
			hardware: CAPACITY,
			used: Self::used(node),
			free: CAPACITY.checked_sub(&Self::used(node))?,
			contracts: u32::try_from(Sold::iter_key_prefix(node).count()).ok()?,
			live,
			maintenance: None,
			retiring: None,
			certified: false,
			extra_fee: Usd::ZERO,
		})
	}

	fn node_of(account: &u64) -> Option<NodeId> {
		Machines::iter().find(|(_, (of, _))| of == account).map(|(node, _)| node)
	}

	fn take(node: NodeId, contract: ContractId, resources: &Resources) -> DispatchResult {
		let (_, live) = Machines::get(node).ok_or(DispatchError::CannotLookup)?;
		ensure!(live, DispatchError::Unavailable);
		assert!(!Sold::contains_key(node, contract), "sold twice to contract {contract}");
		Self::sell(node, contract, resources)
	}

	fn change(node: NodeId, contract: ContractId, resources: &Resources) -> DispatchResult {
		assert!(Sold::contains_key(node, contract), "nothing was sold to contract {contract}");
		Self::sell(node, contract, resources)
	}

	fn give_back(node: NodeId, contract: ContractId) {
		assert!(Sold::take(node, contract).is_some(), "nothing was sold to contract {contract}");
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
		// As the last bill does, which reads the meter of the sale.
		assert!(Sold::contains_key(terms.node, contract), "the meter went before the last bill");
		Closed::insert(contract, reason);
		Ok(())
	}

	fn quote(terms: &Terms) -> Result<Quote, DispatchError> {
		Ok(Quote {
			units: terms.units,
			policy: gridchain_primitives::PricingPolicyId(1),
			price: gridchain_primitives::Price::from_u32(1),
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

/// A history that nobody reads. A record costs 777.
pub struct MockRecords;
impl Records<u64> for MockRecords {
	fn note(_: Record<u64>) {}

	fn weight() -> Weight {
		Weight::from_parts(777, 0)
	}
}

/// Sets up what the benchmarks need.
#[cfg(feature = "runtime-benchmarks")]
pub struct Helper;
#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper<u64> for Helper {
	fn owner() -> u64 {
		ALICE
	}

	fn node() -> (NodeId, u64) {
		(NODE, NODE_ACCOUNT)
	}

	fn pass(_: NodeId, _: gridchain_primitives::Seconds) {}

	fn suspend(contract: ContractId, _: NodeId) {
		use gridchain_primitives::traits::OnContract;
		MockBilling::turn(contract, Window::Open, Window::Suspended);
		Deployments::suspended(contract);
	}
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
		for account in [ALICE, BOB, POOR, NODE_ACCOUNT, OTHER_NODE_ACCOUNT, DEAD_NODE_ACCOUNT] {
			TwinOf::insert(account, TwinId(account as u32));
		}
		Machines::insert(NODE, (NODE_ACCOUNT, true));
		Machines::insert(OTHER_NODE, (OTHER_NODE_ACCOUNT, true));
		Machines::insert(DEAD_NODE, (DEAD_NODE_ACCOUNT, false));
	});
	ext
}

/// What is held of `account` for its contracts.
pub fn held(account: u64) -> Balance {
	use frame_support::traits::fungible::InspectHold;
	Balances::balance_on_hold(&ContractDeposit::get(), &account)
}

/// Checks all that is always true of this pallet, of what it holds, and of what its neighbours know of it.
pub fn check_state() {
	Deployments::do_try_state().unwrap();
	check_deposits();
	check_neighbours();
}

fn check_deposits() {
	let mut tickets = BTreeMap::<u64, Balance>::new();
	for (account, ticket) in Deployments::tickets() {
		// A ticket is encoded as its amount.
		*tickets.entry(account).or_default() += Balance::decode(&mut &ticket.encode()[..]).unwrap();
	}
	for account in frame_system::Account::<Test>::iter_keys() {
		let due = tickets.remove(&account).unwrap_or_default();
		assert_eq!(held(account), due, "what is held of account {account} is not its tickets");
	}
	assert!(tickets.is_empty(), "tickets of accounts that don't exist: {tickets:?}");
}

/// Each contract has a sale, a window and a use of its twin that fit it; nothing else has any.
fn check_neighbours() {
	let mut uses = BTreeMap::<TwinId, u32>::new();
	for (id, contract) in crate::Contracts::<Test>::iter() {
		let crate::ContractKind::Workload(workload) = contract.kind;
		*uses.entry(contract.owner).or_default() += 1;
		assert_eq!(Sold::get(workload.node, id), Some(workload.resources));
		let (terms, window) = Billed::get(id).unwrap();
		assert_eq!(terms, workload.terms(contract.owner));
		let expected = match workload.state {
			crate::WorkloadState::AwaitingDelivery => Window::Pending,
			crate::WorkloadState::Running => Window::Open,
			crate::WorkloadState::Suspended => Window::Suspended,
		};
		assert_eq!(window, expected, "contract {id}");
	}
	let contracts = crate::Contracts::<Test>::iter().count();
	assert_eq!(Sold::iter().count(), contracts, "a sale without a contract");
	assert_eq!(Billed::iter().count(), contracts, "a window without a contract");
	for (twin, count) in Uses::iter() {
		assert_eq!(uses.get(&twin).copied().unwrap_or_default(), count, "uses of twin {twin}");
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
