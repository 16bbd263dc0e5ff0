//! A small chain with the nodes alone. Its neighbours are maps that a test fills.

use crate::{
	types::*, CheckNodeCall, Event, Ledger, Liveness, NextNodeId, NodeParams, Nodes as Stored,
	Sales,
};
use frame_support::{
	derive_impl, parameter_types,
	traits::{ConstU64, Hooks},
	weights::{Weight, WeightMeter},
	BoundedVec,
};
use frame_system::EnsureRoot;
use gridchain_primitives::{
	traits::{Attested, Capacity, EndContract, Farms, Meters, Twins},
	CheckFeeless, ContractId, EndReason, FarmId, FarmingPolicyId, FeelessTag, Ipv4Network, Mib,
	NodeCapacity, NodeId, Period, Reading, Refusal, Resources, Seconds, Tenancy, Time, TwinId, Usd,
};
use sp_runtime::{BuildStorage, DispatchError, DispatchResult};
use std::collections::{BTreeMap, BTreeSet};

pub type AccountId = u64;

/// The farm of every test.
pub const FARM: FarmId = FarmId(7);
/// The account of the node of most tests.
pub const ALICE: AccountId = 1;
/// Another account.
pub const BOB: AccountId = 2;
/// The account of the twin that owns the farm.
pub const FARMER: AccountId = 50;
/// When every test begins, which is when period 0 began.
pub const START: Time = Time(1_700_000_000);

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(RuntimeCall, RuntimeEvent, RuntimeError, RuntimeOrigin, RuntimeTask)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Timestamp = pallet_timestamp;
	#[runtime::pallet_index(2)]
	pub type Nodes = crate;
}

pub type Block = frame_system::mocking::MockBlock<Test>;

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
	type AccountId = AccountId;
	type Lookup = sp_runtime::traits::IdentityLookup<AccountId>;
}

impl pallet_timestamp::Config for Test {
	type Moment = u64;
	type OnTimestampSet = ();
	type MinimumPeriod = ConstU64<1>;
	type WeightInfo = ();
}

parameter_types! {
	/// Who is authorised by which farm, and hasn't joined yet.
	pub static Authorised: BTreeSet<(AccountId, FarmId)> = BTreeSet::new();
	/// Who has joined.
	pub static Admitted: BTreeSet<AccountId> = BTreeSet::new();
	/// Contracts that can't be ended.
	pub static Stubborn: BTreeSet<u64> = BTreeSet::new();
	/// Contracts that were ended, and why.
	pub static Ended: Vec<(u64, EndReason)> = Vec::new();
	/// What the end of a contract weighs.
	pub static EndWeight: Weight = Weight::from_parts(1_000_000, 0);
	/// From one block to the next.
	pub const BlockTime: Seconds = Seconds(6);
	/// How often each twin is used. The twin of account N is 100 + N.
	pub static Uses: BTreeMap<u32, u32> = BTreeMap::new();
	/// Whether no twin can be made.
	pub static TwinsFail: bool = false;
	pub static FiguresAreNeeded: bool = false;
	pub static Policy: FarmingPolicyId = FarmingPolicyId(3);
}

pub struct MockTwins;
impl Twins<AccountId> for MockTwins {
	fn of(account: &AccountId) -> Option<TwinId> {
		Some(TwinId(100 + *account as u32))
	}
	fn account(twin: TwinId) -> Option<AccountId> {
		Some(u64::from(twin.0) - 100)
	}
	fn ensure(account: &AccountId) -> Result<TwinId, DispatchError> {
		let made = (!TwinsFail::get()).then(|| Self::of(account)).flatten();
		made.ok_or(DispatchError::Other("no twin"))
	}
	fn bind(twin: TwinId) -> DispatchResult {
		Uses::mutate(|uses| *uses.entry(twin.0).or_default() += 1);
		Ok(())
	}
	fn unbind(twin: TwinId) {
		Uses::mutate(|uses| *uses.entry(twin.0).or_default() -= 1);
	}
}

