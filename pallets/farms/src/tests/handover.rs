//! Offering a farm, taking it over, and what changes when it is another's.

use super::*;
use crate::{mock::*, Error, Handover, Handovers};
use frame_support::{
	assert_noop, assert_ok,
	traits::{LockableCurrency, WithdrawReasons},
	weights::Weight,
};
use gridchain_primitives::{traits::Farms as _, FarmCertification, TwinId};
use sp_runtime::{DispatchError, TokenError};

/// The twin of Alice.
const HERS: TwinId = TwinId(11);
/// The twin of Bob.
const HIS: TwinId = TwinId(12);

/// Alice's farm, offered to Bob's twin.
fn offered() {
	farm_of_alice();
	assert_ok!(Farms::offer_farm(signed(ALICE), FARM, HIS));
}

/// A farm that Bob has accepted, and that has no nodes.
fn accepted() {
	offered();
	assert_ok!(Farms::accept_farm(signed(BOB), FARM));
}

/// One whole block.
fn whole_block() {
	poll(Weight::MAX);
}

#[test]
fn offer_farm_changes_nothing_but_that_it_is_offered() {
	new_test_ext().sanity(|| {
		offered();
		assert_eq!(stored(FARM).offered_to, Some(HIS));
		assert_eq!((Farms::owner(FARM), Farms::payout(FARM)), (Some(HERS), Some(ALICE)));
		assert_eq!((uses(ALICE), uses(BOB)), (1, 0));
		assert_eq!(last_event(), Event::FarmOffered { farm: FARM, owner: HERS, to: HIS });
	});
}

#[test]
fn offer_farm_replaces_the_offer_before() {
	new_test_ext().sanity(|| {
		offered();
		assert_ok!(Farms::offer_farm(signed(ALICE), FARM, TwinId(13)));
		assert_eq!(stored(FARM).offered_to, Some(TwinId(13)));
		assert_noop!(Farms::accept_farm(signed(BOB), FARM), Error::<Test>::NotOffered);
	});
}

#[test]
fn offer_farm_is_refused_to_the_owner_itself_and_to_nobody() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		let offer = |to| Farms::offer_farm(signed(ALICE), FARM, to);
		assert_noop!(offer(HERS), Error::<Test>::AlreadyOwner);
		assert_noop!(offer(TwinId(99)), Error::<Test>::RecipientNotFound);
	});
}

#[test]
fn a_farm_is_offered_by_its_owner_alone() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		for other in [BOB, STRANGER] {
			assert_noop!(Farms::offer_farm(signed(other), FARM, HIS), Error::<Test>::NotOwner);
			assert_noop!(Farms::withdraw_offer(signed(other), FARM), Error::<Test>::NotOwner);
		}
		assert_noop!(Farms::offer_farm(signed(ALICE), FarmId(2), HIS), Error::<Test>::NotFound);
		assert_noop!(Farms::offer_farm(RuntimeOrigin::root(), FARM, HIS), DispatchError::BadOrigin);
	});
}

#[test]
fn withdraw_offer_ends_the_offer() {
	new_test_ext().sanity(|| {
		offered();
		assert_ok!(Farms::withdraw_offer(signed(ALICE), FARM));
		assert_eq!(last_event(), Event::OfferWithdrawn { farm: FARM, owner: HERS, to: HIS });
		assert_noop!(Farms::accept_farm(signed(BOB), FARM), Error::<Test>::NotOffered);
		assert_noop!(Farms::withdraw_offer(signed(ALICE), FARM), Error::<Test>::OfferNotFound);
	});
}

#[test]
fn accept_farm_is_refused_to_anybody_it_is_not_offered_to() {
	new_test_ext().sanity(|| {
		offered();
		assert_noop!(Farms::accept_farm(signed(ALICE), FARM), Error::<Test>::NotOffered);
		assert_noop!(Farms::accept_farm(signed(POOR), FARM), Error::<Test>::NotOffered);
		assert_noop!(Farms::accept_farm(signed(STRANGER), FARM), Error::<Test>::TwinNotFound);
		assert_noop!(Farms::accept_farm(signed(BOB), FarmId(2)), Error::<Test>::NotFound);
		assert_noop!(Farms::accept_farm(RuntimeOrigin::root(), FARM), DispatchError::BadOrigin);
	});
}

