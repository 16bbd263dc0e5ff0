//! Renting a whole node.

use super::*;
use crate::{Contract, ContractsOf, Error, Rent, Standing, Tenants, WorkloadState};
use frame_support::assert_noop;
use gridchain_primitives::{
	traits::EndContract, CloudUnits, EndReason, Goods, Rental, Terms, Time, TwinId,
};
use sp_runtime::{DispatchError, DispatchResult, TokenError};

fn rent(account: u64) -> DispatchResult {
	Deployments::rent_node(signed(account), NODE, None)
}

fn deploy(account: u64) -> DispatchResult {
	let spec = spec("flist");
	Deployments::deploy(signed(account), NODE, HASH, spec, RESOURCES, 0, TRAFFIC, None)
}

fn update_spec(contract: ContractId) -> DispatchResult {
	let hash = Some(NEW_HASH);
	Deployments::update_deployment(signed(ALICE), contract, hash, None, None, None, None)
}

fn standing(contract: ContractId) -> Option<Standing> {
	Contracts::<Test>::get(contract).and_then(|found| match found.kind {
		ContractKind::Rent(rent) => Some(rent.standing),
		_ => None,
	})
}

fn ended(contract: ContractId, reason: EndReason) -> Event<Test> {
	Event::ContractEnded { contract, owner: TwinId(1), node: Some(NODE), reason }
}

fn rent_ended(contract: ContractId, workloads: u32) -> Event<Test> {
	Event::RentEnded { contract, owner: TwinId(1), node: NODE, workloads }
}

#[test]
fn rent_takes_the_node_and_starts_its_window_at_once() {
	new_test_ext().sanity(|| {
		Certified::insert(NODE, ());
		assert_ok!(Deployments::rent_node(signed(ALICE), NODE, Some(PROVIDER)));
		let contract = ContractId(1);
		let Contract { owner, created, kind, .. } = Contracts::<Test>::get(contract).unwrap();
		assert_eq!((owner, created), (TwinId(1), Time(1_000_000)));
		let provider = Some(PROVIDER);
		let standing = Standing::Active;
		assert_eq!(kind, ContractKind::Rent(Rent { node: NODE, provider, standing }));
		assert!(ContractsOf::<Test>::contains_key(TwinId(1), contract));
		assert_eq!(Rentals::get(NODE), Rental::Rented { contract });
		// 32 GB and 16 cores: 8 CU. 1,000 GB of HDD and 500 GB of SSD: 3 1/3 SU. One unit is 6,144,000.
		let units = CloudUnits { cu: 49_152_000, su: 20_480_000 };
		let goods = Goods::Whole { node: NODE, units, certified: true, extra_fee: EXTRA_FEE };
		let terms = Terms { payer: TwinId(1), goods, provider };
		assert_eq!(Billed::get(contract), Some((terms, Window::Open)));
		assert_eq!((held(ALICE), Uses::get(TwinId(1))), (2_150, 1));
		assert_eq!(
			events(),
			vec![Event::NodeRented {
				contract,
				owner: TwinId(1),
				node: NODE,
				units,
				certified: true,
				extra_fee: EXTRA_FEE,
				provider,
			}]
		);
	});
}

#[test]
fn rent_is_refused_where_another_twin_has_a_workload() {
	new_test_ext().sanity(|| {
		let of_bob = running(BOB);
		assert_noop!(rent(ALICE), Error::<Test>::NodeInUse);
		running(ALICE);
		assert_noop!(rent(ALICE), Error::<Test>::NodeInUse);
		assert_ok!(Deployments::cancel(signed(BOB), of_bob));
		assert_ok!(rent(ALICE));
	});
}

#[test]
fn rent_is_taken_by_who_has_all_the_workloads() {
	new_test_ext().sanity(|| {
		running(ALICE);
		deployed(ALICE, NODE);
		// Another node makes no difference.
		deployed(BOB, OTHER_NODE);
		assert_eq!(Tenants::<Test>::get(NODE, TwinId(1)), 2);
		assert_ok!(rent(ALICE));
	});
}

#[test]
fn rent_is_refused_for_a_node_that_is_rented() {
	new_test_ext().sanity(|| {
		rented(ALICE);
		assert_noop!(rent(BOB), Error::<Test>::NodeRented);
		assert_noop!(rent(ALICE), Error::<Test>::NodeRented);
	});
}

#[test]
fn rent_is_refused_for_a_node_that_is_dead_or_none() {
	new_test_ext().sanity(|| {
		assert_noop!(
			Deployments::rent_node(signed(ALICE), DEAD_NODE, None),
			DispatchError::Unavailable
		);
		assert_noop!(
			Deployments::rent_node(signed(ALICE), NodeId(4), None),
			Error::<Test>::NodeNotFound
		);
	});
}

