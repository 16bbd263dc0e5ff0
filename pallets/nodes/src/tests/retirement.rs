//! How a node leaves, and what stays of it.

use crate::{
	mock::*, types::*, Departed, EndingAfter, Endings, Error, Event, LastRegistration, Ledger,
	Liveness, NodeOf, NodeParams, Nodes as Stored, NodesOf,
};
use frame_support::{
	assert_noop, assert_ok,
	traits::Hooks,
	weights::{Weight, WeightMeter},
};
use gridchain_primitives::{
	traits::{Attested, Capacity},
	ContractId, EndReason, FarmingPolicyId, NodeId, NodePeriod, Period, Seconds, Time, TwinId,
};
use sp_runtime::DispatchError;

/// Whether billing is told that the contracts of a node end.
fn retired(node: NodeId) -> bool {
	reading(node, ContractId(1)).unwrap().retired
}

/// What a node did in a period.
fn period_of(node: NodeId, period: u32) -> Option<NodePeriod> {
	<Nodes as Attested>::of_period(node, Period(period))
}

/// A node of `account` with as many contracts, named from 1, that retires.
fn retiring(account: AccountId, contracts: u64) -> NodeId {
	let node = live(account);
	for contract in 1..=contracts {
		assert_ok!(take(node, contract, part(1, 1, 1)));
	}
	assert_ok!(retire(node));
	node
}

/// The contracts that were ended so far.
fn ended() -> Vec<u64> {
	let mut ended: Vec<u64> = Ended::get().iter().map(|(contract, _)| *contract).collect();
	ended.sort_unstable();
	ended
}

#[test]
fn node_without_contracts_leaves_at_once() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		assert_ok!(retire(node));
		assert!(!Stored::<Test>::contains_key(node) && !Liveness::<Test>::contains_key(node));
		assert!(!Ledger::<Test>::contains_key(node) && !NodeOf::<Test>::contains_key(ALICE));
		assert_eq!(Nodes::node_capacity(node), None);
		assert!(reading(node, ContractId(1)).is_none());
		let event = Event::NodeRetired {
			node,
			farm: FARM,
			account: ALICE,
			twin: TwinId(101),
			attested: Seconds(0),
		};
		assert_eq!(last_event(), event);
	});
}

#[test]
fn node_that_leaves_gives_its_twin_and_its_authorisation_back() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		assert_ok!(retire(node));
		assert_eq!(Uses::get().get(&101), Some(&0));
		assert!(!Admitted::get().contains(&ALICE));
		assert!(Authorised::get().contains(&(ALICE, FARM)));
	});
}

#[test]
fn node_with_contracts_gives_7_days_notice() {
	new_test_ext().sanity(|| {
		let node = retiring(ALICE, 2);
		// 7 days are 604,800 s.
		let at = Time(1_700_604_800);
		let event = Event::RetirementAnnounced { node, farm: FARM, at, contracts: 2 };
		assert_eq!(last_event(), event);
		assert_eq!(capacity(node).retiring, Some(at));
		assert!(!retired(node));
		pass(604_799);
		assert!(!retired(node) && ended().is_empty());
		pass_without_hook(1, 1);
		assert!(retired(node));
	});
}

#[test]
fn node_under_notice_takes_no_new_contracts_and_keeps_those_it_has() {
	new_test_ext().sanity(|| {
		let node = retiring(ALICE, 1);
		assert_noop!(take(node, 2, part(1, 1, 1)), Error::<Test>::Retiring);
		assert_noop!(maintain(node, Some(60)), Error::<Test>::Retiring);
		assert_ok!(<Nodes as Capacity<_>>::change(node, ContractId(1), &part(2, 2, 2)));
		pass(300);
		assert_ok!(report(ALICE, node, 1_300));
		assert_eq!(meters(node).attested, Seconds(300));
	});
}

#[test]
fn contracts_end_with_the_notice_and_the_node_leaves_with_the_last_one() {
	chain_with(quick()).sanity(|| {
		let node = retiring(ALICE, 2);
		pass(59);
		assert!(ended().is_empty());
		pass(1);
		assert_eq!(ended(), [1, 2]);
		assert!(Ended::get().iter().all(|(_, reason)| *reason == EndReason::NodeRetired));
		assert_eq!(Nodes::node_capacity(node), None);
		assert_eq!(Uses::get().get(&101), Some(&0));
		assert_eq!(Endings::<Test>::iter_keys().count(), 0);
	});
}

