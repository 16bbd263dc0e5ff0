//! What farmers, providers, feeders and the region do, and money that comes and goes.

use crate::{
	common::{create_farm, feed, transfer},
	naive::params::{Prices, Shares},
	steps::{Step, Which},
	world::{By, Scene},
};
use gridchain_primitives::{FarmId, Percent, Price, ProviderId, Seconds, TwinId, Usd};
use gridchain_runtime::{AccountId, Runtime};
use pallet_billing::{BillingParams, Call as Billing, PricingPolicy};
use pallet_farms::{Call as Farms, Ipv4Text};
use pallet_nodes::NodeParams;

/// A thousandth of a dollar in 10^-18 dollars.
const THOUSANDTH: u128 = 1_000_000_000_000_000;

fn text(text: &str) -> Ipv4Text {
	Ipv4Text::try_from(text.as_bytes().to_vec()).unwrap()
}

impl Scene {
	/// Takes a step on both.
	pub fn act(&mut self, step: &Step) {
		use Step::*;
		match step {
			Behave { .. } | Reboot { .. } | Flow { .. } | Join { .. } | Rebuild { .. } => {
				self.act_on_machines(step)
			},
			Certify { .. } | Maintain { .. } | SetExtraFee { .. } | Retire { .. } => {
				self.act_on_machines(step)
			},
			SetTenancy { .. } | CancelRetirement { .. } | Revoke { .. } => {
				self.act_on_machines(step)
			},
			Deploy { .. } | Confirm { .. } | Update { .. } | Cancel { .. } | ForceCancel { .. } => {
				self.act_on_contracts(step)
			},
			Resume { .. } | Rent { .. } | Reserve { .. } | Attach { .. } => {
				self.act_on_contracts(step)
			},
			OfferService { .. } | SetTerms { .. } | ApproveService { .. } => {
				self.act_on_services(step)
			},
			BillService { .. } | CancelService { .. } => self.act_on_services(step),
			Stake { .. } | Unstake { .. } | WithdrawStake { .. } => self.act_on_stakes(step),
			RegisterProvider { .. } | ApproveProvider { .. } | PayProvider { .. } => {
				self.act_on_providers(step)
			},
			DeleteProvider { .. } | AcceptProvider { .. } | DismissProvider { .. } => {
				self.act_on_providers(step)
			},
			AddIp { .. } | RemoveIp { .. } | OfferFarm { .. } | AcceptFarm { .. } => {
				self.act_on_farms(step)
			},
			SetPayout { .. } => self.act_on_farms(step),
			AcceptTerms { .. } | CreateTwin { .. } | OfferTwin { .. } | AcceptTwin { .. } => {
				self.act_on_twins(step)
			},
			DeleteTwin { .. } | Leave { .. } | Arrive { .. } => self.act_on_twins(step),
			Feed { .. } | Band { .. } | Policy { .. } | Times { .. } | Shares { .. } => {
				self.govern(step)
			},
			Discounts { .. } | Silence { .. } => self.govern(step),
			Drain { who, leave } => {
				let who = self.person(*who);
				self.drain(&who, *leave);
			},
			TopUp { who, amount } => {
				let who = self.person(*who);
				self.give(&who, *amount);
			},
			Pass(_) | Stand(_) => unreachable!("they are blocks"),
		}
	}

	fn pay(&mut self, from: &AccountId, to: &AccountId, amount: u128) {
		self.call(from, transfer(to, amount), |model| model.money.transfer(from, to, amount));
	}

	pub fn give(&mut self, who: &AccountId, amount: u128) {
		let bank = self.bank.clone();
		self.pay(&bank, who, amount);
	}

	/// Somebody sends all away but so much.
	pub fn drain(&mut self, who: &AccountId, leave: u128) {
		let (bank, spendable) = (self.bank.clone(), self.model.money.spendable(who));
		if spendable > leave {
			self.pay(who, &bank, spendable - leave);
		}
	}

	pub fn create_farm(&mut self, who: &AccountId, name: &str) {
		self.call(who, create_farm(name), |model| model.create_farm(who));
	}

	pub fn add_ip(&mut self, who: &AccountId, farm: u32, ip: u8) {
		let (cidr, gateway) = (text(&format!("45.67.89.{ip}/24")), text("45.67.89.254"));
		let call = Farms::add_public_ip { farm: FarmId(farm), cidr, gateway };
		self.call(who, call, |model| model.add_ip(who, farm, ip));
	}

	pub fn register_provider(&mut self, who: &AccountId) {
		let name = b"somebody".to_vec().try_into().unwrap();
		let call = Billing::register_provider { name };
		self.call(who, call, |model| model.register_provider(who));
	}

