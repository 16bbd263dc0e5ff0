//! Reward periods, and what a node did in one.

use crate::{mock::*, Event, NodeParams, Pallet, PeriodBook, Periods};
use frame_support::{
	assert_ok,
	traits::{Hooks, StorageVersion},
	weights::{Weight, WeightMeter},
};
use gridchain_primitives::{
	traits::Attested, Calendar, FarmingPolicyId, Mib, NodeId, NodePeriod, Period, Resources,
	Seconds, Time,
};

/// The calendar as the other pallets see it: period, start, end.
fn calendar() -> (u32, u64, u64) {
	let Calendar { period, start, end, .. } = <Nodes as Attested>::calendar().unwrap();
	(period.0, start.0 - START.0, end.0 - START.0)
}

/// What a node did in a period.
fn period_of(node: NodeId, period: u32) -> Option<NodePeriod> {
	<Nodes as Attested>::of_period(node, Period(period))
}

#[test]
fn period_0_begins_with_the_first_block() {
	new_test_ext().sanity(|| {
		let expected = Calendar {
			period: Period(0),
			start: START,
			end: Time(1_702_630_880),
			previous_start: None,
		};
		assert_eq!(<Nodes as Attested>::calendar(), Some(expected));
	});
}

#[test]
fn there_is_no_calendar_before_the_first_block() {
	sp_io::TestExternalities::default().execute_with(|| {
		assert_eq!(<Nodes as Attested>::calendar(), None);
	});
}

#[test]
fn hook_begins_the_next_period_at_the_boundary() {
	chain_with(quick()).sanity(|| {
		pass(299);
		assert_eq!(events(), vec![]);
		assert_eq!(calendar(), (0, 0, 300));
		pass(1);
		assert_eq!(calendar(), (1, 300, 600));
		let event = Event::PeriodBegan {
			period: Period(1),
			start: Time(1_700_000_300),
			end: Time(1_700_000_600),
		};
		assert_eq!(events(), vec![event]);
		let previous = <Nodes as Attested>::calendar().unwrap().previous_start;
		assert_eq!(previous, Some(START));
	});
}

#[test]
fn boundary_does_not_drift_when_the_hook_sees_it_late() {
	chain_with(quick()).sanity(|| {
		pass(317);
		assert_eq!(calendar(), (1, 300, 600));
	});
}

#[test]
fn calls_look_past_a_boundary_that_no_hook_has_seen() {
	chain_with(quick()).sanity(|| {
		pass_without_hook(305, 50);
		assert_eq!(calendar(), (1, 300, 600));
		assert_eq!(Periods::<Test>::get().unwrap().calendar.period, Period(0));
	});
}

#[test]
fn standstill_past_several_boundaries_is_one_period() {
	chain_with(quick()).sanity(|| {
		// 1,000 s pass in one block: three boundaries, at 300, 600 and 900.
		pass_in_blocks(1_000, 1);
		assert_eq!(calendar(), (1, 300, 1_200));
		pass(200);
		assert_eq!(calendar(), (2, 1_200, 1_500));
	});
}

#[test]
fn standstill_that_ends_on_a_boundary_begins_a_whole_length() {
	chain_with(quick()).sanity(|| {
		pass_in_blocks(600, 1);
		assert_eq!(calendar(), (1, 300, 900));
	});
}

#[test]
fn nobody_loses_uptime_of_a_period_that_a_standstill_ends() {
	chain_with(quick()).sanity(|| {
		let node = register(ALICE);
		assert_ok!(report(ALICE, node, 0));
		// 250 s into period 0, then a standstill of 1,000 s.
		for round in 1..=10 {
			pass_in_blocks(25, 4);
			assert_ok!(report(ALICE, node, 25 * round));
		}
		pass_in_blocks(1_000, 1);
		assert_ok!(report(ALICE, node, 1_250));
		// 250 + 50 up to the boundary at 300, and 950 since.
		assert_eq!(period_of(node, 0).unwrap().uptime, Seconds(300));
		assert_eq!(period_of(node, 0).unwrap().registered, Seconds(300));
		assert_eq!(period_of(node, 1).unwrap().uptime, Seconds(950));
		assert_eq!(period_of(node, 1).unwrap().registered, Seconds(950));
	});
}

