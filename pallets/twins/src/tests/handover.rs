//! Offering a twin, and taking it over.

use super::*;
use crate::{mock::*, Acceptances, Error, TwinOf, Twins as Stored};
use frame_support::{
	assert_noop, assert_ok,
	traits::{LockableCurrency, WithdrawReasons},
};
use gridchain_primitives::traits::Twins as _;
use sp_runtime::{DispatchError, TokenError};

fn offered_to(twin: TwinId) -> Option<u64> {
	Stored::<Test>::get(twin).unwrap().offered_to
}

#[test]
fn offer_twin_changes_nothing_but_that_it_is_offered() {
	new_test_ext().sanity(|| {
		let twin = twin_of_alice();
		assert_ok!(Twins::offer_twin(signed(ALICE), BOB));
		assert_eq!(offered_to(twin), Some(BOB));
		assert_eq!((Twins::of(&ALICE), Twins::of(&BOB)), (Some(twin), None));
		assert_eq!((held(ALICE), held(BOB)), (DEPOSIT, 0));
		assert_eq!(last_event(), Event::TwinOffered { twin, account: ALICE, to: BOB });
	});
}

#[test]
fn offer_twin_replaces_the_offer_before() {
	new_test_ext().sanity(|| {
		let twin = twin_offered_to_bob();
		assert_ok!(Twins::offer_twin(signed(ALICE), NODE));
		assert_eq!(offered_to(twin), Some(NODE));
		assert_noop!(Twins::accept_twin(signed(BOB), twin), Error::<Test>::NotOffered);
	});
}

#[test]
fn offer_twin_is_refused_without_a_twin_or_to_an_account_that_has_one() {
	new_test_ext().sanity(|| {
		assert_noop!(Twins::offer_twin(signed(BOB), ALICE), Error::<Test>::NotFound);
		twin_of_alice();
		Twins::ensure(&NODE).unwrap();
		for to in [ALICE, NODE] {
			assert_noop!(Twins::offer_twin(signed(ALICE), to), Error::<Test>::AlreadyExists);
		}
		assert_noop!(Twins::offer_twin(RuntimeOrigin::root(), BOB), DispatchError::BadOrigin);
	});
}

#[test]
fn withdraw_offer_ends_the_offer() {
	new_test_ext().sanity(|| {
		let twin = twin_offered_to_bob();
		assert_ok!(Twins::withdraw_offer(signed(ALICE)));
		assert_eq!(offered_to(twin), None);
		assert_eq!(last_event(), Event::OfferWithdrawn { twin, account: ALICE, to: BOB });
		assert_noop!(Twins::accept_twin(signed(BOB), twin), Error::<Test>::NotOffered);
		assert_noop!(Twins::withdraw_offer(signed(ALICE)), Error::<Test>::OfferNotFound);
	});
}

#[test]
fn withdraw_offer_is_the_twin_s_alone() {
	new_test_ext().sanity(|| {
		twin_offered_to_bob();
		assert_noop!(Twins::withdraw_offer(signed(BOB)), Error::<Test>::NotFound);
		assert_noop!(Twins::withdraw_offer(RuntimeOrigin::root()), DispatchError::BadOrigin);
	});
}

#[test]
fn accept_twin_gives_the_twin_to_the_new_account_as_it_is() {
	new_test_ext().sanity(|| {
		let twin = twin_offered_to_bob();
		assert_ok!(Twins::update_twin(signed(ALICE), relay("relay.example"), key(&[7])));
		assert_ok!(Twins::bind(twin));
		set_time(START + 60);
		assert_ok!(Twins::accept_twin(signed(BOB), twin));

		let stored = Stored::<Test>::get(twin).unwrap();
		assert_eq!((stored.account, stored.offered_to), (BOB, None));
		assert_eq!((stored.relay, stored.public_key), (relay("relay.example"), key(&[7])));
		assert_eq!((Twins::of(&ALICE), Twins::of(&BOB)), (None, Some(twin)));
		assert_eq!(Twins::account(twin), Some(BOB));
		assert_eq!(crate::Uses::<Test>::get(twin), Some(1));
		assert_eq!(
			last_event(),
			Event::TwinHandedOver { twin, from: ALICE, to: BOB, terms: TERMS }
		);
	});
}

#[test]
fn accept_twin_moves_what_is_held_and_needs_one_deposit_of_the_two() {
	new_test_ext().sanity(|| {
		let twin = twin_offered_to_bob();
		assert_ok!(Twins::accept_twin(signed(BOB), twin));
		// Each had laid down 5,630. Alice's are Bob's now, of whom only 5,630 are held.
		assert_eq!((held(ALICE), Balances::free_balance(ALICE)), (0, 994_370));
		assert_eq!((held(BOB), Balances::free_balance(BOB)), (DEPOSIT, 1_000_000));
	});
}

