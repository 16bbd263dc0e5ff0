//! The discount that a stake earns.

use crate::{
	rate::Rate,
	units::{Balance, Percent, Price, Seconds},
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// A step of the discount: a stake worth `months` of the rate earns `discount`.
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
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct DiscountTier {
	/// Months of 730 hours.
	pub months: u16,
	/// What is taken off resources and names.
	pub discount: Percent,
}

/// The steps, from the least to the greatest, and the most that IPs and traffic get.
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
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct DiscountTiers {
	/// The four steps, rising in months and in discount.
	pub tiers: [DiscountTier; 4],
	/// IPs and traffic get the same discount, but never more than this.
	pub network_limit: Percent,
}

impl Default for DiscountTiers {
	fn default() -> Self {
		let tier =
			|months, percent| DiscountTier { months, discount: Percent::from_percent(percent) };
		Self {
			tiers: [tier(3, 20), tier(6, 30), tier(12, 40), tier(36, 60)],
			network_limit: Percent::from_percent(40),
		}
	}
}

impl DiscountTiers {
	/// Whether the steps rise and leave something to pay.
	pub fn is_consistent(&self) -> bool {
		let rises = self
			.tiers
			.windows(2)
			.all(|pair| pair[0].months < pair[1].months && pair[0].discount <= pair[1].discount);
		let hundred = Percent::from_percent(100);
		rises
			&& self.tiers.iter().all(|tier| tier.discount < hundred)
			&& self.network_limit < hundred
	}

	/// The discount on resources and names of a twin with `stake`, whose contracts have `rate` together
	/// (before discount, IPs in, extra fee out), at `price`.
	///
	/// A twin without a rate gets none: there is nothing to take it off.
	pub fn of(&self, stake: Balance, rate: Rate, price: Price) -> Percent {
		self.tiers
			.iter()
			.rev()
			.find(|tier| {
				let span = Seconds(Seconds::MONTH.0.saturating_mul(u64::from(tier.months)));
				rate != Rate::ZERO
					&& rate.over(span).is_some_and(|cost| cost.is_paid_by(stake, price))
			})
			.map_or(Percent::from_percent(0), |tier| tier.discount)
	}

	/// The discount on IPs and traffic that goes with `discount`.
	pub fn on_network(&self, discount: Percent) -> Percent {
		discount.min(self.network_limit)
	}
}
