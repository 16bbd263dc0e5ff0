//! Finding a node.

use crate::{mock::*, NextNodeId, NodeParams, Params};
use frame_support::assert_ok;
use gridchain_primitives::{
	FarmCertification, FarmId, FoundFarm, FoundNode, NodeCapacity, NodeCertification, NodeFilter,
	NodeId, NodesPage, Rental, Resources, Tenancy, Usd, Wanted,
};

/// No node.
const NONE: [u32; 0] = [];
/// A third account.
const CAROL: AccountId = 3;
/// A fourth one.
const DORA: AccountId = 4;

/// Every farm but the one of the tests is certified, and has two free IPs for each of its number.
fn farm(farm: FarmId) -> FoundFarm {
	let certification = match farm == FARM {
		true => FarmCertification::NotCertified,
		false => FarmCertification::Gold,
	};
	FoundFarm { farm, certification, free_ips: 2 * farm.0 }
}

fn page(filter: NodeFilter, page: u32) -> NodesPage {
	Nodes::find_nodes(&filter, page, farm)
}

/// The ids on the first page.
fn found(filter: NodeFilter) -> Vec<u32> {
	page(filter, 0).nodes.into_iter().map(|found| found.node.0).collect()
}

/// Finds any node, whatever it is wanted for.
const ANY: NodeFilter = NodeFilter {
	wanted: Wanted::Any,
	farm: None,
	country: None,
	certification: None,
	farm_certification: None,
	free: None,
	free_ips: None,
};

/// A live node of `account` in a farm of that number, in that country.
fn live_in(account: AccountId, farm: u32, country: &[u8; 2]) -> NodeId {
	let node = NextNodeId::<Test>::get();
	Authorised::mutate(|all| all.insert((account, FarmId(farm))));
	let mut details = details();
	details.location.country = *country;
	dispatch(account, register_with(FarmId(farm), computer(), details)).unwrap();
	report(account, node, 1_000).unwrap();
	node
}

#[test]
fn hit_tells_where_a_node_is_and_what_it_has() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		assert_ok!(take(node, 1, part(2, 4, 50)));
		let capacity = NodeCapacity {
			farm: FARM,
			hardware: computer(),
			used: part(2, 4, 50),
			// 4 x 8 - 2 cores, 16 - 1 - 4 GB, 500 - 50 GB; the rest is whole.
			free: Resources { hdd_mib: computer().hdd_mib, gpus: 1, ..part(30, 11, 450) },
			contracts: 1,
			live: true,
			maintenance: None,
			retiring: None,
			certified: false,
			rental: Rental::None,
			rentable: false,
			extra_fee: Usd::ZERO,
			tenancy: Tenancy::Shared,
		};
		assert_eq!(Nodes::node_capacity(node), Some(capacity));
		let hit = FoundNode {
			node,
			farm: FoundFarm {
				farm: FARM,
				certification: FarmCertification::NotCertified,
				free_ips: 14,
			},
			country: *b"BE",
			city: text("Ghent"),
			capacity,
		};
		let expected = NodesPage { page: 0, pages: 1, nodes: vec![hit] };
		assert_eq!(page(NodeFilter::default(), 0), expected);
	});
}

#[test]
fn dedicated_node_is_found_by_those_who_rent_and_not_by_those_who_deploy() {
	new_test_ext().sanity(|| {
		let (shared, dedicated) = (live(ALICE), live(BOB));
		assert_ok!(offer(dedicated, Tenancy::Dedicated));
		let to_rent = NodeFilter { wanted: Wanted::Rent, ..Default::default() };
		assert_eq!(found(NodeFilter::default()), [shared.0]);
		assert_eq!(found(to_rent), [shared.0, dedicated.0]);
		assert_ok!(offer(dedicated, Tenancy::Shared));
		assert_eq!(found(NodeFilter::default()), [shared.0, dedicated.0]);
	});
}

#[test]
fn by_default_only_nodes_are_found_that_take_contracts_now() {
	new_test_ext().sanity(|| {
		let open = live(ALICE);
		let silent = register(BOB);
		let maintained = live(CAROL);
		assert_ok!(maintain(maintained, Some(60)));
		let retiring = live(DORA);
		assert_ok!(take(retiring, 1, part(1, 1, 1)));
		assert_ok!(retire(retiring));
		assert_eq!(found(NodeFilter::default()), [open.0]);
		assert_eq!(found(ANY), [open.0, silent.0, maintained.0, retiring.0]);
		pass(60);
		assert_eq!(found(NodeFilter::default()), [open.0, maintained.0]);
		assert_ok!(keep(retiring));
		assert_eq!(found(NodeFilter::default()), [open.0, maintained.0, retiring.0]);
		// No report for more than 1,200 blocks.
		pass(7_206);
		assert_eq!(found(NodeFilter::default()), NONE);
	});
}

#[test]
fn node_with_as_many_contracts_as_it_can_have_takes_none() {
	chain_with(NodeParams { max_contracts: 2, ..Default::default() }).sanity(|| {
		let node = live(ALICE);
		assert_ok!(take(node, 1, part(1, 1, 1)));
		assert_eq!(found(NodeFilter::default()), [node.0]);
		assert_ok!(take(node, 2, part(1, 1, 1)));
		assert_eq!(Params::<Test>::get().max_contracts, 2);
		assert_eq!(found(NodeFilter::default()), NONE);
	});
}