#[test]
fn new_length_holds_from_the_next_boundary() {
	chain_with(quick()).sanity(|| {
		pass(100);
		let longer = NodeParams { period_length: Seconds(1_000), ..quick() };
		assert_ok!(Nodes::set_params(RuntimeOrigin::root(), longer));
		assert_eq!(calendar(), (0, 0, 300));
		pass(200);
		assert_eq!(calendar(), (1, 300, 1_300));
	});
}

#[test]
fn new_length_set_just_after_an_unseen_boundary_holds_from_the_one_after() {
	chain_with(quick()).sanity(|| {
		pass_without_hook(310, 50);
		let longer = NodeParams { period_length: Seconds(1_000), ..quick() };
		assert_ok!(Nodes::set_params(RuntimeOrigin::root(), longer));
		assert_eq!(calendar(), (1, 300, 600));
		<Nodes as Attested>::release(Period(0));
		pass(300);
		assert_eq!(calendar(), (2, 600, 1_600));
	});
}

#[test]
fn hook_does_nothing_without_weight() {
	chain_with(quick()).sanity(|| {
		pass_without_hook(305, 50);
		let before = Periods::<Test>::get();
		Nodes::on_poll(51, &mut WeightMeter::with_limit(Weight::from_parts(1, 1)));
		assert_eq!(Periods::<Test>::get(), before);
	});
}

#[test]
fn hook_does_nothing_while_the_storage_is_of_another_version() {
	chain_with(quick()).sanity(|| {
		StorageVersion::new(0).put::<Pallet<Test>>();
		let before = Periods::<Test>::get();
		FiguresAreNeeded::set(true);
		pass(305);
		assert_eq!(Periods::<Test>::get(), before);
	});
}

#[test]
fn close_keeps_the_latest_closed_period() {
	chain_with(quick()).sanity(|| {
		pass(300);
		<Nodes as Attested>::close(Period(0));
		pass(300);
		<Nodes as Attested>::close(Period(1));
		<Nodes as Attested>::close(Period(0));
		let PeriodBook { calendar, closed, .. } = Periods::<Test>::get().unwrap();
		assert_eq!((calendar.period, closed), (Period(2), Some(Period(1))));
	});
}

#[test]
#[cfg_attr(debug_assertions, should_panic(expected = "a period is settled before it has ended"))]
fn close_refuses_a_period_that_still_runs() {
	chain_with(quick()).sanity(|| <Nodes as Attested>::close(Period(0)));
}

#[test]
fn of_period_tells_what_a_node_is_rewarded_for() {
	chain_with(quick()).sanity(|| {
		pass(100);
		let node = live(ALICE);
		pass(30);
		assert_ok!(report(ALICE, node, 1_030));
		let expected = NodePeriod {
			farm: FARM,
			hardware: computer(),
			registered: Seconds(30),
			uptime: Seconds(30),
			certified: false,
			policy: FarmingPolicyId(3),
		};
		assert_eq!(period_of(node, 0), Some(expected));
		pass(170);
		// Registered for the last 200 s of period 0.
		assert_eq!(period_of(node, 0), Some(NodePeriod { registered: Seconds(200), ..expected }));
		let running = NodePeriod { registered: Seconds(0), uptime: Seconds(0), ..expected };
		assert_eq!(period_of(node, 1), Some(running));
	});
}

#[test]
fn of_period_knows_only_the_running_period_and_the_one_before_it() {
	chain_with(quick()).sanity(|| {
		let early = register(ALICE);
		pass(300);
		pass(300);
		let late = register(BOB);
		assert_eq!(period_of(early, 0), None);
		assert!(period_of(early, 1).is_some() && period_of(early, 2).is_some());
		assert_eq!(period_of(early, 3), None);
		// It registered in the first second of period 2.
		assert_eq!(period_of(late, 1), None);
		assert_eq!(period_of(late, 2).unwrap().registered, Seconds(0));
		assert_eq!(period_of(NodeId(3), 2), None);
	});
}

/// A computer with that many cores and GB of memory.
fn sized(cores: u32, memory: u64) -> Resources {
	Resources { cores, memory_mib: Mib(memory * 1_024), ..computer() }
}

