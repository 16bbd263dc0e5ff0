//! `grid_*`: what state can't answer, because it has left the state.

use super::{
	json::{
		BillTotals, BillsPage, FarmPeriodRewards, FarmRewards, History, HistoryReport, RecordJson,
		RewardTotals,
	},
	layout::{RewardSums, Subject},
	store::{Row, Store, StoreError},
};
use gridchain_primitives::{ContractId, FarmId, Period};
use jsonrpsee::{
	core::RpcResult,
	proc_macros::rpc,
	types::{ErrorObject, ErrorObjectOwned},
};
use sp_core::crypto::Ss58AddressFormat;
use std::sync::Arc;

/// Records on a page.
pub const PAGE: u64 = 100;
/// The most periods of one question.
pub const MAX_PERIODS: u32 = 64;
/// The most missing blocks that `grid_history` lists.
const MAX_MISSING: u64 = 100;

/// Why a question has no answer. `code` is the code of the JSON-RPC error.
#[derive(Debug, thiserror::Error)]
pub enum RpcError {
	/// 7001: the first period is after the last one.
	#[error("`from` is period {from}, after `to`, which is period {to}: exchange them")]
	PeriodsReversed {
		/// The first.
		from: u32,
		/// The last.
		to: u32,
	},
	/// 7002: too many periods at once.
	#[error("{asked} periods are too many at once, at most {MAX_PERIODS} are answered: ask in several parts")]
	TooManyPeriods {
		/// How many were asked for.
		asked: u64,
	},
	/// 7003: there is no such page.
	#[error("there is no page {page}: there are {pages}, counted from 0")]
	PageNotFound {
		/// The page.
		page: u64,
		/// How many there are.
		pages: u64,
	},
	/// 7010: the store can't be read.
	#[error(transparent)]
	Store(#[from] StoreError),
}

impl RpcError {
	/// The code of the JSON-RPC error.
	pub fn code(&self) -> i32 {
		match self {
			Self::PeriodsReversed { .. } => 7001,
			Self::TooManyPeriods { .. } => 7002,
			Self::PageNotFound { .. } => 7003,
			Self::Store(_) => 7010,
		}
	}
}

impl From<RpcError> for ErrorObjectOwned {
	fn from(error: RpcError) -> Self {
		ErrorObject::owned(error.code(), error.to_string(), None::<()>)
	}
}

/// The chain's history. All answers are of finalized blocks. Each says how much of the history this node can
/// tell (`history`): what happened before `completeFrom` may be missing from it.
#[rpc(server)]
pub trait GridApi {
	/// What the nodes of `farm` earned in the periods `from` to `to`, both included, and what the farm was
	/// paid for them.
	///
	/// At most 64 periods at once. `page` counts from 0, which is also what it is when left out; a page has
	/// at most 100 receipts and payouts. The totals are those of all pages.
	#[method(name = "grid_farmRewards", blocking)]
	fn farm_rewards(
		&self,
		farm: u32,
		from: u32,
		to: u32,
		page: Option<u64>,
	) -> RpcResult<FarmRewards>;

	/// The bills of `contract`, the oldest first: a page that is full never changes, so whoever reads page
	/// after page misses none.
	///
	/// `page` counts from 0, which is also what it is when left out; a page has at most 100 bills. The
	/// totals are those of all pages. A contract that was never billed has one empty page.
	#[method(name = "grid_bills", blocking)]
	fn bills(&self, contract: u64, page: Option<u64>) -> RpcResult<BillsPage>;

	/// From which block on this node has every record, the last block whose records it has, and which
	/// blocks' records it never had.
	#[method(name = "grid_history", blocking)]
	fn history(&self) -> RpcResult<HistoryReport>;
}

/// Answers `grid_*` from the store.
pub struct Grid {
	store: Arc<Store>,
	format: Ss58AddressFormat,
}

impl Grid {
	/// Answers from `store`, with accounts in the chain's address `format`.
	pub fn new(store: Arc<Store>, format: Ss58AddressFormat) -> Self {
		Self { store, format }
	}

	fn bills_page(&self, contract: u64, page: u64) -> Result<BillsPage, RpcError> {
		let subject = Subject::Contract(ContractId(contract));
		let history = History::from(&self.store.head());
		let tally = self.store.tally(subject)?;
		let span = Span::of_page(page, tally.records)?;
		let rows = self.store.rows(subject, span.first, span.count)?;
		let bills = rows.iter().filter_map(|row| match RecordJson::new(row, self.format) {
			RecordJson::Bill(bill) => Some(bill),
			_ => None,
		});
		Ok(BillsPage {
			contract,
			page,
			pages: span.pages,
			count: tally.records,
			totals: BillTotals::from(&tally.bills),
			bills: bills.collect(),
			history,
		})
	}

