//! What is always true here.
//!
//! 1. The issuance is at most the cap, and the cap at most 1,000,000,000 TFT.
//! 2. The issuance is at most what there was at genesis and what was minted since; the rest was burned.
//! 3. The versions of the farming policy are numbered from 1 without a gap, each is within its bounds, and the
//!    default one exists.
//! 4. The tunables are within their bounds.
//! 5. The farm totals of a period add up its receipts, and the period's own record adds up the farm totals.
//! 6. What was minted for a settled period follows from its farm totals and its factors; it is within the
//!    budget of each policy and within the room under the cap.
//! 7. What was minted for all periods together is all that was minted since genesis.
//! 8. Receipts, farm totals and own records are of periods whose settlement has begun; receipts and farm totals
//!    of none that was cleared.
//! 9. What is booked for a farm is more than nothing.

use crate::{
	pallet::*, Clearing, Config, FarmTotal, Owed, Pallet, PeriodSummary, PolicyTotal, Progress,
	GREATEST_CAP,
};
use alloc::collections::BTreeMap;
use frame_support::{ensure, traits::fungible::Inspect};
use gridchain_primitives::{Balance, FarmId, FarmingPolicyId, Period};
use sp_runtime::TryRuntimeError;

type Check = Result<(), TryRuntimeError>;
type Totals = BTreeMap<(Period, FarmId, FarmingPolicyId), FarmTotal>;

impl<T: Config> Pallet<T> {
	/// Checks all that this file's page says.
	pub fn do_try_state() -> Check {
		Self::check_supply()?;
		Self::check_policies()?;
		Self::check_totals()?;
		Self::check_minted()?;
		Self::check_span()?;
		ensure!(
			Booked::<T>::iter_values().all(|owed: Owed| !owed.is_zero()),
			"9: what is booked for a farm is more than nothing"
		);
		Ok(())
	}

	fn check_supply() -> Check {
		let (issuance, cap) = (T::Currency::total_issuance(), Cap::<T>::get());
		ensure!(issuance <= cap, "1: the issuance is at most the cap");
		ensure!(cap <= GREATEST_CAP, "1: the cap is at most 1,000,000,000 TFT");
		let sources = GenesisIssuance::<T>::get().saturating_add(MintedTotal::<T>::get());
		ensure!(issuance <= sources, "2: the issuance is at most genesis and minted");
		Ok(())
	}

	fn check_policies() -> Check {
		let count = PolicyCount::<T>::get();
		for id in 1..=count {
			let policy = Policies::<T>::get(FarmingPolicyId(id));
			ensure!(
				policy.is_some_and(|policy| policy.is_consistent()),
				"3: each version exists and is within its bounds"
			);
		}
		ensure!(
			Policies::<T>::iter_keys().count() == usize::try_from(count).unwrap_or(usize::MAX),
			"3: there is no version beside the numbered ones"
		);
		ensure!(
			Policies::<T>::contains_key(DefaultPolicy::<T>::get()),
			"3: the default version exists"
		);
		ensure!(Params::<T>::get().is_consistent(None), "4: the tunables are within their bounds");
		Ok(())
	}

	/// The periods that have an own record, settled or being settled.
	fn summaries() -> BTreeMap<Period, PeriodSummary> {
		let settlement = Settlement::<T>::get();
		let open = settlement.as_ref().and_then(Progress::open).cloned();
		Periods::<T>::iter().chain(open.map(|open| (open.period, open.summary))).collect()
	}

	/// Whether all of `period`'s receipts and farm totals are here.
	fn is_whole(period: Period) -> bool {
		let clearing = match Settlement::<T>::get() {
			Some(Progress::Clearing { period, .. }) => Some(period),
			_ => None,
		};
		period >= NextToClear::<T>::get() && clearing != Some(period)
	}

