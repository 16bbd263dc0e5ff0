use crate::{mock::*, Event, FarmTotals, NextToClear, Periods, Receipts, Settlement, Voids};
use frame_support::assert_ok;
use gridchain_primitives::{NodeId, Period};

/// Three farms with two nodes each, and one voided receipt a period.
fn settle_next() {
	let period = CurrentCalendar::get().unwrap().period;
	for id in 0..6u32 {
		let node = NodeId(id + 1);
		LastNode::put(6);
		work(node, farm(id / 2 + 1, FARMER), unit(), |_| {});
	}
	let reason = b"gone".to_vec().try_into().unwrap();
	assert_ok!(Rewards::void_receipt(RuntimeOrigin::root(), period, NodeId(6), reason));
	settle();
	check();
}

/// How many receipts, farm totals and voids there are of a period.
fn left(period: u32) -> (usize, usize, usize) {
	let period = Period(period);
	(
		Receipts::<Test>::iter_prefix(period).count(),
		FarmTotals::<Test>::iter_prefix((period,)).count(),
		Voids::<Test>::iter_prefix(period).count(),
	)
}

#[test]
fn three_periods_are_kept_and_older_ones_are_cleared() {
	new_test_ext().sanity(|| {
		for _ in 0..3 {
			settle_next();
		}
		assert_eq!([left(0), left(1), left(2)], [(6, 3, 1); 3]);
		assert_eq!(NextToClear::<Test>::get(), Period(0));
		settle_next();
		assert_eq!(left(0), (0, 0, 0));
		assert_eq!([left(1), left(2), left(3)], [(6, 3, 1); 3]);
		assert_eq!(NextToClear::<Test>::get(), Period(1));
		assert_eq!(events().last(), Some(&Event::PeriodCleared { period: Period(0) }));
		assert_eq!(Settlement::<Test>::get(), None);
	});
}

#[test]
fn own_record_of_a_cleared_period_stays() {
	new_test_ext().sanity(|| {
		for _ in 0..5 {
			settle_next();
		}
		// Five nodes of 42.5 TFT; the sixth was voided.
		let summary = Periods::<Test>::get(Period(0)).unwrap();
		assert_eq!((summary.receipts, summary.minted), (6, 2_125_000_000));
		assert_eq!(left(0), (0, 0, 0));
	});
}

#[test]
fn fewer_kept_periods_clear_several_at_once() {
	new_test_ext().sanity(|| {
		for _ in 0..3 {
			settle_next();
		}
		set_params(|params| params.kept_periods = 1);
		settle_next();
		assert_eq!([left(0), left(1), left(2)], [(0, 0, 0); 3]);
		assert_eq!(left(3), (6, 3, 1));
		assert_eq!(NextToClear::<Test>::get(), Period(3));
	});
}

#[test]
fn period_is_cleared_over_several_blocks_and_the_next_settlement_waits_for_it() {
	new_test_ext().sanity(|| {
		set_params(|params| params.kept_periods = 1);
		settle_next();
		assert_eq!(left(0), (6, 3, 1));
		LastNode::put(0);
		end_period();
		pass(DELAY);
		let mut blocks = 0;
		poll_within(one_step());
		while Settlement::<Test>::get().is_some() {
			check();
			poll_within(one_step());
			blocks += 1;
		}
		assert!(blocks > 3, "it took {blocks} blocks");
		assert_eq!(left(0), (0, 0, 0));
	});
}
