//! What the calls cost at worst.
// The code that the macro makes analyses measurements, never runs on a chain, and uses floats.
#![allow(clippy::float_arithmetic)]

use super::*;
use frame_benchmarking::v2::*;
use frame_support::traits::{Consideration, EnsureOrigin};
use frame_system::RawOrigin;
use gridchain_primitives::{
	traits::{AcceptedProviders as _, FarmRevenue as _, Farms as _, Providers as _, Twins as _},
	FarmCertification, FarmId, ProviderId, TwinId,
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

fn certifier<T: Config>() -> Result<T::RuntimeOrigin, BenchmarkError> {
	T::CertifierOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)
}

/// A longest address with its prefix, and its gateway, the `last` one of a network of 254 hosts.
fn ip(last: u8) -> (Ipv4Text, Ipv4Text) {
	let cidr = alloc::format!("185.206.122.{last}/24").into_bytes();
	(Ipv4Text::truncate_from(cidr), Ipv4Text::truncate_from(b"185.206.122.1".to_vec()))
}

/// A farm with that many free IPs, from `185.206.122.100` on, and the account of its owner.
fn farm_with_ips<T: Config>(count: u8) -> Result<(T::AccountId, FarmId), BenchmarkError> {
	let (farmer, farm) = farm::<T>()?;
	for last in 100..100_u8.saturating_add(count) {
		T::IpDeposit::ensure_successful(&farmer, Pallet::<T>::ip_footprint());
		let (cidr, gateway) = ip(last);
		let origin = RawOrigin::Signed(farmer.clone()).into();
		Pallet::<T>::add_public_ip(origin, farm, cidr, gateway)?;
	}
	Ok((farmer, farm))
}

/// A twin that can take a farm over, and its account.
fn heir<T: Config>() -> Result<(T::AccountId, TwinId), BenchmarkError> {
	let heir = account("heir", 0, 0);
	let twin = T::Twins::ensure(&heir)?;
	T::FarmDeposit::ensure_successful(&heir, Pallet::<T>::farm_footprint());
	Ok((heir, twin))
}