#[test]
fn contracts_end_a_few_a_block() {
	chain_with(quick()).sanity(|| {
		// 5 % of a block of 1 s are 50 ms: room for 3 of 15 ms each, and not for 4.
		EndWeight::set(Weight::from_parts(15_000_000_000, 0));
		let node = retiring(ALICE, 7);
		pass_in_blocks(60, 10);
		assert_eq!(ended().len(), 3);
		assert!(retired(node));
		assert!(EndingAfter::<Test>::exists());
		pass_in_blocks(6, 1);
		assert_eq!(ended().len(), 6);
		assert_eq!(capacity(node).contracts, 1);
		pass_in_blocks(6, 1);
		assert_eq!(ended(), [1, 2, 3, 4, 5, 6, 7]);
		assert_eq!(Nodes::node_capacity(node), None);
		assert!(!EndingAfter::<Test>::exists());
	});
}

#[test]
fn end_of_contracts_waits_for_a_block_with_room() {
	chain_with(quick()).sanity(|| {
		let node = retiring(ALICE, 1);
		pass_without_hook(60, 10);
		// Enough for the calendar, and for nothing else.
		let mut meter = WeightMeter::with_limit(<() as crate::WeightInfo>::on_poll());
		Nodes::on_poll(System::block_number(), &mut meter);
		assert_eq!(capacity(node).contracts, 1);
		poll();
		assert_eq!(Nodes::node_capacity(node), None);
	});
}

#[test]
fn contract_that_cannot_be_ended_holds_up_its_node_and_no_other_contract() {
	chain_with(quick()).sanity(|| {
		Stubborn::set([2].into());
		let node = retiring(ALICE, 3);
		pass(60);
		assert_eq!(ended(), [1, 3]);
		// What the failed attempt had done is undone.
		assert_eq!(capacity(node).contracts, 1);
		assert_eq!(capacity(node).used, part(1, 1, 1));
		let event = Event::ContractNotEnded {
			node,
			contract: ContractId(2),
			error: DispatchError::Unavailable,
			reason: EndReason::NodeRetired,
		};
		assert_eq!(events().iter().filter(|told| **told == event).count(), 1);
		assert!(retired(node));
	});
}

#[test]
fn end_of_a_contract_that_failed_is_tried_again_after_an_hour() {
	chain_with(quick()).sanity(|| {
		Stubborn::set([1].into());
		let node = retiring(ALICE, 1);
		pass(60);
		assert_eq!(capacity(node).retiring, Some(START.plus(Seconds(3_660))));
		Stubborn::set(Default::default());
		pass(3_599);
		assert_eq!(capacity(node).contracts, 1);
		assert!(retired(node));
		pass(1);
		assert_eq!(Nodes::node_capacity(node), None);
	});
}

#[test]
fn earlier_notices_end_first() {
	chain_with(quick()).sanity(|| {
		let late = live(ALICE);
		let early = live(BOB);
		assert_ok!(take(late, 1, part(1, 1, 1)));
		assert_ok!(take(early, 2, part(1, 1, 1)));
		assert_ok!(retire(early));
		pass(30);
		assert_ok!(retire(late));
		pass(30);
		assert_eq!(ended(), [2]);
		pass(30);
		let order: Vec<u64> = Ended::get().iter().map(|(contract, _)| *contract).collect();
		assert_eq!(order, [2, 1]);
	});
}

#[test]
fn shorter_notice_of_a_later_retirement_ends_before_a_longer_one() {
	chain_with(quick()).sanity(|| {
		let (long, short) = (live(ALICE), live(BOB));
		assert_ok!(take(long, 1, part(1, 1, 1)));
		assert_ok!(take(short, 2, part(1, 1, 1)));
		assert_ok!(retire(long));
		let params = NodeParams { retirement_notice: Seconds(10), ..quick() };
		assert_ok!(Nodes::set_params(RuntimeOrigin::root(), params));
		assert_ok!(retire(short));
		pass(10);
		assert_eq!(ended(), [2]);
	});
}

#[test]
fn retirement_can_be_cancelled_while_the_notice_runs() {
	chain_with(quick()).sanity(|| {
		let node = retiring(ALICE, 1);
		pass_in_blocks(24, 4);
		assert_ok!(keep(node));
		assert_eq!(last_event(), Event::RetirementCancelled { node, farm: FARM });
		assert_eq!(capacity(node).retiring, None);
		assert_ok!(take(node, 2, part(1, 1, 1)));
		pass(60);
		assert!(ended().is_empty());
		assert_eq!(capacity(node).contracts, 2);
	});
}

