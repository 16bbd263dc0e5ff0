//! Billing by windows: how one opens, is billed, and what follows it.

use super::{
	clock::Time,
	contracts::{Contract, EndReason, Kind, Phase},
	farms::Ip,
	meters::{Hourly, Meter},
	money::{ensure, Reason},
	numbers::{cost_of, cost_of_traffic, tft_down, tft_up, Amount, Cost},
	tariff::{running, Factors},
	twins::TwinId,
	Model, Refused,
};
use sp_core::U256;

/// Seconds of a slot of the due queue.
const SLOT: u64 = 6;

/// What one bill covers.
struct Stretch {
	seconds: u64,
	bytes: u64,
	hourly: Hourly,
}

impl Stretch {
	fn cost(&self, factors: &Factors) -> Cost {
		cost_of(self.hourly.rate, self.seconds) + traffic_cost(self.bytes, factors)
	}

	fn charge(&self, factors: &Factors) -> Amount {
		tft_up(self.cost(factors), factors.price)
	}

	/// As many of its seconds as `budget` pays, with all of its bytes; and how many that leaves.
	fn within(self, factors: &Factors, budget: Amount) -> (Self, u64) {
		let mut cost = traffic_cost(self.bytes, factors);
		let mut paid = 0;
		while paid < self.seconds {
			cost += U256::from(self.hourly.rate);
			if tft_up(cost, factors.price) > budget {
				break;
			}
			paid += 1;
		}
		let owed = self.seconds - paid;
		(Self { seconds: paid, ..self }, owed)
	}
}

fn traffic_cost(bytes: u64, factors: &Factors) -> Cost {
	cost_of_traffic(bytes, factors.prices.nu, 100 - factors.network_discount)
}

/// The most that `span` seconds, what was put by, and `bytes` can cost.
fn reserve(hourly: Hourly, factors: &Factors, meter: &Meter, span: u64, bytes: u64) -> Amount {
	let (seconds, before) = meter.put_by;
	let cost = cost_of(hourly.rate, span) + cost_of(before.rate, seconds);
	tft_up(cost + traffic_cost(bytes, factors), factors.price)
}

/// Whole lengths after `due`, and after now.
fn next_due(due: Time, length: u64, now: Time) -> Time {
	let mut next = due + length;
	while next <= now {
		next += length;
	}
	next
}

impl Contract {
	/// All that an open window has delivered and not been billed for.
	fn unbilled(&self, now: Time) -> Stretch {
		let seconds = self.meter.to_bill(now);
		let left = self.kind.traffic_limit().saturating_sub(self.meter.billed_bytes);
		let bytes = self.meter.bytes.min(left);
		Stretch { seconds, bytes, hourly: self.meter.rate_of(seconds, self.running()) }
	}

	/// What a suspended contract owes.
	fn arrears(&self, now: Time) -> Stretch {
		let seconds = self.meter.to_bill(now);
		Stretch { seconds, bytes: 0, hourly: self.meter.rate_of(seconds, self.idle()) }
	}
}

impl Model {
	fn pending_of(&self, contract: &Contract) -> u64 {
		let now = self.clock.now;
		let node = contract.kind.node().map(|node| &self.nodes[&node]);
		// The chain's own time is never unreported.
		node.map_or(0, |node| node.pending(now, self.clock.height, &self.params))
	}

	/// The first window of a new contract. It waits for [`Model::start`].
	pub fn open(
		&mut self,
		id: u64,
		owner: TwinId,
		kind: Kind,
		provider: Option<u32>,
		ips: Vec<Ip>,
	) -> Result<(), Refused> {
		let factors = self.factors_now(id, owner, &kind, provider, ips.len());
		let due = self.clock.now + self.params.delivery;
		let hourly = running(&kind, ips.len(), &factors);
		let span = self.params.window + self.params.slack;
		let meter = Meter::default();
		let reserve = reserve(hourly, &factors, &meter, span, kind.traffic_limit());
		let account = self.twins.account(owner);
		self.money.hold(&account, Reason::Window, reserve)?;
		let phase = Phase::Pending { reserve, stood_still: self.clock.stood_still };
		let slot = self.slot_of(due);
		let contract =
			Contract { id, owner, kind, provider, ips, phase, factors, meter, due, slot };
		self.contracts.insert(id, contract);
		Ok(())
	}

