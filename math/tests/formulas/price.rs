//! How fast the price of TFT follows its market.

use crate::price;
use gridchain_math::{followed, Price, Seconds};
use proptest::prelude::*;

/// 10^-18 dollars.
fn inner(inner: u128) -> Price {
	Price::from_inner(inner)
}

#[test]
fn a_market_within_reach_is_followed_exactly() {
	// A tenth of 0.011 is 0.0011: 0.0099 to 0.0121 can be reached in an hour.
	for market in [9_900_000_000_000_000, 10_500_000_000_000_001, 12_100_000_000_000_000] {
		assert_eq!(followed(price(), inner(market), Seconds::HOUR), inner(market));
	}
}

#[test]
fn the_price_rises_by_a_tenth_in_an_hour_at_most() {
	let rises = followed(price(), inner(12_100_000_000_000_001), Seconds::HOUR);
	assert_eq!(rises, inner(12_100_000_000_000_000));
	assert_eq!(followed(price(), inner(u128::MAX), Seconds::HOUR), rises);
}

#[test]
fn the_price_falls_by_a_tenth_in_an_hour_at_most() {
	let falls = followed(price(), inner(9_899_999_999_999_999), Seconds::HOUR);
	assert_eq!(falls, inner(9_900_000_000_000_000));
	assert_eq!(followed(price(), inner(0), Seconds::HOUR), falls);
}

#[test]
fn half_an_hour_reaches_less() {
	// 0.011 x 9.5/10 = 0.01045; 0.011 x 11/10.5 = 0.01152380952380952380..
	let half = Seconds(1_800);
	assert_eq!(followed(price(), inner(0), half), inner(10_450_000_000_000_000));
	assert_eq!(followed(price(), inner(u128::MAX), half), inner(11_523_809_523_809_523));
}

#[test]
fn a_block_reaches_hardly_anything() {
	// Six seconds: 0.011 x 35,994/36,000 = 0.01099816666..; 0.011 x 39,600/39,594 = 0.01100166691922..
	let block = Seconds(6);
	assert_eq!(followed(price(), inner(0), block), inner(10_998_166_666_666_667));
	assert_eq!(followed(price(), inner(u128::MAX), block), inner(11_001_666_919_230_186));
}

#[test]
fn without_time_the_price_stays() {
	for market in [0, 1, u128::MAX] {
		assert_eq!(followed(price(), inner(market), Seconds(0)), price());
	}
}

#[test]
fn silence_saves_nothing_up() {
	let day = Seconds(86_400);
	assert_eq!(followed(price(), inner(0), day), inner(9_900_000_000_000_000));
	assert_eq!(followed(price(), inner(u128::MAX), day), inner(12_100_000_000_000_000));
	assert_eq!(
		followed(price(), inner(0), Seconds(u64::MAX)),
		followed(price(), inner(0), Seconds::HOUR)
	);
}

#[test]
fn the_greatest_price_stays_the_greatest() {
	let greatest = inner(u128::MAX);
	assert_eq!(followed(greatest, greatest, Seconds::HOUR), greatest);
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(500))]

	#[test]
	fn no_hour_moves_the_price_by_more_than_a_tenth_however_it_is_cut(
		first in 1u128..1_000_000_000_000_000_000_000_000,
		steps in proptest::collection::vec((1u64..600, any::<u128>()), 1..60),
	) {
		let mut left = 3_600;
		let mut now = inner(first);
		for (span, market) in steps {
			let span = span.min(left);
			left -= span;
			now = followed(now, inner(market), Seconds(span));
		}
		let now = now.into_inner();
		prop_assert!(now * 10 <= first * 11, "{first} rose to {now}");
		prop_assert!(now * 10 >= first * 9, "{first} fell to {now}");
	}

	#[test]
	fn the_price_never_passes_its_market(
		first in 1u128..1_000_000_000_000_000_000_000_000,
		market in 1u128..1_000_000_000_000_000_000_000_000,
		span in 0u64..10_000,
	) {
		let now = followed(inner(first), inner(market), Seconds(span)).into_inner();
		prop_assert!(now >= first.min(market) && now <= first.max(market));
	}

	#[test]
	fn a_market_that_stays_is_reached(
		first in 1_000_000_000_000u128..1_000_000_000_000_000_000_000_000,
		market in 1_000_000_000_000u128..1_000_000_000_000_000_000_000_000,
	) {
		// From 10^-6 to 10^6 dollars are 12 decades: 300 hours are enough, since 1.1^300 is 2.6 x 10^12.
		let mut now = inner(first);
		for _ in 0..300 {
			now = followed(now, inner(market), Seconds::HOUR);
		}
		prop_assert_eq!(now, inner(market));
	}
}
