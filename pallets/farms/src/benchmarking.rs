//! What the calls cost at worst.
// The code that the macro makes analyses measurements, never runs on a chain, and uses floats.
#![allow(clippy::float_arithmetic)]

use super::*;
use frame_benchmarking::v2::*;
use frame_support::traits::{Consideration, EnsureOrigin};
use frame_system::RawOrigin;
use gridchain_primitives::{
	traits::{Farms as _, Twins as _},
	FarmId,
};

/// The longest name there can be, all in the letter `letter`.
fn name(letter: u8) -> ProposedName {
	ProposedName::truncate_from(alloc::vec![letter; MAX_NAME_LENGTH as usize])
}

/// The account of a twin that can lay down the deposit of a farm.
fn farmer<T: Config>() -> Result<T::AccountId, BenchmarkError> {
	let farmer = account("farmer", 0, 0);
	T::Twins::ensure(&farmer)?;
	T::FarmDeposit::ensure_successful(&farmer, Pallet::<T>::farm_footprint());
	Ok(farmer)
}

/// A farm, and the account of its owner, which can lay down the deposit of an authorisation.
fn farm<T: Config>() -> Result<(T::AccountId, FarmId), BenchmarkError> {
	let farmer = farmer::<T>()?;
	let farm = NextFarmId::<T>::get();
	Pallet::<T>::create_farm(RawOrigin::Signed(farmer.clone()).into(), name(b'A'))?;
	T::AuthorisationDeposit::ensure_successful(&farmer, Pallet::<T>::authorisation_footprint());
	Ok((farmer, farm))
}

fn approver<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::ApproveOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

#[benchmarks]
mod benches {
	use super::*;

	#[benchmark]
	fn create_farm() -> Result<(), BenchmarkError> {
		let farmer = farmer::<T>()?;
		let farm = NextFarmId::<T>::get();

		#[extrinsic_call]
		_(RawOrigin::Signed(farmer), name(b'A'));

		assert!(Farms::<T>::contains_key(farm));
		Ok(())
	}

	#[benchmark]
	fn rename_farm() -> Result<(), BenchmarkError> {
		let (farmer, farm) = farm::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(farmer), farm, name(b'B'));

		let renamed = Farms::<T>::get(farm).map(|farm| farm.name.into_inner());
		assert_eq!(renamed, Some(name(b'B').into_inner()));
		Ok(())
	}

	#[benchmark]
	fn set_payout_account() -> Result<(), BenchmarkError> {
		let (farmer, farm) = farm::<T>()?;
		let payout: T::AccountId = account("payout", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(farmer), farm, Some(payout.clone()));

		assert_eq!(Pallet::<T>::payout(farm), Some(payout));
		Ok(())
	}

	#[benchmark]
	fn authorise_node() -> Result<(), BenchmarkError> {
		let (farmer, farm) = farm::<T>()?;
		let node: T::AccountId = account("node", 0, 0);

		#[extrinsic_call]
		_(RawOrigin::Signed(farmer), farm, node.clone());

		assert_eq!(Pallet::<T>::admissible(&node), Some(farm));
		Ok(())
	}

	// An account with nothing on it: it is removed as well.
	#[benchmark]
	fn revoke_node() -> Result<(), BenchmarkError> {
		let (farmer, farm) = farm::<T>()?;
		let node: T::AccountId = account("node", 0, 0);
		let origin = RawOrigin::Signed(farmer.clone()).into();
		Pallet::<T>::authorise_node(origin, farm, node.clone())?;

		#[extrinsic_call]
		_(RawOrigin::Signed(farmer), node.clone());

		assert_eq!(Pallet::<T>::admissible(&node), None);
		Ok(())
	}

	#[benchmark]
	fn approve_farm() -> Result<(), BenchmarkError> {
		let origin = approver::<T>()?;
		let (_, farm) = farm::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, farm);

		assert!(Pallet::<T>::approved(farm));
		Ok(())
	}

	#[benchmark]
	fn disapprove_farm() -> Result<(), BenchmarkError> {
		let origin = approver::<T>()?;
		let (_, farm) = farm::<T>()?;
		Pallet::<T>::approve_farm(origin.clone(), farm)?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, farm);

		assert!(!Pallet::<T>::approved(farm));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