#[test]
fn retirement_cannot_be_cancelled_when_there_is_none_or_the_notice_is_over() {
	chain_with(quick()).sanity(|| {
		let node = live(ALICE);
		assert_noop!(keep(node), Error::<Test>::NotRetiring);
		Stubborn::set([1].into());
		assert_ok!(take(node, 1, part(1, 1, 1)));
		assert_ok!(retire(node));
		pass_without_hook(60, 10);
		assert_noop!(keep(node), Error::<Test>::NotRetiring);
		poll();
		assert_noop!(keep(node), Error::<Test>::NotRetiring);
	});
}

#[test]
fn retire_again_lets_a_node_leave_when_its_contracts_have_ended() {
	chain_with(quick()).sanity(|| {
		let node = retiring(ALICE, 1);
		assert_noop!(retire(node), Error::<Test>::Retiring);
		give_back(node, 1);
		assert_ok!(retire(node));
		assert_eq!(Nodes::node_capacity(node), None);
		assert_eq!(Endings::<Test>::iter_keys().count(), 0);
	});
}

#[test]
fn retire_and_keep_are_the_farmers_word() {
	new_test_ext().sanity(|| {
		let node = retiring(ALICE, 1);
		for stranger in [ALICE, BOB] {
			let call = Nodes::retire_node(RuntimeOrigin::signed(stranger), node);
			assert_noop!(call, Error::<Test>::NotFarmer);
			let call = Nodes::cancel_retirement(RuntimeOrigin::signed(stranger), node);
			assert_noop!(call, Error::<Test>::NotFarmer);
		}
		assert_noop!(retire(NodeId(9)), Error::<Test>::NotFound);
		assert_noop!(keep(NodeId(9)), Error::<Test>::NotFound);
	});
}

#[test]
fn node_that_has_left_is_credited_with_nothing_more() {
	chain_with(quick()).sanity(|| {
		let node = live(ALICE);
		assert_ok!(retire(node));
		pass(30);
		assert_noop!(report(ALICE, node, 1_030), Error::<Test>::NotFound);
		assert_eq!(period_of(node, 0).unwrap().uptime, Seconds(0));
	});
}

#[test]
fn node_that_has_left_is_rewarded_for_its_last_period() {
	chain_with(quick()).sanity(|| {
		FiguresAreNeeded::set(true);
		let node = live(ALICE);
		pass_in_blocks(30, 5);
		assert_ok!(report(ALICE, node, 1_030));
		pass_in_blocks(10, 2);
		assert_ok!(retire(node));
		// Registered from 0 to 40, and credited with the first 30.
		let expected = NodePeriod {
			farm: FARM,
			hardware: computer(),
			registered: Seconds(40),
			uptime: Seconds(30),
			certified: false,
			policy: FarmingPolicyId(3),
		};
		assert_eq!(period_of(node, 0), Some(expected));
		pass(260);
		assert_eq!(period_of(node, 0), Some(expected));
		assert_eq!(period_of(node, 1), None);
		// Till then whoever takes the farm over knows of it.
		assert!(NodesOf::<Test>::contains_key(FARM, node));
		<Nodes as Attested>::release(Period(0));
		pass(6);
		assert_eq!(period_of(node, 0), None);
		assert!(!NodesOf::<Test>::contains_key(FARM, node));
	});
}

#[test]
fn node_that_leaves_early_in_a_period_keeps_the_figures_of_the_one_before() {
	chain_with(quick()).sanity(|| {
		FiguresAreNeeded::set(true);
		let node = live(ALICE);
		assert_ok!(certify(node, Some(computer())));
		pass(300);
		<Nodes as Attested>::release(Period(0));
		pass(300);
		// Period 2 has run for 15 s.
		pass_in_blocks(15, 3);
		assert_ok!(report(ALICE, node, 1_615));
		assert_ok!(retire(node));
		// After a long silence at most 30 s are credited: 15 of each period.
		let before = period_of(node, 1).unwrap();
		assert_eq!((before.registered, before.uptime), (Seconds(300), Seconds(15)));
		assert!(before.certified);
		let last = period_of(node, 2).unwrap();
		assert_eq!((last.registered, last.uptime), (Seconds(15), Seconds(15)));
		assert!(last.certified);
		assert_eq!(period_of(node, 0), None);
		// Period 1 is settled, and period 2 is not.
		<Nodes as Attested>::release(Period(1));
		pass(300);
		assert_eq!(period_of(node, 2), Some(last));
		<Nodes as Attested>::release(Period(2));
		pass(6);
		assert_eq!(Departed::<Test>::iter_keys().count(), 0);
	});
}

