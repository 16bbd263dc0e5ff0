//! What a farmer asks of those who deploy: to wait while a node is under maintenance, to pay a fee, or to rent all of
//! it.

use crate::{types::*, Config, Error, Event, Ledger, Liveness, Pallet, Params};
use frame_support::pallet_prelude::{ensure, DispatchResult};
use gridchain_primitives::{NodeId, Tenancy, Time, Usd};

impl<T: Config> Pallet<T> {
	/// Takes no new contracts on `node` before `until`.
	pub(crate) fn do_set_maintenance(
		account: &T::AccountId,
		node: NodeId,
		until: Option<Time>,
	) -> DispatchResult {
		let mut liveness = Self::farmers_node(account, node)?;
		let (now, farm) = (Self::now(), liveness.farm);
		ensure!(liveness.offer.ends_at().is_none(), Error::<T>::Retiring);
		let longest = Params::<T>::get().max_maintenance;
		let in_bounds = until.is_none_or(|until| until > now && until.since(now) <= longest);
		ensure!(in_bounds, Error::<T>::MaintenanceOutOfBounds);
		ensure!(liveness.offer.maintenance(now) != until, Error::<T>::NothingToChange);
		liveness.offer = until.map_or(Offer::Open, |until| Offer::Maintenance { until });
		Liveness::<T>::insert(node, liveness);
		Self::deposit_event(Event::MaintenanceSet { node, farm, until });
		Ok(())
	}

	/// Asks `usd_month` of new rents of `node`.
	pub(crate) fn do_set_extra_fee(
		account: &T::AccountId,
		node: NodeId,
		usd_month: Option<Usd>,
	) -> DispatchResult {
		let farm = Self::farmers_node(account, node)?.farm;
		let mut ledger = Ledger::<T>::get(node).ok_or(Error::<T>::NotFound)?;
		let fee = usd_month.unwrap_or_default();
		ensure!(fee <= Params::<T>::get().max_extra_fee, Error::<T>::ExtraFeeOutOfBounds);
		ensure!(ledger.extra_fee != fee, Error::<T>::NothingToChange);
		ledger.extra_fee = fee;
		Ledger::<T>::insert(node, ledger);
		Self::deposit_event(Event::ExtraFeeSet { node, farm, usd_month: fee });
		Ok(())
	}

	/// Offers `node` in parts, or only as a whole, to those who come from now on.
	pub(crate) fn do_set_tenancy(
		account: &T::AccountId,
		node: NodeId,
		tenancy: Tenancy,
	) -> DispatchResult {
		let farm = Self::farmers_node(account, node)?.farm;
		let mut ledger = Ledger::<T>::get(node).ok_or(Error::<T>::NotFound)?;
		ensure!(ledger.tenancy != tenancy, Error::<T>::NothingToChange);
		ledger.tenancy = tenancy;
		Ledger::<T>::insert(node, ledger);
		Self::deposit_event(Event::TenancySet { node, farm, tenancy });
		Ok(())
	}
}

impl Offer {
	/// Until when the node takes no new contracts since it is under maintenance.
	pub(crate) fn maintenance(&self, now: Time) -> Option<Time> {
		match self {
			Self::Maintenance { until } if now < *until => Some(*until),
			_ => None,
		}
	}

	/// When the contracts of a node that retires are ended.
	pub(crate) fn ends_at(&self) -> Option<Time> {
		match self {
			Self::Retiring { at } => Some(*at),
			Self::Ending { retry } => Some(*retry),
			Self::Open | Self::Maintenance { .. } => None,
		}
	}

	/// Whether the node retires and its notice is over.
	pub(crate) fn is_over(&self, now: Time) -> bool {
		match self {
			Self::Retiring { at } => now >= *at,
			Self::Ending { .. } => true,
			Self::Open | Self::Maintenance { .. } => false,
		}
	}
}