	fn rewards_page(
		&self,
		farm: u32,
		from: u32,
		to: u32,
		page: u64,
	) -> Result<FarmRewards, RpcError> {
		let history = History::from(&self.store.head());
		let mut periods = Vec::new();
		for period in checked_periods(from, to)? {
			let tally = self.store.tally(Subject::FarmPeriod(FarmId(farm), Period(period)))?;
			periods.push((period, tally));
		}
		let count = periods.iter().fold(0u64, |sum, (_, tally)| sum.saturating_add(tally.records));
		let totals =
			periods.iter().fold(RewardSums::default(), |sum, (_, tally)| sum.plus(&tally.rewards));
		let span = Span::of_page(page, count)?;
		let mut shown = Vec::new();
		let mut before = 0u64;
		for (period, tally) in periods {
			let here = span.within(before, tally.records);
			before = before.saturating_add(tally.records);
			if let Some((first, count)) = here {
				let subject = Subject::FarmPeriod(FarmId(farm), Period(period));
				let rows = self.store.rows(subject, first, count)?;
				let totals = RewardTotals::from(&tally.rewards);
				shown.push(self.period_json(period, totals, &rows));
			}
		}
		let totals = RewardTotals::from(&totals);
		Ok(FarmRewards {
			farm,
			from,
			to,
			page,
			pages: span.pages,
			count,
			totals,
			periods: shown,
			history,
		})
	}

	fn period_json(&self, period: u32, totals: RewardTotals, rows: &[Row]) -> FarmPeriodRewards {
		let (mut receipts, mut payouts) = (Vec::new(), Vec::new());
		for row in rows {
			match RecordJson::new(row, self.format) {
				RecordJson::Receipt(receipt) => receipts.push(receipt),
				RecordJson::Payout(payout) => payouts.push(payout),
				RecordJson::Bill(_) => {},
			}
		}
		FarmPeriodRewards { period, totals, receipts, payouts }
	}

	fn history_report(&self) -> Result<HistoryReport, RpcError> {
		let head = self.store.head();
		Ok(HistoryReport {
			history: History::from(&head),
			records: head.records,
			missing_blocks: head.missing,
			last_missing: self.store.missing(MAX_MISSING)?,
		})
	}
}

impl GridApiServer for Grid {
	fn farm_rewards(
		&self,
		farm: u32,
		from: u32,
		to: u32,
		page: Option<u64>,
	) -> RpcResult<FarmRewards> {
		Ok(self.rewards_page(farm, from, to, page.unwrap_or_default())?)
	}

	fn bills(&self, contract: u64, page: Option<u64>) -> RpcResult<BillsPage> {
		Ok(self.bills_page(contract, page.unwrap_or_default())?)
	}

	fn history(&self) -> RpcResult<HistoryReport> {
		Ok(self.history_report()?)
	}
}

fn checked_periods(from: u32, to: u32) -> Result<impl Iterator<Item = u32>, RpcError> {
	let asked = match to.checked_sub(from) {
		Some(difference) => u64::from(difference) + 1,
		None => return Err(RpcError::PeriodsReversed { from, to }),
	};
	if asked > u64::from(MAX_PERIODS) {
		return Err(RpcError::TooManyPeriods { asked });
	}
	Ok(from..=to)
}

/// A page's records among all that were asked for.
struct Span {
	first: u64,
	count: u64,
	pages: u64,
}

impl Span {
	/// The page `page` of `records`. There is always a first page, if an empty one.
	fn of_page(page: u64, records: u64) -> Result<Self, RpcError> {
		let pages = records.div_ceil(PAGE).max(1);
		if page >= pages {
			return Err(RpcError::PageNotFound { page, pages });
		}
		let first = page.saturating_mul(PAGE);
		Ok(Self { first, count: PAGE.min(records.saturating_sub(first)), pages })
	}

	/// The first and the number of this span's records that lie in a list of `records`, before which there
	/// are `before` others.
	fn within(&self, before: u64, records: u64) -> Option<(u64, u64)> {
		let end = self.first.saturating_add(self.count);
		let from = self.first.max(before);
		let to = end.min(before.saturating_add(records));
		(from < to).then(|| (from - before, to - from))
	}
}
