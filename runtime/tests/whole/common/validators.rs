//! Validators: the keys by which they work in a session.

use super::people::{account, key};
use gridchain_runtime::{AccountId, SessionKeys};
use serde_json::Value;
use sp_core::Pair;

/// The key with which the validator `name` seals its blocks.
pub fn sealing_key(name: &str) -> sp_consensus_babe::AuthorityPair {
	Pair::from_string(&format!("//{name}"), None).unwrap()
}

/// The key with which the validator `name` votes on what is final.
pub fn voting_key(name: &str) -> sp_consensus_grandpa::AuthorityPair {
	Pair::from_string(&format!("//{name}"), None).unwrap()
}

/// The session keys of the validator `name`.
pub fn session_keys(name: &str) -> SessionKeys {
	SessionKeys { babe: sealing_key(name).public(), grandpa: voting_key(name).public() }
}

/// The validators of a genesis as its `session.keys` names them.
pub fn session_of(names: &[&str]) -> Value {
	let named = |name: &&str| -> (AccountId, AccountId, SessionKeys) {
		let account = account(&key(name));
		(account.clone(), account, session_keys(name))
	};
	serde_json::to_value(names.iter().map(named).collect::<Vec<_>>()).unwrap()
}
