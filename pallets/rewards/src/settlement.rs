//! When a settlement begins, and how it goes on from block to block.
//!
//! A settlement is a row of small steps: one node, one payout, one item to clear. Each is paid for from the
//! block's slice before it is taken, and done as a whole or not at all. Between blocks only [`Progress`]
//! says what comes next, so that a settlement over many blocks ends like one in a single block.

use crate::{
	pallet::*, Config, Event, OpenPeriod, Pallet, PeriodSummary, Progress, WeightInfo,
	STORAGE_VERSION,
};
use frame_support::{
	traits::{Get, GetStorageVersion},
	weights::{Weight, WeightMeter},
};
use gridchain_primitives::{
	now,
	traits::{Attested, PriceFeed, Records},
	Calendar, NodeId, Percent, Period, Seconds,
};

impl<T: Config> Pallet<T> {
	/// Takes as many steps as fit the slice of this block.
	pub(crate) fn settle(meter: &mut WeightMeter) {
		if meter.try_consume(T::WeightInfo::poll()).is_err()
			|| Self::on_chain_storage_version() != STORAGE_VERSION
		{
			return;
		}
		let stored = Settlement::<T>::get();
		let due = if stored.is_none() { Self::due() } else { None };
		if stored.is_none() && due.is_none() {
			return;
		}
		let mut slice = Self::slice(meter);
		let mut progress = stored;
		if let Some((period, calendar)) = due {
			if slice.try_consume(T::WeightInfo::begin()).is_err() {
				return;
			}
			progress = Some(Self::begin(period, &calendar));
		}
		Settlement::<T>::set(Self::advance(progress, &mut slice));
		meter.consume(slice.consumed());
	}

	/// Goes on until the slice is used up, or there is nothing left to do.
	pub(crate) fn advance(
		mut progress: Option<Progress>,
		slice: &mut WeightMeter,
	) -> Option<Progress> {
		while let Some(current) = progress {
			if slice.try_consume(Self::cost(&current)).is_err() {
				return Some(current);
			}
			progress = Self::step(current);
		}
		None
	}

	fn step(progress: Progress) -> Option<Progress> {
		match progress {
			Progress::Receipts { open, next } => Some(Self::write_next_receipt(open, next)),
			Progress::Payouts { open, after } => Some(Self::pay_next_farm(open, after)),
			Progress::Booked { open, after } => Self::retry_next_farm(open, after),
			Progress::Clearing { period, part } => Self::clear_next(period, part),
		}
	}

	/// What the next step costs at most, with the records it notes.
	fn cost(progress: &Progress) -> Weight {
		match progress {
			Progress::Receipts { open, next } if Self::has_node(open, *next) => {
				T::WeightInfo::settle_node().saturating_add(T::Records::weight())
			},
			Progress::Receipts { .. } => T::WeightInfo::fix_factors(),
			Progress::Payouts { .. } => {
				T::WeightInfo::pay_farm().saturating_add(T::Records::weight().saturating_mul(2))
			},
			Progress::Booked { .. } => {
				let retry = T::WeightInfo::retry_farm().saturating_add(T::Records::weight());
				retry.max(T::WeightInfo::finish())
			},
			Progress::Clearing { .. } => T::WeightInfo::clear_item(),
		}
	}

	/// The settlement's part of the block, within what is left of it.
	fn slice(meter: &WeightMeter) -> WeightMeter {
		let share = Params::<T>::get().block_share * T::BlockWeights::get().max_block;
		WeightMeter::with_limit(share.min(meter.remaining()))
	}

	/// The period whose settlement begins now, with the calendar.
	///
	/// It begins a while after the period's end, once all live nodes have reported since; at half of the next
	/// period at the latest, whatever the tunables say of a period length that has changed since; and at once if
	/// even the next period has ended.
	pub(crate) fn due() -> Option<(Period, Calendar)> {
		let next = NextToSettle::<T>::get();
		let calendar = T::Attested::calendar()?;
		let following = next.next()?;
		if following > calendar.period {
			return None;
		}
		let half = Seconds(calendar.end.since(calendar.start).0 / 2);
		let delay = Params::<T>::get().settlement_delay.min(half);
		let begins = calendar.start.plus(delay);
		let is_time = now::<T::Clock>() >= begins && T::Attested::reports_are_in();
		(following < calendar.period || is_time).then_some((next, calendar))
	}

	/// Begins the settlement of `period`.
	pub(crate) fn begin(period: Period, calendar: &Calendar) -> Progress {
		T::Attested::close(period);
		let summary = Self::summary_of(period, calendar);
		Self::deposit_event(Event::SettlementStarted {
			period,
			start: summary.start,
			end: summary.end,
			last_node: summary.last_node,
			market_price: summary.market_price,
		});
		Progress::Receipts { open: OpenPeriod { period, summary }, next: NodeId(1) }
	}

	/// The beginnings of a period's own record.
	///
	/// The calendar knows the running period and the one before it. Of an older one, which there is only if
	/// the calendar didn't wait for its settlement, the start is where the last settled one ended.
	fn summary_of(period: Period, calendar: &Calendar) -> PeriodSummary {
		let previous_start = calendar.previous_start.unwrap_or(calendar.start);
		let is_previous = period.next() == Some(calendar.period);
		let before = period.0.checked_sub(1).and_then(|before| Periods::<T>::get(Period(before)));
		PeriodSummary {
			start: before.map_or(previous_start, |before| before.end),
			end: if is_previous { calendar.start } else { previous_start },
			market_price: T::PriceFeed::usd_per_tft(),
			last_node: T::Attested::last_id(),
			..Default::default()
		}
	}

	/// Ends the settlement of a period, and goes on to clear what is too old.
	pub(crate) fn finish(open: OpenPeriod) -> Option<Progress> {
		let OpenPeriod { period, summary } = open;
		Self::deposit_event(Event::PeriodSettled {
			period,
			receipts: summary.receipts,
			payouts: summary.payouts,
			due: summary.due,
			total: summary.total,
			room: summary.room,
			minted: summary.minted,
			revenue: summary.revenue,
		});
		Periods::<T>::insert(period, summary);
		NextToSettle::<T>::put(Period(period.0.saturating_add(1)));
		Self::next_to_clear()
	}

	/// One hundredth of a block must hold any step, because that is the least slice there can be.
	pub(crate) fn check_that_steps_fit_a_slice() {
		let least = Percent::from_percent(1) * T::BlockWeights::get().max_block;
		let records = T::Records::weight().saturating_mul(2);
		let steps = [
			T::WeightInfo::begin().saturating_add(T::WeightInfo::poll()),
			T::WeightInfo::settle_node().saturating_add(records),
			T::WeightInfo::fix_factors(),
			T::WeightInfo::pay_farm().saturating_add(records),
			T::WeightInfo::retry_farm().saturating_add(records),
			T::WeightInfo::finish(),
			T::WeightInfo::clear_item(),
		];
		assert!(
			steps.iter().all(|step| step.all_lte(least)),
			"rewards: a step of the settlement takes more than one hundredth of a block"
		);
	}
}
