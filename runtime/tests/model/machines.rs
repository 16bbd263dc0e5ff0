//! Computers: how they join, what they report, and what farmers and certifiers say of them.

use crate::{
	common::{self, account, key, Machine},
	naive::nodes::Parts,
	steps::{Manner, Step, Which},
	world::{By, Scene},
};
use gridchain_primitives::{
	Bytes, ContractId, FarmId, Mib, NodeId, Resources, Seconds, Tenancy, Time, Usd,
};
use gridchain_runtime::{AccountId, RuntimeCall};
use pallet_nodes::{Call as Nodes, Traffic};
use std::collections::BTreeMap;

/// A computer, as it is in truth.
#[derive(Clone, Debug)]
pub struct Computer {
	pub account: AccountId,
	/// Its node, once it has registered.
	pub node: u32,
	boot: u64,
	pub manner: Manner,
	/// How many bytes each of its contracts transfers in a block.
	flow: u64,
	counters: BTreeMap<u64, u64>,
}

pub fn resources(parts: &Parts) -> Resources {
	let Parts { cores, memory, ssd, hdd, gpus } = *parts;
	Resources { cores, memory_mib: Mib(memory), ssd_mib: Mib(ssd), hdd_mib: Mib(hdd), gpus }
}

/// The most computers of a world.
const MOST: usize = 8;

impl Scene {
	/// Has each computer report in its manner.
	pub fn report(&mut self) {
		let (now, height) = (self.model.clock.now, self.model.clock.height);
		for index in 0..self.computers.len() {
			let computer = &mut self.computers[index];
			let truth = now - computer.boot;
			let uptime = match computer.manner {
				Manner::Honest => truth,
				Manner::Lazy(blocks) if height % blocks == 0 => truth,
				Manner::Lazy(_) | Manner::Off => continue,
				Manner::Liar(more) => truth.saturating_add_signed(more),
			};
			let node = computer.node;
			if self.model.node(node).is_err() {
				continue;
			}
			let mut traffic = Vec::new();
			if computer.flow > 0 {
				for contract in self.model.contracts_on(node) {
					let counter = computer.counters.entry(contract).or_default();
					*counter += computer.flow;
					traffic.push((contract, *counter));
				}
			}
			// One that isn't there is skipped.
			if computer.manner == Manner::Liar(0) {
				traffic.push((u64::from(height), 1));
			}
			let who = computer.account.clone();
			let entries = traffic.iter().map(|(of, bytes)| (ContractId(*of), Bytes(*bytes)));
			let entries = Traffic::try_from(entries.collect::<Vec<_>>()).unwrap();
			let (node_id, uptime_said) = (NodeId(node), Seconds(uptime));
			let call = Nodes::report { node: node_id, uptime: uptime_said, traffic: entries };
			self.call(&who, call, |model| model.report(&who, node, uptime, &traffic));
		}
	}

	/// A further computer joins a farm.
	pub fn join(&mut self, farm: u32, hardware: Parts) {
		let account = account(&key(&format!("computer-{}", self.computers.len())));
		let Some(found) = self.model.farms.get(&farm) else { return };
		let owner = self.model.twins.account(found.owner);
		let authorise = common::authorise(FarmId(farm), account.clone());
		self.call(&owner, authorise, |model| model.authorise(&owner, farm, &account));
		let before = self.model.last_node;
		self.register(&account, farm, hardware);
		if self.model.last_node > before {
			self.computers.push(Computer {
				account,
				node: self.model.last_node,
				boot: self.model.clock.now - 1_000,
				manner: if before.is_multiple_of(2) { Manner::Honest } else { Manner::Lazy(2) },
				flow: u64::from(before % 3) * 200_000_000,
				counters: BTreeMap::new(),
			});
		} else {
			let call = revoke(farm, &account);
			self.call(&owner, call, |model| model.revoke(&owner, farm, &account));
		}
	}

	fn register(&mut self, account: &AccountId, farm: u32, hardware: Parts) {
		let call = Machine::registration(FarmId(farm), resources(&hardware));
		self.call(account, call, |model| model.register(account, farm, hardware));
	}

