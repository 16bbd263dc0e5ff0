//! Who shares in revenue, who earns discounts, and what the chain bills first.

use super::*;
use gridchain_primitives::{Percent, ProviderId};
use gridchain_runtime::{Billing, RuntimeEvent};

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

fn first_bill(
	chain: &mut Chain,
	machines: &[Machine],
	contract: ContractId,
) -> gridchain_primitives::Split {
	while chain.history.bills(contract).is_empty() {
		chain.report_next(machines);
	}
	chain.history.bills(contract)[0].split
}

#[test]
fn provider_that_the_farm_never_accepted_gets_nothing() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		approved_provider(chain);
		let contract = brought(chain, &machines[0]);
		let split = first_bill(chain, &machines, contract);
		assert_eq!(split.provider, 0);
		assert!(split.farm > 0);
		assert_eq!(Billing::booked().providers, 0);
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
		let charged = chain.history.bills(contract)[0].charged;
		// 40 % of the farm's 50 %, and 60 % of it for the farm.
		assert_eq!((split.provider, split.farm), (charged / 5, charged * 3 / 10));
		let before = total(&account(&dave()));
		chain.call(&bob(), pallet_billing::Call::pay_provider { provider: PROVIDER }).unwrap();
		assert_eq!(total(&account(&dave())), before + split.provider);
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
		let uptime = chain.soon().since(machines[0].boot).0;
		let absurd = machines[0].report_with(uptime, &[(contract, 1_000_000_000_000_000)]);
		chain.call(&machines[0].key, absurd).unwrap();
		while chain.history.bills(contract).len() < 2 {
			chain.report_next(&machines);
		}
		let bills = chain.history.bills(contract);
		// What goes beyond the limit is free, in the next window too.
		assert_eq!((bills[0].traffic, bills[1].traffic), (Bytes(1_000_000_000), Bytes(0)));
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

#[test]
fn bill_that_fails_in_the_middle_of_the_queue_holds_nobody_up_and_is_made_later() {
	on_chain(|chain| {
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
		chain.report_to(&machines, after(72));

		// Who pays for the second one is lost: no call can do that, so it is done by hand.
		let twin = pallet_twins::TwinOf::<Runtime>::get(account(&dave())).unwrap();
		let entry = pallet_twins::Twins::<Runtime>::take(twin).unwrap();
		chain.be_careless();
		while !chain.history.all().iter().any(|moment| {
			matches!(
				&moment.event,
				RuntimeEvent::Billing(pallet_billing::Event::BillFailed {
					contract: ContractId(2),
					..
				})
			)
		}) {
			chain.report_next(&machines);
		}
		for other in [1, 3] {
			assert_eq!(chain.history.bills(ContractId(other)).len(), 1, "contract {other}");
		}
		assert!(chain.history.bills(ContractId(2)).is_empty());

		pallet_twins::Twins::<Runtime>::insert(twin, entry);
		while chain.history.bills(ContractId(2)).is_empty() {
			chain.report_next(&machines);
		}
		let bill = chain.history.bills(ContractId(2))[0].clone();
		// Half a minute later, and nothing was lost: it is billed from its start.
		let of_others = chain.history.bills(ContractId(1))[0].clone();
		assert_eq!(bill.from, of_others.from);
		assert!(bill.seconds > of_others.seconds);
	})
}
