//! How a bill moves money: only the difference, and into the pot together with the others of its block.

use crate::{mock::*, *};
use frame_support::{assert_ok, traits::fungible::MutateFreeze};
use gridchain_primitives::{Balance, ContractId, Seconds, TFT};
use sp_runtime::ArithmeticError;

type Moved = pallet_balances::Event<Test>;

/// What the token's own events say since the last call of `events`.
fn moved() -> Vec<Moved> {
	let events = System::events().into_iter().filter_map(|record| match record.event {
		RuntimeEvent::Balances(event) => Some(event),
		_ => None,
	});
	events.collect()
}

fn reason() -> RuntimeHoldReason {
	HoldReason::BillingWindow.into()
}

#[test]
fn bills_of_one_block_reach_the_pot_together() {
	new_test_ext().sanity(|| {
		for contract in 1..=3 {
			deploy(ContractId(contract), terms());
		}
		let before = free(pot());
		events();
		run(DAY);
		// 24 h: 24 x 0.010375 / 0.011 = 22.63636363.. -> 22.6363637 TFT, three times. The reserve stays as it is.
		let bill = || Moved::Withdraw { who: ALICE, amount: 226_363_637 };
		let together = Moved::Deposit { who: pot(), amount: 679_090_911 };
		assert_eq!(moved(), [bill(), bill(), bill(), together]);
		assert_eq!(free(pot()), before + 679_090_911);
		assert_eq!(Billing::booked().total(), Some(679_090_911));
	});
}

#[test]
fn a_bill_holds_what_the_next_window_needs_more() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		// 26 h: 26 x 0.010375 / 0.011 = 24.52272727.. -> 24.5227273 TFT
		assert_eq!(held(ALICE), 245_227_273);
		quote_price(10_000);
		events();
		run(DAY);
		// 26 h: 26 x 0.010375 / 0.010 = 26.975 TFT, 2.4522727 more.
		assert_eq!(
			moved(),
			[
				Moved::Withdraw { who: ALICE, amount: 226_363_637 },
				Moved::Held { reason: reason(), who: ALICE, amount: 24_522_727 },
				Moved::Deposit { who: pot(), amount: 226_363_637 },
			]
		);
		assert_eq!(held(ALICE), 269_750_000);
		assert_eq!(free(ALICE), WEALTH - 269_750_000 - 226_363_637);
	});
}

#[test]
fn a_bill_releases_what_the_next_window_needs_less() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		quote_price(12_500);
		events();
		run(DAY);
		// 26 h: 26 x 0.010375 / 0.0125 = 21.58 TFT, 2.9427273 less.
		assert_eq!(
			moved(),
			[
				Moved::Released { reason: reason(), who: ALICE, amount: 29_427_273 },
				Moved::Withdraw { who: ALICE, amount: 226_363_637 },
				Moved::Deposit { who: pot(), amount: 226_363_637 },
			]
		);
		assert_eq!(held(ALICE), 215_800_000);
		assert_eq!(free(ALICE), WEALTH - 215_800_000 - 226_363_637);
	});
}

#[test]
fn the_money_suffices_to_the_last_unit() {
	// After the bill, 245_227_273 - 226_363_637 = 18_863_636 of the reserve are left.
	let missing: Balance = 269_750_000 - 18_863_636;
	for (spare, opens) in [(0, true), (-1, false)] {
		new_test_ext().sanity(|| {
			deploy(C, terms());
			quote_price(10_000);
			set_free(ALICE, (DEPOSIT + missing).checked_add_signed(spare).unwrap());
			run(DAY);
			assert_eq!(matches!(window(C).state, State::Open(_)), opens);
			// 0.01 + 25.0886364 - 0.0000001 + 1.8863636 = 26.9849999 TFT, with all of it free.
			let (free_now, held_now) =
				if opens { (DEPOSIT, 269_750_000) } else { (269_849_999, 0) };
			assert_eq!((free(ALICE), held(ALICE)), (free_now, held_now));
		});
	}
}

#[test]
fn a_suspension_takes_the_charge_out_of_the_reserve_and_gives_the_rest_back() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		set_free(ALICE, DEPOSIT);
		events();
		run(DAY);
		assert_eq!(
			moved(),
			[
				Moved::Released { reason: reason(), who: ALICE, amount: 245_227_273 },
				Moved::Withdraw { who: ALICE, amount: 226_363_637 },
				Moved::Deposit { who: pot(), amount: 226_363_637 },
			]
		);
		assert_eq!((free(ALICE), held(ALICE)), (DEPOSIT + 18_863_636, 0));
	});
}

#[test]
fn a_bill_that_fails_once_its_money_is_taken_gives_it_back() {
	new_test_ext().sanity(|| {
		for contract in 1..=2 {
			deploy(ContractId(contract), terms_of(contract));
		}
		let before = (free(ALICE), held(ALICE), free(pot()), Balances::total_issuance());
		// So that its node's part can't be booked.
		NodeRevenue::<Test>::insert(NODE, Balance::MAX);
		events();
		run(DAY);
		let retry = T0.plus(Seconds(DAY + HOUR));
		let error = ArithmeticError::Overflow.into();
		let failed = |contract| Event::BillFailed { contract, error, retry };
		let mut told = events();
		told.sort_by_key(|event| format!("{event:?}"));
		assert_eq!(told, [failed(ContractId(1)), failed(ContractId(2))]);
		assert_eq!((free(ALICE), held(ALICE), free(pot()), Balances::total_issuance()), before);
		assert_eq!(Billing::booked(), Bookings::default());
		NodeRevenue::<Test>::remove(NODE);
		run(HOUR);
		// 25 h: 25 x 0.010375 / 0.011 = 23.57954545.. -> 23.5795455 TFT, twice.
		assert_eq!(free(pot()), before.2 + 471_590_910);
		assert_eq!(Balances::total_issuance(), before.3);
	});
}

#[test]
fn what_is_held_covers_a_freeze_while_the_next_window_is_paid() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		// 24.5227273 TFT are held and 30 are free. 40 are frozen, of which what is held covers its part: so
		// 15.4772727 of the free ones have to stay, and 14.5227273 can be spent, which is less than the bill.
		set_free(ALICE, 30 * TFT);
		assert_ok!(Balances::set_freeze(&0, &ALICE, 40 * TFT));
		run(DAY);
		assert!(matches!(window(C).state, State::Suspended(_)));
		// 30 + 24.5227273 - 22.6363637 TFT: the charge is taken all the same.
		assert_eq!((free(ALICE), held(ALICE)), (318_863_636, 0));
	});
	new_test_ext().sanity(|| {
		deploy(C, terms());
		// Of 31 frozen ones 6.4772727 have to stay, and 23.5227273 can be spent, which is enough for 22.6363637.
		set_free(ALICE, 30 * TFT);
		assert_ok!(Balances::set_freeze(&0, &ALICE, 31 * TFT));
		run(DAY);
		assert_eq!((free(ALICE), held(ALICE)), (73_636_363, 245_227_273));
	});
}

#[test]
fn an_account_that_lives_by_another_reference_pays_with_its_last_unit() {
	new_test_ext().sanity(|| {
		System::inc_providers(&ALICE);
		deploy(C, terms());
		set_free(ALICE, 0);
		// The chain comes two hours late, so that the whole reserve is due: 26 x 0.010375 / 0.011 = 24.5227273 TFT
		run(DAY + 2 * HOUR);
		assert_eq!((free(ALICE), held(ALICE)), (0, 0));
		assert_eq!(charges(&events()), [245_227_273]);
	});
}
