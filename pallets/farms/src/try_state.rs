//! What is always true of farms.
//!
//! 1. Each farm is found by its name in lower case, and each name in the index is a farm's.
//! 2. Each farm's name has 3 to 40 letters, digits, hyphens and underscores.
//! 3. Each farm is owned by a twin that exists.
//! 4. Each id was given out by the counter: it is at least 1 and below the next id.
//! 5. Each authorisation is by a farm that exists, and each farm's count is the number of its authorisations.
//! 6. Each authorised account has a sufficient reference for each farm that has authorised it, so it exists.
//! 7. Each IP is a public one in its network, of a farm that exists, and each farm's count is the number of its
//!    IPs.
//! 8. The free IPs of a farm, and no others, stand in its places from 0 up to their count, each in its own.
//! 9. An IP names a contract if and only if the contract lists the IP; all IPs of a contract are of one farm.
//! 10. Each farm that exists, and no other, has belongings.
//! 11. What is held of an owner's account is what its farms' belongings say, for each of the three reasons.
//! 12. A farm that is on its way exists, is offered to nobody, and goes to another twin than its owner.
//! 13. No farm is offered to its owner.
//! 14. Each accepted provider is one of a farm that exists, and each farm's count is the number of its providers, at
//!     most 32.
//!
//! That each ticket's amount is really held is checked where a ticket can be read: there,
//! [`Pallet::farm_tickets`], [`Pallet::authorisation_tickets`] and [`Pallet::ip_tickets`] say what must be held
//! of whom.

use crate::{
	Authorisations, BelongingsOf, Config, Deposits, FarmByName, Farms, FirstFarmId, FreeIps,
	Handovers, HoldReason, IpState, IpsOf, NextFarmId, Pallet, ProvidersOf, PublicIps,
	MAX_FARM_PROVIDERS,
};
use alloc::{
	collections::{BTreeMap, BTreeSet},
	format,
};
use frame_support::{
	ensure,
	traits::{fungible::InspectHold, Get},
};
use gridchain_primitives::{traits::Twins, ContractId, FarmId, Ipv4Address, Ipv4Network, TwinId};
use sp_runtime::{BoundedVec, TryRuntimeError};

impl<T: Config> Pallet<T> {
	/// Checks all that is always true.
	pub fn do_try_state() -> Result<(), TryRuntimeError> {
		Self::try_state_farms()?;
		Self::try_state_names()?;
		Self::try_state_authorisations()?;
		Self::try_state_ips()?;
		Self::try_state_free_ips()?;
		Self::try_state_contracts()?;
		Self::try_state_holds()?;
		Self::try_state_handovers()?;
		Self::try_state_providers()
	}

	/// Every farm's deposit, with the account that it is held of.
	pub fn farm_tickets() -> impl Iterator<Item = (T::AccountId, T::FarmDeposit)> {
		Farms::<T>::iter_values()
			.filter_map(|farm| Some((T::Twins::account(farm.owner)?, farm.ticket)))
	}

	/// Every authorisation's deposit, with the account that it is held of.
	pub fn authorisation_tickets() -> impl Iterator<Item = (T::AccountId, T::AuthorisationDeposit)>
	{
		Authorisations::<T>::iter().filter_map(|(_, farm, authorisation)| {
			let farm = Farms::<T>::get(farm)?;
			Some((T::Twins::account(farm.owner)?, authorisation.ticket))
		})
	}

	/// Every IP's deposit, with the account that it is held of.
	pub fn ip_tickets() -> impl Iterator<Item = (T::AccountId, T::IpDeposit)> {
		PublicIps::<T>::iter_values().filter_map(|ip| {
			let (IpState::Free { ticket, .. } | IpState::InUse { ticket, .. }) = ip.state else {
				return None;
			};
			let farm = Farms::<T>::get(ip.farm)?;
			Some((T::Twins::account(farm.owner)?, ticket))
		})
	}

