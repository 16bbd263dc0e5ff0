//! For how long an account's money lasts.
//!
//! A day of the contract of most tests is 24 x 0.010375 / 0.011 = 22.63636363.. TFT, so 22.6363637; its window holds
//! 26 x 0.010375 / 0.011 = 24.52272727.. TFT, so 24.5227273.

use crate::{mock::*, *};
use frame_support::traits::fungible::MutateFreeze;
use gridchain_primitives::{
	Between, Bytes, CloudUnits, ContractId, Runway, Seconds, Time, TwinId, Usd, TFT,
};
use proptest::prelude::*;

/// What a day of the contract of most tests costs.
const A_DAY: u128 = 226_363_637;

fn runway(top_up: u128) -> Runway {
	Billing::runway(&ALICE, top_up).unwrap()
}

fn suspension(top_up: u128) -> Between {
	runway(top_up).first_suspension.unwrap()
}

/// From so many days after genesis to so many.
fn days(earliest: u64, latest: u64) -> Between {
	let at = |days| T0.plus(Seconds(days * DAY));
	Between { earliest: at(earliest), latest: at(latest) }
}

#[test]
fn runway_tells_every_figure() {
	new_test_ext().sanity(|| {
		set_free(ALICE, 245_227_273 + 100 * TFT + DEPOSIT);
		deploy(C, terms());
		let expected = Runway {
			twin: TwinId(1),
			windows: 1,
			spendable: 100 * TFT,
			held: 245_227_273,
			price: price(11_000),
			// 24 x 0.010375
			usd_per_day: Usd(249_000_000),
			tft_per_day: A_DAY,
			window: Seconds(DAY),
			// 100 x 0.011 / 0.010375 = 106.02409638.. h = 381,686.746.. s
			lasts: Some(Seconds(381_686)),
			// 100 / 22.6363637 = 4.4..
			first_suspension: Some(days(4, 5)),
		};
		assert_eq!(Billing::runway(&ALICE, 0), Some(expected));
	});
}

#[test]
fn top_up_counts_as_if_it_were_there() {
	new_test_ext().sanity(|| {
		set_free(ALICE, 245_227_273 + DEPOSIT);
		deploy(C, terms());
		assert_eq!((runway(0).spendable, suspension(0)), (0, days(0, 1)));
		assert_eq!((runway(0).lasts, runway(A_DAY).lasts), (Some(Seconds(0)), Some(Seconds(DAY))));
		assert_eq!(suspension(A_DAY - 1), days(0, 1));
		assert_eq!((runway(A_DAY).spendable, suspension(A_DAY)), (A_DAY, days(1, 2)));
		assert_eq!(suspension(7 * A_DAY - 1), days(6, 7));
		assert_eq!(suspension(7 * A_DAY), days(7, 8));
		set_free(ALICE, DEPOSIT + 7 * A_DAY);
		assert_eq!(suspension(0), days(7, 8));
	});
}

#[test]
fn money_that_suffices_for_the_seventh_day_is_gone_on_the_eighth() {
	new_test_ext().sanity(|| {
		set_free(ALICE, 245_227_273 + DEPOSIT);
		deploy(C, terms());
		set_free(ALICE, DEPOSIT + 7 * A_DAY);
		assert_eq!(suspension(0), days(7, 8));
		for _ in 0..7 {
			run(DAY);
			assert_eq!(told(), []);
		}
		assert_eq!((runway(0).spendable, suspension(0)), (0, days(7, 8)));
		run(DAY);
		assert_eq!(told(), [Tale::Suspended(C)]);
	});
}

#[test]
fn contracts_cost_together() {
	new_test_ext().sanity(|| {
		set_free(ALICE, 2 * 245_227_273 + 2 * A_DAY + DEPOSIT);
		deploy(C, terms());
		deploy(ContractId(2), terms());
		let all = runway(0);
		// 48 x 0.010375 / 0.011 = 45.27272727..; the two bills of 22.6363637 are a unit more.
		assert_eq!((all.windows, all.tft_per_day, all.held), (2, 452_727_273, 490_454_546));
		assert_eq!((all.spendable, all.first_suspension), (452_727_274, Some(days(1, 2))));
		// With a unit less it can't be said by which of the two roundings the money is short.
		set_free(ALICE, 2 * A_DAY - 1 + DEPOSIT);
		assert_eq!(suspension(0), days(0, 2));
		set_free(ALICE, 2 * A_DAY - 2 + DEPOSIT);
		assert_eq!(suspension(0), days(0, 1));
	});
}

#[test]
fn pending_contract_counts_as_if_it_ran() {
	new_test_ext().sanity(|| {
		open(C, terms());
		assert_eq!((runway(0).windows, runway(0).tft_per_day), (1, A_DAY));
	});
}

#[test]
fn suspended_contract_costs_nothing_until_it_runs_again() {
	new_test_ext().sanity(|| {
		set_free(ALICE, 245_227_273 + DEPOSIT);
		deploy(C, terms());
		run(DAY);
		let runway = runway(100 * TFT);
		assert_eq!((runway.windows, runway.held, runway.tft_per_day), (0, 0, 0));
		assert_eq!((runway.lasts, runway.first_suspension), (None, None));
	});
}

