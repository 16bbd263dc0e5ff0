//! A computer that registers, reports and confirms.

use super::{chain::Chain, people::*};
use gridchain_primitives::{Bytes, ContractId, FarmId, Mib, NodeId, Resources, Seconds, Time};
use gridchain_runtime::{AccountId, Runtime, RuntimeCall};
use pallet_nodes::{Details, Interface, Location, Traffic};
use sp_core::sr25519;

/// 8 cores, 25 GB of memory, 500 GB of SSD, 1,200 GB of spinning disk.
///
/// It earns for CU = min((25 - 1)/4, 8 * 2, 500/50) = min(6, 16, 10) = 6 and SU = 1200/1200 + 500 * 0.8/200 = 3. It
/// sells 32 cores, 24 GB of memory, and its disks.
pub const HARDWARE: Resources = Resources {
	cores: 8,
	memory_mib: Mib(25 * 1_024),
	ssd_mib: Mib(500 * 1_024),
	hdd_mib: Mib(1_200 * 1_024),
	gpus: 0,
};

/// A computer and its key.
#[derive(Clone)]
pub struct Machine {
	pub key: sr25519::Pair,
	/// What the chain calls it, once it has registered.
	pub id: NodeId,
	/// When it was switched on: its uptime counts from here.
	pub boot: Time,
}

impl Machine {
	/// A computer that has been up for 1,000 seconds when the chain begins.
	pub fn new(name: &str) -> Self {
		let boot = super::START.minus(Seconds(1_000));
		Self { key: key(name), id: NodeId(0), boot }
	}

	pub fn account(&self) -> AccountId {
		account(&self.key)
	}

	/// What it has attested in all.
	pub fn attested(&self) -> u64 {
		pallet_nodes::Liveness::<Runtime>::get(self.id).unwrap().attested.0
	}

	/// The call by which it registers with `farm`.
	pub fn registration(farm: FarmId, hardware: Resources) -> RuntimeCall {
		let Details { location, interfaces, secure_boot, virtualized, serial } = details();
		pallet_nodes::Call::register_node {
			farm,
			hardware,
			location,
			interfaces,
			secure_boot,
			virtualized,
			serial,
		}
		.into()
	}

	/// The call by which it says what it has.
	pub fn update(&self, hardware: Resources) -> RuntimeCall {
		let Details { location, interfaces, secure_boot, virtualized, serial } = details();
		pallet_nodes::Call::update_node {
			node: self.id,
			hardware,
			location,
			interfaces,
			secure_boot,
			virtualized,
			serial,
		}
		.into()
	}

	/// The report of a computer that says that it is up for `uptime` seconds.
	pub fn report_of(&self, uptime: u64) -> RuntimeCall {
		self.report_with(uptime, &[])
	}

	/// The same, with the cumulative bytes of some contracts.
	pub fn report_with(&self, uptime: u64, traffic: &[(ContractId, u64)]) -> RuntimeCall {
		let traffic = traffic.iter().map(|(contract, bytes)| (*contract, Bytes(*bytes)));
		pallet_nodes::Call::report {
			node: self.id,
			uptime: Seconds(uptime),
			traffic: Traffic::try_from(traffic.collect::<Vec<_>>()).unwrap(),
		}
		.into()
	}

	/// The call by which it confirms `contract`.
	pub fn confirmation(contract: ContractId) -> RuntimeCall {
		pallet_deployments::Call::confirm_workload { contract }.into()
	}

	/// Reports truthfully in the next block.
	pub fn report(&self, chain: &mut Chain) {
		let machine = self.clone();
		chain.order(Order::new(&self.key, move |time| {
			machine.report_of(time.since(machine.boot).0)
		}));
	}

	/// The computer is switched on again at `time`.
	pub fn reboot(&mut self, time: Time) {
		self.boot = time;
	}
}

/// What a computer says of itself.
pub fn details() -> Details {
	let interface = Interface {
		name: b"eth0".to_vec().try_into().unwrap(),
		mac: [2, 0, 0, 0, 0, 1],
		ips: Default::default(),
	};
	Details {
		location: Location {
			country: *b"BE",
			city: b"Ghent".to_vec().try_into().unwrap(),
			position: None,
		},
		interfaces: vec![interface].try_into().unwrap(),
		secure_boot: true,
		virtualized: false,
		serial: Default::default(),
	}
}
