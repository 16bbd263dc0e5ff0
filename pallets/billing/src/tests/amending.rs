//! Changes of what a running contract is charged by.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use gridchain_primitives::{
	BillKind, Bytes, CloudUnits, ContractId, NodeId, Rate, Seconds, Terms, TwinId, Usd, TFT,
};

/// Twice the usual terms: 0.02075 USD an hour.
fn doubled() -> Terms {
	terms().sized(CloudUnits { cu: 2 * 6_144_000, su: 2 * 460_800 })
}

#[test]
fn amend_bills_the_past_at_the_old_rate_and_goes_on_at_the_new_one() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		run(6 * HOUR);
		assert_ok!(amend(C, doubled()));
		// 6 x 0.010375 / 0.011 = 5.65909090.. -> 5.6590910 TFT
		assert_eq!(charges(&events()), [56_590_910]);
		run(18 * HOUR);
		// 18 x 0.02075 / 0.011 = 33.95454545.. -> 33.9545455 TFT
		assert_eq!(charges(&events()), [339_545_455]);
	});
}

#[test]
fn amend_keeps_the_due_time_and_adjusts_the_reserve() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		run(6 * HOUR);
		events();
		assert_ok!(amend(C, doubled()));
		assert_eq!(window(C).due, T0.plus(Seconds(DAY)));
		// 18 h are left, and the slack: 20 x 0.02075 / 0.011 = 37.72727272.. -> 37.7272728 TFT
		assert_eq!(held(ALICE), 377_272_728);
		let amended = Event::Amended {
			contract: C,
			payer: ALICE,
			reserve: 377_272_728,
			usd_per_hour: Usd(20_750_000),
			unreported: Seconds::ZERO,
		};
		assert_eq!(events()[1..], [amended]);
		assert_eq!(Some(Payers::<Test>::get(TwinId(1)).rate), Rate::of_each(1, Usd(20_750_000)));
	});
}

#[test]
fn amend_downwards_gives_money_back() {
	new_test_ext().sanity(|| {
		deploy(C, doubled());
		run(6 * HOUR);
		assert_ok!(amend(C, terms()));
		// 20 x 0.010375 / 0.011 = 18.86363636.. -> 18.8636364 TFT
		assert_eq!(held(ALICE), 188_636_364);
	});
}

#[test]
fn amend_keeps_the_policy_and_the_price_of_the_window() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		let policy = PricingPolicy { cu: Usd(90_000_000), ..Default::default() };
		assert_ok!(Billing::add_pricing_policy(RuntimeOrigin::root(), policy));
		quote_price(99_000);
		assert_ok!(amend(C, doubled()));
		// 26 x 0.02075 / 0.011 = 49.04545454.. -> 49.0454546 TFT
		assert_eq!(held(ALICE), 490_454_546);
	});
}

#[test]
fn amend_before_the_confirmation_bills_nothing() {
	new_test_ext().sanity(|| {
		open(C, terms());
		run(HOUR);
		assert_ok!(amend(C, doubled()));
		assert_eq!(charges(&events()), []);
		assert_eq!(held(ALICE), 490_454_546);
		assert_eq!(window(C).due, T0.plus(Seconds(2 * HOUR)));
	});
}

#[test]
fn amend_bills_nothing_when_nothing_was_delivered() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		assert_ok!(amend(C, doubled()));
		assert_eq!(charges(&events()), []);
		assert!(!Noted::exists());
	});
}

#[test]
fn minutes_before_an_amendment_that_are_reported_after_it_are_billed_at_the_old_rate() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		run(6 * HOUR);
		// The last report is 10 minutes old: these minutes are billed when they are attested.
		set_time(now().plus(Seconds(10 * MINUTE)));
		assert_ok!(amend(C, doubled()));
		let is_amended =
			|event: &Event<Test>| matches!(event, Event::Amended { unreported: Seconds(600), .. });
		let before = events();
		assert!(before.iter().any(is_amended));
		assert_eq!(charges(&before), [56_590_910]);
		// The reserve covers them: 600 s x 0.010375 + (19 h 50 min = 71,400 s) x 0.02075, an hour;
		// 1,487.775 / 3,600 / 0.011 = 37.57007575.. TFT
		assert_eq!(held(ALICE), 375_700_758);
		run(18 * HOUR - 10 * MINUTE);
		// 600 s x 0.010375 + 64,200 s x 0.02075 = 1,338.375; / 3,600 / 0.011 = 33.79734848..
		let after = events();
		assert_eq!((seconds(&after), charges(&after)), (vec![18 * HOUR], vec![337_973_485]));
	});
}

