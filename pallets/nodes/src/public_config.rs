//! How a node is reached from the public internet.

use crate::{types::*, Config, Error, Event, Nodes, Pallet};
use frame_support::pallet_prelude::{ensure, DispatchResult};
use gridchain_primitives::{NetworkRefusal, NodeId};

/// The longest part of a domain name.
const MAX_LABEL: usize = 63;

/// A node that may be configured, and what it gets.
type Checked<T> = (LivenessOf<T>, Node, Option<PublicConfig>);

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
		let (liveness, mut stored, config) = Self::check_public_config(account, node, &config)?;
		let farm = liveness.farm;
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
		ipv4: text
			.ipv4
			.as_ref()
			.map(|text| Ipv4Network::parse(&text.cidr, &text.gateway))
			.transpose()?,
		ipv6: text
			.ipv6
			.as_ref()
			.map(|text| Ipv6Network::parse(&text.cidr, &text.gateway))
			.transpose()?,
		domain,
	})
}

impl<T> From<NetworkRefusal> for Error<T> {
	fn from(refusal: NetworkRefusal) -> Self {
		match refusal {
			NetworkRefusal::NotReadable => Self::AddressNotReadable,
			NetworkRefusal::PrefixOutOfBounds => Self::PrefixOutOfBounds,
			NetworkRefusal::NotPublic => Self::AddressNotPublic,
			NetworkRefusal::GatewayOutsidePrefix => Self::GatewayOutsidePrefix,
			NetworkRefusal::GatewayIsAddress => Self::GatewayIsAddress,
		}
	}
}

/// Whether a text is a domain name of at least two parts. The last one of an address would be a number.
fn is_domain(text: &[u8]) -> bool {
	let mut labels = text.split(|byte| *byte == b'.');
	let number = |label: &[u8]| label.iter().all(u8::is_ascii_digit);
	let top = text.rsplit(|byte| *byte == b'.').next();
	text.contains(&b'.') && labels.all(is_label) && !top.is_some_and(number)
}

fn is_label(label: &[u8]) -> bool {
	let known = label.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-');
	let framed = label.first() != Some(&b'-') && label.last() != Some(&b'-');
	(1..=MAX_LABEL).contains(&label.len()) && known && framed
}
