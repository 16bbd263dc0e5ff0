//! The node's word that a workload runs.

use super::*;
use crate::{Error, WorkloadState};
use frame_support::assert_noop;
use gridchain_primitives::TwinId;
use sp_runtime::DispatchError;

fn confirm(account: u64, contract: ContractId) -> sp_runtime::DispatchResult {
	Deployments::confirm_workload(signed(account), contract)
}

#[test]
fn confirm_starts_the_window() {
	new_test_ext().sanity(|| {
		let contract = deployed(ALICE, NODE);
		System::reset_events();
		assert_ok!(confirm(NODE_ACCOUNT, contract));
		assert_eq!(workload(contract).unwrap().state, WorkloadState::Running);
		assert_eq!(Billed::get(contract).unwrap().1, Window::Open);
		assert_eq!(
			events(),
			vec![Event::WorkloadConfirmed { contract, owner: TwinId(1), node: NODE }]
		);
	});
}

#[test]
fn confirm_is_refused_from_anybody_but_the_node() {
	new_test_ext().sanity(|| {
		let contract = deployed(ALICE, NODE);
		// Not even the owner.
		for account in [ALICE, BOB, STRANGER] {
			assert_noop!(confirm(account, contract), Error::<Test>::NotNodeAccount);
		}
		assert_noop!(confirm(OTHER_NODE_ACCOUNT, contract), Error::<Test>::NotOnNode);
		assert_noop!(
			Deployments::confirm_workload(RuntimeOrigin::root(), contract),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn confirm_is_refused_twice() {
	new_test_ext().sanity(|| {
		let contract = running(ALICE);
		assert_noop!(confirm(NODE_ACCOUNT, contract), Error::<Test>::AlreadyConfirmed);
	});
}

#[test]
fn confirm_is_refused_while_suspended() {
	new_test_ext().sanity(|| {
		let contract = suspended(ALICE);
		assert_noop!(confirm(NODE_ACCOUNT, contract), Error::<Test>::AlreadyConfirmed);
	});
}

#[test]
fn confirm_is_refused_for_a_contract_that_ended_or_never_was() {
	new_test_ext().sanity(|| {
		let contract = deployed(ALICE, NODE);
		assert_ok!(Deployments::cancel(signed(ALICE), contract));
		assert_noop!(confirm(NODE_ACCOUNT, contract), Error::<Test>::NotFound);
		assert_noop!(confirm(NODE_ACCOUNT, ContractId(2)), Error::<Test>::NotFound);
	});
}