#[test]
fn contract_that_is_small_whenever_its_node_reports_pays_for_what_it_was_between() {
	new_test_ext().sanity(|| {
		deploy(C, doubled());
		let small = terms().sized(CloudUnits { cu: 6_144, su: 0 });
		for _ in 0..3 {
			set_time(now().plus(Seconds(20 * MINUTE)));
			assert_ok!(amend(C, small));
			report(NODE);
			assert_ok!(amend(C, doubled()));
			// 1,200 s x 0.02075 / 3,600 / 0.011 = 0.62878787..
			assert_eq!(charges(&events()), [6_287_879]);
		}
	});
}

#[test]
fn contract_that_is_made_small_before_it_ends_pays_for_what_it_was() {
	new_test_ext().sanity(|| {
		deploy(C, doubled());
		set_time(now().plus(Seconds(20 * MINUTE)));
		let small = terms().sized(CloudUnits { cu: 6_144, su: 0 });
		assert_ok!(amend(C, small));
		assert_ok!(close(C));
		// No report came, so the hour that is billed at least begins with the 20 minutes as it was, the rest is
		// as small as it is: 1,200 s x 0.02075 + 2,400 s x 0.00001 = 24.924; / 3,600 / 0.011 = 0.62939393..
		assert_eq!(charges(&events()), [6_293_940]);
	});
}

#[test]
fn two_amendments_between_reports_are_billed_at_the_rates_of_their_times() {
	new_test_ext().sanity(|| {
		deploy(C, doubled());
		set_time(now().plus(Seconds(5 * MINUTE)));
		assert_ok!(amend(C, terms()));
		set_time(now().plus(Seconds(10 * MINUTE)));
		assert_ok!(amend(C, doubled()));
		set_time(now().plus(Seconds(5 * MINUTE)));
		report(NODE);
		assert_ok!(amend(C, terms()));
		// 300 s and 300 s x 0.02075 + 600 s x 0.010375 = 18.675; / 3,600 / 0.011 = 0.47159090..
		assert_eq!(charges(&events()), [4_715_910]);
	});
}

#[test]
fn amend_bills_traffic_and_leaves_the_rest_of_the_limit() {
	new_test_ext().sanity(|| {
		let limited = |gigabytes| terms().limited(Bytes(gigabytes * GB));
		deploy(C, limited(10));
		down(NODE);
		Traffic::insert(C, Bytes(4 * GB));
		assert_ok!(amend(C, limited(6)));
		// 4 x 0.0015 / 0.011 = 0.54545454.. -> 0.5454546 TFT; the reserve keeps 2 GB:
		// (26 x 0.010375 + 2 x 0.0015) / 0.011 = 24.79545454.. -> 24.7954546 TFT
		assert_eq!((charges(&events()), held(ALICE)), (vec![5_454_546], 247_954_546));
		Traffic::insert(C, Bytes(9 * GB));
		run(DAY);
		// 5 GB, of which 2 are within the limit: 0.003 / 0.011 = 0.27272727.. -> 0.2727273 TFT
		assert_eq!(charges(&events()), [2_727_273]);
	});
}

#[test]
fn bytes_beyond_the_old_limit_are_not_billed_under_a_higher_one() {
	new_test_ext().sanity(|| {
		let limited = |gigabytes| terms().limited(Bytes(gigabytes * GB));
		deploy(C, limited(1));
		down(NODE);
		Traffic::insert(C, Bytes(5 * GB));
		assert_ok!(amend(C, limited(1)));
		Traffic::insert(C, Bytes(6 * GB));
		assert_ok!(amend(C, limited(10)));
		Traffic::insert(C, Bytes(8 * GB));
		run(DAY);
		// 1 GB of the first 5, none of the sixth, 2 of what came under the higher limit:
		// 0.0015 / 0.011 = 0.13636363.. and 0.003 / 0.011 = 0.27272727..
		assert_eq!(charges(&events()), [1_363_637, 2_727_273]);
	});
}

