//! What a farm's way to another owner takes: its nodes' revenue is paid, a few nodes a block.

use super::*;
use crate::{mock::*, Handovers, LastSettled};
use frame_support::{
	assert_ok,
	traits::{GetStorageVersion, StorageVersion},
	weights::Weight,
};
use gridchain_primitives::{traits::Farms as _, NodeId, TwinId};
use sp_runtime::{DispatchError, TokenError};

const HERS: TwinId = TwinId(11);
const HIS: TwinId = TwinId(12);

/// Bob has accepted Alice's farm, which pays to the stranger, and whose nodes 3, 5 and 9 have 100, 0 and 250
/// booked.
fn on_its_way() {
	farm_of_alice();
	assert_ok!(Farms::set_payout_account(signed(ALICE), FARM, Some(STRANGER)));
	[(3, 100), (5, 0), (9, 250)].into_iter().for_each(|(node, sum)| book(FARM, node, sum));
	assert_ok!(Farms::offer_farm(signed(ALICE), FARM, HIS));
	assert_ok!(Farms::accept_farm(signed(BOB), FARM));
	System::reset_events();
}

/// The node that was settled last.
fn cursor() -> Option<NodeId> {
	Handovers::<Test>::get(FARM).unwrap().after
}

/// All events of the pallet since the last reset.
fn events() -> Vec<Event<Test>> {
	let all = System::events().into_iter();
	all.filter_map(|record| match record.event {
		RuntimeEvent::Farms(event) => Some(event),
		_ => None,
	})
	.collect()
}

#[test]
fn each_node_s_revenue_is_paid_to_the_old_payout_account_before_the_owner_changes() {
	new_test_ext().sanity(|| {
		on_its_way();
		poll(Weight::MAX);

		assert_eq!((booked(3), booked(5), booked(9)), (0, 0, 0));
		// 1,000,000 + 100 + 250
		assert_eq!(Balances::free_balance(STRANGER), 1_000_350);
		assert_eq!(Balances::free_balance(POT), 999_650);
		let settled =
			|node, amount| Event::RevenueSettled { farm: FARM, node, account: STRANGER, amount };
		let handed_over = Event::FarmHandedOver {
			farm: FARM,
			from: HERS,
			to: HIS,
			account: BOB,
			deposits: 1_770,
		};
		assert_eq!(events(), [settled(NodeId(3), 100), settled(NodeId(9), 250), handed_over]);
	});
}

#[test]
fn a_block_settles_as_many_nodes_as_it_has_room_for() {
	new_test_ext().sanity(|| {
		on_its_way();
		poll(room_for(1));
		assert_eq!((cursor(), booked(3), booked(9)), (Some(NodeId(3)), 0, 250));
		assert_eq!(Farms::owner(FARM), Some(HERS));
		poll(room_for(2));
		assert_eq!((cursor(), booked(9)), (Some(NodeId(9)), 0));
		assert_eq!(Farms::owner(FARM), Some(HERS));
		poll(room_for(1));
		assert_eq!(Farms::owner(FARM), Some(HIS));
		assert!(!Handovers::<Test>::contains_key(FARM));
	});
}

#[test]
fn a_block_without_room_settles_nothing() {
	new_test_ext().sanity(|| {
		on_its_way();
		poll(Weight::zero());
		poll(room_for(1).saturating_sub(Weight::from_parts(1, 0)));
		assert_eq!((cursor(), booked(3)), (None, 100));
	});
}

#[test]
fn what_a_block_settles_is_counted_as_work_of_the_block() {
	new_test_ext().sanity(|| {
		use frame_support::{traits::Hooks, weights::WeightMeter};
		on_its_way();
		let mut meter = WeightMeter::with_limit(room_for(2));
		Farms::on_poll(1, &mut meter);
		assert_eq!(meter.consumed(), room_for(2));
		// Settles the last node and changes the owner; of a whole block, handovers take 5 % at most.
		let mut meter = WeightMeter::with_limit(Weight::MAX);
		Farms::on_poll(1, &mut meter);
		assert_eq!(meter.consumed(), room_for(2));
	});
}

#[test]
fn handovers_leave_most_of_a_block_to_others() {
	new_test_ext().sanity(|| {
		use frame_support::{
			traits::{Get, Hooks},
			weights::WeightMeter,
		};
		on_its_way();
		(10..5_000).for_each(|node| book(FARM, node, 0));
		let mut meter = WeightMeter::with_limit(Weight::MAX);
		Farms::on_poll(1, &mut meter);
		let block: frame_system::limits::BlockWeights =
			<Test as frame_system::Config>::BlockWeights::get();
		let (used, share) = (meter.consumed().ref_time(), block.max_block.ref_time() / 20);
		assert!(used <= share && used + room_for(1).ref_time() > share, "{used} of {share}");
	});
}

