//! Nodes that report what is not true.

use super::*;

#[test]
fn report_that_claims_more_than_has_passed_is_credited_what_has_passed() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		// 1,006 s at 6 s. In the next block it says that it is up for 100,000 s.
		chain.call(&machines[0].key, machines[0].report_of(100_000)).unwrap();
		let told = chain.history.last_report(NodeId(1));
		assert_eq!((told.claimed, told.credited, told.not_credited), (98_994, 6, 98_988));
		assert_eq!(machines[0].attested(), 6);
		// Back to the truth, which looks like a reboot: what passed is credited again.
		chain.report_next(&machines);
		let told = chain.history.last_report(NodeId(1));
		assert_eq!((told.claimed, told.credited), (1_018, 6));
		chain.report_next(&machines);
		assert_eq!(machines[0].attested(), 18);
	})
}

#[test]
fn uptime_one_second_lower_is_a_clock_and_no_reboot() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		chain.call(&machines[0].key, machines[0].report_of(1_005)).unwrap();
		let told = chain.history.last_report(NodeId(1));
		assert_eq!((told.claimed, told.credited, told.not_credited), (0, 0, 0));
		// It counts from what was said last.
		chain.report_next(&machines);
		let told = chain.history.last_report(NodeId(1));
		assert_eq!((told.claimed, told.credited, told.not_credited), (13, 6, 7));
	})
}

#[test]
fn traffic_of_foreign_and_ended_contracts_is_skipped_and_counted() {
	on_chain(|chain| {
		let machines = chain.region(["one", "two"]);
		let contract = chain.deployed(&machines[0], WORKLOAD);
		chain.report_next(&machines);
		let bytes = 1_000_000_000;
		let report = machines[1].report_with(1_100, &[(contract, bytes), (ContractId(77), bytes)]);
		chain.call(&machines[1].key, report).unwrap();
		let told = chain.history.last_report(NodeId(2));
		assert_eq!((told.traffic, told.skipped), (Bytes(0), 2));
		assert_eq!(told.credited, 6);
	})
}
