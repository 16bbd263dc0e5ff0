//! Whether the chain is as the model says.

use crate::naive::{
	contracts::{Contract, Kind, Phase},
	meters::Hourly,
	money::Reason,
	numbers::Amount,
	services::{ServiceState, ServiceTerms},
	Model,
};
use codec::{Decode, Encode};
use gridchain_primitives::{ContractId, FarmId, Goods, NodeId, Rental, Tenancy, Terms, TwinId};
use gridchain_runtime::{AccountId, Balances, Billing, Runtime, RuntimeHoldReason};
use pallet_billing::{Progress, State};
use pallet_deployments::{ContractKind, Standing, WorkloadState};
use pallet_farms::IpState;
use std::collections::{BTreeMap, BTreeSet};

/// What each account has free.
pub fn free_of_all() -> BTreeMap<AccountId, Amount> {
	frame_system::Account::<Runtime>::iter()
		.map(|(account, info)| (account, info.data.free))
		.filter(|(_, free)| *free > 0)
		.collect()
}

fn reason_of(reason: &RuntimeHoldReason) -> Option<Reason> {
	use RuntimeHoldReason::*;
	Some(match reason {
		Twins(pallet_twins::HoldReason::TwinDeposit) => Reason::Twin,
		Farms(pallet_farms::HoldReason::FarmDeposit) => Reason::Farm,
		Farms(pallet_farms::HoldReason::AuthorisationDeposit) => Reason::Authorisation,
		Farms(pallet_farms::HoldReason::IpDeposit) => Reason::Ip,
		Deployments(pallet_deployments::HoldReason::ContractDeposit) => Reason::Contract,
		Deployments(pallet_deployments::HoldReason::ServiceDeposit) => Reason::Service,
		Billing(pallet_billing::HoldReason::BillingWindow) => Reason::Window,
		Billing(pallet_billing::HoldReason::DiscountStake) => Reason::Stake,
		Billing(pallet_billing::HoldReason::ProviderDeposit) => Reason::Provider,
		_ => return None,
	})
}

fn held_of_all() -> BTreeMap<(AccountId, Reason), Amount> {
	let mut all = BTreeMap::new();
	for (account, holds) in pallet_balances::Holds::<Runtime>::iter() {
		for hold in holds {
			if let Some(reason) = reason_of(&hold.id) {
				all.insert((account.clone(), reason), hold.amount);
			}
		}
	}
	all
}

/// What the chain holds of an account.
pub fn held_of(account: &AccountId, reason: Reason) -> Amount {
	held_of_all().get(&(account.clone(), reason)).copied().unwrap_or_default()
}

/// Everything.
pub fn compare(model: &Model) {
	money(model);
	booked(model);
	market(model);
	twins(model);
	farms(model);
	nodes(model);
	contracts(model);
	services(model);
	stakes_and_providers(model);
}

/// That both maps say the same; names what differs.
fn same<K: Ord + std::fmt::Debug, V: PartialEq + std::fmt::Debug>(
	what: &str,
	chain: &BTreeMap<K, V>,
	model: &BTreeMap<K, V>,
) {
	if chain == model {
		return;
	}
	let keys: BTreeSet<_> = chain.keys().chain(model.keys()).collect();
	let differ = keys.into_iter().filter(|key| chain.get(key) != model.get(key));
	let told: Vec<_> = differ
		.map(|key| format!("{key:?}: chain {:?}, model {:?}", chain.get(key), model.get(key)))
		.collect();
	panic!("{what}:\n  {}", told.join("\n  "));
}

fn money(model: &Model) {
	same("held", &held_of_all(), &model.money.held);
	same("free", &free_of_all(), &model.money.free);
	assert_eq!(Balances::total_issuance(), model.money.issuance(), "issuance");
	assert_eq!(Billing::burned(), model.money.burned, "burned");
}

fn booked(model: &Model) {
	let chain = Billing::booked();
	let booked = &model.money.booked;
	let sums = (chain.burn, chain.treasury, chain.validators);
	assert_eq!(sums, (booked.burn, booked.treasury, booked.validators), "booked");
	let nodes = pallet_billing::NodeRevenue::<Runtime>::iter();
	same(
		"booked for nodes",
		&nodes.map(|(node, amount)| (node.0, amount)).collect(),
		&booked.nodes,
	);
	let providers = pallet_billing::Providers::<Runtime>::iter();
	let providers = providers.map(|(provider, entry)| (provider.0, entry.revenue));
	let providers = providers.filter(|(_, revenue)| *revenue > 0).collect();
	same("booked for providers", &providers, &booked.providers);
	let farms = pallet_rewards::Booked::<Runtime>::iter();
	let farms = farms.map(|(farm, owed)| (farm.0, owed.amount())).collect();
	same("booked for farms", &farms, &booked.farms);
}

