//! How twins come, change hands and go.

use crate::{common::twin_calls, steps::Step, world::Scene};
use gridchain_primitives::TwinId;
use gridchain_runtime::AccountId;
use pallet_twins::Call as Twins;

impl Scene {
	pub fn accept_terms(&mut self, who: &AccountId) {
		let [accept, _] = twin_calls();
		self.call(who, accept, |model| model.accept_terms(who));
	}

	pub fn create_twin(&mut self, who: &AccountId) {
		let [_, create] = twin_calls();
		self.call(who, create, |model| model.create_twin(who));
	}

	/// A step of twins.
	pub fn act_on_twins(&mut self, step: &Step) {
		match *step {
			Step::AcceptTerms { who } => {
				let who = self.person(who);
				self.accept_terms(&who);
			},
			Step::CreateTwin { who } => {
				let who = self.person(who);
				self.create_twin(&who);
			},
			Step::OfferTwin { who, to } => {
				let (who, to) = (self.person(who), self.person(to));
				let call = Twins::offer_twin { to: to.clone() };
				self.call(&who, call, |model| model.offer_twin(&who, &to));
			},
			Step::AcceptTwin { twin, stranger } => {
				let twins = self.model.twins.all.iter();
				let offered: Vec<_> = twins
					.filter(|(_, twin)| twin.offered_to.is_some())
					.map(|(id, _)| *id)
					.collect();
				let Some(twin) = self.one_of(twin, &offered) else { return };
				let to = self.model.twins.all[&twin].offered_to.clone().unwrap();
				let who = self.actor(stranger, to);
				self.accept_terms(&who);
				let call = Twins::accept_twin { twin: TwinId(twin) };
				self.call(&who, call, |model| model.accept_twin(&who, twin));
			},
			Step::DeleteTwin { who, idle } => {
				let idle = if idle { self.idle_twins() } else { Vec::new() };
				let found = self.one_of(who, &idle).map(|twin| self.model.twins.account(twin));
				self.delete_twin(&found.unwrap_or(self.person(who)));
			},
			Step::Leave { who } => {
				let who = self.person(who);
				self.end_all(&who);
				self.delete_twin(&who);
			},
			Step::Arrive { who, funds } => {
				let without = |account: &&AccountId| self.model.twins.of(account).is_none();
				let without: Vec<_> = self.deployers().filter(without).cloned().collect();
				let who = self.one_of(who, &without).unwrap_or(self.person(who));
				if funds > 0 {
					self.give(&who, funds);
				}
				self.accept_terms(&who);
				self.create_twin(&who);
			},
			ref other => unreachable!("{other:?} is not of twins"),
		}
	}

	/// Those on which something has stood and nothing stands any more.
	fn idle_twins(&self) -> Vec<u32> {
		let twins = self.model.twins.all.keys();
		twins.filter(|twin| self.was_used(**twin) && !self.model.is_used(**twin)).copied().collect()
	}

	fn delete_twin(&mut self, who: &AccountId) {
		let twin = self.model.twins.of(who);
		self.call(who, Twins::delete_twin {}, |model| model.delete_twin(who));
		if twin.is_some_and(|twin| self.was_used(twin)) && self.model.twins.of(who).is_none() {
			self.told.used_twins_deleted += 1;
		}
	}

	/// Somebody ends all that stands on its twin. A farm stays, and so does a stake that is not free yet.
	fn end_all(&mut self, who: &AccountId) {
		let Some(twin) = self.model.twins.of(who) else { return };
		self.end_contracts_of(who, twin);
		self.end_services_of(who, twin);
		self.end_stake_of(who, twin);
		let providers = self.model.providers.iter();
		let own = providers.filter(|(_, provider)| provider.owner == twin);
		for provider in own.map(|(id, _)| *id).collect::<Vec<_>>() {
			self.pay_provider(provider);
			self.delete_provider(who, provider);
		}
	}

	/// Its workloads first: a rent has none on it when it goes.
	fn end_contracts_of(&mut self, who: &AccountId, twin: u32) {
		let contracts = self.model.contracts.values().filter(|found| found.owner == twin);
		let (rents, others): (Vec<_>, Vec<_>) = contracts.partition(|found| found.kind.is_rent());
		let in_turn: Vec<_> = others.into_iter().chain(rents).map(|found| found.id).collect();
		in_turn.into_iter().for_each(|contract| self.cancel(who, contract));
	}

	fn end_services_of(&mut self, who: &AccountId, twin: u32) {
		let services = self.model.services.iter();
		let standing = services.filter(|(_, service)| service.stands_on().contains(&twin));
		let standing: Vec<_> = standing.map(|(id, _)| *id).collect();
		standing.into_iter().for_each(|service| self.cancel_service(who, service));
	}

	/// Whatever of it is free at once.
	fn end_stake_of(&mut self, who: &AccountId, twin: u32) {
		let stake = self.model.stakes.get(&twin).cloned().unwrap_or_default();
		if stake.bonded > 0 {
			self.unstake(who, stake.bonded);
		}
		if !stake.is_nothing() {
			self.withdraw_stake(who);
		}
	}
}