#[test]
fn who_has_no_contracts_has_no_end() {
	new_test_ext().sanity(|| {
		let expected = Runway {
			twin: TwinId(2),
			windows: 0,
			spendable: WEALTH - DEPOSIT + TFT,
			held: 0,
			price: price(11_000),
			usd_per_day: Usd(0),
			tft_per_day: 0,
			window: Seconds(DAY),
			lasts: None,
			first_suspension: None,
		};
		assert_eq!(Billing::runway(&BOB, TFT), Some(expected));
	});
}

#[test]
fn contract_that_costs_nothing_has_no_end() {
	new_test_ext().sanity(|| {
		deploy(C, terms().sized(CloudUnits { cu: 0, su: 0 }));
		let runway = runway(0);
		assert_eq!((runway.windows, runway.tft_per_day), (1, 0));
		assert_eq!((runway.lasts, runway.first_suspension), (None, None));
	});
}

#[test]
fn traffic_that_nobody_has_sent_is_not_in_it() {
	new_test_ext().sanity(|| {
		deploy(C, terms().limited(Bytes(10 * GB)));
		// The traffic is held beside the window, and costs nothing as long as there is none.
		assert_eq!((runway(0).held, runway(0).tft_per_day), (258_863_637, A_DAY));
	});
}

#[test]
fn price_of_this_moment_counts() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		quote_price(22_000);
		// 24 x 0.010375 / 0.022 = 11.31818181..
		assert_eq!((runway(0).price, runway(0).tft_per_day), (price(22_000), 113_181_819));
		assert_eq!(runway(0).usd_per_day, Usd(249_000_000));
	});
}

#[test]
fn existential_deposit_and_what_is_frozen_stay() {
	new_test_ext().sanity(|| {
		set_free(ALICE, 10 * TFT);
		assert_eq!(runway(0).spendable, 10 * TFT - DEPOSIT);
		Balances::set_freeze(&1, &ALICE, 4 * TFT).unwrap();
		assert_eq!(runway(0).spendable, 6 * TFT);
		assert_eq!(runway(TFT).spendable, 7 * TFT);
		Balances::thaw(&1, &ALICE).unwrap();
		// An account that doesn't exist yet needs its deposit first.
		assert_eq!(Billing::runway(&STRANGER, TFT).unwrap().spendable, TFT - DEPOSIT);
		assert_eq!(Billing::runway(&STRANGER, DEPOSIT / 2).unwrap().spendable, 0);
	});
}

#[test]
fn endless_money_lasts_until_the_end_of_time() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		let end = Time(u64::MAX);
		assert_eq!(suspension(u128::MAX), Between { earliest: end, latest: end });
	});
}

#[test]
fn without_a_twin_or_a_price_there_is_no_answer() {
	new_test_ext().sanity(|| {
		WithoutAccount::insert(TwinId(STRANGER as u32), ());
		assert_eq!(Billing::runway(&STRANGER, TFT), None);
		TftPrice::<Test>::kill();
		assert_eq!(Billing::runway(&ALICE, TFT), None);
	});
}

#[test]
fn what_is_held_for_a_contract_is_its_reserve() {
	new_test_ext().sanity(|| {
		set_free(ALICE, 245_227_273 + DEPOSIT);
		assert_eq!(Billing::held_for(C), 0);
		open(C, terms());
		assert_eq!(Billing::held_for(C), 245_227_273);
		start(C);
		assert_eq!(Billing::held_for(C), 245_227_273);
		run(DAY);
		assert_eq!(Billing::held_for(C), 0, "it is suspended");
	});
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	/// Contracts of any size that began at any minutes of a day, with any money: the first suspension comes when the
	/// runway says, to within a minute by which a slot of the queue is late.
	#[test]
	fn first_suspension_comes_when_it_was_told(
		sizes in prop::collection::vec((1u64..40, 0u64..1_440), 1..5),
		spare in 0u128..4_000,
	) {
		new_test_ext().execute_with(|| {
			let mut sizes = sizes.clone();
			sizes.sort_by_key(|(_, minute)| *minute);
			for (number, (size, minute)) in sizes.iter().enumerate() {
				let time = T0.plus(Seconds(minute * MINUTE));
				run(time.since(now()).0);
				let units = CloudUnits { cu: size * 6_144_000 / 10, su: 460_800 };
				deploy(ContractId(number as u64 + 1), terms().sized(units));
			}
			// Only what the windows need, and the spare money.
			set_free(ALICE, DEPOSIT + spare * TFT / 10);
			told();
			let Between { earliest, latest } = suspension(0);
			while told().is_empty() {
				assert!(now() <= latest.plus(Seconds(MINUTE)), "no later than {latest:?}");
				run(MINUTE);
			}
			let slot = Seconds(MINUTE);
			assert!(now() >= earliest && now() <= latest.plus(slot), "{:?} at {:?}", (earliest, latest), now());
		});
	}
}
