//! The calls that cost nothing: which they are, what lets them in, and what keeps them out.
//!
//! A call that is refused is refused twice, by the pool and by the block, with the same code; it costs nothing and
//! leaves nothing.

use crate::common::{walk::one_of_each_call, *};
use frame_support::dispatch::CheckIfFeeless;
use gridchain_primitives::{
	CheckFeeless, ContractId, FarmId, Mib, NodeId, Resources, Seconds, TFT,
};
use gridchain_runtime::{
	Runtime, RuntimeCall, RuntimeEvent, RuntimeOrigin, System, UncheckedExtrinsic,
};
use pallet_nodes::{NetworkText, PublicConfigText};
use sp_core::sr25519;
use sp_runtime::transaction_validity::{
	InvalidTransaction, TransactionValidityError, ValidTransaction,
};

const IMMORTAL: u8 = 60;
const NODE_NOT_FOUND: u8 = 61;
const NOT_NODE_ACCOUNT: u8 = 62;
const TOO_EARLY: u8 = 63;
const NOT_AUTHORISED: u8 = 64;
const ALREADY_REGISTERED: u8 = 65;
const HARDWARE_OUT_OF_BOUNDS: u8 = 66;
const CONTRACT_NOT_FOUND: u8 = 68;
const NOT_CONTRACT_OWNER: u8 = 69;
const NOT_ON_NODE: u8 = 70;
const ALREADY_CONFIRMED: u8 = 71;
const RENT_IN_USE: u8 = 72;
const RENT_NOT_ACTIVE: u8 = 73;
const NOT_WORKLOAD: u8 = 74;
const COUNTRY_NOT_TWO_LETTERS: u8 = 75;
const NOTHING_TO_CHANGE: u8 = 78;
const ADDRESS_NOT_READABLE: u8 = 80;
const ADDRESS_NOT_PUBLIC: u8 = 82;
const GATEWAY_OUTSIDE_PREFIX: u8 = 83;
const GATEWAY_IS_ADDRESS: u8 = 84;

/// Has `call` of `signer` refused by the pool and by the block, both with `code`.
fn refuse(chain: &mut Chain, signer: &sr25519::Pair, call: impl Into<RuntimeCall>, code: u8) {
	let transaction = sign(chain, signer, call);
	refuse_transaction(chain, transaction, code);
}

fn refuse_transaction(chain: &mut Chain, transaction: UncheckedExtrinsic, code: u8) {
	assert_eq!(code_of(chain.ask_pool(transaction.clone()).unwrap_err()), code, "in the pool");
	assert_eq!(code_of(chain.refused_in_block(transaction)), code, "in the block");
	// Only the timestamp is in the block.
	let extrinsics = chain.history.last_block().iter().filter(|moment| {
		matches!(moment.event, RuntimeEvent::System(frame_system::Event::ExtrinsicSuccess { .. }))
	});
	assert_eq!(extrinsics.count(), 1);
}

/// What the pool is told of `call`.
fn admitted(
	chain: &Chain,
	signer: &sr25519::Pair,
	call: impl Into<RuntimeCall>,
) -> ValidTransaction {
	chain.ask_pool(sign(chain, signer, call)).unwrap()
}

/// How much was paid in fees in the last block.
fn fees(chain: &Chain) -> u128 {
	let paid = chain.history.last_block().iter().filter_map(|moment| match moment.event {
		RuntimeEvent::TransactionPayment(
			pallet_transaction_payment::Event::TransactionFeePaid { actual_fee, .. },
		) => Some(actual_fee),
		_ => None,
	});
	paid.sum()
}

fn batch(calls: Vec<RuntimeCall>) -> RuntimeCall {
	pallet_utility::Call::batch { calls }.into()
}

fn public_config(gateway: &str) -> Option<PublicConfigText> {
	let text = |text: &str| text.as_bytes().to_vec();
	Some(PublicConfigText {
		ipv4: Some(NetworkText {
			cidr: text("185.206.122.31/24").try_into().unwrap(),
			gateway: text(gateway).try_into().unwrap(),
		}),
		ipv6: None,
		domain: None,
	})
}

