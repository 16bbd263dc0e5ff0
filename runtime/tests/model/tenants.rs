//! What deployers do: contracts, services, stakes.

use crate::{
	common::{cancel, resume},
	machines::resources,
	naive::{
		contracts::{Phase, Update},
		nodes::Parts,
		services::{ServiceState, ServiceTerms},
	},
	steps::{Step, Which},
	world::{By, Scene},
};
use gridchain_primitives::{Bytes, ContractId, NodeId, ProviderId, TwinId, Usd};
use gridchain_runtime::AccountId;
use pallet_billing::Call as Billing;
use pallet_deployments::{Call as Deployments, ProposedName};
use sp_core::H256;

const NAMES: [&str; 5] = ["first", "second", "third-name", "no", "-wrong"];

impl Scene {
	pub fn deploy(
		&mut self,
		who: &AccountId,
		node: u32,
		parts: Parts,
		public_ips: u8,
		traffic: u64,
		provider: Option<u32>,
	) {
		let call = Deployments::deploy {
			node: NodeId(node),
			spec_hash: H256::repeat_byte(1),
			spec: Default::default(),
			resources: resources(&parts),
			public_ips,
			traffic_limit: Bytes(traffic),
			provider: provider.map(ProviderId),
		};
		self.call(who, call, |model| model.deploy(who, node, parts, public_ips, traffic, provider));
	}

	pub fn cancel(&mut self, who: &AccountId, contract: u64) {
		self.call(who, cancel(ContractId(contract)), |model| model.cancel(who, contract));
	}

	pub fn rent(&mut self, who: &AccountId, node: u32, provider: Option<u32>) {
		let provider_id = provider.map(ProviderId);
		let call = Deployments::rent_node { node: NodeId(node), provider: provider_id };
		self.call(who, call, |model| model.rent(who, node, provider));
	}

	pub fn reserve(&mut self, who: &AccountId, name: &str) {
		let proposed = ProposedName::try_from(name.as_bytes().to_vec()).unwrap();
		let call = Deployments::reserve_name { name: proposed };
		self.call(who, call, |model| model.reserve_name(who, name));
	}

	pub fn offer_service(&mut self, who: &AccountId, consumer: u32) {
		let call = Deployments::offer_service { consumer: TwinId(consumer) };
		self.call(who, call, |model| model.offer_service(who, consumer));
	}

	pub fn cancel_service(&mut self, who: &AccountId, service: u64) {
		let call = Deployments::cancel_service { service: ContractId(service) };
		self.call(who, call, |model| model.cancel_service(who, service));
	}

	pub fn confirm(&mut self, who: &AccountId, contract: u64) {
		let call = Deployments::confirm_workload { contract: ContractId(contract) };
		self.call(who, call, |model| model.confirm(who, contract));
	}

	/// A contract, and who acts for its owner.
	fn contract(&self, which: Which, stranger: Option<Which>) -> (u64, AccountId) {
		let contracts: Vec<_> = self.model.contracts.keys().copied().collect();
		let Some(contract) = self.one_of(which, &contracts) else {
			// There is no such contract.
			return (self.model.last_contract + 7, self.person(which));
		};
		let owner = self.model.contracts[&contract].owner;
		(contract, self.actor(stranger, self.model.twins.account(owner)))
	}

