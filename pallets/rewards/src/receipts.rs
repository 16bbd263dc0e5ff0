//! Phase 1: a receipt for each node.

use crate::{
	pallet::*, Config, Error, Event, FarmingPolicy, OpenPeriod, Pallet, PolicyTotal, Progress,
	StoredReceipt, StoredVerdict,
};
use frame_support::{defensive, storage::with_storage_layer};
use gridchain_math::{farming_units, reward};
use gridchain_primitives::{
	traits::{Attested, Farms, Records, Revenue},
	Balance, NodeId, NodePeriod, Period, Record, Usd,
};
use sp_runtime::{ArithmeticError, DispatchError};

impl<T: Config> Pallet<T> {
	/// Whether `node` is one that the settlement looks at.
	pub(crate) fn has_node(open: &OpenPeriod, node: NodeId) -> bool {
		open.summary.last_node.is_some_and(|last| node <= last)
	}

	/// Writes the receipt of the node whose turn it is; after the last one, fixes the factors.
	pub(crate) fn write_next_receipt(mut open: OpenPeriod, node: NodeId) -> Progress {
		if !Self::has_node(&open, node) {
			return Self::fix_factors(open);
		}
		let market_price = open.summary.market_price;
		let written = with_storage_layer(|| {
			let receipt = Self::receipt_of(open.period, node)?;
			Ok(receipt.map(|(receipt, budget)| {
				let receipt = StoredReceipt { market_price, ..receipt };
				Self::store_receipt(open.period, node, &receipt);
				(receipt, budget)
			}))
		});
		match written {
			Ok(Some((receipt, budget))) => Self::add_up(&mut open, &receipt, budget),
			// It had no part in the period: it registered later.
			Ok(None) => {},
			// The step is undone, its revenue stays booked in Billing. It would fail again: nothing of what it
			// builds on changes. So the settlement goes on without it.
			Err(error) => {
				Self::deposit_event(Event::NodeSkipped { period: open.period, node, error })
			},
		}
		match node.next() {
			Some(next) => Progress::Receipts { open, next },
			None => Self::fix_factors(open),
		}
	}

	/// What `node` earned in `period`, with the budget of its policy. Takes its revenue.
	fn receipt_of(
		period: Period,
		node: NodeId,
	) -> Result<Option<(StoredReceipt, Balance)>, DispatchError> {
		let Some(figures) = T::Attested::of_period(node, period) else {
			return Ok(None);
		};
		let policy = Policies::<T>::get(figures.policy).ok_or(Error::<T>::PolicyNotFound)?;
		let verdict = Self::verdict(period, node, &figures, &policy);
		let units = policy.limited(farming_units(&figures.hardware));
		let (usd, due) = if verdict == StoredVerdict::Earned {
			let terms = policy.terms(figures.certified);
			let usd = reward::usd(units, figures.uptime, &terms);
			let due = reward::tft(units, figures.uptime, &terms);
			usd.zip(due).ok_or(ArithmeticError::Overflow)?
		} else {
			(Usd::ZERO, 0)
		};
		let receipt = StoredReceipt {
			farm: figures.farm,
			units,
			uptime: figures.uptime,
			registered: figures.registered,
			certified: figures.certified,
			policy: figures.policy,
			connection_price: policy.connection_price,
			market_price: None,
			usd,
			due,
			revenue: T::Revenue::take(node),
			verdict,
		};
		Ok(Some((receipt, policy.budget)))
	}

	/// Whether the node earns. A certifier's word stands above all; then the farm, then the uptime.
	fn verdict(
		period: Period,
		node: NodeId,
		figures: &NodePeriod,
		policy: &FarmingPolicy,
	) -> StoredVerdict {
		if let Some(reason) = Voids::<T>::get(period, node) {
			StoredVerdict::Voided(reason)
		} else if !T::Farms::approved(figures.farm) {
			StoredVerdict::FarmNotApproved
		} else if !reward::is_up_enough(figures.uptime, figures.registered, policy.minimum_uptime) {
			StoredVerdict::TooLittleUptime
		} else {
			StoredVerdict::Earned
		}
	}

	/// Puts the receipt into the state, the farm's total and the chain's history.
	fn store_receipt(period: Period, node: NodeId, receipt: &StoredReceipt) {
		FarmTotals::<T>::mutate((period, receipt.farm, receipt.policy), |total| {
			*total = total.plus(receipt.due, receipt.revenue);
		});
		Receipts::<T>::insert(period, node, receipt);
		Self::deposit_event(Event::ReceiptWritten {
			period,
			node,
			farm: receipt.farm,
			policy: receipt.policy,
			units: receipt.units,
			uptime: receipt.uptime,
			registered: receipt.registered,
			usd: receipt.usd,
			due: receipt.due,
			revenue: receipt.revenue,
			verdict: receipt.verdict.clone(),
		});
		T::Records::note(Record::Receipt(receipt.clone().of(period, node)));
	}

	/// Counts the receipt in the period's own record.
	fn add_up(open: &mut OpenPeriod, receipt: &StoredReceipt, budget: Balance) {
		let summary = &mut open.summary;
		summary.receipts = summary.receipts.saturating_add(1);
		summary.due = summary.due.saturating_add(receipt.due);
		summary.revenue = summary.revenue.saturating_add(receipt.revenue);
		let before = summary.policies.get(&receipt.policy).map_or(0, |total| total.due);
		let total = PolicyTotal { due: before.saturating_add(receipt.due), budget };
		if summary.policies.try_insert(receipt.policy, total).is_err() {
			defensive!("there are at most as many policies in a period as there are at all");
		}
	}

	/// All receipts are written: fixes the factors that turn what is due into what is minted.
	pub(crate) fn fix_factors(mut open: OpenPeriod) -> Progress {
		// From here on nobody asks for the period's figures any more.
		T::Attested::release(open.period);
		let summary = &mut open.summary;
		summary.total = summary
			.policies
			.values()
			.fold(0, |total: Balance, policy| total.saturating_add(policy.due.min(policy.budget)));
		summary.room = Self::room();
		Progress::Payouts { open, after: None }
	}
}
