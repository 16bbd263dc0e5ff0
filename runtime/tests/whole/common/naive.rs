//! The formulas of bills and rewards, written down once more from the design, with numbers so wide that no order of
//! steps matters.

use gridchain_primitives::{Balance, Bytes, CloudUnits, Goods, Percent, Price, Resources, Seconds};
use pallet_billing::{Factors, PricingPolicy};
use sp_core::U256;

/// Parts of a cloud unit.
const UNIT: u64 = 6_144_000;

/// Parts of a nano-dollar an hour in which a rate counts.
pub const RATE: u128 = UNIT as u128 * 1_000_000 * 73;

/// `CU = min( max(mem/4, cores/2), max(mem/8, cores), max(mem/2, cores/4) )`, `SU = hdd/1200 + ssd/200`, in
/// 6,144,000ths; memory and disks in GB of 1024 MiB.
pub fn billing_units(resources: &Resources) -> (u64, u64) {
	let memory = |divisor: u64| resources.memory_mib.0 * UNIT / (divisor * 1_024);
	let cores = |part: u64, whole: u64| u64::from(resources.cores) * UNIT * part / whole;
	let compute =
		memory(4).max(cores(1, 2)).min(memory(8).max(cores(1, 1))).min(memory(2).max(cores(1, 4)));
	let storage =
		resources.hdd_mib.0 * UNIT / (1_200 * 1_024) + resources.ssd_mib.0 * UNIT / (200 * 1_024);
	(compute, storage)
}

/// `CU * cu + SU * su` an hour, prices in nano-dollars.
pub fn rate(units: (u64, u64), cu: u128, su: u128) -> u128 {
	(u128::from(units.0) * cu + u128::from(units.1) * su) * (RATE / u128::from(UNIT))
}

/// What an hour of `goods` costs under `policy` and the discounts, in percent, that a window has fixed: factors upon a
/// list rate one after the other, none of which leaves a rest.
pub fn hour(goods: &Goods, policy: &PricingPolicy, fixed: &Factors) -> u128 {
	let of_units = |units: CloudUnits, percent: [u128; 2]| {
		percent
			.iter()
			.fold(rate((units.cu, units.su), policy.cu.0, policy.su.0), |rate, percent| {
				rate * percent / 100
			})
	};
	let paid =
		|rate: u128, discount: Percent| rate * (100 - u128::from(discount.deconstruct())) / 100;
	let certificate = |certified| if certified { 125 } else { 100 };
	let (resources, network, extra) = match *goods {
		Goods::Part { ipv4, .. } if fixed.within_rent => (0, u128::from(ipv4), 0),
		Goods::Part { units, certified, ipv4, .. } => {
			(of_units(units, [certificate(certified), 100]), u128::from(ipv4), 0)
		},
		Goods::Whole { units, certified, extra_fee, .. } => {
			(of_units(units, [certificate(certified), 50]), 0, extra_fee.0 * RATE / 730)
		},
		Goods::Name => (policy.name.0 * RATE, 0, 0),
	};
	let network = network * policy.ipv4.0 * RATE;
	paid(resources, fixed.discount) + paid(network, fixed.network_discount) + extra
}

/// `rate * seconds / 3600 + bytes / 10^9 * nu`, the traffic less `discount`, in 10^-7 TFT at `price`, rounded up.
pub fn charge(
	rate: u128,
	seconds: Seconds,
	(nu, discount): (u128, Percent),
	bytes: Bytes,
	price: Price,
) -> Balance {
	let (second, gigabyte) =
		(U256::from(RATE) * U256::from(3_600u64), U256::from(10u64).pow(9.into()));
	let time = U256::from(rate) * U256::from(seconds.0) * gigabyte * U256::from(100u64);
	let paid = 100 - u64::from(discount.deconstruct());
	let traffic = U256::from(nu) * U256::from(bytes.0) * second * U256::from(paid);
	// Nano-dollars are 10^-9 USD; the price has 10^18 parts; a TFT has 10^7 units.
	let numerator = (time + traffic) * U256::from(10u64).pow(16.into());
	let divisor = second * gigabyte * U256::from(100u64) * U256::from(price.into_inner());
	((numerator + divisor - 1) / divisor).as_u128()
}

/// `CU = min((mem - 1)/4, cores * 2, ssd/50)`, `SU = hdd/1200 + ssd * 0.8/200`, in 6,144,000ths; memory and disks
/// in GB of 1024 MiB.
pub fn farming_units(hardware: &Resources) -> (u64, u64) {
	let memory = hardware.memory_mib.0.saturating_sub(1_024) * UNIT / (4 * 1_024);
	let cores = u64::from(hardware.cores) * 2 * UNIT;
	let ssd = hardware.ssd_mib.0 * UNIT / (50 * 1_024);
	let storage = hardware.hdd_mib.0 * UNIT / (1_200 * 1_024)
		+ hardware.ssd_mib.0 * UNIT * 8 / (10 * 200 * 1_024);
	(memory.min(cores).min(ssd), storage)
}

/// `(CU * 2.40 + SU * 1.00) * uptime / 2,630,880 / price`, in 10^-7 TFT, rounded down. Prices in nano-dollars.
pub fn due(units: (u64, u64), uptime: Seconds, cu: u128, su: u128, price: Price) -> Balance {
	let month = U256::from(units.0) * U256::from(cu) + U256::from(units.1) * U256::from(su);
	// Nano-dollars are 10^-9 USD; the price has 10^18 parts; a TFT has 10^7 units.
	let numerator = month * U256::from(uptime.0) * U256::from(10u64).pow(16.into());
	let divisor = U256::from(UNIT) * U256::from(2_630_880u64) * U256::from(price.into_inner());
	(numerator / divisor).as_u128()
}

/// `(CU * 2.40 + SU * 1.00) * uptime / 2,630,880`, in nano-dollars, rounded down.
pub fn reward_usd(units: (u64, u64), uptime: Seconds, cu: u128, su: u128) -> u128 {
	let month = U256::from(units.0) * U256::from(cu) + U256::from(units.1) * U256::from(su);
	(month * U256::from(uptime.0) / (U256::from(UNIT) * U256::from(2_630_880u64))).as_u128()
}

/// `due * min(1, budget / of the policy) * min(1, room / total)`, rounded down once.
pub fn minted(
	due: Balance,
	budget: Balance,
	policy: Balance,
	room: Balance,
	total: Balance,
) -> Balance {
	if policy == 0 || total == 0 {
		return 0;
	}
	let numerator = U256::from(due) * U256::from(budget.min(policy)) * U256::from(room.min(total));
	(numerator / (U256::from(policy) * U256::from(total))).as_u128()
}
