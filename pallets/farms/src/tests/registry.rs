//! Making farms, and changing what their owners may change.

use super::*;
use crate::{mock::*, Error, FarmByName, NextFarmId};
use frame_support::{assert_noop, assert_ok};
use gridchain_primitives::{traits::Farms as _, TwinId};
use sp_runtime::{DispatchError, TokenError};

#[test]
fn create_farm_makes_a_farm_of_the_twin_and_holds_the_deposit() {
	new_test_ext().sanity(|| {
		assert_ok!(Farms::create_farm(signed(ALICE), name("Green-Hill")));

		let farm = stored(FARM);
		assert_eq!((farm.owner, farm.name), (TwinId(11), farm_name("Green-Hill")));
		assert_eq!((farm.payout, farm.approved), (None, false));
		assert_eq!(FarmByName::<Test>::get(farm_name("green-hill")), Some(FARM));
		assert_eq!((held(ALICE), Balances::free_balance(ALICE)), ((FARM_DEPOSIT, 0), 998_230));
		assert_eq!(uses(ALICE), 1);
		assert_eq!(
			last_event(),
			Event::FarmCreated {
				farm: FARM,
				owner: TwinId(11),
				account: ALICE,
				name: farm_name("Green-Hill"),
			}
		);
	});
}

#[test]
fn a_twin_can_have_several_farms() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		assert_ok!(Farms::create_farm(signed(ALICE), name("Blue-Hill")));
		assert_eq!(Farms::owner(FarmId(2)), Some(TwinId(11)));
		// 2 x 1,770
		assert_eq!((held(ALICE), uses(ALICE)), ((3_540, 0), 2));
	});
}

#[test]
fn create_farm_is_refused_without_a_twin() {
	new_test_ext().sanity(|| {
		assert_noop!(
			Farms::create_farm(signed(STRANGER), name("Green-Hill")),
			Error::<Test>::TwinNotFound
		);
		assert_noop!(
			Farms::create_farm(RuntimeOrigin::root(), name("Green-Hill")),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn create_farm_is_refused_without_money_for_the_deposit() {
	new_test_ext().sanity(|| {
		// 1,771 pay for one farm and the existential deposit. Then there is nothing left for another.
		assert_ok!(Farms::create_farm(signed(POOR), name("Green-Hill")));
		assert_noop!(
			Farms::create_farm(signed(POOR), name("Blue-Hill")),
			DispatchError::Token(TokenError::FundsUnavailable)
		);
		assert_eq!(uses(POOR), 1);
	});
}

#[test]
fn create_farm_is_refused_when_the_ids_have_run_out() {
	new_test_ext().execute_with(|| {
		NextFarmId::<Test>::put(FarmId(u32::MAX));
		assert_noop!(
			Farms::create_farm(signed(ALICE), name("Green-Hill")),
			Error::<Test>::TooManyFarms
		);
	});
}

#[test]
fn a_farm_is_paid_to_its_owner_unless_it_names_another_account() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		assert_eq!(Farms::payout(FARM), Some(ALICE));
		assert_ok!(Farms::set_payout_account(signed(ALICE), FARM, Some(STRANGER)));
		assert_eq!(Farms::payout(FARM), Some(STRANGER));
		assert_eq!(last_event(), Event::PayoutAccountSet { farm: FARM, account: Some(STRANGER) });
		assert_ok!(Farms::set_payout_account(signed(ALICE), FARM, None));
		assert_eq!(Farms::payout(FARM), Some(ALICE));
		assert_eq!(last_event(), Event::PayoutAccountSet { farm: FARM, account: None });
	});
}

#[test]
fn a_farm_is_changed_by_its_owner_alone() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		// The payout account has no say either.
		assert_ok!(Farms::set_payout_account(signed(ALICE), FARM, Some(STRANGER)));
		for other in [BOB, STRANGER] {
			assert_noop!(
				Farms::rename_farm(signed(other), FARM, name("Blue-Hill")),
				Error::<Test>::NotOwner
			);
			assert_noop!(
				Farms::set_payout_account(signed(other), FARM, Some(other)),
				Error::<Test>::NotOwner
			);
		}
		assert_noop!(
			Farms::rename_farm(RuntimeOrigin::root(), FARM, name("Blue-Hill")),
			DispatchError::BadOrigin
		);
		assert_noop!(
			Farms::set_payout_account(RuntimeOrigin::root(), FARM, None),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn a_farm_that_doesn_t_exist_can_t_be_changed() {
	new_test_ext().sanity(|| {
		assert_noop!(
			Farms::rename_farm(signed(ALICE), FARM, name("Blue-Hill")),
			Error::<Test>::NotFound
		);
		assert_noop!(Farms::set_payout_account(signed(ALICE), FARM, None), Error::<Test>::NotFound);
	});
}
