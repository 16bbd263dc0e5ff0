//! Exact numbers: fractions, cloud units, what a stretch of time costs, and that in TFT.

use sp_core::U256;
use std::cmp::Ordering;

/// Units of 10^-7 TFT.
pub type Amount = u128;

/// Parts of a nano-dollar in which a rate counts. Decision 7 names their number; each list price is a whole number of
/// them.
pub const PARTS: u128 = 448_512_000_000_000;

/// Parts an hour.
pub type Rate = u128;

/// What a second costs at a rate of one part an hour: 1/3,600 of a part.
pub type Cost = U256;

pub const HOUR: u64 = 3_600;
/// 730 hours.
pub const MONTH: u64 = 730 * HOUR;

/// A fraction in its lowest terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fraction(u128, u128);

impl Fraction {
	pub fn new(over: u128, under: u128) -> Self {
		let common = greatest_common_divisor(over, under);
		Self(over / common, under / common)
	}

	pub fn plus(self, other: Self) -> Self {
		Self::new(self.0 * other.1 + other.0 * self.1, self.1 * other.1)
	}

	pub fn times(self, over: u128, under: u128) -> Self {
		let (left, right) = (Self::new(self.0, under), Self::new(over, self.1));
		Self::new(left.0 * right.0, left.1 * right.1)
	}

	/// The number, which has to be a whole one.
	pub fn whole(self) -> u128 {
		assert_eq!(self.1, 1, "{}/{} is not whole", self.0, self.1);
		self.0
	}
}

impl PartialOrd for Fraction {
	fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
		Some(self.cmp(other))
	}
}

impl Ord for Fraction {
	fn cmp(&self, other: &Self) -> Ordering {
		(self.0 * other.1).cmp(&(other.0 * self.1))
	}
}

fn greatest_common_divisor(mut one: u128, mut other: u128) -> u128 {
	while other > 0 {
		(one, other) = (other, one % other);
	}
	one.max(1)
}

/// `CU = min( max(mem/4, cores/2), max(mem/8, cores), max(mem/2, cores/4) )` and `SU = hdd/1200 + ssd/200`, memory and
/// disks in GB of 1024 MiB.
pub fn cloud_units(cores: u32, memory: u64, ssd: u64, hdd: u64) -> (Fraction, Fraction) {
	let gigabytes = |mib: u64, each: u128| Fraction::new(mib.into(), 1_024 * each);
	let cores = |each| Fraction::new(cores.into(), each);
	let compute = [
		gigabytes(memory, 4).max(cores(2)),
		gigabytes(memory, 8).max(cores(1)),
		gigabytes(memory, 2).max(cores(4)),
	];
	let storage = gigabytes(hdd, 1_200).plus(gigabytes(ssd, 200));
	(compute.into_iter().min().unwrap(), storage)
}

/// `units` at a list price in nano-dollars an hour.
pub fn list_rate(units: Fraction, price: u128) -> Rate {
	units.times(price, 1).times(PARTS, 1).whole()
}

/// `percent` hundredths of a rate.
pub fn hundredths(rate: Rate, percent: u32) -> Rate {
	Fraction::new(rate, 1).times(percent.into(), 100).whole()
}

/// What so many seconds cost, one after the other.
pub fn cost_of(rate: Rate, seconds: u64) -> Cost {
	(0..seconds).fold(Cost::zero(), |sum, _| sum + U256::from(rate))
}

/// What bytes cost at a price in nano-dollars for 10^9 of them, of which `percent` hundredths are to be paid.
pub fn cost_of_traffic(bytes: u64, price: u128, percent: u32) -> Cost {
	let over = U256::from(bytes) * U256::from(price) * U256::from(percent) * U256::from(PARTS);
	let (over, under) = (over * U256::from(HOUR), U256::from(100_000_000_000u64));
	assert!((over % under).is_zero(), "the parts hold each divisor");
	over / under
}

/// A cost over the units of TFT that it is at a price in 10^-18 dollars: numerator and denominator.
fn in_units(cost: Cost, price: u128) -> (U256, U256) {
	// Nano-dollars are 10^-9 dollars, a unit is 10^-7 TFT.
	let over = cost * U256::from(10u64).pow(16.into());
	(over, U256::from(PARTS) * U256::from(HOUR) * U256::from(price))
}

/// A cost in TFT, rounded up.
pub fn tft_up(cost: Cost, price: u128) -> Amount {
	let (over, under) = in_units(cost, price);
	((over + under - 1) / under).as_u128()
}

/// A cost in TFT, rounded down.
pub fn tft_down(cost: Cost, price: u128) -> Amount {
	let (over, under) = in_units(cost, price);
	(over / under).as_u128()
}

/// The mean of a rate over some seconds and another over others, rounded down to whole parts.
pub fn mean(first: Rate, seconds: u64, second: Rate, others: u64) -> Rate {
	if seconds + others == 0 {
		return second;
	}
	let sum = U256::from(first) * U256::from(seconds) + U256::from(second) * U256::from(others);
	(sum / U256::from(seconds + others)).as_u128()
}

#[cfg(test)]
mod tests {
	use super::*;

	/// 2 cores, 2 GB, 15 GB of SSD: CU = min(max(0.5, 1), max(0.25, 2), max(1, 0.5)) = 1, SU = 15/200 = 0.075.
	#[test]
	fn the_worked_example_of_the_design() {
		let (compute, storage) = cloud_units(2, 2 * 1_024, 15 * 1_024, 0);
		assert_eq!((compute, storage), (Fraction(1, 1), Fraction(3, 40)));
		let rate = list_rate(compute, 10_000_000) + list_rate(storage, 5_000_000);
		// 0.010375 dollars an hour.
		assert_eq!(rate, 10_375_000 * PARTS);
		// 0.010375/0.011 TFT = 0.94318181.. -> 0.9431819 TFT, rounded up.
		assert_eq!(tft_up(cost_of(rate, HOUR), 11_000_000_000_000_000), 9_431_819);
		assert_eq!(tft_down(cost_of(rate, HOUR), 11_000_000_000_000_000), 9_431_818);
	}

	/// 3 GB of traffic at 0.0015 dollars, 40 % off: 0.0027 dollars; at 0.01 dollars that is 0.27 TFT.
	#[test]
	fn traffic_costs_what_the_list_says() {
		let cost = cost_of_traffic(3_000_000_000, 1_500_000, 60);
		assert_eq!(tft_up(cost, 10_000_000_000_000_000), 2_700_000);
	}

	/// 10 s at 3 and 5 s at 6 are 15 s at 4.
	#[test]
	fn a_mean_weighs_by_seconds() {
		assert_eq!(mean(3, 10, 6, 5), 4);
		assert_eq!(mean(3, 10, 6, 4), 3, "54/14 is rounded down");
		assert_eq!(mean(3, 0, 6, 0), 6);
	}
}
