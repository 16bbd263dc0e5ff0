//! How long to wait before the next try: twice as long each time, with jitter.
//!
//! Without jitter, all daemons of a region would knock at the same moment after the node they talk to was
//! restarted, and knock it over again.

use std::{
	hash::{BuildHasher, Hasher, RandomState},
	time::Duration,
};

/// Waiting times that double from `first` to `most`.
#[derive(Debug, Clone)]
pub struct Backoff {
	first: Duration,
	most: Duration,
	failures: u32,
}

impl Backoff {
	/// Waits `first` after the first failure and never longer than `most`.
	pub const fn new(first: Duration, most: Duration) -> Self {
		Self { first, most, failures: 0 }
	}

	/// For the connection to the chain: 1 s to 60 s.
	pub const fn of_connection() -> Self {
		Self::new(Duration::from_secs(1), Duration::from_secs(60))
	}

	/// For a hook or a call that failed: 2 s to 5 min.
	pub const fn of_action() -> Self {
		Self::new(Duration::from_secs(2), Duration::from_secs(300))
	}

	/// Notes a failure and says how long to wait.
	pub fn next(&mut self) -> Duration {
		let whole = self.ceiling();
		self.failures = self.failures.saturating_add(1);
		jittered(whole, random())
	}

	/// How often it has failed since the last success.
	pub fn failures(&self) -> u32 {
		self.failures
	}

	/// Notes a success: the next wait is the shortest again.
	pub fn reset(&mut self) {
		self.failures = 0;
	}

	fn ceiling(&self) -> Duration {
		let factor = 2u32.checked_pow(self.failures).unwrap_or(u32::MAX);
		self.first.saturating_mul(factor).min(self.most)
	}
}

/// Between half of `whole` and `whole`.
fn jittered(whole: Duration, random: u64) -> Duration {
	let half = whole / 2;
	let span = u64::try_from(half.as_millis()).unwrap_or(u64::MAX).saturating_add(1);
	half.saturating_add(Duration::from_millis(random % span))
}

/// A number that differs between processes and calls. It guards nothing, so the standard library's random
/// hasher keys are enough.
fn random() -> u64 {
	RandomState::new().build_hasher().finish()
}

#[cfg(test)]
mod tests {
	use super::*;

	fn seconds(n: u64) -> Duration {
		Duration::from_secs(n)
	}

	#[test]
	fn waits_double_up_to_the_most() {
		let mut backoff = Backoff::of_connection();
		let mut ceilings = Vec::new();
		for _ in 0..8 {
			ceilings.push(backoff.ceiling());
			backoff.next();
		}
		assert_eq!(ceilings, [1, 2, 4, 8, 16, 32, 60, 60].map(seconds));
	}

	#[test]
	fn waits_never_overflow() {
		let mut backoff = Backoff::of_connection();
		for _ in 0..1_000 {
			assert!(backoff.next() <= seconds(60));
		}
		assert_eq!(backoff.failures(), 1_000);
	}

	#[test]
	fn success_starts_over() {
		let mut backoff = Backoff::of_connection();
		for _ in 0..5 {
			backoff.next();
		}
		backoff.reset();
		assert_eq!((backoff.failures(), backoff.ceiling()), (0, seconds(1)));
	}

	#[test]
	fn jitter_stays_between_half_and_whole() {
		assert_eq!(jittered(seconds(8), 0), seconds(4));
		assert_eq!(jittered(seconds(8), 4_000), seconds(8));
		// 4,001 possible values: the 4,002nd number is the first again.
		assert_eq!(jittered(seconds(8), 4_001), seconds(4));
		for _ in 0..100 {
			let wait = jittered(seconds(1), random());
			assert!(wait >= Duration::from_millis(500) && wait <= seconds(1));
		}
	}
}