fn rent_node(node: NodeId) -> RuntimeCall {
	pallet_deployments::Call::rent_node { node, provider: None }.into()
}

fn set_public_config(node: NodeId, config: Option<PublicConfigText>) -> RuntimeCall {
	pallet_nodes::Call::set_public_config { node, config }.into()
}

#[test]
fn feeless_are_the_calls_of_a_node_for_itself_and_the_end_of_a_contract() {
	on_chain(|_| {
		let who = account(&dave());
		let origin = RuntimeOrigin::signed(who.clone());
		let calls = one_of_each_call();
		let feeless: Vec<_> = calls
			.iter()
			.filter(|(_, call)| call.is_feeless(&origin))
			.map(|(name, _)| *name)
			.collect();
		assert_eq!(
			feeless,
			[
				("Deployments", "cancel"),
				("Deployments", "confirm_workload"),
				("Nodes", "register_node"),
				("Nodes", "report"),
				("Nodes", "set_public_config"),
				("Nodes", "update_node"),
			]
		);
		// What costs nothing is guarded, and nothing else.
		let guarded = calls.iter().filter(|(_, call)| call.check_feeless(&who).is_some());
		assert_eq!(guarded.map(|(name, _)| *name).collect::<Vec<_>>(), feeless);
	})
}

#[test]
fn node_without_a_balance_does_all_of_its_work_for_nothing() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		let machine = &machines[0];
		chain.deployed(machine, WORKLOAD);
		let mut more = HARDWARE;
		more.cores = 16;
		chain.call(&machine.key, machine.update(more)).unwrap();
		assert_eq!(fees(chain), 0);
		let config = public_config("185.206.122.1");
		chain.call(&machine.key, set_public_config(machine.id, config)).unwrap();
		assert_eq!(fees(chain), 0);
		chain.report(&machines, 1);
		assert_eq!(fees(chain), 0);
		assert_eq!(total(&machine.account()), 0);
		// A registration, three reports, a confirmation, an update and a configuration.
		assert_eq!(System::account_nonce(machine.account()), 7);
	})
}

#[test]
fn report_goes_before_any_transfer_and_waits_for_fifty_blocks() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		chain.block();
		let report = admitted(chain, &machines[0].key, machines[0].report_of(2_000));
		assert_eq!(report.longevity, 50);
		let greedy =
			Order::new(&dave(), |_| transfer(&account(&bob()), TFT)).with_tip(100_000 * TFT);
		let mut signed = people::Signed::new(chain);
		let transfer = chain.ask_pool(greedy.sign(&mut signed, chain.soon())).unwrap();
		assert!(report.priority > transfer.priority, "{} {}", report.priority, transfer.priority);
		// Below reports of equivocation, which have all there is.
		assert!(report.priority < u64::MAX);
	})
}

#[test]
fn ten_reports_of_one_node_have_one_tag_and_one_of_them_enters() {
	on_chain(|chain| {
		let machines = chain.region(["one", "two"]);
		let machine = &machines[0];
		chain.block();
		let paper = people::Paper {
			nonce: System::account_nonce(machine.account()),
			..people::Paper::new(chain)
		};
		let reports: Vec<_> = (0..10)
			.map(|index| {
				let paper = people::Paper { nonce: paper.nonce + index, ..paper };
				paper.sign(&machine.key, machine.report_of(1_100 + u64::from(index)))
			})
			.collect();
		let tags: Vec<_> = reports
			.iter()
			.map(|report| chain.ask_pool(report.clone()).unwrap().provides)
			.map(|tags| tags.into_iter().collect::<std::collections::BTreeSet<_>>())
			.collect();
		// Each has a tag for its nonce, and all have one in common.
		let common = tags.iter().skip(1).fold(tags[0].clone(), |common, tags| &common & tags);
		assert_eq!(common.len(), 1);
		// Another node's report has another one; a configuration of the same node has the same.
		let others = admitted(chain, &machines[1].key, machines[1].report_of(1_100)).provides;
		assert!(others.iter().all(|tag| !common.contains(tag)));
		let config = set_public_config(machine.id, public_config("185.206.122.1"));
		let same = admitted(chain, &machine.key, config).provides;
		assert!(same.iter().any(|tag| common.contains(tag)));

		let results = chain.block_of(reports);
		assert!(results[0].unwrap().is_ok());
		for result in &results[1..] {
			assert_eq!(code_of(result.unwrap_err()), TOO_EARLY);
		}
		// After it the tag is another one, so that the next report doesn't meet the old ones.
		chain.block();
		let next = admitted(chain, &machine.key, machine.report_of(1_200)).provides;
		assert!(next.iter().all(|tag| !common.contains(tag)));
	})
}

