//! Capacity: what a node has, what is sold of it.

use crate::{mock::*, types::Sale, Error, NodeParams, Sales};
use frame_support::{assert_noop, assert_ok};
use gridchain_primitives::{
	traits::Capacity, Bytes, ContractId, Mib, NodeId, NodeView, Rental, Resources, Tenancy, TwinId,
	Usd,
};
use sp_runtime::DispatchResult;

/// What is known of a node.
fn view(node: NodeId) -> NodeView<AccountId> {
	<Nodes as Capacity<_>>::node(node).unwrap()
}

fn change(node: NodeId, contract: u64, resources: Resources) -> DispatchResult {
	<Nodes as Capacity<AccountId>>::change(node, ContractId(contract), &resources)
}

/// All that can be sold of the computer of the tests: 8 cores 4 times over, 16 GB less 1, disks once.
fn all() -> Resources {
	Resources {
		cores: 32,
		memory_mib: Mib(15_360),
		ssd_mib: Mib(512_000),
		hdd_mib: Mib(1_024_000),
		gpus: 1,
	}
}

#[test]
fn view_tells_who_and_what_a_node_is() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		let expected = NodeView {
			account: ALICE,
			twin: TwinId(101),
			farm: FARM,
			hardware: computer(),
			used: Resources::default(),
			free: all(),
			contracts: 0,
			live: true,
			maintenance: None,
			retiring: None,
			rental: Rental::None,
			certified: false,
			extra_fee: Usd(0),
			tenancy: Tenancy::Shared,
		};
		assert_eq!(view(node), expected);
		assert_eq!(<Nodes as Capacity<AccountId>>::node(NodeId(2)), None);
	});
}

#[test]
fn take_sells_cores_four_times_over_memory_less_1_gb_and_disks_once() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		for resources in [
			Resources { cores: 33, ..all() },
			Resources { memory_mib: Mib(15_361), ..all() },
			Resources { ssd_mib: Mib(512_001), ..all() },
			Resources { hdd_mib: Mib(1_024_001), ..all() },
			Resources { gpus: 2, ..all() },
		] {
			assert_noop!(take(node, 1, resources), Error::<Test>::InsufficientCapacity);
		}
		assert_ok!(take(node, 1, all()));
		assert_eq!(view(node).free, Resources::default());
		let one_core = Resources { cores: 1, ..Default::default() };
		assert_noop!(take(node, 2, one_core), Error::<Test>::InsufficientCapacity);
	});
}

#[test]
fn take_adds_up_and_remembers_each_sale() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		assert_ok!(take(node, 1, part(2, 4, 50)));
		assert_ok!(take(node, 2, part(3, 1, 10)));
		assert_eq!(view(node).used, part(5, 5, 60));
		// 32 - 5 cores, 15 - 5 GB, 500 - 60 GB.
		assert_eq!(
			view(node).free,
			Resources { hdd_mib: Mib(1_024_000), gpus: 1, ..part(27, 10, 440) }
		);
		assert_eq!(ledger(node).contracts, 2);
		let sale = Sale { resources: part(3, 1, 10), counter: Bytes(0), counted: Bytes(0) };
		assert_eq!(Sales::<Test>::get(node, ContractId(2)), Some(sale));
	});
}

#[test]
fn take_does_not_overflow() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		assert_ok!(take(node, 1, part(1, 1, 1)));
		let endless = Resources { memory_mib: Mib(u64::MAX), ..Default::default() };
		assert_noop!(take(node, 2, endless), Error::<Test>::InsufficientCapacity);
		assert_noop!(change(node, 1, endless), Error::<Test>::InsufficientCapacity);
	});
}

