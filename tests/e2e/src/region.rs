//! What people do before a test begins: a farmer makes a farm, a deployer becomes a twin and deploys.

use crate::{
	call, key, Call, Client, Deployed, FarmCreated, Resources, Started, WorkloadConfirmed,
};
use std::time::Duration;
use subxt::{
	dynamic::Value,
	ext::{
		scale_decode::DecodeAsType,
		scale_value::{Composite, ValueDef},
	},
	utils::AccountId32,
};
use subxt_signer::sr25519::Keypair;

/// 2 cores, 2 GB of memory, 15 GB of SSD: 1 CU and 0.075 SU.
pub const SMALL: Resources =
	Resources { cores: 2, memory_mib: 2 * 1_024, ssd_mib: 15 * 1_024, hdd_mib: 0, gpus: 0 };
/// What [`SMALL`] costs at the default prices, in nano-dollars: 0.010 USD/h for the CU, 0.075 of 0.005 USD/h
/// for the SU.
pub const SMALL_USD_PER_HOUR: u128 = 10_375_000;
/// The most traffic that a window of these tests is billed for: 1 GB.
const TRAFFIC_LIMIT: u64 = 1_000_000_000;
/// How long a daemon may take to see a contract and to confirm it.
const DELIVERY: Duration = Duration::from_secs(120);

/// A contract that runs.
#[derive(Debug, Clone)]
pub struct Contract {
	/// Its id.
	pub id: u64,
	/// The block in which it was made.
	pub deployed: u64,
	/// The block in which its billing started.
	pub confirmed: u64,
	/// The chain's time then.
	pub started: u64,
	/// When its first bill is due.
	pub due: u64,
}

/// Bob makes a farm and lets the nodes of these accounts join. Gives its id.
pub async fn found_farm(client: &Client, nodes: &[AccountId32]) -> u32 {
	let farmer = key("//Bob");
	let mut calls = becoming_a_twin(client).await;
	calls.push(call::create_farm("end-to-end"));
	// Nobody else makes farms here, so that all can be signed at once.
	let next: Option<u32> = client.best().await.read("Farms", "NextFarmId", ()).await;
	let next = next.unwrap_or(1);
	calls.extend(nodes.iter().map(|node| call::authorise_node(next, node)));
	let farm = client.send(&farmer, &call::batch(calls)).await.event::<FarmCreated>().farm;
	assert_eq!(farm, next);
	farm
}

/// The least that may join, as far as it is needed here.
#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct NodeParams {
	minimum: Minimum,
}

#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct Minimum {
	disk_mib: u64,
}

/// A computer with less disk than the region asks for can't join. If this one, with `disk` MiB, couldn't, the
/// region asks for no more than that from now on.
pub async fn lower_minimum(client: &Client, disk: u64) {
	let best = client.best().await;
	let params: Option<NodeParams> = best.read("Nodes", "Params", ()).await;
	let minimum = params.expect("a development chain has them from its genesis on").minimum;
	if disk == 0 || disk >= minimum.disk_mib {
		return;
	}
	let params: Option<Value> = best.read("Nodes", "Params", ()).await;
	let lowered = replaced(params.expect("they were just read"), &["minimum", "disk_mib"], disk);
	client.govern(call::set_node_params(lowered)).await;
}

/// `value` with another number where `path` leads.
fn replaced(value: Value, path: &[&str], number: u64) -> Value {
	let Some((name, rest)) = path.split_first() else { return Value::u128(number.into()) };
	let ValueDef::Composite(Composite::Named(fields)) = value.value else {
		panic!("there is no {name} in {value}")
	};
	let fields = fields.into_iter().map(|(field, inner)| {
		let inner = if field == *name { replaced(inner, rest, number) } else { inner };
		(field, inner)
	});
	Value::named_composite(fields)
}

/// The account of `key` accepts the terms of use and becomes a twin.
pub async fn become_twin(client: &Client, key: &Keypair) {
	let calls = becoming_a_twin(client).await;
	client.send(key, &call::batch(calls)).await;
}

async fn becoming_a_twin(client: &Client) -> Vec<Call> {
	let terms: Option<[u8; 32]> = client.best().await.read("Twins", "Terms", ()).await;
	let terms = terms.expect("a development chain has terms of use from its genesis on");
	vec![call::accept_terms(terms), call::create_twin()]
}

/// Deploys a [`SMALL`] workload. Gives the contract and the block it was made in.
pub async fn deploy_small(client: &Client, owner: &Keypair, node: u32) -> (u64, u64) {
	let deployment = client.send(owner, &call::deploy(node, SMALL, TRAFFIC_LIMIT)).await;
	(deployment.event::<Deployed>().contract, deployment.block)
}

/// Deploys a [`SMALL`] workload and waits until its node has confirmed it.
pub async fn run_small(client: &Client, owner: &Keypair, node: u32) -> Contract {
	let (id, deployed) = deploy_small(client, owner, node).await;
	let confirmation = client
		.first::<WorkloadConfirmed>(deployed, DELIVERY, |confirmed| confirmed.contract == id)
		.await;
	let start = client
		.first::<Started>(confirmation.block, DELIVERY, |started| started.contract == id)
		.await;
	let Started { at: started, due, .. } = start.event;
	assert_eq!(start.time, started, "billing starts at the time of the confirmation's block");
	Contract { id, deployed, confirmed: start.block, started, due }
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn replaced_changes_one_number_and_keeps_all_else() {
		let params = |disk: Value| {
			let minimum = Value::named_composite([("cores", Value::u128(1)), ("disk_mib", disk)]);
			Value::named_composite([("interval", Value::u128(6)), ("minimum", minimum)])
		};
		let had = params(Value::unnamed_composite([Value::u128(102_400)]));
		let lowered = replaced(had, &["minimum", "disk_mib"], 51_200);
		assert_eq!(lowered, params(Value::u128(51_200)));
	}
}
