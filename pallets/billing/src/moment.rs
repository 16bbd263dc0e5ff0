//! What is the same for all that a block bills.

use crate::{pallet::*, params::BillingParams, types::Pricing};
use gridchain_primitives::{
	now,
	traits::{Meters, PriceFeed},
	Price, Seconds, Slot, Time,
};

/// The values by which every bill of a block goes. They are read once, before the first of them.
pub(crate) struct Moment<T: Config> {
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
	/// How long a step of the queue is.
	pub slot_length: Seconds,
	/// What all meters of the block are read by.
	pub meters: <T::Meters as Meters>::Moment,
}

impl<T: Config> Moment<T> {
	/// That of the running block.
	pub fn read() -> Self {
		Self {
			now: now::<T::Clock>(),
			params: Params::<T>::get(),
			price: T::PriceFeed::usd_per_tft(),
			pricing: CurrentPolicy::<T>::get(),
			halted: Halted::<T>::get().total,
			slot_length: SlotLength::<T>::get(),
			meters: T::Meters::moment(),
		}
	}

	/// The first slot that begins no earlier than `due`. A slot is drained once it has begun, so nothing is acted on
	/// before its time.
	pub fn slot_of(&self, due: Time) -> Slot {
		Slot(due.0.div_ceil(self.slot_length.0.max(1)))
	}

	/// The last slot that has begun.
	pub fn begun_slot(&self) -> Slot {
		Slot(self.now.0 / self.slot_length.0.max(1))
	}
}
