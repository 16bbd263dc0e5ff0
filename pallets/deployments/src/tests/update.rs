//! Changing a contract while it runs.

use super::*;
use crate::{Error, Specs, WorkloadState};
use frame_support::{assert_noop, dispatch::GetDispatchInfo};
use gridchain_primitives::{CloudUnits, TwinId};
use sp_runtime::{DispatchError, DispatchResult, TokenError};

fn update_resources(contract: ContractId, resources: Resources) -> DispatchResult {
	Deployments::update_deployment(signed(ALICE), contract, None, None, Some(resources), None, None)
}

fn update_traffic(contract: ContractId, limit: u64) -> DispatchResult {
	let limit = Some(Bytes(limit));
	Deployments::update_deployment(signed(ALICE), contract, None, None, None, None, limit)
}

fn update_spec(account: u64, contract: ContractId, text: &str) -> DispatchResult {
	let spec = Some(spec(text));
	Deployments::update_deployment(signed(account), contract, None, spec, None, None, None)
}

#[test]
fn update_changes_all_parts_at_once() {
	new_test_ext().sanity(|| {
		let contract = running(ALICE);
		System::reset_events();
		assert_ok!(Deployments::update_deployment(
			signed(ALICE),
			contract,
			Some(NEW_HASH),
			Some(spec("new")),
			Some(MORE),
			Some(2),
			Some(MORE_TRAFFIC)
		));
		assert_eq!(
			workload(contract),
			Some(Workload {
				node: NODE,
				farm: FARM,
				resources: MORE,
				certified: false,
				public_ips: 2,
				spec_hash: NEW_HASH,
				traffic_limit: MORE_TRAFFIC,
				provider: None,
				state: WorkloadState::Running,
			})
		);
		assert_eq!(Specs::<Test>::get(contract), Some(spec("new")));
		assert_eq!(Sold::get(NODE, contract), Some(MORE));
		let (terms, window) = Billed::get(contract).unwrap();
		// Twice 1 CU and twice 0.075 SU.
		assert_eq!(terms.goods.units(), CloudUnits { cu: 12_288_000, su: 921_600 });
		assert_eq!((terms.goods.traffic_limit(), window), (MORE_TRAFFIC, Window::Open));
		assert_eq!(Amended::get(contract), 1);
		assert_eq!(held(ALICE), 4_730);
		assert_eq!(
			events(),
			vec![Event::DeploymentUpdated {
				contract,
				owner: TwinId(1),
				node: NODE,
				resources: MORE,
				spec_hash: NEW_HASH,
				traffic_limit: MORE_TRAFFIC,
				public_ips: 2,
				certified: false,
				provider: None,
			}]
		);
	});
}

#[test]
fn update_of_the_spec_alone_touches_no_money_and_no_capacity() {
	new_test_ext().sanity(|| {
		let contract = running(ALICE);
		// Nothing is free any more, neither money nor on the node.
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), ALICE, 1));
		let rest = CAPACITY.checked_sub(&RESOURCES).unwrap();
		assert_ok!(Deployments::deploy(signed(BOB), NODE, HASH, spec(""), rest, 0, TRAFFIC, None));

		let hash = Some(NEW_HASH);
		assert_ok!(Deployments::update_deployment(
			signed(ALICE),
			contract,
			hash,
			None,
			None,
			None,
			None
		));
		assert_ok!(update_spec(ALICE, contract, "new"));
		assert_eq!(workload(contract).unwrap().spec_hash, NEW_HASH);
		assert_eq!(Specs::<Test>::get(contract), Some(spec("new")));
		assert_eq!(Amended::get(contract), 0);
	});
}

#[test]
fn update_says_the_new_hash_and_the_old_rest() {
	new_test_ext().sanity(|| {
		let contract = running(ALICE);
		let hash = Some(NEW_HASH);
		assert_ok!(Deployments::update_deployment(
			signed(ALICE),
			contract,
			hash,
			None,
			None,
			None,
			None
		));
		assert_eq!(
			last_event(),
			Event::DeploymentUpdated {
				contract,
				owner: TwinId(1),
				node: NODE,
				resources: RESOURCES,
				spec_hash: NEW_HASH,
				traffic_limit: TRAFFIC,
				public_ips: 0,
				certified: false,
				provider: None,
			}
		);
	});
}

#[test]
fn update_of_the_traffic_limit_alone_leaves_the_capacity() {
	new_test_ext().sanity(|| {
		let contract = running(ALICE);
		assert_ok!(update_traffic(contract, 6_000_000_000));
		assert_eq!(workload(contract).unwrap().resources, RESOURCES);
		assert_eq!(Billed::get(contract).unwrap().0.goods.traffic_limit(), Bytes(6_000_000_000));
		assert_eq!(Amended::get(contract), 1);
	});
}

