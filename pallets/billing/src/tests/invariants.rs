//! Whatever people, nodes and the region do, every balance is what the naive model predicts.

use super::model::{self, Model, Node, Prices, Size, Stage};
use crate::{mock::*, *};
use frame_support::traits::Hooks;
use gridchain_primitives::{
	Bytes, CloudUnits, ContractId, FarmId, NodeId, Seconds, Terms, TwinId, Usd,
};
use proptest::prelude::*;
use sp_runtime::DispatchResult;

const TWINS: [u64; 2] = [ALICE, BOB];
const NODES: [u32; 2] = [20, 21];
const FIRST: Prices =
	Prices { cu: 10_000_000, su: 5_000_000, nu: 1_500_000, tft: 11_000 * MILLIONTH };
/// A millionth of a dollar, in what prices are kept in.
const MILLIONTH: u128 = 1_000_000_000_000;

#[derive(Clone, Copy, Debug)]
enum Step {
	Open {
		twin: usize,
		node: usize,
		size: Size,
	},
	/// Opens and starts a contract.
	Deploy {
		twin: usize,
		node: usize,
		size: Size,
	},
	Start(u64),
	Amend {
		contract: u64,
		size: Size,
	},
	Close(u64),
	Resume(u64),
	Traffic {
		contract: u64,
		bytes: u64,
	},
	Pass(u64),
	/// Time passes and the block that ends it does nothing for the queue.
	Halt(u64),
	Switch(usize),
	Free {
		twin: usize,
		amount: u128,
	},
	/// Days of the market in one.
	Price(u128),
	Market(u128),
	Policy {
		cu: u128,
		su: u128,
	},
}

fn size() -> impl Strategy<Value = Size> {
	let units = (0u128..20_000_000, 0u128..20_000_000);
	(units, 0u64..4_000_000_000).prop_map(|((cu, su), limit)| Size { cu, su, limit })
}

/// Contracts are named by a number that falls on one of those that live.
fn step() -> impl Strategy<Value = Step> {
	let contract = || 0u64..5;
	prop_oneof![
		2 => (0usize..2, 0usize..2, size())
			.prop_map(|(twin, node, size)| Step::Open { twin, node, size }),
		6 => (0usize..2, 0usize..2, size())
			.prop_map(|(twin, node, size)| Step::Deploy { twin, node, size }),
		2 => contract().prop_map(Step::Start),
		3 => (contract(), size()).prop_map(|(contract, size)| Step::Amend { contract, size }),
		1 => contract().prop_map(Step::Close),
		4 => contract().prop_map(Step::Resume),
		4 => (contract(), 0u64..3_000_000_000)
			.prop_map(|(contract, bytes)| Step::Traffic { contract, bytes }),
		12 => (1u64..5_400).prop_map(Step::Pass),
		2 => (1u64..20_000).prop_map(Step::Halt),
		1 => (0usize..2).prop_map(Step::Switch),
		2 => (0usize..2, 0u128..20_000_000)
			.prop_map(|(twin, amount)| Step::Free { twin, amount: DEPOSIT + amount }),
		3 => (0usize..2, 0u128..200_000_000)
			.prop_map(|(twin, amount)| Step::Free { twin, amount: DEPOSIT + amount }),
		1 => (5_000u128..50_000).prop_map(Step::Price),
		2 => (5_000u128..50_000).prop_map(Step::Market),
		1 => (0u128..30_000_000, 0u128..30_000_000).prop_map(|(cu, su)| Step::Policy { cu, su }),
	]
}

fn params() -> BillingParams {
	BillingParams {
		window: Seconds(model::WINDOW),
		slack: Seconds(model::SLACK),
		delivery: Seconds(model::DELIVERY),
		minimum_billed: Seconds(model::MINIMUM),
		grace_limit: Seconds(model::GRACE_LIMIT),
		node_gone: Seconds(model::NODE_GONE),
		..Default::default()
	}
}

fn terms_of(twin: u64, node: u32, size: Size) -> Terms {
	let units = CloudUnits { cu: size.cu as u64, su: size.su as u64 };
	let payer = TwinId(twin as u32);
	Terms { payer, ..terms() }.on(NodeId(node)).sized(units).limited(Bytes(size.limit))
}

