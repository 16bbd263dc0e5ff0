//! Each sentence of `try_state` is really checked.

use super::*;
use crate::{ContractsOf, NextContractId, Specs};
use gridchain_primitives::TwinId;

/// Breaks a healthy state of one contract of Alice, and says what `try_state` finds.
fn broken(breaks: impl FnOnce(ContractId)) -> &'static str {
	new_test_ext().execute_with(|| {
		let contract = running(ALICE);
		assert_ok!(Deployments::do_try_state());
		breaks(contract);
		Deployments::do_try_state().unwrap_err().into()
	})
}

#[test]
fn a_contract_and_its_spec_belong_together() {
	let found = broken(Specs::<Test>::remove);
	assert_eq!(found, "Deployments 1: a contract has no spec");
	let found = broken(|_| Specs::<Test>::insert(ContractId(9), spec("")));
	assert_eq!(found, "Deployments 1: a spec has no contract");
}

#[test]
fn a_contract_is_listed_under_its_owner_alone() {
	let found = broken(|contract| ContractsOf::<Test>::remove(TwinId(1), contract));
	assert_eq!(found, "Deployments 2: a contract is not listed under its owner");
	let found = broken(|contract| ContractsOf::<Test>::insert(TwinId(2), contract, ()));
	assert_eq!(found, "Deployments 2: what is listed under a twin is not its contract");
}

#[test]
fn an_id_was_given_out_by_the_counter() {
	let found = broken(NextContractId::<Test>::put);
	assert_eq!(found, "Deployments 3: a contract's id was not given out by the counter");
}

#[test]
fn an_owner_exists() {
	let found = broken(|_| TwinOf::remove(ALICE));
	assert_eq!(found, "Deployments 4: the owner of a contract doesn't exist");
}

#[test]
fn a_workload_stands_on_a_node_and_takes_something() {
	let found = broken(|_| Machines::remove(NODE));
	assert_eq!(found, "Deployments 5: a workload stands on a node that doesn't exist");
	let found = broken(|contract| {
		Contracts::<Test>::mutate(contract, |found| {
			let ContractKind::Workload(workload) = &mut found.as_mut().unwrap().kind;
			workload.resources = Resources::default();
		});
	});
	assert_eq!(found, "Deployments 5: a workload takes nothing that is paid for");
}
