//! What Billing tells of a contract while it lives.

use super::*;
use crate::WorkloadState;
use gridchain_primitives::{traits::OnContract, TwinId};

#[test]
fn suspended_stops_the_workload_and_keeps_all_it_has() {
	new_test_ext().sanity(|| {
		let contract = running(ALICE);
		System::reset_events();
		suspend(contract);
		assert_eq!(workload(contract).unwrap().state, WorkloadState::Suspended);
		assert_eq!(Sold::get(NODE, contract), Some(RESOURCES));
		assert_eq!(held(ALICE), 4_730);
		assert_eq!(
			events(),
			vec![Event::WorkloadSuspended { contract, owner: TwinId(1), node: NODE }]
		);
	});
}

#[test]
fn resumed_starts_the_workload_again() {
	new_test_ext().sanity(|| {
		let contract = suspended(ALICE);
		System::reset_events();
		MockBilling::turn(contract, Window::Suspended, Window::Open);
		Deployments::resumed(contract);
		assert_eq!(workload(contract).unwrap().state, WorkloadState::Running);
		assert_eq!(
			events(),
			vec![Event::WorkloadResumed { contract, owner: TwinId(1), node: NODE }]
		);
	});
}

#[test]
#[cfg(debug_assertions)]
#[cfg_attr(debug_assertions, should_panic(expected = "a contract turned that doesn't exist"))]
fn news_of_a_contract_that_doesn_t_exist_is_a_bug() {
	new_test_ext().execute_with(|| Deployments::suspended(ContractId(1)));
}

#[test]
#[cfg(debug_assertions)]
#[cfg_attr(debug_assertions, should_panic(expected = "a contract turned from a state it isn't in"))]
fn suspending_what_was_never_confirmed_is_a_bug() {
	new_test_ext().execute_with(|| Deployments::suspended(deployed(ALICE, NODE)));
}

#[test]
#[cfg(debug_assertions)]
#[cfg_attr(debug_assertions, should_panic(expected = "a contract turned from a state it isn't in"))]
fn resuming_what_runs_is_a_bug() {
	new_test_ext().execute_with(|| Deployments::resumed(running(ALICE)));
}

#[test]
#[cfg(debug_assertions)]
#[cfg_attr(debug_assertions, should_panic(expected = "a contract turned from a state it isn't in"))]
fn suspending_a_rent_twice_is_a_bug() {
	new_test_ext().execute_with(|| {
		let contract = rented(ALICE);
		suspend(contract);
		Deployments::suspended(contract);
	});
}
