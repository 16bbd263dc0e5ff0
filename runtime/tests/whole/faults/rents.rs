//! Rents of whole nodes: what stands under them, what raises them and what doesn't, how they end.
//!
//! The node of these tests has 6.25 CU and 3.5 SU as they are billed: min(max(25/4, 8/2), max(25/8, 8), max(25/2, 8/4))
//! and 1200/1200 + 500/200. Half of 0.080 USD an hour is 0.04 USD: 10,101.0101.. units a second at 0.011 USD/TFT.

use super::*;
use gridchain_primitives::{Rate, Rental};
use gridchain_runtime::Nodes;

const NODE: NodeId = NodeId(1);
const RENT: ContractId = ContractId(1);
const WORK: ContractId = ContractId(2);

fn rent(node: NodeId) -> RuntimeCall {
	pallet_deployments::Call::rent_node { node, provider: None }.into()
}

/// An extra fee of so many nano-dollars a month.
fn extra_fee(usd_month: u128) -> RuntimeCall {
	pallet_nodes::Call::set_extra_fee { node: NODE, usd_month: Some(Usd(usd_month)) }.into()
}

/// What an hour of `contract` costs, in nano-dollars.
fn hourly(contract: ContractId) -> Rate {
	pallet_billing::Windows::<Runtime>::get(contract).unwrap().factors.hourly.rate
}

fn usd(amount: u128) -> Rate {
	Rate::of_each(1, Usd(amount)).unwrap()
}

fn rental() -> Option<Rental> {
	Nodes::node_capacity(NODE).map(|view| view.rental)
}

/// The node, rented by Charlie at 12 s, with a workload of his that is confirmed at 24 s.
fn rented(chain: &mut Chain) -> [Machine; 1] {
	let machines = chain.region(["one"]);
	chain.call(&charlie(), rent(NODE)).unwrap();
	assert_eq!(chain.deployed(&machines[0], WORKLOAD), WORK);
	machines
}

#[test]
fn workloads_end_with_the_rent_that_ran_out_of_money() {
	on_chain(|chain| {
		let machines = rented(chain);
		drain(chain, &charlie(), 0);
		chain.report_to(&machines, after(78));
		assert!(is_suspended(RENT));
		// Nothing new comes onto the node meanwhile.
		chain.twins(&[dave()]);
		let refused = pallet_deployments::Error::<Runtime>::NodeRented;
		fail(chain, &dave(), deploy(NODE, WORKLOAD), refused);
		chain.report_to(&machines, after(144));
		let (end, reason) = chain.history.end_of(RENT).unwrap();
		assert_eq!(reason, EndReason::OutOfFunds);
		// In the block after it.
		assert_eq!(chain.history.end_of(WORK), Some((end.plus(Seconds(6)), EndReason::RentEnded)));
		assert_eq!(rental(), Some(Rental::None));
		let view = Nodes::node_capacity(NODE).unwrap();
		assert_eq!((view.contracts, view.used), (0, Resources::default()));
		assert!(view.rentable);
		// All that the deployer had held for both is back, and others can have the node.
		assert!(Deployments::tickets().next().is_none());
		chain.call(&dave(), rent(NODE)).unwrap();
	})
}

#[test]
fn workloads_end_with_the_rent_that_the_region_ended() {
	on_chain(|chain| {
		let machines = rented(chain);
		let end = pallet_deployments::Call::force_cancel { contract: RENT };
		chain.root(end).unwrap();
		chain.report_next(&machines);
		assert_eq!(chain.history.end_of(RENT).unwrap().1, EndReason::Governance);
		assert_eq!(chain.history.end_of(WORK).unwrap().1, EndReason::RentEnded);
		assert_eq!(rental(), Some(Rental::None));
	})
}

