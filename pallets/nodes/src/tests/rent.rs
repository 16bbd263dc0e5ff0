//! The rent of a whole node, and what becomes of the contracts under it when it ends.

use crate::{mock::*, types::*, EndingAfter, Endings, Error, Event, Liveness, Sales};
use frame_support::{assert_err, assert_noop, assert_ok, weights::Weight};
use gridchain_math::UNIT;
use gridchain_primitives::{
	traits::Meters, CloudUnits, ContractId, EndReason, Mib, NodeId, Rental, Resources, Seconds,
	WholeNode,
};
use sp_runtime::DispatchError;

/// The rent of most tests.
const RENT: u64 = 99;

/// What Billing is told of the rent of a node.
fn rental(node: NodeId) -> Rental {
	reading(node, ContractId(1)).unwrap().rental
}

fn rented() -> Rental {
	Rental::Rented { contract: ContractId(RENT) }
}

fn ending() -> Rental {
	Rental::Ended { contract: ContractId(RENT) }
}

/// What a rent of a node is charged by.
fn whole(node: NodeId) -> WholeNode {
	<Nodes as Meters>::whole(node).unwrap()
}

/// A rented node of `account`, with as many contracts beside the rent, named from 1.
fn rented_node(account: AccountId, contracts: u64) -> NodeId {
	let node = live(account);
	assert_ok!(rent(node, RENT));
	for contract in 1..=contracts {
		assert_ok!(take(node, contract, part(1, 1, 1)));
	}
	node
}

/// The contracts that were ended so far, and why.
fn ended() -> Vec<(u64, EndReason)> {
	let mut ended = Ended::get();
	ended.sort_unstable_by_key(|(contract, _)| *contract);
	ended
}

#[test]
fn rent_is_a_contract_without_resources() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		assert_eq!((rental(node), capacity(node).rentable), (Rental::None, true));
		assert_ok!(rent(node, RENT));
		assert_eq!((rental(node), capacity(node).rental), (rented(), rented()));
		assert!(!capacity(node).rentable);
		assert_eq!(capacity(node).contracts, 1);
		assert_eq!(capacity(node).used, Resources::default());
		let sale = Sales::<Test>::get(node, ContractId(RENT)).unwrap();
		assert!(sale.resources.is_zero());
	});
}

#[test]
fn all_of_a_rented_node_can_be_sold() {
	new_test_ext().sanity(|| {
		let node = rented_node(ALICE, 0);
		// 8 cores 4 times over, 16 GB less 1, and the disk.
		assert_ok!(take(node, 1, part(32, 15, 500)));
		assert_noop!(take(node, 2, part(1, 0, 0)), Error::<Test>::InsufficientCapacity);
	});
}

#[test]
fn node_is_rented_once() {
	new_test_ext().sanity(|| {
		let node = rented_node(ALICE, 0);
		assert_noop!(rent(node, 98), Error::<Test>::Rented);
		end_rent(node, RENT);
		assert_ok!(rent(node, 98));
	});
}

#[test]
fn rent_is_refused_where_a_part_would_be() {
	new_test_ext().sanity(|| {
		assert_noop!(rent(NodeId(9), RENT), Error::<Test>::NotFound);
		let silent = register(BOB);
		assert_noop!(rent(silent, RENT), Error::<Test>::NotLive);
		let node = live(ALICE);
		assert_ok!(maintain(node, Some(60)));
		assert_noop!(rent(node, RENT), Error::<Test>::UnderMaintenance);
		assert_ok!(maintain(node, None));
		assert_ok!(take(node, 1, part(1, 1, 1)));
		assert_noop!(rent(node, 1), Error::<Test>::AlreadyOnNode);
		assert_ok!(retire(node));
		assert_noop!(rent(node, RENT), Error::<Test>::Retiring);
	});
}

#[test]
fn rent_counts_among_the_most_contracts_of_a_node() {
	let params = crate::NodeParams { max_contracts: 2, ..Default::default() };
	chain_with(params).sanity(|| {
		let node = rented_node(ALICE, 1);
		assert_noop!(take(node, 2, part(1, 1, 1)), Error::<Test>::TooManyContracts);
		let full = live(BOB);
		assert_ok!(take(full, 3, part(1, 1, 1)));
		assert_ok!(take(full, 4, part(1, 1, 1)));
		assert_noop!(rent(full, 98), Error::<Test>::TooManyContracts);
	});
}

#[test]
fn rent_is_refused_while_more_is_sold_than_fits() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		assert_ok!(take(node, 1, part(1, 10, 1)));
		pass(300);
		assert_ok!(report(ALICE, node, 1_300));
		assert_ok!(update(ALICE, node, part(8, 8, 500)));
		assert_noop!(rent(node, RENT), Error::<Test>::InsufficientCapacity);
	});
}

#[test]
fn rent_that_ends_alone_leaves_the_node_free() {
	new_test_ext().sanity(|| {
		let node = rented_node(ALICE, 0);
		end_rent(node, RENT);
		assert_eq!((rental(node), capacity(node).contracts), (Rental::None, 0));
		assert!(capacity(node).rentable);
		assert_eq!(Endings::<Test>::iter_keys().count(), 0);
	});
}

