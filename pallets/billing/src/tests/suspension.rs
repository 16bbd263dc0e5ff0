//! Contracts whose owner's money is short.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use gridchain_primitives::{BillKind, ContractId, EndReason, Seconds, Time, TwinId, Usd, TFT};

/// Alice has the money of one window, and her contract runs.
fn with_one_window() {
	set_free(ALICE, 245_227_273 + DEPOSIT);
	deploy(C, terms());
	events();
}

/// Alice's contract is suspended after a day: 1.8863636 TFT of the reserve are free again.
fn suspended() {
	with_one_window();
	run(DAY);
	events();
	told();
}

fn resume(account: u64) -> sp_runtime::DispatchResult {
	Billing::resume(RuntimeOrigin::signed(account), C)
}

#[test]
fn a_contract_is_suspended_when_the_next_window_cannot_be_paid() {
	new_test_ext().sanity(|| {
		with_one_window();
		run(DAY);
		let events = events();
		assert_eq!(charges(&events), [226_363_637]);
		let told_event = Event::Suspended {
			contract: C,
			payer: ALICE,
			needed: 245_227_273,
			grace_until: T0.plus(Seconds(2 * DAY)),
			unreported: Seconds::ZERO,
		};
		assert_eq!(events[1..], [told_event]);
		assert_eq!(told(), [Tale::Suspended(C)]);
		// 24.5227273 - 22.6363637 = 1.8863636 TFT
		assert_eq!((held(ALICE), free(ALICE)), (0, DEPOSIT + 18_863_636));
		assert_eq!(Payers::<Test>::iter().count(), 0);
	});
}

#[test]
fn a_contract_goes_on_with_exactly_the_money_of_the_next_window() {
	new_test_ext().sanity(|| {
		with_one_window();
		// The next reserve lacks what the bill takes: 22.6363637 TFT.
		set_free(ALICE, DEPOSIT + 226_363_637);
		run(DAY);
		assert_eq!(told(), []);
		assert_eq!((held(ALICE), free(ALICE)), (245_227_273, DEPOSIT));
	});
}

#[test]
fn grace_lasts_as_long_as_the_contract_has_been_paid_for() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		run(DAY);
		down(NODE);
		run(DAY);
		up(NODE);
		run(DAY);
		set_free(ALICE, DEPOSIT);
		run(DAY);
		// Three of four days were delivered and paid.
		let status = Billing::contract_status(C).unwrap();
		assert_eq!(status.billed, Seconds(3 * DAY));
		let State::Suspended(suspended) = window(C).state else { panic!() };
		assert_eq!(suspended.since, T0.plus(Seconds(4 * DAY)));
		assert_eq!(suspended.grace_until, T0.plus(Seconds(7 * DAY)));
	});
}

#[test]
fn grace_lasts_for_fourteen_days_at_most() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		for _ in 0..19 {
			run(DAY);
		}
		set_free(ALICE, DEPOSIT);
		run(DAY);
		let State::Suspended(suspended) = window(C).state else { panic!() };
		assert_eq!(suspended.grace_until, T0.plus(Seconds(34 * DAY)));
	});
}

#[test]
fn a_contract_that_was_never_paid_for_has_no_grace() {
	new_test_ext().sanity(|| {
		with_one_window();
		down(NODE);
		run(DAY / 2);
		set_live(NODE, false);
		// Nothing was delivered in the first window, and the price falls: the next one needs more.
		quote_price(10_000);
		run(DAY / 2);
		let ended = Tale::Ended(C, EndReason::OutOfFunds);
		assert_eq!(told(), [Tale::Suspended(C)]);
		run(MINUTE);
		assert_eq!(told(), [ended]);
	});
}

#[test]
fn storage_goes_on_as_arrears_and_is_paid_at_the_end_of_the_grace() {
	new_test_ext().sanity(|| {
		suspended();
		run(DAY);
		// 24 h of storage: 24 x 0.000375 / 0.011 = 0.81818181.. -> 0.8181819 TFT, of 1.8863636 that are free.
		let events = events();
		assert_eq!((seconds(&events), charges(&events)), (vec![DAY], vec![8_181_819]));
		let closed = Event::Closed {
			contract: C,
			payer: ALICE,
			reason: EndReason::OutOfFunds,
			released: 0,
			unpaid: Seconds::ZERO,
			written_off: 0,
		};
		assert_eq!(events[1..], [closed]);
		assert_eq!(told(), [Tale::Ended(C, EndReason::OutOfFunds)]);
		assert_eq!(free(ALICE), DEPOSIT + 18_863_636 - 8_181_819);
	});
}

