//! A naive model of billing, written from the rules and not from the code: one plain struct, fractions of
//! whole numbers, and a search where the pallet divides. It predicts every balance.

use crate::mock::{DEPOSIT, WEALTH};
use frame_support::{StorageHasher, Twox64Concat};
use std::collections::BTreeMap;

pub const WINDOW: u64 = 3_600;
pub const SLACK: u64 = 600;
pub const DELIVERY: u64 = 900;
pub const MINIMUM: u64 = 600;
pub const GRACE_LIMIT: u64 = 3 * 3_600;
pub const NODE_GONE: u64 = 6 * 3_600;
/// After so long without a report a node of the model is not live.
pub const SILENCE: u64 = 3_600;
const UNIT: u128 = 6_144_000;
/// Rates are kept in so many parts of a nano-dollar for each part of a unit, and rounded down to them.
const PARTS: u128 = 73_000_000;
/// A nano-dollar, in what a second at a rate of one costs.
const SECOND: u128 = UNIT * PARTS * 3_600;
const GIGABYTE: u128 = 1_000_000_000;

/// Cloud units in 1/6,144,000, and bytes a window.
#[derive(Clone, Copy, Debug)]
pub struct Size {
	pub cu: u128,
	pub su: u128,
	pub limit: u64,
}

/// Nano-dollars of a CU and an SU an hour and of a gigabyte, and 10^-18 dollars for one TFT.
#[derive(Clone, Copy, Debug)]
pub struct Prices {
	pub cu: u128,
	pub su: u128,
	pub nu: u128,
	pub tft: u128,
}

#[derive(Clone, Copy, Debug)]
pub struct Node {
	pub attested: u64,
	pub last_report: u64,
	pub live: bool,
	pub up: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
	Pending,
	Open,
	Suspended,
}

#[derive(Clone, Copy, Debug)]
pub struct Contract {
	pub payer: u64,
	pub node: u32,
	pub size: Size,
	pub prices: Prices,
	pub stage: Stage,
	pub due: u64,
	pub slot: u64,
	pub held: u128,
	pub bytes: u64,
	bytes_noted: u64,
	bytes_in_window: u64,
	started: u64,
	pub billed: u64,
	noted: u64,
	/// Seconds at an earlier rate, which are billed first.
	put_by: (u64, u128),
	grace_until: u64,
}

pub struct Model {
	pub now: u64,
	pub prices: Prices,
	/// When the market was heard last.
	pub heard: u64,
	pub nodes: BTreeMap<u32, Node>,
	pub contracts: BTreeMap<u64, Contract>,
	pub free: BTreeMap<u64, u128>,
	pub burn: u128,
	pub treasury: u128,
	pub validators: u128,
	pub revenue: BTreeMap<u32, u128>,
}

/// What an hour of a size costs.
fn rate(size: Size, prices: Prices) -> u128 {
	(size.cu * prices.cu + size.su * prices.su) * PARTS
}

/// What seconds at rates and bytes cost, in 10^-7 TFT, rounded up.
fn tft(spans: &[(u64, u128)], prices: Prices, bytes: u64) -> u128 {
	let time: u128 = spans.iter().map(|(seconds, rate)| u128::from(*seconds) * rate).sum();
	let traffic = u128::from(bytes) * prices.nu * (SECOND / GIGABYTE);
	// Nano-dollars over 10^-18 dollars, times 10^7: times 10^16, of which 10^11 are in a second.
	((time + traffic) * 100_000).div_ceil(SECOND / 100_000_000_000 * prices.tft)
}

/// The most of `seconds` that `budget` pays beside `bytes`, by trying.
fn affordable(rate: u128, prices: Prices, seconds: u64, bytes: u64, budget: u128) -> u64 {
	let (mut good, mut bad) = (0, seconds + 1);
	while bad - good > 1 {
		let middle = good + (bad - good) / 2;
		if tft(&[(middle, rate)], prices, bytes) <= budget {
			good = middle;
		} else {
			bad = middle;
		}
	}
	good
}

/// The rate of both spans together.
fn mean(first: (u64, u128), second: (u64, u128)) -> u128 {
	match u128::from(first.0 + second.0) {
		0 => second.1,
		all => (u128::from(first.0) * first.1 + u128::from(second.0) * second.1) / all,
	}
}

