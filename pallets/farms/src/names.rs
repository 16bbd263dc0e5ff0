//! Names of farms: what they look like, and that no two read the same.

use crate::{Config, Error, FarmByName, FarmName, Pallet, ProposedName, MIN_NAME_LENGTH};
use frame_support::ensure;
use gridchain_primitives::FarmId;
use sp_runtime::DispatchResult;

impl<T: Config> Pallet<T> {
	/// The name that `proposed` is, if farms may be called so.
	pub(crate) fn checked_name(proposed: ProposedName) -> Result<FarmName, Error<T>> {
		let name: FarmName =
			proposed.into_inner().try_into().map_err(|_| Error::<T>::NameTooLong)?;
		ensure!(name.len() >= MIN_NAME_LENGTH as usize, Error::<T>::NameTooShort);
		ensure!(name.iter().all(is_allowed), Error::<T>::ForbiddenCharacter);
		Ok(name)
	}

	/// What `name` is found by.
	pub(crate) fn index_key(name: &FarmName) -> FarmName {
		let mut key = name.clone();
		key.iter_mut().for_each(|letter| letter.make_ascii_lowercase());
		key
	}

	/// Gives `name` to `farm`. Fails if another farm has it.
	pub(crate) fn take_name(farm: FarmId, name: &FarmName) -> DispatchResult {
		FarmByName::<T>::try_mutate(Self::index_key(name), |holder| {
			ensure!(holder.is_none_or(|holder| holder == farm), Error::<T>::NameTaken);
			*holder = Some(farm);
			Ok(())
		})
	}

	/// Gives `to` to `farm` in place of `from`.
	pub(crate) fn change_name(farm: FarmId, from: &FarmName, to: &FarmName) -> DispatchResult {
		// Taken after the old one is freed: with other capitals it is the same entry.
		FarmByName::<T>::remove(Self::index_key(from));
		Self::take_name(farm, to)
	}
}

/// Whether a name may have `byte`.
fn is_allowed(byte: &u8) -> bool {
	byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}
