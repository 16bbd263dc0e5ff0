//! A chain with balances, a clock, this pallet, and neighbours that are no more than what they were told.
//!
//! What the neighbours know is in the storage of the test's externalities, so that a step that is rolled back
//! is rolled back there too.

use crate as pallet_rewards;
use crate::{FarmingPolicy, RewardsParams, WeightInfo};
use codec::{Decode, Encode, MaxEncodedLen};
use frame_support::{
	derive_impl,
	pallet_prelude::*,
	storage_alias,
	traits::{
		fungible::{Inspect, Mutate},
		ConstU128, EitherOfDiverse, Get, OnPoll,
	},
	weights::WeightMeter,
};
use frame_system::{limits::BlockWeights, EnsureRoot, EnsureSignedBy};
use gridchain_primitives::{
	traits, Balance, Calendar, ContractId, FarmId, FarmingPolicyId, Ipv4Network, Mib, NodeId,
	NodePeriod, Period, Price, Record, Resources, Seconds, Time, TwinId, TFT,
};
use sp_io::TestExternalities;
use sp_runtime::{BuildStorage, DispatchResult, TokenError};

pub type AccountId = u64;

/// Deployers, whose payments become revenue. They have 1,000,000 TFT.
pub const DEPLOYER: AccountId = 1;
/// The pot.
pub const POT: AccountId = 99;
/// A farmer's account that exists: it has 1 TFT.
pub const FARMER: AccountId = 10;
/// Another one.
pub const OTHER_FARMER: AccountId = 11;
/// A farmer's account that doesn't exist until it receives the existential deposit.
pub const NEW_FARMER: AccountId = 12;
/// What an account needs to exist: 0.01 TFT.
pub const EXISTENTIAL_DEPOSIT: Balance = 100_000;
/// What there is at genesis: the deployers' million, two farmers' TFT, and the pot's existential deposit.
pub const GENESIS: Balance = 10_000_020_100_000;
/// A full month of farming: the length of each period.
pub const MONTH: u64 = 2_630_880;
/// When period 0 begins.
pub const START: u64 = 1_000_000;
/// Seven days: the settlement delay.
pub const DELAY: u64 = 604_800;

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
	pub type Rewards = pallet_rewards;
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
	type ExistentialDeposit = ConstU128<EXISTENTIAL_DEPOSIT>;
}

frame_support::ord_parameter_types! {
	/// A certifier.
	pub const CertifierAccount: AccountId = 50;
}

/// Weights of their own, so that no test depends on what was measured.
pub struct Weights;

/// Declares what each call and step of the mock weighs, in microseconds.
macro_rules! weights {
	($($name:ident: $microseconds:literal,)*) => {
		impl WeightInfo for Weights {
			$(fn $name() -> Weight {
				Weight::from_parts($microseconds * 1_000_000, 0)
			})*
		}
	};
}

weights! {
	set_params: 0,
	lower_cap: 0,
	add_farming_policy: 0,
	set_default_policy: 0,
	void_receipt: 0,
	poll: 115,
	begin: 250,
	settle_node: 670,
	fix_factors: 180,
	pay_farm: 780,
	retry_farm: 605,
	finish: 395,
	clear_item: 165,
}

impl pallet_rewards::Config for Test {
	type AdminOrigin = EnsureRoot<AccountId>;
	type PolicyOrigin = EnsureRoot<AccountId>;
	type CertifierOrigin =
		EitherOfDiverse<EnsureRoot<AccountId>, EnsureSignedBy<CertifierAccount, AccountId>>;
	type Currency = Balances;
	type Attested = Neighbours;
	type Farms = Neighbours;
	type Revenue = Neighbours;
	type PriceFeed = Neighbours;
	type Records = Neighbours;
	type Clock = Timestamp;
	type WeightInfo = Weights;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Neighbours;
}

/// All neighbours of the pallet.
pub struct Neighbours;

