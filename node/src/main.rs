#![doc = include_str!("../README.md")]

mod chain_spec;
mod cli;
mod command;
mod components;
mod equivocation;
mod inherents;
mod records;
mod rpc;
mod service;

use std::process::ExitCode;

/// Blocks allocate and free without end, in sizes of all kinds, and take less time with this one than with the system's
/// own allocator (`docs/performance.md`).
#[cfg(target_os = "linux")]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> ExitCode {
	match command::run() {
		Ok(()) => ExitCode::SUCCESS,
		Err(error) => {
			eprintln!("Error: {}", text(&error));
			ExitCode::FAILURE
		},
	}
}

/// What the error says, without the class that it belongs to.
fn text(error: &sc_cli::Error) -> String {
	match error {
		sc_cli::Error::Input(text) => text.clone(),
		sc_cli::Error::Service(sc_service::Error::Application(inner)) => inner.to_string(),
		other => other.to_string(),
	}
}
