//! Whatever is done in whatever order, what a naive model says comes true.

use super::*;
use crate::{
	Standing,
	WorkloadState::{self, AwaitingDelivery, Running, Suspended},
};
use gridchain_primitives::{Rental, TwinId};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// What may happen. Contracts and accounts are chosen from more than there are.
#[derive(Clone, Debug)]
enum Step {
	Deploy { who: u64, node: u32, cores: u32, ips: u8 },
	Rent { who: u64, node: u32 },
	Reserve { who: u64, name: u8 },
	Confirm { who: u64, contract: u64 },
	Update { who: u64, contract: u64, cores: u32, ips: u8 },
	Cancel { who: u64, contract: u64 },
	ForceCancel { contract: u64 },
	Suspend { contract: u64 },
	Resume { contract: u64 },
	End { contract: u64 },
	Sweep,
}

fn step() -> impl Strategy<Value = Step> {
	let who =
		|| prop_oneof![3 => Just(ALICE), 2 => Just(BOB), 1 => Just(POOR), 1 => Just(STRANGER)];
	let node_account =
		prop_oneof![4 => Just(NODE_ACCOUNT), 2 => Just(OTHER_NODE_ACCOUNT), 1 => Just(ALICE)];
	let contract = || 1..8u64;
	prop_oneof![
		6 => (who(), 1..5u32, 0..12u32, 0..9u8)
			.prop_map(|(who, node, cores, ips)| Step::Deploy { who, node, cores, ips }),
		3 => (who(), 1..4u32).prop_map(|(who, node)| Step::Rent { who, node }),
		1 => (who(), 0..3u8).prop_map(|(who, name)| Step::Reserve { who, name }),
		4 => (node_account, contract())
			.prop_map(|(who, contract)| Step::Confirm { who, contract }),
		3 => (who(), contract(), 0..12u32, 0..9u8)
			.prop_map(|(who, contract, cores, ips)| Step::Update { who, contract, cores, ips }),
		2 => (who(), contract()).prop_map(|(who, contract)| Step::Cancel { who, contract }),
		1 => contract().prop_map(|contract| Step::ForceCancel { contract }),
		3 => contract().prop_map(|contract| Step::Suspend { contract }),
		2 => contract().prop_map(|contract| Step::Resume { contract }),
		1 => contract().prop_map(|contract| Step::End { contract }),
		1 => Just(Step::Sweep),
	]
}

/// The chain as a child would keep it: a list of contracts, and the nodes whose rent ended too early.
#[derive(Default)]
struct Model {
	made: u64,
	contracts: BTreeMap<u64, Entry>,
	ending: BTreeSet<u32>,
}

struct Entry {
	owner: u64,
	what: What,
	state: WorkloadState,
}

#[derive(Clone, Copy, PartialEq)]
enum What {
	Work { node: u32, cores: u32, ips: u8 },
	Rent { node: u32 },
	Name { name: u8 },
}

impl What {
	/// What is held for it.
	fn deposit(self) -> u128 {
		match self {
			Self::Work { .. } => 4_730,
			Self::Rent { .. } => 2_150,
			Self::Name { .. } => 2_870,
		}
	}
}

