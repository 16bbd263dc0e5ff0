//! A runtime with small stand-ins for the neighbours. Their state lives in storage, so that it is rolled
//! back like everything else.

use crate::{self as pallet_billing, *};
use codec::{Decode, Encode, MaxEncodedLen};
use frame_support::{
	derive_impl, parameter_types, storage_alias,
	traits::{
		fungible::HoldConsideration, ConstU128, ConstU32, ConstU64, Hooks, LinearStoragePrice,
		UnixTime,
	},
	weights::{Weight, WeightMeter},
	PalletId, Twox64Concat,
};
use frame_system::EnsureRoot;
use gridchain_primitives::{
	traits, Balance, Bytes, CloudUnits, ContractId, EndReason, FarmId, Goods, NodeId, Percent,
	Price, ProviderId, Reading, Record, Rental, Seconds, Terms, Time, TwinId, Usd, WholeNode, TFT,
};
use scale_info::TypeInfo;
use sp_runtime::{
	traits::AccountIdConversion, BuildStorage, DispatchError, DispatchResult, FixedPointNumber,
};

type Block = frame_system::mocking::MockBlock<Test>;

frame_support::construct_runtime!(
	pub enum Test {
		System: frame_system,
		Timestamp: pallet_timestamp,
		Balances: pallet_balances,
		Billing: pallet_billing,
	}
);

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
	type AccountData = pallet_balances::AccountData<Balance>;
	type BlockWeights = BlockWeights;
}

parameter_types! {
	pub BlockWeights: frame_system::limits::BlockWeights =
		frame_system::limits::BlockWeights::simple_max(Weight::from_parts(2_000_000_000_000, u64::MAX));
}

#[derive_impl(pallet_timestamp::config_preludes::TestDefaultConfig)]
impl pallet_timestamp::Config for Test {
	type MinimumPeriod = ConstU64<1>;
}

/// The existential deposit: 0.01 TFT.
pub const DEPOSIT: Balance = TFT / 100;

#[derive_impl(pallet_balances::config_preludes::TestDefaultConfig)]
impl pallet_balances::Config for Test {
	type Balance = Balance;
	type ExistentialDeposit = ConstU128<DEPOSIT>;
	type AccountStore = System;
	type RuntimeHoldReason = RuntimeHoldReason;
	type FreezeIdentifier = u8;
	type MaxFreezes = ConstU32<1>;
}

parameter_types! {
	pub const ProviderDeposit: RuntimeHoldReason =
		RuntimeHoldReason::Billing(HoldReason::ProviderDeposit);
	/// What a provider holds, whatever its size.
	pub const DepositBase: Balance = TFT;
	pub const DepositByte: Balance = 0;
	pub const PotId: PalletId = PalletId(*b"grid/pot");
	pub const Treasury: u64 = TREASURY;
	pub const ValidatorsPot: u64 = VALIDATORS;
}

impl Config for Test {
	type AdminOrigin = EnsureRoot<u64>;
	type PolicyOrigin = EnsureRoot<u64>;
	type RuntimeHoldReason = RuntimeHoldReason;
	type Currency = Balances;
	type Twins = Twins;
	type Meters = Meters;
	type AcceptedProviders = Farms;
	type ProviderDeposit = HoldConsideration<
		u64,
		Balances,
		ProviderDeposit,
		LinearStoragePrice<DepositBase, DepositByte, Balance>,
	>;
	type OnContract = Deployments;
	type Records = History;
	type PriceFeed = Feed;
	type Clock = Timestamp;
	type PotId = PotId;
	type Treasury = Treasury;
	type ValidatorsPot = ValidatorsPot;
	type Session = Session;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = Neighbourhood;
}

// The people: each twin's account bears its number.
pub const ALICE: u64 = 1;
pub const BOB: u64 = 2;
pub const STRANGER: u64 = 3;
pub const TREASURY: u64 = 1_001;
pub const VALIDATORS: u64 = 1_002;
/// What Alice and Bob have at first.
pub const WEALTH: Balance = 1_000_000 * TFT;

