//! Who shares in revenue, who earns discounts, and what the chain bills first.

use super::*;
use gridchain_primitives::{Balance, Percent, ProviderId, Split};
use gridchain_runtime::{Billing, RuntimeEvent};
use pallet_billing::Bookings;

const NODE: NodeId = NodeId(1);
const PROVIDER: ProviderId = ProviderId(1);

/// Dave is a provider that the region has approved for 40 % of farms' shares.
fn approved_provider(chain: &mut Chain) {
	chain.twins(&[dave()]);
	let name = pallet_billing::ProviderName::truncate_from(b"Dave brings".to_vec());
	chain.call(&dave(), pallet_billing::Call::register_provider { name }).unwrap();
	let share = Some(Percent::from_percent(40));
	let approval = pallet_billing::Call::approve_provider { provider: PROVIDER, share };
	chain.root(approval).unwrap();
}

fn deploy_through(provider: Option<ProviderId>) -> RuntimeCall {
	pallet_deployments::Call::deploy {
		node: NODE,
		spec_hash: Default::default(),
		spec: Default::default(),
		resources: WORKLOAD,
		public_ips: 0,
		traffic_limit: Bytes(0),
		provider,
	}
	.into()
}

/// A contract of Charlie's that Dave brought, confirmed in the block after the next.
fn brought(chain: &mut Chain, machine: &Machine) -> ContractId {
	let contract = pallet_deployments::NextContractId::<Runtime>::get();
	chain.all([(charlie(), deploy_through(Some(PROVIDER)))]);
	machine.report(chain);
	chain.all([(machine.key.clone(), Machine::confirmation(contract))]);
	contract
}

/// The one bill of `contract` so far, and how it was split. Each is one of 54 s: 54 * 2,619.949494.. = 141,477.27
fn first_bill(chain: &mut Chain, machines: &[Machine], contract: ContractId) -> Split {
	while chain.history.bills(contract).is_empty() {
		chain.report_next(machines);
	}
	let bill = chain.history.bills(contract)[0].clone();
	assert_eq!((bill.kind, bill.seconds, bill.charged), (BillKind::Window, Seconds(54), 141_478));
	bill.split
}

/// What remains of 141,478 units when each has its part: 10 % for the treasury are 14,147.8, 5 % for the validators
/// 7,073.9, and the farm's half is 70,739. The rest is burned, 35 % and what rounding left.
const SHARED: Split =
	Split { burned: 49_519, treasury: 14_147, validators: 7_073, provider: 0, farm: 70_739 };

#[test]
fn provider_that_the_farm_never_accepted_gets_nothing() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		approved_provider(chain);
		let before = total(&account(&dave()));
		let contract = brought(chain, &machines[0]);
		// Confirmed at 36 s, billed at 96 s for what was reported at 90 s.
		assert_eq!(first_bill(chain, &machines, contract), SHARED);
		let bill = chain.history.bills(contract)[0].clone();
		assert_eq!((bill.to, bill.provider), (after(96), Some(PROVIDER)));
		assert_eq!(bill.provider_share, Percent::from_percent(0));
		let booked = Bookings {
			burn: 49_519,
			treasury: 14_147,
			validators: 7_073,
			nodes: 70_739,
			..Default::default()
		};
		assert_eq!(Billing::booked(), booked);
		let pay = pallet_billing::Call::pay_provider { provider: PROVIDER };
		fail(chain, &bob(), pay, pallet_billing::Error::<Runtime>::NothingToPay);
		assert_eq!(total(&account(&dave())), before);
	})
}

