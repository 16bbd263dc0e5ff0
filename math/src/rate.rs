//! What capacity costs: an hour, a stretch of time, and that in TFT.
//!
//! A [`Rate`] and a [`Cost`] are exact. Their scales hold every divisor of the formulas: the parts of a
//! cloud unit, three percentages one upon the other, the 730 hours of a month, the 3,600 seconds of an hour.

use crate::{
	cloud::{CloudUnits, UNIT},
	units::{Balance, Bytes, Percent, Price, Seconds, Usd},
};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use primitive_types::{U256, U512};
use scale_info::TypeInfo;
use sp_arithmetic::{traits::Zero, FixedPointNumber};

/// Parts of a nano-dollar in which a [`Rate`] counts.
const RATE_SCALE: u128 = UNIT as u128 * 1_000_000 * 73;
/// Parts of a nano-dollar in which a [`Cost`] counts.
const COST_SCALE: u128 = RATE_SCALE * 3_600;
/// Bytes of one network unit.
const NU: u128 = 1_000_000_000;

/// From a cost to TFT: `cost / COST_SCALE` nano-dollars are `cost * 10^16 / (COST_SCALE * price)` units of
/// 10^-7 TFT, `price` in 10^-18. Both sides shortened by what they share, so that the products stay small.
const TO_TFT: (u128, u128) = (3_125, 504_576);
const _: () = assert!(10_000_000_000_000_000 / TO_TFT.0 == COST_SCALE / TO_TFT.1);
const _: () = assert!(COST_SCALE.is_multiple_of(TO_TFT.1) && COST_SCALE.is_multiple_of(NU * 100));
const _: () = assert!(Price::DIV == 1_000_000_000_000_000_000);

/// What an hour costs, exactly. Zero for what is free.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Rate(u128);

impl Rate {
	/// Nothing.
	pub const ZERO: Self = Self(0);

	/// The list rate of cloud units: `CU * cu + SU * su`, prices in dollars an hour.
	pub fn of_units(units: CloudUnits, cu: Usd, su: Usd) -> Option<Self> {
		let compute = cu.0.checked_mul(u128::from(units.cu))?;
		let storage = su.0.checked_mul(u128::from(units.su))?;
		compute.checked_add(storage)?.checked_mul(RATE_SCALE / u128::from(UNIT)).map(Self)
	}

	/// The rate of `count` things at `price` an hour each: public IPs, a name.
	pub fn of_each(count: u32, price: Usd) -> Option<Self> {
		price.0.checked_mul(u128::from(count))?.checked_mul(RATE_SCALE).map(Self)
	}

	/// The rate of a monthly amount: `month / 730` an hour.
	pub fn of_month(month: Usd) -> Option<Self> {
		month.0.checked_mul(RATE_SCALE / 730).map(Self)
	}

	/// Both together.
	pub fn checked_add(self, other: Self) -> Option<Self> {
		self.0.checked_add(other.0).map(Self)
	}

	/// The difference, or `None` when `other` is greater.
	pub fn checked_sub(self, other: Self) -> Option<Self> {
		self.0.checked_sub(other.0).map(Self)
	}

	/// `percent` hundredths of this rate: 125 for a certified node, 50 for a rented one. Exact for up to
	/// three such factors upon a list rate.
	pub fn times_percent(self, percent: u32) -> Option<Self> {
		self.0.checked_mul(u128::from(percent)).map(|scaled| Self(scaled / 100))
	}

	/// This rate less `discount`.
	pub fn less(self, discount: Percent) -> Option<Self> {
		self.times_percent(100u32.saturating_sub(u32::from(discount.deconstruct())))
	}

	/// The mean of this rate over `span` and `other` over `other_span`, rounded down to the parts in which a
	/// rate counts; `other` where both spans are empty.
	pub fn mean(self, span: Seconds, other: Self, other_span: Seconds) -> Option<Self> {
		let Cost(sum) = self.over(span)?.checked_add(other.over(other_span)?)?;
		let all = u128::from(span.0).checked_add(other_span.0.into())?;
		Some(sum.checked_div(all).map_or(other, Self))
	}

	/// What `span` costs at this rate.
	pub fn over(self, span: Seconds) -> Option<Cost> {
		// A rate counts in 1/RATE_SCALE an hour, which is 1/COST_SCALE a second.
		self.0.checked_mul(u128::from(span.0)).map(Cost)
	}

