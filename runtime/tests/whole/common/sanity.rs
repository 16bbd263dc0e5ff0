//! What must be true after each block.
//!
//! Each pallet checks itself (`do_try_state`). Across them:
//!
//! 1. What is held of each account, reason by reason, is what the pallets think is held of it; what the SDK's pallets
//!    of accounts reserve beside that is what their entries say.
//! 2. The pot has its existential deposit, all that is booked, and what strangers sent it.
//! 3. What is taken out of the nodes' revenue or minted, and not yet paid, is what Rewards owes the farms.
//! 4. Issuance = genesis + minted - burned <= cap.
//! 5. Contracts, windows and sales are the same contracts, and agree on their states, owners, nodes and resources.
//! 6. What is used of a node is the sum of its contracts.
//! 7. A twin is used once for each node, farm, contract and provider that it has, for each service that it offers or
//!    whose terms it stands by, and for its stake.
//! 8. An account is registered with a farm if and only if its node stands there.
//! 9. No node was attested more than the time since it registered.
//! 10. A receipt says what hardware, uptime and policy make; what was minted for a period follows from its receipts.
//! 11. Contracts were billed for the seconds that their bills say, and never for more than have passed.
//! 12. Each bill charges what its factors make, and is split whole; each window's rate is that of its resources.
//! 13. The header counts the records of its block.
//! 14. No bill, receipt or mint has failed, and nothing impossible has happened.
//! 15. A block stays within its weight.
//! 16. What clients are told of the holds of an account adds up to all that is held of it.

use super::{chain::Chain, history::bill_of, naive};
use codec::{Decode, Encode};
use frame_support::{dispatch::DispatchClass, traits::fungible::Inspect};
use gridchain_primitives::{
	traits::Attested, Balance, CloudUnits, ContractId, FarmId, FarmingPolicyId, Goods, NodeId,
	Period, Resources, Seconds, Terms, Time, TwinId,
};
use gridchain_runtime::{
	configs::{money::EXISTENTIAL_DEPOSIT, system::RuntimeBlockWeights},
	AccountId, Balances, Billing, Deployments, Farms, Header, Nodes, Records, Rewards, Runtime,
	RuntimeEvent, RuntimeHoldReason, System, Twins, Validators, TFT,
};
use pallet_billing::State;
use pallet_deployments::{ContractKind, Name, Rent, ServiceState, Standing, WorkloadState};
use pallet_rewards::{Progress, StoredReceipt, StoredVerdict};
use std::{
	cell::RefCell,
	collections::{BTreeMap, BTreeSet},
	sync::Once,
};

/// Checks all of it.
pub fn check(chain: &Chain, header: &Header) {
	state(chain);
	block(chain, header);
}

/// Checks what the state tells at any height.
pub fn state(chain: &Chain) {
	pallets();
	holds();
	pot(chain);
	owed_to_farms();
	issuance();
	contracts();
	used_capacity();
	uses_of_twins();
	admissions();
	attested(chain.now());
	receipts();
	mints();
	super::holds::check();
}

/// Checks what the last block tells.
pub fn block(chain: &Chain, header: &Header) {
	units(chain);
	bills(chain);
	records(chain, header);
	failures(chain);
	weight(chain);
}

/// What each pallet says of itself.
pub fn pallets() {
	// Only when a block has been closed: before, it has records.
	Records::do_try_state().unwrap();
	pallets_within_a_block();
}

/// What each pallet says of itself also between two calls.
pub fn pallets_within_a_block() {
	Twins::do_try_state().unwrap();
	Farms::do_try_state().unwrap();
	Nodes::do_try_state().unwrap();
	Billing::do_try_state().unwrap();
	Deployments::do_try_state().unwrap();
	Rewards::do_try_state().unwrap();
	Validators::do_try_state().unwrap();
}

type Holds = BTreeMap<(AccountId, Vec<u8>), Balance>;

