//! What a twin stakes for its discount.

use super::{
	clock::Time,
	money::{ensure, Reason},
	numbers::Amount,
	Model, Refused,
};
use gridchain_runtime::AccountId;

/// How many parts of a stake can be unbonding at a time.
const MOST_UNBONDINGS: usize = 8;

#[derive(Clone, Debug, Default)]
pub struct Stake {
	pub bonded: Amount,
	/// What earns nothing any more, and when it is free.
	pub unbonding: Vec<(Amount, Time)>,
}

impl Stake {
	pub fn is_nothing(&self) -> bool {
		self.bonded == 0 && self.unbonding.is_empty()
	}
}

impl Model {
	pub fn stake_discount(&mut self, who: &AccountId, amount: Amount) -> Result<(), Refused> {
		let twin = self.twin_of(who)?;
		ensure(amount > 0, "nothing is no stake")?;
		self.money.hold(who, Reason::Stake, amount)?;
		self.stakes.entry(twin).or_default().bonded += amount;
		Ok(())
	}

	pub fn unstake_discount(&mut self, who: &AccountId, amount: Amount) -> Result<(), Refused> {
		let twin = self.twin_of(who)?;
		ensure(amount > 0, "nothing is no stake")?;
		let until = self.clock.now + self.params.unbonding;
		let stake = self.stakes.entry(twin).or_default();
		ensure(amount <= stake.bonded, "it stakes less")?;
		ensure(stake.unbonding.len() < MOST_UNBONDINGS, "too many parts")?;
		stake.bonded -= amount;
		stake.unbonding.push((amount, until));
		Ok(())
	}

	pub fn withdraw_stake(&mut self, who: &AccountId) -> Result<(), Refused> {
		let twin = self.twin_of(who)?;
		let now = self.clock.now;
		let stake = self.stakes.entry(twin).or_default();
		let ripe = stake.unbonding.iter().filter(|(_, until)| *until <= now);
		let amount: Amount = ripe.map(|(amount, _)| amount).sum();
		ensure(amount > 0, "nothing is free yet")?;
		stake.unbonding.retain(|(_, until)| *until > now);
		self.money.release(who, Reason::Stake, amount);
		Ok(())
	}
}