#[test]
fn accept_farm_sets_the_farm_on_its_way_and_binds_the_twin() {
	new_test_ext().sanity(|| {
		accepted();
		assert_eq!(Handovers::<Test>::get(FARM), Some(Handover { to: HIS, after: None }));
		assert_eq!((Farms::owner(FARM), stored(FARM).offered_to), (Some(HERS), None));
		assert_eq!((uses(ALICE), uses(BOB)), (1, 1));
		assert_eq!((held(ALICE), held(BOB)), ((FARM_DEPOSIT, 0), (0, 0)));
		assert_eq!(last_event(), Event::HandoverStarted { farm: FARM, from: HERS, to: HIS });
	});
}

#[test]
fn a_farm_on_its_way_is_neither_offered_nor_accepted_nor_renamed() {
	new_test_ext().sanity(|| {
		accepted();
		let offer = Farms::offer_farm(signed(ALICE), FARM, TwinId(13));
		assert_noop!(offer, Error::<Test>::HandoverRunning);
		assert_noop!(Farms::withdraw_offer(signed(ALICE), FARM), Error::<Test>::OfferNotFound);
		assert_noop!(Farms::accept_farm(signed(BOB), FARM), Error::<Test>::NotOffered);
		let rename = Farms::rename_farm(signed(ALICE), FARM, name("Blue-Hill"));
		assert_noop!(rename, Error::<Test>::HandoverRunning);
	});
}

#[test]
fn the_new_owner_has_the_farm_with_all_that_is_held_for_it() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		assert_ok!(Farms::create_farm(signed(ALICE), name("Stays-Hers")));
		for node in [NODE, 101] {
			assert_ok!(Farms::authorise_node(signed(ALICE), FARM, node));
		}
		[31, 32, 33].into_iter().for_each(add_ip);
		assert_ok!(Farms::take_ips(FARM, gridchain_primitives::ContractId(1), 1));
		assert_ok!(Farms::offer_farm(signed(ALICE), FARM, HIS));
		assert_ok!(Farms::accept_farm(signed(BOB), FARM));
		whole_block();

		assert_eq!(Farms::owner(FARM), Some(HIS));
		assert_eq!((uses(ALICE), uses(BOB)), (1, 1));
		// One farm stays Alice's. Bob's: 1,770; 2 x 3,210; 3 x 1,380.
		assert_eq!((held(ALICE), held_for_ips(ALICE)), ((1_770, 0), 0));
		assert_eq!((held(BOB), held_for_ips(BOB)), ((1_770, 6_420), 4_140));
		// 1,000,000 - 2 x 1,770 - 6,420 - 4,140, and Bob has paid nothing.
		assert_eq!(Balances::free_balance(ALICE), 985_900);
		assert_eq!(Balances::free_balance(BOB), 1_000_000);
		// 1,770 + 6,420 + 4,140
		assert_eq!(
			last_event(),
			Event::FarmHandedOver {
				farm: FARM,
				from: HERS,
				to: HIS,
				account: BOB,
				deposits: 12_330,
			}
		);
	});
}

