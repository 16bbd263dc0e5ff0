//! A chain that stands still, and goes on.

use super::*;

#[test]
fn chain_that_stood_still_for_an_hour_takes_no_uptime_from_anybody() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		chain.report_to(&machines, after(54));
		chain.stand_still(600);
		// The first block begins a session, the second one, at 3,666 s, has the report.
		chain.report(&machines, 2);
		assert_eq!(chain.elapsed(), 3_666);
		let told = chain.history.last_report(NodeId(1));
		assert_eq!((told.credited, told.not_credited), (3_612, 0));
		// 54 s to 300 s fall into period 0, the rest into the one that has been running since.
		assert_eq!((told.earlier, told.dropped), (246, 0));
		// That one ends at 3,900 s: twelve lengths are one period.
		chain.report_to(&machines, after(3_966));
		let receipt = |period| {
			let receipt = pallet_rewards::Receipts::<Runtime>::get(Period(period), NodeId(1));
			receipt.map(|receipt| (receipt.uptime.0, receipt.registered.0, receipt.due))
		};
		assert_eq!(receipt(0), Some((294, 294, 243_055)));
		// 17.4 USD * 3,600 / 2,630,880 / 0.08 = 0.29761904.. TFT
		assert_eq!(receipt(1), Some((3_600, 3_600, 2_976_190)));
		assert_eq!(receipt(2), None);
	})
}

#[test]
fn bills_after_an_hour_of_standstill_are_right_to_the_second() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		let contract = chain.deployed(&machines[0], WORKLOAD);
		chain.report_to(&machines, after(54));
		chain.stand_still(600);
		chain.report_to(&machines, after(3_798));
		let told = bills(chain, contract);
		assert_eq!(
			told,
			[
				// For all windows that have passed. Reported before: 54 - 18 = 36 s. The next is due at 78 s and sixty
				// windows.
				(BillKind::Window, 18, 3_666, 36, 94_319),
				// 3,618 s were delivered, and the reserve of 90 s, 235,796, pays 90.
				(BillKind::Window, 3_666, 3_678, 90, 235_796),
				// The 3,528 s that were owed, and 60: 9,400,378.79
				(BillKind::Window, 3_678, 3_738, 3_588, 9_400_379),
				(BillKind::Window, 3_738, 3_798, 60, 157_197),
			]
		);
		// From 18 s to the report at 3,792 s.
		let seconds: u64 = told.iter().map(|(.., seconds, _)| seconds).sum();
		assert_eq!(seconds, 3_774);
	})
}

#[test]
fn node_is_live_after_a_standstill_however_long() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		chain.report_to(&machines, after(54));
		// A day.
		chain.stand_still(14_400);
		chain.call(&charlie(), deploy(NodeId(1), WORKLOAD)).unwrap();
		chain.report_next(&machines);
		assert_eq!(chain.history.last_report(NodeId(1)).not_credited, 0);
	})
}

#[test]
fn standstill_over_an_unsettled_period_forgets_nothing() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		// Period 0 has ended, its settlement has not begun.
		chain.report_to(&machines, after(330));
		chain.stand_still(200);
		chain.report_to(&machines, after(2_400));
		// Up without a break, whatever the periods are.
		let (mut uptime, mut registered) = (0, 0);
		for (_, _, receipt) in pallet_rewards::Receipts::<Runtime>::iter() {
			assert_eq!(receipt.verdict, StoredVerdict::Earned);
			assert_eq!(receipt.uptime, receipt.registered);
			uptime += receipt.uptime.0;
			registered += receipt.registered.0;
		}
		assert_eq!(uptime, registered);
		// Every second from the registration to the end of the last settled period is in some receipt.
		let ends = pallet_rewards::Periods::<Runtime>::iter_values().map(|summary| summary.end);
		assert_eq!(registered, ends.max().unwrap().since(START).0 - 6);
	})
}
