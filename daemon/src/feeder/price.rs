//! A price as people write it: dollars for one TFT.

use std::{fmt, str::FromStr};

/// A dollar, in the parts that the chain counts.
const DOLLAR: u128 = 1_000_000_000_000_000_000;
const DECIMALS: i32 = 18;
/// No region believes in less than a millionth of a dollar for one TFT, nor in more than a million dollars.
const LOWEST: u128 = DOLLAR / 1_000_000;
const HIGHEST: u128 = DOLLAR * 1_000_000;

/// Why something is no price that could be fed.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoPrice {
	/// Not a number, or a negative one.
	#[error(
		"`{0}` is no price: a decimal number of dollars for one TFT is needed, such as 0.0105"
	)]
	NotANumber(String),
	/// A number that can't be meant.
	#[error(
		"{0} USD for one TFT can't be meant: prices are from 0.000001 to 1000000 USD. Check that the source \
		 gives dollars for one TFT, and not TFT for one dollar"
	)]
	Absurd(String),
}

/// Dollars for one TFT, in 10^-18.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UsdPrice(u128);

impl UsdPrice {
	/// As the chain counts it.
	pub fn inner(self) -> u128 {
		self.0
	}
}

impl FromStr for UsdPrice {
	type Err = NoPrice;

	/// Digits, of which more than 18 after the point are cut off, and perhaps an exponent: `0.0105`, `1.05e-2`.
	fn from_str(text: &str) -> Result<Self, NoPrice> {
		let inner =
			inner_of(text).ok_or_else(|| NoPrice::NotANumber(text.chars().take(40).collect()))?;
		match inner {
			Some(inner) if (LOWEST..=HIGHEST).contains(&inner) => Ok(Self(inner)),
			_ => Err(NoPrice::Absurd(text.to_owned())),
		}
	}
}

/// The number in 10^-18: `None` if it is no number, `Some(None)` if it is greater than any.
fn inner_of(text: &str) -> Option<Option<u128>> {
	let (mantissa, exponent) = match text.split_once(['e', 'E']) {
		Some((mantissa, exponent)) => (mantissa, exponent.parse::<i16>().ok()?),
		None => (text, 0),
	};
	let (whole, decimals) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
	let plain = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
	if !plain(whole) || !plain(decimals) {
		return None;
	}
	let length = i32::try_from(decimals.len()).ok()?;
	let shift = DECIMALS.saturating_add(exponent.into()).saturating_sub(length);
	let Ok(digits) = format!("{whole}{decimals}").parse::<u128>() else { return Some(None) };
	let power = 10u128.checked_pow(shift.unsigned_abs());
	Some(match (shift >= 0, power) {
		(true, Some(power)) => digits.checked_mul(power),
		(true, None) => (digits == 0).then_some(0),
		(false, Some(power)) => digits.checked_div(power),
		(false, None) => Some(0),
	})
}

impl fmt::Display for UsdPrice {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let decimals = format!("{:018}", self.0 % DOLLAR);
		match decimals.trim_end_matches('0') {
			"" => write!(f, "{}", self.0 / DOLLAR),
			decimals => write!(f, "{}.{decimals}", self.0 / DOLLAR),
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn inner(text: &str) -> u128 {
		text.parse::<UsdPrice>().unwrap().inner()
	}

	#[test]
	fn decimals_are_exact() {
		assert_eq!(inner("0.0105"), 10_500_000_000_000_000);
		assert_eq!(inner("1"), 1_000_000_000_000_000_000);
		assert_eq!(inner("0.000001"), 1_000_000_000_000);
		assert_eq!(inner("1000000"), 1_000_000_000_000_000_000_000_000);
		assert_eq!(inner("0.010500000000000000999"), 10_500_000_000_000_000);
	}

	#[test]
	fn exponents_move_the_point() {
		assert_eq!(inner("1.05e-2"), 10_500_000_000_000_000);
		assert_eq!(inner("105E-4"), 10_500_000_000_000_000);
		assert_eq!(inner("0.00105e+1"), 10_500_000_000_000_000);
	}

	#[test]
	fn what_is_no_number_is_no_price() {
		for text in ["", ".", "1.", ".5", "-1", "+1", "0x1", "1,5", "1 2", "e5", "1e", "NaN", "inf"]
		{
			let refused = text.parse::<UsdPrice>();
			assert_eq!(refused, Err(NoPrice::NotANumber(text.into())), "{text}");
		}
	}

	#[test]
	fn what_cannot_be_meant_is_no_price() {
		for text in ["0", "0.0", "0.0000009", "1000000.1", "1e30000", "1e-30000", "9e99"] {
			let refused = text.parse::<UsdPrice>();
			assert_eq!(refused, Err(NoPrice::Absurd(text.into())), "{text}");
		}
		let endless = "9".repeat(50);
		assert_eq!(endless.parse::<UsdPrice>(), Err(NoPrice::Absurd(endless)));
	}

	#[test]
	fn prices_are_shown_as_they_were_written() {
		for text in ["0.0105", "1", "1000000", "0.000001", "12.5"] {
			assert_eq!(text.parse::<UsdPrice>().unwrap().to_string(), text);
		}
	}
}
