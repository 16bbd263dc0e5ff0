//! What was measured, and how it is told.

use crate::{plot, Outcome};
use std::{
	collections::{BTreeMap, BTreeSet},
	fmt::Write,
	fs,
	path::Path,
};

/// What a block's weight can be at most, in microseconds: 2 s.
const BLOCK: u64 = 2_000_000;
/// The part of it that the queue may take, in percent.
const SHARE: u64 = 25;
/// Between these lines of `docs/performance.md` is the table.
const MARKS: [&str; 2] = ["<!-- scale.sh writes from here -->\n", "<!-- to here -->\n"];

/// What is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Situation {
	/// Nothing.
	NoneDue,
	/// 1,000 contracts in one slot.
	Due,
	/// 100,000 contracts, or all, after hours without a block.
	Overdue,
}

impl Situation {
	/// All of them.
	pub const ALL: [Self; 3] = [Self::NoneDue, Self::Due, Self::Overdue];

	/// What it is called.
	pub fn name(self) -> &'static str {
		match self {
			Self::NoneDue => "none due",
			Self::Due => "1,000 due",
			Self::Overdue => "100,000 overdue",
		}
	}
}

/// The figures of a block.
#[derive(Clone, Copy, Debug)]
pub struct Measured {
	/// Contracts that were billed.
	pub bills: u64,
	/// What the queue weighs beyond that of a block with nothing due, in microseconds.
	pub queue: u64,
	/// How long it took to build it.
	pub built: Time,
	/// How long it took to import it on another node.
	pub imported: Time,
	/// How long both databases worked on their own before it, in microseconds by the clock.
	pub rest: u64,
}

/// How long something took, in microseconds.
#[derive(Clone, Copy, Debug)]
pub struct Time {
	/// By the clock on the wall.
	pub passed: u64,
	/// On a core: without what other programs had of it meanwhile.
	pub worked: u64,
}

struct Row {
	contracts: u64,
	situation: Situation,
	run: u64,
	block: Measured,
}

impl Row {
	/// The work of whoever has more of it, in microseconds.
	fn work(&self) -> u64 {
		self.block.built.worked.max(self.block.imported.worked)
	}

	fn check(&self) -> Outcome<()> {
		let (slice, Measured { queue, .. }) = (BLOCK * SHARE / 100, self.block);
		if self.work().max(queue) <= slice {
			return Ok(());
		}
		Err(format!(
			"with {} contracts and {}, a block took {} ms and its queue weighed {} % of a block; the queue's share is \
			 {SHARE} %, which stands for {} ms",
			self.contracts,
			self.situation.name(),
			millis(self.work()),
			percent(queue),
			millis(slice),
		)
		.into())
	}
}

/// The figures of all blocks.
#[derive(Default)]
pub struct Figures {
	rows: Vec<Row>,
	/// How many nodes of the trie a full block reads, by the number of contracts and the situation.
	trie: BTreeMap<(u64, Situation), u64>,
}

/// What some times come to, in microseconds.
#[derive(Clone, Copy, Debug)]
pub struct Times {
	/// The median by the clock.
	pub passed: u64,
	/// The median on a core.
	pub median: u64,
	/// The greatest on a core.
	pub most: u64,
}

impl Times {
	fn of(times: &[Time]) -> Self {
		let sorted = |which: fn(&Time) -> u64| {
			let mut sorted: Vec<u64> = times.iter().map(which).collect();
			sorted.sort_unstable();
			sorted
		};
		let (passed, worked) = (sorted(|time| time.passed), sorted(|time| time.worked));
		let middle = |sorted: &[u64]| sorted.get(sorted.len() / 2).copied().unwrap_or_default();
		Self {
			passed: middle(&passed),
			median: middle(&worked),
			most: worked.last().copied().unwrap_or_default(),
		}
	}
}

/// What the blocks of one situation at one number of contracts come to: of those in which contracts were due, the full
/// ones, as a last block with what is left says little.
pub struct Summary {
	/// How many contracts there are.
	pub contracts: u64,
	/// What is due.
	pub situation: Situation,
	/// How many blocks these are the figures of.
	pub blocks: usize,
	/// The most bills in one of them.
	pub bills: u64,
	/// The most that the queue weighs in one of them, in microseconds.
	pub queue: u64,
	/// How many nodes of the trie a block reads, where there are bills.
	pub trie: Option<u64>,
	/// How long it took to build one.
	pub built: Times,
	/// How long it took another node to import one.
	pub imported: Times,
	/// The longest that both databases worked on their own between two of them, in microseconds by the clock.
	pub rest: u64,
}

impl Summary {
	/// The work of a block as a rule, of whoever has more of it, in microseconds.
	fn work(&self) -> u64 {
		self.built.median.max(self.imported.median)
	}

	/// Fails if a block takes more than with fewer contracts: by more than half where nothing is due, and otherwise if it
	/// takes more than a tenth longer for each node of the trie that it reads.
	fn check_growth(&self, fewer: &Self) -> Outcome<()> {
		let flat = match (self.trie, fewer.trie) {
			(Some(trie), Some(less)) => self.work() * less * 10 <= fewer.work() * trie * 11,
			(None, None) => self.work() * 2 <= fewer.work() * 3,
			_ => return Err("of some blocks the nodes of the trie weren't counted".into()),
		};
		if flat {
			return Ok(());
		}
		Err(format!(
			"with {}, a block takes {} ms at {} contracts, but {} ms at {}",
			self.situation.name(),
			millis(self.work()),
			self.contracts,
			millis(fewer.work()),
			fewer.contracts,
		)
		.into())
	}
}

