//! What the calls, the hook and the extension cost at most.

// The benchmark macro's own code divides as floats; nothing here does.
#![allow(clippy::float_arithmetic)]

use crate::{
	types::*, Call, Config, LastRegistration, Ledger, Liveness, NodeOf, Nodes, Pallet, Params,
	Periods, Release, Sales, WeightInfo,
};
use alloc::vec;
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{EnsureOrigin, Hooks},
	weights::WeightMeter,
	BoundedVec,
};
use frame_system::{pallet_prelude::RuntimeCallFor, RawOrigin};
use gridchain_primitives::{
	traits::{Attested, Capacity, Farms, Twins},
	Bytes, CheckFeeless, ContractId, FarmId, Mib, NodeId, Resources, Seconds, Tenancy, Time,
};
use sp_runtime::generic::Era;

/// Sets up what lies outside this pallet.
pub trait BenchmarkHelper<AccountId> {
	/// Makes an approved farm authorise `account`, so that it may register its node, and tells which.
	fn authorise(account: &AccountId) -> FarmId;
	/// Sets the chain's clock.
	fn set_time(now: Time);
}

/// When the benchmarks begin.
const START: Time = Time(1_800_000_000);

/// A node that has just reported, so that it can be sold. Other pallets' benchmarks use it too; `seed` tells
/// nodes apart. Leaves the clock as it is if it runs, else starts it.
pub fn live_node<T: Config>(seed: u32) -> (NodeId, T::AccountId) {
	let account: T::AccountId = account("node", seed, 0);
	if <Pallet<T> as Attested>::calendar().is_none() {
		T::BenchmarkHelper::set_time(START);
	}
	let farm = T::BenchmarkHelper::authorise(&account);
	let Details { location, interfaces, secure_boot, virtualized, serial } = details(b'a');
	Pallet::<T>::register_node(
		RawOrigin::Signed(account.clone()).into(),
		farm,
		hardware::<T>(),
		location,
		interfaces,
		secure_boot,
		virtualized,
		serial,
	)
	.expect("the account is authorised and the hardware within bounds");
	let node = NodeOf::<T>::get(&account).expect("it has just registered");
	let origin = RawOrigin::Signed(account.clone());
	Pallet::<T>::report(origin.into(), node, Seconds(1_000), Traffic::default())
		.expect("the first report may come at once");
	(node, account)
}

/// The largest computer that may join.
fn hardware<T: Config>() -> Resources {
	Params::<T>::get().maximum
}

/// A description that is as long as it can be.
fn details(letter: u8) -> Details {
	let interface = Interface {
		name: BoundedVec::truncate_from(vec![letter; 15]),
		mac: [1; 6],
		ips: BoundedVec::truncate_from(vec![IpAddress::V6([1; 16]); 4]),
	};
	Details {
		location: Location {
			country: *b"BE",
			city: BoundedVec::truncate_from(vec![letter; 48]),
			position: Some(Position { latitude: 51_054_342, longitude: 3_717_424 }),
		},
		interfaces: BoundedVec::truncate_from(vec![interface; 4]),
		secure_boot: true,
		virtualized: false,
		serial: BoundedVec::truncate_from(vec![letter; 48]),
	}
}

/// A public configuration that is as long as it can be.
fn public_config() -> PublicConfigText {
	let domain = [vec![b'a'; 63], vec![b'b'; 60], vec![b'c'; 3]].join(&b'.');
	PublicConfigText {
		ipv4: Some(NetworkText {
			cidr: BoundedVec::truncate_from(b"185.206.122.131/24".to_vec()),
			gateway: BoundedVec::truncate_from(b"185.206.122.101".to_vec()),
		}),
		ipv6: Some(NetworkText {
			cidr: BoundedVec::truncate_from(b"2a02:1802:005e:0010:1111:2222:3333:4444/64".to_vec()),
			gateway: BoundedVec::truncate_from(b"2a02:1802:005e:0010:1111:2222:3333:4445".to_vec()),
		}),
		domain: Some(BoundedVec::truncate_from(domain)),
	}
}