#[test]
fn whole_nodes_are_those_without_contracts() {
	new_test_ext().sanity(|| {
		let (sold, empty, silent) = (live(ALICE), live(BOB), register(CAROL));
		assert_ok!(take(sold, 1, part(1, 1, 1)));
		let rent = NodeFilter { wanted: Wanted::Rent, ..Default::default() };
		assert_eq!(found(rent), [empty.0]);
		give_back(sold, 1);
		assert_ok!(report(CAROL, silent, 1_000));
		assert_eq!(found(rent), [sold.0, empty.0, silent.0]);
	});
}

#[test]
fn free_capacity_suffices_in_each_of_its_parts() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		assert_ok!(take(node, 1, Resources { gpus: 1, ..part(2, 4, 50) }));
		let with = |free| NodeFilter { free: Some(free), ..Default::default() };
		// 30 cores, 11 GB of memory, 450 GB of SSD and 1,000 GB of HDD are free, and no graphics processor.
		let free = Resources { hdd_mib: computer().hdd_mib, ..part(30, 11, 450) };
		assert_eq!(found(with(free)), [node.0]);
		for beyond in [part(31, 11, 450), part(30, 12, 450), part(30, 11, 451)] {
			assert_eq!(found(with(beyond)), NONE, "{beyond:?}");
		}
		assert_eq!(found(with(Resources { gpus: 1, ..Default::default() })), NONE);
		give_back(node, 1);
		assert_eq!(found(with(Resources { gpus: 1, ..Default::default() })), [node.0]);
	});
}

#[test]
fn certified_nodes_and_others_are_told_apart() {
	new_test_ext().sanity(|| {
		let (certified, other) = (live(ALICE), live(BOB));
		assert_ok!(certify(certified, Some(computer())));
		let with =
			|certification| NodeFilter { certification: Some(certification), ..Default::default() };
		assert_eq!(found(with(NodeCertification::Certified)), [certified.0]);
		assert_eq!(found(with(NodeCertification::NotCertified)), [other.0]);
		assert_eq!(found(NodeFilter::default()), [certified.0, other.0]);
	});
}

#[test]
fn country_and_farm_are_the_ones_asked_for() {
	new_test_ext().sanity(|| {
		let belgian = live(ALICE);
		let ugandan = live_in(BOB, 9, b"UG");
		let with = |country| NodeFilter { country: Some(country), ..Default::default() };
		assert_eq!(found(with(*b"BE")), [belgian.0]);
		assert_eq!(found(with(*b"UG")), [ugandan.0]);
		assert_eq!(found(with(*b"FR")), NONE);
		let of = |farm| NodeFilter { farm: Some(farm), ..Default::default() };
		assert_eq!(found(of(FARM)), [belgian.0]);
		assert_eq!(found(of(FarmId(9))), [ugandan.0]);
	});
}

#[test]
fn farm_has_the_certificate_and_the_free_ips() {
	new_test_ext().sanity(|| {
		let plain = live(ALICE);
		let gold = live_in(BOB, 9, b"BE");
		let with = |certification| NodeFilter {
			farm_certification: Some(certification),
			..Default::default()
		};
		assert_eq!(found(with(FarmCertification::Gold)), [gold.0]);
		assert_eq!(found(with(FarmCertification::NotCertified)), [plain.0]);
		// Farm 7 has 14 free IPs, farm 9 has 18.
		let with = |least| NodeFilter { free_ips: Some(least), ..Default::default() };
		assert_eq!(found(with(14)), [plain.0, gold.0]);
		assert_eq!(found(with(15)), [gold.0]);
		assert_eq!(found(with(19)), NONE);
	});
}

#[test]
fn all_that_is_asked_for_must_hold_together() {
	new_test_ext().sanity(|| {
		live(ALICE);
		live_in(BOB, 9, b"UG");
		let belgian_gold = NodeFilter {
			country: Some(*b"BE"),
			farm_certification: Some(FarmCertification::Gold),
			..Default::default()
		};
		assert_eq!(found(belgian_gold), NONE);
		let both = live_in(CAROL, 9, b"BE");
		assert_eq!(found(belgian_gold), [both.0]);
	});
}

#[test]
fn page_covers_a_hundred_ids_whoever_has_left() {
	new_test_ext().sanity(|| {
		for (account, id) in [(ALICE, 100), (BOB, 101), (CAROL, 250)] {
			NextNodeId::<Test>::put(NodeId(id));
			assert_eq!(live(account), NodeId(id));
		}
		let ids = |number| {
			let NodesPage { page, pages, nodes } = page(ANY, number);
			assert_eq!((page, pages), (number, 3));
			nodes.into_iter().map(|found| found.node.0).collect::<Vec<_>>()
		};
		assert_eq!(ids(0), [100]);
		assert_eq!(ids(1), [101]);
		assert_eq!(ids(2), [250]);
		assert_eq!(ids(3), NONE);
		assert_eq!(ids(u32::MAX), NONE);
		// The one that leaves takes none of the others to another page.
		assert_ok!(retire(NodeId(100)));
		assert_eq!(ids(0), NONE);
		assert_eq!(ids(1), [101]);
	});
}

#[test]
fn chain_without_nodes_has_no_pages() {
	new_test_ext().sanity(|| {
		assert_eq!(page(ANY, 0), NodesPage { page: 0, pages: 0, nodes: vec![] });
	});
}
