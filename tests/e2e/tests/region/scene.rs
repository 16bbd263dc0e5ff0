//! A region in which this computer has joined a farm, and a contract runs on it.

use gridchain_e2e::*;
use std::time::Duration;

/// How long a daemon may take to join or to come back: it waits up to a minute before it tries again.
const DAEMON: Duration = Duration::from_secs(180);
/// How long the chain may take to bill one window.
const ONE_WINDOW: Duration = Duration::from_secs(WINDOW + 120);

/// The region, its one farm, and this computer in it.
pub struct Scene {
	pub chain: Chain,
	pub client: Client,
	pub daemon: Daemon,
	pub contract: Contract,
	pub farm: u32,
	pub node: u32,
}

impl Scene {
	pub async fn set() -> Self {
		let mut chain = Chain::start().await;
		let client = chain.client().await;
		let (deployer, account) = (key("//Charlie"), account_of(&key("//Node1")));
		let (farm, ()) = tokio::join!(
			found_farm(&client, std::slice::from_ref(&account)),
			become_twin(&client, &deployer),
		);
		client.govern(call::approve_farm(farm)).await;
		let daemon = Daemon::start(&chain, &client, "//Node1").await;
		let joined =
			client.first::<NodeRegistered>(1, DAEMON, |joined| joined.account == account).await;
		let node = joined.event.node;
		client.first::<Reported>(joined.block, DAEMON, |report| report.node == node).await;
		let contract = run_small(&client, &deployer, node).await;
		Self { chain, client, daemon, contract, farm, node }
	}

	/// Cuts the validator's power and starts it again.
	pub async fn cut_power(&mut self) {
		self.client = self.chain.kill_and_restart().await;
	}

	/// Waits for a report of the node in a block above the best one.
	pub async fn reports_again(&self) -> Happened<Reported> {
		let next = self.client.best().await.number() + 1;
		self.client.first::<Reported>(next, DAEMON, |report| report.node == self.node).await
	}

	/// Waits for a bill of the contract that begins where `bill` ended.
	pub async fn follows(&self, bill: &Happened<Billed>) -> Happened<Billed> {
		let (contract, until) = (self.contract.id, bill.event.to);
		let follows = |next: &Billed| next.contract == contract && next.from == until;
		self.client.first(bill.block, ONE_WINDOW, follows).await
	}

	/// Waits for the contract's first bill.
	pub async fn first_bill(&self) -> Happened<Billed> {
		let contract = self.contract.id;
		let of_contract = |bill: &Billed| bill.contract == contract;
		self.client.first(self.contract.confirmed, ONE_WINDOW, of_contract).await
	}
}
