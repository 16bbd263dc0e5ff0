//! Who gets which part of a bill.

use crate::units::{Balance, Percent};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_arithmetic::helpers_128bit::multiply_by_rational_with_rounding;
use sp_arithmetic::{traits::Saturating, Rounding};

/// The shares of a bill. They add up to exactly 100 %.
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
pub struct Shares {
	/// Taken out of issuance.
	pub burned: Percent,
	/// The region's treasury.
	pub treasury: Percent,
	/// The validators, by blocks written.
	pub validators: Percent,
	/// The farm whose node delivered, less its provider's part.
	pub farm: Percent,
}

impl Default for Shares {
	fn default() -> Self {
		Self {
			burned: Percent::from_percent(35),
			treasury: Percent::from_percent(10),
			validators: Percent::from_percent(5),
			farm: Percent::from_percent(50),
		}
	}
}

/// A bill, split. The five parts add up to what was charged.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Split {
	/// Taken out of issuance, with all that rounding left.
	pub burned: Balance,
	/// The region's treasury.
	pub treasury: Balance,
	/// The validators.
	pub validators: Balance,
	/// The provider that brought the deployer.
	pub provider: Balance,
	/// The farm, with the whole extra fee.
	pub farm: Balance,
}

impl Shares {
	/// Whether the shares add up to exactly 100 %.
	pub fn add_up(&self) -> bool {
		let parts = [self.burned, self.treasury, self.validators, self.farm];
		parts.iter().map(|share| u32::from(share.deconstruct())).sum::<u32>() == 100
	}

	/// Splits `charged`, of which `extra_fee` goes to the farm whole. `provider` is the provider's part of
	/// the farm's share.
	///
	/// Each share rounds down and the rest is burned. An extra fee above the charge counts as the charge.
	pub fn split(&self, charged: Balance, extra_fee: Balance, provider: Percent) -> Split {
		// JSON can name a percentage above 100; a provider never gets more than the farm's whole share.
		let provider = provider.min(HUNDRED);
		let extra_fee = extra_fee.min(charged);
		let shared = charged.saturating_sub(extra_fee);
		let treasury = part(shared, self.treasury, HUNDRED);
		let validators = part(shared, self.validators, HUNDRED);
		let to_provider = part(shared, self.farm, provider);
		let rest_of_provider = Saturating::saturating_sub(HUNDRED, provider);
		let farm = part(shared, self.farm, rest_of_provider).saturating_add(extra_fee);
		let given =
			[treasury, validators, to_provider, farm].into_iter().fold(0, Balance::saturating_add);
		Split {
			burned: charged.saturating_sub(given),
			treasury,
			validators,
			provider: to_provider,
			farm,
		}
	}
}

const HUNDRED: Percent = Percent::from_percent(100);

/// `amount * share * of`, rounded down once.
fn part(amount: Balance, share: Percent, of: Percent) -> Balance {
	let numerator = u128::from(share.deconstruct()) * u128::from(of.deconstruct());
	// A product of two percentages is at most 10,000: the result is never above `amount`.
	multiply_by_rational_with_rounding(amount, numerator, 10_000, Rounding::Down).unwrap_or(0)
}
