//! Names of farms.

use super::*;
use crate::{mock::*, Error, FarmByName};
use frame_support::{assert_noop, assert_ok};

#[test]
fn a_name_is_refused_when_it_is_too_short() {
	new_test_ext().sanity(|| {
		for short in ["", "ab"] {
			assert_noop!(
				Farms::create_farm(signed(ALICE), name(short)),
				Error::<Test>::NameTooShort
			);
		}
		assert_ok!(Farms::create_farm(signed(ALICE), name("abc")));
	});
}

#[test]
fn a_name_is_refused_when_it_is_too_long() {
	new_test_ext().sanity(|| {
		for long in ["a".repeat(41), "a".repeat(256)] {
			assert_noop!(
				Farms::create_farm(signed(ALICE), name(&long)),
				Error::<Test>::NameTooLong
			);
		}
		assert!(ProposedName::try_from(vec![b'a'; 257]).is_err());
		assert_ok!(Farms::create_farm(signed(ALICE), name(&"a".repeat(40))));
	});
}

#[test]
fn a_name_is_refused_when_it_has_other_characters() {
	new_test_ext().sanity(|| {
		// The last one has a Cyrillic letter that looks like an "a".
		for bad in ["green hill", "green.hill", "green\0", "<b>", "gr\u{fc}n", "f\u{430}rm"] {
			assert_noop!(
				Farms::create_farm(signed(ALICE), name(bad)),
				Error::<Test>::ForbiddenCharacter
			);
		}
		assert_ok!(Farms::create_farm(signed(ALICE), name("AZaz09-_")));
	});
}

#[test]
fn a_name_is_refused_when_it_is_taken() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		for taken in ["Green-Hill", "green-hill", "GREEN-HILL"] {
			assert_noop!(Farms::create_farm(signed(BOB), name(taken)), Error::<Test>::NameTaken);
		}
		assert_ok!(Farms::create_farm(signed(BOB), name("green_hill")));
	});
}

#[test]
fn rename_farm_frees_the_old_name() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		assert_ok!(Farms::rename_farm(signed(ALICE), FARM, name("Blue-Hill")));

		assert_eq!(stored(FARM).name, farm_name("Blue-Hill"));
		assert_eq!(FarmByName::<Test>::get(farm_name("blue-hill")), Some(FARM));
		assert_eq!(FarmByName::<Test>::get(farm_name("green-hill")), None);
		assert_eq!(
			last_event(),
			Event::FarmRenamed {
				farm: FARM,
				from: farm_name("Green-Hill"),
				to: farm_name("Blue-Hill"),
			}
		);
		assert_ok!(Farms::create_farm(signed(BOB), name("Green-Hill")));
	});
}

#[test]
fn rename_farm_can_change_the_capitals() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		assert_ok!(Farms::rename_farm(signed(ALICE), FARM, name("GREEN-hill")));
		assert_eq!(stored(FARM).name, farm_name("GREEN-hill"));
		assert_eq!(FarmByName::<Test>::get(farm_name("green-hill")), Some(FARM));
	});
}

#[test]
fn rename_farm_keeps_approval_payout_and_deposit() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		assert_ok!(Farms::approve_farm(RuntimeOrigin::root(), FARM));
		assert_ok!(Farms::set_payout_account(signed(ALICE), FARM, Some(BOB)));
		assert_ok!(Farms::rename_farm(signed(ALICE), FARM, name(&"b".repeat(40))));
		let farm = stored(FARM);
		assert_eq!((farm.approved, farm.payout), (true, Some(BOB)));
		assert_eq!(held(ALICE), (FARM_DEPOSIT, 0));
	});
}

#[test]
fn rename_farm_is_refused_like_a_new_name_is() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		assert_ok!(Farms::create_farm(signed(BOB), name("Blue-Hill")));
		let rename = |to: &str| Farms::rename_farm(signed(ALICE), FARM, name(to));
		assert_noop!(rename("ab"), Error::<Test>::NameTooShort);
		assert_noop!(rename(&"a".repeat(41)), Error::<Test>::NameTooLong);
		assert_noop!(rename("green hill"), Error::<Test>::ForbiddenCharacter);
		assert_noop!(rename("blue-HILL"), Error::<Test>::NameTaken);
	});
}
