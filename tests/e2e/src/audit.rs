//! What an auditor checks of a bill, by formulas of its own.

use crate::{BillKind, Billed};

/// Parts of a nano-dollar in which a bill's `rate` counts: 6,144,000 of a cloud unit, three percentages, 73
/// for the 730 hours of a month.
pub const RATE_SCALE: u128 = 6_144_000 * 1_000_000 * 73;

/// Checks that a bill of `usd_per_hour` nano-dollars follows from its factors, and its parts from it.
pub fn ensure_bill_adds_up(bill: &Billed, usd_per_hour: u128) {
	assert_eq!(bill.rate, usd_per_hour * RATE_SCALE, "the rate of {bill:?}");
	assert_eq!((bill.traffic, bill.discount), (0, 0), "nothing else is billed: {bill:?}");
	assert_eq!(bill.charged, charge(usd_per_hour, bill.seconds, bill.price), "{bill:?}");
	assert_eq!(bill.usd, (usd_per_hour * u128::from(bill.seconds)).div_ceil(3_600), "{bill:?}");
	let split = &bill.split;
	assert_eq!(split.treasury, bill.charged * 10 / 100, "the treasury's 10 % of {bill:?}");
	assert_eq!(split.validators, bill.charged * 5 / 100, "the validators' 5 % of {bill:?}");
	assert_eq!(split.farm, bill.charged * 50 / 100, "the farm's 50 % of {bill:?}");
	assert_eq!(split.provider, 0, "no provider has a part of {bill:?}");
	let sum = split.burned + split.treasury + split.validators + split.farm;
	assert_eq!(sum, bill.charged, "the parts of {bill:?} add up");
}

/// Checks that the bills of one contract cover the time from `start` without a gap or an overlap, and
/// together never more seconds than have passed.
pub fn ensure_bills_follow_each_other(bills: &[Billed], start: u64) {
	let (mut until, mut seconds) = (start, 0);
	for bill in bills {
		assert_eq!(bill.from, until, "{bill:?} begins where the one before it ended");
		assert!(bill.to > bill.from || bill.kind == BillKind::End, "{bill:?} covers some time");
		until = bill.to;
		seconds += bill.seconds;
		let lived = until - start;
		assert!(seconds <= lived, "{seconds} s are billed of {lived} s up to {bill:?}");
	}
}

/// 10^-7 TFT for `seconds` at `usd_per_hour` nano-dollars an hour, `price` dollars for one TFT in 10^-18;
/// rounded up. A nano-dollar is 10^-9 dollars, a TFT 10^7 units: 10^18 * 10^7 / 10^9 = 10^16.
fn charge(usd_per_hour: u128, seconds: u64, price: u128) -> u128 {
	let numerator = usd_per_hour * u128::from(seconds) * 10_000_000_000_000_000;
	numerator.div_ceil(3_600 * price)
}

#[cfg(test)]
mod tests {
	use super::charge;

	#[test]
	fn charge_of_an_hour_is_the_worked_example_of_the_design() {
		// 2 cores, 2 GB, 15 GB SSD: 0.010375 USD/h; at 0.011 USD/TFT 0.94318181.. -> 0.9431819 TFT.
		assert_eq!(charge(10_375_000, 3_600, 11_000_000_000_000_000), 9_431_819);
		assert_eq!(charge(10_375_000, 0, 11_000_000_000_000_000), 0);
	}
}
