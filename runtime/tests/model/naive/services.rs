//! Services: what one twin does for another, paid at once or not at all.

use super::{
	clock::Time,
	money::{ensure, Reason},
	numbers::{cost_of, tft_up, HOUR, PARTS},
	params::Usd,
	twins::TwinId,
	Model, Refused,
};
use gridchain_runtime::AccountId;
use sp_core::U256;

/// Nano-dollars an hour, and which document says the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ServiceTerms {
	pub base: Usd,
	pub metered_limit: Usd,
	pub document: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServiceState {
	Offered,
	Proposed { terms: ServiceTerms, approved_by: Option<TwinId> },
	Agreed { terms: ServiceTerms, billed_to: Time },
}

impl ServiceState {
	fn terms(&self) -> Option<ServiceTerms> {
		match self {
			Self::Offered => None,
			Self::Proposed { terms, .. } | Self::Agreed { terms, .. } => Some(*terms),
		}
	}
}

#[derive(Clone, Copy, Debug)]
pub struct Service {
	pub provider: TwinId,
	pub consumer: TwinId,
	pub state: ServiceState,
}

impl Service {
	/// The twins that can't go: the one who serves, and the one that is served once it has said yes to the terms.
	pub fn stands_on(&self) -> Vec<TwinId> {
		match self.state {
			ServiceState::Agreed { .. } => vec![self.provider, self.consumer],
			ServiceState::Proposed { approved_by: Some(side), .. } if side != self.provider => {
				vec![self.provider, side]
			},
			_ => vec![self.provider],
		}
	}
}

impl Model {
	fn service(&self, id: u64) -> Result<Service, Refused> {
		self.services.get(&id).copied().ok_or(Refused("there is no such service"))
	}

	pub fn offer_service(&mut self, who: &AccountId, consumer: TwinId) -> Result<(), Refused> {
		let provider = self.twin_of(who)?;
		ensure(provider != consumer, "nobody serves itself")?;
		ensure(self.twins.all.contains_key(&consumer), "there is no such twin")?;
		self.money.hold(who, Reason::Service, self.sizes.service)?;
		let id = self.next_contract();
		self.services.insert(id, Service { provider, consumer, state: ServiceState::Offered });
		Ok(())
	}

	pub fn set_service_terms(
		&mut self,
		who: &AccountId,
		id: u64,
		terms: ServiceTerms,
	) -> Result<(), Refused> {
		let service = self.service(id)?;
		ensure(self.twins.of(who) == Some(service.provider), "only the one who serves")?;
		ensure(service.state.terms() != Some(terms), "nothing changes")?;
		let state = ServiceState::Proposed { terms, approved_by: None };
		self.services.insert(id, Service { state, ..service });
		Ok(())
	}

	pub fn approve_service(
		&mut self,
		who: &AccountId,
		id: u64,
		terms: ServiceTerms,
	) -> Result<(), Refused> {
		let service = self.service(id)?;
		let by = self.twin_of(who)?;
		ensure([service.provider, service.consumer].contains(&by), "it is no side of it")?;
		ensure(service.state.terms() == Some(terms), "the terms are others")?;
		let ServiceState::Proposed { approved_by, .. } = service.state else {
			return Err(Refused("it is agreed"));
		};
		ensure(approved_by != Some(by), "it has approved them")?;
		let state = match approved_by {
			None => ServiceState::Proposed { terms, approved_by: Some(by) },
			Some(_) => ServiceState::Agreed { terms, billed_to: self.clock.now },
		};
		self.services.insert(id, Service { state, ..service });
		Ok(())
	}

	/// The base for the time since the last bill, an hour at most, and what was metered, within the part of the hourly
	/// limit that falls on that time.
	pub fn bill_service(&mut self, who: &AccountId, id: u64, metered: Usd) -> Result<(), Refused> {
		let service = self.service(id)?;
		ensure(self.twins.of(who) == Some(service.provider), "only the one who serves")?;
		let ServiceState::Agreed { terms, billed_to } = service.state else {
			return Err(Refused("it is not agreed"));
		};
		let now = self.clock.now;
		let seconds = (now - billed_to).min(HOUR);
		let limit = terms.metered_limit * u128::from(seconds);
		ensure(metered * u128::from(HOUR) <= limit, "more than the limit")?;
		let cost = cost_of(terms.base * PARTS, seconds)
			+ U256::from(metered) * U256::from(PARTS) * U256::from(HOUR);
		let charged = tft_up(cost, self.market.price);
		ensure(charged > 0, "nothing is to be paid")?;
		let consumer = self.twins.account(service.consumer);
		self.money.transfer(&consumer, who, charged)?;
		let state = ServiceState::Agreed { terms, billed_to: now };
		self.services.insert(id, Service { state, ..service });
		Ok(())
	}

	pub fn cancel_service(&mut self, who: &AccountId, id: u64) -> Result<(), Refused> {
		let service = self.service(id)?;
		let by = self.twin_of(who)?;
		ensure([service.provider, service.consumer].contains(&by), "it is no side of it")?;
		let provider = self.twins.account(service.provider);
		self.money.release(&provider, Reason::Service, self.sizes.service);
		self.services.remove(&id);
		Ok(())
	}
}
