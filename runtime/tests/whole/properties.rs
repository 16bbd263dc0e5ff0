//! Whatever people, computers and markets do, all that is always true stays true, and nobody pays for time that a
//! computer was off.
//!
//! Each case is a chain on which random steps are taken as real transactions. After each block everything is checked
//! that `common::sanity` and `common::ledger` list. `PROPTEST_CASES` and `GRIDCHAIN_STEPS` ask for more.

use crate::common::{history::bill_of, *};
use gridchain_primitives::{
	Bytes, ContractId, FarmId, Mib, NodeId, Percent, Period, Price, Resources, Seconds, Shares, Usd,
};
use gridchain_runtime::{
	configs::money::TreasuryAccount, Balances, Billing, Runtime, RuntimeCall, RuntimeEvent, TFT,
};
use proptest::{
	prelude::*,
	test_runner::{Config, FileFailurePersistence},
};
use sp_core::sr25519;
use std::collections::BTreeMap;

/// Which contract, and who acts: the one who may, or anybody.
#[derive(Clone, Debug)]
struct Act {
	contract: usize,
	stranger: Option<usize>,
}

fn act() -> impl Strategy<Value = Act> {
	let stranger = prop_oneof![6 => Just(None), 1 => (0..8usize).prop_map(Some)];
	(0..64usize, stranger).prop_map(|(contract, stranger)| Act { contract, stranger })
}

/// What happens next. Indices are taken modulo what there is.
#[derive(Clone, Debug)]
enum Step {
	/// Blocks in which all computers that are on report.
	Pass(u32),
	/// The chain stands still for so many slots.
	Stand(u64),
	/// A computer is switched off or on.
	Switch(usize),
	/// A computer reports something, true or not.
	Claim {
		machine: usize,
		uptime: u64,
		traffic: Vec<(u64, u64)>,
	},
	/// A further computer joins.
	Join {
		cores: u32,
		memory: u64,
		ssd: u64,
	},
	/// A computer has other hardware.
	Rebuild {
		machine: usize,
		cores: u32,
		memory: u64,
		ssd: u64,
	},
	/// Somebody deploys, and the computer delivers at once or not.
	Deploy {
		owner: usize,
		machine: usize,
		resources: Resources,
		traffic: u64,
		delivered: bool,
	},
	Confirm(Act),
	Update {
		act: Act,
		cores: Option<u32>,
		traffic: Option<u64>,
	},
	Cancel(Act),
	ForceCancel(usize),
	Resume(Act),
	/// Somebody sends nearly all away.
	Drain {
		owner: usize,
	},
	/// Somebody gets so many thousandths of a TFT.
	TopUp {
		owner: usize,
		amount: u128,
	},
	/// A stranger sends money to the pot.
	Gift {
		amount: u128,
	},
	/// Somebody feeds so many thousandths of a dollar for one TFT.
	Feed {
		feeder: usize,
		thousandths: u128,
	},
	/// The band of prices that are believed ends there and there: it moves the price at once.
	Band {
		one: u128,
		other: u128,
	},
	/// Thousandths of a dollar an hour for one CU and one SU.
	Policy {
		cu: u128,
		su: u128,
	},
	/// What nodes that join from now on earn, and may mint in a period together.
	FarmingPolicy {
		cu: u128,
		budget: u128,
	},
	Approve(bool),
	Void {
		machine: usize,
		period: u32,
	},
	/// Where farm 1 is paid: its owner, a new account, the pot or the treasury.
	Payout(usize),
	/// Leaves so much room to mint.
	Cap {
		room: u128,
	},
	Window {
		window: u64,
		slack: u64,
		share: u8,
	},
	Periods {
		length: u64,
	},
	Split {
		burned: u8,
		treasury: u8,
		validators: u8,
	},
}

