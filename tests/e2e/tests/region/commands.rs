//! The commands of `gridchain`, upon what a chain has left.

use gridchain_e2e::*;
use serde::Deserialize;
use std::{
	collections::BTreeMap,
	fs,
	path::{Path, PathBuf},
};

/// What `chain-info` prints.
#[derive(Debug, PartialEq, Deserialize)]
struct ChainInfo {
	best_hash: String,
	best_number: u64,
	genesis_hash: String,
	finalized_hash: String,
	finalized_number: u64,
}

async fn chain_info(base: &Path) -> ChainInfo {
	let told = gridchain_upon(base, &["chain-info"]).await.well().output;
	serde_json::from_str(&told).unwrap_or_else(|error| panic!("chain-info prints {told}: {error}"))
}

/// A directory of the development chain below its base path.
fn part(base: &Path, name: &str) -> PathBuf {
	base.join("chains/gridchain_dev").join(name)
}

pub async fn no_command_takes_a_chain_that_nobody_named() {
	let folder = tempfile::tempdir().expect("a temporary directory can be made");
	let base = folder.path().display().to_string();
	let key = ["key", "insert", "--scheme", "sr25519", "--key-type", "babe", "--suri", "//Alice"];
	let commands: [&[&str]; 10] = [
		&[],
		&key,
		&["build-spec"],
		&["check-block", "1"],
		&["export-blocks"],
		&["import-blocks"],
		&["purge-chain", "-y"],
		&["revert"],
		&["chain-info"],
		&["records", "reindex"],
	];
	for command in commands {
		for chain in [&[][..], &["--chain", ""]] {
			refused(&[command, chain, &["--base-path", &base]].concat()).await;
		}
	}
	refused(&["export-chain-spec"]).await;
	refused(&["export-chain-spec", "--chain", ""]).await;
	let left = fs::read_dir(&base).map(Iterator::count);
	assert_eq!(left.ok(), Some(0), "nothing was made");
}

/// The command says that it wants a chain, and which ones there are.
async fn refused(arguments: &[&str]) {
	let ended = gridchain(arguments).await;
	assert_eq!((ended.code, ended.output.as_str()), (Some(1), ""), "{ended:?}");
	ended
		.saying("Error: no chain was named. Known chains:\n  --chain dev ")
		.saying("\n  --chain local ")
		.saying("give its specification: --chain path/to/chain.json");
}

pub async fn bills_stay_the_same_in_a_database_that_was_imported_and_indexed_again() {
	let mut chain = Chain::start().await;
	let client = chain.client().await;
	let (contract, billed) = bill_a_contract(&client).await;
	let (bills, _) = client.bills(contract, billed).await;
	assert_eq!(bills.count, 1);
	assert!(chain.stop().success(), "a validator that is asked to stop ends in good order");

	let (base, copy) = (chain.base().to_owned(), chain.folder().join("copy"));
	let last = chain_info(&base).await;
	let finalized = last.finalized_number;
	assert!(billed <= finalized && finalized < last.best_number, "{last:?}");
	let check = gridchain_upon(&base, &["check-block", &billed.to_string()]).await;
	check.well().saying("Completed in ");
	let proven = copy_blocks(&base, &copy, &last).await;

	// A validator keeps a proof of finality for few blocks, so a file makes few of them final. It votes again
	// for the others.
	assert!(proven < billed, "the bill isn't final in the copy yet");
	let none = format!("0 records of blocks up to {proven}; history is complete from block 1");
	reindex(&copy, &none).await;
	let client = chain.restart_on(&copy).await;
	ensure_same_bills(&bills, &client, billed).await;
	assert!(chain.stop().success());

	let finalized = chain_info(&copy).await.finalized_number;
	let all = format!("1 records of blocks up to {finalized}; history is complete from block 1");
	reindex(&copy, &all).await;
	let client = chain.restart().await;
	ensure_same_bills(&bills, &client, billed).await;
}

/// Charlie's contract runs for some seconds, and is billed when he cancels it. Gives it and the block of its
/// bill.
async fn bill_a_contract(client: &Client) -> (u64, u64) {
	let owner = key("//Charlie");
	let (node, ()) = tokio::join!(Node::join(client, "//Node1"), become_twin(client, &owner));
	node.report(client, 100).await;
	let (contract, _) = deploy_small(client, &owner, node.id).await;
	client.send(&node.key, &call::confirm_workload(contract)).await;
	node.report(client, 120).await;
	let cancellation = client.send(&owner, &call::cancel(contract)).await;
	assert!(cancellation.event::<Billed>().charged > 0);
	(contract, cancellation.block)
}

