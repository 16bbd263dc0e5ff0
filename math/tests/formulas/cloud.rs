//! Cloud units.

use crate::{fraction::Fraction, resources};
use gridchain_math::{billing_units, farming_units, CloudUnits, Mib, Resources, UNIT};
use proptest::prelude::*;

#[test]
fn billing_units_match_the_worked_example() {
	// 2 cores, 2 GB, 15 GB SSD: min(max(0.5, 1), max(0.25, 2), max(1, 0.5)) = 1 CU; 15/200 = 0.075 SU.
	// 0.075 x 6,144,000 = 460,800.
	let units = billing_units(&resources(2, 2, 15, 0));
	assert_eq!(units, CloudUnits { cu: 6_144_000, su: 460_800 });
}

#[test]
fn billing_compute_is_the_least_of_its_three_terms() {
	// 4 cores, 8 GB: min(max(2, 2), max(1, 4), max(4, 1)) = 2 by the first term.
	assert_eq!(billing_units(&resources(4, 8, 0, 0)).cu, 2 * UNIT);
	// 1 core, 16 GB: min(max(4, 0.5), max(2, 1), max(8, 0.25)) = 2 by the second.
	assert_eq!(billing_units(&resources(1, 16, 0, 0)).cu, 2 * UNIT);
	// 16 cores, 2 GB: min(max(0.5, 8), max(0.25, 16), max(1, 4)) = 4 by the third.
	assert_eq!(billing_units(&resources(16, 2, 0, 0)).cu, 4 * UNIT);
}

#[test]
fn billing_compute_stands_where_its_terms_tie() {
	// 2 cores, 4 GB: max(1, 1) in the first term; the others are 2 and 2.
	assert_eq!(billing_units(&resources(2, 4, 0, 0)).cu, UNIT);
	// 2 cores, 16 GB: max(4, 1), max(2, 2), max(8, 0.5): the second ties inside and is the least.
	assert_eq!(billing_units(&resources(2, 16, 0, 0)).cu, 2 * UNIT);
	// 8 cores, 4 GB: max(1, 4), max(0.5, 8), max(2, 2): the third ties inside and is the least.
	assert_eq!(billing_units(&resources(8, 4, 0, 0)).cu, 2 * UNIT);
	// 4 cores, 4 GB: max(1, 2) = 2 and max(2, 1) = 2: the first and the third are equal.
	assert_eq!(billing_units(&resources(4, 4, 0, 0)).cu, 2 * UNIT);
}

#[test]
fn billing_compute_counts_parts_of_a_unit() {
	// 1 core, no memory: min(0.5, 1, 0.25) = 0.25; 0.25 x 6,144,000 = 1,536,000.
	assert_eq!(billing_units(&resources(1, 0, 0, 0)).cu, 1_536_000);
	// No cores, 1 MiB: the least is 1/8 of 1/1024 GB; 6,144,000 / 8,192 = 750.
	let a_mebibyte = Resources { memory_mib: Mib(1), ..Default::default() };
	assert_eq!(billing_units(&a_mebibyte).cu, 750);
}

#[test]
fn billing_storage_adds_both_disks() {
	// 1,200 GB HDD is 1 SU, 200 GB SSD is 1 SU.
	assert_eq!(billing_units(&resources(0, 0, 200, 1_200)).su, 2 * UNIT);
	// 1 MiB each: 6,144,000 / 1024 / 200 = 30 for SSD, 6,144,000 / 1024 / 1200 = 5 for HDD.
	let disks = Resources { ssd_mib: Mib(1), hdd_mib: Mib(1), ..Default::default() };
	assert_eq!(billing_units(&disks).su, 35);
}

#[test]
fn nothing_has_no_units() {
	assert_eq!(billing_units(&Resources::default()), CloudUnits { cu: 0, su: 0 });
	assert_eq!(farming_units(&Resources::default()), CloudUnits { cu: 0, su: 0 });
}

#[test]
fn farming_compute_is_limited_by_memory_cores_or_ssd() {
	// 8 cores, 33 GB, 1,000 GB SSD: min(8, 16, 20) = 8 by memory.
	assert_eq!(farming_units(&resources(8, 33, 1_000, 0)).cu, 8 * UNIT);
	// 2 cores, 65 GB, 1,000 GB SSD: min(16, 4, 20) = 4 by cores.
	assert_eq!(farming_units(&resources(2, 65, 1_000, 0)).cu, 4 * UNIT);
	// 8 cores, 65 GB, 100 GB SSD: min(16, 16, 2) = 2 by SSD.
	assert_eq!(farming_units(&resources(8, 65, 100, 0)).cu, 2 * UNIT);
}

#[test]
fn farming_compute_counts_exact_ties() {
	// 1 core, 9 GB, 100 GB SSD: (9 - 1)/4 = 2, 1 x 2 = 2, 100/50 = 2.
	assert_eq!(farming_units(&resources(1, 9, 100, 0)).cu, 2 * UNIT);
	// Two of the three tie, the third is greater.
	assert_eq!(farming_units(&resources(1, 9, 500, 0)).cu, 2 * UNIT);
	assert_eq!(farming_units(&resources(4, 9, 100, 0)).cu, 2 * UNIT);
	assert_eq!(farming_units(&resources(1, 64, 100, 0)).cu, 2 * UNIT);
}

