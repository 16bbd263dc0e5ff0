//! A model of Twins to Billing, written from the design and not from the code: naive, slow, and easy to read.
//!
//! It shares no code with the pallets nor with `gridchain-math`. It bills second by second, and all its numbers are
//! exact. What it doesn't know is only what the design leaves open: the sizes of deposits, which it is told, and in
//! which order contracts of one slot have their turn, which is that of the map's keys.

pub mod clock;
pub mod contracts;
pub mod farms;
pub mod market;
pub mod meters;
pub mod money;
pub mod nodes;
pub mod numbers;
pub mod params;
pub mod providers;
pub mod services;
pub mod settlement;
pub mod stakes;
pub mod tariff;
pub mod twins;
pub mod windows;

use clock::{Calendar, Clock};
use contracts::{Contract, EndReason};
use farms::Farm;
use market::Market;
use money::Money;
use nodes::Node;
use numbers::Amount;
use params::{Params, Prices};
use providers::Provider;
use services::Service;
use stakes::Stake;
use std::collections::BTreeMap;
use twins::{TwinId, Twins};

/// Why the model expects a call to fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused(pub &'static str);

/// How much is held for the storage of what.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sizes {
	pub twin: Amount,
	pub farm: Amount,
	pub authorisation: Amount,
	pub ip: Amount,
	pub workload: Amount,
	pub rent: Amount,
	pub name: Amount,
	pub service: Amount,
	pub provider: Amount,
}

/// All that the model knows.
#[derive(Clone, Debug)]
pub struct Model {
	pub clock: Clock,
	pub calendar: Calendar,
	pub params: Params,
	pub sizes: Sizes,
	pub money: Money,
	pub market: Market,
	pub twins: Twins,
	pub farms: BTreeMap<u32, Farm>,
	pub last_farm: u32,
	pub nodes: BTreeMap<u32, Node>,
	pub last_node: u32,
	pub contracts: BTreeMap<u64, Contract>,
	pub services: BTreeMap<u64, Service>,
	pub last_contract: u64,
	pub providers: BTreeMap<u32, Provider>,
	pub last_provider: u32,
	pub stakes: BTreeMap<TwinId, Stake>,
	/// The first slot of the due queue that was not drained.
	pub next_slot: u64,
	/// What has ended in this block, and why.
	pub ended: Vec<(u64, EndReason)>,
}

impl Model {
	pub fn new(money: Money, market: Market, sizes: Sizes) -> Self {
		Self {
			clock: Clock::default(),
			calendar: Calendar::default(),
			params: Params::of_development(),
			sizes,
			money,
			market,
			twins: Twins::default(),
			farms: BTreeMap::new(),
			last_farm: 0,
			nodes: BTreeMap::new(),
			last_node: 0,
			contracts: BTreeMap::new(),
			services: BTreeMap::new(),
			last_contract: 0,
			providers: BTreeMap::new(),
			last_provider: 0,
			stakes: BTreeMap::new(),
			next_slot: 0,
			ended: Vec::new(),
		}
	}

	/// A block begins at `now`: the chain's own work comes before all calls.
	pub fn begin_block(&mut self, now: clock::Time) {
		let passed = if self.clock.height == 0 { 0 } else { now - self.clock.now };
		self.clock.tick(now, self.params.halt);
		self.ended.clear();
		// Names are billed by the chain's own time.
		for name in self.contracts.values_mut().filter(|contract| contract.kind.node().is_none()) {
			(0..passed).for_each(|_| name.meter.second());
		}
		if self.clock.rotates {
			return;
		}
		self.hand_farms_over();
		self.calendar.roll(&self.clock, self.params.period_length);
		self.end_what_nodes_end();
		self.forget_departed();
		self.market.date(now);
		if std::mem::take(&mut self.clock.flush_waits) {
			self.money.flush();
		}
		self.drain();
		self.settle();
	}

	/// Does all of something, or nothing if it is refused.
	pub fn attempt(
		&mut self,
		act: impl FnOnce(&mut Self) -> Result<(), Refused>,
	) -> Result<(), Refused> {
		let before = self.clone();
		let result = act(self);
		if result.is_err() {
			*self = before;
		}
		result
	}

	pub fn set_params(&mut self, params: Params) {
		self.params = params;
		self.market.hold_within_band(&params);
	}

	pub fn add_policy(&mut self, prices: Prices) {
		self.market.policies.push(prices);
	}
}

/// Contracts in the order in which a map of the chain has them: by the hash of their number.
pub fn in_order_of_the_map(mut contracts: Vec<u64>) -> Vec<u64> {
	contracts.sort_by_key(|contract| sp_io::hashing::twox_64(&contract.to_le_bytes()));
	contracts
}
