//! 1. The validators stand in the order of their accounts, each of them once.
//! 2. An epoch has at least one slot.
//! 3. Every offender that is recorded was reported at least once.
//! 4. Each known offender in the running session is disabled, unless the disabling strategy declines.

use crate::{Config, EpochLength, Offenders, Pallet, Validators};
use frame_support::ensure;
use pallet_session::{
	disabling::{DisablingDecision, DisablingStrategy},
	DisabledValidators, Pallet as Session,
};
use sp_runtime::TryRuntimeError;

impl<T: Config> Pallet<T> {
	/// Checks what must be true between any two calls.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::validators_are_in_order()?;
		ensure!(EpochLength::<T>::get() > 0, "2: an epoch has no slot");
		Self::offenders_were_reported()?;
		Self::offenders_are_disabled()
	}

	fn validators_are_in_order() -> Result<(), TryRuntimeError> {
		let in_order = Validators::<T>::get().windows(2).all(|pair| pair[0] < pair[1]);
		ensure!(in_order, "1: the validators are not in order, or one is there twice");
		Ok(())
	}

	fn offenders_were_reported() -> Result<(), TryRuntimeError> {
		let reported = Offenders::<T>::iter_values().all(|offender| offender.reports > 0);
		ensure!(reported, "3: an offender is recorded that nobody reported");
		Ok(())
	}

	fn offenders_are_disabled() -> Result<(), TryRuntimeError> {
		let disabled = DisabledValidators::<T>::get();
		for (validator, severity) in Self::known_offenders() {
			let index = Session::<T>::validator_id_to_index(&validator);
			let is_disabled = disabled.iter().any(|(disabled, _)| Some(*disabled) == index);
			let DisablingDecision { disable, .. } =
				T::DisablingStrategy::decision(&validator, severity, &disabled);
			ensure!(
				is_disabled || disable.is_none(),
				"4: a known offender in the running session is not disabled"
			);
		}
		Ok(())
	}
}
