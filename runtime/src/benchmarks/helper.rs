//! Puts the chain into the states that the pallets' benchmarks measure, through the pallets' own calls.

use crate::{
	configs::oracle::Feed, AccountId, Balances, Billing, Deployments, Farms, Nodes, Runtime,
	RuntimeOrigin, System, Timestamp, Twins, TFT,
};
use alloc::{format, vec};
use frame_benchmarking::account;
use frame_support::{
	traits::{
		fungible::{Inspect, Mutate},
		ConstU32, Hooks,
	},
	weights::WeightMeter,
	BoundedVec,
};
use gridchain_primitives::{
	now,
	traits::{Attested, Capacity, Twins as _},
	Balance, Bytes, ContractId, FarmId, Mib, NodeId, Period, Price, ProviderId, Resources, Seconds,
	Time, Usd,
};
use pallet_billing::Quotation;
use pallet_nodes::benchmarking::live_node;
use sp_core::H256;

/// Wires the benchmarks of one pallet with the others.
pub struct Helper;

/// A moment after genesis, in a whole second.
const START: Time = Time(1_800_000_000);
/// The most public IPs that a contract can have.
const IPS: u8 = 16;
/// More than any benchmark spends.
const WEALTH: Balance = 10_000_000 * TFT;
/// The contracts that fill a node have ids that no real one gets.
const FILLERS: u64 = 1 << 40;
/// What a benchmark deploys.
const SMALL: Resources = Resources {
	cores: 1,
	memory_mib: Mib(2_048),
	ssd_mib: Mib(15 * 1_024),
	hdd_mib: Mib(0),
	gpus: 0,
};

impl pallet_oracle::BenchmarkHelper<Feed, Price, ConstU32<1>> for Helper {
	fn get_currency_id_value_pairs() -> BoundedVec<(Feed, Price), ConstU32<1>> {
		start_clock();
		BoundedVec::truncate_from(vec![(Feed::UsdPerTft, Price::from_rational(11, 1_000))])
	}
}

fn set_time(time: Time) {
	pallet_timestamp::Now::<Runtime>::put(time.0.saturating_mul(1_000));
}

fn start_clock() {
	if Timestamp::get() == 0 {
		set_time(START);
	}
}

/// An account with a twin and money.
fn rich_twin(name: &'static str, seed: u32) -> AccountId {
	let who: AccountId = account(name, seed, 0);
	Balances::set_balance(&who, WEALTH);
	Twins::ensure(&who).expect("ids are left");
	who
}

/// A new approved farm with as many free public IPs as a contract can have, and its owner.
fn new_farm() -> (FarmId, AccountId) {
	let farm = pallet_farms::NextFarmId::<Runtime>::get();
	let owner = rich_twin("farmer", farm.0);
	let name = format!("benchmark-{farm}").into_bytes();
	let name = name.try_into().expect("the name is short");
	Farms::create_farm(RuntimeOrigin::signed(owner.clone()), name).expect("the name is free");
	Farms::approve_farm(RuntimeOrigin::root(), farm).expect("the farm exists");
	for host in 1..=IPS {
		let [_, high, middle, low] = farm.0.to_be_bytes();
		// Farms of benchmarks are few: the first byte of their addresses stays that of a public network.
		let first = high.saturating_add(5);
		let network = |host| format!("{first}.{middle}.{low}.{host}");
		let cidr = format!("{}/24", network(host)).into_bytes();
		let gateway = network(254).into_bytes();
		Farms::add_public_ip(
			RuntimeOrigin::signed(owner.clone()),
			farm,
			cidr.try_into().expect("an address is short"),
			gateway.try_into().expect("an address is short"),
		)
		.expect("the address is public and new");
	}
	(farm, owner)
}

fn set_price() {
	let price = Price::from_rational(11, 1_000);
	let quotation = Quotation { price, accepted: now::<Timestamp>(), stale: false };
	pallet_billing::TftPrice::<Runtime>::put(quotation);
}

/// Lets `span` pass, at the end of which `node` reports that it was up.
fn pass(node: NodeId, span: Seconds) {
	set_time(now::<Timestamp>().plus(span));
	let liveness = pallet_nodes::Liveness::<Runtime>::get(node).expect("the node is registered");
	let uptime = liveness.last_uptime.plus(span);
	let origin = RuntimeOrigin::signed(liveness.account);
	Nodes::report(origin, node, uptime, Default::default()).expect("the interval has passed");
}

fn deploy(owner: &AccountId, node: NodeId) -> ContractId {
	let contract = pallet_deployments::NextContractId::<Runtime>::get();
	let origin = RuntimeOrigin::signed(owner.clone());
	let traffic_limit = Bytes(1_000_000_000_000);
	let spec = Default::default();
	Deployments::deploy(origin, node, H256::zero(), spec, SMALL, IPS, traffic_limit, None)
		.expect("the node has room and the owner money");
	contract
}

impl pallet_nodes::benchmarking::BenchmarkHelper<AccountId> for Helper {
	fn authorise(account: &AccountId) -> FarmId {
		let (farm, owner) = new_farm();
		Farms::authorise_node(RuntimeOrigin::signed(owner), farm, account.clone())
			.expect("nobody has authorised the account yet");
		farm
	}

	fn set_time(now: Time) {
		set_time(now);
	}
}