	pub fn approve_provider(&mut self, provider: u32, share: Option<u32>) {
		let (id, percent) = (ProviderId(provider), share.map(of_hundred));
		let call = Billing::approve_provider { provider: id, share: percent };
		self.call(By::Root, call, |model| model.approve_provider(provider, share));
	}

	pub fn accept_provider(&mut self, who: &AccountId, farm: u32, provider: u32) {
		let (farm_id, id) = (FarmId(farm), ProviderId(provider));
		let call = Farms::accept_provider { farm: farm_id, provider: id };
		self.call(who, call, |model| model.accept_provider(who, farm, provider));
	}

	/// Anybody can have it paid.
	pub fn pay_provider(&mut self, provider: u32) {
		let (who, id) = (self.person(8), ProviderId(provider));
		let call = Billing::pay_provider { provider: id };
		self.call(&who, call, |model| model.pay_provider(provider));
	}

	pub fn delete_provider(&mut self, who: &AccountId, provider: u32) {
		let call = Billing::delete_provider { provider: ProviderId(provider) };
		self.call(who, call, |model| model.delete_provider(who, provider));
	}

	/// Who acts for the owner of a farm.
	fn farmer(&self, farm: u32, stranger: Option<Which>) -> AccountId {
		let owner = self.model.farms[&farm].owner;
		self.actor(stranger, self.model.twins.account(owner))
	}

	fn act_on_providers(&mut self, step: &Step) {
		match *step {
			Step::RegisterProvider { who } => {
				let who = self.person(who);
				self.register_provider(&who);
			},
			Step::ApproveProvider { provider, share } => {
				let provider = self.provider(Some(provider)).unwrap_or(9);
				self.approve_provider(provider, share);
			},
			Step::PayProvider { provider } => {
				let provider = self.provider(Some(provider)).unwrap_or(9);
				self.pay_provider(provider);
			},
			Step::DeleteProvider { provider, stranger, paid } => {
				let Some(provider) = self.provider(Some(provider)) else { return };
				if paid {
					self.pay_provider(provider);
				}
				let owner = self.model.providers[&provider].owner;
				let who = self.actor(stranger, self.model.twins.account(owner));
				self.delete_provider(&who, provider);
			},
			Step::AcceptProvider { farm, provider, stranger } => {
				let Some(farm) = self.farm(farm) else { return };
				let provider = self.provider(Some(provider)).unwrap_or(9);
				let who = self.farmer(farm, stranger);
				self.accept_provider(&who, farm, provider);
			},
			Step::DismissProvider { farm, provider, stranger } => {
				let Some(farm) = self.farm(farm) else { return };
				let provider = self.provider(Some(provider)).unwrap_or(9);
				let who = self.farmer(farm, stranger);
				let (farm_id, id) = (FarmId(farm), ProviderId(provider));
				let call = Farms::dismiss_provider { farm: farm_id, provider: id };
				self.call(&who, call, |model| model.dismiss_provider(&who, farm, provider));
			},
			ref other => unreachable!("{other:?} is not of providers"),
		}
	}

	fn act_on_farms(&mut self, step: &Step) {
		match *step {
			Step::AddIp { farm, ip, stranger } => {
				let Some(farm) = self.farm(farm) else { return };
				let who = self.farmer(farm, stranger);
				self.add_ip(&who, farm, ip);
			},
			Step::RemoveIp { farm, ip, certifier } => {
				let Some(farm) = self.farm(farm) else { return };
				let found = &self.model.farms[&farm];
				let (free, used) = (found.free_ips.iter(), found.used_ips.keys());
				let all: Vec<_> = if certifier && !found.used_ips.is_empty() {
					used.copied().collect()
				} else {
					free.chain(used).copied().collect()
				};
				let Some(ip) = self.one_of(ip, &all) else { return };
				let address = text(&format!("45.67.89.{ip}"));
				let call = Farms::remove_public_ip { farm: FarmId(farm), address };
				let who = self.farmer(farm, None);
				if certifier {
					self.call(By::Root, call, |model| model.remove_ip(None, farm, ip));
				} else {
					self.call(&who, call, |model| model.remove_ip(Some(&who), farm, ip));
				}
			},
			Step::OfferFarm { farm, twin, stranger } => {
				let Some(farm) = self.farm(farm) else { return };
				let (who, to) = (self.farmer(farm, stranger), self.twin(twin));
				let call = Farms::offer_farm { farm: FarmId(farm), to: TwinId(to) };
				self.call(&who, call, |model| model.offer_farm(&who, farm, to));
			},
			Step::AcceptFarm { farm, stranger } => {
				let Some(farm) = self.farm(farm) else { return };
				let to = self.model.farms[&farm].offered_to;
				let to = to.filter(|to| self.model.twins.all.contains_key(to));
				let to = to.map_or(self.person(farm as Which), |to| self.model.twins.account(to));
				let who = self.actor(stranger, to);
				let call = Farms::accept_farm { farm: FarmId(farm) };
				self.call(&who, call, |model| model.accept_farm(&who, farm));
			},
			Step::SetPayout { farm, payout } => {
				let Some(farm) = self.farm(farm) else { return };
				let (who, account) = (self.farmer(farm, None), payout.map(|who| self.person(who)));
				let call =
					Farms::set_payout_account { farm: FarmId(farm), account: account.clone() };
				self.call(&who, call, |model| model.set_payout(&who, farm, account));
			},
			ref other => unreachable!("{other:?} is not of farms"),
		}
	}

