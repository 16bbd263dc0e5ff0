//! What an hour of a contract costs.

use super::{
	contracts::{Contract, Kind},
	meters::Hourly,
	numbers::{hundredths, list_rate, Fraction, Rate, PARTS},
	params::{discounts, Prices},
	Model,
};

/// What a window fixes when it opens, and keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Factors {
	/// The number of the policy, from 1 on, and what it says.
	pub policy: u32,
	pub prices: Prices,
	/// 10^-18 dollars for one TFT.
	pub price: u128,
	/// Percent off resources and names, and off IPs and traffic.
	pub discount: u32,
	pub network_discount: u32,
	/// Percent of the farm's share.
	pub provider_share: u32,
	/// Whether the payer rents the node: it pays IPs and traffic alone.
	pub within_rent: bool,
}

/// A contract's list rates, in the parts that rules tell apart.
#[derive(Clone, Copy, Debug, Default)]
struct List {
	/// While it runs, and what of that goes on while it doesn't.
	resources: Rate,
	storage: Rate,
	name: Rate,
	ips: Rate,
	extra_fee: Rate,
}

impl List {
	fn of(kind: &Kind, ips: usize, factors: &Factors) -> Self {
		let prices = &factors.prices;
		let times = |percents: [u32; 2], rate| percents.into_iter().fold(rate, hundredths);
		let of_units = |(compute, storage): (Fraction, Fraction), percents: [u32; 2]| {
			let storage = list_rate(storage, prices.su);
			let resources = list_rate(compute, prices.cu) + storage;
			(times(percents, resources), times(percents, storage))
		};
		let by_certificate = |certified| if certified { 125 } else { 100 };
		let ips = ips as u128 * prices.ipv4 * PARTS;
		match kind {
			Kind::Workload { .. } if factors.within_rent => Self { ips, ..Self::default() },
			Kind::Workload { resources, certified, .. } => {
				let percents = [by_certificate(*certified), 100];
				let (resources, storage) = of_units(resources.units(), percents);
				Self { resources, storage, ips, ..Self::default() }
			},
			Kind::Rent { units, certified, extra_fee, .. } => {
				let percents = [by_certificate(*certified), 50];
				let (resources, storage) = of_units(*units, percents);
				let extra_fee = Fraction::new(*extra_fee, 730).times(PARTS, 1).whole();
				Self { resources, storage, extra_fee, ..Self::default() }
			},
			Kind::Name(_) => Self { name: prices.name * PARTS, ..Self::default() },
		}
	}

	fn after_discounts(&self, resources: Rate, factors: &Factors) -> Rate {
		hundredths(resources + self.name, 100 - factors.discount)
			+ hundredths(self.ips, 100 - factors.network_discount)
	}
}

/// While it runs: less discounts, and with the extra fee, which is never discounted.
pub fn running(kind: &Kind, ips: usize, factors: &Factors) -> Hourly {
	let list = List::of(kind, ips, factors);
	let rate = list.after_discounts(list.resources, factors) + list.extra_fee;
	Hourly { rate, extra_fee: list.extra_fee }
}

/// While it is suspended: its storage, IPs and name.
pub fn idle(kind: &Kind, ips: usize, factors: &Factors) -> Hourly {
	let list = List::of(kind, ips, factors);
	Hourly { rate: list.after_discounts(list.storage, factors), extra_fee: 0 }
}

/// By the list: before discounts, IPs in, extra fee out.
pub fn by_list(kind: &Kind, ips: usize, factors: &Factors) -> Rate {
	let list = List::of(kind, ips, factors);
	list.resources + list.name + list.ips
}

impl Contract {
	pub fn running(&self) -> Hourly {
		running(&self.kind, self.ips.len(), &self.factors)
	}

	pub fn idle(&self) -> Hourly {
		idle(&self.kind, self.ips.len(), &self.factors)
	}
}

