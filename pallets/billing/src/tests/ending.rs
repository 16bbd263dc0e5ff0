//! How contracts end.

use crate::{mock::*, *};
use frame_support::{
	assert_noop, assert_ok,
	traits::fungible::{InspectHold, MutateFreeze},
};
use gridchain_primitives::{
	BillKind, Bytes, CloudUnits, ContractId, EndReason, NodeId, Seconds, TwinId, TFT,
};

fn closed(released: u128) -> Event<Test> {
	Event::Closed {
		contract: C,
		payer: ALICE,
		reason: EndReason::Owner,
		released,
		unpaid: Seconds::ZERO,
		written_off: 0,
	}
}

#[test]
fn close_bills_what_was_delivered_and_gives_the_rest_back() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		run(6 * HOUR);
		events();
		assert_ok!(close(C));
		let events = events();
		// 6 x 0.010375 / 0.011 = 5.65909090.. -> 5.6590910 TFT of 24.5227273
		assert!(matches!(
			events[0],
			Event::Billed { kind: BillKind::End, charged: 56_590_910, .. }
		));
		assert_eq!(events[1..], [closed(188_636_363)]);
		assert_eq!((free(ALICE), held(ALICE)), (WEALTH - 56_590_910, 0));
	});
}

#[test]
fn close_forgets_everything() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		assert_ok!(close(C));
		assert_eq!(Windows::<Test>::iter().count(), 0);
		assert_eq!(Queue::<Test>::iter().count(), 0);
		assert_eq!(Payers::<Test>::iter().count(), 0);
		assert_eq!(Billing::contract_status(C), None);
		// Whoever closes a contract knows it: only what Billing decides is told.
		assert_eq!(told(), []);
	});
}

#[test]
fn close_fails_without_a_window() {
	new_test_ext().sanity(|| {
		assert_noop!(close(C), Error::<Test>::NotFound);
		deploy(C, terms());
		assert_ok!(close(C));
		assert_noop!(close(C), Error::<Test>::NotFound);
	});
}

#[test]
fn a_contract_is_billed_an_hour_at_least() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		run(10 * MINUTE);
		assert_ok!(close(C));
		// 0.010375 / 0.011 = 0.94318181.. -> 0.9431819 TFT
		let events = events();
		assert_eq!((seconds(&events), charges(&events)), (vec![3_600], vec![9_431_819]));
	});
}

#[test]
fn a_contract_that_starts_and_ends_between_two_reports_is_billed_an_hour() {
	new_test_ext().sanity(|| {
		pass(5 * MINUTE);
		let attested = || Nodes::get(NODE).unwrap().attested;
		let before = attested();
		set_time(now().plus(Seconds(MINUTE)));
		let started = now();
		deploy(C, terms());
		set_time(now().plus(Seconds(3 * MINUTE)));
		events();
		assert_ok!(close(C));
		assert_eq!(attested(), before);
		// 0.010375 / 0.011 = 0.94318181.. -> 0.9431819 TFT of 24.5227273
		let events = events();
		let Event::Billed { kind, from, to, seconds, charged, .. } = events[0] else {
			panic!("no bill: {events:?}");
		};
		assert_eq!((kind, from, to), (BillKind::End, started, started.plus(Seconds(3 * MINUTE))));
		assert_eq!((seconds, charged), (Seconds(3_600), 9_431_819));
		assert_eq!(events[1..], [closed(235_795_454)]);
		assert_eq!((free(ALICE), held(ALICE)), (WEALTH - 9_431_819, 0));
	});
}

#[test]
fn the_hour_is_not_billed_when_the_node_is_not_live_at_the_end() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		run(10 * MINUTE);
		down(NODE);
		run(3 * HOUR);
		set_live(NODE, false);
		assert_ok!(close(C));
		// 10 minutes: 0.010375 / 6 / 0.011 = 0.15719696.. -> 0.1571970 TFT
		assert_eq!(charges(&events()), [1_571_970]);
	});
}

#[test]
fn the_hour_counts_over_all_bills() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		run(10 * MINUTE);
		assert_ok!(amend(C, terms()));
		run(10 * MINUTE);
		assert_ok!(close(C));
		// 10 minutes were billed by the update: 50 are left to the hour, 50/60 x 0.94318181.. = 0.78598484..
		assert_eq!(charges(&events()), [1_571_970, 7_859_849]);
	});
}

#[test]
fn a_contract_that_ran_for_an_hour_pays_no_second_more() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		run(DAY);
		events();
		assert_ok!(close(C));
		let events = events();
		assert_eq!((seconds(&events), charges(&events)), (vec![0], vec![0]));
	});
}

