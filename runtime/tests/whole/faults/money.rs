//! Owners whose money is short, and prices that change.

use super::*;
use frame_support::traits::fungible::InspectHold;
use gridchain_primitives::Balance;
use gridchain_runtime::{configs::money::EXISTENTIAL_DEPOSIT, Balances, RuntimeEvent};

/// A contract of Charlie's with up to 10 GB of traffic in each window, which makes the reserve 13,872,160 units:
/// 235,795.45 for 90 s, 13,636,363.64 for the traffic. He has `left` beside it. The chain stands at 72 s, just before
/// the window ends.
fn owner_with(chain: &mut Chain, left: Balance) -> ([Machine; 1], ContractId) {
	let machines = chain.region(["one"]);
	let contract = ContractId(1);
	chain.all([(charlie(), deploy_with(NodeId(1), WORKLOAD, 10_000_000_000))]);
	machines[0].report(chain);
	chain.all([(machines[0].key.clone(), Machine::confirmation(contract))]);
	drain(chain, &charlie(), left);
	chain.report_to(&machines, after(72));
	assert!(!is_suspended(contract));
	(machines, contract)
}

/// The same with 100,000 units, which are too few for a second window.
fn poor_owner(chain: &mut Chain) -> ([Machine; 1], ContractId) {
	let (machines, contract) = owner_with(chain, 100_000);
	chain.report_next(&machines);
	(machines, contract)
}

/// Lets grace last 300 s instead of 60, so that the chain tries more than once, as it does where grace is 14 days.
fn patience(genesis: &mut serde_json::Value) {
	genesis["billing"]["params"]["graceLimit"] = 300.into();
}

/// The same with 250,000 units, which are enough for a second window and too few for a third.
///
/// The reserve of the second window is that of the first. Beside it are 108,522 after the 141,478 of the bill at 78 s.
/// At 138 s 60 s are charged, 157,197, and what is left is too little for a third. Paid for are 54 + 60 s: with
/// [`patience`] grace ends at 252 s, and the chain tries again at 198 s.
fn owner_of_two_windows(chain: &mut Chain) -> ([Machine; 1], ContractId) {
	let (machines, contract) = owner_with(chain, 250_000);
	chain.report_to(&machines, after(132));
	assert!(!is_suspended(contract));
	let window = pallet_billing::HoldReason::BillingWindow.into();
	assert_eq!(Balances::balance_on_hold(&window, &account(&charlie())), 13_872_160);
	assert_eq!(free(&account(&charlie())), EXISTENTIAL_DEPOSIT + 108_522);
	chain.report_to(&machines, after(192));
	assert!(is_suspended(contract));
	(machines, contract)
}

/// Kind, from, to, seconds and charge of the bills that such an owner has had before its contract was suspended.
const TWO_WINDOWS: [(BillKind, u64, u64, u64, Balance); 2] = [
	(BillKind::Window, 18, 78, 54, 141_478),
	// 60 * 2,619.949494.. = 157,196.97
	(BillKind::Window, 78, 138, 60, 157_197),
];

/// How often `contract` was resumed.
fn resumptions(chain: &Chain, contract: ContractId) -> usize {
	let resumed = chain.history.pick(|event| match event {
		RuntimeEvent::Billing(pallet_billing::Event::Resumed { contract: found, .. }) => {
			(*found == contract).then_some(())
		},
		_ => None,
	});
	resumed.len()
}

#[test]
fn contract_is_suspended_then_resumed_in_the_block_of_the_top_up() {
	on_chain(|chain| {
		let (machines, contract) = poor_owner(chain);
		// At 78 s 54 s were charged, 141,478, which is more than the 100,000 beside the reserve.
		assert!(is_suspended(contract));
		chain.submit(&dave(), transfer(&account(&charlie()), TFT));
		chain.submit(&charlie(), resume(contract));
		chain.report_next(&machines);
		assert_eq!(chain.elapsed(), 84);
		assert!(!is_suspended(contract));
		chain.report_to(&machines, after(144));
		assert_eq!(
			bills(chain, contract),
			[
				(BillKind::Window, 18, 78, 54, 141_478),
				// From the report at 72 s to the suspension it ran: 6 * 2,619.949494.. = 15,719.70
				(BillKind::Arrears, 78, 84, 6, 15_720),
				// Then its storage only, 0.000375 USD an hour, 94.6969.. units a second: 6 s are 568.18. From 84 s
				// to the report at 138 s it ran again: 54 * 2,619.949494.. = 141,477.27
				(BillKind::Window, 84, 144, 60, 142_046),
			]
		);
	})
}