fn step() -> impl Strategy<Value = Step> {
	use Step::*;
	let (cores, memory, ssd) = (0..6u32, 0..8u64, 0..100u64);
	let uptime = prop_oneof![0..2_000u64, any::<u64>()];
	let bytes = prop_oneof![0..5_000_000_000u64, any::<u64>()];
	let traffic = prop::collection::vec((1..16u64, bytes), 0..4);
	prop_oneof![
		6 => (1..12u32).prop_map(Pass),
		1 => (1..120u64).prop_map(Stand),
		3 => (0..8usize).prop_map(Switch),
		3 => (0..8usize, uptime, traffic)
			.prop_map(|(machine, uptime, traffic)| Claim { machine, uptime, traffic }),
		1 => (1..32u32, 2..64u64, 100..2_000u64)
			.prop_map(|(cores, memory, ssd)| Join { cores, memory, ssd }),
		1 => (0..8usize, 1..32u32, 2..64u64, 100..2_000u64).prop_map(
			|(machine, cores, memory, ssd)| Rebuild { machine, cores, memory, ssd }
		),
		8 => (
			0..7usize,
			0..8usize,
			(cores.clone(), memory, ssd),
			prop_oneof![Just(0), 0..10_000_000_000u64],
			prop::bool::weighted(0.8)
		)
			.prop_map(|(owner, machine, (cores, memory, ssd), traffic, delivered)| {
				let resources = resources(cores, memory, ssd);
				Deploy { owner, machine, resources, traffic, delivered }
			}),
		2 => act().prop_map(Confirm),
		4 => (act(), prop::option::of(cores), prop::option::of(0..10_000_000_000u64))
			.prop_map(|(act, cores, traffic)| Update { act, cores, traffic }),
		2 => act().prop_map(Cancel),
		1 => (0..64usize).prop_map(ForceCancel),
		3 => act().prop_map(Resume),
		3 => (0..7usize).prop_map(|owner| Drain { owner }),
		3 => (0..7usize, 1..500u128).prop_map(|(owner, amount)| TopUp { owner, amount }),
		1 => (1..10_000_000u128).prop_map(|amount| Gift { amount }),
		2 => (0..4usize, 0..1_000u128)
			.prop_map(|(feeder, thousandths)| Feed { feeder, thousandths }),
		1 => (1..1_000u128, 1..1_000u128).prop_map(|(one, other)| Band { one, other }),
		1 => (0..100u128, 0..100u128).prop_map(|(cu, su)| Policy { cu, su }),
		1 => (0..100u128, 0..3_000_000u128)
			.prop_map(|(cu, budget)| FarmingPolicy { cu, budget }),
		1 => any::<bool>().prop_map(Approve),
		1 => (0..8usize, 0..5u32).prop_map(|(machine, period)| Void { machine, period }),
		1 => (0..4usize).prop_map(Payout),
		1 => (0..3_000_000u128).prop_map(|room| Cap { room }),
		1 => (6..120u64, 0..120u64, 1..26u8)
			.prop_map(|(window, slack, share)| Window { window, slack, share }),
		1 => (60..400u64).prop_map(|length| Periods { length }),
		1 => (0..34u8, 0..34u8, 0..33u8)
			.prop_map(|(burned, treasury, validators)| Split { burned, treasury, validators }),
	]
}

/// A computer and what is really true of it.
struct Computer {
	machine: Machine,
	on: bool,
	/// Seconds that it was on since it registered.
	online: u64,
	/// Whether all that it ever reported was true.
	honest: bool,
}

/// What the contract's node had been on for when it confirmed.
struct Confirmed {
	node: NodeId,
	online: u64,
}

struct World<'a> {
	chain: &'a mut Chain,
	computers: Vec<Computer>,
	confirmed: BTreeMap<ContractId, Confirmed>,
	billed: BTreeMap<ContractId, u64>,
	farm: u32,
}

/// The deployers. The last one has no twin.
fn owner(index: usize) -> sr25519::Pair {
	let ferdie = || key("Ferdie");
	[charlie(), ferdie(), charlie(), ferdie(), charlie(), ferdie(), dave()][index % 7].clone()
}

fn resources(cores: u32, memory: u64, ssd: u64) -> Resources {
	Resources {
		cores,
		memory_mib: Mib(memory * 1_024),
		ssd_mib: Mib(ssd * 1_024),
		..Default::default()
	}
}

impl<'a> World<'a> {
	fn new(chain: &'a mut Chain) -> Self {
		let machines = chain.region(["one", "two"]);
		chain.twins(&[key("Ferdie")]);
		let computers = machines
			.into_iter()
			.map(|machine| Computer { machine, on: true, online: 6, honest: true })
			.collect();
		Self { chain, computers, confirmed: BTreeMap::new(), billed: BTreeMap::new(), farm: 1 }
	}