#[test]
fn report_is_refused_for_all_that_would_make_it_fail() {
	on_chain(|chain| {
		let machines = chain.region(["one", "two"]);
		let machine = &machines[0];
		chain.block();
		let report = machine.report_of(1_100);
		let immortal = people::Paper {
			nonce: System::account_nonce(machine.account()),
			..people::Paper::immortal(chain)
		};
		refuse_transaction(chain, immortal.sign(&machine.key, report.clone()), IMMORTAL);
		// A stranger with money, another node, and an account that doesn't exist.
		refuse(chain, &dave(), report.clone(), NOT_NODE_ACCOUNT);
		refuse(chain, &machines[1].key, report.clone(), NOT_NODE_ACCOUNT);
		refuse(chain, &key("nobody"), report.clone(), NOT_NODE_ACCOUNT);
		let unknown = Machine { id: NodeId(3), ..machine.clone() };
		refuse(chain, &machine.key, unknown.report_of(1_100), NODE_NOT_FOUND);
		chain.call(&machine.key, report.clone()).unwrap();
		// The pool knows the time of the last block: nothing has passed since the report.
		let again = sign(chain, &machine.key, report);
		assert_eq!(code_of(chain.ask_pool(again.clone()).unwrap_err()), TOO_EARLY);
		// In the next block 6 seconds have passed, the interval of this chain.
		assert!(chain.block_of(vec![again])[0].unwrap().is_ok());
	})
}

#[test]
fn second_report_within_the_interval_is_refused_in_pool_and_block() {
	let five_minutes = |genesis: &mut serde_json::Value| {
		genesis["nodes"]["params"]["reportInterval"] = 300.into();
		genesis["nodes"]["params"]["lateCredit"] = 300.into();
	};
	on_chain_of(five_minutes, |chain| {
		let machines = chain.region(["one"]);
		let machine = &machines[0];
		let reported = chain.now();
		chain.blocks(10);
		refuse(chain, &machine.key, machine.report_of(1_100), TOO_EARLY);
		// In a block 288 s after the report it is refused, in one 300 s after it is not.
		chain.advance_to(reported.plus(Seconds(282)));
		refuse(chain, &machine.key, machine.report_of(1_300), TOO_EARLY);
		assert_eq!(chain.now(), reported.plus(Seconds(288)));
		chain.call(&machine.key, machine.report_of(1_300)).unwrap();
		assert_eq!(chain.now(), reported.plus(Seconds(300)));
	})
}

#[test]
fn registration_is_refused_for_all_that_would_make_it_fail() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		refuse(chain, &key("two"), Machine::registration(FarmId(1), HARDWARE), NOT_AUTHORISED);
		refuse(
			chain,
			&machines[0].key,
			Machine::registration(FarmId(1), HARDWARE),
			ALREADY_REGISTERED,
		);
		chain.all([(bob(), authorise(FarmId(1), account(&key("two"))))]);
		let small = Resources { memory_mib: Mib(1_024), ..HARDWARE };
		refuse(chain, &key("two"), Machine::registration(FarmId(1), small), HARDWARE_OUT_OF_BOUNDS);
		let mut nowhere = Machine::registration(FarmId(1), HARDWARE);
		if let RuntimeCall::Nodes(pallet_nodes::Call::register_node { location, .. }) = &mut nowhere
		{
			location.country = *b"be";
		}
		refuse(chain, &key("two"), nowhere, COUNTRY_NOT_TWO_LETTERS);
		let immortal = people::Paper::immortal(chain);
		let immortal = immortal.sign(&key("two"), Machine::registration(FarmId(1), HARDWARE));
		refuse_transaction(chain, immortal, IMMORTAL);
		chain.call(&key("two"), Machine::registration(FarmId(1), HARDWARE)).unwrap();
		assert_eq!(fees(chain), 0);
	})
}

