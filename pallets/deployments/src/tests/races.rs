//! Two who want the same thing: the first gets it, the second is told so and loses nothing.

use super::*;
use crate::Error;
use frame_support::assert_noop;
use sp_runtime::{DispatchError, DispatchResult};

fn deploy(account: u64, resources: Resources, public_ips: u8) -> DispatchResult {
	let spec = spec("flist");
	Deployments::deploy(signed(account), NODE, HASH, spec, resources, public_ips, TRAFFIC, None)
}

/// That `account` has spent and is held nothing.
fn assert_untouched(account: u64) {
	assert_eq!((held(account), Balances::free_balance(account)), (0, 1_000_000));
}

#[test]
fn two_want_the_last_capacity() {
	new_test_ext().sanity(|| {
		assert_ok!(deploy(ALICE, Resources { cores: 14, ..RESOURCES }, 0));
		// 2 cores are left.
		assert_ok!(deploy(ALICE, RESOURCES, 0));
		assert_noop!(deploy(BOB, RESOURCES, 0), DispatchError::Exhausted);
		assert_untouched(BOB);
	});
}

#[test]
fn two_want_the_last_ip() {
	new_test_ext().sanity(|| {
		assert_ok!(deploy(ALICE, RESOURCES, 16));
		assert_ok!(deploy(ALICE, RESOURCES, 3));
		// 1 of 20 is left.
		assert_ok!(deploy(ALICE, RESOURCES, 1));
		assert_noop!(deploy(BOB, RESOURCES, 1), DispatchError::Exhausted);
		assert_untouched(BOB);
	});
}

#[test]
fn the_capacity_that_one_gives_back_the_other_gets() {
	new_test_ext().sanity(|| {
		let contract = ContractId(1);
		assert_ok!(deploy(ALICE, CAPACITY, 16));
		assert_noop!(deploy(BOB, CAPACITY, 16), DispatchError::Exhausted);
		assert_ok!(Deployments::cancel(signed(ALICE), contract));
		assert_ok!(deploy(BOB, CAPACITY, 16));
	});
}

#[test]
fn one_rents_what_another_wants_to_deploy_on() {
	new_test_ext().sanity(|| {
		rented(ALICE);
		assert_noop!(deploy(BOB, RESOURCES, 0), Error::<Test>::NodeRented);
		assert_untouched(BOB);
	});
}

#[test]
fn one_deploys_on_what_another_wants_to_rent() {
	new_test_ext().sanity(|| {
		assert_ok!(deploy(ALICE, RESOURCES, 0));
		assert_noop!(Deployments::rent_node(signed(BOB), NODE, None), Error::<Test>::NodeInUse);
		assert_untouched(BOB);
	});
}

#[test]
fn two_want_the_same_name() {
	new_test_ext().sanity(|| {
		reserved(ALICE, "name");
		assert_noop!(
			Deployments::reserve_name(signed(BOB), proposed("name")),
			Error::<Test>::NameTaken
		);
		assert_untouched(BOB);
	});
}