#[test]
fn accept_twin_uses_the_acceptance_of_the_new_account_up() {
	new_test_ext().sanity(|| {
		let twin = twin_of_alice();
		assert_ok!(Twins::set_terms(RuntimeOrigin::root(), NEW_TERMS));
		assert_ok!(Twins::offer_twin(signed(ALICE), BOB));
		assert_ok!(Twins::accept_terms(signed(BOB), NEW_TERMS));
		assert_ok!(Twins::accept_twin(signed(BOB), twin));
		assert_eq!(accepted_by(twin), Some(NEW_TERMS));
		assert!(!Acceptances::<Test>::contains_key(BOB));
		assert_noop!(Twins::withdraw_acceptance(signed(BOB)), Error::<Test>::AcceptanceNotFound);
	});
}

#[test]
fn accept_twin_is_refused_to_anybody_it_is_not_offered_to() {
	new_test_ext().sanity(|| {
		let twin = twin_of_alice();
		assert_ok!(Twins::accept_terms(signed(BOB), TERMS));
		assert_noop!(Twins::accept_twin(signed(BOB), twin), Error::<Test>::NotOffered);
		assert_noop!(Twins::accept_twin(signed(BOB), TwinId(2)), Error::<Test>::NotFound);
		assert_ok!(Twins::offer_twin(signed(ALICE), BOB));
		assert_noop!(Twins::accept_twin(signed(NODE), twin), Error::<Test>::NotOffered);
		assert_noop!(Twins::accept_twin(RuntimeOrigin::root(), twin), DispatchError::BadOrigin);
	});
}

#[test]
fn accept_twin_is_refused_when_the_account_has_got_a_twin_meanwhile() {
	new_test_ext().sanity(|| {
		let twin = twin_offered_to_bob();
		assert_ok!(Twins::create_twin(signed(BOB), None, None));
		assert_noop!(Twins::accept_twin(signed(BOB), twin), Error::<Test>::AlreadyExists);
		// The way out: the other one goes first, and the terms are accepted anew.
		assert_ok!(Twins::delete_twin(signed(BOB)));
		assert_ok!(Twins::accept_terms(signed(BOB), TERMS));
		assert_ok!(Twins::accept_twin(signed(BOB), twin));
	});
}

#[test]
fn accept_twin_is_refused_before_the_terms_in_force_are_accepted() {
	new_test_ext().sanity(|| {
		let twin = twin_of_alice();
		assert_ok!(Twins::offer_twin(signed(ALICE), BOB));
		assert_noop!(Twins::accept_twin(signed(BOB), twin), Error::<Test>::TermsNotAccepted);
		assert_ok!(Twins::accept_terms(signed(BOB), TERMS));
		assert_ok!(Twins::set_terms(RuntimeOrigin::root(), NEW_TERMS));
		assert_noop!(Twins::accept_twin(signed(BOB), twin), Error::<Test>::TermsNotAccepted);
	});
}

#[test]
fn accept_twin_changes_nothing_when_a_hold_can_t_be_moved() {
	new_test_ext().sanity(|| {
		let twin = twin_offered_to_bob();
		HandoverFails::set(&true);
		assert_noop!(
			Twins::accept_twin(signed(BOB), twin),
			DispatchError::Other("the second reason can't be moved")
		);
		HandoverFails::set(&false);
		assert_ok!(Twins::accept_twin(signed(BOB), twin));
	});
}

#[test]
fn accept_twin_is_refused_while_the_held_money_is_frozen() {
	new_test_ext().sanity(|| {
		let twin = twin_offered_to_bob();
		Balances::set_lock(*b"a vote..", &ALICE, ENDOWMENT, WithdrawReasons::all());
		assert_noop!(
			Twins::accept_twin(signed(BOB), twin),
			DispatchError::Token(TokenError::Frozen)
		);
		Balances::remove_lock(*b"a vote..", &ALICE);
		assert_ok!(Twins::accept_twin(signed(BOB), twin));
	});
}

#[test]
fn accept_twin_takes_a_node_s_twin_that_has_no_deposit() {
	new_test_ext().sanity(|| {
		let twin = Twins::ensure(&NODE).unwrap();
		assert_ok!(Twins::offer_twin(signed(NODE), BOB));
		assert_ok!(Twins::accept_terms(signed(BOB), TERMS));
		assert_ok!(Twins::accept_twin(signed(BOB), twin));
		assert_eq!((held(BOB), Balances::free_balance(BOB)), (DEPOSIT, 994_370));
		assert_eq!((accepted_by(twin), TwinOf::<Test>::get(NODE)), (Some(TERMS), None));
	});
}

#[test]
fn the_old_account_can_have_another_twin() {
	new_test_ext().sanity(|| {
		let twin = twin_offered_to_bob();
		assert_ok!(Twins::accept_twin(signed(BOB), twin));
		assert_noop!(Twins::update_twin(signed(ALICE), None, None), Error::<Test>::NotFound);
		assert_ok!(Twins::accept_terms(signed(ALICE), TERMS));
		assert_ok!(Twins::create_twin(signed(ALICE), None, None));
		assert_eq!(Twins::of(&ALICE), Some(TwinId(2)));
	});
}