/// The moment of genesis: the beginning of a slot of the queue.
pub const T0: Time = Time(1_800_000_000);
pub const MINUTE: u64 = 60;
pub const HOUR: u64 = 3_600;
pub const DAY: u64 = 24 * HOUR;
pub const GB: u64 = 1_000_000_000;

/// The node of most tests, and its farm.
pub const NODE: NodeId = NodeId(7);
pub const FARM: FarmId = FarmId(70);
/// The contract of most tests.
pub const C: ContractId = ContractId(1);

/// A node as the stand-in of Nodes knows it.
#[derive(Clone, Copy, Debug, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct MockNode {
	pub farm: FarmId,
	pub attested: Seconds,
	pub last_report: Time,
	pub live: bool,
	/// Whether it reports when time passes.
	pub up: bool,
	pub retired: bool,
	pub rental: Rental,
	/// What a rent of it is charged by.
	pub whole: WholeNode,
}

#[storage_alias]
pub type Nodes = StorageMap<Mock, Twox64Concat, NodeId, MockNode>;
#[storage_alias]
pub type Traffic = StorageMap<Mock, Twox64Concat, ContractId, Bytes>;
#[storage_alias]
pub type WithoutAccount = StorageMap<Mock, Twox64Concat, TwinId, ()>;
#[storage_alias]
pub type Told = StorageValue<Mock, Vec<Tale>>;
#[storage_alias]
pub type Noted = StorageValue<Mock, Vec<Record<u64>>>;
#[storage_alias]
pub type SessionIndex = StorageValue<Mock, u32>;
#[storage_alias]
pub type FeedIsSilent = StorageValue<Mock, ()>;
/// Which providers farms have accepted.
#[storage_alias]
pub type Accepted = StorageMap<Mock, Twox64Concat, (FarmId, ProviderId), ()>;
/// How often a twin is bound.
#[storage_alias]
pub type Uses = StorageMap<Mock, Twox64Concat, TwinId, u32>;

/// A contract whose end ends another one in the same breath.
#[storage_alias]
pub type EndsToo = StorageMap<Mock, Twox64Concat, ContractId, ContractId>;

/// What Billing told Deployments.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum Tale {
	Suspended(ContractId),
	Resumed(ContractId),
	Ended(ContractId, EndReason),
}

pub struct Twins;
impl traits::Twins<u64> for Twins {
	fn of(account: &u64) -> Option<TwinId> {
		let twin = TwinId(u32::try_from(*account).ok()?);
		Self::account(twin).map(|_| twin)
	}
	fn account(twin: TwinId) -> Option<u64> {
		(!WithoutAccount::contains_key(twin)).then_some(u64::from(twin.0))
	}
	fn ensure(account: &u64) -> Result<TwinId, DispatchError> {
		Self::of(account).ok_or(DispatchError::CannotLookup)
	}
	fn bind(twin: TwinId) -> DispatchResult {
		Uses::mutate(twin, |uses| *uses = Some(uses.unwrap_or(0) + 1));
		Ok(())
	}
	fn unbind(twin: TwinId) {
		Uses::mutate(twin, |uses| *uses = Some(uses.unwrap() - 1));
	}
}

pub struct Farms;
impl traits::AcceptedProviders for Farms {
	fn accepts(farm: FarmId, provider: ProviderId) -> bool {
		Accepted::contains_key((farm, provider))
	}
}

pub struct Meters;
impl traits::Meters for Meters {
	type Moment = ();
	fn moment() {}
	fn read(node: NodeId, contract: ContractId, _: &()) -> Option<Reading> {
		let MockNode { farm, attested, last_report, live, retired, rental, .. } = Nodes::get(node)?;
		let traffic = Traffic::get(contract).unwrap_or_default();
		let farm = Some(farm);
		Some(Reading { farm, attested, last_report, live, retired, rental, traffic })
	}
	fn whole(node: NodeId) -> Option<WholeNode> {
		Nodes::get(node).map(|node| node.whole)
	}
}

