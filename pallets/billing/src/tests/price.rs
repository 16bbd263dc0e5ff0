//! The price of TFT: how it follows its market, within which limits, and what happens when that is silent.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use gridchain_primitives::{traits::Windows as _, Price, Seconds, Time};

/// The price in force.
fn quoted() -> Price {
	TftPrice::<Test>::get().unwrap().price
}

/// The market says `millionths` of a dollar `seconds` later.
fn market_after(seconds: u64, millionths: u128) {
	set_time(now().plus(Seconds(seconds)));
	Billing::accept_price(price(millionths));
}

/// The market is silent for `seconds`, and a block comes.
fn silence(seconds: u64) {
	set_time(now().plus(Seconds(seconds)));
	poll();
}

fn set_params(change: impl FnOnce(&mut BillingParams)) {
	let mut params = BillingParams::default();
	change(&mut params);
	assert_ok!(Billing::set_params(RuntimeOrigin::root(), params));
}

#[test]
fn a_market_within_reach_is_followed() {
	new_test_ext().sanity(|| {
		market_after(HOUR, 11_500);
		assert_eq!(quoted(), price(11_500));
		assert_eq!(events(), [Event::PriceSet { price: price(11_500), median: price(11_500) }]);
	});
}

#[test]
fn an_absurd_market_moves_the_price_by_a_tenth_in_an_hour() {
	new_test_ext().sanity(|| {
		// 0.011 x 1.1 = 0.0121 USD, though the market says 900.
		market_after(HOUR, 900_000_000);
		assert_eq!(quoted(), price(12_100));
		let told = Event::PriceSet { price: price(12_100), median: price(900_000_000) };
		assert_eq!(events(), [told]);
		// 0.0121 x 0.9 = 0.01089 USD, though it says 0.000001.
		market_after(HOUR, 1);
		assert_eq!(quoted(), price(10_890));
	});
}

#[test]
fn many_markets_of_an_hour_move_the_price_no_further_than_one() {
	new_test_ext().sanity(|| {
		for _ in 0..60 {
			market_after(MINUTE, 900_000_000);
		}
		assert!(quoted() <= price(12_100), "{:?}", quoted());
		// A tenth but for half a percent: (660/659)^60 = 1.0952.
		assert!(quoted() >= price(12_040), "{:?}", quoted());
	});
}

#[test]
fn a_second_market_of_a_block_moves_nothing() {
	new_test_ext().sanity(|| {
		market_after(HOUR, 12_000);
		events();
		market_after(0, 900_000_000);
		assert_eq!(quoted(), price(12_000));
		assert_eq!(events(), []);
	});
}

#[test]
fn a_market_of_zero_is_no_market() {
	new_test_ext().sanity(|| {
		let before = TftPrice::<Test>::get();
		market_after(HOUR, 0);
		assert_eq!(TftPrice::<Test>::get(), before);
		assert_eq!(events(), []);
		TftPrice::<Test>::kill();
		market_after(HOUR, 0);
		assert_eq!(TftPrice::<Test>::get(), None);
	});
}

#[test]
fn the_first_market_is_held_within_the_band_and_lets_contracts_be_deployed() {
	// The band is 0.0001 to 1,000 USD.
	for (market, believed) in [(1, 100), (14_000, 14_000), (2_000_000_000, 1_000_000_000)] {
		new_test_ext().sanity(|| {
			TftPrice::<Test>::kill();
			assert_noop!(Billing::quote(&terms()), Error::<Test>::NoPrice);
			Billing::accept_price(price(market));
			assert_eq!(quoted(), price(believed));
			assert_ok!(Billing::quote(&terms()));
		});
	}
}

#[test]
fn the_price_stops_at_the_ends_of_the_band() {
	new_test_ext().sanity(|| {
		set_params(|params| {
			params.lowest_price = price(10_500);
			params.highest_price = price(11_200);
		});
		market_after(HOUR, 900_000_000);
		assert_eq!(quoted(), price(11_200));
		market_after(HOUR, 1);
		assert_eq!(quoted(), price(10_500));
	});
}

#[test]
fn a_new_band_moves_the_price_at_once() {
	new_test_ext().sanity(|| {
		set_params(|params| params.lowest_price = price(50_000));
		assert_eq!(quoted(), price(50_000));
		let told = Event::PriceSet { price: price(50_000), median: price(11_000) };
		assert_eq!(events().last(), Some(&told));
		set_params(|params| params.highest_price = price(20_000));
		assert_eq!(quoted(), price(20_000));
		// The band goes before the hour's tenth, and says nothing of when the market spoke.
		assert_eq!(TftPrice::<Test>::get().unwrap().accepted, T0);
	});
}

#[test]
fn a_silent_market_is_told_once_and_contracts_go_on_at_the_last_price() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		events();
		silence(DAY);
		// Exactly a day is not yet too old.
		let stale = |event: &Event<Test>| matches!(event, Event::PriceStale { .. });
		assert!(!events().iter().any(stale));
		silence(1);
		assert_eq!(events(), [Event::PriceStale { price: price(11_000), accepted: T0 }]);
		silence(MINUTE);
		assert_eq!(events(), []);
		report(NODE);
		silence(DAY);
		let events = events();
		assert!(!events.iter().any(stale));
		// A day, a minute and a second at the last price: 86,461 / 3,600 x 0.010375 / 0.011 = 22.65234532.. TFT.
		assert_eq!(charges(&events), [226_523_454]);
		assert_eq!(window(C).factors.price, price(11_000));
		assert!(Billing::quote(&terms()).is_ok());
	});
}

#[test]
fn a_market_that_speaks_again_is_followed_from_there_and_its_next_silence_is_told_again() {
	new_test_ext().sanity(|| {
		silence(3 * DAY);
		events();
		// The same price is told, so that whoever saw it stale sees it fresh.
		market_after(0, 11_000);
		assert_eq!(events(), [Event::PriceSet { price: price(11_000), median: price(11_000) }]);
		silence(DAY + 1);
		let accepted: Time = T0.plus(Seconds(3 * DAY));
		assert_eq!(events(), [Event::PriceStale { price: price(11_000), accepted }]);
		// Two more days of silence save nothing up: a tenth.
		silence(2 * DAY);
		market_after(0, 900_000_000);
		assert_eq!(quoted(), price(12_100));
	});
}

#[test]
fn the_price_of_genesis_is_as_old_as_the_first_block() {
	new_test_ext().sanity(|| {
		assert_eq!(TftPrice::<Test>::get().unwrap().accepted, T0);
		assert_eq!(events(), []);
	});
}

#[test]
fn an_open_window_keeps_its_price_whatever_the_market_says() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		market_after(HOUR, 900_000_000);
		assert_eq!(window(C).factors.price, price(11_000));
		// 26 x 0.010375 / 0.011 = 24.52272727.. -> 24.5227273 TFT
		assert_eq!(held(ALICE), 245_227_273);
	});
}