#[test]
fn resume_without_money_fails_and_changes_nothing_but_the_fee() {
	on_chain(|chain| {
		let (machines, contract) = poor_owner(chain);
		chain.report_next(&machines);
		let short = pallet_billing::Error::<Runtime>::InsufficientFundsForWindow;
		fail(chain, &charlie(), resume(contract), short);
		assert!(is_suspended(contract));
		// Nobody else resumes it.
		fail(chain, &bob(), resume(contract), pallet_billing::Error::<Runtime>::NotOwner);
		// And what is suspended isn't changed.
		let larger = Resources { cores: 4, ..WORKLOAD };
		chain.call(&dave(), transfer(&account(&charlie()), TFT)).unwrap();
		let suspended = pallet_deployments::Error::<Runtime>::Suspended;
		fail(chain, &charlie(), resize(contract, larger), suspended);
		chain.call(&charlie(), resume(contract)).unwrap();
		let running = pallet_billing::Error::<Runtime>::NotSuspended;
		fail(chain, &charlie(), resume(contract), running);
	})
}

#[test]
fn contract_ends_when_its_grace_is_over_and_owes_its_storage() {
	on_chain(|chain| {
		let (machines, contract) = poor_owner(chain);
		// Grace lasts as long as it was paid for: 54 s, until 132 s.
		chain.report_to(&machines, after(132));
		assert_eq!(chain.history.end_of(contract), Some((after(132), EndReason::OutOfFunds)));
		assert_eq!(
			bills(chain, contract),
			[
				(BillKind::Window, 18, 78, 54, 141_478),
				// 6 s before the suspension, 15,719.70, and from there to 126 s: 48 * 94.6969.. = 4,545.45
				(BillKind::Arrears, 78, 132, 54, 20_266),
			]
		);
		assert!(Deployments::tickets().next().is_none());
	})
}

#[test]
fn top_up_in_the_block_before_the_retry_is_all_that_the_chain_waits_for() {
	on_chain_of(patience, |chain| {
		let (machines, contract) = owner_with(chain, 250_000);
		chain.report_to(&machines, after(186));
		chain.submit(&dave(), transfer(&account(&charlie()), TFT));
		chain.report_to(&machines, after(192));
		assert!(is_suspended(contract));
		chain.report_next(&machines);
		assert!(!is_suspended(contract));
		chain.report_to(&machines, after(258));
		let [first, second] = TWO_WINDOWS;
		assert_eq!(
			bills(chain, contract),
			[
				first,
				second,
				// 6 s that it ran, 15,719.70, and its storage from there to the report at 192 s: 54 * 94.6969.. =
				// 5,113.64
				(BillKind::Arrears, 138, 198, 60, 20_834),
				// 6 s of its storage, 568.18, and 54 s that it ran again, 141,477.27
				(BillKind::Window, 198, 258, 60, 142_046),
			]
		);
		assert_eq!(resumptions(chain, contract), 1);
	})
}

#[test]
fn top_up_in_the_block_of_the_retry_comes_after_it_and_counts_at_the_next() {
	on_chain_of(patience, |chain| {
		let (machines, contract) = owner_of_two_windows(chain);
		// A block acts on what is due before it takes transactions.
		chain.submit(&dave(), transfer(&account(&charlie()), TFT));
		chain.report_next(&machines);
		assert_eq!(chain.elapsed(), 198);
		chain.report_to(&machines, after(246));
		assert!(is_suspended(contract));
		assert_eq!(bills(chain, contract), TWO_WINDOWS);
		// The next try is when grace is over, and comes before the end.
		chain.report_next(&machines);
		assert!(!is_suspended(contract));
		chain.report_to(&machines, after(312));
		let [first, second] = TWO_WINDOWS;
		assert_eq!(
			bills(chain, contract),
			[
				first,
				second,
				// 6 s that it ran, 15,719.70, and its storage from there to the report at 246 s: 108 * 94.6969.. =
				// 10,227.27
				(BillKind::Arrears, 138, 252, 114, 25_947),
				(BillKind::Window, 252, 312, 60, 142_046),
			]
		);
		assert_eq!(resumptions(chain, contract), 1);
	})
}