#[test]
fn arrears_that_cannot_be_paid_at_the_end_are_written_off() {
	new_test_ext().sanity(|| {
		suspended();
		set_free(ALICE, DEPOSIT + 4_000_000);
		run(DAY);
		// 0.4 TFT pay 0.4 x 0.011 / 0.000375 = 11.7333.. h, 42,240 s. The other 44,160 s:
		// 12.26666.. x 0.000375 / 0.011 = 0.41818181.. -> 0.4181819 TFT
		let events = events();
		assert_eq!((seconds(&events), charges(&events)), (vec![42_240], vec![4_000_000]));
		let closed = Event::Closed {
			contract: C,
			payer: ALICE,
			reason: EndReason::OutOfFunds,
			released: 0,
			unpaid: Seconds(44_160),
			written_off: 4_181_819,
		};
		assert_eq!(events[1..], [closed]);
		assert_eq!(free(ALICE), DEPOSIT);
	});
}

#[test]
fn arrears_are_split_like_any_bill() {
	new_test_ext().sanity(|| {
		suspended();
		let before = Billing::booked();
		run(DAY);
		// 8,181,819: 10 % 818,181; 5 % 409,090; 50 % 4,090,909; the rest 2,863,639.
		let after = Bookings {
			burn: before.burn + 2_863_639,
			treasury: before.treasury + 818_181,
			validators: before.validators + 409_090,
			nodes: before.nodes + 4_090_909,
			providers: 0,
			taken: 0,
		};
		assert_eq!(Billing::booked(), after);
	});
}

#[test]
fn a_node_that_is_down_makes_no_arrears() {
	new_test_ext().sanity(|| {
		suspended();
		run(6 * HOUR);
		down(NODE);
		run(18 * HOUR);
		// 6 x 0.000375 / 0.011 = 0.20454545.. -> 0.2045455 TFT
		assert_eq!(charges(&events()), [2_045_455]);
	});
}

#[test]
fn the_chain_tries_again_once_every_window() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		run(DAY);
		run(DAY);
		set_free(ALICE, DEPOSIT);
		run(DAY);
		assert_eq!(told(), [Tale::Suspended(C)]);
		events();
		run(DAY);
		assert_eq!((told(), events()), (vec![], vec![]));
		assert_eq!(window(C).due, T0.plus(Seconds(5 * DAY)));
		set_free(ALICE, 100 * TFT);
		run(DAY);
		assert_eq!(told(), [Tale::Resumed(C)]);
		// Two days of storage: 48 x 0.000375 / 0.011 = 1.63636363.. -> 1.6363637 TFT
		assert_eq!(charges(&events()), [16_363_637]);
		assert_eq!(held(ALICE), 245_227_273);
		assert_eq!(window(C).due, T0.plus(Seconds(6 * DAY)));
	});
}

#[test]
fn the_last_try_is_at_the_end_of_the_grace() {
	new_test_ext().sanity(|| {
		suspended();
		set_free(ALICE, 100 * TFT);
		run(DAY);
		assert_eq!(told(), [Tale::Resumed(C)]);
	});
}

#[test]
fn resume_pays_the_arrears_and_opens_a_window_in_the_block_of_the_top_up() {
	new_test_ext().sanity(|| {
		suspended();
		run(6 * HOUR);
		assert_noop!(resume(ALICE), Error::<Test>::InsufficientFundsForWindow);
		assert_ok!(Balances::transfer_keep_alive(RuntimeOrigin::signed(BOB), ALICE, 50 * TFT));
		events();
		assert_ok!(resume(ALICE));
		let events = events();
		// 6 x 0.000375 / 0.011 = 0.20454545.. -> 0.2045455 TFT
		assert_eq!((seconds(&events), charges(&events)), (vec![6 * HOUR], vec![2_045_455]));
		let resumed = Event::Resumed {
			contract: C,
			payer: ALICE,
			arrears: 2_045_455,
			unreported: Seconds::ZERO,
		};
		assert_eq!(events[1], resumed);
		assert!(matches!(events[2], Event::WindowOpened { reserve: 245_227_273, .. }));
		assert_eq!(told(), [Tale::Resumed(C)]);
		let spent = 2_045_455 + 245_227_273;
		assert_eq!(free(ALICE), DEPOSIT + 18_863_636 + 50 * TFT - spent);
		assert_eq!(window(C).due, T0.plus(Seconds(30 * HOUR + DAY)));
		assert_eq!(Payers::<Test>::get(TwinId(1)).windows, 1);
	});
}