#[test]
fn a_contract_that_was_never_confirmed_costs_nothing() {
	new_test_ext().sanity(|| {
		open(C, terms());
		run(HOUR);
		events();
		assert_ok!(close(C));
		assert_eq!(events(), [closed(245_227_273)]);
		assert_eq!(free(ALICE), WEALTH);
		assert!(!Noted::exists());
	});
}

#[test]
fn traffic_is_billed_at_the_end() {
	new_test_ext().sanity(|| {
		deploy(C, terms().limited(Bytes(2 * GB)));
		run(HOUR);
		Traffic::insert(C, Bytes(3 * GB));
		assert_ok!(close(C));
		// 0.010375 + 2 x 0.0015 = 0.013375 USD; / 0.011 = 1.21590909.. -> 1.2159091 TFT
		assert_eq!(charges(&events()), [12_159_091]);
	});
}

#[test]
fn a_drained_owner_can_end_a_contract() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		run(6 * HOUR);
		set_free(ALICE, DEPOSIT);
		assert_ok!(close(C));
		assert_eq!(charges(&events()), [56_590_910]);
	});
}

#[test]
fn an_owner_whose_money_is_frozen_can_end_a_contract() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		run(6 * HOUR);
		assert_ok!(Balances::set_freeze(&0, &ALICE, 2 * WEALTH));
		assert_ok!(close(C));
		assert_eq!(charges(&events()), [56_590_910]);
	});
}

#[test]
fn what_the_reserve_cannot_pay_at_the_end_is_paid_from_the_free_balance() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		pass(DAY + 5 * HOUR);
		assert_ok!(close(C));
		// 29 x 0.010375 / 0.011 = 27.35227272.. -> 27.3522728 TFT
		assert_eq!(charges(&events()), [273_522_728]);
		assert_eq!(free(ALICE), WEALTH - 273_522_728);
	});
}

#[test]
fn what_nothing_can_pay_at_the_end_is_written_off() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		set_free(ALICE, DEPOSIT + TFT);
		pass(DAY + 5 * HOUR);
		assert_ok!(close(C));
		// 25.5227273 TFT at 0.000261994949.. TFT a second pay 97,416 s, 25.5225 TFT. The other 6,984 of
		// 104,400 s would cost 1.82977272.. -> 1.8297728 TFT.
		let events = events();
		assert_eq!((seconds(&events), charges(&events)), (vec![97_416], vec![255_225_000]));
		let closed = Event::Closed {
			contract: C,
			payer: ALICE,
			reason: EndReason::Owner,
			released: 0,
			unpaid: Seconds(6_984),
			written_off: 18_297_728,
		};
		assert_eq!(events.last(), Some(&closed));
		assert_eq!(free(ALICE), DEPOSIT + 2_273);
	});
}

#[test]
fn close_while_suspended_collects_the_arrears() {
	new_test_ext().sanity(|| {
		set_free(ALICE, 245_227_273 + DEPOSIT);
		deploy(C, terms());
		run(DAY);
		run(6 * HOUR);
		events();
		assert_ok!(close(C));
		// 6 x 0.000375 / 0.011 = 0.20454545.. -> 0.2045455 TFT
		let events = events();
		assert_eq!(charges(&events), [2_045_455]);
		assert_eq!(events[1..], [closed(0)]);
		assert_eq!(free(ALICE), DEPOSIT + 18_863_636 - 2_045_455);
	});
}

#[test]
fn close_while_suspended_with_nothing_owed_makes_no_bill() {
	new_test_ext().sanity(|| {
		set_free(ALICE, 245_227_273 + DEPOSIT);
		deploy(C, terms());
		run(DAY);
		events();
		assert_ok!(close(C));
		assert_eq!(events(), [closed(0)]);
	});
}

#[test]
fn the_hour_is_filled_up_at_the_full_rate_when_a_suspended_contract_ends() {
	new_test_ext().sanity(|| {
		set_free(ALICE, 245_227_273 + DEPOSIT);
		deploy(C, terms());
		run(10 * MINUTE);
		down(NODE);
		// 10 minutes are paid for, and the price falls so that the next window can't be opened.
		quote_price(10_000);
		run(DAY - 10 * MINUTE);
		events();
		assert_ok!(close(C));
		// 50 minutes lack: 0.78598484.. -> 0.7859849 TFT
		let events = events();
		assert_eq!((seconds(&events), charges(&events)), (vec![3_000], vec![7_859_849]));
	});
}

#[test]
fn a_contract_on_a_node_that_is_gone_for_thirty_days_ends() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		run(6 * HOUR);
		down(NODE);
		set_live(NODE, false);
		run(18 * HOUR);
		for _ in 0..29 {
			run(DAY);
		}
		// The window that closes on day 30 finds the node silent for 29 days and 18 h.
		assert_eq!(told(), []);
		run(DAY);
		assert_eq!(told(), [Tale::Ended(C, EndReason::NodeGone)]);
		// Of 31 days 6 h are billed.
		assert_eq!(charges(&events()).iter().sum::<u128>(), 56_590_910);
		assert_eq!(held(ALICE), 0);
	});
}