/// What is known of a farm.
#[derive(Clone, Copy, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Farm {
	pub payout: Option<AccountId>,
	pub approved: bool,
}

#[storage_alias]
pub type CurrentCalendar = StorageValue<Mock, Calendar>;
#[storage_alias]
pub type LastNode = StorageValue<Mock, u32, ValueQuery>;
#[storage_alias]
pub type Figures = StorageDoubleMap<Mock, Twox64Concat, NodeId, Twox64Concat, Period, NodePeriod>;
#[storage_alias]
pub type Closed = StorageValue<Mock, Period>;
#[storage_alias]
pub type Released = StorageValue<Mock, Period>;
#[storage_alias]
pub type FarmOf = StorageMap<Mock, Twox64Concat, FarmId, Farm>;
#[storage_alias]
pub type RevenueOf = StorageMap<Mock, Twox64Concat, NodeId, Balance, ValueQuery>;
#[storage_alias]
pub type Taken = StorageValue<Mock, Balance, ValueQuery>;
#[storage_alias]
pub type MintingFails = StorageValue<Mock, bool, ValueQuery>;
#[storage_alias]
pub type ReportsAreAwaited = StorageValue<Mock, bool, ValueQuery>;
#[storage_alias]
pub type MarketPrice = StorageValue<Mock, Price>;
#[storage_alias]
pub type Noted = StorageValue<Mock, Vec<Record<AccountId>>, ValueQuery>;

impl traits::Attested for Neighbours {
	fn calendar() -> Option<Calendar> {
		CurrentCalendar::get()
	}
	fn last_id() -> Option<NodeId> {
		Some(LastNode::get()).filter(|last| *last > 0).map(NodeId)
	}
	fn of_period(node: NodeId, period: Period) -> Option<NodePeriod> {
		Figures::get(node, period)
	}
	fn close(period: Period) {
		assert!(CurrentCalendar::get().is_some_and(|calendar| period < calendar.period));
		Closed::put(period);
	}
	fn reports_are_in() -> bool {
		!ReportsAreAwaited::get()
	}
	fn release(period: Period) {
		assert_eq!(Closed::get(), Some(period));
		Released::put(period);
	}
}

impl traits::Farms<AccountId> for Neighbours {
	fn owner(_: FarmId) -> Option<TwinId> {
		unreachable!("rewards know no owners")
	}
	fn payout(farm: FarmId) -> Option<AccountId> {
		FarmOf::get(farm).and_then(|farm| farm.payout)
	}
	fn approved(farm: FarmId) -> bool {
		FarmOf::get(farm).is_some_and(|farm| farm.approved)
	}
	fn admissible(_: &AccountId, _: FarmId) -> bool {
		unreachable!("rewards admit nobody")
	}
	fn admit(_: &AccountId, _: FarmId) -> DispatchResult {
		unreachable!("rewards admit nobody")
	}
	fn dismiss(_: FarmId, _: &AccountId) {
		unreachable!("rewards dismiss nobody")
	}
	fn take_ips(_: FarmId, _: ContractId, _: u8) -> DispatchResult {
		unreachable!("rewards take no IPs")
	}
	fn free_ips(_: FarmId, _: ContractId) {
		unreachable!("rewards free no IPs")
	}
	fn ips_of(_: ContractId) -> Vec<Ipv4Network> {
		unreachable!("rewards know no IPs")
	}
}

impl traits::Revenue<AccountId> for Neighbours {
	fn take(node: NodeId) -> Balance {
		let amount = RevenueOf::take(node);
		Taken::mutate(|taken| *taken += amount);
		amount
	}
	fn mint(amount: Balance) -> DispatchResult {
		ensure!(!MintingFails::get(), TokenError::CannotCreate);
		Balances::mint_into(&POT, amount)?;
		Taken::mutate(|taken| *taken += amount);
		Ok(())
	}
	fn pay(account: &AccountId, amount: Balance) -> DispatchResult {
		Taken::mutate(|taken| {
			*taken = taken.checked_sub(amount).expect("nobody pays what isn't taken")
		});
		let preserve = frame_support::traits::tokens::Preservation::Preserve;
		Balances::transfer(&POT, account, amount, preserve).map(|_| ())
	}
}

