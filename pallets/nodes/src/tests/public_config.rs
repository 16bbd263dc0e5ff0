//! Public addresses.

use crate::{mock::*, types::*, Error, Event};
use frame_support::{assert_noop, assert_ok};
use gridchain_primitives::{NodeId, Time};
use sp_runtime::{DispatchError, DispatchResult};

fn network(cidr: &str, gateway: &str) -> Option<NetworkText> {
	Some(NetworkText { cidr: text(cidr), gateway: text(gateway) })
}

/// A configuration with an IPv4 address alone.
fn ipv4(cidr: &str, gateway: &str) -> PublicConfigText {
	PublicConfigText { ipv4: network(cidr, gateway), ipv6: None, domain: None }
}

/// A configuration with an IPv6 address alone.
fn ipv6(cidr: &str, gateway: &str) -> PublicConfigText {
	PublicConfigText { ipv4: None, ipv6: network(cidr, gateway), domain: None }
}

/// A good configuration with that domain.
fn domain(name: &str) -> PublicConfigText {
	PublicConfigText { domain: Some(text(name)), ..ipv4("185.206.122.31/24", "185.206.122.1") }
}

fn set(account: AccountId, node: NodeId, config: Option<PublicConfigText>) -> DispatchResult {
	Nodes::set_public_config(RuntimeOrigin::signed(account), node, config)
}

#[test]
fn set_public_config_stores_what_it_reads() {
	new_test_ext().sanity(|| {
		let node = register(ALICE);
		pass(60);
		let config = PublicConfigText {
			ipv6: network("2a02:1802:5e::10/64", "2a02:1802:5e::1"),
			..domain("node1.example.org")
		};
		assert_ok!(set(ALICE, node, Some(config)));
		let expected = PublicConfig {
			ipv4: Some(Ipv4Network {
				address: [185, 206, 122, 31],
				prefix: 24,
				gateway: [185, 206, 122, 1],
			}),
			ipv6: Some(Ipv6Network {
				address: [0x2a, 0x02, 0x18, 0x02, 0, 0x5e, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10],
				prefix: 64,
				gateway: [0x2a, 0x02, 0x18, 0x02, 0, 0x5e, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x01],
			}),
			domain: Some(text("node1.example.org")),
		};
		assert_eq!(stored(node).public_config, Some(expected.clone()));
		assert_eq!(stored(node).config_set_at, Some(Time(1_700_000_060)));
		let event = Event::PublicConfigSet { node, farm: FARM, config: Some(expected) };
		assert_eq!(last_event(), event);
	});
}

#[test]
fn set_public_config_removes_what_was_set() {
	new_test_ext().sanity(|| {
		let node = register(ALICE);
		assert_ok!(set(ALICE, node, Some(domain("a.example"))));
		pass(300);
		assert_ok!(set(ALICE, node, None));
		assert_eq!(stored(node).public_config, None);
		assert_eq!(last_event(), Event::PublicConfigSet { node, farm: FARM, config: None });
	});
}

#[test]
fn set_public_config_is_refused_within_the_interval() {
	new_test_ext().sanity(|| {
		let node = register(ALICE);
		assert_ok!(set(ALICE, node, Some(domain("a.example"))));
		pass(299);
		assert_noop!(set(ALICE, node, None), Error::<Test>::TooEarly);
		pass(1);
		assert_ok!(set(ALICE, node, None));
		// The removal counts too.
		assert_noop!(set(ALICE, node, Some(domain("a.example"))), Error::<Test>::TooEarly);
	});
}

#[test]
fn set_public_config_is_refused_when_nothing_changes() {
	new_test_ext().sanity(|| {
		let node = register(ALICE);
		assert_noop!(set(ALICE, node, None), Error::<Test>::NothingToChange);
		assert_ok!(set(ALICE, node, Some(ipv6("2a02:1802:5e::10/64", "2a02:1802:5e::1"))));
		pass(300);
		// The same, written otherwise.
		let same = ipv6("2a02:1802:005e:0::0010/064", "2A02:1802:5E::1");
		assert_noop!(set(ALICE, node, Some(same)), Error::<Test>::NothingToChange);
	});
}

#[test]
fn set_public_config_is_refused_to_strangers_and_for_unknown_nodes() {
	new_test_ext().sanity(|| {
		let node = register(ALICE);
		let config = domain("a.example");
		assert_noop!(set(BOB, node, Some(config.clone())), Error::<Test>::NotNodeAccount);
		assert_noop!(set(ALICE, NodeId(2), Some(config)), Error::<Test>::NotFound);
	});
}

#[test]
fn set_public_config_accepts_the_ends_of_its_bounds() {
	let cases = [
		ipv4("8.8.8.8/8", "8.0.0.1"),
		// A network of two: neither of its addresses is special.
		ipv4("185.206.122.30/31", "185.206.122.31"),
		ipv4("185.206.122.29/30", "185.206.122.30"),
		ipv4("100.63.255.254/24", "100.63.255.1"),
		ipv6("2a02::2/16", "2a02::1"),
		ipv6("2a02::2/127", "2a02::3"),
		// Just outside of what is kept for protocols.
		ipv6("2001:200::2/64", "2001:200::1"),
		// The router answers for the first address of a network as well.
		ipv6("2a02::2/64", "2a02::"),
		domain("a.b"),
		domain("xn--bcher-kva.example"),
		domain(&format!("{}.example", "a".repeat(63))),
	];
	new_test_ext().sanity(|| {
		let node = register(ALICE);
		for config in cases {
			assert_ok!(set(ALICE, node, Some(config)));
			pass(300);
		}
	});
}

