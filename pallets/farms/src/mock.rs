//! A chain with balances, a stand-in for twins, and this pallet.

use crate as pallet_farms;
use crate::WeightInfo;
use codec::{Decode, Encode};
use frame_support::{
	derive_impl, ensure, ord_parameter_types, parameter_types, storage_alias,
	traits::{
		fungible::{HoldConsideration, InspectHold, Mutate},
		tokens::Preservation,
		ConstU128, EitherOfDiverse, Hooks, LinearStoragePrice, OnGenesis,
	},
	weights::{Weight, WeightMeter},
	Blake2_128Concat, Twox64Concat,
};
use frame_system::{EnsureRoot, EnsureSignedBy, GenesisConfig};
use gridchain_primitives::{
	traits::{FarmRevenue, Providers, Twins},
	Balance, FarmId, NodeId, ProviderId, TwinId,
};
use sp_io::TestExternalities;
use sp_runtime::{BuildStorage, DispatchError, DispatchResult, TokenError};
use std::collections::{BTreeMap, BTreeSet};

/// A twin's account with plenty of money.
pub const ALICE: u64 = 1;
/// See [`ALICE`].
pub const BOB: u64 = 2;
/// A twin's account that can pay for a farm and not for more: see [`FARM_DEPOSIT`].
pub const POOR: u64 = 3;
/// An account with money and no twin.
pub const STRANGER: u64 = 4;
/// An account with no money at all, as a node's.
pub const NODE: u64 = 100;
/// An account that the region trusts to check farms.
pub const CERTIFIER: u64 = 5;
/// What Alice, Bob and the stranger have.
pub const ENDOWMENT: Balance = 1_000_000;
/// Holds what is booked for nodes.
pub const POT: u64 = 900;
/// What is held for a farm. Its greatest length is: owner 4, name 1 + 40, payout 1 + 8, approved 1, certification
/// 1, offer 1 + 4 and ticket 16: 77 bytes. At 10 each and 1,000 for the item that is 1,770.
pub const FARM_DEPOSIT: Balance = 1_770;
/// What is held for an authorisation. Its length with its farm is: farm 4, admission 1 and ticket 16: 21 bytes. At 10 each
/// and 3,000 for the items that is 3,210.
pub const AUTHORISATION_DEPOSIT: Balance = 3_210;
/// What is held for a public IP. Its greatest length is: farm 4, prefix 1, gateway 4, and in use 1 + 8 with ticket
/// 16: 34 bytes, and its address has 4 more. At 10 each and 1,000 for the item that is 1,380.
pub const IP_DEPOSIT: Balance = 1_380;

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
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(2)]
	pub type Farms = pallet_farms;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = frame_system::mocking::MockBlock<Test>;
	type AccountData = pallet_balances::AccountData<Balance>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<1>;
}

parameter_types! {
	pub const FarmHold: RuntimeHoldReason =
		RuntimeHoldReason::Farms(pallet_farms::HoldReason::FarmDeposit);
	pub const AuthorisationHold: RuntimeHoldReason =
		RuntimeHoldReason::Farms(pallet_farms::HoldReason::AuthorisationDeposit);
	pub const IpHold: RuntimeHoldReason =
		RuntimeHoldReason::Farms(pallet_farms::HoldReason::IpDeposit);
}

ord_parameter_types! {
	pub const Certifier: u64 = CERTIFIER;
}

impl pallet_farms::Config for Test {
	type ApproveOrigin = EnsureRoot<u64>;
	type CertifierOrigin = EitherOfDiverse<EnsureRoot<u64>, EnsureSignedBy<Certifier, u64>>;
	type Twins = MockTwins;
	type Revenue = MockRevenue;
	type Providers = MockProviders;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Currency = Balances;
	type FarmDeposit = HoldConsideration<
		u64,
		Balances,
		FarmHold,
		LinearStoragePrice<ConstU128<1_000>, ConstU128<10>, Balance>,
	>;
	type AuthorisationDeposit = HoldConsideration<
		u64,
		Balances,
		AuthorisationHold,
		LinearStoragePrice<ConstU128<3_000>, ConstU128<10>, Balance>,
	>;
	type IpDeposit = HoldConsideration<
		u64,
		Balances,
		IpHold,
		LinearStoragePrice<ConstU128<1_000>, ConstU128<10>, Balance>,
	>;
	type WeightInfo = ();
}

