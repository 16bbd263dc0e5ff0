//! The discount that a stake earns.

use crate::{price, resources, CU, SU};
use gridchain_math::{
	billing_units, Balance, DiscountTier, DiscountTiers, Percent, Price, Rate, Usd,
};
use proptest::prelude::*;

fn percent(hundredths: u8) -> Percent {
	Percent::from_percent(hundredths)
}

/// The rate of the worked example, 0.010375 USD an hour.
fn rate() -> Rate {
	Rate::of_units(billing_units(&resources(2, 2, 15, 0)), CU, SU).unwrap()
}

fn discount(stake: Balance) -> Percent {
	DiscountTiers::default().of(stake, rate(), price())
}

#[test]
fn three_months_earn_twenty_percent() {
	// 3 x 730 h x 0.010375 / 0.011 = 2065.56818181.. TFT: the first amount above it is worth three months.
	assert_eq!(discount(20_655_681_818), percent(0));
	assert_eq!(discount(20_655_681_819), percent(20));
}

#[test]
fn six_months_earn_thirty_percent() {
	// 6 x 730 h x 0.010375 / 0.011 = 4131.13636363.. TFT
	assert_eq!(discount(41_311_363_636), percent(20));
	assert_eq!(discount(41_311_363_637), percent(30));
}

#[test]
fn twelve_months_earn_forty_percent() {
	// 12 x 730 h x 0.010375 / 0.011 = 8262.27272727.. TFT
	assert_eq!(discount(82_622_727_272), percent(30));
	assert_eq!(discount(82_622_727_273), percent(40));
}

#[test]
fn thirty_six_months_earn_sixty_percent() {
	// 36 x 730 h x 0.010375 / 0.011 = 24786.81818181.. TFT
	assert_eq!(discount(247_868_181_818), percent(40));
	assert_eq!(discount(247_868_181_819), percent(60));
	assert_eq!(discount(Balance::MAX), percent(60));
}

#[test]
fn a_stake_worth_a_step_exactly_has_reached_it() {
	// 0.01 USD an hour at 0.01 USD for 1 TFT is 1 TFT an hour: three months are 2,190 TFT.
	let rate = Rate::of_each(1, Usd(10_000_000)).unwrap();
	let price = Price::from_inner(10_000_000_000_000_000);
	let tiers = DiscountTiers::default();
	assert_eq!(tiers.of(21_899_999_999, rate, price), percent(0));
	assert_eq!(tiers.of(21_900_000_000, rate, price), percent(20));
}

#[test]
fn no_stake_earns_nothing() {
	assert_eq!(discount(0), percent(0));
}

#[test]
fn no_rate_earns_nothing() {
	assert_eq!(DiscountTiers::default().of(Balance::MAX, Rate::ZERO, price()), percent(0));
}

#[test]
fn without_a_price_a_stake_is_worth_nothing() {
	let none = Price::from_inner(0);
	assert_eq!(DiscountTiers::default().of(Balance::MAX, rate(), none), percent(0));
}

#[test]
fn a_rate_past_the_scale_earns_nothing() {
	// Three months of this rate are more than the greatest cost.
	let rate = Rate::of_each(1, Usd(700_000_000_000_000_000_000_000)).unwrap();
	assert_eq!(DiscountTiers::default().of(Balance::MAX, rate, price()), percent(0));
}

#[test]
fn the_network_gets_at_most_forty_percent() {
	let tiers = DiscountTiers::default();
	assert_eq!(tiers.on_network(percent(0)), percent(0));
	assert_eq!(tiers.on_network(percent(30)), percent(30));
	assert_eq!(tiers.on_network(percent(40)), percent(40));
	assert_eq!(tiers.on_network(percent(60)), percent(40));
}

#[test]
fn the_default_steps_are_consistent() {
	assert!(DiscountTiers::default().is_consistent());
}

#[test]
fn steps_that_do_not_rise_are_inconsistent() {
	let mut same_months = DiscountTiers::default();
	same_months.tiers[1].months = 3;
	assert!(!same_months.is_consistent());

	let mut falls = DiscountTiers::default();
	falls.tiers[3] = DiscountTier { months: 36, discount: percent(39) };
	assert!(!falls.is_consistent());
}

#[test]
fn steps_that_leave_nothing_to_pay_are_inconsistent() {
	let mut all = DiscountTiers::default();
	all.tiers[3].discount = percent(100);
	assert!(!all.is_consistent());

	let network = DiscountTiers { network_limit: percent(100), ..Default::default() };
	assert!(!network.is_consistent());
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(500))]

	#[test]
	fn more_stake_never_earns_less(
		stake in 0..10_000_000_000_000_000u128,
		more in 0..10_000_000_000_000_000u128,
		hourly in 1..1_000_000_000_000u128,
	) {
		let rate = Rate::of_each(1, Usd(hourly)).unwrap();
		let tiers = DiscountTiers::default();
		prop_assert!(tiers.of(stake, rate, price()) <= tiers.of(stake + more, rate, price()));
	}

	#[test]
	fn a_stake_earns_a_step_when_it_would_pay_its_months(
		stake in 0..10_000_000_000_000_000u128,
		hourly in 1..1_000_000_000_000u128,
	) {
		// At 1 USD for 1 TFT an hour of `hourly` nano-dollars costs `hourly / 100` units of 10^-7 TFT: a step
		// is reached if 100 x stake >= hourly x 730 x months.
		let price = Price::from_inner(1_000_000_000_000_000_000);
		let rate = Rate::of_each(1, Usd(hourly)).unwrap();
		let reaches = |months: u128| stake * 100 >= hourly * 730 * months;
		let expected = match stake {
			_ if reaches(36) => 60,
			_ if reaches(12) => 40,
			_ if reaches(6) => 30,
			_ if reaches(3) => 20,
			_ => 0,
		};
		prop_assert_eq!(DiscountTiers::default().of(stake, rate, price), percent(expected));
	}
}
