//! What the calls cost at worst.
//!
//! The neighbours are those of the runtime, so that a call is measured with all it sets off: the ledger of the
//! node, the window, the bill, the farm's IPs. What a contract costs when Billing suspends, resumes or ends it is
//! measured there, with this pallet behind it.
// What the macro makes of the benchmarks measures with floats; none of it is in the runtime.
#![allow(clippy::float_arithmetic)]

use super::*;
use frame_benchmarking::v2::*;
use frame_support::traits::{Consideration, EnsureOrigin};
use frame_system::RawOrigin;
use gridchain_primitives::{
	traits::{Capacity, Providers, Twins},
	Bytes, ContractId, Mib, NodeId, Resources, Seconds, Time, Usd,
};
use sp_core::H256;

/// How long a contract has run when it is changed.
const SPAN: Seconds = Seconds(600);

/// The most public IPs of a workload.
const MOST_IPS: u32 = MAX_PUBLIC_IPS as u32;

/// What the benchmarks rent of a node; an update doubles it.
const RESOURCES: Resources =
	Resources { cores: 2, memory_mib: Mib(4_096), ssd_mib: Mib(51_200), hdd_mib: Mib(0), gpus: 0 };

/// What a service costs: a dollar an hour, and as much beside it.
const TERMS: ServiceTerms = ServiceTerms {
	base: Usd(1_000_000_000),
	metered_limit: Usd(1_000_000_000),
	document: H256::repeat_byte(7),
};

/// The longest spec there can be, of `byte`.
fn spec(byte: u8) -> Spec {
	Spec::truncate_from(alloc::vec![byte; MAX_SPEC_LENGTH as usize])
}

/// The longest name there can be.
fn name() -> ProposedName {
	ProposedName::truncate_from(alloc::vec![b'a'; MAX_NAME_LENGTH as usize])
}

/// The longest note there can be.
fn note() -> Note {
	Note::truncate_from(alloc::vec![b'n'; MAX_NOTE_LENGTH as usize])
}

/// An account that can make a contract of the greatest deposit.
fn owner<T: Config>() -> T::AccountId {
	let owner = T::BenchmarkHelper::owner();
	let workload = ContractKind::Workload(Workload {
		node: NodeId(0),
		farm: gridchain_primitives::FarmId(0),
		resources: RESOURCES,
		certified: false,
		public_ips: 0,
		spec_hash: H256::zero(),
		traffic_limit: Bytes::ZERO,
		provider: None,
		state: WorkloadState::AwaitingDelivery,
	});
	T::Deposit::ensure_successful(&owner, Pallet::<T>::footprint(&workload));
	owner
}

/// A contract of `owner` on `node`, with so many public IPs.
fn deployed<T: Config>(
	owner: &T::AccountId,
	node: NodeId,
	public_ips: u32,
) -> Result<ContractId, BenchmarkError> {
	let contract = NextContractId::<T>::get();
	Pallet::<T>::deploy(
		RawOrigin::Signed(owner.clone()).into(),
		node,
		H256::repeat_byte(1),
		spec(1),
		RESOURCES,
		public_ips as u8,
		Bytes(1_000_000_000),
		None,
	)?;
	Ok(contract)
}

/// A contract of `owner` that runs, and its node.
fn running<T: Config>(
	owner: &T::AccountId,
	public_ips: u32,
) -> Result<(ContractId, NodeId), BenchmarkError> {
	let (node, account) = T::BenchmarkHelper::node();
	let contract = deployed::<T>(owner, node, public_ips)?;
	Pallet::<T>::confirm_workload(RawOrigin::Signed(account).into(), contract)?;
	Ok((contract, node))
}

/// A contract of `owner` with all that an end can have to do: it owes for two stretches, and has the most IPs.
fn owing<T: Config>(owner: &T::AccountId) -> Result<ContractId, BenchmarkError> {
	let (contract, node) = running::<T>(owner, MOST_IPS)?;
	T::BenchmarkHelper::suspend(contract, node);
	Ok(contract)
}

