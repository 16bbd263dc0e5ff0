//! Joining a farm, and describing the computer.

use crate::{mock::*, types::*, Error, Event, Ledger, NodeOf, NodeParams, NodesOf, Params};
use codec::MaxEncodedLen;
use frame_support::{assert_noop, assert_ok, BoundedVec};
use gridchain_primitives::{
	traits::{Attested, Capacity},
	FarmId, FarmingPolicyId, Mib, NodeId, Period, Resources, Seconds, Time, TwinId,
};

#[test]
fn register_makes_a_node_of_the_farm_that_authorised_its_account() {
	new_test_ext().sanity(|| {
		authorise(ALICE);
		assert_ok!(dispatch(ALICE, register_call(computer(), details())));
		let node = NodeId(1);
		assert_eq!(NodeOf::<Test>::get(ALICE), Some(node));
		let made = stored(node);
		assert_eq!(
			(meters(node).account, made.twin, meters(node).farm),
			(ALICE, TwinId(101), FARM)
		);
		assert_eq!((meters(node).registered_at, made.updated_at), (START, START));
		assert_eq!((ledger(node).policy, made.details), (FarmingPolicyId(3), details()));
		assert_eq!((made.public_config, made.config_set_at), (None, None));
		assert_eq!(ledger(node).hardware, computer());
		assert_eq!(ledger(node).contracts, 0);
		assert!(Admitted::get().contains(&ALICE));
		assert_eq!(Uses::get().get(&101), Some(&1));
		let event = Event::NodeRegistered {
			node,
			account: ALICE,
			twin: TwinId(101),
			farm: FARM,
			hardware: computer(),
			policy: FarmingPolicyId(3),
		};
		assert_eq!(last_event(), event);
	});
}

#[test]
fn node_ids_count_from_1() {
	new_test_ext().sanity(|| {
		assert_eq!(<Nodes as Attested>::last_id(), None);
		assert_eq!(register(ALICE), NodeId(1));
		assert_eq!(register(BOB), NodeId(2));
		assert_eq!(<Nodes as Attested>::last_id(), Some(NodeId(2)));
		assert_eq!(<Nodes as Capacity<_>>::node_of(&BOB), Some(NodeId(2)));
		assert_eq!(<Nodes as Capacity<_>>::node_of(&3), None);
	});
}

#[test]
fn register_begins_with_meters_at_zero_and_is_not_live() {
	new_test_ext().sanity(|| {
		pass(60);
		let node = register(ALICE);
		let expected = NodeLiveness {
			account: ALICE,
			farm: FARM,
			registered_at: Time(1_700_000_060),
			reported: false,
			last_report: Time(1_700_000_060),
			last_block: 11,
			last_uptime: Seconds(0),
			attested: Seconds(0),
			running: PeriodUptime { period: Period(0), seconds: Seconds(0) },
			previous: None,
			offer: Offer::Open,
			rental: Lease::None,
		};
		assert_eq!(meters(node), expected);
		assert!(!<Nodes as Capacity<_>>::node(node).unwrap().live);
	});
}

#[test]
fn register_keeps_the_policy_of_its_moment() {
	new_test_ext().sanity(|| {
		let first = register(ALICE);
		Policy::set(FarmingPolicyId(4));
		let second = register(BOB);
		assert_eq!(ledger(first).policy, FarmingPolicyId(3));
		assert_eq!(ledger(second).policy, FarmingPolicyId(4));
	});
}

#[test]
fn register_refuses_an_account_that_no_farm_has_authorised() {
	new_test_ext().sanity(|| {
		let call = register_call(computer(), details());
		assert_noop!(dispatch(ALICE, call), Error::<Test>::NotAuthorised);
	});
}

#[test]
fn register_refuses_another_farm_than_the_one_that_authorised_the_account() {
	new_test_ext().sanity(|| {
		authorise(ALICE);
		let elsewhere = register_with(FarmId(8), computer(), details());
		assert_noop!(dispatch(ALICE, elsewhere), Error::<Test>::NotAuthorised);
		// A farm that nobody asked has authorised it as well. That bars it from nothing, and catches nothing.
		Authorised::mutate(|all| all.insert((ALICE, FarmId(8))));
		assert_ok!(dispatch(ALICE, register_call(computer(), details())));
		assert_eq!(meters(NodeId(1)).farm, FARM);
	});
}

#[test]
fn nodes_of_a_farm_are_listed() {
	new_test_ext().sanity(|| {
		register(ALICE);
		Authorised::mutate(|all| all.insert((BOB, FarmId(8))));
		assert_ok!(dispatch(BOB, register_with(FarmId(8), computer(), details())));
		register(3);
		let of = |farm| {
			let mut nodes: Vec<_> = NodesOf::<Test>::iter_key_prefix(farm).collect();
			nodes.sort_unstable();
			nodes
		};
		assert_eq!(of(FARM), [NodeId(1), NodeId(3)]);
		let first = Nodes::next_node_of(FARM, None).unwrap();
		let second = Nodes::next_node_of(FARM, Some(first)).unwrap();
		assert_eq!(first.0 + second.0, 4);
		assert_eq!(Nodes::next_node_of(FARM, Some(second)), None);
		assert_eq!(of(FarmId(8)), [NodeId(2)]);
	});
}