	/// Billing starts now.
	pub fn start(&mut self, id: u64) {
		let now = self.clock.now;
		let pending = self.pending_of(&self.contracts[&id]);
		let due = now + self.params.window;
		let slot = self.slot_of(due);
		let contract = self.contracts.get_mut(&id).unwrap();
		contract.meter.start(now, pending);
		contract.phase = Phase::Open { reserve: contract.phase.reserve() };
		(contract.due, contract.slot) = (due, slot);
	}

	/// Bills what has passed, and goes on with other terms in the same window.
	pub fn amend(&mut self, id: u64, kind: Kind, ips: Vec<Ip>) -> Result<(), Refused> {
		let now = self.clock.now;
		let mut contract = self.contracts[&id].clone();
		let account = self.twins.account(contract.owner);
		let hourly = running(&kind, ips.len(), &contract.factors);
		let slack = self.params.slack;
		let have = contract.phase.reserve();
		let (span, bytes) = if let Phase::Open { .. } = contract.phase {
			let stretch = contract.unbilled(now);
			let mut left = have;
			if stretch.seconds > 0 || stretch.bytes > 0 {
				// What the reserve can't pay is paid beside it: who changes a contract owes nothing.
				let needed = stretch.charge(&contract.factors).max(have);
				self.money.adjust(&account, Reason::Window, have, needed)?;
				left = self.bill(&contract, &stretch, needed)?;
				contract.meter.billed_bytes += stretch.bytes;
				contract.meter.bill(stretch.seconds, 0, stretch.hourly, now);
			}
			contract.phase = Phase::Open { reserve: left };
			contract.meter.bytes = 0;
			contract.meter.change_rate(contract.running(), now, self.pending_of(&contract));
			let bytes = kind.traffic_limit().saturating_sub(contract.meter.billed_bytes);
			(contract.due.saturating_sub(now) + slack, bytes)
		} else {
			(self.params.window + slack, kind.traffic_limit())
		};
		let want = reserve(hourly, &contract.factors, &contract.meter, span, bytes);
		let have = contract.phase.reserve();
		self.money.adjust(&account, Reason::Window, have, want)?;
		contract.phase = match contract.phase {
			Phase::Pending { stood_still, .. } => Phase::Pending { reserve: want, stood_still },
			_ => Phase::Open { reserve: want },
		};
		(contract.kind, contract.ips) = (kind, ips);
		self.contracts.insert(id, contract);
		Ok(())
	}

	/// The slot of a due time: the first that begins no earlier; one that was drained is past.
	fn slot_of(&self, due: Time) -> u64 {
		due.div_ceil(SLOT).max(self.next_slot)
	}

	/// Charges and splits one bill. Returns what is left of the reserve.
	fn bill(
		&mut self,
		contract: &Contract,
		stretch: &Stretch,
		reserve: Amount,
	) -> Result<Amount, Refused> {
		let factors = &contract.factors;
		let charged = stretch.charge(factors);
		let account = self.twins.account(contract.owner);
		let left = self.money.pay_bill(&account, charged, reserve)?;
		let fee = tft_down(cost_of(stretch.hourly.extra_fee, stretch.seconds), factors.price);
		let fee = fee.min(charged);
		let shares = self.params.shares;
		let part = |hundredths: u32, of: u32| {
			(charged - fee) * u128::from(hundredths) * u128::from(of) / 10_000
		};
		let mut treasury = part(shares.treasury, 100);
		let validators = part(shares.validators, 100);
		let mut provider = part(shares.farm, factors.provider_share);
		let mut farm = part(shares.farm, 100 - factors.provider_share) + fee;
		let burned = charged - treasury - validators - provider - farm;
		// Who has gone since the window opened gets nothing.
		let payee = contract.provider.filter(|provider| self.providers.contains_key(provider));
		if payee.is_none() {
			farm += std::mem::take(&mut provider);
		}
		let node = contract.kind.node();
		if node.is_none() {
			treasury += std::mem::take(&mut farm);
		}
		let booked = &mut self.money.booked;
		booked.burn += burned;
		booked.treasury += treasury;
		booked.validators += validators;
		if provider > 0 {
			*booked.providers.entry(payee.unwrap()).or_default() += provider;
		}
		if farm > 0 {
			*booked.nodes.entry(node.unwrap()).or_default() += farm;
		}
		Ok(left)
	}

