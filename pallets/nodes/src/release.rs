//! Which version of their software the region asks its nodes to run.
//!
//! It is advice: the chain can't see what runs on a computer, and each farmer updates when it suits. The daemon says
//! when it is another version than the one that is asked for.

use crate::{registration::is_readable, types::Version, Config, Error, Event, Pallet, Release};
use frame_support::pallet_prelude::{ensure, DispatchResult};

impl<T: Config> Pallet<T> {
	pub(crate) fn do_set_release(version: Option<Version>) -> DispatchResult {
		let readable = |text: &Version| !text.is_empty() && is_readable(text);
		ensure!(version.as_ref().is_none_or(readable), Error::<T>::TextNotReadable);
		let before = Release::<T>::get();
		ensure!(before != version, Error::<T>::NothingToChange);
		Release::<T>::set(version.clone());
		Self::deposit_event(Event::ReleaseSet { before, version });
		Ok(())
	}
}
