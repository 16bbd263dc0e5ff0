//! The main job: a computer joins, a deployer rents a part of it, the chain bills, the auditor reads it back.

use gridchain_e2e::*;
use std::{fs, time::Duration};
use subxt::utils::AccountId32;

/// How long this computer may take to join: two transactions and their finality.
const JOINING: Duration = Duration::from_secs(180);
/// How long the chain may take to bill two windows.
const TWO_WINDOWS: Duration = Duration::from_secs(2 * WINDOW + 120);
/// 10^9 bytes, which is what a small workload is limited to.
const GIGABYTE: u64 = 1_000_000_000;

pub async fn this_computer_joins_is_rented_and_billed_and_the_auditor_reads_the_same() {
	let mut chain = Chain::start().await;
	let client = chain.client().await;
	let (deployer, node_account) = (key("//Charlie"), account_of(&key("//Node1")));
	let payer = account_of(&deployer);
	let farm = tokio::join!(
		found_farm(&client, std::slice::from_ref(&node_account)),
		become_twin(&client, &deployer),
	)
	.0;
	let mut daemon = Daemon::start(&chain, &client, "//Node1").await;
	let node = join(&client, &node_account, farm).await;

	let before = client.best().await;
	let quote = before.quote(SMALL, GIGABYTE).await;
	assert_eq!((quote.usd_per_hour, quote.window), (SMALL_USD_PER_HOUR, WINDOW));
	let contract = run_small(&client, &deployer, node).await;
	ensure_held(&client, &payer, contract.id, quote.reserve).await;

	let mut windows = 0;
	let second = client
		.first::<Billed>(contract.confirmed, TWO_WINDOWS, |bill| {
			windows += u32::from(bill.contract == contract.id);
			windows == 2
		})
		.await;
	let cancellation = client.send(&deployer, &call::cancel(contract.id)).await;
	assert_eq!(cancellation.event::<ContractEnded>().reason, EndReason::Owner);
	assert!(cancellation.block > second.block);
	assert!(daemon.stop().success(), "a daemon that is asked to stop ends in good order");

	let history = client.history(cancellation.block).await;
	let bills = audit_bills(&history, &contract, &payer);
	ensure_windows_keep_their_pace(&history, &contract);
	let after = client.at(cancellation.block).await;
	ensure_nothing_is_held(&before, &after, &payer).await;
	ensure_payer_paid_bills_alone(&history, (&before, &after), &payer, &bills).await;
	ensure_issuance_is_explained(&after, &bills).await;
	ensure_records_are_the_bills(&client, contract.id, cancellation.block, &bills).await;
}

/// Waits until the daemon has registered this computer and reported, and compares what it told with what
/// Linux says. Gives the node.
async fn join(client: &Client, account: &AccountId32, farm: u32) -> u32 {
	let registered =
		client.first::<NodeRegistered>(1, JOINING, |joined| joined.account == *account).await;
	let NodeRegistered { node, hardware, farm: joined, .. } = registered.event;
	assert_eq!(joined, farm);
	assert_eq!(hardware.cores, cores_of_linux(), "logical cores");
	let memory = memory_of_linux();
	assert!(hardware.memory_mib.abs_diff(memory) * 100 <= memory, "{hardware:?}: {memory} MiB");
	client.first::<Reported>(registered.block, JOINING, |report| report.node == node).await;
	node
}

fn cores_of_linux() -> u32 {
	let text = fs::read_to_string("/proc/cpuinfo").expect("Linux tells its processors");
	text.lines().filter(|line| line.starts_with("processor")).map(|_| 1).sum()
}

fn memory_of_linux() -> u64 {
	let text = fs::read_to_string("/proc/meminfo").expect("Linux tells its memory");
	let line = text.lines().find_map(|line| line.strip_prefix("MemTotal:"));
	let kibibytes = line.and_then(|line| line.trim().strip_suffix("kB"));
	kibibytes.and_then(|number| number.trim().parse::<u64>().ok()).expect("MemTotal is in kB")
		/ 1_024
}

/// What the quote said is what is held.
async fn ensure_held(client: &Client, payer: &AccountId32, contract: u64, quoted: u128) {
	let best = client.best().await;
	let holds = best.holds(payer).await;
	assert_eq!(holds.get("Billing.BillingWindow"), Some(&quoted), "for contract {contract}");
	assert!(holds.contains_key("Deployments.ContractDeposit"), "{holds:?}");
}