	/// All contracts whose slot has begun have their turn, slot by slot.
	pub fn drain(&mut self) {
		let last = self.clock.now / SLOT;
		let first = if self.next_slot == 0 { last } else { self.next_slot };
		for slot in first..=last {
			self.next_slot = slot + 1;
			let due = self.contracts.values().filter(|contract| contract.slot == slot);
			for id in super::in_order_of_the_map(due.map(|contract| contract.id).collect()) {
				if self.contracts.get(&id).is_some_and(|contract| contract.slot == slot) {
					self.act_on(id);
				}
			}
		}
	}

	fn act_on(&mut self, id: u64) {
		let now = self.clock.now;
		if let Some(reason) = self.fate_of(&self.contracts[&id]) {
			return self.end_contract(id, reason);
		}
		match self.contracts[&id].phase {
			Phase::Pending { stood_still, .. } => {
				let deadline = self.contracts[&id].due + self.clock.stood_still - stood_still;
				if deadline <= now {
					return self.end_contract(id, EndReason::NotDelivered);
				}
				let (reserve, stood_still) =
					(self.contracts[&id].phase.reserve(), self.clock.stood_still);
				self.put_off(id, deadline, Phase::Pending { reserve, stood_still });
			},
			Phase::Open { .. } => self.renew(id),
			Phase::Suspended { since, mut grace_until, stood_still } => {
				grace_until += self.clock.stood_still - stood_still;
				let stood_still = self.clock.stood_still;
				let phase = Phase::Suspended { since, grace_until, stood_still };
				self.contracts.get_mut(&id).unwrap().phase = phase;
				let paid = self.attempt(|model| model.reopen(id)).is_ok();
				if !paid && now >= grace_until {
					self.end_contract(id, EndReason::OutOfFunds);
				} else if !paid {
					let due = next_due(self.contracts[&id].due, self.params.window, now);
					self.put_off(id, due.min(grace_until), phase);
				}
			},
		}
	}

	fn put_off(&mut self, id: u64, due: Time, phase: Phase) {
		let slot = self.slot_of(due);
		let contract = self.contracts.get_mut(&id).unwrap();
		(contract.due, contract.slot, contract.phase) = (due, slot, phase);
	}

	/// Why a contract that is due ends whatever money there is.
	fn fate_of(&self, contract: &Contract) -> Option<EndReason> {
		let node = &self.nodes[&contract.kind.node()?];
		let is_rent = contract.kind.is_rent();
		let now = self.clock.now;
		let live = node.is_live(self.clock.height, &self.params);
		if node.is_retired(now) {
			Some(EndReason::NodeRetired)
		} else if node.rent_ended.is_some() && !is_rent {
			Some(EndReason::RentEnded)
		} else if matches!(contract.phase, Phase::Pending { .. }) {
			None
		} else if !live && now - node.last_report >= self.params.node_gone {
			Some(EndReason::NodeGone)
		} else {
			None
		}
	}

	/// What a rent is charged by falls with its node.
	fn lowered(&self, kind: &Kind) -> Kind {
		let Kind::Rent { node, units: (compute, storage), certified, extra_fee } = kind else {
			return kind.clone();
		};
		let now = &self.nodes[node];
		let (compute_now, storage_now) = now.hardware.units();
		Kind::Rent {
			node: *node,
			units: ((*compute).min(compute_now), (*storage).min(storage_now)),
			certified: *certified && now.certified.is_some(),
			extra_fee: *extra_fee,
		}
	}