#[test]
fn a_halt_of_the_chain_makes_no_node_gone() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		down(NODE);
		// 40 days without a block: the node is live still, because few blocks have passed.
		run(40 * DAY);
		assert_eq!(told(), []);
	});
}

#[test]
fn a_contract_on_a_node_that_does_not_exist_ends_without_a_bill() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		run(HOUR);
		Nodes::remove(NODE);
		events();
		run(23 * HOUR);
		assert_eq!(told(), [Tale::Ended(C, EndReason::NodeGone)]);
		assert_eq!(charges(&events()), []);
		assert_eq!(free(ALICE), WEALTH);
	});
}

#[test]
fn every_reason_is_told_as_it_was_given() {
	use gridchain_primitives::traits::Windows as _;
	new_test_ext().sanity(|| {
		let reasons = [EndReason::NodeRetired, EndReason::RentEnded, EndReason::Governance];
		for (index, reason) in reasons.into_iter().enumerate() {
			let contract = ContractId(10 + index as u64);
			deploy(contract, terms());
			events();
			assert_ok!(Billing::close(contract, reason));
			let told = events();
			let matches = |event: &Event<Test>| match event {
				Event::Closed { reason: told, .. } => *told == reason,
				_ => false,
			};
			assert!(told.iter().any(matches));
		}
	});
}

#[test]
fn close_fails_only_without_a_payer() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		WithoutAccount::insert(TwinId(1), ());
		assert_noop!(close(C), Error::<Test>::PayerNotFound);
		WithoutAccount::remove(TwinId(1));
	});
}

#[test]
fn contracts_on_other_nodes_are_not_touched() {
	new_test_ext().sanity(|| {
		add_node(NodeId(8), FARM);
		// 26 x 0.010375 / 0.011 = 24.52272727.. -> 24.5227273 TFT
		deploy(C, terms());
		let units = CloudUnits { cu: 6_144_000, su: 0 };
		// 26 x 0.010 / 0.011 = 23.63636363.. -> 23.6363637 TFT
		deploy(ContractId(2), terms().on(NodeId(8)).sized(units));
		deploy(ContractId(3), terms_of(BOB).on(NodeId(8)));
		assert_eq!((held(ALICE), held(BOB)), (245_227_273 + 236_363_637, 245_227_273));
		run(HOUR);
		assert_ok!(close(C));
		// An hour of the first one: 0.010375 / 0.011 = 0.94318181.. -> 0.9431819 TFT
		assert_eq!((held(ALICE), free(ALICE)), (236_363_637, WEALTH - 236_363_637 - 9_431_819));
		assert_eq!((held(BOB), free(BOB)), (245_227_273, WEALTH - 245_227_273));
		for other in [2, 3] {
			let status = Billing::contract_status(ContractId(other)).unwrap();
			assert_eq!(status.unbilled, Seconds(HOUR));
		}
	});
}

#[test]
fn the_end_of_a_contract_releases_its_own_reserve_and_nothing_that_is_held_beside_it() {
	new_test_ext().sanity(|| {
		let on_hold = |reason: HoldReason| Balances::balance_on_hold(&reason.into(), &ALICE);
		// Worth less than three months, so that it earns nothing.
		assert_ok!(Billing::stake_discount(RuntimeOrigin::signed(ALICE), 5 * TFT));
		deploy(C, terms());
		deploy(ContractId(2), terms());
		// Side by side, not one over the other: 2 x 24.5227273 TFT for windows, and 5 TFT.
		assert_eq!(on_hold(HoldReason::BillingWindow), 490_454_546);
		assert_eq!(on_hold(HoldReason::DiscountStake), 50_000_000);
		assert_eq!(free(ALICE), WEALTH - 490_454_546 - 50_000_000);
		run(6 * HOUR);
		assert_ok!(close(C));
		// 6 x 0.010375 / 0.011 = 5.65909090.. -> 5.6590910 TFT
		assert_eq!(on_hold(HoldReason::BillingWindow), 245_227_273);
		assert_eq!(on_hold(HoldReason::DiscountStake), 50_000_000);
		assert_eq!(free(ALICE), WEALTH - 56_590_910 - 245_227_273 - 50_000_000);
		assert_ok!(close(ContractId(2)));
		assert_eq!(on_hold(HoldReason::BillingWindow), 0);
		assert_eq!(on_hold(HoldReason::DiscountStake), 50_000_000);
		assert_eq!(free(ALICE), WEALTH - 2 * 56_590_910 - 50_000_000);
	});
}
