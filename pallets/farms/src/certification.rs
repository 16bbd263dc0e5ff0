//! Which farms a certifier vouches for.

use crate::{Config, Error, Event, Farms, Pallet};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use gridchain_primitives::{FarmCertification, FarmId};

impl<T: Config> Pallet<T> {
	/// The body of `set_farm_certification`.
	pub(crate) fn do_set_certification(
		farm: FarmId,
		certification: FarmCertification,
	) -> DispatchResult {
		let before = Farms::<T>::try_mutate(farm, |record| {
			let record = record.as_mut().ok_or(Error::<T>::NotFound)?;
			ensure!(record.certification != certification, Error::<T>::NothingToChange);
			Ok::<_, Error<T>>(core::mem::replace(&mut record.certification, certification))
		})?;
		Self::deposit_event(Event::CertificationSet { farm, before, certification });
		Ok(())
	}
}
