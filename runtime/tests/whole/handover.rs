//! Twins and farms that go to somebody else, with all that stands on them and all that is held for them.

use crate::common::*;
use codec::Encode;
use frame_support::traits::VariantCount;
use gridchain_primitives::{
	traits::Farms as _, Balance, ContractId, FarmId, FarmPayout, FarmingPolicyId, NodeId, Period,
	Record, Rental, TwinId,
};
use gridchain_runtime::{
	configs::handover::TwinHolds, AccountId, Farms, Nodes, Runtime, RuntimeCall, RuntimeEvent,
	RuntimeHoldReason,
};
use sp_core::sr25519;

const FARM: FarmId = FarmId(1);
/// Why the pool refuses what only the contract's owner can do.
const NOT_CONTRACT_OWNER: u8 = 69;

fn accept_terms() -> RuntimeCall {
	let terms = pallet_twins::Terms::<Runtime>::get().unwrap();
	pallet_twins::Call::accept_terms { terms }.into()
}

/// The twin of `who`.
fn twin_of(who: &sr25519::Pair) -> TwinId {
	pallet_twins::TwinOf::<Runtime>::get(account(who)).unwrap()
}

fn rent_node(node: NodeId) -> RuntimeCall {
	pallet_deployments::Call::rent_node { node, provider: None }.into()
}

/// The hash of the last block's only record. A tree of one leaf is its hash.
fn only_record(chain: &Chain) -> [u8; 32] {
	let digest = gridchain_primitives::digest_of(&chain.header().digest).unwrap();
	assert_eq!(digest.count, 1);
	digest.root.0
}

/// What the events of the last block say that was paid to old owners before their farms went.
fn settled(chain: &Chain) -> Balance {
	let amounts = chain.history.last_block().iter().filter_map(|moment| match moment.event {
		RuntimeEvent::Farms(pallet_farms::Event::RevenueSettled { amount, .. }) => Some(amount),
		_ => None,
	});
	amounts.sum()
}

#[test]
fn all_that_any_of_our_pallets_holds_for_a_twin_goes_along() {
	// One more reason is the SDK's: what a validator lays down for its keys, which has nothing to do with twins.
	// Whoever adds a reason decides here whether it goes along.
	let others = 1;
	assert_eq!(TwinHolds::get().len() + others, RuntimeHoldReason::VARIANT_COUNT as usize);
}

#[test]
fn a_deployer_s_twin_goes_with_its_contract_and_the_new_account_is_billed() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		let contract = chain.deployed(&machines[0], WORKLOAD);
		let (old, new) = (account(&charlie()), account(&dave()));
		let twin = twin_of(&charlie());
		// The deposits of twin and contract, and the reserve of the window.
		let before = held(&old);
		let offer = pallet_twins::Call::offer_twin { to: new.clone() };
		chain.all([(dave(), accept_terms()), (charlie(), offer.into())]);
		chain.call(&dave(), pallet_twins::Call::accept_twin { twin }).unwrap();
		assert_eq!((held(&old), held(&new)), (0, before));

		chain.report_to(&machines, after(84));
		let bills = chain.history.bills(contract);
		assert_eq!((bills[0].payer.clone(), bills[0].twin), (new, twin));
		// Who had the twin can't touch the contract any more, and who has it can.
		let stale = sign(chain, &charlie(), cancel(contract));
		assert_eq!(code_of(chain.refused_in_block(stale)), NOT_CONTRACT_OWNER);
		chain.call(&dave(), cancel(contract)).unwrap();
	})
}

/// What each bill of `contract` charged, and whom.
fn charges(chain: &Chain, contract: ContractId) -> Vec<(AccountId, Balance)> {
	let bills = chain.history.bills(contract).into_iter();
	bills.map(|bill| (bill.payer, bill.charged)).collect()
}

