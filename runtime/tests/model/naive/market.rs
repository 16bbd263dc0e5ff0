//! The price of TFT: who feeds it, and how far it follows them.

use super::{
	clock::Time,
	money::ensure,
	params::{Params, Prices},
	Refused,
};
use gridchain_runtime::AccountId;
use sp_core::U256;
use std::collections::BTreeMap;

#[derive(Clone, Debug)]
pub struct Market {
	/// 10^-18 dollars for one TFT.
	pub price: u128,
	/// When the market was last accepted; nothing before the first block.
	accepted: Option<Time>,
	/// What each member has said last, and when.
	feeds: BTreeMap<AccountId, (u128, Time)>,
	/// Whoever may feed.
	members: Vec<AccountId>,
	/// All policies; the last one is in force.
	pub policies: Vec<Prices>,
}

impl Market {
	pub fn new(price: u128, members: Vec<AccountId>) -> Self {
		let policies = vec![Prices::of_development()];
		Self { price, accepted: None, feeds: BTreeMap::new(), members, policies }
	}

	/// The price of genesis is as old as the first block.
	pub fn date(&mut self, now: Time) {
		self.accepted.get_or_insert(now);
	}

	pub fn feed(
		&mut self,
		who: &AccountId,
		price: u128,
		now: Time,
		params: &Params,
	) -> Result<(), Refused> {
		ensure(self.members.contains(who), "only members feed")?;
		let again = self.feeds.get(who).is_some_and(|(_, when)| *when == now);
		ensure(!again, "once a block")?;
		self.feeds.insert(who.clone(), (price, now));
		if price == 0 {
			// Takes the own feed back.
			return Ok(());
		}
		let fresh = self.feeds.values().filter(|(_, when)| when + params.feed_life > now);
		let mut fresh: Vec<_> = fresh.map(|(price, _)| *price).filter(|price| *price > 0).collect();
		fresh.sort();
		// Of an even number the upper one of the two in the middle.
		self.accept(fresh[fresh.len() / 2], now, params);
		Ok(())
	}

	fn accept(&mut self, median: u128, now: Time, params: &Params) {
		let passed = (now - self.accepted.unwrap()).min(3_600);
		let (least, most) = within_a_tenth(self.price, passed);
		self.price = median.clamp(least, most);
		self.accepted = Some(now);
		self.hold_within_band(params);
	}

	pub fn hold_within_band(&mut self, params: &Params) {
		self.price = self.price.max(params.lowest_price).min(params.highest_price);
	}
}

/// `last x (10 - t)/10` and `last x 11/(11 - t)`, `t` in hours, rounded towards the last.
fn within_a_tenth(last: u128, seconds: u64) -> (u128, u128) {
	let (last, seconds) = (U256::from(last), U256::from(seconds));
	let (ten, eleven) = (U256::from(36_000u64), U256::from(39_600u64));
	let least = (last * (ten - seconds) + ten - 1) / ten;
	let most = last * eleven / (eleven - seconds);
	(least.as_u128(), most.as_u128())
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn an_hour_moves_the_price_by_a_tenth() {
		assert_eq!(within_a_tenth(1_000, 3_600), (900, 1_100));
		// A minute: 1000 x (10 - 1/60)/10 = 998.33.., 1000 x 11/(11 - 1/60) = 1001.517..
		assert_eq!(within_a_tenth(1_000, 60), (999, 1_001));
		assert_eq!(within_a_tenth(1_000, 0), (1_000, 1_000));
	}
}
