//! Public addresses: from text to bytes, checked once.

use crate::{types::*, Config, Error, Event, Nodes, Pallet};
use core::{
	net::{Ipv4Addr, Ipv6Addr},
	ops::RangeInclusive,
	str::{from_utf8, FromStr},
};
use frame_support::pallet_prelude::{ensure, DispatchResult};
use gridchain_primitives::NodeId;

/// The prefix lengths of networks in which a node can stand beside its router.
const IPV4_PREFIXES: RangeInclusive<u8> = 8..=31;
const IPV6_PREFIXES: RangeInclusive<u8> = 16..=127;
/// The longest part of a domain name.
const MAX_LABEL: usize = 63;

type NodeRecordOf<T> = Node<<T as frame_system::Config>::AccountId>;
/// A node that may be configured, and what it gets.
type Checked<T> = (LivenessOf<T>, NodeRecordOf<T>, Option<PublicConfig>);

impl<T: Config> Pallet<T> {
	/// All that `set_public_config` refuses.
	pub(crate) fn check_public_config(
		account: &T::AccountId,
		node: NodeId,
		config: &Option<PublicConfigText>,
	) -> Result<Checked<T>, Error<T>> {
		let liveness = Self::own_node(account, node)?;
		let stored = Nodes::<T>::get(node).ok_or(Error::<T>::NotFound)?;
		if let Some(earlier) = stored.config_set_at {
			Self::ensure_interval_since(earlier)?;
		}
		let config = config.as_ref().map(parse_config).transpose()?;
		ensure!(stored.public_config != config, Error::<T>::NothingToChange);
		Ok((liveness, stored, config))
	}

	/// Stores or removes the node's public addresses.
	pub(crate) fn do_set_public_config(
		account: &T::AccountId,
		node: NodeId,
		config: Option<PublicConfigText>,
	) -> DispatchResult {
		let (_, mut stored, config) = Self::check_public_config(account, node, &config)?;
		let farm = stored.farm;
		stored.public_config = config.clone();
		stored.config_set_at = Some(Self::now());
		Nodes::<T>::insert(node, stored);
		Self::deposit_event(Event::PublicConfigSet { node, farm, config });
		Ok(())
	}
}

fn parse_config<T>(text: &PublicConfigText) -> Result<PublicConfig, Error<T>> {
	ensure!(text.ipv4.is_some() || text.ipv6.is_some(), Error::<T>::AddressMissing);
	let domain = text.domain.clone();
	let readable = domain.as_ref().is_none_or(|domain| is_domain(domain));
	ensure!(readable, Error::<T>::DomainNotReadable);
	Ok(PublicConfig {
		ipv4: text.ipv4.as_ref().map(parse_ipv4).transpose()?,
		ipv6: text.ipv6.as_ref().map(parse_ipv6).transpose()?,
		domain,
	})
}

fn parse_ipv4<T>(text: &NetworkText) -> Result<Ipv4Network, Error<T>> {
	let network = Network::<Ipv4Addr>::parse::<T>(text, IPV4_PREFIXES)?;
	ensure!(is_public_ipv4(network.address), Error::<T>::AddressNotPublic);
	ensure!(is_public_ipv4(network.gateway), Error::<T>::AddressNotPublic);
	// The prefix is at most 31, so that shifting by it leaves at least one bit.
	let host = u32::MAX.checked_shr(network.prefix.into()).unwrap_or_default();
	let (address, gateway) = (network.address.to_bits(), network.gateway.to_bits());
	ensure!(address & !host == gateway & !host, Error::<T>::GatewayOutsidePrefix);
	// The first address of a network names the network and the last one all its hosts. A network of only two
	// addresses has neither.
	let is_host = |address| host == 1 || (address & host != 0 && address & host != host);
	ensure!(is_host(address) && is_host(gateway), Error::<T>::AddressNotPublic);
	Ok(Ipv4Network {
		address: network.address.octets(),
		prefix: network.prefix,
		gateway: network.gateway.octets(),
	})
}

fn parse_ipv6<T>(text: &NetworkText) -> Result<Ipv6Network, Error<T>> {
	let network = Network::<Ipv6Addr>::parse::<T>(text, IPV6_PREFIXES)?;
	ensure!(is_public_ipv6(network.address), Error::<T>::AddressNotPublic);
	ensure!(is_public_ipv6(network.gateway), Error::<T>::AddressNotPublic);
	let host = u128::MAX.checked_shr(network.prefix.into()).unwrap_or_default();
	let (address, gateway) = (network.address.to_bits(), network.gateway.to_bits());
	ensure!(address & !host == gateway & !host, Error::<T>::GatewayOutsidePrefix);
	Ok(Ipv6Network {
		address: network.address.octets(),
		prefix: network.prefix,
		gateway: network.gateway.octets(),
	})
}

/// An address with its network, just read.
struct Network<Address> {
	address: Address,
	prefix: u8,
	gateway: Address,
}

impl<Address: FromStr + PartialEq> Network<Address> {
	fn parse<T>(text: &NetworkText, prefixes: RangeInclusive<u8>) -> Result<Self, Error<T>> {
		let cidr = from_utf8(&text.cidr).map_err(|_| Error::<T>::AddressNotReadable)?;
		let (address, prefix) = cidr.split_once('/').ok_or(Error::<T>::AddressNotReadable)?;
		let prefix = parse_prefix(prefix).ok_or(Error::<T>::AddressNotReadable)?;
		let address = address.parse().map_err(|_| Error::<T>::AddressNotReadable)?;
		let gateway = from_utf8(&text.gateway).map_err(|_| Error::<T>::AddressNotReadable)?;
		let gateway = gateway.parse().map_err(|_| Error::<T>::AddressNotReadable)?;
		ensure!(prefixes.contains(&prefix), Error::<T>::PrefixOutOfBounds);
		ensure!(address != gateway, Error::<T>::GatewayIsAddress);
		Ok(Self { address, prefix, gateway })
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

/// Whether an address is a global unicast one and not for documentation.
fn is_public_ipv6(address: Ipv6Addr) -> bool {
	let [first, second, ..] = address.segments();
	let documentation = (first, second) == (0x2001, 0x0db8) || (first == 0x3fff && second < 0x1000);
	first & 0xe000 == 0x2000 && !documentation
}

/// Whether a text is a domain name of at least two parts.
fn is_domain(text: &[u8]) -> bool {
	let mut labels = text.split(|byte| *byte == b'.');
	text.contains(&b'.') && labels.all(is_label)
}

fn is_label(label: &[u8]) -> bool {
	let known = label.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-');
	let framed = label.first() != Some(&b'-') && label.last() != Some(&b'-');
	(1..=MAX_LABEL).contains(&label.len()) && known && framed
}
