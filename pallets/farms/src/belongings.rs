//! What belongs to a farm in all, and what is held of its owner for it.

use crate::{Belongings, BelongingsOf, Config, Error, HoldReason, Pallet};
use frame_support::traits::fungible::InspectHold;
use gridchain_primitives::{Balance, FarmId};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// Changes what is noted as belonging to `farm`.
	pub(crate) fn change_belongings<R>(
		farm: FarmId,
		change: impl FnOnce(&mut Belongings) -> Result<R, DispatchError>,
	) -> Result<R, DispatchError> {
		BelongingsOf::<T>::try_mutate(farm, |belongings| {
			change(belongings.as_mut().ok_or(Error::<T>::NotFound)?)
		})
	}

	/// Lays a deposit of `account` down, or gives one back, and says how much that is: a ticket keeps its amount
	/// to itself, and when a farm goes to another owner its deposits are moved by their sum.
	pub(crate) fn measured<R>(
		reason: HoldReason,
		account: &T::AccountId,
		change: impl FnOnce() -> Result<R, DispatchError>,
	) -> Result<(R, Balance), DispatchError> {
		let reason = reason.into();
		let before = T::Currency::balance_on_hold(&reason, account);
		let result = change()?;
		let after = T::Currency::balance_on_hold(&reason, account);
		Ok((result, before.abs_diff(after)))
	}
}