	fn pick(&self, index: usize) -> usize {
		index % self.computers.len()
	}

	fn machine(&self, index: usize) -> &Machine {
		&self.computers[self.pick(index)].machine
	}

	/// The contract, who acts for its owner, and who acts for its node.
	fn parties(&self, act: &Act) -> (ContractId, sr25519::Pair, sr25519::Pair) {
		let contracts: BTreeMap<_, _> = pallet_deployments::Contracts::<Runtime>::iter().collect();
		let strangers = act.stranger.map(|index| (owner(index), self.machine(index).key.clone()));
		// There is no contract 0.
		let Some(index) = act.contract.checked_rem(contracts.len()) else {
			let (owner, node) = strangers.unwrap_or((charlie(), self.machine(0).key.clone()));
			return (ContractId(0), owner, node);
		};
		let (contract, found) = contracts.into_iter().nth(index).unwrap();
		let pallet_deployments::ContractKind::Workload(workload) = found.kind else {
			panic!("only workloads are made here");
		};
		let twin = pallet_twins::Twins::<Runtime>::get(found.owner).unwrap().account;
		let (owner, node) = strangers.unwrap_or_else(|| {
			let owner = [charlie(), key("Ferdie")].into_iter().find(|who| account(who) == twin);
			(owner.unwrap(), self.machine(workload.node.0 as usize - 1).key.clone())
		});
		(contract, owner, node)
	}

	/// Has everybody who is on report, and makes a block of that and of what waits.
	fn block(&mut self, liar: Option<usize>) {
		let before = self.chain.now();
		if !self.chain.is_next_a_rotation() {
			for (index, computer) in self.computers.iter().enumerate() {
				if computer.on && liar != Some(index) {
					computer.machine.report(self.chain);
				}
			}
		}
		self.chain.block();
		let passed = self.chain.now().since(before).0;
		for computer in &mut self.computers {
			if computer.on {
				computer.online += passed;
			}
		}
		self.look();
	}

	/// Makes the block that takes what waits.
	fn settle(&mut self, liar: Option<usize>) {
		if self.chain.is_next_a_rotation() {
			self.block(liar);
		}
		self.block(liar);
	}

	/// Compares what the last block says with what is really true.
	fn look(&mut self) {
		for moment in self.chain.history.last_block() {
			if let Some(bill) = bill_of(&moment.event) {
				*self.billed.entry(bill.contract).or_default() += bill.seconds.0;
			}
			if let RuntimeEvent::Deployments(pallet_deployments::Event::WorkloadConfirmed {
				contract,
				node,
				..
			}) = moment.event
			{
				let online = self.computers[node.0 as usize - 1].online;
				self.confirmed.insert(contract, Confirmed { node, online });
			}
		}
		for computer in self.computers.iter().filter(|computer| computer.honest) {
			let attested = computer.machine.attested();
			assert!(attested <= computer.online, "{attested} s of {} s on", computer.online);
		}
		for (contract, confirmed) in &self.confirmed {
			let computer = &self.computers[confirmed.node.0 as usize - 1];
			let billed = self.billed.get(contract).copied().unwrap_or_default();
			// Each contract is billed half a minute at least.
			let most = (computer.online - confirmed.online).max(30);
			assert!(!computer.honest || billed <= most, "{contract}: {billed} s of {most} s on");
		}
	}

	fn submit(&mut self, signer: &sr25519::Pair, call: impl Into<RuntimeCall>) {
		self.chain.submit(signer, call);
	}

	fn root(&mut self, call: impl Into<RuntimeCall>) {
		self.chain.submit(&alice(), as_root(call));
	}

