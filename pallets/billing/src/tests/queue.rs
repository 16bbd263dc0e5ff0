//! The due queue: order, slices, failures, halts.

use crate::{mock::*, *};
use codec::Encode;
use frame_support::{
	assert_ok,
	traits::{GetStorageVersion, Hooks, StorageVersion},
	weights::{Weight, WeightMeter},
	StorageHasher, Twox64Concat,
};
use gridchain_primitives::{
	BillKind, CloudUnits, ContractId, EndReason, Percent, Seconds, Slot, Time, TwinId, TFT,
};

/// The block's work with at most `weight`; returns what it took.
fn poll_within(weight: Weight) -> Weight {
	let mut meter = WeightMeter::with_limit(weight);
	Billing::on_poll(1, &mut meter);
	meter.consumed()
}

fn billed() -> usize {
	Noted::get().unwrap_or_default().len()
}

#[test]
fn nothing_is_closed_before_its_time_and_at_most_one_slot_late() {
	new_test_ext().sanity(|| {
		set_time(T0.plus(Seconds(7)));
		report(NODE);
		deploy(C, terms());
		// Due 7 s after a slot has begun: acted on when the next one begins.
		run(DAY);
		run(52);
		assert_eq!(billed(), 0);
		run(1);
		assert_eq!(billed(), 1);
		assert_eq!(window(C).due, T0.plus(Seconds(7 + 2 * DAY)));
	});
}

#[test]
fn what_is_due_when_a_slot_begins_is_acted_on_then() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		run(DAY - 1);
		assert_eq!(billed(), 0);
		run(1);
		assert_eq!(billed(), 1);
	});
}

#[test]
fn each_contract_is_queued_once_through_its_life() {
	new_test_ext().sanity(|| {
		let slots = || Queue::<Test>::iter_keys().collect::<Vec<_>>();
		open(C, terms());
		assert_eq!(slots(), [(Slot(30_000_120), C)]);
		start(C);
		assert_eq!(slots(), [(Slot(30_001_440), C)]);
		run(DAY);
		assert_eq!(slots(), [(Slot(30_002_880), C)]);
		assert_ok!(close(C));
		assert_eq!(slots(), []);
	});
}

#[test]
fn a_failed_item_changes_nothing_and_the_others_are_billed() {
	new_test_ext().sanity(|| {
		for contract in 1..=5 {
			let account = if contract == 3 { BOB } else { ALICE };
			deploy(ContractId(contract), terms_of(account));
		}
		let before = (free(BOB), held(BOB), window(ContractId(3)));
		WithoutAccount::insert(TwinId(2), ());
		events();
		run(DAY);
		assert_eq!(billed(), 4);
		let retry = T0.plus(Seconds(DAY + HOUR));
		let failed = Event::BillFailed {
			contract: ContractId(3),
			error: Error::<Test>::PayerNotFound.into(),
			retry,
		};
		assert_eq!(events().iter().filter(|event| **event == failed).count(), 1);
		let (free_before, held_before, window_before) = before;
		assert_eq!((free(BOB), held(BOB)), (free_before, held_before));
		let moved = Window { slot: Slot(30_001_500), ..window_before };
		assert_eq!(window(ContractId(3)), moved);
		WithoutAccount::remove(TwinId(2));
	});
}

#[test]
fn a_failed_bill_is_made_up_for_in_full_an_hour_later() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		WithoutAccount::insert(TwinId(1), ());
		run(DAY);
		WithoutAccount::remove(TwinId(1));
		run(HOUR - 1);
		assert_eq!(billed(), 0);
		run(1);
		// 25 h: 25 x 0.010375 / 0.011 = 23.57954545.. -> 23.5795455 TFT
		assert_eq!(charges(&events()), [235_795_455]);
		// The next one is due when it would have been.
		assert_eq!(window(C).due, T0.plus(Seconds(2 * DAY)));
	});
}

#[test]
fn a_bill_that_fails_half_way_is_rolled_back() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		let before = (free(ALICE), held(ALICE), Billing::booked());
		// After the charge, the next window finds no policy.
		let policy = CurrentPolicy::<Test>::take();
		run(DAY);
		assert!(matches!(events().last(), Some(Event::BillFailed { .. })));
		assert_eq!((free(ALICE), held(ALICE), Billing::booked()), before);
		assert_eq!(billed(), 0);
		CurrentPolicy::<Test>::set(policy);
	});
}

