//! Names.

use super::*;
use crate::{Contract, ContractsOf, Error, Name, NameOf, Standing};
use codec::Encode;
use frame_support::assert_noop;
use gridchain_primitives::{EndReason, Goods, Terms, Time, TwinId};
use sp_runtime::{DispatchError, DispatchResult, TokenError};

fn reserve(account: u64, name: &str) -> DispatchResult {
	Deployments::reserve_name(signed(account), proposed(name))
}

#[test]
fn reserve_takes_the_name_and_starts_its_window_at_once() {
	new_test_ext().sanity(|| {
		assert_ok!(reserve(ALICE, "gateway-1"));
		let id = ContractId(1);
		let Contract { owner, created, kind, .. } = Contracts::<Test>::get(id).unwrap();
		assert_eq!((owner, created), (TwinId(1), Time(1_000_000)));
		let name = label("gateway-1");
		assert_eq!(
			kind,
			ContractKind::Name(Name { name: name.clone(), standing: Standing::Active })
		);
		assert_eq!(NameOf::<Test>::get(&name), Some(id));
		assert!(ContractsOf::<Test>::contains_key(TwinId(1), id));
		let terms = Terms { payer: TwinId(1), goods: Goods::Name, provider: None };
		assert_eq!(Billed::get(id), Some((terms, Window::Open)));
		assert_eq!((held(ALICE), Uses::get(TwinId(1))), (2_870, 1));
		assert_eq!(events(), vec![Event::NameReserved { contract: id, owner: TwinId(1), name }]);
	});
}

#[test]
fn reserve_takes_names_of_3_to_63_characters() {
	new_test_ext().sanity(|| {
		assert_noop!(reserve(ALICE, ""), Error::<Test>::NameTooShort);
		assert_noop!(reserve(ALICE, "ab"), Error::<Test>::NameTooShort);
		assert_noop!(reserve(ALICE, &"a".repeat(64)), Error::<Test>::NameTooLong);
		assert_noop!(reserve(ALICE, &"a".repeat(256)), Error::<Test>::NameTooLong);
		assert_ok!(reserve(ALICE, "abc"));
		assert_ok!(reserve(ALICE, &"a".repeat(63)));
	});
}

#[test]
fn reserve_takes_small_letters_digits_and_hyphens_alone() {
	new_test_ext().sanity(|| {
		for wrong in ["Abc", "a_b", "a.b", "a b", "äbc", "abc\0"] {
			assert_noop!(reserve(ALICE, wrong), Error::<Test>::ForbiddenCharacter);
		}
		for right in ["a-b", "007", "xn--bc-uia"] {
			assert_ok!(reserve(ALICE, right));
		}
	});
}

#[test]
fn reserve_takes_no_hyphen_at_either_end() {
	new_test_ext().sanity(|| {
		for wrong in ["-ab", "ab-", "---"] {
			assert_noop!(reserve(ALICE, wrong), Error::<Test>::HyphenAtEnd);
		}
	});
}

#[test]
fn reserve_is_refused_for_a_name_that_somebody_has() {
	new_test_ext().sanity(|| {
		reserved(ALICE, "mine");
		assert_noop!(reserve(BOB, "mine"), Error::<Test>::NameTaken);
		assert_noop!(reserve(ALICE, "mine"), Error::<Test>::NameTaken);
	});
}

#[test]
fn reserve_is_refused_without_a_twin_or_a_signature() {
	new_test_ext().sanity(|| {
		assert_noop!(reserve(STRANGER, "name"), Error::<Test>::TwinNotFound);
		assert_noop!(
			Deployments::reserve_name(RuntimeOrigin::root(), proposed("name")),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn reserve_changes_nothing_without_money_for_the_first_window() {
	new_test_ext().sanity(|| {
		// 2,870 for the deposit leave 1,999 of the 2,000 that the window asks for.
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), POOR, 4_869));
		assert_noop!(reserve(POOR, "name"), TokenError::FundsUnavailable);
		assert_eq!(NameOf::<Test>::iter().count(), 0);
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), POOR, 4_870));
		assert_ok!(reserve(POOR, "name"));
	});
}

#[test]
fn cancel_frees_the_name() {
	new_test_ext().sanity(|| {
		let contract = reserved(ALICE, "mine");
		System::reset_events();
		assert_ok!(Deployments::cancel(signed(ALICE), contract));
		let (owner, name, reason) = (TwinId(1), label("mine"), EndReason::Owner);
		assert_eq!(
			events(),
			vec![
				Event::NameReleased { contract, owner, name },
				Event::ContractEnded { contract, owner, node: None, reason },
			]
		);
		assert_eq!((held(ALICE), Uses::get(TwinId(1))), (0, 0));
		assert_ok!(reserve(BOB, "mine"));
	});
}

#[test]
fn a_suspended_name_is_still_its_owner_s_until_the_money_stays_away() {
	new_test_ext().sanity(|| {
		let contract = reserved(ALICE, "mine");
		System::reset_events();
		suspend(contract);
		let (owner, name) = (TwinId(1), label("mine"));
		assert_eq!(events(), vec![Event::NameSuspended { contract, owner, name }]);
		assert_noop!(reserve(BOB, "mine"), Error::<Test>::NameTaken);
		run_out(contract);
		assert_ok!(reserve(BOB, "mine"));
	});
}

#[test]
fn a_name_goes_on_when_the_money_is_back() {
	new_test_ext().sanity(|| {
		let contract = reserved(ALICE, "mine");
		suspend(contract);
		System::reset_events();
		resume(contract);
		let (owner, name) = (TwinId(1), label("mine"));
		assert_eq!(events(), vec![Event::NameResumed { contract, owner, name }]);
	});
}

#[test]
fn a_name_is_neither_confirmed_nor_updated() {
	new_test_ext().sanity(|| {
		let contract = reserved(ALICE, "mine");
		assert_noop!(
			Deployments::confirm_workload(signed(NODE_ACCOUNT), contract),
			Error::<Test>::NotWorkload
		);
		let hash = Some(HASH);
		assert_noop!(
			Deployments::update_deployment(signed(ALICE), contract, hash, None, None, None, None),
			Error::<Test>::NotWorkload
		);
	});
}

#[test]
fn a_name_is_stored_as_its_bytes() {
	// The length 4 in compact form is 16.
	assert_eq!(label("mine").encode(), b"\x10mine");
}
