//! What the daemon remembers between starts: which workloads it runs, and how far it has followed the chain.
//!
//! One small file, replaced as a whole: it is written beside the old one, flushed to the disk and renamed, so
//! that a loss of power leaves the old or the new, never a half.

use serde::{Deserialize, Serialize};
use std::{
	collections::BTreeMap,
	fs, io,
	io::Write,
	net::Ipv4Addr,
	path::{Path, PathBuf},
};

const VERSION: u32 = 1;
const FILE: &str = "state.json";
const LOCK: &str = "lock";

/// What is wrong with the state directory, and the way out.
#[derive(Debug, thiserror::Error)]
pub enum StateError {
	/// The directory or a file in it can't be used.
	#[error("can't use the state directory: {path}: {source}. Give another with --state-dir")]
	Unusable {
		/// The file or directory.
		path: PathBuf,
		/// Why.
		source: io::Error,
	},
	/// Two daemons on one state would start each workload twice.
	#[error(
		"another daemon uses the state directory {path}. Stop it, or give this one its own with \
		 --state-dir"
	)]
	InUse {
		/// The directory.
		path: PathBuf,
	},
	/// The file isn't what this daemon writes.
	#[error(
		"can't read {path}: {source}. Move it away to start anew: workloads that run are then deployed \
		 again, which a hook must bear"
	)]
	Damaged {
		/// The file.
		path: PathBuf,
		/// Why.
		source: serde_json::Error,
	},
	/// A newer daemon wrote it.
	#[error("{path} has version {found}, this daemon knows version {VERSION}: update it")]
	TooNew {
		/// The file.
		path: PathBuf,
		/// Its version.
		found: u32,
	},
	/// The workloads of one chain are not those of another, though their numbers are the same.
	#[error(
		"the state directory {path} belongs to another {what} ({remembered}, not {met}). Give this one \
		 its own with --state-dir"
	)]
	Foreign {
		/// The directory.
		path: PathBuf,
		/// Chain or account.
		what: &'static str,
		/// Whom it belongs to.
		remembered: String,
		/// Who asks.
		met: String,
	},
}

/// What the daemon knows of one workload that it has begun to run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Workload {
	/// How far the hook has come with it.
	pub phase: Phase,
	/// The document it was deployed with.
	#[serde(flatten)]
	pub document: Document,
}

/// How far the hook has come with a workload.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Phase {
	/// It was told to deploy, and has not said that it did.
	Starting,
	/// It has deployed it.
	Running,
	/// It has suspended it.
	Suspended,
}

impl Phase {
	/// All of them.
	pub const ALL: [Self; 3] = [Self::Starting, Self::Running, Self::Suspended];

	/// The name that metrics use.
	pub const fn name(self) -> &'static str {
		match self {
			Self::Starting => "starting",
			Self::Running => "running",
			Self::Suspended => "suspended",
		}
	}
}

/// What a deployer wants to run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Document {
	/// The hash of the full document, as the deployer signed it.
	#[serde(with = "hex_bytes")]
	pub spec_hash: Vec<u8>,
	/// The part of it that the chain carries, at most 256 bytes.
	#[serde(with = "hex_bytes")]
	pub spec: Vec<u8>,
	/// What it may use of the node.
	pub resources: Wanted,
	/// The public IPs that it may use, in the order it got them.
	#[serde(default)]
	pub public_ips: Vec<PublicIp>,
	/// The most public bytes that one billing window is paid for. What goes beyond it is free: the hook may
	/// stop it.
	pub traffic_limit: u64,
}

/// A public IPv4 address in its network, as hooks and the state file get it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PublicIp {
	/// The address of the workload.
	pub address: Ipv4Addr,
	/// The length of the network's prefix in bits.
	pub prefix: u8,
	/// The router's address.
	pub gateway: Ipv4Addr,
}