pub struct Deployments;
impl traits::OnContract for Deployments {
	fn suspended(contract: ContractId) {
		Told::append(Tale::Suspended(contract));
	}
	fn resumed(contract: ContractId) {
		Told::append(Tale::Resumed(contract));
	}
	fn ended(contract: ContractId, reason: EndReason) {
		assert!(Billing::contract_status(contract).is_none(), "the window goes first");
		Told::append(Tale::Ended(contract, reason));
		if let Some(other) = EndsToo::get(contract) {
			let _ = close(other);
		}
	}
}

pub struct History;
impl traits::Records<u64> for History {
	fn note(record: Record<u64>) {
		Noted::append(record);
	}
	fn weight() -> Weight {
		Weight::from_parts(1_000_000, 0)
	}
}

pub struct Session;
impl frame_support::traits::Get<u32> for Session {
	fn get() -> u32 {
		SessionIndex::get().unwrap_or_default()
	}
}

pub struct Feed;
impl traits::PriceFeed for Feed {
	fn usd_per_tft() -> Option<Price> {
		if FeedIsSilent::exists() {
			return None;
		}
		Billing::usd_per_tft()
	}
}

/// A price in millionths of a dollar: 0.011 USD/TFT is 11,000.
pub fn price(millionths: u128) -> Price {
	Price::saturating_from_rational(millionths, 1_000_000u128)
}

/// The market has moved as far as that, at this moment.
pub fn quote_price(millionths: u128) {
	let price = price(millionths);
	TftPrice::<Test>::put(Quotation { price, accepted: now(), stale: false });
}

pub fn new_test_ext() -> sp_io::TestExternalities {
	let people = [(ALICE, WEALTH), (BOB, WEALTH)];
	let genesis = RuntimeGenesisConfig {
		balances: pallet_balances::GenesisConfig { balances: people.into(), ..Default::default() },
		billing: pallet_billing::GenesisConfig { price: Some(price(11_000)), ..Default::default() },
		..Default::default()
	};
	let mut ext: sp_io::TestExternalities = genesis.build_storage().unwrap().into();
	ext.execute_with(|| {
		System::set_block_number(1);
		set_time(T0);
		Billing::on_poll(1, &mut WeightMeter::new());
		add_node(NODE, FARM);
	});
	ext
}

/// Runs a test and checks afterwards what must always be true.
pub trait Sanity {
	fn sanity(self, test: impl FnOnce());
}

impl Sanity for sp_io::TestExternalities {
	fn sanity(mut self, test: impl FnOnce()) {
		self.execute_with(|| {
			test();
			Billing::do_try_state().unwrap();
			assert_pot_is_exact();
		});
	}
}

/// Without gifts, the pot holds exactly its existential deposit and what is booked.
pub fn assert_pot_is_exact() {
	assert_eq!(Balances::free_balance(pot()), DEPOSIT + Billing::booked().total().unwrap());
}

pub fn pot() -> u64 {
	PotId::get().into_account_truncating()
}

/// CU 1, SU 0.075 are 2 cores, 2 GB of memory, 15 GB of SSD.
pub const UNITS: CloudUnits = CloudUnits { cu: 6_144_000, su: 460_800 };

/// A part of [`NODE`]: 2 cores, 2 GB of memory, 15 GB of SSD: CU 1, SU 0.075; 0.010375 USD/h.
pub fn part() -> Goods {
	Goods::Part { node: NODE, units: UNITS, certified: false, ipv4: 0, traffic_limit: Bytes::ZERO }
}

pub fn terms() -> Terms {
	Terms { payer: TwinId(ALICE as u32), goods: part(), provider: None }
}

pub fn terms_of(account: u64) -> Terms {
	Terms { payer: TwinId(account as u32), ..terms() }
}

/// How the tests change what is ordered.
pub trait Order: Sized {
	fn on(self, node: NodeId) -> Self;
	fn sized(self, units: CloudUnits) -> Self;
	fn limited(self, limit: Bytes) -> Self;
	fn with_ips(self, count: u8) -> Self;
	fn certified(self) -> Self;
}

