//! What the settlement of a period must have come to, whoever tells it.

use crate::scene::Scene;
use gridchain_e2e::*;
use std::time::Duration;

/// How long the chain may take to settle a period once it is time.
pub const ONE_SETTLEMENT: Duration = Duration::from_secs(180);
/// The part of the time for which a node must have been up to earn anything, in percent.
const MINIMUM_UPTIME: u64 = 95;

/// The one receipt follows from what the events say of the node: its uptime is what its reports were credited
/// for this period, its revenue is the farm's part of the bills, and it earns if it was up enough.
pub fn ensure_receipt_follows(
	history: &History,
	period: &PeriodBegan,
	settled: &Happened<PeriodSettled>,
) {
	let (joined, reports) = (&history.of::<NodeRegistered>()[0], history.of::<Reported>());
	ensure_reports_are_credited(joined, &reports);
	let receipt = &history.only::<ReceiptWritten>(|_| true)[0];
	// A block settles before it carries reports.
	let until = reports.iter().take_while(|report| report.block < settled.block).count();
	let attested = credited_before(period.end, &reports[..until]);
	assert_eq!(receipt.uptime, attested, "{receipt:?} of {period:?}: {reports:?}");
	assert_eq!(receipt.registered, period.end - joined.time, "{receipt:?} of {joined:?}");

	let earns = receipt.uptime * 100 >= receipt.registered * MINIMUM_UPTIME;
	let verdict = if earns { Verdict::Earned } else { Verdict::TooLittleUptime };
	assert_eq!((&receipt.verdict, receipt.due > 0), (&verdict, earns), "{receipt:?}");
	let bills = history.of::<Billed>().into_iter().filter(|bill| bill.block < settled.block);
	let revenue: u128 = bills.map(|bill| bill.event.split.farm).sum();
	assert_eq!(receipt.revenue, revenue, "{receipt:?}");
}

/// Events, state and records tell of one receipt and one payout, and of the same: what was minted and taken
/// once has reached the farmer once.
pub async fn ensure_rewards_are_told_once(
	scene: &Scene,
	history: &History,
	settled: &Happened<PeriodSettled>,
	indexed: u64,
) {
	let receipts = history.only::<ReceiptWritten>(|_| true);
	let payouts = history.only::<FarmPaid>(|_| true);
	assert_eq!((receipts.len(), payouts.len()), (1, 1), "{receipts:?}, {payouts:?}");
	assert_eq!(history.of::<PeriodSettled>().len(), 1, "a period is settled once");
	let (receipt, payout) = (&receipts[0], &payouts[0]);
	assert_eq!((receipt.period, receipt.node, receipt.farm), (0, scene.node, scene.farm));
	assert_eq!((payout.period, payout.farm), (0, scene.farm));
	// The budget is far above what one computer earns in five minutes.
	let sums = [receipt.due, receipt.due, receipt.revenue];
	assert_eq!([payout.due, payout.minted, payout.revenue], sums, "{payout:?} of {receipt:?}");
	let PeriodSettled { due, minted, revenue, .. } = settled.event;
	assert_eq!([due, minted, revenue], sums, "{settled:?} of {receipt:?}");
	assert_eq!((settled.event.receipts, settled.event.payouts), (1, 1));

	let page = scene.client.at(indexed).await.receipts(0).await;
	assert_eq!((page.pages, page.total, &page.receipts), (1, 1, &receipts), "the state");
	let told = scene.client.farm_rewards(scene.farm, 0..=1, indexed).await;
	assert_eq!((told.count, told.pages, told.periods.len()), (2, 1, 1), "the records: {told:?}");
	assert_eq!((told.periods[0].period, told.history.complete_from), (0, 1));
	assert_eq!(told.periods[0].receipts(), receipts, "the records");
	assert_eq!(told.periods[0].payouts(), payouts, "the records");
	assert_eq!(told.totals.amounts(), [due, minted, revenue, minted + revenue]);
	assert_eq!(told.periods[0].totals, told.totals);
	ensure_farmer_got_it_once(scene, settled, minted + revenue).await;
}

async fn ensure_farmer_got_it_once(scene: &Scene, settled: &Happened<PeriodSettled>, paid: u128) {
	let farmer = account_of(&key("//Bob"));
	let (before, after) =
		(scene.client.at(settled.block - 1).await, scene.client.at(settled.block).await);
	let had = before.account(&farmer).await.data.free;
	let has = after.account(&farmer).await.data.free;
	assert_eq!(has - had, paid, "the settlement paid the farmer");
	let supply = scene.client.best().await.supply().await;
	assert_eq!(supply.minted, settled.event.minted, "{supply:?}");
	assert_eq!(supply.issuance, supply.genesis + supply.minted - supply.burned, "{supply:?}");
	assert_eq!((supply.booked.nodes, supply.booked.taken), (0, 0), "{supply:?}");
	assert_eq!(scene.client.best().await.account(&farmer).await.data.free, has, "and not again");
}
