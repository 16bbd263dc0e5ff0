//! Bad input and faults: nodes that fall silent, a chain that stands still, owners without money, what can't be done.
//!
//! Times are seconds after the first block. `chain.deployed` confirms a workload at 18 s, when the node has attested
//! 12 s; its windows are due at 78, 138, 198 ... s. The blocks at 60, 120, 180 ... s begin a session and hold neither
//! transactions nor bills.

mod common;

use common::*;
use gridchain_primitives::{
	BillKind, Bytes, ContractId, EndReason, FarmId, Mib, NodeId, Period, Price, Resources, Seconds,
	Time, Usd,
};
use gridchain_runtime::{Deployments, Rewards, Runtime, RuntimeCall, TFT};
use pallet_billing::State;
use pallet_rewards::StoredVerdict;
use sp_core::sr25519;
use sp_runtime::DispatchError;

/// Kind, from, to, seconds and charge of each bill of `contract`.
fn bills(chain: &Chain, contract: ContractId) -> Vec<(BillKind, u64, u64, u64, u128)> {
	let since = |time: Time| time.since(START).0;
	let bills = chain.history.bills(contract);
	let told = bills
		.iter()
		.map(|bill| (bill.kind, since(bill.from), since(bill.to), bill.seconds.0, bill.charged));
	told.collect()
}

fn batch(call: RuntimeCall) -> RuntimeCall {
	pallet_utility::Call::batch_all { calls: vec![call] }.into()
}

fn is_suspended(contract: ContractId) -> bool {
	let window = pallet_billing::Windows::<Runtime>::get(contract).unwrap();
	matches!(window.state, State::Suspended(_))
}

/// Has `signer` make `call`, which must fail with `error`.
fn fail(
	chain: &mut Chain,
	signer: &sr25519::Pair,
	call: impl Into<RuntimeCall>,
	error: impl Into<DispatchError>,
) {
	assert_eq!(chain.call(signer, call), Err(error.into()));
}

mod silent_nodes {
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
			// 24 - 18 = 6 s. The least that a contract is billed for, 30 s, is for nodes that were live at the end.
			assert_eq!(told[0], (BillKind::Window, 18, 78, 6, 15_720));
			assert!(told[1..].iter().all(|(.., seconds, charged)| (*seconds, *charged) == (0, 0)));
			let view =
				<gridchain_runtime::Nodes as gridchain_primitives::traits::Capacity<_>>::node(
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
}

mod false_reports {
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
			let report =
				machines[1].report_with(1_100, &[(contract, bytes), (ContractId(77), bytes)]);
			chain.call(&machines[1].key, report).unwrap();
			let told = chain.history.last_report(NodeId(2));
			assert_eq!((told.traffic, told.skipped), (Bytes(0), 2));
			assert_eq!(told.credited, 6);
		})
	}
}

mod standstill {
	use super::*;

	#[test]
	fn chain_that_stood_still_for_an_hour_takes_no_uptime_from_anybody() {
		on_chain(|chain| {
			let machines = chain.region(["one"]);
			chain.report_to(&machines, after(54));
			chain.stand_still(600);
			// The first block begins a session, the second one, at 3,666 s, has the report.
			chain.report(&machines, 2);
			assert_eq!(chain.elapsed(), 3_666);
			let told = chain.history.last_report(NodeId(1));
			assert_eq!((told.credited, told.not_credited), (3_612, 0));
			// 54 s to 300 s fall into period 0, the rest into the one that has been running since.
			assert_eq!((told.earlier, told.dropped), (246, 0));
			// That one ends at 3,900 s: twelve lengths are one period.
			chain.report_to(&machines, after(3_966));
			let receipt = |period| {
				let receipt = pallet_rewards::Receipts::<Runtime>::get(Period(period), NodeId(1));
				receipt.map(|receipt| (receipt.uptime.0, receipt.registered.0, receipt.due))
			};
			assert_eq!(receipt(0), Some((294, 294, 243_055)));
			// 17.4 USD * 3,600 / 2,630,880 / 0.08 = 0.29761904.. TFT
			assert_eq!(receipt(1), Some((3_600, 3_600, 2_976_190)));
			assert_eq!(receipt(2), None);
		})
	}

