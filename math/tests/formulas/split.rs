//! Who gets which part of a bill.

use crate::fraction::Fraction;
use gridchain_math::{Percent, Shares, Split};
use proptest::prelude::*;

const NO_PROVIDER: Percent = Percent::from_percent(0);

fn shares(burned: u8, treasury: u8, validators: u8, farm: u8) -> Shares {
	Shares {
		burned: Percent::from_percent(burned),
		treasury: Percent::from_percent(treasury),
		validators: Percent::from_percent(validators),
		farm: Percent::from_percent(farm),
	}
}

#[test]
fn a_bill_is_split_35_10_5_50() {
	// 0.0448012 TFT: 10 % = 44,801.2, 5 % = 22,400.6, 50 % = 224,006, rounded down;
	// 448,012 - 44,801 - 22,400 - 224,006 = 156,805 is burned.
	let split = Shares::default().split(448_012, 0, NO_PROVIDER);
	assert_eq!(
		split,
		Split { burned: 156_805, treasury: 44_801, validators: 22_400, provider: 0, farm: 224_006 }
	);
}

#[test]
fn a_provider_takes_its_share_of_the_farms_half() {
	// 1,000,000: the farm's half is 500,000; 60 % of it is 300,000, 40 % is 200,000.
	let split = Shares::default().split(1_000_000, 0, Percent::from_percent(60));
	assert_eq!(
		split,
		Split {
			burned: 350_000,
			treasury: 100_000,
			validators: 50_000,
			provider: 300_000,
			farm: 200_000
		}
	);
	// 101: 10.1, 5.05, 101 x 0.5 x 0.6 = 30.3, 101 x 0.5 x 0.4 = 20.2; 101 - 10 - 5 - 30 - 20 = 36.
	let split = Shares::default().split(101, 0, Percent::from_percent(60));
	assert_eq!(split, Split { burned: 36, treasury: 10, validators: 5, provider: 30, farm: 20 });
}

#[test]
fn an_extra_fee_goes_to_the_farm_whole() {
	// 1,000 with 200 of extra fee: 800 are shared; 280, 80, 40, 400; the farm gets 400 + 200.
	let split = Shares::default().split(1_000, 200, NO_PROVIDER);
	assert_eq!(split, Split { burned: 280, treasury: 80, validators: 40, provider: 0, farm: 600 });
	// Half of the farm's share to a provider: the fee isn't shared with it.
	let split = Shares::default().split(1_000, 200, Percent::from_percent(50));
	assert_eq!((split.provider, split.farm), (200, 400));
}

#[test]
fn an_extra_fee_above_the_charge_counts_as_the_charge() {
	let split = Shares::default().split(100, 1_000, Percent::from_percent(50));
	assert_eq!(split, Split { farm: 100, ..Default::default() });
}

#[test]
fn one_unit_is_burned() {
	assert_eq!(
		Shares::default().split(1, 0, NO_PROVIDER),
		Split { burned: 1, ..Default::default() }
	);
}

#[test]
fn nothing_is_split_into_nothing() {
	assert_eq!(Shares::default().split(0, 0, NO_PROVIDER), Split::default());
	assert_eq!(Shares::default().split(0, 10, NO_PROVIDER), Split::default());
}

#[test]
fn a_provider_with_the_whole_share_leaves_the_farm_its_extra_fee() {
	// 1,000 with 200 of extra fee: the farm's half of 800 goes to the provider.
	let split = Shares::default().split(1_000, 200, Percent::from_percent(100));
	assert_eq!((split.provider, split.farm), (400, 200));
}

#[test]
fn shares_add_up_to_exactly_a_hundred() {
	assert!(Shares::default().add_up());
	assert!(shares(100, 0, 0, 0).add_up());
	assert!(!shares(35, 10, 5, 49).add_up());
	assert!(!shares(35, 10, 5, 51).add_up());
	assert!(!shares(100, 100, 100, 100).add_up());
}

prop_compose! {
	/// Four shares that add up to 100 %.
	fn any_shares()(mut cuts in prop::array::uniform3(0..=100u8)) -> Shares {
		cuts.sort();
		shares(cuts[0], cuts[1] - cuts[0], cuts[2] - cuts[1], 100 - cuts[2])
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(1_000))]

	#[test]
	fn no_unit_is_created_or_lost_by_any_split(
		shares in any_shares(),
		charged in any::<u128>(),
		extra_fee in any::<u128>(),
		shifts in (0..128u32, 0..128u32),
		provider in 0..=100u8,
	) {
		let (charged, extra_fee) = (charged >> shifts.0, extra_fee >> shifts.1);
		let split = shares.split(charged, extra_fee, Percent::from_percent(provider));
		let parts = [split.burned, split.treasury, split.validators, split.provider, split.farm];
		let sum = parts.into_iter().try_fold(0u128, u128::checked_add);
		prop_assert_eq!(sum, Some(charged));
	}

	#[test]
	fn each_share_is_its_percentage_rounded_down(
		shares in any_shares(),
		charged in any::<u128>(),
		shift in 0..128u32,
		fee_hundredths in 0..=100u128,
		provider in 0..=100u8,
	) {
		let charged = charged >> shift;
		let extra_fee = charged / 100 * fee_hundredths;
		let split = shares.split(charged, extra_fee, Percent::from_percent(provider));
		let shared = Fraction::new(charged - extra_fee, 1);
		let of = |share: Percent, percent: u8| {
			shared.times(share.deconstruct().into(), 100).times(percent.into(), 100)
		};
		prop_assert!(of(shares.treasury, 100).rounds_down_to(split.treasury));
		prop_assert!(of(shares.validators, 100).rounds_down_to(split.validators));
		prop_assert!(of(shares.farm, provider).rounds_down_to(split.provider));
		prop_assert!(of(shares.farm, 100 - provider).rounds_down_to(split.farm - extra_fee));
		// What is burned beyond its share is what four roundings left: less than four units.
		prop_assert!(of(shares.burned, 100).at_most(Fraction::new(split.burned, 1)));
		prop_assert!(Fraction::new(split.burned, 1).at_most(of(shares.burned, 100).plus(Fraction::new(4, 1))));
	}
}
