//! A running node.

use crate::{
	components::{Client, Components, JUSTIFICATION_PERIOD},
	equivocation,
	records::{self, BackendChain, Follower, Store},
	rpc,
};
use gridchain_primitives::Hash;
use gridchain_runtime::opaque::Block;
use sc_client_api::{BlockchainEvents, HeaderBackend};
use sc_consensus::DefaultImportQueue;
use sc_consensus_babe::{BabeParams, SlotProportion};
use sc_consensus_grandpa::{GrandpaParams, SharedVoterState, VotingRulesBuilder};
use sc_consensus_slots::BackoffAuthoringOnFinalizedHeadLagging;
use sc_network::{
	config::FullNetworkConfiguration,
	service::{traits::NetworkService, NotificationMetrics},
	types::ProtocolName,
	NetworkBackend, NotificationService,
};
use sc_network_sync::{SyncingService, WarpSyncConfig};
use sc_service::{
	error::Error as ServiceError, BuildNetworkParams, Configuration, SpawnTasksParams, TaskManager,
};
use sc_storage_monitor::{StorageMonitorParams, StorageMonitorService};
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use std::{sync::Arc, time::Duration};
use substrate_prometheus_endpoint::Registry;

/// How long a message of GRANDPA may take through the network.
const GOSSIP_DURATION: Duration = Duration::from_millis(333);
/// The part of a slot in which a block is made; the rest is for its way to the others.
const PROPOSAL_PORTION: f32 = 2f32 / 3f32;

/// Starts a node over the network backend `N`.
pub fn start<N: NetworkBackend<Block, Hash>>(
	mut config: Configuration,
	storage_monitor: StorageMonitorParams,
) -> Result<TaskManager, ServiceError> {
	index_offchain(&mut config);
	let (mut parts, import_queue) = Components::new(&config)?;
	monitor_storage(&config, storage_monitor, &parts.task_manager)?;
	let records = open_records(&config, &parts.client)?;
	let role = Role::of(&config);
	follow_finality(&role, &parts, records.clone())?;
	let network = connect::<N>(config, &mut parts, import_queue, records)?;
	if role.is_authority {
		watch_equivocations(&parts);
		write_blocks(&role, &parts, &network)?;
	}
	if role.runs_grandpa {
		return finalize_blocks(role, parts, network);
	}
	Ok(parts.task_manager)
}

/// Keeps what the runtime writes for the node: records, and the nodes of the mountain range. A node without
/// them can neither tell nor prove the history, so this can't be turned off.
pub fn index_offchain(config: &mut Configuration) {
	config.offchain_worker.indexing_enabled = true;
}

/// What a node is for.
struct Role {
	name: String,
	network_role: sc_service::Role,
	is_authority: bool,
	runs_grandpa: bool,
	force_authoring: bool,
	registry: Option<Registry>,
}

impl Role {
	fn of(config: &Configuration) -> Self {
		Self {
			name: config.network.node_name.clone(),
			network_role: config.role,
			is_authority: config.role.is_authority(),
			runs_grandpa: !config.disable_grandpa,
			force_authoring: config.force_authoring,
			registry: config.prometheus_registry().cloned(),
		}
	}
}

/// Stops the node in good order before its disk is full.
fn monitor_storage(
	config: &Configuration,
	params: StorageMonitorParams,
	task_manager: &TaskManager,
) -> Result<(), ServiceError> {
	let Some(path) = config.database.path() else { return Ok(()) };
	let spawner = task_manager.spawn_essential_handle();
	StorageMonitorService::try_spawn(params, path.to_path_buf(), &spawner).map_err(application)
}

fn open_records(config: &Configuration, client: &Client) -> Result<Arc<Store>, ServiceError> {
	let genesis = client.info().genesis_hash;
	let store = Store::open(&records::directory(&config.data_path), genesis);
	store.map(Arc::new).map_err(application)
}

