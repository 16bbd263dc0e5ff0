//! What offences and sessions cost.

// The macro of the benchmarks works with floats where it runs them as tests.
#![allow(clippy::float_arithmetic)]

use crate::{Call, Config, Offender, Offenders, Pallet, PlannedSet, Validators};
use alloc::{vec, vec::Vec};
use codec::Decode;
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{fungible::MutateHold, Get},
	BoundedVec,
};
use frame_system::RawOrigin;
use pallet_session::{DisabledValidators, NextKeys, SessionInterface, SessionManager};
use sp_runtime::{traits::TrailingZeroInput, Perbill};
use sp_staking::offence::{OffenceDetails, OnOffenceHandler};

fn accounts<T: Config>(count: u32) -> Vec<T::AccountId> {
	(0..count).map(|index| account("validator", index, 0)).collect()
}

/// Makes a full set of validators the running session's.
fn run_session<T: Config>() -> Vec<T::AccountId> {
	let validators = accounts::<T>(T::MaxValidators::get());
	pallet_session::Validators::<T>::put(&validators);
	DisabledValidators::<T>::kill();
	validators
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn on_offence(n: Linear<1, { T::MaxValidators::get() }>) {
		let offenders: Vec<_> = run_session::<T>()
			.into_iter()
			.take(n as usize)
			.map(|validator| OffenceDetails { offender: (validator, ()), reporters: vec![] })
			.collect();
		let fractions = vec![Perbill::from_percent(50); n as usize];

		#[block]
		{
			Pallet::<T>::on_offence(&offenders, &fractions, 1);
		}

		assert_eq!(Offenders::<T>::iter().count(), n as usize);
	}

	#[benchmark]
	fn new_session(n: Linear<1, { T::MaxValidators::get() }>) -> Result<(), BenchmarkError> {
		let validators = accounts::<T>(n);
		for validator in &validators {
			let keys = T::Keys::decode(&mut TrailingZeroInput::zeroes())
				.map_err(|_| BenchmarkError::Stop("session keys of nothing but zeros"))?;
			NextKeys::<T>::insert(validator, keys);
		}
		Validators::<T>::put(BoundedVec::truncate_from(validators));
		PlannedSet::<T>::kill();
		let planned;

		#[block]
		{
			planned = <Pallet<T> as SessionManager<_>>::new_session(2);
		}

		assert_eq!(planned.map(|set| set.len()), Some(n as usize));
		Ok(())
	}

	#[benchmark]
	fn start_session(n: Linear<1, { T::MaxValidators::get() }>) {
		let offender =
			Offender { reports: 1, last_session: 1, slash_fraction: Perbill::from_percent(50) };
		for validator in run_session::<T>().into_iter().take(n as usize) {
			Offenders::<T>::insert(validator, offender);
		}

		#[block]
		{
			<Pallet<T> as SessionManager<_>>::start_session(2);
		}

		assert_eq!(Pallet::<T>::known_offenders().len(), n as usize);
	}

	#[benchmark]
	fn withdraw_keys() -> Result<(), BenchmarkError> {
		let owner: T::AccountId = whitelisted_caller();
		run_session::<T>();
		Validators::<T>::put(BoundedVec::truncate_from(accounts::<T>(T::MaxValidators::get())));
		let keys = T::Keys::decode(&mut TrailingZeroInput::zeroes())
			.map_err(|_| BenchmarkError::Stop("session keys of nothing but zeros"))?;
		<pallet_session::Pallet<T> as SessionInterface>::set_keys(&owner, keys)?;
		// As the call would have held it, for a proof that can't be made without a keystore.
		pallet_session::Pallet::<T>::ensure_can_pay_key_deposit(&owner)?;
		pallet_session::Pallet::<T>::ensure_can_pay_key_deposit(&owner)?;
		let (reason, deposit) = (pallet_session::HoldReason::Keys.into(), T::KeyDeposit::get());
		<T as pallet_session::Config>::Currency::hold(&reason, &owner, deposit)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(owner.clone()));

		assert!(!NextKeys::<T>::contains_key(owner));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
