//! Contracts: what their owners and nodes do with them.

use super::{
	clock::Time,
	farms::{Ip, MOST_IPS},
	meters::Meter,
	money::{ensure, Reason},
	nodes::Parts,
	numbers::{Amount, Fraction},
	params::Usd,
	tariff::Factors,
	twins::TwinId,
	Model, Refused,
};
use gridchain_runtime::AccountId;

/// What a contract is about.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
	Workload {
		node: u32,
		resources: Parts,
		/// What was certified when it was made.
		certified: bool,
		traffic_limit: u64,
	},
	Rent {
		node: u32,
		/// CU and SU. They fall with the hardware, and so does the certificate.
		units: (Fraction, Fraction),
		certified: bool,
		/// Nano-dollars a month.
		extra_fee: Usd,
	},
	Name(String),
}

impl Kind {
	pub fn node(&self) -> Option<u32> {
		match self {
			Self::Workload { node, .. } | Self::Rent { node, .. } => Some(*node),
			Self::Name(_) => None,
		}
	}

	pub fn resources(&self) -> Parts {
		match self {
			Self::Workload { resources, .. } => *resources,
			Self::Rent { .. } | Self::Name(_) => Parts::default(),
		}
	}

	pub fn traffic_limit(&self) -> u64 {
		match self {
			Self::Workload { traffic_limit, .. } => *traffic_limit,
			Self::Rent { .. } | Self::Name(_) => 0,
		}
	}

	pub fn is_rent(&self) -> bool {
		matches!(self, Self::Rent { .. })
	}
}

/// How far a contract has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
	/// It waits for its node. For as long as the chain has stood still since, it may take longer.
	Pending { reserve: Amount, stood_still: u64 },
	/// It runs.
	Open { reserve: Amount },
	/// Its owner's money was short.
	Suspended { since: Time, grace_until: Time, stood_still: u64 },
}

impl Phase {
	pub fn reserve(&self) -> Amount {
		match self {
			Self::Pending { reserve, .. } | Self::Open { reserve } => *reserve,
			Self::Suspended { .. } => 0,
		}
	}

	pub fn is_suspended(&self) -> bool {
		matches!(self, Self::Suspended { .. })
	}
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EndReason {
	Owner,
	OutOfFunds,
	NotDelivered,
	NodeRetired,
	NodeGone,
	RentEnded,
	Governance,
}

#[derive(Clone, Debug)]
pub struct Contract {
	pub id: u64,
	pub owner: TwinId,
	pub kind: Kind,
	pub provider: Option<u32>,
	pub ips: Vec<Ip>,
	pub phase: Phase,
	pub factors: Factors,
	pub meter: Meter,
	/// When the chain acts on it next, and in which slot that is.
	pub due: Time,
	pub slot: u64,
}

/// What changes at an update. What is `None` stays.
#[derive(Clone, Debug, Default)]
pub struct Update {
	pub resources: Option<Parts>,
	pub public_ips: Option<u8>,
	pub traffic_limit: Option<u64>,
	/// Whether the hash of the spec is another.
	pub respecified: bool,
}

impl Model {
	/// The contract, if whoever acts owns it.
	fn own_contract(&self, who: &AccountId, contract: u64) -> Result<&Contract, Refused> {
		let found = self.contracts.get(&contract).ok_or(Refused("there is no such contract"))?;
		ensure(self.twins.of(who) == Some(found.owner), "it is somebody else's")?;
		Ok(found)
	}

	fn ensure_billable(
		&self,
		resources: &Parts,
		public_ips: u8,
		traffic_limit: u64,
	) -> Result<(), Refused> {
		let (compute, storage) = resources.units();
		let nothing = Fraction::new(0, 1);
		ensure(compute > nothing || storage > nothing, "that is nothing which is paid for")?;
		ensure(usize::from(public_ips) <= MOST_IPS, "at most 16 IPs")?;
		ensure(traffic_limit <= self.params.traffic_limit, "too much traffic")
	}

