//! Time in which nobody could act, since the chain stood still, is taken out of deadlines.

use crate::{mock::*, *};
use frame_support::assert_ok;
use gridchain_primitives::{EndReason, Seconds};

#[test]
fn what_waits_for_its_node_waits_longer_by_the_halt() {
	new_test_ext().sanity(|| {
		open(C, terms());
		pass(HOUR);
		halt(3 * HOUR);
		// Two hours of a living chain are left of none: one has passed, and the halt doesn't count.
		assert_eq!(told(), []);
		assert_eq!(window(C).due, T0.plus(Seconds(5 * HOUR)));
		run(HOUR - 60);
		assert_eq!(told(), []);
		run(60);
		assert_eq!(told(), [Tale::Ended(C, EndReason::NotDelivered)]);
	});
}

#[test]
fn what_waits_for_its_node_can_still_be_confirmed_after_a_halt() {
	new_test_ext().sanity(|| {
		open(C, terms());
		halt(3 * HOUR);
		assert_ok!(try_start(C));
	});
}

#[test]
fn grace_lasts_longer_by_the_halt() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		set_free(ALICE, DEPOSIT);
		run(DAY);
		set_free(ALICE, DEPOSIT);
		// Paid for a day, so a day of grace: until the end of the second day.
		pass(12 * HOUR);
		halt(2 * DAY);
		let status = Billing::contract_status(C).unwrap();
		let expected = T0.plus(Seconds(4 * DAY));
		assert!(matches!(
			status.state,
			gridchain_primitives::ContractState::Suspended { grace_until, .. }
				if grace_until == expected
		));
		told();
		run(12 * HOUR - 60);
		assert_eq!(told(), []);
		run(60);
		assert_eq!(told(), [Tale::Ended(C, EndReason::OutOfFunds)]);
	});
}

#[test]
fn a_pause_of_a_few_minutes_is_no_halt() {
	new_test_ext().sanity(|| {
		halt(600);
		assert_eq!(Halted::<Test>::get().total, Seconds::ZERO);
		halt(601);
		assert_eq!(Halted::<Test>::get().total, Seconds(601));
	});
}
