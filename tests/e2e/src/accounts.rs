//! The people of the tests. Everybody knows their keys.

use subxt::utils::AccountId32;
use subxt_signer::{sr25519::Keypair, SecretUri};

/// The key pair of a derivation of the development phrase: `//Alice`.
pub fn key(uri: &str) -> Keypair {
	let parsed: SecretUri = uri.parse().unwrap_or_else(|error| panic!("{uri}: {error}"));
	Keypair::from_uri(&parsed).unwrap_or_else(|error| panic!("{uri}: {error}"))
}

/// The account of a key pair.
pub fn account_of(key: &Keypair) -> AccountId32 {
	key.public_key().to_account_id()
}