fn holds() {
	let mut expected = Holds::new();
	let mut expect = |account: AccountId, reason: RuntimeHoldReason, amount: Balance| {
		if amount > 0 {
			*expected.entry((account, reason.encode())).or_default() += amount;
		}
	};
	for (account, ticket) in Twins::tickets() {
		expect(account, pallet_twins::HoldReason::TwinDeposit.into(), amount_of(&ticket));
	}
	for (account, ticket) in Farms::farm_tickets() {
		expect(account, pallet_farms::HoldReason::FarmDeposit.into(), amount_of(&ticket));
	}
	for (account, ticket) in Farms::authorisation_tickets() {
		expect(account, pallet_farms::HoldReason::AuthorisationDeposit.into(), amount_of(&ticket));
	}
	for (account, ticket) in Farms::ip_tickets() {
		expect(account, pallet_farms::HoldReason::IpDeposit.into(), amount_of(&ticket));
	}
	for (account, ticket) in Deployments::tickets() {
		expect(account, pallet_deployments::HoldReason::ContractDeposit.into(), amount_of(&ticket));
	}
	for (account, ticket) in Deployments::service_tickets() {
		expect(account, pallet_deployments::HoldReason::ServiceDeposit.into(), amount_of(&ticket));
	}
	for (account, ticket) in Billing::provider_tickets() {
		expect(account, pallet_billing::HoldReason::ProviderDeposit.into(), amount_of(&ticket));
	}
	for (twin, payer) in pallet_billing::Payers::<Runtime>::iter() {
		let staked = pallet_billing::HoldReason::DiscountStake;
		expect(account_of(twin), staked.into(), payer.stake);
	}
	for (twin, parts) in pallet_billing::Unbondings::<Runtime>::iter() {
		let unbonding = parts.iter().map(|part| part.amount).sum();
		expect(account_of(twin), pallet_billing::HoldReason::DiscountStake.into(), unbonding);
	}
	for window in pallet_billing::Windows::<Runtime>::iter_values() {
		let reserve = match window.state {
			State::Pending { reserve, .. } => reserve,
			State::Open(open) => open.reserve,
			State::Suspended(_) => 0,
		};
		let payer = account_of(window.terms.payer);
		expect(payer, pallet_billing::HoldReason::BillingWindow.into(), reserve);
	}
	for account in pallet_session::NextKeys::<Runtime>::iter_keys() {
		// Who was a validator at genesis laid down nothing; whoever else set keys, 10 TFT.
		let reason: RuntimeHoldReason = pallet_session::HoldReason::Keys.into();
		let later = !gridchain_runtime::Session::validators().contains(&account);
		expect(account, reason, if later { 10 * TFT } else { 0 });
	}
	let mut held = Holds::new();
	for (account, holds) in pallet_balances::Holds::<Runtime>::iter() {
		for hold in holds {
			held.insert((account.clone(), hold.id.encode()), hold.amount);
		}
	}
	assert_eq!(held, expected, "1: what is held is not what the pallets think is held");
	let nameless = nameless_reserves();
	for (account, info) in frame_system::Account::<Runtime>::iter() {
		let of_account: Balance = held
			.iter()
			.filter(|((holder, _), _)| *holder == account)
			.map(|(_, amount)| amount)
			.sum();
		let nameless = nameless.get(&account).copied().unwrap_or_default();
		assert_eq!(
			info.data.reserved,
			of_account + nameless,
			"1: something is reserved without a reason"
		);
	}
}

/// What the SDK's pallets of accounts have reserved of each, without a reason of their own: deposits, and what a
/// registrar is promised for its judgement. No test makes a pure proxy, whose deposit its maker pays, nor a user name.
fn nameless_reserves() -> BTreeMap<AccountId, Balance> {
	let deputies =
		pallet_proxy::Proxies::<Runtime>::iter().map(|(account, (_, deposit))| (account, deposit));
	let announced = pallet_proxy::Announcements::<Runtime>::iter()
		.map(|(account, (_, deposit))| (account, deposit));
	let signed = pallet_multisig::Multisigs::<Runtime>::iter_values()
		.map(|operation| (operation.depositor, operation.deposit));
	let named = pallet_identity::IdentityOf::<Runtime>::iter().map(|(account, registration)| {
		let promised = registration.judgements.iter().map(|(_, judgement)| match judgement {
			pallet_identity::Judgement::FeePaid(fee) => *fee,
			_ => 0,
		});
		(account, registration.deposit + promised.sum::<Balance>())
	});
	let subs = pallet_identity::SubsOf::<Runtime>::iter()
		.map(|(account, (deposit, _))| (account, deposit));
	let mut sums = BTreeMap::<AccountId, Balance>::new();
	for (account, deposit) in deputies.chain(announced).chain(signed).chain(named).chain(subs) {
		*sums.entry(account).or_default() += deposit;
	}
	sums
}

