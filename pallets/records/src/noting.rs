//! Adding a record to the block's list.

use crate::{Config, List, Pallet, WeightInfo};
use frame_support::weights::Weight;
use gridchain_primitives::{traits::Records, Record};

impl<T: Config> Records<T::AccountId> for Pallet<T> {
	fn note(record: Record<T::AccountId>) {
		// Appended as bytes: the records that are there already aren't decoded.
		List::<T>::append(record);
	}

	fn weight() -> Weight {
		T::WeightInfo::on_finalize(1).saturating_sub(T::WeightInfo::on_finalize(0))
	}
}