#[test]
fn set_public_config_refuses_what_is_not_an_address() {
	let cases = [
		ipv4("185.206.122.31", "185.206.122.1"),
		ipv4("185.206.122.31/", "185.206.122.1"),
		ipv4("185.206.122.31/+24", "185.206.122.1"),
		ipv4("185.206.122.31/256", "185.206.122.1"),
		ipv4("185.206.122/24", "185.206.122.1"),
		ipv4("185.206.122.031/24", "185.206.122.1"),
		ipv4("185.206.122.31/24", "185.206.122.1/24"),
		ipv4("185.206.122.31/24", ""),
		ipv4("2a02::2/64", "2a02::1"),
		ipv6("185.206.122.31/24", "185.206.122.1"),
		ipv6("2a02::2::/64", "2a02::1"),
	];
	refuses(&cases, Error::AddressNotReadable);
	let not_utf8 =
		NetworkText { cidr: vec![0xff; 4].try_into().unwrap(), gateway: text("8.8.8.8") };
	refuses(
		&[PublicConfigText { ipv4: Some(not_utf8), ipv6: None, domain: None }],
		Error::AddressNotReadable,
	);
}

#[test]
fn set_public_config_refuses_prefixes_out_of_bounds() {
	let cases = [
		ipv4("8.8.8.8/7", "8.8.8.1"),
		ipv4("8.8.8.8/32", "8.8.8.1"),
		ipv4("8.8.8.8/0", "8.8.8.1"),
		ipv6("2a02::2/15", "2a02::1"),
		ipv6("2a02::2/128", "2a02::1"),
	];
	refuses(&cases, Error::PrefixOutOfBounds);
}

#[test]
fn set_public_config_refuses_addresses_that_are_not_public() {
	let cases = [
		ipv4("10.0.0.2/24", "10.0.0.1"),
		ipv4("172.16.0.2/24", "172.16.0.1"),
		ipv4("192.168.1.2/24", "192.168.1.1"),
		ipv4("127.0.0.2/24", "127.0.0.1"),
		ipv4("169.254.1.2/24", "169.254.1.1"),
		ipv4("100.64.0.2/24", "100.64.0.1"),
		ipv4("0.1.2.3/24", "0.1.2.1"),
		ipv4("192.0.0.9/24", "192.0.0.1"),
		ipv4("192.0.2.2/24", "192.0.2.1"),
		ipv4("198.18.0.2/24", "198.18.0.1"),
		ipv4("198.51.100.2/24", "198.51.100.1"),
		ipv4("203.0.113.2/24", "203.0.113.1"),
		ipv4("224.0.0.2/24", "224.0.0.1"),
		ipv4("255.255.255.254/24", "255.255.255.1"),
		// The network, all its hosts, and a gateway that is one of these.
		ipv4("185.206.122.0/24", "185.206.122.1"),
		ipv4("185.206.122.255/24", "185.206.122.1"),
		ipv4("185.206.122.31/24", "185.206.122.0"),
		ipv4("185.206.122.31/24", "185.206.122.255"),
		ipv6("fe80::2/64", "fe80::1"),
		ipv6("fd00::2/64", "fd00::1"),
		ipv6("ff02::2/64", "ff02::1"),
		ipv6("::2/64", "::1"),
		ipv6("2001:db8::2/64", "2001:db8::1"),
		ipv6("3fff:fff::2/64", "3fff:fff::1"),
		// Tunnels, and what is kept for protocols.
		ipv6("2002:b9ce:7a1f::2/64", "2002:b9ce:7a1f::1"),
		ipv6("2001:0:1::2/64", "2001:0:1::1"),
		ipv6("2001:1ff:ffff::2/64", "2001:1ff:ffff::1"),
		// The address of all routers of a network.
		ipv6("2a02:1802:5e::/64", "2a02:1802:5e::1"),
		ipv6("2a02::2/64", "fe80::1"),
	];
	refuses(&cases, Error::AddressNotPublic);
}

#[test]
fn set_public_config_refuses_a_gateway_elsewhere() {
	let cases = [
		ipv4("185.206.122.31/24", "185.206.123.1"),
		ipv4("185.206.122.31/25", "185.206.122.129"),
		ipv6("2a02:1802:5e::10/64", "2a02:1802:5e:1::1"),
	];
	refuses(&cases, Error::GatewayOutsidePrefix);
	let cases = [
		ipv4("185.206.122.31/24", "185.206.122.31"),
		ipv6("2a02:1802:5e::10/64", "2a02:1802:5e::0010"),
	];
	refuses(&cases, Error::GatewayIsAddress);
}

#[test]
fn set_public_config_refuses_what_is_not_a_domain() {
	let cases = [
		domain(""),
		domain("localhost"),
		domain("a..b"),
		domain(".a.b"),
		domain("a.b."),
		domain("-a.b"),
		domain("a-.b"),
		domain("a b.c"),
		domain("exämple.org"),
		// An address is no name.
		domain("185.206.122.31"),
		domain("node.1"),
		domain(&format!("{}.example", "a".repeat(64))),
	];
	refuses(&cases, Error::DomainNotReadable);
	let no_address = PublicConfigText { ipv4: None, ..domain("a.example") };
	refuses(&[no_address], Error::AddressMissing);
}

/// Each of these configurations is refused for that reason and changes nothing.
fn refuses(configs: &[PublicConfigText], reason: Error<Test>) {
	let reason = DispatchError::from(reason);
	new_test_ext().sanity(|| {
		let node = register(ALICE);
		for config in configs {
			assert_noop!(set(ALICE, node, Some(config.clone())), reason);
		}
	});
}