#[test]
fn amend_pays_what_the_reserve_cannot() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		// The window was due 5 h ago, and the queue hasn't come to it yet.
		pass(DAY + 5 * HOUR);
		assert_ok!(amend(C, doubled()));
		// 29 x 0.010375 / 0.011 = 27.35227272.. -> 27.3522728 TFT, more than the 24.5227273 of the reserve.
		assert_eq!(charges(&events()), [273_522_728]);
		// Nothing is left of the window but the slack: 2 x 0.02075 / 0.011 = 3.77272727..
		assert_eq!(held(ALICE), 37_727_273);
		poll();
		assert_eq!(seconds(&events()), [0]);
		assert_eq!(window(C).due, T0.plus(Seconds(2 * DAY)));
	});
}

#[test]
fn amend_fails_when_the_money_does_not_suffice_and_changes_nothing() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		run(6 * HOUR);
		set_free(ALICE, DEPOSIT + 10 * TFT);
		// 24.5227273 - 5.6590910 + 10 = 28.8636363 TFT are there, 37.7272728 are needed.
		assert_noop!(amend(C, doubled()), Error::<Test>::InsufficientFundsForWindow);
		set_free(ALICE, DEPOSIT + 377_272_728 + 56_590_910 - 245_227_273);
		assert_ok!(amend(C, doubled()));
		assert_eq!(free(ALICE), DEPOSIT);
	});
}

#[test]
fn amend_fails_when_the_past_cannot_be_paid_and_changes_nothing() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		pass(DAY + 5 * HOUR);
		set_free(ALICE, DEPOSIT);
		assert_noop!(amend(C, terms()), Error::<Test>::InsufficientFundsForWindow);
	});
}

#[test]
fn amend_fails_while_suspended() {
	new_test_ext().sanity(|| {
		set_free(ALICE, 245_227_273 + DEPOSIT);
		deploy(C, terms());
		run(DAY);
		assert_noop!(amend(C, doubled()), Error::<Test>::ContractSuspended);
	});
}

#[test]
fn amend_fails_for_another_payer_or_node() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		assert_noop!(amend(C, terms_of(BOB)), Error::<Test>::PartiesAreFixed);
		let elsewhere = terms().on(NodeId(8));
		assert_noop!(amend(C, elsewhere), Error::<Test>::PartiesAreFixed);
	});
}

#[test]
fn amend_fails_without_a_window_a_node_or_a_payer() {
	new_test_ext().sanity(|| {
		assert_noop!(amend(ContractId(2), terms()), Error::<Test>::NotFound);
		deploy(C, terms());
		WithoutAccount::insert(TwinId(1), ());
		assert_noop!(amend(C, terms()), Error::<Test>::PayerNotFound);
		WithoutAccount::remove(TwinId(1));
		Nodes::remove(NODE);
		assert_noop!(amend(C, terms()), Error::<Test>::NodeNotFound);
	});
}

#[test]
fn amend_fails_beyond_the_limits() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		let limited = terms().limited(Bytes(1_000_000_000_000_001));
		assert_noop!(amend(C, limited), Error::<Test>::TrafficLimitTooHigh);
		let units = CloudUnits { cu: 10_000 * 6_144_000 + 1, su: 0 };
		assert_noop!(amend(C, terms().sized(units)), Error::<Test>::TermsTooLarge);
	});
}

#[test]
fn an_update_is_a_bill_of_its_own_kind() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		run(HOUR);
		events();
		assert_ok!(amend(C, doubled()));
		let is_update =
			|event: &Event<Test>| matches!(event, Event::Billed { kind: BillKind::Update, .. });
		assert_eq!(events().iter().filter(|event| is_update(event)).count(), 1);
		assert_eq!(Noted::get().unwrap().len(), 1);
	});
}