	fn try_state_farms() -> Result<(), TryRuntimeError> {
		let next = NextFarmId::<T>::get();
		for (id, farm) in Farms::<T>::iter() {
			ensure!(
				FarmByName::<T>::get(Self::index_key(&farm.name)) == Some(id),
				"Farms 1: a farm is not found by its name"
			);
			let proposed = BoundedVec::truncate_from(farm.name.into_inner());
			ensure!(Self::checked_name(proposed).is_ok(), "Farms 2: a farm's name is malformed");
			ensure!(
				T::Twins::account(farm.owner).is_some(),
				"Farms 3: a farm's owner doesn't exist"
			);
			ensure!(
				FirstFarmId::get() <= id && id < next,
				"Farms 4: a farm's id was not given out by the counter"
			);
			ensure!(
				farm.offered_to != Some(farm.owner),
				"Farms 13: a farm is offered to its owner"
			);
		}
		let farms: BTreeSet<_> = Farms::<T>::iter_keys().collect();
		let with_belongings: BTreeSet<_> = BelongingsOf::<T>::iter_keys().collect();
		ensure!(farms == with_belongings, "Farms 10: belongings of no farm, or a farm without");
		Ok(())
	}

	fn try_state_names() -> Result<(), TryRuntimeError> {
		for (name, id) in FarmByName::<T>::iter() {
			let used = Farms::<T>::get(id).is_some_and(|farm| Self::index_key(&farm.name) == name);
			ensure!(used, "Farms 1: a name in the index is no farm's");
		}
		Ok(())
	}

	fn try_state_authorisations() -> Result<(), TryRuntimeError> {
		let mut counts = BTreeMap::<FarmId, u32>::new();
		let mut references = BTreeMap::<T::AccountId, u32>::new();
		for (account, farm) in Authorisations::<T>::iter_keys() {
			ensure!(
				Farms::<T>::contains_key(farm),
				"Farms 5: an authorisation is by a farm that doesn't exist"
			);
			let count = counts.entry(farm).or_default();
			*count = count.saturating_add(1);
			let needed = references.entry(account).or_default();
			*needed = needed.saturating_add(1);
		}
		for (account, needed) in references {
			ensure!(
				frame_system::Pallet::<T>::sufficients(&account) >= needed,
				"Farms 6: an authorised account has too few sufficient references"
			);
		}
		for (farm, all) in BelongingsOf::<T>::iter() {
			let counted = counts.remove(&farm).unwrap_or_default();
			ensure!(
				all.authorisations == counted,
				"Farms 5: a count is not the number of authorisations"
			);
		}
		Ok(())
	}

	fn try_state_ips() -> Result<(), TryRuntimeError> {
		let mut counts = BTreeMap::<FarmId, u32>::new();
		for (address, ip) in PublicIps::<T>::iter() {
			let network = ip.network(address);
			ensure!(
				Self::reads_back(&network),
				"Farms 7: an IP is not a public one, or its gateway is elsewhere"
			);
			ensure!(
				Farms::<T>::contains_key(ip.farm),
				"Farms 7: an IP is of a farm that doesn't exist"
			);
			let count = counts.entry(ip.farm).or_default();
			*count = count.saturating_add(1);
		}
		for (farm, all) in BelongingsOf::<T>::iter() {
			let counted = counts.remove(&farm).unwrap_or_default();
			ensure!(all.ips == counted, "Farms 7: a count is not the number of IPs");
		}
		Ok(())
	}

	/// Whether a network, written out, is taken as it is.
	fn reads_back(network: &Ipv4Network) -> bool {
		let write = |[a, b, c, d]: Ipv4Address| format!("{a}.{b}.{c}.{d}");
		let cidr = format!("{}/{}", write(network.address), network.prefix);
		let gateway = write(network.gateway);
		Ipv4Network::parse(cidr.as_bytes(), gateway.as_bytes()) == Ok(*network)
	}

	fn try_state_free_ips() -> Result<(), TryRuntimeError> {
		let mut free = BTreeMap::<FarmId, u32>::new();
		for (address, ip) in PublicIps::<T>::iter() {
			if let IpState::Free { place, .. } = ip.state {
				ensure!(
					FreeIps::<T>::get(ip.farm, place) == Some(address),
					"Farms 8: a free IP doesn't stand in its place"
				);
				let count = free.entry(ip.farm).or_default();
				*count = count.saturating_add(1);
			}
		}
		for (farm, place, address) in FreeIps::<T>::iter() {
			let there = PublicIps::<T>::get(address).is_some_and(|ip| {
				ip.farm == farm
					&& matches!(ip.state, IpState::Free { place: its, .. } if its == place)
			});
			ensure!(there, "Farms 8: in a place of free IPs stands another one");
			let count = BelongingsOf::<T>::get(farm).map_or(0, |all| all.free_ips);
			ensure!(place < count, "Farms 8: a place of free IPs is beyond their count");
		}
		for (farm, all) in BelongingsOf::<T>::iter() {
			let counted = free.remove(&farm).unwrap_or_default();
			ensure!(all.free_ips == counted, "Farms 8: a count is not the number of free IPs");
		}
		Ok(())
	}

