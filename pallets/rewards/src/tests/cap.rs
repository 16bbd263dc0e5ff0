use crate::{mock::*, pallet, Cap, Error, Event, Periods, Progress, Settlement};
use frame_support::{assert_noop, assert_ok};
use gridchain_primitives::{Period, TFT};
use pallet_balances::Pallet as BalancesPallet;
use sp_runtime::DispatchError::BadOrigin;

#[test]
fn cap_is_a_milliard_unless_genesis_says_less() {
	new_test_ext().sanity(|| assert_eq!(Cap::<Test>::get(), 10_000_000_000_000_000));
	let genesis = pallet::GenesisConfig { cap: GENESIS, ..Default::default() };
	with_genesis(genesis).sanity(|| assert_eq!(Cap::<Test>::get(), GENESIS));
}

#[test]
fn cap_is_lowered_down_to_the_issuance() {
	new_test_ext().sanity(|| {
		assert_ok!(Rewards::lower_cap(RuntimeOrigin::root(), GENESIS));
		assert_eq!(Cap::<Test>::get(), GENESIS);
		let (from, to) = (1_000_000_000 * TFT, GENESIS);
		assert_eq!(events(), vec![Event::CapLowered { from, to }]);
	});
}

#[test]
fn cap_is_never_raised() {
	new_test_ext().sanity(|| {
		let cap = 900_000_000 * TFT;
		assert_ok!(Rewards::lower_cap(RuntimeOrigin::root(), cap));
		for to in [cap, cap + 1] {
			let call = Rewards::lower_cap(RuntimeOrigin::root(), to);
			assert_noop!(call, Error::<Test>::CapNotLower);
		}
	});
}

#[test]
fn cap_is_never_below_the_issuance() {
	new_test_ext().sanity(|| {
		let call = Rewards::lower_cap(RuntimeOrigin::root(), GENESIS - 1);
		assert_noop!(call, Error::<Test>::CapBelowIssuance);
	});
}

#[test]
fn cap_is_lowered_by_the_admin_alone() {
	new_test_ext().sanity(|| {
		let call = Rewards::lower_cap(RuntimeOrigin::signed(FARMER), GENESIS);
		assert_noop!(call, BadOrigin);
	});
}

#[test]
fn cap_leaves_what_a_settlement_still_mints() {
	new_test_ext().sanity(|| {
		// Two farms are due 42.5 TFT each; the first of them has been paid.
		node(farm(1, FARMER), unit());
		node(farm(2, OTHER_FARMER), unit());
		end_period();
		pass(DELAY);
		while BalancesPallet::<Test>::total_issuance() == GENESIS {
			poll_within(one_step());
		}
		assert!(matches!(Settlement::<Test>::get(), Some(Progress::Payouts { .. })));
		let issuance = GENESIS + 425_000_000;
		assert_eq!(BalancesPallet::<Test>::total_issuance(), issuance);
		assert_noop!(
			Rewards::lower_cap(RuntimeOrigin::root(), issuance + 424_999_999),
			Error::<Test>::CapBelowIssuance
		);
		assert_ok!(Rewards::lower_cap(RuntimeOrigin::root(), issuance + 425_000_000));
		poll();
		assert_eq!(BalancesPallet::<Test>::total_issuance(), Cap::<Test>::get());
		assert_eq!(Periods::<Test>::get(Period(0)).unwrap().minted, 850_000_000);
	});
}

#[test]
fn nothing_is_minted_past_the_cap_period_after_period() {
	// Room for 100 TFT; each period is due 42.5: 42.5, 42.5, 15, nothing.
	let cap = GENESIS + 100 * TFT;
	let genesis = pallet::GenesisConfig { cap, ..Default::default() };
	with_genesis(genesis).sanity(|| {
		let farm = farm(1, FARMER);
		let node = node(farm, unit());
		let mut minted = Vec::new();
		for period in 0..4 {
			settle();
			work(node, farm, unit(), |_| {});
			check();
			minted.push(Periods::<Test>::get(Period(period)).unwrap().minted);
		}
		assert_eq!(minted, vec![425_000_000, 425_000_000, 150_000_000, 0]);
		assert_eq!(BalancesPallet::<Test>::total_issuance(), cap);
	});
}