impl pallet_billing::BenchmarkHelper<AccountId> for Helper {
	fn running(seed: u32) -> (ContractId, AccountId) {
		start_clock();
		set_price();
		let owner = rich_twin("owner", seed);
		let (node, account) = live_node::<Runtime>(seed.saturating_add(1_000));
		let contract = deploy(&owner, node);
		Deployments::confirm_workload(RuntimeOrigin::signed(account), contract)
			.expect("the workload waits for its node");
		(contract, owner)
	}

	fn start_clock() {
		start_clock();
	}

	fn pass(span: Seconds, node: NodeId) {
		pass(node, span);
	}

	fn accept(farm: FarmId, provider: ProviderId) {
		let owner = <Farms as gridchain_primitives::traits::Farms<AccountId>>::owner(farm);
		let owner =
			owner.and_then(<Twins as gridchain_primitives::traits::Twins<AccountId>>::account);
		let owner = owner.expect("the farm has an owner");
		Farms::accept_provider(RuntimeOrigin::signed(owner), farm, provider)
			.expect("the provider is approved");
	}
}

impl pallet_deployments::BenchmarkHelper<AccountId> for Helper {
	fn owner() -> AccountId {
		start_clock();
		set_price();
		rich_twin("owner", 0)
	}

	fn consumer() -> AccountId {
		rich_twin("consumer", 0)
	}

	fn node() -> (NodeId, AccountId) {
		start_clock();
		let (node, account) = live_node::<Runtime>(0);
		let tiny = Resources { cores: 1, ..Default::default() };
		let room = pallet_nodes::Params::<Runtime>::get().max_contracts;
		// One place is left for a rent beside the contract.
		for filler in 2..u64::from(room) {
			<Nodes as Capacity<AccountId>>::take(node, ContractId(FILLERS + filler), &tiny)
				.expect("the node is the largest that can be");
		}
		(node, account)
	}

	fn empty_node() -> NodeId {
		start_clock();
		let (node, _) = live_node::<Runtime>(1);
		// The largest computer has more storage than one contract can be charged for.
		pallet_nodes::Ledger::<Runtime>::mutate_extant(node, |ledger| {
			ledger.hardware.ssd_mib = Mib(1 << 30);
		});
		let has = pallet_nodes::Ledger::<Runtime>::get(node).map(|ledger| ledger.hardware);
		Nodes::certify_node(RuntimeOrigin::root(), node, has).expect("it has what it says");
		let farm = pallet_nodes::Liveness::<Runtime>::get(node).expect("it is registered").farm;
		let owner = <Farms as gridchain_primitives::traits::Farms<AccountId>>::payout(farm);
		let owner = RuntimeOrigin::signed(owner.expect("the farm has an owner"));
		let fee = Some(Usd(7_300_000_000));
		Nodes::set_extra_fee(owner, node, fee).expect("the node is the farmer's");
		node
	}

	fn pass(node: NodeId, span: Seconds) {
		pass(node, span);
	}

	fn suspend(contract: ContractId, node: NodeId) {
		let window = pallet_billing::Windows::<Runtime>::get(contract).expect("it has a window");
		let owner =
			<Twins as gridchain_primitives::traits::Twins<AccountId>>::account(window.terms.payer)
				.expect("the payer is a twin");
		let params = pallet_billing::Params::<Runtime>::get();
		Balances::set_balance(&owner, Balances::minimum_balance());
		// Longer than the reserve covers, so that seconds stay owed.
		pass(node, params.window.plus(params.slack).plus(params.window));
		Billing::on_poll(System::block_number(), &mut WeightMeter::new());
		pass(node, Seconds(10));
		Balances::set_balance(&owner, WEALTH);
	}
}

impl Helper {
	/// A node that left in the period before the running one, listed for `farm`, with revenue booked for it.
	pub fn departed_with_revenue(farm: FarmId) -> NodeId {
		let (node, stood_in) = <Self as pallet_rewards::BenchmarkHelper>::node(TFT);
		let owner =
			pallet_farms::Farms::<Runtime>::get(stood_in).expect("the farm is registered").owner;
		let owner = <Twins as gridchain_primitives::traits::Twins<AccountId>>::account(owner)
			.expect("the owner is a twin");
		Nodes::retire_node(RuntimeOrigin::signed(owner), node).expect("it has no contracts");
		<Self as pallet_rewards::BenchmarkHelper>::end_period();
		pallet_nodes::NodesOf::<Runtime>::insert(farm, node, ());
		node
	}
}

impl pallet_rewards::BenchmarkHelper for Helper {
	fn node(revenue: Balance) -> (NodeId, FarmId) {
		start_clock();
		let farm = pallet_farms::NextFarmId::<Runtime>::get();
		let (node, _) = live_node::<Runtime>(farm.0);
		pass(node, Seconds(10));
		Balances::mint_into(&Billing::pot(), revenue).expect("the issuance has room");
		pallet_billing::NodeRevenue::<Runtime>::insert(node, revenue);
		pallet_billing::Booked::<Runtime>::mutate(|booked| {
			booked.nodes = booked.nodes.saturating_add(revenue);
		});
		(node, farm)
	}

	fn end_period() -> Period {
		let calendar = <Nodes as Attested>::calendar().expect("the clock runs");
		let half = Seconds(calendar.end.since(calendar.start).0 / 2);
		set_time(calendar.end.plus(half));
		Nodes::on_poll(System::block_number(), &mut WeightMeter::new());
		// So many blocks later that every live node has reported since.
		let blocks = pallet_nodes::Params::<Runtime>::get().live_blocks.saturating_add(1);
		System::set_block_number(System::block_number().saturating_add(blocks));
		calendar.period
	}
}
