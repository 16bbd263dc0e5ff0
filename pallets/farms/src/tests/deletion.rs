//! Deleting a farm.

use super::*;
use crate::{mock::*, BelongingsOf, Error, FarmByName};
use frame_support::{assert_noop, assert_ok};
use gridchain_primitives::{traits::Farms as _, ProviderId, TwinId};
use sp_runtime::DispatchError;

#[test]
fn delete_farm_gives_the_deposit_back_and_frees_the_name_and_the_twin() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		assert_ok!(Farms::delete_farm(signed(ALICE), FARM));

		assert_eq!((held(ALICE), Balances::free_balance(ALICE)), ((0, 0), 1_000_000));
		assert_eq!(uses(ALICE), 0);
		assert!(!crate::Farms::<Test>::contains_key(FARM));
		assert!(!BelongingsOf::<Test>::contains_key(FARM));
		assert_eq!(FarmByName::<Test>::get(farm_name("green-hill")), None);
		assert_eq!(
			last_event(),
			Event::FarmDeleted {
				farm: FARM,
				owner: TwinId(11),
				account: ALICE,
				name: farm_name("Green-Hill"),
			}
		);
	});
}

#[test]
fn the_number_of_a_deleted_farm_is_never_given_out_again() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		assert_ok!(Farms::delete_farm(signed(ALICE), FARM));
		assert_ok!(Farms::create_farm(signed(BOB), name("green-hill")));
		assert_eq!((Farms::owner(FARM), Farms::owner(FarmId(2))), (None, Some(TwinId(12))));
	});
}

#[test]
fn delete_farm_is_refused_while_it_has_authorisations() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		assert_ok!(Farms::authorise_node(signed(ALICE), FARM, NODE));
		assert_noop!(Farms::delete_farm(signed(ALICE), FARM), Error::<Test>::HasAuthorisations);
		assert_ok!(Farms::revoke_node(signed(ALICE), FARM, NODE));
		assert_ok!(Farms::delete_farm(signed(ALICE), FARM));
	});
}

#[test]
fn delete_farm_is_refused_while_it_has_public_ips() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		add_ip(31);
		assert_noop!(Farms::delete_farm(signed(ALICE), FARM), Error::<Test>::HasPublicIps);
		assert_ok!(Farms::remove_public_ip(signed(ALICE), FARM, ipv4("185.206.122.31")));
		assert_ok!(Farms::delete_farm(signed(ALICE), FARM));
	});
}

#[test]
fn delete_farm_is_refused_while_it_has_providers() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		LastProvider::set(&1);
		assert_ok!(Farms::accept_provider(signed(ALICE), FARM, ProviderId(1)));
		assert_noop!(Farms::delete_farm(signed(ALICE), FARM), Error::<Test>::HasProviders);
		assert_ok!(Farms::dismiss_provider(signed(ALICE), FARM, ProviderId(1)));
		assert_ok!(Farms::delete_farm(signed(ALICE), FARM));
	});
}

#[test]
fn delete_farm_is_refused_while_it_is_owed_something() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		book(FARM, 7, 500);
		assert_noop!(Farms::delete_farm(signed(ALICE), FARM), Error::<Test>::RevenueOutstanding);
		forget_nodes(FARM);
		assert_ok!(Farms::delete_farm(signed(ALICE), FARM));
	});
}

#[test]
fn delete_farm_is_refused_while_the_farm_is_on_its_way() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		assert_ok!(Farms::offer_farm(signed(ALICE), FARM, TwinId(12)));
		assert_ok!(Farms::accept_farm(signed(BOB), FARM));
		for account in [ALICE, BOB] {
			let refused: Error<Test> =
				if account == ALICE { Error::HandoverRunning } else { Error::NotOwner };
			assert_noop!(Farms::delete_farm(signed(account), FARM), refused);
		}
	});
}

#[test]
fn delete_farm_ends_an_offer_of_it() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		assert_ok!(Farms::offer_farm(signed(ALICE), FARM, TwinId(12)));
		assert_ok!(Farms::delete_farm(signed(ALICE), FARM));
		assert_noop!(Farms::accept_farm(signed(BOB), FARM), Error::<Test>::NotFound);
	});
}

#[test]
fn delete_farm_is_refused_to_anybody_but_the_owner() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		for other in [BOB, STRANGER, CERTIFIER] {
			assert_noop!(Farms::delete_farm(signed(other), FARM), Error::<Test>::NotOwner);
		}
		assert_noop!(Farms::delete_farm(signed(ALICE), FarmId(2)), Error::<Test>::NotFound);
		assert_noop!(Farms::delete_farm(RuntimeOrigin::root(), FARM), DispatchError::BadOrigin);
	});
}
