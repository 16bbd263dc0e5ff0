//! What closing a block costs.

// The macro of the benchmarks works with floats where it runs them as tests.
#![allow(clippy::float_arithmetic)]

use crate::{Config, List, Pallet};
use frame_benchmarking::v2::*;
use frame_support::traits::Hooks;
use gridchain_primitives::{
	digest_of, traits::Records, Bill, BillKind, Bytes, ContractId, FarmId, NodeId, Percent, Price,
	PricingPolicyId, ProviderId, Rate, Record, Seconds, Split, Time, TwinId, Usd,
};

/// A bill is the longest record without free text.
fn bill<T: Config>(contract: u32) -> Record<T::AccountId> {
	Record::Bill(Bill {
		contract: ContractId(contract.into()),
		kind: BillKind::Window,
		twin: TwinId(1),
		payer: account("payer", contract, 0),
		node: Some(NodeId(1)),
		farm: Some(FarmId(1)),
		provider: Some(ProviderId(1)),
		from: Time(1),
		to: Time(86_401),
		seconds: Seconds(86_400),
		traffic: Bytes(1_000_000_000),
		policy: PricingPolicyId(1),
		rate: Rate::ZERO,
		traffic_price: Usd(1_500_000),
		discount: Percent::from_percent(20),
		network_discount: Percent::from_percent(20),
		usd: Usd(249_000_000),
		price: Price::from_u32(1),
		charged: 249_000_000,
		extra_fee: 1,
		provider_share: Percent::from_percent(60),
		split: Split::default(),
	})
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn on_finalize(n: Linear<0, 2_000>) {
		for contract in 0..n {
			Pallet::<T>::note(bill::<T>(contract));
		}

		#[block]
		{
			Pallet::<T>::on_finalize(1u32.into());
		}

		assert!(!List::<T>::exists());
		let digest = digest_of(&frame_system::Pallet::<T>::digest());
		assert_eq!(digest.map_or(0, |digest| digest.count), n);
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
