//! What certifiers vouch for, and when that ends.

use crate::{mock::*, Error, Event};
use frame_support::{assert_noop, assert_ok};
use gridchain_primitives::{traits::Attested, Mib, NodeId, Period, Resources};
use sp_runtime::DispatchError;

/// Whether a node is rewarded as certified for a period.
fn certified_in(node: NodeId, period: u32) -> bool {
	<Nodes as Attested>::of_period(node, Period(period)).unwrap().certified
}

/// The computer of the tests with that many MiB of memory; it has 16,384.
fn memory(mib: u64) -> Resources {
	Resources { memory_mib: Mib(mib), ..computer() }
}

/// Whether the certificate of a computer stands after it has become `hardware`.
fn stands_when_it_becomes(hardware: Resources) -> bool {
	let mut stands = false;
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		assert_ok!(certify(node, Some(computer())));
		pass(300);
		assert_ok!(update(ALICE, node, hardware));
		stands = capacity(node).certified;
	});
	stands
}

#[test]
fn certificate_counts_at_once_for_contracts_and_from_the_next_period_for_rewards() {
	chain_with(quick()).sanity(|| {
		let node = live(ALICE);
		pass(100);
		assert!(!capacity(node).certified);
		assert_ok!(certify(node, Some(computer())));
		let event = Event::NodeCertified { node, farm: FARM, hardware: computer() };
		assert_eq!(last_event(), event);
		assert!(capacity(node).certified);
		assert!(!certified_in(node, 0));
		pass(200);
		assert!(!certified_in(node, 0));
		assert!(certified_in(node, 1));
	});
}

#[test]
fn certify_is_refused_when_the_node_says_that_it_has_something_else() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		// It says 16,384. 163 from 16,221 are more than 1 %, and 162 from 16,222 are not.
		assert_noop!(certify(node, Some(memory(16_221))), Error::<Test>::HardwareDiffers);
		assert_ok!(certify(node, Some(memory(16_222))));
		// 166 from 16,550 are more than 1 %, and 165 from 16,549 are not.
		assert_noop!(certify(node, Some(memory(16_550))), Error::<Test>::HardwareDiffers);
		assert_ok!(certify(node, Some(memory(16_549))));
	});
}

#[test]
fn certificate_stands_through_a_change_of_at_most_1_percent() {
	// 1 % of 16,384 MiB are 163.84, of 512,000 are 5,120 and of 1,024,000 are 10,240.
	for hardware in [
		memory(16_384 - 163),
		memory(16_384 + 163),
		Resources { ssd_mib: Mib(512_000 - 5_120), ..computer() },
		Resources { ssd_mib: Mib(512_000 + 5_120), ..computer() },
		Resources { hdd_mib: Mib(1_024_000 - 10_240), ..computer() },
		Resources { hdd_mib: Mib(1_024_000 + 10_240), ..computer() },
	] {
		assert!(stands_when_it_becomes(hardware), "{hardware:?}");
	}
}

#[test]
fn certificate_falls_when_any_part_shrinks_or_grows_by_more() {
	for hardware in [
		memory(16_384 - 164),
		memory(16_384 + 164),
		Resources { ssd_mib: Mib(512_000 - 5_121), ..computer() },
		Resources { ssd_mib: Mib(512_000 + 5_121), ..computer() },
		Resources { hdd_mib: Mib(1_024_000 - 10_241), ..computer() },
		Resources { hdd_mib: Mib(1_024_000 + 10_241), ..computer() },
		// One core of 8 is 12.5 %, and one graphics processor of 1 is all.
		Resources { cores: 7, ..computer() },
		Resources { cores: 9, ..computer() },
		Resources { gpus: 0, ..computer() },
		Resources { gpus: 2, ..computer() },
	] {
		assert!(!stands_when_it_becomes(hardware), "{hardware:?}");
	}
}

#[test]
fn certificate_without_a_part_falls_when_that_appears() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		let without = Resources { hdd_mib: Mib(0), ..computer() };
		pass(300);
		assert_ok!(update(ALICE, node, without));
		assert_ok!(certify(node, Some(without)));
		pass(300);
		assert_ok!(update(ALICE, node, Resources { hdd_mib: Mib(1), ..computer() }));
		assert!(!capacity(node).certified);
	});
}

