//! What a farmer asks of those who deploy.

use crate::{mock::*, Error, Event};
use frame_support::{assert_noop, assert_ok};
use gridchain_primitives::{
	traits::Capacity, ContractId, NodeCapacity, NodeId, Seconds, Tenancy, Time, Usd,
};

#[test]
fn maintenance_refuses_new_contracts_until_it_ends_by_itself() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		assert_ok!(maintain(node, Some(3_600)));
		let until = Time(1_700_003_600);
		let event = Event::MaintenanceSet { node, farm: FARM, until: Some(until) };
		assert_eq!(last_event(), event);
		pass(3_599);
		assert_noop!(take(node, 1, part(1, 1, 1)), Error::<Test>::UnderMaintenance);
		assert_eq!(capacity(node).maintenance, Some(until));
		pass(1);
		assert_eq!(capacity(node).maintenance, None);
		assert_ok!(take(node, 1, part(1, 1, 1)));
	});
}

#[test]
fn maintenance_lets_contracts_go_on_and_change() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		assert_ok!(take(node, 1, part(1, 1, 1)));
		assert_ok!(maintain(node, Some(3_600)));
		assert_ok!(<Nodes as Capacity<_>>::change(node, ContractId(1), &part(2, 2, 2)));
		give_back(node, 1);
		assert_eq!(capacity(node).contracts, 0);
	});
}

#[test]
fn maintenance_can_be_moved_and_ended() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		assert_ok!(maintain(node, Some(3_600)));
		assert_noop!(maintain(node, Some(3_600)), Error::<Test>::NothingToChange);
		assert_ok!(maintain(node, Some(60)));
		assert_ok!(maintain(node, None));
		assert_eq!(last_event(), Event::MaintenanceSet { node, farm: FARM, until: None });
		assert_noop!(maintain(node, None), Error::<Test>::NothingToChange);
		assert_ok!(take(node, 1, part(1, 1, 1)));
	});
}

#[test]
fn maintenance_lies_ahead_and_lasts_at_most_30_days() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		// 30 days are 2,592,000 s.
		for seconds in [0, 2_592_001, u64::MAX] {
			assert_noop!(maintain(node, Some(seconds)), Error::<Test>::MaintenanceOutOfBounds);
		}
		let past = Some(START.minus(Seconds(1)));
		let call = Nodes::set_maintenance(RuntimeOrigin::signed(FARMER), node, past);
		assert_noop!(call, Error::<Test>::MaintenanceOutOfBounds);
		assert_ok!(maintain(node, Some(2_592_000)));
		assert_ok!(maintain(node, Some(1)));
	});
}

#[test]
fn maintenance_fee_and_tenancy_are_the_farmers_word() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		let until = Some(START.plus(Seconds(60)));
		for stranger in [ALICE, BOB] {
			let origin = || RuntimeOrigin::signed(stranger);
			let call = Nodes::set_maintenance(origin(), node, until);
			assert_noop!(call, Error::<Test>::NotFarmer);
			let call = Nodes::set_extra_fee(origin(), node, Some(Usd(1)));
			assert_noop!(call, Error::<Test>::NotFarmer);
			let call = Nodes::set_tenancy(origin(), node, Tenancy::Dedicated);
			assert_noop!(call, Error::<Test>::NotFarmer);
		}
		assert_noop!(maintain(NodeId(9), Some(60)), Error::<Test>::NotFound);
		assert_noop!(ask_fee(NodeId(9), Some(1)), Error::<Test>::NotFound);
		assert_noop!(offer(NodeId(9), Tenancy::Dedicated), Error::<Test>::NotFound);
	});
}

#[test]
fn extra_fee_is_told_to_whoever_rents() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		assert_eq!(capacity(node).extra_fee, Usd(0));
		// 25 USD a month.
		let fee = Usd(25_000_000_000);
		assert_ok!(ask_fee(node, Some(fee.0)));
		assert_eq!(capacity(node).extra_fee, fee);
		assert_eq!(<Nodes as Capacity<AccountId>>::node(node).unwrap().extra_fee, fee);
		assert_eq!(last_event(), Event::ExtraFeeSet { node, farm: FARM, usd_month: fee });
	});
}

#[test]
fn extra_fee_is_at_most_10_000_usd_a_month() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		let too_much = 10_000_000_000_001;
		assert_noop!(ask_fee(node, Some(too_much)), Error::<Test>::ExtraFeeOutOfBounds);
		assert_ok!(ask_fee(node, Some(10_000_000_000_000)));
	});
}

#[test]
fn extra_fee_ends_with_none_or_nothing() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		assert_noop!(ask_fee(node, None), Error::<Test>::NothingToChange);
		assert_noop!(ask_fee(node, Some(0)), Error::<Test>::NothingToChange);
		for end in [None, Some(0)] {
			assert_ok!(ask_fee(node, Some(7)));
			assert_noop!(ask_fee(node, Some(7)), Error::<Test>::NothingToChange);
			assert_ok!(ask_fee(node, end));
			let event = Event::ExtraFeeSet { node, farm: FARM, usd_month: Usd(0) };
			assert_eq!(last_event(), event);
		}
	});
}

#[test]
fn node_is_shared_until_its_farmer_says_otherwise_and_again_when_he_says_so() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		let told = || <Nodes as Capacity<AccountId>>::node(node).unwrap().tenancy;
		assert_eq!((told(), capacity(node).tenancy), (Tenancy::Shared, Tenancy::Shared));
		assert_noop!(offer(node, Tenancy::Shared), Error::<Test>::NothingToChange);
		for tenancy in [Tenancy::Dedicated, Tenancy::Shared] {
			assert_ok!(offer(node, tenancy));
			assert_eq!((told(), capacity(node).tenancy), (tenancy, tenancy));
			assert_eq!(last_event(), Event::TenancySet { node, farm: FARM, tenancy });
			assert_noop!(offer(node, tenancy), Error::<Test>::NothingToChange);
		}
	});
}

#[test]
fn capacity_tells_clients_all_that_a_deployment_depends_on() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		assert_ok!(take(node, 1, part(2, 4, 50)));
		let expected = NodeCapacity {
			farm: FARM,
			hardware: computer(),
			used: part(2, 4, 50),
			// 32 - 2 cores, 15 - 4 GB, 500 - 50 GB.
			free: gridchain_primitives::Resources {
				hdd_mib: computer().hdd_mib,
				gpus: 1,
				..part(30, 11, 450)
			},
			contracts: 1,
			live: true,
			maintenance: None,
			retiring: None,
			certified: false,
			rental: gridchain_primitives::Rental::None,
			rentable: false,
			extra_fee: Usd(0),
			tenancy: Tenancy::Shared,
		};
		assert_eq!(Nodes::node_capacity(node), Some(expected));
		assert_eq!(Nodes::node_capacity(NodeId(9)), None);
	});
}

#[test]
fn node_is_rentable_while_it_is_live_and_open_and_has_no_contract() {
	chain_with(quick()).sanity(|| {
		let node = register(ALICE);
		assert!(!capacity(node).rentable, "it has not reported yet");
		assert_ok!(report(ALICE, node, 1_000));
		assert!(capacity(node).rentable);
		assert_ok!(maintain(node, Some(60)));
		assert!(!capacity(node).rentable, "it is under maintenance");
		assert_ok!(maintain(node, None));
		assert_ok!(take(node, 1, part(1, 1, 1)));
		assert!(!capacity(node).rentable, "it has a contract");
		assert_ok!(retire(node));
		give_back(node, 1);
		assert!(!capacity(node).rentable, "it retires");
	});
}
