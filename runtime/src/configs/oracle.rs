//! The market: who says what TFT is worth, and what Billing hears of it.
//!
//! Members feed prices, free of fees. Whenever one does, the fresh feeds of all are combined, and their median goes to
//! Billing, which decides how far it follows (`Pallet::accept_price`). Everything between is the SDK's.

use super::origins;
use crate::{weights, AccountId, Billing, Feeders, Oracle, Runtime, RuntimeEvent, Timestamp};
use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{
	parameter_types,
	traits::{ConstU32, Get},
	weights::Weight,
	PalletId,
};
use gridchain_primitives::Price;
use pallet_billing::{WeightInfo as _, MOST_FEEDS};
use pallet_oracle::{CombineData, DefaultCombineData, OnNewData, TimestampedValue};
use scale_info::TypeInfo;
use sp_runtime::traits::Zero;

/// What is fed.
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
)]
pub enum Feed {
	/// Dollars for one TFT, with 18 decimals.
	#[codec(index = 0)]
	UsdPerTft,
}

parameter_types! {
	/// The account in whose name Root feeds.
	pub const OracleId: PalletId = PalletId(*b"grid/ora");
}

/// How many fresh feeds it takes, as the region has set it.
pub struct MinimumFeeds;
impl Get<u32> for MinimumFeeds {
	fn get() -> u32 {
		pallet_billing::Params::<Runtime>::get().minimum_feeds
	}
}

/// For how long a feed is fresh, as the region has set it, in milliseconds.
pub struct FeedLife;
impl Get<u64> for FeedLife {
	fn get() -> u64 {
		pallet_billing::Params::<Runtime>::get().feed_life.0.saturating_mul(1_000)
	}
}

/// The median of the fresh feeds, if there are enough; of an even number, the upper one of the two in the middle.
///
/// Who feeds zero takes the own feed back: it is no price and doesn't count. The median bears the moment at which it
/// was combined, so that it is told from an older one that stayed because too few were fresh.
pub struct FreshMedian;
impl CombineData<Feed, TimestampedValue<Price, u64>> for FreshMedian {
	fn combine_data(
		feed: &Feed,
		mut values: Vec<TimestampedValue<Price, u64>>,
		_last: Option<TimestampedValue<Price, u64>>,
	) -> Option<TimestampedValue<Price, u64>> {
		type Median = DefaultCombineData<Runtime, MinimumFeeds, FeedLife>;
		values.retain(|fed| !fed.value.is_zero());
		let median = Median::combine_data(feed, values, None)?;
		Some(TimestampedValue { timestamp: Timestamp::get(), ..median })
	}
}

/// Tells Billing each new median.
pub struct ToBilling;
impl OnNewData<AccountId, Feed, Price> for ToBilling {
	fn on_new_data(_who: &AccountId, feed: &Feed, value: &Price) {
		// A feed that was taken back says nothing new of the market.
		if value.is_zero() {
			return;
		}
		let combined_now = |median: &TimestampedValue<_, u64>| median.timestamp == Timestamp::get();
		if let Some(median) = Oracle::get(feed).filter(combined_now) {
			Billing::accept_price(median.value);
		}
	}
}

/// What a feed weighs: as measured, with the feeds of all others who can feed, and what Billing does at most.
pub struct FeedWeight;
impl pallet_oracle::WeightInfo for FeedWeight {
	fn feed_values(values: u32) -> Weight {
		let feeds = <Runtime as frame_system::Config>::DbWeight::get()
			.reads(u64::from(MOST_FEEDS).saturating_add(1));
		let accept = <Runtime as pallet_billing::Config>::WeightInfo::accept_price();
		weights::pallet_oracle::WeightInfo::<Runtime>::feed_values(values)
			.saturating_add(feeds.saturating_add(accept).saturating_mul(u64::from(values)))
	}

	fn on_finalize() -> Weight {
		weights::pallet_oracle::WeightInfo::<Runtime>::on_finalize()
	}
}

impl pallet_oracle::Config for Runtime {
	type OnNewData = ToBilling;
	type CombineData = FreshMedian;
	type Time = Timestamp;
	type OracleKey = Feed;
	type OracleValue = Price;
	type PalletId = OracleId;
	type Members = Feeders;
	type WeightInfo = FeedWeight;
	// All members in one block, and Root.
	type MaxHasDispatchedSize = ConstU32<{ MOST_FEEDS + 1 }>;
	type MaxFeedValues = ConstU32<1>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = crate::benchmarks::Helper;
}

impl pallet_membership::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type AddOrigin = origins::NamingOrigin;
	type RemoveOrigin = origins::NamingOrigin;
	type SwapOrigin = origins::NamingOrigin;
	type ResetOrigin = origins::NamingOrigin;
	type PrimeOrigin = origins::NamingOrigin;
	type MembershipInitialized = ();
	// What a member has fed goes with it.
	type MembershipChanged = Oracle;
	type MaxMembers = ConstU32<MOST_FEEDS>;
	type WeightInfo = crate::weights::pallet_membership::WeightInfo<Runtime>;
}