impl Contract {
	fn rate(&self) -> u128 {
		rate(self.size, self.prices)
	}

	fn idle_rate(&self) -> u128 {
		rate(storage(self.size), self.prices)
	}

	/// The rate of the next `seconds`: first what was put by.
	fn rate_of(&self, seconds: u64, rate: u128) -> u128 {
		let first = seconds.min(self.put_by.0);
		mean((first, self.put_by.1), (seconds - first, rate))
	}

	/// `paid` of the `delivered` seconds, which were at `rate`, are billed.
	fn paid(&mut self, paid: u64, delivered: u64, rate: u128) {
		self.billed += paid;
		self.noted += paid;
		if delivered <= self.put_by.0 {
			self.put_by.0 -= paid;
		} else {
			self.put_by = (delivered - paid, rate);
		}
		self.bytes_noted = self.bytes;
	}
}

/// What goes on while suspended.
fn storage(size: Size) -> Size {
	Size { cu: 0, ..size }
}

/// What the next report of a node will tell of the time until now.
fn unreported(node: Node, now: u64) -> u64 {
	let silent = now - node.last_report;
	if node.live {
		silent
	} else {
		silent.min(SLACK)
	}
}

impl Model {
	pub fn new(now: u64, prices: Prices, twins: &[u64], nodes: &[u32]) -> Self {
		let node = Node { attested: 0, last_report: now, live: true, up: true };
		Self {
			now,
			prices,
			heard: now,
			nodes: nodes.iter().map(|id| (*id, node)).collect(),
			contracts: BTreeMap::new(),
			free: twins.iter().map(|twin| (*twin, WEALTH)).collect(),
			burn: 0,
			treasury: 0,
			validators: 0,
			revenue: BTreeMap::new(),
		}
	}

	pub fn pass(&mut self, seconds: u64) {
		self.now += seconds;
		for node in self.nodes.values_mut() {
			if node.up {
				node.attested += self.now - node.last_report;
				node.last_report = self.now;
			}
			node.live = self.now - node.last_report <= SILENCE;
		}
	}

	/// The market has moved as far as that, in days without number.
	pub fn jump(&mut self, tft: u128) {
		self.prices.tft = tft;
		self.heard = self.now;
	}

	/// The market says that: the price moves by a tenth in an hour at most.
	pub fn market(&mut self, tft: u128) {
		let span = u128::from((self.now - self.heard).min(3_600));
		let last = self.prices.tft;
		let lowest = (last * (36_000 - span)).div_ceil(36_000);
		let highest = last * 39_600 / (39_600 - span);
		self.jump(tft.clamp(lowest, highest));
	}

	pub fn switch(&mut self, node: u32) {
		let now = self.now;
		let node = self.nodes.get_mut(&node).unwrap();
		if !node.up {
			*node = Node { last_report: now, live: true, ..*node };
		}
		node.up = !node.up;
	}

	pub fn held(&self, twin: u64) -> u128 {
		self.contracts.values().filter(|each| each.payer == twin).map(|each| each.held).sum()
	}

	pub fn open(&mut self, id: u64, payer: u64, node: u32, size: Size) -> bool {
		let prices = self.prices;
		let held = tft(&[(WINDOW + SLACK, rate(size, prices))], prices, size.limit);
		if !self.take(payer, held) {
			return false;
		}
		let due = self.now + DELIVERY;
		let contract = Contract {
			payer,
			node,
			size,
			prices,
			stage: Stage::Pending,
			due,
			slot: due.div_ceil(60),
			held,
			bytes: 0,
			bytes_noted: 0,
			bytes_in_window: 0,
			started: 0,
			billed: 0,
			noted: 0,
			put_by: (0, 0),
			grace_until: 0,
		};
		self.contracts.insert(id, contract).is_none()
	}

	pub fn start(&mut self, id: u64) -> bool {
		let Some(mut c) = self.contracts.get(&id).copied() else { return false };
		if c.stage != Stage::Pending {
			return false;
		}
		c.stage = Stage::Open;
		c.started = self.now;
		self.note(&mut c);
		self.put(id, c, self.now + WINDOW, 0);
		true
	}