/// Does `step` on both sides; they must agree whether it succeeds.
fn apply(model: &mut Model, step: Step) {
	let agree = |done: DispatchResult, predicted: bool| {
		assert_eq!(done.is_ok(), predicted, "{done:?}");
	};
	let living: Vec<u64> = model.contracts.keys().copied().collect();
	let name = |number: u64| living.get(number as usize % living.len().max(1)).map_or(9, |id| *id);
	let open = |model: &mut Model, twin: usize, node: usize, size: Size| {
		let id = (1..6).find(|id| !model.contracts.contains_key(id))?;
		let (twin, node) = (TWINS[twin], NODES[node]);
		Traffic::remove(ContractId(id));
		let opened = try_open(ContractId(id), terms_of(twin, node, size));
		agree(opened, model.open(id, twin, node, size));
		Some(id)
	};
	match step {
		Step::Open { twin, node, size } => {
			open(model, twin, node, size);
		},
		Step::Deploy { twin, node, size } => {
			if let Some(id) = open(model, twin, node, size) {
				agree(try_start(ContractId(id)), model.start(id));
			}
		},
		Step::Start(number) => {
			let id = name(number);
			agree(try_start(ContractId(id)), model.start(id));
		},
		Step::Amend { contract, size } => {
			let contract = name(contract);
			let parties = model.contracts.get(&contract).map(|c| (c.payer, c.node));
			let (twin, node) = parties.unwrap_or((ALICE, NODES[0]));
			let terms = terms_of(twin, node, size);
			agree(amend(ContractId(contract), terms), model.amend(contract, size));
		},
		Step::Close(number) => {
			let id = name(number);
			agree(close(ContractId(id)), model.close(id));
		},
		Step::Resume(number) => {
			let id = name(number);
			let owner = model.contracts.get(&id).map_or(ALICE, |c| c.payer);
			let done = Billing::resume(RuntimeOrigin::signed(owner), ContractId(id));
			agree(done, model.resume(id));
		},
		Step::Traffic { contract, bytes } => {
			let contract = name(contract);
			if let Some(c) = model.contracts.get_mut(&contract) {
				c.bytes += bytes;
				Traffic::insert(ContractId(contract), Bytes(c.bytes));
			}
		},
		Step::Pass(seconds) => {
			pass_both(model, seconds);
			model.poll();
			Billing::on_poll(1, &mut frame_support::weights::WeightMeter::new());
		},
		Step::Halt(seconds) => pass_both(model, seconds),
		Step::Switch(node) => {
			model.switch(NODES[node]);
			mirror_nodes(model);
		},
		Step::Free { twin, amount } => {
			set_free(TWINS[twin], amount);
			model.free.insert(TWINS[twin], amount);
		},
		Step::Price(millionths) => {
			quote_price(millionths);
			model.jump(millionths * MILLIONTH);
		},
		Step::Market(millionths) => {
			Billing::accept_price(price(millionths));
			model.market(millionths * MILLIONTH);
		},
		Step::Policy { cu, su } => {
			let policy = PricingPolicy { cu: Usd(cu), su: Usd(su), ..Default::default() };
			Billing::add_pricing_policy(RuntimeOrigin::root(), policy).unwrap();
			model.prices = Prices { cu, su, ..model.prices };
		},
	}
}

fn pass_both(model: &mut Model, seconds: u64) {
	model.pass(seconds);
	set_time(now().plus(Seconds(seconds)));
	Halted::<Test>::mutate(|halts| halts.last_block = Some(now()));
	mirror_nodes(model);
}

/// The meters are no part of billing: both sides read the same.
fn mirror_nodes(model: &Model) {
	for (id, Node { attested, last_report, live, up }) in &model.nodes {
		change_node(NodeId(*id), |node| {
			node.attested = Seconds(*attested);
			node.last_report = gridchain_primitives::Time(*last_report);
			node.live = *live;
			node.up = *up;
		});
	}
}

fn compare(model: &Model) {
	for twin in TWINS {
		assert_eq!(free(twin), model.free[&twin], "free balance of {twin}");
		assert_eq!(held(twin), model.held(twin), "held of {twin}");
	}
	for node in NODES {
		let predicted = model.revenue.get(&node).copied().unwrap_or_default();
		assert_eq!(NodeRevenue::<Test>::get(NodeId(node)), predicted, "revenue of {node}");
	}
	let booked = Bookings {
		burn: model.burn,
		treasury: model.treasury,
		validators: model.validators,
		nodes: model.revenue.values().sum(),
		providers: 0,
		taken: 0,
	};
	assert_eq!(Billing::booked(), booked);
	assert_eq!(TftPrice::<Test>::get().unwrap().price.into_inner(), model.prices.tft);
	assert_eq!(Windows::<Test>::iter().count(), model.contracts.len());
	for (id, c) in &model.contracts {
		let window = window(ContractId(*id));
		let (stage, billed) = match window.state {
			State::Pending { .. } => (Stage::Pending, Seconds::ZERO),
			State::Open(open) => (Stage::Open, open.progress.billed),
			State::Suspended(suspended) => (Stage::Suspended, suspended.progress.billed),
		};
		assert_eq!((stage, billed.0, window.due.0), (c.stage, c.billed, c.due), "contract {id}");
	}
	Billing::do_try_state().unwrap();
	assert_pot_is_exact();
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..Default::default() })]

	#[test]
	fn every_balance_is_what_the_naive_model_predicts(
		steps in proptest::collection::vec(step(), 1..60)
	) {
		new_test_ext().execute_with(|| {
			Billing::set_params(RuntimeOrigin::root(), params()).unwrap();
			Nodes::remove(NODE);
			for node in NODES {
				add_node(NodeId(node), FarmId(70));
			}
			let mut model = Model::new(T0.0, FIRST, &TWINS, &NODES);
			for step in steps {
				apply(&mut model, step);
				compare(&model);
			}
		});
	}
}
