//! Who feeds the price of TFT, and how far it follows them.

use crate::common::*;
use frame_support::assert_ok;
use gridchain_primitives::{Price, Seconds};
use gridchain_runtime::{
	configs::oracle::Feed, AccountId, Oracle, Runtime, RuntimeCall, RuntimeEvent,
};
use sp_runtime::DispatchError;

/// Thousandths of a dollar for one TFT.
fn price(thousandths: u128) -> Price {
	Price::from_rational(thousandths, 1_000)
}

/// The region asks for `minimum_feeds` fresh feeds, which are fresh for `life` seconds.
fn ask_for(chain: &mut Chain, minimum_feeds: u32, life: u64) {
	let params = pallet_billing::BillingParams {
		minimum_feeds,
		feed_life: Seconds(life),
		..pallet_billing::Params::<Runtime>::get()
	};
	chain.root(pallet_billing::Call::set_params { params }).unwrap();
}

/// Lets an hour pass, after which the price may move by a tenth.
fn an_hour_later(chain: &mut Chain) {
	// The first block dates the price of genesis.
	chain.block();
	chain.stand_still(600);
	chain.block();
}

fn remove(member: &AccountId) -> RuntimeCall {
	pallet_membership::Call::<Runtime, ()>::remove_member { who: member.clone().into() }.into()
}

fn told_stale(chain: &Chain) -> usize {
	let stale = |event: &RuntimeEvent| match event {
		RuntimeEvent::Billing(pallet_billing::Event::PriceStale { .. }) => Some(()),
		_ => None,
	};
	chain.history.pick(stale).len()
}

#[test]
fn feed_moves_the_price_and_costs_nothing() {
	on_chain(|chain| {
		an_hour_later(chain);
		let before = total(&account(&bob()));
		chain.call(&bob(), feed(price(12))).unwrap();
		assert_eq!(quoted(), price(12));
		assert_eq!(total(&account(&bob())), before);
	})
}

#[test]
fn strangers_feed_nothing_and_pay_for_the_attempt() {
	on_chain(|chain| {
		let before = total(&account(&dave()));
		let refused: DispatchError = pallet_oracle::Error::<Runtime>::NoPermission.into();
		assert_eq!(chain.call(&dave(), feed(price(12))), Err(refused));
		assert_eq!(quoted(), price(11));
		assert!(total(&account(&dave())) < before);
	})
}

#[test]
fn absurd_feed_moves_the_price_by_a_tenth_in_an_hour() {
	on_chain(|chain| {
		an_hour_later(chain);
		chain.call(&bob(), feed(price(999_000_000))).unwrap();
		// 0.011 x 1.1 = 0.0121 USD.
		assert_eq!(quoted(), Price::from_rational(121, 10_000));
		an_hour_later(chain);
		chain.call(&bob(), feed(Price::from_inner(1))).unwrap();
		// 0.0121 x 0.9 = 0.01089 USD, but for the seconds above an hour, which count for nothing.
		assert_eq!(quoted(), Price::from_rational(1_089, 100_000));
	})
}

#[test]
fn feed_of_zero_takes_the_own_feed_back() {
	on_chain(|chain| {
		an_hour_later(chain);
		let before = pallet_billing::TftPrice::<Runtime>::get();
		chain.call(&bob(), feed(Price::from_inner(0))).unwrap();
		assert_eq!(pallet_billing::TftPrice::<Runtime>::get(), before);
		assert_eq!(Oracle::get(&Feed::UsdPerTft), None);
		// Bob's feed falls away: of 0.0104 and 0.012 the upper one counts, of 0.0104 alone that.
		chain.call(&alice(), feed(Price::from_rational(104, 10_000))).unwrap();
		chain.call(&bob(), feed(price(12))).unwrap();
		assert_eq!(Oracle::get(&Feed::UsdPerTft).unwrap().value, price(12));
		chain.call(&bob(), feed(Price::from_inner(0))).unwrap();
		assert_eq!(Oracle::get(&Feed::UsdPerTft).unwrap().value, Price::from_rational(104, 10_000));
	})
}