#[test]
fn update_with_parts_that_don_t_differ_moves_no_money() {
	new_test_ext().sanity(|| {
		let contract = running(ALICE);
		assert_ok!(Deployments::update_deployment(
			signed(ALICE),
			contract,
			Some(NEW_HASH),
			Some(spec("flist")),
			Some(RESOURCES),
			None,
			Some(TRAFFIC)
		));
		assert_eq!(Amended::get(contract), 0);
	});
}

#[test]
fn update_is_taken_before_the_workload_is_confirmed() {
	new_test_ext().sanity(|| {
		let contract = deployed(ALICE, NODE);
		assert_ok!(update_resources(contract, MORE));
		assert_eq!(workload(contract).unwrap().state, WorkloadState::AwaitingDelivery);
		assert_ok!(Deployments::confirm_workload(signed(NODE_ACCOUNT), contract));
	});
}

#[test]
fn update_is_refused_when_nothing_would_change() {
	new_test_ext().sanity(|| {
		let contract = running(ALICE);
		assert_noop!(
			Deployments::update_deployment(signed(ALICE), contract, None, None, None, None, None),
			Error::<Test>::NothingToChange
		);
		assert_noop!(
			Deployments::update_deployment(
				signed(ALICE),
				contract,
				Some(HASH),
				Some(spec("flist")),
				Some(RESOURCES),
				None,
				Some(TRAFFIC)
			),
			Error::<Test>::NothingToChange
		);
	});
}

#[test]
fn update_is_refused_while_suspended() {
	new_test_ext().sanity(|| {
		let contract = suspended(ALICE);
		assert_noop!(update_resources(contract, MORE), Error::<Test>::Suspended);
		assert_noop!(update_spec(ALICE, contract, "new"), Error::<Test>::Suspended);
	});
}

#[test]
fn update_is_refused_for_somebody_else_s_contract() {
	new_test_ext().sanity(|| {
		let contract = running(ALICE);
		for account in [BOB, STRANGER, NODE_ACCOUNT] {
			assert_noop!(update_spec(account, contract, "new"), Error::<Test>::NotOwner);
		}
		assert_noop!(
			Deployments::update_deployment(
				RuntimeOrigin::root(),
				contract,
				None,
				None,
				Some(MORE),
				None,
				None
			),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn update_is_refused_when_the_contract_doesn_t_exist() {
	new_test_ext().sanity(|| {
		assert_noop!(update_spec(ALICE, ContractId(1), "new"), Error::<Test>::NotFound);
	});
}

#[test]
fn update_is_refused_when_the_resources_don_t_fit() {
	new_test_ext().sanity(|| {
		let contract = running(ALICE);
		deployed(BOB, NODE);
		// The node has 16 cores, 2 of them Bob's.
		let more = Resources { cores: 15, ..RESOURCES };
		assert_noop!(update_resources(contract, more), DispatchError::Exhausted);
		assert_ok!(update_resources(contract, Resources { cores: 14, ..RESOURCES }));
	});
}

#[test]
fn update_changes_nothing_when_the_money_doesn_t_suffice() {
	new_test_ext().sanity(|| {
		let contract = running(ALICE);
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), ALICE, 1_999));
		assert_noop!(
			Deployments::update_deployment(
				signed(ALICE),
				contract,
				Some(NEW_HASH),
				Some(spec("new")),
				Some(MORE),
				None,
				None
			),
			TokenError::FundsUnavailable
		);
		assert_eq!(Sold::get(NODE, contract), Some(RESOURCES));
		assert_eq!(Specs::<Test>::get(contract), Some(spec("flist")));
	});
}

#[test]
fn update_is_refused_for_resources_that_nobody_pays_for() {
	new_test_ext().sanity(|| {
		let contract = running(ALICE);
		for nothing in [Resources::default(), Resources { gpus: 1, ..Default::default() }] {
			assert_noop!(update_resources(contract, nothing), Error::<Test>::NoResources);
		}
	});
}

#[test]
fn update_is_refused_above_the_traffic_limit() {
	new_test_ext().sanity(|| {
		let contract = running(ALICE);
		assert_noop!(
			update_traffic(contract, 1_000_000_000_001),
			Error::<Test>::TrafficLimitTooHigh
		);
		assert_ok!(update_traffic(contract, 1_000_000_000_000));
	});
}

#[test]
fn update_pays_for_the_record_of_its_bill() {
	let call = crate::Call::<Test>::update_deployment {
		contract: ContractId(1),
		spec_hash: None,
		spec: None,
		resources: None,
		public_ips: None,
		traffic_limit: None,
	};
	let own = <() as crate::WeightInfo>::update_deployment(0).ref_time();
	assert_eq!(call.get_dispatch_info().call_weight.ref_time() - own, 777);
}