	#[test]
	fn bills_after_an_hour_of_standstill_are_right_to_the_second() {
		on_chain(|chain| {
			let machines = chain.region(["one"]);
			let contract = chain.deployed(&machines[0], WORKLOAD);
			chain.report_to(&machines, after(54));
			chain.stand_still(600);
			chain.report_to(&machines, after(3_798));
			let told = bills(chain, contract);
			// Reported before: 54 - 18 = 36 s.
			assert_eq!(told[0], (BillKind::Window, 18, 3_666, 36, 94_319));
			// The windows due at 138, 198 ... 3,618 s, one after the other: no report has come yet.
			assert!(told[1..60].iter().all(|bill| *bill == (BillKind::Window, 3_666, 3_666, 0, 0)));
			assert_eq!(
				told[60..],
				[
					// 3,618 s were delivered, and the reserve of 90 s, 235,796, pays 90.
					(BillKind::Window, 3_666, 3_678, 90, 235_796),
					// The 3,528 s that were owed, and 60: 9,400,378.79
					(BillKind::Window, 3_678, 3_738, 3_588, 9_400_379),
					(BillKind::Window, 3_738, 3_798, 60, 157_197),
				]
			);
			// From 18 s to the report at 3,792 s.
			let seconds: u64 = told.iter().map(|(.., seconds, _)| seconds).sum();
			assert_eq!(seconds, 3_774);
		})
	}

	#[test]
	fn node_is_live_after_a_standstill_however_long() {
		on_chain(|chain| {
			let machines = chain.region(["one"]);
			chain.report_to(&machines, after(54));
			// A day.
			chain.stand_still(14_400);
			chain.call(&charlie(), deploy(NodeId(1), WORKLOAD)).unwrap();
			chain.report_next(&machines);
			assert_eq!(chain.history.last_report(NodeId(1)).not_credited, 0);
		})
	}

	#[test]
	fn standstill_over_an_unsettled_period_forgets_nothing() {
		on_chain(|chain| {
			let machines = chain.region(["one"]);
			// Period 0 has ended, its settlement has not begun.
			chain.report_to(&machines, after(330));
			chain.stand_still(200);
			chain.report_to(&machines, after(2_400));
			// Up without a break, whatever the periods are.
			let (mut uptime, mut registered) = (0, 0);
			for (_, _, receipt) in pallet_rewards::Receipts::<Runtime>::iter() {
				assert_eq!(receipt.verdict, StoredVerdict::Earned);
				assert_eq!(receipt.uptime, receipt.registered);
				uptime += receipt.uptime.0;
				registered += receipt.registered.0;
			}
			assert_eq!(uptime, registered);
			// Every second from the registration to the end of the last settled period is in some receipt.
			let ends = pallet_rewards::Periods::<Runtime>::iter_values().map(|summary| summary.end);
			assert_eq!(registered, ends.max().unwrap().since(START).0 - 6);
		})
	}
}

mod sessions {
	use super::*;

	#[test]
	fn window_due_in_a_block_that_begins_a_session_is_billed_in_the_next_one() {
		let window_of_66_seconds = |genesis: &mut serde_json::Value| {
			genesis["billing"]["params"]["window"] = 66.into();
		};
		on_chain_of(window_of_66_seconds, |chain| {
			let machines = chain.region(["one"]);
			chain.report_to(&machines, after(42));
			let contract = chain.deployed(&machines[0], WORKLOAD);
			assert_eq!(chain.elapsed(), 54);
			chain.report_to(&machines, after(186));
			assert_eq!(
				bills(chain, contract),
				[
					// Due at 120 s, when a session begins. Reported until 114 s: 60 s.
					(BillKind::Window, 54, 126, 60, 157_197),
					// Due 66 s after 120 s. Nothing was reported at 180 s: 174 - 114.
					(BillKind::Window, 126, 186, 60, 157_197),
				]
			);
		})
	}