#[test]
fn node_keeps_its_farming_policy_until_its_last_period_is_settled() {
	chain_with(quick()).sanity(|| {
		FiguresAreNeeded::set(true);
		let node = live(ALICE);
		let policy = Some(FarmingPolicyId(3));
		assert_eq!(Nodes::farming_policy_of(node), policy);
		assert_ok!(retire(node));
		assert_eq!(Nodes::farming_policy_of(node), policy);
		// In the next period, which begins after 300 s, too.
		pass(306);
		assert_eq!(Nodes::farming_policy_of(node), policy);
		<Nodes as Attested>::release(Period(0));
		pass(6);
		assert_eq!(Nodes::farming_policy_of(node), None);
	});
}

#[test]
fn nodes_that_have_left_are_forgotten_a_few_a_block() {
	chain_with(quick()).sanity(|| {
		for account in 1..=5 {
			let node = live(account);
			assert_ok!(retire(node));
		}
		pass(300);
		assert_eq!(Departed::<Test>::iter_keys().count(), 5);
		// Room for what every block does, and for two of them.
		let forget = <() as crate::WeightInfo>::forget_departed().saturating_mul(2);
		let limit = <() as crate::WeightInfo>::on_poll().saturating_add(forget);
		let mut left = Vec::new();
		for _ in 0..3 {
			Nodes::on_poll(System::block_number(), &mut WeightMeter::with_limit(limit));
			left.push(Departed::<Test>::iter_keys().count());
		}
		assert_eq!(left, [3, 1, 0]);
		assert_eq!(LastRegistration::<Test>::iter_keys().count(), 0);
	});
}

#[test]
fn account_registers_once_a_period() {
	chain_with(quick()).sanity(|| {
		let node = live(ALICE);
		assert_ok!(retire(node));
		pass(299);
		let call = || register_call(computer(), details());
		assert_noop!(dispatch(ALICE, call()), Error::<Test>::RegisteredThisPeriod);
		pass(1);
		assert_ok!(dispatch(ALICE, call()));
		assert_eq!(NodeOf::<Test>::get(ALICE), Some(NodeId(2)));
		assert_eq!(Uses::get().get(&101), Some(&1));
	});
}

#[test]
fn account_that_had_registered_in_an_earlier_period_registers_again_at_once() {
	chain_with(quick()).sanity(|| {
		let node = live(ALICE);
		pass(310);
		assert_ok!(retire(node));
		assert_eq!(register(ALICE), NodeId(2));
		// It has left in the period in which it had registered: this was its only time.
		assert_ok!(retire(NodeId(2)));
		let call = register_call(computer(), details());
		assert_noop!(dispatch(ALICE, call), Error::<Test>::RegisteredThisPeriod);
		// Both are rewarded for what they did in period 1.
		assert_eq!(period_of(node, 1).unwrap().registered, Seconds(10));
		assert_eq!(period_of(NodeId(2), 1).unwrap().registered, Seconds(0));
	});
}

#[test]
fn account_stays_barred_when_an_earlier_node_of_it_is_forgotten() {
	chain_with(quick()).sanity(|| {
		FiguresAreNeeded::set(true);
		let node = live(ALICE);
		pass(310);
		<Nodes as Attested>::release(Period(0));
		assert_ok!(retire(node));
		pass(300);
		// Period 2: the account registers and leaves again, and then period 1 is settled.
		assert_ok!(retire(register(ALICE)));
		<Nodes as Attested>::release(Period(1));
		pass(6);
		assert_eq!(Departed::<Test>::iter_keys().count(), 1);
		let call = register_call(computer(), details());
		assert_noop!(dispatch(ALICE, call), Error::<Test>::RegisteredThisPeriod);
	});
}

#[test]
fn what_is_kept_of_a_node_that_has_left_is_at_most_half_a_kib() {
	use codec::MaxEncodedLen;
	let kept = DepartedNode::<sp_runtime::AccountId32>::max_encoded_len();
	assert!(kept + Time::max_encoded_len() <= 512, "{kept}");
}
