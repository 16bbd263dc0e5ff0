//! From a report to credited seconds.

use crate::{mock::*, types::PeriodUptime, Error, Event};
use frame_support::{assert_noop, assert_ok};
use gridchain_primitives::{
	traits::{Attested, Capacity},
	Bytes, ContractId, NodeId, Period, Reading, Rental, Seconds, Time,
};

/// The seconds of the last report: claimed, credited, not credited.
fn credit_of_last_report() -> (u64, u64, u64) {
	match last_event() {
		Event::Reported { claimed, credited, not_credited, .. } => {
			(claimed.0, credited.0, not_credited.0)
		},
		other => panic!("{other:?}"),
	}
}

/// Seconds attested in all.
fn attested(node: NodeId) -> u64 {
	meters(node).attested.0
}

#[test]
fn first_report_credits_at_most_the_time_since_registration() {
	new_test_ext().sanity(|| {
		let node = register(ALICE);
		pass(60);
		// Up for an hour, registered for a minute.
		assert_ok!(report(ALICE, node, 3_600));
		let event = Event::Reported {
			node,
			farm: FARM,
			uptime: Seconds(3_600),
			claimed: Seconds(3_600),
			credited: Seconds(60),
			not_credited: Seconds(3_540),
			period: Period(0),
			earlier: Seconds(0),
			dropped: Seconds(0),
			traffic: Bytes(0),
			skipped: 0,
		};
		assert_eq!(last_event(), event);
		let meters = meters(node);
		assert_eq!((meters.attested, meters.last_uptime), (Seconds(60), Seconds(3_600)));
		assert_eq!((meters.last_report, meters.last_block), (Time(1_700_000_060), 11));
		assert_eq!(meters.running, PeriodUptime { period: Period(0), seconds: Seconds(60) });
		assert!(meters.reported);
	});
}

#[test]
fn first_report_may_come_at_once_and_makes_the_node_live() {
	new_test_ext().sanity(|| {
		let node = register(ALICE);
		assert_ok!(report(ALICE, node, 5_000));
		assert_eq!(credit_of_last_report(), (5_000, 0, 5_000));
		assert!(<Nodes as Capacity<_>>::node(node).unwrap().live);
	});
}

#[test]
fn first_report_of_a_computer_that_booted_after_it_registered_credits_its_uptime() {
	new_test_ext().sanity(|| {
		let node = register(ALICE);
		pass(600);
		assert_ok!(report(ALICE, node, 200));
		assert_eq!(credit_of_last_report(), (200, 200, 0));
	});
}

#[test]
fn report_credits_what_has_passed_when_it_claims_just_that() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		for round in 1..=10 {
			pass(1_200);
			assert_ok!(report(ALICE, node, 1_000 + 1_200 * round));
			assert_eq!(credit_of_last_report(), (1_200, 1_200, 0));
		}
		assert_eq!(attested(node), 12_000);
	});
}

#[test]
fn report_credits_only_elapsed_time_when_it_claims_more() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		pass(1_200);
		assert_ok!(report(ALICE, node, 1_000_000));
		// 1,000,000 less the 1,000 of the report before.
		assert_eq!(credit_of_last_report(), (999_000, 1_200, 997_800));
		pass(1_200);
		assert_ok!(report(ALICE, node, u64::MAX));
		assert_eq!(credit_of_last_report(), (u64::MAX - 1_000_000, 1_200, u64::MAX - 1_001_200));
		assert_eq!(attested(node), 2_400);
	});
}

#[test]
fn report_credits_only_what_it_claims_when_it_was_down_for_a_while() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		pass(1_200);
		// The counter stood still for 500 s: the computer slept.
		assert_ok!(report(ALICE, node, 1_700));
		assert_eq!(credit_of_last_report(), (700, 700, 0));
	});
}

#[test]
fn report_with_an_uptime_one_second_lower_claims_nothing() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		pass(1_200);
		assert_ok!(report(ALICE, node, 999));
		assert_eq!(credit_of_last_report(), (0, 0, 0));
		assert_eq!(meters(node).last_uptime, Seconds(999));
		// The next one counts from there: 999 + 1,200.
		pass(1_200);
		assert_ok!(report(ALICE, node, 2_199));
		assert_eq!(credit_of_last_report(), (1_200, 1_200, 0));
	});
}

#[test]
fn report_takes_a_fall_of_60_seconds_for_jitter_and_one_of_61_for_a_reboot() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		pass(1_200);
		assert_ok!(report(ALICE, node, 940));
		assert_eq!(credit_of_last_report(), (0, 0, 0));
		pass(1_200);
		assert_ok!(report(ALICE, node, 879));
		assert_eq!(credit_of_last_report(), (879, 879, 0));
	});
}

