//! What the region tunes, as the development chain begins.

use super::numbers::{Amount, MONTH};

/// Nano-dollars.
pub type Usd = u128;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shares {
	pub burned: u32,
	pub treasury: u32,
	pub validators: u32,
	pub farm: u32,
}

/// What deployers pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prices {
	pub cu: Usd,
	pub su: Usd,
	pub nu: Usd,
	pub ipv4: Usd,
	pub name: Usd,
}

/// Times are seconds, shares and discounts percent.
#[derive(Clone, Copy, Debug)]
pub struct Params {
	pub window: u64,
	pub slack: u64,
	pub delivery: u64,
	pub minimum_billed: u64,
	pub grace_limit: u64,
	pub node_gone: u64,
	pub unbonding: u64,
	pub halt: u64,
	pub shares: Shares,
	/// Months of the rate, and what they take off.
	pub tiers: [(u64, u32); 4],
	pub network_limit: u32,
	/// 10^-18 dollars for one TFT.
	pub lowest_price: u128,
	pub highest_price: u128,
	pub feed_life: u64,
	pub traffic_limit: u64,

	pub live_blocks: u32,
	pub late_credit: u64,
	pub report_interval: u64,
	pub clock_jitter: u64,
	pub period_length: u64,
	pub retirement_notice: u64,
	pub max_maintenance: u64,
	pub max_extra_fee: Usd,

	pub settlement_delay: u64,
}

impl Params {
	/// Those of the preset `development`.
	pub fn of_development() -> Self {
		Self {
			window: 60,
			slack: 30,
			delivery: 30,
			minimum_billed: 30,
			grace_limit: 60,
			node_gone: 600,
			unbonding: 60,
			halt: 60,
			shares: Shares { burned: 35, treasury: 10, validators: 5, farm: 50 },
			tiers: [(3, 20), (6, 30), (12, 40), (36, 60)],
			network_limit: 40,
			lowest_price: 100_000_000_000_000,
			highest_price: 1_000_000_000_000_000_000_000,
			feed_life: 3_600,
			traffic_limit: 1_000_000_000_000_000,
			live_blocks: 5,
			late_credit: 30,
			report_interval: 6,
			clock_jitter: 60,
			period_length: 300,
			retirement_notice: 60,
			max_maintenance: 30 * 86_400,
			max_extra_fee: 10_000_000_000_000,
			settlement_delay: 60,
		}
	}
}

impl Prices {
	pub fn of_development() -> Self {
		Self { cu: 10_000_000, su: 5_000_000, nu: 1_500_000, ipv4: 4_000_000, name: 250_000 }
	}
}

/// The discount on resources and names of who stakes `stake`, whose windows cost `list` parts an hour by the list, at
/// `price`; and that on IPs and traffic.
pub fn discounts(params: &Params, stake: Amount, list: u128, price: u128) -> (u32, u32) {
	if list == 0 {
		return (0, 0);
	}
	let reached = params.tiers.iter().filter(|(months, _)| {
		let cost = sp_core::U256::from(list) * sp_core::U256::from(MONTH * months);
		super::numbers::tft_up(cost, price) <= stake
	});
	let discount = reached.map(|(_, discount)| *discount).max().unwrap_or(0);
	(discount, discount.min(params.network_limit))
}

#[cfg(test)]
mod tests {
	use super::*;
	use crate::naive::numbers::PARTS;

	/// 0.01 dollars an hour are 7.3 a month; at 0.01 dollars for one TFT three months are 2,190 TFT, 36 are 26,280.
	#[test]
	fn a_stake_worth_three_months_takes_a_fifth_off() {
		let params = Params::of_development();
		let (list, price) = (10_000_000 * PARTS, 10_000_000_000_000_000);
		let of = |tft: u128| discounts(&params, tft, list, price);
		assert_eq!(of(21_900_000_000 - 1), (0, 0));
		assert_eq!(of(21_900_000_000), (20, 20));
		assert_eq!(of(43_800_000_000), (30, 30));
		assert_eq!(of(87_600_000_000), (40, 40));
		assert_eq!(of(262_800_000_000), (60, 40), "IPs and traffic get no more than 40 %");
	}
}
