//! Who has what: free money, what is held of it and why, and what is booked in the pot.

use super::{numbers::Amount, Refused};
use gridchain_runtime::AccountId;
use std::collections::BTreeMap;

/// 0.01 TFT: an account keeps that much free.
pub const EXISTENTIAL: Amount = 100_000;

/// Why money is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
	Twin,
	Farm,
	Authorisation,
	Ip,
	Contract,
	Window,
	Stake,
	Provider,
	Service,
}

impl Reason {
	/// What is held of an account because of its twin goes to another account with the twin.
	pub const OF_TWINS: [Self; 9] = [
		Self::Twin,
		Self::Farm,
		Self::Authorisation,
		Self::Ip,
		Self::Contract,
		Self::Window,
		Self::Stake,
		Self::Provider,
		Self::Service,
	];
}

/// What is in the pot, and whose it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bookings {
	pub burn: Amount,
	pub treasury: Amount,
	pub validators: Amount,
	/// The farms' part, by the node that earned it.
	pub nodes: BTreeMap<u32, Amount>,
	/// The providers' part.
	pub providers: BTreeMap<u32, Amount>,
	/// What a settlement took and couldn't pay yet, by farm.
	pub farms: BTreeMap<u32, Amount>,
}

impl Bookings {
	pub fn total(&self) -> Amount {
		let parts = self.nodes.values().chain(self.providers.values()).chain(self.farms.values());
		self.burn + self.treasury + self.validators + parts.sum::<Amount>()
	}
}

#[derive(Clone, Debug)]
pub struct Money {
	pub free: BTreeMap<AccountId, Amount>,
	pub held: BTreeMap<(AccountId, Reason), Amount>,
	pub booked: Bookings,
	pub burned: Amount,
	pub pot: AccountId,
	pub treasury: AccountId,
	pub validators: AccountId,
}

impl Money {
	pub fn free_of(&self, account: &AccountId) -> Amount {
		self.free.get(account).copied().unwrap_or_default()
	}

	pub fn held_of(&self, account: &AccountId, reason: Reason) -> Amount {
		self.held.get(&(account.clone(), reason)).copied().unwrap_or_default()
	}

	/// All that is held of an account.
	pub fn all_held_of(&self, account: &AccountId) -> Amount {
		self.held.iter().filter(|((of, _), _)| of == account).map(|(_, amount)| amount).sum()
	}

	/// What an account can spend and live.
	pub fn spendable(&self, account: &AccountId) -> Amount {
		self.free_of(account).saturating_sub(EXISTENTIAL)
	}

	/// All that there is.
	pub fn issuance(&self) -> Amount {
		self.free.values().chain(self.held.values()).sum()
	}

	pub fn exists(&self, account: &AccountId) -> bool {
		self.free_of(account) > 0 || self.all_held_of(account) > 0
	}

	fn add(&mut self, account: &AccountId, amount: Amount) {
		*self.free.entry(account.clone()).or_default() += amount;
	}

	fn take(&mut self, account: &AccountId, amount: Amount) -> Result<(), Refused> {
		let free = self.free.entry(account.clone()).or_default();
		*free = free.checked_sub(amount).ok_or(Refused("it has too little"))?;
		if *free == 0 {
			self.free.remove(account);
		}
		Ok(())
	}

	fn add_held(&mut self, account: &AccountId, reason: Reason, amount: Amount) {
		if amount > 0 {
			*self.held.entry((account.clone(), reason)).or_default() += amount;
		}
	}

	fn take_held(&mut self, account: &AccountId, reason: Reason, amount: Amount) {
		let key = (account.clone(), reason);
		let left = self.held_of(account, reason) - amount;
		if left > 0 {
			self.held.insert(key, left);
		} else {
			self.held.remove(&key);
		}
	}

	/// Whether an account can be given so much.
	fn can_receive(&self, account: &AccountId, amount: Amount) -> bool {
		amount == 0 || self.exists(account) || amount >= EXISTENTIAL
	}

	/// From one account to another; the first one lives on.
	pub fn transfer(
		&mut self,
		from: &AccountId,
		to: &AccountId,
		amount: Amount,
	) -> Result<(), Refused> {
		ensure(amount <= self.spendable(from), "it would not live on")?;
		ensure(self.can_receive(to, amount), "too little for a new account")?;
		self.take(from, amount)?;
		if amount > 0 {
			self.add(to, amount);
		}
		Ok(())
	}

	/// Holds so much.
	pub fn hold(
		&mut self,
		account: &AccountId,
		reason: Reason,
		amount: Amount,
	) -> Result<(), Refused> {
		ensure(amount <= self.spendable(account), "too little can be held")?;
		self.take(account, amount)?;
		self.add_held(account, reason, amount);
		Ok(())
	}

