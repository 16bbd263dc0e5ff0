//! Following the contracts of this node, and having the hook do what they ask for.
//!
//! Events only tell when to look; what to do is read from the state of a finalized block, so that a missed
//! event, a restart or a fork leaves nothing behind.

use crate::{
	backoff::Backoff,
	calls::{CallError, Sender},
	chain::{Chain, ChainError, View},
	clock,
	error::Trouble,
	hook::{Hook, HookAction, Task},
	metrics::Metrics,
	reconcile::{reconcile, Action, OnChain, OnNode, Rent},
	shutdown::Stop,
	state::{Document, Phase, StateError, Store, Workload},
	traffic, wire,
};
use gridchain_primitives::Refusal;
use std::{
	collections::{BTreeMap, BTreeSet},
	sync::Arc,
	time::Duration,
};
use tokio::{
	task::{JoinError, JoinSet},
	time::{sleep_until, Instant},
};

/// Every so many blocks the state is looked at without a reason.
const SWEEP: u64 = 50;
/// How long a confirmation may take to show in finalized state before it is sent again.
const CONFIRMATION: Duration = Duration::from_secs(60);

/// The workloads of this node. They outlive connections: a hook that runs goes on while the chain is away.
#[derive(Debug)]
pub struct Workloads {
	store: Store,
	hook: Arc<Hook>,
	metrics: Arc<Metrics>,
	jobs: JoinSet<Done>,
	busy: BTreeSet<u64>,
	delays: BTreeMap<u64, Delay>,
	/// As it was last looked at.
	rent: Rent,
}

/// What has been done.
#[derive(Debug)]
struct Done {
	contract: u64,
	action: Action,
	/// The document that it has from now on.
	document: Document,
	result: Result<(), String>,
}

/// An action that is to wait.
#[derive(Debug)]
struct Delay {
	action: Action,
	until: Instant,
	backoff: Backoff,
}

impl Workloads {
	/// Those that `store` remembers.
	pub fn new(store: Store, hook: Hook, metrics: Arc<Metrics>) -> Self {
		metrics.set_workloads(store.workloads());
		Self {
			store,
			hook: Arc::new(hook),
			metrics,
			jobs: JoinSet::new(),
			busy: BTreeSet::new(),
			delays: BTreeMap::new(),
			rent: Rent::None,
		}
	}

	/// What is remembered.
	pub fn store(&mut self) -> &mut Store {
		&mut self.store
	}

	/// What runs the workloads.
	pub fn hook(&self) -> &Hook {
		&self.hook
	}

	/// Follows the contracts of `node` until the daemon is asked to stop.
	pub async fn run(
		&mut self,
		chain: &Chain,
		sender: &Arc<Sender>,
		node: u32,
		stop: &Stop,
	) -> Result<(), Trouble> {
		let mut blocks = chain.finalized_blocks().await?;
		let mut look = true;
		loop {
			if look {
				let view = chain.finalized().await?;
				self.look(&view, sender, node).await?;
			}
			let retry = self.next_retry();
			look = tokio::select! {
				() = stop.wait() => return Ok(()),
				block = blocks.next() => {
					let block = block.ok_or(ChainError::Closed)?.map_err(ChainError::from)?;
					let view = View::of(block.at().await.map_err(ChainError::from)?);
					self.follow(&view, node).await?
				},
				Some(done) = self.jobs.join_next() => {
					self.finish(done)?;
					true
				},
				() = until(retry) => true,
			};
		}
	}

	/// Lets the hooks that run come to their end, and remembers what they did.
	pub async fn settle(&mut self) -> Result<(), StateError> {
		while let Some(done) = self.jobs.join_next().await {
			self.finish(done)?;
		}
		Ok(())
	}

	/// Whether a finalized block gives a reason to look.
	async fn follow(&mut self, view: &View, node: u32) -> Result<bool, Trouble> {
		self.store.follow(view.number())?;
		self.metrics.set_finalized(view.number());
		Ok(view.number().is_multiple_of(SWEEP)
			|| view.touches(node, self.store.workloads()).await?)
	}

	/// Compares what the chain says with what runs here, and begins what is to be done.
	async fn look(&mut self, view: &View, sender: &Arc<Sender>, node: u32) -> Result<(), Trouble> {
		let seen = self.store.finalized();
		if view.number() < seen {
			// What it doesn't know yet would look as if it had ended.
			return Err(ChainError::Behind { at: view.number(), seen }.into());
		}
		let there = view.contracts(node).await?;
		if there.rent != self.rent {
			tracing::info!("{}", there.rent);
			self.rent = there.rent;
		}
		let actions = reconcile(&there, self.store.workloads());
		self.delays.retain(|contract, delay| actions.contains(&(delay.action, *contract)));
		let now = Instant::now();
		for (action, contract) in actions {
			let waits = self.delays.get(&contract).is_some_and(|delay| delay.until > now);
			if !waits && !self.busy.contains(&contract) {
				self.begin(action, contract, &there, sender, node)?;
			}
		}
		self.metrics.set_workloads(self.store.workloads());
		Ok(())
	}

