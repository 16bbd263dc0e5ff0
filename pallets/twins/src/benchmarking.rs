//! What the calls cost at worst.
// The code that the macro makes analyses measurements, never runs on a chain, and uses floats.
#![allow(clippy::float_arithmetic)]

use super::*;
use frame_benchmarking::v2::*;
use frame_support::traits::{Consideration, EnsureOrigin};
use frame_system::RawOrigin;
use gridchain_primitives::{
	traits::{TwinHandover, Twins as _},
	TwinId,
};
use sp_core::H256;

const OLD_TERMS: H256 = H256::repeat_byte(1);
const NEW_TERMS: H256 = H256::repeat_byte(2);

/// The longest relay there can be.
fn relay() -> Option<Relay> {
	alloc::vec![b'r'; MAX_RELAY_LENGTH as usize].try_into().ok()
}

/// The longest key there can be.
fn public_key() -> Option<PublicKey> {
	alloc::vec![255; MAX_PUBLIC_KEY_LENGTH as usize].try_into().ok()
}

/// An account that can lay down the deposit.
fn funded<T: Config>() -> T::AccountId {
	let account = account("twin", 0, 0);
	T::Deposit::ensure_successful(&account, Pallet::<T>::footprint());
	account
}

/// The twin of `account`, as long as it can be.
fn longest<T: Config>(account: &T::AccountId) -> Result<TwinId, BenchmarkError> {
	let twin = Pallet::<T>::ensure(account)?;
	Pallet::<T>::update_twin(RawOrigin::Signed(account.clone()).into(), relay(), public_key())?;
	Ok(twin)
}

#[benchmarks]
mod benches {
	use super::*;

	// The twin of a node: the longest value to change, and the deposit to hold as well.
	#[benchmark]
	fn accept_terms() -> Result<(), BenchmarkError> {
		let account = funded::<T>();
		Terms::<T>::put(NEW_TERMS);
		let twin = Pallet::<T>::ensure(&account)?;
		Pallet::<T>::update_twin(RawOrigin::Signed(account.clone()).into(), relay(), public_key())?;

		#[extrinsic_call]
		_(RawOrigin::Signed(account), NEW_TERMS);

		let accepted = Twins::<T>::get(twin).and_then(|twin| twin.acceptance);
		assert_eq!(accepted.map(|acceptance| acceptance.terms), Some(NEW_TERMS));
		Ok(())
	}

	#[benchmark]
	fn withdraw_acceptance() -> Result<(), BenchmarkError> {
		let account = funded::<T>();
		Terms::<T>::put(OLD_TERMS);
		Pallet::<T>::accept_terms(RawOrigin::Signed(account.clone()).into(), OLD_TERMS)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(account.clone()));

		assert!(!Acceptances::<T>::contains_key(&account));
		Ok(())
	}

	#[benchmark]
	fn create_twin() -> Result<(), BenchmarkError> {
		let account = funded::<T>();
		Terms::<T>::put(OLD_TERMS);
		Pallet::<T>::accept_terms(RawOrigin::Signed(account.clone()).into(), OLD_TERMS)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(account.clone()), relay(), public_key());

		assert!(TwinOf::<T>::contains_key(&account));
		Ok(())
	}

	#[benchmark]
	fn update_twin() -> Result<(), BenchmarkError> {
		let account = account("twin", 0, 0);
		let twin = Pallet::<T>::ensure(&account)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(account), relay(), public_key());

		assert_eq!(Twins::<T>::get(twin).and_then(|twin| twin.relay), relay());
		Ok(())
	}

	#[benchmark]
	fn set_terms() -> Result<(), BenchmarkError> {
		let origin =
			T::TermsOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		Terms::<T>::put(OLD_TERMS);

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, NEW_TERMS);

		assert_eq!(Terms::<T>::get(), Some(NEW_TERMS));
		Ok(())
	}

	#[benchmark]
	fn offer_twin() -> Result<(), BenchmarkError> {
		let account = account("twin", 0, 0);
		let twin = longest::<T>(&account)?;
		let to: T::AccountId = frame_benchmarking::account("new", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(account), to.clone());

		assert_eq!(Twins::<T>::get(twin).and_then(|twin| twin.offered_to), Some(to));
		Ok(())
	}

	#[benchmark]
	fn withdraw_offer() -> Result<(), BenchmarkError> {
		let account = account("twin", 0, 0);
		let twin = longest::<T>(&account)?;
		let to: T::AccountId = frame_benchmarking::account("new", 0, 0);
		Pallet::<T>::offer_twin(RawOrigin::Signed(account.clone()).into(), to)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(account));

		assert_eq!(Twins::<T>::get(twin).and_then(|twin| twin.offered_to), None);
		Ok(())
	}

	// Something is held of the old account for each of the reasons there are.
	#[benchmark]
	fn accept_twin() -> Result<(), BenchmarkError> {
		let from = funded::<T>();
		Terms::<T>::put(OLD_TERMS);
		Pallet::<T>::accept_terms(RawOrigin::Signed(from.clone()).into(), OLD_TERMS)?;
		let twin = longest::<T>(&from)?;
		T::Handover::hold_for_each_reason(&from);
		let to: T::AccountId = account("new", 0, 0);
		T::Deposit::ensure_successful(&to, Pallet::<T>::footprint());
		Pallet::<T>::accept_terms(RawOrigin::Signed(to.clone()).into(), OLD_TERMS)?;
		Pallet::<T>::offer_twin(RawOrigin::Signed(from).into(), to.clone())?;

		#[extrinsic_call]
		_(RawOrigin::Signed(to.clone()), twin);

		assert_eq!(TwinOf::<T>::get(&to), Some(twin));
		Ok(())
	}

	#[benchmark]
	fn delete_twin() -> Result<(), BenchmarkError> {
		let account = funded::<T>();
		Terms::<T>::put(OLD_TERMS);
		Pallet::<T>::accept_terms(RawOrigin::Signed(account.clone()).into(), OLD_TERMS)?;
		longest::<T>(&account)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(account.clone()));

		assert!(!TwinOf::<T>::contains_key(&account));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
