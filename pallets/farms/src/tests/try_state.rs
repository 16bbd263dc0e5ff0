//! Each sentence of `try_state.rs`, broken by hand, is found.

use super::*;
use crate::{
	mock::*, Belongings, BelongingsOf, FarmByName, FreeIps, Handover, Handovers, IpsOf, NextFarmId,
	ProvidersOf, PublicIps,
};
use frame_support::{assert_err, assert_ok};
use gridchain_primitives::{traits::Farms as _, ContractId, ProviderId, TwinId};

const CONTRACT: ContractId = ContractId(1);

/// Runs `break_it` on a chain where Alice's farm has authorised a node and has three IPs, of which a contract has
/// the one that ends in 33, and expects the check to say `message`.
fn found(message: &'static str, break_it: impl FnOnce()) {
	new_test_ext().execute_with(|| {
		farm_of_alice();
		assert_ok!(Farms::authorise_node(signed(ALICE), FARM, NODE));
		[31, 32, 33].into_iter().for_each(add_ip);
		assert_ok!(Farms::take_ips(FARM, CONTRACT, 1));
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
		forget_farm();
	});
}

#[test]
fn a_wrong_count_is_found() {
	for count in [0, 2] {
		found("Farms 5: a count is not the number of authorisations", || {
			change(|all| all.authorisations = count);
		});
		found("Farms 7: a count is not the number of IPs", || change(|all| all.ips = count));
	}
	found("Farms 8: a count is not the number of free IPs", || change(|all| all.free_ips = 3));
}

#[test]
fn an_authorised_account_that_doesn_t_exist_is_found() {
	found("Farms 6: an authorised account has too few sufficient references", || {
		System::dec_sufficients(&NODE);
	});
	found("Farms 6: an authorised account has too few sufficient references", || {
		assert_ok!(Farms::create_farm(signed(BOB), name("Blue-Hill")));
		assert_ok!(Farms::authorise_node(signed(BOB), FarmId(2), NODE));
		System::dec_sufficients(&NODE);
	});
}

#[test]
fn an_ip_that_is_not_public_is_found() {
	found("Farms 7: an IP is not a public one, or its gateway is elsewhere", || {
		let stored = PublicIps::<Test>::take(ip(31)).unwrap();
		PublicIps::<Test>::insert([192, 168, 1, 31], stored);
	});
}

#[test]
fn an_ip_of_no_farm_is_found() {
	found("Farms 7: an IP is of a farm that doesn't exist", || {
		PublicIps::<Test>::mutate_extant(ip(31), |ip| ip.farm = FarmId(2));
	});
}

#[test]
fn free_ips_in_wrong_places_are_found() {
	found("Farms 8: a free IP doesn't stand in its place", || {
		FreeIps::<Test>::swap(FARM, 0, FARM, 1);
	});
	found("Farms 8: in a place of free IPs stands another one", || {
		FreeIps::<Test>::insert(FARM, 2, ip(33));
	});
	found("Farms 8: a place of free IPs is beyond their count", || change(|all| all.free_ips = 1));
}

#[test]
fn a_contract_and_its_ips_that_don_t_name_each_other_are_found() {
	found("Farms 9: a contract's list of IPs is empty", || {
		IpsOf::<Test>::insert(CONTRACT, crate::ContractIps::new());
	});
	found("Farms 9: a contract lists an IP that doesn't name it", || {
		IpsOf::<Test>::insert(ContractId(2), IpsOf::<Test>::get(CONTRACT).unwrap());
	});
	found("Farms 9: an IP names a contract that doesn't list it", || {
		IpsOf::<Test>::remove(CONTRACT);
	});
}

#[test]
fn belongings_of_no_farm_are_found() {
	found("Farms 10: belongings of no farm, or a farm without", || {
		BelongingsOf::<Test>::insert(FarmId(2), Belongings::default());
	});
}

#[test]
fn a_sum_that_is_not_held_is_found() {
	let message = "Farms 11: what is held of an owner is not what its farms' belongings say";
	found(message, || change(|all| all.held.farm += 1));
	found(message, || change(|all| all.held.authorisations += 1));
	found(message, || change(|all| all.held.ips -= 1));
}

#[test]
fn handovers_that_can_t_be_are_found() {
	let on_its_way = |farm, to| Handovers::<Test>::insert(farm, Handover { to, after: None });
	found("Farms 12: a farm that is on its way doesn't exist", || {
		on_its_way(FarmId(2), TwinId(12));
	});
	found("Farms 12: a farm that is on its way is offered as well", || {
		assert_ok!(Farms::offer_farm(signed(ALICE), FARM, TwinId(12)));
		on_its_way(FARM, TwinId(12));
	});
	for to in [TwinId(11), TwinId(99)] {
		found(
			"Farms 12: a farm is on its way to its owner, or to a twin that doesn't exist",
			|| on_its_way(FARM, to),
		);
	}
}

#[test]
fn a_farm_offered_to_its_owner_is_found() {
	found("Farms 13: a farm is offered to its owner", || {
		crate::Farms::<Test>::mutate_extant(FARM, |farm| farm.offered_to = Some(TwinId(11)));
	});
}

#[test]
fn providers_that_can_t_be_are_found() {
	found("Farms 14: a provider is one of a farm that doesn't exist", || {
		ProvidersOf::<Test>::insert(FarmId(2), ProviderId(1), ());
	});
	let miscounted = "Farms 14: a count is not the number of providers, or there are too many";
	found(miscounted, || change(|all| all.providers = 1));
	found(miscounted, || {
		(1..=33).for_each(|provider| ProvidersOf::<Test>::insert(FARM, ProviderId(provider), ()));
		change(|all| all.providers = 33);
	});
}

/// Changes what belongs to the farm.
fn change(change: impl FnOnce(&mut Belongings)) {
	BelongingsOf::<Test>::mutate_extant(FARM, change);
}

/// Lets the farm vanish without a trace but for what it has authorised.
fn forget_farm() {
	crate::Farms::<Test>::remove(FARM);
	BelongingsOf::<Test>::remove(FARM);
	FarmByName::<Test>::remove(farm_name("green-hill"));
}