impl Order for Terms {
	fn on(mut self, to: NodeId) -> Self {
		match &mut self.goods {
			Goods::Part { node, .. } | Goods::Whole { node, .. } => *node = to,
			Goods::Name => panic!("a name is on no node"),
		}
		self
	}
	fn sized(mut self, to: CloudUnits) -> Self {
		match &mut self.goods {
			Goods::Part { units, .. } | Goods::Whole { units, .. } => *units = to,
			Goods::Name => panic!("a name has no size"),
		}
		self
	}
	fn limited(mut self, limit: Bytes) -> Self {
		let Goods::Part { traffic_limit, .. } = &mut self.goods else { panic!("no part") };
		*traffic_limit = limit;
		self
	}
	fn with_ips(mut self, count: u8) -> Self {
		let Goods::Part { ipv4, .. } = &mut self.goods else { panic!("no part") };
		*ipv4 = count;
		self
	}
	fn certified(mut self) -> Self {
		match &mut self.goods {
			Goods::Part { certified, .. } | Goods::Whole { certified, .. } => *certified = true,
			Goods::Name => panic!("a name has no hardware"),
		}
		self
	}
}

/// All of [`NODE`], of twice the units of [`part`], with an extra fee of `month` dollars a month.
pub fn whole(month: u128) -> Terms {
	let units = CloudUnits { cu: 2 * UNITS.cu, su: 2 * UNITS.su };
	let goods =
		Goods::Whole { node: NODE, units, certified: false, extra_fee: Usd(month * 1_000_000_000) };
	Terms { goods, ..terms() }
}

/// A name.
pub fn name() -> Terms {
	Terms { goods: Goods::Name, ..terms() }
}

/// A provider of Bob's with so many percent of the farm's share, which [`FARM`] accepts.
pub fn provider(percent: u8) -> ProviderId {
	let provider = NextProviderId::<Test>::get();
	let name = ProviderName::truncate_from(b"Bring and share".to_vec());
	Billing::register_provider(RuntimeOrigin::signed(BOB), name).unwrap();
	let share = Some(Percent::from_percent(percent));
	Billing::approve_provider(RuntimeOrigin::root(), provider, share).unwrap();
	Accepted::insert((FARM, provider), ());
	provider
}

/// Changes what the stand-in of Nodes says of `node`.
pub fn change_node(node: NodeId, change: impl FnOnce(&mut MockNode)) {
	Nodes::mutate(node, |entry| change(entry.as_mut().unwrap()));
}

pub fn add_node(node: NodeId, farm: FarmId) {
	let last_report = now();
	let units = CloudUnits { cu: 2 * UNITS.cu, su: 2 * UNITS.su };
	let added = MockNode {
		farm,
		attested: Seconds::ZERO,
		last_report,
		live: true,
		up: true,
		retired: false,
		rental: Rental::None,
		whole: WholeNode { units, certified: false },
	};
	Nodes::insert(node, added);
}

pub fn now() -> Time {
	Time(<Timestamp as UnixTime>::now().as_secs())
}

pub fn set_time(time: Time) {
	pallet_timestamp::Now::<Test>::put(time.0 * 1_000);
}

/// Time passes with blocks in it, and each node that is up reports at its end. The market speaks too, and stays
/// where it is.
pub fn pass(seconds: u64) {
	set_time(now().plus(Seconds(seconds)));
	Halted::<Test>::mutate(|halts| halts.last_block = Some(now()));
	if let Some(quotation) = TftPrice::<Test>::get() {
		Billing::accept_price(quotation.price);
	}
	for node in Nodes::iter_keys().collect::<Vec<_>>() {
		if Nodes::get(node).unwrap().up {
			report(node);
		}
	}
}

/// The chain stands still, and so does everybody.
pub fn halt(seconds: u64) {
	set_time(now().plus(Seconds(seconds)));
	poll();
}

/// `node` was up since its last report, and says so.
pub fn report(node: NodeId) {
	Nodes::mutate(node, |entry| {
		let node = entry.as_mut().unwrap();
		node.attested = node.attested.plus(now().since(node.last_report));
		node.last_report = now();
		node.live = true;
	});
}

/// `node` is off: it doesn't report when time passes.
pub fn down(node: NodeId) {
	Nodes::mutate(node, |entry| entry.as_mut().unwrap().up = false);
}

