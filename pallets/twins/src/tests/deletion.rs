//! Deleting a twin.

use super::*;
use crate::{mock::*, Error, TwinOf, Twins as Stored};
use frame_support::{assert_noop, assert_ok};
use gridchain_primitives::traits::Twins as _;
use sp_runtime::DispatchError;

#[test]
fn delete_twin_gives_the_deposit_back_to_the_unit() {
	new_test_ext().sanity(|| {
		let twin = twin_of_alice();
		assert_ok!(Twins::delete_twin(signed(ALICE)));
		assert_eq!((held(ALICE), Balances::free_balance(ALICE)), (0, 1_000_000));
		assert!(!Stored::<Test>::contains_key(twin) && !TwinOf::<Test>::contains_key(ALICE));
		assert_eq!((Twins::of(&ALICE), Twins::account(twin)), (None, None));
		assert_eq!(last_event(), Event::TwinDeleted { twin, account: ALICE });
	});
}

#[test]
fn delete_twin_is_refused_while_something_stands_on_it() {
	new_test_ext().sanity(|| {
		let twin = twin_of_alice();
		assert_ok!(Twins::bind(twin));
		assert_noop!(Twins::delete_twin(signed(ALICE)), Error::<Test>::InUse);
		Twins::unbind(twin);
		assert_ok!(Twins::delete_twin(signed(ALICE)));
		assert_noop!(Twins::bind(twin), Error::<Test>::NotFound);
	});
}

#[test]
fn delete_twin_ends_an_offer_of_it() {
	new_test_ext().sanity(|| {
		let twin = twin_offered_to_bob();
		assert_ok!(Twins::delete_twin(signed(ALICE)));
		assert_noop!(Twins::accept_twin(signed(BOB), twin), Error::<Test>::NotFound);
	});
}

#[test]
fn delete_twin_takes_a_node_s_twin_when_the_node_is_gone() {
	new_test_ext().sanity(|| {
		let twin = Twins::ensure(&NODE).unwrap();
		assert_ok!(Twins::bind(twin));
		assert_noop!(Twins::delete_twin(signed(NODE)), Error::<Test>::InUse);
		Twins::unbind(twin);
		assert_ok!(Twins::delete_twin(signed(NODE)));
		assert_eq!(last_event(), Event::TwinDeleted { twin, account: NODE });
		// The account can have a node again, with a number of its own.
		assert_eq!(Twins::ensure(&NODE), Ok(TwinId(2)));
	});
}

#[test]
fn the_number_of_a_deleted_twin_is_never_given_out_again() {
	new_test_ext().sanity(|| {
		twin_of_alice();
		assert_ok!(Twins::delete_twin(signed(ALICE)));
		assert_ok!(Twins::accept_terms(signed(ALICE), TERMS));
		assert_ok!(Twins::create_twin(signed(ALICE), None, None));
		assert_eq!(Twins::of(&ALICE), Some(TwinId(2)));
	});
}

#[test]
fn delete_twin_is_refused_without_a_twin() {
	new_test_ext().sanity(|| {
		assert_ok!(Twins::accept_terms(signed(BOB), TERMS));
		assert_noop!(Twins::delete_twin(signed(BOB)), Error::<Test>::NotFound);
		assert_noop!(Twins::delete_twin(RuntimeOrigin::root()), DispatchError::BadOrigin);
	});
}