#[test]
fn register_refuses_an_account_that_has_a_node() {
	new_test_ext().sanity(|| {
		register(ALICE);
		authorise(ALICE);
		let call = register_call(computer(), details());
		assert_noop!(dispatch(ALICE, call), Error::<Test>::AlreadyRegistered);
	});
}

#[test]
fn register_changes_nothing_when_no_twin_can_be_made() {
	new_test_ext().sanity(|| {
		authorise(ALICE);
		TwinsFail::set(true);
		let call = register_call(computer(), details());
		assert_noop!(dispatch(ALICE, call), sp_runtime::DispatchError::Other("no twin"));
	});
}

#[test]
fn register_refuses_hardware_below_the_least() {
	let least = Resources {
		cores: 1,
		memory_mib: Mib(2_048),
		ssd_mib: Mib(51_200),
		hdd_mib: Mib(51_200),
		gpus: 0,
	};
	let too_little = [
		Resources { cores: 0, ..least },
		Resources { memory_mib: Mib(2_047), ..least },
		Resources { ssd_mib: Mib(51_199), ..least },
		Resources { hdd_mib: Mib(51_199), ..least },
	];
	new_test_ext().sanity(|| {
		authorise(ALICE);
		for hardware in too_little {
			let call = register_call(hardware, details());
			assert_noop!(dispatch(ALICE, call), Error::<Test>::HardwareOutOfBounds);
		}
		assert_ok!(dispatch(ALICE, register_call(least, details())));
	});
}

#[test]
fn register_refuses_hardware_above_the_most() {
	let most = Resources {
		cores: 4_096,
		memory_mib: Mib(67_108_864),
		ssd_mib: Mib(4_294_967_296),
		hdd_mib: Mib(4_294_967_296),
		gpus: 64,
	};
	let too_much = [
		Resources { cores: 4_097, ..most },
		Resources { memory_mib: Mib(67_108_865), ..most },
		Resources { ssd_mib: Mib(4_294_967_297), ..most },
		Resources { hdd_mib: Mib(4_294_967_297), ..most },
		Resources { gpus: 65, ..most },
	];
	new_test_ext().sanity(|| {
		authorise(ALICE);
		for hardware in too_much {
			let call = register_call(hardware, details());
			assert_noop!(dispatch(ALICE, call), Error::<Test>::HardwareOutOfBounds);
		}
		assert_ok!(dispatch(ALICE, register_call(most, details())));
	});
}

/// A description with another country, city and position.
fn located(country: &[u8; 2], city: &[u8], position: Option<(i32, i32)>) -> Details {
	let position = position.map(|(latitude, longitude)| Position { latitude, longitude });
	let city = BoundedVec::truncate_from(city.to_vec());
	Details { location: Location { country: *country, city, position }, ..details() }
}

/// A description with one interface of that name.
fn interface_named(name: &[u8]) -> Details {
	let mut changed = details();
	changed.interfaces[0].name = BoundedVec::truncate_from(name.to_vec());
	changed
}

#[test]
fn register_refuses_a_description_that_people_cannot_read() {
	let cases = [
		(located(b"be", b"", None), Error::<Test>::CountryNotTwoLetters),
		(located(b"B1", b"", None), Error::CountryNotTwoLetters),
		(located(b"BE", &[0xff, 0xfe], None), Error::TextNotReadable),
		(located(b"BE", b"Ghent\n", None), Error::TextNotReadable),
		(located(b"BE", b"", Some((90_000_001, 0))), Error::PositionOutOfBounds),
		(located(b"BE", b"", Some((-90_000_001, 0))), Error::PositionOutOfBounds),
		(located(b"BE", b"", Some((0, 180_000_001))), Error::PositionOutOfBounds),
		(located(b"BE", b"", Some((i32::MIN, i32::MIN))), Error::PositionOutOfBounds),
		(interface_named(b""), Error::TextNotReadable),
		(interface_named(b"eth\0"), Error::TextNotReadable),
		(Details { serial: text("\u{7f}"), ..details() }, Error::TextNotReadable),
	];
	new_test_ext().sanity(|| {
		authorise(ALICE);
		for (details, refused) in cases {
			assert_noop!(dispatch(ALICE, register_call(computer(), details)), refused);
		}
	});
}

#[test]
fn register_accepts_what_a_farmer_leaves_out() {
	let sparse = Details {
		interfaces: Default::default(),
		serial: Default::default(),
		..located(b"NZ", b"", None)
	};
	new_test_ext().sanity(|| {
		authorise(ALICE);
		assert_ok!(dispatch(ALICE, register_call(computer(), sparse)));
		authorise(BOB);
		// The very corner of the map, and a city that isn't ASCII.
		let corner = located(b"FJ", "Nukuʻalofa".as_bytes(), Some((-90_000_000, 180_000_000)));
		assert_ok!(dispatch(BOB, register_call(computer(), corner)));
	});
}

