//! Nodes that fall silent, for a while or for good.

use super::*;

#[test]
fn contract_costs_nothing_for_the_time_its_node_was_off() {
	on_chain(|chain| {
		let mut machines = chain.region(["one"]);
		let contract = chain.deployed(&machines[0], WORKLOAD);
		chain.report_to(&machines, after(54));
		// Off from 54 s to 150 s.
		chain.advance_to(after(150));
		machines[0].reboot(after(150));
		chain.report_to(&machines, after(198));
		chain.submit(&charlie(), cancel(contract));
		chain.report_next(&machines);
		assert_eq!(
			bills(chain, contract),
			[
				// 54 - 18 = 36 s at 2,619.949494.. = 94,318.18
				(BillKind::Window, 18, 78, 36, 94_319),
				(BillKind::Window, 78, 138, 0, 0),
				// 192 - 150 = 42 s = 110,037.88
				(BillKind::Window, 138, 198, 42, 110_038),
				// 198 - 192 = 6 s = 15,719.70
				(BillKind::End, 198, 204, 6, 15_720),
			]
		);
	})
}

#[test]
fn node_without_a_connection_is_credited_little_and_then_all_again() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		let node = machines[0].id;
		chain.report_to(&machines, after(54));
		assert_eq!(machines[0].attested(), 48);
		// Six blocks of silence are one too many for a node to be live; it gets 30 s, the late credit.
		chain.advance_to(after(228));
		chain.report_next(&machines);
		let told = chain.history.last_report(node);
		assert_eq!((told.claimed, told.credited, told.not_credited), (180, 30, 150));
		// At 240 s a session begins, so the next report comes at 246 s.
		chain.report(&machines, 2);
		let told = chain.history.last_report(node);
		assert_eq!((told.claimed, told.credited, told.not_credited), (12, 12, 0));
		chain.report_to(&machines, after(276));
		// 48 + 30, and all from 234 s on.
		assert_eq!(machines[0].attested(), 120);
	})
}

#[test]
fn report_five_blocks_late_is_credited_in_full_and_one_six_blocks_late_is_not() {
	on_chain(|chain| {
		let machines = chain.region(["one", "two"]);
		let (one, two) = (&machines[..1], &machines[1..]);
		// Both reported in block 2. One reports in block 7, the other in block 8.
		chain.blocks(4);
		chain.report_next(one);
		assert_eq!(chain.history.last_report(NodeId(1)).credited, 30);
		chain.report_next(two);
		let told = chain.history.last_report(NodeId(2));
		assert_eq!((told.claimed, told.credited, told.not_credited), (1_042 - 1_006, 30, 6));
	})
}

#[test]
fn silent_node_can_not_be_sold_and_can_after_its_next_report() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		chain.blocks(6);
		let dead = pallet_nodes::Error::<Runtime>::NotLive;
		fail(chain, &charlie(), deploy(NodeId(1), WORKLOAD), dead);
		chain.settle_pool();
		machines[0].report(chain);
		chain.settle_pool();
		chain.call(&charlie(), deploy(NodeId(1), WORKLOAD)).unwrap();
	})
}

#[test]
fn contracts_of_a_node_that_never_comes_back_end_and_cost_no_more() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		let contract = chain.deployed(&machines[0], WORKLOAD);
		chain.report_to(&machines, after(24));
		// Ten minutes after the last report the node is gone: the bill due at 678 s ends the contract.
		chain.advance_to(after(690));
		assert_eq!(chain.history.end_of(contract), Some((after(678), EndReason::NodeGone)));
		let told = bills(chain, contract);
		// Due at 78, 138 .. 618 s, and the end at 678 s.
		assert_eq!(told.len(), 11);
		// 24 - 18 = 6 s. The least that a contract is billed for, 30 s, is for nodes that were live at the end.
		assert_eq!(told[0], (BillKind::Window, 18, 78, 6, 15_720));
		assert!(told[1..].iter().all(|(.., seconds, charged)| (*seconds, *charged) == (0, 0)));
		let view = <gridchain_runtime::Nodes as gridchain_primitives::traits::Capacity<_>>::node(
			NodeId(1),
		);
		assert_eq!(view.unwrap().used, Resources::default());
	})
}

#[test]
fn node_that_was_up_too_little_earns_its_revenue_and_no_reward() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		let contract = chain.deployed(&machines[0], WORKLOAD);
		// Off for 90 s of 294.
		chain.report_to(&machines, after(150));
		chain.advance_to(after(240));
		chain.report_to(&machines, after(366));
		let receipt = pallet_rewards::Receipts::<Runtime>::get(Period(0), NodeId(1)).unwrap();
		assert_eq!(receipt.verdict, StoredVerdict::TooLittleUptime);
		// 144 until 150 s; the report at 246 s is late, so 30 s; then all until 300 s.
		assert_eq!((receipt.uptime, receipt.registered), (Seconds(228), Seconds(294)));
		assert_eq!(receipt.due, 0);
		let paid: u128 = chain
			.history
			.bills(contract)
			.iter()
			.filter(|bill| bill.to < after(366))
			.map(|bill| bill.split.farm)
			.sum();
		assert_eq!(receipt.revenue, paid);
		assert_eq!(Rewards::supply().minted, 0);
	})
}