	fn take(&mut self, step: &Step) {
		match step {
			Step::Pass(blocks) => return (0..*blocks).for_each(|_| self.block(None)),
			Step::Stand(slots) => self.chain.stand_still(*slots),
			Step::Switch(index) => self.switch(*index),
			Step::Claim { machine, uptime, traffic } => {
				return self.claim(*machine, *uptime, traffic);
			},
			Step::Join { cores, memory, ssd } => {
				return self.join(resources(*cores, *memory, *ssd))
			},
			Step::Rebuild { machine, cores, memory, ssd } => {
				let machine = self.machine(*machine).clone();
				self.submit(&machine.key, machine.update(resources(*cores, *memory, *ssd)));
			},
			Step::Deploy { owner: who, machine, resources, traffic, delivered } => {
				return self.deploy(&owner(*who), *machine, *resources, *traffic, *delivered);
			},
			Step::Confirm(act) => {
				let (contract, _, node) = self.parties(act);
				self.submit(&node, Machine::confirmation(contract));
			},
			Step::Update { act, cores, traffic } => {
				let (contract, owner, _) = self.parties(act);
				let call = pallet_deployments::Call::update_deployment {
					contract,
					spec_hash: None,
					spec: None,
					resources: cores.map(|cores| resources(cores, 2, 10)),
					public_ips: None,
					traffic_limit: traffic.map(Bytes),
				};
				self.submit(&owner, call);
			},
			Step::Cancel(act) => {
				let (contract, owner, _) = self.parties(act);
				self.submit(&owner, cancel(contract));
			},
			Step::ForceCancel(index) => {
				let act = Act { contract: *index, stranger: None };
				let (contract, ..) = self.parties(&act);
				self.root(pallet_deployments::Call::force_cancel { contract });
			},
			Step::Resume(act) => {
				let (contract, owner, _) = self.parties(act);
				self.submit(&owner, resume(contract));
			},
			Step::Drain { owner: who } => {
				let dest = account(&alice()).into();
				let call = pallet_balances::Call::transfer_all { dest, keep_alive: true };
				self.submit(&owner(*who), call);
			},
			Step::TopUp { owner: who, amount } => {
				let call = transfer(&account(&owner(*who)), amount * TFT / 1_000);
				self.submit(&alice(), call);
			},
			Step::Gift { amount } => self.submit(&alice(), transfer(&Billing::pot(), *amount)),
			_ => self.govern(step),
		}
		self.settle(None);
	}

	/// The steps that only the region can take.
	fn govern(&mut self, step: &Step) {
		match step {
			Step::Feed { feeder, thousandths } => {
				// Dave feeds nothing, and fails.
				let feeders = [alice(), bob(), charlie(), dave()];
				let feeder = &feeders[feeder % feeders.len()];
				self.submit(feeder, feed(Price::from_rational(*thousandths, 1_000)));
			},
			Step::Band { one, other } => {
				let end = |thousandths: &u128| Price::from_rational(*thousandths, 1_000);
				self.root(band(end(one.min(other)), end(one.max(other))));
			},
			Step::Policy { cu, su } => {
				let usd = |thousandths: &u128| Usd(thousandths * 1_000_000);
				let policy = pallet_billing::PricingPolicy {
					cu: usd(cu),
					su: usd(su),
					..Default::default()
				};
				self.root(pallet_billing::Call::add_pricing_policy { policy });
			},
			Step::FarmingPolicy { cu, budget } => {
				let policy = pallet_rewards::FarmingPolicy {
					cu_month: Usd(cu * 1_000_000_000),
					budget: *budget,
					..Default::default()
				};
				self.root(pallet_rewards::Call::add_farming_policy { policy });
				let policy = pallet_rewards::PolicyCount::<Runtime>::get() + 1;
				let policy = gridchain_primitives::FarmingPolicyId(policy);
				self.root(pallet_rewards::Call::set_default_policy { policy });
			},
			Step::Approve(true) => {
				self.root(pallet_farms::Call::approve_farm { farm: FarmId(1) });
			},
			Step::Approve(false) => {
				self.root(pallet_farms::Call::disapprove_farm { farm: FarmId(1) });
			},
			Step::Void { machine, period } => {
				let node = self.machine(*machine).id;
				let reason = b"no such computer".to_vec().try_into().unwrap();
				let period = Period(*period);
				self.root(pallet_rewards::Call::void_receipt { period, node, reason });
			},
			Step::Payout(which) => {
				let fresh = account(&key("payouts"));
				let accounts =
					[None, Some(fresh), Some(Billing::pot()), Some(TreasuryAccount::get())];
				let account = accounts[*which % 4].clone();
				self.submit(
					&bob(),
					pallet_farms::Call::set_payout_account { farm: FarmId(1), account },
				);
			},
			Step::Cap { room } => {
				let cap = Balances::total_issuance() + room;
				self.root(pallet_rewards::Call::lower_cap { cap });
			},
			Step::Window { window, slack, share } => {
				let params = pallet_billing::BillingParams {
					window: Seconds(*window),
					slack: Seconds(*slack.min(window)),
					minimum_billed: Seconds(30.min(*window)),
					queue_share: Percent::from_percent(*share),
					..pallet_billing::Params::<Runtime>::get()
				};
				self.root(pallet_billing::Call::set_params { params });
			},
			Step::Periods { length } => {
				let params = pallet_nodes::NodeParams {
					period_length: Seconds(*length),
					..pallet_nodes::Params::<Runtime>::get()
				};
				self.root(pallet_nodes::Call::set_params { params });
			},
			Step::Split { burned, treasury, validators } => {
				let percent = Percent::from_percent;
				let shares = Shares {
					burned: percent(*burned),
					treasury: percent(*treasury),
					validators: percent(*validators),
					farm: percent(100 - burned - treasury - validators),
				};
				let params = pallet_billing::BillingParams {
					shares,
					..pallet_billing::Params::<Runtime>::get()
				};
				self.root(pallet_billing::Call::set_params { params });
			},
			other => unreachable!("{other:?} is not the region's"),
		}
	}