#[test]
fn of_period_tells_the_least_of_each_part_of_the_hardware() {
	chain_with(quick()).sanity(|| {
		let node = register(ALICE);
		for hardware in [sized(4, 32), sized(16, 24), sized(16, 8), sized(32, 64)] {
			pass(10);
			assert_ok!(update(ALICE, node, hardware));
		}
		// Cores were 8, 4, 16, 16, 32; memory 16, 32, 24, 8, 64.
		assert_eq!(period_of(node, 0).unwrap().hardware, sized(4, 8));
		pass(260);
		assert_eq!(period_of(node, 0).unwrap().hardware, sized(4, 8));
		assert_eq!(period_of(node, 1).unwrap().hardware, sized(32, 64));
	});
}

#[test]
fn update_after_a_boundary_keeps_the_least_of_the_period_before() {
	chain_with(quick()).sanity(|| {
		let node = register(ALICE);
		pass(100);
		assert_ok!(update(ALICE, node, sized(4, 16)));
		pass(100);
		assert_ok!(update(ALICE, node, sized(12, 16)));
		// In period 1, before period 0 is settled.
		pass(110);
		assert_ok!(update(ALICE, node, sized(2, 16)));
		pass(10);
		assert_ok!(update(ALICE, node, sized(10, 16)));
		assert_eq!(period_of(node, 0).unwrap().hardware, sized(4, 16));
		assert_eq!(period_of(node, 1).unwrap().hardware, sized(2, 16));
	});
}

#[test]
fn growth_counts_from_the_next_period_and_a_loss_at_once() {
	chain_with(quick()).sanity(|| {
		let node = register(ALICE);
		pass(310);
		// Period 1 began with 8 cores.
		assert_ok!(update(ALICE, node, sized(32, 16)));
		assert_eq!(period_of(node, 1).unwrap().hardware, sized(8, 16));
		pass(300);
		assert_eq!(period_of(node, 2).unwrap().hardware, sized(32, 16));
		pass(300);
		assert_ok!(update(ALICE, node, sized(2, 16)));
		// Nothing has changed in period 2, and period 3 has the loss.
		assert_eq!(period_of(node, 2).unwrap().hardware, sized(32, 16));
		assert_eq!(period_of(node, 3).unwrap().hardware, sized(2, 16));
	});
}

#[test]
fn update_in_a_block_without_a_hook_falls_into_the_new_period() {
	chain_with(quick()).sanity(|| {
		let node = register(ALICE);
		pass_without_hook(305, 50);
		assert_ok!(update(ALICE, node, sized(2, 16)));
		assert_eq!(period_of(node, 0).unwrap().hardware, sized(8, 16));
		assert_eq!(period_of(node, 1).unwrap().hardware, sized(2, 16));
		poll();
		assert_eq!(period_of(node, 0).unwrap().hardware, sized(8, 16));
		assert_eq!(period_of(node, 1).unwrap().hardware, sized(2, 16));
	});
}

#[test]
fn period_is_extended_while_the_figures_of_the_one_before_it_are_needed() {
	chain_with(quick()).sanity(|| {
		let node = register(ALICE);
		FiguresAreNeeded::set(true);
		pass(300);
		// Period 1 runs from 300 to 600. The chain stands still from 310 to 1,250: two boundaries are missed,
		// and period 0 is not settled yet. So period 1 goes on to 1,500.
		pass(10);
		pass(940);
		let Calendar { period, start, end, .. } = <Nodes as Attested>::calendar().unwrap();
		assert_eq!((period, start), (Period(1), START.plus(Seconds(300))));
		assert_eq!(end, START.plus(Seconds(1_500)));
		System::assert_last_event(Event::PeriodExtended { period, start, end }.into());
		assert!(<Nodes as Attested>::of_period(node, Period(0)).is_some());

		// Once it is settled, the next boundary is one again.
		<Nodes as Attested>::release(Period(0));
		pass(260);
		assert_eq!(<Nodes as Attested>::calendar().unwrap().period, Period(2));
	});
}

#[test]
fn reports_are_in_only_after_more_blocks_of_the_period_than_a_live_node_is_silent() {
	chain_with(quick()).sanity(|| {
		// Whoever is live has reported within the last 5 blocks.
		pass_in_blocks(300, 50);
		assert!(!<Nodes as Attested>::reports_are_in());
		pass_in_blocks(30, 5);
		assert!(!<Nodes as Attested>::reports_are_in());
		pass_in_blocks(6, 1);
		assert!(<Nodes as Attested>::reports_are_in());
	});
}
