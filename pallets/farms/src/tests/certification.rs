//! Which farms a certifier vouches for.

use super::*;
use crate::{mock::*, Error};
use frame_support::{assert_noop, assert_ok};
use gridchain_primitives::FarmCertification::{Gold, NotCertified};
use sp_runtime::DispatchError;

#[test]
fn a_farm_is_certified_only_when_a_certifier_has_said_so() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		assert_eq!(stored(FARM).certification, NotCertified);
		assert_ok!(Farms::set_farm_certification(signed(CERTIFIER), FARM, Gold));
		assert_eq!(stored(FARM).certification, Gold);
		assert_eq!(
			last_event(),
			Event::CertificationSet { farm: FARM, before: NotCertified, certification: Gold }
		);
		assert_ok!(Farms::set_farm_certification(RuntimeOrigin::root(), FARM, NotCertified));
		assert_eq!(stored(FARM).certification, NotCertified);
	});
}

#[test]
fn certification_is_refused_when_it_is_so_already() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		assert_noop!(
			Farms::set_farm_certification(signed(CERTIFIER), FARM, NotCertified),
			Error::<Test>::NothingToChange
		);
	});
}

#[test]
fn certification_is_refused_when_there_is_no_such_farm() {
	new_test_ext().sanity(|| {
		assert_noop!(
			Farms::set_farm_certification(signed(CERTIFIER), FARM, Gold),
			Error::<Test>::NotFound
		);
	});
}

#[test]
fn certification_is_not_the_owner_s() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		assert_noop!(
			Farms::set_farm_certification(signed(ALICE), FARM, Gold),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn certification_and_approval_are_apart() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		assert_ok!(Farms::set_farm_certification(signed(CERTIFIER), FARM, Gold));
		assert!(!stored(FARM).approved);
		assert_noop!(Farms::approve_farm(signed(CERTIFIER), FARM), DispatchError::BadOrigin);
	});
}
