//! Windows that close in the ordinary way.

use crate::{mock::*, *};
use frame_support::assert_ok;
use gridchain_primitives::{
	Bill, BillKind, Bytes, ContractId, Percent, PricingPolicyId, Rate, Record, Seconds, Split,
	TwinId, Usd,
};

/// The exact rate of the usual terms.
fn rate() -> Rate {
	Rate::of_each(1, Usd(10_375_000)).unwrap()
}

#[test]
fn a_full_window_is_billed_with_every_factor() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		events();
		run(DAY);
		let (from, to) = (T0, T0.plus(Seconds(DAY)));
		// 24 x 0.010375 = 0.249 USD; / 0.011 = 22.63636363.. -> 22.6363637 TFT, rounded up.
		// 10 % 2.2636363, 5 % 1.1318181, 50 % 11.3181818, each rounded down; the rest, 7.9227275, is burned.
		let split = Split {
			burned: 79_227_275,
			treasury: 22_636_363,
			validators: 11_318_181,
			provider: 0,
			farm: 113_181_818,
		};
		let billed = Event::Billed {
			contract: C,
			kind: BillKind::Window,
			twin: TwinId(1),
			payer: ALICE,
			node: Some(NODE),
			farm: Some(FARM),
			provider: None,
			from,
			to,
			seconds: Seconds(86_400),
			traffic: Bytes::ZERO,
			policy: PricingPolicyId(1),
			rate: rate(),
			traffic_price: Usd(1_500_000),
			discount: Percent::from_percent(0),
			network_discount: Percent::from_percent(0),
			usd: Usd(249_000_000),
			price: price(11_000),
			charged: 226_363_637,
			extra_fee: 0,
			provider_share: Percent::from_percent(0),
			split,
		};
		let opened = Event::WindowOpened {
			contract: C,
			payer: ALICE,
			node: Some(NODE),
			reserve: 245_227_273,
			policy: PricingPolicyId(1),
			price: price(11_000),
			discount: Percent::from_percent(0),
			usd_per_hour: Usd(10_375_000),
			due: T0.plus(Seconds(2 * DAY)),
		};
		assert_eq!(events(), [billed, opened]);
		let bill = Bill {
			contract: C,
			kind: BillKind::Window,
			twin: TwinId(1),
			payer: ALICE,
			node: Some(NODE),
			farm: Some(FARM),
			provider: None,
			from,
			to,
			seconds: Seconds(86_400),
			traffic: Bytes::ZERO,
			policy: PricingPolicyId(1),
			rate: rate(),
			traffic_price: Usd(1_500_000),
			discount: Percent::from_percent(0),
			network_discount: Percent::from_percent(0),
			usd: Usd(249_000_000),
			price: price(11_000),
			charged: 226_363_637,
			extra_fee: 0,
			provider_share: Percent::from_percent(0),
			split,
		};
		assert_eq!(Noted::get(), Some(vec![Record::Bill(bill)]));
	});
}

#[test]
fn a_bill_moves_the_charge_to_the_pot_and_books_its_parts() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		run(DAY);
		assert_eq!(free(pot()), DEPOSIT + 226_363_637);
		assert_eq!(held(ALICE), 245_227_273);
		assert_eq!(free(ALICE), WEALTH - 226_363_637 - 245_227_273);
		let booked = Bookings {
			burn: 79_227_275,
			treasury: 22_636_363,
			validators: 11_318_181,
			nodes: 113_181_818,
			providers: 0,
			taken: 0,
		};
		assert_eq!(Billing::booked(), booked);
		assert_eq!(NodeRevenue::<Test>::get(NODE), 113_181_818);
	});
}

#[test]
fn bill_is_zero_for_the_hours_the_node_was_down() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		run(10 * HOUR);
		down(NODE);
		run(6 * HOUR);
		up(NODE);
		run(8 * HOUR);
		// Up 18 h, down 6 h: 18 x 0.010375 / 0.011 = 16.97727272.. -> 16.9772728 TFT, rounded up
		assert_eq!(charges(&events()), [169_772_728]);
	});
}

#[test]
fn a_node_that_is_down_costs_nothing_to_the_second() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		run(1);
		down(NODE);
		run(DAY - 1);
		let events = events();
		// One second: 0.010375 / 3,600 / 0.011 = 0.00026199.. -> 0.0002620 TFT
		assert_eq!((seconds(&events), charges(&events)), (vec![1], vec![2_620]));
	});
}

