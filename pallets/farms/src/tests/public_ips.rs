//! Adding and removing public IPs.

use super::*;
use crate::{mock::*, Error, FreeIps, IpState, PublicIps};
use frame_support::{assert_noop, assert_ok};
use gridchain_primitives::{traits::Farms as _, ContractId};
use sp_runtime::{DispatchError, TokenError};

const CONTRACT: ContractId = ContractId(1);

fn add(cidr: &str, gateway: &str) -> sp_runtime::DispatchResult {
	Farms::add_public_ip(signed(ALICE), FARM, ipv4(cidr), ipv4(gateway))
}

fn remove(account: u64, address: &str) -> sp_runtime::DispatchResult {
	Farms::remove_public_ip(signed(account), FARM, ipv4(address))
}

/// What [`crate::Belongings`] says of IPs: how many, how many of them free, and what is held for them.
fn counted() -> (u32, u32, u128) {
	let all = belongings(FARM);
	(all.ips, all.free_ips, all.held.ips)
}

#[test]
fn add_public_ip_stores_what_it_reads_and_holds_the_deposit() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		assert_ok!(add("185.206.122.31/24", "185.206.122.1"));

		let stored = PublicIps::<Test>::get(ip(31)).unwrap();
		assert_eq!((stored.farm, stored.prefix, stored.gateway), (FARM, 24, ip(1)));
		assert!(matches!(stored.state, IpState::Free { place: 0, .. }));
		assert_eq!(counted(), (1, 1, 1_380));
		// 1,000,000 - 1,770 - 1,380
		assert_eq!((held_for_ips(ALICE), Balances::free_balance(ALICE)), (IP_DEPOSIT, 996_850));
		assert_eq!(
			last_event(),
			Event::PublicIpAdded {
				farm: FARM,
				account: ALICE,
				address: ip(31),
				prefix: 24,
				gateway: ip(1),
			}
		);
	});
}

#[test]
fn add_public_ip_takes_the_longest_address_there_is() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		assert_ok!(add("185.206.122.131/24", "185.206.122.101"));
		assert!(Ipv4Text::try_from(b"185.206.122.131/024".to_vec()).is_err());
	});
}

#[test]
fn add_public_ip_refuses_what_is_no_public_address_beside_its_gateway() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		type E = Error<Test>;
		assert_noop!(add("185.206.122.31", "185.206.122.1"), E::AddressNotReadable);
		assert_noop!(add("185.206.122.31/24", "185.206.122"), E::AddressNotReadable);
		assert_noop!(add("2a02::2/64", "2a02::1"), E::AddressNotReadable);
		assert_noop!(add("185.206.122.31/32", "185.206.122.1"), E::PrefixOutOfBounds);
		assert_noop!(add("185.206.122.31/7", "185.206.122.1"), E::PrefixOutOfBounds);
		assert_noop!(add("185.206.122.31/24", "185.206.122.31"), E::GatewayIsAddress);
		assert_noop!(add("185.206.122.31/24", "185.206.123.1"), E::GatewayOutsidePrefix);
		// The network, all its hosts, and one that no stranger reaches.
		assert_noop!(add("185.206.122.0/24", "185.206.122.1"), E::AddressNotPublic);
		assert_noop!(add("185.206.122.255/24", "185.206.122.1"), E::AddressNotPublic);
		assert_noop!(add("192.168.1.2/24", "192.168.1.1"), E::AddressNotPublic);
	});
}

#[test]
fn an_address_is_on_the_chain_once() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		assert_ok!(Farms::create_farm(signed(BOB), name("Blue-Hill")));
		add_ip(31);
		// Another prefix or gateway makes no other address of it.
		assert_noop!(add("185.206.122.31/25", "185.206.122.2"), Error::<Test>::AddressTaken);
		let by_bob = Farms::add_public_ip(
			signed(BOB),
			FarmId(2),
			ipv4("185.206.122.31/24"),
			ipv4("185.206.122.1"),
		);
		assert_noop!(by_bob, Error::<Test>::AddressTaken);
	});
}

#[test]
fn add_public_ip_is_refused_to_anybody_but_the_owner() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		let add = |origin| {
			let (cidr, gateway) = (ipv4("185.206.122.31/24"), ipv4("185.206.122.1"));
			Farms::add_public_ip(origin, FARM, cidr, gateway)
		};
		for other in [BOB, STRANGER, CERTIFIER] {
			assert_noop!(add(signed(other)), Error::<Test>::NotOwner);
		}
		assert_noop!(add(RuntimeOrigin::root()), DispatchError::BadOrigin);
	});
}

#[test]
fn add_public_ip_is_refused_without_a_farm_or_without_money_for_the_deposit() {
	new_test_ext().sanity(|| {
		assert_noop!(add("185.206.122.31/24", "185.206.122.1"), Error::<Test>::NotFound);
		assert_ok!(Farms::create_farm(signed(POOR), name("Green-Hill")));
		let by_poor = Farms::add_public_ip(
			signed(POOR),
			FARM,
			ipv4("185.206.122.31/24"),
			ipv4("185.206.122.1"),
		);
		assert_noop!(by_poor, DispatchError::Token(TokenError::FundsUnavailable));
	});
}

#[test]
fn add_public_ip_is_refused_when_no_more_can_be_counted() {
	new_test_ext().execute_with(|| {
		farm_of_alice();
		crate::BelongingsOf::<Test>::mutate_extant(FARM, |all| all.ips = u32::MAX);
		assert_noop!(add("185.206.122.31/24", "185.206.122.1"), Error::<Test>::TooManyPublicIps);
	});
}

