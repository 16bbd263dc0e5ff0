#![doc = include_str!("../README.md")]

mod backoff;
mod calls;
mod chain;
mod cli;
mod clock;
mod daemon;
mod error;
mod feeder;
mod hardware;
mod hook;
mod key;
mod metrics;
mod reconcile;
mod refusal;
mod registration;
mod release;
mod reporter;
mod shutdown;
mod state;
#[cfg(test)]
mod tests;
mod text;
mod traffic;
mod wire;
mod workloads;

use clap::Parser;
use cli::{Cli, Command, HardwareArgs, KeyCommand};
use error::Fatal;
use hardware::Hardware;
use key::NodeKey;
use std::{
	fmt,
	io::{self, IsTerminal, Write},
	process::ExitCode,
};
use tracing_subscriber::{
	fmt::{
		format::Writer,
		time::{FormatTime, SystemTime},
	},
	EnvFilter,
};

fn main() -> ExitCode {
	let cli = Cli::parse();
	match execute(cli) {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("error: {error}");
			ExitCode::FAILURE
		},
	}
}

fn execute(cli: Cli) -> Result<(), Fatal> {
	match cli.command {
		Command::Run(args) => {
			log_to_stdout(&cli.log)?;
			runtime()?.block_on(daemon::run(*args))
		},
		Command::FeedPrice(args) => {
			log_to_stdout(&cli.log)?;
			runtime()?.block_on(feeder::run(*args))
		},
		Command::Hardware(args) => show(&args),
		Command::Key(KeyCommand::Generate { out, ss58_format }) => {
			let key = NodeKey::generate(&out)?;
			say(&format!("The key is in {}: keep a copy in a safe place.", out.display()));
			say(&format!("Address: {}", key.address(ss58_format)));
			say("Next: the farmer calls farms.authoriseNode with this address.");
			Ok(())
		},
		Command::Key(KeyCommand::Address { key, ss58_format }) => {
			say(&daemon::key_of(&key)?.0.address(ss58_format));
			Ok(())
		},
	}
}

fn show(args: &HardwareArgs) -> Result<(), Fatal> {
	let hardware = Hardware::detect(args.rule.disks);
	if args.json {
		// A struct of numbers and texts always has a JSON form.
		say(&serde_json::to_string_pretty(&hardware).unwrap_or_default());
	} else {
		say(hardware::table(&hardware).trim_end());
	}
	Ok(())
}

fn runtime() -> Result<tokio::runtime::Runtime, Fatal> {
	tokio::runtime::Builder::new_multi_thread()
		.worker_threads(2)
		.enable_all()
		.build()
		.map_err(Fatal::Threads)
}

/// What the libraries say matters to developers only, unless the filter asks for it.
fn log_to_stdout(filter: &str) -> Result<(), Fatal> {
	let quiet = ["subxt", "jsonrpsee", "soketto", "rustls", "hyper"];
	let directives = quiet.iter().map(|name| format!("{name}=warn"));
	let all: Vec<_> = directives.chain([filter.to_owned()]).collect();
	let filter =
		EnvFilter::try_new(all.join(",")).map_err(|error| Fatal::Log(error.to_string()))?;
	tracing_subscriber::fmt()
		.with_env_filter(filter)
		.with_target(false)
		.with_timer(ToTheSecond)
		.with_ansi(io::stdout().is_terminal())
		.init();
	Ok(())
}

/// The time in UTC without fractions of a second: `2026-11-21T04:17:59Z`.
struct ToTheSecond;

impl FormatTime for ToTheSecond {
	fn format_time(&self, writer: &mut Writer<'_>) -> fmt::Result {
		let mut text = String::new();
		SystemTime.format_time(&mut Writer::new(&mut text))?;
		let whole = text.split('.').next().unwrap_or_default();
		write!(writer, "{whole}Z")
	}
}

/// Prints a line. Whoever reads it may have gone away, which is no reason to fail.
fn say(text: &str) {
	let _ = writeln!(io::stdout(), "{text}");
}