/// Resources as hooks and the state file get them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Wanted {
	/// Logical cores.
	pub cores: u32,
	/// Memory in MiB.
	pub memory_mib: u64,
	/// Solid-state disk in MiB.
	pub ssd_mib: u64,
	/// Spinning disk in MiB.
	pub hdd_mib: u64,
	/// Graphics processors.
	pub gpus: u16,
}

/// What is in the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Contents {
	version: u32,
	/// The chain's genesis hash and the node's account, once they are known.
	chain: Option<String>,
	account: Option<String>,
	/// The last finalized block that was looked at.
	finalized: u64,
	workloads: BTreeMap<u64, Workload>,
}

impl Default for Contents {
	fn default() -> Self {
		Self {
			version: VERSION,
			chain: None,
			account: None,
			finalized: 0,
			workloads: BTreeMap::new(),
		}
	}
}

/// The state directory, held by this process alone.
#[derive(Debug)]
pub struct Store {
	dir: PathBuf,
	contents: Contents,
	/// Keeps the lock as long as the store lives.
	_lock: fs::File,
}

impl Store {
	/// Opens the directory, or makes it; reads what was remembered.
	pub fn open(dir: &Path) -> Result<Self, StateError> {
		let unusable = |path: &Path| {
			let path = path.to_owned();
			|source| StateError::Unusable { path, source }
		};
		let traffic = dir.join(crate::traffic::DIRECTORY);
		fs::create_dir_all(&traffic).map_err(unusable(&traffic))?;
		let lock = lock(dir)?;
		let path = dir.join(FILE);
		let contents = match fs::read(&path) {
			Ok(bytes) => parse(&path, &bytes)?,
			Err(error) if error.kind() == io::ErrorKind::NotFound => Contents::default(),
			Err(error) => return Err(unusable(&path)(error)),
		};
		Ok(Self { dir: dir.to_owned(), contents, _lock: lock })
	}

	/// Ties the state to a chain and an account, or refuses another than it is tied to.
	pub fn claim(&mut self, chain: &str, account: &str) -> Result<(), StateError> {
		let foreign = |what, remembered: &Option<String>, met: &str| match remembered {
			Some(known) if known != met => Err(StateError::Foreign {
				path: self.dir.clone(),
				what,
				remembered: known.clone(),
				met: met.to_owned(),
			}),
			_ => Ok(()),
		};
		foreign("chain", &self.contents.chain, chain)?;
		foreign("account", &self.contents.account, account)?;
		if self.contents.chain.is_some() && self.contents.account.is_some() {
			return Ok(());
		}
		self.contents.chain = Some(chain.to_owned());
		self.contents.account = Some(account.to_owned());
		self.save()
	}

	/// The workloads that the hook was ever told to deploy and not yet to end.
	pub fn workloads(&self) -> &BTreeMap<u64, Workload> {
		&self.contents.workloads
	}

	/// Remembers a workload.
	pub fn put(&mut self, contract: u64, workload: Workload) -> Result<(), StateError> {
		self.contents.workloads.insert(contract, workload);
		self.save()
	}

	/// Forgets a workload.
	pub fn remove(&mut self, contract: u64) -> Result<(), StateError> {
		self.contents.workloads.remove(&contract);
		self.save()
	}

	/// The last finalized block that was looked at, as far as it was remembered.
	pub fn finalized(&self) -> u64 {
		self.contents.finalized
	}

	/// Notes a finalized block. It is written with the next change of a workload, and every hundred blocks:
	/// it only has to tell a node that has yet to catch up from one that has.
	pub fn follow(&mut self, block: u64) -> Result<(), StateError> {
		const EVERY: u64 = 100;
		let turned = block / EVERY != self.contents.finalized / EVERY;
		self.contents.finalized = self.contents.finalized.max(block);
		if turned {
			self.save()
		} else {
			Ok(())
		}
	}

	fn save(&self) -> Result<(), StateError> {
		let path = self.dir.join(FILE);
		replace(&self.dir, &path, &self.contents)
			.map_err(|source| StateError::Unusable { path, source })
	}
}

