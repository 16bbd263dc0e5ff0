//! What bills have brought in: booked, flushed once a session, taken by settlements.

use crate::{bill::Parties, pallet::*, types::Bookings};
use frame_support::{
	ensure,
	pallet_prelude::DispatchResult,
	storage::with_storage_layer,
	traits::{
		fungible::{Inspect, Mutate},
		tokens::{Fortitude, Precision, Preservation},
		Get,
	},
};
use gridchain_primitives::{traits::Revenue, Balance, NodeId, Split};
use sp_runtime::{ArithmeticError, DispatchError};

/// `to + amount`, or an error past the greatest balance.
pub(crate) fn sum(to: Balance, amount: Balance) -> Result<Balance, DispatchError> {
	to.checked_add(amount).ok_or(ArithmeticError::Overflow.into())
}

impl<T: Config> Pallet<T> {
	/// Books the farm's and the provider's parts of a bill with them. Returns all parts as they are the pot's to
	/// book.
	pub(crate) fn book(
		parties: &Parties<T::AccountId>,
		split: Split,
	) -> Result<Split, DispatchError> {
		let split = Self::rightful(parties, split)?;
		if let Some(node) = parties.node.filter(|_| split.farm > 0) {
			let revenue = sum(NodeRevenue::<T>::get(node), split.farm)?;
			NodeRevenue::<T>::insert(node, revenue);
		}
		Ok(split)
	}

	/// `split` with the part of a provider that has gone since the window opened for the farm, and the farm's part
	/// of what has no farm, a name, for the treasury. Books the provider's.
	fn rightful(parties: &Parties<T::AccountId>, mut split: Split) -> Result<Split, DispatchError> {
		if split.provider > 0 {
			let booked = match parties.provider {
				Some(provider) => Self::book_for_provider(provider, split.provider)?,
				None => false,
			};
			if !booked {
				split.farm = sum(split.farm, split.provider)?;
				split.provider = 0;
			}
		}
		if parties.node.is_none() {
			split.treasury = sum(split.treasury, split.farm)?;
			split.farm = 0;
		}
		Ok(split)
	}

	/// Burns the burned part and pays the treasury and the validators, each by itself: what can't be moved
	/// stays booked until the next session.
	pub(crate) fn flush(session: u32) {
		let booked = Booked::<T>::get();
		let burned = Self::burn(booked.burn);
		let treasury = Self::pay_out(&T::Treasury::get(), booked.treasury);
		let validators = Self::pay_out(&T::ValidatorsPot::get(), booked.validators);
		let left = Bookings {
			burn: booked.burn.saturating_sub(burned),
			treasury: booked.treasury.saturating_sub(treasury),
			validators: booked.validators.saturating_sub(validators),
			..booked
		};
		Booked::<T>::put(left);
		let surplus = Self::pay_out(&T::Treasury::get(), Self::surplus(&left));
		if burned > 0 || treasury > 0 || validators > 0 || surplus > 0 {
			Self::deposit_event(Event::Flushed { session, burned, treasury, validators, surplus });
		}
	}

	/// What the pot has beyond its existential deposit and all that is booked: what strangers sent it.
	fn surplus(booked: &Bookings) -> Balance {
		let owed = booked.total().unwrap_or(Balance::MAX);
		T::Currency::balance(&Self::pot())
			.saturating_sub(T::Currency::minimum_balance())
			.saturating_sub(owed)
	}

	/// Takes `amount` of the pot out of issuance. Returns what was taken: all or nothing.
	fn burn(amount: Balance) -> Balance {
		if amount == 0 {
			return 0;
		}
		let burned = with_storage_layer(|| {
			T::Currency::burn_from(
				&Self::pot(),
				amount,
				Preservation::Preserve,
				Precision::Exact,
				Fortitude::Polite,
			)
		});
		let burned = burned.unwrap_or(0);
		Burned::<T>::mutate(|total| *total = total.saturating_add(burned));
		burned
	}

	/// Pays `amount` out of the pot. Returns what was paid: all or nothing.
	fn pay_out(to: &T::AccountId, amount: Balance) -> Balance {
		if amount == 0 {
			return 0;
		}
		let paid = with_storage_layer(|| {
			T::Currency::transfer(&Self::pot(), to, amount, Preservation::Preserve)
		});
		paid.unwrap_or(0)
	}

	/// What bills have taken out of issuance since genesis.
	pub fn burned() -> Balance {
		Burned::<T>::get()
	}

	/// What is in the pot beside its existential deposit, and whose it is.
	pub fn booked() -> Bookings {
		Booked::<T>::get()
	}
}

impl<T: Config> Revenue<T::AccountId> for Pallet<T> {
	fn take(node: NodeId) -> Balance {
		let revenue = NodeRevenue::<T>::take(node);
		if revenue > 0 {
			Booked::<T>::mutate(|booked| {
				booked.nodes = booked.nodes.saturating_sub(revenue);
				booked.taken = booked.taken.saturating_add(revenue);
			});
		}
		revenue
	}

	fn mint(amount: Balance) -> DispatchResult {
		T::Currency::mint_into(&Self::pot(), amount)?;
		Booked::<T>::try_mutate(|booked| {
			booked.taken = sum(booked.taken, amount)?;
			Ok(())
		})
	}

	fn pay(account: &T::AccountId, amount: Balance) -> DispatchResult {
		let mut booked = Booked::<T>::get();
		ensure!(amount <= booked.taken, Error::<T>::InsufficientRevenue);
		T::Currency::transfer(&Self::pot(), account, amount, Preservation::Preserve)?;
		booked.taken = booked.taken.saturating_sub(amount);
		Booked::<T>::put(booked);
		Ok(())
	}
}
