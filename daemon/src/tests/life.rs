//! The life of a node and of what runs on it. Each run of the daemon here is a new process as far as it
//! knows: it begins with what its state directory remembers.

use super::{
	chain::{Deployments, Neighbours, Nodes, Runtime, RuntimeOrigin, System, DEPLOYER},
	node::Node,
};
use crate::{
	calls::{CallError, Sender},
	chain::{Chain, ChainError, Memory},
	cli::{Cli, Command, RunArgs},
	daemon::Daemon,
	error::{Fatal, Trouble},
	hardware::{Disk, DiskKind, Hardware, Interface},
	hook::Hook,
	key::NodeKey,
	shutdown::Stop,
	state::Store,
	wire,
};
use clap::Parser;
use frame_support::assert_ok;
use gridchain_primitives::{
	traits::OnContract, AccountId, Bytes, ContractId, Mib, NodeId, Refusal, Resources, Seconds,
};
use pallet_deployments::{ContractKind, WorkloadState};
use pallet_nodes::IpAddress;
use serde_json::{json, Value};
use sp_core::H256;
use std::{fs, os::unix::fs::PermissionsExt, path::Path, time::Duration};
use tokio::sync::watch;

const NODE: NodeId = NodeId(1);
const CONTRACT: ContractId = ContractId(1);

fn key() -> NodeKey {
	NodeKey::from_dev_uri("//Node1").unwrap()
}

fn account() -> AccountId {
	AccountId::new(key().account().0)
}

