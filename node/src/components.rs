//! The parts that a running node and the commands upon its database share.

use crate::{equivocation::DroppedReports, inherents::Inherents};
use gridchain_runtime::{opaque::Block, RuntimeApi};
use sc_consensus::{DefaultImportQueue, LongestChain};
use sc_consensus_babe::{BabeBlockImport, BabeLink, BabeWorkerHandle};
use sc_consensus_grandpa::{GrandpaBlockImport, GrandpaPruningFilter};
use sc_executor::WasmExecutor;
use sc_service::{
	error::Error as ServiceError, Configuration, KeystoreContainer, PruningFilter, TFullBackend,
	TFullClient, TaskManager,
};
use sc_telemetry::{Telemetry, TelemetryHandle, TelemetryWorker};
use sc_transaction_pool_api::OffchainTransactionPoolFactory;
use std::sync::Arc;

/// What runs the runtime.
pub type Executor = WasmExecutor<sp_io::SubstrateHostFunctions>;
/// The client.
pub type Client = TFullClient<Block, RuntimeApi, Executor>;
/// Its database.
pub type Backend = TFullBackend<Block>;
/// Which of several branches is built upon.
pub type SelectChain = LongestChain<Backend, Block>;
/// What imports blocks for GRANDPA.
type GrandpaImport = GrandpaBlockImport<Backend, Block, Client, SelectChain>;
/// What imports blocks.
pub type BlockImport = BabeBlockImport<Block, Client, GrandpaImport, Inherents, SelectChain>;
/// What leads from the import of blocks to voting on them.
pub type GrandpaLink = sc_consensus_grandpa::LinkHalf<Block, Client, SelectChain>;
/// The pool of transactions.
pub type Pool = sc_transaction_pool::TransactionPoolHandle<Block, Client>;

/// GRANDPA keeps a justification at least this often, in blocks, so that a light client finds one.
pub const JUSTIFICATION_PERIOD: u32 = 512;

/// The parts.
pub struct Components {
	/// The client.
	pub client: Arc<Client>,
	/// Its database.
	pub backend: Arc<Backend>,
	/// The keys of this node.
	pub keystore: KeystoreContainer,
	/// Runs tasks and ends them.
	pub task_manager: TaskManager,
	/// Chooses among branches.
	pub select_chain: SelectChain,
	/// The transactions that wait.
	pub pool: Arc<Pool>,
	/// Imports blocks.
	pub block_import: BlockImport,
	/// BABE's epochs.
	pub babe_link: BabeLink<Block>,
	/// Asks BABE's worker.
	pub babe_worker: BabeWorkerHandle<Block>,
	/// GRANDPA's end of the block import.
	pub grandpa_link: GrandpaLink,
	/// What the author of a block states.
	pub inherents: Inherents,
	/// Tells a telemetry server of the node, if one was named.
	pub telemetry: Option<Telemetry>,
}

impl Components {
	/// Opens the database and puts the parts together. The queue, which verifies and imports what arrives,
	/// comes apart: whoever feeds it takes it.
	pub fn new(config: &Configuration) -> Result<(Self, DefaultImportQueue<Block>), ServiceError> {
		let (worker, telemetry) = telemetry(config)?;
		let executor: Executor = sc_service::new_wasm_executor(&config.executor);
		let handle = telemetry.as_ref().map(Telemetry::handle);
		// Where bodies are pruned, what proves finality to a warp sync is kept.
		let filters: Vec<Arc<dyn PruningFilter>> = vec![Arc::new(GrandpaPruningFilter)];
		let (client, backend, keystore, task_manager) =
			sc_service::new_full_parts::<Block, RuntimeApi, _>(
				config,
				handle.clone(),
				executor,
				filters,
			)?;
		let client = Arc::new(client);
		if let Some(worker) = worker {
			task_manager.spawn_handle().spawn("telemetry", None, worker.run());
		}
		let select_chain = LongestChain::new(backend.clone());
		let pool = Arc::new(
			sc_transaction_pool::Builder::new(
				task_manager.spawn_essential_handle(),
				client.clone(),
				config.role.is_authority().into(),
			)
			.with_options(config.transaction_pool.clone())
			.with_prometheus(config.prometheus_registry())
			.build(),
		);
		let (grandpa_import, grandpa_link) = sc_consensus_grandpa::block_import(
			client.clone(),
			JUSTIFICATION_PERIOD,
			&client,
			select_chain.clone(),
			handle.clone(),
		)?;
		let babe = sc_consensus_babe::configuration(&*client)?;
		let slot_duration = babe.slot_duration();
		let inherents = Inherents::new(slot_duration);
		let (block_import, babe_link) = sc_consensus_babe::block_import(
			babe,
			grandpa_import.clone(),
			client.clone(),
			inherents.clone(),
			select_chain.clone(),
			OffchainTransactionPoolFactory::new(DroppedReports),
		)?;
		let (import_queue, babe_worker) =
			sc_consensus_babe::import_queue(sc_consensus_babe::ImportQueueParams {
				link: babe_link.clone(),
				block_import: block_import.clone(),
				justification_import: Some(Box::new(grandpa_import)),
				client: client.clone(),
				slot_duration,
				spawner: &task_manager.spawn_essential_handle(),
				registry: config.prometheus_registry(),
				telemetry: handle,
			})?;
		let components = Self {
			client,
			backend,
			keystore,
			task_manager,
			select_chain,
			pool,
			block_import,
			babe_link,
			babe_worker,
			grandpa_link,
			inherents,
			telemetry,
		};
		Ok((components, import_queue))
	}

	/// What other parts tell telemetry through.
	pub fn telemetry_handle(&self) -> Option<TelemetryHandle> {
		self.telemetry.as_ref().map(Telemetry::handle)
	}
}

fn telemetry(
	config: &Configuration,
) -> Result<(Option<TelemetryWorker>, Option<Telemetry>), ServiceError> {
	let Some(endpoints) = config.telemetry_endpoints.clone().filter(|known| !known.is_empty())
	else {
		return Ok((None, None));
	};
	let worker = TelemetryWorker::new(16)?;
	let telemetry = worker.handle().new_telemetry(endpoints);
	Ok((Some(worker), Some(telemetry)))
}
