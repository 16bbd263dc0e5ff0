//! The connection to the chain, and what is read from it.
//!
//! It speaks the JSON-RPC that every node has had for years (`state_*`, `chain_*`, `author_*`) rather than
//! the newer `chainHead`: nothing is pinned on the server, a public node can carry thousands of daemons, and
//! the pool says at once, with its number, why it refuses a call.

use crate::{
	reconcile::{OnChain, OnNode, Rent},
	state::{Document, PublicIp, Workload},
	wire::{self, DEPLOYMENTS, FARMS, NODES},
};
use gridchain_primitives::Time;
use std::{collections::BTreeMap, sync::Arc, time::Duration};
use subxt::{
	backend::LegacyBackend,
	client::{Blocks, OnlineClientAtBlock},
	config::RpcConfigFor,
	dynamic,
	error::StorageValueError,
	rpcs::{methods::LegacyRpcMethods, rpc_params, RpcClient},
	storage::{Address, DynamicAddress},
	utils::{AccountId32, H256},
	OnlineClient, SubstrateConfig,
};
use tokio::time::timeout;

type Legacy = LegacyRpcMethods<RpcConfigFor<SubstrateConfig>>;

/// How long the first answer may take.
const CONNECT_PATIENCE: Duration = Duration::from_secs(30);
/// How often the connection is tried, and how long it may stay silent. A line that was cut without a word
/// looks like a chain that makes no blocks.
const HEARTBEAT: Duration = Duration::from_secs(20);
const HEARTBEAT_PATIENCE: Duration = Duration::from_secs(15);
/// What a chain that doesn't say has.
const DEFAULT_BLOCK_MILLISECONDS: u64 = 6_000;

/// Why the chain can't be talked to.
#[derive(Debug, thiserror::Error)]
pub enum ChainError {
	/// No connection.
	#[error("can't reach {url}: {reason}")]
	Unreachable {
		/// The node.
		url: String,
		/// Why.
		reason: String,
	},
	/// A chain without nodes and contracts.
	#[error("the chain has no pallet {0}: is --url a node of a Gridchain?")]
	NotGridchain(&'static str),
	/// It doesn't answer any more.
	#[error("the node has stopped answering")]
	Silent,
	/// It ended the subscription.
	#[error("the node has closed the connection")]
	Closed,
	/// It has yet to catch up.
	#[error(
		"the node is at finalized block {at}, this daemon has seen {seen}: waiting until it has caught \
		 up. If this is a new chain, remove the state directory"
	)]
	Behind {
		/// Its last finalized block.
		at: u64,
		/// The last one that was looked at.
		seen: u64,
	},
	/// It stores something that this daemon doesn't understand.
	#[error("what the chain stores can't be read; a newer daemon may know better: {0}")]
	Unreadable(Box<subxt::Error>),
	/// Anything else that is asked of the node.
	#[error("the node: {0}")]
	Rpc(Box<subxt::Error>),
}

impl<E: Into<subxt::Error>> From<E> for ChainError {
	fn from(error: E) -> Self {
		Self::Rpc(Box::new(error.into()))
	}
}

/// What kind of network the chain is, as its specification says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainType(String);

impl ChainType {
	/// Whether nothing on it is worth anything.
	pub fn is_for_development(&self) -> bool {
		matches!(self.0.as_str(), "Development" | "Local")
	}
}

/// Which chain it is.
#[derive(Debug, Clone)]
pub struct Identity {
	/// The name in its specification.
	pub name: String,
	/// What kind of network it is.
	pub chain_type: ChainType,
	/// How it writes addresses.
	pub ss58_format: u16,
	/// Its genesis hash, in hexadecimal.
	pub genesis: String,
}

/// What is kept from one connection to the next: the metadata of a chain that was met, so that a thousand
/// daemons that come back at once don't all ask for it again.
#[derive(Debug, Default)]
pub struct Memory(Option<(H256, SubstrateConfig)>);

impl Memory {
	fn of(&mut self, genesis: H256) -> SubstrateConfig {
		match &self.0 {
			Some((known, config)) if *known == genesis => config.clone(),
			_ => {
				let config = SubstrateConfig::builder().set_genesis_hash(genesis).build();
				self.0 = Some((genesis, config.clone()));
				config
			},
		}
	}
}

/// A connection.
#[derive(Debug, Clone)]
pub struct Chain {
	client: OnlineClient<SubstrateConfig>,
	legacy: Legacy,
	/// Which chain it is.
	pub identity: Identity,
}

