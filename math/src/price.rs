//! How fast the price of TFT follows its market.

use crate::units::{Price, Seconds};
use sp_arithmetic::{helpers_128bit::multiply_by_rational_with_rounding, Rounding};

/// In so many times its own length a price would fall to nothing, at a tenth of itself an hour.
const FALL: u128 = 10;
/// A price that rises by 11/(11 - 1) in an hour rises by a tenth.
const RISE: u128 = 11;
/// Seconds of an hour.
const HOUR: u128 = Seconds::HOUR.0 as u128;

/// The price `elapsed` after `last`, when the market says `median`: that, but at most 10 % an hour away.
///
/// In `t` hours a price falls to no less than `last * (10 - t)/10`, and rises to no more than
/// `last * 11/(11 - t)`. Both are exactly a tenth in an hour, and less in many small steps than in one great one: however
/// often the market is asked, no hour moves the price by more than a tenth. Time beyond an hour counts for
/// nothing: a market that was silent for a day may not jump when it speaks again.
pub fn followed(last: Price, median: Price, elapsed: Seconds) -> Price {
	let span = u128::from(elapsed.min(Seconds::HOUR).0);
	let fall = FALL.saturating_mul(HOUR);
	let rise = RISE.saturating_mul(HOUR);
	// Rounded towards the last price, so that the limits are never passed.
	let lowest = scaled(last, fall.saturating_sub(span), fall, Rounding::Up);
	let highest = scaled(last, rise, rise.saturating_sub(span), Rounding::Down);
	median.max(lowest).min(highest)
}

/// `price * numerator / denominator`, or the greatest price.
fn scaled(price: Price, numerator: u128, denominator: u128, rounding: Rounding) -> Price {
	let inner = price.into_inner();
	let scaled = multiply_by_rational_with_rounding(inner, numerator, denominator, rounding);
	Price::from_inner(scaled.unwrap_or(u128::MAX))
}