/// Has `owner` rent `node`, whatever else stands there, so that whoever deploys on it is asked for.
fn rented<T: Config>(owner: &T::AccountId, node: NodeId) -> Result<(), BenchmarkError> {
	let contract = Pallet::<T>::next_id().map_err(sp_runtime::DispatchError::from)?;
	T::Capacity::rent(node, contract)?;
	let twin = T::Twins::of(owner).ok_or("the owner has a twin")?;
	let rent = Rent { node, provider: None, standing: Standing::Active };
	Pallet::<T>::add(owner, contract, twin, ContractKind::Rent(rent))?;
	Ok(())
}

/// The state of a workload.
fn state<T: Config>(contract: ContractId) -> Option<WorkloadState> {
	Contracts::<T>::get(contract).and_then(|found| match found.kind {
		ContractKind::Workload(workload) => Some(workload.state),
		_ => None,
	})
}

/// A service that `provider` offers to `consumer`.
fn offered<T: Config>(
	provider: &T::AccountId,
	consumer: &T::AccountId,
) -> Result<ContractId, BenchmarkError> {
	T::ServiceDeposit::ensure_successful(provider, Pallet::<T>::service_footprint());
	let service = NextContractId::<T>::get();
	let consumer = T::Twins::of(consumer).ok_or("the consumer has a twin")?;
	Pallet::<T>::offer_service(RawOrigin::Signed(provider.clone()).into(), consumer)?;
	Ok(service)
}

/// A service whose terms its provider alone has approved.
fn approved<T: Config>(
	provider: &T::AccountId,
	consumer: &T::AccountId,
) -> Result<ContractId, BenchmarkError> {
	let service = offered::<T>(provider, consumer)?;
	let origin = RawOrigin::Signed(provider.clone());
	Pallet::<T>::set_service_terms(origin.clone().into(), service, TERMS)?;
	Pallet::<T>::approve_service(origin.into(), service, TERMS)?;
	Ok(service)
}

/// A service that was agreed on so long ago that a whole hour is billed.
fn agreed<T: Config>(
	provider: &T::AccountId,
	consumer: &T::AccountId,
) -> Result<ContractId, BenchmarkError> {
	let service = approved::<T>(provider, consumer)?;
	Pallet::<T>::approve_service(RawOrigin::Signed(consumer.clone()).into(), service, TERMS)?;
	let state = ServiceState::Agreed { terms: TERMS, billed_to: Time(0) };
	Services::<T>::mutate_extant(service, |service| service.state = state);
	Ok(service)
}

#[benchmarks]
mod benches {
	use super::*;

	// On a node that its owner rents, whose rent is read.
	#[benchmark]
	fn deploy(i: Linear<0, MOST_IPS>) -> Result<(), BenchmarkError> {
		let owner = owner::<T>();
		let (node, _) = T::BenchmarkHelper::node();
		rented::<T>(&owner, node)?;
		let provider = T::Providers::approved();
		let contract = NextContractId::<T>::get();

		#[extrinsic_call]
		_(
			RawOrigin::Signed(owner),
			node,
			H256::repeat_byte(1),
			spec(1),
			RESOURCES,
			i as u8,
			Bytes(1_000_000_000),
			Some(provider),
		);

		assert_eq!(state::<T>(contract), Some(WorkloadState::AwaitingDelivery));
		Ok(())
	}

	// As above.
	#[benchmark]
	fn confirm_workload() -> Result<(), BenchmarkError> {
		let owner = owner::<T>();
		let (node, account) = T::BenchmarkHelper::node();
		rented::<T>(&owner, node)?;
		let contract = deployed::<T>(&owner, node, 0)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(account), contract);