impl traits::PriceFeed for Neighbours {
	fn usd_per_tft() -> Option<Price> {
		MarketPrice::get()
	}
}

impl traits::Records<AccountId> for Neighbours {
	fn note(record: Record<AccountId>) {
		Noted::append(record);
	}
	fn weight() -> Weight {
		Weight::from_parts(5_000_000, 0)
	}
}

#[cfg(feature = "runtime-benchmarks")]
impl crate::BenchmarkHelper for Neighbours {
	fn node(revenue: Balance) -> (NodeId, FarmId) {
		let farm = farm(LastNode::get() + 1, FARMER);
		let node = node(farm, unit());
		book_revenue(node, revenue);
		(node, farm)
	}
	fn end_period() -> Period {
		let ended = CurrentCalendar::get().unwrap().period;
		end_period();
		pass(MONTH / 2);
		ended
	}
}

/// A chain in the first second of period 0, with the default policy and tunables.
pub fn new_test_ext() -> TestExternalities {
	with_genesis(pallet_rewards::GenesisConfig::default())
}

/// A chain that begins with `rewards`.
pub fn with_genesis(rewards: pallet_rewards::GenesisConfig<Test>) -> TestExternalities {
	let balances = vec![
		(DEPLOYER, 1_000_000 * TFT),
		(FARMER, TFT),
		(OTHER_FARMER, TFT),
		(POT, EXISTENTIAL_DEPOSIT),
	];
	let genesis = RuntimeGenesisConfig {
		balances: pallet_balances::GenesisConfig { balances, ..Default::default() },
		rewards,
		..Default::default()
	};
	let mut ext = TestExternalities::new(genesis.build_storage().unwrap());
	ext.execute_with(|| {
		System::set_block_number(1);
		set_time(START);
		let (start, end) = (Time(START), Time(START + MONTH));
		CurrentCalendar::put(Calendar { period: Period(0), start, end, previous_start: None });
		MarketPrice::put(Price::from_rational(11, 1000));
	});
	ext
}

/// Runs a test body, then checks what is always true.
pub trait Sanity {
	fn sanity(&mut self, body: impl FnOnce());
}

impl Sanity for TestExternalities {
	fn sanity(&mut self, body: impl FnOnce()) {
		self.execute_with(|| {
			body();
			check();
		});
	}
}

/// What is always true, here and of the pot.
pub fn check() {
	Rewards::do_try_state().unwrap();
	let booked: Balance =
		pallet_rewards::Booked::<Test>::iter_values().map(|owed| owed.amount()).sum();
	let waiting: Balance = RevenueOf::iter_values().sum();
	assert_eq!(Balances::balance(&POT), EXISTENTIAL_DEPOSIT + Taken::get() + waiting);
	if pallet_rewards::Settlement::<Test>::get().is_none_or(|progress| progress.open().is_none()) {
		assert_eq!(Taken::get(), booked, "what was taken is paid or booked");
	}
	// Nothing is burned here.
	let minted = pallet_rewards::MintedTotal::<Test>::get();
	assert_eq!(Balances::total_issuance(), GENESIS + minted);
}

/// The chain's time, in seconds.
pub fn set_time(seconds: u64) {
	Timestamp::set_timestamp(seconds * 1000);
}

/// Lets `seconds` pass.
pub fn pass(seconds: u64) {
	set_time(Timestamp::get() / 1000 + seconds);
}

/// Ends the running period: the next one begins in this second.
pub fn end_period() {
	let Calendar { period, start, end, .. } = CurrentCalendar::get().unwrap();
	set_time(end.0);
	CurrentCalendar::put(Calendar {
		period: period.next().unwrap(),
		start: end,
		end: Time(end.0 + MONTH),
		previous_start: Some(start),
	});
}