/// `node` is on again, and was off since its last report: it gets no credit for that.
pub fn up(node: NodeId) {
	Nodes::mutate(node, |entry| {
		let node = entry.as_mut().unwrap();
		*node = MockNode { last_report: now(), live: true, up: true, ..*node };
	});
}

pub fn set_live(node: NodeId, live: bool) {
	Nodes::mutate(node, |entry| entry.as_mut().unwrap().live = live);
}

/// The block's work, with as much weight as it wants.
pub fn poll() {
	Billing::on_poll(1, &mut WeightMeter::new());
}

/// Time passes, each node that is up reports, and the block's work is done.
pub fn run(seconds: u64) {
	pass(seconds);
	poll();
}

pub fn try_open(contract: ContractId, terms: Terms) -> DispatchResult {
	<Billing as traits::Windows>::open(contract, terms)
}

pub fn open(contract: ContractId, terms: Terms) {
	try_open(contract, terms).unwrap();
}

/// Opens and starts a contract.
pub fn deploy(contract: ContractId, terms: Terms) {
	open(contract, terms);
	start(contract);
}

pub fn try_start(contract: ContractId) -> DispatchResult {
	<Billing as traits::Windows>::start(contract)
}

pub fn start(contract: ContractId) {
	try_start(contract).unwrap();
}

pub fn amend(contract: ContractId, terms: Terms) -> DispatchResult {
	<Billing as traits::Windows>::amend(contract, terms)
}

pub fn close(contract: ContractId) -> DispatchResult {
	<Billing as traits::Windows>::close(contract, EndReason::Owner)
}

pub fn held(account: u64) -> Balance {
	use frame_support::traits::fungible::InspectHold;
	Balances::balance_on_hold(&HoldReason::BillingWindow.into(), &account)
}

pub fn free(account: u64) -> Balance {
	Balances::free_balance(account)
}

/// Makes the free balance of `account` to `amount`.
pub fn set_free(account: u64, amount: Balance) {
	use frame_support::traits::fungible::Mutate;
	Balances::set_balance(&account, amount);
}

pub fn window(contract: ContractId) -> Window {
	Windows::<Test>::get(contract).unwrap()
}

/// The pallet's own events since the last call.
pub fn events() -> Vec<Event<Test>> {
	let events = System::events().into_iter().filter_map(|record| match record.event {
		RuntimeEvent::Billing(event) => Some(event),
		_ => None,
	});
	let events = events.collect();
	System::reset_events();
	events
}

/// What was charged by each bill among `events`.
pub fn charges(events: &[Event<Test>]) -> Vec<Balance> {
	let charge = |event: &Event<Test>| match event {
		Event::Billed { charged, .. } => Some(*charged),
		_ => None,
	};
	events.iter().filter_map(charge).collect()
}

/// The seconds of each bill among `events`.
pub fn seconds(events: &[Event<Test>]) -> Vec<u64> {
	let seconds = |event: &Event<Test>| match event {
		Event::Billed { seconds, .. } => Some(seconds.0),
		_ => None,
	};
	events.iter().filter_map(seconds).collect()
}

pub fn told() -> Vec<Tale> {
	Told::take().unwrap_or_default()
}

#[cfg(feature = "runtime-benchmarks")]
pub struct Neighbourhood;
#[cfg(feature = "runtime-benchmarks")]
impl BenchmarkHelper<u64> for Neighbourhood {
	fn running(seed: u32) -> (ContractId, u64) {
		let payer = 10_000 + u64::from(seed);
		set_free(payer, WEALTH);
		let node = NodeId(10_000 + seed);
		add_node(node, FARM);
		let contract = ContractId(10_000 + u64::from(seed));
		deploy(contract, terms_of(payer).on(node).limited(Bytes(GB)));
		(contract, payer)
	}
	fn start_clock() {
		set_time(T0);
	}
	fn pass(span: Seconds, _node: NodeId) {
		pass(span.0);
	}
	fn accept(farm: FarmId, provider: ProviderId) {
		Accepted::insert((farm, provider), ());
	}
}
