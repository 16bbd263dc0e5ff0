//! The discount that a stake earns, and how the stake becomes free again.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok, traits::fungible::InspectHold};
use gridchain_primitives::{Balance, Bytes, ContractId, Percent, Rate, Seconds, TwinId, Usd, TFT};

fn stake(account: u64, amount: Balance) {
	assert_ok!(Billing::stake_discount(RuntimeOrigin::signed(account), amount));
}

fn unstake(account: u64, amount: Balance) {
	assert_ok!(Billing::unstake_discount(RuntimeOrigin::signed(account), amount));
}

fn staked(account: u64) -> Balance {
	Balances::balance_on_hold(&HoldReason::DiscountStake.into(), &account)
}

fn discount_of(contract: ContractId) -> u8 {
	window(contract).factors.discount.deconstruct()
}

// A month of 0.010375 USD/h is 730 x 0.010375 = 7.57375 USD: at 0.011 USD/TFT 688.52272727.. TFT.
// 3 months: 2,065.5681818.. TFT; 6: 4,131.1363636..; 12: 8,262.2727272..; 36: 24,786.8181818..
const THREE_MONTHS: Balance = 20_655_681_819;
const SIX_MONTHS: Balance = 41_311_363_637;
const YEAR: Balance = 82_622_727_273;
const THREE_YEARS: Balance = 247_868_181_819;

#[test]
fn each_step_begins_where_the_stake_is_worth_its_months() {
	for (stake_of, percent) in [
		(THREE_MONTHS - 1, 0),
		(THREE_MONTHS, 20),
		(SIX_MONTHS - 1, 20),
		(SIX_MONTHS, 30),
		(YEAR - 1, 30),
		(YEAR, 40),
		(THREE_YEARS - 1, 40),
		(THREE_YEARS, 60),
	] {
		new_test_ext().sanity(|| {
			stake(ALICE, stake_of);
			deploy(C, terms());
			assert_eq!(discount_of(C), percent, "{stake_of}");
		});
	}
}

#[test]
fn a_discounted_day_costs_less_by_the_discount() {
	new_test_ext().sanity(|| {
		stake(ALICE, SIX_MONTHS);
		deploy(C, terms());
		// 26 h x 0.010375 x 0.7 / 0.011 = 17.16590909.. -> 17.1659091 TFT
		assert_eq!(held(ALICE), 171_659_091);
		run(DAY);
		// 24 h: 15.84545454.. -> 15.8454546 TFT
		assert_eq!(charges(&events()), [158_454_546]);
	});
}

#[test]
fn ips_and_traffic_get_at_most_forty_percent() {
	new_test_ext().sanity(|| {
		// 0.010375 + 2 x 0.004 = 0.018375 USD/h by the list: 36 months are 482.895 USD, 43,899.5454.. TFT.
		stake(ALICE, 438_995_454_546);
		deploy(C, terms().with_ips(2).limited(Bytes(10 * GB)));
		let factors = window(C).factors;
		assert_eq!(factors.list, Rate::of_each(1, Usd(18_375_000)).unwrap());
		// 0.010375 x 0.4 + 0.008 x 0.6 = 0.00895 USD/h
		assert_eq!(factors.hourly.rate, Rate::of_each(1, Usd(8_950_000)).unwrap());
		assert_eq!(factors.network_discount, Percent::from_percent(40));
		Traffic::insert(C, Bytes(10 * GB));
		run(DAY);
		// (24 x 0.00895 + 10 x 0.0015 x 0.6) / 0.011 = 0.2238 / 0.011 = 20.34545454.. -> 20.3454546 TFT
		assert_eq!(charges(&events()), [203_454_546]);
	});
}

#[test]
fn all_contracts_of_a_twin_count_together() {
	new_test_ext().sanity(|| {
		stake(ALICE, SIX_MONTHS);
		deploy(C, terms());
		assert_eq!(discount_of(C), 30);
		// With the second one the stake is worth three months of both.
		deploy(ContractId(2), terms());
		assert_eq!(discount_of(ContractId(2)), 20);
		// And with the third two months.
		deploy(ContractId(3), terms());
		assert_eq!(discount_of(ContractId(3)), 0);
		// The first keeps what it has until its next window.
		assert_eq!(discount_of(C), 30);
		run(DAY);
		assert_eq!(discount_of(C), 0);
	});
}

