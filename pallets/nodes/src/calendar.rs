//! Reward periods and their boundaries.

use crate::{Config, Event, Pallet, Params, PeriodBook, Periods};
use frame_support::defensive;
use gridchain_primitives::{Calendar, Period, Seconds, Time};

impl<T: Config> Pallet<T> {
	/// The calendar as of `now`, whether or not the hook has seen the last boundary yet.
	pub(crate) fn book_at(now: Time) -> PeriodBook {
		let length = Params::<T>::get().period_length;
		match Periods::<T>::get() {
			Some(book) => forward(book, now, length, Self::block()),
			None => PeriodBook {
				calendar: first(now, length),
				closed: None,
				released: None,
				swept_to: Period(0),
				first_block: Self::block(),
			},
		}
	}

	/// Stores the calendar as of now, if a period has begun since it was last stored.
	pub(crate) fn roll_calendar() -> PeriodBook {
		let stored = Periods::<T>::get();
		let book = Self::book_at(Self::now());
		if stored != Some(book) {
			Periods::<T>::put(book);
			let Calendar { period, start, end, .. } = book.calendar;
			let begins = stored.is_none_or(|stored| stored.calendar.period != period);
			Self::deposit_event(if begins {
				Event::PeriodBegan { period, start, end }
			} else {
				Event::PeriodExtended { period, start, end }
			});
		}
		book
	}

	/// From now on seconds of `period` are dropped.
	pub(crate) fn close_period(period: Period) {
		let mut book = Self::roll_calendar();
		if period >= book.calendar.period {
			// Closing a period that still runs would drop seconds that nobody has settled.
			defensive!("a period is settled before it has ended", period);
			return;
		}
		book.closed = book.closed.max(Some(period));
		Periods::<T>::put(book);
	}

	/// The figures of `period` are not needed any more.
	pub(crate) fn release_period(period: Period) {
		let mut book = Self::roll_calendar();
		book.released = book.released.max(Some(period));
		Periods::<T>::put(book);
	}

	/// Whether the running period was first seen so many blocks ago that whoever is live has reported in it.
	pub(crate) fn all_have_reported() -> bool {
		let book = Self::book_at(Self::now());
		Self::block().saturating_sub(book.first_block) > Params::<T>::get().live_blocks
	}
}

/// Period 0, which begins with the first block's time.
fn first(now: Time, length: Seconds) -> Calendar {
	Calendar { period: Period(0), start: now, end: now.plus(length), previous_start: None }
}

/// The book with the period that runs at `now`.
///
/// A chain that stood still past several boundaries has one period for the whole standstill: it begins where
/// the last one ended and ends a whole number of lengths later. So no seconds fall into a period that no
/// block has seen, and nobody's uptime is lost.
///
/// The nodes keep the figures of two periods. While those of the one before the running one are still needed,
/// which only a standstill can bring about, the running one is extended by whole lengths instead.
fn forward(book: PeriodBook, now: Time, length: Seconds, block: u32) -> PeriodBook {
	let PeriodBook { calendar, .. } = book;
	if now < calendar.end {
		return book;
	}
	let missed = now.since(calendar.end).0.checked_div(length.0).unwrap_or_default();
	let span = Seconds(length.0.saturating_mul(missed.saturating_add(1)));
	let end = calendar.end.plus(span);
	let previous = calendar.period.0.checked_sub(1).map(Period);
	if previous > book.released {
		return PeriodBook { calendar: Calendar { end, ..calendar }, ..book };
	}
	let Some(period) = calendar.period.next() else {
		defensive!("there have been 2^32 periods");
		return book;
	};
	let calendar =
		Calendar { period, start: calendar.end, end, previous_start: Some(calendar.start) };
	PeriodBook { calendar, first_block: block, ..book }
}
