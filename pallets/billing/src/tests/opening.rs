//! From a deployment to the start of billing.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, traits::fungible::MutateFreeze};
use gridchain_primitives::{
	Bytes, CloudUnits, ContractId, EndReason, Percent, PricingPolicyId, Rate, Seconds, TwinId, Usd,
	TFT,
};

#[test]
fn open_holds_what_the_window_can_cost_at_most() {
	new_test_ext().sanity(|| {
		open(C, terms());
		// 24 h and 2 h of slack: 26 x 0.010375 / 0.011 = 24.52272727.. -> 24.5227273 TFT, rounded up
		assert_eq!(held(ALICE), 245_227_273);
		assert_eq!(free(ALICE), WEALTH - 245_227_273);
		let opened = Event::WindowOpened {
			contract: C,
			payer: ALICE,
			node: Some(NODE),
			reserve: 245_227_273,
			policy: PricingPolicyId(1),
			price: price(11_000),
			discount: Percent::from_percent(0),
			usd_per_hour: Usd(10_375_000),
			due: T0.plus(Seconds(2 * HOUR)),
		};
		assert_eq!(events(), [opened]);
	});
}

#[test]
fn open_holds_the_price_of_the_traffic_limit_too() {
	new_test_ext().sanity(|| {
		open(C, terms().limited(Bytes(10 * GB)));
		// 26 x 0.010375 + 10 x 0.0015 = 0.28475 USD; / 0.011 = 25.88636363.. -> 25.8863637 TFT
		assert_eq!(held(ALICE), 258_863_637);
	});
}

#[test]
fn open_succeeds_with_exactly_the_reserve_and_the_existential_deposit() {
	new_test_ext().sanity(|| {
		set_free(ALICE, 245_227_273 + DEPOSIT - 1);
		assert_noop!(try_open(C, terms()), Error::<Test>::InsufficientFundsForWindow);
		set_free(ALICE, 245_227_273 + DEPOSIT);
		assert_ok!(try_open(C, terms()));
		assert_eq!(free(ALICE), DEPOSIT);
	});
}

#[test]
fn open_takes_no_frozen_money() {
	new_test_ext().sanity(|| {
		set_free(ALICE, 30 * TFT);
		// 30 TFT, of which 6 are frozen: 24 can be promised, 24.5227273 are needed.
		assert_ok!(Balances::set_freeze(&0, &ALICE, 6 * TFT));
		assert_noop!(try_open(C, terms()), Error::<Test>::InsufficientFundsForWindow);
	});
}

#[test]
fn open_fails_before_the_first_price() {
	new_test_ext().sanity(|| {
		TftPrice::<Test>::kill();
		assert_noop!(try_open(C, terms()), Error::<Test>::NoPrice);
	});
}

#[test]
fn open_fails_for_a_contract_that_has_a_window() {
	new_test_ext().sanity(|| {
		open(C, terms());
		assert_noop!(try_open(C, terms()), Error::<Test>::AlreadyExists);
	});
}

#[test]
fn open_fails_above_the_greatest_traffic_limit() {
	new_test_ext().sanity(|| {
		let limited = |bytes| terms().limited(Bytes(bytes));
		let above = try_open(C, limited(1_000_000_000_000_001));
		assert_noop!(above, Error::<Test>::TrafficLimitTooHigh);
		// The greatest limit itself: 1,000,000 GB x 0.0015 / 0.011 = 136,363.6.. TFT, which Alice has.
		assert_ok!(try_open(C, limited(1_000_000_000_000_000)));
	});
}

#[test]
fn open_fails_above_ten_thousand_units() {
	new_test_ext().sanity(|| {
		let of = |cu, su| terms().sized(CloudUnits { cu, su });
		let most = 10_000 * 6_144_000;
		assert_noop!(try_open(C, of(most + 1, 0)), Error::<Test>::TermsTooLarge);
		assert_noop!(try_open(C, of(0, most + 1)), Error::<Test>::TermsTooLarge);
		assert_ok!(try_open(C, of(most, most)));
	});
}

#[test]
fn open_fails_without_a_payer() {
	new_test_ext().sanity(|| {
		WithoutAccount::insert(TwinId(1), ());
		assert_noop!(try_open(C, terms()), Error::<Test>::PayerNotFound);
	});
}

#[test]
fn free_contracts_hold_nothing() {
	new_test_ext().sanity(|| {
		set_free(ALICE, 0);
		deploy(C, terms().sized(CloudUnits::default()));
		run(DAY);
		assert_eq!((held(ALICE), free(ALICE)), (0, 0));
		assert_eq!(charges(&events()), [0]);
	});
}

#[test]
fn open_counts_the_window_into_what_its_payer_spends() {
	new_test_ext().sanity(|| {
		open(C, terms());
		open(ContractId(2), terms());
		let hour = Rate::of_each(1, Usd(20_750_000));
		assert_eq!(Some(Payers::<Test>::get(TwinId(1)).rate), hour);
		assert_eq!(Payers::<Test>::get(TwinId(1)).windows, 2);
	});
}