	/// Gives back what was held.
	pub fn release(&mut self, account: &AccountId, reason: Reason, amount: Amount) {
		self.take_held(account, reason, amount);
		if amount > 0 {
			self.add(account, amount);
		}
	}

	/// Holds `want` instead of `have`.
	pub fn adjust(
		&mut self,
		account: &AccountId,
		reason: Reason,
		have: Amount,
		want: Amount,
	) -> Result<(), Refused> {
		if want > have {
			return self.hold(account, reason, want - have);
		}
		self.release(account, reason, have - want);
		Ok(())
	}

	/// What is held goes to another account, where it stays held.
	pub fn move_held(&mut self, from: &AccountId, to: &AccountId, reason: Reason, amount: Amount) {
		self.take_held(from, reason, amount);
		self.add_held(to, reason, amount);
	}

	/// A bill is paid: out of what is held for its window first, then out of free money.
	pub fn pay_bill(
		&mut self,
		payer: &AccountId,
		amount: Amount,
		reserve: Amount,
	) -> Result<Amount, Refused> {
		let of_reserve = amount.min(reserve);
		let pot = self.pot.clone();
		self.transfer(payer, &pot, amount - of_reserve)?;
		self.take_held(payer, Reason::Window, of_reserve);
		self.add(&pot, of_reserve);
		Ok(reserve - of_reserve)
	}

	/// Pays out of the pot what can be paid out of it: all of `amount`, or nothing.
	pub fn pay_out(&mut self, to: &AccountId, amount: Amount) -> Result<(), Refused> {
		let pot = self.pot.clone();
		self.transfer(&pot, to, amount)
	}

	/// Once a session: the burned part leaves the world, the treasury and the validators are paid, and what strangers
	/// have sent to the pot goes to the treasury.
	pub fn flush(&mut self) {
		let (pot, treasury, validators) =
			(self.pot.clone(), self.treasury.clone(), self.validators.clone());
		let burn = std::mem::take(&mut self.booked.burn);
		self.take(&pot, burn).unwrap();
		self.burned += burn;
		let of_treasury = std::mem::take(&mut self.booked.treasury);
		self.pay_out(&treasury, of_treasury).unwrap();
		let of_validators = std::mem::take(&mut self.booked.validators);
		self.pay_out(&validators, of_validators).unwrap();
		let stray = self.free_of(&pot) - EXISTENTIAL - self.booked.total();
		self.pay_out(&treasury, stray).unwrap();
	}
}

/// That something is so, or why a call is refused.
pub fn ensure(so: bool, otherwise: &'static str) -> Result<(), Refused> {
	if so {
		Ok(())
	} else {
		Err(Refused(otherwise))
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn who(byte: u8) -> AccountId {
		AccountId::new([byte; 32])
	}

	fn money() -> Money {
		let free = [(who(0), EXISTENTIAL), (who(1), EXISTENTIAL), (who(2), EXISTENTIAL)];
		let mut free = BTreeMap::from(free);
		free.insert(who(9), 1_000_000);
		Money {
			free,
			held: BTreeMap::new(),
			booked: Bookings::default(),
			burned: 0,
			pot: who(0),
			treasury: who(1),
			validators: who(2),
		}
	}

	#[test]
	fn a_bill_takes_the_reserve_first_and_then_what_is_free() {
		let mut money = money();
		money.hold(&who(9), Reason::Window, 300_000).unwrap();
		let left = money.pay_bill(&who(9), 450_000, 300_000).unwrap();
		assert_eq!((left, money.free_of(&who(9)), money.all_held_of(&who(9))), (0, 550_000, 0));
		assert!(money.pay_bill(&who(9), 450_001, 0).is_err(), "0.01 TFT stay");
	}

	#[test]
	fn a_flush_leaves_what_is_booked_for_farms() {
		let mut money = money();
		money.pay_bill(&who(9), 100_000, 0).unwrap();
		money.transfer(&who(9), &who(0), 77).unwrap();
		let nodes = BTreeMap::from([(1, 50_000)]);
		money.booked = Bookings {
			burn: 35_000,
			treasury: 10_000,
			validators: 5_000,
			nodes,
			..Default::default()
		};
		let before = money.issuance();
		money.flush();
		assert_eq!(money.free_of(&who(0)), EXISTENTIAL + 50_000);
		assert_eq!(money.free_of(&who(1)), EXISTENTIAL + 10_077);
		assert_eq!(money.issuance(), before - 35_000);
	}
}