	/// A step of contracts.
	pub fn act_on_contracts(&mut self, step: &Step) {
		match *step {
			Step::Deploy { who, node, resources, ips, traffic, provider, confirmed, within } => {
				let (mut who, provider) = (self.person(who), self.approved(provider));
				let Some(mut node) = self.node(node) else { return };
				let contracts = self.model.contracts.values();
				let rents: Vec<_> =
					contracts.filter(|found| found.kind.is_rent()).cloned().collect();
				if let Some(rent) = within.and_then(|which| self.one_of(which, &rents)) {
					who = self.model.twins.account(rent.owner);
					node = rent.kind.node().unwrap();
				}
				self.deploy(&who, node, resources, ips, traffic, provider);
				let contract = self.model.last_contract;
				if confirmed && self.model.contracts.contains_key(&contract) {
					let account = self.model.nodes[&node].account.clone();
					self.confirm(&account, contract);
				}
			},
			Step::Confirm { contract, stranger } => {
				// One that waits, if there is one.
				let contracts = self.model.contracts.values();
				let waits = contracts.filter(|found| matches!(found.phase, Phase::Pending { .. }));
				let waiting: Vec<_> = waits.map(|found| found.id).collect();
				let (any, _) = self.contract(contract, None);
				let contract = self.one_of(contract, &waiting).unwrap_or(any);
				let found = self.model.contracts.get(&contract);
				let node = found.and_then(|found| found.kind.node()).unwrap_or(1);
				let account = self.model.nodes[&node].account.clone();
				let who = self.actor(stranger, account);
				self.confirm(&who, contract);
			},
			Step::Update { contract, stranger, resources: parts, ips, traffic, respecified } => {
				let (contract, who) = self.contract(contract, stranger);
				let update = Update {
					resources: parts,
					public_ips: ips,
					traffic_limit: traffic,
					respecified,
				};
				let height = u64::from(self.model.clock.height);
				let call = Deployments::update_deployment {
					contract: ContractId(contract),
					spec_hash: respecified.then(|| H256::from_low_u64_be(height)),
					spec: None,
					resources: parts.as_ref().map(resources),
					public_ips: ips,
					traffic_limit: traffic.map(Bytes),
				};
				self.call(&who, call, |model| model.update(&who, contract, &update));
			},
			Step::Cancel { contract, stranger } => {
				let (contract, who) = self.contract(contract, stranger);
				self.cancel(&who, contract);
			},
			Step::ForceCancel { contract } => {
				let (contract, _) = self.contract(contract, None);
				let call = Deployments::force_cancel { contract: ContractId(contract) };
				self.call(By::Root, call, |model| model.force_cancel(contract));
			},
			Step::Resume { contract, stranger, funds } => {
				let contracts = self.model.contracts.values();
				let suspended = contracts.filter(|found| found.phase.is_suspended());
				let suspended: Vec<_> = suspended.map(|found| found.id).collect();
				let (mut contract, mut who) = self.contract(contract, stranger);
				if let Some(found) = self.one_of(contract as Which, &suspended) {
					let owner = self.model.contracts[&found].owner;
					(contract, who) =
						(found, self.actor(stranger, self.model.twins.account(owner)));
				}
				if funds > 0 {
					self.give(&who, funds);
				}
				self.call(&who, resume(ContractId(contract)), |model| model.resume(&who, contract));
			},
			Step::Rent { who, node, provider } => {
				let (who, provider) = (self.person(who), self.approved(provider));
				let Some(node) = self.node(node) else { return };
				self.rent(&who, node, provider);
			},
			Step::Reserve { who, name } => {
				let (who, name) = (self.person(who), NAMES[name % NAMES.len()]);
				self.reserve(&who, name);
			},
			Step::Attach { contract, provider, stranger } => {
				let (contract, who) = self.contract(contract, stranger);
				let provider = self.provider(Some(provider)).unwrap_or(9);
				let (contract_id, provider_id) = (ContractId(contract), ProviderId(provider));
				let call =
					Deployments::attach_provider { contract: contract_id, provider: provider_id };
				self.call(&who, call, |model| model.attach_provider(&who, contract, provider));
			},
			ref other => unreachable!("{other:?} is not of contracts"),
		}
	}