#[test]
fn a_renter_s_twin_goes_with_its_rent_and_the_workloads_on_it() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		let (rent, work) = (ContractId(1), ContractId(2));
		let (old, new) = (account(&charlie()), account(&dave()));
		let of_twin = held(&old);
		// Rented at 12 s, a workload on it is confirmed at 24 s.
		chain.call(&charlie(), rent_node(NodeId(1))).unwrap();
		assert_eq!(chain.deployed(&machines[0], WORKLOAD), work);
		let (twin, before) = (twin_of(&charlie()), held(&old));
		let offer = pallet_twins::Call::offer_twin { to: new.clone() };
		chain.all([(dave(), accept_terms()), (charlie(), offer.into())]);
		chain.call(&dave(), pallet_twins::Call::accept_twin { twin }).unwrap();
		assert_eq!((held(&old), held(&new)), (0, before));
		let rental = Nodes::node_capacity(NodeId(1)).unwrap().rental;
		assert_eq!(rental, Rental::Rented { contract: rent });

		// The whole window is the new account's to pay, also for the time before.
		let (had, has) = (total(&old), total(&new));
		chain.report_to(&machines, after(138));
		// 10,101.0101.. units a second: 54 s to the report at 66 s, then 60 s. The workload costs nothing beside it.
		let paid = [(new.clone(), 545_455), (new.clone(), 606_061)];
		assert_eq!(charges(chain, rent), paid);
		assert_eq!(charges(chain, work), [(new.clone(), 0)]);
		assert_eq!((total(&old), total(&new)), (had, has - 545_455 - 606_061));
		// Half is the farm's: 272,727 and 303,030.
		assert_eq!(pallet_billing::NodeRevenue::<Runtime>::get(NodeId(1)), 575_757);

		// Who had the twin has no say, and who has it can do all: also deploy on the node.
		for contract in [rent, work] {
			let stale = sign(chain, &charlie(), cancel(contract));
			assert_eq!(code_of(chain.ask_pool(stale).unwrap_err()), NOT_CONTRACT_OWNER);
		}
		chain.call(&dave(), deploy(NodeId(1), WORKLOAD)).unwrap();
		for contract in [ContractId(3), work, rent] {
			chain.call(&dave(), cancel(contract)).unwrap();
		}
		assert_eq!((held(&old), held(&new)), (0, of_twin));
	})
}

#[test]
fn a_farm_goes_with_a_rented_node_and_the_rent_stays_as_it_is() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		chain.twins(&[dave()]);
		let rent = ContractId(1);
		// At 18 s.
		chain.call(&charlie(), rent_node(NodeId(1))).unwrap();
		chain.report_to(&machines, after(84));
		let (old, new, renter) = (account(&bob()), account(&dave()), account(&charlie()));
		let (has, had) = (held(&renter), total(&old));
		let offer = pallet_farms::Call::offer_farm { farm: FARM, to: twin_of(&dave()) };
		chain.all([(bob(), offer.into())]);
		let fee = chain.history.fees_of(&old);
		chain.all([(dave(), pallet_farms::Call::accept_farm { farm: FARM }.into())]);
		let before = held(&old);
		chain.report_next(&machines);
		assert_eq!(Farms::owner(FARM), Some(twin_of(&dave())));
		let deposits = before - held(&old);
		// What was billed at 78 s is the old owner's: of 54 s, 545,455 units, half.
		assert_eq!(settled(chain), 272_727);
		assert_eq!(total(&old), had - fee - deposits + 272_727);
		assert_eq!(pallet_billing::NodeRevenue::<Runtime>::get(NodeId(1)), 0);
		// Of the rent nothing has changed: whose it is, what is held for it, where it stands.
		assert_eq!(held(&renter), has);
		let rental = Nodes::node_capacity(NodeId(1)).unwrap().rental;
		assert_eq!(rental, Rental::Rented { contract: rent });

		// What is billed from here on is the new owner's, when the period is settled at 366 s: half of 606,061 units
		// each at 138, 198, 258 and 318 s.
		chain.report_to(&machines, after(372));
		let paid = [545_455, 606_061, 606_061, 606_061, 606_061];
		assert_eq!(charges(chain, rent), paid.map(|charged| (renter.clone(), charged)));
		let payouts = chain.history.pick(|event| match event {
			RuntimeEvent::Rewards(pallet_rewards::Event::FarmPaid { revenue, account, .. }) => {
				Some((*revenue, account.clone()))
			},
			_ => None,
		});
		assert_eq!(payouts, [(4 * 303_030, new)]);
	})
}