/// The number in a deposit or a rate, which they keep to themselves.
fn amount_of(ticket: &impl Encode) -> Balance {
	Balance::decode(&mut &ticket.encode()[..]).unwrap()
}

fn account_of(twin: TwinId) -> AccountId {
	pallet_twins::Twins::<Runtime>::get(twin).expect("a twin that is used exists").account
}

fn pot(chain: &Chain) {
	let booked = Billing::booked().total().unwrap();
	let has = Balances::total_balance(&Billing::pot());
	assert_eq!(
		has,
		EXISTENTIAL_DEPOSIT + booked + chain.stray(),
		"2: the pot is not what is booked"
	);
}

fn owed_to_farms() {
	let owed: Balance =
		pallet_rewards::Booked::<Runtime>::iter_values().map(|owed| owed.amount()).sum();
	let in_receipts = match pallet_rewards::Settlement::<Runtime>::get() {
		None | Some(Progress::Booked { .. } | Progress::Clearing { .. }) => 0,
		Some(Progress::Receipts { open, .. }) => open.summary.revenue,
		// Some farms are paid and others not.
		Some(Progress::Payouts { .. }) => return,
	};
	assert_eq!(Billing::booked().taken, owed + in_receipts, "3: what is taken is not what is owed");
}

fn issuance() {
	let supply = Rewards::supply();
	assert_eq!(supply.issuance, Balances::total_issuance());
	let expected = supply.genesis + supply.minted - Billing::burned();
	assert_eq!(supply.issuance, expected, "4: the issuance is not genesis + minted - burned");
	assert!(supply.issuance <= supply.cap, "4: the issuance is above the cap");
}

/// All contracts: whose they are, and what they are about.
fn all_contracts() -> BTreeMap<ContractId, (TwinId, ContractKind)> {
	pallet_deployments::Contracts::<Runtime>::iter()
		.map(|(contract, found)| (contract, (found.owner, found.kind)))
		.collect()
}

/// The node that a contract stands on, and what it takes of it.
fn place_of(kind: &ContractKind) -> Option<(NodeId, Resources)> {
	match kind {
		ContractKind::Workload(workload) => Some((workload.node, workload.resources)),
		ContractKind::Rent(rent) => Some((rent.node, Resources::default())),
		ContractKind::Name(_) => None,
	}
}

/// Whether the window of a contract is in the state that the contract says.
fn agree(kind: &ContractKind, state: &State) -> bool {
	match kind {
		ContractKind::Workload(workload) => match state {
			State::Pending { .. } => workload.state == WorkloadState::AwaitingDelivery,
			State::Open(_) => workload.state == WorkloadState::Running,
			State::Suspended(_) => workload.state == WorkloadState::Suspended,
		},
		ContractKind::Rent(Rent { standing, .. }) | ContractKind::Name(Name { standing, .. }) => {
			match state {
				State::Pending { .. } => false,
				State::Open(_) => *standing == Standing::Active,
				State::Suspended(_) => *standing == Standing::Suspended,
			}
		},
	}
}

/// Whether a contract is billed for what it is about. What a rent is billed for falls with its node.
fn billed_for(owner: TwinId, kind: &ContractKind, terms: &Terms) -> bool {
	match kind {
		ContractKind::Workload(workload) => *terms == workload.terms(owner),
		ContractKind::Rent(rent) => {
			let of = (terms.payer, terms.goods.node(), terms.provider);
			of == (owner, Some(rent.node), rent.provider)
				&& matches!(terms.goods, Goods::Whole { .. })
		},
		ContractKind::Name(_) => *terms == Name::terms(owner),
	}
}

