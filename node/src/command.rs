//! What each command does.

use crate::{
	chain_spec,
	cli::{Cli, ExportChainSpecCmd, RecordsCmd, Subcommand},
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
use std::{
	fs,
	io::{self, Write},
	sync::Arc,
};

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
		"the region's operators".into()
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
		Some(Subcommand::ExportChainSpec(cmd)) => export_chain_spec(cmd),
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
	cli.create_runner(&cli.run.0)?.run_node_until_exit(|config| async move {
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

/// Writes the specification of the chain that was named, and fails if none was.
fn export_chain_spec(cmd: &ExportChainSpecCmd) -> sc_cli::Result<()> {
	let spec = chain_spec::load(cmd.chain.as_deref().unwrap_or_default())?;
	let json = spec.as_json(cmd.raw)?;
	match &cmd.output {
		Some(path) => {
			fs::write(path, json)
				.map_err(|error| format!("{} can't be written: {error}", path.display()))?;
			println!("The specification of {} is in {}", spec.name(), path.display());
		},
		None => io::stdout().write_all(json.as_bytes())?,
	}
	Ok(())
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

#[cfg(test)]
mod tests {
	use super::*;
	use crate::chain_spec::ChainSpec;
	use std::path::{Path, PathBuf};

	fn parse(arguments: &[&str]) -> Cli {
		Cli::try_from_iter([&["gridchain"][..], arguments].concat()).unwrap()
	}

	fn export(arguments: &[&str]) -> Result<(), String> {
		let cli = parse(&[&["export-chain-spec"][..], arguments].concat());
		let Some(Subcommand::ExportChainSpec(cmd)) = cli.subcommand else { panic!() };
		export_chain_spec(&cmd).map_err(|error| input(&error))
	}

	/// What is wrong with what was asked for.
	fn input(error: &sc_cli::Error) -> String {
		match error {
			sc_cli::Error::Input(text) => text.clone(),
			other => panic!("not an error of input: {other:?}"),
		}
	}

	/// What whoever names no chain is told.
	fn known_chains() -> String {
		let text = chain_spec::load("").map(|_| ()).unwrap_err();
		assert!(text.contains("--chain dev") && text.contains("--chain local"), "{text}");
		text
	}

	#[test]
	fn export_chain_spec_without_a_chain_is_refused_with_the_known_ones() {
		assert_eq!(export(&[]), Err(known_chains()));
		assert_eq!(export(&["--chain", ""]), Err(known_chains()));
		assert_eq!(export(&["--raw"]), Err(known_chains()));
	}

	#[tokio::test]
	async fn build_spec_without_a_chain_is_refused_with_the_known_ones() {
		for arguments in [&["build-spec"][..], &["build-spec", "--chain", ""]] {
			let cli = parse(arguments);
			let Some(Subcommand::BuildSpec(cmd)) = &cli.subcommand else { panic!() };
			let configuration = cli.create_configuration(cmd, tokio::runtime::Handle::current());
			let error = configuration.map(|_| ()).unwrap_err();
			assert_eq!(input(&error), known_chains());
		}
	}

	#[test]
	fn export_chain_spec_writes_the_chain_that_was_named() {
		let directory = tempfile::tempdir().unwrap();
		let path = directory.path().join("chain.json");
		export(&["--chain", "local", "--output", text(&path)]).unwrap();
		let read = ChainSpec::from_json_file(path).unwrap();
		assert_eq!((read.id(), read.name()), ("gridchain_local", "Gridchain Local"));
	}

	#[test]
	fn export_chain_spec_writes_the_state_of_the_genesis_block_when_asked() {
		let directory = tempfile::tempdir().unwrap();
		let genesis_of = |name: &str, options: &[&str]| {
			let path = directory.path().join(name);
			let named = ["--chain", "dev", "--output", text(&path)];
			export(&[&named[..], options].concat()).unwrap();
			let json = fs::read_to_string(path).unwrap();
			let spec: serde_json::Value = serde_json::from_str(&json).unwrap();
			spec["genesis"].as_object().unwrap().keys().cloned().collect::<Vec<_>>()
		};
		assert_eq!(genesis_of("plain.json", &[]), ["runtimeGenesis"]);
		assert_eq!(genesis_of("raw.json", &["--raw"]), ["raw"]);
	}

	#[test]
	fn export_chain_spec_says_which_file_it_cannot_write() {
		let path = PathBuf::from("/nowhere/chain.json");
		let error = export(&["--chain", "dev", "--output", text(&path)]).unwrap_err();
		assert!(error.starts_with("/nowhere/chain.json can't be written: "), "{error}");
	}

	fn text(path: &Path) -> &str {
		path.to_str().unwrap()
	}
}
