//! Planning and starting sessions.

use crate::{Config, EpochLength, Pallet, PlannedSet, Validators};
use alloc::vec::Vec;
use frame_support::{traits::Get, BoundedVec};
use pallet_session::{historical, NextKeys, SessionManager};
use sp_runtime::traits::Hash;
use sp_staking::SessionIndex;

/// Members of a planned set with the keys they will work with.
type Planned<T> =
	Vec<(<T as frame_system::Config>::AccountId, <T as pallet_session::Config>::Keys)>;

impl<T: Config> Pallet<T> {
	/// The set of the next session, if it or a member's keys are not what was last planned.
	fn plan() -> Option<Vec<T::AccountId>> {
		let planned = Self::members_with_keys();
		let hash = T::Hashing::hash_of(&planned);
		if planned.is_empty() || PlannedSet::<T>::get() == Some(hash) {
			return None;
		}
		PlannedSet::<T>::put(hash);
		Some(planned.into_iter().map(|(validator, _)| validator).collect())
	}

	/// The session pallet would skip a member without keys as well, but only after the historical root has
	/// counted it: then no proof of the running session would match its root.
	fn members_with_keys() -> Planned<T> {
		Validators::<T>::get()
			.into_iter()
			.filter_map(|validator| {
				let keys = pallet_session::Pallet::<T>::load_keys(&validator)?;
				Some((validator, keys))
			})
			.collect()
	}

	/// Removes the roots of sessions in which no offence can be reported any more, one a session.
	fn forget_roots(ended: SessionIndex) {
		let longest = T::ReportLongevity::get().div_ceil(EpochLength::<T>::get().max(1).into());
		let longest = SessionIndex::try_from(longest).unwrap_or(SessionIndex::MAX);
		if let Some(last) = ended.checked_sub(longest).filter(|last| *last > 0) {
			historical::Pallet::<T>::prune_up_to(last);
		}
	}

	/// Makes everybody a validator who has session keys at genesis. Runs at genesis alone, where too many of
	/// them are refused rather than dropped.
	fn plan_genesis() -> Vec<T::AccountId> {
		let mut accounts: Vec<_> = NextKeys::<T>::iter_keys().collect();
		accounts.sort();
		let set = BoundedVec::try_from(accounts).unwrap_or_else(|accounts| {
			panic!("session.keys names {} validators, more than MaxValidators", accounts.len())
		});
		Validators::<T>::put(&set);
		PlannedSet::<T>::put(T::Hashing::hash_of(&Self::members_with_keys()));
		set.into_inner()
	}
}

impl<T: Config> SessionManager<T::AccountId> for Pallet<T> {
	fn new_session(_index: SessionIndex) -> Option<Vec<T::AccountId>> {
		Self::plan()
	}

	/// Never `None`: without a first set there would be no first historical root, and none after it.
	fn new_session_genesis(_index: SessionIndex) -> Option<Vec<T::AccountId>> {
		Some(Self::plan_genesis())
	}

	fn start_session(_index: SessionIndex) {
		Self::disable_known_offenders();
	}

	fn end_session(index: SessionIndex) {
		Self::forget_roots(index);
	}
}

impl<T: Config> historical::SessionManager<T::AccountId, ()> for Pallet<T> {
	fn new_session(index: SessionIndex) -> Option<Vec<(T::AccountId, ())>> {
		<Self as SessionManager<_>>::new_session(index).map(identified)
	}

	fn new_session_genesis(index: SessionIndex) -> Option<Vec<(T::AccountId, ())>> {
		<Self as SessionManager<_>>::new_session_genesis(index).map(identified)
	}

	fn start_session(index: SessionIndex) {
		<Self as SessionManager<_>>::start_session(index)
	}

	fn end_session(index: SessionIndex) {
		<Self as SessionManager<_>>::end_session(index)
	}
}

fn identified<AccountId>(validators: Vec<AccountId>) -> Vec<(AccountId, ())> {
	validators.into_iter().map(|validator| (validator, ())).collect()
}
