//! A program that runs, and what it says.

use crate::binary;
use std::{
	fs::{self, File, OpenOptions},
	path::{Path, PathBuf},
	process::{Child, Command, ExitStatus, Stdio},
	thread,
	time::{Duration, Instant},
};

/// How many lines of a log are shown when a test fails.
const LINES_SHOWN: usize = 40;

/// A program that runs. It is killed when this value goes.
#[derive(Debug)]
pub(crate) struct Process {
	name: &'static str,
	child: Child,
	log: PathBuf,
}

impl Process {
	/// Starts the program `name`. What it says is appended to `log`.
	pub fn start(name: &'static str, arguments: &[String], log: &Path) -> Self {
		let output = append_to(log);
		let errors = output.try_clone().expect("a file handle can be doubled");
		let child = Command::new(binary(name))
			.args(arguments)
			.stdin(Stdio::null())
			.stdout(output)
			.stderr(errors)
			.spawn()
			.unwrap_or_else(|error| panic!("{name} can't be started: {error}"));
		Self { name, child, log: log.to_owned() }
	}

	/// Fails with what it said if it has ended.
	pub fn ensure_running(&mut self) {
		if let Ok(Some(status)) = self.child.try_wait() {
			panic!("{} has ended by itself ({status}). It said last:\n{}", self.name, self.said());
		}
	}

	/// Ends it at once, as a power cut would, and waits until it is gone.
	pub fn kill(&mut self) {
		// It may have ended already, which is what is wanted.
		let _ = self.child.kill();
		let _ = self.child.wait();
	}

	/// Asks it to stop, and gives it `patience` to do so.
	pub fn terminate(&mut self, patience: Duration) -> ExitStatus {
		let id = self.child.id().to_string();
		let asked = Command::new("kill").args(["-TERM", &id]).status();
		assert!(asked.is_ok_and(|status| status.success()), "{} can't be signalled", self.name);
		let asked_at = Instant::now();
		loop {
			if let Ok(Some(status)) = self.child.try_wait() {
				return status;
			}
			let waited = asked_at.elapsed();
			assert!(
				waited < patience,
				"{} didn't stop in {patience:?}:\n{}",
				self.name,
				self.said()
			);
			thread::sleep(Duration::from_millis(20));
		}
	}

	/// The end of its log.
	fn said(&self) -> String {
		let text = fs::read(&self.log).unwrap_or_default();
		let text = String::from_utf8_lossy(&text);
		let lines: Vec<_> = text.lines().collect();
		lines[lines.len().saturating_sub(LINES_SHOWN)..].join("\n")
	}
}

impl Drop for Process {
	fn drop(&mut self) {
		self.kill();
		if thread::panicking() {
			eprintln!("--- the end of {}\n{}\n---", self.log.display(), self.said());
		}
	}
}

fn append_to(log: &Path) -> File {
	OpenOptions::new()
		.create(true)
		.append(true)
		.open(log)
		.unwrap_or_else(|error| panic!("can't write to {}: {error}", log.display()))
}
