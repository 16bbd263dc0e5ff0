//! Making a contract.

use super::*;
use crate::{Contract, ContractsOf, Error, NextContractId, Specs, WorkloadState};
use codec::Decode;
use frame_support::assert_noop;
use gridchain_primitives::{CloudUnits, Goods, Terms, Time, TwinId};
use sp_runtime::{DispatchError, TokenError};

fn deploy(account: u64, node: NodeId, resources: Resources) -> sp_runtime::DispatchResult {
	Deployments::deploy(signed(account), node, HASH, spec("flist"), resources, 0, TRAFFIC, None)
}

#[test]
fn deploy_takes_capacity_deposit_and_window() {
	new_test_ext().sanity(|| {
		assert_ok!(deploy(ALICE, NODE, RESOURCES));

		let id = ContractId(1);
		let Contract { owner, created, .. } = Contracts::<Test>::get(id).unwrap();
		assert_eq!((owner, created), (TwinId(1), Time(1_000_000)));
		assert_eq!(
			workload(id),
			Some(Workload {
				node: NODE,
				farm: FARM,
				resources: RESOURCES,
				certified: false,
				public_ips: 0,
				spec_hash: HASH,
				traffic_limit: TRAFFIC,
				provider: None,
				state: WorkloadState::AwaitingDelivery,
			})
		);
		assert_eq!(Specs::<Test>::get(id), Some(spec("flist")));
		assert!(ContractsOf::<Test>::contains_key(TwinId(1), id));
		assert_eq!(NextContractId::<Test>::get(), ContractId(2));

		assert_eq!(Sold::get(NODE, id), Some(RESOURCES));
		// 2 GB of memory are 0.5 CU by the first term and 2 cores 1 CU: 1 CU. 15 GB of SSD are 15/200 SU. One
		// unit is 6,144,000, and 6,144,000 x 15 / 200 = 460,800.
		let units = CloudUnits { cu: 6_144_000, su: 460_800 };
		let goods =
			Goods::Part { node: NODE, units, certified: false, ipv4: 0, traffic_limit: TRAFFIC };
		let terms = Terms { payer: TwinId(1), goods, provider: None };
		assert_eq!(Billed::get(id), Some((terms, Window::Pending)));
		assert_eq!(Uses::get(TwinId(1)), 1);
		assert_eq!((held(ALICE), Balances::free_balance(ALICE)), (4_730, 995_270));
		assert_eq!(
			events(),
			vec![Event::Deployed {
				contract: id,
				owner: TwinId(1),
				node: NODE,
				resources: RESOURCES,
				spec_hash: HASH,
				traffic_limit: TRAFFIC,
				public_ips: 0,
				certified: false,
				provider: None,
			}]
		);
	});
}

#[test]
fn deploy_counts_from_one_and_lists_each_contract_under_its_owner() {
	new_test_ext().sanity(|| {
		assert_eq!(deployed(ALICE, NODE), ContractId(1));
		assert_eq!(deployed(BOB, NODE), ContractId(2));
		assert_eq!(deployed(ALICE, OTHER_NODE), ContractId(3));
		let mut of_alice: Vec<_> = ContractsOf::<Test>::iter_key_prefix(TwinId(1)).collect();
		of_alice.sort();
		assert_eq!(of_alice, vec![ContractId(1), ContractId(3)]);
		assert_eq!((Uses::get(TwinId(1)), Uses::get(TwinId(2))), (2, 1));
		// Two deposits of 4,730.
		assert_eq!((held(ALICE), held(BOB)), (9_460, 4_730));
	});
}

#[test]
fn deploy_takes_no_greater_deposit_for_a_longer_spec() {
	new_test_ext().sanity(|| {
		let longest: Spec = vec![7; 256].try_into().unwrap();
		for spec in [Spec::default(), longest] {
			assert_ok!(Deployments::deploy(
				signed(ALICE),
				NODE,
				HASH,
				spec,
				RESOURCES,
				0,
				TRAFFIC,
				None
			));
		}
		assert_eq!(held(ALICE), 9_460);
	});
}

#[test]
fn deploy_takes_the_very_last_of_a_node() {
	new_test_ext().sanity(|| {
		assert_ok!(deploy(ALICE, NODE, CAPACITY));
		assert_noop!(
			deploy(BOB, NODE, Resources { cores: 1, ..Default::default() }),
			DispatchError::Exhausted
		);
	});
}

#[test]
fn deploy_is_refused_without_a_twin() {
	new_test_ext().sanity(|| {
		assert_noop!(deploy(STRANGER, NODE, RESOURCES), Error::<Test>::TwinNotFound);
	});
}