/// Lets a whole reward period pass, and with it every interval.
fn pass_period<T: Config>() {
	let calendar = <Pallet<T> as Attested>::calendar().expect("the clock runs");
	T::BenchmarkHelper::set_time(calendar.end.plus(Seconds(1)));
}

/// The account of the twin that owns the farm of `node`.
fn farmer<T: Config>(node: NodeId) -> RawOrigin<T::AccountId> {
	let farm = Liveness::<T>::get(node).map(|liveness| liveness.farm).expect("it is registered");
	let owner = T::Farms::owner(farm).expect("the farm exists");
	RawOrigin::Signed(T::Twins::account(owner).expect("its owner is a twin"))
}

/// Gives `node` a certificate.
fn certify<T: Config>(node: NodeId) {
	Pallet::<T>::do_certify(node, Some(hardware::<T>())).expect("it has what is certified");
}

/// Retires `node`, and lets the notice pass.
fn pass_notice<T: Config>(node: NodeId) {
	Pallet::<T>::retire_node(farmer::<T>(node).into(), node).expect("its farmer may");
	let now = gridchain_primitives::now::<T::Clock>();
	T::BenchmarkHelper::set_time(now.plus(Params::<T>::get().retirement_notice));
}

/// Has the next period begin, and the one before it settled.
fn settle<T: Config>() {
	let ended = <Pallet<T> as Attested>::calendar().expect("the clock runs").period;
	pass_period::<T>();
	<Pallet<T> as Attested>::release(ended);
}

/// Sells a little of `node` to as many contracts.
fn sell<T: Config>(node: NodeId, contracts: u32) {
	let part = Resources { cores: 1, memory_mib: Mib(1), ..Default::default() };
	for contract in 0..contracts {
		<Pallet<T> as Capacity<_>>::take(node, ContractId(contract.into()), &part)
			.expect("the largest node has room");
	}
}

