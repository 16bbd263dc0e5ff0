//! The command line.

use clap::Parser;
use sc_cli::{CliConfiguration, DatabaseParams, PruningParams, SharedParams};

/// The command line of `gridchain`. Without a command it runs a node.
#[derive(Debug, Parser)]
pub struct Cli {
	/// What to do instead of running a node.
	#[command(subcommand)]
	pub subcommand: Option<Subcommand>,

	/// How to run the node.
	#[clap(flatten)]
	pub run: sc_cli::RunCmd,

	/// When to stop for want of disk space.
	#[clap(flatten)]
	pub storage_monitor: sc_storage_monitor::StorageMonitorParams,
}

/// What `gridchain` does besides running a node.
#[derive(Debug, clap::Subcommand)]
pub enum Subcommand {
	/// Makes, shows and stores keys: of accounts, of sessions, of the node itself.
	#[command(subcommand)]
	Key(sc_cli::KeySubcommand),

	/// Prints the specification of a chain.
	#[allow(deprecated)]
	BuildSpec(sc_cli::BuildSpecCmd),

	/// Writes the specification of a chain to a file, or prints it.
	ExportChainSpec(sc_cli::ExportChainSpecCmd),

	/// Executes a block again and checks it.
	CheckBlock(sc_cli::CheckBlockCmd),

	/// Writes blocks to a file.
	ExportBlocks(sc_cli::ExportBlocksCmd),

	/// Reads blocks from a file and imports them.
	ImportBlocks(sc_cli::ImportBlocksCmd),

	/// Removes a chain's database and the store of its records. Keys stay.
	PurgeChain(sc_cli::PurgeChainCmd),

	/// Takes back the last blocks, as far as they aren't finalized.
	Revert(sc_cli::RevertCmd),

	/// Shows how far the chain's database has come.
	ChainInfo(sc_cli::ChainInfoCmd),

	/// Looks after the store of bills, receipts and payouts.
	#[command(subcommand)]
	Records(RecordsCmd),

	/// Measures what calls cost. Only in a program built with the feature `benchmark`.
	#[cfg(feature = "benchmark")]
	#[command(subcommand)]
	Benchmark(BenchmarkCmd),
}

/// What can be done with the store of records while the node is stopped.
#[derive(Debug, clap::Subcommand)]
pub enum RecordsCmd {
	/// Removes the store and builds it again from the chain's database.
	Reindex(ReindexCmd),
}

/// Removes the store of records and builds it again from the chain's database.
#[derive(Debug, Clone, clap::Args)]
pub struct ReindexCmd {
	/// Which chain, and where.
	#[clap(flatten)]
	pub shared_params: SharedParams,

	/// How its database was pruned.
	#[clap(flatten)]
	pub pruning_params: PruningParams,

	/// How its database is read.
	#[clap(flatten)]
	pub database_params: DatabaseParams,
}

impl CliConfiguration for ReindexCmd {
	fn shared_params(&self) -> &SharedParams {
		&self.shared_params
	}

	fn pruning_params(&self) -> Option<&PruningParams> {
		Some(&self.pruning_params)
	}

	fn database_params(&self) -> Option<&DatabaseParams> {
		Some(&self.database_params)
	}
}

/// What can be measured.
#[cfg(feature = "benchmark")]
#[derive(Debug, clap::Subcommand)]
pub enum BenchmarkCmd {
	/// Measures the calls and hooks of pallets and writes their weights.
	Pallet(Box<frame_benchmarking_cli::PalletCmd>),
	/// Compares this machine with the one that weights are meant for.
	Machine(frame_benchmarking_cli::MachineCmd),
}
