//! Public IPs of workloads. The farm has 20, numbered from 1, and gives them out in this order.

use super::*;
use crate::Error;
use frame_support::{assert_noop, dispatch::GetDispatchInfo};
use gridchain_primitives::{traits::EndContract, EndReason, Goods, TwinId};
use sp_runtime::{DispatchError, DispatchResult, TokenError};

fn deploy(account: u64, public_ips: u8) -> DispatchResult {
	let spec = spec("flist");
	Deployments::deploy(signed(account), NODE, HASH, spec, RESOURCES, public_ips, TRAFFIC, None)
}

/// A workload of Alice with `public_ips` that runs.
fn running_with(public_ips: u8) -> ContractId {
	let contract = crate::NextContractId::<Test>::get();
	assert_ok!(deploy(ALICE, public_ips));
	assert_ok!(Deployments::confirm_workload(signed(NODE_ACCOUNT), contract));
	contract
}

fn update(contract: ContractId, public_ips: u8) -> DispatchResult {
	let count = Some(public_ips);
	Deployments::update_deployment(signed(ALICE), contract, None, None, None, count, None)
}

fn ips(contract: ContractId) -> Vec<u8> {
	IpsOf::get(contract).into_inner()
}

fn billed(contract: ContractId) -> u8 {
	match Billed::get(contract).unwrap().0.goods {
		Goods::Part { ipv4, .. } => ipv4,
		other => panic!("{other:?}"),
	}
}

#[test]
fn deploy_takes_ips_and_has_them_billed() {
	new_test_ext().sanity(|| {
		assert_ok!(deploy(ALICE, 3));
		let contract = ContractId(1);
		assert_eq!(ips(contract), vec![1, 2, 3]);
		assert_eq!(workload(contract).unwrap().public_ips, 3);
		assert_eq!(billed(contract), 3);
		assert!(matches!(last_event(), Event::Deployed { public_ips: 3, .. }));
	});
}

#[test]
fn deploy_takes_at_most_16() {
	new_test_ext().sanity(|| {
		for count in [17, 255] {
			assert_noop!(deploy(ALICE, count), Error::<Test>::TooManyPublicIps);
		}
		assert_ok!(deploy(ALICE, 16));
	});
}

#[test]
fn deploy_changes_nothing_when_the_farm_has_too_few() {
	new_test_ext().sanity(|| {
		assert_ok!(deploy(ALICE, 16));
		assert_noop!(deploy(BOB, 5), DispatchError::Exhausted);
		assert_eq!(Sold::iter().count(), 1);
		assert_ok!(deploy(BOB, 4));
	});
}

#[test]
fn deploy_keeps_no_ip_when_the_money_doesn_t_suffice() {
	new_test_ext().sanity(|| {
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), POOR, 6_729));
		assert_noop!(deploy(POOR, 2), TokenError::FundsUnavailable);
		assert_eq!(FreeIps::get().len(), 20);
	});
}

#[test]
fn each_end_frees_the_ips() {
	let ends: [fn(ContractId); 5] = [
		|contract| Deployments::cancel(signed(ALICE), contract).unwrap(),
		|contract| Deployments::force_cancel(RuntimeOrigin::root(), contract).unwrap(),
		|contract| <Deployments as EndContract>::end(contract, EndReason::NodeRetired).unwrap(),
		|contract| <Deployments as EndContract>::end(contract, EndReason::RentEnded).unwrap(),
		run_out,
	];
	for end in ends {
		new_test_ext().sanity(|| {
			let contract = running_with(3);
			assert_eq!((ips(contract), FreeIps::get().len()), (vec![1, 2, 3], 17));
			end(contract);
			assert_eq!((IpsOf::iter().count(), FreeIps::get().len()), (0, 20));
			// The next contract has the same ones.
			assert_eq!(ips(running_with(3)), vec![1, 2, 3]);
		});
	}
}

#[test]
fn update_keeps_the_first_ones() {
	new_test_ext().sanity(|| {
		let contract = running_with(3);
		assert_ok!(update(contract, 2));
		assert_eq!(ips(contract), vec![1, 2]);
		assert_ok!(update(contract, 4));
		assert_eq!(ips(contract), vec![1, 2, 3, 4]);
		assert_ok!(update(contract, 0));
		assert_eq!(ips(contract), Vec::<u8>::new());
		assert_eq!((billed(contract), Amended::get(contract)), (0, 3));
	});
}

