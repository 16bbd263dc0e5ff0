//! What is rented on the node: deployed, confirmed, changed, ended, metered.

use super::{
	bench::{
		asked, cancel, connect, deploy, deployed, height, install_hook, key, live, on_chain, order,
		phase, register, remembered, resources, run, run_for, CONTRACT, NODE,
	},
	chain::deployer,
	node::Node,
};
use crate::{calls::Sender, wire};
use frame_support::assert_ok;
use gridchain_primitives::{traits::OnContract, Bytes, Seconds};
use gridchain_runtime::{Deployments, Runtime};
use pallet_deployments::WorkloadState;
use serde_json::json;
use std::{fs, time::Duration};

#[tokio::test]
async fn workload_is_run_with_its_document_and_confirmed() {
	let (_node, dir) = deployed().await;
	let expected = json!({
		"phase": "running",
		"specHash": "07".repeat(32),
		"spec": hex::encode("image: demo"),
		"resources":
			{ "cores": 2, "memoryMib": 2_048, "ssdMib": 15_360, "hddMib": 0, "gpus": 0 },
		"publicIps": [],
		"trafficLimit": 1_000_000_000,
	});
	assert_eq!(remembered(dir.path()), expected);
}

#[tokio::test]
async fn changed_workload_is_deployed_again() {
	let (node, dir) = deployed().await;
	node.next_block(|| {
		assert_ok!(Deployments::update_deployment(
			deployer(),
			CONTRACT,
			None,
			Some(b"image: better".to_vec().try_into().unwrap()),
			Some(resources(3)),
			None,
			None,
		));
	});
	let better = || remembered(dir.path())["spec"] == hex::encode("image: better");
	run(&node, dir.path(), better).await;
	assert_eq!(remembered(dir.path())["resources"]["cores"], 3);
	assert_eq!(phase(dir.path()), "running");
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

/// Else a confirmation waited for the block of each report before it, and a workload that was delivered in time would
/// end as one that wasn't.
#[tokio::test]
async fn workloads_are_confirmed_in_the_block_of_the_report_that_waits() {
	let node = Node::start();
	node.next_block(register);
	node.mine();
	let sender = Sender::new(connect(&node).await, key());
	let report = wire::report(1, Seconds(0), Vec::new());
	// Live from the first report on.
	node.mine();
	let (first, ()) = tokio::join!(sender.send(&report), mine_for(&node, 1));
	first.unwrap();
	node.next_block(|| order(0));
	node.next_block(|| order(0));
	node.mine();

	let (one, other) = (wire::confirm_workload(1), wire::confirm_workload(2));
	let sending = async {
		tokio::join!(
			sender.send(&report),
			sender.send(&one),
			sender.send(&other),
			mine_for(&node, 3)
		)
	};
	let (report, one, other, ()) =
		tokio::time::timeout(Duration::from_secs(30), sending).await.expect("they wait together");
	report.unwrap();
	one.unwrap();
	other.unwrap();
	assert_eq!(on_chain(&node), Some(WorkloadState::Running));
}

/// Mines a block as soon as so many transactions wait for it.
async fn mine_for(node: &Node, transactions: usize) {
	while node.waiting() < transactions {
		tokio::time::sleep(Duration::from_millis(5)).await;
	}
	node.mine();
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

/// Billing's word to the contract, as the runtime's tests see it come from an empty account: there, because a
/// grace of minutes is over too soon under this chain's clock.
#[tokio::test]
async fn workload_without_money_is_suspended_and_goes_on_when_it_is_back() {
	let (node, dir) = live().await;
	install_hook(dir.path());
	deploy(&node);
	run(&node, dir.path(), || phase(dir.path()) == "running").await;
	node.next_block(|| <Deployments as OnContract>::suspended(CONTRACT));
	run(&node, dir.path(), || phase(dir.path()) == "suspended").await;
	// A daemon that starts anew leaves it as it is.
	run_for(&node, dir.path(), 5).await;
	node.next_block(|| <Deployments as OnContract>::resumed(CONTRACT));
	run(&node, dir.path(), || phase(dir.path()) == "running").await;
	assert_eq!(on_chain(&node), Some(WorkloadState::Running));
	assert_eq!(
		asked(dir.path()),
		["deploy 1 image: demo", "suspend 1 image: demo", "resume 1 image: demo"]
	);
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
