//! Which blocks give a reason to look at the contracts: those with an event of this node or of a contract on it.

use super::{
	bench::{addresses, connect, install_hook, live, order, phase, run, run_for, CONTRACT, NODE},
	chain::{add_public_ips, deployer, withdraw_public_ip},
	node::Node,
};
use crate::{
	chain::View,
	state::{Document, Phase, Wanted, Workload},
};
use frame_support::assert_ok;
use gridchain_primitives::{traits::OnContract, ContractId, TwinId};
use gridchain_runtime::{Deployments, RuntimeOrigin};
use std::collections::BTreeMap;

/// A node on which a workload with a public IP runs.
async fn deployed() -> (Node, tempfile::TempDir) {
	let (node, dir) = live().await;
	install_hook(dir.path());
	node.next_block(|| {
		add_public_ips();
		order(1);
	});
	run(&node, dir.path(), || phase(dir.path()) == "running").await;
	assert_eq!(addresses(dir.path()).len(), 1);
	(node, dir)
}

/// What a daemon remembers that has the workload, as far as it matters here.
fn known() -> BTreeMap<u64, Workload> {
	let resources = Wanted { cores: 1, memory_mib: 1, ssd_mib: 1, hdd_mib: 0, gpus: 0 };
	let (spec_hash, spec, public_ips) = (vec![0; 32], Vec::new(), Vec::new());
	let document = Document { spec_hash, spec, resources, public_ips, traffic_limit: 0 };
	BTreeMap::from([(CONTRACT.0, Workload { phase: Phase::Running, document })])
}

/// Whether a daemon that knows these workloads looks because of what is done.
async fn looks(
	node: &Node,
	known: &BTreeMap<u64, Workload>,
	deed: impl FnOnce() + Send + 'static,
) -> bool {
	let chain = connect(node).await;
	let mut blocks = chain.finalized_blocks().await.unwrap();
	let mut deed = Some(deed);
	let mut looks = false;
	// What happened before is finalized when four blocks have been, and the deed is when eight more have.
	for count in 0..12 {
		let block = blocks.next().await.unwrap().unwrap();
		let touched = View::of(block.at().await.unwrap()).touches(NODE.0, known).await.unwrap();
		looks |= count > 4 && touched;
		if let Some(deed) = deed.take_if(|_| count == 4) {
			node.next_block(deed);
		}
	}
	looks
}

#[tokio::test]
async fn withdrawn_public_ip_of_a_workload_here_is_a_reason() {
	let (node, _dir) = deployed().await;
	assert!(looks(&node, &known(), || withdraw_public_ip("185.206.122.31")).await);
}

#[tokio::test]
async fn public_ips_of_contracts_elsewhere_are_none() {
	let (node, _dir) = deployed().await;
	let elsewhere = BTreeMap::new();
	assert!(!looks(&node, &elsewhere, || withdraw_public_ip("185.206.122.31")).await);
	assert!(!looks(&node, &known(), || withdraw_public_ip("185.206.122.32")).await);
}

#[tokio::test]
async fn whatever_happens_to_the_rent_is_a_reason() {
	let (node, dir) = deployed().await;
	// A daemon reports meanwhile: nobody can rent a node that isn't live.
	node.next_block(|| {
		assert_ok!(Deployments::rent_node(deployer(), NODE, None));
	});
	run_for(&node, dir.path(), 5).await;
	let (rent, nothing) = (ContractId(2), BTreeMap::new());
	assert!(looks(&node, &nothing, move || <Deployments as OnContract>::suspended(rent)).await);
	assert!(looks(&node, &nothing, move || <Deployments as OnContract>::resumed(rent)).await);
	let end = move || {
		assert_ok!(Deployments::force_cancel(RuntimeOrigin::root(), rent));
	};
	assert!(looks(&node, &nothing, end).await);
}

#[tokio::test]
async fn end_of_a_contract_on_this_node_is_a_reason() {
	let (node, _dir) = deployed().await;
	let end = || {
		assert_ok!(Deployments::cancel(deployer(), CONTRACT));
	};
	assert!(looks(&node, &BTreeMap::new(), end).await);
}

#[tokio::test]
async fn names_and_services_are_none() {
	let (node, _dir) = deployed().await;
	let deed = || {
		let name = b"demo".to_vec().try_into().unwrap();
		assert_ok!(Deployments::reserve_name(deployer(), name));
		assert_ok!(Deployments::offer_service(deployer(), TwinId(1)));
	};
	assert!(!looks(&node, &known(), deed).await);
}
