//! What each command does.

use crate::{
	chain_spec,
	cli::{Cli, RecordsCmd, Subcommand},
	components::{Backend, Client, Components},
	records::{self, follow::Progress, BackendChain, Follower, Store},
	service,
};
use gridchain_primitives::{BlockNumber, Hash};
use gridchain_runtime::opaque::Block;
use sc_cli::{PurgeChainCmd, SubstrateCli};
use sc_client_api::{Backend as _, HeaderBackend};
use sc_network::{config::NetworkBackendType, Litep2pNetworkBackend, NetworkWorker};
use sc_service::Configuration;
use std::sync::Arc;

impl SubstrateCli for Cli {
	fn impl_name() -> String {
		"Gridchain".into()
	}

	fn impl_version() -> String {
		env!("SUBSTRATE_CLI_IMPL_VERSION").into()
	}

	fn description() -> String {
		env!("CARGO_PKG_DESCRIPTION").into()
	}

	fn author() -> String {
		"the developers of Gridchain".into()
	}

	fn support_url() -> String {
		"docs/".into()
	}

	fn copyright_start_year() -> i32 {
		2026
	}

	fn load_spec(&self, id: &str) -> Result<Box<dyn sc_service::ChainSpec>, String> {
		Ok(Box::new(chain_spec::load(id)?))
	}
}

/// Reads the command line and does what it says.
pub fn run() -> sc_cli::Result<()> {
	let cli = Cli::from_args();
	match &cli.subcommand {
		None => run_node(&cli),
		Some(Subcommand::Key(cmd)) => cmd.run(&cli),
		Some(Subcommand::BuildSpec(cmd)) => {
			let runner = cli.create_runner(cmd)?;
			runner.sync_run(|config| cmd.run(config.chain_spec, config.network))
		},
		Some(Subcommand::ExportChainSpec(cmd)) => cmd.run(cli.load_spec(&cmd.chain)?),
		Some(Subcommand::CheckBlock(cmd)) => cli.create_runner(cmd)?.async_run(|config| {
			let (parts, queue) = open(config)?;
			Ok((cmd.run(parts.client, queue), parts.task_manager))
		}),
		Some(Subcommand::ExportBlocks(cmd)) => cli.create_runner(cmd)?.async_run(|config| {
			let database = config.database.clone();
			let (parts, _) = open(config)?;
			Ok((cmd.run(parts.client, database), parts.task_manager))
		}),
		Some(Subcommand::ImportBlocks(cmd)) => cli.create_runner(cmd)?.async_run(|config| {
			let (parts, queue) = open(config)?;
			Ok((cmd.run(parts.client, queue), parts.task_manager))
		}),
		Some(Subcommand::PurgeChain(cmd)) => {
			cli.create_runner(cmd)?.sync_run(|config| purge(cmd, &config))
		},
		Some(Subcommand::Revert(cmd)) => cli.create_runner(cmd)?.async_run(|config| {
			let (parts, _) = open(config)?;
			let forget = Box::new(forget_votes_and_epochs);
			Ok((cmd.run(parts.client, parts.backend, Some(forget)), parts.task_manager))
		}),
		Some(Subcommand::ChainInfo(cmd)) => {
			cli.create_runner(cmd)?.sync_run(|config| cmd.run::<Block>(&config))
		},
		Some(Subcommand::Records(RecordsCmd::Reindex(cmd))) => {
			cli.create_runner(cmd)?.sync_run(|config| reindex(&config))
		},
		#[cfg(feature = "benchmark")]
		Some(Subcommand::Benchmark(cmd)) => measure(&cli, cmd),
	}
}

fn run_node(cli: &Cli) -> sc_cli::Result<()> {
	let storage_monitor = cli.storage_monitor.clone();
	cli.create_runner(&cli.run)?.run_node_until_exit(|config| async move {
		let task_manager = match config.network.network_backend {
			NetworkBackendType::Litep2p => {
				service::start::<Litep2pNetworkBackend>(config, storage_monitor)
			},
			NetworkBackendType::Libp2p => {
				service::start::<NetworkWorker<_, _>>(config, storage_monitor)
			},
		};
		task_manager.map_err(sc_cli::Error::Service)
	})
}

/// Opens the database for a command. What it executes is indexed like what a node executes.
fn open(
	mut config: Configuration,
) -> sc_cli::Result<(Components, sc_consensus::DefaultImportQueue<Block>)> {
	service::index_offchain(&mut config);
	Ok(Components::new(&config)?)
}

/// Records belong to a database: they go when it goes.
fn purge(cmd: &PurgeChainCmd, config: &Configuration) -> sc_cli::Result<()> {
	cmd.run(config.database.clone())?;
	let kept = config.database.path().is_some_and(|path| path.exists());
	if !kept {
		Store::remove(&records::directory(&config.data_path)).map_err(application)?;
	}
	Ok(())
}

/// Reverting blocks must also revert what consensus remembers of them.
fn forget_votes_and_epochs(
	client: Arc<Client>,
	backend: Arc<Backend>,
	blocks: BlockNumber,
) -> sc_cli::Result<()> {
	sc_consensus_babe::revert(client.clone(), backend, blocks)?;
	sc_consensus_grandpa::revert(client, blocks)?;
	Ok(())
}

/// Builds the store of records again from the chain's database.
fn reindex(config: &Configuration) -> sc_cli::Result<()> {
	// Opened before anything is removed: it fails while a node uses it.
	let backend = sc_service::new_db_backend::<Block>(config.db_config())?;
	let genesis = backend.blockchain().info().genesis_hash;
	if genesis == Hash::zero() {
		return Err("there is no chain in this database yet: run the node first".into());
	}
	let path = records::directory(&config.data_path);
	Store::remove(&path).map_err(application)?;
	let store = Arc::new(Store::open(&path, genesis).map_err(application)?);
	let chain = BackendChain::new(backend)
		.ok_or("the database has no offchain storage, where records are kept".to_string())?;
	let follower = Follower::new(chain, store.clone(), None);
	while follower.step().map_err(application)? == Progress::Behind {
		let head = store.head();
		log::info!("Blocks up to {} indexed, {} records", head.last(), head.records);
	}
	let head = store.head();
	println!(
		"{} records of blocks up to {}; history is complete from block {}",
		head.records,
		head.last(),
		head.complete_from,
	);
	Ok(())
}

#[cfg(feature = "benchmark")]
fn measure(cli: &Cli, cmd: &crate::cli::BenchmarkCmd) -> sc_cli::Result<()> {
	use crate::cli::BenchmarkCmd;
	use frame_benchmarking_cli::SUBSTRATE_REFERENCE_HARDWARE;
	use sc_cli::CliConfiguration;
	use sp_runtime::traits::HashingFor;

	match cmd {
		BenchmarkCmd::Pallet(cmd) => {
			// With `--runtime` no chain is needed.
			let chain = (cmd.runtime.is_none()).then(|| cmd.chain_id(cmd.is_dev()?)).transpose()?;
			let spec = chain.map(|id| cli.load_spec(&id)).transpose()?;
			cmd.init(&Cli::support_url(), &Cli::impl_version(), |_| {})?;
			cmd.run_with_spec::<HashingFor<Block>, ()>(spec)
		},
		BenchmarkCmd::Machine(cmd) => {
			let runner = cli.create_runner(cmd)?;
			runner.sync_run(|config| cmd.run(&config, SUBSTRATE_REFERENCE_HARDWARE.clone()))
		},
	}
}

fn application(error: impl std::error::Error + Send + Sync + 'static) -> sc_cli::Error {
	sc_cli::Error::Application(Box::new(error))
}