impl Chain {
	/// Connects to `url`, encrypted or not.
	pub async fn connect(url: &str, memory: &mut Memory) -> Result<Self, ChainError> {
		let unreachable = |reason: String| ChainError::Unreachable { url: url.to_owned(), reason };
		let connecting = async {
			let rpc = RpcClient::from_insecure_url(url)
				.await
				.map_err(|error| unreachable(cause(&error.to_string())))?;
			Self::over(rpc, memory).await
		};
		timeout(CONNECT_PATIENCE, connecting)
			.await
			.unwrap_or_else(|_| Err(unreachable("no answer in 30 s".into())))
	}

	/// Asks which chain is at the other end.
	pub async fn over(rpc: RpcClient, memory: &mut Memory) -> Result<Self, ChainError> {
		let legacy = Legacy::new(rpc.clone());
		let genesis = legacy.genesis_hash().await?;
		let chain_type: serde_json::Value = rpc.request("system_chainType", rpc_params![]).await?;
		let properties = legacy.system_properties().await?;
		let format = properties.get("ss58Format").and_then(serde_json::Value::as_u64);
		let identity = Identity {
			name: legacy.system_chain().await?,
			// A custom type is an object, and never one for development.
			chain_type: ChainType(chain_type.as_str().unwrap_or("Custom").to_owned()),
			ss58_format: format
				.and_then(|format| u16::try_from(format).ok())
				.unwrap_or(crate::key::GENERIC_FORMAT),
			genesis: format!("0x{}", hex::encode(genesis)),
		};
		let backend = Arc::new(LegacyBackend::builder().build(rpc));
		let config = memory.of(genesis);
		let client = OnlineClient::from_backend_with_config(config, backend).await?;
		let chain = Self { client, legacy, identity };
		chain.best().await?.ensure_gridchain()?;
		Ok(chain)
	}

	/// The chain's state at the last finalized block.
	pub async fn finalized(&self) -> Result<View, ChainError> {
		Ok(View(self.client.at_current_block().await?))
	}

	/// The chain's state at the best block, which may yet be replaced by another.
	pub async fn best(&self) -> Result<View, ChainError> {
		let hash = self.legacy.chain_get_block_hash(None).await?.ok_or(ChainError::Closed)?;
		Ok(View(self.client.at_block(hash).await?))
	}

	/// The finalized blocks from now on.
	pub async fn finalized_blocks(&self) -> Result<Blocks<SubstrateConfig>, ChainError> {
		Ok(self.client.stream_blocks().await?)
	}

	/// The next nonce of `account`, transactions in the node's pool counted.
	pub async fn next_nonce(&self, account: &AccountId32) -> Result<u64, ChainError> {
		Ok(self.legacy.system_account_next_index(account).await?)
	}

	/// Ends, with an error, when the node doesn't answer any more.
	pub async fn heartbeat(&self) -> ChainError {
		loop {
			crate::clock::sleep(HEARTBEAT).await;
			match timeout(HEARTBEAT_PATIENCE, self.legacy.chain_get_finalized_head()).await {
				Ok(Ok(_)) => {},
				Ok(Err(error)) => return error.into(),
				Err(_) => return ChainError::Silent,
			}
		}
	}
}

/// What went wrong, without the layers of libraries that it passed through.
fn cause(text: &str) -> String {
	text.rsplit("client error: ").next().unwrap_or(text).to_owned()
}

/// The chain's state at one block.
#[derive(Debug, Clone)]
pub struct View(OnlineClientAtBlock<SubstrateConfig>);

impl View {
	/// A view of a block of the stream.
	pub fn of(at: OnlineClientAtBlock<SubstrateConfig>) -> Self {
		Self(at)
	}

	/// What builds transactions on it.
	pub fn at(&self) -> &OnlineClientAtBlock<SubstrateConfig> {
		&self.0
	}

	/// The block's number.
	pub fn number(&self) -> u64 {
		self.0.block_number()
	}

	fn ensure_gridchain(&self) -> Result<(), ChainError> {
		let metadata = self.0.metadata_ref();
		let missing =
			[NODES, DEPLOYMENTS].into_iter().find(|name| metadata.pallet_by_name(name).is_none());
		missing.map_or(Ok(()), |name| Err(ChainError::NotGridchain(name)))
	}

	async fn read<A: Address>(
		&self,
		address: A,
		keys: A::KeyParts,
	) -> Result<Option<A::Value>, ChainError> {
		match self.0.storage().try_fetch(address, keys).await? {
			Some(value) => {
				let unreadable =
					|error: StorageValueError| ChainError::Unreadable(Box::new(error.into()));
				value.decode().map(Some).map_err(unreadable)
			},
			None => Ok(None),
		}
	}

