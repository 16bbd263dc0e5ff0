//! How long a block takes when there are few contracts, many, and very many.
//!
//! ```text
//! scripts/scale.sh
//! cargo run --profile production -p gridchain-scale -- [RUNS] [CONTRACTS..]
//! ```
//!
//! For each number of contracts (1,000, 30,000 and 300,000 unless told) a state is made and written into ParityDB, the
//! node's database. Upon it blocks are built and imported with the client's parts that the node is made of, and the
//! runtime as wasm: when nothing is due, when 1,000 contracts are due in one slot, and when 100,000 are overdue
//! because no block was made for hours (all, where there are fewer). Each is done RUNS times (3 unless told), each
//! time from the same state. Asks a few GB of memory and of disk for 300,000.
//!
//! Writes each block to `docs/scale.csv`, the plot `docs/images/scale.svg`, and the table in `docs/performance.md`.
//! With other numbers than these it only tells them.

#[path = "../../../runtime/tests/whole/common/mod.rs"]
mod common;

mod figures;
mod live;
mod plot;
mod rest;
mod state;

use figures::{Figures, Situation};
use live::{Chain, Folder};
use state::Region;
use std::{
	collections::BTreeSet,
	env,
	error::Error,
	io::{stdout, Write},
	time::Instant,
};

/// As in the node, `node/src/main.rs`.
#[cfg(target_os = "linux")]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

/// What a part of this program comes to.
type Outcome<T> = Result<T, Box<dyn Error>>;

/// How many contracts there are unless told.
const CONTRACTS: [u64; 3] = [1_000, 30_000, 300_000];
/// How often each is done unless told.
const RUNS: u64 = 3;
/// Up to this many contracts all that must be true of the state is checked: it takes long.
const CHECKED: u64 = 1_000;
/// Blocks before anything is measured: in the first ones the runtime is compiled, a session begins, and the queue
/// passes the slots of the time without blocks.
const WARM_UP: u32 = 4;
/// Blocks that are measured while nothing is due.
const IDLE: u32 = 20;

fn main() -> Outcome<()> {
	let numbers: Vec<u64> =
		env::args().skip(1).map(|word| word.parse()).collect::<Result<_, _>>()?;
	let runs = numbers.first().copied().unwrap_or(RUNS);
	let wanted = if numbers.len() > 1 { &numbers[1..] } else { &CONTRACTS };
	let mut figures = Figures::default();
	for contracts in wanted {
		measure(*contracts, runs, &mut figures)?;
	}
	println!("\n{}", figures.table());
	if wanted == CONTRACTS {
		figures.write()?;
		println!(
			"Written: docs/scale.csv, docs/images/scale.svg and the table in docs/performance.md."
		);
	}
	figures.check()
}

/// Everything about one number of contracts.
fn measure(contracts: u64, runs: u64, figures: &mut Figures) -> Outcome<()> {
	let clock = Instant::now();
	let mut region = Region::new(contracts, contracts <= CHECKED, &|done| {
		tell(&format!("{contracts} contracts: making the state .. {done}"));
	});
	let entries = region.storage.top.len();
	let bytes: usize = region.storage.top.iter().map(|(key, value)| key.len() + value.len()).sum();
	tell(&format!("{contracts} contracts: writing {entries} entries into ParityDB .."));
	let genesis = Folder::new()?;
	Chain::write(&genesis, std::mem::take(&mut region.storage))?;
	let (checked, seconds) = (contracts <= CHECKED, clock.elapsed().as_secs());
	tell(&format!(
		"{contracts} contracts: a state of {entries} entries, {} MiB{}, made in {seconds} s\n",
		bytes >> 20,
		if checked { ", checked" } else { "" },
	));
	for run in 1..=runs {
		idle_then_due(&genesis, &region, run, figures)?;
		overdue(&genesis, &region, run, figures)?;
	}
	Ok(())
}

/// Blocks with nothing due, then those after a slot in which 1,000 contracts are.
fn idle_then_due(
	genesis: &Folder,
	region: &Region,
	run: u64,
	figures: &mut Figures,
) -> Outcome<()> {
	let mut chain = Chain::open(genesis, region.now)?;
	let idle = warm_up(&mut chain)?;
	for _ in 0..IDLE {
		let block = chain.block()?;
		if !block.billed.is_empty() || block.rotates {
			return Err("a block that was to be idle isn't".into());
		}
		figures.add(region.contracts, Situation::NoneDue, run, block.measured(idle));
	}
	drain(&mut chain, region, run, idle, Situation::Due, figures)
}

/// Blocks after hours without one.
fn overdue(genesis: &Folder, region: &Region, run: u64, figures: &mut Figures) -> Outcome<()> {
	let mut chain = Chain::open(genesis, region.now)?;
	let idle = warm_up(&mut chain)?;
	drain(&mut chain, region, run, idle, Situation::Overdue, figures)
}

/// Gives what a block weighs in which nothing is due, in picoseconds.
fn warm_up(chain: &mut Chain) -> Outcome<u64> {
	let mut weight = 0;
	for _ in 0..WARM_UP {
		weight = chain.block()?.weight;
	}
	Ok(weight)
}

/// Makes blocks from when all of `situation` are due until all are billed: each once.
fn drain(
	chain: &mut Chain,
	region: &Region,
	run: u64,
	idle: u64,
	situation: Situation,
	figures: &mut Figures,
) -> Outcome<()> {
	let (wanted, due) = match situation {
		Situation::Overdue => (region.overdue, region.overdue_by),
		_ => (region.due, region.due_by),
	};
	chain.stand_still_until(due);
	let (mut billed, mut idle_blocks) = (BTreeSet::new(), 0);
	while (billed.len() as u64) < wanted {
		let block = chain.block()?;
		let bills = block.billed.len();
		for contract in &block.billed {
			if !billed.insert(*contract) {
				return Err(format!("contract {contract:?} was billed twice").into());
			}
		}
		// The block that begins a session does nothing else.
		idle_blocks = if bills == 0 { idle_blocks + 1 } else { 0 };
		if idle_blocks > 2 {
			return Err("the queue doesn't drain".into());
		}
		if bills > 0 {
			if run == 1 && billed.len() == bills {
				figures.add_trie(region.contracts, situation, chain.trie_nodes()?);
			}
			figures.add(region.contracts, situation, run, block.measured(idle));
		}
		tell(&format!(
			"{} contracts, run {run}: {} of {wanted} {} billed",
			region.contracts,
			billed.len(),
			situation.name(),
		));
	}
	println!();
	Ok(())
}

/// Shows how far it is, on one line.
fn tell(text: &str) {
	print!("\r{text:<78}");
	// A terminal that doesn't show it is no reason to stop.
	stdout().flush().ok();
}
