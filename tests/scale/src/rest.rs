//! The rest between blocks, in which the databases write down what they took.
//!
//! ParityDB takes a block's changes into memory, and its own threads write them afterwards: those of a dozen blocks at
//! a time, when their log has 64 MiB, which keeps two cores busy for a second here. A region's node has nearly six
//! seconds for it.

use std::{
	fs, thread,
	time::{Duration, Instant},
};

/// The rest that a region's node has after a full block, at least.
const LONGEST: Duration = Duration::from_secs(5);
/// How often the threads are looked at.
const GLANCE: Duration = Duration::from_millis(5);
/// After so many glances in a row at which nobody did anything, nobody has anything to do. A thread that is woken by
/// another one is not asleep in between.
const CALM: u32 = 10;

/// Waits until all other threads of this program sleep, which are those of the databases, and for as long as a region's
/// block lets them at the most. Gives for how long they worked, in microseconds. Where the system doesn't tell, it waits
/// for the whole rest and gives 0.
pub fn until_written() -> u64 {
	let began = Instant::now();
	let (mut worked, mut calm) = (Duration::ZERO, 0);
	while calm < CALM && began.elapsed() < LONGEST {
		thread::sleep(GLANCE);
		match others_sleep() {
			Some(true) => calm += 1,
			Some(false) => (worked, calm) = (began.elapsed(), 0),
			None => thread::sleep(LONGEST),
		}
	}
	u64::try_from(worked.as_micros()).unwrap_or(u64::MAX)
}

/// Whether no thread but this one runs or waits for a disk, as Linux tells.
fn others_sleep() -> Option<bool> {
	let own = fs::read_link("/proc/thread-self").ok()?;
	for thread in fs::read_dir("/proc/self/task").ok()? {
		let thread = thread.ok()?;
		if Some(thread.file_name().as_os_str()) == own.file_name() {
			continue;
		}
		// One that has ended meanwhile can't be read, and does nothing.
		let Ok(told) = fs::read_to_string(thread.path().join("stat")) else { continue };
		// Behind the name, which may have anything in it.
		if told.rsplit(") ").next()?.starts_with(['R', 'D']) {
			return Some(false);
		}
	}
	Some(true)
}
