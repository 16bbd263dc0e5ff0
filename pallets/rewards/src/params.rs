//! The tunables.

use crate::{pallet::*, Config, Error, Event, Pallet};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::ensure;
use gridchain_primitives::{traits::Attested, Percent, Seconds};
use scale_info::TypeInfo;
use sp_runtime::DispatchResult;

/// The tunables of the pallet.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	serde::Serialize,
	serde::Deserialize,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RewardsParams {
	/// How long after the end of a period its settlement begins, in seconds: the time in which certifiers may
	/// void its receipts. Below half of the running period.
	pub settlement_delay: Seconds,
	/// How many settled periods keep their receipts in the state: 1 to 120. Older ones are in the records.
	pub kept_periods: u32,
	/// The part of a block's weight that a settlement may take, in percent: 1 to 10 %.
	pub block_share: Percent,
}

/// The greatest part of a block's weight that a settlement may take.
const GREATEST_SHARE: Percent = Percent::from_percent(10);

impl Default for RewardsParams {
	fn default() -> Self {
		Self {
			settlement_delay: Seconds(7 * 24 * 3_600),
			kept_periods: 3,
			block_share: Percent::from_percent(10),
		}
	}
}

impl RewardsParams {
	/// Whether each value is within its bounds, the delay within half of a period of `length`.
	pub fn is_consistent(&self, length: Option<Seconds>) -> bool {
		let delay_fits = length.is_none_or(|length| self.settlement_delay.0 < length.0.div_ceil(2));
		delay_fits
			&& (1..=120).contains(&self.kept_periods)
			&& !self.block_share.is_zero()
			&& self.block_share <= GREATEST_SHARE
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_set_params(params: RewardsParams) -> DispatchResult {
		let length = T::Attested::calendar().map(|calendar| calendar.end.since(calendar.start));
		ensure!(params.is_consistent(length), Error::<T>::InconsistentParams);
		Params::<T>::put(params);
		Self::deposit_event(Event::ParamsSet { params });
		Ok(())
	}
}
