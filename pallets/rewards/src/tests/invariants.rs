//! Random regions, settled period by period in blocks of random size, against a model that knows none of the
//! code: it counts in whole CU and SU, whole TFT a month, and plain fractions.

use crate::{mock::*, pallet, Booked, Cap, FarmingPolicy, NextToSettle, Periods, Settlement};
use frame_support::{assert_ok, weights::Weight};
use gridchain_primitives::{
	Balance, FarmId, FarmingPolicyId, Mib, NodeId, Period, Resources, Seconds, Usd, TFT,
};
use pallet_balances::Pallet as BalancesPallet;
use proptest::prelude::*;
use std::collections::BTreeMap;

const FARMS: u32 = 4;
const POLICIES: u32 = 3;

/// A policy: whole TFT a month for a CU and for an SU, and the budget in 10^-7 TFT.
#[derive(Clone, Debug)]
struct PolicyPlan {
	cu: u64,
	su: u64,
	budget: Balance,
}

/// What a node does in a period.
#[derive(Clone, Debug)]
struct NodePlan {
	farm: u32,
	policy: u32,
	/// CU, and as many SU.
	size: u64,
	registered: u64,
	/// In thousandths of the registered time.
	uptime: u64,
	certified: bool,
	voided: bool,
	revenue: Balance,
}

/// What a farm is like in a period.
#[derive(Clone, Debug)]
struct FarmPlan {
	approved: bool,
	has_account: bool,
}

#[derive(Clone, Debug)]
struct PeriodPlan {
	nodes: Vec<NodePlan>,
	farms: Vec<FarmPlan>,
	/// How many steps' weight a block has.
	steps: u64,
}

#[derive(Clone, Debug)]
struct Plan {
	room: Balance,
	policies: Vec<PolicyPlan>,
	periods: Vec<PeriodPlan>,
}

prop_compose! {
	fn any_policy()(
		cu in 0u64..50,
		su in 0u64..50,
		budget in prop_oneof![
			Just(0), 0..100_000u128, 0..500 * TFT, Just(1_000_000 * TFT)
		],
	) -> PolicyPlan {
		PolicyPlan { cu, su, budget }
	}
}

prop_compose! {
	fn any_node()(
		farm in 1..=FARMS,
		policy in 1..=POLICIES,
		size in 0u64..20,
		registered in prop_oneof![Just(MONTH), 0..=MONTH],
		uptime in prop_oneof![Just(1000u64), Just(950), Just(949), 0..=1000u64],
		certified: bool,
		voided in prop::bool::weighted(0.1),
		revenue in prop_oneof![Just(0), 0..150_000u128, 0..100 * TFT],
	) -> NodePlan {
		NodePlan { farm, policy, size, registered, uptime, certified, voided, revenue }
	}
}

prop_compose! {
	fn any_farm()(
		approved in prop::bool::weighted(0.8),
		has_account in prop::bool::weighted(0.7),
	) -> FarmPlan {
		FarmPlan { approved, has_account }
	}
}

prop_compose! {
	fn any_period()(
		nodes in prop::collection::vec(any_node(), 0..8),
		farms in prop::collection::vec(any_farm(), FARMS as usize),
		steps in prop_oneof![Just(1u64), 1..5u64, Just(1_000)],
	) -> PeriodPlan {
		PeriodPlan { nodes, farms, steps }
	}
}

prop_compose! {
	fn any_plan()(
		room in prop_oneof![Just(0), 0..2_000 * TFT, Just(900_000_000 * TFT)],
		policies in prop::collection::vec(any_policy(), POLICIES as usize),
		periods in prop::collection::vec(any_period(), 1..4),
	) -> Plan {
		Plan { room, policies, periods }
	}
}

/// `number / of`, in 10^-18.
fn price(number: u128, of: u128) -> gridchain_primitives::Price {
	gridchain_primitives::Price::from_rational(number, of)
}

fn account(farm: u32) -> u64 {
	200 + u64::from(farm)
}

/// What should be.
struct Model {
	policies: Vec<PolicyPlan>,
	room: Balance,
	/// What each farm's account has.
	paid: BTreeMap<u32, Balance>,
	/// What waits for each farm.
	waiting: BTreeMap<u32, Balance>,
	/// What was minted in each period.
	minted: Vec<Balance>,
}

impl Model {
	/// What the node is due: size * (cu + su) TFT a month of 2,630,880 s, a quarter more if certified.
	fn due(&self, node: &NodePlan, farm: &FarmPlan) -> Balance {
		let uptime = node.registered * node.uptime / 1000;
		let enough = uptime * 100 >= node.registered * 95;
		if node.voided || !farm.approved || !enough {
			return 0;
		}
		let policy = &self.policies[node.policy as usize - 1];
		let month = u128::from(node.size * (policy.cu + policy.su)) * TFT;
		let quarters = if node.certified { 5 } else { 4 };
		month * quarters * u128::from(uptime) / (4 * 2_630_880)
	}

