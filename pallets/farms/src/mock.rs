//! A chain with balances, a stand-in for twins, and this pallet.

use crate as pallet_farms;
use codec::{Decode, Encode};
use frame_support::{
	derive_impl, parameter_types, storage_alias,
	traits::{
		fungible::{HoldConsideration, InspectHold},
		ConstU128, LinearStoragePrice,
	},
	Blake2_128Concat,
};
use frame_system::{EnsureRoot, GenesisConfig};
use gridchain_primitives::{traits::Twins, Balance, TwinId};
use sp_io::TestExternalities;
use sp_runtime::{BuildStorage, DispatchError, DispatchResult};
use std::collections::BTreeMap;

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
/// What Alice, Bob and the stranger have.
pub const ENDOWMENT: Balance = 1_000_000;
/// What is held for a farm. Its greatest length is: owner 4, name 1 + 40, payout 1 + 8, approved 1 and ticket
/// 16: 71 bytes. At 10 each and 1,000 for the item that is 1,710.
pub const FARM_DEPOSIT: Balance = 1_710;
/// What is held for an authorisation. Its length is: farm 4, admission 1 and ticket 16: 21 bytes. At 10 each
/// and 3,000 for the items that is 3,210.
pub const AUTHORISATION_DEPOSIT: Balance = 3_210;

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
}

impl pallet_farms::Config for Test {
	type ApproveOrigin = EnsureRoot<u64>;
	type Twins = MockTwins;
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
	type WeightInfo = ();
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
		balances: rich.into_iter().chain([(POOR, 1_711)]).collect(),
		..Default::default()
	}
	.assimilate_storage(&mut storage)
	.unwrap();
	let mut ext = TestExternalities::new(storage);
	ext.execute_with(|| {
		System::set_block_number(1);
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

/// Checks all that is always true of this pallet and of what it holds.
pub fn check_state() {
	Farms::do_try_state().unwrap();
	let farms = sums(Farms::farm_tickets());
	let authorisations = sums(Farms::authorisation_tickets());
	let sum = |sums: &BTreeMap<u64, Balance>, account| sums.get(&account).copied().unwrap_or(0);
	for account in frame_system::Account::<Test>::iter_keys() {
		let due = (sum(&farms, account), sum(&authorisations, account));
		assert_eq!(held(account), due, "what is held of account {account} is not its tickets");
	}
	for account in farms.keys().chain(authorisations.keys()) {
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
