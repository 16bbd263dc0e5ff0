//! The daemon as a whole: it greets, connects, works, and connects again for ever.

use crate::{
	backoff::Backoff,
	calls::Sender,
	chain::{Chain, Identity, Memory},
	cli::{KeyArgs, RunArgs},
	error::{Fatal, Trouble},
	hardware::Hardware,
	hook::Hook,
	key::{NodeKey, GENERIC_FORMAT},
	metrics::{self, Metrics},
	registration::{self, Description},
	release::Advice,
	reporter::Reporter,
	say,
	shutdown::{Stop, GRACE},
	state::Store,
	traffic, wire,
	workloads::Workloads,
};
use gridchain_primitives::Seconds;
use std::{
	sync::Arc,
	time::{Duration, Instant},
};
use subxt::rpcs::utils::url_is_secure;

/// A connection that has lasted this long was a good one: the next failure is the first.
pub const GOOD: Duration = Duration::from_secs(60);

/// The key that the options name, and whether everybody knows it.
pub fn key_of(args: &KeyArgs) -> Result<(NodeKey, bool), Fatal> {
	match (&args.key_file, &args.dev_uri) {
		(Some(path), _) => Ok((NodeKey::from_file(path)?, false)),
		(None, uri) => Ok((NodeKey::from_dev_uri(uri.as_deref().unwrap_or_default())?, true)),
	}
}

/// Runs the node until it is asked to stop.
pub async fn run(mut args: RunArgs) -> Result<(), Fatal> {
	// The hook gets paths in it, whatever directory it makes its own.
	args.state_dir = std::path::absolute(&args.state_dir).unwrap_or(args.state_dir);
	let (key, public_key) = key_of(&args.key)?;
	check_urls(&args.url, args.allow_insecure_url)?;
	let counters = args.state_dir.join(traffic::DIRECTORY);
	let hook = Hook::new(args.hook.as_deref(), args.hook_timeout, counters)?;
	let store = Store::open(&args.state_dir)?;
	let hardware = Hardware::detect(args.hardware.disks);
	greet(&args, &key, &hardware, &hook);

	let stopping = "Stopping: what has begun is finished, the workloads go on";
	let stop = Stop::on_signals(stopping).map_err(Fatal::Signals)?;
	let mut daemon = Daemon::new(args, (key, public_key), &hardware, hook, store, stop);
	daemon.serve_metrics().await?;
	daemon.serve().await
}

/// Refuses what is no URL, and an unencrypted line to another computer, unless it is `trusted`.
pub fn check_urls(urls: &[String], trusted: bool) -> Result<(), Fatal> {
	for url in urls {
		match url_is_secure(url) {
			Ok(secure) if secure || trusted => {},
			Ok(_) => return Err(Fatal::Insecure { url: url.clone() }),
			Err(_) => return Err(Fatal::NoUrl { url: url.clone() }),
		}
	}
	Ok(())
}

/// Says what was found and what comes next.
fn greet(args: &RunArgs, key: &NodeKey, hardware: &Hardware, hook: &Hook) {
	say(&format!("Gridchain daemon {}", env!("CARGO_PKG_VERSION")));
	say(&format!("This computer  {hardware}"));
	say(&format!("Account        {}", key.address(GENERIC_FORMAT)));
	say(&format!("State          {}", args.state_dir.display()));
	say(&format!("Hook           {}", hook.describe()));
	say(&format!(
		"Next           connect to {}, register once farm {} has authorised the account,",
		args.url.join(" or "),
		args.farm
	));
	say("               then report, and run what is rented. Ctrl-C stops it.");
}

/// All that lives longer than a connection.
pub struct Daemon {
	args: RunArgs,
	key: NodeKey,
	public_key: bool,
	description: Description,
	reporter: Reporter,
	workloads: Workloads,
	metrics: Arc<Metrics>,
	stop: Stop,
}

impl Daemon {
	/// `key` comes with whether everybody knows it.
	pub fn new(
		args: RunArgs,
		(key, public_key): (NodeKey, bool),
		hardware: &Hardware,
		hook: Hook,
		store: Store,
		stop: Stop,
	) -> Self {
		let metrics = Arc::new(Metrics::default());
		let description = Description {
			hardware: hardware.resources().into(),
			details: wire::Details::of(hardware, args.place.location()),
		};
		let reporter = Reporter {
			wanted: args.report_interval,
			counters: hook.traffic().to_owned(),
			description: description.clone(),
			metrics: metrics.clone(),
			told: traffic::Told::default(),
			advice: Advice::default(),
		};
		let workloads = Workloads::new(store, hook, metrics.clone());
		Self { args, key, public_key, description, reporter, workloads, metrics, stop }
	}