#[test]
fn median_of_three_counts_and_two_are_none() {
	on_chain(|chain| {
		ask_for(chain, 3, 3_600);
		an_hour_later(chain);
		chain.call(&alice(), feed(price(12))).unwrap();
		chain.call(&bob(), feed(price(999))).unwrap();
		assert_eq!(quoted(), price(11));
		chain.call(&charlie(), feed(Price::from_rational(115, 10_000))).unwrap();
		// Of 0.0115, 0.012 and 0.999 the middle one.
		assert_eq!(quoted(), price(12));
	})
}

#[test]
fn feed_that_is_no_longer_fresh_does_not_count() {
	on_chain(|chain| {
		ask_for(chain, 2, 60);
		an_hour_later(chain);
		chain.call(&alice(), feed(price(12))).unwrap();
		chain.stand_still(10);
		chain.call(&bob(), feed(price(12))).unwrap();
		assert_eq!(quoted(), price(11));
		chain.call(&alice(), feed(price(12))).unwrap();
		assert_eq!(quoted(), price(12));
	})
}

#[test]
fn feeds_of_a_removed_member_go_with_it() {
	on_chain(|chain| {
		ask_for(chain, 2, 3_600);
		an_hour_later(chain);
		chain.call(&bob(), feed(price(12))).unwrap();
		chain.root(remove(&account(&bob()))).unwrap();
		let fed = pallet_oracle::RawValues::<Runtime>::get(account(&bob()), Feed::UsdPerTft);
		assert_eq!(fed, None);
		chain.call(&alice(), feed(price(12))).unwrap();
		assert_eq!(quoted(), price(11));
		assert!(chain.call(&bob(), feed(price(12))).is_err());
		assert_ok!(chain.call(&charlie(), feed(price(12))));
		assert_eq!(quoted(), price(12));
	})
}

#[test]
fn median_that_stayed_because_feeds_were_too_few_is_not_accepted_again() {
	on_chain(|chain| {
		ask_for(chain, 2, 3_600);
		an_hour_later(chain);
		chain.call(&alice(), feed(price(12))).unwrap();
		chain.call(&bob(), feed(price(12))).unwrap();
		let accepted = pallet_billing::TftPrice::<Runtime>::get().unwrap().accepted;
		chain.stand_still(700);
		chain.call(&alice(), feed(price(12))).unwrap();
		let now = pallet_billing::TftPrice::<Runtime>::get().unwrap().accepted;
		assert_eq!(now, accepted);
	})
}

#[test]
fn silence_beyond_the_life_of_a_price_is_told_once_and_windows_go_on_at_the_last_price() {
	// The chain lives and nodes report; only the market is silent, for two minutes instead of a day.
	let short_lived = |genesis: &mut serde_json::Value| {
		let billing = &mut genesis["billing"];
		billing["price"] = serde_json::Value::Null;
		billing["params"]["feedLife"] = 60.into();
		billing["params"]["priceLife"] = 120.into();
	};
	on_chain_of(short_lived, |chain| {
		// In the first block the market speaks, for the last time.
		chain.call(&bob(), feed(price(12))).unwrap();
		let machines = chain.region(["one"]);
		let contract = chain.deployed(&machines[0], WORKLOAD);
		assert_eq!(chain.elapsed(), 24);
		chain.report_to(&machines, after(120));
		assert_eq!(told_stale(chain), 0);
		chain.report_to(&machines, after(126));
		assert_eq!(told_stale(chain), 1);
		// Two windows that opened under a stale price have closed when this one is billed.
		chain.report_to(&machines, after(264));
		assert_eq!(told_stale(chain), 1);
		assert_eq!(quoted(), price(12));
		// 0.010375 USD/h / 0.012 USD/TFT = 0.864583333.. TFT an hour. When the first window closes its node has
		// attested 54 s of it: 54 x 0.864583333.. / 3,600 = 0.01296875 -> 0.0129688 TFT. Those after it are
		// attested whole: 60 x 0.864583333.. / 3,600 = 0.014409722.. -> 0.0144098 TFT.
		let windows: Vec<_> = chain
			.history
			.bills(contract)
			.iter()
			.map(|bill| (bill.to, bill.seconds.0, bill.price, bill.charged))
			.collect();
		assert_eq!(
			windows,
			[
				(after(84), 54, price(12), 129_688),
				(after(144), 60, price(12), 144_098),
				(after(204), 60, price(12), 144_098),
				(after(264), 60, price(12), 144_098),
			]
		);
		// The market speaks again, and is silent again.
		chain.call(&bob(), feed(price(12))).unwrap();
		let spoke = chain.elapsed();
		chain.report_to(&machines, after(spoke + 120));
		assert_eq!(told_stale(chain), 1);
		chain.report_to(&machines, after(spoke + 132));
		assert_eq!(told_stale(chain), 2);
	})
}

