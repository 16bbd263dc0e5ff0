//! Each sentence of `try_state` is really checked.

use super::*;
use crate::{
	ContractsOf, NameOf, NextContractId, ServiceTerms, Services, ServicesOf, Specs, Tenants,
	Workload,
};
use gridchain_primitives::{FarmId, Rental, TwinId, Usd};

/// Breaks a healthy state of one workload of Alice, and says what `try_state` finds.
fn broken(breaks: impl FnOnce(ContractId)) -> &'static str {
	broken_of(|| running(ALICE), breaks)
}

/// Breaks a healthy state of what `make` makes, and says what `try_state` finds.
fn broken_of(make: impl FnOnce() -> ContractId, breaks: impl FnOnce(ContractId)) -> &'static str {
	new_test_ext().execute_with(|| {
		let contract = make();
		assert_ok!(Deployments::do_try_state());
		breaks(contract);
		Deployments::do_try_state().unwrap_err().into()
	})
}

#[test]
fn a_contract_and_its_spec_belong_together() {
	let found = broken(Specs::<Test>::remove);
	assert_eq!(found, "Deployments 1: a workload has no spec");
	let found = broken(|_| Specs::<Test>::insert(ContractId(9), spec("")));
	assert_eq!(found, "Deployments 1: a spec has no workload");
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
	let found = broken(|contract| change(contract, |it| it.farm = FarmId(2)));
	assert_eq!(found, "Deployments 5: a workload's node stands in another farm than it says");
	let found = broken(|contract| change(contract, |it| it.resources = Resources::default()));
	assert_eq!(found, "Deployments 5: a workload takes nothing that is paid for");
}

/// Changes a workload behind the pallet's back.
fn change(contract: ContractId, change: impl FnOnce(&mut Workload)) {
	Contracts::<Test>::mutate(contract, |found| match &mut found.as_mut().unwrap().kind {
		ContractKind::Workload(workload) => change(workload),
		other => panic!("{other:?}"),
	});
}

#[test]
fn a_workload_has_as_many_ips_as_it_says() {
	let found = broken(|contract| change(contract, |it| it.public_ips = 1));
	assert_eq!(found, "Deployments 6: a workload has not as many public IPs as it says");
}

#[test]
fn tenants_are_what_counting_gives() {
	let expected = "Deployments 7: a twin has not as many workloads on a node as are counted";
	assert_eq!(broken(|_| Tenants::<Test>::insert(NODE, TwinId(1), 2)), expected);
	assert_eq!(broken(|_| Tenants::<Test>::remove(NODE, TwinId(1))), expected);
	assert_eq!(broken(|_| Tenants::<Test>::insert(NODE, TwinId(2), 1)), expected);
	assert_eq!(broken(|_| Tenants::<Test>::insert(OTHER_NODE, TwinId(2), 0)), expected);
}

#[test]
fn a_rented_node_is_its_renter_s() {
	let rent = || rented(ALICE);
	let found = broken_of(rent, |_| Rentals::insert(NODE, Rental::None));
	assert_eq!(found, "Deployments 8: a rented node doesn't name its rent");
	let found = broken_of(rent, |contract| Rentals::insert(NODE, Rental::Ended { contract }));
	assert_eq!(found, "Deployments 8: a rented node doesn't name its rent");
	let found = broken_of(rent, |_| Tenants::<Test>::insert(NODE, TwinId(2), 1));
	assert_eq!(found, "Deployments 8: somebody else has workloads on a rented node");
}

#[test]
fn a_name_and_its_contract_belong_together() {
	let name = || reserved(ALICE, "mine");
	let found = broken_of(name, |_| NameOf::<Test>::remove(label("mine")));
	assert_eq!(found, "Deployments 9: the contract of a name is not found by it");
	let found = broken_of(name, |id| NameOf::<Test>::insert(label("mine"), ContractId(id.0 + 1)));
	assert_eq!(found, "Deployments 9: the contract of a name is not found by it");
	let found = broken_of(name, |id| NameOf::<Test>::insert(label("other"), id));
	assert_eq!(found, "Deployments 9: a reserved name doesn't name its contract");
	let found = broken(|id| NameOf::<Test>::insert(label("other"), id));
	assert_eq!(found, "Deployments 9: a reserved name doesn't name its contract");
}

/// A service of Alice whose terms Bob, its consumer, has approved.
fn approved_by_bob() -> ContractId {
	let service = ContractId(1);
	let terms = ServiceTerms { base: Usd(1), metered_limit: Usd(1), document: H256::zero() };
	assert_ok!(Deployments::offer_service(signed(ALICE), TwinId(2)));
	assert_ok!(Deployments::set_service_terms(signed(ALICE), service, terms));
	assert_ok!(Deployments::approve_service(signed(BOB), service, terms));
	service
}

#[test]
fn a_service_has_two_sides_that_list_it() {
	let service = || {
		assert_ok!(Deployments::offer_service(signed(ALICE), TwinId(2)));
		ContractId(1)
	};
	let found = broken_of(service, |_| TwinOf::remove(ALICE));
	assert_eq!(found, "Deployments 10: a side that a service binds doesn't exist, or is both");
	let found = broken_of(approved_by_bob, |_| TwinOf::remove(BOB));
	assert_eq!(found, "Deployments 10: a side that a service binds doesn't exist, or is both");
	let found = broken_of(service, |id| ServicesOf::<Test>::remove(TwinId(2), id));
	assert_eq!(found, "Deployments 10: a service is not listed under both sides");
	let found = broken_of(service, |id| ServicesOf::<Test>::insert(TwinId(3), id, ()));
	assert_eq!(found, "Deployments 10: what is listed under a twin is not its service");
	let found = broken_of(service, NextContractId::<Test>::put);
	assert_eq!(found, "Deployments 3: a service's id was not given out by the counter");
}

#[test]
fn no_contract_has_the_id_of_a_service() {
	let both = || {
		assert_ok!(Deployments::offer_service(signed(ALICE), TwinId(2)));
		running(ALICE)
	};
	let found = broken_of(both, |contract| {
		let service = Services::<Test>::take(ContractId(1)).unwrap();
		Services::<Test>::insert(contract, service);
	});
	assert_eq!(found, "Deployments 3: a contract's id was not given out by the counter");
}
