//! Names: what they look like, and that nobody else has one meanwhile.

use crate::{
	Config, ContractKind, Error, Event, Label, Name, NameOf, Pallet, ProposedName, Standing,
	MIN_NAME_LENGTH,
};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use gridchain_primitives::traits::{Twins, Windows};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_reserve_name(
		account: &T::AccountId,
		proposed: ProposedName,
	) -> DispatchResult {
		let owner = T::Twins::of(account).ok_or(Error::<T>::TwinNotFound)?;
		let name = Self::checked_name(proposed)?;
		ensure!(!NameOf::<T>::contains_key(&name), Error::<T>::NameTaken);
		let contract = Self::next_id()?;
		NameOf::<T>::insert(&name, contract);
		let kind = Name { name: name.clone(), standing: Standing::Active };
		Self::add(account, contract, owner, ContractKind::Name(kind))?;
		T::Windows::open(contract, Name::terms(owner))?;
		// At once: a name is the owner's from this moment on, nobody has to deliver it.
		T::Windows::start(contract)?;
		Self::deposit_event(Event::NameReserved { contract, owner, name });
		Ok(())
	}

	/// The name that `proposed` is, if it can be one: a label as the names of the internet are made of.
	fn checked_name(proposed: ProposedName) -> Result<Label, Error<T>> {
		let name: Label = proposed.into_inner().try_into().map_err(|_| Error::<T>::NameTooLong)?;
		ensure!(name.len() >= MIN_NAME_LENGTH as usize, Error::<T>::NameTooShort);
		ensure!(name.iter().all(is_allowed), Error::<T>::ForbiddenCharacter);
		let ends = [name.first(), name.last()];
		ensure!(!ends.contains(&Some(&b'-')), Error::<T>::HyphenAtEnd);
		Ok(name)
	}
}

/// Whether a name may have `byte`. Capitals are none of them: two names that differ in those alone are one in
/// the names of the internet.
fn is_allowed(byte: &u8) -> bool {
	byte.is_ascii_lowercase() || byte.is_ascii_digit() || *byte == b'-'
}
