//! The command line.

use clap::{Arg, ArgMatches, Args, Command, FromArgMatches, Parser};
use sc_cli::{CliConfiguration, DatabaseParams, PruningParams, SharedParams};
use std::path::PathBuf;

/// The command line of `gridchain`. Without a command it runs a node.
#[derive(Debug, Parser)]
pub struct Cli {
	/// What to do instead of running a node.
	#[command(subcommand)]
	pub subcommand: Option<Subcommand>,

	/// How to run the node.
	#[clap(flatten)]
	pub run: Run,

	/// When to stop for want of disk space.
	#[clap(flatten)]
	pub storage_monitor: sc_storage_monitor::StorageMonitorParams,
}

/// How to run the node: as every node of the SDK, but for a default.
#[derive(Debug)]
pub struct Run(pub sc_cli::RunCmd);

impl Run {
	/// How much of the state's trie a node keeps in memory unless told, in bytes: nothing. The database's files are in
	/// the system's memory already, and to copy nodes of the trie into the SDK's cache and back takes longer than to
	/// read them there (ADR 18). `scripts/scale.sh` measures with what stands here.
	const TRIE_CACHE: &str = "0";
}

impl FromArgMatches for Run {
	fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
		sc_cli::RunCmd::from_arg_matches(matches).map(Self)
	}

	fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
		self.0.update_from_arg_matches(matches)
	}
}

impl Args for Run {
	fn augment_args(command: Command) -> Command {
		let with_default = |argument: Arg| argument.default_value(Self::TRIE_CACHE);
		sc_cli::RunCmd::augment_args(command).mut_arg("trie_cache_size", with_default)
	}

	fn augment_args_for_update(command: Command) -> Command {
		sc_cli::RunCmd::augment_args_for_update(command)
	}
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
	ExportChainSpec(ExportChainSpecCmd),

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

// The SDK's own command exports the chain `local` when none is named.
/// Writes the specification of a chain to a file, or prints it.
#[derive(Debug, Clone, clap::Args)]
pub struct ExportChainSpecCmd {
	/// Which chain: a known name, or the path of a specification. There is no default.
	#[arg(long, value_name = "CHAIN_SPEC")]
	pub chain: Option<String>,

	/// The file to write. Without it the specification is printed.
	#[arg(long, value_name = "FILE")]
	pub output: Option<PathBuf>,

	/// Write the whole state of the genesis block, as a live chain's nodes need it, instead of what the
	/// runtime makes it from.
	#[arg(long)]
	pub raw: bool,
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

#[cfg(test)]
mod tests {
	use super::*;
	use clap::CommandFactory;
	use sc_cli::SubstrateCli;
	use std::collections::BTreeSet;

	fn parse(arguments: &[&str]) -> Result<Cli, clap::Error> {
		Cli::try_from_iter([&["gridchain"][..], arguments].concat())
	}

	#[test]
	fn command_line_is_consistent() {
		// In a release build clap checks next to nothing here, so names are looked at as well.
		Cli::command().debug_assert();
		let mut whole = Cli::setup_command(Cli::command());
		whole.build();
		ensure_each_name_means_one_thing(&whole);
	}

	#[test]
	fn node_keeps_no_copy_of_the_trie_unless_told() {
		let kept = |arguments: &[&str]| {
			let cli = parse(arguments).unwrap();
			cli.run.0.import_params.trie_cache_maximum_size()
		};
		assert_eq!(kept(&["--dev"]), None);
		assert_eq!(kept(&["--dev", "--trie-cache-size", "1000"]), Some(1_000));
	}

	fn ensure_each_name_means_one_thing(command: &clap::Command) {
		let mut names = BTreeSet::new();
		for argument in command.get_arguments() {
			let long = argument.get_long().into_iter();
			let aliases = argument.get_all_aliases().unwrap_or_default();
			let all = long.chain(aliases).map(|name| format!("--{name}"));
			for name in all.chain(argument.get_short().map(|name| format!("-{name}"))) {
				let told = format!("{name} means two things to {}", command.get_name());
				assert!(names.insert(name), "{told}");
			}
		}
		command.get_subcommands().for_each(ensure_each_name_means_one_thing);
	}

	#[test]
	fn export_chain_spec_has_the_flags_that_it_has_in_every_node() {
		let cli = parse(&["export-chain-spec", "--chain", "local", "--raw", "--output", "x.json"]);
		let Some(Subcommand::ExportChainSpec(cmd)) = cli.unwrap().subcommand else { panic!() };
		assert_eq!((cmd.chain.as_deref(), cmd.raw), (Some("local"), true));
		assert_eq!(cmd.output, Some("x.json".into()));
	}

	#[test]
	fn export_chain_spec_takes_no_chain_for_granted() {
		let cli = parse(&["export-chain-spec"]).unwrap();
		let Some(Subcommand::ExportChainSpec(cmd)) = cli.subcommand else { panic!() };
		assert_eq!((cmd.chain, cmd.raw, cmd.output), (None, false, None));
	}
}