fn hardware() -> Hardware {
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

fn run_args() -> RunArgs {
	let words =
		"gridchain-daemon run --dev-uri //Node1 --country BE --city Ghent --latitude 51.05 \
	             --longitude 3.72 --metrics off";
	let cli = Cli::try_parse_from(words.split_whitespace()).unwrap();
	let Command::Run(args) = cli.command else { unreachable!() };
	*args
}

/// A daemon of `hardware` with its state in `dir`, and what stops it.
fn daemon(dir: &Path, hardware: &Hardware) -> (Daemon, watch::Sender<bool>) {
	let args = run_args();
	let (ask, stop) = Stop::by_hand();
	let script = Some(dir.join("hook")).filter(|path| path.exists());
	let hook = Hook::new(script.as_deref(), args.hook_timeout, dir.join("traffic")).unwrap();
	let store = Store::open(dir).unwrap();
	// With a hook it is a daemon as on a live chain, whose key nobody knows.
	let key = (key(), script.is_none());
	(Daemon::new(args, key, hardware, hook, store, stop), ask)
}

async fn connect(node: &Node) -> Chain {
	Chain::over(node.client(), &mut Memory::default()).await.unwrap()
}

/// Runs a daemon of `hardware` until `done`, or for too long.
async fn run_as(
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
	let mut work = std::pin::pin!(daemon.work(&chain));
	tokio::select! {
		end = &mut work => end,
		() = watching => work.await,
	}
}

/// Runs a daemon until `done`, and sees that it is.
async fn run(node: &Node, dir: &Path, done: impl Fn() -> bool) {
	run_as(&hardware(), node, dir, &done).await.unwrap();
	assert!(done(), "it didn't come about");
}

/// Runs a daemon that comes to grief, meanwhile doing something again and again. What the trouble is.
async fn trouble(hardware: &Hardware, node: &Node, dir: &Path, meanwhile: impl Fn()) -> Trouble {
	let run = run_as(hardware, node, dir, || {
		meanwhile();
		false
	});
	tokio::time::timeout(Duration::from_secs(30), run).await.unwrap().unwrap_err()
}

/// Runs a daemon for so many blocks.
async fn run_for(node: &Node, dir: &Path, blocks: u32) {
	let end = height(node) + blocks;
	run(node, dir, || height(node) >= end).await;
}

fn height(node: &Node) -> u32 {
	node.read(System::block_number)
}

/// A chain on which the node is live.
async fn live() -> (Node, tempfile::TempDir) {
	let node = Node::start();
	node.mine_for_ever();
	node.next_block(|| Neighbours::authorise(&account()));
	let dir = tempfile::tempdir().unwrap();
	run(&node, dir.path(), || liveness(&node).is_some_and(|liveness| liveness.reported)).await;
	(node, dir)
}

/// A node on which a workload runs.
async fn deployed() -> (Node, tempfile::TempDir) {
	let (node, dir) = live().await;
	deploy(&node);
	let runs = || on_chain(&node) == Some(WorkloadState::Running) && phase(dir.path()) == "running";
	run(&node, dir.path(), runs).await;
	(node, dir)
}

fn liveness(node: &Node) -> Option<pallet_nodes::NodeLiveness<AccountId>> {
	node.read(|| pallet_nodes::Liveness::<Runtime>::get(NODE))
}

fn ledger(node: &Node) -> pallet_nodes::NodeLedger {
	node.read(|| pallet_nodes::Ledger::<Runtime>::get(NODE)).unwrap()
}

fn resources(cores: u32) -> Resources {
	Resources { cores, memory_mib: Mib(2_048), ssd_mib: Mib(15_360), ..Default::default() }
}

fn deploy(node: &Node) {
	node.next_block(|| {
		assert_ok!(Deployments::deploy(
			RuntimeOrigin::signed(DEPLOYER),
			NODE,
			H256([7; 32]),
			b"image: demo".to_vec().try_into().unwrap(),
			resources(2),
			Bytes(1_000_000_000),
		));
	});
}

/// How far the workload has come on the chain.
fn on_chain(node: &Node) -> Option<WorkloadState> {
	node.read(|| {
		let contract = pallet_deployments::Contracts::<Runtime>::get(CONTRACT)?;
		let ContractKind::Workload(workload) = contract.kind;
		Some(workload.state)
	})
}

/// What the daemon remembers of the workload, while it runs or not.
fn remembered(dir: &Path) -> Value {
	let Ok(text) = fs::read_to_string(dir.join("state.json")) else { return Value::Null };
	let mut state: Value = serde_json::from_str(&text).unwrap();
	state["workloads"]["1"].take()
}

/// How far it has come with it; empty if it knows none.
fn phase(dir: &Path) -> String {
	remembered(dir)["phase"].as_str().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn node_registers_once_its_farm_has_authorised_it() {
	let node = Node::start();
	node.mine_for_ever();
	let node_of = || node.read(|| pallet_nodes::NodeOf::<Runtime>::get(account()));
	let dir = tempfile::tempdir().unwrap();
	run_for(&node, dir.path(), 5).await;
	assert_eq!(node_of(), None);

	node.next_block(|| Neighbours::authorise(&account()));
	run(&node, dir.path(), || node_of() == Some(NODE)).await;
	run_for(&node, dir.path(), 5).await;
	let next = node.read(pallet_nodes::NextNodeId::<Runtime>::get);
	assert_eq!(next, NodeId(2), "a restart registers nothing");
}

#[tokio::test]
async fn chain_is_told_what_the_computer_is() {
	let (node, _dir) = live().await;
	let hardware = Resources {
		cores: 8,
		memory_mib: Mib(16_384),
		ssd_mib: Mib(512_000),
		hdd_mib: Mib(0),
		gpus: 0,
	};
	assert_eq!(ledger(&node).hardware, hardware);

	let details = node.read(|| pallet_nodes::Nodes::<Runtime>::get(NODE)).unwrap().details;
	assert_eq!(details.location.country, *b"BE");
	assert_eq!(details.location.city.as_slice(), b"Ghent");
	let position = details.location.position.unwrap();
	assert_eq!((position.latitude, position.longitude), (51_050_000, 3_720_000));
	assert_eq!(details.serial.as_slice(), b"QTFC-9912-A");
	assert_eq!((details.secure_boot, details.virtualized), (false, true));
	let interface = &details.interfaces[0];
	assert_eq!(interface.name.as_slice(), b"enp2s0");
	assert_eq!(interface.mac, [0x52, 0x54, 0x00, 0x12, 0x34, 0x56]);
	let ipv6 = [0x20, 0x01, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7];
	assert_eq!(interface.ips.as_slice(), [IpAddress::V4([192, 0, 2, 7]), IpAddress::V6(ipv6)]);
}

#[tokio::test]
async fn node_reports_as_long_as_the_daemon_runs() {
	let (node, dir) = live().await;
	let before = liveness(&node).unwrap();
	run_for(&node, dir.path(), 20).await;
	let after = liveness(&node).unwrap();
	// A report is due each block and takes one to get in: with what stopping and starting takes, the last is a
	// few blocks old, and the node live.
	assert!(after.last_block >= before.last_block + 15, "{before:?} {after:?}");
	// Uptime is that of this computer, which lives slower than the chain of the test.
	assert!(after.last_uptime >= before.last_uptime);
	assert!(after.attested.0 - before.attested.0 <= after.last_report.0 - before.last_report.0);
}

#[tokio::test]
async fn workload_is_run_with_its_document_and_confirmed() {
	let (_node, dir) = deployed().await;
	let expected = json!({
		"phase": "running",
		"specHash": "07".repeat(32),
		"spec": hex::encode("image: demo"),
		"resources":
			{ "cores": 2, "memoryMib": 2_048, "ssdMib": 15_360, "hddMib": 0, "gpus": 0 },
		"trafficLimit": 1_000_000_000,
	});
	assert_eq!(remembered(dir.path()), expected);
}

#[tokio::test]
async fn workload_is_suspended_and_resumed_with_its_money() {
	let (node, dir) = deployed().await;
	node.next_block(|| <Deployments as OnContract>::suspended(CONTRACT));
	run(&node, dir.path(), || phase(dir.path()) == "suspended").await;
	node.next_block(|| <Deployments as OnContract>::resumed(CONTRACT));
	run(&node, dir.path(), || phase(dir.path()) == "running").await;
}

#[tokio::test]
async fn changed_workload_is_deployed_again() {
	let (node, dir) = deployed().await;
	node.next_block(|| {
		assert_ok!(Deployments::update_deployment(
			RuntimeOrigin::signed(DEPLOYER),
			CONTRACT,
			None,
			Some(b"image: better".to_vec().try_into().unwrap()),
			Some(resources(3)),
			None,
		));
	});
	let better = || remembered(dir.path())["spec"] == hex::encode("image: better");
	run(&node, dir.path(), better).await;
	assert_eq!(remembered(dir.path())["resources"]["cores"], 3);
	assert_eq!(phase(dir.path()), "running");
}

fn cancel(node: &Node) {
	node.next_block(|| {
		assert_ok!(Deployments::cancel(RuntimeOrigin::signed(DEPLOYER), CONTRACT));
	});
}

#[tokio::test]
async fn ended_workload_is_forgotten_with_its_traffic() {
	let (node, dir) = deployed().await;
	fs::write(dir.path().join("traffic/1"), "5").unwrap();
	cancel(&node);
	run(&node, dir.path(), || remembered(dir.path()).is_null()).await;
	assert!(!dir.path().join("traffic/1").exists());
}

#[tokio::test]
async fn contract_that_ended_while_the_daemon_was_down_is_ended() {
	let (node, dir) = deployed().await;
	cancel(&node);
	// Until it is finalized.
	let end = height(&node) + 5;
	while height(&node) < end {
		tokio::time::sleep(Duration::from_millis(10)).await;
	}
	assert_eq!(phase(dir.path()), "running");
	run(&node, dir.path(), || remembered(dir.path()).is_null()).await;
}

#[tokio::test]
async fn traffic_counters_reach_the_meter() {
	let (node, dir) = deployed().await;
	let counted =
		|| node.read(|| pallet_nodes::Sales::<Runtime>::get(NODE, CONTRACT)).unwrap().counted;
	assert_eq!(counted(), Bytes(0));
	fs::write(dir.path().join("traffic/1"), "1000000000\n").unwrap();
	// A counter of a contract that is not on this node is skipped.
	fs::write(dir.path().join("traffic/77"), "9\n").unwrap();
	run(&node, dir.path(), || counted() == Bytes(1_000_000_000)).await;
	// The workload was started anew and counts from nothing: 300 more.
	fs::write(dir.path().join("traffic/1"), "300\n").unwrap();
	run(&node, dir.path(), || counted() == Bytes(1_000_000_300)).await;
}

#[tokio::test]
async fn refusals_come_back_with_their_numbers() {
	let (node, _dir) = live().await;
	let chain = connect(&node).await;
	let report = |of: u32| wire::report(of, Seconds(1_000), Vec::new());
	let sender = Sender::new(chain.clone(), key());
	let refused = |error: CallError| error.refusal().unwrap();

	let unknown = sender.send(&wire::confirm_workload(99)).await.unwrap_err();
	assert_eq!(refused(unknown), Refusal::ContractNotFound);
	let unknown = sender.send(&report(2)).await.unwrap_err();
	assert_eq!(refused(unknown), Refusal::NodeNotFound);
	let again = sender.send(&wire::register_node(described().0, described().1)).await.unwrap_err();
	assert_eq!(refused(again), Refusal::AlreadyRegistered);
	let stranger = Sender::new(chain, NodeKey::from_dev_uri("//Stranger").unwrap());
	let foreign = stranger.send(&report(1)).await.unwrap_err();
	assert_eq!(refused(foreign), Refusal::NotNodeAccount);
	let uninvited =
		stranger.send(&wire::register_node(described().0, described().1)).await.unwrap_err();
	assert_eq!(refused(uninvited), Refusal::NotAuthorised);
}

#[tokio::test]
async fn second_report_within_the_interval_is_refused() {
	let node = Node::start();
	node.next_block(|| Neighbours::authorise(&account()));
	node.mine();
	let sender = Sender::new(connect(&node).await, key());
	let report = || wire::report(1, Seconds(1_000), Vec::new());
	// Without a clock of its own: one block for each transaction that is in the pool.
	node.mine_on_demand();
	sender.send(&wire::register_node(described().0, described().1)).await.unwrap();
	sender.send(&report()).await.unwrap();
	let early = sender.send(&report()).await.unwrap_err();
	assert_eq!(early.refusal(), Some(Refusal::TooEarly));
	node.mine();
	sender.send(&report()).await.unwrap();
}

fn described() -> (wire::Resources, wire::Details) {
	let location = wire::Location { country: *b"BE", city: Vec::new(), position: None };
	(hardware().resources().into(), wire::Details::of(&hardware(), location))
}

#[tokio::test]
async fn computer_that_has_changed_describes_itself_anew() {
	let (node, dir) = live().await;
	let bigger = Hardware { cores: 16, ..hardware() };
	run_as(&bigger, &node, dir.path(), || ledger(&node).hardware.cores == 16).await.unwrap();
	assert_eq!(ledger(&node).hardware.cores, 16);

	// 1 % of 16,384 MiB is 163: a kernel that keeps 100 more for itself is no change.
	let nearly = Hardware { cores: 16, memory_mib: 16_284, ..hardware() };
	let end = height(&node) + 10;
	run_as(&nearly, &node, dir.path(), || height(&node) >= end).await.unwrap();
	assert_eq!(ledger(&node).hardware.memory_mib, Mib(16_384));
}

#[tokio::test]
async fn computer_that_is_too_small_ends_the_daemon_with_the_way_out() {
	let node = Node::start();
	node.mine_for_ever();
	node.next_block(|| Neighbours::authorise(&account()));
	let dir = tempfile::tempdir().unwrap();
	let small = Hardware { memory_mib: 1_024, ..hardware() };
	let end = trouble(&small, &node, dir.path(), || ()).await;
	let Trouble::Fatal(error @ Fatal::Unfit(_)) = end else { panic!("{end:?}") };
	assert!(error.to_string().contains("2 GB of memory"), "{error}");
}

#[tokio::test]
async fn lost_connection_ends_the_work_and_keeps_the_workloads() {
	let (node, dir) = deployed().await;
	let gone = height(&node) + 3;
	let end = trouble(&hardware(), &node, dir.path(), || {
		if height(&node) == gone {
			node.go_away(true);
		}
	})
	.await;
	assert!(matches!(end, Trouble::Chain(_)), "{end:?}");
	assert_eq!(phase(dir.path()), "running");
	node.go_away(false);
	cancel(&node);
	run(&node, dir.path(), || remembered(dir.path()).is_null()).await;
}

#[tokio::test]
async fn node_that_has_yet_to_catch_up_ends_no_workload() {
	let (_node, dir) = deployed().await;
	// Another node of the same chain, which knows the first blocks only.
	let behind = Node::start();
	behind.next_block(|| {
		Neighbours::authorise(&account());
		let hardware = hardware().resources();
		let details = node_details();
		assert_ok!(Nodes::register_node(
			RuntimeOrigin::signed(account()),
			hardware,
			details.location,
			details.interfaces,
			details.secure_boot,
			details.virtualized,
			details.serial,
		));
	});
	for _ in 0..5 {
		behind.mine();
	}
	let end = trouble(&hardware(), &behind, dir.path(), || ()).await;
	assert!(matches!(end, Trouble::Chain(ChainError::Behind { .. })), "{end:?}");
	assert_eq!(phase(dir.path()), "running");
}

/// The least that a node says of itself.
fn node_details() -> pallet_nodes::Details {
	pallet_nodes::Details {
		location: pallet_nodes::Location {
			country: *b"BE",
			city: Default::default(),
			position: None,
		},
		interfaces: Default::default(),
		secure_boot: false,
		virtualized: false,
		serial: Default::default(),
	}
}

#[tokio::test]
async fn live_chain_takes_no_key_that_everybody_knows() {
	let node = Node::start();
	for chain_type in [json!("Live"), json!({ "Custom": "mine" })] {
		node.pretend(chain_type);
		let dir = tempfile::tempdir().unwrap();
		let end = trouble(&hardware(), &node, dir.path(), || ()).await;
		let Trouble::Fatal(error @ Fatal::PublicKey { .. }) = end else { panic!("{end:?}") };
		assert!(error.to_string().contains("key generate"), "{error}");
	}
}

#[tokio::test]
async fn chain_introduces_itself() {
	let node = Node::start();
	let identity = connect(&node).await.identity;
	assert_eq!((identity.name.as_str(), identity.ss58_format), ("Test", 7));
	assert!(identity.chain_type.is_for_development());
	assert_eq!(identity.genesis.len(), 66);
}

/// Puts a hook into the directory, which notes what it is asked and fails while there is a file `broken`.
fn install_hook(dir: &Path) {
	let (path, dir) = (dir.join("hook"), dir.display());
	let script =
		format!("#!/bin/sh\necho \"$1 $2 $(cat)\" >> '{dir}/asked'\n! [ -e '{dir}/broken' ]\n");
	fs::write(&path, script).unwrap();
	fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
}

fn asked(dir: &Path) -> Vec<String> {
	let text = fs::read_to_string(dir.join("asked")).unwrap_or_default();
	text.lines().map(str::to_owned).collect()
}

#[tokio::test]
async fn hook_is_asked_once_for_each_thing_that_happens() {
	let (node, dir) = live().await;
	install_hook(dir.path());
	deploy(&node);
	run(&node, dir.path(), || on_chain(&node) == Some(WorkloadState::Running)).await;
	run_for(&node, dir.path(), 10).await;
	cancel(&node);
	run(&node, dir.path(), || remembered(dir.path()).is_null()).await;
	run_for(&node, dir.path(), 5).await;
	assert_eq!(asked(dir.path()), ["deploy 1 image: demo", "end 1 image: demo"]);
}

#[tokio::test]
async fn workload_is_confirmed_only_when_its_hook_has_succeeded() {
	let (node, dir) = live().await;
	install_hook(dir.path());
	fs::write(dir.path().join("broken"), "").unwrap();
	deploy(&node);
	run(&node, dir.path(), || asked(dir.path()).len() >= 3).await;
	assert_eq!(on_chain(&node), Some(WorkloadState::AwaitingDelivery));
	assert_eq!(phase(dir.path()), "starting");

	fs::remove_file(dir.path().join("broken")).unwrap();
	run(&node, dir.path(), || on_chain(&node) == Some(WorkloadState::Running)).await;
	assert_eq!(phase(dir.path()), "running");
}

#[tokio::test]
async fn half_done_deployment_is_ended_with_its_contract() {
	let (node, dir) = live().await;
	install_hook(dir.path());
	fs::write(dir.path().join("broken"), "").unwrap();
	deploy(&node);
	run(&node, dir.path(), || !asked(dir.path()).is_empty()).await;
	fs::remove_file(dir.path().join("broken")).unwrap();
	cancel(&node);
	run(&node, dir.path(), || remembered(dir.path()).is_null()).await;
	assert_eq!(asked(dir.path()).pop().unwrap(), "end 1 image: demo");
}

#[tokio::test]
async fn live_chain_wants_a_hook_that_runs_something() {
	let node = Node::start();
	node.pretend(json!("Live"));
	let dir = tempfile::tempdir().unwrap();
	let chain = connect(&node).await;
	install_hook(dir.path());
	let (mut with_hook, ask) = daemon(dir.path(), &hardware());
	ask.send(true).unwrap();
	with_hook.work(&chain).await.unwrap();
	drop(with_hook);

	let (_ask, stop) = Stop::by_hand();
	let hook = Hook::new(None, Duration::from_secs(1), dir.path().join("traffic")).unwrap();
	let store = Store::open(dir.path()).unwrap();
	let mut without = Daemon::new(run_args(), (key(), false), &hardware(), hook, store, stop);
	let end = without.work(&chain).await;
	assert!(matches!(end, Err(Trouble::Fatal(Fatal::NoHook { .. }))), "{end:?}");
}
