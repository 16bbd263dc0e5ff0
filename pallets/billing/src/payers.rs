//! What the open windows of a twin cost together, and the warning before its money ends.

use crate::{pallet::*, types::Payer};
use frame_support::defensive;
use gridchain_primitives::{Cost, Price, Rate, Seconds, TwinId};

/// A day, in which warnings count.
const DAY: u64 = 24 * 3_600;

impl<T: Config> Pallet<T> {
	/// `twin` has one open window more, at `rate`. Returns what all of them cost.
	pub(crate) fn add_rate(twin: TwinId, rate: Rate) -> Rate {
		let mut payer = Payers::<T>::get(twin);
		payer.rate = payer.rate.checked_add(rate).unwrap_or(payer.rate);
		payer.windows = payer.windows.saturating_add(1);
		Payers::<T>::insert(twin, payer);
		payer.rate
	}

	/// An open window of `twin` costs `new` now. Returns what all of them cost; writes nothing if it is the
	/// same as before, which is so for nearly every bill.
	pub(crate) fn change_rate(twin: TwinId, old: Rate, new: Rate) -> Rate {
		let mut payer = Payers::<T>::get(twin);
		if old != new {
			payer.rate = Self::without(payer.rate, old).checked_add(new).unwrap_or(payer.rate);
			Payers::<T>::insert(twin, payer);
		}
		payer.rate
	}

	/// `twin` has one open window less.
	pub(crate) fn remove_rate(twin: TwinId, rate: Rate) {
		Payers::<T>::mutate_exists(twin, |entry| {
			let payer = entry.take().unwrap_or_default();
			let windows = payer.windows.saturating_sub(1);
			*entry =
				(windows > 0).then(|| Payer { rate: Self::without(payer.rate, rate), windows });
		});
	}

	fn without(sum: Rate, part: Rate) -> Rate {
		sum.checked_sub(part).unwrap_or_else(|| {
			defensive!("the rate of a window is part of its payer's sum");
			Rate::ZERO
		})
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
		let lasts = rate.span_within(Cost::paid_by(Self::spendable(&account), price));
		if lasts < warning {
			let days = u32::try_from(lasts.0 / DAY).unwrap_or(u32::MAX);
			Self::deposit_event(Event::FundsLow { twin, account, days });
		}
	}
}