#[test]
fn farms_on_their_way_take_turns() {
	new_test_ext().sanity(|| {
		let farms = [1, 2, 3].map(FarmId);
		for (farm, called) in farms.into_iter().zip(["one", "two", "three"]) {
			assert_ok!(Farms::create_farm(signed(ALICE), name(called)));
			[1, 2].into_iter().for_each(|node| book(farm, farm.0 * 10 + node, 1));
			assert_ok!(Farms::offer_farm(signed(ALICE), farm, HIS));
			assert_ok!(Farms::accept_farm(signed(BOB), farm));
		}
		let settled = || farms.map(|farm| Handovers::<Test>::get(farm).map(|way| way.after));
		let first = |farm: FarmId| Some(Some(NodeId(farm.0 * 10 + 1)));
		let second = |farm: FarmId| Some(Some(NodeId(farm.0 * 10 + 2)));
		// One step a block, as little as there can be: three blocks for a node of each.
		(0..3).for_each(|_| poll(room_for(1)));
		assert_eq!(settled(), farms.map(first));
		poll(room_for(3));
		assert_eq!(settled(), farms.map(second));
		poll(room_for(3));
		assert_eq!(settled(), [None; 3]);
		assert_eq!(farms.map(Farms::owner), [Some(HIS); 3]);
	});
}

#[test]
fn a_node_that_can_t_be_settled_keeps_its_revenue_and_holds_nothing_up() {
	new_test_ext().sanity(|| {
		on_its_way();
		Unpayable::set(&Some(STRANGER));
		poll(room_for(1));
		assert_eq!((cursor(), booked(3)), (Some(NodeId(3)), 100));
		assert_eq!(
			last_event(),
			Event::RevenueNotSettled {
				farm: FARM,
				node: NodeId(3),
				account: STRANGER,
				error: DispatchError::Token(TokenError::CannotCreate),
			}
		);
		Unpayable::set(&None);
		poll(Weight::MAX);
		assert_eq!((booked(3), booked(9), Farms::owner(FARM)), (100, 0, Some(HIS)));
	});
}

#[test]
fn the_old_owner_can_name_another_payout_account_on_the_way() {
	new_test_ext().sanity(|| {
		on_its_way();
		poll(room_for(1));
		assert_ok!(Farms::set_payout_account(signed(ALICE), FARM, None));
		let before = Balances::free_balance(ALICE);
		poll(Weight::MAX);
		assert_eq!(Balances::free_balance(STRANGER), 1_000_100);
		assert_eq!(Balances::free_balance(ALICE), before + 250);
	});
}

#[test]
fn a_node_that_joins_on_the_way_is_settled_as_well() {
	new_test_ext().sanity(|| {
		on_its_way();
		poll(room_for(3));
		book(FARM, 10, 70);
		poll(Weight::MAX);
		assert_eq!((booked(10), Farms::owner(FARM)), (0, Some(HIS)));
		// 1,000,000 + 100 + 250 + 70
		assert_eq!(Balances::free_balance(STRANGER), 1_000_420);
	});
}

#[test]
fn what_is_booked_behind_the_cursor_stays_for_the_new_owner() {
	new_test_ext().sanity(|| {
		on_its_way();
		poll(room_for(2));
		book(FARM, 3, 40);
		poll(Weight::MAX);
		assert_eq!((booked(3), Farms::payout(FARM)), (40, Some(BOB)));
	});
}

#[test]
fn a_block_without_farms_on_their_way_does_nothing() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		System::reset_events();
		poll(Weight::MAX);
		assert!(System::events().is_empty() && LastSettled::<Test>::get().is_none());
	});
}

#[test]
fn nothing_is_settled_while_the_storage_waits_for_a_migration() {
	new_test_ext().sanity(|| {
		on_its_way();
		let current = Farms::in_code_storage_version();
		StorageVersion::new(0).put::<Farms>();
		poll(Weight::MAX);
		assert_eq!((cursor(), booked(3)), (None, 100));
		current.put::<Farms>();
		poll(Weight::MAX);
		assert_eq!(Farms::owner(FARM), Some(HIS));
	});
}
