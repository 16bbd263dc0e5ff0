//! Nodes: their meters, what they have and what is sold of it, and how they leave.

use super::{
	clock::Time,
	contracts::{EndReason, Kind},
	money::ensure,
	numbers::{cloud_units, Fraction},
	params::{Params, Usd},
	twins::TwinId,
	Model, Refused,
};
use gridchain_runtime::AccountId;

/// What a node has, or what is sold of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parts {
	pub cores: u32,
	/// MiB, like the disks.
	pub memory: u64,
	pub ssd: u64,
	pub hdd: u64,
	pub gpus: u16,
}

impl Parts {
	fn each(&self) -> [u64; 5] {
		[self.cores.into(), self.memory, self.ssd, self.hdd, self.gpus.into()]
	}

	/// Whether no part is greater than that of another.
	pub fn fits_in(&self, other: &Self) -> bool {
		self.each().iter().zip(other.each()).all(|(mine, theirs)| *mine <= theirs)
	}

	pub fn plus(&self, other: &Self) -> Self {
		Self {
			cores: self.cores + other.cores,
			memory: self.memory + other.memory,
			ssd: self.ssd + other.ssd,
			hdd: self.hdd + other.hdd,
			gpus: self.gpus + other.gpus,
		}
	}

	pub fn units(&self) -> (Fraction, Fraction) {
		cloud_units(self.cores, self.memory, self.ssd, self.hdd)
	}

	/// Whether no part differs by more than 1 % from that of `found`.
	fn is_near(&self, found: &Self) -> bool {
		let each = self.each().into_iter().zip(found.each());
		each.into_iter().all(|(has, found)| has.abs_diff(found) * 100 <= found)
	}

	/// What can be sold of it: cores four times over, memory less 1 GB.
	fn sellable(&self) -> Self {
		Self { cores: self.cores * 4, memory: self.memory.saturating_sub(1_024), ..*self }
	}
}

#[derive(Clone, Debug)]
pub struct Node {
	pub account: AccountId,
	pub twin: TwinId,
	pub farm: u32,
	pub registered_at: Time,
	reported: bool,
	pub last_report: Time,
	last_block: u32,
	last_uptime: u64,
	/// Seconds that were credited in all.
	pub attested: u64,
	pub hardware: Parts,
	updated_at: Time,
	/// What the certificate that stands was given for.
	pub certified: Option<Parts>,
	/// Nano-dollars a month.
	pub extra_fee: Usd,
	/// Whether nobody deploys before it is rented.
	pub dedicated: bool,
	maintenance: Option<Time>,
	/// When its contracts end since it retires.
	pub retires_at: Option<Time>,
	/// The period and the time in which it left.
	pub left: Option<(u32, Time)>,
	/// Whether nothing can be booked for it any more.
	pub is_forgotten: bool,
	/// When a rent ended under other contracts, which are to be ended as well.
	pub rent_ended: Option<Time>,
}

impl Node {
	pub fn has_left(&self) -> bool {
		self.left.is_some()
	}

	/// Whether it has reported within the last `live_blocks` blocks.
	pub fn is_live(&self, height: u32, params: &Params) -> bool {
		!self.has_left() && self.reported && height - self.last_block <= params.live_blocks
	}

	/// Whether its notice is over.
	pub fn is_retired(&self, now: Time) -> bool {
		self.retires_at.is_some_and(|at| at <= now)
	}

	/// What is still unreported of the time before `now`, as far as the next report will credit it.
	pub fn pending(&self, now: Time, height: u32, params: &Params) -> u64 {
		let silent = now - self.last_report;
		if self.is_live(height, params) {
			silent
		} else {
			silent.min(params.slack)
		}
	}

	/// How much of what it says a report is credited with.
	fn credited(&self, uptime: u64, now: Time, height: u32, params: &Params) -> u64 {
		let claimed = if uptime >= self.last_uptime {
			uptime - self.last_uptime
		} else if self.last_uptime - uptime <= params.clock_jitter {
			0
		} else {
			uptime
		};
		let credited = claimed.min(now - self.last_report);
		if height - self.last_block > params.live_blocks {
			credited.min(params.late_credit)
		} else {
			credited
		}
	}
}