#[test]
fn open_warns_when_the_rest_lasts_for_less_than_seven_days() {
	new_test_ext().sanity(|| {
		// After the hold 100 TFT can be spent: 100 / 0.943181818.. = 106.02 h = 4.4 days.
		set_free(ALICE, 245_227_273 + DEPOSIT + 100 * TFT);
		open(C, terms());
		let low = Event::FundsLow { twin: TwinId(1), account: ALICE, days: 4 };
		assert_eq!(events()[1..], [low]);
	});
}

#[test]
fn open_is_silent_when_the_rest_lasts_for_seven_days_to_the_second() {
	new_test_ext().sanity(|| {
		// 168 h x 0.010375 / 0.011 = 158.45454545.. -> 158.4545455 TFT
		let enough = 245_227_273 + DEPOSIT + 1_584_545_455;
		set_free(ALICE, enough);
		open(C, terms());
		assert_eq!(events().len(), 1);
		set_free(BOB, enough - 1);
		open(ContractId(2), terms_of(BOB));
		let low = Event::FundsLow { twin: TwinId(2), account: BOB, days: 6 };
		assert_eq!(events()[1..], [low]);
	});
}

#[test]
fn start_begins_a_window_of_full_length() {
	new_test_ext().sanity(|| {
		open(C, terms());
		events();
		run(HOUR);
		start(C);
		let at = T0.plus(Seconds(HOUR));
		let due = T0.plus(Seconds(HOUR + DAY));
		assert_eq!(events(), [Event::Started { contract: C, at, due }]);
		assert_eq!(held(ALICE), 245_227_273);
	});
}

#[test]
fn nothing_is_billed_before_the_confirmation() {
	new_test_ext().sanity(|| {
		open(C, terms());
		run(HOUR);
		start(C);
		run(DAY);
		// The node was up for 25 h since the deployment; 24 h are billed: 24 x 0.010375 / 0.011 =
		// 22.63636363.. -> 22.6363637 TFT
		assert_eq!(charges(&events()), [226_363_637]);
	});
}

#[test]
fn seconds_before_the_start_that_are_not_yet_reported_are_not_billed() {
	new_test_ext().sanity(|| {
		open(C, terms());
		// The last report is 10 minutes old when billing starts; the next one credits 40 minutes.
		set_time(T0.plus(Seconds(10 * MINUTE)));
		start(C);
		pass(30 * MINUTE);
		assert_eq!(Nodes::get(NODE).unwrap().attested, Seconds(40 * MINUTE));
		let status = Billing::contract_status(C).unwrap();
		assert_eq!(status.unbilled, Seconds(30 * MINUTE));
	});
}

#[test]
fn growth_is_never_below_zero() {
	new_test_ext().sanity(|| {
		open(C, terms());
		// The note waits for 10 minutes that the node was up but never claims.
		set_time(T0.plus(Seconds(10 * MINUTE)));
		start(C);
		up(NODE);
		pass(4 * MINUTE);
		assert_eq!(Billing::contract_status(C).unwrap().unbilled, Seconds::ZERO);
		// 4 and 8 minutes are attested, 10 were noted.
		pass(8 * MINUTE);
		assert_eq!(Billing::contract_status(C).unwrap().unbilled, Seconds(2 * MINUTE));
	});
}

#[test]
fn start_fails_when_billing_has_started() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		assert_noop!(try_start(C), Error::<Test>::AlreadyStarted);
	});
}

#[test]
fn start_fails_without_a_window() {
	new_test_ext().sanity(|| {
		assert_noop!(try_start(C), Error::<Test>::NotFound);
	});
}

#[test]
fn start_fails_without_a_node() {
	new_test_ext().sanity(|| {
		open(C, terms());
		Nodes::remove(NODE);
		assert_noop!(try_start(C), Error::<Test>::NodeNotFound);
	});
}

#[test]
fn a_contract_that_is_not_confirmed_in_time_ends_and_costs_nothing() {
	new_test_ext().sanity(|| {
		open(C, terms());
		events();
		run(2 * HOUR - 1);
		assert_eq!(told(), []);
		run(1);
		assert_eq!(told(), [Tale::Ended(C, EndReason::NotDelivered)]);
		let closed = Event::Closed {
			contract: C,
			payer: ALICE,
			reason: EndReason::NotDelivered,
			released: 245_227_273,
			unpaid: Seconds::ZERO,
			written_off: 0,
		};
		assert_eq!(events(), [closed]);
		assert_eq!((free(ALICE), held(ALICE)), (WEALTH, 0));
		assert_eq!(Windows::<Test>::iter().count() + Queue::<Test>::iter().count(), 0);
	});
}

#[test]
fn a_confirmation_counts_until_the_chain_has_closed_the_contract() {
	new_test_ext().sanity(|| {
		open(C, terms());
		pass(2 * HOUR + 30);
		assert_ok!(try_start(C));
		poll();
		assert_eq!(told(), []);
	});
}
