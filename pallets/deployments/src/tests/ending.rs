//! How a contract ends.

use super::*;
use crate::{Call, ContractsOf, Error, NextContractId, Specs};
use frame_support::{assert_noop, dispatch::GetDispatchInfo};
use gridchain_primitives::{
	traits::{EndContract, OnContract},
	EndReason, TwinId,
};
use sp_runtime::{traits::BadOrigin, DispatchError};

/// That nothing is left of `contract`, which was Alice's on `NODE` and her only one.
fn assert_gone(contract: ContractId) {
	assert_eq!(Contracts::<Test>::get(contract), None);
	assert_eq!(Specs::<Test>::get(contract), None);
	assert_eq!(ContractsOf::<Test>::iter_key_prefix(TwinId(1)).count(), 0);
	assert_eq!(Sold::get(NODE, contract), None);
	assert_eq!(Uses::get(TwinId(1)), 0);
	assert_eq!((held(ALICE), Balances::free_balance(ALICE)), (0, 1_000_000));
}

fn ended(contract: ContractId, reason: EndReason) -> Event<Test> {
	Event::ContractEnded { contract, owner: TwinId(1), node: Some(NODE), reason }
}

#[test]
fn cancel_gives_everything_back_in_any_state() {
	for make in [|| deployed(ALICE, NODE), || running(ALICE), || suspended(ALICE)] {
		new_test_ext().sanity(|| {
			let contract = make();
			System::reset_events();
			assert_ok!(Deployments::cancel(signed(ALICE), contract));
			assert_eq!(Closed::get(contract), Some(EndReason::Owner));
			assert_eq!(events(), vec![ended(contract, EndReason::Owner)]);
			assert_gone(contract);
		});
	}
}

#[test]
fn retirement_of_the_node_gives_everything_back_in_any_state() {
	for make in [|| deployed(ALICE, NODE), || running(ALICE), || suspended(ALICE)] {
		new_test_ext().sanity(|| {
			let contract = make();
			System::reset_events();
			assert_ok!(<Deployments as EndContract>::end(contract, EndReason::NodeRetired));
			assert_eq!(Closed::get(contract), Some(EndReason::NodeRetired));
			assert_eq!(events(), vec![ended(contract, EndReason::NodeRetired)]);
			assert_gone(contract);
			let again = <Deployments as EndContract>::end(contract, EndReason::NodeRetired);
			assert_noop!(again, Error::<Test>::NotFound);
		});
	}
}

#[test]
fn cancel_never_gives_an_id_out_again() {
	new_test_ext().sanity(|| {
		assert_ok!(Deployments::cancel(signed(ALICE), deployed(ALICE, NODE)));
		assert_eq!(NextContractId::<Test>::get(), ContractId(2));
		assert_eq!(deployed(ALICE, NODE), ContractId(2));
	});
}

#[test]
fn cancel_leaves_the_other_contracts_alone() {
	new_test_ext().sanity(|| {
		let first = running(ALICE);
		let second = running(ALICE);
		let third = running(BOB);
		assert_ok!(Deployments::cancel(signed(ALICE), first));
		assert!(workload(second).is_some() && workload(third).is_some());
		assert_eq!((held(ALICE), held(BOB)), (4_730, 4_730));
		// Two contracts of 2 cores each.
		assert_eq!(MockNodes::used(NODE).cores, 4);
	});
}

#[test]
fn cancel_works_for_an_owner_without_any_money_left() {
	new_test_ext().sanity(|| {
		let contract = running(POOR);
		assert_ok!(Balances::transfer_all(signed(POOR), BOB, false));
		// What keeps the account alive is all it has, and that can't be spent.
		assert_eq!((Balances::free_balance(POOR), Balances::usable_balance(POOR)), (1, 0));
		assert_ok!(Deployments::cancel(signed(POOR), contract));
		assert_eq!((held(POOR), Balances::free_balance(POOR)), (0, 4_731));
	});
}

#[test]
fn cancel_is_refused_for_somebody_else_s_contract() {
	new_test_ext().sanity(|| {
		let contract = running(ALICE);
		for account in [BOB, STRANGER, NODE_ACCOUNT] {
			assert_noop!(Deployments::cancel(signed(account), contract), Error::<Test>::NotOwner);
		}
		assert_noop!(
			Deployments::cancel(RuntimeOrigin::root(), contract),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn cancel_succeeds_once_only() {
	new_test_ext().sanity(|| {
		let contract = running(ALICE);
		assert_ok!(Deployments::cancel(signed(ALICE), contract));
		assert_noop!(Deployments::cancel(signed(ALICE), contract), Error::<Test>::NotFound);
		assert_noop!(Deployments::cancel(signed(ALICE), ContractId(2)), Error::<Test>::NotFound);
	});
}

#[test]
fn force_cancel_ends_any_contract_and_says_so() {
	for make in [|| deployed(ALICE, NODE), || running(ALICE), || suspended(ALICE)] {
		new_test_ext().sanity(|| {
			let contract = make();
			System::reset_events();
			assert_ok!(Deployments::force_cancel(RuntimeOrigin::root(), contract));
			assert_eq!(Closed::get(contract), Some(EndReason::Governance));
			assert_eq!(events(), vec![ended(contract, EndReason::Governance)]);
			assert_gone(contract);
		});
	}
}

#[test]
fn force_cancel_is_refused_from_anybody_but_governance() {
	new_test_ext().sanity(|| {
		let contract = running(ALICE);
		for account in [ALICE, BOB, NODE_ACCOUNT] {
			assert_noop!(Deployments::force_cancel(signed(account), contract), BadOrigin);
		}
	});
}

#[test]
fn force_cancel_is_refused_when_the_contract_doesn_t_exist() {
	new_test_ext().sanity(|| {
		assert_noop!(
			Deployments::force_cancel(RuntimeOrigin::root(), ContractId(1)),
			Error::<Test>::NotFound
		);
	});
}

#[test]
fn billing_ends_a_contract_for_any_reason() {
	for reason in [EndReason::OutOfFunds, EndReason::NotDelivered, EndReason::NodeGone] {
		new_test_ext().sanity(|| {
			let contract = deployed(ALICE, NODE);
			System::reset_events();
			// Billing forgets it first, then it tells.
			Billed::remove(contract);
			Deployments::ended(contract, reason);
			assert_eq!(events(), vec![ended(contract, reason)]);
			assert_gone(contract);
		});
	}
}

#[test]
#[cfg(debug_assertions)]
#[cfg_attr(debug_assertions, should_panic(expected = "a contract ended that doesn't exist"))]
fn the_end_of_a_contract_that_doesn_t_exist_is_a_bug() {
	new_test_ext().execute_with(|| Deployments::ended(ContractId(1), EndReason::OutOfFunds));
}

#[test]
fn each_end_pays_for_the_record_of_its_bill() {
	let contract = ContractId(1);
	let weight = |call: Call<Test>| call.get_dispatch_info().call_weight.ref_time();
	// One record at 777.
	let cancel = <() as crate::WeightInfo>::cancel().ref_time();
	assert_eq!(weight(Call::cancel { contract }) - cancel, 777);
	let force_cancel = <() as crate::WeightInfo>::force_cancel().ref_time();
	assert_eq!(weight(Call::force_cancel { contract }) - force_cancel, 777);
}