fn contracts() {
	let contracts = all_contracts();
	let sold: BTreeMap<ContractId, (NodeId, Resources)> = pallet_nodes::Sales::<Runtime>::iter()
		.map(|(node, contract, sale)| (contract, (node, sale.resources)))
		.collect();
	assert_eq!(sold.len(), pallet_nodes::Sales::<Runtime>::iter_keys().count());
	let stand: BTreeMap<_, _> = contracts
		.iter()
		.filter_map(|(contract, (_, kind))| Some((*contract, place_of(kind)?)))
		.collect();
	assert_eq!(sold, stand, "5: what is sold is not what contracts stand on");

	let mut windows: BTreeMap<_, _> = pallet_billing::Windows::<Runtime>::iter().collect();
	assert_eq!(pallet_billing::Queue::<Runtime>::iter_keys().count(), windows.len());
	for (contract, (owner, kind)) in &contracts {
		let window = windows.remove(contract).expect("5: a contract has no window");
		let (terms, state, fixed) = (&window.terms, &window.state, &window.factors);
		assert!(billed_for(*owner, kind, terms), "5: {contract} is billed for other terms");
		let policy = pallet_billing::Policies::<Runtime>::get(fixed.policy).unwrap();
		if let ContractKind::Workload(workload) = kind {
			let (cu, su) = naive::billing_units(&workload.resources);
			assert_eq!(terms.goods.units(), CloudUnits { cu, su }, "12: the units of {contract}");
		}
		let rate = naive::hour(&terms.goods, &policy, fixed);
		assert_eq!(amount_of(&fixed.hourly.rate), rate, "12: the rate of {contract}");
		assert!(agree(kind, state), "5: {contract} and its window are in different states");
	}
	assert!(windows.is_empty(), "5: windows without contracts: {windows:?}");
}

fn used_capacity() {
	let mut used = BTreeMap::<NodeId, (u32, Resources)>::new();
	for (node, resources) in all_contracts().values().filter_map(|(_, kind)| place_of(kind)) {
		let (contracts, sum) = used.entry(node).or_default();
		*contracts += 1;
		*sum = sum.checked_add(&resources).unwrap();
	}
	for (node, ledger) in pallet_nodes::Ledger::<Runtime>::iter() {
		let expected = used.remove(&node).unwrap_or_default();
		assert_eq!(
			(ledger.contracts, ledger.used),
			expected,
			"6: what is used of {node} is no sum"
		);
	}
	assert!(used.is_empty(), "6: contracts on nodes that don't exist");
}

fn uses_of_twins() {
	let nodes = pallet_nodes::Nodes::<Runtime>::iter_values().map(|node| node.twin);
	let farms = pallet_farms::Farms::<Runtime>::iter_values().map(|farm| farm.owner);
	let heirs = pallet_farms::Handovers::<Runtime>::iter_values().map(|handover| handover.to);
	let contracts = all_contracts().into_values().map(|(owner, _)| owner);
	let services = pallet_deployments::Services::<Runtime>::iter_values()
		.flat_map(|service| {
			let approved = match service.state {
				ServiceState::Offered => false,
				ServiceState::Proposed { approved_by, .. } => approved_by == Some(service.consumer),
				ServiceState::Agreed { .. } => true,
			};
			[Some(service.provider), approved.then_some(service.consumer)]
		})
		.flatten();
	let providers = pallet_billing::Providers::<Runtime>::iter_values().map(|each| each.owner);
	let staking: BTreeSet<TwinId> = pallet_billing::Payers::<Runtime>::iter()
		.filter(|(_, payer)| payer.stake > 0)
		.map(|(twin, _)| twin)
		.chain(pallet_billing::Unbondings::<Runtime>::iter_keys())
		.collect();
	let contracts = contracts.chain(services).chain(providers).chain(staking);
	let mut expected = BTreeMap::<TwinId, u32>::new();
	for twin in nodes.chain(farms).chain(heirs).chain(contracts) {
		*expected.entry(twin).or_default() += 1;
	}
	let uses: BTreeMap<_, _> = pallet_twins::Uses::<Runtime>::iter().collect();
	assert_eq!(uses, expected, "7: twins are not used as often as they have something");
}

