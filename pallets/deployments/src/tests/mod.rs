//! What this pallet does, a file per feature.

mod delivery;
mod deployment;
mod ending;
mod feeless;
mod invariants;
mod name;
mod provider;
mod public_ips;
mod quoting;
mod races;
mod rent;
mod service;
mod suspension;
mod try_state;
mod update;

use crate::{mock::*, ContractKind, Contracts, Event, Label, ProposedName, Spec, Workload};
use frame_support::assert_ok;
use gridchain_primitives::{Bytes, ContractId, Mib, NodeId, Resources};
use sp_core::H256;

/// 2 cores, 2 GB, 15 GB of SSD: 1 CU and 0.075 SU.
pub(crate) const RESOURCES: Resources =
	Resources { cores: 2, memory_mib: Mib(2_048), ssd_mib: Mib(15_360), hdd_mib: Mib(0), gpus: 0 };
/// Twice as much.
pub(crate) const MORE: Resources =
	Resources { cores: 4, memory_mib: Mib(4_096), ssd_mib: Mib(30_720), hdd_mib: Mib(0), gpus: 0 };
/// The hash of the document.
pub(crate) const HASH: H256 = H256::repeat_byte(0x11);
/// The hash of another document.
pub(crate) const NEW_HASH: H256 = H256::repeat_byte(0x22);
/// 5 GB of traffic.
pub(crate) const TRAFFIC: Bytes = Bytes(5_000_000_000);
/// 6 GB of traffic.
pub(crate) const MORE_TRAFFIC: Bytes = Bytes(6_000_000_000);

pub(crate) fn signed(account: u64) -> RuntimeOrigin {
	RuntimeOrigin::signed(account)
}

pub(crate) fn spec(text: &str) -> Spec {
	text.as_bytes().to_vec().try_into().unwrap()
}

/// A workload of `account` on `node` that waits for it.
pub(crate) fn deployed(account: u64, node: NodeId) -> ContractId {
	let contract = crate::NextContractId::<Test>::get();
	assert_ok!(Deployments::deploy(
		signed(account),
		node,
		HASH,
		spec("flist"),
		RESOURCES,
		0,
		TRAFFIC,
		None
	));
	contract
}

/// A workload of `account` on `NODE` that runs.
pub(crate) fn running(account: u64) -> ContractId {
	let contract = deployed(account, NODE);
	assert_ok!(Deployments::confirm_workload(signed(NODE_ACCOUNT), contract));
	contract
}

/// A workload of `account` on `NODE` that Billing has suspended.
pub(crate) fn suspended(account: u64) -> ContractId {
	let contract = running(account);
	suspend(contract);
	contract
}

/// A rent of `NODE` by `account`.
pub(crate) fn rented(account: u64) -> ContractId {
	let contract = crate::NextContractId::<Test>::get();
	assert_ok!(Deployments::rent_node(signed(account), NODE, None));
	contract
}

/// The name `text`, reserved by `account`.
pub(crate) fn reserved(account: u64, text: &str) -> ContractId {
	let contract = crate::NextContractId::<Test>::get();
	assert_ok!(Deployments::reserve_name(signed(account), proposed(text)));
	contract
}

pub(crate) fn proposed(text: &str) -> ProposedName {
	text.as_bytes().to_vec().try_into().unwrap()
}

pub(crate) fn label(text: &str) -> Label {
	text.as_bytes().to_vec().try_into().unwrap()
}

/// Ends a contract as Billing does: first it forgets it, then it tells.
pub(crate) fn run_out(contract: ContractId) {
	use gridchain_primitives::{traits::OnContract, EndReason};
	Billed::remove(contract);
	Deployments::ended(contract, EndReason::OutOfFunds);
}

/// Resumes a contract as Billing does.
pub(crate) fn resume(contract: ContractId) {
	use gridchain_primitives::traits::OnContract;
	MockBilling::turn(contract, Window::Suspended, Window::Open);
	Deployments::resumed(contract);
}

/// Suspends a contract as Billing does: first its window, then it tells.
pub(crate) fn suspend(contract: ContractId) {
	use gridchain_primitives::traits::OnContract;
	MockBilling::turn(contract, Window::Open, Window::Suspended);
	Deployments::suspended(contract);
}

pub(crate) fn workload(contract: ContractId) -> Option<Workload> {
	Contracts::<Test>::get(contract).and_then(|found| match found.kind {
		ContractKind::Workload(workload) => Some(workload),
		_ => None,
	})
}

/// The events of this pallet, all of them.
pub(crate) fn events() -> Vec<Event<Test>> {
	System::events()
		.into_iter()
		.filter_map(|record| match record.event {
			RuntimeEvent::Deployments(event) => Some(event),
			_ => None,
		})
		.collect()
}

pub(crate) fn last_event() -> Event<Test> {
	events().pop().unwrap()
}
