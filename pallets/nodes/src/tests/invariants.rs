//! Random lives of nodes, each step compared with a model that knows the rules and none of the code.

use super::model::{step, Region};
use crate::{mock::*, Sales};
use gridchain_primitives::{
	traits::{Attested, Capacity},
	ContractId, NodeId, Period, Resources, Seconds,
};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// What may happen to a node that reports.
#[derive(Clone, Debug)]
enum Event {
	/// Time passes, in so many blocks, of which the last may lack the hook.
	Pass { seconds: u64, blocks: u64, hook: bool },
	/// The node reports the uptime that its clock shows, plus or minus a lie.
	Report { lie: i64 },
	/// The node reboots.
	Reboot,
	/// The period before the running one is settled.
	Close,
}

fn event() -> impl Strategy<Value = Event> {
	let pass = (1..80u64, 1..8u64, prop::bool::weighted(0.9))
		.prop_map(|(seconds, blocks, hook)| Event::Pass { seconds, blocks, hook });
	let halt = (80..2_000u64).prop_map(|seconds| Event::Pass { seconds, blocks: 1, hook: true });
	let lie = prop_oneof![6 => Just(0), 1 => -5..0i64, 1 => -500..-5i64, 2 => 1..500i64];
	prop_oneof![
		8 => pass,
		1 => halt,
		8 => lie.prop_map(|lie| Event::Report { lie }),
		1 => Just(Event::Reboot),
		1 => Just(Event::Close),
	]
}

/// A node by the words of the rules: a set of credited seconds, each named by the moment it began.
struct Model {
	node: NodeId,
	now: u64,
	block: u64,
	booted: u64,
	registered: u64,
	/// When it last spoke, in which block, with which uptime; and whether that was a report.
	last: (u64, u64, u64, bool),
	seconds: BTreeSet<u64>,
	/// When each period began; the last one runs until `end`.
	starts: Vec<u64>,
	end: u64,
	closed: Option<usize>,
	/// Seconds by period, as far as they count for a reward.
	rewarded: BTreeMap<usize, u64>,
}

impl Model {
	fn new(node: NodeId) -> Self {
		let now = now().0;
		Self {
			node,
			now,
			block: System::block_number(),
			booted: now,
			registered: now,
			last: (now, System::block_number(), 0, false),
			seconds: BTreeSet::new(),
			starts: vec![now],
			end: now + 300,
			closed: None,
			rewarded: BTreeMap::new(),
		}
	}

	fn step(&mut self, event: &Event) {
		match event {
			Event::Pass { seconds, blocks, hook } => self.pass(*seconds, *blocks, *hook),
			Event::Report { lie } => self.report(*lie),
			Event::Reboot => self.booted = self.now,
			Event::Close => self.close(),
		}
		self.agree();
	}

	fn pass(&mut self, seconds: u64, blocks: u64, hook: bool) {
		self.now += seconds;
		self.block += blocks;
		if hook {
			pass_in_blocks(seconds, blocks);
			self.turn();
		} else {
			pass_without_hook(seconds, blocks);
		}
	}

	/// Begins the next period if the running one has ended: one period for however many lengths were missed.
	fn turn(&mut self) {
		if self.now >= self.end {
			self.starts.push(self.end);
			while self.end <= self.now {
				self.end += 300;
			}
		}
	}

	fn report(&mut self, lie: i64) {
		let uptime = (self.now - self.booted).saturating_add_signed(lie);
		let (at, block, before, reported) = self.last;
		let early = reported && self.now < at + 6;
		assert_eq!(report(ALICE, self.node, uptime).is_err(), early);
		if early {
			return;
		}
		let claimed = match uptime.checked_sub(before) {
			Some(growth) => growth,
			None if before - uptime <= 3 => 0,
			None => uptime,
		};
		let mut credited = claimed.min(self.now - at);
		if self.block - block > 5 {
			credited = credited.min(30);
		}
		self.credit(credited);
		self.last = (self.now, self.block, uptime, true);
	}

	/// Credits the seconds just before now, one by one.
	fn credit(&mut self, credited: u64) {
		// A report sees the boundary even if no hook has.
		let mut starts = self.starts.clone();
		if self.now >= self.end {
			starts.push(self.end);
		}
		let running = starts.len() - 1;
		for second in self.now - credited..self.now {
			assert!(self.seconds.insert(second), "the second {second} was credited twice");
			assert!(second >= self.registered);
			let period = starts.iter().rposition(|start| *start <= second).unwrap();
			let open = self.closed.is_none_or(|closed| period > closed);
			if period == running || (period + 1 == running && open) {
				*self.rewarded.entry(period).or_default() += 1;
			}
		}
	}

	fn close(&mut self) {
		self.turn();
		let running = self.starts.len() - 1;
		if running > 0 {
			self.closed = Some(running - 1);
			<Nodes as Attested>::close(Period(running as u32 - 1));
			// As the hook of the tests does: else a boundary that follows at once would extend the period.
			<Nodes as Attested>::release(Period(running as u32 - 1));
		} else {
			poll();
		}
	}

	/// Compares what the chain says with the model.
	fn agree(&self) {
		let meters = meters(self.node);
		assert_eq!(meters.attested.0, self.seconds.len() as u64);
		let running = self.starts.len() - 1 + usize::from(self.now >= self.end);
		for period in running.saturating_sub(1)..=running {
			let seen = <Nodes as Attested>::of_period(self.node, Period(period as u32));
			let uptime = seen.map_or(0, |period| period.uptime.0);
			assert_eq!(uptime, self.rewarded.get(&period).copied().unwrap_or(0), "{period}");
			let registered = seen.map_or(0, |period| period.registered.0);
			assert!(uptime <= registered, "period {period}: {uptime} of {registered}");
		}
	}
}

