//! From a report to counted bytes.

use crate::{mock::*, types::Sale, Event, Sales};
use frame_support::assert_ok;
use gridchain_primitives::{traits::Capacity, ContractId, NodeId};

/// The meter of a contract: the node's counter, and what the chain has counted.
fn meter(node: NodeId, contract: u64) -> (u64, u64) {
	let Sale { counter, counted, .. } = Sales::<Test>::get(node, ContractId(contract)).unwrap();
	(counter.0, counted.0)
}

/// The bytes and the skipped entries of the last report.
fn counted_by_last_report() -> (u64, u32) {
	match last_event() {
		Event::Reported { traffic, skipped, .. } => (traffic.0, skipped),
		other => panic!("{other:?}"),
	}
}

#[test]
fn traffic_is_counted_from_cumulative_figures() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		assert_ok!(take(node, 5, part(1, 1, 1)));
		assert_ok!(take(node, 6, part(1, 1, 1)));
		pass(300);
		assert_ok!(report_traffic(ALICE, node, 1_300, &[(5, 1_000), (6, 30)]));
		assert_eq!(counted_by_last_report(), (1_030, 0));
		pass(300);
		assert_ok!(report_traffic(ALICE, node, 1_600, &[(5, 1_500)]));
		assert_eq!(counted_by_last_report(), (500, 0));
		assert_eq!(meter(node, 5), (1_500, 1_500));
		assert_eq!(meter(node, 6), (30, 30));
	});
}

#[test]
fn traffic_counter_that_falls_counts_from_zero() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		assert_ok!(take(node, 5, part(1, 1, 1)));
		pass(300);
		assert_ok!(report_traffic(ALICE, node, 1_300, &[(5, 1_000)]));
		pass(300);
		assert_ok!(report_traffic(ALICE, node, 1_600, &[(5, 200)]));
		assert_eq!(counted_by_last_report(), (200, 0));
		assert_eq!(meter(node, 5), (200, 1_200));
	});
}

#[test]
fn traffic_of_foreign_and_ended_contracts_is_skipped() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		let other = live(BOB);
		assert_ok!(take(node, 5, part(1, 1, 1)));
		assert_ok!(take(node, 6, part(1, 1, 1)));
		assert_ok!(take(other, 7, part(1, 1, 1)));
		<Nodes as Capacity<_>>::give_back(node, ContractId(6));
		pass(300);
		let traffic = [(5, 10), (6, 20), (7, 30), (8, 40)];
		assert_ok!(report_traffic(ALICE, node, 1_300, &traffic));
		assert_eq!(counted_by_last_report(), (10, 3));
		assert_eq!(meter(other, 7), (0, 0));
		assert_eq!(Sales::<Test>::iter_prefix(node).count(), 1);
	});
}

#[test]
fn traffic_named_twice_counts_its_growth_once() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		assert_ok!(take(node, 5, part(1, 1, 1)));
		pass(300);
		assert_ok!(report_traffic(ALICE, node, 1_300, &[(5, 1_000), (5, 1_000)]));
		assert_eq!(counted_by_last_report(), (1_000, 0));
	});
}

#[test]
fn traffic_saturates() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		assert_ok!(take(node, 5, part(1, 1, 1)));
		pass(300);
		assert_ok!(report_traffic(ALICE, node, 1_300, &[(5, u64::MAX), (5, 7)]));
		assert_eq!(counted_by_last_report(), (u64::MAX, 0));
		assert_eq!(meter(node, 5), (7, u64::MAX));
	});
}

#[test]
fn traffic_meter_survives_a_change_and_ends_with_the_contract() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		assert_ok!(take(node, 5, part(1, 1, 1)));
		pass(300);
		assert_ok!(report_traffic(ALICE, node, 1_300, &[(5, 1_000)]));
		let bigger = part(2, 2, 2);
		assert_ok!(<Nodes as Capacity<_>>::change(node, ContractId(5), &bigger));
		assert_eq!(meter(node, 5), (1_000, 1_000));
		<Nodes as Capacity<_>>::give_back(node, ContractId(5));
		assert_eq!(Sales::<Test>::get(node, ContractId(5)), None);
	});
}
