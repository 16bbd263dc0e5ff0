//! A node that is rented as a whole: what its rent means for the workloads on it.

use super::{
	bench::{
		asked, deploy, deployed, install_hook, live, on_chain, phase, remembered, run, run_for,
		CONTRACT, NODE,
	},
	chain::deployer,
	node::Node,
};
use frame_support::assert_ok;
use gridchain_primitives::{traits::OnContract, Bytes, ContractId};
use gridchain_runtime::{Deployments, Runtime, RuntimeOrigin};
use pallet_deployments::WorkloadState;
use std::{fs, path::Path};

/// The rent, when it is made after the workload.
const RENT: ContractId = ContractId(2);

/// The deployer rents the whole node.
fn rent(node: &Node) {
	node.next_block(|| {
		assert_ok!(Deployments::rent_node(deployer(), NODE, None));
	});
}

fn suspend(node: &Node, contract: ContractId) {
	node.next_block(move || <Deployments as OnContract>::suspended(contract));
}

fn resume(node: &Node, contract: ContractId) {
	node.next_block(move || <Deployments as OnContract>::resumed(contract));
}

/// A node with a workload on it, and a hook, which is rented then.
async fn rented() -> (Node, tempfile::TempDir) {
	let (node, dir) = live().await;
	install_hook(dir.path());
	deploy(&node);
	run(&node, dir.path(), || on_chain(&node) == Some(WorkloadState::Running)).await;
	run(&node, dir.path(), || phase(dir.path()) == "running").await;
	rent(&node);
	run_for(&node, dir.path(), 5).await;
	(node, dir)
}

fn words(dir: &Path) -> Vec<String> {
	asked(dir).iter().map(|line| line.replace(" image: demo", "")).collect()
}

#[tokio::test]
async fn rent_is_no_workload() {
	let (node, dir) = rented().await;
	assert!(node.read(|| pallet_nodes::Sales::<Runtime>::contains_key(NODE, RENT)));
	assert_eq!(words(dir.path()), ["deploy 1"]);
	let state = fs::read_to_string(dir.path().join("state.json")).unwrap();
	let state: serde_json::Value = serde_json::from_str(&state).unwrap();
	let known: Vec<_> = state["workloads"].as_object().unwrap().keys().collect();
	assert_eq!(known, ["1"]);
	assert_eq!(on_chain(&node), Some(WorkloadState::Running));
}

#[tokio::test]
async fn workload_runs_on_a_node_that_is_rented_already() {
	let (node, dir) = live().await;
	install_hook(dir.path());
	rent(&node);
	deploy(&node);
	run(&node, dir.path(), || asked(dir.path()).len() == 1).await;
	run_for(&node, dir.path(), 5).await;
	assert_eq!(words(dir.path()), ["deploy 2"]);
	let confirmed = pallet_deployments::Contracts::<Runtime>::get;
	let kind = node.read(|| confirmed(ContractId(2))).unwrap().kind;
	let pallet_deployments::ContractKind::Workload(workload) = kind else { panic!("a rent") };
	assert_eq!(workload.state, WorkloadState::Running);
}

#[tokio::test]
async fn workloads_stop_with_the_rent_and_go_on_with_it() {
	let (node, dir) = rented().await;
	suspend(&node, RENT);
	run(&node, dir.path(), || phase(dir.path()) == "suspended").await;
	// Its own window is open all the while.
	assert_eq!(on_chain(&node), Some(WorkloadState::Running));
	// A daemon that starts anew leaves it as it is.
	run_for(&node, dir.path(), 5).await;
	resume(&node, RENT);
	run(&node, dir.path(), || phase(dir.path()) == "running").await;
	assert_eq!(words(dir.path()), ["deploy 1", "suspend 1", "resume 1"]);
}

#[tokio::test]
async fn workload_runs_only_when_both_it_and_the_rent_are_paid() {
	let (node, dir) = rented().await;
	suspend(&node, RENT);
	run(&node, dir.path(), || phase(dir.path()) == "suspended").await;
	suspend(&node, CONTRACT);
	resume(&node, RENT);
	run_for(&node, dir.path(), 5).await;
	assert_eq!(phase(dir.path()), "suspended");
	resume(&node, CONTRACT);
	run(&node, dir.path(), || phase(dir.path()) == "running").await;
	assert_eq!(words(dir.path()), ["deploy 1", "suspend 1", "resume 1"]);
}

#[tokio::test]
async fn nothing_new_is_begun_while_the_rent_is_suspended() {
	let (node, dir) = live().await;
	install_hook(dir.path());
	rent(&node);
	deploy(&node);
	// In the block of the order.
	suspend(&node, ContractId(1));
	run_for(&node, dir.path(), 8).await;
	assert_eq!(words(dir.path()), [""; 0]);
	resume(&node, ContractId(1));
	run(&node, dir.path(), || !asked(dir.path()).is_empty()).await;
	assert_eq!(words(dir.path()), ["deploy 2"]);
}

#[tokio::test]
async fn workloads_end_when_the_rent_ends() {
	let (node, dir) = rented().await;
	node.next_block(|| {
		assert_ok!(Deployments::force_cancel(RuntimeOrigin::root(), RENT));
	});
	run(&node, dir.path(), || remembered(dir.path()).is_null()).await;
	assert_eq!(on_chain(&node), None);
	let words = words(dir.path());
	assert_eq!(words.first().unwrap(), "deploy 1");
	assert_eq!(words.last().unwrap(), "end 1");
	// Nothing of it comes back meanwhile.
	assert!(words[1..].iter().all(|word| ["suspend 1", "end 1"].contains(&word.as_str())));
}

#[tokio::test]
async fn traffic_of_a_workload_on_a_rented_node_is_reported_and_none_of_the_rent() {
	let (node, dir) = deployed().await;
	rent(&node);
	run_for(&node, dir.path(), 5).await;
	fs::write(dir.path().join("traffic/1"), "1000\n").unwrap();
	let counted = |contract| {
		node.read(|| pallet_nodes::Sales::<Runtime>::get(NODE, contract)).unwrap().counted
	};
	run(&node, dir.path(), || counted(CONTRACT) == Bytes(1_000)).await;
	assert_eq!(counted(RENT), Bytes(0));
	assert!(!dir.path().join("traffic/2").exists());
}