/// A block with all its weight.
pub fn poll() {
	poll_within(full_block());
}

/// The weight of a whole block.
pub fn full_block() -> Weight {
	<<Test as frame_system::Config>::BlockWeights as Get<BlockWeights>>::get().max_block
}

/// A block that has `limit` left when the hook is called. Returns what the hook took.
pub fn poll_within(limit: Weight) -> Weight {
	System::set_block_number(System::block_number() + 1);
	let mut meter = WeightMeter::with_limit(limit);
	<Rewards as OnPoll<u64>>::on_poll(System::block_number(), &mut meter);
	meter.consumed()
}

/// Ends the running period, waits for its settlement and does it in one block.
pub fn settle() {
	end_period();
	pass(DELAY);
	poll();
}

/// An approved farm.
pub fn farm(id: u32, payout: AccountId) -> FarmId {
	FarmOf::insert(FarmId(id), Farm { payout: Some(payout), approved: true });
	FarmId(id)
}

/// Hardware of exactly 1 CU and 1 SU: 5 GB of memory, 1 core at least, 50 GB of SSD for the CU, which are
/// 0.2 SU, and 960 GB of HDD for the other 0.8 SU.
pub fn unit() -> Resources {
	Resources {
		cores: 1,
		memory_mib: Mib(5 * 1024),
		ssd_mib: Mib(50 * 1024),
		hdd_mib: Mib(960 * 1024),
		gpus: 0,
	}
}

/// A node that is up for the whole running period, under the first policy.
pub fn node(farm: FarmId, hardware: Resources) -> NodeId {
	node_with(farm, hardware, |_| {})
}

/// A node with what `change` makes of its figures for the running period.
pub fn node_with(
	farm: FarmId,
	hardware: Resources,
	change: impl FnOnce(&mut NodePeriod),
) -> NodeId {
	let node = NodeId(LastNode::get() + 1);
	LastNode::put(node.0);
	work(node, farm, hardware, change);
	node
}

/// What a node that there is already does in the running period.
pub fn work(node: NodeId, farm: FarmId, hardware: Resources, change: impl FnOnce(&mut NodePeriod)) {
	let mut figures = NodePeriod {
		farm,
		hardware,
		registered: Seconds(MONTH),
		uptime: Seconds(MONTH),
		certified: false,
		policy: FarmingPolicyId(1),
	};
	change(&mut figures);
	Figures::insert(node, CurrentCalendar::get().unwrap().period, figures);
}

/// A deployer pays `amount`, which is booked for `node`.
pub fn book_revenue(node: NodeId, amount: Balance) {
	let preserve = frame_support::traits::tokens::Preservation::Preserve;
	Balances::transfer(&DEPLOYER, &POT, amount, preserve).unwrap();
	RevenueOf::mutate(node, |booked| *booked += amount);
}

/// Adds a version of the policy.
pub fn policy(change: impl FnOnce(&mut FarmingPolicy)) -> FarmingPolicyId {
	let mut terms = FarmingPolicy::default();
	change(&mut terms);
	Rewards::add_farming_policy(RuntimeOrigin::root(), terms).unwrap();
	FarmingPolicyId(pallet_rewards::PolicyCount::<Test>::get())
}

/// Sets the tunables.
pub fn set_params(change: impl FnOnce(&mut RewardsParams)) {
	let mut params = pallet_rewards::Params::<Test>::get();
	change(&mut params);
	Rewards::set_params(RuntimeOrigin::root(), params).unwrap();
}

/// The events of this pallet so far.
pub fn events() -> Vec<crate::Event<Test>> {
	System::read_events_for_pallet::<crate::Event<Test>>()
}

/// What a block needs to take the most expensive step, and little more.
pub fn one_step() -> Weight {
	let records = <Neighbours as traits::Records<AccountId>>::weight();
	let step = Weights::poll() + Weights::pay_farm() + records + records;
	// Proofs are no matter here.
	step.set_proof_size(1_000_000)
}
