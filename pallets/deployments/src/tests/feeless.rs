//! The calls that cost nothing, and that the pool refuses exactly those that would fail.

use super::*;
use crate::{Call, Error};
use frame_support::{dispatch::CheckIfFeeless, storage::with_transaction};
use gridchain_primitives::{CheckFeeless, FeelessTag, Refusal};
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
		other => panic!("no feeless call of this pallet is refused with {other:?}"),
	}
	.into()
}

/// A contract in each state, one that has ended and one that never was; Bob's among them.
fn contracts() -> Vec<ContractId> {
	let ended = running(ALICE);
	assert_ok!(Deployments::cancel(signed(ALICE), ended));
	let on_other = deployed(BOB, OTHER_NODE);
	vec![
		deployed(ALICE, NODE),
		running(ALICE),
		suspended(ALICE),
		running(BOB),
		on_other,
		ended,
		ContractId(99),
	]
}

#[test]
fn check_refuses_exactly_what_the_call_would() {
	new_test_ext().sanity(|| {
		let mut passed = 0;
		for contract in contracts() {
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
		// Two wait for their node, five can be cancelled by their owner.
		assert_eq!(passed, 7);
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
			traffic_limit: TRAFFIC,
		};
		let update = Call::update_deployment {
			contract,
			spec_hash: None,
			spec: None,
			resources: None,
			traffic_limit: None,
		};
		for (call, feeless) in [
			(deploy, false),
			(update, false),
			(Call::force_cancel { contract }, false),
			(Call::confirm_workload { contract }, true),
			(Call::cancel { contract }, true),
		] {
			assert_eq!(call.is_feeless(&signed(ALICE)), feeless, "{call:?}");
			assert_eq!(call.check_feeless(&ALICE).is_some(), feeless, "{call:?}");
		}
	});
}