	fn begin(
		&mut self,
		action: Action,
		contract: u64,
		there: &OnNode,
		sender: &Arc<Sender>,
		node: u32,
	) -> Result<(), StateError> {
		let now = there.workloads.get(&contract).and_then(OnChain::document);
		let Some(document) = self.document(action, contract, now) else { return Ok(()) };
		if action == Action::Deploy && !self.store.workloads().contains_key(&contract) {
			// Remembered before it begins, so that what a crash leaves half done is ended with its contract.
			let workload = Workload { phase: Phase::Starting, document: document.clone() };
			self.store.put(contract, workload)?;
		}
		tracing::info!("Contract {contract}: {}", announcement(action));
		self.busy.insert(contract);
		let told = told(action, &document, now);
		let (hook, sender) = (self.hook.clone(), sender.clone());
		self.jobs.spawn(async move {
			let result = match hook_action(action) {
				Some(action) => {
					let task = Task { action, contract, node, document: told };
					hook.run(&task).await.map_err(|error| error.to_string())
				},
				None => confirm(&sender, contract).await,
			};
			Done { contract, action, document, result }
		});
		Ok(())
	}

	/// What a workload has when an action is done: after a deployment what the chain has `now`, else what it had.
	fn document(&self, action: Action, contract: u64, now: Option<&Document>) -> Option<Document> {
		match (action, now) {
			(Action::Deploy, Some(now)) => Some(now.clone()),
			_ => self.store.workloads().get(&contract).map(|workload| workload.document.clone()),
		}
	}

	fn finish(&mut self, done: Result<Done, JoinError>) -> Result<(), StateError> {
		let Done { contract, action, document, result } = match done {
			Ok(done) => done,
			Err(error) => {
				// A task of ours that panics has a bug; the contract it held is free again.
				tracing::error!("A task has failed: {error}");
				self.busy.clear();
				return Ok(());
			},
		};
		self.busy.remove(&contract);
		match result {
			Ok(()) => self.succeed(contract, action, document),
			Err(reason) => {
				self.fail(contract, action, &reason);
				Ok(())
			},
		}
	}

	fn succeed(
		&mut self,
		contract: u64,
		action: Action,
		document: Document,
	) -> Result<(), StateError> {
		self.delays.remove(&contract);
		tracing::info!("Contract {contract}: {}", outcome(action));
		match action {
			Action::Deploy | Action::Resume => {
				self.store.put(contract, Workload { phase: Phase::Running, document })
			},
			Action::Suspend => {
				self.store.put(contract, Workload { phase: Phase::Suspended, document })
			},
			Action::End => {
				traffic::forget(self.hook.traffic(), contract);
				self.store.remove(contract)
			},
			Action::Confirm => {
				// It is in a block, and shows in finalized state a little later.
				let until = clock::after(CONFIRMATION);
				let backoff = Backoff::of_action();
				self.delays.insert(contract, Delay { action, until, backoff });
				Ok(())
			},
		}
	}

	fn fail(&mut self, contract: u64, action: Action, reason: &str) {
		if action != Action::Confirm {
			self.metrics.count_hook_failure();
		}
		let before = self.delays.remove(&contract).filter(|delay| delay.action == action);
		let mut backoff = before.map_or_else(Backoff::of_action, |delay| delay.backoff);
		let wait = backoff.next();
		tracing::warn!(
			"Contract {contract}: {} failed (try {}): {reason}. Trying again in {} s",
			announcement(action),
			backoff.failures(),
			wait.as_secs().max(1),
		);
		self.delays.insert(contract, Delay { action, until: clock::after(wait), backoff });
	}

	/// When the next action that waits is due. What has been due for a while has been begun.
	fn next_retry(&self) -> Option<Instant> {
		let waiting = self.delays.iter().filter(|(contract, _)| !self.busy.contains(contract));
		waiting.map(|(_, delay)| delay.until).min()
	}
}

/// What the hook is told of a workload that has `document`. When it is started again, that is its public IPs of
/// `now`: one that was withdrawn meanwhile must not serve for a moment. Whatever else has changed, and these too,
/// is deployed after that.
fn told(action: Action, document: &Document, now: Option<&Document>) -> Document {
	match (action, now) {
		(Action::Resume, Some(now)) => {
			Document { public_ips: now.public_ips.clone(), ..document.clone() }
		},
		_ => document.clone(),
	}
}

async fn until(moment: Option<Instant>) {
	match moment {
		Some(moment) => sleep_until(moment).await,
		None => std::future::pending().await,
	}
}

async fn confirm(sender: &Sender, contract: u64) -> Result<(), String> {
	match sender.send(&wire::confirm_workload(contract)).await {
		Ok(_) => Ok(()),
		Err(error) if error.refusal() == Some(Refusal::AlreadyConfirmed) => Ok(()),
		Err(CallError::Chain(error)) => Err(error.to_string()),
		Err(error) => Err(error.to_string()),
	}
}

fn hook_action(action: Action) -> Option<HookAction> {
	match action {
		Action::Deploy => Some(HookAction::Deploy),
		Action::Suspend => Some(HookAction::Suspend),
		Action::Resume => Some(HookAction::Resume),
		Action::End => Some(HookAction::End),
		Action::Confirm => None,
	}
}

fn announcement(action: Action) -> &'static str {
	match action {
		Action::Deploy => "deploying",
		Action::Suspend => "suspending, it isn't paid for",
		Action::Resume => "resuming",
		Action::End => "ending",
		Action::Confirm => "confirming to the chain",
	}
}

fn outcome(action: Action) -> &'static str {
	match action {
		Action::Deploy | Action::Resume => "runs",
		Action::Suspend => "suspended, its data is kept",
		Action::End => "ended, its data is deleted",
		Action::Confirm => "confirmed, billing begins",
	}
}