#[test]
fn rented_node_that_retires_ends_both() {
	on_chain(|chain| {
		let machines = rented(chain);
		chain.call(&bob(), pallet_nodes::Call::retire_node { node: NODE }).unwrap();
		// In the block at 30 s: the notice is over at 90 s.
		chain.report_to(&machines, after(84));
		chain.blocks(3);
		assert_eq!(chain.history.end_of(RENT).unwrap().1, EndReason::NodeRetired);
		let reason = chain.history.end_of(WORK).unwrap().1;
		assert!(matches!(reason, EndReason::NodeRetired | EndReason::RentEnded));
		assert_eq!(Nodes::node_capacity(NODE), None);
		assert!(Deployments::tickets().next().is_none());
	})
}

#[test]
fn rent_is_not_cancelled_under_its_workloads() {
	on_chain(|chain| {
		rented(chain);
		let early = sign(chain, &charlie(), cancel(RENT));
		let refused = code_of(chain.refused_in_block(early));
		assert_eq!(refused, gridchain_primitives::Refusal::RentInUse.code());
		chain.call(&charlie(), cancel(WORK)).unwrap();
		chain.call(&charlie(), cancel(RENT)).unwrap();
		assert_eq!(rental(), Some(Rental::None));
	})
}

#[test]
fn fee_and_hardware_raised_under_a_rent_cost_the_renter_nothing() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		// 7.30 USD a month are 0.01 USD an hour.
		chain.call(&bob(), extra_fee(7_300_000_000)).unwrap();
		chain.call(&charlie(), rent(NODE)).unwrap();
		assert_eq!(hourly(RENT), usd(50_000_000));
		chain.call(&bob(), extra_fee(730_000_000_000)).unwrap();
		let larger = Resources { cores: 16, memory_mib: Mib(50 * 1_024), ..HARDWARE };
		chain.call(&machines[0].key, machines[0].update(larger)).unwrap();
		chain.report_to(&machines, after(150));
		assert!(chain.history.bills(RENT).len() >= 2);
		assert_eq!(hourly(RENT), usd(50_000_000));
		// 500 GB of SSD less: 2.5 SU, at half 0.00625 USD. That the node gave, not the farmer.
		let smaller = Resources { ssd_mib: Mib(0), ..larger };
		chain.call(&machines[0].key, machines[0].update(smaller)).unwrap();
		chain.report_to(&machines, after(216));
		assert_eq!(hourly(RENT), usd(43_750_000));
	})
}

#[test]
fn extra_fee_is_the_farm_s_whole() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		chain.call(&bob(), extra_fee(7_300_000_000)).unwrap();
		// Rented at 18 s.
		chain.call(&charlie(), rent(NODE)).unwrap();
		chain.report_to(&machines, after(84));
		let bill = chain.history.bills(RENT)[0].clone();
		// From 18 s to the report at 72 s. 54 s at 0.05 USD an hour: 681,818.18 units, of which 0.01 USD is the
		// fee: 136,363.63. Of the 545,456 beside it half is the farm's too.
		assert_eq!((bill.seconds, bill.charged, bill.extra_fee), (Seconds(54), 681_819, 136_363));
		assert_eq!(bill.split.farm, 272_728 + 136_363);
		assert_eq!(bill.split.treasury, 54_545);
	})
}

#[test]
fn renter_pays_ips_and_traffic_alone_for_what_it_had_on_the_node_from_the_next_window_on() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		let work = chain.deployed(&machines[0], WORKLOAD);
		chain.call(&charlie(), rent(NODE)).unwrap();
		assert_eq!(hourly(work), usd(10_375_000));
		chain.report_to(&machines, after(84));
		assert_eq!(hourly(work), usd(0));
		chain.report_to(&machines, after(150));
		let bills = bills(chain, work);
		// The window that was open when the node was rented: 54 s at 2,619.949494..
		assert_eq!(bills[0], (BillKind::Window, 18, 78, 54, 141_478));
		assert_eq!(bills[1].4, 0);
	})
}

#[test]
fn node_with_a_contract_of_somebody_else_is_not_rented() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		chain.twins(&[dave()]);
		chain.all([(dave(), deploy(NODE, WORKLOAD))]);
		machines[0].report(chain);
		let refused = pallet_deployments::Error::<Runtime>::NodeInUse;
		fail(chain, &charlie(), rent(NODE), refused);
	})
}