impl Figures {
	/// Adds those of a block.
	pub fn add(&mut self, contracts: u64, situation: Situation, run: u64, block: Measured) {
		self.rows.push(Row { contracts, situation, run, block });
	}

	/// Notes how many nodes of the trie a full block read.
	pub fn add_trie(&mut self, contracts: u64, situation: Situation, nodes: u64) {
		self.trie.insert((contracts, situation), nodes);
	}

	/// One for each situation at each number of contracts.
	fn summaries(&self) -> Vec<Summary> {
		let contracts: BTreeSet<u64> = self.rows.iter().map(|row| row.contracts).collect();
		Situation::ALL
			.into_iter()
			.flat_map(|situation| contracts.iter().map(move |contracts| (*contracts, situation)))
			.map(|(contracts, situation)| self.summary(contracts, situation))
			.collect()
	}

	fn summary(&self, contracts: u64, situation: Situation) -> Summary {
		let these =
			self.rows.iter().filter(|row| (row.contracts, row.situation) == (contracts, situation));
		let blocks: Vec<Measured> = these.map(|row| row.block).collect();
		let bills = blocks.iter().map(|block| block.bills).max().unwrap_or_default();
		let full: Vec<_> =
			blocks.iter().filter(|block| block.bills * 100 >= bills * 95).copied().collect();
		Summary {
			contracts,
			situation,
			blocks: full.len(),
			bills,
			queue: blocks.iter().map(|block| block.queue).max().unwrap_or_default(),
			trie: self.trie.get(&(contracts, situation)).copied(),
			built: Times::of(&full.iter().map(|block| block.built).collect::<Vec<_>>()),
			imported: Times::of(&full.iter().map(|block| block.imported).collect::<Vec<_>>()),
			rest: full.iter().map(|block| block.rest).max().unwrap_or_default(),
		}
	}

	/// As a table in Markdown.
	pub fn table(&self) -> String {
		let mut table =
			"| what is due | contracts | blocks | bills in a full block | its queue, of a block | trie nodes a bill \
		                 | built: median, most | imported: median, most | by the clock | databases, most |\n\
		                 |---|---|---|---|---|---|---|---|---|---|\n"
				.to_owned();
		for summary in self.summaries() {
			let Summary { contracts, situation, blocks, bills, queue, trie, built, imported, rest } =
				summary;
			let overdue = format!("{} overdue", grouped(bills_in_all(contracts)));
			let name = if situation == Situation::Overdue { &overdue } else { situation.name() };
			writeln!(
				table,
				"| {name} | {} | {blocks} | {bills} | {} % | {} | {}, {} ms | {}, {} ms | {}, {} ms | {} ms |",
				grouped(contracts),
				percent(queue),
				trie.map_or_else(String::new, |nodes| (nodes / bills.max(1)).to_string()),
				millis(built.median),
				millis(built.most),
				millis(imported.median),
				millis(imported.most),
				millis(built.passed),
				millis(imported.passed),
				millis(rest),
			)
			.expect("a string takes it");
		}
		table
	}

	/// Fails if a single block was above the queue's share, by its weight or by the work that it took, or if the work
	/// grows with the number of contracts by more than the trie does.
	pub fn check(&self) -> Outcome<()> {
		for row in &self.rows {
			row.check()?;
		}
		let summaries = self.summaries();
		for situation in Situation::ALL {
			let these: Vec<_> = summaries.iter().filter(|one| one.situation == situation).collect();
			if let Some((least, others)) = these.split_first() {
				for other in others {
					other.check_growth(least)?;
				}
			}
		}
		Ok(())
	}

	/// Writes all that is kept of it into `docs`.
	pub fn write(&self) -> Outcome<()> {
		let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs");
		fs::write(docs.join("scale.csv"), self.csv())?;
		fs::create_dir_all(docs.join("images"))?;
		fs::write(docs.join("images/scale.svg"), plot::draw(&self.summaries()))?;
		let page = docs.join("performance.md");
		let text = fs::read_to_string(&page)?;
		let parts = text
			.split_once(MARKS[0])
			.and_then(|(before, rest)| rest.split_once(MARKS[1]).map(|(_, after)| (before, after)));
		let (before, after) = parts.ok_or("docs/performance.md has lost the marks of the table")?;
		let [from, to] = MARKS;
		fs::write(page, format!("{before}{from}{}{to}{after}", self.table()))?;
		Ok(())
	}

	/// Each block.
	fn csv(&self) -> String {
		let mut csv = "contracts,due,run,bills,queue_weight_us,built_core_us,built_clock_us,imported_core_us,imported_clock_us,databases_clock_us\n".to_owned();
		for Row { contracts, situation, run, block } in &self.rows {
			let situation = match situation {
				Situation::NoneDue => "none",
				Situation::Due => "1000",
				Situation::Overdue => "100000",
			};
			let Measured { bills, queue, built, imported, rest } = block;
			writeln!(
				csv,
				"{contracts},{situation},{run},{bills},{queue},{},{},{},{},{rest}",
				built.worked, built.passed, imported.worked, imported.passed,
			)
			.expect("a string takes it");
		}
		csv
	}
}

/// How many of so many contracts are overdue.
fn bills_in_all(contracts: u64) -> u64 {
	contracts.min(100_000)
}

/// Microseconds in milliseconds.
pub fn millis(micros: u64) -> String {
	format!("{}.{}", micros / 1_000, micros / 100 % 10)
}

fn percent(queue: u64) -> String {
	format!("{}.{:02}", queue * 100 / BLOCK, queue * 10_000 / BLOCK % 100)
}

/// With a comma between thousands.
pub fn grouped(number: u64) -> String {
	match number {
		0..=999 => number.to_string(),
		_ => format!("{},{:03}", grouped(number / 1_000), number % 1_000),
	}
}
