#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]

pub mod cloud;
pub mod discount;
pub mod price;
pub mod rate;
pub mod reward;
pub mod split;
pub mod units;

pub use cloud::{billing_units, farming_units, CloudUnits, UNIT};
pub use discount::{DiscountTier, DiscountTiers};
pub use price::followed;
pub use rate::{Cost, Rate};
pub use split::{Shares, Split};
pub use units::{Balance, Bytes, Mib, Percent, Price, Resources, Seconds, Time, Usd, TFT};
