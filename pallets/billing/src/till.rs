//! The till: what bills have taken and the pot doesn't have yet.
//!
//! Every bill would change the pot's account and its books, so those of a block put what they take into a till, in
//! memory, which is emptied into the pot once.

use crate::{pallet::*, types::Bookings};
use frame_support::{
	pallet_prelude::DispatchResult,
	storage::with_storage_layer,
	traits::{
		fungible::{Balanced, Credit},
		Imbalance,
	},
};
use gridchain_primitives::Split;
use sp_runtime::{ArithmeticError, DispatchError};

/// Money that has left a payer's account and is in no other yet.
pub(crate) type Money<T> = Credit<<T as frame_system::Config>::AccountId, <T as Config>::Currency>;

/// Money on its way into the pot, and whose it is.
#[must_use = "money that is let go of is lost to the issuance"]
pub(crate) struct Till<T: Config> {
	money: Money<T>,
	booked: Bookings,
}

impl<T: Config> Till<T> {
	/// An empty one.
	pub fn new() -> Self {
		Self { money: Money::<T>::zero(), booked: Bookings::default() }
	}

	/// Puts the `money` of a bill into it, which belongs to whom `split` says.
	pub fn put(&mut self, money: Money<T>, split: &Split) {
		let Split { burned, treasury, validators, provider, farm } = *split;
		self.put_all(Self {
			money,
			booked: Bookings {
				burn: burned,
				treasury,
				validators,
				nodes: farm,
				providers: provider,
				taken: 0,
			},
		});
	}

	/// Puts all of `other` into it.
	pub fn put_all(&mut self, other: Self) {
		self.booked = self.booked.with(&other.booked);
		self.money.subsume(other.money);
	}

	/// Whether there is no money in it.
	pub fn is_empty(&self) -> bool {
		self.money.peek() == 0
	}
}

impl<T: Config> Pallet<T> {
	/// Empties `till` into the pot, and books it.
	pub(crate) fn empty(till: Till<T>) -> DispatchResult {
		let Till { money, booked } = till;
		if money.peek() > 0 {
			let stored = T::Currency::resolve(&Self::pot(), money);
			// Genesis made the pot, and all money together fits a balance.
			stored.map_err(|_| ArithmeticError::Overflow)?;
			Booked::<T>::mutate(|all| *all = all.with(&booked));
		}
		Ok(())
	}

	/// Does something that bills, and empties its till: all of it or nothing.
	///
	/// Money that is let go of is lost to the issuance. So what fails lets go of its till within the storage layer
	/// that undoes it.
	pub(crate) fn with_till<R>(
		bill: impl FnOnce(&mut Till<T>) -> Result<R, DispatchError>,
	) -> Result<R, DispatchError> {
		with_storage_layer(|| {
			let mut till = Till::new();
			let result = bill(&mut till)?;
			Self::empty(till)?;
			Ok(result)
		})
	}
}
