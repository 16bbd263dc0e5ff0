//! The price feeder: it tells the chain what TFT is worth, in the name of one member of the oracle.

mod price;
mod source;

pub use source::SourceError;

use crate::{
	backoff::Backoff,
	calls::{CallError, Sender},
	chain::{Chain, ChainError, Memory},
	cli::FeedArgs,
	daemon::{check_urls, key_of, overdue, sentence, GOOD},
	error::{Fatal, Trouble},
	key::{NodeKey, GENERIC_FORMAT},
	say,
	shutdown::Stop,
	text, wire,
};
use gridchain_primitives::{Refusal, Seconds};
use price::UsdPrice;
use source::Source;
use std::time::{Duration, Instant};

/// Why a price was not fed.
#[derive(Debug, thiserror::Error)]
enum NotFed {
	/// There is none.
	#[error(transparent)]
	Source(#[from] SourceError),
	/// The chain wouldn't take it.
	#[error("{0} is no feeder of this region: its government has to add it (feeders.addMember)")]
	NotAFeeder(String),
	/// The chain takes a fee, and gives it back when it has accepted the feed.
	#[error(
		"{0} can't lay out the fee, which comes back with each accepted feed: send it a TFT or two"
	)]
	Poor(String),
	/// It isn't in a block.
	#[error(transparent)]
	Call(CallError),
	/// The connection.
	#[error(transparent)]
	Chain(#[from] ChainError),
}

/// Feeds until it is asked to stop.
pub async fn run(args: FeedArgs) -> Result<(), Fatal> {
	let key = key_of(&args.key)?;
	check_urls(&args.node, args.allow_insecure_url)?;
	let source = Source::new(&args.source, args.allow_insecure_url)?;
	greet(&args, &key.0, &source);
	let stop =
		Stop::on_signals("Stopping: what is being fed is finished").map_err(Fatal::Signals)?;
	Feeder { key, source, every: args.every, stop }.serve(&args.node).await
}

/// Says what comes next.
fn greet(args: &FeedArgs, key: &NodeKey, source: &Source) {
	let every = text::span(Seconds(args.every.as_secs()));
	say(&format!("Gridchain daemon {}", env!("CARGO_PKG_VERSION")));
	say(&format!("Account        {}", key.address(GENERIC_FORMAT)));
	say(&format!("Source         {source}"));
	say(&format!("Next           connect to {}, then feed the price", args.node.join(" or ")));
	say(&format!("               of TFT every {every}. Ctrl-C stops it."));
}

/// Feeds what a source gives.
pub struct Feeder {
	/// The key, and whether everybody knows it.
	key: (NodeKey, bool),
	source: Source,
	every: Duration,
	stop: Stop,
}

impl Feeder {
	#[cfg(test)]
	pub fn of(args: &FeedArgs, key: (NodeKey, bool), stop: Stop) -> Self {
		let source = Source::new(&args.source, false).unwrap();
		Self { key, source, every: args.every, stop }
	}

	async fn serve(&self, nodes: &[String]) -> Result<(), Fatal> {
		tokio::select! {
			end = self.connect_for_ever(nodes) => end?,
			() = overdue(&self.stop) => {},
		}
		tracing::info!("Stopped");
		Ok(())
	}

	/// Connects and feeds, again and again. `Ok` if it was asked to stop.
	async fn connect_for_ever(&self, nodes: &[String]) -> Result<(), Fatal> {
		let mut backoff = Backoff::of_connection();
		let mut memory = Memory::default();
		let mut urls = nodes.iter().cycle();
		while let Some(url) = urls.next().filter(|_| !self.stop.is_set()) {
			let began = Instant::now();
			let trouble = match self.session(url, &mut memory).await {
				Ok(()) => return Ok(()),
				Err(Trouble::Fatal(error)) => return Err(error),
				Err(trouble) => trouble,
			};
			if began.elapsed() >= GOOD {
				backoff.reset();
			}
			let wait = backoff.next();
			let span = text::span(Seconds(wait.as_secs().max(1)));
			tracing::warn!("{}. Trying again in {span}", sentence(&trouble));
			self.stop.sleep(wait).await;
		}
		Ok(())
	}

	async fn session(&self, url: &str, memory: &mut Memory) -> Result<(), Trouble> {
		let chain = Chain::connect(url, memory).await?;
		tracing::info!("Connected to {} at {url}", chain.identity.name);
		self.work(&chain).await
	}

	/// Feeds over one connection. `Ok` if it was asked to stop.
	pub async fn work(&self, chain: &Chain) -> Result<(), Trouble> {
		let (key, is_public) = &self.key;
		if *is_public && !chain.identity.chain_type.is_for_development() {
			return Err(Fatal::PublicKey { chain: chain.identity.name.clone() }.into());
		}
		let sender = Sender::new(chain.clone(), key.clone());
		tokio::select! {
			end = self.feed_for_ever(chain, &sender) => Ok(end?),
			error = chain.heartbeat() => Err(error.into()),
		}
	}

	/// Feeds whenever it is time. `Ok` if it was asked to stop.
	async fn feed_for_ever(&self, chain: &Chain, sender: &Sender) -> Result<(), ChainError> {
		let mut backoff = Backoff::of_action();
		loop {
			let wait = match self.feed(chain, sender).await {
				Ok(price) => {
					let next = text::span(Seconds(self.every.as_secs()));
					tracing::info!("Fed {price} USD for one TFT; next in {next}");
					backoff.reset();
					self.every
				},
				Err(NotFed::Chain(error) | NotFed::Call(CallError::Chain(error))) => {
					return Err(error)
				},
				Err(error) => {
					let wait = backoff.next().min(self.every);
					let span = text::span(Seconds(wait.as_secs().max(1)));
					tracing::warn!("Nothing was fed: {error}. Trying again in {span}");
					wait
				},
			};
			if self.stop.sleep(wait).await {
				return Ok(());
			}
		}
	}

	/// Feeds once.
	async fn feed(&self, chain: &Chain, sender: &Sender) -> Result<UsdPrice, NotFed> {
		let price = self.source.read().await?;
		let account = self.key.0.account();
		let address = || self.key.0.address(chain.identity.ss58_format);
		// Who is no feeder would pay for being told so by the chain.
		if !chain.best().await?.is_feeder(&account).await? {
			return Err(NotFed::NotAFeeder(address()));
		}
		match sender.send(&wire::feed_price(price.inner())).await {
			Ok(_) => Ok(price),
			// The chain's word for an account that can't pay is that of a node without a farm.
			Err(error) if error.refusal() == Some(Refusal::NotAuthorised) => {
				Err(NotFed::Poor(address()))
			},
			Err(error) => Err(NotFed::Call(error)),
		}
	}
}
