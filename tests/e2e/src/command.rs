//! A command that is run to its end.

use crate::binary;
use std::{path::Path, process::Stdio, time::Duration};
use tokio::{process::Command, time::timeout};

/// How long a command may take. Most compile the runtime first, like a node.
const PATIENCE: Duration = Duration::from_secs(240);

/// How a command ended, and what it said.
#[derive(Debug)]
pub struct Ended {
	command: String,
	/// Its exit code; none if it was killed.
	pub code: Option<i32>,
	/// What it wrote to its standard output.
	pub output: String,
	/// What it wrote to its standard error, its log among it.
	pub errors: String,
}

/// Runs `gridchain` with these arguments. Nobody answers what it asks.
pub async fn gridchain(arguments: &[&str]) -> Ended {
	let command = format!("gridchain {}", arguments.join(" "));
	let running = Command::new(binary("gridchain"))
		.args(arguments)
		.stdin(Stdio::null())
		.kill_on_drop(true)
		.output();
	let ended = timeout(PATIENCE, running).await;
	let ended = ended.unwrap_or_else(|_| panic!("{command} hasn't ended after {PATIENCE:?}"));
	let ended = ended.unwrap_or_else(|error| panic!("{command} can't be run: {error}"));
	let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
	let (output, errors) = (text(&ended.stdout), text(&ended.stderr));
	Ended { command, code: ended.status.code(), output, errors }
}

/// Runs a command of `gridchain` upon the development chain that lies in `base`.
pub async fn gridchain_upon(base: &Path, command: &[&str]) -> Ended {
	let base = base.display().to_string();
	gridchain(&[command, &["--chain", "dev", "--base-path", &base]].concat()).await
}

impl Ended {
	/// Fails unless it ended well.
	pub fn well(self) -> Self {
		assert_eq!(self.code, Some(0), "{} failed:\n{}{}", self.command, self.output, self.errors);
		self
	}

	/// Fails unless it said `sentence`, on whichever output.
	pub fn saying(self, sentence: &str) -> Self {
		let said = self.output.contains(sentence) || self.errors.contains(sentence);
		let (output, errors) = (&self.output, &self.errors);
		assert!(said, "{} doesn't say \"{sentence}\":\n{output}{errors}", self.command);
		self
	}
}