pub struct MockFarms;
impl Farms<AccountId> for MockFarms {
	fn owner(_farm: FarmId) -> Option<TwinId> {
		MockTwins::of(&FARMER)
	}
	fn payout(_farm: FarmId) -> Option<AccountId> {
		Some(900)
	}
	fn approved(_farm: FarmId) -> bool {
		true
	}
	fn admissible(account: &AccountId, farm: FarmId) -> bool {
		Authorised::get().contains(&(*account, farm))
	}
	fn admit(account: &AccountId, farm: FarmId) -> DispatchResult {
		let awaited = Authorised::mutate(|all| all.remove(&(*account, farm)));
		awaited.then_some(()).ok_or(DispatchError::Other("not authorised"))?;
		Admitted::mutate(|all| all.insert(*account));
		Ok(())
	}
	fn dismiss(farm: FarmId, account: &AccountId) {
		assert!(Admitted::mutate(|all| all.remove(account)), "{account} has not joined");
		Authorised::mutate(|all| all.insert((*account, farm)));
	}
	fn take_ips(_: FarmId, _: ContractId, _: u8) -> DispatchResult {
		unreachable!("nodes take no IPs")
	}
	fn free_ips(_: FarmId, _: ContractId) {
		unreachable!("nodes free no IPs")
	}
	fn ips_of(_: ContractId) -> Vec<Ipv4Network> {
		unreachable!("nodes know no IPs")
	}
}

/// Contracts that know nothing but the node that they have a part of.
pub struct MockContracts;
impl EndContract for MockContracts {
	fn end(contract: ContractId, reason: EndReason) -> DispatchResult {
		let of = |(node, sold, _)| (sold == contract).then_some(node);
		let node = Sales::<Test>::iter().find_map(of).ok_or(DispatchError::CannotLookup)?;
		match meters(node).rental {
			Lease::Rented { contract: rent } if rent == contract => end_rent(node, contract.0),
			_ => give_back(node, contract.0),
		}
		// Last, so that a failure has something to leave behind.
		if Stubborn::get().contains(&contract.0) {
			return Err(DispatchError::Unavailable);
		}
		Ended::mutate(|all| all.push((contract.0, reason)));
		Ok(())
	}
	fn weight() -> Weight {
		EndWeight::get()
	}
}

#[cfg(feature = "runtime-benchmarks")]
pub struct MockHelper;
#[cfg(feature = "runtime-benchmarks")]
impl crate::benchmarking::BenchmarkHelper<AccountId> for MockHelper {
	fn authorise(account: &AccountId) -> FarmId {
		authorise(*account);
		FARM
	}
	fn set_time(now: Time) {
		Timestamp::set_timestamp(now.0 * 1_000);
	}
}

impl crate::Config for Test {
	type AdminOrigin = EnsureRoot<AccountId>;
	type CertifierOrigin = EnsureRoot<AccountId>;
	type Twins = MockTwins;
	type Farms = MockFarms;
	type Contracts = MockContracts;
	type Clock = Timestamp;
	type BlockTime = BlockTime;
	type FarmingPolicy = Policy;
	type WeightInfo = ();
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = MockHelper;
}

impl CheckFeeless<AccountId> for RuntimeCall {
	fn check_feeless(&self, who: &AccountId) -> Option<Result<FeelessTag, Refusal>> {
		match self {
			RuntimeCall::Nodes(call) => call.check_feeless(who),
			_ => None,
		}
	}
}

/// The extension under test, as the runtime has it in its tuple.
pub type Extensions = (CheckNodeCall<Test>,);

/// A chain in its first block at [`START`], with the parameters of production.
pub fn new_test_ext() -> sp_io::TestExternalities {
	chain_with(NodeParams::default())
}

/// A chain in its first block at [`START`] with other parameters.
pub fn chain_with(params: NodeParams) -> sp_io::TestExternalities {
	Authorised::set(BTreeSet::new());
	Admitted::set(BTreeSet::new());
	Stubborn::set(BTreeSet::new());
	Ended::set(Vec::new());
	EndWeight::set(Weight::from_parts(1_000_000, 0));
	Uses::set(BTreeMap::new());
	TwinsFail::set(false);
	FiguresAreNeeded::set(false);
	Policy::set(FarmingPolicyId(3));
	let nodes = crate::GenesisConfig { params, ..Default::default() };
	let storage = RuntimeGenesisConfig { nodes, ..Default::default() }.build_storage().unwrap();
	let mut chain = sp_io::TestExternalities::new(storage);
	chain.execute_with(|| {
		System::set_block_number(1);
		Timestamp::set_timestamp(START.0 * 1_000);
		poll();
		System::reset_events();
	});
	chain
}

/// The parameters of the development preset: everything is quick.
pub fn quick() -> NodeParams {
	NodeParams {
		report_interval: Seconds(6),
		live_blocks: 5,
		late_credit: Seconds(30),
		clock_jitter: Seconds(3),
		period_length: Seconds(300),
		retirement_notice: Seconds(60),
		..Default::default()
	}
}

