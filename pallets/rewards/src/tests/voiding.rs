use crate::{mock::*, Error, Event, Reason, Receipts, StoredVerdict, Voids};
use frame_support::{assert_noop, assert_ok};
use gridchain_primitives::{NodeId, Period, Record, Verdict};
use sp_runtime::DispatchError::BadOrigin;

fn certifier() -> RuntimeOrigin {
	RuntimeOrigin::signed(50)
}

fn reason(text: &str) -> Reason {
	text.as_bytes().to_vec().try_into().unwrap()
}

#[test]
fn voided_receipt_earns_nothing_and_says_why() {
	new_test_ext().sanity(|| {
		let node = node(farm(1, FARMER), unit());
		book_revenue(node, 5);
		let (period, why) = (Period(0), reason("no such disks"));
		assert_ok!(Rewards::void_receipt(certifier(), period, node, why.clone()));
		assert_eq!(events(), vec![Event::ReceiptVoided { period, node, reason: why.clone() }]);
		settle();
		let receipt = Receipts::<Test>::get(period, node).unwrap();
		assert_eq!((receipt.due, receipt.revenue), (0, 5));
		assert_eq!(receipt.verdict, StoredVerdict::Voided(why));
		let Record::Receipt(noted) = Noted::get().remove(0) else { panic!("a receipt is first") };
		assert_eq!(noted.verdict, Verdict::Voided(b"no such disks".to_vec()));
	});
}

#[test]
fn receipt_is_voided_until_the_settlement_begins() {
	new_test_ext().sanity(|| {
		let farm = farm(1, FARMER);
		let nodes: Vec<_> = (0..3).map(|_| node(farm, unit())).collect();
		end_period();
		pass(DELAY - 1);
		poll();
		assert_ok!(Rewards::void_receipt(certifier(), Period(0), nodes[0], reason("late")));
		pass(1);
		poll_within(one_step());
		// The settlement hasn't come to the last node yet, but it has begun.
		assert_noop!(
			Rewards::void_receipt(certifier(), Period(0), nodes[2], reason("too late")),
			Error::<Test>::SettlementBegun
		);
		poll();
		assert_noop!(
			Rewards::void_receipt(certifier(), Period(0), nodes[2], reason("too late")),
			Error::<Test>::SettlementBegun
		);
		let verdict = |node| Receipts::<Test>::get(Period(0), node).unwrap().verdict;
		assert_eq!(verdict(nodes[0]), StoredVerdict::Voided(reason("late")));
		assert_eq!(verdict(nodes[2]), StoredVerdict::Earned);
	});
}

#[test]
fn void_of_one_period_says_nothing_of_the_next() {
	new_test_ext().sanity(|| {
		let farm = farm(1, FARMER);
		let node = node(farm, unit());
		assert_ok!(Rewards::void_receipt(certifier(), Period(0), node, reason("once")));
		settle();
		work(node, farm, unit(), |_| {});
		settle();
		let receipt = Receipts::<Test>::get(Period(1), node).unwrap();
		assert_eq!(receipt.verdict, StoredVerdict::Earned);
	});
}

#[test]
fn second_reason_replaces_the_first() {
	new_test_ext().sanity(|| {
		let node = node(farm(1, FARMER), unit());
		assert_ok!(Rewards::void_receipt(certifier(), Period(0), node, reason("first")));
		assert_ok!(Rewards::void_receipt(certifier(), Period(0), node, reason("second")));
		assert_eq!(Voids::<Test>::get(Period(0), node), Some(reason("second")));
	});
}

#[test]
fn void_needs_a_reason() {
	new_test_ext().sanity(|| {
		let node = node(farm(1, FARMER), unit());
		assert_noop!(
			Rewards::void_receipt(certifier(), Period(0), node, reason("")),
			Error::<Test>::ReasonMissing
		);
	});
}

#[test]
fn void_needs_a_node_with_a_part_in_the_period() {
	new_test_ext().sanity(|| {
		let node = node(farm(1, FARMER), unit());
		for (period, node) in [(Period(0), NodeId(9)), (Period(1), node)] {
			assert_noop!(
				Rewards::void_receipt(certifier(), period, node, reason("unknown")),
				Error::<Test>::NodeNotInPeriod
			);
		}
	});
}

#[test]
fn void_is_for_certifiers_alone() {
	new_test_ext().sanity(|| {
		let node = node(farm(1, FARMER), unit());
		let origin = RuntimeOrigin::signed(FARMER);
		assert_noop!(Rewards::void_receipt(origin, Period(0), node, reason("envy")), BadOrigin);
	});
}
