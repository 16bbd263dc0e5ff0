//! How long an epoch is.

use crate::{Config, EpochLength};
use core::marker::PhantomData;
use frame_support::traits::Get;

/// The slots of an epoch, as genesis wrote them: for `pallet_babe::Config::EpochDuration`.
pub struct EpochDuration<T>(PhantomData<T>);

impl<T: Config> Get<u64> for EpochDuration<T> {
	fn get() -> u64 {
		EpochLength::<T>::get().into()
	}
}