#[test]
fn top_up_and_resume_in_the_block_of_the_retry_are_billed_once() {
	on_chain_of(patience, |chain| {
		let (machines, contract) = owner_of_two_windows(chain);
		chain.submit(&dave(), transfer(&account(&charlie()), TFT));
		chain.submit(&charlie(), resume(contract));
		chain.report_next(&machines);
		assert_eq!(chain.elapsed(), 198);
		assert!(!is_suspended(contract));
		// The try of the chain in this block had put off the next one to 252 s, which is none any more.
		chain.report_to(&machines, after(258));
		let [first, second] = TWO_WINDOWS;
		assert_eq!(
			bills(chain, contract),
			[
				first,
				second,
				(BillKind::Arrears, 138, 198, 60, 20_834),
				(BillKind::Window, 198, 258, 60, 142_046),
			]
		);
		assert_eq!(resumptions(chain, contract), 1);
	})
}

#[test]
fn top_up_in_the_block_in_which_grace_ends_is_too_late_and_stays_the_owner_s() {
	on_chain(|chain| {
		let (machines, contract) = poor_owner(chain);
		chain.report_to(&machines, after(126));
		let before = total(&account(&charlie()));
		chain.submit(&dave(), transfer(&account(&charlie()), TFT));
		chain.report_next(&machines);
		assert_eq!(chain.history.end_of(contract), Some((after(132), EndReason::OutOfFunds)));
		// Arrears as if nothing had come: 15,719.70 for 6 s that it ran, 48 * 94.6969.. = 4,545.45 for its storage.
		let arrears = 20_266;
		assert_eq!(bills(chain, contract)[1..], [(BillKind::Arrears, 78, 132, 54, arrears)]);
		assert_eq!(total(&account(&charlie())), before - arrears + TFT);
		// And there is nothing to be resumed.
		let ended = pallet_billing::Error::<Runtime>::NotFound;
		fail(chain, &charlie(), resume(contract), ended);
	})
}

#[test]
fn open_window_keeps_its_price_and_policy_whatever_happens() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		let contract = chain.deployed(&machines[0], WORKLOAD);
		// The region believes in no less: the price doubles at once.
		let dear = band(Price::from_rational(22, 1_000), Price::from_rational(1_000, 1));
		chain.submit(&alice(), as_root(dear));
		let dearer = pallet_billing::PricingPolicy { cu: Usd(20_000_000), ..Default::default() };
		let add = pallet_billing::Call::add_pricing_policy { policy: dearer };
		chain.submit(&alice(), as_root(add));
		chain.report_to(&machines, after(138));
		assert_eq!(
			bills(chain, contract),
			[
				(BillKind::Window, 18, 78, 54, 141_478),
				// 0.020375 USD an hour at 0.022 USD/TFT: 60 s are 154,356.06
				(BillKind::Window, 78, 138, 60, 154_357),
			]
		);
	})
}

#[test]
fn workload_that_is_never_confirmed_ends_and_costs_nothing() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		let who = account(&charlie());
		let reserved = held(&who);
		chain.call(&charlie(), deploy(NodeId(1), WORKLOAD)).unwrap();
		let after_fee = total(&who);
		assert!(held(&who) > reserved);
		chain.report_to(&machines, after(36));
		assert!(pallet_deployments::Contracts::<Runtime>::contains_key(ContractId(1)));
		// Deployed at 12 s; 30 s to deliver.
		chain.report_to(&machines, after(42));
		let end = chain.history.end_of(ContractId(1));
		assert_eq!(end, Some((after(42), EndReason::NotDelivered)));
		assert_eq!((total(&who), held(&who)), (after_fee, reserved));
		assert!(chain.history.bills(ContractId(1)).is_empty());
	})
}

#[test]
fn contract_is_billed_half_a_minute_at_least() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		let contract = chain.deployed(&machines[0], WORKLOAD);
		chain.submit(&charlie(), cancel(contract));
		chain.report_next(&machines);
		// Nothing was delivered yet; the least of this chain is 30 s: 78,598.48
		assert_eq!(bills(chain, contract), [(BillKind::End, 18, 24, 30, 78_599)]);
	})
}