	#[test]
	fn block_that_begins_a_session_takes_no_transaction() {
		on_chain(|chain| {
			let machines = chain.region(["one"]);
			chain.advance_to(after(54));
			assert!(chain.is_next_a_rotation());
			let payment = sign(chain, &charlie(), transfer(&account(&bob()), TFT));
			let report = sign(chain, &machines[0].key, machines[0].report_of(1_060));
			let results = chain.block_of(vec![payment.clone(), report.clone()]);
			assert!(results.iter().all(|result| result.unwrap_err().exhausted_resources()));
			// They wait, and enter the next one.
			let results = chain.block_of(vec![payment, report]);
			assert!(results.iter().all(|result| result.unwrap().is_ok()));
		})
	}
}

mod money {
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
					// Storage only: 0.000375 USD an hour, 94.6969.. units a second. Reported until 78 s: 6 s.
					(BillKind::Arrears, 78, 84, 6, 569),
					// From 84 s to the report at 138 s: 54 s.
					(BillKind::Window, 84, 144, 54, 141_478),
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
					// 126 - 72 = 54 s at 94.6969.. = 5,113.64
					(BillKind::Arrears, 78, 132, 54, 5_114),
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
			chain.submit(&alice(), as_root(set_price(Price::from_rational(22, 1_000))));
			let dearer =
				pallet_billing::PricingPolicy { cu: Usd(20_000_000), ..Default::default() };
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
}

mod refusals {
	use super::*;

	#[test]
	fn deployment_of_more_than_is_free_is_refused() {
		on_chain(|chain| {
			let machines = chain.region(["one"]);
			let full = || pallet_nodes::Error::<Runtime>::InsufficientCapacity;
			// 8 cores are sold four times, 25 GB of memory less one, disks once.
			let most = Resources { cores: 32, memory_mib: Mib(24 * 1_024), ..HARDWARE };
			for more in [
				Resources { cores: 33, ..most },
				Resources { memory_mib: Mib(24 * 1_024 + 1), ..most },
				Resources { ssd_mib: Mib(500 * 1_024 + 1), ..most },
				Resources { hdd_mib: Mib(1_200 * 1_024 + 1), ..most },
				Resources { gpus: 1, ..most },
			] {
				fail(chain, &charlie(), deploy(NodeId(1), more), full());
				chain.report_next(&machines);
			}
			chain.call(&charlie(), deploy(NodeId(1), most)).unwrap();
			chain.report_next(&machines);
			let one = Resources { cores: 1, ..Default::default() };
			fail(chain, &charlie(), deploy(NodeId(1), one), full());
		})
	}

	#[test]
	fn deployment_without_money_for_the_first_window_changes_nothing() {
		on_chain(|chain| {
			let machines = chain.region(["one"]);
			// 100 GB of traffic are 13.6 TFT. Five are enough for the deposit, and not for the window.
			drain(chain, &charlie(), 5 * TFT);
			chain.report_next(&machines);
			let short = pallet_billing::Error::<Runtime>::InsufficientFundsForWindow;
			let before = held(&account(&charlie()));
			fail(chain, &charlie(), deploy_with(NodeId(1), WORKLOAD, 100_000_000_000), short);
			assert_eq!(held(&account(&charlie())), before);
			assert_eq!(pallet_nodes::Sales::<Runtime>::iter_keys().count(), 0);
		})
	}

	#[test]
	fn deployment_is_refused_without_a_twin_a_node_or_anything_to_pay_for() {
		on_chain(|chain| {
			chain.region(["one"]);
			type Error = pallet_deployments::Error<Runtime>;
			fail(chain, &dave(), deploy(NodeId(1), WORKLOAD), Error::TwinNotFound);
			let unknown = pallet_nodes::Error::<Runtime>::NotFound;
			fail(chain, &charlie(), deploy(NodeId(2), WORKLOAD), unknown);
			let gpus = Resources { gpus: 1, ..Default::default() };
			fail(chain, &charlie(), deploy(NodeId(1), gpus), Error::NoResources);
			let much = deploy_with(NodeId(1), WORKLOAD, u64::MAX);
			fail(chain, &charlie(), much, Error::TrafficLimitTooHigh);
		})
	}