		assert_eq!(state::<T>(contract), Some(WorkloadState::Running));
		Ok(())
	}

	// All parts at once, of a workload with time to bill. On a node that isn't rented: there the bill is for more.
	#[benchmark]
	fn update_deployment(i: Linear<0, MOST_IPS>) -> Result<(), BenchmarkError> {
		let owner = owner::<T>();
		let (contract, node) = running::<T>(&owner, i)?;
		T::BenchmarkHelper::pass(node, SPAN);
		let resources = RESOURCES.checked_add(&RESOURCES);

		#[extrinsic_call]
		_(
			RawOrigin::Signed(owner),
			contract,
			Some(H256::repeat_byte(2)),
			Some(spec(2)),
			resources,
			Some(i.saturating_sub(1) as u8),
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

	#[benchmark]
	fn rent_node() {
		let owner = owner::<T>();
		let node = T::BenchmarkHelper::empty_node();
		let provider = T::Providers::approved();
		let contract = NextContractId::<T>::get();

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), node, Some(provider));

		assert!(Contracts::<T>::contains_key(contract));
	}

	#[benchmark]
	fn reserve_name() {
		let owner = owner::<T>();
		let contract = NextContractId::<T>::get();

		#[extrinsic_call]
		_(RawOrigin::Signed(owner), name());

		assert!(Contracts::<T>::contains_key(contract));
	}

	#[benchmark]
	fn attach_provider() -> Result<(), BenchmarkError> {
		let owner = owner::<T>();
		let provider = T::Providers::approved();
		let (contract, _) = running::<T>(&owner, 0)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(owner.clone()), contract, provider);

		let again = Pallet::<T>::do_attach_provider(&owner, contract, provider);
		assert_eq!(again, Err(Error::<T>::AlreadyHasProvider.into()));
		Ok(())
	}

	#[benchmark]
	fn offer_service() -> Result<(), BenchmarkError> {
		let (provider, consumer) = (owner::<T>(), T::BenchmarkHelper::consumer());
		T::ServiceDeposit::ensure_successful(&provider, Pallet::<T>::service_footprint());
		let consumer = T::Twins::of(&consumer).ok_or("the consumer has a twin")?;
		let service = NextContractId::<T>::get();

		#[extrinsic_call]
		_(RawOrigin::Signed(provider), consumer);

		assert!(Services::<T>::contains_key(service));
		Ok(())
	}

	// Of a service that was agreed on, whose consumer is free again.
	#[benchmark]
	fn set_service_terms() -> Result<(), BenchmarkError> {
		let (provider, consumer) = (owner::<T>(), T::BenchmarkHelper::consumer());
		let service = agreed::<T>(&provider, &consumer)?;
		let terms = ServiceTerms { base: Usd(2), ..TERMS };

		#[extrinsic_call]
		_(RawOrigin::Signed(provider), service, terms);

		let expected = ServiceState::Proposed { terms, approved_by: None };
		assert_eq!(Services::<T>::get(service).map(|found| found.state), Some(expected));
		Ok(())
	}

	// The second approval, which makes the agreement, by the consumer, who is bound by it.
	#[benchmark]
	fn approve_service() -> Result<(), BenchmarkError> {
		let (provider, consumer) = (owner::<T>(), T::BenchmarkHelper::consumer());
		let service = approved::<T>(&provider, &consumer)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(consumer), service, TERMS);

		let state = Services::<T>::get(service).map(|found| found.state);
		assert!(matches!(state, Some(ServiceState::Agreed { .. })));
		Ok(())
	}

	#[benchmark]
	fn bill_service() -> Result<(), BenchmarkError> {
		let (provider, consumer) = (owner::<T>(), T::BenchmarkHelper::consumer());
		let service = agreed::<T>(&provider, &consumer)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(provider), service, TERMS.metered_limit, note());

		let expected = ServiceState::Agreed { terms: TERMS, billed_to: Time(0) };
		assert_ne!(Services::<T>::get(service).map(|found| found.state), Some(expected));
		Ok(())
	}

	// By the consumer of a service that was agreed on: it is free again, and the deposit is another account's.
	#[benchmark]
	fn cancel_service() -> Result<(), BenchmarkError> {
		let (provider, consumer) = (owner::<T>(), T::BenchmarkHelper::consumer());
		let service = agreed::<T>(&provider, &consumer)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(consumer), service);

		assert!(!Services::<T>::contains_key(service));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