/// Runs a test, and after it all that is always true.
pub trait Sanity {
	fn sanity(self, test: impl FnOnce());
}
impl Sanity for sp_io::TestExternalities {
	fn sanity(mut self, test: impl FnOnce()) {
		self.execute_with(|| {
			test();
			Nodes::do_try_state().unwrap();
		});
	}
}

/// The hook of a block. Figures of the period before the running one are settled at once, unless a test says
/// that they are still needed.
pub fn poll() {
	Nodes::on_poll(System::block_number(), &mut WeightMeter::new());
	let ended = <Nodes as Attested>::calendar()
		.and_then(|calendar| calendar.previous_start.map(|_| calendar.period.0 - 1));
	if let Some(period) = ended.filter(|_| !FiguresAreNeeded::get()) {
		<Nodes as Attested>::release(Period(period));
	}
}

/// Chain time.
pub fn now() -> Time {
	gridchain_primitives::now::<Timestamp>()
}

/// Lets `seconds` pass in `blocks` blocks without a hook.
pub fn pass_without_hook(seconds: u64, blocks: u64) {
	System::set_block_number(System::block_number() + blocks);
	Timestamp::set_timestamp((now().0 + seconds) * 1_000);
}

/// Lets `seconds` pass in `blocks` blocks.
pub fn pass_in_blocks(seconds: u64, blocks: u64) {
	pass_without_hook(seconds, blocks);
	poll();
}

/// Lets `seconds` pass with a block every 6 s.
pub fn pass(seconds: u64) {
	pass_in_blocks(seconds, (seconds / 6).max(1));
}

/// The farmer authorises `account`.
pub fn authorise(account: AccountId) {
	Authorised::mutate(|all| all.insert((account, FARM)));
}

/// A computer with 8 cores, 16 GB of memory, 500 GB of solid-state and 1,000 GB of spinning disk.
pub fn computer() -> Resources {
	Resources {
		cores: 8,
		memory_mib: Mib(16 * 1_024),
		ssd_mib: Mib(500 * 1_024),
		hdd_mib: Mib(1_000 * 1_024),
		gpus: 1,
	}
}

/// A part of a computer: cores, memory in GB, solid-state disk in GB.
pub fn part(cores: u32, memory: u64, ssd: u64) -> Resources {
	Resources {
		cores,
		memory_mib: Mib(memory * 1_024),
		ssd_mib: Mib(ssd * 1_024),
		..Default::default()
	}
}

/// A text of bounded length.
pub fn text<const N: u32>(text: &str) -> Text<N> {
	text.as_bytes().to_vec().try_into().unwrap()
}

/// How a computer in Ghent describes itself.
pub fn details() -> Details {
	let interface = Interface {
		name: text("eth0"),
		mac: [0x52, 0x54, 0, 1, 2, 3],
		ips: BoundedVec::truncate_from(vec![IpAddress::V4([192, 168, 1, 7])]),
	};
	Details {
		location: Location {
			country: *b"BE",
			city: text("Ghent"),
			position: Some(Position { latitude: 51_054_342, longitude: 3_717_424 }),
		},
		interfaces: BoundedVec::truncate_from(vec![interface]),
		secure_boot: true,
		virtualized: false,
		serial: text("SN-0001"),
	}
}

/// The call that registers a computer with the farm of the tests.
pub fn register_call(hardware: Resources, details: Details) -> RuntimeCall {
	register_with(FARM, hardware, details)
}

/// The call that registers a computer.
pub fn register_with(farm: FarmId, hardware: Resources, details: Details) -> RuntimeCall {
	let Details { location, interfaces, secure_boot, virtualized, serial } = details;
	RuntimeCall::Nodes(crate::Call::register_node {
		farm,
		hardware,
		location,
		interfaces,
		secure_boot,
		virtualized,
		serial,
	})
}

/// The call that updates a node.
pub fn update_call(node: NodeId, hardware: Resources, details: Details) -> RuntimeCall {
	let Details { location, interfaces, secure_boot, virtualized, serial } = details;
	RuntimeCall::Nodes(crate::Call::update_node {
		node,
		hardware,
		location,
		interfaces,
		secure_boot,
		virtualized,
		serial,
	})
}

/// Registers [`computer`] for `account`, on a farm that authorises it.
pub fn register(account: AccountId) -> NodeId {
	let node = NextNodeId::<Test>::get();
	authorise(account);
	dispatch(account, register_call(computer(), details())).unwrap();
	node
}

/// Registers a node of `account` that has just reported 1,000 s of uptime.
pub fn live(account: AccountId) -> NodeId {
	let node = register(account);
	report(account, node, 1_000).unwrap();
	node
}