	fn check_totals() -> Check {
		let mut expected = Totals::new();
		for (period, _, receipt) in Receipts::<T>::iter() {
			let total = expected.entry((period, receipt.farm, receipt.policy)).or_default();
			*total = total.plus(receipt.due, receipt.revenue);
		}
		let stored: Totals = FarmTotals::<T>::iter().collect();
		let whole = |totals: &Totals| -> Totals {
			totals
				.iter()
				.filter(|((period, ..), _)| Self::is_whole(*period))
				.map(|(key, total)| (*key, *total))
				.collect()
		};
		ensure!(whole(&expected) == whole(&stored), "5: farm totals add up the receipts");
		for (period, summary) in Self::summaries() {
			if Self::is_whole(period) {
				Self::check_summary(period, &summary)?;
			}
		}
		Ok(())
	}

	fn check_summary(period: Period, summary: &PeriodSummary) -> Check {
		let (mut sum, mut receipts) = (Owed::default(), 0u32);
		let mut policies = BTreeMap::<FarmingPolicyId, PolicyTotal>::new();
		for ((_, policy), total) in FarmTotals::<T>::iter_prefix((period,)) {
			receipts = receipts.saturating_add(total.receipts);
			sum = sum.plus(Owed { minted: total.due, revenue: total.revenue });
			let entry = policies.entry(policy).or_default();
			entry.due = entry.due.saturating_add(total.due);
			entry.budget = Policies::<T>::get(policy).map_or(0, |policy| policy.budget);
		}
		ensure!(
			(receipts, sum.minted, sum.revenue) == (summary.receipts, summary.due, summary.revenue),
			"5: the period's own record adds up the farm totals"
		);
		ensure!(
			policies == *summary.policies,
			"5: the period's own record adds up the farm totals by policy"
		);
		Ok(())
	}

	fn check_minted() -> Check {
		let mut all: Balance = 0;
		for (period, summary) in Self::summaries() {
			all = all.saturating_add(summary.minted);
			ensure!(
				summary.minted <= summary.room.min(summary.total),
				"6: what was minted for a period is within budgets and room"
			);
			if Self::is_whole(period) && Periods::<T>::contains_key(period) {
				Self::check_minted_of(period, &summary)?;
			}
		}
		ensure!(
			all == MintedTotal::<T>::get(),
			"7: what was minted for all periods is all that was minted"
		);
		Ok(())
	}

	fn check_minted_of(period: Period, summary: &PeriodSummary) -> Check {
		let mut by_policy = BTreeMap::<FarmingPolicyId, Balance>::new();
		for ((_, policy), total) in FarmTotals::<T>::iter_prefix((period,)) {
			let minted = by_policy.entry(policy).or_default();
			*minted = minted.saturating_add(summary.paid(policy, total.due));
		}
		ensure!(
			by_policy.values().fold(0, |sum: Balance, minted| sum.saturating_add(*minted))
				== summary.minted,
			"6: what was minted for a period follows from its farm totals and factors"
		);
		let within = |(policy, minted): (&FarmingPolicyId, &Balance)| {
			summary.policies.get(policy).is_some_and(|total| *minted <= total.budget)
		};
		ensure!(by_policy.iter().all(within), "6: each policy minted within its budget");
		Ok(())
	}

	fn check_span() -> Check {
		let (oldest, next) = (NextToClear::<T>::get(), NextToSettle::<T>::get());
		let settlement = Settlement::<T>::get();
		let open = settlement.as_ref().and_then(Progress::open).map(|open| open.period);
		let begun = |period: Period| period < next || Some(period) == open;
		ensure!(
			Receipts::<T>::iter_keys().all(|(period, _)| period >= oldest && begun(period)),
			"8: receipts are of periods that are settled and not cleared"
		);
		ensure!(
			FarmTotals::<T>::iter_keys().all(|(period, ..)| period >= oldest && begun(period)),
			"8: farm totals are of periods that are settled and not cleared"
		);
		ensure!(
			Periods::<T>::iter_keys().all(|period| period < next),
			"8: own records are of settled periods"
		);
		ensure!(open.is_none_or(|open| open == next), "8: the oldest period is settled first");
		if let Some(Progress::Clearing { period, part }) = settlement {
			ensure!(period == oldest, "8: the oldest period is cleared first");
			let done = !matches!(part, Clearing::Receipts(_));
			ensure!(
				!done || Receipts::<T>::iter_key_prefix(period).next().is_none(),
				"8: farm totals are cleared after the receipts"
			);
		}
		Ok(())
	}
}
