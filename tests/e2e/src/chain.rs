//! A development chain: one validator with a database of its own.

use crate::{process::Process, Client};
use std::{
	net::TcpListener,
	path::{Path, PathBuf},
	process::ExitStatus,
	thread,
	time::{Duration, Instant},
};
use tempfile::TempDir;
use tokio::time::sleep;

/// How long a chain may take until it answers: it compiles its runtime first, which is ten seconds' work for one
/// core, and a minute and more on a computer that has other work.
const PATIENCE: Duration = Duration::from_secs(240);
/// How long a validator may take to stop when asked.
const STOP_PATIENCE: Duration = Duration::from_secs(60);
/// How often it is asked meanwhile. A port that isn't open yet tells nobody when it will be.
const STEP: Duration = Duration::from_millis(100);

/// A development chain. It is killed, and its database removed, when this value goes; when a test fails the
/// directory stays, and its name is printed.
#[derive(Debug)]
pub struct Chain {
	// Before the folder, so that the program has ended when the folder is removed.
	process: Process,
	base: PathBuf,
	options: Vec<String>,
	url: String,
	network: u16,
	folder: Folder,
}

impl Chain {
	/// Starts a chain from its genesis.
	pub async fn start() -> Self {
		Self::start_with(&[]).await
	}

	/// The same with more `options` on the validator's command line.
	pub async fn start_with(options: &[&str]) -> Self {
		Self::launch(&["--dev"], options).await
	}

	/// Starts a node of this chain that writes no blocks and begins with this one as its only peer, with more
	/// `options` on its command line.
	pub async fn follower(&mut self, options: &[&str]) -> Self {
		let peer = self.client().await.peer_id().await;
		let address = format!("/ip4/127.0.0.1/tcp/{}/p2p/{peer}", self.network);
		Self::launch(&["--chain", "dev", "--bootnodes", &address], options).await
	}

	async fn launch(role: &[&str], options: &[&str]) -> Self {
		let folder = Folder::new();
		let (rpc, network) = (free_port(), free_port());
		let base = folder.path().join("chain");
		let (rpc_text, network_text) = (rpc.to_string(), network.to_string());
		let options = [
			role,
			&["--rpc-port", &rpc_text, "--port", &network_text],
			&["--no-prometheus", "--no-telemetry", "--no-mdns"],
			options,
		];
		let options: Vec<_> = options.concat().into_iter().map(String::from).collect();
		let process = start(&base, &options, folder.path());
		let url = format!("ws://127.0.0.1:{rpc}");
		let mut chain = Self { process, base, options, url, network, folder };
		chain.client().await;
		chain
	}

	/// Where it answers. The same after a restart.
	pub fn url(&self) -> &str {
		&self.url
	}

	/// Where the files of this test are.
	pub fn folder(&self) -> &Path {
		self.folder.path()
	}

	/// Where the validator keeps its database: its base path.
	pub fn base(&self) -> &Path {
		&self.base
	}

	/// A new connection. Waits until the chain answers.
	pub async fn client(&mut self) -> Client {
		let since = Instant::now();
		loop {
			self.process.ensure_running();
			match Client::connect(&self.url).await {
				Ok(client) => return client,
				Err(error) if since.elapsed() > PATIENCE => {
					panic!("the chain doesn't answer at {} in {PATIENCE:?}: {error}", self.url)
				},
				Err(_) => sleep(STEP).await,
			}
		}
	}

	/// Kills the validator, as a power cut would, and starts it again on the database it left. Gives a new
	/// connection.
	pub async fn kill_and_restart(&mut self) -> Client {
		self.process.kill();
		self.restart().await
	}

	/// Asks the validator to stop, and tells how it ended.
	pub fn stop(&mut self) -> ExitStatus {
		self.process.terminate(STOP_PATIENCE)
	}

	/// Starts the validator, which has stopped, on what it left. Gives a new connection.
	pub async fn restart(&mut self) -> Client {
		self.process = start(&self.base, &self.options, self.folder.path());
		self.client().await
	}

	/// Starts the validator, which has stopped, on what lies in another base path. Gives a new connection.
	pub async fn restart_on(&mut self, base: &Path) -> Client {
		self.base = base.to_owned();
		self.restart().await
	}
}

/// Starts a node on what lies in `base`, with its log in `folder`.
fn start(base: &Path, options: &[String], folder: &Path) -> Process {
	let base = ["--base-path", &base.display().to_string()].map(String::from);
	Process::start("gridchain", &[&base[..], options].concat(), &folder.join("chain.log"))
}

/// A port that nobody listens on.
fn free_port() -> u16 {
	let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a port is free");
	listener.local_addr().expect("what is bound has an address").port()
}

/// A directory for the files of one test.
#[derive(Debug)]
struct Folder(Option<TempDir>);

impl Folder {
	fn new() -> Self {
		let folder = tempfile::Builder::new().prefix("gridchain-e2e-").tempdir();
		Self(Some(folder.expect("a temporary directory can be made")))
	}

	fn path(&self) -> &Path {
		self.0.as_ref().map(TempDir::path).unwrap_or(Path::new("."))
	}
}

impl Drop for Folder {
	fn drop(&mut self) {
		if thread::panicking() {
			if let Some(kept) = self.0.take().map(TempDir::keep) {
				eprintln!("The files of the test that failed are in {}", kept.display());
			}
		}
	}
}
