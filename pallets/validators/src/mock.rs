//! Real sessions of five blocks, with historical roots and a strategy that disables at most a third.

use crate as pallet_validators;
use codec::Encode;
use frame_support::{
	assert_ok, derive_impl,
	traits::{ConstU128, ConstU32, ConstU64, Hooks},
	weights::Weight,
};
use pallet_session::{
	disabling::UpToLimitDisablingStrategy, historical, PeriodicSessions, TestSessionHandler,
};
use sp_runtime::{
	impl_opaque_keys, testing::UintAuthorityId, traits::ConvertInto, BuildStorage, Perbill,
	RuntimeAppPublic,
};
use sp_staking::{
	offence::{OffenceDetails, OnOffenceHandler},
	SessionIndex,
};

pub type Block = frame_system::mocking::MockBlock<Test>;

/// What is held for session keys.
pub const KEY_DEPOSIT: u128 = 10;
/// Blocks of a session.
pub const SESSION: u64 = 5;

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
	pub type System = frame_system::Pallet<Test>;
	#[runtime::pallet_index(1)]
	pub type Balances = pallet_balances::Pallet<Test>;
	#[runtime::pallet_index(2)]
	pub type Session = pallet_session::Pallet<Test>;
	#[runtime::pallet_index(3)]
	pub type Historical = pallet_session::historical;
	#[runtime::pallet_index(4)]
	pub type Validators = pallet_validators::Pallet<Test>;
}

impl_opaque_keys! {
	pub struct MockSessionKeys {
		pub dummy: UintAuthorityId,
	}
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
	type AccountData = pallet_balances::AccountData<u128>;
}

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type AccountStore = System;
	type Balance = u128;
	type ExistentialDeposit = ConstU128<1>;
}

impl pallet_session::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type ValidatorId = u64;
	type ValidatorIdOf = ConvertInto;
	type ShouldEndSession = PeriodicSessions<ConstU64<SESSION>, ConstU64<0>>;
	type NextSessionRotation = PeriodicSessions<ConstU64<SESSION>, ConstU64<0>>;
	type SessionManager = historical::NoteHistoricalRoot<Test, Validators>;
	type SessionHandler = TestSessionHandler;
	type Keys = MockSessionKeys;
	type DisablingStrategy = UpToLimitDisablingStrategy<3>;
	type WeightInfo = ();
	type Currency = Balances;
	type KeyDeposit = ConstU128<KEY_DEPOSIT>;
}

impl historical::Config for Test {
	type RuntimeEvent = RuntimeEvent;
	type FullIdentification = ();
	type FullIdentificationOf = pallet_validators::FullIdentificationOf;
}

/// 65 us for a report of offences, 130 us more for each offender; the rest costs nothing.
pub struct Weights;
impl pallet_validators::WeightInfo for Weights {
	fn on_offence(offenders: u32) -> Weight {
		Weight::from_parts(65_000_000 + 130_000_000 * u64::from(offenders), 0)
	}
	fn new_session(_validators: u32) -> Weight {
		Weight::zero()
	}
	fn start_session(_validators: u32) -> Weight {
		Weight::zero()
	}
	fn withdraw_keys() -> Weight {
		Weight::zero()
	}
}

impl pallet_validators::Config for Test {
	type MaxValidators = ConstU32<10>;
	type ReportLongevity = ConstU64<40>;
	type WeightInfo = Weights;
}

/// The genesis of a chain whose session keys name `members`, with epochs of `epoch_length`. A member's key is
/// its own number.
pub fn genesis(members: &[u64], epoch_length: u32) -> sp_io::TestExternalities {
	let keys = |member: &u64| (*member, *member, keys(*member));
	RuntimeGenesisConfig {
		balances: BalancesConfig {
			balances: (1..=10).map(|account| (account, 100)).collect(),
			..Default::default()
		},
		session: SessionConfig { keys: members.iter().map(keys).collect(), ..Default::default() },
		validators: ValidatorsConfig { epoch_length, ..Default::default() },
		..Default::default()
	}
	.build_storage()
	.unwrap()
	.into()
}

pub fn new_test_ext() -> sp_io::TestExternalities {
	genesis(&[1, 2, 3], 10)
}

/// Runs `test` on a chain of `members` from its first block on, and checks what must be true after it.
pub fn sanity(members: &[u64], test: impl FnOnce()) {
	genesis(members, 10).execute_with(|| {
		System::set_block_number(1);
		test();
		Validators::do_try_state().unwrap();
	});
}

/// Builds blocks until `session` begins, and checks after each what must be true.
pub fn run_to_session(session: SessionIndex) {
	while Session::current_index() < session {
		let block = System::block_number() + 1;
		System::set_block_number(block);
		Session::on_initialize(block);
		Validators::do_try_state().unwrap();
	}
}

pub fn keys(key: u64) -> MockSessionKeys {
	MockSessionKeys { dummy: UintAuthorityId(key) }
}

/// Sets the session keys of `account`, as the account itself does.
pub fn set_keys(account: u64, key: u64) {
	let proof = UintAuthorityId(key).sign(&account.encode()).unwrap().encode();
	assert_ok!(Session::set_keys(RuntimeOrigin::signed(account), keys(key), proof));
}

/// Reports `offenders`, all for the same offence.
pub fn report(offenders: &[u64], percent: u32, session: SessionIndex) -> Weight {
	let details: Vec<_> = offenders
		.iter()
		.map(|offender| OffenceDetails { offender: (*offender, ()), reporters: vec![] })
		.collect();
	let fractions = vec![Perbill::from_percent(percent); offenders.len()];
	Validators::on_offence(&details, &fractions, session)
}

/// The validators that are disabled now.
pub fn disabled() -> Vec<u64> {
	let validators = Session::validators();
	Session::disabled_validators().iter().map(|index| validators[*index as usize]).collect()
}

/// The sets that the session pallet was told to queue, and the validators it disabled, since the last call.
pub fn queued_and_disabled() -> (usize, Vec<u64>) {
	let events = System::read_events_for_pallet::<pallet_session::Event<Test>>();
	System::reset_events();
	let queued =
		events.iter().filter(|event| matches!(event, pallet_session::Event::NewQueued)).count();
	let disabled = events
		.iter()
		.filter_map(|event| match event {
			pallet_session::Event::ValidatorDisabled { validator } => Some(*validator),
			_ => None,
		})
		.collect();
	(queued, disabled)
}
