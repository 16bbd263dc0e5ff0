//! The line to the chain, and which chain is at its end.

use super::{
	bench::{
		cancel, connect, daemon, deployed, hardware, height, install_hook, key, phase, register,
		remembered, run, run_args, trouble,
	},
	node::Node,
};
use crate::{
	chain::ChainError,
	daemon::Daemon,
	error::{Fatal, Trouble},
	hook::Hook,
	shutdown::Stop,
	state::Store,
};
use serde_json::json;
use std::time::Duration;

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
	behind.next_block(register);
	for _ in 0..5 {
		behind.mine();
	}
	let end = trouble(&hardware(), &behind, dir.path(), || ()).await;
	assert!(matches!(end, Trouble::Chain(ChainError::Behind { .. })), "{end:?}");
	assert_eq!(phase(dir.path()), "running");
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
