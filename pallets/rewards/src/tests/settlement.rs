use crate::{
	mock::*, Event, FarmTotals, MintedTotal, NextToSettle, Periods, Progress, Receipts, Settlement,
	WeightInfo,
};
use frame_support::{
	assert_ok,
	traits::{GetStorageVersion, StorageVersion},
	weights::Weight,
};
use gridchain_primitives::{
	Balance, Calendar, FarmId, NodeId, Percent, Period, Price, Record, Time, TFT,
};

/// A dozen nodes in four farms, one of which can't be paid, under two policies, one of which is short.
fn many() {
	let poor = policy(|terms| terms.budget = 100 * TFT);
	for id in 0..12u32 {
		let farm = farm(id % 4 + 1, 100 + u64::from(id % 4));
		let node = node_with(farm, unit(), |figures| {
			if id % 3 == 0 {
				figures.policy = poor;
			}
			figures.uptime.0 -= u64::from(id) * 20_000;
		});
		book_revenue(node, Balance::from(id) * 1_000_001);
	}
	FarmOf::insert(FarmId(3), Farm { payout: None, approved: true });
}

/// All that a settlement leaves behind.
type Outcome = (Vec<u128>, Balance, Vec<(Period, crate::PeriodSummary)>, Vec<Record<u64>>);

fn outcome() -> Outcome {
	(
		(100..104).map(Balances::free_balance).collect(),
		MintedTotal::<Test>::get(),
		Periods::<Test>::iter().collect(),
		Noted::get(),
	)
}

#[test]
fn settlement_begins_when_the_delay_has_passed() {
	new_test_ext().sanity(|| {
		node(farm(1, FARMER), unit());
		poll();
		end_period();
		pass(DELAY - 1);
		poll();
		assert_eq!((Settlement::<Test>::get(), NextToSettle::<Test>::get()), (None, Period(0)));
		assert_eq!(Closed::get(), None);
		pass(1);
		poll();
		assert_eq!(NextToSettle::<Test>::get(), Period(1));
		assert_eq!((Closed::get(), Released::get()), (Some(Period(0)), Some(Period(0))));
	});
}

#[test]
fn settlement_waits_until_the_reports_after_a_standstill_are_in() {
	new_test_ext().sanity(|| {
		node(farm(1, FARMER), unit());
		poll();
		end_period();
		ReportsAreAwaited::put(true);
		pass(DELAY);
		poll();
		assert_eq!((Closed::get(), NextToSettle::<Test>::get()), (None, Period(0)));
		ReportsAreAwaited::put(false);
		poll();
		assert_eq!((Closed::get(), NextToSettle::<Test>::get()), (Some(Period(0)), Period(1)));
	});
}

#[test]
fn settlement_tells_its_phases_by_events() {
	new_test_ext().sanity(|| {
		let node = node(farm(1, FARMER), unit());
		book_revenue(node, 7 * TFT);
		settle();
		let period = Period(0);
		let events = events();
		assert_eq!(events.len(), 4);
		assert_eq!(
			events[0],
			Event::SettlementStarted {
				period,
				start: Time(1_000_000),
				// 1,000,000 + 2,630,880.
				end: Time(3_630_880),
				last_node: Some(NodeId(1)),
				market_price: Some(Price::from_rational(11, 1000)),
			}
		);
		assert!(matches!(events[1], Event::ReceiptWritten { .. }));
		assert!(matches!(events[2], Event::FarmPaid { .. }));
		assert_eq!(
			events[3],
			Event::PeriodSettled {
				period,
				receipts: 1,
				payouts: 1,
				due: 425_000_000,
				total: 425_000_000,
				// 10^16 less 10,000,020,100,000.
				room: 9_989_999_979_900_000,
				minted: 425_000_000,
				revenue: 70_000_000,
			}
		);
	});
}

#[test]
fn period_without_nodes_is_settled_too() {
	new_test_ext().sanity(|| {
		settle();
		assert_eq!(NextToSettle::<Test>::get(), Period(1));
		let summary = Periods::<Test>::get(Period(0)).unwrap();
		assert_eq!((summary.receipts, summary.last_node), (0, None));
	});
}

#[test]
fn settlement_over_many_blocks_ends_like_one_in_a_single_full_block() {
	let mut at_once = None;
	new_test_ext().sanity(|| {
		many();
		settle();
		assert_eq!(Settlement::<Test>::get(), None);
		at_once = Some(outcome());
	});
	let mut in_steps = None;
	let mut blocks = 0;
	new_test_ext().sanity(|| {
		many();
		end_period();
		pass(DELAY);
		while NextToSettle::<Test>::get() == Period(0) {
			let taken = poll_within(one_step());
			assert!(taken.all_lte(one_step()));
			check();
			pass(6);
			blocks += 1;
			assert!(blocks < 100);
		}
		in_steps = Some(outcome());
	});
	// 12 receipts and up to 8 payouts, about one a block.
	assert!(blocks > 15, "it took {blocks} blocks");
	assert_eq!(at_once, in_steps);
}

#[test]
fn settlement_goes_on_where_the_last_block_stopped() {
	new_test_ext().sanity(|| {
		let farm = farm(1, FARMER);
		for _ in 0..3 {
			node(farm, unit());
		}
		end_period();
		pass(DELAY);
		let next = || match Settlement::<Test>::get() {
			Some(Progress::Receipts { next, .. }) => next,
			other => panic!("receipts are being written, not {other:?}"),
		};
		let mut seen = Vec::new();
		while Receipts::<Test>::iter().count() < 3 {
			poll_within(one_step());
			seen.push((next(), Receipts::<Test>::iter().count()));
		}
		// Each block wrote one receipt; one block at most only began.
		seen.retain(|(_, written)| *written > 0);
		assert_eq!(seen, vec![(NodeId(2), 1), (NodeId(3), 2), (NodeId(4), 3)]);
	});
}

