//! Twins, farms and contracts in one line each.

use super::{
	chain::{as_root, Chain},
	machine::{Machine, HARDWARE},
	people::*,
};
use frame_support::traits::fungible::Inspect;
use gridchain_primitives::{
	Balance, Bytes, ContractId, FarmId, Mib, NodeId, Price, Resources, Seconds, Time,
};
use gridchain_runtime::{
	configs::{money::EXISTENTIAL_DEPOSIT, oracle::Feed},
	AccountId, Balances, Runtime, RuntimeCall,
};
use pallet_farms::ProposedName;
use sp_core::{sr25519, H256};
use sp_runtime::DispatchResult;

/// 2 cores, 2 GB of memory, 15 GB of SSD: 1 CU and 0.075 SU, 0.010375 USD an hour at the default prices.
///
/// At 0.011 USD for one TFT that is 0.010375/0.011 TFT = 9,431,818.18.. units an hour, 2,619.949494.. a second.
pub const WORKLOAD: Resources = Resources {
	cores: 2,
	memory_mib: Mib(2 * 1_024),
	ssd_mib: Mib(15 * 1_024),
	hdd_mib: Mib(0),
	gpus: 0,
};

/// The calls by which `who` gets a twin.
pub fn twin_calls() -> [RuntimeCall; 2] {
	let terms = pallet_twins::Terms::<Runtime>::get().unwrap();
	[
		pallet_twins::Call::accept_terms { terms }.into(),
		pallet_twins::Call::create_twin { relay: None, public_key: None }.into(),
	]
}

pub fn create_farm(name: &str) -> RuntimeCall {
	let name = ProposedName::try_from(name.as_bytes().to_vec()).unwrap();
	pallet_farms::Call::create_farm { name }.into()
}

pub fn authorise(farm: FarmId, account: AccountId) -> RuntimeCall {
	pallet_farms::Call::authorise_node { farm, account }.into()
}

pub fn approve(farm: FarmId) -> RuntimeCall {
	pallet_farms::Call::approve_farm { farm }.into()
}

/// Orders `resources` of `node`, without traffic.
pub fn deploy(node: NodeId, resources: Resources) -> RuntimeCall {
	deploy_with(node, resources, 0)
}

/// The same, with `traffic` bytes that a window is billed for at most.
pub fn deploy_with(node: NodeId, resources: Resources, traffic: u64) -> RuntimeCall {
	pallet_deployments::Call::deploy {
		node,
		spec_hash: H256::repeat_byte(1),
		spec: Default::default(),
		resources,
		public_ips: 0,
		traffic_limit: Bytes(traffic),
		provider: None,
	}
	.into()
}

/// Has `contract` take `resources` from now on.
pub fn resize(contract: ContractId, resources: Resources) -> RuntimeCall {
	pallet_deployments::Call::update_deployment {
		contract,
		spec_hash: None,
		spec: None,
		resources: Some(resources),
		public_ips: None,
		traffic_limit: None,
	}
	.into()
}

pub fn cancel(contract: ContractId) -> RuntimeCall {
	pallet_deployments::Call::cancel { contract }.into()
}

pub fn resume(contract: ContractId) -> RuntimeCall {
	pallet_billing::Call::resume { contract }.into()
}

pub fn transfer(to: &AccountId, value: Balance) -> RuntimeCall {
	pallet_balances::Call::transfer_keep_alive { dest: to.clone().into(), value }.into()
}

/// Says what the market says.
pub fn feed(price: Price) -> RuntimeCall {
	let values = vec![(Feed::UsdPerTft, price)];
	pallet_oracle::Call::feed_values { values: values.try_into().unwrap() }.into()
}

/// Says which prices are believed, from `lowest_price` to `highest_price`.
pub fn band(lowest_price: Price, highest_price: Price) -> RuntimeCall {
	let params = pallet_billing::Params::<Runtime>::get();
	let params = pallet_billing::BillingParams { lowest_price, highest_price, ..params };
	pallet_billing::Call::set_params { params }.into()
}

/// The price of TFT.
pub fn quoted() -> Price {
	pallet_billing::TftPrice::<Runtime>::get().unwrap().price
}

/// What `account` can spend.
pub fn free(account: &AccountId) -> Balance {
	Balances::free_balance(account)
}

