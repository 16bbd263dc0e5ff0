//! Which accounts may bring a node into which farm.

use super::*;
use crate::{mock::*, Admission, Authorisations, BelongingsOf, Error};
use frame_support::{assert_noop, assert_ok};
use gridchain_primitives::traits::{Farms as _, Twins as _};
use sp_runtime::{DispatchError, TokenError};

/// Alice's farm, with `NODE` authorised.
fn authorised() {
	farm_of_alice();
	assert_ok!(Farms::authorise_node(signed(ALICE), FARM, NODE));
}

/// How many accounts the farm has authorised.
fn authorisations() -> u32 {
	belongings(FARM).authorisations
}

/// How many twins the account has: none or one.
fn twins_of(account: u64) -> usize {
	MockTwins::of(&account).into_iter().count()
}

#[test]
fn authorise_node_gives_existence_to_an_account_with_nothing_on_it() {
	new_test_ext().sanity(|| {
		assert!(!System::account_exists(&NODE));
		authorised();
		assert!(System::account_exists(&NODE));
		assert_eq!((System::sufficients(&NODE), System::providers(&NODE)), (1, 0));
		assert_eq!(Balances::free_balance(NODE), 0);
	});
}

#[test]
fn authorise_node_notes_the_farm_and_holds_the_deposit_of_the_farmer() {
	new_test_ext().sanity(|| {
		authorised();
		let authorisation = Authorisations::<Test>::get(NODE, FARM).unwrap();
		assert_eq!(authorisation.admission, Admission::Awaited);
		assert_eq!(authorisations(), 1);
		// 1,000,000 - 1,770 - 3,210
		assert_eq!(
			(held(ALICE), Balances::free_balance(ALICE)),
			((FARM_DEPOSIT, AUTHORISATION_DEPOSIT), 995_020)
		);
		assert_eq!(held(NODE), (0, 0));
		assert_eq!(
			last_event(),
			Event::NodeAuthorised { farm: FARM, account: NODE, farmer: ALICE }
		);
	});
}

#[test]
fn authorise_node_is_refused_when_the_farm_has_authorised_the_account() {
	new_test_ext().sanity(|| {
		authorised();
		let again = || Farms::authorise_node(signed(ALICE), FARM, NODE);
		assert_noop!(again(), Error::<Test>::AlreadyAuthorised);
		// With a node it is no different.
		assert_ok!(Farms::admit(&NODE, FARM));
		assert_noop!(again(), Error::<Test>::AlreadyAuthorised);
	});
}

#[test]
fn any_number_of_farms_can_authorise_an_account() {
	new_test_ext().sanity(|| {
		authorised();
		assert_ok!(Farms::create_farm(signed(BOB), name("Blue-Hill")));
		assert_ok!(Farms::authorise_node(signed(BOB), FarmId(2), NODE));
		assert_ok!(Farms::create_farm(signed(BOB), name("Red-Hill")));
		assert_ok!(Farms::authorise_node(signed(BOB), FarmId(3), NODE));
		// Each has laid its own deposit down, and the account exists once for each.
		assert_eq!(System::sufficients(&NODE), 3);
		assert_eq!(held(ALICE), (FARM_DEPOSIT, AUTHORISATION_DEPOSIT));
		assert_eq!(held(BOB), (2 * FARM_DEPOSIT, 2 * AUTHORISATION_DEPOSIT));
	});
}

#[test]
fn account_exists_until_the_last_farm_has_revoked_it() {
	new_test_ext().sanity(|| {
		authorised();
		assert_ok!(Farms::create_farm(signed(BOB), name("Blue-Hill")));
		assert_ok!(Farms::authorise_node(signed(BOB), FarmId(2), NODE));
		twin_of(NODE);
		assert_ok!(Farms::revoke_node(signed(ALICE), FARM, NODE));
		assert_eq!((System::sufficients(&NODE), twins_of(NODE)), (1, 1));
		assert_noop!(Farms::revoke_node(signed(ALICE), FARM, NODE), Error::<Test>::NotAuthorised);
		assert_ok!(Farms::revoke_node(signed(BOB), FarmId(2), NODE));
		assert!(!System::account_exists(&NODE));
		assert_eq!(twins_of(NODE), 0);
	});
}

#[test]
fn revoke_node_leaves_a_twin_on_which_something_stands() {
	new_test_ext().sanity(|| {
		authorised();
		assert_ok!(MockTwins::bind(twin_of(NODE)));
		assert_ok!(Farms::revoke_node(signed(ALICE), FARM, NODE));
		assert_eq!(twins_of(NODE), 1);
	});
}

