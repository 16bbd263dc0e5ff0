//! The state of a region with many contracts.
//!
//! It is made by the calls that people and nodes make, dispatched one after the other in a map in memory: so it is
//! what the pallets would have made of it, whatever they store.

use crate::common::{
	self,
	chain::{genesis_of, Chain as Blocks},
	Machine, DEVELOPMENT, HARDWARE, WORKLOAD,
};
use frame_support::traits::UnfilteredDispatchable;
use gridchain_primitives::{ContractId, FarmId, Mib, NodeId, Price, Resources, Seconds, Time};
use gridchain_runtime::{
	AccountId, Billing, Runtime, RuntimeCall, RuntimeGenesisConfig, RuntimeOrigin, System, TFT,
};
use serde_json::Value;
use sp_core::storage::{well_known_keys::CODE, Storage};
use sp_runtime::FixedPointNumber;
use sp_state_machine::BasicExternalities;

/// How many contracts are due in one slot.
const DUE: u64 = 1_000;
/// How many are overdue after hours without a block.
const OVERDUE: u64 = 100_000;
/// Contracts of a deployer, all due together.
const PER_DEPLOYER: u64 = 10;
/// The most contracts of a node.
const PER_NODE: u64 = 250;
/// The fewest nodes. Of a thousand contracts that are due one after the other each is on a node of its own, however many
/// contracts there are, so that a block does the same at each number.
const NODES: u64 = 1_000;
/// What a deployer has, in TFT: the windows of ten workloads for a month.
const PURSE: u128 = 10_000;
/// A node of 128 cores that sells 512, 600 GB of memory and 5,000 GB of SSD: room for 250 workloads.
const BIG: Resources =
	Resources { cores: 128, memory_mib: Mib(601 * 1_024), ssd_mib: Mib(5_000 * 1_024), ..HARDWARE };
/// The step in which the clock goes on, in seconds, and in which nodes report.
const STEP: u64 = 20 * 60;
/// Steps of the day: the first contracts are deployed in the first of them, those that will be overdue two hours
/// later, all others between four and twenty hours after the first, and nobody in the last three hours.
const STEPS: u64 = 23 * 3;
const SECOND_GROUP: u64 = 2 * 3;
const OTHERS: core::ops::Range<u64> = 4 * 3..20 * 3;
/// A slot of the queue in production, in seconds.
const SLOT: u64 = 60;

/// A region, 23 hours after its first contract.
pub struct Region {
	/// How many contracts it has, all open, their windows a day long.
	pub contracts: u64,
	/// Its state.
	pub storage: Storage,
	/// The time of the state.
	pub now: Time,
	/// How many are due first, all in one slot.
	pub due: u64,
	/// When they are.
	pub due_by: Time,
	/// How many are overdue after some hours without a block.
	pub overdue: u64,
	/// At this time.
	pub overdue_by: Time,
}

impl Region {
	/// Makes it, and shows by `tell` how far it is. What is true of a state is `checked` if told.
	pub fn new(contracts: u64, checked: bool, tell: &dyn Fn(u64)) -> Self {
		let (due, overdue) = (contracts.min(DUE), contracts.min(OVERDUE));
		let mut externalities = BasicExternalities::new_empty();
		let mut region = externalities.execute_with(|| {
			let json = serde_json::to_vec(&genesis()).unwrap();
			frame_support::genesis_builder_helper::build_state::<RuntimeGenesisConfig>(json)
				.unwrap();
			let now = populate(contracts, [due, overdue - due], tell);
			if checked {
				common::sanity::pallets();
			}
			Self {
				contracts,
				storage: Storage::default(),
				now,
				due,
				due_by: due_time(due),
				overdue,
				overdue_by: due_time(overdue),
			}
		});
		region.storage = externalities.into_storages();
		let code = gridchain_runtime::wasm_binary().unwrap();
		region.storage.top.insert(CODE.to_vec(), code.to_vec());
		region
	}
}

/// The development chain with the times of production, so that a day of it is like theirs.
fn genesis() -> Value {
	let mut genesis = genesis_of(DEVELOPMENT);
	let production = serde_json::to_value(RuntimeGenesisConfig::default()).unwrap();
	for pallet in ["nodes", "billing", "rewards"] {
		genesis[pallet]["params"] = production[pallet]["params"].clone();
	}
	genesis["billing"]["slotLength"] = SLOT.into();
	genesis["validators"]["epochLength"] = 600.into();
	let dave = serde_json::to_value(common::account(&common::dave())).unwrap();
	for endowment in genesis["balances"]["balances"].as_array_mut().unwrap() {
		if endowment[0] == dave {
			endowment[1] = u64::try_from(500_000_000 * TFT).unwrap().into();
		}
	}
	genesis
}

