//! Farms: their owners, where they are paid, their public IPs, and how they go to another twin.

use super::{
	money::{ensure, Reason},
	twins::TwinId,
	Model, Refused,
};
use gridchain_runtime::AccountId;
use std::collections::BTreeMap;

/// The most IPs of a contract.
pub const MOST_IPS: usize = 16;

/// By its last byte: the farms of this world have addresses that differ in nothing else.
pub type Ip = u8;

#[derive(Clone, Debug)]
pub struct Farm {
	pub owner: TwinId,
	pub payout: Option<AccountId>,
	pub offered_to: Option<TwinId>,
	pub on_its_way_to: Option<TwinId>,
	/// Accounts of nodes, for each of which a deposit is held.
	pub authorised: Vec<AccountId>,
	/// The one that was freed last is taken first.
	pub free_ips: Vec<Ip>,
	/// In use, and by whom.
	pub used_ips: BTreeMap<Ip, u64>,
	/// In use, though a certifier has withdrawn them: no deposit is held any more.
	pub withdrawn_ips: Vec<Ip>,
	/// Providers that it lets share.
	pub accepted: Vec<u32>,
}

impl Model {
	/// The farm, if whoever acts owns it.
	fn own_farm(&mut self, who: &AccountId, farm: u32) -> Result<&mut Farm, Refused> {
		let twin = self.twins.of(who);
		let found = self.farms.get_mut(&farm).ok_or(Refused("there is no such farm"))?;
		ensure(Some(found.owner) == twin, "the farm is somebody else's")?;
		Ok(found)
	}

	pub fn create_farm(&mut self, who: &AccountId) -> Result<(), Refused> {
		let owner = self.twin_of(who)?;
		self.money.hold(who, Reason::Farm, self.sizes.farm)?;
		let farm = Farm {
			owner,
			payout: None,
			offered_to: None,
			on_its_way_to: None,
			authorised: Vec::new(),
			free_ips: Vec::new(),
			used_ips: BTreeMap::new(),
			withdrawn_ips: Vec::new(),
			accepted: Vec::new(),
		};
		self.last_farm += 1;
		self.farms.insert(self.last_farm, farm);
		Ok(())
	}

	/// Where a farm is paid.
	pub fn payout_of(&self, farm: u32) -> AccountId {
		let farm = &self.farms[&farm];
		farm.payout.clone().unwrap_or_else(|| self.twins.account(farm.owner))
	}

	pub fn set_payout(
		&mut self,
		who: &AccountId,
		farm: u32,
		payout: Option<AccountId>,
	) -> Result<(), Refused> {
		self.own_farm(who, farm)?.payout = payout;
		Ok(())
	}

	pub fn accept_provider(
		&mut self,
		who: &AccountId,
		farm: u32,
		provider: u32,
	) -> Result<(), Refused> {
		let found = self.own_farm(who, farm)?;
		ensure(found.on_its_way_to.is_none(), "it is on its way")?;
		self.ensure_approved(Some(provider))?;
		let farm = self.farms.get_mut(&farm).unwrap();
		ensure(!farm.accepted.contains(&provider), "it is accepted already")?;
		farm.accepted.push(provider);
		Ok(())
	}

	pub fn dismiss_provider(
		&mut self,
		who: &AccountId,
		farm: u32,
		provider: u32,
	) -> Result<(), Refused> {
		let farm = self.own_farm(who, farm)?;
		let place = farm.accepted.iter().position(|accepted| *accepted == provider);
		farm.accepted.remove(place.ok_or(Refused("it is not accepted"))?);
		Ok(())
	}

	pub fn authorise(
		&mut self,
		who: &AccountId,
		farm: u32,
		account: &AccountId,
	) -> Result<(), Refused> {
		let found = self.own_farm(who, farm)?;
		ensure(!found.authorised.contains(account), "it is authorised already")?;
		self.money.hold(who, Reason::Authorisation, self.sizes.authorisation)?;
		self.farms.get_mut(&farm).unwrap().authorised.push(account.clone());
		Ok(())
	}

	/// Takes an authorisation back, whose node must have left. With the last one of an account the twin goes that these
	/// have paid for.
	pub fn revoke(&mut self, who: &AccountId, id: u32, account: &AccountId) -> Result<(), Refused> {
		let farm = self.own_farm(who, id)?;
		ensure(farm.authorised.contains(account), "it is not authorised")?;
		let mut nodes = self.nodes.values();
		let stands =
			nodes.any(|node| !node.has_left() && node.farm == id && node.account == *account);
		ensure(!stands, "its node is registered")?;
		let farm = self.own_farm(who, id)?;
		farm.authorised.retain(|authorised| authorised != account);
		self.money.release(who, Reason::Authorisation, self.sizes.authorisation);
		let mut farms = self.farms.values();
		if !farms.any(|farm| farm.authorised.contains(account)) {
			self.forget_twin_of(account);
		}
		Ok(())
	}

	pub fn add_ip(&mut self, who: &AccountId, farm: u32, ip: Ip) -> Result<(), Refused> {
		self.own_farm(who, farm)?;
		let mut farms = self.farms.values();
		ensure(!farms.any(|farm| farm.has_ip(ip)), "the address is on the chain already")?;
		self.money.hold(who, Reason::Ip, self.sizes.ip)?;
		self.farms.get_mut(&farm).unwrap().free_ips.push(ip);
		Ok(())
	}