#[test]
fn provider_that_all_agreed_on_is_paid_what_is_booked() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		approved_provider(chain);
		let farm = FarmId(1);
		chain
			.call(&bob(), pallet_farms::Call::accept_provider { farm, provider: PROVIDER })
			.unwrap();
		let contract = brought(chain, &machines[0]);
		let split = first_bill(chain, &machines, contract);
		// Of the farm's 70,739 the provider has 40 %, 28,295.6, and the farm 60 %, 42,443.4. What is left over is
		// burned too.
		assert_eq!(split, Split { burned: 49_520, provider: 28_295, farm: 42_443, ..SHARED });
		let before = total(&account(&dave()));
		chain.call(&bob(), pallet_billing::Call::pay_provider { provider: PROVIDER }).unwrap();
		assert_eq!(total(&account(&dave())), before + 28_295);
		assert_eq!(Billing::booked().providers, 0);
	})
}

#[test]
fn stake_moved_in_and_out_around_an_opening_earns_one_window_and_is_bound_for_seven() {
	// Seven windows of a minute, as in production seven of a day.
	let bound_for_seven =
		|genesis: &mut serde_json::Value| genesis["billing"]["params"]["unbonding"] = 420.into();
	on_chain_of(bound_for_seven, |chain| {
		let machines = chain.region(["one"]);
		// 36 months of 0.010375 USD an hour are 272.655 USD, 24,786.8181.. TFT.
		let amount = 247_868_181_819;
		chain.call(&charlie(), pallet_billing::Call::stake_discount { amount }).unwrap();
		let contract = chain.deployed(&machines[0], WORKLOAD);
		chain.call(&charlie(), pallet_billing::Call::unstake_discount { amount }).unwrap();
		let until = chain.elapsed() + 420;
		while chain.history.bills(contract).len() < 6 {
			chain.report_next(&machines);
		}
		let early = pallet_billing::Error::<Runtime>::NothingToWithdraw;
		fail(chain, &charlie(), pallet_billing::Call::withdraw_stake {}, early);
		while chain.elapsed() < until {
			chain.report_next(&machines);
		}
		let discounts: Vec<_> =
			chain.history.bills(contract).iter().map(|bill| bill.discount.deconstruct()).collect();
		assert_eq!(discounts, [60, 0, 0, 0, 0, 0, 0]);
		chain.call(&charlie(), pallet_billing::Call::withdraw_stake {}).unwrap();
	})
}

#[test]
fn report_of_a_thousand_terabytes_is_billed_to_the_limit() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		let contract = ContractId(1);
		chain.all([(charlie(), deploy_with(NODE, WORKLOAD, 1_000_000_000))]);
		machines[0].report(chain);
		chain.all([(machines[0].key.clone(), Machine::confirmation(contract))]);
		let before = total(&account(&charlie()));
		let uptime = chain.soon().since(machines[0].boot).0;
		let absurd = machines[0].report_with(uptime, &[(contract, 1_000_000_000_000_000)]);
		chain.call(&machines[0].key, absurd).unwrap();
		assert_eq!(chain.history.last_report(NODE).traffic, Bytes(1_000_000_000_000_000));
		chain.report_to(&machines, after(138));
		// 1 GB of the 1,000,000 is 0.0015 USD, at 0.011 USD/TFT 1,363,636.36 units; 54 s beside it are 141,477.27:
		// 1,505,113.64. What goes beyond the limit is free, in the next window too.
		assert_eq!(
			bills(chain, contract),
			[(BillKind::Window, 18, 78, 54, 1_505_114), (BillKind::Window, 78, 138, 60, 157_197)]
		);
		let told = chain.history.bills(contract);
		assert_eq!((told[0].traffic, told[1].traffic), (Bytes(1_000_000_000), Bytes(0)));
		assert_eq!(total(&account(&charlie())), before - 1_505_114 - 157_197);
	})
}

#[test]
fn contract_cancelled_in_the_block_where_it_is_due_is_billed_once() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		let contract = chain.deployed(&machines[0], WORKLOAD);
		chain.report_to(&machines, after(72));
		chain.submit(&charlie(), cancel(contract));
		chain.report_next(&machines);
		assert_eq!(chain.elapsed(), 78);
		// The chain comes first in its block: 54 s. The end bills no second again.
		assert_eq!(
			bills(chain, contract),
			[(BillKind::Window, 18, 78, 54, 141_478), (BillKind::End, 78, 78, 0, 0)]
		);
		assert!(Deployments::tickets().next().is_none());
	})
}

