//! Which farms the region approves of.

use super::*;
use crate::{mock::*, Error};
use frame_support::{assert_noop, assert_ok};
use gridchain_primitives::traits::Farms as _;
use sp_runtime::DispatchError;

#[test]
fn a_farm_is_approved_only_when_the_region_has_said_so() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		assert!(!Farms::approved(FARM));
		assert_ok!(Farms::approve_farm(RuntimeOrigin::root(), FARM));
		assert!(Farms::approved(FARM));
		assert_eq!(last_event(), Event::FarmApproved { farm: FARM });
		assert_ok!(Farms::disapprove_farm(RuntimeOrigin::root(), FARM));
		assert!(!Farms::approved(FARM));
		assert_eq!(last_event(), Event::FarmDisapproved { farm: FARM });
	});
}

#[test]
fn approval_is_refused_when_it_is_so_already() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		assert_noop!(
			Farms::disapprove_farm(RuntimeOrigin::root(), FARM),
			Error::<Test>::NotApproved
		);
		assert_ok!(Farms::approve_farm(RuntimeOrigin::root(), FARM));
		assert_noop!(
			Farms::approve_farm(RuntimeOrigin::root(), FARM),
			Error::<Test>::AlreadyApproved
		);
	});
}

#[test]
fn approval_is_refused_when_there_is_no_such_farm() {
	new_test_ext().sanity(|| {
		assert_noop!(Farms::approve_farm(RuntimeOrigin::root(), FARM), Error::<Test>::NotFound);
		assert_noop!(Farms::disapprove_farm(RuntimeOrigin::root(), FARM), Error::<Test>::NotFound);
	});
}

#[test]
fn approval_is_not_the_owner_s() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		assert_noop!(Farms::approve_farm(signed(ALICE), FARM), DispatchError::BadOrigin);
		assert_ok!(Farms::approve_farm(RuntimeOrigin::root(), FARM));
		assert_noop!(Farms::disapprove_farm(signed(ALICE), FARM), DispatchError::BadOrigin);
	});
}