impl Model {
	/// The workloads: id, owner, node, cores, IPs.
	fn workloads(&self) -> impl Iterator<Item = (u64, u64, u32, u32, u8)> + '_ {
		self.contracts.iter().filter_map(|(id, entry)| match entry.what {
			What::Work { node, cores, ips } => Some((*id, entry.owner, node, cores, ips)),
			_ => None,
		})
	}

	/// What is free on a node of 16 cores, not counting `except`.
	fn free(&self, node: u32, except: u64) -> u32 {
		let others = self.workloads().filter(|(id, _, on, ..)| *id != except && *on == node);
		16 - others.map(|(.., cores, _)| cores).sum::<u32>()
	}

	/// How many of the farm's 20 IPs are free, not counting `except`.
	fn free_ips(&self, except: u64) -> u8 {
		let others = self.workloads().filter(|(id, ..)| *id != except);
		20 - others.map(|(.., ips)| ips).sum::<u8>()
	}

	/// Who rents a node, and whether that is paid.
	fn rent(&self, node: u32) -> Option<(u64, bool)> {
		let mut all = self.contracts.values();
		let rent = all.find(|entry| entry.what == What::Rent { node })?;
		Some((rent.owner, rent.state == Running))
	}

	/// Whether the rent of a node, if there is one, lets its workloads run.
	fn runs(&self, node: u32) -> bool {
		!self.ending.contains(&node) && self.rent(node).is_none_or(|(_, paid)| paid)
	}

	/// What is left to an account of what it had. No money goes anywhere but into deposits.
	fn balance(&self, account: u64) -> u128 {
		let had = match account {
			ALICE | BOB => 1_000_000,
			POOR => 6_731,
			_ => 0,
		};
		let owned = self.contracts.values().filter(|entry| entry.owner == account);
		had - owned.map(|entry| entry.what.deposit()).sum::<u128>()
	}

	/// Does a step, and says whether it can be done.
	fn can(&mut self, step: &Step) -> bool {
		match *step {
			Step::Deploy { who, node, cores, ips } => self.deploy(who, node, cores, ips),
			Step::Rent { who, node } => self.rent_node(who, node),
			Step::Reserve { who, name } => {
				let what = What::Name { name };
				let taken = self.contracts.values().any(|entry| entry.what == what);
				!taken && self.make(who, what, Running)
			},
			Step::Confirm { who, contract } => self.confirm(who, contract),
			Step::Update { who, contract, cores, ips } => self.update(who, contract, cores, ips),
			Step::Cancel { who, contract } => self.cancel(who, contract),
			Step::ForceCancel { contract } | Step::End { contract } => self.end(contract),
			Step::Suspend { contract } => self.turn(contract, Running, Suspended),
			Step::Resume { contract } => self.turn(contract, Suspended, Running),
			Step::Sweep => {
				let ending = std::mem::take(&mut self.ending);
				self.contracts.retain(|_, entry| match entry.what {
					What::Work { node, .. } => !ending.contains(&node),
					_ => true,
				});
				true
			},
		}
	}

	/// Makes a contract, if its owner can pay the deposit and has 2,000 left for the window.
	fn make(&mut self, owner: u64, what: What, state: WorkloadState) -> bool {
		let possible = owner != STRANGER && self.balance(owner) >= what.deposit() + 2_000;
		if possible {
			self.made += 1;
			self.contracts.insert(self.made, Entry { owner, what, state });
		}
		possible
	}

	fn deploy(&mut self, owner: u64, node: u32, cores: u32, ips: u8) -> bool {
		// Nodes 1 and 2 are live.
		node <= 2
			&& self.rent(node).is_none_or(|(renter, _)| renter == owner)
			&& self.runs(node)
			&& cores > 0
			&& cores <= self.free(node, 0)
			&& ips <= self.free_ips(0)
			&& self.make(owner, What::Work { node, cores, ips }, AwaitingDelivery)
	}

	fn rent_node(&mut self, owner: u64, node: u32) -> bool {
		node <= 2
			&& self.rent(node).is_none()
			&& !self.ending.contains(&node)
			&& self.workloads().all(|(_, of, on, ..)| on != node || of == owner)
			&& self.make(owner, What::Rent { node }, Running)
	}

	fn confirm(&mut self, who: u64, contract: u64) -> bool {
		let node = match who {
			NODE_ACCOUNT => 1,
			OTHER_NODE_ACCOUNT => 2,
			_ => return false,
		};
		self.workloads().any(|(id, _, on, ..)| (id, on) == (contract, node))
			&& self.runs(node)
			&& self.turn(contract, AwaitingDelivery, Running)
	}

	fn update(&mut self, who: u64, contract: u64, cores: u32, ips: u8) -> bool {
		let Some(entry) = self.contracts.get(&contract) else { return false };
		let What::Work { node, .. } = entry.what else { return false };
		let what = What::Work { node, cores, ips };
		let possible = entry.owner == who
			&& entry.state != Suspended
			&& self.runs(node)
			&& what != entry.what
			&& cores > 0
			&& cores <= self.free(node, contract)
			&& ips <= self.free_ips(contract)
			&& self.balance(who) >= 2_000;
		if possible {
			self.contracts.get_mut(&contract).unwrap().what = what;
		}
		possible
	}

	fn cancel(&mut self, who: u64, contract: u64) -> bool {
		let Some(entry) = self.contracts.get(&contract) else { return false };
		let in_use = match entry.what {
			What::Rent { node } => self.workloads().any(|(_, _, on, ..)| on == node),
			_ => false,
		};
		entry.owner == who && !in_use && self.end(contract)
	}

	fn end(&mut self, contract: u64) -> bool {
		let Some(entry) = self.contracts.remove(&contract) else { return false };
		let left = |model: &Self, node| model.workloads().any(|(_, _, on, ..)| on == node);
		match entry.what {
			What::Rent { node } if left(self, node) => {
				self.ending.insert(node);
			},
			What::Work { node, .. } if !left(self, node) => {
				self.ending.remove(&node);
			},
			_ => {},
		}
		true
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

fn name(name: u8) -> String {
	format!("name-{name}")
}

/// Does a step on the chain. What Billing does is done only where the model says that it would do it.
fn run(step: &Step, possible: bool) -> bool {
	let id = ContractId;
	match *step {
		Step::Deploy { who, node, cores: count, ips } => {
			let (node, resources) = (NodeId(node), cores(count));
			Deployments::deploy(signed(who), node, HASH, spec(""), resources, ips, TRAFFIC, None)
				.is_ok()
		},
		Step::Rent { who, node } => Deployments::rent_node(signed(who), NodeId(node), None).is_ok(),
		Step::Reserve { who, name: of } => {
			Deployments::reserve_name(signed(who), proposed(&name(of))).is_ok()
		},
		Step::Confirm { who, contract } => {
			Deployments::confirm_workload(signed(who), id(contract)).is_ok()
		},
		Step::Update { who, contract, cores: count, ips } => {
			let (contract, resources) = (id(contract), Some(cores(count)));
			let update = Deployments::update_deployment;
			update(signed(who), contract, None, None, resources, Some(ips), None).is_ok()
		},
		Step::Cancel { who, contract } => Deployments::cancel(signed(who), id(contract)).is_ok(),
		Step::ForceCancel { contract } => {
			Deployments::force_cancel(RuntimeOrigin::root(), id(contract)).is_ok()
		},
		Step::Suspend { contract } => possible && done(|| suspend(id(contract))),
		Step::Resume { contract } => possible && done(|| resume(id(contract))),
		Step::End { contract } => possible && done(|| run_out(id(contract))),
		Step::Sweep => done(MockNodes::sweep),
	}
}

fn done(what: impl FnOnce()) -> bool {
	what();
	true
}

/// That the chain has exactly what the model has.
fn compare(model: &Model) {
	assert_eq!(Contracts::<Test>::iter().count(), model.contracts.len());
	for (id, entry) in &model.contracts {
		let found = Contracts::<Test>::get(ContractId(*id)).unwrap();
		assert_eq!(found.owner, TwinId(entry.owner as u32));
		let (what, state) = model_of(found.kind);
		assert!(what == entry.what, "contract {id}");
		assert_eq!(state, entry.state, "contract {id}");
	}
	for account in [ALICE, BOB, POOR] {
		assert_eq!(Balances::free_balance(account), model.balance(account), "account {account}");
	}
	for node in [1, 2] {
		assert_eq!(MockNodes::used(NodeId(node)).cores, 16 - model.free(node, 0));
		let ends = matches!(Rentals::get(NodeId(node)), Rental::Ended { .. });
		assert_eq!(ends, model.ending.contains(&node), "node {node}");
	}
	assert_eq!(FreeIps::get().len(), usize::from(model.free_ips(0)));
}

/// What the model would say of a contract.
fn model_of(kind: ContractKind) -> (What, WorkloadState) {
	let state = |standing| match standing {
		Standing::Active => Running,
		Standing::Suspended => Suspended,
	};
	match kind {
		ContractKind::Workload(Workload { node, resources, public_ips: ips, state, .. }) => {
			assert_eq!(resources, cores(resources.cores));
			(What::Work { node: node.0, cores: resources.cores, ips }, state)
		},
		ContractKind::Rent(rent) => (What::Rent { node: rent.node.0 }, state(rent.standing)),
		ContractKind::Name(of) => {
			let found = (0..3).find(|number| label(&name(*number)) == of.name).unwrap();
			(What::Name { name: found }, state(of.standing))
		},
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(128))]

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
