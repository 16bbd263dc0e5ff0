//! The settlement of a period, as far as it pays what deployers have paid. No farm of this world is approved, so
//! nothing is minted.

use super::Model;
use std::collections::BTreeMap;

impl Model {
	/// Whether the period before the running one is settled in this block: a while after its end, and not before each
	/// live node must have reported since.
	fn is_time_to_settle(&self) -> bool {
		let calendar = &self.calendar;
		if calendar.period != calendar.released + 1 {
			return false;
		}
		let half = (calendar.end - calendar.start) / 2;
		let begins = calendar.start + self.params.settlement_delay.min(half);
		let blocks = self.clock.height - calendar.first_block;
		self.clock.now >= begins && blocks > self.params.live_blocks
	}

	/// Each farm is paid what is booked for its nodes that were there in the period, with what it couldn't be paid
	/// before.
	pub fn settle(&mut self) {
		if !self.is_time_to_settle() {
			return;
		}
		let mut farms = BTreeMap::<u32, u128>::new();
		for (id, node) in &self.nodes {
			if node.registered_at < self.calendar.start && !node.is_forgotten {
				let revenue = self.money.booked.nodes.remove(id).unwrap_or_default();
				*farms.entry(node.farm).or_default() += revenue;
			}
		}
		self.calendar.released += 1;
		for (farm, revenue) in farms {
			if revenue > 0 {
				*self.money.booked.farms.entry(farm).or_default() += revenue;
				self.pay_farm(farm);
			}
		}
		let booked: Vec<_> = self.money.booked.farms.keys().copied().collect();
		booked.into_iter().for_each(|farm| self.pay_farm(farm));
	}

	/// Pays a farm what is booked for it, if its account can receive that.
	fn pay_farm(&mut self, farm: u32) {
		let payout = self.payout_of(farm);
		let amount = self.money.booked.farms[&farm];
		if self.money.pay_out(&payout, amount).is_ok() {
			self.money.booked.farms.remove(&farm);
		}
	}
}
