//! What other pallets see of twins.

use super::*;
use crate::{mock::*, Acceptances, Error, Uses};
use frame_support::{assert_noop, assert_ok};
use gridchain_primitives::traits::Twins as _;

#[test]
fn account_and_twin_name_each_other() {
	new_test_ext().sanity(|| {
		assert_eq!((Twins::of(&ALICE), Twins::account(TwinId(1))), (None, None));
		twin_of_alice();
		assert_eq!((Twins::of(&ALICE), Twins::account(TwinId(1))), (Some(TwinId(1)), Some(ALICE)));
	});
}

#[test]
fn ensure_makes_a_twin_without_terms_or_deposit() {
	new_test_ext().sanity(|| {
		assert_eq!(Twins::ensure(&NODE), Ok(TwinId(1)));
		assert_eq!((accepted_by(TwinId(1)), held(NODE)), (None, 0));
		assert_eq!(
			last_event(),
			Event::TwinCreated {
				twin: TwinId(1),
				account: NODE,
				relay: None,
				public_key: None,
				terms: None,
			}
		);
	});
}

#[test]
fn ensure_returns_the_twin_that_is_there() {
	new_test_ext().sanity(|| {
		twin_of_alice();
		System::reset_events();
		assert_eq!(Twins::ensure(&ALICE), Ok(TwinId(1)));
		assert_eq!(accepted_by(TwinId(1)), Some(TERMS));
		assert!(System::events().is_empty());
	});
}

#[test]
fn ensure_takes_an_acceptance_that_waits_along() {
	new_test_ext().sanity(|| {
		assert_ok!(Twins::accept_terms(signed(ALICE), TERMS));
		assert_eq!(Twins::ensure(&ALICE), Ok(TwinId(1)));
		assert_eq!((accepted_by(TwinId(1)), held(ALICE)), (Some(TERMS), DEPOSIT));
		assert!(!Acceptances::<Test>::contains_key(ALICE));
	});
}

#[test]
fn forget_removes_a_node_s_twin_on_which_nothing_stands() {
	new_test_ext().sanity(|| {
		let twin = Twins::ensure(&NODE).unwrap();
		assert_ok!(Twins::bind(twin));
		Twins::forget(&NODE);
		assert_eq!(Twins::of(&NODE), Some(twin));
		Twins::unbind(twin);
		Twins::forget(&NODE);
		assert_eq!((Twins::of(&NODE), Twins::account(twin)), (None, None));
		assert_eq!(last_event(), Event::TwinDeleted { twin, account: NODE });
	});
}

#[test]
fn forget_leaves_a_twin_with_a_deposit_of_its_own() {
	new_test_ext().sanity(|| {
		twin_of_alice();
		System::reset_events();
		Twins::forget(&ALICE);
		assert_eq!((Twins::of(&ALICE), held(ALICE)), (Some(TwinId(1)), DEPOSIT));
		// Nobody's twin is no error: an authorised account may never have had a node.
		Twins::forget(&BOB);
		assert!(System::events().is_empty());
	});
}

#[test]
fn uses_are_counted() {
	new_test_ext().sanity(|| {
		let twin = twin_of_alice();
		assert_ok!(Twins::bind(twin));
		assert_ok!(Twins::bind(twin));
		assert_eq!(Uses::<Test>::get(twin), Some(2));
		Twins::unbind(twin);
		assert_eq!(Uses::<Test>::get(twin), Some(1));
		Twins::unbind(twin);
		assert_eq!(Uses::<Test>::get(twin), None);
	});
}

#[test]
fn bind_is_refused_when_the_twin_doesn_t_exist() {
	new_test_ext().sanity(|| {
		assert_noop!(Twins::bind(TwinId(1)), Error::<Test>::NotFound);
	});
}

#[test]
fn bind_is_refused_when_no_more_can_be_counted() {
	new_test_ext().sanity(|| {
		let twin = twin_of_alice();
		Uses::<Test>::insert(twin, u32::MAX);
		assert_noop!(Twins::bind(twin), Error::<Test>::TooManyUses);
	});
}

// Where such bugs only leave a line in the log, nothing changes.
#[test]
#[cfg_attr(debug_assertions, should_panic(expected = "unbound more often than it was bound"))]
fn unbind_without_a_use_is_a_bug_of_the_caller() {
	new_test_ext().sanity(|| {
		let twin = twin_of_alice();
		Twins::unbind(twin);
		assert_eq!(Uses::<Test>::get(twin), None);
	});
}
