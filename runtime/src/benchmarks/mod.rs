//! Benchmarks of all pallets, run by `scripts/weights.sh`.

// The macro of the benchmarks works with floats where it runs them as tests.
#![allow(clippy::float_arithmetic)]

mod babe;
mod grandpa;
mod helper;
mod mmr;
mod runtime_hooks;
mod session;
mod session_keys;

pub use helper::Helper;

use crate::*;
use alloc::{string::String, vec::Vec};
use frame_benchmarking::{define_benchmarks, BenchmarkBatch, BenchmarkConfig, BenchmarkList};
use frame_support::traits::{StorageInfo, StorageInfoTrait, WhitelistedStorageKeys};
use frame_system_benchmarking::{
	extensions::Pallet as SystemExtensionsBench, Pallet as SystemBench,
};
use gridchain_primitives::FarmingPolicyId;

/// What the benchmarks of this crate are about: this runtime alone.
pub trait Config: frame_system::Config {}
impl Config for Runtime {}

impl frame_system_benchmarking::Config for Runtime {}
impl pallet_transaction_payment::BenchmarkConfig for Runtime {
	fn setup_benchmark_environment() {
		runtime_hooks::begin_block();
	}
}

define_benchmarks!(
	[frame_system, SystemBench::<Runtime>]
	[frame_system_extensions, SystemExtensionsBench::<Runtime>]
	[runtime_hooks, runtime_hooks::Pallet::<Runtime>]
	[pallet_babe, babe::Pallet::<Runtime>]
	[pallet_balances, Balances]
	[pallet_grandpa, grandpa::Pallet::<Runtime>]
	[pallet_identity, Identity]
	[pallet_membership, Feeders]
	[pallet_mmr, mmr::Pallet::<Runtime>]
	[pallet_multisig, Multisig]
	[pallet_oracle, Oracle]
	[pallet_proxy, Proxy]
	[pallet_session, session::Pallet::<Runtime>]
	[pallet_sudo, Sudo]
	[pallet_timestamp, Timestamp]
	[pallet_transaction_payment, TransactionPayment]
	[pallet_utility, Utility]
	[pallet_billing, Billing]
	[pallet_deployments, Deployments]
	[pallet_farms, Farms]
	[pallet_nodes, Nodes]
	[pallet_records, Records]
	[pallet_rewards, Rewards]
	[pallet_twins, Twins]
	[pallet_validators, Validators]
);

/// What there is to measure.
pub fn metadata(extra: bool) -> (Vec<BenchmarkList>, Vec<StorageInfo>) {
	use frame_benchmarking::BenchmarkList;
	let mut list = Vec::<BenchmarkList>::new();
	list_benchmarks!(list, extra);
	(list, AllPalletsWithSystem::storage_info())
}

/// Measures.
#[allow(non_local_definitions)]
pub fn dispatch(config: BenchmarkConfig) -> Result<Vec<BenchmarkBatch>, String> {
	let mut whitelist = AllPalletsWithSystem::whitelisted_storage_keys();
	// The first thing that every block does is to write its time.
	whitelist.push(pallet_timestamp::Now::<Runtime>::hashed_key().to_vec().into());
	// A block of a settlement reads the few farming policies there are once.
	let policy = pallet_rewards::Policies::<Runtime>::hashed_key_for(FarmingPolicyId(1));
	whitelist.push(policy.to_vec().into());
	let mut batches = Vec::<BenchmarkBatch>::new();
	let params = (&config, &whitelist);
	add_benchmarks!(params, batches);
	Ok(batches)
}
