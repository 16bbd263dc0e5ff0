//! Which providers share in a farm's revenue.

use super::*;
use crate::{mock::*, Error, ProvidersOf};
use frame_support::{assert_noop, assert_ok};
use gridchain_primitives::{
	traits::{AcceptedProviders as _, Farms as _},
	ProviderId, TwinId,
};
use sp_runtime::DispatchError;

/// A provider that the region has approved.
const PROVIDER: ProviderId = ProviderId(1);

/// Alice's farm, and so many providers that the region has approved.
fn farm_and_providers(providers: u32) {
	farm_of_alice();
	LastProvider::set(&providers);
}

fn accept(account: u64, provider: ProviderId) -> sp_runtime::DispatchResult {
	Farms::accept_provider(signed(account), FARM, provider)
}

fn dismiss(account: u64, provider: ProviderId) -> sp_runtime::DispatchResult {
	Farms::dismiss_provider(signed(account), FARM, provider)
}

#[test]
fn accept_provider_notes_a_provider_of_the_farm_alone() {
	new_test_ext().sanity(|| {
		farm_and_providers(2);
		assert!(!Farms::accepts(FARM, PROVIDER));
		assert_ok!(accept(ALICE, PROVIDER));
		assert!(Farms::accepts(FARM, PROVIDER));
		assert!(!Farms::accepts(FARM, ProviderId(2)));
		assert!(!Farms::accepts(FarmId(2), PROVIDER));
		assert_eq!(belongings(FARM).providers, 1);
		assert_eq!(last_event(), Event::ProviderAccepted { farm: FARM, provider: PROVIDER });
		// Nothing more is held for it.
		assert_eq!(held(ALICE), (FARM_DEPOSIT, 0));
	});
}

#[test]
fn accept_provider_is_refused_until_the_region_has_approved_it() {
	new_test_ext().sanity(|| {
		farm_and_providers(0);
		assert_noop!(accept(ALICE, PROVIDER), Error::<Test>::ProviderNotApproved);
		LastProvider::set(&1);
		assert_ok!(accept(ALICE, PROVIDER));
	});
}

#[test]
fn accept_provider_is_refused_when_the_farm_has_accepted_it() {
	new_test_ext().sanity(|| {
		farm_and_providers(1);
		assert_ok!(accept(ALICE, PROVIDER));
		assert_noop!(accept(ALICE, PROVIDER), Error::<Test>::ProviderAlreadyAccepted);
	});
}

#[test]
fn farm_accepts_at_most_32_providers() {
	new_test_ext().sanity(|| {
		farm_and_providers(33);
		for provider in 1..=32 {
			assert_ok!(accept(ALICE, ProviderId(provider)));
		}
		assert_noop!(accept(ALICE, ProviderId(33)), Error::<Test>::TooManyProviders);
		assert_ok!(dismiss(ALICE, ProviderId(7)));
		assert_ok!(accept(ALICE, ProviderId(33)));
	});
}

#[test]
fn accept_and_dismiss_are_the_owners_word() {
	new_test_ext().sanity(|| {
		assert_noop!(accept(ALICE, PROVIDER), Error::<Test>::NotFound);
		assert_noop!(dismiss(ALICE, PROVIDER), Error::<Test>::NotFound);
		farm_and_providers(1);
		for other in [BOB, STRANGER, CERTIFIER] {
			assert_noop!(accept(other, PROVIDER), Error::<Test>::NotOwner);
			assert_noop!(dismiss(other, PROVIDER), Error::<Test>::NotOwner);
		}
		let root = || RuntimeOrigin::root();
		assert_noop!(Farms::accept_provider(root(), FARM, PROVIDER), DispatchError::BadOrigin);
		assert_noop!(Farms::dismiss_provider(root(), FARM, PROVIDER), DispatchError::BadOrigin);
	});
}

#[test]
fn dismiss_provider_takes_one_that_is_not_approved_any_more() {
	new_test_ext().sanity(|| {
		farm_and_providers(1);
		assert_ok!(accept(ALICE, PROVIDER));
		LastProvider::set(&0);
		assert_ok!(dismiss(ALICE, PROVIDER));
		assert!(!Farms::accepts(FARM, PROVIDER));
		assert_eq!(belongings(FARM).providers, 0);
		assert_eq!(ProvidersOf::<Test>::iter_keys().count(), 0);
		assert_eq!(last_event(), Event::ProviderDismissed { farm: FARM, provider: PROVIDER });
	});
}

#[test]
fn dismiss_provider_is_refused_when_the_farm_has_not_accepted_it() {
	new_test_ext().sanity(|| {
		farm_and_providers(1);
		assert_noop!(dismiss(ALICE, PROVIDER), Error::<Test>::ProviderNotAccepted);
	});
}

#[test]
fn farm_on_its_way_accepts_no_more_providers_and_keeps_those_it_has() {
	new_test_ext().sanity(|| {
		farm_and_providers(3);
		assert_ok!(accept(ALICE, PROVIDER));
		assert_ok!(accept(ALICE, ProviderId(2)));
		assert_ok!(Farms::offer_farm(signed(ALICE), FARM, TwinId(12)));
		assert_ok!(Farms::accept_farm(signed(BOB), FARM));
		assert_noop!(accept(ALICE, ProviderId(3)), Error::<Test>::HandoverRunning);
		assert_ok!(dismiss(ALICE, PROVIDER));
		poll(room_for(1));
		assert_eq!(Farms::owner(FARM), Some(TwinId(12)));
		assert!(Farms::accepts(FARM, ProviderId(2)));
		assert_ok!(dismiss(BOB, ProviderId(2)));
	});
}