#[test]
fn resume_needs_the_arrears_and_the_reserve_to_the_unit() {
	new_test_ext().sanity(|| {
		suspended();
		run(6 * HOUR);
		set_free(ALICE, DEPOSIT + 2_045_455 + 245_227_273 - 1);
		assert_noop!(resume(ALICE), Error::<Test>::InsufficientFundsForWindow);
		set_free(ALICE, DEPOSIT + 2_045_455 + 245_227_273);
		assert_ok!(resume(ALICE));
		assert_eq!(free(ALICE), DEPOSIT);
	});
}

#[test]
fn minutes_of_a_suspension_that_are_reported_after_it_cost_the_storage() {
	new_test_ext().sanity(|| {
		suspended();
		set_free(ALICE, 100 * TFT);
		run(6 * HOUR);
		// The last report is 20 minutes old.
		set_time(now().plus(Seconds(20 * MINUTE)));
		assert_ok!(resume(ALICE));
		let is_resumed = |event: &Event<Test>| {
			matches!(event, Event::Resumed { unreported: Seconds(1_200), .. })
		};
		assert!(events().iter().any(is_resumed));
		// The reserve holds them as well: 26 x 0.010375 + 20/60 x 0.000375 = 0.269875; / 0.011 = 24.53409090..
		assert_eq!(held(ALICE), 245_340_910);
		run(DAY);
		// 24 x 0.010375 + 20/60 x 0.000375 = 0.249125; / 0.011 = 22.64772727..
		let events = events();
		assert_eq!(seconds(&events), [DAY + 20 * MINUTE]);
		assert_eq!(charges(&events), [226_477_273]);
	});
}

#[test]
fn minutes_before_a_suspension_that_are_reported_after_it_cost_the_full_rate() {
	new_test_ext().sanity(|| {
		with_one_window();
		pass(DAY - 20 * MINUTE);
		// The node is to report in a while, and the owner hasn't the money for another day.
		set_time(now().plus(Seconds(20 * MINUTE)));
		poll();
		let before = events();
		let is_suspended = |event: &Event<Test>| {
			matches!(event, Event::Suspended { unreported: Seconds(1_200), .. })
		};
		assert_eq!((seconds(&before), before.iter().any(is_suspended)), (vec![85_200], true));
		// To top up at once doesn't forgive them.
		set_free(ALICE, 100 * TFT);
		assert_ok!(resume(ALICE));
		events();
		run(DAY);
		// 86,400 + 1,200 s x 0.010375 / 3,600 / 0.011 = 22.95075757..
		let after = events();
		assert_eq!((seconds(&after), charges(&after)), (vec![87_600], vec![229_507_576]));
	});
}

#[test]
fn a_node_that_was_silent_when_its_contract_resumed_does_not_work_for_nothing() {
	new_test_ext().sanity(|| {
		suspended();
		set_free(ALICE, 100 * TFT);
		down(NODE);
		set_time(now().plus(Seconds(10 * HOUR)));
		set_live(NODE, false);
		assert_ok!(resume(ALICE));
		events();
		// The machine comes back: it was off, so its report credits nothing for the 10 h. What a late report can
		// credit at most, 2 h, is taken for storage: 2 x 0.000375 + 22 x 0.010375 = 0.229; / 0.011 = 20.81818181..
		up(NODE);
		run(DAY);
		let events = events();
		assert_eq!((seconds(&events), charges(&events)), (vec![DAY], vec![208_181_819]));
	});
}

#[test]
fn a_window_after_a_suspension_takes_the_price_of_its_moment() {
	new_test_ext().sanity(|| {
		suspended();
		set_free(ALICE, 100 * TFT);
		quote_price(22_000);
		run(6 * HOUR);
		assert_ok!(resume(ALICE));
		// Arrears at the last window's 0.011: 0.2045455 TFT; the reserve 26 x 0.010375 / 0.022 = 12.26136363..
		assert_eq!(charges(&events()), [2_045_455]);
		assert_eq!(held(ALICE), 122_613_637);
	});
}

