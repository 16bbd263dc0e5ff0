//! Public IPs: which farm has them, and which contract.
//!
//! The free IPs of a farm stand in numbered places, without a gap: one is put behind the last, or taken from
//! there. So it takes the same time to find a free one however many there are, and however many were taken
//! before in the same block.

use crate::{
	types::IpState, Belongings, Config, ContractIps, Error, Event, Farms, FreeIps, HoldReason,
	IpsOf, Ipv4Text, Pallet, PublicIp, PublicIps,
};
use alloc::vec::Vec;
use frame_support::{
	defensive, ensure,
	pallet_prelude::DispatchResult,
	storage::with_storage_layer,
	traits::{Consideration, Defensive, DefensiveSaturating, Footprint},
};
use gridchain_primitives::{
	network::parse_ipv4_address, traits::Twins, ContractId, FarmId, Ipv4Address, Ipv4Network,
	NetworkRefusal,
};
use sp_runtime::DispatchError;

impl<T> From<NetworkRefusal> for Error<T> {
	fn from(refusal: NetworkRefusal) -> Self {
		match refusal {
			NetworkRefusal::NotReadable => Self::AddressNotReadable,
			NetworkRefusal::PrefixOutOfBounds => Self::PrefixOutOfBounds,
			NetworkRefusal::NotPublic => Self::AddressNotPublic,
			NetworkRefusal::GatewayOutsidePrefix => Self::GatewayOutsidePrefix,
			NetworkRefusal::GatewayIsAddress => Self::GatewayIsAddress,
		}
	}
}

impl<T: Config> Pallet<T> {
	/// The body of `add_public_ip`.
	pub(crate) fn do_add_public_ip(
		account: T::AccountId,
		farm: FarmId,
		cidr: Ipv4Text,
		gateway: Ipv4Text,
	) -> DispatchResult {
		Self::ensure_own(&account, farm)?;
		let network = Ipv4Network::parse(&cidr, &gateway).map_err(Error::<T>::from)?;
		let Ipv4Network { address, prefix, gateway } = network;
		ensure!(!PublicIps::<T>::contains_key(address), Error::<T>::AddressTaken);
		let (ticket, held) = Self::measured(HoldReason::IpDeposit, &account, || {
			T::IpDeposit::new(&account, Self::ip_footprint())
		})?;
		let place = Self::change_belongings(farm, |all| {
			all.ips = all.ips.checked_add(1).ok_or(Error::<T>::TooManyPublicIps)?;
			all.held.ips = all.held.ips.saturating_add(held);
			Ok(Self::push_free(farm, all, address))
		})?;
		let state = IpState::Free { place, ticket };
		PublicIps::<T>::insert(address, PublicIp { farm, prefix, gateway, state });
		Self::deposit_event(Event::PublicIpAdded { farm, account, address, prefix, gateway });
		Ok(())
	}

	/// The body of `remove_public_ip`, by `account` or, if that is `None`, by a certifier.
	pub(crate) fn do_remove_public_ip(
		account: Option<T::AccountId>,
		farm: FarmId,
		address: Ipv4Text,
	) -> DispatchResult {
		let by_certifier = account.is_none();
		let record = Farms::<T>::get(farm).ok_or(Error::<T>::NotFound)?;
		if let Some(account) = account {
			Self::ensure_owner(&account, &record)?;
		}
		let owner = T::Twins::account(record.owner).ok_or(Error::<T>::TwinNotFound)?;
		let address = parse_ipv4_address(&address).ok_or(Error::<T>::AddressNotReadable)?;
		let ip = PublicIps::<T>::get(address).ok_or(Error::<T>::PublicIpNotFound)?;
		ensure!(ip.farm == farm, Error::<T>::PublicIpNotFound);
		match ip.state {
			IpState::Free { place, ticket } => {
				Self::release_ip_deposit(farm, &owner, ticket)?;
				Self::remove_free(farm, address, place)?;
				PublicIps::<T>::remove(address);
				Self::deposit_event(Event::PublicIpRemoved { farm, address, by_certifier });
			},
			IpState::InUse { contract, ticket } => {
				ensure!(by_certifier, Error::<T>::PublicIpInUse);
				Self::release_ip_deposit(farm, &owner, ticket)?;
				let state = IpState::Withdrawn { contract };
				PublicIps::<T>::insert(address, PublicIp { state, ..ip });
				Self::deposit_event(Event::PublicIpWithdrawn { farm, address, contract });
			},
			IpState::Withdrawn { .. } => return Err(Error::<T>::AlreadyWithdrawn.into()),
		}
		Ok(())
	}

	/// Gives `count` free IPs of `farm` to `contract`.
	pub(crate) fn do_take_ips(farm: FarmId, contract: ContractId, count: u8) -> DispatchResult {
		if count == 0 {
			return Ok(());
		}
		let mut ips = IpsOf::<T>::get(contract).unwrap_or_default();
		ensure!(Self::are_of(farm, &ips), Error::<T>::OtherFarm);
		let wanted = u32::from(count);
		let room = ContractIps::bound().saturating_sub(ips.len());
		ensure!(usize::from(count) <= room, Error::<T>::TooManyContractIps);
		let taken = with_storage_layer(|| {
			Self::change_belongings(farm, |all| {
				ensure!(all.free_ips >= wanted, Error::<T>::InsufficientPublicIps);
				(0..wanted)
					.map(|_| Self::take_free(farm, all, contract))
					.collect::<Result<Vec<_>, _>>()
			})
		})?;
		let taken = ContractIps::truncate_from(taken);
		ips.try_extend(taken.iter().copied()).map_err(|()| Error::<T>::TooManyContractIps)?;
		IpsOf::<T>::insert(contract, ips);
		Self::deposit_event(Event::PublicIpsTaken { farm, contract, ips: taken });
		Ok(())
	}

