//! The calls that cost nothing, and that the pool refuses exactly those that would fail.

use super::*;
use crate::{Call, Error};
use frame_support::{dispatch::CheckIfFeeless, storage::with_transaction};
use gridchain_primitives::{CheckFeeless, FeelessTag, Refusal, TwinId};
use sp_runtime::{traits::Dispatchable, DispatchError, TransactionOutcome};

const ACCOUNTS: [u64; 7] =
	[ALICE, BOB, POOR, STRANGER, NODE_ACCOUNT, OTHER_NODE_ACCOUNT, DEAD_NODE_ACCOUNT];

/// What `call`, signed by `who`, would do. It leaves no trace.
fn dry_run(call: Call<Test>, who: u64) -> Result<(), DispatchError> {
	with_transaction(|| {
		let result = RuntimeCall::from(call).dispatch(signed(who));
		TransactionOutcome::Rollback(Ok::<_, DispatchError>(result))
	})
	.unwrap()
	.map(|_| ())
	.map_err(|failed| failed.error)
}

/// The error of the call that belongs to a refusal in the pool.
fn error_of(refusal: Refusal) -> DispatchError {
	match refusal {
		Refusal::ContractNotFound => Error::<Test>::NotFound,
		Refusal::NotContractOwner => Error::<Test>::NotOwner,
		Refusal::NotNodeAccount => Error::<Test>::NotNodeAccount,
		Refusal::NotOnNode => Error::<Test>::NotOnNode,
		Refusal::AlreadyConfirmed => Error::<Test>::AlreadyConfirmed,
		Refusal::RentInUse => Error::<Test>::RentInUse,
		Refusal::RentNotActive => Error::<Test>::RentNotActive,
		Refusal::NotWorkload => Error::<Test>::NotWorkload,
		other => panic!("no feeless call of this pallet is refused with {other:?}"),
	}
	.into()
}

/// A contract in each state, one that has ended and one that never was; Bob's among them.
fn contracts() -> Vec<ContractId> {
	let ended = running(ALICE);
	assert_ok!(Deployments::cancel(signed(ALICE), ended));
	let on_other = deployed(BOB, OTHER_NODE);
	let service = crate::NextContractId::<Test>::get();
	assert_ok!(Deployments::offer_service(signed(ALICE), TwinId(2)));
	vec![
		service,
		reserved(ALICE, "mine"),
		deployed(ALICE, NODE),
		running(ALICE),
		suspended(ALICE),
		running(BOB),
		on_other,
		ended,
		ContractId(99),
	]
}

/// That the pool says of each call on `contracts` by any account what the call would do. Says how many pass.
fn compare(contracts: Vec<ContractId>) -> usize {
	let mut passed = 0;
	for contract in contracts {
		for who in ACCOUNTS {
			for call in [Call::confirm_workload { contract }, Call::cancel { contract }] {
				let check = call.check_feeless(&who).expect("the call is feeless");
				passed += usize::from(check.is_ok());
				assert_eq!(
					check.map(|_| ()).map_err(error_of),
					dry_run(call.clone(), who),
					"{call:?} by account {who}"
				);
			}
		}
	}
	passed
}

#[test]
fn check_refuses_exactly_what_the_call_would() {
	new_test_ext().sanity(|| {
		// Two wait for their node; five workloads and a name can be cancelled by their owner.
		assert_eq!(compare(contracts()), 8);
	});
}

#[test]
fn check_knows_what_a_rent_means() {
	new_test_ext().sanity(|| {
		let rent = rented(ALICE);
		// Alone it can be cancelled.
		assert_eq!(compare(vec![rent]), 1);
		let waiting = deployed(ALICE, NODE);
		// The workload can be confirmed and cancelled, its rent not.
		assert_eq!(compare(vec![rent, waiting]), 2);
		suspend(rent);
		// It can only be cancelled.
		assert_eq!(compare(vec![rent, waiting]), 1);
		run_out(rent);
		assert_eq!(compare(vec![rent, waiting]), 1);
	});
}

#[test]
fn check_says_why_it_refuses() {
	new_test_ext().sanity(|| {
		let waiting = deployed(ALICE, NODE);
		let running = running(ALICE);
		let confirm =
			|contract, who: u64| Call::<Test>::confirm_workload { contract }.check_feeless(&who);
		let cancel = |contract, who: u64| Call::<Test>::cancel { contract }.check_feeless(&who);
		let never = ContractId(99);

		assert_eq!(confirm(never, NODE_ACCOUNT), Some(Err(Refusal::ContractNotFound)));
		assert_eq!(confirm(waiting, ALICE), Some(Err(Refusal::NotNodeAccount)));
		assert_eq!(confirm(waiting, OTHER_NODE_ACCOUNT), Some(Err(Refusal::NotOnNode)));
		assert_eq!(confirm(running, NODE_ACCOUNT), Some(Err(Refusal::AlreadyConfirmed)));
		assert_eq!(cancel(never, ALICE), Some(Err(Refusal::ContractNotFound)));
		assert_eq!(cancel(running, BOB), Some(Err(Refusal::NotContractOwner)));
		assert_eq!(cancel(running, STRANGER), Some(Err(Refusal::NotContractOwner)));

		let name = reserved(ALICE, "mine");
		assert_eq!(confirm(name, NODE_ACCOUNT), Some(Err(Refusal::NotWorkload)));
		let rent = rented(ALICE);
		assert_eq!(cancel(rent, ALICE), Some(Err(Refusal::RentInUse)));
		suspend(rent);
		assert_eq!(confirm(waiting, NODE_ACCOUNT), Some(Err(Refusal::RentNotActive)));
	});
}

#[test]
fn check_tags_each_call_by_its_contract() {
	new_test_ext().sanity(|| {
		let contract = deployed(ALICE, NODE);
		assert_eq!(
			Call::<Test>::confirm_workload { contract }.check_feeless(&NODE_ACCOUNT),
			Some(Ok(FeelessTag::Confirmation(ContractId(1))))
		);
		assert_eq!(
			Call::<Test>::cancel { contract }.check_feeless(&ALICE),
			Some(Ok(FeelessTag::Cancellation(ContractId(1))))
		);
	});
}

#[test]
fn only_confirm_and_cancel_are_feeless() {
	new_test_ext().sanity(|| {
		let contract = ContractId(1);
		let deploy = Call::<Test>::deploy {
			node: NODE,
			spec_hash: HASH,
			spec: spec(""),
			resources: RESOURCES,
			public_ips: 0,
			traffic_limit: TRAFFIC,
			provider: None,
		};
		let update = Call::update_deployment {
			contract,
			spec_hash: None,
			spec: None,
			resources: None,
			public_ips: None,
			traffic_limit: None,
		};
		for (call, feeless) in [
			(deploy, false),
			(update, false),
			(Call::rent_node { node: NODE, provider: None }, false),
			(Call::reserve_name { name: proposed("mine") }, false),
			(Call::attach_provider { contract, provider: PROVIDER }, false),
			(Call::force_cancel { contract }, false),
			(Call::confirm_workload { contract }, true),
			(Call::cancel { contract }, true),
		] {
			assert_eq!(call.is_feeless(&signed(ALICE)), feeless, "{call:?}");
			assert_eq!(call.check_feeless(&ALICE).is_some(), feeless, "{call:?}");
		}
	});
}
