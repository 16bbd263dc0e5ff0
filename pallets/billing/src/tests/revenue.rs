//! Where the money goes that bills bring in.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use gridchain_primitives::{traits::Revenue, NodeId, TFT};

/// A day of the usual contract is billed: 22.6363637 TFT.
fn bill_a_day() {
	deploy(C, terms());
	run(DAY);
	events();
}

fn next_session() {
	SessionIndex::put(SessionIndex::get().unwrap_or_default() + 1);
	poll();
}

#[test]
fn the_pot_is_flushed_once_a_session() {
	new_test_ext().sanity(|| {
		bill_a_day();
		poll();
		assert_eq!(Billing::booked().burn, 79_227_275);
		let issued = Balances::total_issuance();
		next_session();
		let flushed = Event::Flushed {
			session: 1,
			burned: 79_227_275,
			treasury: 22_636_363,
			validators: 11_318_181,
			surplus: 0,
		};
		assert_eq!(events(), [flushed]);
		assert_eq!(Balances::total_issuance(), issued - 79_227_275);
		assert_eq!(free(TREASURY), DEPOSIT + 22_636_363);
		assert_eq!(free(VALIDATORS), DEPOSIT + 11_318_181);
		assert_eq!(Billing::burned(), 79_227_275);
		let nodes_alone = Bookings { nodes: 113_181_818, ..Default::default() };
		assert_eq!(Billing::booked(), nodes_alone);
		poll();
		assert_eq!(events(), []);
	});
}

#[test]
fn a_session_without_revenue_is_silent() {
	new_test_ext().sanity(|| {
		next_session();
		assert_eq!(events(), []);
		assert_eq!(FlushedSession::<Test>::get(), Some(1));
	});
}

#[test]
fn what_cannot_be_paid_out_stays_booked() {
	new_test_ext().sanity(|| {
		set_free(TREASURY, 0);
		deploy(C, terms());
		run(1);
		down(NODE);
		run(DAY - 1);
		// 2,620: 10 % are 262, too little to make an account.
		next_session();
		assert_eq!(Billing::booked().treasury, 262);
		assert_eq!(free(VALIDATORS), DEPOSIT + 131);
		set_free(TREASURY, DEPOSIT);
		next_session();
		assert_eq!(free(TREASURY), DEPOSIT + 262);
		assert_eq!(Billing::booked().treasury, 0);
	});
}

#[test]
fn gifts_to_the_pot_go_to_the_treasury() {
	new_test_ext().sanity(|| {
		bill_a_day();
		assert_ok!(Balances::transfer_keep_alive(RuntimeOrigin::signed(BOB), pot(), 5 * TFT));
		assert_ok!(Billing::do_try_state());
		next_session();
		assert_eq!(free(TREASURY), DEPOSIT + 22_636_363 + 5 * TFT);
		assert!(matches!(events()[..], [Event::Flushed { surplus: 50_000_000, .. }]));
	});
}

#[test]
fn revenue_is_booked_by_node() {
	new_test_ext().sanity(|| {
		bill_a_day();
		run(DAY);
		assert_eq!(NodeRevenue::<Test>::get(NODE), 2 * 113_181_818);
		assert_eq!(NodeRevenue::<Test>::get(NodeId(8)), 0);
	});
}

#[test]
fn take_owes_what_was_booked_to_whoever_took_it() {
	new_test_ext().sanity(|| {
		bill_a_day();
		assert_eq!(Billing::take(NODE), 113_181_818);
		let Bookings { nodes, taken, .. } = Billing::booked();
		assert_eq!((nodes, taken), (0, 113_181_818));
		assert_eq!(Billing::take(NODE), 0);
	});
}

#[test]
fn pay_moves_what_was_taken_and_no_more() {
	new_test_ext().sanity(|| {
		bill_a_day();
		assert_noop!(Billing::pay(&BOB, 1), Error::<Test>::InsufficientRevenue);
		let taken = Billing::take(NODE);
		assert_noop!(Billing::pay(&BOB, taken + 1), Error::<Test>::InsufficientRevenue);
		assert_ok!(Billing::pay(&BOB, taken));
		assert_eq!(free(BOB), WEALTH + 113_181_818);
		assert_eq!(Billing::booked().taken, 0);
	});
}

#[test]
fn pay_to_an_account_that_cannot_receive_changes_nothing() {
	new_test_ext().sanity(|| {
		bill_a_day();
		Billing::take(NODE);
		assert_noop!(Billing::pay(&STRANGER, DEPOSIT - 1), sp_runtime::TokenError::BelowMinimum);
		assert_eq!(Billing::booked().taken, 113_181_818);
	});
}

#[test]
fn mint_adds_to_what_is_taken_and_to_issuance() {
	new_test_ext().sanity(|| {
		let issued = Balances::total_issuance();
		assert_ok!(Billing::mint(7 * TFT));
		assert_eq!(Balances::total_issuance(), issued + 7 * TFT);
		assert_eq!(Billing::booked().taken, 7 * TFT);
		assert_ok!(Billing::pay(&STRANGER, 7 * TFT));
		assert_eq!(free(STRANGER), 7 * TFT);
	});
}

#[test]
fn revenue_that_is_taken_is_not_flushed() {
	new_test_ext().sanity(|| {
		bill_a_day();
		Billing::take(NODE);
		next_session();
		assert_eq!(Billing::booked().taken, 113_181_818);
		assert_eq!(free(pot()), DEPOSIT + 113_181_818);
	});
}

#[test]
fn the_pot_has_its_existential_deposit_from_genesis() {
	new_test_ext().sanity(|| {
		assert_eq!(free(pot()), DEPOSIT);
		assert_eq!(Balances::total_issuance(), 2 * WEALTH + 3 * DEPOSIT);
	});
}