/// Updates the hardware of a node.
pub fn update(account: AccountId, node: NodeId, hardware: Resources) -> DispatchResult {
	dispatch(account, update_call(node, hardware, details()))
}

/// Reports without traffic.
pub fn report(account: AccountId, node: NodeId, uptime: u64) -> DispatchResult {
	report_traffic(account, node, uptime, &[])
}

/// Reports with traffic.
pub fn report_traffic(
	account: AccountId,
	node: NodeId,
	uptime: u64,
	traffic: &[(u64, u64)],
) -> DispatchResult {
	let entry = |(contract, bytes): &(u64, u64)| {
		(ContractId(*contract), gridchain_primitives::Bytes(*bytes))
	};
	let traffic = BoundedVec::truncate_from(traffic.iter().map(entry).collect());
	Nodes::report(RuntimeOrigin::signed(account), node, Seconds(uptime), traffic)
}

/// Sells a part of a node.
pub fn take(node: NodeId, contract: u64, resources: Resources) -> DispatchResult {
	<Nodes as Capacity<AccountId>>::take(node, ContractId(contract), &resources)
}

/// Gives back what a contract has of a node.
pub fn give_back(node: NodeId, contract: u64) {
	<Nodes as Capacity<AccountId>>::give_back(node, ContractId(contract));
}

/// Lets a contract rent a node.
pub fn rent(node: NodeId, contract: u64) -> DispatchResult {
	<Nodes as Capacity<AccountId>>::rent(node, ContractId(contract))
}

/// Ends the rent of a node.
pub fn end_rent(node: NodeId, contract: u64) {
	<Nodes as Capacity<AccountId>>::end_rent(node, ContractId(contract));
}

/// A certifier has found `hardware`.
pub fn certify(node: NodeId, hardware: Option<Resources>) -> DispatchResult {
	Nodes::certify_node(RuntimeOrigin::root(), node, hardware)
}

/// The farmer puts a node under maintenance, for so many seconds from now.
pub fn maintain(node: NodeId, seconds: Option<u64>) -> DispatchResult {
	let until = seconds.map(|seconds| now().plus(Seconds(seconds)));
	Nodes::set_maintenance(RuntimeOrigin::signed(FARMER), node, until)
}

/// The farmer asks a fee of whoever rents a node.
pub fn ask_fee(node: NodeId, usd_month: Option<u128>) -> DispatchResult {
	Nodes::set_extra_fee(RuntimeOrigin::signed(FARMER), node, usd_month.map(Usd))
}

/// The farmer offers a node in parts, or only as a whole.
pub fn offer(node: NodeId, tenancy: Tenancy) -> DispatchResult {
	Nodes::set_tenancy(RuntimeOrigin::signed(FARMER), node, tenancy)
}

/// The farmer retires a node.
pub fn retire(node: NodeId) -> DispatchResult {
	Nodes::retire_node(RuntimeOrigin::signed(FARMER), node)
}

/// The farmer keeps a node after all.
pub fn keep(node: NodeId) -> DispatchResult {
	Nodes::cancel_retirement(RuntimeOrigin::signed(FARMER), node)
}

/// What clients are told of a node.
pub fn capacity(node: NodeId) -> NodeCapacity {
	Nodes::node_capacity(node).unwrap()
}

/// Runs a call as its signer would.
pub fn dispatch(account: AccountId, call: RuntimeCall) -> DispatchResult {
	use sp_runtime::traits::Dispatchable;
	call.dispatch(RuntimeOrigin::signed(account)).map(|_| ()).map_err(|failed| failed.error)
}

/// The meters of a node.
pub fn meters(node: NodeId) -> NodeLiveness<AccountId> {
	Liveness::<Test>::get(node).unwrap()
}

/// The capacity of a node.
pub fn ledger(node: NodeId) -> NodeLedger {
	Ledger::<Test>::get(node).unwrap()
}

/// What a node says of itself.
pub fn stored(node: NodeId) -> Node {
	Stored::<Test>::get(node).unwrap()
}

/// The pallet's last event.
pub fn last_event() -> Event<Test> {
	events().pop().unwrap()
}

/// The pallet's events so far.
pub fn events() -> Vec<Event<Test>> {
	let ours = |record: frame_system::EventRecord<RuntimeEvent, _>| match record.event {
		RuntimeEvent::Nodes(event) => Some(event),
		_ => None,
	};
	System::events().into_iter().filter_map(ours).collect()
}

/// The meters of `node` for `contract` at this moment.
pub fn reading(node: NodeId, contract: ContractId) -> Option<Reading> {
	<Nodes as Meters>::read(node, contract, &<Nodes as Meters>::moment())
}