#[test]
fn rent_is_refused_without_a_twin_or_a_signature() {
	new_test_ext().sanity(|| {
		assert_noop!(rent(STRANGER), Error::<Test>::TwinNotFound);
		assert_noop!(
			Deployments::rent_node(RuntimeOrigin::root(), NODE, None),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn rent_changes_nothing_without_money_for_the_first_window() {
	new_test_ext().sanity(|| {
		// 2,150 for the deposit leave 1,999 of the 2,000 that the window asks for.
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), POOR, 4_149));
		assert_noop!(rent(POOR), TokenError::FundsUnavailable);
		assert_eq!(Rentals::get(NODE), Rental::None);
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), POOR, 4_150));
		assert_ok!(rent(POOR));
	});
}

#[test]
fn only_the_renter_deploys_on_a_rented_node() {
	new_test_ext().sanity(|| {
		rented(ALICE);
		assert_noop!(deploy(BOB), Error::<Test>::NodeRented);
		assert_ok!(deploy(ALICE));
		// Elsewhere everybody does.
		deployed(BOB, OTHER_NODE);
	});
}

#[test]
fn dedicated_node_takes_nothing_before_it_is_rented() {
	new_test_ext().sanity(|| {
		Dedicated::insert(NODE, ());
		for who in [ALICE, BOB] {
			assert_noop!(deploy(who), Error::<Test>::NodeDedicated);
		}
		let rent = rented(ALICE);
		assert_ok!(deploy(ALICE));
		assert_noop!(deploy(BOB), Error::<Test>::NodeRented);
		suspend(rent);
		assert_noop!(deploy(ALICE), Error::<Test>::RentNotActive);
	});
}

#[test]
fn what_stands_on_a_node_that_becomes_dedicated_goes_on() {
	new_test_ext().sanity(|| {
		let contract = running(ALICE);
		Dedicated::insert(NODE, ());
		assert_ok!(update_spec(contract));
		assert_noop!(deploy(ALICE), Error::<Test>::NodeDedicated);
		// It can be rented by who has all that stands on it.
		assert_noop!(rent(BOB), Error::<Test>::NodeInUse);
		assert_ok!(rent(ALICE));
	});
}

#[test]
fn suspended_rent_names_node_and_owner_and_stops_what_is_new() {
	new_test_ext().sanity(|| {
		let contract = rented(ALICE);
		let waiting = deployed(ALICE, NODE);
		let runs = running(ALICE);
		System::reset_events();
		suspend(contract);
		assert_eq!(standing(contract), Some(Standing::Suspended));
		assert_eq!(events(), vec![Event::RentSuspended { contract, owner: TwinId(1), node: NODE }]);
		assert_noop!(deploy(ALICE), Error::<Test>::RentNotActive);
		// Others are told that it isn't theirs to wait for.
		assert_noop!(deploy(BOB), Error::<Test>::NodeRented);
		assert_noop!(update_spec(runs), Error::<Test>::RentNotActive);
		assert_noop!(
			Deployments::confirm_workload(signed(NODE_ACCOUNT), waiting),
			Error::<Test>::RentNotActive
		);
	});
}

#[test]
fn suspended_rent_leaves_the_windows_of_the_workloads_alone() {
	new_test_ext().sanity(|| {
		let contract = rented(ALICE);
		let runs = running(ALICE);
		suspend(contract);
		assert_eq!(workload(runs).unwrap().state, WorkloadState::Running);
		assert_ok!(Deployments::cancel(signed(ALICE), runs));
	});
}

#[test]
fn resumed_rent_lets_everything_go_on() {
	new_test_ext().sanity(|| {
		let contract = rented(ALICE);
		let waiting = deployed(ALICE, NODE);
		suspend(contract);
		System::reset_events();
		resume(contract);
		assert_eq!(standing(contract), Some(Standing::Active));
		assert_eq!(events(), vec![Event::RentResumed { contract, owner: TwinId(1), node: NODE }]);
		assert_ok!(Deployments::confirm_workload(signed(NODE_ACCOUNT), waiting));
		assert_ok!(update_spec(waiting));
		assert_ok!(deploy(ALICE));
	});
}

#[test]
fn cancel_of_a_rent_is_refused_while_workloads_stand_on_it() {
	new_test_ext().sanity(|| {
		let before = running(ALICE);
		let contract = rented(ALICE);
		let after = running(ALICE);
		for workload in [before, after] {
			assert_noop!(Deployments::cancel(signed(ALICE), contract), Error::<Test>::RentInUse);
			assert_ok!(Deployments::cancel(signed(ALICE), workload));
		}
		assert_ok!(Deployments::cancel(signed(ALICE), contract));
	});
}