fn market(model: &Model) {
	let price = pallet_billing::TftPrice::<Runtime>::get().unwrap().price;
	assert_eq!(price.into_inner(), model.market.price, "price");
	let halted = pallet_billing::Halted::<Runtime>::get().total.0;
	assert_eq!(halted, model.clock.stood_still, "seconds without blocks");
	let period = pallet_nodes::Periods::<Runtime>::get().unwrap();
	if !model.clock.rotates {
		let chain = (period.calendar.period.0, period.calendar.start.0, period.calendar.end.0);
		let calendar = &model.calendar;
		assert_eq!(chain, (calendar.period, calendar.start, calendar.end), "calendar");
	}
}

fn twins(model: &Model) {
	let chain = pallet_twins::Twins::<Runtime>::iter();
	let chain = chain.map(|(twin, found)| (twin.0, (found.account, found.acceptance.is_some())));
	let twins = model.twins.all.iter();
	let twins = twins.map(|(twin, found)| (*twin, (found.account.clone(), found.deposit)));
	same("twins", &chain.collect(), &twins.collect());
}

/// Owner, free IPs, and whose the others are.
type FarmView = (u32, Vec<u8>, BTreeMap<u8, (u64, bool)>);

fn farms(model: &Model) {
	let mut chain = BTreeMap::<u32, FarmView>::new();
	for (farm, found) in pallet_farms::Farms::<Runtime>::iter() {
		let entry = chain.entry(farm.0).or_default();
		entry.0 = found.owner.0;
		let free = pallet_farms::FreeIps::<Runtime>::iter_prefix(FarmId(farm.0));
		let free: BTreeMap<_, _> = free.collect();
		entry.1 = free.into_values().map(last_byte).collect();
	}
	for (address, ip) in pallet_farms::PublicIps::<Runtime>::iter() {
		let used = &mut chain.get_mut(&ip.farm.0).unwrap().2;
		match ip.state {
			IpState::Free { .. } => {},
			IpState::InUse { contract, .. } => {
				used.insert(last_byte(address), (contract.0, false));
			},
			IpState::Withdrawn { contract } => {
				used.insert(last_byte(address), (contract.0, true));
			},
		}
	}
	let farms = model.farms.iter().map(|(farm, found)| {
		let used = found.used_ips.iter();
		let used = used.map(|(ip, contract)| (*ip, (*contract, found.withdrawn_ips.contains(ip))));
		(*farm, (found.owner, found.free_ips.clone(), used.collect()))
	});
	same("farms", &chain, &farms.collect());
}

fn last_byte(address: impl Encode) -> u8 {
	// An address is encoded as a number, its least byte first, or as bytes in their order.
	let bytes = address.encode();
	assert!(bytes.len() == 4);
	if bytes[0] == 45 {
		bytes[3]
	} else {
		bytes[0]
	}
}

/// Attested, cores and memory used, contracts, rented by, and how it is offered: extra fee, certified, dedicated.
type NodeView = (u64, u32, u64, u32, Option<u64>, (u128, bool, bool));

fn nodes(model: &Model) {
	let chain = pallet_nodes::Liveness::<Runtime>::iter().map(|(node, liveness)| {
		let ledger = pallet_nodes::Ledger::<Runtime>::get(node).unwrap();
		let view = <gridchain_runtime::Nodes as gridchain_primitives::traits::Capacity<_>>::node(
			NodeId(node.0),
		)
		.unwrap();
		let rent = match view.rental {
			Rental::Rented { contract } => Some(contract.0),
			Rental::None | Rental::Ended { .. } => None,
		};
		let ended = matches!(view.rental, Rental::Ended { .. });
		assert_eq!(
			ended,
			model.nodes[&node.0].rent_ended.is_some(),
			"the rent of {node} has ended"
		);
		let used = ledger.used;
		let (fee, certified) = (view.extra_fee.0, view.certified);
		let memory = used.memory_mib.0;
		let contracts = ledger.contracts;
		let dedicated = view.tenancy == Tenancy::Dedicated;
		let offer = (fee, certified, dedicated);
		(node.0, (liveness.attested.0, used.cores, memory, contracts, rent, offer))
	});
	let present = model.nodes.iter().filter(|(_, node)| !node.has_left());
	let nodes = present.map(|(id, node)| {
		let used = model.used(*id);
		let contracts = model.contracts_on(*id).len() as u32;
		let (rent, certified) = (model.rent_of(*id), node.certified.is_some());
		let offer = (node.extra_fee, certified, node.dedicated);
		(*id, (node.attested, used.cores, used.memory, contracts, rent, offer))
	});
	same::<u32, NodeView>("nodes", &chain.collect(), &nodes.collect());
}

