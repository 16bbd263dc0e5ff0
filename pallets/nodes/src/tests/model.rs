//! A model of how nodes come, stay and leave, which knows the rules and none of the code.

use crate::{mock::*, Departed, Endings, LastRegistration, NodeOf, NodesOf};
use gridchain_primitives::{
	traits::Attested, ContractId, Mib, NodeId, Period, Rental, Resources, Time,
};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// What may happen to the nodes of accounts 1 and 2.
#[derive(Clone, Debug)]
pub enum Step {
	/// So many seconds pass in one block.
	Pass(u64),
	Join(u64),
	Report(u64),
	/// The node of an account has so many MiB of memory.
	Become(u64, u64),
	/// A certifier has found so much memory in it, or withdraws the certificate.
	Certify(u64, Option<u64>),
	/// An account's node sells a part to its contract number so and so, or gets it back.
	Take(u64, u64),
	GiveBack(u64, u64),
	/// An account's node is rented, or not any more.
	Rent(u64),
	EndRent(u64),
	Maintain(u64, Option<u64>),
	Fee(u64, u128),
	Retire(u64),
	Keep(u64),
	/// Whether the first contract of each account can't be ended.
	Stubborn(bool),
}

pub fn step() -> impl Strategy<Value = Step> {
	let who = || 1..3u64;
	// Steps of less and of more than 1 %.
	let memory = || prop_oneof![Just(16_384u64), 16_200..16_600u64, 4_096..32_768u64];
	let span = prop_oneof![8 => 1..40u64, 2 => 40..250u64, 1 => 250..4_000u64];
	prop_oneof![
		8 => span.prop_map(Step::Pass),
		4 => who().prop_map(Step::Join),
		6 => who().prop_map(Step::Report),
		3 => (who(), memory()).prop_map(|(who, memory)| Step::Become(who, memory)),
		3 => (who(), prop::option::weighted(0.8, memory()))
			.prop_map(|(who, found)| Step::Certify(who, found)),
		5 => (who(), 0..4u64).prop_map(|(who, contract)| Step::Take(who, contract)),
		2 => (who(), 0..4u64).prop_map(|(who, contract)| Step::GiveBack(who, contract)),
		3 => who().prop_map(Step::Rent),
		2 => who().prop_map(Step::EndRent),
		1 => (who(), prop::option::of(0..100u64))
			.prop_map(|(who, until)| Step::Maintain(who, until)),
		1 => (who(), 0..3u128).prop_map(|(who, fee)| Step::Fee(who, fee * 6_000_000_000_000)),
		2 => who().prop_map(Step::Retire),
		1 => who().prop_map(Step::Keep),
		1 => prop::bool::ANY.prop_map(Step::Stubborn),
	]
}

/// A stretch of time, which may still go on, in which a certificate stood; and the memory it was for.
type Certificate = (u64, Option<u64>, u64);

/// A node by the words of the rules.
#[derive(Clone, Debug)]
struct Computer {
	id: NodeId,
	registered: u64,
	updated: u64,
	/// When and in which block it last reported.
	reported: Option<(u64, u64)>,
	memory: u64,
	certificates: Vec<Certificate>,
	contracts: BTreeSet<u64>,
	maintenance: u64,
	fee: u128,
	/// When its contracts are ended, and whether that was tried.
	retiring: Option<(u64, bool)>,
	/// Whether it is rented.
	rented: bool,
	/// Since a rent has ended under other contracts: when these are ended.
	rent_over: Option<u64>,
}

impl Computer {
	fn certificate(&mut self) -> Option<&mut Certificate> {
		self.certificates.last_mut().filter(|(_, until, _)| until.is_none())
	}

	fn is_certified(&self) -> bool {
		self.certificates.last().is_some_and(|(_, until, _)| until.is_none())
	}

	/// Whether it takes new contracts.
	fn is_open(&self, now: u64, block: u64) -> bool {
		let live = self.reported.is_some_and(|(_, at)| block - at <= 25);
		live && self.retiring.is_none() && self.rent_over.is_none() && now >= self.maintenance
	}