#[test]
fn what_a_farm_is_paid_for_a_node_that_has_left_names_the_policy_of_that_node() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		let contract = chain.deployed(&machines[0], WORKLOAD);
		chain.report_to(&machines, after(78));
		chain.call(&charlie(), cancel(contract)).unwrap();
		let policy = pallet_nodes::Ledger::<Runtime>::get(NodeId(1)).unwrap().policy;
		chain.call(&bob(), pallet_nodes::Call::retire_node { node: NodeId(1) }).unwrap();
		// Who registers from here on gets another policy.
		let add = pallet_rewards::Call::add_farming_policy { policy: Default::default() };
		chain.root(add).unwrap();
		let newer = FarmingPolicyId(policy.0 + 1);
		chain.root(pallet_rewards::Call::set_default_policy { policy: newer }).unwrap();

		chain.twins(&[dave()]);
		let offer = pallet_farms::Call::offer_farm { farm: FARM, to: twin_of(&dave()) };
		chain.all([(bob(), offer.into())]);
		chain.all([(dave(), pallet_farms::Call::accept_farm { farm: FARM }.into())]);
		chain.block();
		// 54 s to the bill at 78 s, 141,478 units, and 6 s to the end at 84 s, 15,720: half of each.
		let revenue = 70_739 + 7_860;
		assert_eq!(settled(chain), revenue);
		let record = Record::FarmPayout(FarmPayout {
			period: Period(0),
			farm: FARM,
			policy: Some(policy),
			due: 0,
			minted: 0,
			revenue,
			account: Some(account(&bob())),
		});
		assert_eq!(only_record(chain), sp_io::hashing::keccak_256(&record.encode()));

		// Its receipt names the same one, and has nothing of the revenue a second time.
		chain.advance_to(after(372));
		let receipt = pallet_rewards::Receipts::<Runtime>::get(Period(0), NodeId(1)).unwrap();
		assert_eq!((receipt.policy, receipt.revenue), (policy, 0));
	})
}

#[test]
fn a_farm_s_booked_revenue_is_the_old_owner_s_and_its_deposits_go_along() {
	on_chain(|chain| {
		let machines = chain.region(["one", "two"]);
		chain.twins(&[dave()]);
		chain.deployed(&machines[1], WORKLOAD);
		chain.report_to(&machines, after(156));
		let revenue = pallet_billing::NodeRevenue::<Runtime>::get(NodeId(2));
		assert!(revenue > 0);

		let (old, new) = (account(&bob()), account(&dave()));
		let of_twin = held(&new);
		let before = held(&old);
		let offer = pallet_farms::Call::offer_farm { farm: FARM, to: twin_of(&dave()) };
		chain.all([(bob(), offer.into())]);
		chain.all([(dave(), pallet_farms::Call::accept_farm { farm: FARM }.into())]);
		let (had, owner) = (total(&old), Farms::owner(FARM));
		assert_eq!(owner, Some(twin_of(&bob())));
		chain.block();

		assert_eq!(Farms::owner(FARM), Some(twin_of(&dave())));
		assert_eq!(Farms::payout(FARM), Some(new.clone()));
		assert_eq!(pallet_billing::NodeRevenue::<Runtime>::get(NodeId(2)), 0);
		assert_eq!(settled(chain), revenue);
		// It is in the history, too.
		let record = Record::FarmPayout(FarmPayout {
			period: Period(0),
			farm: FARM,
			policy: Some(pallet_nodes::Ledger::<Runtime>::get(NodeId(2)).unwrap().policy),
			due: 0,
			minted: 0,
			revenue,
			account: Some(old.clone()),
		});
		assert_eq!(only_record(chain), sp_io::hashing::keccak_256(&record.encode()));
		// All but the deposit of each one's twin: the same for both.
		let deposits = before - of_twin;
		assert_eq!((held(&old), held(&new)), (of_twin, of_twin + deposits));
		assert_eq!(total(&old), had + revenue - deposits);
	})
}