#[test]
fn contracts_under_a_rent_end_with_the_next_block() {
	new_test_ext().sanity(|| {
		let node = rented_node(ALICE, 2);
		end_rent(node, RENT);
		let (contract, farm) = (ContractId(RENT), FARM);
		assert_eq!(last_event(), Event::RentEnding { node, farm, contract, contracts: 2 });
		assert_eq!((rental(node), capacity(node).rental), (ending(), ending()));
		assert!(ended().is_empty());
		pass(6);
		assert_eq!(ended(), [(1, EndReason::RentEnded), (2, EndReason::RentEnded)]);
		assert_eq!(last_event(), Event::RentCleared { node, farm, contract });
		assert_eq!(rental(node), Rental::None);
		assert!(capacity(node).rentable);
	});
}

#[test]
fn node_takes_nothing_while_contracts_under_an_ended_rent_are_left() {
	new_test_ext().sanity(|| {
		let node = rented_node(ALICE, 1);
		end_rent(node, RENT);
		assert_noop!(take(node, 2, part(1, 1, 1)), Error::<Test>::RentEnding);
		assert_noop!(rent(node, 98), Error::<Test>::RentEnding);
		pass(6);
		assert_ok!(take(node, 2, part(1, 1, 1)));
		assert_ok!(rent(node, 98));
	});
}

#[test]
fn last_contract_that_ends_by_itself_frees_the_node_at_once() {
	new_test_ext().sanity(|| {
		let node = rented_node(ALICE, 2);
		end_rent(node, RENT);
		give_back(node, 1);
		assert_eq!(rental(node), ending());
		give_back(node, 2);
		assert_eq!(rental(node), Rental::None);
		assert_eq!(Endings::<Test>::iter_keys().count(), 0);
		pass(6);
		assert!(ended().is_empty());
	});
}

#[test]
fn contracts_under_a_rent_end_a_few_a_block() {
	new_test_ext().sanity(|| {
		// 5 % of a block of 1 s are 50 ms: room for 3 of 15 ms each, and not for 4.
		EndWeight::set(Weight::from_parts(15_000_000_000, 0));
		let node = rented_node(ALICE, 7);
		end_rent(node, RENT);
		let mut left = Vec::new();
		for _ in 0..3 {
			pass(6);
			left.push((capacity(node).contracts, EndingAfter::<Test>::exists()));
		}
		assert_eq!(left, [(4, true), (1, true), (0, false)]);
		assert_eq!(rental(node), Rental::None);
	});
}

#[test]
fn contract_under_a_rent_that_cannot_be_ended_is_tried_again_after_an_hour() {
	new_test_ext().sanity(|| {
		Stubborn::set([1].into());
		let node = rented_node(ALICE, 2);
		end_rent(node, RENT);
		pass(6);
		assert_eq!(ended(), [(2, EndReason::RentEnded)]);
		let event = Event::ContractNotEnded {
			node,
			contract: ContractId(1),
			error: DispatchError::Unavailable,
			reason: EndReason::RentEnded,
		};
		assert_eq!(last_event(), event);
		Stubborn::set(Default::default());
		pass(3_599);
		assert_eq!(rental(node), ending());
		pass(1);
		assert_eq!(rental(node), Rental::None);
	});
}

#[test]
fn rent_can_end_while_the_node_is_under_notice() {
	chain_with(quick()).sanity(|| {
		let node = rented_node(ALICE, 1);
		assert_ok!(retire(node));
		end_rent(node, RENT);
		assert_eq!(Endings::<Test>::iter_keys().count(), 2);
		pass(6);
		assert_eq!(ended(), [(1, EndReason::RentEnded)]);
		assert_noop!(take(node, 2, part(1, 1, 1)), Error::<Test>::Retiring);
		pass(60);
		assert_eq!(Nodes::node_capacity(node), None);
		assert_eq!(Endings::<Test>::iter_keys().count(), 0);
	});
}

#[test]
fn rent_ends_with_the_notice_and_the_node_leaves() {
	chain_with(quick()).sanity(|| {
		let node = rented_node(ALICE, 2);
		assert_ok!(retire(node));
		pass(59);
		assert_eq!(rental(node), rented());
		pass(1);
		let retired = |contract| (contract, EndReason::NodeRetired);
		assert_eq!(ended(), [1, 2, RENT].map(retired));
		assert_eq!(Nodes::node_capacity(node), None);
		assert_eq!(Endings::<Test>::iter_keys().count(), 0);
	});
}

#[test]
fn contract_left_by_a_notice_and_a_rent_is_tried_for_both() {
	chain_with(quick()).sanity(|| {
		Stubborn::set([1].into());
		let node = rented_node(ALICE, 1);
		assert_ok!(retire(node));
		pass(60);
		// The rent is gone, and the node waits for the one contract that is left, once for each reason.
		assert_eq!(ended(), [(RENT, EndReason::NodeRetired)]);
		assert_eq!((capacity(node).contracts, rental(node)), (1, ending()));
		assert_eq!(Endings::<Test>::iter_keys().count(), 2);
		Stubborn::set(Default::default());
		pass(3_600);
		assert_eq!(Nodes::node_capacity(node), None);
		assert_eq!(Endings::<Test>::iter_keys().count(), 0);
	});
}