#[test]
fn update_is_refused_for_all_that_would_make_it_fail() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		let machine = &machines[0];
		chain.blocks(2);
		let more = Resources { cores: 16, ..HARDWARE };
		refuse(chain, &dave(), machine.update(more), NOT_NODE_ACCOUNT);
		let unknown = Machine { id: NodeId(3), ..machine.clone() };
		refuse(chain, &machine.key, unknown.update(more), NODE_NOT_FOUND);
		refuse(chain, &machine.key, machine.update(HARDWARE), NOTHING_TO_CHANGE);
		let impossible = Resources { cores: u32::MAX, ..HARDWARE };
		refuse(chain, &machine.key, machine.update(impossible), HARDWARE_OUT_OF_BOUNDS);
		let nonce = System::account_nonce(machine.account());
		let immortal = people::Paper { nonce, ..people::Paper::immortal(chain) };
		refuse_transaction(chain, immortal.sign(&machine.key, machine.update(more)), IMMORTAL);
		// Two in one block: the second one comes too early.
		let paper = people::Paper { nonce, ..people::Paper::new(chain) };
		let first = paper.sign(&machine.key, machine.update(more));
		let paper = people::Paper { nonce: nonce + 1, ..paper };
		let second = paper.sign(&machine.key, machine.update(HARDWARE));
		if chain.is_next_a_rotation() {
			chain.block();
		}
		let results = chain.block_of(vec![first, second]);
		assert!(results[0].unwrap().is_ok());
		assert_eq!(code_of(results[1].unwrap_err()), TOO_EARLY);
	})
}

#[test]
fn public_config_is_refused_for_all_that_would_make_it_fail() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		let (machine, id) = (&machines[0], machines[0].id);
		let config = || public_config("185.206.122.1");
		refuse(chain, &dave(), set_public_config(id, config()), NOT_NODE_ACCOUNT);
		refuse(chain, &machine.key, set_public_config(NodeId(3), config()), NODE_NOT_FOUND);
		// There is none to remove.
		refuse(chain, &machine.key, set_public_config(id, None), NOTHING_TO_CHANGE);
		let wrong = [
			("185.206.123.1", GATEWAY_OUTSIDE_PREFIX),
			("185.206.122.31", GATEWAY_IS_ADDRESS),
			("10.0.0.1", ADDRESS_NOT_PUBLIC),
			("router", ADDRESS_NOT_READABLE),
			("", ADDRESS_NOT_READABLE),
		];
		for (gateway, number) in wrong {
			refuse(chain, &machine.key, set_public_config(id, public_config(gateway)), number);
		}
		let nonce = System::account_nonce(machine.account());
		let immortal = people::Paper { nonce, ..people::Paper::immortal(chain) };
		let immortal = immortal.sign(&machine.key, set_public_config(id, config()));
		refuse_transaction(chain, immortal, IMMORTAL);
		let paper = people::Paper { nonce, ..people::Paper::new(chain) };
		let first = paper.sign(&machine.key, set_public_config(id, config()));
		let paper = people::Paper { nonce: nonce + 1, ..paper };
		let second = paper.sign(&machine.key, set_public_config(id, None));
		if chain.is_next_a_rotation() {
			chain.block();
		}
		let results = chain.block_of(vec![first, second]);
		assert!(results[0].unwrap().is_ok());
		assert_eq!(code_of(results[1].unwrap_err()), TOO_EARLY);
	})
}