#[benchmarks(where T: Send + Sync, RuntimeCallFor<T>: CheckFeeless<T::AccountId> + From<Call<T>>)]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn register_node() {
		let account: T::AccountId = whitelisted_caller();
		T::BenchmarkHelper::set_time(START);
		let farm = T::BenchmarkHelper::authorise(&account);
		// It has had a node in an earlier period, whichever that was, which has left meanwhile.
		LastRegistration::<T>::insert(&account, Time(0));
		let Details { location, interfaces, secure_boot, virtualized, serial } = details(b'a');

		#[extrinsic_call]
		_(
			RawOrigin::Signed(account.clone()),
			farm,
			hardware::<T>(),
			location,
			interfaces,
			secure_boot,
			virtualized,
			serial,
		);

		assert!(NodeOf::<T>::contains_key(&account));
	}

	#[benchmark]
	fn update_node() {
		let (node, account) = live_node::<T>(0);
		certify::<T>(node);
		pass_period::<T>();
		let smaller = Resources { gpus: 0, ..hardware::<T>() };
		let Details { location, interfaces, secure_boot, virtualized, serial } = details(b'b');

		#[extrinsic_call]
		_(
			RawOrigin::Signed(account),
			node,
			smaller,
			location,
			interfaces,
			secure_boot,
			virtualized,
			serial,
		);

		assert_eq!(Nodes::<T>::get(node).map(|node| node.details), Some(details(b'b')));
	}

	#[benchmark]
	fn set_public_config() {
		let (node, account) = live_node::<T>(0);

		#[extrinsic_call]
		_(RawOrigin::Signed(account), node, Some(public_config()));

		assert!(Nodes::<T>::get(node).is_some_and(|node| node.public_config.is_some()));
	}

	#[benchmark]
	fn report(t: Linear<0, 128>) {
		let (node, account) = live_node::<T>(0);
		sell::<T>(node, t);
		pass_period::<T>();
		let counters = (0..t).map(|contract| (ContractId(contract.into()), Bytes(1_000_000)));
		let traffic = BoundedVec::truncate_from(counters.collect());

		#[extrinsic_call]
		_(RawOrigin::Signed(account), node, Seconds(10_000), traffic);

		let counted = Sales::<T>::iter_prefix_values(node).filter(|sale| sale.counted.0 > 0);
		assert_eq!(counted.count() as u32, t);
		assert_eq!(Liveness::<T>::get(node).map(|l| l.last_uptime), Some(Seconds(10_000)));
	}

	// Nearly every report there is. The line through all of `report` passes below it.
	#[benchmark]
	fn report_without_traffic() {
		let (node, account) = live_node::<T>(0);
		pass_period::<T>();

		#[block]
		{
			let origin = RawOrigin::Signed(account).into();
			Pallet::<T>::report(origin, node, Seconds(10_000), Traffic::default()).unwrap();
		}

		assert_eq!(Liveness::<T>::get(node).map(|l| l.last_uptime), Some(Seconds(10_000)));
	}

	#[benchmark]
	fn set_params() -> Result<(), BenchmarkError> {
		live_node::<T>(0);
		pass_period::<T>();
		let origin =
			T::AdminOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let params = crate::NodeParams { max_contracts: 17, ..Default::default() };

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, params);

		assert_eq!(Params::<T>::get().max_contracts, 17);
		Ok(())
	}

	#[benchmark]
	fn on_poll() {
		live_node::<T>(0);
		let before = Periods::<T>::get();
		pass_period::<T>();
		let mut meter = WeightMeter::new();

		#[block]
		{
			Pallet::<T>::on_poll(0u32.into(), &mut meter);
		}

		assert_ne!(Periods::<T>::get(), before);
	}

	#[benchmark]
	fn certify_node() -> Result<(), BenchmarkError> {
		let (node, _) = live_node::<T>(0);
		let origin =
			T::CertifierOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, node, Some(hardware::<T>()));

		let standing = Ledger::<T>::get(node).and_then(|ledger| ledger.certification.standing);
		assert!(standing.is_some());
		Ok(())
	}

	#[benchmark]
	fn set_maintenance() {
		let (node, _) = live_node::<T>(0);
		let until = gridchain_primitives::now::<T::Clock>().plus(Seconds::HOUR);

		#[extrinsic_call]
		_(farmer::<T>(node), node, Some(until));

		let offer = Liveness::<T>::get(node).map(|liveness| liveness.offer);
		assert_eq!(offer, Some(Offer::Maintenance { until }));
	}

	#[benchmark]
	fn set_extra_fee() {
		let (node, _) = live_node::<T>(0);
		let fee = Params::<T>::get().max_extra_fee;

		#[extrinsic_call]
		_(farmer::<T>(node), node, Some(fee));

		assert_eq!(Ledger::<T>::get(node).map(|ledger| ledger.extra_fee), Some(fee));
	}

	#[benchmark]
	fn set_tenancy() {
		let (node, _) = live_node::<T>(0);

		#[extrinsic_call]
		_(farmer::<T>(node), node, Tenancy::Dedicated);

		assert_eq!(Ledger::<T>::get(node).map(|ledger| ledger.tenancy), Some(Tenancy::Dedicated));
	}

	#[benchmark]
	fn set_release() -> Result<(), BenchmarkError> {
		let origin =
			T::AdminOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let longest = |byte| Version::truncate_from(vec![byte; 32]);
		Release::<T>::put(longest(b'1'));

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, Some(longest(b'2')));

		assert_eq!(Release::<T>::get(), Some(longest(b'2')));
		Ok(())
	}

	#[benchmark]
	fn retire_node() {
		let (node, _) = live_node::<T>(0);
		// Under notice, so that it leaves the queue as well; and after its period, which has to be rolled.
		sell::<T>(node, 1);
		pass_notice::<T>(node);
		<Pallet<T> as Capacity<_>>::give_back(node, ContractId(0));
		pass_period::<T>();

		#[extrinsic_call]
		_(farmer::<T>(node), node);

		assert!(!Nodes::<T>::contains_key(node));
	}

	#[benchmark]
	fn cancel_retirement() {
		let (node, _) = live_node::<T>(0);
		sell::<T>(node, 1);
		Pallet::<T>::retire_node(farmer::<T>(node).into(), node).expect("its farmer may");

		#[extrinsic_call]
		_(farmer::<T>(node), node);

		assert_eq!(Liveness::<T>::get(node).map(|liveness| liveness.offer), Some(Offer::Open));
	}

	/// The end of a notice, without that of contracts: the node leaves.
	#[benchmark]
	fn retire_next() {
		let (node, _) = live_node::<T>(0);
		sell::<T>(node, 1);
		pass_notice::<T>(node);
		<Pallet<T> as Capacity<_>>::give_back(node, ContractId(0));
		let weight = T::WeightInfo::retire_next();

		#[block]
		{
			Pallet::<T>::end_due(&mut WeightMeter::with_limit(weight));
		}

		assert!(!Nodes::<T>::contains_key(node));
	}

	/// What a node costs whose rent has ended, without the ends of its contracts: one couldn't be ended, and is tried
	/// again later.
	#[benchmark]
	fn retry_rent() {
		let (node, _) = live_node::<T>(0);
		sell::<T>(node, 1);
		let rent = ContractId(u64::MAX);
		<Pallet<T> as Capacity<_>>::rent(node, rent).expect("nobody else rents it");
		<Pallet<T> as Capacity<_>>::end_rent(node, rent);
		let before = Liveness::<T>::get(node).map(|liveness| liveness.rental);
		let now = gridchain_primitives::now::<T::Clock>();
		let tried;

		#[block]
		{
			// One that is there, for the search behind it; it doesn't exist elsewhere, so that it can't be ended.
			tried = Pallet::<T>::end_contracts(node, Ending::Rent, &mut WeightMeter::new());
			Pallet::<T>::retry_rent(node, now, now);
		}

		assert!(tried);
		assert_ne!(Liveness::<T>::get(node).map(|liveness| liveness.rental), before);
	}

	/// What the end of a contract costs beside the end itself. This contract doesn't exist, so that it fails at
	/// once, and that is told.
	#[benchmark]
	fn end_contract() {
		let (node, _) = live_node::<T>(0);
		sell::<T>(node, 1);
		pass_notice::<T>(node);
		let done;

		#[block]
		{
			done = Pallet::<T>::end_contracts(node, Ending::Retirement, &mut WeightMeter::new());
		}

		assert!(done);
	}

	#[benchmark]
	fn forget_departed() {
		let (node, account) = live_node::<T>(0);
		Pallet::<T>::retire_node(farmer::<T>(node).into(), node).expect("it has no contracts");
		settle::<T>();
		let weight = T::WeightInfo::forget_departed();
		let book = Periods::<T>::get().expect("a period runs");

		#[block]
		{
			Pallet::<T>::forget_departed(&book, &mut WeightMeter::with_limit(weight));
		}

		assert!(!LastRegistration::<T>::contains_key(account));
	}

	#[benchmark]
	fn check_node_call() {
		let (node, account) = live_node::<T>(0);
		pass_period::<T>();
		let Details { location, interfaces, secure_boot, virtualized, serial } = details(b'b');
		// Of all feeless calls of a node this one reads the most.
		let call: RuntimeCallFor<T> = Call::update_node {
			node,
			hardware: hardware::<T>(),
			location,
			interfaces,
			secure_boot,
			virtualized,
			serial,
		}
		.into();
		let extension = crate::CheckNodeCall::<T>::from(Era::mortal(64, 0));
		let checked;

		#[block]
		{
			checked = extension.guard(&account, &call);
		}

		assert!(matches!(checked, Some(Ok(_))));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