#[test]
fn a_window_in_which_nothing_was_delivered_is_told_and_costs_nothing() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		down(NODE);
		run(DAY);
		let events = events();
		assert_eq!((seconds(&events), charges(&events)), (vec![0], vec![0]));
		assert_eq!(Noted::get().unwrap().len(), 1);
		assert_eq!(free(ALICE), WEALTH - 245_227_273);
	});
}

#[test]
fn from_bill_to_bill_no_second_is_lost_or_billed_twice() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		// When the first window closes, the last report is an hour old.
		run(23 * HOUR);
		set_time(now().plus(Seconds(HOUR)));
		poll();
		run(DAY);
		// 23 h in the first bill; 25 h in the second: 0.010375 x 23 / 0.011 = 21.69318181.. and
		// 0.010375 x 25 / 0.011 = 23.57954545..
		assert_eq!(charges(&events()), [216_931_819, 235_795_455]);
	});
}

#[test]
fn traffic_is_billed_up_to_the_limit() {
	new_test_ext().sanity(|| {
		deploy(C, terms().limited(Bytes(10 * GB)));
		down(NODE);
		Traffic::insert(C, Bytes(4 * GB));
		run(DAY);
		// 4 x 0.0015 / 0.011 = 0.54545454.. -> 0.5454546 TFT
		assert_eq!(charges(&events()), [5_454_546]);
		Traffic::insert(C, Bytes(19 * GB));
		run(DAY);
		// 15 GB, limited to 10: 10 x 0.0015 / 0.011 = 1.36363636.. -> 1.3636364 TFT
		assert_eq!(charges(&events()), [13_636_364]);
		run(DAY);
		// What was beyond the limit is never billed.
		assert_eq!(charges(&events()), [0]);
	});
}

#[test]
fn seconds_and_traffic_are_rounded_up_together() {
	new_test_ext().sanity(|| {
		deploy(C, terms().limited(Bytes(GB)));
		run(HOUR);
		down(NODE);
		Traffic::insert(C, Bytes(GB));
		run(23 * HOUR);
		// 0.010375 + 0.0015 = 0.011875 USD; / 0.011 = 1.07954545.. -> 1.0795455 TFT
		assert_eq!(charges(&events()), [10_795_455]);
	});
}

#[test]
fn a_new_price_holds_from_the_next_window() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		run(HOUR);
		quote_price(22_000);
		run(23 * HOUR);
		assert_eq!(charges(&events()), [226_363_637]);
		// 26 x 0.010375 / 0.022 = 12.26136363.. -> 12.2613637 TFT
		assert_eq!(held(ALICE), 122_613_637);
		run(DAY);
		// 0.249 / 0.022 = 11.31818181.. -> 11.3181819 TFT
		assert_eq!(charges(&events()), [113_181_819]);
	});
}

#[test]
fn a_new_policy_holds_from_the_next_window() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		run(HOUR);
		// Twice the price of a compute unit, and of a storage unit none.
		let policy = PricingPolicy { cu: Usd(20_000_000), su: Usd(0), ..Default::default() };
		assert_ok!(Billing::add_pricing_policy(RuntimeOrigin::root(), policy));
		run(23 * HOUR);
		assert_eq!(charges(&events()), [226_363_637]);
		// 26 x 0.020 / 0.011 = 47.27272727.. -> 47.2727273 TFT
		assert_eq!(held(ALICE), 472_727_273);
		assert_eq!(Some(Payers::<Test>::get(TwinId(1)).rate), Rate::of_each(1, Usd(20_000_000)));
		run(DAY);
		// 24 x 0.020 / 0.011 = 43.63636363.. -> 43.6363637 TFT
		assert_eq!(charges(&events()), [436_363_637]);
	});
}

#[test]
fn windows_go_on_at_the_last_price_when_the_market_falls_silent() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		FeedIsSilent::put(());
		run(DAY);
		run(DAY);
		assert_eq!(charges(&events()), [226_363_637, 226_363_637]);
	});
}