#[test]
fn take_is_refused_on_a_node_that_is_not_live() {
	new_test_ext().sanity(|| {
		let silent = register(ALICE);
		assert_noop!(take(silent, 1, part(1, 1, 1)), Error::<Test>::NotLive);
		let dead = live(BOB);
		pass_in_blocks(7_206, 1_201);
		assert_noop!(take(dead, 1, part(1, 1, 1)), Error::<Test>::NotLive);
		assert_noop!(take(NodeId(3), 1, part(1, 1, 1)), Error::<Test>::NotFound);
	});
}

#[test]
fn take_is_refused_twice_for_one_contract() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		assert_ok!(take(node, 1, part(1, 1, 1)));
		assert_noop!(take(node, 1, part(1, 1, 1)), Error::<Test>::AlreadyOnNode);
	});
}

#[test]
fn take_is_refused_beyond_the_most_contracts() {
	chain_with(NodeParams { max_contracts: 2, ..Default::default() }).sanity(|| {
		let node = live(ALICE);
		assert_ok!(take(node, 1, part(1, 1, 1)));
		assert_ok!(take(node, 2, part(1, 1, 1)));
		assert_noop!(take(node, 3, part(1, 1, 1)), Error::<Test>::TooManyContracts);
		give_back(node, 1);
		assert_ok!(take(node, 3, part(1, 1, 1)));
	});
}

#[test]
fn change_frees_what_the_contract_had() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		assert_ok!(take(node, 1, part(2, 10, 400)));
		// 15 and 500 GB are the limit, and the contract's own 10 and 400 count for it.
		assert_ok!(change(node, 1, part(32, 15, 500)));
		assert_eq!(view(node).used, part(32, 15, 500));
		assert_noop!(change(node, 1, part(32, 16, 500)), Error::<Test>::InsufficientCapacity);
		assert_ok!(change(node, 1, part(1, 1, 1)));
		assert_eq!(view(node).used, part(1, 1, 1));
		assert_eq!(ledger(node).contracts, 1);
	});
}

#[test]
fn change_is_refused_for_a_contract_that_is_not_on_the_node() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		assert_noop!(change(node, 1, part(1, 1, 1)), Error::<Test>::NotOnNode);
	});
}

#[test]
fn give_back_frees_everything_and_forgets_the_sale() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		assert_ok!(take(node, 1, part(2, 4, 50)));
		assert_ok!(take(node, 2, part(3, 1, 10)));
		give_back(node, 1);
		assert_eq!(view(node).used, part(3, 1, 10));
		assert_eq!(ledger(node).contracts, 1);
		assert_eq!(Sales::<Test>::get(node, ContractId(1)), None);
	});
}

#[test]
#[cfg_attr(debug_assertions, should_panic(expected = "a contract gives back what it doesn't have"))]
fn give_back_of_what_a_contract_does_not_have_is_a_bug() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		give_back(node, 1);
	});
}

#[test]
fn nothing_can_be_sold_of_a_node_that_shrank_until_all_fits_again() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		assert_ok!(take(node, 1, part(4, 10, 100)));
		pass(300);
		// 8 GB less 1 can be sold, 10 are.
		let shrunk = Resources { memory_mib: Mib(8_192), ..computer() };
		assert_ok!(update(ALICE, node, shrunk));
		assert_eq!(view(node).hardware, shrunk);
		assert_eq!(view(node).used, part(4, 10, 100));
		assert_eq!(view(node).free, Resources::default());
		let cores = Resources { cores: 1, ..Default::default() };
		assert_noop!(take(node, 2, cores), Error::<Test>::InsufficientCapacity);
		// The contract may shrink, step by step, but not grow in another part meanwhile.
		assert_noop!(change(node, 1, part(5, 9, 100)), Error::<Test>::InsufficientCapacity);
		assert_ok!(change(node, 1, part(4, 9, 100)));
		assert_ok!(change(node, 1, part(5, 7, 100)));
		// 32 - 5 cores, 7 - 7 GB.
		assert_eq!(view(node).free.cores, 27);
		assert_eq!(view(node).free.memory_mib, Mib(0));
		assert_ok!(take(node, 2, cores));
	});
}