/// What may happen to the capacity of a node.
#[derive(Clone, Debug)]
enum Trade {
	Take(u64, Resources),
	Change(u64, Resources),
	GiveBack(u64),
	Update(Resources),
}

fn trade() -> impl Strategy<Value = Trade> {
	let wanted = || (0..12u32, 0..6u64, 0..200u64).prop_map(|(c, m, s)| part(c, m, s));
	let had = (1..12u32, 2..20u64, 100..600u64).prop_map(|(c, m, s)| part(c, m, s));
	prop_oneof![
		4 => (0..8u64, wanted()).prop_map(|(contract, part)| Trade::Take(contract, part)),
		2 => (0..8u64, wanted()).prop_map(|(contract, part)| Trade::Change(contract, part)),
		2 => (0..8u64).prop_map(Trade::GiveBack),
		1 => had.prop_map(Trade::Update),
	]
}

/// Cores, memory in GB and disk in GB that a map of contracts sums up to.
fn sum(sold: &BTreeMap<u64, Resources>) -> (u64, u64, u64) {
	sold.values().fold((0, 0, 0), |(cores, memory, ssd), part| {
		let (more_memory, more_ssd) = (part.memory_mib.0 / 1_024, part.ssd_mib.0 / 1_024);
		(cores + u64::from(part.cores), memory + more_memory, ssd + more_ssd)
	})
}

/// Whether all that is sold fits in a computer: cores 4 times over, memory less 1 GB, disks once.
fn fits(sold: &BTreeMap<u64, Resources>, hardware: &Resources) -> bool {
	let (cores, memory, ssd) = sum(sold);
	cores <= 4 * u64::from(hardware.cores)
		&& memory < hardware.memory_mib.0 / 1_024
		&& ssd <= hardware.ssd_mib.0 / 1_024
}

/// Applies a trade to the model: what is sold afterwards, or `None` if it has to be refused.
fn traded(
	sold: &BTreeMap<u64, Resources>,
	hardware: &Resources,
	trade: &Trade,
) -> Option<BTreeMap<u64, Resources>> {
	let mut after = sold.clone();
	match trade {
		Trade::Take(contract, part) => {
			after.insert(*contract, *part).is_none().then_some(())?;
			fits(&after, hardware).then_some(after)
		},
		Trade::Change(contract, part) => {
			let before = after.insert(*contract, *part)?;
			let shrinks = part.cores <= before.cores
				&& part.memory_mib <= before.memory_mib
				&& part.ssd_mib <= before.ssd_mib;
			(shrinks || fits(&after, hardware)).then_some(after)
		},
		Trade::GiveBack(contract) => after.remove(contract).map(|_| after),
		Trade::Update(_) => Some(after),
	}
}

fn run(node: NodeId, trade: &Trade) -> bool {
	match trade {
		Trade::Take(contract, part) => take(node, *contract, *part).is_ok(),
		Trade::Change(contract, part) => {
			<Nodes as Capacity<AccountId>>::change(node, ContractId(*contract), part).is_ok()
		},
		Trade::GiveBack(contract) => {
			let known = Sales::<Test>::contains_key(node, ContractId(*contract));
			if known {
				<Nodes as Capacity<AccountId>>::give_back(node, ContractId(*contract));
			}
			known
		},
		Trade::Update(hardware) => {
			pass_in_blocks(6, 1);
			// The same hardware again is refused, which changes nothing either.
			let _ = update(ALICE, node, *hardware);
			true
		},
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	#[test]
	fn no_second_is_credited_twice_or_before_registration_or_to_a_closed_period(
		events in prop::collection::vec(event(), 1..60)
	) {
		chain_with(quick()).sanity(|| {
			let mut model = Model::new(register(ALICE));
			for event in &events {
				model.step(event);
				Nodes::do_try_state().unwrap();
			}
		});
	}

	#[test]
	fn nodes_come_stay_and_leave_by_the_rules(
		steps in prop::collection::vec(step(), 1..80)
	) {
		let params = crate::NodeParams { live_blocks: 25, ..quick() };
		chain_with(params).sanity(|| {
			let mut region = Region::new();
			for step in &steps {
				region.step(step);
				Nodes::do_try_state().unwrap();
			}
			region.end();
		});
	}

	#[test]
	fn no_deploy_or_update_raises_use_above_the_limit(
		trades in prop::collection::vec(trade(), 1..40)
	) {
		// A node that isn't live can't be sold, and updates here take time: let it live on.
		let period_length = Seconds(1_000_000);
		let params = crate::NodeParams { live_blocks: 1_000, period_length, ..quick() };
		chain_with(params).sanity(|| {
			let node = live(ALICE);
			let (mut sold, mut hardware) = (BTreeMap::new(), computer());
			for trade in &trades {
				let after = traded(&sold, &hardware, trade);
				assert_eq!(run(node, trade), after.is_some(), "{trade:?} of {sold:?}");
				sold = after.unwrap_or(sold);
				if let Trade::Update(changed) = trade {
					hardware = *changed;
				}
				let used = ledger(node).used;
				let memory = used.memory_mib.0 / 1_024;
				let ssd = used.ssd_mib.0 / 1_024;
				assert_eq!((u64::from(used.cores), memory, ssd), sum(&sold));
				assert_eq!(ledger(node).contracts as usize, sold.len());
				Nodes::do_try_state().unwrap();
			}
		});
	}
}
