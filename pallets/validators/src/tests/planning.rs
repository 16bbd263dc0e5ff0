//! Which set a session gets.

use crate::{
	mock::{
		keys, queued_and_disabled, run_to_session, sanity, set_keys, Historical, RuntimeOrigin,
		Session, Test, Validators,
	},
	PlannedSet,
};
use codec::Encode;
use frame_support::{assert_ok, traits::KeyOwnerProofSystem, BoundedVec};
use pallet_session::{QueuedKeys, SessionManager};
use sp_runtime::{key_types::DUMMY, testing::UintAuthorityId};

/// What a later call will do: the members are now these.
fn set_members(members: &[u64]) {
	crate::Validators::<Test>::put(BoundedVec::truncate_from(members.to_vec()));
}

fn plan() -> Option<Vec<u64>> {
	<Validators as SessionManager<u64>>::new_session(9)
}

#[test]
fn a_set_that_did_not_change_is_not_planned_again() {
	sanity(&[1, 2, 3], || {
		run_to_session(4);
		assert_eq!(queued_and_disabled().0, 0);
		assert_eq!(Session::validators(), [1, 2, 3]);
		assert_eq!(plan(), None);
	});
}

#[test]
fn new_keys_of_a_member_plan_the_set_once() {
	sanity(&[1, 2, 3], || {
		set_keys(2, 20);
		// Planned when session 1 begins, for session 2.
		run_to_session(1);
		assert_eq!(queued_and_disabled().0, 1);
		assert_eq!(QueuedKeys::<Test>::get(), [(1, keys(1)), (2, keys(20)), (3, keys(3))]);
		run_to_session(4);
		assert_eq!(queued_and_disabled().0, 0);
		assert_eq!(Session::validators(), [1, 2, 3]);
	});
}

#[test]
fn the_same_keys_set_again_plan_nothing() {
	sanity(&[1, 2, 3], || {
		set_keys(2, 2);
		run_to_session(2);
		assert_eq!(queued_and_disabled().0, 0);
	});
}

#[test]
fn keys_of_a_stranger_plan_nothing() {
	sanity(&[1, 2, 3], || {
		set_keys(9, 90);
		run_to_session(2);
		assert_eq!(queued_and_disabled().0, 0);
		assert_eq!(Session::validators(), [1, 2, 3]);
	});
}

#[test]
fn old_and_new_keys_are_proven_in_the_sessions_they_worked_in() {
	let key = |key: u64| (DUMMY, UintAuthorityId(key).encode());
	sanity(&[1, 2, 3], || {
		let old = Historical::prove(key(2)).unwrap();
		assert_eq!(old.session, 0);
		set_keys(2, 20);
		run_to_session(2);
		let new = Historical::prove(key(20)).unwrap();
		assert_eq!(new.session, 2);
		run_to_session(3);
		assert_eq!(Historical::check_proof(key(2), old), Some((2, ())));
		// The root of session 2 was made with the new key, not copied from session 1.
		assert_eq!(Historical::check_proof(key(20), new), Some((2, ())));
	});
}

#[test]
fn a_set_that_changed_works_from_the_session_after_the_next() {
	sanity(&[1, 2, 3], || {
		set_keys(4, 4);
		set_members(&[1, 2, 4]);
		run_to_session(1);
		assert_eq!(queued_and_disabled().0, 1);
		assert_eq!(Session::validators(), [1, 2, 3]);
		run_to_session(2);
		assert_eq!(Session::validators(), [1, 2, 4]);
		run_to_session(4);
		assert_eq!(queued_and_disabled().0, 0);
	});
}

#[test]
fn a_member_without_keys_is_left_out_until_it_has_some() {
	sanity(&[1, 2, 3], || {
		assert_ok!(Session::purge_keys(RuntimeOrigin::signed(3)));
		run_to_session(2);
		assert_eq!(Session::validators(), [1, 2]);
		// The root counts those that work, so that their keys can be proven.
		assert_eq!(Historical::historical_root(2).unwrap().1, 2);
		set_keys(3, 30);
		run_to_session(4);
		assert_eq!(Session::validators(), [1, 2, 3]);
		assert_eq!(Historical::historical_root(4).unwrap().1, 3);
	});
}

#[test]
fn a_set_of_nobody_is_never_planned() {
	sanity(&[1, 2, 3], || {
		let planned = PlannedSet::<Test>::get();
		set_members(&[]);
		assert_eq!(plan(), None);
		set_members(&[4, 5]);
		assert_eq!(plan(), None);
		assert_eq!(PlannedSet::<Test>::get(), planned);
		set_members(&[1, 2, 3]);
	});
}

#[test]
fn a_full_set_is_planned_whole() {
	sanity(&[1, 2, 3], || {
		// The mock allows ten validators.
		let all: Vec<u64> = (1..=10).collect();
		for account in 4..=10 {
			set_keys(account, account);
		}
		set_members(&all);
		assert_eq!(plan(), Some(all));
		assert_eq!(plan(), None);
	});
}
