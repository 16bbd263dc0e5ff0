//! What the tests of the daemon's life share: a chain with people, a computer, and a daemon that is started and
//! stopped. Each run is a new process as far as it knows: it begins with what its state directory remembers.

use super::{
	chain::{authorise, deployer},
	node::Node,
};
use crate::{
	chain::{Chain, Memory},
	cli::{Cli, Command, RunArgs},
	daemon::Daemon,
	error::Trouble,
	hardware::{Disk, DiskKind, Hardware, Interface},
	hook::Hook,
	key::NodeKey,
	shutdown::Stop,
	state::Store,
};
use clap::Parser;
use frame_support::assert_ok;
use gridchain_primitives::{AccountId, Bytes, ContractId, FarmId, Mib, NodeId, Resources};
use gridchain_runtime::{Deployments, Nodes, Runtime, RuntimeOrigin, System};
use pallet_deployments::{ContractKind, WorkloadState};
use serde_json::Value;
use sp_core::H256;
use std::{fs, os::unix::fs::PermissionsExt, path::Path, time::Duration};
use tokio::sync::watch;

/// The node of the tests.
pub const NODE: NodeId = NodeId(1);
/// The contract of the tests.
pub const CONTRACT: ContractId = ContractId(1);

pub fn key() -> NodeKey {
	NodeKey::from_dev_uri("//Node1").unwrap()
}

pub fn account() -> AccountId {
	AccountId::new(key().account().0)
}

pub fn hardware() -> Hardware {
	Hardware {
		cores: 8,
		memory_mib: 16_384,
		disks: vec![Disk { name: "sda".into(), kind: DiskKind::Ssd, mib: 512_000 }],
		gpus: 0,
		interfaces: vec![Interface {
			name: "enp2s0".into(),
			mac: "52:54:00:12:34:56".into(),
			ips: vec!["192.0.2.7".parse().unwrap(), "2001:db8::7".parse().unwrap()],
		}],
		secure_boot: false,
		virtualized: true,
		serial: Some("QTFC-9912-A".into()),
	}
}

pub fn run_args() -> RunArgs {
	let words =
		"gridchain-daemon run --dev-uri //Node1 --farm 1 --country BE --city Ghent --latitude 51.05 \
	             --longitude 3.72 --metrics off";
	let cli = Cli::try_parse_from(words.split_whitespace()).unwrap();
	let Command::Run(args) = cli.command else { unreachable!() };
	*args
}

/// A daemon of `hardware` with its state in `dir`, and what stops it.
pub fn daemon(dir: &Path, hardware: &Hardware) -> (Daemon, watch::Sender<bool>) {
	let args = run_args();
	let (ask, stop) = Stop::by_hand();
	let script = Some(dir.join("hook")).filter(|path| path.exists());
	let hook = Hook::new(script.as_deref(), args.hook_timeout, dir.join("traffic")).unwrap();
	let store = Store::open(dir).unwrap();
	// With a hook it is a daemon as on a live chain, whose key nobody knows.
	let key = (key(), script.is_none());
	(Daemon::new(args, key, hardware, hook, store, stop), ask)
}

pub async fn connect(node: &Node) -> Chain {
	Chain::over(node.client(), &mut Memory::default()).await.unwrap()
}

/// Runs a daemon of `hardware` until `done`, or for too long.
pub async fn run_as(
	hardware: &Hardware,
	node: &Node,
	dir: &Path,
	done: impl Fn() -> bool,
) -> Result<(), Trouble> {
	let chain = connect(node).await;
	let (mut daemon, ask) = daemon(dir, hardware);
	let watching = async {
		for _ in 0..6_000 {
			if done() {
				break;
			}
			tokio::time::sleep(Duration::from_millis(10)).await;
		}
		let _ = ask.send(true);
	};
	let end = {
		let mut work = std::pin::pin!(daemon.work(&chain));
		tokio::select! {
			end = &mut work => end,
			() = watching => work.await,
		}
	};
	// As a daemon does that is asked to stop: without it, the next one would ask the hook again for what it was
	// doing when `done` came true.
	daemon.settle().await?;
	end
}

/// Runs a daemon until `done`, and sees that it is.
pub async fn run(node: &Node, dir: &Path, done: impl Fn() -> bool) {
	run_as(&hardware(), node, dir, &done).await.unwrap();
	assert!(done(), "it didn't come about");
}

/// Runs a daemon that comes to grief, meanwhile doing something again and again. What the trouble is.
pub async fn trouble(
	hardware: &Hardware,
	node: &Node,
	dir: &Path,
	meanwhile: impl Fn(),
) -> Trouble {
	let run = run_as(hardware, node, dir, || {
		meanwhile();
		false
	});
	tokio::time::timeout(Duration::from_secs(30), run).await.unwrap().unwrap_err()
}