fn admissions() {
	// By both: a farm that authorises an account has no word in where its node stands.
	let registered: BTreeSet<(AccountId, FarmId)> = pallet_farms::Authorisations::<Runtime>::iter()
		.filter(|(.., given)| given.admission == pallet_farms::Admission::Registered)
		.map(|(account, farm, _)| (account, farm))
		.collect();
	let stand: BTreeSet<(AccountId, FarmId)> = pallet_nodes::Liveness::<Runtime>::iter_values()
		.map(|node| (node.account, node.farm))
		.collect();
	assert_eq!(registered, stand, "8: who is registered is not who stands in a farm");
}

fn attested(now: Time) {
	for (node, liveness) in pallet_nodes::Liveness::<Runtime>::iter() {
		let most = now.since(liveness.registered_at);
		assert!(
			liveness.attested <= most,
			"9: node {node} was up for longer than it is registered"
		);
	}
}

fn receipts() {
	for (period, node, receipt) in pallet_rewards::Receipts::<Runtime>::iter() {
		let policy = pallet_rewards::Policies::<Runtime>::get(receipt.policy).unwrap();
		let StoredReceipt { units, uptime, registered, .. } = receipt;
		assert!(uptime <= registered, "10: node {node} was up longer than registered in {period}");
		let due = if receipt.verdict == StoredVerdict::Earned {
			assert!(
				uptime.0 * 100 >= registered.0 * u64::from(policy.minimum_uptime.deconstruct())
			);
			let price = policy.connection_price;
			naive::due((units.cu, units.su), uptime, policy.cu_month.0, policy.su_month.0, price)
		} else {
			0
		};
		let usd = match receipt.verdict {
			StoredVerdict::Earned => naive::reward_usd(
				(units.cu, units.su),
				uptime,
				policy.cu_month.0,
				policy.su_month.0,
			),
			_ => 0,
		};
		assert_eq!(receipt.usd.0, usd, "10: the dollars of node {node} for period {period}");
		assert_eq!(receipt.due, due, "10: the receipt of node {node} for period {period}");
	}
}

/// The units of receipts that were just written: their nodes' figures are still known.
fn units(chain: &Chain) {
	for moment in chain.history.last_block() {
		let RuntimeEvent::Rewards(pallet_rewards::Event::ReceiptWritten {
			period,
			node,
			units,
			..
		}) = &moment.event
		else {
			continue;
		};
		if let Some(figures) = <Nodes as Attested>::of_period(*node, *period) {
			let expected = naive::farming_units(&figures.hardware);
			assert_eq!((units.cu, units.su), expected, "10: the units of node {node}");
		}
	}
}

fn mints() {
	let mut due = BTreeMap::<Period, BTreeMap<(FarmId, FarmingPolicyId), Balance>>::new();
	for (period, _, receipt) in pallet_rewards::Receipts::<Runtime>::iter() {
		let farms = due.entry(period).or_default();
		*farms.entry((receipt.farm, receipt.policy)).or_default() += receipt.due;
	}
	for (period, summary) in pallet_rewards::Periods::<Runtime>::iter() {
		let farms = due.get(&period).cloned().unwrap_or_default();
		if period < pallet_rewards::NextToClear::<Runtime>::get() || is_being_cleared(period) {
			continue;
		}
		let mut policies = BTreeMap::<FarmingPolicyId, Balance>::new();
		for ((_, policy), amount) in &farms {
			*policies.entry(*policy).or_default() += amount;
		}
		let budget = |policy| pallet_rewards::Policies::<Runtime>::get(policy).unwrap().budget;
		let total: Balance = policies.iter().map(|(policy, due)| (*due).min(budget(*policy))).sum();
		let minted: Balance = farms
			.iter()
			.map(|((_, policy), due)| {
				naive::minted(*due, budget(*policy), policies[policy], summary.room, total)
			})
			.sum();
		assert_eq!(summary.minted, minted, "10: what was minted for period {period}");
	}
}

fn is_being_cleared(period: Period) -> bool {
	let settlement = pallet_rewards::Settlement::<Runtime>::get();
	matches!(settlement, Some(Progress::Clearing { period: cleared, .. }) if cleared == period)
}