	/// Nobody but the renter deploys on a rented node, and only while the rent is paid; nobody at all on a dedicated
	/// one that isn't rented.
	fn ensure_may_deploy(&self, node: u32, twin: TwinId) -> Result<(), Refused> {
		let Some(rent) = self.rent_of(node) else {
			return ensure(!self.nodes[&node].dedicated, "it has to be rented first");
		};
		ensure(self.contracts[&rent].owner == twin, "somebody else rents the node")?;
		self.ensure_rent_is_paid(node)
	}

	fn ensure_rent_is_paid(&self, node: u32) -> Result<(), Refused> {
		ensure(self.nodes[&node].rent_ended.is_none(), "its rent has ended")?;
		let Some(rent) = self.rent_of(node) else { return Ok(()) };
		ensure(!self.contracts[&rent].phase.is_suspended(), "its rent is not paid")
	}

	#[allow(clippy::too_many_arguments, reason = "as many as the call has")]
	pub fn deploy(
		&mut self,
		who: &AccountId,
		node: u32,
		resources: Parts,
		public_ips: u8,
		traffic_limit: u64,
		provider: Option<u32>,
	) -> Result<(), Refused> {
		let owner = self.twin_of(who)?;
		self.ensure_billable(&resources, public_ips, traffic_limit)?;
		self.ensure_approved(provider)?;
		let (farm, certified) = (self.node(node)?.farm, self.node(node)?.certified.is_some());
		self.ensure_may_deploy(node, owner)?;
		self.ensure_room(node, &resources)?;
		let id = self.next_contract();
		let ips = self.take_ips(farm, id, public_ips)?;
		self.money.hold(who, Reason::Contract, self.sizes.workload)?;
		let kind = Kind::Workload { node, resources, certified, traffic_limit };
		self.open(id, owner, kind, provider, ips)
	}

	pub fn confirm(&mut self, who: &AccountId, contract: u64) -> Result<(), Refused> {
		let found = self.contracts.get(&contract).ok_or(Refused("there is no such contract"))?;
		let Kind::Workload { node, .. } = found.kind else {
			return Err(Refused("nobody delivers it"));
		};
		ensure(self.node(node)?.account == *who, "only the node's account")?;
		ensure(matches!(found.phase, Phase::Pending { .. }), "it is confirmed")?;
		self.ensure_rent_is_paid(node)?;
		self.start(contract);
		Ok(())
	}

	pub fn rent(
		&mut self,
		who: &AccountId,
		node: u32,
		provider: Option<u32>,
	) -> Result<(), Refused> {
		let owner = self.twin_of(who)?;
		self.ensure_approved(provider)?;
		let view = self.node(node)?;
		let (units, certified) = (view.hardware.units(), view.certified.is_some());
		let extra_fee = view.extra_fee;
		ensure(self.rent_of(node).is_none(), "it is rented")?;
		let mut on = self.contracts_on(node).into_iter();
		let own = on.all(|contract| self.contracts[&contract].owner == owner);
		ensure(own, "somebody else has a contract on it")?;
		// It takes nothing of its own, but what is sold has to fit.
		self.ensure_room(node, &Parts::default())?;
		let id = self.next_contract();
		self.money.hold(who, Reason::Contract, self.sizes.rent)?;
		let kind = Kind::Rent { node, units, certified, extra_fee };
		self.open(id, owner, kind, provider, Vec::new())?;
		self.start(id);
		Ok(())
	}

	pub fn reserve_name(&mut self, who: &AccountId, name: &str) -> Result<(), Refused> {
		let owner = self.twin_of(who)?;
		ensure((3..=63).contains(&name.len()), "too short, or too long")?;
		let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
		ensure(name.bytes().all(allowed), "small letters, digits and hyphens")?;
		ensure(!name.starts_with('-') && !name.ends_with('-'), "no hyphen at an end")?;
		let taken = Kind::Name(name.into());
		ensure(!self.contracts.values().any(|found| found.kind == taken), "it is taken")?;
		let id = self.next_contract();
		self.money.hold(who, Reason::Contract, self.sizes.name)?;
		self.open(id, owner, taken, None, Vec::new())?;
		self.start(id);
		Ok(())
	}

