//! A chain with balances, a clock and this pallet.

use crate as pallet_twins;
use codec::{Decode, Encode};
use frame_support::{
	derive_impl, ensure,
	pallet_prelude::DispatchResult,
	parameter_types,
	traits::{
		fungible::{HoldConsideration, MutateHold},
		tokens::{Fortitude, Precision, Restriction},
		ConstU128, LinearStoragePrice,
	},
};
use frame_system::{EnsureRoot, GenesisConfig};
use gridchain_primitives::{traits::TwinHandover, Balance};
use sp_core::H256;
use sp_io::TestExternalities;
use sp_runtime::BuildStorage;
use std::collections::BTreeMap;

/// Accounts with plenty of money.
pub const ALICE: u64 = 1;
/// See [`ALICE`].
pub const BOB: u64 = 2;
/// An account with no money at all, as a node's.
pub const NODE: u64 = 100;
/// What Alice and Bob have.
pub const ENDOWMENT: Balance = 1_000_000;
/// The terms in force at genesis.
pub const TERMS: H256 = H256::repeat_byte(0x11);
/// Terms that are not in force at genesis.
pub const NEW_TERMS: H256 = H256::repeat_byte(0x22);
/// The chain's time at the beginning of each test, in seconds.
pub const START: u64 = 1_000_000;
/// What is held for a twin. Its greatest length is: account 8, relay 1 + 2 + 255, key 1 + 2 + 128, acceptance
/// 1 + 32 + 8 + 16, and offer 1 + 8: 463 bytes. At 10 each and 1,000 for the item that is 5,630.
pub const DEPOSIT: Balance = 5_630;

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
	pub type Twins = pallet_twins;
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
	pub const TwinDeposit: RuntimeHoldReason =
		RuntimeHoldReason::Twins(pallet_twins::HoldReason::TwinDeposit);
}

impl pallet_twins::Config for Test {
	type TermsOrigin = EnsureRoot<u64>;
	type Deposit = HoldConsideration<
		u64,
		Balances,
		TwinDeposit,
		LinearStoragePrice<ConstU128<1_000>, ConstU128<10>, Balance>,
	>;
	type Handover = MoveTwinDeposit;
	type Clock = Timestamp;
	type WeightInfo = ();
}

parameter_types! {
	/// Whether a handover fails after its first step.
	pub storage HandoverFails: bool = false;
}

/// Moves what is held for twins, as the only pallet of this chain that holds anything.
pub struct MoveTwinDeposit;

impl TwinHandover<u64> for MoveTwinDeposit {
	fn hand_over(from: &u64, to: &u64) -> DispatchResult {
		let amount = held(*from);
		if amount > 0 {
			Balances::transfer_on_hold(
				&TwinDeposit::get(),
				from,
				to,
				amount,
				Precision::Exact,
				Restriction::OnHold,
				Fortitude::Polite,
			)?;
		}
		ensure!(!HandoverFails::get(), "the second reason can't be moved");
		Ok(())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn hold_for_each_reason(_: &u64) {}
}

/// The chain before its first block, with the terms `TERMS`.
pub fn new_test_ext() -> TestExternalities {
	let mut storage = GenesisConfig::<Test>::default().build_storage().unwrap();
	pallet_balances::GenesisConfig::<Test> {
		balances: vec![(ALICE, ENDOWMENT), (BOB, ENDOWMENT)],
		..Default::default()
	}
	.assimilate_storage(&mut storage)
	.unwrap();
	pallet_twins::GenesisConfig::<Test> { terms: Some(TERMS), ..Default::default() }
		.assimilate_storage(&mut storage)
		.unwrap();
	let mut ext = TestExternalities::new(storage);
	ext.execute_with(|| {
		System::set_block_number(1);
		set_time(START);
	});
	ext
}

/// Sets the chain's time, in seconds.
pub fn set_time(seconds: u64) {
	pallet_timestamp::Now::<Test>::put(seconds * 1_000);
}

/// What is held of `account` for its twin.
pub fn held(account: u64) -> Balance {
	use frame_support::traits::fungible::InspectHold;
	Balances::balance_on_hold(&TwinDeposit::get(), &account)
}

/// Checks all that is always true of this pallet and of what it holds.
pub fn check_state() {
	Twins::do_try_state().unwrap();
	let mut tickets = BTreeMap::<u64, Balance>::new();
	for (account, ticket) in Twins::tickets() {
		// A ticket is encoded as its amount.
		*tickets.entry(account).or_default() += Balance::decode(&mut &ticket.encode()[..]).unwrap();
	}
	for account in frame_system::Account::<Test>::iter_keys() {
		let due = tickets.remove(&account).unwrap_or_default();
		assert_eq!(held(account), due, "what is held of account {account} is not its tickets");
	}
	assert!(tickets.is_empty(), "tickets of accounts that don't exist: {tickets:?}");
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
