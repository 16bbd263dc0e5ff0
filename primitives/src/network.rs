//! Public addresses: from text to bytes, checked once.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::{
	net::{Ipv4Addr, Ipv6Addr},
	ops::RangeInclusive,
	str::{from_utf8, FromStr},
};
use frame_support::ensure;
use scale_info::TypeInfo;

/// The prefix lengths of networks in which a host can stand beside its router. A prefix of 32 bits leaves no
/// place for the router.
const IPV4_PREFIXES: RangeInclusive<u8> = 8..=31;
const IPV6_PREFIXES: RangeInclusive<u8> = 16..=127;

/// An IPv4 address, bytes in network order.
pub type Ipv4Address = [u8; 4];

/// A public IPv4 address in its network, bytes in network order.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Ipv4Network {
	/// The address of the host.
	pub address: Ipv4Address,
	/// The length of the network's prefix in bits.
	pub prefix: u8,
	/// The router's address.
	pub gateway: Ipv4Address,
}

/// A public IPv6 address in its network, bytes in network order.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Ipv6Network {
	/// The address of the host.
	pub address: [u8; 16],
	/// The length of the network's prefix in bits.
	pub prefix: u8,
	/// The router's address.
	pub gateway: [u8; 16],
}

/// Why a text is not taken for a public address. The pallets' errors of the same names tell the way out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NetworkRefusal {
	/// It is no address with a prefix, or the gateway is none.
	NotReadable,
	/// No host can stand beside its router in a network of that size, or nobody has so large a one.
	PrefixOutOfBounds,
	/// The address or the gateway is not that of a single host on the public internet.
	NotPublic,
	/// The gateway lies in another network.
	GatewayOutsidePrefix,
	/// The host is its own gateway.
	GatewayIsAddress,
}

impl Ipv4Network {
	/// Reads `cidr`, like `185.206.122.31/24`, and `gateway`, like `185.206.122.1`.
	pub fn parse(cidr: &[u8], gateway: &[u8]) -> Result<Self, NetworkRefusal> {
		let network = Network::<Ipv4Addr>::parse(cidr, gateway, IPV4_PREFIXES)?;
		ensure!(is_public_ipv4(network.address), NetworkRefusal::NotPublic);
		ensure!(is_public_ipv4(network.gateway), NetworkRefusal::NotPublic);
		// The prefix is at most 31, so that shifting by it leaves at least one bit.
		let host = u32::MAX.checked_shr(network.prefix.into()).unwrap_or_default();
		let (address, gateway) = (network.address.to_bits(), network.gateway.to_bits());
		ensure!(address & !host == gateway & !host, NetworkRefusal::GatewayOutsidePrefix);
		// The first address of a network names the network and the last one all its hosts. A network of only
		// two addresses has neither.
		let is_host = |address| host == 1 || (address & host != 0 && address & host != host);
		ensure!(is_host(address) && is_host(gateway), NetworkRefusal::NotPublic);
		Ok(Self {
			address: network.address.octets(),
			prefix: network.prefix,
			gateway: network.gateway.octets(),
		})
	}
}

impl Ipv6Network {
	/// Reads `cidr`, like `2a02:1802:5e::10/64`, and `gateway`, like `2a02:1802:5e::1`.
	pub fn parse(cidr: &[u8], gateway: &[u8]) -> Result<Self, NetworkRefusal> {
		let network = Network::<Ipv6Addr>::parse(cidr, gateway, IPV6_PREFIXES)?;
		ensure!(is_public_ipv6(network.address), NetworkRefusal::NotPublic);
		ensure!(is_public_ipv6(network.gateway), NetworkRefusal::NotPublic);
		let host = u128::MAX.checked_shr(network.prefix.into()).unwrap_or_default();
		let (address, gateway) = (network.address.to_bits(), network.gateway.to_bits());
		ensure!(address & !host == gateway & !host, NetworkRefusal::GatewayOutsidePrefix);
		// By the first address all routers of a network are reached, which a gateway may well be. A network of only
		// two addresses has none such.
		ensure!(host == 1 || address & host != 0, NetworkRefusal::NotPublic);
		Ok(Self {
			address: network.address.octets(),
			prefix: network.prefix,
			gateway: network.gateway.octets(),
		})
	}
}