#[test]
fn deploy_is_refused_when_there_is_no_such_node() {
	new_test_ext().sanity(|| {
		assert_noop!(deploy(ALICE, NodeId(4), RESOURCES), Error::<Test>::NodeNotFound);
	});
}

#[test]
fn deploy_is_refused_on_a_dead_node() {
	new_test_ext().sanity(|| {
		assert_noop!(deploy(ALICE, DEAD_NODE, RESOURCES), DispatchError::Unavailable);
	});
}

#[test]
fn deploy_is_refused_for_more_than_is_free() {
	new_test_ext().sanity(|| {
		deployed(BOB, NODE);
		// The node has 16 cores, 2 of them sold.
		let resources = Resources { cores: 15, ..RESOURCES };
		assert_noop!(deploy(ALICE, NODE, resources), DispatchError::Exhausted);
		assert_ok!(deploy(ALICE, NODE, Resources { cores: 14, ..RESOURCES }));
	});
}

#[test]
fn deploy_is_refused_without_money_for_the_deposit() {
	new_test_ext().sanity(|| {
		// The deposit is 4,730 and one has to stay.
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), POOR, 4_730));
		assert_noop!(deploy(POOR, NODE, RESOURCES), TokenError::FundsUnavailable);
	});
}

#[test]
fn deploy_changes_nothing_without_money_for_the_first_window() {
	new_test_ext().sanity(|| {
		// 4,730 for the deposit leave 1,999 of the 2,000 that the window asks for.
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), POOR, 6_729));
		assert_noop!(deploy(POOR, NODE, RESOURCES), TokenError::FundsUnavailable);
		assert_eq!((held(POOR), Balances::free_balance(POOR)), (0, 6_729));
		assert_eq!(MockNodes::used(NODE), Resources::default());
		assert_eq!(Uses::get(TwinId(3)), 0);

		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), POOR, 6_730));
		assert_ok!(deploy(POOR, NODE, RESOURCES));
	});
}

#[test]
fn deploy_is_refused_for_resources_that_nobody_pays_for() {
	new_test_ext().sanity(|| {
		let only_gpu = Resources { gpus: 1, ..Default::default() };
		for nothing in [Resources::default(), only_gpu] {
			assert_noop!(deploy(ALICE, NODE, nothing), Error::<Test>::NoResources);
		}
	});
}

#[test]
fn deploy_takes_any_single_resource_that_is_paid_for() {
	new_test_ext().sanity(|| {
		let none = Resources::default();
		for resources in [
			Resources { cores: 1, ..none },
			Resources { memory_mib: Mib(1), ..none },
			Resources { ssd_mib: Mib(1), ..none },
			Resources { hdd_mib: Mib(1), ..none },
			Resources { cores: 1, gpus: 1, ..none },
		] {
			assert_ok!(deploy(ALICE, NODE, resources));
		}
	});
}

#[test]
fn deploy_is_refused_above_the_traffic_limit() {
	new_test_ext().sanity(|| {
		let deploy = |limit| {
			Deployments::deploy(
				signed(ALICE),
				NODE,
				HASH,
				spec(""),
				RESOURCES,
				0,
				Bytes(limit),
				None,
			)
		};
		assert_noop!(deploy(1_000_000_000_001), Error::<Test>::TrafficLimitTooHigh);
		assert_ok!(deploy(1_000_000_000_000));
		assert_ok!(deploy(0));
	});
}

#[test]
fn deploy_is_refused_when_the_ids_have_run_out() {
	new_test_ext().execute_with(|| {
		NextContractId::<Test>::put(ContractId(u64::MAX));
		assert_noop!(deploy(ALICE, NODE, RESOURCES), Error::<Test>::TooManyContracts);
	});
}

#[test]
fn deploy_needs_a_signature() {
	new_test_ext().sanity(|| {
		assert_noop!(
			Deployments::deploy(
				RuntimeOrigin::root(),
				NODE,
				HASH,
				spec(""),
				RESOURCES,
				0,
				TRAFFIC,
				None
			),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn a_spec_longer_than_its_bound_can_t_even_be_decoded() {
	// 257 in compact form is 4 x 257 + 1 = 1,029, as two bytes.
	let mut encoded = 1_029u16.to_le_bytes().to_vec();
	encoded.extend([7; 257]);
	assert!(Spec::decode(&mut &encoded[..]).is_err());
	assert!(Spec::try_from(vec![7; 257]).is_err());
	assert!(Spec::try_from(vec![7; 256]).is_ok());
}