impl Model {
	/// The node, if it hasn't left.
	pub fn node(&self, node: u32) -> Result<&Node, Refused> {
		let found = self.nodes.get(&node).filter(|node| !node.has_left());
		found.ok_or(Refused("there is no such node"))
	}

	fn node_mut(&mut self, node: u32) -> &mut Node {
		self.nodes.get_mut(&node).unwrap()
	}

	pub fn is_live(&self, node: u32) -> bool {
		self.nodes[&node].is_live(self.clock.height, &self.params)
	}

	pub fn register(&mut self, who: &AccountId, farm: u32, hardware: Parts) -> Result<(), Refused> {
		let mut nodes = self.nodes.values();
		let stands = nodes.any(|node| !node.has_left() && node.account == *who);
		ensure(!stands, "it is registered")?;
		let period = self.calendar.start;
		let mut nodes = self.nodes.values();
		let again = nodes
			.any(|node| node.account == *who && node.registered_at >= period && !node.is_forgotten);
		ensure(!again, "it registered in this period")?;
		let farm_of = self.farms.get(&farm).ok_or(Refused("there is no such farm"))?;
		ensure(farm_of.authorised.contains(who), "the farm waits for somebody else")?;
		let disks = hardware.ssd + hardware.hdd;
		let enough = hardware.cores >= 1 && hardware.memory >= 2_048 && disks >= 100 * 1_024;
		ensure(enough, "it is too small")?;
		let twin = self.twins.of(who).unwrap_or_else(|| self.twins.add(who, false));
		let node = Node {
			account: who.clone(),
			twin,
			farm,
			registered_at: self.clock.now,
			reported: false,
			last_report: self.clock.now,
			last_block: self.clock.height,
			last_uptime: 0,
			attested: 0,
			hardware,
			updated_at: self.clock.now,
			certified: None,
			extra_fee: 0,
			dedicated: false,
			maintenance: None,
			retires_at: None,
			left: None,
			is_forgotten: false,
			rent_ended: None,
		};
		self.last_node += 1;
		self.nodes.insert(self.last_node, node);
		Ok(())
	}

	/// Each second that is credited is one that each contract on the node can be billed for.
	pub fn report(
		&mut self,
		who: &AccountId,
		id: u32,
		uptime: u64,
		traffic: &[(u64, u64)],
	) -> Result<(), Refused> {
		let (now, height, params) = (self.clock.now, self.clock.height, self.params);
		let node = self.node(id)?;
		ensure(node.account == *who, "only the node's account")?;
		let early = node.reported && now < node.last_report + params.report_interval;
		ensure(!early, "too early")?;
		let credited = node.credited(uptime, now, height, &params);
		for contract in self.contracts.values_mut().filter(|found| found.kind.node() == Some(id)) {
			for _ in 0..credited {
				contract.meter.second();
			}
			let counters = traffic.iter().filter(|(of, _)| *of == contract.id);
			for (_, counter) in counters {
				contract.meter.count(*counter);
			}
		}
		let node = self.node_mut(id);
		node.attested += credited;
		node.reported = true;
		(node.last_report, node.last_block, node.last_uptime) = (now, height, uptime);
		Ok(())
	}

	pub fn update_node(&mut self, who: &AccountId, id: u32, has: Parts) -> Result<(), Refused> {
		let (now, interval) = (self.clock.now, self.params.report_interval);
		let node = self.node(id)?;
		ensure(node.account == *who, "only the node's account")?;
		ensure(now >= node.updated_at + interval, "too early")?;
		ensure(node.hardware != has, "nothing changes")?;
		let node = self.node_mut(id);
		(node.hardware, node.updated_at) = (has, now);
		node.certified = node.certified.filter(|found| has.is_near(found));
		Ok(())
	}

