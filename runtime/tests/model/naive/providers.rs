//! Who brings deployers, and what they share in.

use super::{
	money::{ensure, Reason},
	twins::TwinId,
	Model, Refused,
};
use gridchain_runtime::AccountId;

#[derive(Clone, Debug)]
pub struct Provider {
	pub owner: TwinId,
	/// Percent of the farm's share that the region has approved.
	pub share: Option<u32>,
}

impl Model {
	pub fn register_provider(&mut self, who: &AccountId) -> Result<(), Refused> {
		let owner = self.twin_of(who)?;
		self.money.hold(who, Reason::Provider, self.sizes.provider)?;
		self.last_provider += 1;
		self.providers.insert(self.last_provider, Provider { owner, share: None });
		Ok(())
	}

	pub fn approve_provider(&mut self, provider: u32, share: Option<u32>) -> Result<(), Refused> {
		ensure(share.is_none_or(|share| share <= 60), "at most 60 %")?;
		let found = self.providers.get_mut(&provider).ok_or(Refused("no such provider"))?;
		found.share = share;
		Ok(())
	}

	pub fn pay_provider(&mut self, provider: u32) -> Result<(), Refused> {
		let owner = self.providers.get(&provider).ok_or(Refused("no such provider"))?.owner;
		let amount = self.money.booked.providers.remove(&provider);
		let amount = amount.ok_or(Refused("nothing is booked for it"))?;
		self.money.pay_out(&self.twins.account(owner), amount)
	}

	pub fn delete_provider(&mut self, who: &AccountId, provider: u32) -> Result<(), Refused> {
		let owner = self.providers.get(&provider).ok_or(Refused("no such provider"))?.owner;
		ensure(self.twins.of(who) == Some(owner), "it is somebody else's")?;
		ensure(!self.money.booked.providers.contains_key(&provider), "it is to be paid first")?;
		self.money.release(who, Reason::Provider, self.sizes.provider);
		self.providers.remove(&provider);
		Ok(())
	}

	/// Whether a new contract may name this provider.
	pub fn ensure_approved(&self, provider: Option<u32>) -> Result<(), Refused> {
		let Some(provider) = provider else { return Ok(()) };
		let found = self.providers.get(&provider).ok_or(Refused("no such provider"))?;
		ensure(found.share.is_some(), "the provider is not approved")
	}

	/// The part of the farm's share that a window which opens now gives to a contract's provider.
	pub fn share_now(&self, provider: Option<u32>, farm: Option<u32>) -> u32 {
		let (Some(provider), Some(farm)) = (provider, farm) else { return 0 };
		let accepted = self.farms[&farm].accepted.contains(&provider);
		let share = self.providers.get(&provider).and_then(|found| found.share);
		share.filter(|_| accepted).unwrap_or(0)
	}
}
