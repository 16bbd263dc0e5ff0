//! Waiting.

use std::time::Duration;
use tokio::time::Instant;

/// Tests live this many times faster, so that a minute of a node's life fits into a second of theirs.
const SPEED: u32 = if cfg!(test) { 50 } else { 1 };

/// Waits for `span`.
pub async fn sleep(span: Duration) {
	tokio::time::sleep(span / SPEED).await;
}

/// The moment that comes after `span`.
pub fn after(span: Duration) -> Instant {
	Instant::now() + span / SPEED
}