/// Leaves out all blocks until shortly before `seconds` after the first one, and makes those from there on, in which the
/// `machines` report. The first of them begins a session. Nodes are credited all of the time: a chain that makes no
/// blocks makes nobody dead.
fn leap_to(chain: &mut Chain, machines: &[Machine], seconds: u64) {
	let first = after(seconds - 12);
	chain.stand_still(first.since(chain.soon()).0 / 6);
	chain.report_to(machines, after(seconds));
}

#[test]
fn market_that_is_silent_for_a_day_is_told_of_once_and_windows_go_on_at_the_last_price() {
	// A price lives for a day, as in production. Windows of an hour, with a node that may be silent for two.
	let hourly = |genesis: &mut serde_json::Value| {
		let billing = &mut genesis["billing"];
		billing["price"] = serde_json::Value::Null;
		billing["params"]["window"] = 3_600.into();
		billing["params"]["nodeGone"] = 7_200.into();
	};
	on_chain_of(hourly, |chain| {
		chain.block();
		// At 6 s the market speaks, for the last time.
		chain.call(&bob(), feed(price(12))).unwrap();
		let machines = chain.region(["one"]);
		// Confirmed at 30 s.
		let contract = chain.deployed(&machines[0], WORKLOAD);
		for hour in 1..=23 {
			leap_to(chain, &machines, 30 + hour * 3_600);
		}
		// A day after 6 s to the second, and a block later.
		leap_to(chain, &machines, 86_406);
		assert_eq!(told_stale(chain), 0);
		chain.report_next(&machines);
		assert_eq!((chain.elapsed(), told_stale(chain)), (86_412, 1));
		chain.report_to(&machines, after(86_430));
		for hour in [25, 26] {
			leap_to(chain, &machines, 30 + hour * 3_600);
		}
		assert_eq!((told_stale(chain), quoted()), (1, price(12)));
		let windows: Vec<_> = chain
			.history
			.bills(contract)
			.iter()
			.map(|bill| (bill.to, bill.seconds.0, bill.price, bill.charged))
			.collect();
		// 0.010375 USD/h / 0.012 USD/TFT = 0.864583333.. TFT an hour -> 0.8645834 TFT. Of the first hour the node has
		// attested all but the last 6 s: 3,594 x 0.864583333.. / 3,600 = 0.86314236.. -> 0.8631424 TFT. The last two
		// windows opened under a stale price.
		let mut expected = vec![(after(3_630), 3_594, price(12), 8_631_424)];
		expected
			.extend((2..=26).map(|hour| (after(30 + hour * 3_600), 3_600, price(12), 8_645_834)));
		assert_eq!(windows, expected);
		// The market speaks again, and is silent for another day.
		chain.call(&bob(), feed(price(12))).unwrap();
		let spoke = chain.elapsed();
		leap_to(chain, &machines, spoke + 86_400);
		assert_eq!(told_stale(chain), 1);
		chain.report_next(&machines);
		assert_eq!(told_stale(chain), 2);
	})
}

#[test]
fn before_the_first_price_nothing_can_be_deployed() {
	on_chain_of(
		|genesis| genesis["billing"]["price"] = serde_json::Value::Null,
		|chain| {
			let machines = chain.region(["one"]);
			let refused: DispatchError = pallet_billing::Error::<Runtime>::NoPrice.into();
			let order = deploy(machines[0].id, WORKLOAD);
			assert_eq!(chain.call(&charlie(), order.clone()), Err(refused));
			chain.call(&bob(), feed(price(500))).unwrap();
			// The first price follows nothing.
			assert_eq!(quoted(), price(500));
			chain.report(&machines, 1);
			assert_ok!(chain.call(&charlie(), order));
		},
	)
}