#[test]
fn rent_that_cannot_be_ended_stays_with_its_node() {
	chain_with(quick()).sanity(|| {
		Stubborn::set([RENT].into());
		let node = rented_node(ALICE, 1);
		assert_ok!(retire(node));
		pass(60);
		assert_eq!(ended(), [(1, EndReason::NodeRetired)]);
		assert_eq!((capacity(node).contracts, rental(node)), (1, rented()));
	});
}

// Where such bugs only leave a line in the log, nothing changes.
#[test]
#[cfg_attr(debug_assertions, should_panic(expected = "a rent ends that there isn't"))]
fn end_of_a_rent_that_there_isn_t_is_a_bug_of_the_caller() {
	new_test_ext().sanity(|| {
		let node = rented_node(ALICE, 1);
		end_rent(node, 1);
		assert_eq!((capacity(node).contracts, rental(node)), (2, rented()));
	});
}

#[test]
fn whole_node_is_charged_by_the_units_of_its_hardware() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		// 8 cores, 16 GB: min(max(4, 4), max(2, 8), max(8, 2)) = 4 CU. 1,000/1200 + 500/200 = 10/3 SU.
		let units = CloudUnits { cu: 4 * UNIT, su: 10 * UNIT / 3 };
		assert_eq!(whole(node), WholeNode { units, certified: false });
		assert_eq!(<Nodes as Meters>::whole(NodeId(9)), None);
	});
}

#[test]
fn whole_node_follows_the_hardware_down_and_up_again_under_a_rent() {
	new_test_ext().sanity(|| {
		let node = rented_node(ALICE, 0);
		pass(300);
		// 4 cores, 8 GB: min(max(2, 2), max(1, 4), max(4, 1)) = 2 CU. 600/1200 + 100/200 = 1 SU.
		let less = Resources { hdd_mib: Mib(600 * 1_024), ..part(4, 8, 100) };
		assert_ok!(update(ALICE, node, less));
		assert_eq!(whole(node).units, CloudUnits { cu: 2 * UNIT, su: UNIT });
		pass(300);
		// What the rent was made with, Billing knows: it charges for the lesser.
		assert_ok!(update(ALICE, node, part(16, 64, 400)));
		assert_eq!(whole(node).units, CloudUnits { cu: 16 * UNIT, su: 2 * UNIT });
		assert_eq!(rental(node), rented());
	});
}

#[test]
fn whole_node_is_certified_while_a_certificate_stands() {
	new_test_ext().sanity(|| {
		let node = rented_node(ALICE, 0);
		assert_ok!(certify(node, Some(computer())));
		assert!(whole(node).certified);
		pass(300);
		assert_ok!(update(ALICE, node, part(4, 8, 100)));
		assert!(!whole(node).certified);
	});
}

#[test]
fn report_of_a_rented_node_leaves_the_rent() {
	new_test_ext().sanity(|| {
		let node = rented_node(ALICE, 0);
		pass(300);
		assert_ok!(report(ALICE, node, 1_300));
		assert_eq!(meters(node).rental, Lease::Rented { contract: ContractId(RENT) });
		assert_eq!(meters(node).attested, Seconds(300));
	});
}

#[test]
fn rents_that_can_t_be_are_found() {
	/// Has a node with a rent and another contract be rented in that way, and tells what the check says.
	fn found(rental: Lease) -> Option<DispatchError> {
		let mut found = None;
		new_test_ext().execute_with(|| {
			let node = rented_node(ALICE, 1);
			Liveness::<Test>::mutate_extant(node, |liveness| liveness.rental = rental);
			if let Lease::Ended { due, .. } = rental {
				Nodes::enqueue(node, Ending::Rent, due);
			}
			found = Nodes::do_try_state().err();
		});
		found
	}
	let broken = Some(DispatchError::Other("3: a node's rent is not as it should be"));
	let (rent, other) = (ContractId(RENT), ContractId(1));
	assert_eq!(found(Lease::Rented { contract: rent }), None);
	// It has resources; it is no contract of the node; it has ended, and is still there.
	assert_eq!(found(Lease::Rented { contract: other }), broken);
	assert_eq!(found(Lease::Rented { contract: ContractId(98) }), broken);
	assert_eq!(found(Lease::Ended { contract: rent, due: START }), broken);
	assert_eq!(found(Lease::Ended { contract: ContractId(98), due: START }), None);
}

#[test]
fn queue_that_lacks_an_ended_rent_is_found() {
	new_test_ext().execute_with(|| {
		let node = rented_node(ALICE, 1);
		end_rent(node, RENT);
		assert_ok!(Nodes::do_try_state());
		Nodes::dequeue(node, Ending::Rent, START);
		let message = "11: the queue isn't as long as there are endings";
		assert_err!(Nodes::do_try_state(), message);
		Nodes::enqueue(node, Ending::Retirement, START);
		let message = "11: a node is in the queue at another time than its own";
		assert_err!(Nodes::do_try_state(), message);
	});
}
