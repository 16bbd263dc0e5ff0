//! What goes along when a twin or a farm goes to somebody else: only the runtime knows all that is held of an
//! account, and all that is booked for a farm.

use super::grid::{
	AuthorisationDeposit, ContractDeposit, FarmDeposit, IpDeposit, ProviderDeposit, ServiceDeposit,
	TwinDeposit,
};
use crate::{AccountId, Balance, Billing, Nodes, Records, Runtime, RuntimeHoldReason};
use core::marker::PhantomData;
use frame_support::{
	parameter_types,
	traits::{
		fungible::{Mutate, MutateHold},
		tokens::{Fortitude, Precision, Restriction},
		Get,
	},
	weights::Weight,
};
use gridchain_primitives::{
	traits::{self, Attested, FarmRevenue, Revenue, TwinHandover},
	FarmId, FarmPayout, FarmingPolicyId, NodeId, Period, Record,
};
use pallet_rewards::DefaultFarmingPolicy;
use sp_runtime::{traits::Zero, DispatchError, DispatchResult};

parameter_types! {
	/// Why an open window's reserve is held.
	pub const BillingWindow: RuntimeHoldReason =
		RuntimeHoldReason::Billing(pallet_billing::HoldReason::BillingWindow);
	/// Why a stake is held.
	pub const DiscountStake: RuntimeHoldReason =
		RuntimeHoldReason::Billing(pallet_billing::HoldReason::DiscountStake);
	/// All that is held of an account because of its twin. What it lays down as a validator is its own.
	pub TwinHolds: [RuntimeHoldReason; 9] = [
		TwinDeposit::get(),
		FarmDeposit::get(),
		AuthorisationDeposit::get(),
		IpDeposit::get(),
		ContractDeposit::get(),
		ServiceDeposit::get(),
		BillingWindow::get(),
		DiscountStake::get(),
		ProviderDeposit::get(),
	];
}

/// Moves the whole of what is held of one account for each of `N` reasons to another, where it stays held.
///
/// Politely: money that is frozen as well moves only when it is not frozen any more.
pub struct MoveHolds<Currency, Reasons, const N: usize>(PhantomData<(Currency, Reasons)>);

impl<Account, Currency, Reasons, const N: usize> TwinHandover<Account>
	for MoveHolds<Currency, Reasons, N>
where
	Account: Eq,
	Currency: MutateHold<Account> + Mutate<Account>,
	Reasons: Get<[Currency::Reason; N]>,
{
	fn hand_over(from: &Account, to: &Account) -> DispatchResult {
		for reason in Reasons::get() {
			let amount = Currency::balance_on_hold(&reason, from);
			if !amount.is_zero() {
				Currency::transfer_on_hold(
					&reason,
					from,
					to,
					amount,
					Precision::Exact,
					Restriction::OnHold,
					Fortitude::Polite,
				)?;
			}
		}
		Ok(())
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn hold_for_each_reason(account: &Account) {
		let amount = Currency::minimum_balance();
		for reason in Reasons::get() {
			Currency::mint_into(account, amount).expect("the issuance has room");
			Currency::hold(&reason, account, amount).expect("it was just minted");
		}
	}
}

/// Pays what Billing has booked for the nodes of a farm, those that have left in the running periods among them.
pub struct NodeRevenues;

impl FarmRevenue<AccountId> for NodeRevenues {
	fn next_node(farm: FarmId, after: Option<NodeId>) -> Option<NodeId> {
		Nodes::next_node_of(farm, after)
	}

	fn settle(farm: FarmId, node: NodeId, account: &AccountId) -> Result<Balance, DispatchError> {
		if !pallet_nodes::NodesOf::<Runtime>::contains_key(farm, node) {
			return Ok(0);
		}
		let amount = <Billing as Revenue<AccountId>>::take(node);
		if amount > 0 {
			<Billing as Revenue<AccountId>>::pay(account, amount)?;
			// A policy has to stand in the record. Only of a node whose receipts are overdue nobody knows it any more.
			let policy =
				Nodes::farming_policy_of(node).unwrap_or_else(DefaultFarmingPolicy::<Runtime>::get);
			note_payout(farm, policy, amount, account.clone());
		}
		Ok(amount)
	}

	fn is_owed(farm: FarmId) -> bool {
		// A node that has left is listed until its last period's receipts are written: till then it is still to be
		// rewarded, and revenue may be booked for it. While a period is being settled, what it brings a farm is in its
		// totals; afterwards it is paid, or booked for the farm.
		Nodes::next_node_of(farm, None).is_some()
			|| pallet_rewards::Booked::<Runtime>::contains_key(farm)
			|| pallet_rewards::Settlement::<Runtime>::exists()
	}

	fn weight() -> Weight {
		<Records as traits::Records<AccountId>>::weight()
	}

	#[cfg(feature = "runtime-benchmarks")]
	fn book(farm: FarmId) -> NodeId {
		crate::benchmarks::Helper::departed_with_revenue(farm)
	}
}

/// Notes what a farm was paid before it went to another owner, so that the history of its revenue has no gap.
fn note_payout(farm: FarmId, policy: FarmingPolicyId, revenue: Balance, account: AccountId) {
	let period = <Nodes as Attested>::calendar().map_or(Period(0), |calendar| calendar.period);
	let payout = FarmPayout {
		period,
		farm,
		policy: Some(policy),
		due: 0,
		minted: 0,
		revenue,
		account: Some(account),
	};
	<Records as traits::Records<AccountId>>::note(Record::FarmPayout(payout));
}
