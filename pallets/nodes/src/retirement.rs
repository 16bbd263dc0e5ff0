//! How a node leaves: the notice, the end of its contracts a few a block, and what stays of it.

use crate::{
	params::LEAST_SHARE, types::*, Config, Departed, EndingAfter, Error, Event, LastRegistration,
	Ledger, Liveness, NodeOf, Nodes, NodesOf, Pallet, Params, PeriodBook, Periods, Retirements,
	Sales, WeightInfo,
};
use frame_support::{
	defensive,
	pallet_prelude::{ensure, DispatchResult, Get},
	storage::with_storage_layer,
	weights::{Weight, WeightMeter},
};
use gridchain_primitives::{
	traits::{EndContract, Farms, Twins},
	ContractId, EndReason, NodeId, Percent, Period, Time,
};

impl<T: Config> Pallet<T> {
	/// Lets `node` leave, at once if it has no contracts.
	pub(crate) fn do_retire(account: &T::AccountId, node: NodeId) -> DispatchResult {
		let mut liveness = Self::farmers_node(account, node)?;
		let contracts = Ledger::<T>::get(node).ok_or(Error::<T>::NotFound)?.contracts;
		if contracts == 0 {
			Self::leave(node);
			return Ok(());
		}
		ensure!(liveness.offer.ends_at().is_none(), Error::<T>::Retiring);
		let at = Self::now().plus(Params::<T>::get().retirement_notice);
		let farm = liveness.farm;
		liveness.offer = Offer::Retiring { at };
		Liveness::<T>::insert(node, liveness);
		Retirements::<T>::insert(OrderedTime::from(at), node, ());
		Self::deposit_event(Event::RetirementAnnounced { node, farm, at, contracts });
		Ok(())
	}

	/// Takes a notice back.
	pub(crate) fn do_cancel_retirement(account: &T::AccountId, node: NodeId) -> DispatchResult {
		let mut liveness = Self::farmers_node(account, node)?;
		let (now, farm) = (Self::now(), liveness.farm);
		let at = liveness.offer.ends_at().filter(|_| !liveness.offer.is_over(now));
		let at = at.ok_or(Error::<T>::NotRetiring)?;
		liveness.offer = Offer::Open;
		Liveness::<T>::insert(node, liveness);
		Retirements::<T>::remove(OrderedTime::from(at), node);
		Self::deposit_event(Event::RetirementCancelled { node, farm });
		Ok(())
	}

	/// The work of a block: ends contracts of nodes whose notice is over, and forgets nodes whose last period
	/// is settled, within this share of the block and what the block has left.
	pub(crate) fn poll_retirements(book: &PeriodBook, meter: &mut WeightMeter) {
		let share = Self::share_of_block(Params::<T>::get().retirement_share);
		let mut slice = WeightMeter::with_limit(share.min(meter.remaining()));
		Self::end_notices(&mut slice);
		Self::forget_departed(book, &mut slice);
		meter.consume(slice.consumed());
	}

	/// Whether the least share that [`NodeParams`](crate::NodeParams) allow has room for any step: else the queue
	/// could come to a standstill.
	pub(crate) fn least_share_has_room() -> bool {
		let step = T::WeightInfo::retire_next().saturating_add(Self::end_weight());
		step.max(T::WeightInfo::forget_departed()).all_lte(Self::share_of_block(LEAST_SHARE))
	}

	fn share_of_block(share: Percent) -> Weight {
		let block = T::BlockWeights::get().max_block;
		Weight::from_parts(share.mul_floor(block.ref_time()), share.mul_floor(block.proof_size()))
	}

	fn end_weight() -> Weight {
		T::WeightInfo::end_contract().saturating_add(T::Contracts::weight())
	}

	/// Goes through the nodes whose notice is over, the earliest first.
	pub(crate) fn end_notices(meter: &mut WeightMeter) {
		let now = Self::now();
		let mut last = None;
		// The first look is part of what every block does, and each further one of the step before it.
		while let Some((due, node)) = Self::next_retirement(last, now) {
			if meter.try_consume(T::WeightInfo::retire_next()).is_err()
				|| !Self::end_contracts(node, meter)
			{
				return;
			}
			Self::leave_or_retry(node, due, now);
			last = Some((due, node));
		}
	}

	/// The first node whose notice is over, behind `last`: from the beginning, the search would pass all that
	/// this block has removed already.
	fn next_retirement(
		last: Option<(OrderedTime, NodeId)>,
		now: Time,
	) -> Option<(OrderedTime, NodeId)> {
		let mut rest = match last {
			Some((due, node)) => {
				Retirements::<T>::iter_keys_from(Retirements::<T>::hashed_key_for(due, node))
			},
			None => Retirements::<T>::iter_keys(),
		};
		rest.next().filter(|(due, _)| Time::from(*due) <= now)
	}

