//! The node's key: one secret in a file that nobody else can read.

use sp_core::{
	crypto::{Pair, Ss58AddressFormat, Ss58Codec},
	sr25519,
};
use std::{
	fmt, fs, io,
	io::Write,
	os::unix::fs::{OpenOptionsExt, PermissionsExt},
	path::{Path, PathBuf},
	str::FromStr,
};
use subxt::utils::AccountId32;
use subxt_signer::{sr25519::Keypair, SecretUri};

/// The address format of a chain that names none.
pub const GENERIC_FORMAT: u16 = 42;

/// What is wrong with a key, and the way out.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
	/// There is no such file, or it can't be read.
	#[error(
		"can't read the key file {path}: {source}. Make one with `gridchain-daemon key generate \
		 --out {path}`"
	)]
	Unreadable {
		/// The file.
		path: PathBuf,
		/// Why.
		source: io::Error,
	},
	/// Other users of the computer could read the secret.
	#[error(
		"the key file {path} has mode {mode:03o}: others could read it. Run `chmod 600 {path}`"
	)]
	TooOpen {
		/// The file.
		path: PathBuf,
		/// Its permissions.
		mode: u32,
	},
	/// The file holds no secret.
	#[error(
		"the key file {path} holds no secret: its first line that isn't a comment must be a phrase \
		 of 12 to 24 words or a seed (0x and 64 hexadecimal digits)"
	)]
	NoSecret {
		/// The file.
		path: PathBuf,
	},
	/// Generating never overwrites a key: the node and its earnings hang on it.
	#[error("can't make the key file {path}: {source}. An existing key is never overwritten")]
	NotMade {
		/// The file.
		path: PathBuf,
		/// Why.
		source: io::Error,
	},
	/// Not a public development key.
	#[error(
		"--dev-uri takes a derivation of the public development phrase, such as //Node1. A secret of \
		 your own belongs into a file: --key-file"
	)]
	NotDevelopment,
}

/// The key pair with which the node signs.
#[derive(Clone)]
pub struct NodeKey(Keypair);

impl fmt::Debug for NodeKey {
	/// Shows the address only.
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.debug_tuple("NodeKey").field(&self.address(GENERIC_FORMAT)).finish()
	}
}

impl NodeKey {
	/// Reads the key file at `path`, which only its owner may read.
	pub fn from_file(path: &Path) -> Result<Self, KeyError> {
		let unreadable = |source| KeyError::Unreadable { path: path.into(), source };
		let mode = fs::metadata(path).map_err(unreadable)?.permissions().mode() & 0o777;
		if mode & 0o077 != 0 {
			return Err(KeyError::TooOpen { path: path.into(), mode });
		}
		let text = fs::read_to_string(path).map_err(unreadable)?;
		secret_line(&text)
			.and_then(pair_of)
			.map(Self)
			.ok_or_else(|| KeyError::NoSecret { path: path.into() })
	}

	/// A key that everybody knows, derived from the development phrase: `//Node1`.
	pub fn from_dev_uri(uri: &str) -> Result<Self, KeyError> {
		if !uri.starts_with('/') {
			return Err(KeyError::NotDevelopment);
		}
		pair_of(uri).map(Self).ok_or(KeyError::NotDevelopment)
	}

	/// Makes a new key and writes it to `path`, readable by its owner only.
	pub fn generate(path: &Path) -> Result<Self, KeyError> {
		let (pair, phrase, _) = sr25519::Pair::generate_with_phrase(None);
		let address = sp_core::crypto::AccountId32::from(pair.public());
		let text = format!(
			"# The secret of a Gridchain node. Whoever reads it can speak for the node: keep a copy, \
			 show it to nobody.\n# Address: {}\n{phrase}\n",
			address.to_ss58check_with_version(Ss58AddressFormat::custom(GENERIC_FORMAT)),
		);
		write_new(path, &text).map_err(|source| KeyError::NotMade { path: path.into(), source })?;
		Self::from_file(path)
	}

	/// The account, as the chain knows it.
	pub fn account(&self) -> AccountId32 {
		AccountId32(self.0.public_key().0)
	}

	/// The account as people write it, in the format of a chain.
	pub fn address(&self, format: u16) -> String {
		sp_core::crypto::AccountId32::new(self.0.public_key().0)
			.to_ss58check_with_version(Ss58AddressFormat::custom(format))
	}

	/// What signs transactions.
	pub fn signer(&self) -> &Keypair {
		&self.0
	}
}