/// What is said of a contract.
#[derive(Clone, Debug, PartialEq)]
struct View {
	owner: u32,
	provider: Option<u32>,
	phase: &'static str,
	reserve: Amount,
	due: u64,
	slot: u64,
	grace_until: Option<u64>,
	/// When billing started, until when it is billed, and how much in all.
	started: Option<(u64, u64, u64)>,
	put_by: (u64, u128, u128),
	policy: u32,
	price: u128,
	discounts: (u32, u32),
	provider_share: u32,
	within_rent: bool,
	/// Parts an hour: while it runs, of that the extra fee, while it is suspended, and by the list.
	rates: (u128, u128, u128, u128),
	traffic_limit: u64,
}

/// The number in a rate, which it keeps to itself.
fn parts(rate: impl Encode) -> u128 {
	u128::decode(&mut &rate.encode()[..]).unwrap()
}

fn contracts(model: &Model) {
	let mut stated = BTreeMap::new();
	let chain = pallet_billing::Windows::<Runtime>::iter().map(|(contract, window)| {
		let factors = window.factors;
		let started =
			|progress: &Progress| Some((progress.started.0, progress.until.0, progress.billed.0));
		let put_by = |progress: &Progress| {
			let backlog = progress.backlog;
			let hourly = backlog.hourly;
			(backlog.seconds.0, parts(hourly.rate), parts(hourly.extra_fee))
		};
		let (phase, reserve, grace_until, started, put_by) = match &window.state {
			State::Pending { reserve, .. } => ("pending", *reserve, None, None, (0, 0, 0)),
			State::Open(open) => {
				let progress = &open.progress;
				("open", open.reserve, None, started(progress), put_by(progress))
			},
			State::Suspended(suspended) => {
				let progress = &suspended.progress;
				let grace = Some(suspended.grace_until.0);
				("suspended", 0, grace, started(progress), put_by(progress))
			},
		};
		stated.insert(contract.0, phase);
		let Terms { payer, goods, provider } = window.terms;
		let view = View {
			owner: payer.0,
			provider: provider.map(|provider| provider.0),
			phase,
			reserve,
			due: window.due.0,
			slot: window.slot.0,
			grace_until,
			started,
			put_by: without_rate_of_nothing(put_by),
			policy: factors.policy.0,
			price: factors.price.into_inner(),
			discounts: (
				factors.discount.deconstruct().into(),
				factors.network_discount.deconstruct().into(),
			),
			provider_share: factors.provider_share.deconstruct().into(),
			within_rent: factors.within_rent,
			rates: (
				parts(factors.hourly.rate),
				parts(factors.hourly.extra_fee),
				parts(factors.idle_rate),
				parts(factors.list),
			),
			traffic_limit: goods.traffic_limit().0,
		};
		same_goods(contract, &goods, model);
		(contract.0, view)
	});
	let chain: BTreeMap<_, _> = chain.collect();
	let contracts = model.contracts.iter().map(|(id, contract)| (*id, view_of(contract)));
	same("contracts", &chain, &contracts.collect());
	for (contract, found) in pallet_deployments::Contracts::<Runtime>::iter() {
		let TwinId(owner) = found.owner;
		assert_eq!(owner, model.contracts[&contract.0].owner, "the owner of {contract}");
		let phase = match found.kind {
			ContractKind::Workload(workload) => match workload.state {
				WorkloadState::AwaitingDelivery => "pending",
				WorkloadState::Running => "open",
				WorkloadState::Suspended => "suspended",
			},
			ContractKind::Rent(rent) => standing(rent.standing),
			ContractKind::Name(name) => standing(name.standing),
		};
		assert_eq!(stated.get(&contract.0), Some(&phase), "the state of {contract}");
	}
}

fn standing(standing: Standing) -> &'static str {
	match standing {
		Standing::Active => "open",
		Standing::Suspended => "suspended",
	}
}

/// No seconds have no rate.
fn without_rate_of_nothing(put_by: (u64, u128, u128)) -> (u64, u128, u128) {
	if put_by.0 == 0 {
		(0, 0, 0)
	} else {
		put_by
	}
}