	pub fn amend(&mut self, id: u64, size: Size) -> bool {
		let Some(mut c) = self.contracts.get(&id).copied() else { return false };
		let left = match c.stage {
			Stage::Suspended => return false,
			Stage::Pending => WINDOW,
			Stage::Open => c.due.saturating_sub(self.now),
		};
		let (seconds, bytes) = match c.stage {
			Stage::Open => (self.delivered(&c), self.bytes_due(&c)),
			_ => (0, 0),
		};
		let old = c.rate();
		let past_rate = c.rate_of(seconds, old);
		let past = tft(&[(seconds, past_rate)], c.prices, bytes);
		let remaining = size.limit.saturating_sub(c.bytes_in_window + bytes);
		if c.stage == Stage::Open {
			c.paid(seconds, seconds, past_rate);
			self.leave(&mut c, old);
		}
		let next = tft(&[c.put_by, (left + SLACK, rate(size, c.prices))], c.prices, remaining);
		let free = self.free[&c.payer];
		// The bill itself must find its money before the new reserve gives any back.
		let beyond = past.saturating_sub(c.held);
		let needed = (past + next).saturating_sub(c.held).max(beyond);
		if needed > 0 && needed > free.saturating_sub(DEPOSIT) {
			return false;
		}
		self.free.insert(c.payer, free + c.held - past - next);
		c.held = next;
		self.share(c.node, past);
		c.bytes_in_window += bytes;
		c.size = size;
		self.contracts.insert(id, c);
		true
	}

	pub fn close(&mut self, id: u64) -> bool {
		let Some(c) = self.contracts.remove(&id) else { return false };
		self.end(c);
		true
	}

	pub fn resume(&mut self, id: u64) -> bool {
		let Some(c) = self.contracts.get(&id).copied() else { return false };
		c.stage == Stage::Suspended && self.reopen(id, c, 0)
	}

	/// What the chain does when the clock shows `now`.
	pub fn poll(&mut self) {
		loop {
			let order = |id: u64, slot: u64| (slot, Twox64Concat::hash(&id.to_le_bytes()));
			let due = self.contracts.iter().filter(|(_, c)| c.slot * 60 <= self.now);
			let first = due.map(|(id, c)| (order(*id, c.slot), *id)).min();
			let Some((_, id)) = first else { break };
			self.settle(id);
		}
	}

	fn settle(&mut self, id: u64) {
		let c = self.contracts[&id];
		let node = self.nodes[&c.node];
		let gone = !node.live && self.now - node.last_report >= NODE_GONE;
		if c.stage == Stage::Pending || gone {
			self.close(id);
		} else if c.stage == Stage::Open {
			self.renew(id, c);
		} else if !self.reopen(id, c, c.slot + 1) {
			if self.now >= c.grace_until {
				self.close(id);
			} else {
				self.put(id, c, self.next(c.due).min(c.grace_until), c.slot + 1);
			}
		}
	}

	fn renew(&mut self, id: u64, mut c: Contract) {
		let (delivered, bytes) = (self.delivered(&c), self.bytes_due(&c));
		let rate_then = c.rate_of(delivered, c.rate());
		let paid = affordable(rate_then, c.prices, delivered, bytes, c.held);
		let charge = tft(&[(paid, rate_then)], c.prices, bytes);
		self.share(c.node, charge);
		*self.free.get_mut(&c.payer).unwrap() += c.held - charge;
		c.held = 0;
		c.paid(paid, delivered, rate_then);
		c.bytes_in_window = 0;
		let full = (WINDOW + SLACK, rate(c.size, self.prices));
		let reserve = tft(&[c.put_by, full], self.prices, c.size.limit);
		let due = self.next(c.due);
		if self.take(c.payer, reserve) {
			c.prices = self.prices;
			c.held = reserve;
			self.put(id, c, due, c.slot + 1);
		} else {
			c.stage = Stage::Suspended;
			c.grace_until = self.now + c.billed.min(GRACE_LIMIT);
			let full = c.rate();
			self.leave(&mut c, full);
			self.put(id, c, due.min(c.grace_until), c.slot + 1);
		}
	}