parameter_types! {
	/// The providers that the region has approved: those up to this number.
	pub storage LastProvider: u32 = 0;
}

pub struct MockProviders;

impl Providers for MockProviders {
	fn is_approved(provider: ProviderId) -> bool {
		(1..=LastProvider::get()).contains(&provider.0)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn approved() -> ProviderId {
		LastProvider::set(&(LastProvider::get() + 1));
		ProviderId(LastProvider::get())
	}
}

/// Nodes with what is booked for them, in storage as well. A node's farm is given with it.
pub struct MockRevenue;

#[storage_alias]
type MockNodes = StorageDoubleMap<MockPrefix, Blake2_128Concat, FarmId, Twox64Concat, NodeId, ()>;

#[storage_alias]
type MockBooked = StorageMap<MockPrefix, Blake2_128Concat, NodeId, Balance>;

parameter_types! {
	/// An account that no revenue can be paid to.
	pub storage Unpayable: Option<u64> = None;
}

impl FarmRevenue<u64> for MockRevenue {
	fn next_node(farm: FarmId, after: Option<NodeId>) -> Option<NodeId> {
		let nodes: BTreeSet<_> = MockNodes::iter_key_prefix(farm).collect();
		nodes.into_iter().find(|node| Some(*node) > after)
	}

	fn settle(farm: FarmId, node: NodeId, account: &u64) -> Result<Balance, DispatchError> {
		if !MockNodes::contains_key(farm, node) {
			return Ok(0);
		}
		let amount = MockBooked::take(node).unwrap_or_default();
		ensure!(Unpayable::get() != Some(*account), TokenError::CannotCreate);
		if amount > 0 {
			Balances::transfer(&POT, account, amount, Preservation::Preserve)?;
		}
		Ok(amount)
	}

	fn is_owed(farm: FarmId) -> bool {
		Self::next_node(farm, None).is_some()
	}

	fn weight() -> Weight {
		Weight::from_parts(50_000_000, 0)
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn book(farm: FarmId) -> NodeId {
		let node = NodeId(u32::MAX);
		book(farm, node.0, 100);
		node
	}
}

/// Lets `node` stand in `farm`, with `amount` booked for it.
pub fn book(farm: FarmId, node: u32, amount: Balance) {
	MockNodes::insert(farm, NodeId(node), ());
	MockBooked::mutate(NodeId(node), |booked| *booked = Some(booked.unwrap_or_default() + amount));
}

/// What is booked for `node`.
pub fn booked(node: u32) -> Balance {
	MockBooked::get(NodeId(node)).unwrap_or_default()
}

/// Lets all nodes of `farm` vanish with all that is booked for them.
pub fn forget_nodes(farm: FarmId) {
	let nodes: Vec<_> = MockNodes::iter_key_prefix(farm).collect();
	for node in nodes {
		MockNodes::remove(farm, node);
		MockBooked::remove(node);
	}
}

/// Does the work of a block, with as much of the block as `weight`.
pub fn poll(weight: Weight) {
	Farms::on_poll(System::block_number(), &mut WeightMeter::with_limit(weight));
}

/// What a block that takes farms `steps` steps further has room for.
pub fn room_for(steps: u64) -> Weight {
	let (settle, conclude) = (<()>::settle_node(), <()>::conclude_handover());
	let step = settle.saturating_add(MockRevenue::weight()).max(conclude);
	<()>::poll_idle().saturating_add(step.saturating_mul(steps))
}

/// Twins, numbered from 11 on. They live in storage, so that what a failed call has done to them is undone.
pub struct MockTwins;

#[storage_alias]
type MockTwinOf = StorageMap<MockPrefix, Blake2_128Concat, u64, TwinId>;

/// The account of each twin, and how many farms stand on it.
#[storage_alias]
type MockAccounts = StorageMap<MockPrefix, Blake2_128Concat, TwinId, (u64, u32)>;

impl Twins<u64> for MockTwins {
	fn of(account: &u64) -> Option<TwinId> {
		MockTwinOf::get(account)
	}

	fn account(twin: TwinId) -> Option<u64> {
		MockAccounts::get(twin).map(|(account, _)| account)
	}

