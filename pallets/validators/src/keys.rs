//! Giving session keys back.

use crate::{Config, Error, Pallet, Validators};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use pallet_session::{Pallet as Session, QueuedKeys, SessionInterface};

impl<T: Config> Pallet<T> {
	/// The body of [`Call::withdraw_keys`](crate::Call::withdraw_keys).
	pub(crate) fn do_withdraw_keys(who: &T::AccountId) -> DispatchResult {
		let works = Session::<T>::validators().contains(who);
		let will_work = QueuedKeys::<T>::get().iter().any(|(validator, _)| validator == who);
		let member = Validators::<T>::get().contains(who);
		ensure!(!works && !will_work && !member, Error::<T>::InSet);
		<Session<T> as SessionInterface>::purge_keys(who)
	}
}
