//! Power cuts and silence.

use gridchain_e2e::*;
use std::time::Duration;

/// How long a daemon may take to join or to come back: it waits up to a minute before it tries again.
const DAEMON: Duration = Duration::from_secs(180);
/// How long the chain may take to bill one window.
const ONE_WINDOW: Duration = Duration::from_secs(WINDOW + 120);

/// A region in which this computer has joined a farm, and a contract runs on it.
struct Scene {
	chain: Chain,
	client: Client,
	daemon: Daemon,
	contract: Contract,
	node: u32,
}

impl Scene {
	async fn set() -> Self {
		let mut chain = Chain::start().await;
		let client = chain.client().await;
		let (deployer, account) = (key("//Charlie"), account_of(&key("//Node1")));
		tokio::join!(
			found_farm(&client, std::slice::from_ref(&account)),
			become_twin(&client, &deployer),
		);
		let daemon = Daemon::start(&chain, "//Node1");
		let joined =
			client.first::<NodeRegistered>(1, DAEMON, |joined| joined.account == account).await;
		let node = joined.event.node;
		client.first::<Reported>(joined.block, DAEMON, |report| report.node == node).await;
		let contract = run_small(&client, &deployer, node).await;
		Self { chain, client, daemon, contract, node }
	}

	/// Waits for a report of the node in a block above the best one.
	async fn reports_again(&self) -> Happened<Reported> {
		let next = self.client.best().await.number() + 1;
		self.client.first::<Reported>(next, DAEMON, |report| report.node == self.node).await
	}

	/// Waits for a bill of the contract that begins where `bill` ended.
	async fn follows(&self, bill: &Happened<Billed>) -> Happened<Billed> {
		let (contract, until) = (self.contract.id, bill.event.to);
		let follows = |next: &Billed| next.contract == contract && next.from == until;
		self.client.first(bill.block, ONE_WINDOW, follows).await
	}

	/// Waits for the contract's first bill.
	async fn first_bill(&self) -> Happened<Billed> {
		let contract = self.contract.id;
		let of_contract = |bill: &Billed| bill.contract == contract;
		self.client.first(self.contract.confirmed, ONE_WINDOW, of_contract).await
	}
}

pub async fn power_cuts_of_daemon_and_validator_lose_and_double_no_bill() {
	let mut scene = Scene::set().await;
	scene.daemon.kill();
	scene.daemon.restart();
	scene.reports_again().await;

	scene.first_bill().await;
	// The block of this bill isn't final yet, nor is it certain that the database has it.
	scene.client = scene.chain.kill_and_restart().await;
	scene.reports_again().await;
	// The bill of the lost block may have been made again, with another end.
	let first = scene.first_bill().await;
	let second = scene.follows(&first).await;
	let deployer = key("//Charlie");
	let cancellation = scene.client.send(&deployer, &call::cancel(scene.contract.id)).await;

	let history = scene.client.history(cancellation.block).await;
	ensure_one_registration(&scene, &history);
	let bills = history.only::<Billed>(|bill| bill.contract == scene.contract.id);
	assert_eq!(bills.last().map(|bill| bill.kind), Some(BillKind::End));
	assert!(bills.len() >= 3 && bills.contains(&second.event), "{bills:?}");
	ensure_bills_follow_each_other(&bills, scene.contract.started);
	bills.iter().for_each(|bill| ensure_bill_adds_up(bill, SMALL_USD_PER_HOUR));
	let ended_at = scene.client.at(cancellation.block).await.time().await;
	assert_eq!(bills.last().map(|bill| bill.to), Some(ended_at), "no bill is lost at the end");
	assert_eq!(history.of::<BillFailed>().len(), 0);
	ensure_windows_keep_their_pace(&scene, &history);

	let told: Vec<_> = bills.iter().map(BillLine::from).collect();
	let (page, lines) = scene.client.bills(scene.contract.id, cancellation.block).await;
	assert_eq!(lines, told, "the records are the bills of the finalized blocks");
	assert_eq!((page.count, page.history.complete_from), (told.len() as u64, 1));
}

/// The daemon that came back neither joined nor confirmed again.
fn ensure_one_registration(scene: &Scene, history: &History) {
	let registrations = history.of::<NodeRegistered>();
	assert_eq!(registrations.len(), 1, "{registrations:?}");
	let confirmations =
		history.only::<WorkloadConfirmed>(|confirmed| confirmed.contract == scene.contract.id);
	assert_eq!(confirmations.len(), 1, "{confirmations:?}");
}

/// The due times of the windows follow each other in steps of 60 seconds, also over the power cut.
fn ensure_windows_keep_their_pace(scene: &Scene, history: &History) {
	let openings = history.only::<WindowOpened>(|opened| opened.contract == scene.contract.id);
	let mut due = scene.contract.due;
	for opening in openings.iter().skip(1) {
		due += WINDOW;
		assert_eq!(opening.due, due, "{openings:?}");
	}
}

pub async fn node_that_falls_silent_is_paid_to_its_last_report_and_no_second_more() {
	let mut scene = Scene::set().await;
	scene.reports_again().await;
	scene.reports_again().await;
	scene.daemon.kill();
	let first = scene.first_bill().await;
	let second = scene.follows(&first).await;

	let history = scene.client.history(second.block).await;
	let delivered = delivered_by_the_reports(&scene, &history);
	let billed = first.event.seconds + second.event.seconds;
	assert_eq!(billed, delivered, "what is billed is what was attested since the confirmation");
	let reports = history.of::<Reported>();
	let last = reports.last().expect("the node reported");
	assert!(last.time < first.time, "the node was silent when the first window closed");
	assert!(scene.contract.started + billed <= last.time, "not a second after the last report");
	assert!(billed > 0, "what was delivered is paid");
	assert_eq!((second.event.seconds, second.event.charged), (0, 0), "silence costs nothing");
	ensure_bill_adds_up(&first.event, SMALL_USD_PER_HOUR);
	ensure_bills_follow_each_other(&[first.event, second.event], scene.contract.started);
}

/// Seconds that the reports attest for the time since billing started, worked out from the events alone: what
/// was credited after the start, less what the first of it credited for the time before.
fn delivered_by_the_reports(scene: &Scene, history: &History) -> u64 {
	let reports = history.of::<Reported>();
	let joined = history.of::<NodeRegistered>();
	let before = reports.iter().rev().find(|report| report.block <= scene.contract.confirmed);
	let last_before = before.map_or(joined[0].time, |report| report.time);
	let after = reports.iter().filter(|report| report.block > scene.contract.confirmed);
	let credited: u64 = after.map(|report| report.event.credited).sum();
	credited.saturating_sub(scene.contract.started - last_before)
}
