//! Stopping: SIGTERM and Ctrl-C ask every task to come to an end.

use std::{io, time::Duration};
use tokio::{
	signal::unix::{signal, SignalKind},
	sync::watch,
};

/// How long what has begun may still take after the daemon was asked to stop.
pub const GRACE: Duration = Duration::from_secs(5);

/// Tells whether the daemon was asked to stop.
#[derive(Debug, Clone)]
pub struct Stop(watch::Receiver<bool>);

impl Stop {
	/// Listens for SIGTERM and SIGINT, and logs `word` when one comes.
	pub fn on_signals(word: &'static str) -> io::Result<Self> {
		let mut terminate = signal(SignalKind::terminate())?;
		let mut interrupt = signal(SignalKind::interrupt())?;
		let (sender, stop) = Self::by_hand();
		tokio::spawn(async move {
			tokio::select! {
				_ = terminate.recv() => {},
				_ = interrupt.recv() => {},
			}
			tracing::info!("{word}");
			// Without a receiver there is nothing left to stop.
			let _ = sender.send(true);
		});
		Ok(stop)
	}

	/// One that is set by sending `true`.
	pub fn by_hand() -> (watch::Sender<bool>, Self) {
		let (sender, receiver) = watch::channel(false);
		(sender, Self(receiver))
	}

	/// Whether it was asked.
	pub fn is_set(&self) -> bool {
		*self.0.borrow()
	}

	/// Waits until it is asked.
	pub async fn wait(&self) {
		let mut receiver = self.0.clone();
		if receiver.wait_for(|stop| *stop).await.is_err() {
			// Nobody can ask any more.
			std::future::pending::<()>().await;
		}
	}

	/// Waits for `span`, or until it is asked. Whether it was asked.
	pub async fn sleep(&self, span: Duration) -> bool {
		tokio::select! {
			() = self.wait() => true,
			() = crate::clock::sleep(span) => false,
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[tokio::test]
	async fn sleep_ends_early_when_asked() {
		let (sender, stop) = Stop::by_hand();
		assert!(!stop.sleep(Duration::from_millis(1)).await);
		assert!(!stop.is_set());
		sender.send(true).unwrap();
		assert!(stop.sleep(Duration::from_secs(3_600)).await);
		assert!(stop.is_set());
	}
}