/// What `account` has in all.
pub fn total(account: &AccountId) -> Balance {
	Balances::total_balance(account)
}

/// What is held of `account`.
pub fn held(account: &AccountId) -> Balance {
	total(account) - free(account)
}

/// Sends all away that `who` can spend, but for `left`. Of nothing a little is left: what the chain gives back of
/// the fee, too little to pay another one.
pub fn drain(chain: &mut Chain, who: &sr25519::Pair, left: Balance) {
	let dest = account(&dave()).into();
	chain.call(who, pallet_balances::Call::transfer_all { dest, keep_alive: true }).unwrap();
	let rest = free(&account(who)) - EXISTENTIAL_DEPOSIT;
	if left > 0 {
		chain.call(&dave(), transfer(&account(who), left - rest)).unwrap();
		assert_eq!(free(&account(who)), EXISTENTIAL_DEPOSIT + left);
	}
}

impl Chain {
	/// Submits all `calls` of `who` and makes the block that takes them: each must succeed.
	pub fn all(&mut self, calls: impl IntoIterator<Item = (sr25519::Pair, RuntimeCall)>) {
		for (who, call) in calls {
			self.submit(&who, call);
		}
		for result in self.settle_pool() {
			result.unwrap().unwrap();
		}
	}

	/// Makes twins of `people`.
	pub fn twins(&mut self, people: &[sr25519::Pair]) {
		let calls = people.iter().flat_map(|who| twin_calls().map(|call| (who.clone(), call)));
		self.all(calls.collect::<Vec<_>>());
	}

	/// Bob's approved farm with `names` in it, all registered, and one report of each; Charlie has a twin. Takes
	/// the first two blocks.
	pub fn region<const N: usize>(&mut self, names: [&str; N]) -> [Machine; N] {
		self.region_of(HARDWARE, names)
	}

	/// The same with other hardware.
	pub fn region_of<const N: usize>(
		&mut self,
		hardware: Resources,
		names: [&str; N],
	) -> [Machine; N] {
		let mut machines = names.map(Machine::new);
		let farm = FarmId(1);
		let twins = [bob(), charlie()].into_iter();
		let mut calls: Vec<_> =
			twins.flat_map(|who| twin_calls().map(|call| (who.clone(), call))).collect();
		calls.push((bob(), create_farm("ghent")));
		calls.push((alice(), as_root(approve(farm))));
		calls.extend(machines.iter().map(|machine| (bob(), authorise(farm, machine.account()))));
		self.all(calls);
		let mut calls = Vec::new();
		for (index, machine) in machines.iter_mut().enumerate() {
			machine.id = NodeId(index as u32 + 1);
			calls.push((machine.key.clone(), Machine::registration(farm, hardware)));
			let uptime = self.soon().since(machine.boot).0;
			calls.push((machine.key.clone(), machine.report_of(uptime)));
		}
		self.all(calls);
		machines
	}

	/// Makes `count` blocks, in each of which the `machines` report.
	pub fn report(&mut self, machines: &[Machine], count: u32) {
		for _ in 0..count {
			self.report_next(machines);
		}
	}

	/// Makes blocks until `time`, in each of which the `machines` report.
	pub fn report_to(&mut self, machines: &[Machine], time: Time) {
		while self.now() < time {
			self.report_next(machines);
		}
	}

	/// Makes the next block, in which the `machines` report, with all else that waits.
	pub fn report_next(&mut self, machines: &[Machine]) {
		if !self.is_next_a_rotation() {
			for machine in machines {
				machine.report(self);
			}
		}
		for result in self.block() {
			result.unwrap().unwrap();
		}
	}

	/// Has Charlie deploy `resources` on `machine` without traffic, and the machine report and confirm in the next
	/// block.
	pub fn deployed(&mut self, machine: &Machine, resources: Resources) -> ContractId {
		let contract = pallet_deployments::NextContractId::<Runtime>::get();
		self.all([(charlie(), deploy(machine.id, resources))]);
		assert!(!self.is_next_a_rotation(), "the confirmation would have to wait");
		machine.report(self);
		self.all([(machine.key.clone(), Machine::confirmation(contract))]);
		contract
	}
}
