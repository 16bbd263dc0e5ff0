//! The region that each run begins with: two farms with four nodes that are up, deployers with contracts, a rent, a
//! name, a service and a stake, a provider, deputies, and a reward period that has been paid.

use crate::common::{
	account, alice, approve, as_root, authorise, bob, charlie, create_farm, dave, deploy,
	deploy_with, genesis_of, key, node_at, Chain, Machine, DEVELOPMENT, HARDWARE, START, WORKLOAD,
};
use gridchain_primitives::{ContractId, FarmId, NodeId, ProviderId, Seconds, Time, TwinId, Usd};
use gridchain_runtime::{configs::accounts::ProxyType, RuntimeCall, TFT};
use pallet_deployments::ServiceTerms;
use sp_core::{sr25519, H256};
use sp_io::TestExternalities;
use sp_runtime::Percent;

/// A computer of the scene.
#[derive(Clone)]
pub struct Computer {
	/// Its name, as an actor.
	pub name: &'static str,
	/// Its node.
	pub id: NodeId,
	/// When it was switched on; none while it is off.
	pub since: Option<Time>,
}

impl Computer {
	/// Its report that it has been up for so long.
	pub fn report(&self, uptime: Seconds) -> RuntimeCall {
		pallet_nodes::Call::report { node: self.id, uptime, traffic: Default::default() }.into()
	}
}

/// A region at some height.
pub struct Scene {
	/// What a node of the chain knows.
	pub node: TestExternalities,
	/// Its blocks so far.
	pub chain: Chain,
	/// Those that report.
	pub computers: Vec<Computer>,
}

impl Scene {
	/// Makes the region.
	pub fn new() -> Self {
		let mut node = node_at(genesis_of(DEVELOPMENT));
		let (chain, machines) = node.execute_with(|| {
			let mut chain = Chain::new();
			let machines = settle_in(&mut chain);
			trade(&mut chain, &machines);
			live(&mut chain, &machines);
			(chain, machines)
		});
		node.commit_all().expect("nothing is undone");
		let computers = ["one", "two", "three", "four"]
			.into_iter()
			.zip(machines)
			.map(|(name, machine)| Computer { name, id: machine.id, since: Some(machine.boot) })
			.collect();
		Self { node, chain, computers }
	}
}

impl Default for Scene {
	fn default() -> Self {
		Self::new()
	}
}

fn eve() -> sr25519::Pair {
	key("Eve")
}

fn ferdie() -> sr25519::Pair {
	key("Ferdie")
}

/// Twins, Bob's and Eve's farm, their nodes and IPs, and a computer that may register. The fifth is authorised.
fn settle_in(chain: &mut Chain) -> Vec<Machine> {
	let mut machines = chain.region(["one", "two", "three"]).to_vec();
	chain.twins(&[eve(), ferdie(), dave()]);
	let mut last = Machine::new("four");
	last.id = NodeId(4);
	let farm = FarmId(2);
	chain.all([
		(eve(), create_farm("home")),
		(eve(), authorise(farm, last.account())),
		(bob(), authorise(FarmId(1), account(&key("five")))),
		(alice(), as_root(approve(farm))),
	]);
	chain.all([(last.key.clone(), Machine::registration(farm, HARDWARE))]);
	machines.push(last);
	let ip = |farm: u32, last: u8| {
		let (cidr, gateway) = (format!("45.67.89.{last}/24"), "45.67.89.254");
		let text = |text: &str| text.as_bytes().to_vec().try_into().expect("it is short");
		let farm = FarmId(farm);
		pallet_farms::Call::add_public_ip { farm, cidr: text(&cidr), gateway: text(gateway) }.into()
	};
	chain.all([(bob(), ip(1, 100)), (bob(), ip(1, 101)), (eve(), ip(2, 102))]);
	machines
}

/// A provider, contracts of all kinds, a service, a stake and deputies.
fn trade(chain: &mut Chain, machines: &[Machine]) {
	let provider = ProviderId(1);
	let named = b"somebody".to_vec().try_into().expect("it is short");
	let share = Some(Percent::from_percent(30));
	chain.all([
		(dave(), pallet_billing::Call::register_provider { name: named }.into()),
		(alice(), as_root(pallet_billing::Call::approve_provider { provider, share })),
	]);
	let terms = ServiceTerms {
		base: Usd(1_000_000),
		metered_limit: Usd(5_000_000),
		document: H256::repeat_byte(2),
	};
	let service = ContractId(5);
	// After Bob's, Charlie's, those of three nodes and Eve's.
	let consumer = TwinId(7);
	let name = b"web".to_vec().try_into().expect("it is short");
	let approve = pallet_deployments::Call::approve_service { service, terms };
	let deputy = |deputy: &sr25519::Pair, proxy_type| -> RuntimeCall {
		let delegate = account(deputy).into();
		pallet_proxy::Call::add_proxy { delegate, proxy_type, delay: 0 }.into()
	};
	chain.report_next(machines);
	chain.all([
		(bob(), pallet_farms::Call::accept_provider { farm: FarmId(1), provider }.into()),
		(charlie(), deploy_with(NodeId(1), WORKLOAD, 2_000_000_000)),
		(charlie(), deploy(NodeId(2), WORKLOAD)),
		(ferdie(), pallet_deployments::Call::rent_node { node: NodeId(3), provider: None }.into()),
		(ferdie(), pallet_deployments::Call::reserve_name { name }.into()),
		(charlie(), pallet_deployments::Call::offer_service { consumer }.into()),
		(charlie(), pallet_deployments::Call::set_service_terms { service, terms }.into()),
		(ferdie(), approve.clone().into()),
		(charlie(), approve.into()),
		(ferdie(), pallet_billing::Call::stake_discount { amount: 1_000 * TFT }.into()),
		(charlie(), deputy(&dave(), ProxyType::Contracts)),
		(bob(), deputy(&dave(), ProxyType::Farm)),
	]);
	chain.all([
		(machines[0].key.clone(), Machine::confirmation(ContractId(1))),
		(machines[1].key.clone(), Machine::confirmation(ContractId(2))),
	]);
}

/// A reward period ends and is settled. Then the deployers have little money left.
fn live(chain: &mut Chain, machines: &[Machine]) {
	chain.report_to(machines, Time(START.0 + 420));
	for (who, left) in [(charlie(), 40 * TFT), (ferdie(), 10 * TFT)] {
		crate::common::drain(chain, &who, left);
	}
	chain.report_next(machines);
}
