//! What is the same for all that a block bills.

use crate::{pallet::*, params::BillingParams, types::Pricing};
use gridchain_primitives::{now, traits::PriceFeed, Price, Seconds, Time};

/// The values by which every bill of a block goes. They are read once, before the first of them.
pub(crate) struct Moment {
	/// Chain time.
	pub now: Time,
	/// Everything that can be tuned.
	pub params: BillingParams,
	/// Dollars for one TFT, unless the market has never spoken.
	pub price: Option<Price>,
	/// The prices that new windows take.
	pub pricing: Option<Pricing>,
	/// How long the chain has stood still in all.
	pub halted: Seconds,
}

impl Moment {
	/// That of the running block.
	pub fn read<T: Config>() -> Self {
		Self {
			now: now::<T::Clock>(),
			params: Params::<T>::get(),
			price: T::PriceFeed::usd_per_tft(),
			pricing: CurrentPolicy::<T>::get(),
			halted: Halted::<T>::get().total,
		}
	}
}