#[test]
fn authorise_node_is_refused_to_anybody_but_the_owner() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		for other in [BOB, STRANGER, NODE] {
			assert_noop!(Farms::authorise_node(signed(other), FARM, NODE), Error::<Test>::NotOwner);
		}
		assert_noop!(
			Farms::authorise_node(RuntimeOrigin::root(), FARM, NODE),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn authorise_node_is_refused_when_there_is_no_such_farm() {
	new_test_ext().sanity(|| {
		assert_noop!(Farms::authorise_node(signed(ALICE), FARM, NODE), Error::<Test>::NotFound);
	});
}

#[test]
fn authorise_node_is_refused_without_money_for_the_deposit() {
	new_test_ext().sanity(|| {
		assert_ok!(Farms::create_farm(signed(POOR), name("Green-Hill")));
		assert_noop!(
			Farms::authorise_node(signed(POOR), FARM, NODE),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
		assert!(!System::account_exists(&NODE));
	});
}

#[test]
fn authorise_node_is_refused_when_no_more_can_be_counted() {
	new_test_ext().execute_with(|| {
		farm_of_alice();
		BelongingsOf::<Test>::mutate_extant(FARM, |all| all.authorisations = u32::MAX);
		assert_noop!(
			Farms::authorise_node(signed(ALICE), FARM, NODE),
			Error::<Test>::TooManyAuthorisations
		);
	});
}

#[test]
fn revoke_node_gives_the_deposit_back_and_the_account_is_gone() {
	new_test_ext().sanity(|| {
		authorised();
		assert_ok!(Farms::revoke_node(signed(ALICE), FARM, NODE));

		assert!(!System::account_exists(&NODE));
		assert!(!Authorisations::<Test>::contains_key(NODE, FARM));
		assert_eq!(authorisations(), 0);
		assert_eq!((held(ALICE), Balances::free_balance(ALICE)), ((FARM_DEPOSIT, 0), 998_230));
		assert_eq!(
			last_event(),
			Event::AuthorisationRevoked { farm: FARM, account: NODE, farmer: ALICE }
		);
	});
}

#[test]
fn account_that_is_revoked_and_authorised_again_costs_one_deposit_which_comes_back() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		let authorise = || Farms::authorise_node(signed(ALICE), FARM, NODE);
		let revoke = || Farms::revoke_node(signed(ALICE), FARM, NODE);
		let money = || (held(ALICE), Balances::free_balance(ALICE));
		// 1,000,000 - 1,770 for the farm; 3,210 less while the account is authorised.
		let (with, without) = (((1_770, 3_210), 995_020), ((1_770, 0), 998_230));
		assert_ok!(authorise());
		assert_eq!(money(), with);
		assert_ok!(revoke());
		assert_eq!(money(), without);
		assert_ok!(authorise());
		assert_eq!(money(), with);
		// Its node joins and leaves, which moves no money.
		assert_ok!(Farms::admit(&NODE, FARM));
		assert_eq!(money(), with);
		Farms::dismiss(FARM, &NODE);
		assert_eq!(money(), with);
		assert_ok!(revoke());
		assert_eq!((money(), authorisations()), (without, 0));
		assert!(!System::account_exists(&NODE));
	});
}

#[test]
fn revoke_node_leaves_an_account_with_money_on_it() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		assert_ok!(Farms::authorise_node(signed(ALICE), FARM, STRANGER));
		assert_eq!((System::sufficients(&STRANGER), System::providers(&STRANGER)), (1, 1));
		assert_ok!(Farms::revoke_node(signed(ALICE), FARM, STRANGER));
		assert_eq!((System::sufficients(&STRANGER), System::providers(&STRANGER)), (0, 1));
		assert_eq!(Balances::free_balance(STRANGER), 1_000_000);
	});
}

#[test]
fn revoke_node_leaves_the_other_authorisations() {
	new_test_ext().sanity(|| {
		authorised();
		assert_ok!(Farms::authorise_node(signed(ALICE), FARM, 101));
		assert_eq!((authorisations(), held(ALICE)), (2, (FARM_DEPOSIT, 6_420)));
		assert_ok!(Farms::revoke_node(signed(ALICE), FARM, NODE));
		assert_eq!((authorisations(), held(ALICE)), (1, (FARM_DEPOSIT, AUTHORISATION_DEPOSIT)));
		assert!(System::account_exists(&101));
	});
}

#[test]
fn revoke_node_is_refused_while_the_node_is_registered() {
	new_test_ext().sanity(|| {
		authorised();
		assert_ok!(Farms::admit(&NODE, FARM));
		assert_noop!(Farms::revoke_node(signed(ALICE), FARM, NODE), Error::<Test>::NodeRegistered);
		Farms::dismiss(FARM, &NODE);
		assert_ok!(Farms::revoke_node(signed(ALICE), FARM, NODE));
	});
}

#[test]
fn revoke_node_is_refused_to_anybody_but_the_owner() {
	new_test_ext().sanity(|| {
		authorised();
		assert_noop!(Farms::revoke_node(signed(ALICE), FarmId(2), NODE), Error::<Test>::NotFound);
		for other in [BOB, STRANGER, NODE] {
			assert_noop!(Farms::revoke_node(signed(other), FARM, NODE), Error::<Test>::NotOwner);
		}
		assert_noop!(
			Farms::revoke_node(RuntimeOrigin::root(), FARM, NODE),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn revoke_node_is_refused_when_the_account_is_not_authorised() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		assert_noop!(Farms::revoke_node(signed(ALICE), FARM, NODE), Error::<Test>::NotAuthorised);
	});
}