	/// Whether certificates stood from before `start` until `end`, or until now if there is no end yet.
	fn was_certified(&self, start: u64, end: Option<u64>) -> bool {
		self.certificates.iter().any(|(since, until, _)| {
			*since < start && until.is_none_or(|until| end.is_some_and(|end| until >= end))
		})
	}
}

/// Whether no more than 1 % of `found` lies between the two.
fn near(found: u64, has: u64) -> bool {
	found.abs_diff(has) * 100 <= found
}

/// What a contract takes: little enough for any number of them on any of these computers.
fn little() -> Resources {
	Resources { cores: 1, memory_mib: Mib(100), ..Default::default() }
}

pub struct Region {
	now: u64,
	block: u64,
	/// When each period began; the last one runs until `end`.
	starts: Vec<u64>,
	end: u64,
	nodes: BTreeMap<u64, Computer>,
	last_registration: BTreeMap<u64, u64>,
	next_id: u32,
	stubborn: bool,
}

impl Region {
	pub fn new() -> Self {
		let now = now().0;
		authorise(1);
		authorise(2);
		Self {
			now,
			block: System::block_number(),
			starts: vec![now],
			end: now + 300,
			nodes: BTreeMap::new(),
			last_registration: BTreeMap::new(),
			next_id: 1,
			stubborn: false,
		}
	}

	pub fn step(&mut self, step: &Step) {
		match step {
			Step::Pass(seconds) => self.pass(*seconds),
			Step::Stubborn(stubborn) => {
				self.stubborn = *stubborn;
				let contracts: &[u64] = if *stubborn { &[10, 20] } else { &[] };
				Stubborn::set(contracts.iter().copied().collect());
			},
			Step::Join(who) => {
				let call = register_call(computer(), details());
				assert_eq!(dispatch(*who, call).is_ok(), self.join(*who), "{step:?}");
			},
			_ => {
				let ran = self.run(step);
				assert_eq!(ran, self.changed(step), "{step:?} of {:?}", self.nodes);
			},
		}
		self.agree();
	}

	/// Whether the chain lets a step happen to the node of its account.
	fn run(&self, step: &Step) -> bool {
		let id = |who: &u64| self.nodes.get(who).map_or(NodeId(99), |node| node.id);
		match step {
			Step::Report(who) => report(*who, id(who), 1_000).is_ok(),
			Step::Become(who, memory) => update(*who, id(who), with(*memory)).is_ok(),
			Step::Certify(who, found) => certify(id(who), found.map(with)).is_ok(),
			Step::Take(who, contract) => take(id(who), who * 10 + contract, little()).is_ok(),
			Step::GiveBack(who, contract) => {
				let contract = who * 10 + contract;
				let known =
					self.nodes.get(who).is_some_and(|node| node.contracts.contains(&contract));
				if known {
					give_back(id(who), contract);
				}
				known
			},
			Step::Rent(who) => rent(id(who), rent_of(*who)).is_ok(),
			Step::EndRent(who) => {
				let rented = self.nodes.get(who).is_some_and(|node| node.rented);
				if rented {
					end_rent(id(who), rent_of(*who));
				}
				rented
			},
			Step::Maintain(who, seconds) => maintain(id(who), *seconds).is_ok(),
			Step::Fee(who, fee) => ask_fee(id(who), Some(*fee)).is_ok(),
			Step::Retire(who) => retire(id(who)).is_ok(),
			Step::Keep(who) => keep(id(who)).is_ok(),
			Step::Pass(_) | Step::Stubborn(_) | Step::Join(_) => false,
		}
	}