#[test]
fn small_changes_add_up_until_the_certificate_falls() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		assert_ok!(certify(node, Some(computer())));
		pass(300);
		assert_ok!(update(ALICE, node, memory(16_284)));
		assert!(capacity(node).certified);
		pass(300);
		// Less than 1 % from 16,284, but 184 from what was certified.
		assert_ok!(update(ALICE, node, memory(16_200)));
		assert!(!capacity(node).certified);
		let event = Event::CertificateFell {
			node,
			farm: FARM,
			certified: computer(),
			hardware: memory(16_200),
		};
		assert_eq!(last_event(), event);
	});
}

#[test]
fn certificate_that_falls_still_counts_for_the_period_before() {
	chain_with(quick()).sanity(|| {
		let node = live(ALICE);
		assert_ok!(certify(node, Some(computer())));
		pass(300);
		pass(310);
		assert!(certified_in(node, 1) && certified_in(node, 2));
		assert_ok!(update(ALICE, node, memory(8_192)));
		assert!(certified_in(node, 1));
		assert!(!certified_in(node, 2));
		pass(290);
		assert!(!certified_in(node, 2) && !certified_in(node, 3));
	});
}

#[test]
fn certificate_that_is_withdrawn_counts_for_no_period_that_it_did_not_stand_through() {
	chain_with(quick()).sanity(|| {
		let node = live(ALICE);
		assert_ok!(certify(node, Some(computer())));
		pass(310);
		assert!(certified_in(node, 1));
		assert_ok!(certify(node, None));
		assert!(!certified_in(node, 0) && !certified_in(node, 1));
		assert!(!capacity(node).certified);
		let event = Event::CertificateWithdrawn { node, farm: FARM, certified: computer() };
		assert_eq!(last_event(), event);
	});
}

#[test]
fn certificate_given_in_the_place_of_another_leaves_no_gap() {
	chain_with(quick()).sanity(|| {
		let node = live(ALICE);
		assert_ok!(certify(node, Some(computer())));
		pass(310);
		assert_ok!(update(ALICE, node, memory(16_284)));
		assert_ok!(certify(node, Some(memory(16_284))));
		assert!(certified_in(node, 1));
		pass(290);
		assert!(certified_in(node, 1) && certified_in(node, 2));
	});
}

#[test]
fn certificate_given_after_one_that_fell_counts_from_the_next_period() {
	chain_with(quick()).sanity(|| {
		let node = live(ALICE);
		assert_ok!(certify(node, Some(computer())));
		pass(300);
		pass(310);
		assert_ok!(update(ALICE, node, memory(8_192)));
		assert_ok!(certify(node, Some(memory(8_192))));
		// What stood through period 1 did, whatever happens in period 2, and however often.
		assert!(certified_in(node, 1) && !certified_in(node, 2));
		assert_ok!(certify(node, None));
		assert_ok!(certify(node, Some(memory(8_192))));
		assert!(certified_in(node, 1) && !certified_in(node, 2));
		pass(290);
		assert!(!certified_in(node, 2) && certified_in(node, 3));
	});
}

#[test]
fn update_of_the_description_alone_leaves_the_certificate() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		assert_ok!(certify(node, Some(computer())));
		pass(300);
		let renamed = crate::Details { serial: text("SN-0002"), ..details() };
		assert_ok!(dispatch(ALICE, update_call(node, computer(), renamed)));
		assert!(capacity(node).certified);
	});
}

#[test]
fn certify_is_refused_when_nothing_changes_or_there_is_no_such_node() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		assert_noop!(certify(node, None), Error::<Test>::NothingToChange);
		assert_ok!(certify(node, Some(computer())));
		assert_noop!(certify(node, Some(computer())), Error::<Test>::NothingToChange);
		assert_noop!(certify(NodeId(9), Some(computer())), Error::<Test>::NotFound);
	});
}

#[test]
fn certify_is_refused_to_everybody_but_certifiers() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		for stranger in [ALICE, FARMER] {
			let origin = RuntimeOrigin::signed(stranger);
			let call = Nodes::certify_node(origin, node, Some(computer()));
			assert_noop!(call, DispatchError::BadOrigin);
		}
	});
}
