//! How many reports a block of a live chain carries.
//!
//! ```text
//! cargo run --release -p gridchain-e2e --example reports_per_block -- [NODES]
//! ```
//!
//! A development chain of one validator on this computer. NODES computers (3,000 unless told) join a farm, then all
//! report at the same moment; every block until the last report is shown, with the weight it used and the time the
//! validator took to build it. The chain and this program share the computer's cores.

use gridchain_e2e::{
	account_of, call, found_farm, key, Call, Chain, Client, Life, NodeRegistered, Reported,
	HARDWARE,
};
use std::{collections::BTreeMap, env, error::Error, fs, path::Path};
use subxt::ext::{
	futures::{stream, StreamExt},
	scale_decode::DecodeAsType,
};
use subxt_signer::sr25519::Keypair;

/// How many nodes join unless told.
const NODES: usize = 3_000;
/// How many accounts the farmer lets in with one transaction.
const AT_ONCE: usize = 400;
/// How many transactions are on their way to the pool at a time.
const ON_THEIR_WAY: usize = 16;
/// What a block's weight can be at most, in picoseconds: 2 s.
const BLOCK: u64 = 2_000_000_000_000;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
	let wanted = env::args().nth(1).map(|number| number.parse()).transpose()?.unwrap_or(NODES);
	let mut chain = Chain::start_with(&["--pool-limit", "65536", "--pool-kbytes", "131072"]).await;
	let client = chain.client().await;
	let keys: Vec<_> = (0..wanted).map(|number| key(&format!("//Load{number}"))).collect();
	let nodes = join(&client, &keys).await;
	println!("All {wanted} report at the same moment.");
	println!("{:>6} {:>8} {:>13} {:>12}", "block", "reports", "block weight", "built in");
	let reports = keys.iter().map(|key| (key, call::report(nodes[&account_of(key).0], 100)));
	let since = client.next_block().await.number();
	send_all(&client, reports.collect()).await;
	let carried = count(&client, since, wanted, &chain.folder().join("chain.log")).await;
	println!("The fullest block carried {} reports.", carried.iter().max().unwrap_or(&0));
	Ok(())
}

/// A farm lets the nodes of `keys` in, and they join. Gives their ids.
async fn join(client: &Client, keys: &[Keypair]) -> BTreeMap<[u8; 32], u32> {
	println!("{} nodes join a farm ..", keys.len());
	let farm = found_farm(client, &[]).await;
	let farmer = key("//Bob");
	for some in keys.chunks(AT_ONCE) {
		let calls = some.iter().map(|key| call::authorise_node(farm, &account_of(key)));
		client.send(&farmer, &call::batch(calls)).await;
	}
	let mut block = client.best().await.number();
	let registrations = keys.iter().map(|key| (key, call::register_node(farm, HARDWARE)));
	send_all(client, registrations.collect()).await;
	let mut nodes = BTreeMap::new();
	while nodes.len() < keys.len() {
		block += 1;
		let events = client.reached(block).await.number();
		let events = client.at(events.min(block)).await.events().await;
		let joined = events.find::<NodeRegistered>().flatten();
		nodes.extend(joined.map(|event| (event.account.0, event.node)));
	}
	nodes
}

/// Signs all of them first, so that they reach the pool as close together as they can.
async fn send_all(client: &Client, calls: Vec<(&Keypair, Call)>) {
	let mut signed = Vec::with_capacity(calls.len());
	for (key, call) in &calls {
		let nonce = client.next_nonce(key).await;
		signed.push(client.sign(key, call, nonce, Life::Mortal, 0).await);
	}
	let sending = stream::iter(signed).map(|transaction| async move {
		client.submit(&transaction).await.expect("the pool takes it");
	});
	sending.buffer_unordered(ON_THEIR_WAY).collect::<Vec<()>>().await;
}

/// What a block's classes of transactions weigh.
#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct BlockWeight {
	normal: Weight,
	operational: Weight,
	mandatory: Weight,
}

#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct Weight {
	ref_time: u64,
}

/// Shows each block above `since` until all have reported. Gives how many reports each carried.
async fn count(client: &Client, since: u64, wanted: usize, log: &Path) -> Vec<usize> {
	let (mut block, mut carried) = (since, Vec::new());
	while carried.iter().sum::<usize>() < wanted {
		block += 1;
		client.reached(block + 1).await;
		let view = client.at(block).await;
		let reports = view.events().await.find::<Reported>().count();
		let weight: Option<BlockWeight> = view.read("System", "BlockWeight", ()).await;
		let used = weight.map_or(0, |BlockWeight { normal, operational, mandatory }| {
			normal.ref_time + operational.ref_time + mandatory.ref_time
		});
		let share = format!("{}.{} %", used * 100 / BLOCK, used * 1_000 / BLOCK % 10);
		println!("{block:>6} {reports:>8} {share:>13} {:>12}", time_to_build(log, block));
		carried.push(reports);
	}
	carried
}

/// How long the validator took for the block of this height, as its log says: `proposing at 7 (12 ms)`.
fn time_to_build(log: &Path, block: u64) -> String {
	let said = fs::read_to_string(log).unwrap_or_default();
	let told = said.split(&format!("proposing at {block} (")).nth(1);
	let time = told.and_then(|rest| rest.split(')').next());
	time.unwrap_or("unknown").to_owned()
}