	/// Charge, release, open: or suspend.
	fn renew(&mut self, id: u64) {
		let now = self.clock.now;
		let mut contract = self.contracts[&id].clone();
		let account = self.twins.account(contract.owner);
		let have = contract.phase.reserve();
		let (stretch, owed) = contract.unbilled(now).within(&contract.factors, have);
		let left = self.bill(&contract, &stretch, have).expect("the reserve covers it");
		contract.meter.bill(stretch.seconds, owed, stretch.hourly, now);
		contract.meter.billed_bytes = 0;
		let kind = self.lowered(&contract.kind);
		let ips = contract.ips.len();
		let factors = self.factors_now(id, contract.owner, &kind, contract.provider, ips);
		let hourly = running(&kind, ips, &factors);
		let span = self.params.window + self.params.slack;
		let want = reserve(hourly, &factors, &contract.meter, span, kind.traffic_limit());
		let next = next_due(contract.due, self.params.window, now);
		if self.money.adjust(&account, Reason::Window, left, want).is_ok() {
			(contract.kind, contract.factors) = (kind, factors);
			contract.phase = Phase::Open { reserve: want };
			contract.due = next;
		} else {
			self.money.release(&account, Reason::Window, left);
			let grace_until = now + contract.meter.billed.min(self.params.grace_limit);
			contract.meter.change_rate(contract.running(), now, self.pending_of(&contract));
			let stood_still = self.clock.stood_still;
			contract.phase = Phase::Suspended { since: now, grace_until, stood_still };
			contract.due = next.min(grace_until);
		}
		contract.slot = self.slot_of(contract.due);
		self.contracts.insert(id, contract);
	}

	/// Pays the arrears and opens a window, both or neither.
	pub fn reopen(&mut self, id: u64) -> Result<(), Refused> {
		let now = self.clock.now;
		let mut contract = self.contracts[&id].clone();
		let account = self.twins.account(contract.owner);
		let owed = contract.arrears(now);
		let arrears = owed.charge(&contract.factors);
		let before = contract.clone();
		contract.meter.bill(owed.seconds, 0, owed.hourly, now);
		contract.meter.billed_bytes = 0;
		contract.meter.change_rate(contract.idle(), now, self.pending_of(&contract));
		contract.kind = self.lowered(&contract.kind);
		let ips = contract.ips.len();
		contract.factors =
			self.factors_now(id, contract.owner, &contract.kind, contract.provider, ips);
		let span = self.params.window + self.params.slack;
		let bytes = contract.kind.traffic_limit();
		let want = reserve(contract.running(), &contract.factors, &contract.meter, span, bytes);
		ensure(want + arrears <= self.money.spendable(&account), "the money is short")?;
		self.money.hold(&account, Reason::Window, want + arrears)?;
		if owed.seconds > 0 {
			self.bill(&before, &owed, want + arrears)?;
		}
		contract.phase = Phase::Open { reserve: want };
		contract.due = now + self.params.window;
		contract.slot = self.slot_of(contract.due);
		self.contracts.insert(id, contract);
		Ok(())
	}

	/// Bills the rest as far as the money reaches: the reserve first, then what is free. A contract is billed for half
	/// a minute in all at least, unless its node is silent.
	pub fn last_bill(&mut self, id: u64) {
		let now = self.clock.now;
		let contract = self.contracts[&id].clone();
		let account = self.twins.account(contract.owner);
		let have = contract.phase.reserve();
		let node = contract.kind.node();
		let minimum =
			if node.is_none_or(|node| self.is_live(node)) { self.params.minimum_billed } else { 0 };
		let mut stretch = match contract.phase {
			Phase::Pending { .. } => {
				self.money.release(&account, Reason::Window, have);
				return;
			},
			Phase::Open { .. } => contract.unbilled(now),
			Phase::Suspended { .. } => contract.arrears(now),
		};
		let missing = minimum.saturating_sub(contract.meter.billed + stretch.seconds);
		let seconds = stretch.seconds + missing;
		stretch.hourly = if contract.phase.is_suspended() {
			stretch.hourly.mean(stretch.seconds, contract.running(), missing)
		} else {
			contract.meter.rate_of(seconds, contract.running())
		};
		stretch.seconds = seconds;
		let budget = have + self.money.spendable(&account);
		let (paid, _written_off) = stretch.within(&contract.factors, budget);
		let left = self.bill(&contract, &paid, have).expect("it is within the money");
		self.money.release(&account, Reason::Window, left);
	}
}