#[test]
fn seconds_that_the_last_reserve_could_not_pay_are_owed_at_the_full_rate() {
	new_test_ext().sanity(|| {
		with_one_window();
		run(DAY + 5 * HOUR);
		// 26 h used up the reserve, 3 h are owed.
		assert_eq!(charges(&events()), [245_227_273]);
		run(2 * HOUR);
		set_free(ALICE, 100 * TFT);
		assert_ok!(resume(ALICE));
		// 3 x 0.010375 + 2 x 0.000375 = 0.031875; / 0.011 = 2.89772727..
		let events = events();
		assert_eq!((seconds(&events), charges(&events)), (vec![5 * HOUR], vec![28_977_273]));
		let resumed = Event::Resumed {
			contract: C,
			payer: ALICE,
			arrears: 28_977_273,
			unreported: Seconds::ZERO,
		};
		assert_eq!(events[1], resumed);
	});
}

#[test]
fn bills_of_a_contract_follow_each_other_without_a_gap() {
	new_test_ext().sanity(|| {
		with_one_window();
		run(DAY + 5 * HOUR);
		run(2 * HOUR);
		set_free(ALICE, 100 * TFT);
		assert_ok!(resume(ALICE));
		run(DAY);
		let stretch = |event: &Event<Test>| match event {
			Event::Billed { kind, from, to, .. } => Some((*kind, from.since(T0), to.since(T0))),
			_ => None,
		};
		let hours = |count| Seconds(count * HOUR);
		let stretches: Vec<_> = events().iter().filter_map(stretch).collect();
		assert_eq!(
			stretches,
			[
				(BillKind::Window, hours(0), hours(29)),
				(BillKind::Arrears, hours(29), hours(31)),
				(BillKind::Window, hours(31), hours(55)),
			]
		);
	});
}

#[test]
fn resume_fails_for_strangers_for_running_contracts_and_for_none() {
	new_test_ext().sanity(|| {
		assert_noop!(resume(ALICE), Error::<Test>::NotFound);
		deploy(C, terms());
		assert_noop!(resume(ALICE), Error::<Test>::NotSuspended);
		set_free(ALICE, DEPOSIT);
		run(DAY);
		assert_noop!(resume(BOB), Error::<Test>::NotOwner);
		assert_noop!(
			Billing::resume(RuntimeOrigin::root(), C),
			sp_runtime::DispatchError::BadOrigin
		);
	});
}

#[test]
fn resume_fails_without_a_node() {
	new_test_ext().sanity(|| {
		suspended();
		Nodes::remove(NODE);
		assert_noop!(resume(ALICE), Error::<Test>::NodeNotFound);
	});
}

#[test]
fn several_contracts_of_a_payer_share_what_is_there() {
	new_test_ext().sanity(|| {
		set_free(ALICE, 2 * 245_227_273 + DEPOSIT);
		deploy(C, terms());
		deploy(ContractId(2), terms());
		// The money of one window is missing.
		set_free(ALICE, DEPOSIT + 226_363_637);
		run(DAY);
		assert_eq!(told().len(), 1);
		assert_eq!(Payers::<Test>::get(TwinId(1)).windows, 1);
		assert_eq!(held(ALICE), 245_227_273);
	});
}

#[test]
fn a_new_policy_that_is_too_dear_suspends() {
	new_test_ext().sanity(|| {
		with_one_window();
		set_free(ALICE, DEPOSIT + 226_363_637);
		let policy = PricingPolicy { cu: Usd(10_000_001), ..Default::default() };
		assert_ok!(Billing::add_pricing_policy(RuntimeOrigin::root(), policy));
		run(DAY);
		assert_eq!(told(), [Tale::Suspended(C)]);
	});
}

#[test]
fn grace_that_ends_between_two_tries_ends_the_contract_on_time() {
	new_test_ext().sanity(|| {
		with_one_window();
		down(NODE);
		run(HOUR);
		up(NODE);
		run(HOUR);
		down(NODE);
		// One hour is paid for, and the price falls so that the next window can't be opened.
		quote_price(10_000);
		run(22 * HOUR);
		assert_eq!(told(), [Tale::Suspended(C)]);
		let end: Time = T0.plus(Seconds(25 * HOUR));
		assert_eq!(window(C).due, end);
		run(HOUR - 1);
		assert_eq!(told(), []);
		run(1);
		assert_eq!(told(), [Tale::Ended(C, EndReason::OutOfFunds)]);
	});
}
