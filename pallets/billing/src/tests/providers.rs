//! Who brings deployers, and what it gets.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use gridchain_primitives::{
	traits::{Providers as _, Windows as _},
	Balance, ContractId, Percent, ProviderId, Terms, TwinId, TFT,
};
use sp_runtime::DispatchError;

fn revenue(provider: ProviderId) -> Balance {
	Providers::<Test>::get(provider).unwrap().revenue
}

/// A contract that `provider` is attached to.
fn brought(contract: ContractId, provider: ProviderId) {
	deploy(contract, Terms { provider: Some(provider), ..terms() });
}

#[test]
fn a_provider_takes_its_share_of_the_farms_half() {
	new_test_ext().sanity(|| {
		let provider = provider(30);
		brought(C, provider);
		run(DAY);
		// 22.6363637 TFT: treasury 2.2636363, validators 1.1318181; of the farm's 50 % the provider's 30 % are
		// 3.39545455.. -> 3.3954545, and the farm's 70 % 7.92272729.. -> 7.9227272.
		let expected = Bookings {
			burn: 226_363_637 - 22_636_363 - 11_318_181 - 33_954_545 - 79_227_272,
			treasury: 22_636_363,
			validators: 11_318_181,
			nodes: 79_227_272,
			providers: 33_954_545,
			taken: 0,
		};
		assert_eq!(Billing::booked(), expected);
		let before = free(BOB);
		assert_ok!(Billing::pay_provider(RuntimeOrigin::signed(STRANGER), provider));
		assert_eq!(free(BOB), before + 33_954_545);
		assert_eq!(revenue(provider), 0);
	});
}

#[test]
fn a_provider_that_the_farm_never_accepted_gets_nothing() {
	new_test_ext().sanity(|| {
		let provider = provider(30);
		Accepted::remove((FARM, provider));
		brought(C, provider);
		run(DAY);
		assert_eq!(revenue(provider), 0);
		assert_eq!(Billing::booked().nodes, 113_181_818);
	});
}

#[test]
fn a_provider_that_the_region_never_approved_gets_nothing() {
	new_test_ext().sanity(|| {
		let provider = provider(30);
		assert_ok!(Billing::approve_provider(RuntimeOrigin::root(), provider, None));
		assert!(!Billing::is_approved(provider));
		brought(C, provider);
		run(DAY);
		assert_eq!(revenue(provider), 0);
	});
}

#[test]
fn the_share_is_read_when_a_window_opens() {
	new_test_ext().sanity(|| {
		let provider = provider(30);
		brought(C, provider);
		let share = Some(Percent::from_percent(60));
		assert_ok!(Billing::approve_provider(RuntimeOrigin::root(), provider, share));
		run(DAY);
		assert_eq!(revenue(provider), 33_954_545);
		run(DAY);
		// 60 % of 50 % of 22.6363637: 6.79090911 -> 6.7909091
		assert_eq!(revenue(provider), 33_954_545 + 67_909_091);
	});
}

#[test]
fn a_provider_attached_later_shares_from_the_next_window_on() {
	new_test_ext().sanity(|| {
		let provider = provider(30);
		deploy(C, terms());
		assert_ok!(Billing::attach(C, provider));
		run(DAY);
		assert_eq!(revenue(provider), 0);
		run(DAY);
		assert_eq!(revenue(provider), 33_954_545);
		assert_noop!(Billing::attach(C, provider), Error::<Test>::HasProvider);
	});
}

#[test]
fn a_name_has_no_farm_whose_half_a_provider_could_share() {
	new_test_ext().sanity(|| {
		let provider = provider(30);
		deploy(C, Terms { provider: Some(provider), ..name() });
		run(DAY);
		assert_eq!(revenue(provider), 0);
	});
}

#[test]
fn the_part_of_a_provider_that_has_gone_is_the_farms() {
	new_test_ext().sanity(|| {
		let provider = provider(30);
		brought(C, provider);
		assert_ok!(Billing::delete_provider(RuntimeOrigin::signed(BOB), provider));
		assert_eq!(free(BOB), WEALTH);
		run(DAY);
		// 7.9227272 and 3.3954545
		assert_eq!(Billing::booked().nodes, 113_181_817);
		assert_eq!(Billing::booked().providers, 0);
	});
}

#[test]
fn a_provider_with_revenue_cannot_go_and_only_its_owner_lets_it() {
	new_test_ext().sanity(|| {
		let provider = provider(30);
		brought(C, provider);
		run(DAY);
		let delete = |who| Billing::delete_provider(RuntimeOrigin::signed(who), provider);
		assert_noop!(delete(BOB), Error::<Test>::RevenueUnpaid);
		assert_noop!(delete(ALICE), Error::<Test>::NotOwner);
		assert_ok!(Billing::pay_provider(RuntimeOrigin::signed(BOB), provider));
		assert_noop!(
			Billing::pay_provider(RuntimeOrigin::signed(BOB), provider),
			Error::<Test>::NothingToPay
		);
		assert_ok!(delete(BOB));
		assert_noop!(delete(BOB), Error::<Test>::ProviderNotFound);
		assert_eq!(Uses::get(TwinId(2)), Some(0));
	});
}

#[test]
fn what_a_provider_cannot_be_is_refused() {
	new_test_ext().sanity(|| {
		let name = |bytes: &[u8]| ProviderName::truncate_from(bytes.to_vec());
		let register = |name| Billing::register_provider(RuntimeOrigin::signed(BOB), name);
		assert_noop!(register(name(b"")), Error::<Test>::NameIsEmpty);
		WithoutAccount::insert(TwinId(2), ());
		assert_noop!(register(name(b"Bob")), Error::<Test>::TwinNotFound);
		WithoutAccount::remove(TwinId(2));
		let provider = provider(60);
		let approve = |percent| {
			let share = Some(Percent::from_percent(percent));
			Billing::approve_provider(RuntimeOrigin::root(), provider, share)
		};
		assert_noop!(approve(61), Error::<Test>::ShareTooHigh);
		assert_noop!(
			Billing::approve_provider(RuntimeOrigin::signed(BOB), provider, None),
			DispatchError::BadOrigin
		);
		assert_noop!(
			Billing::approve_provider(RuntimeOrigin::root(), ProviderId(9), None),
			Error::<Test>::ProviderNotFound
		);
	});
}

#[test]
fn a_provider_holds_a_deposit() {
	new_test_ext().sanity(|| {
		provider(10);
		assert_eq!(free(BOB), WEALTH - TFT);
	});
}
