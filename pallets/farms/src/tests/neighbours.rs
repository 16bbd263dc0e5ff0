//! What other pallets see of farms, and how nodes come and go.

use super::*;
use crate::{mock::*, Admission, Authorisations, Error};
use frame_support::{assert_noop, assert_ok};
use gridchain_primitives::{traits::Farms as _, TwinId};

fn authorised() {
	farm_of_alice();
	assert_ok!(Farms::authorise_node(signed(ALICE), FARM, NODE));
}

#[test]
fn nothing_is_known_of_a_farm_that_doesn_t_exist() {
	new_test_ext().sanity(|| {
		assert_eq!((Farms::owner(FARM), Farms::payout(FARM)), (None, None));
		assert!(!Farms::approved(FARM));
	});
}

#[test]
fn owner_is_the_twin_that_made_the_farm() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		assert_eq!(Farms::owner(FARM), Some(TwinId(11)));
	});
}

#[test]
fn admit_lets_an_authorised_node_in_once() {
	new_test_ext().sanity(|| {
		authorised();
		assert!(Farms::admissible(&NODE, FARM));
		assert_ok!(Farms::admit(&NODE, FARM));
		assert_eq!(
			Authorisations::<Test>::get(NODE, FARM).unwrap().admission,
			Admission::Registered
		);
		assert!(!Farms::admissible(&NODE, FARM));
		assert_noop!(Farms::admit(&NODE, FARM), Error::<Test>::NodeRegistered);
	});
}

#[test]
fn admit_lets_a_node_into_the_farm_that_it_names_and_into_no_other() {
	new_test_ext().sanity(|| {
		authorised();
		// A farm that nobody asked has authorised it first. That bars it from nothing.
		assert_ok!(Farms::create_farm(signed(BOB), name("Blue-Hill")));
		assert_ok!(Farms::authorise_node(signed(BOB), FarmId(2), NODE));
		assert_ok!(Farms::admit(&NODE, FARM));
		assert!(!Farms::admissible(&NODE, FARM));
		assert!(Farms::admissible(&NODE, FarmId(2)));
		Farms::dismiss(FARM, &NODE);
		assert_ok!(Farms::admit(&NODE, FarmId(2)));
		assert!(Farms::admissible(&NODE, FARM));
	});
}

#[test]
fn admit_is_refused_when_no_farm_has_authorised_the_account() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		assert!(!Farms::admissible(&NODE, FARM));
		assert_noop!(Farms::admit(&NODE, FARM), Error::<Test>::NotAuthorised);
	});
}

#[test]
fn dismiss_keeps_the_authorisation() {
	new_test_ext().sanity(|| {
		authorised();
		assert_ok!(Farms::admit(&NODE, FARM));
		Farms::dismiss(FARM, &NODE);
		assert_eq!(held(ALICE), (FARM_DEPOSIT, AUTHORISATION_DEPOSIT));
		assert_ok!(Farms::admit(&NODE, FARM));
	});
}

// Where such bugs only leave a line in the log, nothing changes.
#[test]
#[cfg_attr(
	debug_assertions,
	should_panic(expected = "a node leaves a farm that it doesn't stand in")
)]
fn dismiss_of_a_node_that_is_not_there_is_a_bug_of_the_caller() {
	new_test_ext().sanity(|| {
		authorised();
		Farms::dismiss(FARM, &NODE);
		assert!(Farms::admissible(&NODE, FARM));
	});
}

#[test]
#[cfg_attr(
	debug_assertions,
	should_panic(expected = "a node leaves a farm that it doesn't stand in")
)]
fn dismiss_from_another_farm_is_a_bug_of_the_caller() {
	new_test_ext().sanity(|| {
		authorised();
		assert_ok!(Farms::admit(&NODE, FARM));
		Farms::dismiss(FarmId(2), &NODE);
		assert_eq!(
			Authorisations::<Test>::get(NODE, FARM).unwrap().admission,
			Admission::Registered
		);
	});
}