/// Three bills: two windows and the end. Each follows from its factors, none is above its reserve, and they
/// cover the contract's life without a gap.
fn audit_bills(history: &History, contract: &Contract, payer: &AccountId32) -> Vec<Billed> {
	let bills = history.only::<Billed>(|bill| bill.contract == contract.id);
	let kinds: Vec<_> = bills.iter().map(|bill| bill.kind).collect();
	assert_eq!(kinds, [BillKind::Window, BillKind::Window, BillKind::End]);
	let openings = history.only::<WindowOpened>(|opened| opened.contract == contract.id);
	for (bill, opening) in bills.iter().zip(&openings) {
		ensure_bill_adds_up(bill, SMALL_USD_PER_HOUR);
		assert!(bill.charged <= opening.reserve, "{bill:?} is above {opening:?}");
		assert_eq!(bill.payer, *payer);
	}
	ensure_bills_follow_each_other(&bills, contract.started);
	let billed: u64 = bills.iter().map(|bill| bill.seconds).sum();
	assert!(billed > WINDOW, "{billed} s of more than two windows were delivered");
	bills
}

/// The due time of each window is the one before it and 60 seconds, however late a bill was.
fn ensure_windows_keep_their_pace(history: &History, contract: &Contract) {
	assert_eq!(contract.due, contract.started + WINDOW);
	let openings = history.only::<WindowOpened>(|opened| opened.contract == contract.id);
	// The first opening waits for the confirmation, with a due time of its own.
	let due: Vec<_> = openings.iter().skip(1).map(|opened| opened.due).collect();
	assert_eq!(due, [contract.due + WINDOW, contract.due + 2 * WINDOW]);
}

/// Every hold of the contract is gone; what the twin lays down stays.
async fn ensure_nothing_is_held(before: &View, after: &View, payer: &AccountId32) {
	let (before, after) = (before.holds(payer).await, after.holds(payer).await);
	assert_eq!(before.keys().collect::<Vec<_>>(), ["Twins.TwinDeposit"]);
	assert_eq!(after, before);
}

/// The payer has lost what was charged and the fee of `deploy`, and nothing else: `cancel` cost no fee.
async fn ensure_payer_paid_bills_alone(
	history: &History,
	(before, after): (&View, &View),
	payer: &AccountId32,
	bills: &[Billed],
) {
	let charged: u128 = bills.iter().map(|bill| bill.charged).sum();
	let fees: Vec<_> = history
		.of::<TransactionFeePaid>()
		.into_iter()
		.filter(|fee| fee.block > before.number() && fee.event.who == *payer)
		.map(|fee| fee.event.actual_fee)
		.collect();
	assert_eq!(fees.len(), 1, "one of the two transactions is free: {fees:?}");
	let lost = before.account(payer).await.total() - after.account(payer).await.total();
	assert_eq!(lost, charged + fees[0]);
}

/// All TFT that there is came from somewhere, and all that was burned came from these bills.
async fn ensure_issuance_is_explained(after: &View, bills: &[Billed]) {
	let supply = after.supply().await;
	assert_eq!(supply.issuance, supply.genesis + supply.minted - supply.burned, "{supply:?}");
	assert!(supply.issuance <= supply.cap, "{supply:?}");
	let stored: Option<u128> = after.read("Balances", "TotalIssuance", ()).await;
	assert_eq!(stored, Some(supply.issuance));
	let burned: u128 = bills.iter().map(|bill| bill.split.burned).sum();
	assert_eq!(supply.burned + supply.booked.burn, burned, "{supply:?}");
}

/// What the auditor reads by contract is what the chain told block by block.
async fn ensure_records_are_the_bills(client: &Client, contract: u64, to: u64, bills: &[Billed]) {
	let (page, lines) = client.bills(contract, to).await;
	let told: Vec<_> = bills.iter().map(BillLine::from).collect();
	assert_eq!(lines, told);
	assert_eq!((page.contract, page.count, page.pages), (contract, 3, 1));
	assert_eq!(page.history.complete_from, 1, "a node that ran from the start knows all");
	assert_eq!(page.totals.charged(), bills.iter().map(|bill| bill.charged).sum::<u128>());
}
