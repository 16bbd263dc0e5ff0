//! How a node leaves, with all that hangs on it. Each figure is worked out by hand.

use crate::common::*;
use gridchain_primitives::{EndReason, FarmId, NodeId, Period, Refusal, Seconds};
use gridchain_runtime::{Nodes, Runtime, RuntimeCall};
use pallet_rewards::StoredVerdict;

fn retire(node: NodeId) -> RuntimeCall {
	pallet_nodes::Call::retire_node { node }.into()
}

fn revoke(machine: &Machine) -> RuntimeCall {
	pallet_farms::Call::revoke_node { farm: FarmId(1), account: machine.account() }.into()
}

#[test]
fn node_that_retires_ends_its_contracts_and_is_rewarded_for_its_last_period() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		let machine = &machines[0];
		let before = held(&account(&charlie()));
		let contract = chain.deployed(machine, WORKLOAD);
		chain.report_to(&machines, after(198));
		// In the block at 204 s; the notice of 60 s is over in the one at 264 s.
		chain.call(&bob(), retire(machine.id)).unwrap();
		chain.report_to(&machines, after(258));
		assert_eq!(chain.history.end_of(contract), None);
		chain.block();
		assert_eq!(chain.history.end_of(contract), Some((after(264), EndReason::NodeRetired)));
		assert_eq!(held(&account(&charlie())), before);
		assert_eq!(Nodes::node_capacity(machine.id), None);

		// It joins again only in the next period.
		let registration = Machine::registration(FarmId(1), HARDWARE);
		let again = sign(chain, &machine.key, registration.clone());
		let refused = code_of(chain.ask_pool(again).unwrap_err());
		assert_eq!(refused, Refusal::AlreadyRegistered.code());

		// Registered from 6 s to 264 s, and credited up to its last report, at 258 s. 6 CU and 3 SU are worth
		// 17.40 USD a month of 2,630,880 s: 252 s are 0.0016666 USD, at 0.08 USD 0.0208333 TFT.
		chain.advance_to(after(402));
		let receipt = pallet_rewards::Receipts::<Runtime>::get(Period(0), machine.id).unwrap();
		assert_eq!((receipt.uptime, receipt.registered), (Seconds(252), Seconds(258)));
		assert_eq!((receipt.verdict, receipt.due), (StoredVerdict::Earned, 208_333));
		assert!(receipt.revenue > 0, "what its contract paid is its farm's");
		assert_eq!(pallet_nodes::Departed::<Runtime>::iter_keys().count(), 0);
		assert_eq!(Nodes::next_node_of(FarmId(1), None), None);

		chain.call(&machine.key, registration).unwrap();
		assert_eq!(Nodes::next_node_of(FarmId(1), None), Some(NodeId(2)));
	})
}

#[test]
fn farmer_gets_the_deposit_back_for_a_node_that_has_left() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		let with_node = held(&account(&bob()));
		chain.call(&bob(), retire(machines[0].id)).unwrap();
		chain.call(&bob(), revoke(&machines[0])).unwrap();
		assert!(held(&account(&bob())) < with_node);
		// With the deposit goes the twin that it had paid for.
		assert_eq!(pallet_twins::TwinOf::<Runtime>::get(machines[0].account()), None);
	})
}

#[test]
fn farm_can_be_deleted_when_the_last_period_of_its_last_node_is_settled() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		let delete = || pallet_farms::Call::delete_farm { farm: FarmId(1) };
		chain.call(&bob(), retire(machines[0].id)).unwrap();
		chain.call(&bob(), revoke(&machines[0])).unwrap();
		let owed = pallet_farms::Error::<Runtime>::RevenueOutstanding;
		assert_eq!(chain.call(&bob(), delete()), Err(owed.into()));
		chain.advance_to(after(402));
		assert_eq!(chain.call(&bob(), delete()), Ok(()));
	})
}