	fn ensure(account: &u64) -> Result<TwinId, DispatchError> {
		if let Some(twin) = Self::of(account) {
			return Ok(twin);
		}
		let twin = TwinId(11 + MockTwinOf::iter().count() as u32);
		MockTwinOf::insert(account, twin);
		MockAccounts::insert(twin, (*account, 0));
		Ok(twin)
	}

	fn forget(account: &u64) {
		// No twin here has a deposit. Those of the owners of farms are in use.
		let unused = Self::of(account).filter(|_| uses(*account) == 0);
		if let Some(twin) = unused {
			MockTwinOf::remove(account);
			MockAccounts::remove(twin);
		}
	}

	fn bind(twin: TwinId) -> DispatchResult {
		let (account, uses) = MockAccounts::get(twin).ok_or(DispatchError::CannotLookup)?;
		MockAccounts::insert(twin, (account, uses + 1));
		Ok(())
	}

	fn unbind(twin: TwinId) {
		let (account, uses) = MockAccounts::get(twin).unwrap();
		MockAccounts::insert(twin, (account, uses - 1));
	}
}

/// How many farms stand on the twin of `account`.
pub fn uses(account: u64) -> u32 {
	MockTwinOf::get(account).and_then(MockAccounts::get).map_or(0, |(_, uses)| uses)
}

/// The twin of `account`, made if there is none.
pub fn twin_of(account: u64) -> TwinId {
	MockTwins::ensure(&account).unwrap()
}

/// Lets the twin of `account` vanish, as none does while a farm stands on it.
pub fn forget_twin(account: u64) {
	MockAccounts::remove(MockTwinOf::take(account).unwrap());
}

/// The chain before its first block.
pub fn new_test_ext() -> TestExternalities {
	let mut storage = GenesisConfig::<Test>::default().build_storage().unwrap();
	let rich = [ALICE, BOB, STRANGER].map(|account| (account, ENDOWMENT));
	pallet_balances::GenesisConfig::<Test> {
		// One unit is the existential deposit, which can't be held.
		balances: rich.into_iter().chain([(POOR, 1_771), (POT, ENDOWMENT)]).collect(),
		..Default::default()
	}
	.assimilate_storage(&mut storage)
	.unwrap();
	let mut ext = TestExternalities::new(storage);
	ext.execute_with(|| {
		System::set_block_number(1);
		Farms::on_genesis();
		for account in [ALICE, BOB, POOR] {
			MockTwins::ensure(&account).unwrap();
		}
	});
	ext
}

/// What is held of `account`: for farms, and for authorisations.
pub fn held(account: u64) -> (Balance, Balance) {
	let held = |reason| Balances::balance_on_hold(&reason, &account);
	(held(FarmHold::get()), held(AuthorisationHold::get()))
}

/// What is held of `account` for public IPs.
pub fn held_for_ips(account: u64) -> Balance {
	Balances::balance_on_hold(&IpHold::get(), &account)
}

/// Checks all that is always true of this pallet and of what it holds.
pub fn check_state() {
	Farms::do_try_state().unwrap();
	let farms = sums(Farms::farm_tickets());
	let authorisations = sums(Farms::authorisation_tickets());
	let ips = sums(Farms::ip_tickets());
	let sum = |sums: &BTreeMap<u64, Balance>, account| sums.get(&account).copied().unwrap_or(0);
	for account in frame_system::Account::<Test>::iter_keys() {
		let due = (sum(&farms, account), sum(&authorisations, account));
		assert_eq!(held(account), due, "what is held of account {account} is not its tickets");
		assert_eq!(held_for_ips(account), sum(&ips, account), "of account {account} for IPs");
	}
	for account in farms.keys().chain(authorisations.keys()).chain(ips.keys()) {
		assert!(System::account_exists(account), "a ticket of {account}, which doesn't exist");
	}
}

/// What the tickets of each account add up to. A ticket is encoded as its amount.
fn sums(tickets: impl Iterator<Item = (u64, impl Encode)>) -> BTreeMap<u64, Balance> {
	let mut sums = BTreeMap::new();
	for (account, ticket) in tickets {
		*sums.entry(account).or_default() += Balance::decode(&mut &ticket.encode()[..]).unwrap();
	}
	sums
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
