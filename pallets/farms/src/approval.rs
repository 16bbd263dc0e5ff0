//! Which farms the region approves of.

use crate::{Config, Error, Event, Farms, Pallet};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use gridchain_primitives::FarmId;

impl<T: Config> Pallet<T> {
	/// The body of `approve_farm`.
	pub(crate) fn do_approve_farm(farm: FarmId) -> DispatchResult {
		Self::set_approved(farm, true, Error::<T>::AlreadyApproved)?;
		Self::deposit_event(Event::FarmApproved { farm });
		Ok(())
	}

	/// The body of `disapprove_farm`.
	pub(crate) fn do_disapprove_farm(farm: FarmId) -> DispatchResult {
		Self::set_approved(farm, false, Error::<T>::NotApproved)?;
		Self::deposit_event(Event::FarmDisapproved { farm });
		Ok(())
	}

	/// Fails with `unchanged` when it is so already.
	fn set_approved(farm: FarmId, approved: bool, unchanged: Error<T>) -> DispatchResult {
		Farms::<T>::try_mutate(farm, |record| {
			let record = record.as_mut().ok_or(Error::<T>::NotFound)?;
			ensure!(record.approved != approved, unchanged);
			record.approved = approved;
			Ok(())
		})
	}
}