#[test]
fn confirmation_is_refused_for_all_that_would_make_it_fail() {
	on_chain(|chain| {
		let machines = chain.region(["one", "two"]);
		let contract = ContractId(1);
		let confirmation = || Machine::confirmation(contract);
		refuse(chain, &machines[0].key, confirmation(), CONTRACT_NOT_FOUND);
		chain.all([(charlie(), deploy(NodeId(1), WORKLOAD))]);
		// Its owner has an account, but that is no node's.
		refuse(chain, &charlie(), confirmation(), NOT_NODE_ACCOUNT);
		refuse(chain, &machines[1].key, confirmation(), NOT_ON_NODE);
		let nonce = System::account_nonce(machines[0].account());
		let immortal = people::Paper { nonce, ..people::Paper::immortal(chain) };
		refuse_transaction(chain, immortal.sign(&machines[0].key, confirmation()), IMMORTAL);
		chain.call(&machines[0].key, confirmation()).unwrap();
		assert_eq!(fees(chain), 0);
		refuse(chain, &machines[0].key, confirmation(), ALREADY_CONFIRMED);
	})
}

#[test]
fn cancel_is_refused_for_all_that_would_make_it_fail() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		refuse(chain, &charlie(), cancel(ContractId(1)), CONTRACT_NOT_FOUND);
		let contract = chain.deployed(&machines[0], WORKLOAD);
		refuse(chain, &dave(), cancel(contract), NOT_CONTRACT_OWNER);
		refuse(chain, &bob(), cancel(contract), NOT_CONTRACT_OWNER);
		refuse(chain, &machines[0].key, cancel(contract), NOT_CONTRACT_OWNER);
		let nonce = System::account_nonce(account(&charlie()));
		let immortal = people::Paper { nonce, ..people::Paper::immortal(chain) };
		refuse_transaction(chain, immortal.sign(&charlie(), cancel(contract)), IMMORTAL);
		chain.call(&charlie(), cancel(contract)).unwrap();
		assert_eq!(fees(chain), 0);
		refuse(chain, &charlie(), cancel(contract), CONTRACT_NOT_FOUND);
	})
}

#[test]
fn cancel_of_a_rent_is_refused_while_workloads_stand_on_it() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		let (rent, work) = (ContractId(1), ContractId(2));
		chain.all([(charlie(), rent_node(NodeId(1)))]);
		// One that waits for its confirmation counts like one that runs.
		chain.all([(charlie(), deploy(NodeId(1), WORKLOAD))]);
		refuse(chain, &charlie(), cancel(rent), RENT_IN_USE);
		chain.call(&machines[0].key, Machine::confirmation(work)).unwrap();
		refuse(chain, &charlie(), cancel(rent), RENT_IN_USE);
		// Whose rent it is comes first.
		refuse(chain, &dave(), cancel(rent), NOT_CONTRACT_OWNER);
		chain.call(&charlie(), cancel(work)).unwrap();
		chain.call(&charlie(), cancel(rent)).unwrap();
		assert_eq!(fees(chain), 0);
	})
}

#[test]
fn confirmation_of_what_is_no_workload_is_refused() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		let name = b"ghent".to_vec().try_into().unwrap();
		let reserve = pallet_deployments::Call::reserve_name { name };
		chain.all([(charlie(), rent_node(NodeId(1))), (charlie(), reserve.into())]);
		for contract in [ContractId(1), ContractId(2)] {
			refuse(chain, &machines[0].key, Machine::confirmation(contract), NOT_WORKLOAD);
		}
	})
}

#[test]
fn confirmation_is_refused_while_the_rent_is_suspended() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		let confirmation = || Machine::confirmation(ContractId(2));
		// Rented at 12 s: its window ends at 72 s, and the owner has nothing left by then.
		chain.all([(charlie(), rent_node(NodeId(1)))]);
		chain.report_to(&machines, after(54));
		chain.submit(&charlie(), deploy(NodeId(1), WORKLOAD));
		drain(chain, &charlie(), 0);
		admitted(chain, &machines[0].key, confirmation());
		chain.report_to(&machines, after(72));
		refuse(chain, &machines[0].key, confirmation(), RENT_NOT_ACTIVE);
		// With the rent resumed it can be confirmed.
		chain.submit(&dave(), transfer(&account(&charlie()), 10 * TFT));
		chain.call(&charlie(), resume(ContractId(1))).unwrap();
		admitted(chain, &machines[0].key, confirmation());
	})
}

