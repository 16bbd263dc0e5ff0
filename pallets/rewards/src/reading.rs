//! What the runtime API answers.

use crate::{pallet::*, Config, Pallet, PeriodSummary, ReceiptsPage, Supply, PAGE};
use frame_support::traits::fungible::Inspect;
use gridchain_primitives::{NodeId, Period};

impl<T: Config> Pallet<T> {
	/// The page `page`, counted from 0, of the receipts of `period`: those of [`PAGE`] node ids. Empty for a
	/// period that isn't being settled yet, or whose receipts have left the state.
	pub fn receipts(period: Period, page: u32) -> ReceiptsPage {
		let Some(summary) = Self::summary(period).filter(|_| period >= NextToClear::<T>::get())
		else {
			return ReceiptsPage::default();
		};
		let last = summary.last_node.map_or(0, |last| last.0);
		let first = page.saturating_mul(PAGE).saturating_add(1);
		let nodes = first..=first.saturating_add(PAGE - 1).min(last);
		let receipts = nodes.map(NodeId).filter_map(|node| {
			Receipts::<T>::get(period, node).map(|receipt| receipt.of(period, node))
		});
		ReceiptsPage {
			receipts: receipts.collect(),
			total: summary.receipts,
			pages: last.div_ceil(PAGE),
		}
	}

	/// The own record of `period`, be it settled or being settled.
	pub fn summary(period: Period) -> Option<PeriodSummary> {
		Periods::<T>::get(period).or_else(|| {
			let settlement = Settlement::<T>::get()?;
			let open = settlement.open().filter(|open| open.period == period)?;
			Some(open.summary.clone())
		})
	}

	/// How much TFT there is, and where it comes from.
	pub fn supply() -> Supply {
		Supply {
			issuance: T::Currency::total_issuance(),
			genesis: GenesisIssuance::<T>::get(),
			minted: MintedTotal::<T>::get(),
			cap: Cap::<T>::get(),
		}
	}
}