	fn deploy(
		&mut self,
		owner: &sr25519::Pair,
		machine: usize,
		resources: Resources,
		traffic: u64,
		delivered: bool,
	) {
		let machine = self.machine(machine).clone();
		let contract = pallet_deployments::NextContractId::<Runtime>::get();
		self.submit(owner, deploy_with(machine.id, resources, traffic));
		self.settle(None);
		if delivered {
			self.submit(&machine.key, Machine::confirmation(contract));
			self.settle(None);
		}
	}

	fn switch(&mut self, index: usize) {
		let (index, now) = (self.pick(index), self.chain.now());
		let computer = &mut self.computers[index];
		computer.on = !computer.on;
		if computer.on {
			computer.machine.reboot(now);
		}
	}

	fn claim(&mut self, index: usize, uptime: u64, traffic: &[(u64, u64)]) {
		let index = self.pick(index);
		let computer = &mut self.computers[index];
		computer.honest = false;
		let traffic: Vec<_> =
			traffic.iter().map(|(contract, bytes)| (ContractId(*contract), *bytes)).collect();
		let (key, call) =
			(computer.machine.key.clone(), computer.machine.report_with(uptime, &traffic));
		self.submit(&key, call);
		self.settle(Some(index));
	}

	fn join(&mut self, hardware: Resources) {
		let index = self.computers.len();
		if index >= 6 {
			return;
		}
		let mut machine = Machine::new(&format!("node-{index}"));
		machine.boot = self.chain.now();
		machine.id = NodeId(index as u32 + 1);
		self.submit(&bob(), authorise(FarmId(self.farm), machine.account()));
		self.submit(&machine.key, Machine::registration(FarmId(self.farm), hardware));
		self.settle(None);
		self.computers.push(Computer { machine, on: true, online: 0, honest: true });
	}
}

fn number(name: &str, otherwise: usize) -> usize {
	std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(otherwise)
}

fn config() -> Config {
	Config {
		cases: number("PROPTEST_CASES", 24) as u32,
		failure_persistence: Some(Box::new(FileFailurePersistence::Direct(
			"tests/whole/properties.regressions",
		))),
		max_shrink_iters: 400,
		..Config::default()
	}
}

proptest! {
	#![proptest_config(config())]

	#[test]
	fn all_that_is_always_true_stays_true_whatever_happens(
		steps in prop::collection::vec(step(), number("GRIDCHAIN_STEPS", 60))
	) {
		on_chain(|chain| {
			let mut world = World::new(chain);
			for step in &steps {
				world.take(step);
			}
			// Whatever is still open comes to its end: all computers go off and never come back.
			for computer in &mut world.computers {
				computer.on = false;
			}
			world.block(None);
		});
	}
}