#[test]
fn report_after_a_reboot_credits_the_new_uptime() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		pass(1_200);
		assert_ok!(report(ALICE, node, 300));
		assert_eq!(credit_of_last_report(), (300, 300, 0));
		pass(1_200);
		assert_ok!(report(ALICE, node, 1_500));
		assert_eq!(credit_of_last_report(), (1_200, 1_200, 0));
	});
}

#[test]
fn report_that_arrives_late_locks_nobody_out() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		// Made after 1,200 s, included 240 s later: it can vouch only for the 1,200.
		pass(1_440);
		assert_ok!(report(ALICE, node, 2_200));
		assert_eq!(credit_of_last_report(), (1_200, 1_200, 0));
		// Made and included after 2,400 s: it claims 1,200, but 960 have passed on the chain.
		pass(960);
		assert_ok!(report(ALICE, node, 3_400));
		assert_eq!(credit_of_last_report(), (1_200, 960, 240));
		// From here on all is as before.
		pass(1_200);
		assert_ok!(report(ALICE, node, 4_600));
		assert_eq!(credit_of_last_report(), (1_200, 1_200, 0));
		assert_eq!(attested(node), 3_360);
	});
}

#[test]
fn report_within_the_interval_is_refused() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		assert_noop!(report(ALICE, node, 1_000), Error::<Test>::TooEarly);
		pass(299);
		assert_noop!(report(ALICE, node, 1_299), Error::<Test>::TooEarly);
		pass(1);
		assert_ok!(report(ALICE, node, 1_300));
	});
}

#[test]
fn report_is_refused_to_strangers_and_for_unknown_nodes() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		live(BOB);
		pass(300);
		assert_noop!(report(BOB, node, 1_300), Error::<Test>::NotNodeAccount);
		assert_noop!(report(3, node, 1_300), Error::<Test>::NotNodeAccount);
		assert_noop!(report(ALICE, NodeId(3), 1_300), Error::<Test>::NotFound);
	});
}

#[test]
fn report_after_a_long_silence_credits_2_hours() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		// 1,201 blocks of 6 s are 7,206 s: one block more than a node may be silent.
		pass(7_206);
		assert_ok!(report(ALICE, node, 8_206));
		assert_eq!(credit_of_last_report(), (7_206, 7_200, 6));
		// A day is no different.
		pass(86_400);
		assert_ok!(report(ALICE, node, 94_606));
		assert_eq!(credit_of_last_report(), (86_400, 7_200, 79_200));
	});
}

#[test]
fn report_after_just_as_many_blocks_as_allowed_credits_all() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		// 1,200 blocks, some of them late: 8,000 s.
		pass_in_blocks(8_000, 1_200);
		assert_ok!(report(ALICE, node, 9_000));
		assert_eq!(credit_of_last_report(), (8_000, 8_000, 0));
	});
}

#[test]
fn first_report_long_after_the_registration_credits_2_hours() {
	new_test_ext().sanity(|| {
		let node = register(ALICE);
		pass(86_400);
		assert_ok!(report(ALICE, node, 86_400));
		assert_eq!(credit_of_last_report(), (86_400, 7_200, 79_200));
	});
}

#[test]
fn nobody_loses_uptime_when_the_chain_stands_still_for_an_hour() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		pass(600);
		// The next block comes an hour later, the report in the one after it.
		pass_in_blocks(3_600, 1);
		assert!(<Nodes as Capacity<_>>::node(node).unwrap().live);
		pass(6);
		assert_ok!(report(ALICE, node, 1_000 + 600 + 3_600 + 6));
		assert_eq!(credit_of_last_report(), (4_206, 4_206, 0));
		assert_eq!(attested(node), 4_206);
	});
}

#[test]
fn nobody_loses_uptime_when_the_chain_stands_still_for_a_day() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		pass_in_blocks(86_400, 1);
		assert_ok!(report(ALICE, node, 87_400));
		assert_eq!(credit_of_last_report(), (86_400, 86_400, 0));
	});
}

#[test]
fn node_is_live_for_1200_blocks_after_its_report() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		pass_in_blocks(7_200, 1_200);
		assert!(<Nodes as Capacity<_>>::node(node).unwrap().live);
		pass_in_blocks(6, 1);
		assert!(!<Nodes as Capacity<_>>::node(node).unwrap().live);
		assert_ok!(report(ALICE, node, 8_206));
		assert!(<Nodes as Capacity<_>>::node(node).unwrap().live);
	});
}

