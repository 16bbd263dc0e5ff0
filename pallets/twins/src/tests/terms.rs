//! Accepting, withdrawing and setting the terms of use.

use super::*;
use crate::{mock::*, Acceptances, Error, Terms};
use frame_support::{assert_noop, assert_ok};
use gridchain_primitives::{traits::Twins as _, Time};
use sp_runtime::{DispatchError, TokenError};

#[test]
fn genesis_sets_the_terms() {
	new_test_ext().sanity(|| assert_eq!(Terms::<Test>::get(), Some(TERMS)));
}

#[test]
fn accept_terms_notes_what_was_accepted_when_and_holds_the_deposit() {
	new_test_ext().sanity(|| {
		set_time(START + 7);
		assert_ok!(Twins::accept_terms(signed(ALICE), TERMS));

		let acceptance = Acceptances::<Test>::get(ALICE).unwrap();
		assert_eq!((acceptance.terms, acceptance.at), (TERMS, Time(1_000_007)));
		assert_eq!(held(ALICE), DEPOSIT);
		assert_eq!(Balances::free_balance(ALICE), 994_370);
		let at = Time(1_000_007);
		assert_eq!(
			last_event(),
			Event::TermsAccepted { account: ALICE, twin: None, terms: TERMS, at }
		);
	});
}

#[test]
fn accept_terms_is_refused_when_the_hash_is_not_in_force() {
	new_test_ext().sanity(|| {
		assert_noop!(Twins::accept_terms(signed(ALICE), NEW_TERMS), Error::<Test>::TermsNotInForce);
	});
}

#[test]
fn accept_terms_is_refused_while_the_region_has_set_none() {
	new_test_ext().sanity(|| {
		Terms::<Test>::kill();
		for hash in [TERMS, H256::zero()] {
			assert_noop!(Twins::accept_terms(signed(ALICE), hash), Error::<Test>::TermsNotInForce);
		}
	});
}

#[test]
fn accept_terms_is_refused_the_second_time() {
	new_test_ext().sanity(|| {
		assert_ok!(Twins::accept_terms(signed(ALICE), TERMS));
		assert_noop!(Twins::accept_terms(signed(ALICE), TERMS), Error::<Test>::AlreadyAccepted);
		twin_of_bob();
		assert_noop!(Twins::accept_terms(signed(BOB), TERMS), Error::<Test>::AlreadyAccepted);
	});
}

#[test]
fn accept_terms_is_refused_without_money_for_the_deposit() {
	new_test_ext().sanity(|| {
		assert_noop!(
			Twins::accept_terms(signed(NODE), TERMS),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
	});
}

#[test]
fn accept_terms_needs_a_signature() {
	new_test_ext().sanity(|| {
		assert_noop!(Twins::accept_terms(RuntimeOrigin::root(), TERMS), DispatchError::BadOrigin);
	});
}

#[test]
fn accept_terms_takes_no_second_deposit_when_the_terms_have_changed() {
	new_test_ext().sanity(|| {
		assert_ok!(Twins::accept_terms(signed(ALICE), TERMS));
		assert_ok!(Twins::set_terms(RuntimeOrigin::root(), NEW_TERMS));
		set_time(START + 60);
		assert_ok!(Twins::accept_terms(signed(ALICE), NEW_TERMS));

		let acceptance = Acceptances::<Test>::get(ALICE).unwrap();
		assert_eq!((acceptance.terms, acceptance.at), (NEW_TERMS, Time(1_000_060)));
		assert_eq!(held(ALICE), DEPOSIT);
	});
}

#[test]
fn accept_terms_updates_the_twin_when_the_terms_have_changed() {
	new_test_ext().sanity(|| {
		let twin = twin_of_alice();
		assert_ok!(Twins::set_terms(RuntimeOrigin::root(), NEW_TERMS));
		assert_eq!(accepted_by(twin), Some(TERMS));
		assert_ok!(Twins::accept_terms(signed(ALICE), NEW_TERMS));

		assert_eq!(accepted_by(twin), Some(NEW_TERMS));
		assert_eq!(held(ALICE), DEPOSIT);
		assert!(!Acceptances::<Test>::contains_key(ALICE));
		let at = Time(1_000_000);
		assert_eq!(
			last_event(),
			Event::TermsAccepted { account: ALICE, twin: Some(twin), terms: NEW_TERMS, at }
		);
	});
}

#[test]
fn accept_terms_takes_the_deposit_of_a_node_s_twin() {
	new_test_ext().sanity(|| {
		let twin = Twins::ensure(&BOB).unwrap();
		assert_eq!((accepted_by(twin), held(BOB)), (None, 0));
		assert_ok!(Twins::accept_terms(signed(BOB), TERMS));
		assert_eq!((accepted_by(twin), held(BOB)), (Some(TERMS), DEPOSIT));
	});
}

#[test]
fn withdraw_acceptance_gives_the_deposit_back_to_the_unit() {
	new_test_ext().sanity(|| {
		assert_ok!(Twins::accept_terms(signed(ALICE), TERMS));
		assert_ok!(Twins::set_terms(RuntimeOrigin::root(), NEW_TERMS));
		assert_ok!(Twins::withdraw_acceptance(signed(ALICE)));

		assert_eq!((held(ALICE), Balances::free_balance(ALICE)), (0, 1_000_000));
		assert!(!Acceptances::<Test>::contains_key(ALICE));
		assert_eq!(last_event(), Event::AcceptanceWithdrawn { account: ALICE, terms: TERMS });
	});
}

#[test]
fn withdraw_acceptance_is_refused_when_none_waits() {
	new_test_ext().sanity(|| {
		assert_noop!(Twins::withdraw_acceptance(signed(BOB)), Error::<Test>::AcceptanceNotFound);
		twin_of_alice();
		assert_noop!(Twins::withdraw_acceptance(signed(ALICE)), Error::<Test>::AcceptanceNotFound);
		assert_noop!(Twins::withdraw_acceptance(RuntimeOrigin::root()), DispatchError::BadOrigin);
	});
}

#[test]
fn set_terms_tells_both_hashes() {
	new_test_ext().sanity(|| {
		assert_ok!(Twins::set_terms(RuntimeOrigin::root(), NEW_TERMS));
		assert_eq!(Terms::<Test>::get(), Some(NEW_TERMS));
		assert_eq!(last_event(), Event::TermsSet { previous: Some(TERMS), terms: NEW_TERMS });
	});
}

#[test]
fn set_terms_is_refused_to_anybody_else() {
	new_test_ext().sanity(|| {
		assert_noop!(Twins::set_terms(signed(ALICE), NEW_TERMS), DispatchError::BadOrigin);
	});
}

fn twin_of_bob() {
	assert_ok!(Twins::accept_terms(signed(BOB), TERMS));
	assert_ok!(Twins::create_twin(signed(BOB), None, None));
}
