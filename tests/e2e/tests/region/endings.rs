//! Ends of contracts that are nobody's fault but the owner's or the node's.

use gridchain_e2e::*;
use std::time::Duration;

/// How long the chain may take to end what isn't delivered: 30 s, the slot, the block, and some patience.
const NOT_DELIVERED: Duration = Duration::from_secs(150);
/// Fewest seconds that a contract is billed for while its node is live; a development chain's hour.
const LEAST_BILLED: u64 = 30;
/// The least that an account can hold: 0.01 TFT.
const EXISTENTIAL_DEPOSIT: u128 = TFT / 100;

pub async fn workload_that_is_never_confirmed_ends_and_costs_nothing() {
	let mut chain = Chain::start().await;
	let client = chain.client().await;
	let owner = key("//Charlie");
	let account = account_of(&owner);
	let (node, ()) = tokio::join!(Node::join(&client, "//Node1"), become_twin(&client, &owner));
	node.report(&client, 100).await;

	let before = client.best().await;
	let (contract, deployed) = deploy_small(&client, &owner, node.id).await;
	let held = client.at(deployed).await.holds(&account).await;
	assert_eq!(held.len(), 3, "twin, contract and window: {held:?}");
	let ended = client
		.first::<ContractEnded>(deployed, NOT_DELIVERED, |ended| ended.contract == contract)
		.await;
	assert_eq!(ended.event.reason, EndReason::NotDelivered);

	let after = client.at(ended.block).await;
	assert_eq!(after.holds(&account).await, before.holds(&account).await);
	let history = client.history(ended.block).await;
	assert_eq!(history.only::<Billed>(|bill| bill.contract == contract), []);
	let closed = history.only::<Closed>(|closed| closed.contract == contract);
	assert_eq!(closed.len(), 1);
	assert_eq!((closed[0].reason, closed[0].unpaid), (EndReason::NotDelivered, 0));
	assert_eq!((closed[0].released, closed[0].written_off), (held["Billing.BillingWindow"], 0));
	let fees = history.of::<TransactionFeePaid>().into_iter();
	let fees = fees.filter(|fee| fee.block > before.number() && fee.event.who == account);
	let fee: u128 = fees.map(|fee| fee.event.actual_fee).sum();
	let lost = before.account(&account).await.total() - after.account(&account).await.total();
	assert_eq!(lost, fee, "the fee of `deploy` is all that it cost");
}

pub async fn owner_whose_money_is_spent_cancels_without_a_fee() {
	let mut chain = Chain::start().await;
	let client = chain.client().await;
	let owner = key("//Poor");
	let account = account_of(&owner);
	let (friend, gift) = (key("//Dave"), call::transfer(&account, 100 * TFT));
	let (node, _) = tokio::join!(Node::join(&client, "//Node1"), client.send(&friend, &gift));
	become_twin(&client, &owner).await;
	node.report(&client, 100).await;
	let (contract, _) = deploy_small(&client, &owner, node.id).await;
	let confirmation = client.send(&node.key, &call::confirm_workload(contract)).await;
	let started = confirmation.event::<Started>().at;

	client.send(&owner, &call::transfer_all(&account_of(&friend))).await;
	let drained = client.best().await;
	// What `transfer_all` can't give away is the existential deposit and what its fee was too high.
	let free = drained.account(&account).await.data.free;
	assert!(free < 2 * EXISTENTIAL_DEPOSIT, "{free} is free");
	let refused = client.refusal(&owner, &call::remark(), Life::Mortal).await;
	assert!(refused.code == 1010 && refused.data.contains("Inability to pay"), "{refused}");

	node.report(&client, 120).await;
	let cancellation = client.send(&owner, &call::cancel(contract)).await;
	assert_eq!(cancellation.event::<ContractEnded>().reason, EndReason::Owner);
	assert_eq!(cancellation.find::<TransactionFeePaid>(), None, "cancelling is free");
	let bill = cancellation.event::<Billed>();
	assert_eq!((bill.kind, bill.from), (BillKind::End, started));
	assert!(bill.seconds >= LEAST_BILLED, "{bill:?}");
	ensure_bill_adds_up(&bill, SMALL_USD_PER_HOUR);
	let closed = cancellation.event::<Closed>();
	assert_eq!((closed.unpaid, closed.written_off), (0, 0));

	let (holds, after) = (drained.holds(&account).await, client.at(cancellation.block).await);
	assert_eq!(after.holds(&account).await.keys().collect::<Vec<_>>(), ["Twins.TwinDeposit"]);
	assert_eq!(closed.released, holds["Billing.BillingWindow"] - bill.charged);
	let deposit = holds["Deployments.ContractDeposit"];
	let regained = after.account(&account).await.data.free - free;
	assert_eq!(regained, closed.released + deposit);
}
