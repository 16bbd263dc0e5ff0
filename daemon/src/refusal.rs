//! What the chain's refusals mean, and what to do about them.
//!
//! A node's calls cost nothing, so the chain refuses in its pool whatever would fail, with a number: the
//! node's RPC says `Custom error: 63`. People are told the sentence.

use gridchain_primitives::Refusal;

/// The reason that a number stands for.
pub fn of_code(code: u8) -> Option<Refusal> {
	Refusal::ALL.into_iter().find(|refusal| refusal.code() == code)
}

/// What a refusal means for the farmer, and the way out.
pub fn meaning(refusal: Refusal) -> &'static str {
	match refusal {
		Refusal::Immortal => "the transaction has no expiry, which this daemon never sends: update it",
		Refusal::NodeNotFound => "the chain knows no such node: it will be registered again",
		Refusal::NotNodeAccount => {
			"the node belongs to another account: use the key that registered it (--key-file)"
		},
		Refusal::TooEarly => "the node spoke less than a report interval ago: waiting for the rest",
		Refusal::NotAuthorised => {
			"the farm has not authorised this account: check --farm, and ask its farmer to call \
			 farms.authorise_node"
		},
		Refusal::AlreadyRegistered => {
			"this account has a node already, or registered one in this reward period that has left"
		},
		Refusal::HardwareOutOfBounds => {
			"the computer has less than 1 core, 2 GB of memory or 100 GB of disk in all, or more than \
			 any computer has: see what `gridchain-daemon hardware` detects"
		},
		Refusal::Malformed => {
			"the chain refuses the call for a reason that has no number: update this daemon"
		},
		Refusal::ContractNotFound => "there is no such contract any more",
		Refusal::NotContractOwner => "the contract belongs to another twin",
		Refusal::NotOnNode => "the contract stands on another node",
		Refusal::AlreadyConfirmed => "the contract is confirmed already",
		Refusal::RentInUse => "workloads of its owner stand on the rented node",
		Refusal::RentNotActive => {
			"the rent of the node is suspended or has ended: waiting until nothing is in the way"
		},
		Refusal::NotWorkload => "the contract is no workload",
		Refusal::CountryNotTwoLetters => {
			"the country is not two upper-case letters such as BE: check --country"
		},
		Refusal::PositionOutOfBounds => {
			"the position is not on Earth: check --latitude and --longitude"
		},
		Refusal::TextNotReadable => {
			"a text is not UTF-8 or has control characters: check --city, the serial number, and the names of the \
			 network interfaces"
		},
		Refusal::NothingToChange => "the chain has all of it already",
		Refusal::AddressMissing => {
			"a public configuration needs an IPv4 or an IPv6 address: give one, or remove the configuration"
		},
		Refusal::AddressNotReadable => {
			"an address is not written like 185.206.122.31/24, or a gateway not like 185.206.122.1"
		},
		Refusal::PrefixOutOfBounds => {
			"the prefix of an address is not from 8 to 31 for IPv4, or from 16 to 127 for IPv6"
		},
		Refusal::AddressNotPublic => {
			"an address or a gateway is not of the public internet: give those that the provider has assigned"
		},
		Refusal::GatewayOutsidePrefix => {
			"the gateway is not in the network of the address: give the router's address there"
		},
		Refusal::GatewayIsAddress => "the gateway is the node's own address: give the router's",
		Refusal::DomainNotReadable => {
			"the domain is not at least two parts of letters, digits and hyphens, joined by dots"
		},
	}
}

/// A sentence for any number, also for one that this daemon doesn't know.
pub fn sentence(code: u8) -> String {
	match of_code(code) {
		Some(refusal) => format!("{} (refusal {code})", meaning(refusal)),
		None => format!("refused with code {code}, which this daemon doesn't know: update it"),
	}
}

/// The number in an RPC error such as `Custom error: 63` or `InvalidTransaction::Custom(63)`.
pub fn code_in(text: &str) -> Option<u8> {
	["Custom error: ", "Custom("].into_iter().find_map(|marker| {
		let (_, rest) = text.split_once(marker)?;
		let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
		rest.get(..digits)?.parse().ok()
	})
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn code_is_found_in_both_shapes_of_rpc_error() {
		assert_eq!(code_in("Invalid Transaction (1010): \"Custom error: 63\""), Some(63));
		assert_eq!(
			code_in("Invalid transaction validity: InvalidTransaction::Custom(64)"),
			Some(64)
		);
		assert_eq!(code_in("Transaction is outdated"), None);
		assert_eq!(code_in("Custom error: many"), None);
		assert_eq!(code_in("Custom error: 999"), None);
	}

	#[test]
	fn every_refusal_has_a_sentence_of_its_own() {
		let mut sentences: Vec<_> = (60..=85).map(sentence).collect();
		assert!(sentences.iter().all(|text| !text.contains("doesn't know")));
		sentences.sort();
		sentences.dedup();
		assert_eq!(sentences.len(), 26);
	}

	#[test]
	fn early_report_says_that_it_waits() {
		assert_eq!(
			sentence(63),
			"the node spoke less than a report interval ago: waiting for the rest (refusal 63)"
		);
	}

	#[test]
	fn unknown_code_asks_for_an_update() {
		assert_eq!(of_code(99), None);
		assert_eq!(sentence(99), "refused with code 99, which this daemon doesn't know: update it");
	}
}