#[test]
fn cancel_of_a_rent_gives_everything_back() {
	new_test_ext().sanity(|| {
		let contract = rented(ALICE);
		System::reset_events();
		assert_ok!(Deployments::cancel(signed(ALICE), contract));
		assert_eq!(Closed::get(contract), Some(EndReason::Owner));
		assert_eq!(events(), vec![rent_ended(contract, 0), ended(contract, EndReason::Owner)]);
		assert_eq!(Rentals::get(NODE), Rental::None);
		assert_eq!((held(ALICE), Uses::get(TwinId(1))), (0, 0));
		assert_eq!(ContractsOf::<Test>::iter().count(), 0);
		assert_ok!(rent(BOB));
	});
}

#[test]
fn a_rent_that_runs_out_of_money_ends_under_its_workloads() {
	new_test_ext().sanity(|| {
		let contract = rented(ALICE);
		let first = running(ALICE);
		let second = deployed(ALICE, NODE);
		suspend(contract);
		System::reset_events();
		run_out(contract);
		let reason = EndReason::OutOfFunds;
		assert_eq!(events(), vec![rent_ended(contract, 2), ended(contract, reason)]);
		assert_eq!(Rentals::get(NODE), Rental::Ended { contract });
		assert_ok!(Deployments::do_try_state());
		check_state();

		// Until they have ended, nobody comes in.
		assert_noop!(deploy(ALICE), Error::<Test>::RentNotActive);
		assert_noop!(deploy(BOB), Error::<Test>::RentNotActive);
		assert_noop!(rent(BOB), Error::<Test>::RentNotActive);
		assert_noop!(
			Deployments::confirm_workload(signed(NODE_ACCOUNT), second),
			Error::<Test>::RentNotActive
		);

		MockNodes::sweep();
		assert_eq!(Closed::get(first), Some(EndReason::RentEnded));
		assert_eq!(Closed::get(second), Some(EndReason::RentEnded));
		assert_eq!(Rentals::get(NODE), Rental::None);
		assert_eq!((held(ALICE), Uses::get(TwinId(1))), (0, 0));
		assert_ok!(deploy(BOB));
	});
}

#[test]
fn a_workload_can_be_cancelled_after_its_rent_ended() {
	new_test_ext().sanity(|| {
		let contract = rented(ALICE);
		let workload = running(ALICE);
		assert_ok!(Deployments::force_cancel(RuntimeOrigin::root(), contract));
		assert_ok!(Deployments::cancel(signed(ALICE), workload));
		assert_eq!(Rentals::get(NODE), Rental::None);
	});
}

/// Ends a rent and two workloads on its node in `order`, as the node's retirement does.
fn retire_in(order: [usize; 3]) {
	new_test_ext().sanity(|| {
		let all = [rented(ALICE), running(ALICE), deployed(ALICE, NODE)];
		for next in order {
			assert_ok!(<Deployments as EndContract>::end(all[next], EndReason::NodeRetired));
			check_state();
		}
		for contract in all {
			assert_eq!(Closed::get(contract), Some(EndReason::NodeRetired));
		}
		assert_eq!(Contracts::<Test>::iter().count(), 0);
		assert_eq!(Tenants::<Test>::iter().count(), 0);
		assert_eq!(Rentals::get(NODE), Rental::None);
		assert_eq!((held(ALICE), Balances::free_balance(ALICE)), (0, 1_000_000));
	});
}

#[test]
fn retirement_ends_a_rent_and_then_its_workloads() {
	retire_in([0, 1, 2]);
}

#[test]
fn retirement_ends_workloads_and_then_their_rent() {
	retire_in([1, 2, 0]);
}

#[test]
fn retirement_ends_a_rent_between_its_workloads() {
	retire_in([2, 0, 1]);
}

#[test]
fn a_rent_is_neither_confirmed_nor_updated() {
	new_test_ext().sanity(|| {
		let contract = rented(ALICE);
		assert_noop!(
			Deployments::confirm_workload(signed(NODE_ACCOUNT), contract),
			Error::<Test>::NotWorkload
		);
		assert_noop!(update_spec(contract), Error::<Test>::NotWorkload);
	});
}

#[test]
fn a_workload_keeps_the_certificate_it_was_made_under() {
	new_test_ext().sanity(|| {
		Certified::insert(NODE, ());
		let contract = running(ALICE);
		Certified::remove(NODE);
		let later = running(ALICE);
		assert!(workload(contract).unwrap().certified);
		assert!(!workload(later).unwrap().certified);
		let more = Some(MORE);
		let update = Deployments::update_deployment;
		assert_ok!(update(signed(ALICE), contract, None, None, more, None, None));
		let goods = Billed::get(contract).unwrap().0.goods;
		assert!(matches!(goods, Goods::Part { certified: true, .. }));
	});
}