#[test]
fn a_stake_during_a_window_counts_from_the_next() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		run(HOUR);
		stake(ALICE, YEAR);
		run(23 * HOUR);
		// The whole first day at the full rate: 22.6363637 TFT.
		assert_eq!(charges(&events()), [226_363_637]);
		assert_eq!(discount_of(C), 40);
	});
}

#[test]
fn stake_moved_in_and_out_around_an_opening_earns_one_window_and_is_bound_for_seven() {
	new_test_ext().sanity(|| {
		stake(ALICE, YEAR);
		deploy(C, terms());
		unstake(ALICE, YEAR);
		assert_eq!(staked(ALICE), YEAR);
		assert_eq!(discount_of(C), 40);
		run(DAY);
		assert_eq!(discount_of(C), 0);
		let early = Billing::withdraw_stake(RuntimeOrigin::signed(ALICE));
		assert_eq!(early, Err(Error::<Test>::NothingToWithdraw.into()));
		// What is unbonding earns nothing for another twin either: it is held.
		assert!(free(ALICE) < WEALTH - YEAR);
		run(6 * DAY);
		assert_ok!(Billing::withdraw_stake(RuntimeOrigin::signed(ALICE)));
		assert_eq!(staked(ALICE), 0);
	});
}

#[test]
fn who_moves_stake_in_and_out_around_an_opening_pays_more_than_who_leaves_it() {
	new_test_ext().sanity(|| {
		// Windows of a day, and a week until stake is free again. Two equal deployers, without any stake at first.
		deploy(C, terms_of(ALICE));
		deploy(ContractId(2), terms_of(BOB));
		pass(DAY - MINUTE);
		stake(ALICE, YEAR);
		stake(BOB, YEAR);
		run(MINUTE);
		// The first day at the full rate: 24 x 0.010375 / 0.011 = 22.63636363.. -> 22.6363637 TFT.
		let first = events();
		assert_eq!(paid(&first, ALICE), [226_363_637]);
		assert_eq!(paid(&first, BOB), [226_363_637]);
		// A window has just opened for each. Bob moves out what he moved in a minute ago; Alice leaves hers.
		assert_eq!((discount_of(C), discount_of(ContractId(2))), (40, 40));
		unstake(BOB, YEAR);
		for _ in 0..7 {
			let early = Billing::withdraw_stake(RuntimeOrigin::signed(BOB));
			assert_eq!(early, Err(Error::<Test>::NothingToWithdraw.into()));
			assert_eq!((staked(ALICE), staked(BOB)), (YEAR, YEAR));
			run(DAY);
		}
		// A day at 40 % less: 24 x 0.010375 x 0.6 / 0.011 = 13.58181818.. -> 13.5818182 TFT.
		let week = events();
		let (kept, moved) = (paid(&week, ALICE), paid(&week, BOB));
		assert_eq!(kept, [135_818_182; 7]);
		assert_eq!(moved[0], 135_818_182);
		assert_eq!(moved[1..], [226_363_637; 6]);
		// 7 x 13.5818182 = 95.0727274 TFT, and 13.5818182 + 6 x 22.6363637 = 149.4000004 TFT.
		assert_eq!(kept.iter().sum::<Balance>(), 950_727_274);
		assert_eq!(moved.iter().sum::<Balance>(), 1_494_000_004);
		// Only now Bob's stake is free, and the window that opens as it becomes free has been missed.
		assert_eq!((discount_of(C), discount_of(ContractId(2))), (40, 0));
		assert_ok!(Billing::withdraw_stake(RuntimeOrigin::signed(BOB)));
		assert_eq!((staked(ALICE), staked(BOB)), (YEAR, 0));
	});
}

/// What `account` was charged by each bill among `events`.
fn paid(events: &[Event<Test>], account: u64) -> Vec<Balance> {
	let charge = |event: &Event<Test>| match event {
		Event::Billed { payer, charged, .. } if *payer == account => Some(*charged),
		_ => None,
	};
	events.iter().filter_map(charge).collect()
}

#[test]
fn staking_and_taking_back_tell_every_figure() {
	new_test_ext().sanity(|| {
		let twin = TwinId(1);
		stake(ALICE, 5 * TFT);
		stake(ALICE, 2 * TFT);
		unstake(ALICE, 3 * TFT);
		let until = T0.plus(Seconds(7 * DAY));
		pass(7 * DAY);
		assert_ok!(Billing::withdraw_stake(RuntimeOrigin::signed(ALICE)));
		let account = ALICE;
		let expected = [
			Event::Staked { twin, account, amount: 5 * TFT, stake: 5 * TFT },
			Event::Staked { twin, account, amount: 2 * TFT, stake: 7 * TFT },
			Event::Unstaked { twin, account, amount: 3 * TFT, stake: 4 * TFT, until },
			Event::StakeWithdrawn { twin, account, amount: 3 * TFT },
		];
		assert_eq!(events(), expected);
		assert_eq!(free(ALICE), WEALTH - 4 * TFT);
	});
}

