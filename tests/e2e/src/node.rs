//! A node without a computer: the test itself signs what its daemon would.

use crate::{account_of, call, found_farm, key, Client, Included, NodeRegistered, Resources};
use subxt_signer::sr25519::Keypair;

/// What such a node says that it has: 8 cores, 16 GB of memory, 500 GB of SSD.
pub const HARDWARE: Resources =
	Resources { cores: 8, memory_mib: 16 * 1_024, ssd_mib: 500 * 1_024, hdd_mib: 0, gpus: 0 };

/// A node whose reports the test sends by hand.
#[derive(Debug)]
pub struct Node {
	/// Its key.
	pub key: Keypair,
	/// Its id.
	pub id: u32,
	/// The farm it stands in.
	pub farm: u32,
	/// The block in which it registered.
	pub since: u64,
}

impl Node {
	/// Bob makes a farm, and the computer with the key `uri` joins it.
	pub async fn join(client: &Client, uri: &str) -> Self {
		let key = key(uri);
		let farm = found_farm(client, &[account_of(&key)]).await;
		let registration = client.send(&key, &call::register_node(farm, HARDWARE)).await;
		let id = registration.event::<NodeRegistered>().node;
		Self { key, id, farm, since: registration.block }
	}

	/// Reports, and waits until the report is in a block.
	pub async fn report(&self, client: &Client, uptime: u64) -> Included {
		client.send(&self.key, &call::report(self.id, uptime)).await
	}
}