#[test]
fn an_item_that_another_one_has_ended_is_passed_over() {
	new_test_ext().sanity(|| {
		for contract in 1..=6 {
			open(ContractId(contract), terms());
			// Each ends its neighbour: whichever comes first, the other is gone.
			EndsToo::insert(ContractId(contract), ContractId((contract - 1) ^ 1).next().unwrap());
		}
		run(2 * HOUR);
		assert_eq!(told().len(), 3);
		assert_eq!(Queue::<Test>::iter().count() + Windows::<Test>::iter().count(), 0);
		assert!(!events().iter().any(|event| matches!(event, Event::BillFailed { .. })));
	});
}

/// Comes to `time`, the beginning of a slot, with all earlier slots drained.
fn come_to(time: Time) {
	set_time(time.minus(Seconds(MINUTE)));
	poll();
	pass(MINUTE);
}

/// The work of a block with room for the base, one slot, one item and the way of its money into the pot: after that,
/// whatever it weighed, there is none for another one.
fn poll_one() {
	let base = <()>::poll_base() + <()>::drain_empty_slot() + Billing::till_weight();
	let room = base + Billing::heaviest_item();
	assert!(poll_within(room).all_lte(room));
}

#[test]
fn what_does_not_fit_waits_and_is_billed_in_full() {
	new_test_ext().sanity(|| {
		for contract in 1..=5 {
			deploy(ContractId(contract), terms());
		}
		come_to(T0.plus(Seconds(DAY)));
		events();
		for done in 0..5 {
			assert_eq!(NextSlot::<Test>::get(), Some(Slot(30_001_440)));
			poll_one();
			assert_eq!(billed(), done + 1);
			pass(6);
		}
		assert_eq!(NextSlot::<Test>::get(), Some(Slot(30_001_441)));
		// Each for the time until its own bill.
		assert_eq!(seconds(&events()), [86_400, 86_406, 86_412, 86_418, 86_424]);
		// None was billed twice, and no next window is late.
		for contract in 1..=5 {
			assert_eq!(window(ContractId(contract)).due, T0.plus(Seconds(2 * DAY)));
		}
	});
}

#[test]
fn what_is_closed_opened_and_resumed_while_a_slot_is_half_drained_leaves_the_others_alone() {
	new_test_ext().sanity(|| {
		// As the slot is drained: in the order of the keys.
		let mut contracts = [1, 2, 3, 4, 5, 6].map(ContractId);
		contracts.sort_by_key(|contract| Twox64Concat::hash(&contract.encode()));
		let [first, second, closed, third, fourth, resumed] = contracts;
		// Bob has the money of one window.
		set_free(BOB, 245_227_273 + DEPOSIT);
		for contract in contracts {
			deploy(contract, terms_of(if contract == resumed { BOB } else { ALICE }));
		}
		run(DAY);
		assert_eq!(told(), [Tale::Suspended(resumed)]);
		// Five bills are due now, and the end of Bob's grace.
		come_to(T0.plus(Seconds(2 * DAY)));
		events();
		poll_one();
		pass(6);
		poll_one();
		assert_eq!(NextSlot::<Test>::get(), Some(Slot(30_002_880)));
		assert_ok!(close(closed));
		deploy(ContractId(7), terms());
		set_free(BOB, 100 * TFT);
		assert_ok!(Billing::resume(RuntimeOrigin::signed(BOB), resumed));
		for _ in 0..2 {
			assert_eq!(NextSlot::<Test>::get(), Some(Slot(30_002_880)));
			pass(6);
			poll_one();
		}
		assert_eq!(NextSlot::<Test>::get(), Some(Slot(30_002_881)));
		let bill = |event: &Event<Test>| match event {
			Event::Billed { contract, kind, seconds, .. } => Some((*contract, *kind, seconds.0)),
			_ => None,
		};
		assert_eq!(
			events().iter().filter_map(bill).collect::<Vec<_>>(),
			[
				(first, BillKind::Window, 86_400),
				(second, BillKind::Window, 86_406),
				(closed, BillKind::End, 86_406),
				(resumed, BillKind::Arrears, 86_406),
				(third, BillKind::Window, 86_412),
				(fourth, BillKind::Window, 86_418),
			]
		);
		assert_eq!(told(), [Tale::Resumed(resumed)]);
		for contract in [first, second, third, fourth] {
			assert_eq!(window(contract).due, T0.plus(Seconds(3 * DAY)));
		}
	});
}

#[test]
fn the_queue_takes_at_most_its_share_of_a_block() {
	new_test_ext().sanity(|| {
		let params = BillingParams { queue_share: Percent::from_percent(1), ..Default::default() };
		assert_ok!(Billing::set_params(RuntimeOrigin::root(), params));
		for contract in 1..=40 {
			deploy(ContractId(contract), terms());
		}
		NextSlot::<Test>::put(Slot(30_001_440));
		pass(DAY);
		// 1 % of 2 s.
		let taken = poll_within(Weight::from_parts(2_000_000_000_000, u64::MAX));
		assert!(taken.ref_time() <= 20_000_000_000);
		assert!((1..40).contains(&billed()));
		run(0);
		run(0);
		assert_eq!(billed(), 40);
	});
}