#[test]
fn node_that_registers_during_a_settlement_is_left_to_the_next() {
	new_test_ext().sanity(|| {
		let farm = farm(1, FARMER);
		node(farm, unit());
		node(farm, unit());
		end_period();
		pass(DELAY);
		poll_within(one_step());
		let late = node(farm, unit());
		poll();
		assert_eq!(Periods::<Test>::get(Period(0)).unwrap().last_node, Some(NodeId(2)));
		assert_eq!(Receipts::<Test>::get(Period(0), late), None);
	});
}

#[test]
fn settlement_takes_no_more_than_its_share_of_a_full_block() {
	new_test_ext().sanity(|| {
		let farm = farm(1, FARMER);
		for _ in 0..400 {
			node(farm, unit());
		}
		set_params(|params| params.block_share = Percent::from_percent(1));
		end_period();
		pass(DELAY);
		let share = Percent::from_percent(1) * full_block();
		let mut blocks = 0;
		while NextToSettle::<Test>::get() == Period(0) {
			let taken = poll_within(full_block());
			assert!(taken.all_lte(share + Weights::poll()));
			blocks += 1;
		}
		assert!(blocks > 10, "it took {blocks} blocks");
	});
}

#[test]
fn settlement_waits_for_a_block_with_room() {
	new_test_ext().sanity(|| {
		node(farm(1, FARMER), unit());
		end_period();
		pass(DELAY);
		assert_eq!(poll_within(Weight::from_parts(1, 0)), Weight::zero());
		// Room to look, but not to begin.
		assert_eq!(poll_within(Weights::poll()), Weights::poll());
		assert_eq!((Settlement::<Test>::get(), Closed::get()), (None, None));
		poll();
		assert_eq!(NextToSettle::<Test>::get(), Period(1));
	});
}

#[test]
fn hook_does_nothing_in_a_state_of_another_version() {
	new_test_ext().sanity(|| {
		assert_eq!(Rewards::on_chain_storage_version(), StorageVersion::new(1));
		node(farm(1, FARMER), unit());
		StorageVersion::new(2).put::<Rewards>();
		settle();
		assert_eq!((NextToSettle::<Test>::get(), Closed::get()), (Period(0), None));
		StorageVersion::new(1).put::<Rewards>();
		poll();
		assert_eq!(NextToSettle::<Test>::get(), Period(1));
	});
}

#[test]
fn settlement_begins_at_half_of_a_shortened_period_at_the_latest() {
	new_test_ext().sanity(|| {
		node(farm(1, FARMER), unit());
		end_period();
		// Period 1 is only 600,000 s long; its half is below the delay of 604,800 s.
		let calendar = CurrentCalendar::get().unwrap();
		CurrentCalendar::put(Calendar { end: Time(calendar.start.0 + 600_000), ..calendar });
		pass(299_999);
		poll();
		assert_eq!(NextToSettle::<Test>::get(), Period(0));
		pass(1);
		poll();
		assert_eq!(NextToSettle::<Test>::get(), Period(1));
	});
}

#[test]
fn oldest_period_is_settled_first_and_at_once_when_two_have_ended() {
	new_test_ext().sanity(|| {
		let farm = farm(1, FARMER);
		let node = node(farm, unit());
		end_period();
		work(node, farm, unit(), |_| {});
		end_period();
		poll();
		assert_eq!(NextToSettle::<Test>::get(), Period(1));
		poll();
		assert_eq!(NextToSettle::<Test>::get(), Period(1));
		pass(DELAY);
		poll();
		assert_eq!(NextToSettle::<Test>::get(), Period(2));
		// 1,000,000, 3,630,880 and 6,261,760 are the boundaries.
		let bounds = |period| {
			let summary = Periods::<Test>::get(Period(period)).unwrap();
			(summary.start, summary.end)
		};
		assert_eq!(bounds(1), (Time(3_630_880), Time(6_261_760)));
		assert_eq!(bounds(0).1, Time(3_630_880));
		assert_eq!(Balances::free_balance(FARMER), 860_000_000);
	});
}

#[test]
fn receipts_say_the_price_at_the_beginning_of_the_settlement() {
	new_test_ext().sanity(|| {
		let farm = farm(1, FARMER);
		node(farm, unit());
		node(farm, unit());
		end_period();
		pass(DELAY);
		poll_within(one_step());
		MarketPrice::kill();
		poll();
		for node in [1, 2] {
			let receipt = Receipts::<Test>::get(Period(0), NodeId(node)).unwrap();
			assert_eq!(receipt.market_price, Some(Price::from_rational(11, 1000)));
		}
		// No price at all is no reason not to pay.
		work(NodeId(1), farm, unit(), |_| {});
		settle();
		let receipt = Receipts::<Test>::get(Period(1), NodeId(1)).unwrap();
		assert_eq!((receipt.market_price, receipt.due), (None, 425_000_000));
	});
}

#[test]
fn tunables_and_policies_may_change_during_a_settlement() {
	new_test_ext().sanity(|| {
		many();
		end_period();
		pass(DELAY);
		for _ in 0..8 {
			poll_within(one_step());
		}
		set_params(|params| params.kept_periods = 1);
		let policy = policy(|terms| terms.budget = 0);
		assert_ok!(Rewards::set_default_policy(RuntimeOrigin::root(), policy));
		poll();
		assert_eq!(NextToSettle::<Test>::get(), Period(1));
		assert_eq!(FarmTotals::<Test>::iter_prefix((Period(0),)).count(), 8);
	});
}
