//! Power cuts and silence.

use crate::{
	scene::Scene,
	settlement::{ensure_receipt_follows, ensure_rewards_are_told_once, ONE_SETTLEMENT},
};
use gridchain_e2e::*;

/// How long after a period's end a development chain settles it, in seconds.
const SETTLEMENT_DELAY: u64 = 60;
/// How long a block takes, in seconds.
const BLOCK: u64 = 6;

pub async fn power_cuts_of_daemon_and_validator_lose_and_double_no_bill_and_no_receipt() {
	let mut scene = Scene::set().await;
	let period = scene.client.first::<PeriodBegan>(1, ONE_SETTLEMENT, |_| true).await.event;
	scene.daemon.kill();
	scene.daemon.restart();
	let back = scene.reports_again().await;
	assert!(back.time < period.end, "the daemon was away in the middle of the period");

	scene.first_bill().await;
	// The block of this bill isn't final yet, nor is it certain that the database has it.
	scene.cut_power().await;
	scene.reports_again().await;
	// The bill of the lost block may have been made again, with another end.
	let first = scene.first_bill().await;
	let second = scene.follows(&first).await;
	let deployer = key("//Charlie");
	let cancellation = scene.client.send(&deployer, &call::cancel(scene.contract.id)).await;
	let settled = settle_among_power_cuts(&mut scene, &period).await;

	let last = scene.client.finalizes(settled.block.max(cancellation.block)).await.number();
	let history = scene.client.history(last).await;
	ensure_one_registration(&scene, &history);
	let bills = history.only::<Billed>(|bill| bill.contract == scene.contract.id);
	assert!(bills.len() >= 3 && bills.contains(&second.event), "{bills:?}");
	let ended_at = scene.client.at(cancellation.block).await.time().await;
	assert_eq!(bills.last().map(|bill| bill.to), Some(ended_at), "no bill is lost at the end");
	ensure_bills_are_told_once(&scene, &history, &bills, last).await;
	ensure_windows_keep_their_pace(&scene, &history);
	ensure_receipt_follows(&history, &period, &settled);
	ensure_rewards_are_told_once(&scene, &history, &settled, last).await;
}

/// Waits until the period is settled, and cuts the validator's power just before, as soon as it is, and as soon
/// as that is final.
async fn settle_among_power_cuts(
	scene: &mut Scene,
	period: &PeriodBegan,
) -> Happened<PeriodSettled> {
	scene.client.reaches_time(period.end + SETTLEMENT_DELAY - BLOCK).await;
	scene.cut_power().await;
	settlement(scene).await;
	// Nor is this block final yet: it may be made again.
	scene.cut_power().await;
	let settled = settlement(scene).await;
	scene.client.finalizes(settled.block).await;
	// It is final, but it isn't certain that the records have it.
	scene.cut_power().await;
	settlement(scene).await
}

async fn settlement(scene: &Scene) -> Happened<PeriodSettled> {
	let from = scene.contract.confirmed;
	scene.client.first::<PeriodSettled>(from, ONE_SETTLEMENT, |settled| settled.period == 0).await
}

/// Every bill follows from its factors and from the one before it, and the records have all of them and no
/// other.
async fn ensure_bills_are_told_once(
	scene: &Scene,
	history: &History,
	bills: &[Billed],
	indexed: u64,
) {
	assert_eq!(bills.last().map(|bill| bill.kind), Some(BillKind::End));
	ensure_bills_follow_each_other(bills, scene.contract.started);
	bills.iter().for_each(|bill| ensure_bill_adds_up(bill, SMALL_USD_PER_HOUR));
	assert_eq!(history.of::<BillFailed>().len(), 0);
	let told: Vec<_> = bills.iter().map(BillLine::from).collect();
	let (page, lines) = scene.client.bills(scene.contract.id, indexed).await;
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
