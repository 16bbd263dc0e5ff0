//! Each sentence of `try_state.rs`, broken by hand, is found.

use super::*;
use crate::{mock::*, AuthorisedNodes, FarmByName, NextFarmId};
use frame_support::{assert_err, assert_ok};

/// Runs `break_it` on a chain where Alice's farm has authorised a node, and expects the check to say `message`.
fn found(message: &'static str, break_it: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		farm_of_alice();
		assert_ok!(Farms::authorise_node(signed(ALICE), FARM, NODE));
		assert_ok!(Farms::do_try_state());
		break_it();
		assert_err!(Farms::do_try_state(), message);
	});
}

#[test]
fn a_farm_outside_the_index_is_found() {
	found("Farms 1: a farm is not found by its name", || {
		FarmByName::<Test>::remove(farm_name("green-hill"));
	});
}

#[test]
fn a_name_of_no_farm_is_found() {
	found("Farms 1: a name in the index is no farm's", || {
		FarmByName::<Test>::insert(farm_name("blue-hill"), FARM);
	});
}

#[test]
fn a_malformed_name_is_found() {
	found("Farms 2: a farm's name is malformed", || {
		crate::Farms::<Test>::mutate(FARM, |farm| {
			farm.as_mut().unwrap().name = farm_name("green hill");
		});
		FarmByName::<Test>::insert(farm_name("green hill"), FARM);
	});
}

#[test]
fn a_farm_without_its_owner_is_found() {
	found("Farms 3: a farm's owner doesn't exist", || forget_twin(ALICE));
}

#[test]
fn an_id_ahead_of_the_counter_is_found() {
	found("Farms 4: a farm's id was not given out by the counter", || {
		NextFarmId::<Test>::put(FARM);
	});
}

#[test]
fn an_authorisation_by_no_farm_is_found() {
	found("Farms 5: an authorisation is by a farm that doesn't exist", || {
		crate::Farms::<Test>::remove(FARM);
		FarmByName::<Test>::remove(farm_name("green-hill"));
	});
}

#[test]
fn a_wrong_count_is_found() {
	for count in [None, Some(0), Some(2)] {
		found("Farms 5: a count is not the number of authorisations", || {
			AuthorisedNodes::<Test>::set(FARM, count);
		});
	}
}

#[test]
fn an_authorised_account_that_doesn_t_exist_is_found() {
	found("Farms 6: an authorised account has no sufficient reference", || {
		System::dec_sufficients(&NODE);
	});
}
