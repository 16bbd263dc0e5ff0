//! The daemon of a node: it brings the computer that runs the tests into a farm.

use crate::{binary, lower_minimum, process::Process, Chain, Client};
use serde::Deserialize;
use std::{
	path::PathBuf,
	process::{Command, ExitStatus},
	time::Duration,
};

/// How long a daemon may take to stop when asked.
const STOP_PATIENCE: Duration = Duration::from_secs(15);

/// A daemon that runs. It is killed when this value goes.
#[derive(Debug)]
pub struct Daemon {
	process: Process,
	arguments: Vec<String>,
	log: PathBuf,
}

impl Daemon {
	/// Starts the daemon of the node with the key `uri`, once the region asks for no more disk than this
	/// computer has. It joins farm 1, the first one that a test makes.
	///
	/// It has no hook, so its workloads run in name only, which is all that the chain can see of them. Disks
	/// count as SSD: those of a virtual machine say that they spin, whatever is below.
	pub async fn start(chain: &Chain, client: &Client, uri: &str) -> Self {
		lower_minimum(client, disk_of_this_computer()).await;
		let name = uri.trim_matches('/').to_lowercase();
		let state = chain.folder().join(format!("{name}-state")).display().to_string();
		let arguments = [
			&["run", "--url", chain.url(), "--dev-uri", uri, "--state-dir", &state][..],
			&["--farm", "1", "--country", "BE", "--disks", "ssd", "--metrics", "off"],
		];
		let arguments: Vec<_> = arguments.concat().into_iter().map(String::from).collect();
		let log = chain.folder().join(format!("{name}.log"));
		let process = Process::start("gridchain-daemon", &arguments, &log);
		Self { process, arguments, log }
	}

	/// Kills it, as a power cut would.
	pub fn kill(&mut self) {
		self.process.ensure_running();
		self.process.kill();
	}

	/// Starts it again on what it left.
	pub fn restart(&mut self) {
		self.process = Process::start("gridchain-daemon", &self.arguments, &self.log);
	}

	/// Asks it to stop, and tells how it ended.
	pub fn stop(&mut self) -> ExitStatus {
		self.process.terminate(STOP_PATIENCE)
	}
}

/// What the daemon tells of a computer, as far as it is needed here.
#[derive(Deserialize)]
struct Hardware {
	disks: Vec<Disk>,
}

#[derive(Deserialize)]
struct Disk {
	mib: u64,
}

/// What the daemon finds of disk in this computer, in MiB.
fn disk_of_this_computer() -> u64 {
	let told = Command::new(binary("gridchain-daemon")).args(["hardware", "--json"]).output();
	let told = told.unwrap_or_else(|error| panic!("gridchain-daemon can't be run: {error}"));
	let hardware: Hardware = serde_json::from_slice(&told.stdout)
		.unwrap_or_else(|error| panic!("gridchain-daemon doesn't tell the hardware: {error}"));
	hardware.disks.iter().map(|disk| disk.mib).sum()
}