/// Writes the blocks of `base` to a file and reads them into `copy`, which is then the same chain. Gives its
/// last finalized block.
async fn copy_blocks(base: &Path, copy: &Path, last: &ChainInfo) -> u64 {
	let file = base.with_extension("blocks").display().to_string();
	let best = last.best_number;
	let export = gridchain_upon(base, &["export-blocks", &file]).await;
	export.well().saying(&format!("Exporting blocks from #1 to #{best}"));
	let import = gridchain_upon(copy, &["import-blocks", &file]).await;
	import.well().saying(&format!("Imported {best} blocks. Best: #{best}"));
	let read = chain_info(copy).await;
	assert_eq!(read.genesis_hash, last.genesis_hash);
	assert_eq!((read.best_number, &read.best_hash), (best, &last.best_hash));
	read.finalized_number
}

async fn reindex(base: &Path, saying: &str) {
	let ended = gridchain_upon(base, &["records", "reindex"]).await.well();
	assert_eq!(ended.output.trim_end(), saying);
}

async fn ensure_same_bills(before: &BillsPage, client: &Client, billed: u64) {
	let (now, _) = client.bills(before.contract, billed).await;
	assert_eq!(now.bills, before.bills, "to the last byte, and in the same block");
	assert_eq!((now.count, &now.totals), (before.count, &before.totals));
	assert_eq!(now.history.complete_from, 1);
}

pub async fn revert_takes_back_what_is_not_final_and_nothing_else() {
	let mut chain = Chain::start().await;
	chain.client().await.finalizes(3).await;
	assert!(chain.stop().success());
	let base = chain.base().to_owned();
	let before = chain_info(&base).await;
	let (best, finalized) = (before.best_number, before.finalized_number);
	assert!(best >= finalized + 2, "nobody votes for the last two blocks: {before:?}");

	let one = gridchain_upon(&base, &["revert", "1"]).await;
	one.well().saying(&format!("Reverted 1 blocks. Best: #{}", best - 1));
	let rest = gridchain_upon(&base, &["revert"]).await;
	rest.well().saying(&format!("Reverted {} blocks. Best: #{finalized}", best - 1 - finalized));
	let after = chain_info(&base).await;
	assert_eq!((after.best_number, &after.best_hash), (finalized, &before.finalized_hash));
	assert_eq!(after.finalized_hash, before.finalized_hash);
	let none = gridchain_upon(&base, &["revert"]).await;
	none.well().saying("There aren't any non-finalized blocks to revert.");
	assert_eq!(chain_info(&base).await, after);

	// The validator writes other blocks in their place, and votes for them.
	chain.restart().await.finalizes(best + 1).await;
}

pub async fn purge_removes_the_database_and_the_records_and_keeps_the_keys() {
	let mut chain = Chain::start().await;
	let base = chain.base().to_owned();
	let key = ["key", "insert", "--scheme", "sr25519", "--key-type", "babe", "--suri", "//Alice"];
	gridchain_upon(&base, &key).await.well();
	assert!(chain.stop().success());
	let keys = keys_in(&base);
	assert!(keys.len() >= 2, "a session key and the node's own: {:?}", keys.keys());
	let gone = || ["paritydb", "records"].map(|name| !part(&base, name).exists());

	gridchain_upon(&base, &["purge-chain"]).await.well().saying("Aborted");
	assert_eq!(gone(), [false, false], "nobody said yes");
	let database = format!("{:?} removed.", part(&base, "paritydb"));
	gridchain_upon(&base, &["purge-chain", "-y"]).await.well().saying(&database);
	assert_eq!(gone(), [true, true]);
	assert_eq!(keys_in(&base), keys);
	gridchain_upon(&base, &["purge-chain", "-y"]).await.well().saying("did not exist.");
}

/// What is in the files of session keys and of the node's own key.
fn keys_in(base: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
	let files = ["keystore", "network"].map(|name| fs::read_dir(part(base, name)));
	let files = files.into_iter().flat_map(|files| files.expect("the directory is there"));
	let paths = files.map(|file| file.expect("it can be listed").path());
	paths.map(|path| (path.clone(), fs::read(path).expect("it can be read"))).collect()
}
