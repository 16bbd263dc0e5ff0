//! Joining a farm, describing the computer, reporting.

use super::{
	bench::{
		account, connect, hardware, height, key, ledger, live, liveness, run, run_as, run_for,
		trouble, NODE,
	},
	chain::{ask_for_release, authorise},
	node::Node,
};
use crate::{
	calls::{CallError, Sender},
	error::{Fatal, Trouble},
	hardware::Hardware,
	key::NodeKey,
	wire,
};
use gridchain_primitives::{Mib, NodeId, Refusal, Resources, Seconds};
use gridchain_runtime::Runtime;
use pallet_nodes::IpAddress;

#[tokio::test]
async fn node_registers_once_its_farm_has_authorised_it() {
	let node = Node::start();
	node.mine_for_ever();
	let node_of = || node.read(|| pallet_nodes::NodeOf::<Runtime>::get(account()));
	let dir = tempfile::tempdir().unwrap();
	run_for(&node, dir.path(), 5).await;
	assert_eq!(node_of(), None);

	node.next_block(|| authorise(account()));
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
	let again =
		sender.send(&wire::register_node(1, described().0, described().1)).await.unwrap_err();
	assert_eq!(refused(again), Refusal::AlreadyRegistered);
	let stranger = Sender::new(chain, NodeKey::from_dev_uri("//Stranger").unwrap());
	let foreign = stranger.send(&report(1)).await.unwrap_err();
	assert_eq!(refused(foreign), Refusal::NotNodeAccount);
	let uninvited =
		stranger.send(&wire::register_node(1, described().0, described().1)).await.unwrap_err();
	assert_eq!(refused(uninvited), Refusal::NotAuthorised);
}

#[tokio::test]
async fn second_report_within_the_interval_is_refused() {
	let node = Node::start();
	node.next_block(|| authorise(account()));
	node.mine();
	let sender = Sender::new(connect(&node).await, key());
	let report = || wire::report(1, Seconds(1_000), Vec::new());
	// Without a clock of its own: one block for each transaction that is in the pool.
	node.mine_on_demand();
	sender.send(&wire::register_node(1, described().0, described().1)).await.unwrap();
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
async fn version_that_the_region_asks_for_is_read() {
	let node = Node::start();
	let chain = connect(&node).await;
	assert_eq!(chain.best().await.unwrap().release().await.unwrap(), None);
	node.next_block(|| ask_for_release("77.0.0"));
	node.mine();
	let asked = chain.best().await.unwrap().release().await.unwrap();
	assert_eq!(asked.as_deref(), Some("77.0.0"));
}

#[tokio::test]
async fn computer_that_is_too_small_ends_the_daemon_with_the_way_out() {
	let node = Node::start();
	node.mine_for_ever();
	node.next_block(|| authorise(account()));
	let dir = tempfile::tempdir().unwrap();
	let small = Hardware { memory_mib: 1_024, ..hardware() };
	let end = trouble(&small, &node, dir.path(), || ()).await;
	let Trouble::Fatal(error @ Fatal::Unfit(_)) = end else { panic!("{end:?}") };
	assert!(error.to_string().contains("2 GB of memory"), "{error}");
}