	/// Takes all IPs of `contract` back.
	pub(crate) fn do_free_ips(farm: FarmId, contract: ContractId) {
		let Some(ips) = IpsOf::<T>::get(contract) else { return };
		if !Self::are_of(farm, &ips) {
			defensive!("a contract's IPs are of another farm than the one that takes them back");
			return;
		}
		IpsOf::<T>::remove(contract);
		let freed = Self::change_belongings(farm, |all| {
			// The last one first, so that whoever takes some again gets the first ones.
			ips.iter().rev().for_each(|address| Self::free_one(farm, all, *address));
			Ok(())
		});
		let _ = freed.defensive_proof("a farm that has IPs exists");
		Self::deposit_event(Event::PublicIpsFreed { farm, contract, ips });
	}

	/// The IPs that `contract` has.
	pub(crate) fn networks_of(contract: ContractId) -> Vec<Ipv4Network> {
		let ips = IpsOf::<T>::get(contract).unwrap_or_default();
		let network = |address| Some(PublicIps::<T>::get(address)?.network(address));
		ips.into_iter().filter_map(network).collect()
	}

	/// What is paid for with an IP: itself, and its place among the free ones.
	pub(crate) fn ip_footprint() -> Footprint {
		Footprint::from_mel::<(PublicIp<T::IpDeposit>, Ipv4Address)>()
	}

	/// Whether IPs of one contract, which all are of one farm, are of this one.
	fn are_of(farm: FarmId, ips: &ContractIps) -> bool {
		let first = ips.first().and_then(PublicIps::<T>::get);
		first.is_none_or(|ip| ip.farm == farm)
	}

	/// Gives the deposit of an IP back.
	fn release_ip_deposit(
		farm: FarmId,
		owner: &T::AccountId,
		ticket: T::IpDeposit,
	) -> DispatchResult {
		let ((), released) = Self::measured(HoldReason::IpDeposit, owner, || ticket.drop(owner))?;
		Self::change_belongings(farm, |all| {
			all.held.ips = all.held.ips.defensive_saturating_sub(released);
			Ok(())
		})
	}

	/// Puts `address` behind the last free IP of `farm`, and says in which place that is.
	fn push_free(farm: FarmId, all: &mut Belongings, address: Ipv4Address) -> u32 {
		let place = all.free_ips;
		FreeIps::<T>::insert(farm, place, address);
		all.free_ips = place.saturating_add(1);
		place
	}

	/// Takes the last free IP of `farm`, and gives it to `contract`.
	fn take_free(
		farm: FarmId,
		all: &mut Belongings,
		contract: ContractId,
	) -> Result<Ipv4Address, DispatchError> {
		let place = all.free_ips.checked_sub(1).ok_or(Error::<T>::InsufficientPublicIps)?;
		let address = FreeIps::<T>::take(farm, place).ok_or(Error::<T>::PublicIpNotFound)?;
		let ip = PublicIps::<T>::get(address).ok_or(Error::<T>::PublicIpNotFound)?;
		let IpState::Free { ticket, .. } = ip.state else {
			return Err(Error::<T>::PublicIpInUse.into());
		};
		let state = IpState::InUse { contract, ticket };
		PublicIps::<T>::insert(address, PublicIp { state, ..ip });
		all.free_ips = place;
		Ok(address)
	}

	/// Takes one IP back from its contract; a withdrawn one goes.
	fn free_one(farm: FarmId, all: &mut Belongings, address: Ipv4Address) {
		let Some(ip) = PublicIps::<T>::get(address) else {
			defensive!("a contract's IP doesn't exist");
			return;
		};
		match ip.state {
			IpState::InUse { ticket, .. } => {
				let place = Self::push_free(farm, all, address);
				let state = IpState::Free { place, ticket };
				PublicIps::<T>::insert(address, PublicIp { state, ..ip });
			},
			IpState::Withdrawn { .. } => {
				PublicIps::<T>::remove(address);
				all.ips = all.ips.defensive_saturating_sub(1);
				let by_certifier = true;
				Self::deposit_event(Event::PublicIpRemoved { farm, address, by_certifier });
			},
			IpState::Free { .. } => {
				defensive!("a contract's IP is free already");
			},
		}
	}

	/// Takes a free IP out of its place, into which the last one moves.
	fn remove_free(farm: FarmId, address: Ipv4Address, place: u32) -> DispatchResult {
		Self::change_belongings(farm, |all| {
			all.ips = all.ips.defensive_saturating_sub(1);
			all.free_ips = all.free_ips.defensive_saturating_sub(1);
			let last =
				FreeIps::<T>::take(farm, all.free_ips).ok_or(Error::<T>::PublicIpNotFound)?;
			if last != address {
				FreeIps::<T>::insert(farm, place, last);
				PublicIps::<T>::mutate_extant(last, |ip| {
					if let IpState::Free { place: its_place, .. } = &mut ip.state {
						*its_place = place;
					}
				});
			}
			Ok(())
		})
	}
}
