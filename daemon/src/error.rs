//! What ends the daemon, and what only ends a connection.

use crate::{
	chain::ChainError, feeder::SourceError, hook::HookError, key::KeyError, state::StateError,
};
use std::{io, net::SocketAddr};

/// What the farmer has to mend. Each sentence says how.
#[derive(Debug, thiserror::Error)]
pub enum Fatal {
	/// The key.
	#[error(transparent)]
	Key(#[from] KeyError),
	/// Whoever sits on an unencrypted line could invent contracts.
	#[error(
		"{url} is not encrypted and not on this computer: use wss://, or --allow-insecure-url if you \
		 trust the line"
	)]
	Insecure {
		/// The node.
		url: String,
	},
	/// Not an address of a node.
	#[error("{url} is no URL of a node, such as ws://127.0.0.1:9944")]
	NoUrl {
		/// What was given.
		url: String,
	},
	/// The source of the price.
	#[error(transparent)]
	Source(#[from] SourceError),
	/// The state directory.
	#[error(transparent)]
	State(#[from] StateError),
	/// The hook.
	#[error(transparent)]
	Hook(#[from] HookError),
	/// The metrics' address.
	#[error("can't serve metrics at {address}: {source}. Give another with --metrics, or `off`")]
	Metrics {
		/// The address.
		address: SocketAddr,
		/// Why.
		source: io::Error,
	},
	/// The log filter.
	#[error("--log takes error, warn, info, debug or a filter such as `info,subxt=debug`: {0}")]
	Log(String),
	/// The system doesn't let signals be handled.
	#[error("can't listen for SIGTERM: {0}")]
	Signals(io::Error),
	/// The system gives no threads.
	#[error("can't start: {0}")]
	Threads(io::Error),
	/// A key that everybody knows, on a chain where it would matter.
	#[error(
		"{chain} is no development chain, and everybody knows the key of --dev-uri. Make one of your own: \
		 `gridchain-daemon key generate --out node.key`, then --key-file node.key"
	)]
	PublicKey {
		/// The chain's name.
		chain: String,
	},
	/// Nothing would run what deployers pay for.
	#[error(
		"{chain} is no development chain, so something must really run the workloads that the daemon \
		 confirms: give --hook"
	)]
	NoHook {
		/// The chain's name.
		chain: String,
	},
	/// The chain will never take this computer as it is.
	#[error("the chain refuses this computer: {0}")]
	Unfit(String),
}

/// What ends the work over one connection.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
	/// The chain has no such node any more: it has to be registered again.
	#[error("the chain knows this node no longer")]
	NodeGone,
	/// The connection, or the node at its other end. Another try may help.
	#[error(transparent)]
	Chain(#[from] ChainError),
	/// The farmer has to mend it.
	#[error(transparent)]
	Fatal(#[from] Fatal),
}

impl From<StateError> for Trouble {
	fn from(error: StateError) -> Self {
		Self::Fatal(error.into())
	}
}
