//! Who broke the rules.

use crate::{
	mock::{
		disabled, queued_and_disabled, report, run_to_session, sanity, set_keys, Session, System,
		Test,
	},
	Event, Offender, Offenders,
};
use frame_support::{weights::Weight, BoundedVec};
use sp_runtime::Perbill;

/// Seven validators, of which (7 - 1) / 3 = 2 can be disabled.
const SEVEN: [u64; 7] = [1, 2, 3, 4, 5, 6, 7];

fn offender(reports: u32, last_session: u32, percent: u32) -> Option<Offender> {
	Some(Offender { reports, last_session, slash_fraction: Perbill::from_percent(percent) })
}

#[test]
fn an_offender_is_recorded_and_disabled_at_once() {
	sanity(&SEVEN, || {
		report(&[3], 18, 0);
		assert_eq!(Offenders::<Test>::get(3), offender(1, 0, 18));
		assert_eq!(disabled(), [3]);
		System::assert_last_event(
			Event::Offended {
				validator: 3,
				session: 0,
				slash_fraction: Perbill::from_percent(18),
				reports: 1,
				disabled: true,
			}
			.into(),
		);
	});
}

#[test]
fn all_offenders_of_a_report_are_recorded() {
	sanity(&SEVEN, || {
		report(&[3, 5], 73, 0);
		assert_eq!(Offenders::<Test>::get(3), offender(1, 0, 73));
		assert_eq!(Offenders::<Test>::get(5), offender(1, 0, 73));
		assert_eq!(Offenders::<Test>::iter().count(), 2);
		assert_eq!(disabled(), [3, 5]);
	});
}

#[test]
fn a_record_keeps_the_gravest_fraction_and_the_last_session() {
	sanity(&SEVEN, || {
		report(&[3], 18, 4);
		report(&[3], 73, 2);
		assert_eq!(Offenders::<Test>::get(3), offender(2, 4, 73));
		report(&[3], 1, 6);
		assert_eq!(Offenders::<Test>::get(3), offender(3, 6, 73));
		// The event tells of this report alone.
		System::assert_last_event(
			Event::Offended {
				validator: 3,
				session: 6,
				slash_fraction: Perbill::from_percent(1),
				reports: 3,
				disabled: true,
			}
			.into(),
		);
		assert_eq!(queued_and_disabled().1, [3]);
	});
}

#[test]
fn an_offender_stays_disabled_while_the_set_stays() {
	sanity(&SEVEN, || {
		report(&[3], 18, 0);
		assert_eq!(queued_and_disabled().1, [3]);
		run_to_session(4);
		assert_eq!(disabled(), [3]);
		// It was never enabled, so nobody is told again.
		assert_eq!(queued_and_disabled().1, [0u64; 0]);
	});
}

#[test]
fn an_offender_is_disabled_again_when_another_members_keys_enable_all() {
	sanity(&SEVEN, || {
		report(&[3], 18, 0);
		set_keys(1, 10);
		run_to_session(1);
		assert_eq!(queued_and_disabled(), (1, vec![3]));
		// Session 2 begins with the new keys: the session pallet forgets who was disabled.
		run_to_session(2);
		assert_eq!(disabled(), [3]);
		assert_eq!(queued_and_disabled(), (0, vec![3]));
	});
}

#[test]
fn an_offender_that_lost_and_won_its_place_is_disabled_again() {
	sanity(&SEVEN, || {
		report(&[3], 18, 0);
		set_members(&[1, 2, 4, 5, 6, 7]);
		run_to_session(2);
		assert_eq!(Session::validators(), [1, 2, 4, 5, 6, 7]);
		assert_eq!(disabled(), [0u64; 0]);
		set_members(&SEVEN);
		run_to_session(4);
		assert_eq!(Session::validators(), SEVEN);
		assert_eq!(disabled(), [3]);
	});
}

#[test]
fn an_offender_outside_of_the_set_is_recorded_but_not_disabled() {
	sanity(&SEVEN, || {
		report(&[9], 18, 0);
		assert_eq!(Offenders::<Test>::get(9), offender(1, 0, 18));
		assert_eq!(disabled(), [0u64; 0]);
		System::assert_last_event(
			Event::Offended {
				validator: 9,
				session: 0,
				slash_fraction: Perbill::from_percent(18),
				reports: 1,
				disabled: false,
			}
			.into(),
		);
	});
}

#[test]
fn an_offender_that_joins_later_is_disabled_when_its_session_starts() {
	sanity(&SEVEN, || {
		report(&[9], 18, 0);
		set_keys(9, 9);
		set_members(&[1, 2, 3, 4, 5, 6, 9]);
		run_to_session(1);
		assert_eq!(disabled(), [0u64; 0]);
		run_to_session(2);
		assert_eq!(disabled(), [9]);
	});
}

#[test]
fn more_than_two_thirds_of_the_set_stay_at_work() {
	sanity(&SEVEN, || {
		report(&[3, 5], 18, 0);
		report(&[6], 18, 0);
		assert_eq!(disabled(), [3, 5]);
		assert_eq!(Offenders::<Test>::get(6), offender(1, 0, 18));
		System::assert_last_event(
			Event::Offended {
				validator: 6,
				session: 0,
				slash_fraction: Perbill::from_percent(18),
				reports: 1,
				disabled: false,
			}
			.into(),
		);
	});
}

#[test]
fn a_session_starts_without_its_gravest_offenders() {
	sanity(&SEVEN, || {
		// The limit of two is reached before the graver offences come to light.
		report(&[1, 2], 10, 0);
		report(&[6], 30, 0);
		report(&[7], 20, 0);
		assert_eq!(disabled(), [1, 2]);
		set_keys(4, 40);
		run_to_session(2);
		assert_eq!(disabled(), [6, 7]);
	});
}

#[test]
fn a_set_of_three_disables_nobody() {
	// (3 - 1) / 3 = 0
	sanity(&[1, 2, 3], || {
		report(&[3], 100, 0);
		assert_eq!(disabled(), [0u64; 0]);
		assert_eq!(Offenders::<Test>::get(3), offender(1, 0, 100));
		run_to_session(2);
		assert_eq!(disabled(), [0u64; 0]);
	});
}

#[test]
fn a_report_of_nobody_changes_nothing() {
	sanity(&SEVEN, || {
		report(&[], 18, 0);
		assert_eq!(Offenders::<Test>::iter().count(), 0);
		assert_eq!(disabled(), [0u64; 0]);
	});
}

#[test]
fn a_report_weighs_by_its_offenders() {
	sanity(&SEVEN, || {
		// 65 us and twice 130 us.
		let weight: Weight = report(&[3, 5], 18, 0);
		assert_eq!(weight.ref_time(), 325_000_000);
	});
}

/// What a later call will do: the members are now these.
fn set_members(members: &[u64]) {
	crate::Validators::<Test>::put(BoundedVec::truncate_from(members.to_vec()));
}
