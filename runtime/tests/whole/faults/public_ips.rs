//! Public IPs that a certifier takes from a farm while a contract has them: the contract, its bills and what the farm
//! earns by it stay as they are, and the address is nobody's until the contract lets it go.
//!
//! An IP costs 0.004 USD an hour: 1,010.1010.. units a second at 0.011 USD/TFT.

use super::*;
use gridchain_primitives::traits::Farms as _;
use gridchain_runtime::Farms;
use pallet_farms::{IpState, Ipv4Text, PublicIps};

const FARM: FarmId = FarmId(1);
const NODE: NodeId = NodeId(1);
const ADDRESS: &str = "185.206.122.31";

pub(super) fn text(text: &str) -> Ipv4Text {
	text.as_bytes().to_vec().try_into().unwrap()
}

fn add_ip() -> RuntimeCall {
	let (cidr, gateway) = (text("185.206.122.31/24"), text("185.206.122.1"));
	pallet_farms::Call::add_public_ip { farm: FARM, cidr, gateway }.into()
}

/// By the farm's owner, or by a certifier.
fn remove_ip() -> RuntimeCall {
	pallet_farms::Call::remove_public_ip { farm: FARM, address: text(ADDRESS) }.into()
}

/// Orders [`WORKLOAD`] with a public IP.
pub(super) fn deploy_with_ip() -> RuntimeCall {
	deploy_on_with_ip(NODE)
}

fn deploy_on_with_ip(node: NodeId) -> RuntimeCall {
	let mut call = deploy(node, WORKLOAD);
	if let RuntimeCall::Deployments(pallet_deployments::Call::deploy { public_ips, .. }) = &mut call
	{
		*public_ips = 1;
	}
	call
}

/// Has Charlie deploy a workload with the farm's only IP, and the machine confirm it in the next block.
pub(super) fn deployed_with_ip(chain: &mut Chain, machine: &Machine) -> ContractId {
	let contract = pallet_deployments::NextContractId::<Runtime>::get();
	chain.all([(charlie(), deploy_with_ip())]);
	machine.report(chain);
	chain.all([(machine.key.clone(), Machine::confirmation(contract))]);
	contract
}

/// What the farm got of each bill of `contract`.
fn earned(chain: &Chain, contract: ContractId) -> Vec<u128> {
	chain.history.bills(contract).into_iter().map(|bill| bill.split.farm).collect()
}

#[test]
fn ip_withdrawn_under_a_workload_is_used_and_paid_for_to_its_end() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		let (farmer, deployer) = (account(&bob()), account(&charlie()));
		let (of_farm, of_twin) = (held(&farmer), held(&deployer));
		chain.all([(bob(), add_ip())]);
		let deposit = held(&farmer) - of_farm;
		assert!(deposit > 0);
		// Confirmed at 24 s.
		let contract = deployed_with_ip(chain, &machines[0]);
		chain.report_to(&machines, after(84));

		let in_use = pallet_farms::Error::<Runtime>::PublicIpInUse;
		fail(chain, &bob(), remove_ip(), in_use);
		let (reserved, booked) = (held(&deployer), Deployments::tickets().count());
		chain.root(remove_ip()).unwrap();
		// The farmer has its deposit back, the contract its address, and nothing else has changed.
		assert_eq!(held(&farmer), of_farm);
		assert_eq!(Farms::ips_of(contract).len(), 1);
		assert_eq!((held(&deployer), Deployments::tickets().count()), (reserved, booked));
		// Nobody else gets it, be it by a contract or for another farm.
		let none = pallet_farms::Error::<Runtime>::InsufficientPublicIps;
		fail(chain, &charlie(), deploy_with_ip(), none);
		let taken = pallet_farms::Error::<Runtime>::AddressTaken;
		fail(chain, &bob(), add_ip(), taken);

		chain.report_to(&machines, after(144));
		chain.call(&charlie(), cancel(contract)).unwrap();
		// 0.010375 and 0.004 USD an hour: 3,630.0505.. units a second.
		assert_eq!(
			bills(chain, contract),
			[
				(BillKind::Window, 24, 84, 54, 196_023),
				(BillKind::Window, 84, 144, 60, 217_804),
				(BillKind::End, 144, 150, 6, 21_781),
			]
		);
		assert_eq!(earned(chain, contract), [98_011, 108_902, 10_890]);
		let revenue = pallet_billing::NodeRevenue::<Runtime>::get(NODE);
		assert_eq!(revenue, 98_011 + 108_902 + 10_890);
		// With the contract the address is gone, and anybody may add it.
		assert_eq!(held(&deployer), of_twin);
		assert_eq!(PublicIps::<Runtime>::iter().count(), 0);
		chain.call(&bob(), add_ip()).unwrap();
		assert_eq!(held(&farmer), of_farm + deposit);
	})
}