	/// The chain's time.
	pub async fn now(&self) -> Result<Time, ChainError> {
		let address: DynamicAddress<(), u64> = dynamic::storage("Timestamp", "Now");
		Ok(Time(self.read(address, ()).await?.unwrap_or_default() / 1_000))
	}

	/// How long a block takes, in seconds, rounded up.
	pub fn block_time(&self) -> u64 {
		let address = dynamic::constant::<u64>("Babe", "ExpectedBlockTime");
		let milliseconds = self.0.constants().entry(address);
		milliseconds.unwrap_or(DEFAULT_BLOCK_MILLISECONDS).div_ceil(1_000)
	}

	/// The rules of reports.
	pub async fn params(&self) -> Result<wire::NodeParams, ChainError> {
		let address: DynamicAddress<(), wire::NodeParams> = dynamic::storage(NODES, "Params");
		self.read(address, ()).await?.ok_or(ChainError::NotGridchain(NODES))
	}

	/// The version of their software that the region asks its nodes to run, if it asks for one.
	pub async fn release(&self) -> Result<Option<String>, ChainError> {
		let address: DynamicAddress<(), Vec<u8>> = dynamic::storage(NODES, "Release");
		let version = self.read(address, ()).await?;
		Ok(version.map(|version| String::from_utf8_lossy(&version).into_owned()))
	}

	/// Whether `account` may feed the price.
	pub async fn is_feeder(&self, account: &AccountId32) -> Result<bool, ChainError> {
		let address: DynamicAddress<(), Vec<AccountId32>> =
			dynamic::storage(wire::FEEDERS, "Members");
		let members = self.read(address, ()).await?.unwrap_or_default();
		Ok(members.contains(account))
	}

	/// The node of `account`.
	pub async fn node_of(&self, account: &AccountId32) -> Result<Option<u32>, ChainError> {
		let address: DynamicAddress<([u8; 32],), u32> = dynamic::storage(NODES, "NodeOf");
		self.read(address, (account.0,)).await
	}

	/// What `node` told the chain when it last described itself.
	pub async fn description(
		&self,
		node: u32,
	) -> Result<Option<(wire::Resources, wire::Details)>, ChainError> {
		let nodes: DynamicAddress<(u32,), wire::Node> = dynamic::storage(NODES, "Nodes");
		let ledgers: DynamicAddress<(u32,), wire::NodeLedger> = dynamic::storage(NODES, "Ledger");
		let details = self.read(nodes, (node,)).await?.map(|node| node.details);
		let hardware = self.read(ledgers, (node,)).await?.map(|ledger| ledger.hardware);
		Ok(hardware.zip(details))
	}

	/// When `node` last spoke.
	pub async fn liveness(&self, node: u32) -> Result<Option<wire::NodeLiveness>, ChainError> {
		let address: DynamicAddress<(u32,), wire::NodeLiveness> =
			dynamic::storage(NODES, "Liveness");
		self.read(address, (node,)).await
	}

	/// The workloads that stand on `node`, and whether it is rented as a whole.
	pub async fn contracts(&self, node: u32) -> Result<OnNode, ChainError> {
		let rent = match self.rent(node).await {
			Err(ChainError::Unreadable(error)) => {
				tracing::warn!("Whether this node is rented as a whole can't be read: {error}");
				Rent::Unreadable
			},
			rent => rent?,
		};
		let mut workloads = BTreeMap::new();
		for contract in self.sold(node).await? {
			let workload = match self.workload(contract).await {
				Err(ChainError::Unreadable(error)) => {
					tracing::warn!(
						"Contract {contract} can't be read, so it is left alone; a newer daemon may \
						 know better: {error}"
					);
					Some(OnChain::Unreadable)
				},
				workload => workload?,
			};
			workloads.extend(workload.map(|workload| (contract, workload)));
		}
		Ok(OnNode { rent, workloads })
	}

	async fn rent(&self, node: u32) -> Result<Rent, ChainError> {
		let address: DynamicAddress<(u32,), wire::Tenancy> = dynamic::storage(NODES, "Liveness");
		let lease = self.read(address, (node,)).await?.map(|tenancy| tenancy.rental);
		Ok(match lease.unwrap_or(wire::Lease::None) {
			wire::Lease::None => Rent::None,
			wire::Lease::Ended { contract } => Rent::Ended(contract),
			wire::Lease::Rented { contract } => match self.kind(contract).await? {
				Some(wire::ContractKind::Rent(rent)) => match rent.standing {
					wire::Standing::Active => Rent::Active(contract),
					wire::Standing::Suspended => Rent::Suspended(contract),
				},
				Some(wire::ContractKind::Workload(_)) | None => Rent::Unreadable,
			},
		})
	}

