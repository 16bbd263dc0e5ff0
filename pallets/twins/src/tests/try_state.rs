//! Each sentence of `try_state.rs`, broken by hand, is found.

use super::*;
use crate::{mock::*, Acceptances, NextTwinId, TwinOf, Twins as Stored, Uses};
use frame_support::{assert_err, assert_ok};

/// Runs `break_it` on a chain where Alice has a twin, and expects the check to say `message`.
fn found(message: &'static str, break_it: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		twin_of_alice();
		assert_ok!(Twins::do_try_state());
		break_it();
		assert_err!(Twins::do_try_state(), message);
	});
}

#[test]
fn a_twin_without_its_account_is_found() {
	found("Twins 1: a twin is not the one of its account", || TwinOf::<Test>::remove(ALICE));
}

#[test]
fn an_account_without_its_twin_is_found() {
	found("Twins 1: an account's twin doesn't exist or is another account's", || {
		TwinOf::<Test>::insert(BOB, TwinId(1));
	});
}

#[test]
fn an_acceptance_beside_a_twin_is_found() {
	found("Twins 2: an account with a twin has an acceptance that waits", || {
		let acceptance = Stored::<Test>::get(TwinId(1)).unwrap().acceptance.unwrap();
		Acceptances::<Test>::insert(ALICE, acceptance);
	});
}

#[test]
fn an_id_ahead_of_the_counter_is_found() {
	found("Twins 3: a twin's id was not given out by the counter", || {
		NextTwinId::<Test>::put(TwinId(1));
	});
}

#[test]
fn uses_of_no_twin_are_found() {
	found("Twins 4: uses of a twin that doesn't exist", || Uses::<Test>::insert(TwinId(2), 1));
}

#[test]
fn a_count_of_zero_is_found() {
	found("Twins 4: a count of uses is zero", || Uses::<Test>::insert(TwinId(1), 0));
}

#[test]
fn a_malformed_relay_is_found() {
	found("Twins 5: a twin's relay or key is malformed", || {
		Stored::<Test>::mutate(TwinId(1), |twin| twin.as_mut().unwrap().relay = relay(""));
	});
}

#[test]
fn a_twin_offered_to_its_own_account_is_found() {
	found("Twins 6: a twin is offered to its own account", || {
		Stored::<Test>::mutate(TwinId(1), |twin| twin.as_mut().unwrap().offered_to = Some(ALICE));
	});
}
