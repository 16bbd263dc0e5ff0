//! The price of TFT: what of the market's is believed, and how old it is.

use crate::{pallet::*, params::BillingParams, types::Quotation, weights::WeightInfo};
use frame_support::weights::WeightMeter;
use gridchain_math::followed;
use gridchain_primitives::{now, traits::PriceFeed, Price, Time};
use sp_runtime::traits::Zero;

impl<T: Config> Pallet<T> {
	/// Accepts what the market says, the `median` of its fresh feeds.
	///
	/// The price follows it by at most 10 % an hour since it was accepted last, and stays within the band of the
	/// params, which goes before the other: a region that moves the band means it. The first price of all has
	/// nothing to follow and is only held within the band. A median of zero is no price, and changes nothing.
	///
	/// - Called by the runtime when the oracle has combined its feeds. Never fails: an absurd market moves the
	///   price slowly and not far.
	/// - Emits [`Event::PriceSet`] if the price changes, or was stale.
	pub fn accept_price(median: Price) {
		if median.is_zero() {
			return;
		}
		let now = now::<T::Clock>();
		let last = TftPrice::<T>::get();
		let followed = match last {
			Some(last) => followed(last.price, median, now.since(last.accepted)),
			None => median,
		};
		let price = Params::<T>::get().within_band(followed);
		TftPrice::<T>::put(Quotation { price, accepted: now, stale: false });
		if last.is_none_or(|last| last.stale || last.price != price) {
			Self::deposit_event(Event::PriceSet { price, median });
		}
	}

	/// Tells once that the market has been silent for too long. The price of genesis, which came before time
	/// began, is as old as the first block.
	pub(crate) fn watch_price(params: &BillingParams, meter: &mut WeightMeter) {
		let Some(quotation) = TftPrice::<T>::get() else {
			return;
		};
		let now = now::<T::Clock>();
		let Quotation { price, accepted, stale } = quotation;
		let undated = accepted == Time::default();
		let aged = !undated && !stale && now.since(accepted) > params.price_life;
		if !(undated || aged) || meter.try_consume(T::WeightInfo::accept_price()).is_err() {
			return;
		}
		if undated {
			TftPrice::<T>::put(Quotation { accepted: now, ..quotation });
		} else {
			TftPrice::<T>::put(Quotation { stale: true, ..quotation });
			Self::deposit_event(Event::PriceStale { price, accepted });
		}
	}

	/// The params have changed: the price goes into the new band at once.
	pub(crate) fn hold_price_within(params: &BillingParams) {
		let Some(quotation) = TftPrice::<T>::get() else {
			return;
		};
		let price = params.within_band(quotation.price);
		if price != quotation.price {
			TftPrice::<T>::put(Quotation { price, ..quotation });
			Self::deposit_event(Event::PriceSet { price, median: quotation.price });
		}
	}
}

/// The last price that was accepted, however old: windows go on at it while the market is silent.
impl<T: Config> PriceFeed for Pallet<T> {
	fn usd_per_tft() -> Option<Price> {
		TftPrice::<T>::get().map(|quotation| quotation.price)
	}
}
