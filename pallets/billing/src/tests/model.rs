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
const GIGABYTE: u128 = 1_000_000_000;

/// Cloud units in 1/6,144,000, and bytes a window.
#[derive(Clone, Copy, Debug)]
pub struct Size {
	pub cu: u128,
	pub su: u128,
	pub limit: u64,
}

/// Nano-dollars of a CU and an SU an hour and of a gigabyte, and millionths of a dollar for one TFT.
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
	owed: u64,
	grace_until: u64,
}

pub struct Model {
	pub now: u64,
	pub prices: Prices,
	pub nodes: BTreeMap<u32, Node>,
	pub contracts: BTreeMap<u64, Contract>,
	pub free: BTreeMap<u64, u128>,
	pub burn: u128,
	pub treasury: u128,
	pub validators: u128,
	pub revenue: BTreeMap<u32, u128>,
}

/// What seconds of a size and bytes cost, in 10^-7 TFT, rounded up.
fn tft(size: Size, prices: Prices, seconds: u64, bytes: u64) -> u128 {
	let hourly = size.cu * prices.cu + size.su * prices.su;
	let time = hourly * u128::from(seconds) * GIGABYTE;
	let traffic = u128::from(bytes) * prices.nu * UNIT * 3_600;
	// Nano-dollars over millionths of a dollar, times 10^7: times 10^4.
	((time + traffic) * 10_000).div_ceil(UNIT * 3_600 * GIGABYTE * prices.tft)
}

/// The most of `seconds` that `budget` pays beside `bytes`, by trying.
fn affordable(size: Size, prices: Prices, seconds: u64, bytes: u64, budget: u128) -> u64 {
	let (mut good, mut bad) = (0, seconds + 1);
	while bad - good > 1 {
		let middle = good + (bad - good) / 2;
		if tft(size, prices, middle, bytes) <= budget {
			good = middle;
		} else {
			bad = middle;
		}
	}
	good
}

/// What goes on while suspended.
fn storage(size: Size) -> Size {
	Size { cu: 0, ..size }
}

impl Model {
	pub fn new(now: u64, prices: Prices, twins: &[u64], nodes: &[u32]) -> Self {
		let node = Node { attested: 0, last_report: now, live: true, up: true };
		Self {
			now,
			prices,
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
		let held = tft(size, prices, WINDOW + SLACK, size.limit);
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
			owed: 0,
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
		let past = tft(c.size, c.prices, seconds, bytes);
		let remaining = size.limit.saturating_sub(c.bytes_in_window + bytes);
		let next = tft(size, c.prices, left + SLACK, remaining);
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
		c.billed += seconds;
		c.noted += seconds;
		c.bytes_in_window += bytes;
		c.bytes_noted = c.bytes;
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
				self.put(id, c, (c.due + WINDOW).min(c.grace_until), c.slot + 1);
			}
		}
	}

	fn renew(&mut self, id: u64, mut c: Contract) {
		let (delivered, bytes) = (self.delivered(&c), self.bytes_due(&c));
		let paid = affordable(c.size, c.prices, delivered, bytes, c.held);
		let charge = tft(c.size, c.prices, paid, bytes);
		self.share(c.node, charge);
		*self.free.get_mut(&c.payer).unwrap() += c.held - charge;
		c.held = 0;
		c.billed += paid;
		c.noted += paid;
		c.bytes_noted = c.bytes;
		c.bytes_in_window = 0;
		let owed = delivered - paid;
		let reserve = tft(c.size, self.prices, WINDOW + SLACK + owed, c.size.limit);
		let due = c.due + WINDOW;
		if self.take(c.payer, reserve) {
			c.prices = self.prices;
			c.held = reserve;
			self.put(id, c, due, c.slot + 1);
		} else {
			c.stage = Stage::Suspended;
			c.owed = owed;
			c.grace_until = self.now + c.billed.min(GRACE_LIMIT);
			self.put(id, c, due.min(c.grace_until), c.slot + 1);
		}
	}

	fn reopen(&mut self, id: u64, mut c: Contract, earliest: u64) -> bool {
		let stored = self.delivered(&c) - c.owed;
		let first = tft(c.size, c.prices, c.owed, 0);
		let second = tft(storage(c.size), c.prices, stored, 0);
		let reserve = tft(c.size, self.prices, WINDOW + SLACK, c.size.limit);
		if !self.take(c.payer, first + second + reserve) {
			return false;
		}
		self.share(c.node, first);
		self.share(c.node, second);
		c.billed += c.owed + stored;
		c.owed = 0;
		c.stage = Stage::Open;
		c.held = reserve;
		c.prices = self.prices;
		c.bytes_in_window = 0;
		self.note(&mut c);
		self.put(id, c, self.now + WINDOW, earliest);
		true
	}

	/// Charges what a contract, which is forgotten already, still owes, and gives the rest back.
	fn end(&mut self, c: Contract) {
		let least = if self.nodes[&c.node].live { MINIMUM } else { 0 };
		let delivered = if c.stage == Stage::Pending { 0 } else { self.delivered(&c) };
		let missing = least.saturating_sub(c.billed + delivered);
		let mut left = c.held;
		match c.stage {
			Stage::Pending => {},
			Stage::Open => {
				left = self.charge(&c, c.size, delivered + missing, self.bytes_due(&c), left);
			},
			Stage::Suspended => {
				left = self.charge(&c, c.size, c.owed + missing, 0, left);
				left = self.charge(&c, storage(c.size), delivered - c.owed, 0, left);
			},
		}
		*self.free.get_mut(&c.payer).unwrap() += left;
	}

	/// Charges as many of `seconds` as the money reaches for. Returns what is left of what was held.
	fn charge(&mut self, c: &Contract, size: Size, seconds: u64, bytes: u64, held: u128) -> u128 {
		let free = self.free.get_mut(&c.payer).unwrap();
		let budget = held + free.saturating_sub(DEPOSIT);
		let paid = affordable(size, c.prices, seconds, bytes, budget);
		let charge = tft(size, c.prices, paid, bytes);
		*free -= charge.saturating_sub(held);
		self.share(c.node, charge);
		held.saturating_sub(charge)
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
		let unreported = self.now - node.last_report;
		c.noted = node.attested + if node.live { unreported } else { unreported.min(SLACK) };
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