fn bills(chain: &Chain) {
	for bill in chain.history.last_block().iter().filter_map(|moment| bill_of(&moment.event)) {
		let rate = amount_of(&bill.rate);
		let nu = (bill.traffic_price.0, bill.network_discount);
		let charged = naive::charge(rate, bill.seconds, nu, bill.traffic, bill.price);
		assert_eq!(bill.charged, charged, "12: {bill:?}");
		let split = bill.split;
		let parts = split.burned + split.treasury + split.validators + split.provider + split.farm;
		assert_eq!(parts, bill.charged, "12: a bill is not split whole");
		assert!(bill.from <= bill.to && bill.to <= chain.now(), "{bill:?}");
	}
	let mut billed = BTreeMap::<ContractId, u64>::new();
	for bill in chain.history.pick(bill_of) {
		*billed.entry(bill.contract).or_default() += bill.seconds.0;
	}
	for (contract, window) in pallet_billing::Windows::<Runtime>::iter() {
		let progress = match window.state {
			State::Pending { .. } => continue,
			State::Open(open) => open.progress,
			State::Suspended(suspended) => suspended.progress,
		};
		let said = billed.get(&contract).copied().unwrap_or_default();
		assert_eq!(progress.billed, Seconds(said), "11: the bills of {contract} don't add up");
		assert!(progress.billed <= chain.now().since(progress.started), "11: {contract}");
	}
}

fn records(chain: &Chain, header: &Header) {
	let expected = chain.history.last_block().iter().filter(|moment| {
		matches!(
			moment.event,
			RuntimeEvent::Billing(pallet_billing::Event::Billed { .. })
				| RuntimeEvent::Rewards(
					pallet_rewards::Event::ReceiptWritten { .. }
						| pallet_rewards::Event::FarmPaid { .. }
						| pallet_rewards::Event::PayoutBooked { .. }
						| pallet_rewards::Event::BookedPaid { .. }
				) | RuntimeEvent::Farms(pallet_farms::Event::RevenueSettled { .. })
		)
	});
	let told = gridchain_primitives::digest_of(&header.digest).map_or(0, |digest| digest.count);
	assert_eq!(told as usize, expected.count(), "13: the header doesn't count its records");
}

fn failures(chain: &Chain) {
	for moment in chain.history.last_block() {
		let failed = matches!(
			moment.event,
			RuntimeEvent::Billing(pallet_billing::Event::BillFailed { .. })
				| RuntimeEvent::Nodes(pallet_nodes::Event::ContractNotEnded { .. })
				| RuntimeEvent::Rewards(
					pallet_rewards::Event::NodeSkipped { .. }
						| pallet_rewards::Event::MintFailed { .. }
				)
		);
		assert!(!failed, "14: {moment:?}");
	}
	COMPLAINTS.with_borrow(|complaints| assert!(complaints.is_empty(), "14: {complaints:?}"));
}

fn weight(chain: &Chain) {
	let weight = System::block_weight();
	let most = RuntimeBlockWeights::get().max_block;
	// A block that begins a session says that it is full, and holds little.
	let rotates = chain.history.last_block().iter().any(|moment| {
		matches!(moment.event, RuntimeEvent::Session(pallet_session::Event::NewSession { .. }))
	});
	assert!(rotates || weight.total().all_lte(most), "15: a block weighs {weight:?}");
}

thread_local! {
	static COMPLAINTS: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Hears when code says that something impossible has happened.
struct Listener;

impl log::Log for Listener {
	fn enabled(&self, metadata: &log::Metadata) -> bool {
		metadata.level() == log::Level::Error
	}

	fn log(&self, record: &log::Record) {
		if self.enabled(record.metadata()) {
			eprintln!("{}: {}", record.target(), record.args());
			if record.target() == "runtime::defensive" {
				COMPLAINTS.with_borrow_mut(|complaints| complaints.push(record.args().to_string()));
			}
		}
	}

	fn flush(&self) {}
}

/// Listens to the log from here on.
pub fn watch_the_log() {
	static ONCE: Once = Once::new();
	ONCE.call_once(|| {
		log::set_logger(&Listener).unwrap();
		log::set_max_level(log::LevelFilter::Error);
	});
	COMPLAINTS.with_borrow_mut(Vec::clear);
}