#[test]
fn the_queue_takes_no_more_than_the_block_has_left() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		pass(DAY);
		assert_eq!(poll_within(Weight::zero()), Weight::zero());
		let base = <()>::poll_base();
		assert_eq!(poll_within(base), base);
		assert_eq!(billed(), 0);
	});
}

#[test]
fn empty_slots_are_passed_within_the_slice() {
	new_test_ext().sanity(|| {
		assert_eq!(NextSlot::<Test>::get(), Some(Slot(30_000_001)));
		set_time(T0.plus(Seconds(10 * MINUTE)));
		let three = <()>::poll_base() + <()>::drain_empty_slot().saturating_mul(3);
		// The till must have room, too, though there is nothing in it.
		assert_eq!(poll_within(three + Billing::till_weight()), three);
		assert_eq!(NextSlot::<Test>::get(), Some(Slot(30_000_004)));
		poll();
		assert_eq!(NextSlot::<Test>::get(), Some(Slot(30_000_011)));
	});
}

#[test]
fn a_slot_that_has_not_begun_is_not_drained() {
	new_test_ext().sanity(|| {
		set_time(T0.plus(Seconds(119)));
		poll();
		assert_eq!(NextSlot::<Test>::get(), Some(Slot(30_000_002)));
	});
}

#[test]
fn nothing_is_put_where_the_queue_has_been() {
	new_test_ext().sanity(|| {
		// Never paid for: its grace ends the moment it begins, in the slot that is being drained.
		set_free(ALICE, 245_227_273 + DEPOSIT);
		deploy(C, terms());
		down(NODE);
		quote_price(10_000);
		run(DAY);
		assert_eq!(window(C).due, T0.plus(Seconds(DAY)));
		assert_eq!(window(C).slot, Slot(30_001_441));
	});
}

#[test]
fn the_first_contract_starts_the_queue_if_no_block_has() {
	new_test_ext().sanity(|| {
		NextSlot::<Test>::kill();
		open(C, terms());
		assert_eq!(NextSlot::<Test>::get(), Some(Slot(30_000_000)));
		run(2 * HOUR);
		assert_eq!(told(), [Tale::Ended(C, EndReason::NotDelivered)]);
	});
}

#[test]
fn the_state_of_a_contract_is_small() {
	// 700 bytes are allowed for all pallets together.
	let window = <Window as codec::MaxEncodedLen>::max_encoded_len();
	assert!(window <= 300, "{window} bytes");
}

#[test]
fn the_hook_does_nothing_on_another_storage_version() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		StorageVersion::new(0).put::<Billing>();
		run(DAY);
		assert_eq!(billed(), 0);
		Billing::in_code_storage_version().put::<Billing>();
		poll();
		assert_eq!(billed(), 1);
	});
}

#[test]
fn ten_thousand_contracts_due_in_one_slot_drain_over_several_blocks_within_the_slice() {
	new_test_ext().sanity(|| {
		const COUNT: u64 = 10_000;
		for contract in 1..=COUNT {
			let units = CloudUnits { cu: 6_144_000, su: 0 };
			let account = if contract % 2 == 0 { ALICE } else { BOB };
			deploy(ContractId(contract), terms_of(account).sized(units));
		}
		System::reset_events();
		set_time(T0.plus(Seconds(DAY - 60)));
		poll();
		pass(60);
		let block = Weight::from_parts(2_000_000_000_000, u64::MAX);
		let mut blocks = 0;
		while billed() < COUNT as usize {
			let taken = poll_within(block);
			assert!(taken.ref_time() <= 500_000_000_000, "past the slice in block {blocks}");
			System::reset_events();
			blocks += 1;
			pass(6);
		}
		assert!(blocks > 1);
		assert_eq!(billed(), COUNT as usize);
		// Only the last blocks find the slot drained; none was billed twice.
		assert_eq!(Queue::<Test>::iter().count(), COUNT as usize);
	});
}

#[test]
fn passing_empty_slots_leaves_room_for_the_till() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		come_to(T0.plus(Seconds(DAY)));
		// An hour without a block that bills, of 60 slots.
		pass(HOUR);
		let bill = <()>::poll_base() + <()>::drain_empty_slot() + Billing::heaviest_item();
		let room = bill + Billing::till_weight();
		let taken = poll_within(room);
		assert_eq!(billed(), 1);
		assert!(taken.all_lte(room), "{taken} of {room}");
		assert!(NextSlot::<Test>::get() > Some(Slot(30_001_441)));
	});
}
