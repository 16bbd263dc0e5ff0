//! Bad input and faults: nodes that fall silent, a chain that stands still, owners without money, races for the last of
//! something, what can't be done.
//!
//! Times are seconds after the first block. `chain.deployed` confirms a workload at 18 s, when the node has attested
//! 12 s; its windows are due at 78, 138, 198 ... s. The blocks at 60, 120, 180 ... s begin a session and hold neither
//! transactions nor bills.

mod false_reports;
mod markets;
mod money;
mod public_ips;
mod races;
mod refusals;
mod rents;
mod sessions;
mod silent_nodes;
mod standstill;

use crate::common::*;
use gridchain_primitives::{
	BillKind, Bytes, ContractId, EndReason, FarmId, Mib, NodeId, Period, Price, Resources, Seconds,
	Time, Usd,
};
use gridchain_runtime::{Deployments, Rewards, Runtime, RuntimeCall, TFT};
use pallet_billing::State;
use pallet_rewards::StoredVerdict;
use sp_core::sr25519;
use sp_runtime::DispatchError;

/// Kind, from, to, seconds and charge of each bill of `contract`.
fn bills(chain: &Chain, contract: ContractId) -> Vec<(BillKind, u64, u64, u64, u128)> {
	let since = |time: Time| time.since(START).0;
	let bills = chain.history.bills(contract);
	let told = bills
		.iter()
		.map(|bill| (bill.kind, since(bill.from), since(bill.to), bill.seconds.0, bill.charged));
	told.collect()
}

fn batch(call: RuntimeCall) -> RuntimeCall {
	pallet_utility::Call::batch_all { calls: vec![call] }.into()
}

fn is_suspended(contract: ContractId) -> bool {
	let window = pallet_billing::Windows::<Runtime>::get(contract).unwrap();
	matches!(window.state, State::Suspended(_))
}

/// Has `signer` make `call`, which must fail with `error`.
fn fail(
	chain: &mut Chain,
	signer: &sr25519::Pair,
	call: impl Into<RuntimeCall>,
	error: impl Into<DispatchError>,
) {
	assert_eq!(chain.call(signer, call), Err(error.into()));
}
