//! Session keys of those who are not validators.

use crate::{mock::*, Error, Validators as Members};
use frame_support::{assert_noop, assert_ok, BoundedVec};
use pallet_session::historical::StoredRange;

#[test]
fn keys_of_somebody_outside_the_set_are_withdrawn_with_their_deposit() {
	sanity(&[1, 2, 3], || {
		set_keys(4, 40);
		assert_eq!(Balances::free_balance(4), 100 - KEY_DEPOSIT);
		assert_ok!(Validators::withdraw_keys(RuntimeOrigin::signed(4)));
		assert_eq!(Balances::free_balance(4), 100);
		assert_eq!(System::consumers(&4), 0);
		// The key is free for anybody.
		set_keys(5, 40);
	});
}

#[test]
fn keys_of_a_validator_are_not_withdrawn() {
	sanity(&[1, 2, 3], || {
		assert_noop!(Validators::withdraw_keys(RuntimeOrigin::signed(1)), Error::<Test>::InSet);
	});
}

#[test]
fn who_has_left_the_set_withdraws_its_keys_when_its_last_session_is_over() {
	sanity(&[1, 2, 3], || {
		Members::<Test>::put(BoundedVec::truncate_from(vec![1, 2]));
		let withdraw = || Validators::withdraw_keys(RuntimeOrigin::signed(3));
		// Planned for the session after the next: until then it works.
		for session in 0..=1 {
			run_to_session(session);
			assert_noop!(withdraw(), Error::<Test>::InSet);
		}
		run_to_session(2);
		assert_ok!(withdraw());
	});
}

#[test]
fn nobody_withdraws_keys_that_were_never_set() {
	sanity(&[1, 2, 3], || {
		let refused = pallet_session::Error::<Test>::NoKeys;
		assert_noop!(Validators::withdraw_keys(RuntimeOrigin::signed(4)), refused);
	});
}

#[test]
fn roots_are_kept_for_as_long_as_an_offence_can_be_reported() {
	sanity(&[1, 2, 3], || {
		// 40 blocks are four epochs of ten. When session 4 has ended none is older than that.
		run_to_session(5);
		assert_eq!(StoredRange::<Test>::get(), Some((0, 7)));
		run_to_session(6);
		assert_eq!(StoredRange::<Test>::get(), Some((1, 8)));
		run_to_session(20);
		assert_eq!(StoredRange::<Test>::get(), Some((15, 22)));
	});
}