	fn govern(&mut self, step: &Step) {
		let mut params = self.model.params;
		match *step {
			Step::Feed { who, thousandths } => {
				let (who, price) = (self.person(who), thousandths * THOUSANDTH);
				let call = feed(Price::from_inner(price));
				return self.call(&who, call, |model| {
					let (now, params) = (model.clock.now, model.params);
					model.market.feed(&who, price, now, &params)
				});
			},
			Step::Policy { cu, su, nu, ipv4, name } => {
				let [cu, su, nu, ipv4, name] =
					[cu, su, nu, ipv4, name].map(|thousandths| thousandths * 1_000_000);
				let prices = Prices { cu, su, nu, ipv4, name };
				let [cu, su, nu, ipv4, name] = [cu, su, nu, ipv4, name].map(Usd);
				let policy = PricingPolicy { cu, su, nu, ipv4, name };
				let call = Billing::add_pricing_policy { policy };
				return self.call(By::Root, call, |model| {
					model.add_policy(prices);
					Ok(())
				});
			},
			Step::Band { one, other } => {
				params.lowest_price = one.min(other) * THOUSANDTH;
				params.highest_price = one.max(other) * THOUSANDTH;
			},
			Step::Times { window, slack, delivery, minimum, grace, gone } => {
				params.window = window;
				params.slack = slack.min(window);
				params.delivery = delivery;
				params.minimum_billed = minimum.min(window);
				params.grace_limit = grace;
				params.node_gone = gone.max(window);
			},
			Step::Shares { burned, treasury, validators } => {
				let farm = 100 - burned - treasury - validators;
				params.shares = Shares { burned, treasury, validators, farm };
			},
			Step::Discounts { months, limit, unbonding } => {
				let mut sum = 0;
				for (tier, months) in params.tiers.iter_mut().zip(months) {
					sum += months;
					tier.0 = sum;
				}
				params.network_limit = limit;
				params.unbonding = unbonding;
			},
			Step::Silence { live_blocks, late_credit, period } => {
				params.live_blocks = live_blocks;
				params.late_credit = late_credit;
				params.period_length = period;
			},
			ref other => unreachable!("{other:?} is not the region's"),
		}
		if let Step::Silence { .. } = step {
			let before: NodeParams = pallet_nodes::Params::<Runtime>::get();
			let params_now = NodeParams {
				live_blocks: params.live_blocks,
				late_credit: Seconds(params.late_credit),
				period_length: Seconds(params.period_length),
				..before
			};
			let call = pallet_nodes::Call::set_params { params: params_now };
			return self.call(By::Root, call, |model| {
				model.set_params(params);
				Ok(())
			});
		}
		let before: BillingParams = pallet_billing::Params::<Runtime>::get();
		let mut discounts = before.discounts;
		for (tier, (months, discount)) in discounts.tiers.iter_mut().zip(params.tiers) {
			tier.months = months as u16;
			tier.discount = of_hundred(discount);
		}
		discounts.network_limit = of_hundred(params.network_limit);
		let shares = params.shares;
		let params_now = BillingParams {
			window: Seconds(params.window),
			slack: Seconds(params.slack),
			delivery: Seconds(params.delivery),
			minimum_billed: Seconds(params.minimum_billed),
			grace_limit: Seconds(params.grace_limit),
			node_gone: Seconds(params.node_gone),
			unbonding: Seconds(params.unbonding),
			shares: gridchain_primitives::Shares {
				burned: of_hundred(shares.burned),
				treasury: of_hundred(shares.treasury),
				validators: of_hundred(shares.validators),
				farm: of_hundred(shares.farm),
			},
			discounts,
			lowest_price: Price::from_inner(params.lowest_price),
			highest_price: Price::from_inner(params.highest_price),
			..before
		};
		let call = Billing::set_params { params: params_now };
		self.call(By::Root, call, |model| {
			model.set_params(params);
			Ok(())
		});
	}
}

fn of_hundred(percent: u32) -> Percent {
	Percent::from_percent(percent as u8)
}