/// Contracts 1, 2 and 3 on nodes of their own, the second one Dave's. Confirmed at 24 s, when each node had attested
/// 18 s; due at 84 s. The chain stands at 78 s.
fn three_contracts(chain: &mut Chain) -> [Machine; 3] {
	let machines = chain.region(["one", "two", "three"]);
	chain.twins(&[dave()]);
	let orders = [(charlie(), 1), (dave(), 2), (charlie(), 3)];
	chain.all(orders.map(|(who, node)| (who, deploy(NodeId(node), WORKLOAD))));
	for machine in &machines {
		machine.report(chain);
	}
	let confirmations = machines
		.iter()
		.zip(1..)
		.map(|(machine, id)| (machine.key.clone(), Machine::confirmation(ContractId(id))));
	chain.all(confirmations.collect::<Vec<_>>());
	chain.report_to(&machines, after(78));
	machines
}

/// The contracts whose bills failed, why, and when each is tried again.
fn failed_bills(chain: &Chain) -> Vec<(ContractId, DispatchError, Time)> {
	chain.history.pick(|event| match event {
		RuntimeEvent::Billing(pallet_billing::Event::BillFailed { contract, error, retry }) => {
			Some((*contract, *error, *retry))
		},
		_ => None,
	})
}

/// What Dave has, and what of it is held.
fn money_of_dave() -> (Balance, Balance) {
	let who = account(&dave());
	(total(&who), held(&who))
}

#[test]
fn bill_that_fails_in_the_middle_of_the_queue_holds_nobody_up_and_is_made_later() {
	on_chain(|chain| {
		let machines = three_contracts(chain);
		let (had, was_held) = money_of_dave();
		// Who pays for the second one is lost: no call can do that, so it is done by hand, and undone after the block
		// at 84 s. In between nothing that is checked holds.
		let twin = pallet_twins::TwinOf::<Runtime>::get(account(&dave())).unwrap();
		let entry = pallet_twins::Twins::<Runtime>::take(twin).unwrap();
		chain.be_careless();
		chain.report_next(&machines);
		pallet_twins::Twins::<Runtime>::insert(twin, entry);
		chain.be_careful();

		// Tried again after 30 s, and until then as if nothing had been tried.
		let lost = pallet_billing::Error::<Runtime>::PayerNotFound.into();
		assert_eq!(failed_bills(chain), [(ContractId(2), lost, after(114))]);
		assert_eq!((bills(chain, ContractId(2)), money_of_dave()), (vec![], (had, was_held)));
		chain.check_state();
		// 54 * 2,619.949494.. = 141,477.27
		let first = (BillKind::Window, 24, 84, 54, 141_478);
		for other in [1, 3] {
			assert_eq!(bills(chain, ContractId(other)), [first], "contract {other}");
		}

		// All is checked after each block again, that of the retry among them.
		chain.report_to(&machines, after(144));
		assert_eq!(failed_bills(chain).len(), 1);
		assert_eq!(
			bills(chain, ContractId(2)),
			[
				// From its start to the report at 108 s: 84 * 2,619.949494.. = 220,075.76
				(BillKind::Window, 24, 114, 84, 220_076),
				// And in step with the others again. From 108 s to 138 s: 30 * 2,619.949494.. = 78,598.48
				(BillKind::Window, 114, 144, 30, 78_599),
			]
		);
		// 60 * 2,619.949494.. = 157,196.97. Each was billed for 114 s.
		for other in [1, 3] {
			let second = (BillKind::Window, 84, 144, 60, 157_197);
			assert_eq!(bills(chain, ContractId(other)), [first, second], "contract {other}");
		}
		assert_eq!(money_of_dave(), (had - 220_076 - 78_599, was_held));
	})
}