	/// A step of services.
	pub fn act_on_services(&mut self, step: &Step) {
		match *step {
			Step::OfferService { who, twin } => {
				let who = self.person(who);
				let consumer = self.twin(twin);
				self.offer_service(&who, consumer);
			},
			Step::SetTerms { service, stranger, base, metered } => {
				let Some((service, provider, _)) = self.service(service) else { return };
				let who = self.actor(stranger, provider);
				let terms = ServiceTerms { base, metered_limit: metered, document: 7 };
				let call = Deployments::set_service_terms {
					service: ContractId(service),
					terms: terms_of(&terms),
				};
				self.call(&who, call, |model| model.set_service_terms(&who, service, terms));
			},
			Step::ApproveService { service, by_consumer, by_provider, others } => {
				let Some((service, provider, consumer)) = self.service(service) else { return };
				let sides = [(by_consumer, consumer), (by_provider, Some(provider))];
				let document = if others { 8 } else { 7 };
				let terms = match self.model.services[&service].state {
					ServiceState::Offered => ServiceTerms { base: 1, metered_limit: 1, document },
					ServiceState::Proposed { terms, .. } | ServiceState::Agreed { terms, .. } => {
						ServiceTerms { document, ..terms }
					},
				};
				for who in sides.into_iter().filter_map(|(does, who)| who.filter(|_| does)) {
					let call = Deployments::approve_service {
						service: ContractId(service),
						terms: terms_of(&terms),
					};
					self.call(&who, call, |model| model.approve_service(&who, service, terms));
				}
			},
			Step::BillService { service, stranger, metered } => {
				let Some((service, provider, _)) = self.service(service) else { return };
				let who = self.actor(stranger, provider);
				let call = Deployments::bill_service {
					service: ContractId(service),
					metered: Usd(metered),
					note: Default::default(),
				};
				self.call(&who, call, |model| model.bill_service(&who, service, metered));
			},
			Step::CancelService { service, who } => {
				let Some((service, provider, consumer)) = self.service(service) else { return };
				let who = self.actor(who, consumer.unwrap_or(provider));
				self.cancel_service(&who, service);
			},
			ref other => unreachable!("{other:?} is not of services"),
		}
	}

	/// A service, and the accounts of its provider and of its consumer, unless that one's twin is gone.
	fn service(&self, which: Which) -> Option<(u64, AccountId, Option<AccountId>)> {
		let services: Vec<_> = self.model.services.iter().collect();
		let (id, found) = self.one_of(which, &services)?;
		let twins = &self.model.twins;
		let consumer = twins.all.get(&found.consumer).map(|twin| twin.account.clone());
		Some((*id, twins.account(found.provider), consumer))
	}

	pub fn unstake(&mut self, who: &AccountId, amount: u128) {
		let call = Billing::unstake_discount { amount };
		self.call(who, call, |model| model.unstake_discount(who, amount));
	}

	pub fn withdraw_stake(&mut self, who: &AccountId) {
		let call = Billing::withdraw_stake {};
		self.call(who, call, |model| model.withdraw_stake(who));
	}

	/// A step of stakes.
	pub fn act_on_stakes(&mut self, step: &Step) {
		match *step {
			Step::Stake { who, amount, funded } => {
				let who = self.person(who);
				if funded {
					self.give(&who, amount);
				}
				let call = Billing::stake_discount { amount };
				self.call(&who, call, |model| model.stake_discount(&who, amount));
			},
			Step::Unstake { who, hundredths } => {
				let who = self.person(who);
				let twin = self.model.twins.of(&who);
				let stake = twin.and_then(|twin| self.model.stakes.get(&twin));
				let amount = stake.map_or(1, |stake| stake.bonded) * hundredths / 100;
				self.unstake(&who, amount);
			},
			Step::WithdrawStake { who } => {
				let who = self.person(who);
				self.withdraw_stake(&who);
			},
			ref other => unreachable!("{other:?} is not of stakes"),
		}
	}

	/// A provider that is approved, if one is asked for and there is any.
	fn approved(&self, which: Option<Which>) -> Option<u32> {
		let approved = self.model.providers.iter().filter(|(_, found)| found.share.is_some());
		self.one_of(which?, &approved.map(|(id, _)| *id).collect::<Vec<_>>())
	}

	/// Any provider, if one is asked for and there is any.
	pub fn provider(&self, which: Option<Which>) -> Option<u32> {
		let providers: Vec<_> = self.model.providers.keys().copied().collect();
		self.one_of(which?, &providers)
	}

	/// Any twin.
	pub fn twin(&self, which: Which) -> u32 {
		let twins: Vec<_> = self.model.twins.all.keys().copied().collect();
		self.one_of(which, &twins).unwrap_or(1)
	}
}

fn terms_of(terms: &ServiceTerms) -> pallet_deployments::ServiceTerms {
	pallet_deployments::ServiceTerms {
		base: Usd(terms.base),
		metered_limit: Usd(terms.metered_limit),
		document: H256::repeat_byte(terms.document),
	}
}