	/// A step of computers.
	pub fn act_on_machines(&mut self, step: &Step) {
		match *step {
			Step::Behave { machine, manner } => {
				let now = self.model.clock.now;
				self.change(machine, |computer| {
					if computer.manner == Manner::Off {
						computer.reboot(now);
					}
					computer.manner = manner;
				});
			},
			Step::Reboot { machine } => {
				let now = self.model.clock.now;
				self.change(machine, |computer| computer.reboot(now));
			},
			Step::Flow { machine, bytes } => self.change(machine, |computer| computer.flow = bytes),
			Step::Join { farm, hardware } => self.join_or_return(farm, hardware),
			Step::Rebuild { machine, hardware } => {
				let Some(computer) = self.one_of(machine, &self.computers) else { return };
				let (who, node) = (computer.account, computer.node);
				let machine = Machine { id: NodeId(node), ..Machine::new("any") };
				let call = machine.update(resources(&hardware));
				self.call(&who, call, |model| model.update_node(&who, node, hardware));
			},
			Step::Certify { node, found, off_by } => {
				let Some(node) = self.node(node) else { return };
				let hardware = self.model.nodes[&node].hardware;
				// A hundredth or less is near enough.
				let memory = hardware.memory + hardware.memory * off_by / 100;
				let found = found.then_some(Parts { memory, ..hardware });
				let hardware = found.as_ref().map(resources);
				let call = Nodes::certify_node { node: NodeId(node), certificate: hardware };
				self.call(By::Root, call, |model| model.certify(node, found));
			},
			Step::Maintain { node, seconds, stranger } => {
				let Some((node, who)) = self.farmers(node, stranger) else { return };
				let until = seconds.map(|seconds| self.model.clock.now + seconds);
				let call = Nodes::set_maintenance { node: NodeId(node), until: until.map(Time) };
				self.call(&who, call, |model| model.set_maintenance(&who, node, until));
			},
			Step::SetExtraFee { node, fee, stranger } => {
				let Some((node, who)) = self.farmers(node, stranger) else { return };
				let call = Nodes::set_extra_fee { node: NodeId(node), usd_month: fee.map(Usd) };
				self.call(&who, call, |model| model.set_extra_fee(&who, node, fee));
			},
			Step::SetTenancy { node, dedicated, stranger } => {
				let Some((node, who)) = self.farmers(node, stranger) else { return };
				let tenancy = if dedicated { Tenancy::Dedicated } else { Tenancy::Shared };
				let call = Nodes::set_tenancy { node: NodeId(node), tenancy };
				self.call(&who, call, |model| model.set_tenancy(&who, node, dedicated));
			},
			Step::Retire { node, stranger } => {
				let Some((node, who)) = self.farmers(node, stranger) else { return };
				let call = Nodes::retire_node { node: NodeId(node) };
				self.call(&who, call, |model| model.retire(&who, node));
			},
			Step::CancelRetirement { node } => {
				let Some((node, who)) = self.farmers(node, None) else { return };
				let call = Nodes::cancel_retirement { node: NodeId(node) };
				self.call(&who, call, |model| model.cancel_retirement(&who, node));
			},
			Step::Revoke { machine } => {
				let Some(computer) = self.one_of(machine, &self.computers) else { return };
				let account = computer.account;
				let mut farms = self.model.farms.iter();
				let found = farms.find(|(_, farm)| farm.authorised.contains(&account));
				let Some((farm, owner)) = found.map(|(id, farm)| (*id, farm.owner)) else { return };
				let owner = self.model.twins.account(owner);
				let call = revoke(farm, &account);
				self.call(&owner, call, |model| model.revoke(&owner, farm, &account));
			},
			ref other => unreachable!("{other:?} is not of computers"),
		}
	}

	/// A new computer, or one whose node has left and that comes back.
	fn join_or_return(&mut self, farm: Which, hardware: Parts) {
		let Some(farm) = self.farm(farm) else { return };
		let gone = |computer: &Computer| self.model.node(computer.node).is_err();
		let Some(back) = self.computers.iter().position(gone) else {
			if self.computers.len() < MOST {
				self.join(farm, hardware);
			}
			return;
		};
		let account = self.computers[back].account.clone();
		let before = self.model.last_node;
		self.register(&account, farm, hardware);
		if self.model.last_node > before {
			self.computers[back].node = self.model.last_node;
			self.computers[back].counters.clear();
		}
	}

	fn change(&mut self, which: Which, change: impl FnOnce(&mut Computer)) {
		let count = self.computers.len();
		change(&mut self.computers[which % count]);
	}

	/// A node that there is, or now and then one that there was.
	pub fn node(&self, which: Which) -> Option<u32> {
		let there = |id: &&u32| which % 16 == 15 || self.model.node(**id).is_ok();
		let nodes: Vec<_> = self.model.nodes.keys().filter(there).copied().collect();
		self.one_of(which, &nodes)
	}

	pub fn farm(&self, which: Which) -> Option<u32> {
		let farms: Vec<_> = self.model.farms.keys().copied().collect();
		self.one_of(which, &farms)
	}

	/// A node, and who acts for its farmer.
	fn farmers(&self, node: Which, stranger: Option<Which>) -> Option<(u32, AccountId)> {
		let node = self.node(node)?;
		let owner = self.model.farms[&self.model.nodes[&node].farm].owner;
		Some((node, self.actor(stranger, self.model.twins.account(owner))))
	}
}

impl Computer {
	/// Its clock and its counters begin anew.
	fn reboot(&mut self, now: u64) {
		self.boot = now;
		self.counters.clear();
	}
}

fn revoke(farm: u32, account: &AccountId) -> RuntimeCall {
	pallet_farms::Call::revoke_node { farm: FarmId(farm), account: account.clone() }.into()
}
