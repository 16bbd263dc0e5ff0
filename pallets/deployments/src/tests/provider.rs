//! Who brought the owner.

use super::*;
use crate::{Error, Rent};
use frame_support::assert_noop;
use gridchain_primitives::{ProviderId, TwinId};
use sp_runtime::{DispatchError, DispatchResult};

fn attach(account: u64, contract: ContractId, provider: ProviderId) -> DispatchResult {
	Deployments::attach_provider(signed(account), contract, provider)
}

fn deploy(provider: Option<ProviderId>) -> DispatchResult {
	let spec = spec("flist");
	Deployments::deploy(signed(ALICE), NODE, HASH, spec, RESOURCES, 0, TRAFFIC, provider)
}

fn billed(contract: ContractId) -> Option<ProviderId> {
	Billed::get(contract).unwrap().0.provider
}

#[test]
fn deploy_names_the_provider_to_billing() {
	new_test_ext().sanity(|| {
		assert_ok!(deploy(Some(PROVIDER)));
		let contract = ContractId(1);
		assert_eq!(workload(contract).unwrap().provider, Some(PROVIDER));
		assert_eq!(billed(contract), Some(PROVIDER));
		let named = |event| matches!(event, Event::Deployed { provider: Some(PROVIDER), .. });
		assert!(named(last_event()));
	});
}

#[test]
fn a_provider_that_was_never_approved_is_refused_everywhere() {
	new_test_ext().sanity(|| {
		assert_noop!(deploy(Some(UNAPPROVED)), Error::<Test>::ProviderNotApproved);
		assert_noop!(
			Deployments::rent_node(signed(ALICE), NODE, Some(UNAPPROVED)),
			Error::<Test>::ProviderNotApproved
		);
		let contract = running(ALICE);
		assert_noop!(attach(ALICE, contract, UNAPPROVED), Error::<Test>::ProviderNotApproved);
		assert_noop!(attach(ALICE, contract, ProviderId(3)), Error::<Test>::ProviderNotApproved);
	});
}

#[test]
fn attach_names_the_provider_of_a_workload_in_any_state() {
	for make in [|| deployed(ALICE, NODE), || running(ALICE), || suspended(ALICE)] {
		new_test_ext().sanity(|| {
			let contract = make();
			System::reset_events();
			assert_ok!(attach(ALICE, contract, PROVIDER));
			assert_eq!(workload(contract).unwrap().provider, Some(PROVIDER));
			assert_eq!(billed(contract), Some(PROVIDER));
			assert_eq!(
				events(),
				vec![Event::ProviderAttached {
					contract,
					owner: TwinId(1),
					node: NODE,
					provider: PROVIDER,
				}]
			);
		});
	}
}

#[test]
fn attach_names_the_provider_of_a_rent() {
	new_test_ext().sanity(|| {
		let contract = rented(ALICE);
		assert_ok!(attach(ALICE, contract, PROVIDER));
		let kind = Contracts::<Test>::get(contract).unwrap().kind;
		assert!(matches!(kind, ContractKind::Rent(Rent { provider: Some(PROVIDER), .. })));
		assert_eq!(billed(contract), Some(PROVIDER));
	});
}

#[test]
fn attach_moves_no_money_and_stays_through_an_update() {
	new_test_ext().sanity(|| {
		let contract = running(ALICE);
		assert_ok!(attach(ALICE, contract, PROVIDER));
		assert_eq!(Amended::get(contract), 0);
		assert_ok!(Deployments::update_deployment(
			signed(ALICE),
			contract,
			None,
			None,
			Some(MORE),
			None,
			None
		));
		assert_eq!(billed(contract), Some(PROVIDER));
	});
}

#[test]
fn attach_is_possible_once_only() {
	new_test_ext().sanity(|| {
		let contract = running(ALICE);
		assert_ok!(attach(ALICE, contract, PROVIDER));
		assert_noop!(attach(ALICE, contract, PROVIDER), Error::<Test>::AlreadyHasProvider);
		assert_ok!(deploy(Some(PROVIDER)));
		assert_noop!(attach(ALICE, ContractId(2), PROVIDER), Error::<Test>::AlreadyHasProvider);
	});
}

#[test]
fn attach_is_refused_for_a_name() {
	new_test_ext().sanity(|| {
		let contract = reserved(ALICE, "mine");
		assert_noop!(attach(ALICE, contract, PROVIDER), Error::<Test>::NoFarm);
	});
}

#[test]
fn attach_is_refused_from_anybody_but_the_owner() {
	new_test_ext().sanity(|| {
		let contract = running(ALICE);
		for account in [BOB, STRANGER, NODE_ACCOUNT] {
			assert_noop!(attach(account, contract, PROVIDER), Error::<Test>::NotOwner);
		}
		assert_noop!(attach(ALICE, ContractId(9), PROVIDER), Error::<Test>::NotFound);
		assert_noop!(
			Deployments::attach_provider(RuntimeOrigin::root(), contract, PROVIDER),
			DispatchError::BadOrigin
		);
	});
}
