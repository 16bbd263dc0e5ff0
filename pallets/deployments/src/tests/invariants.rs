//! Whatever is done in whatever order, what a naive model says comes true.

use super::*;
use crate::WorkloadState::{self, AwaitingDelivery, Running, Suspended};
use gridchain_primitives::{traits::OnContract, EndReason, TwinId};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// What may happen. Contracts and accounts are chosen from more than there are.
#[derive(Clone, Debug)]
enum Step {
	Deploy { who: u64, node: u32, cores: u32 },
	Confirm { who: u64, contract: u64 },
	Update { who: u64, contract: u64, cores: u32 },
	Cancel { who: u64, contract: u64 },
	ForceCancel { contract: u64 },
	Suspend { contract: u64 },
	Resume { contract: u64 },
	End { contract: u64 },
}

fn step() -> impl Strategy<Value = Step> {
	let who = prop_oneof![Just(ALICE), Just(BOB), Just(POOR), Just(STRANGER)];
	let node_account =
		prop_oneof![4 => Just(NODE_ACCOUNT), 2 => Just(OTHER_NODE_ACCOUNT), 1 => Just(ALICE)];
	let contract = || 1..8u64;
	prop_oneof![
		6 => (who.clone(), 1..5u32, 0..12u32)
			.prop_map(|(who, node, cores)| Step::Deploy { who, node, cores }),
		4 => (node_account, contract())
			.prop_map(|(who, contract)| Step::Confirm { who, contract }),
		3 => (who.clone(), contract(), 0..12u32)
			.prop_map(|(who, contract, cores)| Step::Update { who, contract, cores }),
		2 => (who, contract()).prop_map(|(who, contract)| Step::Cancel { who, contract }),
		1 => contract().prop_map(|contract| Step::ForceCancel { contract }),
		3 => contract().prop_map(|contract| Step::Suspend { contract }),
		2 => contract().prop_map(|contract| Step::Resume { contract }),
		1 => contract().prop_map(|contract| Step::End { contract }),
	]
}

/// The chain as a child would keep it: a list of contracts and nothing else.
#[derive(Default)]
struct Model {
	made: u64,
	contracts: BTreeMap<u64, Entry>,
}

struct Entry {
	owner: u64,
	node: u32,
	cores: u32,
	state: WorkloadState,
}

impl Model {
	/// What is free on a node of 16 cores, not counting `except`.
	fn free(&self, node: u32, except: u64) -> u32 {
		let others = self.contracts.iter().filter(|(id, of)| **id != except && of.node == node);
		16 - others.map(|(_, entry)| entry.cores).sum::<u32>()
	}

	/// What is left to an account of what it had. No money goes anywhere but into deposits of 4,620.
	fn balance(&self, account: u64) -> u128 {
		let had = match account {
			ALICE | BOB => 1_000_000,
			POOR => 6_621,
			_ => 0,
		};
		let owned = self.contracts.values().filter(|entry| entry.owner == account).count();
		had - 4_620 * owned as u128
	}

	/// Does a step, and says whether it can be done.
	fn can(&mut self, step: &Step) -> bool {
		match *step {
			Step::Deploy { who, node, cores } => self.deploy(who, node, cores),
			Step::Confirm { who, contract } => self.confirm(who, contract),
			Step::Update { who, contract, cores } => self.update(who, contract, cores),
			Step::Cancel { who, contract } => {
				self.contracts.get(&contract).is_some_and(|entry| entry.owner == who)
					&& self.contracts.remove(&contract).is_some()
			},
			Step::ForceCancel { contract } | Step::End { contract } => {
				self.contracts.remove(&contract).is_some()
			},
			Step::Suspend { contract } => self.turn(contract, Running, Suspended),
			Step::Resume { contract } => self.turn(contract, Suspended, Running),
		}
	}

	fn deploy(&mut self, owner: u64, node: u32, cores: u32) -> bool {
		let funds = self.balance(owner);
		// Nodes 1 and 2 are live. After the deposit, 2,000 must be left for the window.
		let possible = owner != STRANGER
			&& node <= 2
			&& cores > 0
			&& cores <= self.free(node, 0)
			&& funds >= 4_620 + 2_000;
		if possible {
			self.made += 1;
			self.contracts.insert(self.made, Entry { owner, node, cores, state: AwaitingDelivery });
		}
		possible
	}