fn secret_line(text: &str) -> Option<&str> {
	text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#'))
}

fn pair_of(secret: &str) -> Option<Keypair> {
	Keypair::from_uri(&SecretUri::from_str(secret).ok()?).ok()
}

fn write_new(path: &Path, text: &str) -> io::Result<()> {
	let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
	// The mode above passes through the umask; this doesn't.
	file.set_permissions(fs::Permissions::from_mode(0o600))?;
	file.write_all(text.as_bytes())?;
	file.sync_all()
}

#[cfg(test)]
mod tests {
	use super::*;

	const ALICE: &str = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
	const ALICE_SEED: &str = "0xe5be9a5092b81bca64be81d212e7f2f9eba183bb7a90954f7b76361f6edb5c0a";

	fn key_file(mode: u32, text: &str) -> (tempfile::TempDir, PathBuf) {
		let dir = tempfile::tempdir().unwrap();
		let path = dir.path().join("node.key");
		fs::write(&path, text).unwrap();
		fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
		(dir, path)
	}

	#[test]
	fn file_that_others_can_read_is_refused_with_the_command_that_mends_it() {
		for mode in [0o640, 0o604, 0o644, 0o660, 0o620, 0o601] {
			let (_dir, path) = key_file(mode, ALICE_SEED);
			let error = NodeKey::from_file(&path).unwrap_err();
			assert!(matches!(error, KeyError::TooOpen { mode: found, .. } if found == mode));
			assert!(
				error.to_string().contains(&format!("chmod 600 {}", path.display())),
				"{error}"
			);
		}
	}

	#[test]
	fn file_of_its_owner_is_read() {
		for mode in [0o600, 0o400] {
			let (_dir, path) = key_file(mode, &format!("# a comment\n\n  {ALICE_SEED}  \n"));
			assert_eq!(NodeKey::from_file(&path).unwrap().address(GENERIC_FORMAT), ALICE);
		}
	}

	#[test]
	fn missing_file_tells_how_to_make_one() {
		let error = NodeKey::from_file(Path::new("/nowhere/node.key")).unwrap_err();
		assert!(error.to_string().contains("key generate --out /nowhere/node.key"), "{error}");
	}

	#[test]
	fn file_without_a_secret_is_refused() {
		for text in ["", "# only a comment\n", "twelve words that are no phrase", "0x1234"] {
			let (_dir, path) = key_file(0o600, text);
			assert!(matches!(NodeKey::from_file(&path), Err(KeyError::NoSecret { .. })), "{text}");
		}
	}

	#[test]
	fn generated_key_is_private_and_can_be_read_back() {
		let dir = tempfile::tempdir().unwrap();
		let path = dir.path().join("node.key");
		let key = NodeKey::generate(&path).unwrap();
		assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
		assert_eq!(NodeKey::from_file(&path).unwrap().account().0, key.account().0);
		let text = fs::read_to_string(&path).unwrap();
		assert!(text.contains(&format!("# Address: {}", key.address(GENERIC_FORMAT))), "{text}");
		assert_eq!(secret_line(&text).unwrap().split_whitespace().count(), 12);
	}

	#[test]
	fn generating_never_overwrites_a_key() {
		let (_dir, path) = key_file(0o600, ALICE_SEED);
		assert!(matches!(NodeKey::generate(&path), Err(KeyError::NotMade { .. })));
		assert_eq!(fs::read_to_string(&path).unwrap(), ALICE_SEED);
	}

	#[test]
	fn development_uri_is_a_derivation_only() {
		assert_eq!(NodeKey::from_dev_uri("//Alice").unwrap().address(GENERIC_FORMAT), ALICE);
		for uri in [ALICE_SEED, "bottom drive obey lake curtain smoke", ""] {
			assert!(matches!(NodeKey::from_dev_uri(uri), Err(KeyError::NotDevelopment)), "{uri}");
		}
	}

	#[test]
	fn address_follows_the_format_of_the_chain() {
		let key = NodeKey::from_dev_uri("//Alice").unwrap();
		// Format 0 is Polkadot's, in which Alice's address is widely known.
		assert_eq!(key.address(0), "15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5");
	}

	#[test]
	fn secret_is_not_shown_by_debug() {
		let shown = format!("{:?}", NodeKey::from_dev_uri("//Alice").unwrap());
		assert_eq!(shown, format!("NodeKey({ALICE:?})"));
	}
}
