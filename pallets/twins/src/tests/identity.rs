//! Making and changing twins.

use super::*;
use crate::{mock::*, Acceptances, Error, NextTwinId, TwinOf, Twins as Stored};
use frame_support::{assert_noop, assert_ok};
use gridchain_primitives::traits::Twins as _;
use sp_runtime::DispatchError;

#[test]
fn create_twin_moves_the_acceptance_into_the_twin() {
	new_test_ext().sanity(|| {
		assert_ok!(Twins::accept_terms(signed(ALICE), TERMS));
		assert_ok!(Twins::create_twin(signed(ALICE), relay("relay.example"), key(&[2, 3])));

		let twin = Stored::<Test>::get(TwinId(1)).unwrap();
		assert_eq!(twin.account, ALICE);
		assert_eq!((twin.relay, twin.public_key), (relay("relay.example"), key(&[2, 3])));
		assert_eq!(accepted_by(TwinId(1)), Some(TERMS));
		assert_eq!(TwinOf::<Test>::get(ALICE), Some(TwinId(1)));
		assert!(!Acceptances::<Test>::contains_key(ALICE));
		assert_eq!((held(ALICE), Balances::free_balance(ALICE)), (DEPOSIT, 994_370));
		assert_eq!(
			last_event(),
			Event::TwinCreated {
				twin: TwinId(1),
				account: ALICE,
				relay: relay("relay.example"),
				public_key: key(&[2, 3]),
				terms: Some(TERMS),
			}
		);
	});
}

#[test]
fn create_twin_counts_from_one() {
	new_test_ext().sanity(|| {
		assert_eq!(twin_of_alice(), TwinId(1));
		assert_ok!(Twins::accept_terms(signed(BOB), TERMS));
		assert_ok!(Twins::create_twin(signed(BOB), None, None));
		assert_eq!(Twins::of(&BOB), Some(TwinId(2)));
	});
}

#[test]
fn create_twin_is_refused_when_the_account_has_one() {
	new_test_ext().sanity(|| {
		twin_of_alice();
		assert_noop!(Twins::create_twin(signed(ALICE), None, None), Error::<Test>::AlreadyExists);
		Twins::ensure(&NODE).unwrap();
		assert_noop!(Twins::create_twin(signed(NODE), None, None), Error::<Test>::AlreadyExists);
	});
}

#[test]
fn create_twin_is_refused_before_the_terms_are_accepted() {
	new_test_ext().sanity(|| {
		assert_noop!(
			Twins::create_twin(signed(ALICE), None, None),
			Error::<Test>::TermsNotAccepted
		);
	});
}

#[test]
fn create_twin_is_refused_when_other_terms_were_accepted() {
	new_test_ext().sanity(|| {
		assert_ok!(Twins::accept_terms(signed(ALICE), TERMS));
		assert_ok!(Twins::set_terms(RuntimeOrigin::root(), NEW_TERMS));
		assert_noop!(
			Twins::create_twin(signed(ALICE), None, None),
			Error::<Test>::TermsNotAccepted
		);
		assert_ok!(Twins::accept_terms(signed(ALICE), NEW_TERMS));
		assert_ok!(Twins::create_twin(signed(ALICE), None, None));
	});
}

#[test]
fn create_twin_is_refused_when_the_ids_have_run_out() {
	new_test_ext().execute_with(|| {
		assert_ok!(Twins::accept_terms(signed(ALICE), TERMS));
		NextTwinId::<Test>::put(TwinId(u32::MAX));
		assert_noop!(Twins::create_twin(signed(ALICE), None, None), Error::<Test>::TooManyTwins);
		assert_noop!(Twins::ensure(&NODE), Error::<Test>::TooManyTwins);
	});
}

#[test]
fn create_twin_needs_a_signature() {
	new_test_ext().sanity(|| {
		assert_noop!(
			Twins::create_twin(RuntimeOrigin::root(), None, None),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn a_relay_is_refused_when_it_is_empty_or_can_t_be_read() {
	new_test_ext().sanity(|| {
		assert_ok!(Twins::accept_terms(signed(ALICE), TERMS));
		// The last one has a Cyrillic letter that looks like an "a".
		for bad in ["", "relay example", "relay\n", "rel\u{430}y.example"] {
			assert_noop!(
				Twins::create_twin(signed(ALICE), relay(bad), None),
				Error::<Test>::MalformedRelay
			);
		}
		assert_ok!(Twins::create_twin(signed(ALICE), None, None));
		assert_noop!(
			Twins::update_twin(signed(ALICE), relay(""), None),
			Error::<Test>::MalformedRelay
		);
	});
}

#[test]
fn a_public_key_is_refused_when_it_is_empty() {
	new_test_ext().sanity(|| {
		assert_ok!(Twins::accept_terms(signed(ALICE), TERMS));
		assert_noop!(
			Twins::create_twin(signed(ALICE), None, key(&[])),
			Error::<Test>::EmptyPublicKey
		);
		assert_ok!(Twins::create_twin(signed(ALICE), None, None));
		assert_noop!(
			Twins::update_twin(signed(ALICE), None, key(&[])),
			Error::<Test>::EmptyPublicKey
		);
	});
}

#[test]
fn relays_of_255_bytes_and_keys_of_128_fit_and_no_longer_ones() {
	new_test_ext().sanity(|| {
		assert!(Relay::try_from(vec![b'r'; 256]).is_err());
		assert!(PublicKey::try_from(vec![1; 129]).is_err());
		twin_of_alice();
		let longest = "r".repeat(255);
		assert_ok!(Twins::update_twin(signed(ALICE), relay(&longest), key(&[1; 128])));
		// Longest or not, the deposit is the same.
		assert_eq!(held(ALICE), DEPOSIT);
	});
}

#[test]
fn update_twin_replaces_both_parts() {
	new_test_ext().sanity(|| {
		twin_of_alice();
		assert_ok!(Twins::update_twin(signed(ALICE), relay("one.example"), key(&[1])));
		assert_ok!(Twins::update_twin(signed(ALICE), relay("two.example"), None));

		let twin = Stored::<Test>::get(TwinId(1)).unwrap();
		assert_eq!((twin.relay, twin.public_key), (relay("two.example"), None));
		assert_eq!(accepted_by(TwinId(1)), Some(TERMS));
		assert_eq!(
			last_event(),
			Event::TwinUpdated {
				twin: TwinId(1),
				account: ALICE,
				relay: relay("two.example"),
				public_key: None,
			}
		);
	});
}

#[test]
fn update_twin_is_refused_without_a_twin() {
	new_test_ext().sanity(|| {
		twin_of_alice();
		assert_noop!(Twins::update_twin(signed(BOB), None, None), Error::<Test>::NotFound);
		assert_noop!(
			Twins::update_twin(RuntimeOrigin::root(), None, None),
			DispatchError::BadOrigin
		);
	});
}