/// A farm with deposits of all kinds on its way to another twin, and that twin.
fn farm_on_its_way<T: Config>() -> Result<(FarmId, TwinId), BenchmarkError> {
	let (farmer, farm) = farm_with_ips::<T>(1)?;
	T::AuthorisationDeposit::ensure_successful(&farmer, Pallet::<T>::authorisation_footprint());
	let node = account("node", 0, 0);
	let origin = RawOrigin::Signed(farmer.clone());
	Pallet::<T>::authorise_node(origin.clone().into(), farm, node)?;
	let payout = account("payout", 0, 0);
	Pallet::<T>::set_payout_account(origin.clone().into(), farm, Some(payout))?;
	let (heir, twin) = heir::<T>()?;
	Pallet::<T>::offer_farm(origin.into(), farm, twin)?;
	Pallet::<T>::accept_farm(RawOrigin::Signed(heir).into(), farm)?;
	Ok((farm, twin))
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

		assert!(Pallet::<T>::admissible(&node, farm));
		Ok(())
	}

	// An account with nothing on it, which has had a node: it is removed as well, with its twin.
	#[benchmark]
	fn revoke_node() -> Result<(), BenchmarkError> {
		let (farmer, farm) = farm::<T>()?;
		let node: T::AccountId = account("node", 0, 0);
		let origin = RawOrigin::Signed(farmer.clone()).into();
		Pallet::<T>::authorise_node(origin, farm, node.clone())?;
		T::Twins::ensure(&node)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(farmer), farm, node.clone());

		assert!(!Pallet::<T>::admissible(&node, farm));
		assert_eq!(T::Twins::of(&node), None);
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

	#[benchmark]
	fn set_farm_certification() -> Result<(), BenchmarkError> {
		let origin = certifier::<T>()?;
		let (_, farm) = farm::<T>()?;

		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, farm, FarmCertification::Gold);

		let certification = Farms::<T>::get(farm).map(|farm| farm.certification);
		assert_eq!(certification, Some(FarmCertification::Gold));
		Ok(())
	}

	#[benchmark]
	fn delete_farm() -> Result<(), BenchmarkError> {
		let (farmer, farm) = farm::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(farmer), farm);

		assert!(!Farms::<T>::contains_key(farm));
		Ok(())
	}

	#[benchmark]
	fn add_public_ip() -> Result<(), BenchmarkError> {
		let (farmer, farm) = farm_with_ips::<T>(1)?;
		T::IpDeposit::ensure_successful(&farmer, Pallet::<T>::ip_footprint());
		let (cidr, gateway) = ip(200);

		#[extrinsic_call]
		_(RawOrigin::Signed(farmer), farm, cidr, gateway);

		assert!(PublicIps::<T>::contains_key([185, 206, 122, 200]));
		Ok(())
	}

	// Not the last free one: another moves into its place.
	#[benchmark]
	fn remove_public_ip() -> Result<(), BenchmarkError> {
		let (farmer, farm) = farm_with_ips::<T>(2)?;
		let address = Ipv4Text::truncate_from(b"185.206.122.100".to_vec());

		#[extrinsic_call]
		_(RawOrigin::Signed(farmer), farm, address);

		assert!(!PublicIps::<T>::contains_key([185, 206, 122, 100]));
		Ok(())
	}

	#[benchmark]
	fn offer_farm() -> Result<(), BenchmarkError> {
		let (farmer, farm) = farm::<T>()?;
		let (_, twin) = heir::<T>()?;

		#[extrinsic_call]
		_(RawOrigin::Signed(farmer), farm, twin);

		assert_eq!(Farms::<T>::get(farm).and_then(|farm| farm.offered_to), Some(twin));
		Ok(())
	}

	#[benchmark]
	fn withdraw_offer() -> Result<(), BenchmarkError> {
		let (farmer, farm) = farm::<T>()?;
		let (_, twin) = heir::<T>()?;
		Pallet::<T>::offer_farm(RawOrigin::Signed(farmer.clone()).into(), farm, twin)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(farmer), farm);

		assert_eq!(Farms::<T>::get(farm).and_then(|farm| farm.offered_to), None);
		Ok(())
	}

	#[benchmark]
	fn accept_farm() -> Result<(), BenchmarkError> {
		let (farmer, farm) = farm::<T>()?;
		let (heir, twin) = heir::<T>()?;
		Pallet::<T>::offer_farm(RawOrigin::Signed(farmer).into(), farm, twin)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(heir), farm);

		assert!(Handovers::<T>::contains_key(farm));
		Ok(())
	}

	// What a block costs in which no farm is on its way.
	#[benchmark]
	fn poll_idle() {
		let mut meter = frame_support::weights::WeightMeter::new();

		#[block]
		{
			Pallet::<T>::poll(&mut meter);
		}

		assert!(LastSettled::<T>::get().is_none());
	}

	// With the search for the node, and the payment of what is booked for it to an account of its own.
	#[benchmark]
	fn settle_node() -> Result<(), BenchmarkError> {
		let (farm, to) = farm_on_its_way::<T>()?;
		let node = T::Revenue::book(farm);

		#[block]
		{
			Pallet::<T>::step(farm, Handover { to, after: None });
		}

		let after = Handovers::<T>::get(farm).and_then(|handover| handover.after);
		assert_eq!(after, Some(node));
		let left = T::Revenue::settle(farm, node, &account("payout", 0, 0))?;
		assert_eq!(left, 0, "all that was booked is paid");
		Ok(())
	}

	// The farm has deposits of all three kinds, and no nodes to settle, which is looked for as well.
	#[benchmark]
	fn conclude_handover() -> Result<(), BenchmarkError> {
		let (farm, to) = farm_on_its_way::<T>()?;

		#[block]
		{
			Pallet::<T>::step(farm, Handover { to, after: None });
		}

		assert_eq!(Pallet::<T>::owner(farm), Some(to));
		Ok(())
	}

	// The last one that the farm can accept.
	#[benchmark]
	fn accept_provider() -> Result<(), BenchmarkError> {
		let (farmer, farm) = farm::<T>()?;
		for other in 1..MAX_FARM_PROVIDERS {
			ProvidersOf::<T>::insert(farm, ProviderId(u32::MAX.saturating_sub(other)), ());
		}
		BelongingsOf::<T>::mutate_extant(farm, |all| all.providers = MAX_FARM_PROVIDERS - 1);
		let provider = T::Providers::approved();

		#[extrinsic_call]
		_(RawOrigin::Signed(farmer), farm, provider);

		assert!(Pallet::<T>::accepts(farm, provider));
		Ok(())
	}

	#[benchmark]
	fn dismiss_provider() -> Result<(), BenchmarkError> {
		let (farmer, farm) = farm::<T>()?;
		let provider = T::Providers::approved();
		Pallet::<T>::accept_provider(RawOrigin::Signed(farmer.clone()).into(), farm, provider)?;

		#[extrinsic_call]
		_(RawOrigin::Signed(farmer), farm, provider);

		assert!(!Pallet::<T>::accepts(farm, provider));
		Ok(())
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