#[test]
fn a_twin_is_in_use_while_anything_of_its_stake_is_held() {
	new_test_ext().sanity(|| {
		let uses = || Uses::get(TwinId(1)).unwrap_or(0);
		stake(ALICE, 5 * TFT);
		stake(ALICE, 5 * TFT);
		assert_eq!(uses(), 1);
		unstake(ALICE, 10 * TFT);
		assert_eq!(uses(), 1);
		stake(ALICE, TFT);
		assert_eq!(uses(), 1);
		unstake(ALICE, TFT);
		pass(7 * DAY);
		assert_ok!(Billing::withdraw_stake(RuntimeOrigin::signed(ALICE)));
		assert_eq!(uses(), 0);
		assert!(!Payers::<Test>::contains_key(TwinId(1)));
		assert!(!Unbondings::<Test>::contains_key(TwinId(1)));
	});
}

#[test]
fn only_what_is_due_becomes_free() {
	new_test_ext().sanity(|| {
		stake(ALICE, 5 * TFT);
		unstake(ALICE, 2 * TFT);
		pass(DAY);
		unstake(ALICE, 3 * TFT);
		pass(6 * DAY);
		assert_ok!(Billing::withdraw_stake(RuntimeOrigin::signed(ALICE)));
		assert_eq!(staked(ALICE), 3 * TFT);
	});
}

#[test]
fn what_cannot_be_staked_or_taken_back_is_refused() {
	new_test_ext().sanity(|| {
		let signed = RuntimeOrigin::signed;
		assert_noop!(Billing::stake_discount(signed(ALICE), 0), Error::<Test>::NothingToStake);
		// The existential deposit stays free.
		assert_noop!(
			Billing::stake_discount(signed(ALICE), WEALTH - DEPOSIT + 1),
			Error::<Test>::InsufficientFundsForStake
		);
		WithoutAccount::insert(TwinId(2), ());
		assert_noop!(Billing::stake_discount(signed(BOB), TFT), Error::<Test>::TwinNotFound);
		stake(ALICE, 9 * TFT);
		assert_noop!(
			Billing::unstake_discount(signed(ALICE), 9 * TFT + 1),
			Error::<Test>::InsufficientStake
		);
		assert_noop!(Billing::unstake_discount(signed(ALICE), 0), Error::<Test>::NothingToStake);
		for _ in 0..MAX_UNBONDINGS {
			unstake(ALICE, TFT);
		}
		assert_noop!(
			Billing::unstake_discount(signed(ALICE), TFT),
			Error::<Test>::TooManyUnbondings
		);
	});
}

#[test]
fn nobody_else_adds_to_a_stake_or_takes_of_it() {
	new_test_ext().sanity(|| {
		stake(ALICE, 5 * TFT);
		unstake(ALICE, 2 * TFT);
		pass(7 * DAY);
		let of_alice = || (free(ALICE), staked(ALICE));
		// What is unbonding is held until she takes it: 1,000,000 - 5 TFT are free.
		assert_eq!(of_alice(), (WEALTH - 5 * TFT, 5 * TFT));
		for other in [BOB, STRANGER] {
			let signed = || RuntimeOrigin::signed(other);
			assert_noop!(Billing::unstake_discount(signed(), 1), Error::<Test>::InsufficientStake);
			assert_noop!(Billing::withdraw_stake(signed()), Error::<Test>::NothingToWithdraw);
		}
		// Who stakes, stakes its own.
		stake(BOB, 3 * TFT);
		assert_eq!((free(BOB), staked(BOB)), (WEALTH - 3 * TFT, 3 * TFT));
		assert_eq!(of_alice(), (WEALTH - 5 * TFT, 5 * TFT));
	});
}

#[test]
fn all_but_the_existential_deposit_can_be_staked_and_holds_what_windows_cannot() {
	new_test_ext().sanity(|| {
		stake(ALICE, WEALTH - DEPOSIT);
		assert_noop!(try_open(C, terms()), Error::<Test>::InsufficientFundsForWindow);
	});
}