	fn settle(&mut self, plan: &PeriodPlan) {
		let mut dues = BTreeMap::<(u32, u32), Balance>::new();
		let mut income = BTreeMap::<u32, Balance>::new();
		for node in &plan.nodes {
			let due = self.due(node, &plan.farms[node.farm as usize - 1]);
			*dues.entry((node.farm, node.policy)).or_default() += due;
			*income.entry(node.farm).or_default() += node.revenue;
		}
		let policy_total = |policy: u32| -> Balance {
			dues.iter().filter(|((_, of), _)| *of == policy).map(|(_, due)| due).sum()
		};
		let budget = |policy: u32| self.policies[policy as usize - 1].budget;
		let total: Balance =
			(1..=POLICIES).map(|policy| budget(policy).min(policy_total(policy))).sum();
		let mut minted = 0;
		for ((farm, policy), due) in &dues {
			if *due == 0 {
				continue;
			}
			let (wanted, allowed) = (policy_total(*policy), budget(*policy));
			let amount = if total == 0 {
				0
			} else {
				due * allowed.min(wanted) * self.room.min(total) / (wanted * total)
			};
			*income.entry(*farm).or_default() += amount;
			minted += amount;
		}
		self.room -= minted;
		self.minted.push(minted);
		for farm in 1..=FARMS {
			let amount =
				income.get(&farm).copied().unwrap_or(0) + self.waiting.remove(&farm).unwrap_or(0);
			let had = self.paid.get(&farm).copied().unwrap_or(0);
			let exists = had > 0 || amount >= EXISTENTIAL_DEPOSIT;
			if plan.farms[farm as usize - 1].has_account && exists {
				self.paid.insert(farm, had + amount);
			} else if amount > 0 {
				self.waiting.insert(farm, amount);
			}
		}
	}

	fn check(&self) {
		for farm in 1..=FARMS {
			let paid = self.paid.get(&farm).copied().unwrap_or(0);
			assert_eq!(BalancesPallet::<Test>::free_balance(account(farm)), paid);
			let waiting = Booked::<Test>::get(FarmId(farm)).map(|owed| owed.amount());
			assert_eq!(waiting, self.waiting.get(&farm).copied());
		}
		for (period, minted) in (0..).zip(&self.minted) {
			assert_eq!(Periods::<Test>::get(Period(period)).unwrap().minted, *minted);
		}
		let issuance = BalancesPallet::<Test>::total_issuance();
		assert_eq!(Cap::<Test>::get() - issuance, self.room);
	}
}

fn add_policies(plans: &[PolicyPlan]) {
	for plan in plans {
		// 8 cents are one TFT.
		let terms = FarmingPolicy {
			cu_month: Usd(u128::from(plan.cu) * 80_000_000),
			su_month: Usd(u128::from(plan.su) * 80_000_000),
			connection_price: price(8, 100),
			budget: plan.budget,
			..Default::default()
		};
		assert_ok!(Rewards::add_farming_policy(RuntimeOrigin::root(), terms));
	}
}

/// Hardware of `size` CU and `size` SU.
fn hardware(size: u64) -> Resources {
	Resources {
		cores: size as u32,
		memory_mib: Mib((size * 4 + 1) * 1024),
		ssd_mib: Mib(size * 50 * 1024),
		hdd_mib: Mib(size * 960 * 1024),
		gpus: 0,
	}
}

/// Everybody does in the running period what the plan says, and it is settled.
fn run(plan: &PeriodPlan) {
	let period = CurrentCalendar::get().unwrap().period;
	for (farm, plan) in (1..).zip(&plan.farms) {
		let payout = plan.has_account.then_some(account(farm));
		FarmOf::insert(FarmId(farm), Farm { payout, approved: plan.approved });
	}
	LastNode::mutate(|last| *last = (*last).max(plan.nodes.len() as u32));
	for (node, plan) in (1..).map(NodeId).zip(&plan.nodes) {
		work(node, FarmId(plan.farm), hardware(plan.size), |figures| {
			figures.registered = Seconds(plan.registered);
			figures.uptime = Seconds(plan.registered * plan.uptime / 1000);
			figures.certified = plan.certified;
			// The first version is genesis', the plan's come after it.
			figures.policy = FarmingPolicyId(plan.policy + 1);
		});
		if plan.revenue > 0 {
			book_revenue(node, plan.revenue);
		}
		if plan.voided {
			let reason = b"voided".to_vec().try_into().unwrap();
			assert_ok!(Rewards::void_receipt(RuntimeOrigin::root(), period, node, reason));
		}
	}
	end_period();
	pass(DELAY);
	let limit: Weight = one_step().saturating_mul(plan.steps);
	while NextToSettle::<Test>::get() == period || Settlement::<Test>::get().is_some() {
		assert!(poll_within(limit).all_lte(limit));
		check();
	}
}

proptest! {
	#![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..Default::default() })]

	#[test]
	fn every_settlement_pays_what_the_model_says_and_never_passes_budget_or_cap(plan in any_plan()) {
		let cap = GENESIS + plan.room;
		with_genesis(pallet::GenesisConfig { cap, ..Default::default() }).sanity(|| {
			add_policies(&plan.policies);
			let mut model = Model {
				policies: plan.policies.clone(),
				room: plan.room,
				paid: BTreeMap::new(),
				waiting: BTreeMap::new(),
				minted: Vec::new(),
			};
			for period in &plan.periods {
				run(period);
				model.settle(period);
				model.check();
			}
		});
	}
}