/// Reads an IPv4 address without a prefix, like `185.206.122.31`.
pub fn parse_ipv4_address(text: &[u8]) -> Option<Ipv4Address> {
	from_utf8(text).ok()?.parse::<Ipv4Addr>().ok().map(|address| address.octets())
}

/// An address with its network, just read.
struct Network<Address> {
	address: Address,
	prefix: u8,
	gateway: Address,
}

impl<Address: FromStr + PartialEq> Network<Address> {
	fn parse(
		cidr: &[u8],
		gateway: &[u8],
		prefixes: RangeInclusive<u8>,
	) -> Result<Self, NetworkRefusal> {
		let (address, prefix, gateway) =
			Self::read(cidr, gateway).ok_or(NetworkRefusal::NotReadable)?;
		ensure!(prefixes.contains(&prefix), NetworkRefusal::PrefixOutOfBounds);
		ensure!(address != gateway, NetworkRefusal::GatewayIsAddress);
		Ok(Self { address, prefix, gateway })
	}

	fn read(cidr: &[u8], gateway: &[u8]) -> Option<(Address, u8, Address)> {
		let (address, prefix) = from_utf8(cidr).ok()?.split_once('/')?;
		let gateway = from_utf8(gateway).ok()?;
		Some((address.parse().ok()?, parse_prefix(prefix)?, gateway.parse().ok()?))
	}
}

/// A number of up to three digits and nothing else: the library's own parser would take a sign.
fn parse_prefix(text: &str) -> Option<u8> {
	let digits = text.bytes().all(|byte| byte.is_ascii_digit());
	text.parse().ok().filter(|_| digits)
}

/// Whether an address is one of a single host on the public internet: not private, local, shared by a
/// provider's customers, for documentation or measurements, multicast or reserved.
fn is_public_ipv4(address: Ipv4Addr) -> bool {
	let [first, second, third, _] = address.octets();
	let shared = first == 100 && (64..128).contains(&second);
	let protocol = (first, second, third) == (192, 0, 0);
	let measurement = first == 198 && (18..20).contains(&second);
	let special = address.is_private()
		|| address.is_loopback()
		|| address.is_link_local()
		|| address.is_documentation();
	// Above 223 are multicast and reserved addresses.
	(1..224).contains(&first) && !(special || shared || protocol || measurement)
}