	/// Whether a step may happen to the node of its account; if so, it has.
	fn changed(&mut self, step: &Step) -> bool {
		let (now, block) = (self.now, self.block);
		let who = match step {
			Step::Report(who)
			| Step::Become(who, _)
			| Step::Certify(who, _)
			| Step::Take(who, _)
			| Step::GiveBack(who, _)
			| Step::Rent(who)
			| Step::EndRent(who)
			| Step::Maintain(who, _)
			| Step::Fee(who, _)
			| Step::Retire(who)
			| Step::Keep(who) => *who,
			Step::Pass(_) | Step::Stubborn(_) | Step::Join(_) => return false,
		};
		let Some(node) = self.nodes.get_mut(&who) else { return false };
		match step {
			Step::Report(_) => {
				let may = node.reported.is_none_or(|(at, _)| now >= at + 6);
				node.reported = if may { Some((now, block)) } else { node.reported };
				may
			},
			Step::Become(_, memory) => {
				let may = now >= node.updated + 6 && *memory != node.memory;
				if may {
					(node.memory, node.updated) = (*memory, now);
					if let Some((_, until, found)) = node.certificate() {
						if !near(*found, *memory) {
							*until = Some(now);
						}
					}
				}
				may
			},
			Step::Certify(_, Some(found)) => {
				let has = node.memory;
				let stands = node.certificate().map(|(.., found)| *found);
				let may = near(*found, has) && stands != Some(*found);
				match node.certificate() {
					Some((.., before)) if may => *before = *found,
					None if may => node.certificates.push((now, None, *found)),
					_ => {},
				}
				may
			},
			Step::Certify(_, None) => {
				node.certificate().map(|(_, until, _)| *until = Some(now)).is_some()
			},
			Step::Take(_, contract) => {
				node.is_open(now, block) && node.contracts.insert(who * 10 + contract)
			},
			Step::GiveBack(_, contract) => {
				let had = node.contracts.remove(&(who * 10 + contract));
				node.rent_over = node.rent_over.filter(|_| !node.contracts.is_empty());
				had
			},
			Step::Rent(_) => {
				let may = node.is_open(now, block) && !node.rented;
				if may {
					node.contracts.insert(rent_of(who));
					node.rented = true;
				}
				may
			},
			Step::EndRent(_) => {
				let may = node.rented;
				if may {
					node.contracts.remove(&rent_of(who));
					node.rented = false;
					node.rent_over = Some(now).filter(|_| !node.contracts.is_empty());
				}
				may
			},
			Step::Maintain(_, seconds) => {
				let until = seconds.map(|seconds| now + seconds);
				let runs = Some(node.maintenance).filter(|until| *until > now);
				let ahead = until.is_none_or(|until| until > now);
				let may = node.retiring.is_none() && ahead && until != runs;
				node.maintenance = if may { until.unwrap_or(0) } else { node.maintenance };
				may
			},
			Step::Fee(_, fee) => {
				let may = *fee <= 10_000_000_000_000 && *fee != node.fee;
				node.fee = if may { *fee } else { node.fee };
				may
			},
			Step::Retire(_) => {
				if node.contracts.is_empty() {
					self.leave(who);
					return true;
				}
				let may = node.retiring.is_none();
				if may {
					node.retiring = Some((now + 60, false));
					node.maintenance = 0;
				}
				may
			},
			Step::Keep(_) => {
				let may = node.retiring.is_some_and(|(at, tried)| !tried && now < at);
				node.retiring = node.retiring.filter(|_| !may);
				may
			},
			Step::Pass(_) | Step::Stubborn(_) | Step::Join(_) => false,
		}
	}

	fn join(&mut self, who: u64) -> bool {
		let period = *self.starts.last().unwrap();
		let again = self.last_registration.get(&who).is_some_and(|last| *last >= period);
		let may = !again && !self.nodes.contains_key(&who);
		if may {
			let node = Computer {
				id: NodeId(self.next_id),
				registered: self.now,
				updated: self.now,
				reported: None,
				memory: 16_384,
				certificates: Vec::new(),
				contracts: BTreeSet::new(),
				maintenance: 0,
				fee: 0,
				retiring: None,
				rented: false,
				rent_over: None,
			};
			self.nodes.insert(who, node);
			self.next_id += 1;
		}
		may
	}

	fn leave(&mut self, who: u64) {
		let node = self.nodes.remove(&who).unwrap();
		self.last_registration.insert(who, node.registered);
	}