#[test]
fn update_describes_the_node_anew() {
	new_test_ext().sanity(|| {
		let node = register(ALICE);
		pass(300);
		let smaller = Resources { gpus: 0, ..computer() };
		let moved = located(b"NL", b"Utrecht", None);
		assert_ok!(dispatch(ALICE, update_call(node, smaller, moved.clone())));
		assert_eq!(stored(node).details, moved);
		assert_eq!(stored(node).updated_at, Time(1_700_000_300));
		assert_eq!(meters(node).registered_at, START);
		assert_eq!(ledger(node).hardware, smaller);
		let event = Event::NodeUpdated { node, farm: FARM, before: computer(), hardware: smaller };
		assert_eq!(last_event(), event);
	});
}

#[test]
fn update_of_the_description_alone_leaves_the_ledger() {
	new_test_ext().sanity(|| {
		let node = register(ALICE);
		pass(300);
		let before = ledger(node);
		assert_ok!(dispatch(ALICE, update_call(node, computer(), located(b"NL", b"", None))));
		assert_eq!(ledger(node), before);
	});
}

#[test]
fn update_is_refused_within_the_interval() {
	new_test_ext().sanity(|| {
		let node = register(ALICE);
		let smaller = Resources { gpus: 0, ..computer() };
		pass(299);
		assert_noop!(update(ALICE, node, smaller), Error::<Test>::TooEarly);
		pass(1);
		assert_ok!(update(ALICE, node, smaller));
		pass(299);
		assert_noop!(update(ALICE, node, computer()), Error::<Test>::TooEarly);
		pass(1);
		assert_ok!(update(ALICE, node, computer()));
	});
}

#[test]
fn update_is_refused_to_strangers_and_for_unknown_nodes() {
	new_test_ext().sanity(|| {
		let node = register(ALICE);
		register(BOB);
		pass(300);
		let smaller = Resources { gpus: 0, ..computer() };
		assert_noop!(update(BOB, node, smaller), Error::<Test>::NotNodeAccount);
		assert_noop!(update(ALICE, NodeId(9), smaller), Error::<Test>::NotFound);
	});
}

#[test]
fn update_is_refused_when_nothing_changes_or_a_field_is_bad() {
	new_test_ext().sanity(|| {
		let node = register(ALICE);
		pass(300);
		assert_noop!(update(ALICE, node, computer()), Error::<Test>::NothingToChange);
		let most = Params::<Test>::get().maximum;
		let huge = Resources { hdd_mib: most.hdd_mib.plus(Mib(1)), ..computer() };
		assert_noop!(update(ALICE, node, huge), Error::<Test>::HardwareOutOfBounds);
		let abroad = located(b"??", b"", None);
		let call = update_call(node, computer(), abroad);
		assert_noop!(dispatch(ALICE, call), Error::<Test>::CountryNotTwoLetters);
	});
}

#[test]
fn node_says_what_it_has_lost_even_below_what_may_join() {
	new_test_ext().sanity(|| {
		let node = register(ALICE);
		pass(300);
		let broken = Resources { ssd_mib: Mib(0), hdd_mib: Mib(0), ..computer() };
		assert_ok!(update(ALICE, node, broken));
		assert_eq!(Ledger::<Test>::get(node).unwrap().hardware, broken);
	});
}

#[test]
fn node_above_a_lowered_maximum_still_describes_itself() {
	new_test_ext().sanity(|| {
		let node = register(ALICE);
		let params = Params::<Test>::get();
		let maximum = Resources { memory_mib: params.minimum.memory_mib, ..params.maximum };
		assert_ok!(Nodes::set_params(RuntimeOrigin::root(), NodeParams { maximum, ..params }));
		pass(300);
		assert_ok!(update(ALICE, node, Resources { gpus: 0, ..computer() }));
		pass(300);
		let grown = Resources { memory_mib: computer().memory_mib.plus(Mib(1)), ..computer() };
		assert_noop!(update(ALICE, node, grown), Error::<Test>::HardwareOutOfBounds);
	});
}

#[test]
fn all_that_is_stored_of_a_node_is_at_most_1_kib() {
	// The account of a real chain has 32 bytes.
	type Account = sp_runtime::AccountId32;
	let node = Node::max_encoded_len();
	let meters = NodeLiveness::<Account>::max_encoded_len();
	let ledger = NodeLedger::max_encoded_len();
	let index = NodeId::max_encoded_len();
	assert!(node + meters + ledger + index <= 1_024, "{node} + {meters} + {ledger} + {index}");
	// A contract may have 700 bytes in all.
	assert!(Sale::max_encoded_len() <= 50);
}