/// Runs a daemon for so many blocks.
pub async fn run_for(node: &Node, dir: &Path, blocks: u32) {
	let end = height(node) + blocks;
	run(node, dir, || height(node) >= end).await;
}

pub fn height(node: &Node) -> u32 {
	node.read(System::block_number)
}

/// A chain on which the node is live.
pub async fn live() -> (Node, tempfile::TempDir) {
	let node = Node::start();
	node.mine_for_ever();
	node.next_block(|| authorise(account()));
	let dir = tempfile::tempdir().unwrap();
	run(&node, dir.path(), || liveness(&node).is_some_and(|liveness| liveness.reported)).await;
	(node, dir)
}

/// The computer becomes the node, without a daemon, and says as little of itself as it may.
pub fn register() {
	authorise(account());
	assert_ok!(Nodes::register_node(
		RuntimeOrigin::signed(account()),
		FarmId(1),
		hardware().resources(),
		pallet_nodes::Location { country: *b"BE", city: Default::default(), position: None },
		Default::default(),
		false,
		false,
		Default::default(),
	));
}

/// A node on which a workload runs.
pub async fn deployed() -> (Node, tempfile::TempDir) {
	let (node, dir) = live().await;
	deploy(&node);
	let runs = || on_chain(&node) == Some(WorkloadState::Running) && phase(dir.path()) == "running";
	run(&node, dir.path(), runs).await;
	(node, dir)
}

pub fn liveness(node: &Node) -> Option<pallet_nodes::NodeLiveness<AccountId>> {
	node.read(|| pallet_nodes::Liveness::<Runtime>::get(NODE))
}

pub fn ledger(node: &Node) -> pallet_nodes::NodeLedger {
	node.read(|| pallet_nodes::Ledger::<Runtime>::get(NODE)).unwrap()
}

pub fn resources(cores: u32) -> Resources {
	Resources { cores, memory_mib: Mib(2_048), ssd_mib: Mib(15_360), ..Default::default() }
}

pub fn deploy(node: &Node) {
	node.next_block(|| order(0));
}

/// The deployer orders a workload with so many public IPs.
pub fn order(public_ips: u8) {
	assert_ok!(Deployments::deploy(
		deployer(),
		NODE,
		H256([7; 32]),
		b"image: demo".to_vec().try_into().unwrap(),
		resources(2),
		public_ips,
		Bytes(1_000_000_000),
		None,
	));
}

/// How far the workload has come on the chain.
pub fn on_chain(node: &Node) -> Option<WorkloadState> {
	node.read(|| {
		let contract = pallet_deployments::Contracts::<Runtime>::get(CONTRACT)?;
		let ContractKind::Workload(workload) = contract.kind else { return None };
		Some(workload.state)
	})
}

/// What the daemon remembers of the workload, while it runs or not.
pub fn remembered(dir: &Path) -> Value {
	let Ok(text) = fs::read_to_string(dir.join("state.json")) else { return Value::Null };
	let mut state: Value = serde_json::from_str(&text).unwrap();
	state["workloads"]["1"].take()
}

/// How far it has come with it; empty if it knows none.
pub fn phase(dir: &Path) -> String {
	remembered(dir)["phase"].as_str().unwrap_or_default().to_owned()
}

pub fn cancel(node: &Node) {
	node.next_block(|| {
		assert_ok!(Deployments::cancel(deployer(), CONTRACT));
	});
}

/// Puts a hook into the directory, which notes what it is asked, and with which public IPs, and fails while there
/// is a file `broken`.
pub fn install_hook(dir: &Path) {
	let (path, dir) = (dir.join("hook"), dir.display());
	let script = format!(
		"#!/bin/sh\necho \"$1 $2 $(cat)\" >> '{dir}/asked'\n\
		 echo \"$1 $2 $GRIDCHAIN_PUBLIC_IPS_JSON\" >> '{dir}/addresses'\n! [ -e '{dir}/broken' ]\n"
	);
	fs::write(&path, script).unwrap();
	fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
}

/// What the hook was asked, in order: action, contract and spec.
pub fn asked(dir: &Path) -> Vec<String> {
	lines(&dir.join("asked"))
}

/// The same with the public IPs in the place of the spec.
pub fn addresses(dir: &Path) -> Vec<String> {
	lines(&dir.join("addresses"))
}

fn lines(path: &Path) -> Vec<String> {
	let text = fs::read_to_string(path).unwrap_or_default();
	text.lines().map(str::to_owned).collect()
}
