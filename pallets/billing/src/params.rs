//! What can be tuned, within which bounds.

use crate::pallet::*;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{ensure, pallet_prelude::DispatchResult};
use gridchain_math::DiscountTiers;
use gridchain_primitives::{Bytes, Percent, Price, Seconds, Shares};
use scale_info::TypeInfo;
use sp_runtime::FixedPointNumber;

/// Everything about billing that the region can tune.
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
#[serde(rename_all = "camelCase")]
pub struct BillingParams {
	/// How long a window is, in seconds. At least a slot of the queue, at most 31 days.
	pub window: Seconds,
	/// What a window's reserve covers beyond its length, in seconds: as much as a node's late report can
	/// credit. At most a window.
	pub slack: Seconds,
	/// How long a node has to confirm a workload, in seconds. At least a slot of the queue, at most 7 days.
	pub delivery: Seconds,
	/// The least that a contract is billed for in all, in seconds. At most a window.
	pub minimum_billed: Seconds,
	/// After how long a failed bill is tried again, in seconds. At least a slot of the queue, at most a day.
	pub retry: Seconds,
	/// The longest grace of a suspended contract, in seconds. At most 90 days.
	pub grace_limit: Seconds,
	/// After how long a silent node is gone, and its contracts end, in seconds. At least a window.
	pub node_gone: Seconds,
	/// A payer whose free balance lasts for fewer seconds is warned. At most 90 days.
	pub warning: Seconds,
	/// The most of a block that the due queue may take, in percent. From 1 to 25 %.
	pub queue_share: Percent,
	/// Who gets which part of a bill. They add up to 100 %.
	pub shares: Shares,
	/// What a stake takes off, by how many months of the payer's rate it is worth. Its steps rise, and leave
	/// something to pay.
	pub discounts: DiscountTiers,
	/// For how long stake stays held after it has been taken back, in seconds. At most 90 days.
	pub unbonding: Seconds,
	/// After how long without a block the chain counts as having stood still, in seconds: that time is taken out of
	/// the deadlines for delivery and grace. At least a minute, at most a day.
	pub halt: Seconds,
	/// The most traffic that one window of any contract may be billed for. At most 10^17 bytes.
	pub traffic_limit: Bytes,
	/// The lowest price that is believed, in dollars for one TFT. At least 10^-6.
	pub lowest_price: Price,
	/// The highest price that is believed, in dollars for one TFT. At most 10^6.
	pub highest_price: Price,
	/// How many fresh feeds the market needs to be believed. From 1 to [`MOST_FEEDS`].
	pub minimum_feeds: u32,
	/// For how long a feed is fresh, in seconds. At least a minute, at most `price_life`.
	pub feed_life: Seconds,
	/// After how long without the market a price is stale, in seconds. At most 31 days.
	pub price_life: Seconds,
}

/// How many can feed the price at most.
pub const MOST_FEEDS: u32 = 32;

const DAY: u64 = 24 * 3_600;
/// The greatest part of a block that the due queue may take: the rest is for people and for the settlement.
const GREATEST_SHARE: Percent = Percent::from_percent(25);

impl Default for BillingParams {
	fn default() -> Self {
		Self {
			window: Seconds(DAY),
			slack: Seconds(2 * 3_600),
			delivery: Seconds(2 * 3_600),
			minimum_billed: Seconds::HOUR,
			retry: Seconds::HOUR,
			grace_limit: Seconds(14 * DAY),
			node_gone: Seconds(30 * DAY),
			warning: Seconds(7 * DAY),
			queue_share: Percent::from_percent(25),
			shares: Shares::default(),
			discounts: DiscountTiers::default(),
			unbonding: Seconds(7 * DAY),
			halt: Seconds(10 * 60),
			traffic_limit: Bytes(1_000_000_000_000_000),
			lowest_price: Price::saturating_from_rational(1, 10_000),
			highest_price: Price::saturating_from_integer(1_000),
			minimum_feeds: 3,
			feed_life: Seconds::HOUR,
			price_life: Seconds(DAY),
		}
	}
}

impl BillingParams {
	/// Whether every value is within its bounds and they fit together, on a queue of `slot` steps.
	pub fn are_consistent(&self, slot: Seconds) -> bool {
		let between =
			|value: Seconds, least: Seconds, most: u64| least <= value && value <= Seconds(most);
		!slot.is_zero()
			&& between(self.window, slot, 31 * DAY)
			&& self.slack <= self.window
			&& between(self.delivery, slot, 7 * DAY)
			&& self.minimum_billed <= self.window
			&& between(self.retry, slot, DAY)
			&& self.grace_limit <= Seconds(90 * DAY)
			&& self.node_gone >= self.window
			&& self.warning <= Seconds(90 * DAY)
			&& !self.queue_share.is_zero()
			&& self.queue_share <= GREATEST_SHARE
			&& self.shares.add_up()
			&& self.discounts.is_consistent()
			&& self.unbonding <= Seconds(90 * DAY)
			&& between(self.halt, Seconds(60), DAY)
			&& self.traffic_limit <= Bytes(100_000_000_000_000_000)
			&& self.lowest_price >= Price::saturating_from_rational(1, 1_000_000)
			&& self.lowest_price <= self.highest_price
			&& self.highest_price <= Price::saturating_from_integer(1_000_000)
			&& (1..=MOST_FEEDS).contains(&self.minimum_feeds)
			&& between(self.feed_life, Seconds(60), self.price_life.0)
			&& self.price_life <= Seconds(31 * DAY)
	}

	/// Whether `price` is within the band that is believed.
	pub fn believes(&self, price: Price) -> bool {
		(self.lowest_price..=self.highest_price).contains(&price)
	}

	/// `price`, or the end of the band that is nearer to it.
	pub fn within_band(&self, price: Price) -> Price {
		price.max(self.lowest_price).min(self.highest_price)
	}
}

impl<T: Config> Pallet<T> {
	/// The body of [`Call::set_params`].
	pub(crate) fn do_set_params(params: BillingParams) -> DispatchResult {
		let consistent = params.are_consistent(SlotLength::<T>::get());
		ensure!(consistent, Error::<T>::InconsistentParams);
		Params::<T>::put(params);
		Self::deposit_event(Event::ParamsSet { params });
		Self::hold_price_within(&params);
		Ok(())
	}
}
