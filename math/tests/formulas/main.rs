//! The formulas, checked against figures worked out by hand and against naive fractions.

mod cloud;
mod discount;
mod fraction;
mod price;
mod rate;
mod reward;
mod split;
mod units;

use gridchain_math::{Mib, Price, Resources, Usd};

/// Default list prices, in nano-dollars: 0.010 USD/h for a CU, 0.005 USD/h for an SU, 0.0015 USD/GB of
/// traffic, 0.004 USD/h for an IP, 0.00025 USD/h for a name.
const CU: Usd = Usd(10_000_000);
const SU: Usd = Usd(5_000_000);
const NU: Usd = Usd(1_500_000);
const IPV4: Usd = Usd(4_000_000);
const NAME: Usd = Usd(250_000);

/// Cores, and memory and disks in GB.
fn resources(cores: u32, memory: u64, ssd: u64, hdd: u64) -> Resources {
	Resources {
		cores,
		memory_mib: Mib(memory * 1024),
		ssd_mib: Mib(ssd * 1024),
		hdd_mib: Mib(hdd * 1024),
		gpus: 0,
	}
}

/// 0.011 USD for 1 TFT.
fn price() -> Price {
	Price::from_inner(11_000_000_000_000_000)
}