/// Whether an address is a global unicast one that is assigned to hosts: not for documentation, nor for protocols
/// such as Teredo (`2001::/23`), nor an IPv4 address in disguise (6to4, `2002::/16`).
fn is_public_ipv6(address: Ipv6Addr) -> bool {
	let [first, second, ..] = address.segments();
	let documentation = (first, second) == (0x2001, 0x0db8) || (first == 0x3fff && second < 0x1000);
	let protocol = first == 0x2001 && second < 0x0200;
	let disguised = first == 0x2002;
	first & 0xe000 == 0x2000 && !(documentation || protocol || disguised)
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn an_ipv4_network_is_read_from_text() {
		assert_eq!(
			Ipv4Network::parse(b"185.206.122.31/24", b"185.206.122.1"),
			Ok(Ipv4Network {
				address: [185, 206, 122, 31],
				prefix: 24,
				gateway: [185, 206, 122, 1],
			})
		);
	}

	#[test]
	fn each_refusal_has_its_own_reason() {
		let refused = |cidr: &str, gateway: &str| {
			Ipv4Network::parse(cidr.as_bytes(), gateway.as_bytes()).unwrap_err()
		};
		assert_eq!(refused("185.206.122.31", "185.206.122.1"), NetworkRefusal::NotReadable);
		assert_eq!(refused("185.206.122.31/+24", "185.206.122.1"), NetworkRefusal::NotReadable);
		// Nothing but the host itself lies in a network of 32 bits, and 7 bits are more than anybody has.
		for cidr in ["8.8.8.8/32", "8.8.8.8/7"] {
			assert_eq!(refused(cidr, "8.8.8.1"), NetworkRefusal::PrefixOutOfBounds);
		}
		assert_eq!(refused("8.8.8.8/24", "8.8.8.8"), NetworkRefusal::GatewayIsAddress);
		assert_eq!(refused("8.8.8.8/24", "8.8.9.1"), NetworkRefusal::GatewayOutsidePrefix);
		assert_eq!(refused("10.0.0.2/24", "10.0.0.1"), NetworkRefusal::NotPublic);
	}

	#[test]
	fn the_blocks_that_are_not_public_end_where_they_end() {
		let public = |address: &str| is_public_ipv4(address.parse().unwrap());
		for inside in [
			"0.255.255.255",
			"10.0.0.0",
			"100.64.0.0",
			"100.127.255.255",
			"127.255.255.255",
			"169.254.0.0",
			"172.31.255.255",
			"192.0.0.255",
			"192.0.2.0",
			"192.168.255.255",
			"198.19.255.255",
			"198.51.100.0",
			"203.0.113.255",
			"224.0.0.0",
			"255.255.255.255",
		] {
			assert!(!public(inside), "{inside}");
		}
		for outside in [
			"1.0.0.0",
			"9.255.255.255",
			"11.0.0.0",
			"100.63.255.255",
			"100.128.0.0",
			"128.0.0.0",
			"169.253.255.255",
			"172.32.0.0",
			"192.0.1.0",
			"192.0.3.0",
			"192.169.0.0",
			"198.17.255.255",
			"198.20.0.0",
			"203.0.114.0",
			"223.255.255.255",
		] {
			assert!(public(outside), "{outside}");
		}
	}

	#[test]
	fn an_ipv6_network_is_read_from_text() {
		let address = [0x2a, 0x02, 0x18, 0x02, 0, 0x5e, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10];
		let gateway = [0x2a, 0x02, 0x18, 0x02, 0, 0x5e, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x01];
		assert_eq!(
			Ipv6Network::parse(b"2a02:1802:5e::10/64", b"2a02:1802:5e::1"),
			Ok(Ipv6Network { address, prefix: 64, gateway })
		);
	}

	#[test]
	fn the_ipv6_blocks_that_are_not_public_end_where_they_end() {
		let public = |address: &str| is_public_ipv6(address.parse().unwrap());
		for inside in [
			"::1",
			"1fff:ffff::1",
			"2001::1",
			"2001:1ff:ffff::1",
			"2001:db8::1",
			"2002::1",
			"2002:ffff:ffff::1",
			"3fff:fff:ffff::1",
			"4000::1",
			"fd00::1",
			"fe80::1",
			"ff02::1",
		] {
			assert!(!public(inside), "{inside}");
		}
		for outside in [
			"2000:ffff::1",
			"2001:200::1",
			"2001:db7:ffff::1",
			"2001:db9::1",
			"2003::1",
			"2a02::1",
			"3ffe:ffff::1",
			"3fff:1000::1",
		] {
			assert!(public(outside), "{outside}");
		}
	}

	#[test]
	fn the_first_address_of_an_ipv6_network_is_a_router_s() {
		let read = |cidr: &str, gateway: &str| {
			Ipv6Network::parse(cidr.as_bytes(), gateway.as_bytes()).map(|_| ())
		};
		let gateway = "2a02:1802:5e::1";
		assert_eq!(read("2a02:1802:5e::/64", gateway), Err(NetworkRefusal::NotPublic));
		assert_eq!(read("2a02:1802:5e::/126", gateway), Err(NetworkRefusal::NotPublic));
		// A network of two has no place for such an address.
		assert_eq!(read("2a02:1802:5e::/127", gateway), Ok(()));
		assert_eq!(read("2a02:1802:5e::2/64", "2a02:1802:5e::"), Ok(()));
	}

	#[test]
	fn an_address_alone_is_read_without_a_prefix() {
		assert_eq!(parse_ipv4_address(b"185.206.122.31"), Some([185, 206, 122, 31]));
		for bad in ["185.206.122.31/24", "185.206.122", "185.206.122.031", "", "2a02::1"] {
			assert_eq!(parse_ipv4_address(bad.as_bytes()), None, "{bad}");
		}
	}
}