/// When the last of the first `count` contracts is due, at the end of its slot. Asserts that no other is by then.
fn due_time(count: u64) -> Time {
	let due = |contract| pallet_billing::Windows::<Runtime>::get(contract).unwrap().due;
	let last = Time(due(ContractId(count)).0.next_multiple_of(SLOT));
	let all = pallet_billing::Windows::<Runtime>::iter_values();
	assert_eq!(all.filter(|window| window.due <= last).count() as u64, count);
	last
}

/// Lets a day of the region pass, in which `contracts` are deployed: `groups` first. Gives the time after it.
fn populate(contracts: u64, groups: [u64; 2], tell: &dyn Fn(u64)) -> Time {
	let mut blocks = Blocks::new();
	let [first] = blocks.region_of(BIG, ["node-0"]);
	// From here on there are no blocks, and so no events. The chain that is measured begins with block number 1.
	System::set_block_number(0);
	let morning = common::after(3_600);
	set_time(morning);
	let machines = join(first, contracts.div_ceil(PER_NODE).max(NODES));
	let others = contracts - groups.iter().sum::<u64>();
	let (mut done, mut now) = (0, morning);
	for step in 0..=STEPS {
		now = morning.plus(Seconds(step * STEP));
		set_time(now);
		if step > 0 {
			report(&machines, now);
		}
		let until = match step {
			0..SECOND_GROUP => groups[0],
			SECOND_GROUP.. if step < OTHERS.start => groups[0] + groups[1],
			_ => {
				let share = (step + 1 - OTHERS.start).min(OTHERS.end - OTHERS.start);
				groups[0] + groups[1] + others * share / (OTHERS.end - OTHERS.start)
			},
		};
		for index in done..until {
			deploy(index, &machines);
			if index.is_multiple_of(1_000) {
				tell(index);
			}
		}
		done = until;
	}
	assert_eq!(done, contracts);
	// The market has moved since, as it does each day: so each bill changes what is held for the next window, too.
	Billing::accept_price(Price::saturating_from_rational(105, 10_000));
	now
}

/// Lets no block pass, but time.
fn set_time(now: Time) {
	pallet_timestamp::Now::<Runtime>::put(now.0 * 1_000);
}

/// `count` computers of Bob's farm, with the `first` one.
fn join(first: Machine, count: u64) -> Vec<Machine> {
	let mut machines = vec![first];
	for index in 1..count as u32 {
		let mut machine = Machine::new(&format!("node-{index}"));
		machine.id = NodeId(index + 1);
		let farm = FarmId(1);
		call(&common::account(&common::bob()), common::authorise(farm, machine.account()));
		call(&machine.account(), Machine::registration(farm, BIG));
		machines.push(machine);
	}
	report(&machines, common::after(3_600));
	machines
}

fn report(machines: &[Machine], now: Time) {
	for machine in machines {
		call(&machine.account(), machine.report_of(now.since(machine.boot).0));
	}
}

/// The contract number `index` of all, counted from 0: deployed and confirmed.
fn deploy(index: u64, machines: &[Machine]) {
	let owner = (index / PER_DEPLOYER).to_be_bytes();
	let owner = AccountId::new(sp_io::hashing::blake2_256(&owner));
	if index.is_multiple_of(PER_DEPLOYER) {
		call(&common::account(&common::dave()), common::transfer(&owner, PURSE * TFT));
		for twin in common::twin_calls() {
			call(&owner, twin);
		}
	}
	let machine = &machines[(index % machines.len() as u64) as usize];
	call(&owner, common::deploy(machine.id, WORKLOAD));
	call(&machine.account(), Machine::confirmation(ContractId(index + 1)));
}

/// Dispatches `call` of `who`, which must succeed.
fn call(who: &AccountId, call: RuntimeCall) {
	let result = call.clone().dispatch_bypass_filter(RuntimeOrigin::signed(who.clone()));
	result.unwrap_or_else(|error| panic!("{call:?}: {:?}", error.error));
}
