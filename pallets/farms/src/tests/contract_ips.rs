//! Which contract has which public IPs.

use super::*;
use crate::{mock::*, Error, IpState, IpsOf, PublicIps};
use frame_support::{assert_noop, assert_ok};
use gridchain_primitives::{traits::Farms as _, ContractId, Ipv4Network};

const FIRST: ContractId = ContractId(1);
const SECOND: ContractId = ContractId(2);

/// Alice's farm with that many IPs, from `185.206.122.31` on.
fn farm_with_ips(count: u8) {
	farm_of_alice();
	(31..31 + count).for_each(add_ip);
}

/// The last numbers of the addresses of the IPs that `contract` has.
fn ips_of(contract: ContractId) -> Vec<u8> {
	Farms::ips_of(contract).iter().map(|network| network.address[3]).collect()
}

#[test]
fn take_ips_gives_free_ones_to_the_contract() {
	new_test_ext().sanity(|| {
		farm_with_ips(3);
		assert_ok!(Farms::take_ips(FARM, FIRST, 2));
		// The last added are the first taken.
		let network = |last| Ipv4Network { address: ip(last), prefix: 24, gateway: ip(1) };
		assert_eq!(Farms::ips_of(FIRST), [network(33), network(32)]);
		let state = PublicIps::<Test>::get(ip(33)).unwrap().state;
		assert!(matches!(state, IpState::InUse { contract: FIRST, .. }));
		assert_eq!((belongings(FARM).ips, belongings(FARM).free_ips), (3, 1));
		// Deposits don't care: 3 x 1,380.
		assert_eq!(held_for_ips(ALICE), 4_140);
		let ips = vec![ip(33), ip(32)].try_into().unwrap();
		assert_eq!(last_event(), Event::PublicIpsTaken { farm: FARM, contract: FIRST, ips });
	});
}

#[test]
fn take_ips_adds_to_those_that_the_contract_has() {
	new_test_ext().sanity(|| {
		farm_with_ips(3);
		assert_ok!(Farms::take_ips(FARM, FIRST, 1));
		assert_ok!(Farms::take_ips(FARM, SECOND, 1));
		assert_ok!(Farms::take_ips(FARM, FIRST, 1));
		assert_eq!((ips_of(FIRST), ips_of(SECOND)), (vec![33, 31], vec![32]));
	});
}

#[test]
fn take_ips_of_none_does_nothing() {
	new_test_ext().sanity(|| {
		farm_with_ips(1);
		System::reset_events();
		assert_ok!(Farms::take_ips(FARM, FIRST, 0));
		assert!(System::events().is_empty() && !IpsOf::<Test>::contains_key(FIRST));
	});
}

#[test]
fn take_ips_is_refused_when_too_few_are_free() {
	new_test_ext().sanity(|| {
		farm_with_ips(2);
		assert_noop!(Farms::take_ips(FARM, FIRST, 3), Error::<Test>::InsufficientPublicIps);
		assert_ok!(Farms::take_ips(FARM, FIRST, 1));
		assert_noop!(Farms::take_ips(FARM, SECOND, 2), Error::<Test>::InsufficientPublicIps);
		assert_noop!(Farms::take_ips(FarmId(2), SECOND, 1), Error::<Test>::NotFound);
	});
}

#[test]
fn a_contract_has_sixteen_ips_at_most() {
	new_test_ext().sanity(|| {
		farm_with_ips(20);
		assert_noop!(Farms::take_ips(FARM, FIRST, 17), Error::<Test>::TooManyContractIps);
		assert_ok!(Farms::take_ips(FARM, FIRST, 10));
		assert_noop!(Farms::take_ips(FARM, FIRST, 7), Error::<Test>::TooManyContractIps);
		assert_ok!(Farms::take_ips(FARM, FIRST, 6));
		assert_eq!((ips_of(FIRST).len(), belongings(FARM).free_ips), (16, 4));
	});
}

#[test]
fn a_contract_has_ips_of_one_farm() {
	new_test_ext().sanity(|| {
		farm_with_ips(1);
		assert_ok!(Farms::create_farm(signed(BOB), name("Blue-Hill")));
		let (cidr, gateway) = (ipv4("185.206.123.31/24"), ipv4("185.206.123.1"));
		assert_ok!(Farms::add_public_ip(signed(BOB), FarmId(2), cidr, gateway));
		assert_ok!(Farms::take_ips(FARM, FIRST, 1));
		assert_noop!(Farms::take_ips(FarmId(2), FIRST, 1), Error::<Test>::OtherFarm);
	});
}

#[test]
fn free_ips_takes_all_of_a_contract_back() {
	new_test_ext().sanity(|| {
		farm_with_ips(3);
		assert_ok!(Farms::take_ips(FARM, FIRST, 2));
		assert_ok!(Farms::take_ips(FARM, SECOND, 1));
		Farms::free_ips(FARM, FIRST);
		assert_eq!((ips_of(FIRST), ips_of(SECOND)), (vec![], vec![31]));
		assert_eq!(belongings(FARM).free_ips, 2);
		let ips = vec![ip(33), ip(32)].try_into().unwrap();
		assert_eq!(last_event(), Event::PublicIpsFreed { farm: FARM, contract: FIRST, ips });
	});
}

#[test]
fn whoever_takes_fewer_again_gets_the_first_ones() {
	new_test_ext().sanity(|| {
		farm_with_ips(4);
		assert_ok!(Farms::take_ips(FARM, FIRST, 3));
		assert_eq!(ips_of(FIRST), [34, 33, 32]);
		Farms::free_ips(FARM, FIRST);
		assert_ok!(Farms::take_ips(FARM, FIRST, 2));
		assert_eq!(ips_of(FIRST), [34, 33]);
	});
}

#[test]
fn free_ips_of_a_contract_without_any_does_nothing() {
	new_test_ext().sanity(|| {
		farm_with_ips(1);
		System::reset_events();
		Farms::free_ips(FARM, FIRST);
		assert!(System::events().is_empty());
	});
}

// Where such bugs only leave a line in the log, nothing changes.
#[test]
#[cfg_attr(debug_assertions, should_panic(expected = "of another farm than the one"))]
fn free_ips_of_another_farm_is_a_bug_of_the_caller() {
	new_test_ext().sanity(|| {
		farm_with_ips(1);
		assert_ok!(Farms::take_ips(FARM, FIRST, 1));
		Farms::free_ips(FarmId(2), FIRST);
		assert_eq!(ips_of(FIRST), [31]);
	});
}