	fn reopen(&mut self, id: u64, mut c: Contract, earliest: u64) -> bool {
		let (owed, idle) = (self.delivered(&c), c.idle_rate());
		let rate_then = c.rate_of(owed, idle);
		let arrears = tft(&[(owed, rate_then)], c.prices, 0);
		c.paid(owed, owed, rate_then);
		self.leave(&mut c, idle);
		let full = (WINDOW + SLACK, rate(c.size, self.prices));
		let reserve = tft(&[c.put_by, full], self.prices, c.size.limit);
		if !self.take(c.payer, arrears + reserve) {
			return false;
		}
		self.share(c.node, arrears);
		c.stage = Stage::Open;
		c.held = reserve;
		c.prices = self.prices;
		c.bytes_in_window = 0;
		self.put(id, c, self.now + WINDOW, earliest);
		true
	}

	/// The first time after now that is whole windows after `due`.
	fn next(&self, mut due: u64) -> u64 {
		due += WINDOW;
		while due <= self.now {
			due += WINDOW;
		}
		due
	}

	/// Charges what a contract, which is forgotten already, still owes, and gives the rest back.
	fn end(&mut self, c: Contract) {
		let least = if self.nodes[&c.node].live { MINIMUM } else { 0 };
		let delivered = if c.stage == Stage::Pending { 0 } else { self.delivered(&c) };
		let missing = least.saturating_sub(c.billed + delivered);
		let (seconds, full) = (delivered + missing, c.rate());
		let left = match c.stage {
			Stage::Pending => c.held,
			Stage::Open => {
				let rate_then = c.rate_of(seconds, full);
				self.charge(&c, rate_then, seconds, self.bytes_due(&c))
			},
			Stage::Suspended => {
				let idle = c.rate_of(delivered, c.idle_rate());
				self.charge(&c, mean((delivered, idle), (missing, full)), seconds, 0)
			},
		};
		*self.free.get_mut(&c.payer).unwrap() += left;
	}

	/// Charges as many of `seconds` as the money reaches for. Returns what is left of what was held.
	fn charge(&mut self, c: &Contract, rate: u128, seconds: u64, bytes: u64) -> u128 {
		let free = self.free.get_mut(&c.payer).unwrap();
		let budget = c.held + free.saturating_sub(DEPOSIT);
		let paid = affordable(rate, c.prices, seconds, bytes, budget);
		let charge = tft(&[(paid, rate)], c.prices, bytes);
		*free -= charge.saturating_sub(c.held);
		self.share(c.node, charge);
		c.held.saturating_sub(charge)
	}

	/// What the node has yet to report of the time until now is billed at `rate`.
	fn leave(&self, c: &mut Contract, rate: u128) {
		let node = self.nodes[&c.node];
		let total = node.attested + unreported(node, self.now);
		let seconds = total.saturating_sub(c.noted).min(self.now - c.started - c.billed);
		c.put_by = (seconds, c.rate_of(seconds, rate));
	}

	fn delivered(&self, c: &Contract) -> u64 {
		let growth = self.nodes[&c.node].attested.saturating_sub(c.noted);
		growth.min(self.now - c.started - c.billed)
	}

	fn bytes_due(&self, c: &Contract) -> u64 {
		(c.bytes - c.bytes_noted).min(c.size.limit.saturating_sub(c.bytes_in_window))
	}

	fn note(&self, c: &mut Contract) {
		let node = self.nodes[&c.node];
		c.noted = node.attested + unreported(node, self.now);
		c.bytes_noted = c.bytes;
	}

	fn put(&mut self, id: u64, mut c: Contract, due: u64, earliest: u64) {
		c.due = due;
		c.slot = due.div_ceil(60).max(earliest);
		self.contracts.insert(id, c);
	}

	fn take(&mut self, payer: u64, amount: u128) -> bool {
		let free = self.free.get_mut(&payer).unwrap();
		let can = amount == 0 || amount <= free.saturating_sub(DEPOSIT);
		if can {
			*free -= amount;
		}
		can
	}

	fn share(&mut self, node: u32, charge: u128) {
		let (treasury, validators, farm) = (charge / 10, charge / 20, charge / 2);
		self.treasury += treasury;
		self.validators += validators;
		*self.revenue.entry(node).or_default() += farm;
		self.burn += charge - treasury - validators - farm;
	}
}