	/// By the owner, or by a certifier, who may withdraw one that is in use as well.
	pub fn remove_ip(&mut self, who: Option<&AccountId>, farm: u32, ip: Ip) -> Result<(), Refused> {
		if let Some(who) = who {
			self.own_farm(who, farm)?;
		}
		let found = self.farms.get_mut(&farm).ok_or(Refused("there is no such farm"))?;
		ensure(found.has_ip(ip), "the farm has no such IP")?;
		ensure(!found.withdrawn_ips.contains(&ip), "it is withdrawn already")?;
		if found.used_ips.contains_key(&ip) {
			ensure(who.is_none(), "a contract has it")?;
			found.withdrawn_ips.push(ip);
		} else {
			let place = found.free_ips.iter().position(|free| *free == ip).unwrap();
			// The last one takes its place.
			found.free_ips.swap_remove(place);
		}
		let owner = self.twins.account(self.farms[&farm].owner);
		self.money.release(&owner, Reason::Ip, self.sizes.ip);
		Ok(())
	}

	/// Gives so many free IPs to a contract.
	pub fn take_ips(&mut self, farm: u32, contract: u64, count: u8) -> Result<Vec<Ip>, Refused> {
		ensure(usize::from(count) <= MOST_IPS, "at most 16")?;
		let farm = self.farms.get_mut(&farm).unwrap();
		let mut taken = Vec::new();
		for _ in 0..count {
			let ip = farm.free_ips.pop().ok_or(Refused("too few IPs are free"))?;
			farm.used_ips.insert(ip, contract);
			taken.push(ip);
		}
		Ok(taken)
	}

	/// Takes a contract's IPs back, the last one first; withdrawn ones are gone.
	pub fn free_ips(&mut self, farm: u32, ips: &[Ip]) {
		let farm = self.farms.get_mut(&farm).unwrap();
		for ip in ips.iter().rev() {
			farm.used_ips.remove(ip).unwrap();
			if let Some(place) = farm.withdrawn_ips.iter().position(|withdrawn| withdrawn == ip) {
				farm.withdrawn_ips.remove(place);
			} else {
				farm.free_ips.push(*ip);
			}
		}
	}

	pub fn offer_farm(&mut self, who: &AccountId, farm: u32, to: TwinId) -> Result<(), Refused> {
		let exists = self.twins.all.contains_key(&to);
		let farm = self.own_farm(who, farm)?;
		ensure(farm.on_its_way_to.is_none(), "it is on its way")?;
		ensure(farm.owner != to, "it is the owner's already")?;
		ensure(exists, "there is no such twin")?;
		farm.offered_to = Some(to);
		Ok(())
	}

	pub fn accept_farm(&mut self, who: &AccountId, farm: u32) -> Result<(), Refused> {
		let twin = self.twin_of(who)?;
		let farm = self.farms.get_mut(&farm).ok_or(Refused("there is no such farm"))?;
		ensure(farm.offered_to == Some(twin), "it is offered to somebody else")?;
		farm.offered_to = None;
		farm.on_its_way_to = Some(twin);
		Ok(())
	}

	/// What is booked for the nodes of a farm on its way is paid to where the old owner wanted it, as far as that
	/// can receive it. Then the farm is the other twin's, with all deposits.
	pub fn hand_farms_over(&mut self) {
		let on_their_way = self.farms.iter().filter(|(_, farm)| farm.on_its_way_to.is_some());
		let on_their_way: Vec<_> = on_their_way.map(|(id, _)| *id).collect();
		for id in on_their_way {
			let payout = self.payout_of(id);
			for (node, found) in self.nodes.clone() {
				let amount = self.money.booked.nodes.get(&node).copied().unwrap_or_default();
				if found.farm == id && !found.is_forgotten && amount > 0 {
					let paid = self.money.pay_out(&payout, amount);
					if paid.is_ok() {
						self.money.booked.nodes.remove(&node);
					}
				}
			}
			let farm = self.farms.get_mut(&id).unwrap();
			let (from, to) = (farm.owner, farm.on_its_way_to.take().unwrap());
			if !self.money.exists(&self.twins.account(to)) {
				// It can hold nothing: the farm stays with its owner.
				continue;
			}
			let farm = self.farms.get_mut(&id).unwrap();
			(farm.owner, farm.payout) = (to, None);
			let (from, to) = (self.twins.account(from), self.twins.account(to));
			let ips = farm.free_ips.len() + farm.used_ips.len() - farm.withdrawn_ips.len();
			let authorised = farm.authorised.len() as u128 * self.sizes.authorisation;
			self.money.move_held(&from, &to, Reason::Farm, self.sizes.farm);
			self.money.move_held(&from, &to, Reason::Authorisation, authorised);
			self.money.move_held(&from, &to, Reason::Ip, ips as u128 * self.sizes.ip);
		}
	}
}

impl Farm {
	pub fn has_ip(&self, ip: Ip) -> bool {
		self.free_ips.contains(&ip) || self.used_ips.contains_key(&ip)
	}
}