/// Starts the two tasks that keep what proves and tells the finalized history.
fn follow_finality(role: &Role, parts: &Components, store: Arc<Store>) -> Result<(), ServiceError> {
	let chain = BackendChain::new(parts.backend.clone())
		.ok_or("the database has no offchain storage, where records are kept")?;
	let metrics = role.registry.as_ref().map(records::Metrics::register).transpose()?;
	let finality = parts.client.finality_notification_stream();
	// Not essential: a validator goes on writing blocks while its records wait.
	parts.task_manager.spawn_handle().spawn_blocking(
		"records",
		Some("records"),
		Follower::new(chain, store, metrics).run(finality),
	);
	// Without it a proof of an old block fails as soon as the state forgets the block's hash.
	parts.task_manager.spawn_essential_handle().spawn_blocking(
		"mmr-gadget",
		None,
		mmr_gadget::MmrGadget::start(
			parts.client.clone(),
			parts.backend.clone(),
			sp_mmr_primitives::INDEXING_PREFIX.to_vec(),
		),
	);
	Ok(())
}

/// The node's place in the network, and GRANDPA's in it.
struct Network {
	service: Arc<dyn NetworkService>,
	sync: Arc<SyncingService<Block>>,
	grandpa: GrandpaChannel,
	/// Where the voter shows its rounds to the RPC.
	voter_state: SharedVoterState,
}

/// By what GRANDPA talks to its like.
struct GrandpaChannel {
	protocol: ProtocolName,
	notifications: Box<dyn NotificationService>,
}

/// Joins the network and opens the RPC.
fn connect<N: NetworkBackend<Block, Hash>>(
	config: Configuration,
	parts: &mut Components,
	import_queue: DefaultImportQueue<Block>,
	records: Arc<Store>,
) -> Result<Network, ServiceError> {
	let registry = config.prometheus_registry();
	let metrics = N::register_notification_metrics(registry);
	let mut net_config = FullNetworkConfiguration::new(&config.network, registry.cloned());
	let grandpa = add_grandpa::<N>(&config, parts, &mut net_config, metrics.clone());
	let warp_sync = sc_consensus_grandpa::warp_proof::NetworkProvider::new(
		parts.backend.clone(),
		parts.grandpa_link.shared_authority_set().clone(),
		Vec::new(),
	);
	let (service, system_rpc_tx, tx_handler_controller, sync, _bitswap) =
		sc_service::build_network(BuildNetworkParams {
			config: &config,
			net_config,
			client: parts.client.clone(),
			transaction_pool: parts.pool.clone(),
			spawn_handle: parts.task_manager.spawn_handle(),
			spawn_essential_handle: parts.task_manager.spawn_essential_handle(),
			import_queue,
			block_announce_validator_builder: None,
			warp_sync_config: Some(WarpSyncConfig::WithProvider(Arc::new(warp_sync))),
			block_relay: None,
			metrics,
			gap_sync_body_policy: None,
		})?;
	let dependencies = rpc_dependencies(parts, records);
	let voter_state = dependencies.grandpa.voter.clone();
	sc_service::spawn_tasks(SpawnTasksParams {
		config,
		client: parts.client.clone(),
		backend: parts.backend.clone(),
		task_manager: &mut parts.task_manager,
		keystore: parts.keystore.keystore(),
		transaction_pool: parts.pool.clone(),
		rpc_builder: Box::new(move |executor| Ok(rpc::module(&dependencies, executor)?)),
		network: service.clone(),
		system_rpc_tx,
		tx_handler_controller,
		sync_service: sync.clone(),
		telemetry: parts.telemetry.as_mut(),
		tracing_execute_block: None,
	})?;
	Ok(Network { service, sync, grandpa, voter_state })
}

fn add_grandpa<N: NetworkBackend<Block, Hash>>(
	config: &Configuration,
	parts: &Components,
	net_config: &mut FullNetworkConfiguration<Block, Hash, N>,
	metrics: NotificationMetrics,
) -> GrandpaChannel {
	let genesis = parts.client.info().genesis_hash;
	let protocol = sc_consensus_grandpa::protocol_standard_name(&genesis, &config.chain_spec);
	let (set_config, notifications) = sc_consensus_grandpa::grandpa_peers_set_config::<_, N>(
		protocol.clone(),
		metrics,
		net_config.peer_store_handle(),
	);
	net_config.add_notification_protocol(set_config);
	GrandpaChannel { protocol, notifications }
}