	fn pass(&mut self, seconds: u64) {
		self.now += seconds;
		self.block += 1;
		pass_in_blocks(seconds, 1);
		if self.now >= self.end {
			self.starts.push(self.end);
			while self.end <= self.now {
				self.end += 300;
			}
		}
		for who in [1, 2] {
			let Some(node) = self.nodes.get_mut(&who) else { continue };
			let leaves = node.retiring.is_some_and(|(at, _)| self.now >= at);
			let rent_over = node.rent_over.is_some_and(|at| self.now >= at);
			if leaves || rent_over {
				let stubborn = self.stubborn;
				node.contracts.retain(|contract| stubborn && *contract == who * 10);
				// With the notice the rent ends as well, if there is one.
				if rent_over || node.rented {
					node.rented = false;
					let again = Some(self.now + 3_600);
					node.rent_over = again.filter(|_| !node.contracts.is_empty());
				}
				node.rent_over = node.rent_over.filter(|_| !node.contracts.is_empty());
			}
			if leaves && node.contracts.is_empty() {
				self.leave(who);
			} else if leaves {
				node.retiring = Some((self.now + 3_600, true));
			}
		}
	}

	/// Compares what the chain says with the model.
	fn agree(&self) {
		let running = self.starts.len() - 1;
		let start = self.starts[running];
		for who in [1, 2] {
			let Some(node) = self.nodes.get(&who) else {
				assert!(!NodeOf::<Test>::contains_key(who));
				continue;
			};
			let seen = capacity(node.id);
			assert_eq!(seen.contracts as usize, node.contracts.len());
			assert_eq!(seen.hardware, with(node.memory));
			assert_eq!(seen.extra_fee.0, node.fee);
			assert_eq!(seen.retiring, node.retiring.map(|(at, _)| Time(at)));
			let maintenance = Some(Time(node.maintenance)).filter(|until| until.0 > self.now);
			assert_eq!(seen.maintenance, maintenance);
			let contract = ContractId(rent_of(who));
			let rental = match node.rent_over {
				_ if node.rented => Rental::Rented { contract },
				Some(_) => Rental::Ended { contract },
				None => Rental::None,
			};
			assert_eq!(seen.rental, rental);
			let free = node.contracts.is_empty() && node.is_open(self.now, self.block);
			assert_eq!(seen.rentable, free);
			assert_eq!(seen.certified, node.is_certified());
			let certified = |period: usize| {
				<Nodes as Attested>::of_period(node.id, Period(period as u32))
					.map(|figures| figures.certified)
			};
			assert_eq!(certified(running), Some(node.was_certified(start, None)));
			let before = running.checked_sub(1);
			if let Some((before, seen)) =
				before.and_then(|before| Some((before, certified(before)?)))
			{
				assert_eq!(seen, node.was_certified(self.starts[before], Some(start)));
			}
		}
	}

	/// Everybody leaves, and after two more periods nothing is left of anybody.
	pub fn end(&mut self) {
		self.step(&Step::Stubborn(false));
		for who in [1, 2] {
			self.step(&Step::Retire(who));
		}
		// The notices, and an hour after them what had failed before.
		self.step(&Step::Pass(3_600));
		assert!(self.nodes.is_empty());
		for _ in 0..3 {
			self.step(&Step::Pass(300));
		}
		assert_eq!(Departed::<Test>::iter_keys().count(), 0);
		assert_eq!(LastRegistration::<Test>::iter_keys().count(), 0);
		assert_eq!(NodesOf::<Test>::iter_keys().count(), 0);
		assert_eq!(Endings::<Test>::iter_keys().count(), 0);
		assert!(Uses::get().values().all(|uses| *uses == 0));
	}
}

/// The contract by which an account's node is rented.
fn rent_of(who: u64) -> u64 {
	who * 10 + 9
}

/// The computer of the tests with so many MiB of memory.
fn with(memory: u64) -> Resources {
	Resources { memory_mib: Mib(memory), ..computer() }
}