impl Model {
	/// What a window fixes that opens now for contract `id` of `owner`.
	pub fn factors_now(
		&self,
		id: u64,
		owner: u32,
		kind: &Kind,
		provider: Option<u32>,
		ips: usize,
	) -> Factors {
		let node = kind.node();
		let farm = node.map(|node| self.nodes[&node].farm);
		let is_workload = matches!(kind, Kind::Workload { .. });
		let mut factors = Factors {
			policy: self.market.policies.len() as u32,
			prices: *self.market.policies.last().unwrap(),
			price: self.market.price,
			discount: 0,
			network_discount: 0,
			provider_share: self.share_now(provider, farm),
			within_rent: is_workload && node.is_some_and(|node| self.rent_of(node).is_some()),
		};
		let others = self.contracts.values().filter(|contract| {
			contract.owner == owner && contract.id != id && !contract.phase.is_suspended()
		});
		let others = others.map(|other| by_list(&other.kind, other.ips.len(), &other.factors));
		let all = others.sum::<Rate>() + by_list(kind, ips, &factors);
		let stake = self.stakes.get(&owner).map_or(0, |stake| stake.bonded);
		(factors.discount, factors.network_discount) =
			discounts(&self.params, stake, all, factors.price);
		factors
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::naive::nodes::Parts;

	fn factors() -> Factors {
		Factors {
			policy: 1,
			prices: Prices::of_development(),
			price: 10_000_000_000_000_000,
			discount: 0,
			network_discount: 0,
			provider_share: 0,
			within_rent: false,
		}
	}

	/// 8 cores, 25 GB, 500 GB of SSD and 1,200 GB of disk: CU = min(max(6.25, 4), max(3.125, 8), max(12.5, 2)) = 6.25,
	/// SU = 1 + 2.5 = 3.5.
	fn whole_node(certified: bool) -> Kind {
		let (memory, ssd, hdd) = (25 * 1_024, 500 * 1_024, 1_200 * 1_024);
		let units = Parts { cores: 8, memory, ssd, hdd, gpus: 0 }.units();
		Kind::Rent { node: 1, units, certified, extra_fee: 7_300_000_000 }
	}

	#[test]
	fn a_rent_is_half_the_price_and_the_whole_fee() {
		// (0.0625 + 0.0175)/2 + 0.01 dollars an hour; 40 % off is off the 0.04 alone.
		let hourly = running(&whole_node(false), 0, &factors());
		assert_eq!(hourly, Hourly { rate: 50_000_000 * PARTS, extra_fee: 10_000_000 * PARTS });
		let discounted = Factors { discount: 40, network_discount: 40, ..factors() };
		assert_eq!(running(&whole_node(false), 0, &discounted).rate, 34_000_000 * PARTS);
		assert_eq!(running(&whole_node(true), 0, &factors()).rate, 60_000_000 * PARTS);
		// Suspended: 0.0175/2.
		assert_eq!(idle(&whole_node(false), 0, &factors()).rate, 8_750_000 * PARTS);
		assert_eq!(by_list(&whole_node(false), 0, &factors()), 40_000_000 * PARTS);
	}

	/// 2 cores, 2 GB, 15 GB: 0.010375 dollars; two IPs 0.008.
	#[test]
	fn a_renter_pays_the_ips_of_its_workloads_alone() {
		let (memory, ssd) = (2 * 1_024, 15 * 1_024);
		let resources = Parts { cores: 2, memory, ssd, ..Parts::default() };
		let kind = Kind::Workload { node: 1, resources, certified: false, traffic_limit: 0 };
		assert_eq!(running(&kind, 2, &factors()).rate, 18_375_000 * PARTS);
		let within = Factors { within_rent: true, ..factors() };
		assert_eq!(running(&kind, 2, &within).rate, 8_000_000 * PARTS);
		assert_eq!(idle(&kind, 2, &factors()).rate, 8_375_000 * PARTS);
		// 60 % off resources, 40 % off IPs.
		let discounted = Factors { discount: 60, network_discount: 40, ..factors() };
		assert_eq!(running(&kind, 2, &discounted).rate, 8_950_000 * PARTS);
	}
}
