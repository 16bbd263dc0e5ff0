//! Cloud units: compute (CU) and storage (SU).

use crate::units::Resources;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// One CU or one SU. Cloud units are counted in 6,144,000ths (2^14 * 3 * 5^3): on this scale every term of
/// the formulas is a whole number for any number of cores and mebibytes.
pub const UNIT: u64 = 6_144_000;

/// Compute and storage units, each in 1/[`UNIT`].
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct CloudUnits {
	/// Compute units, in 1/6,144,000.
	pub cu: u64,
	/// Storage units, in 1/6,144,000.
	pub su: u64,
}

/// One GB of the formulas, in mebibytes.
const GB: u64 = 1024;

/// What a workload or a rented node is billed for, memory and disks in GB:
///
/// `CU = min(max(mem/4, cores/2), max(mem/8, cores), max(mem/2, cores/4))`, `SU = hdd/1200 + ssd/200`.
///
/// Amounts beyond the scale saturate; a node that large can't register.
pub fn billing_units(resources: &Resources) -> CloudUnits {
	let cores = u64::from(resources.cores);
	let memory = resources.memory_mib.0;
	let term = |memory_divisor: u64, core_numerator: u64, core_divisor: u64| {
		let by_memory = memory.saturating_mul(UNIT / GB / memory_divisor);
		let by_cores = cores.saturating_mul(UNIT * core_numerator / core_divisor);
		by_memory.max(by_cores)
	};
	CloudUnits {
		cu: term(4, 1, 2).min(term(8, 1, 1)).min(term(2, 1, 4)),
		su: storage(resources, UNIT / GB / 200),
	}
}

/// What a node earns for, memory and disks in GB:
///
/// `CU = min((mem - 1)/4, cores * 2, ssd/50)` (0 below 1 GB), `SU = hdd/1200 + ssd * 0.8/200`.
pub fn farming_units(hardware: &Resources) -> CloudUnits {
	let by_memory = hardware.memory_mib.0.saturating_sub(GB).saturating_mul(UNIT / GB / 4);
	let by_cores = u64::from(hardware.cores).saturating_mul(UNIT * 2);
	let by_ssd = hardware.ssd_mib.0.saturating_mul(UNIT / GB / 50);
	CloudUnits {
		cu: by_memory.min(by_cores).min(by_ssd),
		// 0.8/200 is 1/250.
		su: storage(hardware, UNIT / GB / 250),
	}
}

fn storage(resources: &Resources, ssd_mib_worth: u64) -> u64 {
	let hdd = resources.hdd_mib.0.saturating_mul(UNIT / GB / 1200);
	hdd.saturating_add(resources.ssd_mib.0.saturating_mul(ssd_mib_worth))
}
