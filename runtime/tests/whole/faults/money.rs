//! Owners whose money is short, and prices that change.

use super::*;

/// A contract of Charlie's with up to 10 GB of traffic in each window, which makes the reserve 13,872,160 units:
/// 235,795.45 for 90 s, 13,636,363.64 for the traffic. He has 100,000 left beside it.
fn poor_owner(chain: &mut Chain) -> ([Machine; 1], ContractId) {
	let machines = chain.region(["one"]);
	let contract = ContractId(1);
	chain.all([(charlie(), deploy_with(NodeId(1), WORKLOAD, 10_000_000_000))]);
	machines[0].report(chain);
	chain.all([(machines[0].key.clone(), Machine::confirmation(contract))]);
	drain(chain, &charlie(), 100_000);
	chain.report_to(&machines, after(72));
	assert!(!is_suspended(contract));
	chain.report_next(&machines);
	(machines, contract)
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