#[test]
fn meters_tell_what_billing_needs() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		assert_ok!(take(node, 5, part(1, 1, 1)));
		pass(600);
		assert_ok!(report_traffic(ALICE, node, 1_600, &[(5, 4_096)]));
		let expected = Reading {
			farm: Some(FARM),
			attested: Seconds(600),
			last_report: Time(1_700_000_600),
			live: true,
			retired: false,
			rental: Rental::None,
			traffic: Bytes(4_096),
		};
		assert_eq!(reading(node, ContractId(5)), Some(expected));
		// A contract that is not on the node has no traffic.
		let other = Reading { traffic: Bytes(0), ..expected };
		assert_eq!(reading(node, ContractId(6)), Some(other));
		assert_eq!(reading(NodeId(2), ContractId(5)), None);
	});
}

#[test]
fn seconds_of_a_report_across_a_boundary_are_split_at_it() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		// The period is 2,630,880 s long. One report 500 s before its end, one 700 s after.
		pass(2_630_380);
		assert_ok!(report(ALICE, node, 2_631_380));
		// More than 1,200 blocks: 7,200 s are credited.
		assert_eq!(credit_of_last_report(), (2_630_380, 7_200, 2_623_180));
		pass(1_200);
		assert_ok!(report(ALICE, node, 2_632_580));
		let Event::Reported { credited, period, earlier, dropped, .. } = last_event() else {
			panic!()
		};
		assert_eq!((credited, period), (Seconds(1_200), Period(1)));
		assert_eq!((earlier, dropped), (Seconds(500), Seconds(0)));
		let meters = meters(node);
		assert_eq!(meters.running, PeriodUptime { period: Period(1), seconds: Seconds(700) });
		// 7,200 + 500.
		let previous = PeriodUptime { period: Period(0), seconds: Seconds(7_700) };
		assert_eq!(meters.previous, Some(previous));
		assert_eq!(meters.attested, Seconds(8_400));
	});
}

#[test]
fn seconds_across_a_boundary_that_no_hook_has_seen_are_split_at_it_too() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		pass(2_630_380);
		assert_ok!(report(ALICE, node, 2_631_380));
		pass_without_hook(1_200, 200);
		assert_ok!(report(ALICE, node, 2_632_580));
		let period = <Nodes as Attested>::of_period(node, Period(1)).unwrap();
		assert_eq!(period.uptime, Seconds(700));
		poll();
		let period = <Nodes as Attested>::of_period(node, Period(1)).unwrap();
		assert_eq!(period.uptime, Seconds(700));
		let period = <Nodes as Attested>::of_period(node, Period(0)).unwrap();
		assert_eq!(period.uptime, Seconds(7_700));
	});
}

#[test]
fn seconds_of_a_period_that_is_being_settled_are_dropped() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		pass(2_630_380);
		assert_ok!(report(ALICE, node, 2_631_380));
		pass(1_200);
		<Nodes as Attested>::close(Period(0));
		assert_ok!(report(ALICE, node, 2_632_580));
		let Event::Reported { credited, earlier, dropped, .. } = last_event() else { panic!() };
		// They are credited, so contracts are billed for them, but no reward counts them.
		assert_eq!(credited, Seconds(1_200));
		assert_eq!((earlier, dropped), (Seconds(0), Seconds(500)));
		assert_eq!(attested(node), 8_400);
		assert_eq!(meters(node).uptime_in(Period(0)), Seconds(7_200));
		assert_eq!(meters(node).uptime_in(Period(1)), Seconds(700));
	});
}

#[test]
fn node_keeps_the_running_period_and_the_one_before_it() {
	chain_with(quick()).sanity(|| {
		let node = live(ALICE);
		// Reports 290, 590 and 890 s after the start: at most 30 s each, since 5 blocks have passed.
		for round in 0..3 {
			pass(if round == 0 { 290 } else { 300 });
			assert_ok!(report(ALICE, node, 1_290 + 300 * round));
		}
		let meters = meters(node);
		assert_eq!(meters.running, PeriodUptime { period: Period(2), seconds: Seconds(30) });
		let previous = PeriodUptime { period: Period(1), seconds: Seconds(30) };
		assert_eq!(meters.previous, Some(previous));
		assert_eq!(meters.uptime_in(Period(0)), Seconds(0));
		assert_eq!(meters.attested, Seconds(90));
	});
}

#[test]
fn node_that_was_silent_for_a_period_keeps_nothing_of_an_older_one() {
	chain_with(quick()).sanity(|| {
		let node = live(ALICE);
		pass(30);
		assert_ok!(report(ALICE, node, 1_030));
		pass(335);
		pass(335);
		// 100 s into period 2: 30 s, all of them in it.
		assert_ok!(report(ALICE, node, 1_700));
		let meters = meters(node);
		assert_eq!(meters.running, PeriodUptime { period: Period(2), seconds: Seconds(30) });
		assert_eq!(meters.previous, None);
	});
}
