//! The TFT price, until a market's feed takes its place.

use crate::pallet::*;
use frame_support::{ensure, pallet_prelude::DispatchResult};
use gridchain_primitives::{traits::PriceFeed, Price};

impl<T: Config> Pallet<T> {
	/// The body of [`Call::set_price`].
	pub(crate) fn do_set_price(price: Price) -> DispatchResult {
		ensure!(Params::<T>::get().believes(price), Error::<T>::PriceOutOfBand);
		TftPrice::<T>::put(price);
		Self::deposit_event(Event::PriceSet { price });
		Ok(())
	}
}

impl<T: Config> PriceFeed for Pallet<T> {
	fn usd_per_tft() -> Option<Price> {
		TftPrice::<T>::get()
	}
}