	fn confirm(&mut self, who: u64, contract: u64) -> bool {
		let node = match who {
			NODE_ACCOUNT => 1,
			OTHER_NODE_ACCOUNT => 2,
			_ => return false,
		};
		self.contracts.get(&contract).is_some_and(|entry| entry.node == node)
			&& self.turn(contract, AwaitingDelivery, Running)
	}

	fn update(&mut self, who: u64, contract: u64, cores: u32) -> bool {
		let Some(entry) = self.contracts.get(&contract) else { return false };
		let possible = entry.owner == who
			&& entry.state != Suspended
			&& cores > 0
			&& cores != entry.cores
			&& cores <= self.free(entry.node, contract)
			&& self.balance(who) >= 2_000;
		if possible {
			self.contracts.get_mut(&contract).unwrap().cores = cores;
		}
		possible
	}

	fn turn(&mut self, contract: u64, from: WorkloadState, to: WorkloadState) -> bool {
		match self.contracts.get_mut(&contract) {
			Some(entry) if entry.state == from => {
				entry.state = to;
				true
			},
			_ => false,
		}
	}
}

fn cores(cores: u32) -> Resources {
	Resources { cores, ..Default::default() }
}

/// Does a step on the chain. What Billing does is done only where the model says that it would do it.
fn run(step: &Step, possible: bool) -> bool {
	match *step {
		Step::Deploy { who, node, cores: count } => {
			let node = NodeId(node);
			Deployments::deploy(signed(who), node, HASH, spec(""), cores(count), TRAFFIC).is_ok()
		},
		Step::Confirm { who, contract } => {
			Deployments::confirm_workload(signed(who), ContractId(contract)).is_ok()
		},
		Step::Update { who, contract, cores: count } => Deployments::update_deployment(
			signed(who),
			ContractId(contract),
			None,
			None,
			Some(cores(count)),
			None,
		)
		.is_ok(),
		Step::Cancel { who, contract } => {
			Deployments::cancel(signed(who), ContractId(contract)).is_ok()
		},
		Step::ForceCancel { contract } => {
			Deployments::force_cancel(RuntimeOrigin::root(), ContractId(contract)).is_ok()
		},
		Step::Suspend { .. } | Step::Resume { .. } | Step::End { .. } if !possible => false,
		Step::Suspend { contract } => {
			suspend(ContractId(contract));
			true
		},
		Step::Resume { contract } => {
			MockBilling::turn(ContractId(contract), Window::Suspended, Window::Open);
			Deployments::resumed(ContractId(contract));
			true
		},
		Step::End { contract } => {
			Billed::remove(ContractId(contract));
			Deployments::ended(ContractId(contract), EndReason::OutOfFunds);
			true
		},
	}
}

/// That the chain has exactly what the model has.
fn compare(model: &Model) {
	assert_eq!(Contracts::<Test>::iter().count(), model.contracts.len());
	for (id, entry) in &model.contracts {
		let found = Contracts::<Test>::get(ContractId(*id)).unwrap();
		assert_eq!(found.owner, TwinId(entry.owner as u32));
		let workload = workload(ContractId(*id)).unwrap();
		assert_eq!(workload.node, NodeId(entry.node));
		assert_eq!(workload.resources, cores(entry.cores));
		assert_eq!(workload.state, entry.state);
	}
	for account in [ALICE, BOB, POOR] {
		assert_eq!(Balances::free_balance(account), model.balance(account), "account {account}");
	}
	for node in [1, 2] {
		assert_eq!(MockNodes::used(NodeId(node)).cores, 16 - model.free(node, 0));
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	#[test]
	fn contracts_do_what_the_model_says(steps in prop::collection::vec(step(), 1..60)) {
		new_test_ext().execute_with(|| {
			let mut model = Model::default();
			for step in &steps {
				let possible = model.can(step);
				assert_eq!(run(step, possible), possible, "{step:?}");
				compare(&model);
				check_state();
			}
		});
	}
}