	/// Tries to end each contract of `node` once. Answers whether that is done; else the next block goes on.
	pub(crate) fn end_contracts(node: NodeId, meter: &mut WeightMeter) -> bool {
		let stopped = EndingAfter::<T>::take().filter(|(of, _)| *of == node);
		let mut last = stopped.map(|(_, contract)| contract);
		while let Some(contract) = Self::next_contract(node, last) {
			if meter.try_consume(Self::end_weight()).is_err() {
				EndingAfter::<T>::set(last.map(|last| (node, last)));
				return false;
			}
			// In a layer of its own: what fails leaves nothing behind, and no other contract waits for it.
			let ended = with_storage_layer(|| T::Contracts::end(contract, EndReason::NodeRetired));
			if let Err(error) = ended {
				Self::deposit_event(Event::ContractNotEnded { node, contract, error });
			}
			last = Some(contract);
		}
		true
	}

	fn next_contract(node: NodeId, last: Option<ContractId>) -> Option<ContractId> {
		let mut rest = match last {
			Some(contract) => {
				Sales::<T>::iter_key_prefix_from(node, Sales::<T>::hashed_key_for(node, contract))
			},
			None => Sales::<T>::iter_key_prefix(node),
		};
		rest.next()
	}

	/// `node`, in the queue at `due`, leaves, or stays until another attempt if contracts couldn't be ended.
	fn leave_or_retry(node: NodeId, due: OrderedTime, now: Time) {
		let (Some(mut liveness), Some(ledger)) = (Liveness::<T>::get(node), Ledger::<T>::get(node))
		else {
			defensive!("a node retires that doesn't exist", node);
			Retirements::<T>::remove(due, node);
			return;
		};
		if ledger.contracts == 0 {
			Self::leave(node);
			return;
		}
		let retry = now.plus(Params::<T>::get().retirement_retry);
		liveness.offer = Offer::Ending { retry };
		Liveness::<T>::insert(node, liveness);
		Retirements::<T>::remove(due, node);
		Retirements::<T>::insert(OrderedTime::from(retry), node, ());
	}

	/// Removes a node without contracts. Of it stays what it is rewarded by.
	fn leave(node: NodeId) {
		let (Some(stored), Some(liveness), Some(ledger)) =
			(Nodes::<T>::take(node), Liveness::<T>::take(node), Ledger::<T>::take(node))
		else {
			defensive!("a node leaves that doesn't exist", node);
			return;
		};
		let Node { account, twin, farm, registered_at, .. } = stored;
		if let Some(due) = liveness.offer.ends_at() {
			Retirements::<T>::remove(OrderedTime::from(due), node);
		}
		NodeOf::<T>::remove(&account);
		T::Twins::unbind(twin);
		T::Farms::dismiss(farm, &account);
		let period = Self::roll_calendar().calendar.period;
		let departed = DepartedNode {
			account: account.clone(),
			farm,
			policy: ledger.policy,
			registered_at,
			left_at: Self::now(),
			running: liveness.running,
			previous: liveness.previous,
			hardware: ledger.hardware,
			lowest: ledger.lowest,
			certification: ledger.certification,
		};
		Departed::<T>::insert(period, node, departed);
		LastRegistration::<T>::insert(&account, registered_at);
		let attested = liveness.attested;
		Self::deposit_event(Event::NodeRetired { node, farm, account, twin, attested });
	}

	/// Forgets nodes that left in a period whose figures nobody needs any more.
	pub(crate) fn forget_departed(book: &PeriodBook, meter: &mut WeightMeter) {
		let mut period = book.swept_to;
		while book.released.is_some_and(|released| period <= released) {
			if !Self::forget_departed_in(period, meter) {
				break;
			}
			period = Period(period.0.saturating_add(1));
		}
		if period != book.swept_to {
			Periods::<T>::mutate_extant(|book| book.swept_to = period);
		}
	}

	/// Forgets nodes that left in `period`, and answers whether that is done.
	fn forget_departed_in(period: Period, meter: &mut WeightMeter) -> bool {
		let mut last = None;
		while meter.try_consume(T::WeightInfo::forget_departed()).is_ok() {
			let mut rest = match last {
				Some(node) => Departed::<T>::iter_prefix_from(
					period,
					Departed::<T>::hashed_key_for(period, node),
				),
				None => Departed::<T>::iter_prefix(period),
			};
			let Some((node, departed)) = rest.next() else {
				return true;
			};
			Departed::<T>::remove(period, node);
			NodesOf::<T>::remove(departed.farm, node);
			// The account may have registered and left again since.
			let registered = LastRegistration::<T>::get(&departed.account);
			if registered == Some(departed.registered_at) {
				LastRegistration::<T>::remove(&departed.account);
			}
			last = Some(node);
		}
		false
	}
}
