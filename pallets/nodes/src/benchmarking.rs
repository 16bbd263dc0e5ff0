//! What the calls, the hook and the extension cost at most.

// The benchmark macro's own code divides as floats; nothing here does.
#![allow(clippy::float_arithmetic)]

use crate::{types::*, Call, Config, Liveness, NodeOf, Nodes, Pallet, Params, Periods, Sales};
use alloc::vec;
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{EnsureOrigin, Hooks},
	weights::WeightMeter,
	BoundedVec,
};
use frame_system::{pallet_prelude::RuntimeCallFor, RawOrigin};
use gridchain_primitives::{
	traits::{Attested, Capacity},
	Bytes, CheckFeeless, ContractId, Mib, NodeId, Resources, Seconds, Time,
};
use sp_runtime::generic::Era;

/// Sets up what lies outside this pallet.
pub trait BenchmarkHelper<AccountId> {
	/// Makes an approved farm authorise `account`, so that it may register its node.
	fn authorise(account: &AccountId);
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
	T::BenchmarkHelper::authorise(&account);
	let Details { location, interfaces, secure_boot, virtualized, serial } = details(b'a');
	Pallet::<T>::register_node(
		RawOrigin::Signed(account.clone()).into(),
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
		T::BenchmarkHelper::authorise(&account);
		let Details { location, interfaces, secure_boot, virtualized, serial } = details(b'a');

		#[extrinsic_call]
		_(
			RawOrigin::Signed(account.clone()),
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