	pub fn certify(&mut self, id: u32, found: Option<Parts>) -> Result<(), Refused> {
		let node = self.node(id)?;
		if let Some(found) = found {
			ensure(node.hardware.is_near(&found), "the node has something else")?;
		}
		ensure(node.certified != found, "nothing changes")?;
		self.node_mut(id).certified = found;
		Ok(())
	}

	/// The node, if whoever acts owns its farm.
	fn farmers(&mut self, who: &AccountId, id: u32) -> Result<&mut Node, Refused> {
		let farm = self.node(id)?.farm;
		let owner = self.farms[&farm].owner;
		ensure(self.twins.of(who) == Some(owner), "only the farmer")?;
		Ok(self.node_mut(id))
	}

	pub fn set_maintenance(
		&mut self,
		who: &AccountId,
		id: u32,
		until: Option<Time>,
	) -> Result<(), Refused> {
		let (now, longest) = (self.clock.now, self.params.max_maintenance);
		let node = self.farmers(who, id)?;
		ensure(node.retires_at.is_none(), "it retires")?;
		let in_bounds = until.is_none_or(|until| until > now && until - now <= longest);
		ensure(in_bounds, "too long, or over already")?;
		ensure(node.maintenance.filter(|until| now < *until) != until, "nothing changes")?;
		node.maintenance = until;
		Ok(())
	}

	pub fn set_extra_fee(
		&mut self,
		who: &AccountId,
		id: u32,
		fee: Option<Usd>,
	) -> Result<(), Refused> {
		let most = self.params.max_extra_fee;
		let node = self.farmers(who, id)?;
		let fee = fee.unwrap_or(0);
		ensure(fee <= most, "too high")?;
		ensure(node.extra_fee != fee, "nothing changes")?;
		node.extra_fee = fee;
		Ok(())
	}

	pub fn set_tenancy(
		&mut self,
		who: &AccountId,
		id: u32,
		dedicated: bool,
	) -> Result<(), Refused> {
		let node = self.farmers(who, id)?;
		ensure(node.dedicated != dedicated, "nothing changes")?;
		node.dedicated = dedicated;
		Ok(())
	}

	pub fn retire(&mut self, who: &AccountId, id: u32) -> Result<(), Refused> {
		let at = self.clock.now + self.params.retirement_notice;
		self.farmers(who, id)?;
		if self.contracts_on(id).is_empty() {
			self.leave(id);
			return Ok(());
		}
		let node = self.node_mut(id);
		ensure(node.retires_at.is_none(), "it retires already")?;
		node.retires_at = Some(at);
		node.maintenance = None;
		Ok(())
	}

	pub fn cancel_retirement(&mut self, who: &AccountId, id: u32) -> Result<(), Refused> {
		let now = self.clock.now;
		let node = self.farmers(who, id)?;
		ensure(node.retires_at.is_some_and(|at| now < at), "it doesn't retire, or has")?;
		node.retires_at = None;
		Ok(())
	}

	fn leave(&mut self, id: u32) {
		let left = (self.calendar.period, self.clock.now);
		self.node_mut(id).left = Some(left);
	}

	/// All contracts of a node, rents among them, in the order in which the chain goes through them.
	pub fn contracts_on(&self, node: u32) -> Vec<u64> {
		let on = self.contracts.values().filter(|contract| contract.kind.node() == Some(node));
		super::in_order_of_the_map(on.map(|contract| contract.id).collect())
	}

	/// The rent of a node, if there is one.
	pub fn rent_of(&self, node: u32) -> Option<u64> {
		let mut contracts = self.contracts.values();
		let rent = contracts.find(
			|contract| matches!(contract.kind, Kind::Rent { node: rented, .. } if rented == node),
		);
		rent.map(|contract| contract.id)
	}

	/// What is sold of a node.
	pub fn used(&self, node: u32) -> Parts {
		let on = self.contracts.values().filter(|contract| contract.kind.node() == Some(node));
		on.fold(Parts::default(), |sum, contract| sum.plus(&contract.kind.resources()))
	}