#[test]
fn farming_compute_is_fractional() {
	// 8 cores, 8 GB, 500 GB SSD: (8 - 1)/4 = 1.75; 1.75 x 6,144,000 = 10,752,000.
	assert_eq!(farming_units(&resources(8, 8, 500, 0)).cu, 10_752_000);
}

#[test]
fn farming_compute_is_zero_up_to_one_gigabyte() {
	let with_memory = |mib| Resources { memory_mib: Mib(mib), ..resources(8, 0, 500, 0) };
	assert_eq!(farming_units(&with_memory(1_023)).cu, 0);
	assert_eq!(farming_units(&with_memory(1_024)).cu, 0);
	// One mebibyte more: 1/4096 of a CU; 6,144,000 / 4,096 = 1,500.
	assert_eq!(farming_units(&with_memory(1_025)).cu, 1_500);
}

#[test]
fn farming_storage_counts_four_fifths_of_the_ssd() {
	// 500 x 0.8 / 200 = 2, and 2,400 / 1,200 = 2.
	assert_eq!(farming_units(&resources(1, 2, 500, 2_400)).su, 4 * UNIT);
	// 15 x 0.8 / 200 = 0.06; 0.06 x 6,144,000 = 368,640.
	assert_eq!(farming_units(&resources(1, 2, 15, 0)).su, 368_640);
}

#[test]
fn units_saturate_instead_of_wrapping() {
	let everything = Resources {
		cores: u32::MAX,
		memory_mib: Mib(u64::MAX),
		ssd_mib: Mib(u64::MAX),
		hdd_mib: Mib(u64::MAX),
		gpus: u16::MAX,
	};
	// Memory saturates every term; disks saturate their sum.
	assert_eq!(billing_units(&everything), CloudUnits { cu: u64::MAX, su: u64::MAX });
	// Farming is limited by cores: (2^32 - 1) x 2 x 6,144,000.
	assert_eq!(farming_units(&everything).cu, 52_776_558_120_960_000);
	assert_eq!(farming_units(&everything).su, u64::MAX);
}

prop_compose! {
	/// Any hardware that exists, to the mebibyte.
	pub fn any_resources()(
		cores in 0..100_000u32,
		memory in 0..1_000_000_000u64,
		ssd in 0..1_000_000_000_000u64,
		hdd in 0..1_000_000_000_000u64,
	) -> Resources {
		Resources {
			cores,
			memory_mib: Mib(memory),
			ssd_mib: Mib(ssd),
			hdd_mib: Mib(hdd),
			gpus: 0,
		}
	}
}

/// The billing formulas, as they are written.
pub fn naive_billing_units(resources: &Resources) -> (Fraction, Fraction) {
	let cores = |divisor| Fraction::new(resources.cores.into(), divisor);
	let memory = |divisor: u128| Fraction::new(resources.memory_mib.0.into(), 1024 * divisor);
	let first = memory(4).max(cores(2));
	let second = memory(8).max(cores(1));
	let third = memory(2).max(cores(4));
	let hdd = Fraction::new(resources.hdd_mib.0.into(), 1024 * 1200);
	let ssd = Fraction::new(resources.ssd_mib.0.into(), 1024 * 200);
	(first.min(second).min(third), hdd.plus(ssd))
}

/// The farming formulas, as they are written.
pub fn naive_farming_units(resources: &Resources) -> (Fraction, Fraction) {
	let memory = u128::from(resources.memory_mib.0);
	let by_memory =
		if memory < 1024 { Fraction::new(0, 1) } else { Fraction::new(memory - 1024, 1024 * 4) };
	let by_cores = Fraction::new(u128::from(resources.cores) * 2, 1);
	let by_ssd = Fraction::new(resources.ssd_mib.0.into(), 1024 * 50);
	let hdd = Fraction::new(resources.hdd_mib.0.into(), 1024 * 1200);
	let ssd = Fraction::new(u128::from(resources.ssd_mib.0) * 8, 1024 * 200 * 10);
	(by_memory.min(by_cores).min(by_ssd), hdd.plus(ssd))
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(1_000))]

	#[test]
	fn billing_units_are_exact(resources in any_resources()) {
		let (cu, su) = naive_billing_units(&resources);
		let units = billing_units(&resources);
		prop_assert!(cu.is(units.cu, UNIT));
		prop_assert!(su.is(units.su, UNIT));
	}

	#[test]
	fn farming_units_are_exact(resources in any_resources()) {
		let (cu, su) = naive_farming_units(&resources);
		let units = farming_units(&resources);
		prop_assert!(cu.is(units.cu, UNIT));
		prop_assert!(su.is(units.su, UNIT));
	}

	#[test]
	fn more_hardware_never_has_fewer_units(one in any_resources(), more in any_resources()) {
		let both = one.checked_add(&more).unwrap();
		let (less, greater) = (billing_units(&one), billing_units(&both));
		prop_assert!(less.cu <= greater.cu && less.su <= greater.su);
		let (less, greater) = (farming_units(&one), farming_units(&both));
		prop_assert!(less.cu <= greater.cu && less.su <= greater.su);
	}
}