#[test]
fn renter_pays_for_an_ip_that_was_withdrawn_and_not_for_one_that_is_gone() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		chain.all([(bob(), add_ip())]);
		let rent = ContractId(1);
		// Rented at 18 s, confirmed at 30 s.
		let call = pallet_deployments::Call::rent_node { node: NODE, provider: None };
		chain.all([(charlie(), call.into())]);
		let contract = deployed_with_ip(chain, &machines[0]);
		chain.report_to(&machines, after(90));
		chain.root(remove_ip()).unwrap();
		chain.report_to(&machines, after(150));
		// The IP alone: what it stands on is paid for with the rent.
		assert_eq!(
			bills(chain, contract),
			[
				// 54 * 1,010.1010.. = 54,545.45
				(BillKind::Window, 30, 90, 54, 54_546),
				(BillKind::Window, 90, 150, 60, 60_607),
			]
		);
		assert_eq!(earned(chain, contract), [27_273, 30_303]);
		chain.call(&charlie(), cancel(contract)).unwrap();
		assert_eq!(PublicIps::<Runtime>::iter().count(), 0);
		// The next workload has none, and pays nothing beside the rent.
		let none = pallet_farms::Error::<Runtime>::InsufficientPublicIps;
		fail(chain, &charlie(), deploy_with_ip(), none);
		chain.report_to(&machines, after(204));
		assert_eq!(
			bills(chain, rent),
			[
				// 6.25 CU and 3.5 SU, half of 0.080 USD an hour: 10,101.0101.. units a second.
				(BillKind::Window, 18, 78, 54, 545_455),
				(BillKind::Window, 78, 138, 60, 606_061),
				(BillKind::Window, 138, 198, 60, 606_061),
			]
		);
	})
}

#[test]
fn address_of_a_node_that_retires_stays_with_the_farm_and_can_be_used_again() {
	on_chain(|chain| {
		let machines = chain.region(["one", "two"]);
		let (of_farm, of_twin) = (held(&account(&bob())), held(&account(&charlie())));
		chain.all([(bob(), add_ip())]);
		// 0.1 TFT for the item, and 0.001 for each byte: address 4, farm 4, prefix 1, gateway 4, in use 1 + 8, ticket
		// 16. 0.138 TFT.
		assert_eq!(held(&account(&bob())), of_farm + 1_380_000);
		let first = deployed_with_ip(chain, &machines[0]);
		let [address] = Farms::ips_of(first)[..] else { panic!("no IP") };
		// At 30 s; the notice of 60 s is over in the block at 90 s.
		chain.call(&bob(), pallet_nodes::Call::retire_node { node: NODE }).unwrap();
		chain.report_to(&machines, after(84));
		assert_eq!(Farms::ips_of(first), [address]);
		machines[1].report(chain);
		chain.block();
		assert_eq!(chain.history.end_of(first), Some((after(90), EndReason::NodeRetired)));
		assert_eq!(held(&account(&charlie())), of_twin);
		let left = PublicIps::<Runtime>::iter_values().map(|ip| (ip.farm, ip.state));
		let [(FARM, IpState::Free { .. })] = left.collect::<Vec<_>>()[..] else {
			panic!("the IP isn't free");
		};
		// Another node of the farm has it next, and then another farm.
		let second = ContractId(2);
		chain.call(&charlie(), deploy_on_with_ip(NodeId(2))).unwrap();
		assert_eq!(Farms::ips_of(second), [address]);
		chain.call(&charlie(), cancel(second)).unwrap();
		chain.call(&bob(), remove_ip()).unwrap();
		assert_eq!(held(&account(&bob())), of_farm);
		chain.call(&charlie(), create_farm("bruges")).unwrap();
		let (cidr, gateway) = (text("185.206.122.31/24"), text("185.206.122.1"));
		let add = pallet_farms::Call::add_public_ip { farm: FarmId(2), cidr, gateway };
		chain.call(&charlie(), add).unwrap();
		let farms: Vec<_> = PublicIps::<Runtime>::iter_values().map(|ip| ip.farm).collect();
		assert_eq!(farms, [FarmId(2)]);
	})
}