#[test]
fn the_new_owner_gets_each_deposit_back_in_its_time() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		assert_ok!(Farms::authorise_node(signed(ALICE), FARM, NODE));
		add_ip(31);
		assert_ok!(Farms::offer_farm(signed(ALICE), FARM, HIS));
		assert_ok!(Farms::accept_farm(signed(BOB), FARM));
		whole_block();

		assert_noop!(Farms::revoke_node(signed(ALICE), FARM, NODE), Error::<Test>::NotOwner);
		assert_ok!(Farms::revoke_node(signed(BOB), FARM, NODE));
		assert_ok!(Farms::remove_public_ip(signed(BOB), FARM, ipv4("185.206.122.31")));
		assert_ok!(Farms::delete_farm(signed(BOB), FARM));
		assert_eq!((held(BOB), held_for_ips(BOB)), ((0, 0), 0));
		// 1,000,000 + 1,770 + 3,210 + 1,380
		assert_eq!(Balances::free_balance(BOB), 1_006_360);
		assert_eq!(Balances::free_balance(ALICE), 993_640);
	});
}

#[test]
fn name_approval_and_certification_stay_and_the_payout_account_is_the_new_owner_s() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		assert_ok!(Farms::approve_farm(RuntimeOrigin::root(), FARM));
		let gold = FarmCertification::Gold;
		assert_ok!(Farms::set_farm_certification(signed(CERTIFIER), FARM, gold));
		assert_ok!(Farms::set_payout_account(signed(ALICE), FARM, Some(STRANGER)));
		assert_ok!(Farms::offer_farm(signed(ALICE), FARM, HIS));
		assert_ok!(Farms::accept_farm(signed(BOB), FARM));
		assert_eq!(Farms::payout(FARM), Some(STRANGER));
		whole_block();

		let farm = stored(FARM);
		assert_eq!((farm.name, farm.approved), (farm_name("Green-Hill"), true));
		assert_eq!((farm.certification, farm.payout), (gold, None));
		assert_eq!(Farms::payout(FARM), Some(BOB));
	});
}

#[test]
fn what_the_old_owner_adds_on_the_way_goes_along() {
	new_test_ext().sanity(|| {
		accepted();
		assert_ok!(Farms::authorise_node(signed(ALICE), FARM, NODE));
		add_ip(31);
		whole_block();
		assert_eq!((held(BOB), held_for_ips(BOB)), ((1_770, 3_210), 1_380));
		assert_eq!((held(ALICE), held_for_ips(ALICE)), ((0, 0), 0));
	});
}

#[test]
fn a_farm_stays_with_its_owner_when_its_deposits_are_frozen() {
	new_test_ext().sanity(|| {
		accepted();
		Balances::set_lock(*b"a vote..", &ALICE, ENDOWMENT, WithdrawReasons::all());
		whole_block();

		assert_eq!(Farms::owner(FARM), Some(HERS));
		assert_eq!((uses(ALICE), uses(BOB)), (1, 0));
		assert_eq!((held(ALICE), held(BOB)), ((FARM_DEPOSIT, 0), (0, 0)));
		assert!(!Handovers::<Test>::contains_key(FARM));
		assert_eq!(
			last_event(),
			Event::HandoverFailed {
				farm: FARM,
				owner: HERS,
				to: HIS,
				error: DispatchError::Token(TokenError::Frozen),
			}
		);
		// Nothing is left of it: they can try again.
		Balances::remove_lock(*b"a vote..", &ALICE);
		assert_ok!(Farms::offer_farm(signed(ALICE), FARM, HIS));
		assert_ok!(Farms::accept_farm(signed(BOB), FARM));
		whole_block();
		assert_eq!(Farms::owner(FARM), Some(HIS));
	});
}

#[test]
fn a_farm_stays_with_its_owner_when_the_new_one_can_t_hold_deposits() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		// A node's twin: the account exists by its authorisation, with nothing on it.
		assert_ok!(Farms::authorise_node(signed(ALICE), FARM, NODE));
		let twin = twin_of(NODE);
		assert_ok!(Farms::offer_farm(signed(ALICE), FARM, twin));
		assert_ok!(Farms::accept_farm(signed(NODE), FARM));
		whole_block();
		assert_eq!((Farms::owner(FARM), uses(NODE)), (Some(HERS), 0));
		assert!(matches!(last_event(), Event::HandoverFailed { farm: FARM, owner: HERS, .. }));
	});
}