	fn try_state_contracts() -> Result<(), TryRuntimeError> {
		let mut named = BTreeSet::<(ContractId, Ipv4Address)>::new();
		let mut farms = BTreeSet::<(ContractId, FarmId)>::new();
		for (address, ip) in PublicIps::<T>::iter() {
			if let IpState::InUse { contract, .. } | IpState::Withdrawn { contract } = ip.state {
				named.insert((contract, address));
				farms.insert((contract, ip.farm));
			}
		}
		let mut listed = 0_usize;
		for (contract, ips) in IpsOf::<T>::iter() {
			ensure!(!ips.is_empty(), "Farms 9: a contract's list of IPs is empty");
			for address in &ips {
				ensure!(
					named.contains(&(contract, *address)),
					"Farms 9: a contract lists an IP that doesn't name it"
				);
			}
			listed = listed.saturating_add(ips.len());
		}
		ensure!(listed == named.len(), "Farms 9: an IP names a contract that doesn't list it");
		let contracts: BTreeSet<_> = farms.iter().map(|(contract, _)| contract).collect();
		ensure!(contracts.len() == farms.len(), "Farms 9: a contract has IPs of two farms");
		Ok(())
	}

	fn try_state_holds() -> Result<(), TryRuntimeError> {
		let mut due = BTreeMap::<TwinId, Deposits>::new();
		for (farm, all) in BelongingsOf::<T>::iter() {
			let Some(record) = Farms::<T>::get(farm) else { continue };
			let sum = due.entry(record.owner).or_default();
			sum.farm = sum.farm.saturating_add(all.held.farm);
			sum.authorisations = sum.authorisations.saturating_add(all.held.authorisations);
			sum.ips = sum.ips.saturating_add(all.held.ips);
		}
		for (owner, sum) in due {
			let Some(account) = T::Twins::account(owner) else { continue };
			let held = |reason: HoldReason| T::Currency::balance_on_hold(&reason.into(), &account);
			let held = Deposits {
				farm: held(HoldReason::FarmDeposit),
				authorisations: held(HoldReason::AuthorisationDeposit),
				ips: held(HoldReason::IpDeposit),
			};
			ensure!(
				held == sum,
				"Farms 11: what is held of an owner is not what its farms' belongings say"
			);
		}
		Ok(())
	}

	fn try_state_handovers() -> Result<(), TryRuntimeError> {
		for (farm, handover) in Handovers::<T>::iter() {
			let record =
				Farms::<T>::get(farm).ok_or("Farms 12: a farm that is on its way doesn't exist")?;
			ensure!(
				record.offered_to.is_none(),
				"Farms 12: a farm that is on its way is offered as well"
			);
			ensure!(
				record.owner != handover.to && T::Twins::account(handover.to).is_some(),
				"Farms 12: a farm is on its way to its owner, or to a twin that doesn't exist"
			);
		}
		Ok(())
	}

	fn try_state_providers() -> Result<(), TryRuntimeError> {
		let mut counts = BTreeMap::<FarmId, u32>::new();
		for (farm, _) in ProvidersOf::<T>::iter_keys() {
			let known = Farms::<T>::contains_key(farm);
			ensure!(known, "Farms 14: a provider is one of a farm that doesn't exist");
			let count = counts.entry(farm).or_default();
			*count = count.saturating_add(1);
		}
		for (farm, all) in BelongingsOf::<T>::iter() {
			let counted = counts.remove(&farm).unwrap_or_default();
			ensure!(
				all.providers == counted && counted <= MAX_FARM_PROVIDERS,
				"Farms 14: a count is not the number of providers, or there are too many"
			);
		}
		Ok(())
	}
}