fn rpc_dependencies(parts: &Components, records: Arc<Store>) -> rpc::Dependencies {
	rpc::Dependencies {
		client: parts.client.clone(),
		backend: parts.backend.clone(),
		pool: parts.pool.clone(),
		select_chain: parts.select_chain.clone(),
		keystore: parts.keystore.keystore(),
		babe_worker: parts.babe_worker.clone(),
		grandpa: rpc::GrandpaView::new(parts.backend.clone(), &parts.grandpa_link),
		records,
	}
}

fn watch_equivocations(parts: &Components) {
	let pool = OffchainTransactionPoolFactory::new(parts.pool.clone());
	let watcher = equivocation::Watcher::new(parts.client.clone(), pool);
	parts.task_manager.spawn_essential_handle().spawn(
		"equivocation-watcher",
		Some("babe"),
		watcher.run(),
	);
}

/// Starts BABE: writes a block in each slot that falls to a key of this node.
fn write_blocks(role: &Role, parts: &Components, network: &Network) -> Result<(), ServiceError> {
	let proposer = sc_basic_authorship::ProposerFactory::new(
		parts.task_manager.spawn_handle(),
		parts.client.clone(),
		parts.pool.clone(),
		role.registry.as_ref(),
		parts.telemetry_handle(),
	);
	let babe = sc_consensus_babe::start_babe(BabeParams {
		keystore: parts.keystore.keystore(),
		client: parts.client.clone(),
		select_chain: parts.select_chain.clone(),
		env: proposer,
		block_import: parts.block_import.clone(),
		sync_oracle: network.sync.clone(),
		justification_sync_link: network.sync.clone(),
		create_inherent_data_providers: parts.inherents.clone(),
		force_authoring: role.force_authoring,
		// Blocks that nobody finalizes get fewer, so that a long branch stays affordable.
		backoff_authoring_blocks: Some(BackoffAuthoringOnFinalizedHeadLagging::default()),
		babe_link: parts.babe_link.clone(),
		block_proposal_slot_portion: SlotProportion::new(PROPOSAL_PORTION),
		max_block_proposal_slot_portion: None,
		telemetry: parts.telemetry_handle(),
	})?;
	parts.task_manager.spawn_essential_handle().spawn_blocking(
		"babe-proposer",
		Some("block-authoring"),
		babe,
	);
	Ok(())
}

/// Starts GRANDPA: votes with the keys of this node, or follows the votes of others.
fn finalize_blocks(
	role: Role,
	parts: Components,
	network: Network,
) -> Result<TaskManager, ServiceError> {
	let telemetry = parts.telemetry_handle();
	let config = sc_consensus_grandpa::Config {
		gossip_duration: GOSSIP_DURATION,
		justification_generation_period: JUSTIFICATION_PERIOD,
		observer_enabled: false,
		keystore: role.is_authority.then(|| parts.keystore.keystore()),
		local_role: role.network_role,
		name: Some(role.name),
		telemetry: telemetry.clone(),
		protocol_name: network.grandpa.protocol,
	};
	let voter = sc_consensus_grandpa::run_grandpa_voter(GrandpaParams {
		config,
		link: parts.grandpa_link,
		network: network.service,
		sync: network.sync,
		notification_service: network.grandpa.notifications,
		voting_rule: VotingRulesBuilder::default().build(),
		prometheus_registry: role.registry,
		shared_voter_state: network.voter_state,
		telemetry,
		offchain_tx_pool_factory: OffchainTransactionPoolFactory::new(parts.pool),
	})?;
	parts.task_manager.spawn_essential_handle().spawn_blocking("grandpa-voter", None, voter);
	Ok(parts.task_manager)
}

fn application(error: impl std::error::Error + Send + Sync + 'static) -> ServiceError {
	ServiceError::Application(Box::new(error))
}