	async fn serve_metrics(&self) -> Result<(), Fatal> {
		let Some(address) = self.args.metrics.0 else { return Ok(()) };
		let serving = metrics::serve(address, self.metrics.clone()).await;
		let address = serving.map_err(|source| Fatal::Metrics { address, source })?;
		tracing::info!("Metrics are at http://{address}/metrics");
		Ok(())
	}

	/// Works until it is asked to stop, and gives what has begun a little time to end.
	async fn serve(&mut self) -> Result<(), Fatal> {
		let stop = self.stop.clone();
		tokio::select! {
			end = self.connect_for_ever() => end?,
			() = overdue(&stop) => {},
		}
		self.settle().await?;
		tracing::info!("Stopped");
		Ok(())
	}

	/// Gives the hooks that run a little time to end, and remembers what they did.
	pub async fn settle(&mut self) -> Result<(), Fatal> {
		let settling = tokio::time::timeout(GRACE, self.workloads.settle());
		// A hook that needs longer is stopped with the daemon, and asked again by the next one.
		Ok(settling.await.unwrap_or(Ok(()))?)
	}

	/// Connects and works, again and again. `Ok` if the daemon was asked to stop.
	async fn connect_for_ever(&mut self) -> Result<(), Fatal> {
		let mut backoff = Backoff::of_connection();
		let mut memory = Memory::default();
		let mut urls = self.args.url.clone().into_iter().cycle();
		while let Some(url) = urls.next().filter(|_| !self.stop.is_set()) {
			let began = Instant::now();
			let end = self.session(&url, &mut memory).await;
			self.metrics.set_connected(false);
			let trouble = match end {
				Ok(()) => return Ok(()),
				Err(Trouble::Fatal(error)) => return Err(error),
				Err(trouble) => trouble,
			};
			if began.elapsed() >= GOOD {
				backoff.reset();
			}
			self.metrics.count_reconnect();
			let wait = backoff.next();
			let span = crate::text::span(Seconds(wait.as_secs().max(1)));
			tracing::warn!("{}. Trying again in {span}; workloads go on", sentence(&trouble));
			self.stop.sleep(wait).await;
		}
		Ok(())
	}

	/// Connects, and works until the connection is lost.
	async fn session(&mut self, url: &str, memory: &mut Memory) -> Result<(), Trouble> {
		let chain = Chain::connect(url, memory).await?;
		tracing::info!("Connected to {} at {url}", chain.identity.name);
		self.work(&chain).await
	}

	/// Works over one connection. `Ok` if the daemon was asked to stop.
	pub async fn work(&mut self, chain: &Chain) -> Result<(), Trouble> {
		self.claim(&chain.identity)?;
		self.metrics.set_connected(true);
		let sender = Arc::new(Sender::new(chain.clone(), self.key.clone()));
		let Self { args, key, description, stop, .. } = &*self;
		let found = registration::ensure(chain, &sender, key, description, args.farm, stop).await?;
		let Some(registered) = found else { return Ok(()) };
		tracing::info!("This computer is node {}", registered.node);
		self.metrics.set_node(registered.node);

		let reports = self.reporter.run(chain, &sender, registered, &self.stop);
		let contracts = self.workloads.run(chain, &sender, registered.node, &self.stop);
		tokio::select! {
			end = async { tokio::try_join!(reports, contracts) } => end.map(|_| ()),
			error = chain.heartbeat() => Err(error.into()),
		}
	}

	/// Ties the state to this chain, and refuses what only a development chain allows.
	fn claim(&mut self, chain: &Identity) -> Result<(), Fatal> {
		let name = || chain.name.clone();
		if !chain.chain_type.is_for_development() {
			if self.public_key {
				return Err(Fatal::PublicKey { chain: name() });
			}
			if !self.workloads.hook().is_real() {
				return Err(Fatal::NoHook { chain: name() });
			}
		}
		let account = self.key.address(GENERIC_FORMAT);
		Ok(self.workloads.store().claim(&chain.genesis, &account)?)
	}
}

/// Ends a while after the daemon was asked to stop.
pub async fn overdue(stop: &Stop) {
	stop.wait().await;
	crate::clock::sleep(GRACE).await;
}

/// With a capital letter.
pub fn sentence(trouble: &Trouble) -> String {
	let text = trouble.to_string();
	let mut chars = text.chars();
	chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
