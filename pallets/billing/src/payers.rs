//! What the open windows of a twin cost together, and the warning before its money ends.

use crate::{factors::Factors, pallet::*, types::Payer};
use frame_support::defensive;
use gridchain_primitives::{Cost, Price, Rate, Seconds, TwinId};

/// A day, in which warnings count.
const DAY: u64 = 24 * 3_600;

impl<T: Config> Pallet<T> {
	/// A window of `twin` with `factors` opens beside those of `others`. Returns what all of them cost an hour.
	pub(crate) fn add_window(twin: TwinId, others: Payer, factors: &Factors) -> Rate {
		let all = Self::with(others, factors);
		Payers::<T>::insert(twin, all);
		all.rate
	}

	/// A window of `twin`, whose entry is `payer`, costs what `new` says instead of `old`. Returns what all of them
	/// cost an hour; writes nothing if that is the same as before, which is so for nearly every bill.
	pub(crate) fn change_window(twin: TwinId, payer: Payer, old: &Factors, new: &Factors) -> Rate {
		let all = Self::with(Self::without(payer, old), new);
		if all != payer {
			Payers::<T>::insert(twin, all);
		}
		all.rate
	}

	/// `twin` has one open window less.
	pub(crate) fn remove_window(twin: TwinId, factors: &Factors) {
		let payer = Payers::<T>::get(twin);
		Self::put_payer(twin, Self::without(payer, factors));
	}

	/// `payer` and a window with `factors`. What passes the greatest rate counts as that: no window that opened
	/// has come near it.
	fn with(payer: Payer, factors: &Factors) -> Payer {
		let Payer { list, rate, windows, stake } = payer;
		let sum = |sum: Rate, part| sum.checked_add(part).unwrap_or(sum);
		Payer {
			list: sum(list, factors.list),
			rate: sum(rate, factors.hourly.rate),
			windows: windows.saturating_add(1),
			stake,
		}
	}

	/// `payer` without a window with `factors`.
	pub(crate) fn without(payer: Payer, factors: &Factors) -> Payer {
		let Payer { list, rate, windows, stake } = payer;
		let rest = |sum: Rate, part| {
			sum.checked_sub(part).unwrap_or_else(|| {
				defensive!("the rate of a window is part of its payer's sum");
				Rate::ZERO
			})
		};
		Payer {
			list: rest(list, factors.list),
			rate: rest(rate, factors.hourly.rate),
			windows: windows.saturating_sub(1),
			stake,
		}
	}

	/// Warns if the free balance of `account` doesn't last as long as [`BillingParams::warning`] says, when
	/// all windows of `twin` together cost `rate`.
	///
	/// [`BillingParams::warning`]: crate::BillingParams::warning
	pub(crate) fn warn_if_low(
		twin: TwinId,
		account: T::AccountId,
		rate: Rate,
		price: Price,
		warning: Seconds,
	) {
		let spendable = Self::spendable(&account);
		if rate.over(warning).is_some_and(|cost| cost.is_paid_by(spendable, price)) {
			return;
		}
		let lasts = rate.span_within(Cost::paid_by(spendable, price));
		let days = u32::try_from(lasts.0 / DAY).unwrap_or(u32::MAX);
		Self::deposit_event(Event::FundsLow { twin, account, days });
	}
}