	#[test]
	fn contract_of_another_is_neither_cancelled_nor_changed() {
		on_chain(|chain| {
			let machines = chain.region(["one"]);
			let contract = chain.deployed(&machines[0], WORKLOAD);
			type Error = pallet_deployments::Error<Runtime>;
			// By itself a cancel would not even enter a block; in a batch it pays and fails.
			fail(chain, &bob(), batch(cancel(contract)), Error::NotOwner);
			fail(chain, &dave(), batch(cancel(contract)), Error::NotOwner);
			fail(chain, &bob(), resize(contract, HARDWARE), Error::NotOwner);
			let force = pallet_deployments::Call::force_cancel { contract };
			fail(chain, &bob(), force.clone(), DispatchError::BadOrigin);
			chain.root(force).unwrap();
			let end = chain.history.end_of(contract).unwrap();
			assert_eq!(end.1, EndReason::Governance);
		})
	}

	#[test]
	fn node_of_a_farm_that_never_authorised_it_does_not_register() {
		on_chain(|chain| {
			chain.region(["one"]);
			let stranger = key("two");
			chain.call(&dave(), transfer(&account(&stranger), 10 * TFT)).unwrap();
			let unknown = || pallet_nodes::Error::<Runtime>::NotAuthorised;
			fail(chain, &stranger, batch(Machine::registration(HARDWARE)), unknown());
			// Nor after the farmer has changed its mind.
			chain.all([(bob(), authorise(FarmId(1), account(&stranger)))]);
			let revoke: RuntimeCall =
				pallet_farms::Call::revoke_node { account: account(&stranger) }.into();
			chain.all([(bob(), revoke)]);
			fail(chain, &stranger, batch(Machine::registration(HARDWARE)), unknown());
			// The consent of a farm of nobody's, or of another's, is none.
			type Error = pallet_farms::Error<Runtime>;
			fail(chain, &dave(), authorise(FarmId(1), account(&stranger)), Error::NotOwner);
			fail(chain, &dave(), authorise(FarmId(9), account(&stranger)), Error::NotFound);
		})
	}

	#[test]
	fn name_of_a_farm_that_is_too_long_or_taken_is_refused() {
		on_chain(|chain| {
			chain.region(["one"]);
			type Error = pallet_farms::Error<Runtime>;
			fail(chain, &bob(), create_farm("ghent"), Error::NameTaken);
			fail(chain, &charlie(), create_farm("GHENT"), Error::NameTaken);
			fail(chain, &bob(), create_farm(&"a".repeat(41)), Error::NameTooLong);
			fail(chain, &bob(), create_farm("ab"), Error::NameTooShort);
			fail(chain, &bob(), create_farm("gh ent"), Error::ForbiddenCharacter);
			fail(chain, &bob(), create_farm("ghént"), Error::ForbiddenCharacter);
			chain.call(&bob(), create_farm(&"a".repeat(40))).unwrap();
		})
	}

	#[test]
	fn node_that_shrinks_below_what_is_sold_earns_less_and_sells_nothing() {
		on_chain(|chain| {
			let machines = chain.region(["one"]);
			let contract = chain.deployed(&machines[0], WORKLOAD);
			// 1 GB of memory can be sold, 2 are.
			let small = Resources { memory_mib: Mib(2 * 1_024), ..HARDWARE };
			chain.submit(&machines[0].key, machines[0].update(small));
			chain.report_next(&machines);
			let full = pallet_nodes::Error::<Runtime>::InsufficientCapacity;
			let one = Resources { cores: 1, ..Default::default() };
			fail(chain, &charlie(), deploy(NodeId(1), one), full);
			chain.report_to(&machines, after(366));
			let receipt = pallet_rewards::Receipts::<Runtime>::get(Period(0), NodeId(1)).unwrap();
			// CU min((2 - 1)/4, 16, 10) = 0.25, SU 3: (0.25 * 2.40 + 3) * 294 / 2,630,880 / 0.08 = 0.0050287.. TFT;
			// the least hardware counts for the whole period.
			assert_eq!((receipt.units.cu, receipt.uptime.0), (1_536_000, 294));
			assert_eq!(receipt.due, 50_287);
			assert!(pallet_deployments::Contracts::<Runtime>::contains_key(contract));
		})
	}
}