	pub fn update(
		&mut self,
		who: &AccountId,
		contract: u64,
		update: &Update,
	) -> Result<(), Refused> {
		let found = self.own_contract(who, contract)?.clone();
		let Kind::Workload { node, resources: old, certified, traffic_limit: limit } = found.kind
		else {
			return Err(Refused("only workloads are updated"));
		};
		ensure(!found.phase.is_suspended(), "it is suspended")?;
		self.ensure_rent_is_paid(node)?;
		let resources = update.resources.unwrap_or(old);
		let count = found.ips.len() as u8;
		let public_ips = update.public_ips.unwrap_or(count);
		let traffic_limit = update.traffic_limit.unwrap_or(limit);
		let same = (resources, public_ips, traffic_limit) == (old, count, limit);
		ensure(!same || update.respecified, "nothing changes")?;
		if same {
			return Ok(());
		}
		self.ensure_billable(&resources, public_ips, traffic_limit)?;
		if resources != old {
			self.ensure_change_fits(node, &old, &resources)?;
		}
		let mut ips = found.ips.clone();
		if public_ips != count {
			let farm = self.nodes[&node].farm;
			self.free_ips(farm, &found.ips);
			ips = self.take_ips(farm, contract, public_ips)?;
		}
		let kind = Kind::Workload { node, resources, certified, traffic_limit };
		self.amend(contract, kind, ips)
	}

	pub fn cancel(&mut self, who: &AccountId, contract: u64) -> Result<(), Refused> {
		let found = self.own_contract(who, contract)?;
		if let Kind::Rent { node, .. } = found.kind {
			ensure(self.contracts_on(node).len() == 1, "workloads stand on it")?;
		}
		self.end_contract(contract, EndReason::Owner);
		Ok(())
	}

	pub fn force_cancel(&mut self, contract: u64) -> Result<(), Refused> {
		ensure(self.contracts.contains_key(&contract), "there is no such contract")?;
		self.end_contract(contract, EndReason::Governance);
		Ok(())
	}

	pub fn resume(&mut self, who: &AccountId, contract: u64) -> Result<(), Refused> {
		let found = self.own_contract(who, contract)?;
		ensure(found.phase.is_suspended(), "it is not suspended")?;
		self.reopen(contract)
	}

	pub fn attach_provider(
		&mut self,
		who: &AccountId,
		contract: u64,
		provider: u32,
	) -> Result<(), Refused> {
		let found = self.own_contract(who, contract)?;
		ensure(found.kind.node().is_some(), "a name has no farm")?;
		ensure(found.provider.is_none(), "it has one")?;
		self.ensure_approved(Some(provider))?;
		self.contracts.get_mut(&contract).unwrap().provider = Some(provider);
		Ok(())
	}

	/// A number that neither a contract nor a service has had.
	pub fn next_contract(&mut self) -> u64 {
		self.last_contract += 1;
		self.last_contract
	}

	/// The contract ends: the rest is billed as far as the money reaches, and all goes back that it had.
	pub fn end_contract(&mut self, id: u64, reason: EndReason) {
		self.last_bill(id);
		let contract = self.contracts.remove(&id).unwrap();
		let account = self.twins.account(contract.owner);
		let deposit = match contract.kind {
			Kind::Workload { .. } => self.sizes.workload,
			Kind::Rent { .. } => self.sizes.rent,
			Kind::Name(_) => self.sizes.name,
		};
		self.money.release(&account, Reason::Contract, deposit);
		if let Some(node) = contract.kind.node() {
			self.free_ips(self.nodes[&node].farm, &contract.ips);
			self.contract_gone(node, contract.kind.is_rent());
		}
		self.ended.push((id, reason));
	}
}
