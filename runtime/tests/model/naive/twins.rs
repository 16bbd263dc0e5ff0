//! Twins: whose they are, and how they go to another account.

use super::{
	money::{ensure, Reason},
	services::Service,
	Model, Refused,
};
use gridchain_runtime::AccountId;
use std::collections::BTreeMap;

pub type TwinId = u32;

#[derive(Clone, Debug)]
pub struct Twin {
	pub account: AccountId,
	/// Whether a deposit is held for it. None is for a node's, until its account accepts the terms.
	pub deposit: bool,
	pub offered_to: Option<AccountId>,
}

#[derive(Clone, Debug, Default)]
pub struct Twins {
	pub all: BTreeMap<TwinId, Twin>,
	pub last: TwinId,
	/// Accounts that have accepted the terms and have no twin yet.
	pub acceptances: Vec<AccountId>,
}

impl Twins {
	pub fn of(&self, account: &AccountId) -> Option<TwinId> {
		self.all.iter().find(|(_, twin)| twin.account == *account).map(|(id, _)| *id)
	}

	pub fn account(&self, twin: TwinId) -> AccountId {
		self.all[&twin].account.clone()
	}

	pub fn add(&mut self, account: &AccountId, deposit: bool) -> TwinId {
		self.last += 1;
		let twin = Twin { account: account.clone(), deposit, offered_to: None };
		self.all.insert(self.last, twin);
		self.last
	}
}

impl Model {
	/// The twin of whoever acts.
	pub fn twin_of(&self, who: &AccountId) -> Result<TwinId, Refused> {
		self.twins.of(who).ok_or(Refused("it has no twin"))
	}

	pub fn accept_terms(&mut self, who: &AccountId) -> Result<(), Refused> {
		let deposit = self.sizes.twin;
		if let Some(id) = self.twins.of(who) {
			ensure(!self.twins.all[&id].deposit, "it has accepted them")?;
			self.twins.all.get_mut(&id).unwrap().deposit = true;
		} else {
			ensure(!self.twins.acceptances.contains(who), "it has accepted them")?;
			self.twins.acceptances.push(who.clone());
		}
		self.money.hold(who, Reason::Twin, deposit)
	}

	pub fn create_twin(&mut self, who: &AccountId) -> Result<(), Refused> {
		ensure(self.twins.of(who).is_none(), "it has a twin")?;
		self.use_acceptance(who)?;
		self.twins.add(who, true);
		Ok(())
	}

	fn use_acceptance(&mut self, who: &AccountId) -> Result<(), Refused> {
		let accepted = self.twins.acceptances.iter().position(|account| account == who);
		self.twins.acceptances.remove(accepted.ok_or(Refused("the terms are not accepted"))?);
		Ok(())
	}

	pub fn offer_twin(&mut self, who: &AccountId, to: &AccountId) -> Result<(), Refused> {
		let twin = self.twin_of(who)?;
		ensure(self.twins.of(to).is_none(), "it has a twin")?;
		self.twins.all.get_mut(&twin).unwrap().offered_to = Some(to.clone());
		Ok(())
	}

	/// All that is held of the old account because of the twin is held of the new one; of two deposits for the twin
	/// itself one is given back.
	pub fn accept_twin(&mut self, who: &AccountId, twin: TwinId) -> Result<(), Refused> {
		let found = self.twins.all.get(&twin).ok_or(Refused("there is no such twin"))?.clone();
		ensure(found.offered_to.as_ref() == Some(who), "it is offered to somebody else")?;
		ensure(self.twins.of(who).is_none(), "it has a twin")?;
		self.use_acceptance(who)?;
		for reason in Reason::OF_TWINS {
			let held = self.money.held_of(&found.account, reason);
			self.money.move_held(&found.account, who, reason, held);
		}
		if found.deposit {
			self.money.release(who, Reason::Twin, self.sizes.twin);
		}
		let moved = super::twins::Twin { account: who.clone(), deposit: true, offered_to: None };
		self.twins.all.insert(twin, moved);
		Ok(())
	}

	pub fn delete_twin(&mut self, who: &AccountId) -> Result<(), Refused> {
		let id = self.twin_of(who)?;
		ensure(!self.is_used(id), "something stands on it")?;
		let twin = self.twins.all.remove(&id).unwrap();
		if twin.deposit {
			self.money.release(who, Reason::Twin, self.sizes.twin);
		}
		Ok(())
	}

	/// A node's twin goes, if nothing stands on it and nothing is held for it.
	pub fn forget_twin_of(&mut self, account: &AccountId) {
		let Some(id) = self.twins.of(account) else { return };
		if !self.twins.all[&id].deposit && !self.is_used(id) {
			self.twins.all.remove(&id);
		}
	}

	/// Whether something stands on a twin.
	pub fn is_used(&self, twin: TwinId) -> bool {
		let farms = self.farms.values();
		let of_farms = farms.flat_map(|farm| [Some(farm.owner), farm.on_its_way_to]).flatten();
		let of_nodes = self.nodes.values().filter(|node| !node.has_left()).map(|node| node.twin);
		let of_contracts = self.contracts.values().map(|contract| contract.owner);
		let of_services = self.services.values().flat_map(Service::stands_on);
		let of_providers = self.providers.values().map(|provider| provider.owner);
		let stakes = self.stakes.iter().filter(|(_, stake)| !stake.is_nothing());
		let of_stakes = stakes.map(|(twin, _)| *twin);
		let mut all = of_farms
			.chain(of_nodes)
			.chain(of_contracts)
			.chain(of_services)
			.chain(of_providers)
			.chain(of_stakes);
		all.any(|used| used == twin)
	}
}
