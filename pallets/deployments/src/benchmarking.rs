//! What the calls cost at worst.
//!
//! The neighbours are those of the runtime, so that a call is measured with all it sets off: the ledger of the
//! node, the window, the bill. What a contract costs when Billing suspends, resumes or ends it is measured
//! there, with this pallet behind it.
// What the macro makes of the benchmarks measures with floats; none of it is in the runtime.
#![allow(clippy::float_arithmetic)]

use super::*;
use frame_benchmarking::v2::*;
use frame_support::traits::{Consideration, EnsureOrigin};
use frame_system::RawOrigin;
use gridchain_primitives::{Bytes, ContractId, Mib, NodeId, Resources, Seconds};
use sp_core::H256;

/// How long a contract has run when it is changed.
const SPAN: Seconds = Seconds(600);

/// What the benchmarks rent of a node; an update doubles it.
const RESOURCES: Resources =
	Resources { cores: 2, memory_mib: Mib(4_096), ssd_mib: Mib(51_200), hdd_mib: Mib(0), gpus: 0 };

/// The longest spec there can be, of `byte`.
fn spec(byte: u8) -> Spec {
	Spec::truncate_from(alloc::vec![byte; MAX_SPEC_LENGTH as usize])
}

/// An account that can make a contract.
fn owner<T: Config>() -> T::AccountId {
	let owner = T::BenchmarkHelper::owner();
	T::Deposit::ensure_successful(&owner, Pallet::<T>::footprint());
	owner
}

/// A contract of `owner` on `node`.
fn deployed<T: Config>(owner: &T::AccountId, node: NodeId) -> Result<ContractId, BenchmarkError> {
	let contract = NextContractId::<T>::get();
	Pallet::<T>::deploy(
		RawOrigin::Signed(owner.clone()).into(),
		node,
		H256::repeat_byte(1),
		spec(1),
		RESOURCES,
		Bytes(1_000_000_000),
	)?;
	Ok(contract)
}

/// A contract of `owner` that runs, and its node.
fn running<T: Config>(owner: &T::AccountId) -> Result<(ContractId, NodeId), BenchmarkError> {
	let (node, account) = T::BenchmarkHelper::node();
	let contract = deployed::<T>(owner, node)?;
	Pallet::<T>::confirm_workload(RawOrigin::Signed(account).into(), contract)?;
	Ok((contract, node))
}

/// A contract of `owner` whose end leaves more bills than that of one which runs.
fn owing<T: Config>(owner: &T::AccountId) -> Result<ContractId, BenchmarkError> {
	let (contract, node) = running::<T>(owner)?;
	T::BenchmarkHelper::suspend(contract, node);
	Ok(contract)
}

/// The state of a workload.
fn state<T: Config>(contract: ContractId) -> Option<WorkloadState> {
	Contracts::<T>::get(contract).map(|found| {
		let ContractKind::Workload(workload) = found.kind;
		workload.state
	})
}

#[benchmarks]
mod benches {
	use super::*;

	#[benchmark]
	fn deploy() -> Result<(), BenchmarkError> {
		let owner = owner::<T>();
		let (node, _) = T::BenchmarkHelper::node();
		let contract = NextContractId::<T>::get();

		#[extrinsic_call]
		_(
			RawOrigin::Signed(owner),
			node,
			H256::repeat_byte(1),
			spec(1),
			RESOURCES,
			Bytes(1_000_000_000),
		);

		assert_eq!(state::<T>(contract), Some(WorkloadState::AwaitingDelivery));
		Ok(())
	}

	#[benchmark]
	fn confirm_workload() -> Result<(), BenchmarkError> {
		let owner = owner::<T>();
		let (node, account) = T::BenchmarkHelper::node();
		let contract = deployed::<T>(&owner, node)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(account), contract);

		assert_eq!(state::<T>(contract), Some(WorkloadState::Running));
		Ok(())
	}

	// All parts at once, of a workload with time to bill.
	#[benchmark]
	fn update_deployment() -> Result<(), BenchmarkError> {
		let owner = owner::<T>();
		let (contract, node) = running::<T>(&owner)?;
		T::BenchmarkHelper::pass(node, SPAN);
		let resources = RESOURCES.checked_add(&RESOURCES);

		#[extrinsic_call]
		_(
			RawOrigin::Signed(owner),
			contract,
			Some(H256::repeat_byte(2)),
			Some(spec(2)),
			resources,
			Some(Bytes(2_000_000_000)),
		);

		assert_eq!(Specs::<T>::get(contract), Some(spec(2)));
		Ok(())
	}

	#[benchmark]
	fn cancel() -> Result<(), BenchmarkError> {
		let owner = owner::<T>();
		let contract = owing::<T>(&owner)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), contract);

		assert_eq!(state::<T>(contract), None);
		Ok(())
	}

	#[benchmark]
	fn force_cancel() -> Result<(), BenchmarkError> {
		let origin =
			T::GovernanceOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let owner = owner::<T>();
		let contract = owing::<T>(&owner)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, contract);

		assert_eq!(state::<T>(contract), None);
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
