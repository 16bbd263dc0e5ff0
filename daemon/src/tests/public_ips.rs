//! The public IPs of workloads: given to the hook, changed, withdrawn.

use super::{
	bench::{addresses, install_hook, live, on_chain, order, phase, remembered, run, CONTRACT},
	chain::{add_public_ips, deployer, withdraw_public_ip},
	node::Node,
};
use frame_support::assert_ok;
use gridchain_primitives::traits::OnContract;
use gridchain_runtime::Deployments;
use pallet_deployments::WorkloadState;
use serde_json::{json, Value};
use std::path::Path;

/// Public IPs of the farm as the hook is told them.
fn ips(hosts: &[u8]) -> Value {
	let ip = |host| {
		let address = format!("185.206.122.{host}");
		json!({ "address": address, "prefix": 24, "gateway": "185.206.122.1" })
	};
	hosts.iter().map(ip).collect()
}

/// An action as the hook notes it, by the public IPs that it comes with.
fn told(action: &str, hosts: &[u8]) -> String {
	let fields =
		|host| {
			format!("{{\"address\":\"185.206.122.{host}\",\"prefix\":24,\"gateway\":\"185.206.122.1\"}}")
		};
	format!("{action} 1 [{}]", hosts.iter().map(fields).collect::<Vec<_>>().join(","))
}

/// A node on which a workload with so many public IPs runs.
async fn deployed(public_ips: u8) -> (Node, tempfile::TempDir) {
	let (node, dir) = live().await;
	install_hook(dir.path());
	node.next_block(move || {
		add_public_ips();
		order(public_ips);
	});
	let runs = || on_chain(&node) == Some(WorkloadState::Running) && phase(dir.path()) == "running";
	run(&node, dir.path(), runs).await;
	(node, dir)
}

fn update_to(node: &Node, public_ips: u8) {
	node.next_block(move || {
		let ips = Some(public_ips);
		assert_ok!(Deployments::update_deployment(
			deployer(),
			CONTRACT,
			None,
			None,
			None,
			ips,
			None
		));
	});
}

/// Runs the daemon until the workload runs with these public IPs.
async fn run_until(node: &Node, dir: &Path, hosts: &[u8]) {
	let runs = || phase(dir) == "running" && remembered(dir)["publicIps"] == ips(hosts);
	run(node, dir, runs).await;
}

#[tokio::test]
async fn hook_is_told_the_public_ips_and_each_change_of_them() {
	let (node, dir) = deployed(1).await;
	run_until(&node, dir.path(), &[31]).await;
	update_to(&node, 3);
	run_until(&node, dir.path(), &[31, 32, 33]).await;
	update_to(&node, 0);
	run_until(&node, dir.path(), &[]).await;
	assert_eq!(
		addresses(dir.path()),
		[told("deploy", &[31]), told("deploy", &[31, 32, 33]), told("deploy", &[])]
	);
}

#[tokio::test]
async fn withdrawn_public_ip_is_taken_from_the_workload() {
	let (node, dir) = deployed(2).await;
	run_until(&node, dir.path(), &[31, 32]).await;
	// No event of the contract tells of it, only one of the farm.
	node.next_block(|| withdraw_public_ip("185.206.122.31"));
	run_until(&node, dir.path(), &[32]).await;
	// The owner orders as many anew: those that are its, and another for the one that went.
	update_to(&node, 1);
	update_to(&node, 2);
	run_until(&node, dir.path(), &[32, 33]).await;
	assert_eq!(addresses(dir.path())[..2], [told("deploy", &[31, 32]), told("deploy", &[32])]);
}

#[tokio::test]
async fn public_ip_withdrawn_during_a_suspension_does_not_come_back() {
	let (node, dir) = deployed(2).await;
	node.next_block(|| <Deployments as OnContract>::suspended(CONTRACT));
	run(&node, dir.path(), || phase(dir.path()) == "suspended").await;
	node.next_block(|| {
		withdraw_public_ip("185.206.122.32");
		<Deployments as OnContract>::resumed(CONTRACT);
	});
	run_until(&node, dir.path(), &[31]).await;
	assert_eq!(
		addresses(dir.path()),
		[
			told("deploy", &[31, 32]),
			told("suspend", &[31, 32]),
			told("resume", &[31]),
			told("deploy", &[31]),
		]
	);
}