#[test]
fn renewal_warns_each_time_the_money_is_low() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		set_free(ALICE, DEPOSIT + 100 * gridchain_primitives::TFT);
		run(DAY);
		run(DAY);
		let low = |event: &Event<Test>| match event {
			Event::FundsLow { days, .. } => Some(*days),
			_ => None,
		};
		// After the first bill 100 + 24.5227273 - 22.6363637 - 24.5227273 = 77.3636363 TFT are free:
		// 82.02 h. After the second 54.7272726 TFT: 58.02 h.
		assert_eq!(events().iter().filter_map(low).collect::<Vec<_>>(), [3, 2]);
	});
}

#[test]
fn all_contracts_of_a_payer_count_for_the_warning() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		deploy(ContractId(2), terms());
		// 240 TFT last 254 h for one, 127 h for both: 5 days.
		set_free(ALICE, DEPOSIT + 240 * gridchain_primitives::TFT);
		down(NODE);
		events();
		run(DAY);
		let low = Event::FundsLow { twin: TwinId(1), account: ALICE, days: 5 };
		assert_eq!(events().iter().filter(|event| **event == low).count(), 2);
	});
}

#[test]
fn all_billed_seconds_are_never_more_than_the_time_since_the_start() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		// A meter that runs away: two days credited in one.
		Nodes::mutate(NODE, |node| node.as_mut().unwrap().attested = Seconds(DAY));
		run(DAY);
		assert_eq!(seconds(&events()), [86_400]);
	});
}

#[test]
fn a_freeze_after_the_hold_does_not_keep_the_money() {
	use frame_support::traits::fungible::MutateFreeze;
	new_test_ext().sanity(|| {
		deploy(C, terms());
		assert_ok!(Balances::set_freeze(&0, &ALICE, WEALTH));
		run(DAY);
		assert_eq!(free(pot()), DEPOSIT + 226_363_637);
	});
}

#[test]
fn a_window_that_opens_late_is_due_when_it_would_have_been() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		// The block that closes the window comes 37 minutes late, the next one 10.
		run(DAY + 37 * MINUTE);
		assert_eq!(window(C).due, T0.plus(Seconds(2 * DAY)));
		run(DAY - 27 * MINUTE);
		assert_eq!(window(C).due, T0.plus(Seconds(3 * DAY)));
		assert_eq!(seconds(&events()), [DAY + 37 * MINUTE, DAY - 27 * MINUTE]);
	});
}

#[test]
fn seconds_beyond_the_reserve_stay_owed_and_are_billed_next() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		// The chain stood still for 5 h when the window was due; the reserve pays 26 of 29 h.
		run(DAY + 5 * HOUR);
		// 26 h: all of the reserve.
		assert_eq!(charges(&events()), [245_227_273]);
		// 24 + 2 + 3 h: 29 x 0.010375 / 0.011 = 27.35227272.. -> 27.3522728 TFT
		assert_eq!(held(ALICE), 273_522_728);
		run(19 * HOUR);
		// 3 h that were owed and the 19 h since: 22 x 0.010375 / 0.011 = 20.75 TFT
		let events = events();
		assert_eq!((seconds(&events), charges(&events)), (vec![22 * HOUR], vec![207_500_000]));
	});
}

#[test]
fn a_halt_of_an_hour_costs_the_hour_that_the_node_was_up() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		run(12 * HOUR);
		// No block for an hour; then the node's report credits it.
		run(HOUR);
		run(11 * HOUR);
		assert_eq!(charges(&events()), [226_363_637]);
	});
}

#[test]
fn a_halt_of_three_windows_is_one_bill_and_what_was_delivered_is_billed_in_full() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		run(12 * HOUR);
		events();
		// No block for three windows. The first one closes what is due before the node's report is in.
		set_time(T0.plus(Seconds(12 * HOUR + 3 * DAY)));
		poll();
		let at_once = events();
		// Three windows were due: one bill covers all, with the 12 h that were attested.
		assert_eq!(seconds(&at_once), [12 * HOUR]);
		assert_eq!(window(C).due, T0.plus(Seconds(4 * DAY)));
		report(NODE);
		run(12 * HOUR);
		// 3 days and 12 h were delivered since; the reserve pays 26 h of these 84.
		run(DAY);
		run(DAY);
		run(DAY);
		// 58 h stay owed, then 24 h are added a day and the reserve grows with what is owed.
		assert_eq!(seconds(&events()), [26 * HOUR, 82 * HOUR, 24 * HOUR, 24 * HOUR]);
		assert_eq!(Billing::contract_status(C).unwrap().billed, Seconds(7 * DAY));
	});
}
