//! Ten thousand contracts due in one slot.

use crate::common::{history::bill_of, *};
use frame_support::dispatch::DispatchClass;
use gridchain_primitives::{Bytes, ContractId, Percent, Resources, Seconds};
use gridchain_runtime::{
	configs::system::RuntimeBlockWeights, Deployments, Runtime, RuntimeOrigin, System,
};
use pallet_billing::State;
use sp_core::H256;
use std::{collections::BTreeMap, time::Instant};

const CONTRACTS: u64 = 10_000;
const NODES: usize = 40;

/// A core and nothing else: 0.25 CU.
const CORE: Resources = Resources {
	cores: 1,
	memory_mib: gridchain_primitives::Mib(0),
	ssd_mib: gridchain_primitives::Mib(0),
	hdd_mib: gridchain_primitives::Mib(0),
	gpus: 0,
};

/// Windows of an hour, so that none is due again before all are billed; periods of a day, so that no settlement runs
/// beside the queue.
fn hourly(genesis: &mut serde_json::Value) {
	genesis["nodes"]["params"]["periodLength"] = 86_400.into();
	genesis["billing"]["params"]["window"] = 3_600.into();
	genesis["billing"]["params"]["nodeGone"] = 7_200.into();
}

#[test]
fn ten_thousand_contracts_due_at_once_never_take_more_than_their_slice() {
	on_chain_of(hourly, |chain| {
		let names: [String; NODES] = std::array::from_fn(|index| format!("node-{index}"));
		let machines: [Machine; NODES] = chain.region_of(
			Resources { cores: 64, ..HARDWARE },
			std::array::from_fn(|i| names[i].as_str()),
		);
		chain.be_careless();
		let opened = chain.now();
		deploy_all(&machines);

		// Nearly an hour passes. The first block after that begins a session, and so does the last one before all
		// contracts are due; in the two between them the nodes report.
		let due = opened.plus(Seconds(3_600));
		chain.stand_still((due.since(opened).0 - 24) / 6 - 1);
		chain.report(&machines, 3);
		assert_eq!(chain.now(), due.minus(Seconds(12)));
		assert!(chain.is_next_a_rotation());
		let idle = *System::block_weight().get(DispatchClass::Mandatory);
		let most = RuntimeBlockWeights::get().max_block.ref_time();
		let slice = Percent::from_percent(25) * most;

		let mut billed = BTreeMap::<ContractId, u64>::new();
		let (mut blocks, mut heaviest, mut fewest) = (0, 0, u64::MAX);
		let clock = Instant::now();
		while (billed.len() as u64) < CONTRACTS {
			let before = billed.len() as u64;
			if chain.is_next_a_rotation() {
				chain.block();
			}
			chain.block();
			for bill in chain.history.last_block().iter().filter_map(|it| bill_of(&it.event)) {
				*billed.entry(bill.contract).or_default() += bill.seconds.0;
			}
			let mandatory = System::block_weight().get(DispatchClass::Mandatory).ref_time();
			let queue = mandatory.saturating_sub(idle.ref_time());
			assert!(queue <= slice, "the queue took {queue} of {slice}");
			heaviest = heaviest.max(queue);
			if (billed.len() as u64) < CONTRACTS {
				fewest = fewest.min(billed.len() as u64 - before);
			}
			blocks += 1;
			assert!(blocks < 200, "the queue doesn't drain");
		}
		println!(
			"{CONTRACTS} contracts due in one slot: {blocks} blocks, {fewest} bills in a full one, \
			 at most {}.{:02} % of a block; {} ms of real time",
			heaviest * 100 / most,
			heaviest * 10_000 / most % 100,
			clock.elapsed().as_millis(),
		);
		// Each was billed once, for what was reported until 12 s before it was due, and is due again an hour after it
		// was, however late the bill came.
		assert!(billed.values().all(|seconds| *seconds == 3_588), "{:?}", billed.values().next());
		for window in pallet_billing::Windows::<Runtime>::iter_values() {
			assert!(matches!(window.state, State::Open(_)));
			assert_eq!(window.due, due.plus(Seconds(3_600)));
		}
		chain.be_careful();
		chain.block();
	});
}

/// Charlie deploys all contracts, and their nodes confirm them, all at this moment.
fn deploy_all(machines: &[Machine]) {
	let owner = account(&charlie());
	for index in 0..CONTRACTS {
		let machine = &machines[index as usize % NODES];
		Deployments::deploy(
			RuntimeOrigin::signed(owner.clone()),
			machine.id,
			H256::zero(),
			Default::default(),
			CORE,
			0,
			Bytes(0),
			None,
		)
		.unwrap();
		let contract = ContractId(index + 1);
		Deployments::confirm_workload(RuntimeOrigin::signed(machine.account()), contract).unwrap();
	}
}
