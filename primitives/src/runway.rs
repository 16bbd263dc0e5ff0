//! For how long an account's money lasts.

use crate::{Balance, Price, Seconds, Time, TwinId, Usd};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// For how long an account's money lasts, at the rates and the price of this moment and with its nodes up all the
/// time. Traffic is not in it, nor is what suspended contracts owe.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	TypeInfo,
	MaxEncodedLen,
)]
pub struct Runway {
	/// The account's twin, whose contracts it pays.
	pub twin: TwinId,
	/// How many of its contracts have a window that is open or waits for its node: suspended ones have none.
	pub windows: u32,
	/// 10^-7 TFT that the account can spend, the top-up included.
	pub spendable: Balance,
	/// 10^-7 TFT that are held for those windows beside that.
	pub held: Balance,
	/// Dollars for one TFT.
	pub price: Price,
	/// What a day of all of them costs: nano-dollars, rounded up.
	pub usd_per_day: Usd,
	/// The same in 10^-7 TFT, rounded up.
	pub tft_per_day: Balance,
	/// How long one window is: so much of a contract is paid at once.
	pub window: Seconds,
	/// How long what can be spent pays for all of them beyond the windows that are open: what `FundsLow` tells in
	/// days. `None` if they cost nothing.
	pub lasts: Option<Seconds>,
	/// When the first of them is suspended. `None` if they cost nothing.
	pub first_suspension: Option<Between>,
}

/// Some moment between two others.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	TypeInfo,
	MaxEncodedLen,
)]
pub struct Between {
	/// Not before.
	pub earliest: Time,
	/// Not after.
	pub latest: Time,
}