#[test]
fn update_says_the_new_number() {
	new_test_ext().sanity(|| {
		let contract = running_with(1);
		assert_ok!(update(contract, 2));
		assert_eq!(
			last_event(),
			Event::DeploymentUpdated {
				contract,
				owner: TwinId(1),
				node: NODE,
				resources: RESOURCES,
				spec_hash: HASH,
				traffic_limit: TRAFFIC,
				public_ips: 2,
				certified: false,
				provider: None,
			}
		);
		// Nothing but the IPs: the sale is as it was.
		assert_eq!(Sold::get(NODE, contract), Some(RESOURCES));
	});
}

#[test]
fn update_to_the_same_number_is_no_change() {
	new_test_ext().sanity(|| {
		let contract = running_with(2);
		assert_noop!(update(contract, 2), Error::<Test>::NothingToChange);
	});
}

#[test]
fn update_is_refused_above_16_or_what_the_farm_has() {
	new_test_ext().sanity(|| {
		let contract = running_with(2);
		assert_noop!(update(contract, 17), Error::<Test>::TooManyPublicIps);
		assert_ok!(deploy(BOB, 16));
		// 2 of the 20 are left, with those it has 4.
		assert_noop!(update(contract, 5), DispatchError::Exhausted);
		assert_ok!(update(contract, 4));
	});
}

#[test]
fn update_changes_no_ip_when_the_money_doesn_t_suffice() {
	new_test_ext().sanity(|| {
		let contract = running_with(2);
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), ALICE, 1_999));
		assert_noop!(update(contract, 3), TokenError::FundsUnavailable);
		assert_eq!(ips(contract), vec![1, 2]);
	});
}

#[test]
fn update_of_ips_is_refused_while_suspended() {
	new_test_ext().sanity(|| {
		let contract = running_with(2);
		suspend(contract);
		assert_noop!(update(contract, 1), Error::<Test>::Suspended);
		assert_eq!(ips(contract), vec![1, 2]);
	});
}

#[test]
fn an_ip_that_a_certifier_withdraws_leaves_contract_and_bill_as_they_are() {
	new_test_ext().sanity(|| {
		let contract = running_with(2);
		System::reset_events();
		Withdrawn::insert(2, ());
		assert_eq!((workload(contract).unwrap().public_ips, billed(contract)), (2, 2));
		assert_eq!(events(), vec![]);
		assert_ok!(Deployments::do_try_state());
		// It never comes back.
		assert_ok!(Deployments::cancel(signed(ALICE), contract));
		assert_eq!(FreeIps::get().len(), 19);
	});
}

#[test]
fn an_update_replaces_an_ip_that_was_withdrawn() {
	new_test_ext().sanity(|| {
		let contract = running_with(2);
		Withdrawn::insert(2, ());
		assert_ok!(update(contract, 3));
		assert_eq!(ips(contract), vec![1, 3, 4]);
	});
}

#[test]
fn ips_change_with_resources_in_one_bill() {
	new_test_ext().sanity(|| {
		let contract = running_with(1);
		let (more, count) = (Some(MORE), Some(2));
		let update = Deployments::update_deployment;
		assert_ok!(update(signed(ALICE), contract, None, None, more, count, None));
		assert_eq!((billed(contract), Amended::get(contract)), (2, 1));
		assert_eq!(Sold::get(NODE, contract), Some(MORE));
	});
}

#[test]
fn each_ip_weighs() {
	let weight = |call: crate::Call<Test>| call.get_dispatch_info().call_weight;
	let deploy = |public_ips| crate::Call::deploy {
		node: NODE,
		spec_hash: HASH,
		spec: spec(""),
		resources: RESOURCES,
		public_ips,
		traffic_limit: TRAFFIC,
		provider: None,
	};
	let own = <() as crate::WeightInfo>::deploy;
	assert_eq!(weight(deploy(0)), own(0));
	assert_eq!(weight(deploy(5)), own(5));
	// More than 16 are refused, and weigh no more.
	assert_eq!(weight(deploy(255)), own(16));
}

#[test]
fn an_update_of_ips_weighs_as_the_most() {
	let weight = |public_ips| {
		let call = crate::Call::<Test>::update_deployment {
			contract: ContractId(1),
			spec_hash: None,
			spec: None,
			resources: None,
			public_ips,
			traffic_limit: None,
		};
		// One record costs 777.
		call.get_dispatch_info().call_weight.ref_time() - 777
	};
	let own = |ips| <() as crate::WeightInfo>::update_deployment(ips).ref_time();
	// Even one of them: those that the contract has before are freed.
	assert_eq!((weight(None), weight(Some(1))), (own(0), own(16)));
}