fn lock(dir: &Path) -> Result<fs::File, StateError> {
	let path = dir.join(LOCK);
	let file = fs::OpenOptions::new().write(true).create(true).truncate(false).open(&path);
	let file = file.map_err(|source| StateError::Unusable { path: path.clone(), source })?;
	match file.try_lock() {
		Ok(()) => Ok(file),
		Err(fs::TryLockError::WouldBlock) => Err(StateError::InUse { path: dir.to_owned() }),
		Err(fs::TryLockError::Error(source)) => Err(StateError::Unusable { path, source }),
	}
}

fn parse(path: &Path, bytes: &[u8]) -> Result<Contents, StateError> {
	#[derive(Deserialize)]
	struct Versioned {
		version: u32,
	}
	let damaged = |source| StateError::Damaged { path: path.to_owned(), source };
	let Versioned { version: found } = serde_json::from_slice(bytes).map_err(damaged)?;
	if found != VERSION {
		return Err(StateError::TooNew { path: path.to_owned(), found });
	}
	serde_json::from_slice(bytes).map_err(damaged)
}

fn replace(dir: &Path, path: &Path, contents: &Contents) -> io::Result<()> {
	let beside = path.with_extension("json.new");
	let mut file = fs::File::create(&beside)?;
	file.write_all(&serde_json::to_vec_pretty(contents)?)?;
	file.sync_all()?;
	fs::rename(&beside, path)?;
	// The rename itself is durable only when the directory is.
	fs::File::open(dir)?.sync_all()
}

/// Bytes as hexadecimal text.
mod hex_bytes {
	use serde::{Deserialize, Deserializer, Serializer};