fn view_of(contract: &Contract) -> View {
	let factors = &contract.factors;
	let meter = &contract.meter;
	let (phase, grace_until) = match contract.phase {
		Phase::Pending { .. } => ("pending", None),
		Phase::Open { .. } => ("open", None),
		Phase::Suspended { grace_until, .. } => ("suspended", Some(grace_until)),
	};
	let (seconds, Hourly { rate, extra_fee }) = meter.put_by;
	let (running, idle) = (contract.running(), contract.idle());
	let list = crate::naive::tariff::by_list(&contract.kind, contract.ips.len(), factors);
	View {
		owner: contract.owner,
		provider: contract.provider,
		phase,
		reserve: contract.phase.reserve(),
		due: contract.due,
		slot: contract.slot,
		grace_until,
		started: meter.started.map(|started| (started, meter.until, meter.billed)),
		put_by: without_rate_of_nothing((seconds, rate, extra_fee)),
		policy: factors.policy,
		price: factors.price,
		discounts: (factors.discount, factors.network_discount),
		provider_share: factors.provider_share,
		within_rent: factors.within_rent,
		rates: (running.rate, running.extra_fee, idle.rate, list),
		traffic_limit: contract.kind.traffic_limit(),
	}
}

/// What is paid for.
fn same_goods(contract: ContractId, goods: &Goods, model: &Model) {
	let Some(found) = model.contracts.get(&contract.0) else { return };
	let so = match (goods, &found.kind) {
		(
			Goods::Part { node, certified, ipv4, .. },
			Kind::Workload { node: on, certified: was, .. },
		) => (node.0, *certified, usize::from(*ipv4)) == (*on, *was, found.ips.len()),
		(Goods::Whole { node, certified, .. }, Kind::Rent { node: on, certified: was, .. }) => {
			(node.0, *certified) == (*on, *was)
		},
		(Goods::Name, Kind::Name(_)) => true,
		_ => false,
	};
	assert!(so, "{contract} is charged for {goods:?}, the model says {:?}", found.kind);
}

fn services(model: &Model) {
	let terms = |terms: pallet_deployments::ServiceTerms| ServiceTerms {
		base: terms.base.0,
		metered_limit: terms.metered_limit.0,
		document: terms.document.0[0],
	};
	let chain = pallet_deployments::Services::<Runtime>::iter().map(|(service, found)| {
		let state = match found.state {
			pallet_deployments::ServiceState::Offered => ServiceState::Offered,
			pallet_deployments::ServiceState::Proposed { terms: said, approved_by } => {
				let approved_by = approved_by.map(|twin| twin.0);
				ServiceState::Proposed { terms: terms(said), approved_by }
			},
			pallet_deployments::ServiceState::Agreed { terms: said, billed_to } => {
				ServiceState::Agreed { terms: terms(said), billed_to: billed_to.0 }
			},
		};
		(service.0, (found.provider.0, found.consumer.0, state))
	});
	let services = model.services.iter();
	let services = services.map(|(id, found)| (*id, (found.provider, found.consumer, found.state)));
	same("services", &chain.collect(), &services.collect());
}

fn stakes_and_providers(model: &Model) {
	let mut chain = BTreeMap::<u32, (Amount, Vec<(Amount, u64)>)>::new();
	for (twin, payer) in pallet_billing::Payers::<Runtime>::iter() {
		chain.entry(twin.0).or_default().0 = payer.stake;
	}
	for (twin, unbondings) in pallet_billing::Unbondings::<Runtime>::iter() {
		let parts = unbondings.into_iter().map(|part| (part.amount, part.until.0));
		chain.entry(twin.0).or_default().1 = parts.collect();
	}
	chain.retain(|_, (bonded, unbonding)| *bonded > 0 || !unbonding.is_empty());
	let stakes = model.stakes.iter().filter(|(_, stake)| !stake.is_nothing());
	let stakes = stakes.map(|(twin, stake)| (*twin, (stake.bonded, stake.unbonding.clone())));
	same("stakes", &chain, &stakes.collect());

	let chain = pallet_billing::Providers::<Runtime>::iter();
	let chain = chain.map(|(id, entry)| {
		let share = entry.share.map(|share| u32::from(share.deconstruct()));
		(id.0, (entry.owner.0, share))
	});
	let providers = model.providers.iter();
	let providers = providers.map(|(id, provider)| (*id, (provider.owner, provider.share)));
	same("providers", &chain.collect(), &providers.collect());
}