	async fn sold(&self, node: u32) -> Result<Vec<u64>, ChainError> {
		let address: DynamicAddress<(u32, u64), dynamic::Value> = dynamic::storage(NODES, "Sales");
		let storage = self.0.storage();
		let mut sales = storage.iter(address, (node,)).await?;
		let mut contracts = Vec::new();
		while let Some(sale) = sales.next().await {
			let (_, contract) = sale?.key()?.decode()?;
			contracts.push(contract);
		}
		Ok(contracts)
	}

	async fn kind(&self, contract: u64) -> Result<Option<wire::ContractKind>, ChainError> {
		let address: DynamicAddress<(u64,), wire::Contract> =
			dynamic::storage(DEPLOYMENTS, "Contracts");
		Ok(self.read(address, (contract,)).await?.map(|contract| contract.kind))
	}

	/// `None` for a rent, of which nothing runs. A workload that is sold on this node is never reported as
	/// missing, only as unreadable: what the daemon takes for missing it deletes.
	async fn workload(&self, contract: u64) -> Result<Option<OnChain>, ChainError> {
		let workload = match self.kind(contract).await? {
			Some(wire::ContractKind::Workload(workload)) => workload,
			Some(wire::ContractKind::Rent(_)) => return Ok(None),
			None => return Ok(Some(OnChain::Unreadable)),
		};
		let wire::Workload { resources, public_ips, spec_hash, traffic_limit, state } = workload;
		let public_ips = match public_ips {
			0 => Vec::new(),
			_ => self.public_ips(contract).await?,
		};
		let document = Document {
			spec_hash: spec_hash.to_vec(),
			spec: self.spec(contract).await?,
			resources: resources.into(),
			public_ips,
			traffic_limit,
		};
		Ok(Some(match state {
			wire::WorkloadState::AwaitingDelivery => OnChain::AwaitingDelivery(document),
			wire::WorkloadState::Running => OnChain::Running(document),
			wire::WorkloadState::Suspended => OnChain::Suspended,
		}))
	}

	async fn spec(&self, contract: u64) -> Result<Vec<u8>, ChainError> {
		let address: DynamicAddress<(u64,), Vec<u8>> = dynamic::storage(DEPLOYMENTS, "Specs");
		Ok(self.read(address, (contract,)).await?.unwrap_or_default())
	}

	/// The public IPs that the workload of `contract` may use: those that it has, but for those that a certifier
	/// has withdrawn.
	async fn public_ips(&self, contract: u64) -> Result<Vec<PublicIp>, ChainError> {
		let addresses: DynamicAddress<(u64,), Vec<[u8; 4]>> = dynamic::storage(FARMS, "IpsOf");
		let mut usable = Vec::new();
		for address in self.read(addresses, (contract,)).await?.unwrap_or_default() {
			let ips: DynamicAddress<([u8; 4],), wire::PublicIp> =
				dynamic::storage(FARMS, "PublicIps");
			let ip = self.read(ips, (address,)).await?;
			usable.extend(ip.and_then(|ip| ip.for_contract(contract, address)));
		}
		Ok(usable)
	}

	/// Whether something happened in this block to a contract on `node`, or to one of those that are known here.
	/// Whatever can't be read might have.
	pub async fn touches(
		&self,
		node: u32,
		known: &BTreeMap<u64, Workload>,
	) -> Result<bool, ChainError> {
		let events = self.0.events().fetch().await?;
		let touched = events.iter().any(|event| match event {
			Ok(event) if [DEPLOYMENTS, FARMS].contains(&event.pallet_name()) => event
				.decode_fields_unchecked_as::<dynamic::Value>()
				.map_or(true, |event| concerns(&event, node, known)),
			Ok(_) => false,
			Err(_) => true,
		});
		Ok(touched)
	}
}

/// Whether an event names this node, or a contract that is known here. Those of contracts name the node; those of
/// public IPs name the contract alone.
fn concerns(event: &dynamic::Value, node: u32, known: &BTreeMap<u64, Workload>) -> bool {
	let contract = wire::number(event, "contract").and_then(|contract| contract.try_into().ok());
	wire::number(event, "node") == Some(node.into())
		|| contract.is_some_and(|contract: u64| known.contains_key(&contract))
}