	/// Whether a node takes new contracts.
	pub fn ensure_open(&self, id: u32) -> Result<(), Refused> {
		let node = self.node(id)?;
		ensure(self.is_live(id), "the node is not live")?;
		ensure(node.retires_at.is_none(), "the node retires")?;
		let maintained = node.maintenance.is_some_and(|until| self.clock.now < until);
		ensure(!maintained, "the node is under maintenance")?;
		ensure(node.rent_ended.is_none(), "the contracts of a rent that has ended are being ended")
	}

	/// Whether a node takes a new contract with such resources.
	pub fn ensure_room(&self, id: u32, wanted: &Parts) -> Result<(), Refused> {
		self.ensure_open(id)?;
		let used = self.used(id).plus(wanted);
		ensure(used.fits_in(&self.nodes[&id].hardware.sellable()), "it has too little free")
	}

	/// Whether a contract can have other resources.
	pub fn ensure_change_fits(&self, id: u32, old: &Parts, new: &Parts) -> Result<(), Refused> {
		let node = self.node(id)?;
		let used = self.used(id).plus(new).each();
		let others = used.iter().zip(old.each()).map(|(all, mine)| all - mine);
		let limit = node.hardware.sellable().each();
		let fits = others.zip(limit).all(|(used, limit)| used <= limit);
		ensure(new.fits_in(old) || fits, "it has too little free")
	}

	/// Ends the contracts of nodes whose notice is over, and lets these leave; ends what stood under rents that
	/// ended. Whoever waits longest comes first.
	pub fn end_what_nodes_end(&mut self) {
		let now = self.clock.now;
		let present = self.nodes.iter().filter(|(_, node)| !node.has_left());
		let mut endings: Vec<_> = present
			.flat_map(|(id, node)| {
				let retires = node.retires_at.map(|at| (at, *id, EndReason::NodeRetired));
				let ended = node.rent_ended.map(|at| (at, *id, EndReason::RentEnded));
				[retires, ended].into_iter().flatten()
			})
			.filter(|(at, ..)| *at <= now)
			.collect();
		endings.sort();
		for (_, id, reason) in endings {
			for contract in self.contracts_on(id) {
				self.end_contract(contract, reason);
			}
			if reason == EndReason::NodeRetired {
				self.leave(id);
			}
		}
	}

	/// A contract has gone from a node. With the last one the node is as if nobody had ever rented it.
	pub fn contract_gone(&mut self, node: u32, was_rent: bool) {
		let (now, empty) = (self.clock.now, self.contracts_on(node).is_empty());
		let node = self.node_mut(node);
		if was_rent {
			node.rent_ended = Some(now);
		}
		if empty {
			node.rent_ended = None;
		}
	}

	/// What is left of a node that has left goes when nobody needs the figures of that period.
	pub fn forget_departed(&mut self) {
		let released = self.calendar.released;
		for node in self.nodes.values_mut() {
			node.is_forgotten |= node.left.is_some_and(|(period, _)| period < released);
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn node() -> Node {
		Node {
			account: AccountId::new([1; 32]),
			twin: 1,
			farm: 1,
			registered_at: 0,
			reported: true,
			last_report: 1_000,
			last_block: 10,
			last_uptime: 500,
			attested: 0,
			hardware: Parts::default(),
			updated_at: 0,
			certified: None,
			extra_fee: 0,
			dedicated: false,
			maintenance: None,
			retires_at: None,
			left: None,
			is_forgotten: false,
			rent_ended: None,
		}
	}

	#[test]
	fn a_report_is_credited_with_no_more_than_can_be() {
		let params = Params::of_development();
		let credited = |uptime, now, height| node().credited(uptime, now, height, &params);
		assert_eq!(credited(520, 1_018, 13), 18, "20 s in 18 s");
		assert_eq!(credited(510, 1_018, 13), 10);
		assert_eq!(credited(440, 1_018, 13), 0, "its clock was set back by a minute");
		assert_eq!(credited(12, 1_018, 13), 12, "it was switched on again");
		assert_eq!(credited(900, 1_400, 16), 30, "it was silent for more than 5 blocks");
	}
}