	/// The longest span that costs at most `budget`. A rate of zero never runs out.
	pub fn span_within(self, budget: Cost) -> Seconds {
		let seconds = budget.0.checked_div(self.0).unwrap_or(u128::MAX);
		Seconds(u64::try_from(seconds).unwrap_or(u64::MAX))
	}

	/// Nano-dollars an hour, rounded up, to show to people.
	pub fn usd_per_hour(self) -> Usd {
		Usd(self.0.div_ceil(RATE_SCALE))
	}
}

/// What something costs, exactly, in dollars.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Cost(u128);

impl Cost {
	/// Nothing.
	pub const ZERO: Self = Self(0);

	/// The cost of `traffic` at `nu` dollars for 10^9 bytes, less `discount`.
	pub fn of_traffic(traffic: Bytes, nu: Usd, discount: Percent) -> Option<Self> {
		let paid = u128::from(100u8.saturating_sub(discount.deconstruct()));
		let price = nu.0.checked_mul(COST_SCALE / (NU * 100))?.checked_mul(paid)?;
		price.checked_mul(u128::from(traffic.0)).map(Self)
	}

	/// Both together.
	pub fn checked_add(self, other: Self) -> Option<Self> {
		self.0.checked_add(other.0).map(Self)
	}

	/// The difference, or `None` when `other` is greater.
	pub fn checked_sub(self, other: Self) -> Option<Self> {
		self.0.checked_sub(other.0).map(Self)
	}

	/// The difference, or nothing when `other` is greater.
	pub fn minus(self, other: Self) -> Self {
		Self(self.0.saturating_sub(other.0))
	}

	/// The amount of TFT that pays this cost at `price`, rounded up. `None` without a price; with one, even
	/// the greatest cost is a balance.
	pub fn in_tft(self, price: Price) -> Option<Balance> {
		let (whole, is_exact) = self.tft(price)?;
		whole.checked_add(u128::from(!is_exact))
	}

	/// As [`Self::in_tft`], rounded down: a part that somebody gets of what was charged.
	pub fn in_tft_rounded_down(self, price: Price) -> Option<Balance> {
		self.tft(price).map(|(whole, _)| whole)
	}

	/// The whole units of TFT in this cost at `price`, and whether nothing is left over.
	fn tft(self, price: Price) -> Option<(Balance, bool)> {
		if price.is_zero() {
			return None;
		}
		// Neither product is longer than 150 bits.
		let numerator = U256::from(self.0).checked_mul(U256::from(TO_TFT.0))?;
		let divisor = U256::from(price.into_inner()).checked_mul(U256::from(TO_TFT.1))?;
		let (whole, rest) = numerator.div_mod(divisor);
		Some((u128::try_from(whole).ok()?, rest.is_zero()))
	}

	/// Whether `amount` pays this cost at `price`: `self.in_tft(price) <= amount`, without a division. Without a
	/// price only nothing is paid.
	pub fn is_paid_by(self, amount: Balance, price: Price) -> bool {
		let cost = U256::from(self.0).saturating_mul(U256::from(TO_TFT.0));
		// What passes 256 bits is more than any cost, which takes 140.
		value(amount, price).checked_mul(U256::from(TO_TFT.1)).is_none_or(|value| cost <= value)
	}

	/// The greatest cost that `amount` pays at `price`: `cost.in_tft(price) <= amount` if and only if
	/// `cost <= Cost::paid_by(amount, price)`. Saturates.
	pub fn paid_by(amount: Balance, price: Price) -> Self {
		// An amount times a price can fill 256 bits, so the next product is taken in 512.
		let cost = value(amount, price).full_mul(U256::from(TO_TFT.1)) / U512::from(TO_TFT.0);
		Self(u128::try_from(cost).unwrap_or(u128::MAX))
	}

	/// Nano-dollars, rounded up, to show to people.
	pub fn usd(self) -> Usd {
		Usd(self.0.div_ceil(COST_SCALE))
	}
}

/// An amount of TFT times its price, which always fits.
fn value(amount: Balance, price: Price) -> U256 {
	U256::from(amount).saturating_mul(U256::from(price.into_inner()))
}