#[test]
fn confirmation_is_refused_when_the_rent_has_ended() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		chain.all([(charlie(), rent_node(NodeId(1)))]);
		chain.all([(charlie(), deploy(NodeId(1), WORKLOAD))]);
		let end = pallet_deployments::Call::force_cancel { contract: ContractId(1) };
		chain.root(end).unwrap();
		// The workload is still there, until the next block ends it before it takes transactions.
		let late = sign(chain, &machines[0].key, Machine::confirmation(ContractId(2)));
		assert_eq!(code_of(chain.ask_pool(late.clone()).unwrap_err()), RENT_NOT_ACTIVE);
		assert_eq!(code_of(chain.refused_in_block(late)), CONTRACT_NOT_FOUND);
	})
}

#[test]
fn two_cancels_of_one_contract_have_one_tag() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		let contract = chain.deployed(&machines[0], WORKLOAD);
		let nonce = System::account_nonce(account(&charlie()));
		let paper = people::Paper { nonce, ..people::Paper::new(chain) };
		let first = paper.sign(&charlie(), cancel(contract));
		let paper = people::Paper { nonce: nonce + 1, ..paper };
		let second = paper.sign(&charlie(), cancel(contract));
		let tags = |transaction: &UncheckedExtrinsic| {
			chain.ask_pool(transaction.clone()).unwrap().provides
		};
		let (one, other) = (tags(&first), tags(&second));
		assert!(one.iter().any(|tag| other.contains(tag)));
		let results = chain.block_of(vec![first, second]);
		assert!(results[0].unwrap().is_ok());
		assert_eq!(code_of(results[1].unwrap_err()), CONTRACT_NOT_FOUND);
	})
}

#[test]
fn owner_without_money_cancels_and_gets_back_what_is_left() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		let contract = chain.deployed(&machines[0], WORKLOAD);
		// Less than any transfer costs.
		drain(chain, &charlie(), 0);
		let who = account(&charlie());
		let poor = chain.call_validity(&charlie(), transfer(&account(&bob()), 1));
		assert_eq!(poor, Err(InvalidTransaction::Payment.into()));
		chain.report_next(&machines);
		let (before, on_hold) = (free(&who), held(&who));
		chain.call(&charlie(), cancel(contract)).unwrap();
		assert_eq!(fees(chain), 0);
		let bill = chain.history.bills(contract).remove(0);
		let released = on_hold - held(&who);
		assert_eq!(free(&who) - before, released - bill.charged);
		// What is still held is the deposit of the twin.
		assert!(held(&who) > 0);
	})
}

#[test]
fn feeless_call_inside_a_batch_pays_like_any_other() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		let machine = &machines[0];
		chain.block();
		let report = machine.report_of(1_100);
		// Without money it isn't even included.
		let unpaid = sign(chain, &machine.key, batch(vec![report.clone()]));
		let refused = TransactionValidityError::Invalid(InvalidTransaction::Payment);
		assert_eq!(chain.ask_pool(unpaid.clone()).unwrap_err(), refused);
		assert_eq!(chain.refused_in_block(unpaid), refused);
		chain.call(&dave(), transfer(&machine.account(), TFT)).unwrap();
		chain.call(&machine.key, batch(vec![report.clone()])).unwrap();
		let fee = fees(chain);
		assert!(fee > 0);
		assert_eq!(total(&machine.account()), TFT - fee);
		// The calls inside are not guarded, so they fail like any other, and the fee is paid all the same.
		let cancelled = cancel(ContractId(1));
		chain.call(&machine.key, batch(vec![cancelled])).unwrap();
		assert!(fees(chain) > 0);
		let interrupted = chain.history.last_block().iter().any(|moment| {
			let error = pallet_deployments::Error::<Runtime>::NotFound.into();
			matches!(
				moment.event,
				RuntimeEvent::Utility(pallet_utility::Event::BatchInterrupted { index: 0, error: told })
					if told == error
			)
		});
		assert!(interrupted);
	})
}