#[test]
fn remove_public_ip_gives_the_deposit_back_and_frees_the_address() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		add_ip(31);
		assert_ok!(remove(ALICE, "185.206.122.31"));

		assert!(!PublicIps::<Test>::contains_key(ip(31)));
		assert_eq!(counted(), (0, 0, 0));
		assert_eq!((held_for_ips(ALICE), Balances::free_balance(ALICE)), (0, 998_230));
		assert_eq!(
			last_event(),
			Event::PublicIpRemoved { farm: FARM, address: ip(31), by_certifier: false }
		);
		add_ip(31);
	});
}

#[test]
fn the_last_free_ip_moves_into_the_place_of_the_one_removed() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		[31, 32, 33].into_iter().for_each(add_ip);
		assert_ok!(remove(ALICE, "185.206.122.31"));
		let places = |count: u32| {
			(0..count).map(|place| FreeIps::<Test>::get(FARM, place)).collect::<Vec<_>>()
		};
		assert_eq!(places(3), [Some(ip(33)), Some(ip(32)), None]);
		assert_ok!(remove(ALICE, "185.206.122.32"));
		assert_eq!(places(2), [Some(ip(33)), None]);
		assert_eq!(counted(), (1, 1, 1_380));
	});
}

#[test]
fn remove_public_ip_is_refused_while_a_contract_has_it() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		add_ip(31);
		assert_ok!(Farms::take_ips(FARM, CONTRACT, 1));
		assert_noop!(remove(ALICE, "185.206.122.31"), Error::<Test>::PublicIpInUse);
		Farms::free_ips(FARM, CONTRACT);
		assert_ok!(remove(ALICE, "185.206.122.31"));
	});
}

#[test]
fn remove_public_ip_is_refused_when_the_farm_has_no_such_ip() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		add_ip(31);
		assert_ok!(Farms::create_farm(signed(BOB), name("Blue-Hill")));
		type E = Error<Test>;
		assert_noop!(remove(ALICE, "185.206.122.32"), E::PublicIpNotFound);
		assert_noop!(remove(ALICE, "185.206.122.31/24"), E::AddressNotReadable);
		let of_bob =
			|account| Farms::remove_public_ip(signed(account), FarmId(2), ipv4("185.206.122.31"));
		for account in [BOB, CERTIFIER] {
			assert_noop!(of_bob(account), E::PublicIpNotFound);
		}
		let of_nobody =
			Farms::remove_public_ip(signed(CERTIFIER), FarmId(3), ipv4("185.206.122.31"));
		assert_noop!(of_nobody, E::NotFound);
	});
}

#[test]
fn remove_public_ip_is_refused_to_strangers() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		add_ip(31);
		for other in [BOB, STRANGER] {
			assert_noop!(remove(other, "185.206.122.31"), Error::<Test>::NotOwner);
		}
		let unsigned = Farms::remove_public_ip(RuntimeOrigin::none(), FARM, ipv4("185.206.122.31"));
		assert_noop!(unsigned, DispatchError::BadOrigin);
	});
}

#[test]
fn a_certifier_removes_a_free_ip_at_once() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		add_ip(31);
		assert_ok!(remove(CERTIFIER, "185.206.122.31"));
		assert!(!PublicIps::<Test>::contains_key(ip(31)));
		// The deposit is the farmer's again, not the certifier's.
		assert_eq!((held_for_ips(ALICE), Balances::free_balance(ALICE)), (0, 998_230));
		assert_eq!(
			last_event(),
			Event::PublicIpRemoved { farm: FARM, address: ip(31), by_certifier: true }
		);
	});
}

#[test]
fn a_certifier_withdraws_an_ip_in_use_and_it_goes_with_its_contract() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		[31, 32].into_iter().for_each(add_ip);
		assert_ok!(Farms::take_ips(FARM, CONTRACT, 2));
		assert_ok!(remove(CERTIFIER, "185.206.122.32"));

		assert_eq!(
			last_event(),
			Event::PublicIpWithdrawn { farm: FARM, address: ip(32), contract: CONTRACT }
		);
		// The contract has what it had; the deposit is back.
		assert_eq!(Farms::ips_of(CONTRACT).len(), 2);
		assert_eq!((held_for_ips(ALICE), Balances::free_balance(ALICE)), (1_380, 996_850));
		assert_eq!(counted(), (2, 0, 1_380));

		Farms::free_ips(FARM, CONTRACT);
		assert!(!PublicIps::<Test>::contains_key(ip(32)));
		assert_eq!(counted(), (1, 1, 1_380));
	});
}

#[test]
fn nobody_else_adds_a_withdrawn_ip_while_a_contract_has_it() {
	new_test_ext().sanity(|| {
		farm_of_alice();
		assert_ok!(Farms::create_farm(signed(BOB), name("Blue-Hill")));
		add_ip(31);
		assert_ok!(Farms::take_ips(FARM, CONTRACT, 1));
		assert_ok!(remove(CERTIFIER, "185.206.122.31"));
		let by_bob = || {
			let (cidr, gateway) = (ipv4("185.206.122.31/24"), ipv4("185.206.122.1"));
			Farms::add_public_ip(signed(BOB), FarmId(2), cidr, gateway)
		};
		assert_noop!(by_bob(), Error::<Test>::AddressTaken);
		for account in [ALICE, CERTIFIER] {
			assert_noop!(remove(account, "185.206.122.31"), Error::<Test>::AlreadyWithdrawn);
		}
		Farms::free_ips(FARM, CONTRACT);
		assert_ok!(by_bob());
	});
}