	pub fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
		serializer.serialize_str(&hex::encode(bytes))
	}

	pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
		let text = String::deserialize(deserializer)?;
		hex::decode(text).map_err(serde::de::Error::custom)
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn workload(phase: Phase) -> Workload {
		let resources =
			Wanted { cores: 2, memory_mib: 2_048, ssd_mib: 15_360, hdd_mib: 0, gpus: 0 };
		let (spec_hash, spec) = (vec![7; 32], b"image: demo".to_vec());
		let public_ips = vec![PublicIp {
			address: [185, 206, 122, 31].into(),
			prefix: 24,
			gateway: [185, 206, 122, 1].into(),
		}];
		let document = Document { spec_hash, spec, resources, public_ips, traffic_limit: 0 };
		Workload { phase, document }
	}

	fn read(dir: &Path) -> String {
		fs::read_to_string(dir.join(FILE)).unwrap()
	}

	#[test]
	fn what_was_put_is_there_after_a_restart() {
		let dir = tempfile::tempdir().unwrap();
		let mut store = Store::open(dir.path()).unwrap();
		store.put(1, workload(Phase::Starting)).unwrap();
		store.put(1, workload(Phase::Running)).unwrap();
		store.put(2, workload(Phase::Suspended)).unwrap();
		store.put(3, workload(Phase::Running)).unwrap();
		store.remove(3).unwrap();
		drop(store);

		let store = Store::open(dir.path()).unwrap();
		let phases: Vec<_> = store.workloads().iter().map(|(id, w)| (*id, w.phase)).collect();
		assert_eq!(phases, [(1, Phase::Running), (2, Phase::Suspended)]);
		assert_eq!(store.workloads()[&1], workload(Phase::Running));
	}

	#[test]
	fn workload_of_before_there_were_public_ips_has_none() {
		let dir = tempfile::tempdir().unwrap();
		let mut store = Store::open(dir.path()).unwrap();
		store.put(1, workload(Phase::Running)).unwrap();
		drop(store);
		let mut state: serde_json::Value = serde_json::from_str(&read(dir.path())).unwrap();
		state["workloads"]["1"].as_object_mut().unwrap().remove("publicIps").unwrap();
		fs::write(dir.path().join(FILE), state.to_string()).unwrap();

		let store = Store::open(dir.path()).unwrap();
		assert_eq!(store.workloads()[&1].document.public_ips, []);
	}

	#[test]
	fn torn_write_leaves_the_old_file_whole() {
		let dir = tempfile::tempdir().unwrap();
		let mut store = Store::open(dir.path()).unwrap();
		store.put(1, workload(Phase::Running)).unwrap();
		// The power goes while the new file is written beside the old one.
		fs::write(dir.path().join("state.json.new"), b"{\"version\":1,\"wor").unwrap();
		drop(store);

		let mut store = Store::open(dir.path()).unwrap();
		assert_eq!(store.workloads().len(), 1);
		store.put(2, workload(Phase::Running)).unwrap();
		assert!(!dir.path().join("state.json.new").exists());
	}

	#[test]
	fn write_that_fails_leaves_the_old_file_whole() {
		let dir = tempfile::tempdir().unwrap();
		let mut store = Store::open(dir.path()).unwrap();
		store.put(1, workload(Phase::Running)).unwrap();
		let before = read(dir.path());
		// A directory stands where the new file should be written.
		fs::create_dir(dir.path().join("state.json.new")).unwrap();
		assert!(matches!(store.remove(1), Err(StateError::Unusable { .. })));
		assert_eq!(read(dir.path()), before);
	}

	#[test]
	fn second_daemon_on_the_same_state_is_refused() {
		let dir = tempfile::tempdir().unwrap();
		let first = Store::open(dir.path()).unwrap();
		assert!(matches!(Store::open(dir.path()), Err(StateError::InUse { .. })));
		drop(first);
		assert!(Store::open(dir.path()).is_ok());
	}

	#[test]
	fn state_of_another_chain_or_account_is_refused() {
		let dir = tempfile::tempdir().unwrap();
		let mut store = Store::open(dir.path()).unwrap();
		store.claim("0xaa", "5Alice").unwrap();
		store.claim("0xaa", "5Alice").unwrap();
		drop(store);

		let mut store = Store::open(dir.path()).unwrap();
		let error = store.claim("0xbb", "5Alice").unwrap_err().to_string();
		assert!(error.contains("another chain (0xaa, not 0xbb)"), "{error}");
		let error = store.claim("0xaa", "5Bob").unwrap_err().to_string();
		assert!(error.contains("another account (5Alice, not 5Bob)"), "{error}");
	}

	#[test]
	fn followed_block_never_falls_and_is_written_every_hundred() {
		let dir = tempfile::tempdir().unwrap();
		let mut store = Store::open(dir.path()).unwrap();
		store.follow(99).unwrap();
		assert!(!dir.path().join(FILE).exists());
		store.follow(100).unwrap();
		assert!(read(dir.path()).contains("\"finalized\": 100"));
		store.follow(150).unwrap();
		store.follow(120).unwrap();
		assert_eq!(store.finalized(), 150);
		assert!(read(dir.path()).contains("\"finalized\": 100"));
	}

	#[test]
	fn damaged_and_newer_files_are_refused_with_the_way_out() {
		let dir = tempfile::tempdir().unwrap();
		fs::write(dir.path().join(FILE), b"{\"version\":1,").unwrap();
		let error = Store::open(dir.path()).unwrap_err();
		assert!(matches!(error, StateError::Damaged { .. }));
		assert!(error.to_string().contains("Move it away"), "{error}");
		fs::write(dir.path().join(FILE), b"{\"version\":2}").unwrap();
		assert!(matches!(Store::open(dir.path()), Err(StateError::TooNew { found: 2, .. })));
	}

	#[test]
	fn state_directory_that_is_a_file_is_refused() {
		let dir = tempfile::tempdir().unwrap();
		let path = dir.path().join("file");
		fs::write(&path, b"").unwrap();
		assert!(matches!(Store::open(&path), Err(StateError::Unusable { .. })));
	}
}
