//! Recording who broke the rules, and keeping them from writing blocks.

use crate::{Config, Event, Offender, Offenders, Pallet, WeightInfo};
use alloc::vec::Vec;
use core::cmp::Reverse;
use frame_support::{traits::DisabledValidators, weights::Weight};
use pallet_session::{historical::IdentificationTuple, Pallet as Session};
use sp_runtime::{Perbill, SaturatedConversion};
use sp_staking::{
	offence::{OffenceDetails, OffenceSeverity, OnOffenceHandler},
	SessionIndex,
};

impl<T: Config> OnOffenceHandler<T::AccountId, IdentificationTuple<T>, Weight> for Pallet<T> {
	fn on_offence(
		offenders: &[OffenceDetails<T::AccountId, IdentificationTuple<T>>],
		slash_fractions: &[Perbill],
		session: SessionIndex,
	) -> Weight {
		for (details, slash_fraction) in offenders.iter().zip(slash_fractions) {
			let (validator, ()) = &details.offender;
			Self::punish(validator, *slash_fraction, session);
		}
		<T as Config>::WeightInfo::on_offence(offenders.len().saturated_into())
	}
}

impl<T: Config> Pallet<T> {
	fn punish(validator: &T::AccountId, slash_fraction: Perbill, session: SessionIndex) {
		let reports = Self::record(validator, slash_fraction, session);
		Session::<T>::report_offence(validator.clone(), OffenceSeverity(slash_fraction));
		Self::deposit_event(Event::Offended {
			validator: validator.clone(),
			session,
			slash_fraction,
			reports,
			disabled: Self::is_disabled(validator),
		});
	}

	/// Returns how many reports there are now.
	fn record(validator: &T::AccountId, slash_fraction: Perbill, session: SessionIndex) -> u32 {
		Offenders::<T>::mutate(validator, |known| {
			// Reports may come late and out of order, hence the greater of both.
			let before = known.unwrap_or_default();
			let reports = before.reports.saturating_add(1);
			*known = Some(Offender {
				reports,
				last_session: before.last_session.max(session),
				slash_fraction: before.slash_fraction.max(slash_fraction),
			});
			reports
		})
	}

	fn is_disabled(validator: &T::AccountId) -> bool {
		Session::<T>::validator_id_to_index(validator).is_some_and(Session::<T>::is_disabled)
	}

	/// Reports all members of the running session that are known as offenders again. Who is still disabled
	/// stays so, without another event.
	pub(crate) fn disable_known_offenders() {
		let mut known = Self::known_offenders();
		// The gravest first: the strategy may decline those that come last.
		known.sort_by_key(|(_, severity)| Reverse(*severity));
		for (validator, severity) in known {
			Session::<T>::report_offence(validator, severity);
		}
	}

	/// The members of the running session that are known as offenders, and how grave their worst offence is.
	pub(crate) fn known_offenders() -> Vec<(T::AccountId, OffenceSeverity)> {
		Session::<T>::validators()
			.into_iter()
			.filter_map(|validator| {
				let offender = Offenders::<T>::get(&validator)?;
				Some((validator, OffenceSeverity(offender.slash_fraction)))
			})
			.collect()
	}
}
