//! What can't be done, and what it says.

use super::*;
use sp_core::H256;

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
		let unknown = pallet_deployments::Error::<Runtime>::NodeNotFound;
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
		fail(chain, &stranger, batch(Machine::registration(FarmId(1), HARDWARE)), unknown());
		// Nor after the farmer has changed its mind.
		chain.all([(bob(), authorise(FarmId(1), account(&stranger)))]);
		let revoke: RuntimeCall =
			pallet_farms::Call::revoke_node { farm: FarmId(1), account: account(&stranger) }.into();
		chain.all([(bob(), revoke)]);
		fail(chain, &stranger, batch(Machine::registration(FarmId(1), HARDWARE)), unknown());
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

#[test]
fn twin_goes_with_a_service_that_it_was_offered_and_not_with_one_that_it_approved() {
	on_chain(|chain| {
		chain.twins(&[bob(), charlie()]);
		let twin = |who| pallet_twins::TwinOf::<Runtime>::get(account(who)).unwrap();
		let (service, consumer) = (ContractId(1), twin(&charlie()));
		let terms = |base| pallet_deployments::ServiceTerms {
			base: Usd(base),
			metered_limit: Usd(0),
			document: H256::repeat_byte(7),
		};
		let set =
			|base| pallet_deployments::Call::set_service_terms { service, terms: terms(base) };
		let approve =
			|base| pallet_deployments::Call::approve_service { service, terms: terms(base) };
		let delete = || pallet_twins::Call::delete_twin {};
		let offer = pallet_deployments::Call::offer_service { consumer };
		chain.all([(bob(), offer.into()), (bob(), set(1).into())]);
		chain.call(&charlie(), approve(1)).unwrap();
		fail(chain, &charlie(), delete(), pallet_twins::Error::<Runtime>::InUse);
		// New terms undo the approval: nothing keeps the twin any more.
		chain.call(&bob(), set(2)).unwrap();
		chain.call(&charlie(), delete()).unwrap();
		assert_eq!(held(&account(&charlie())), 0);
		// Nobody speaks for it: neither its old account nor the next twin of that.
		let nobody = || pallet_deployments::Error::<Runtime>::NotParty;
		fail(chain, &charlie(), approve(2), nobody());
		chain.twins(&[charlie()]);
		fail(chain, &charlie(), approve(2), nobody());
		let cancel = || pallet_deployments::Call::cancel_service { service };
		fail(chain, &charlie(), cancel(), nobody());
		chain.call(&bob(), cancel()).unwrap();
		assert_eq!(pallet_deployments::ServicesOf::<Runtime>::iter().count(), 0);
		chain.call(&bob(), delete()).unwrap();
		assert_eq!(held(&account(&bob())), 0);
	})
}
