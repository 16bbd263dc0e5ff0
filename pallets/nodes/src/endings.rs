//! The contracts that the chain ends by itself, a few a block: those of a node whose notice is over, and those that
//! stood under a rent which has ended.
//!
//! One queue, in the order of time, has both. A node can be in it for either reason, or for both.

use crate::{
	params::LEAST_SHARE, types::*, Config, EndingAfter, Endings, Event, Pallet, Params, PeriodBook,
	Sales, WeightInfo,
};
use frame_support::{
	pallet_prelude::Get,
	storage::with_storage_layer,
	weights::{Weight, WeightMeter},
};
use gridchain_primitives::{traits::EndContract, ContractId, EndReason, NodeId, Percent, Time};

impl<T: Config> Pallet<T> {
	/// The work of a block: ends contracts that are due to be ended, and forgets nodes whose last period is
	/// settled, within this share of the block and what the block has left.
	pub(crate) fn poll_endings(book: &PeriodBook, meter: &mut WeightMeter) {
		let share = Self::share_of_block(Params::<T>::get().retirement_share);
		let mut slice = WeightMeter::with_limit(share.min(meter.remaining()));
		Self::end_due(&mut slice);
		Self::forget_departed(book, &mut slice);
		meter.consume(slice.consumed());
	}

	/// Whether the least share that [`NodeParams`](crate::NodeParams) allow has room for any step: else the queue
	/// could come to a standstill.
	pub(crate) fn least_share_has_room() -> bool {
		let step = Self::step_weight().saturating_add(Self::end_weight());
		step.max(T::WeightInfo::forget_departed()).all_lte(Self::share_of_block(LEAST_SHARE))
	}

	fn share_of_block(share: Percent) -> Weight {
		let block = T::BlockWeights::get().max_block;
		Weight::from_parts(share.mul_floor(block.ref_time()), share.mul_floor(block.proof_size()))
	}

	/// What one node in the queue costs, whatever it is there for, without the ends of its contracts.
	fn step_weight() -> Weight {
		T::WeightInfo::retire_next().max(T::WeightInfo::retry_rent())
	}

	fn end_weight() -> Weight {
		T::WeightInfo::end_contract().saturating_add(T::Contracts::weight())
	}

	/// From `at` on, the contracts of `node` are ended.
	pub(crate) fn enqueue(node: NodeId, ending: Ending, at: Time) {
		Endings::<T>::insert(OrderedTime::from(at), (node, ending), ());
	}

	/// The contracts of `node`, which were to be ended at `at`, are not any more.
	pub(crate) fn dequeue(node: NodeId, ending: Ending, at: Time) {
		Endings::<T>::remove(OrderedTime::from(at), (node, ending));
	}

	/// Goes through the nodes whose contracts are due to be ended, the earliest first.
	pub(crate) fn end_due(meter: &mut WeightMeter) {
		let now = Self::now();
		let mut last = None;
		// The first look is part of what every block does, and each further one of the step before it.
		while let Some((due, (node, ending))) = Self::next_ending(last, now) {
			if meter.try_consume(Self::step_weight()).is_err()
				|| !Self::end_contracts(node, ending, meter)
			{
				return;
			}
			match ending {
				Ending::Retirement => Self::leave_or_retry(node, due.into(), now),
				Ending::Rent => Self::retry_rent(node, due.into(), now),
			}
			last = Some((due, (node, ending)));
		}
	}

	/// What is due first, behind `last`: from the beginning, the search would pass all that this block has removed
	/// already.
	fn next_ending(
		last: Option<(OrderedTime, (NodeId, Ending))>,
		now: Time,
	) -> Option<(OrderedTime, (NodeId, Ending))> {
		let mut rest = match last {
			Some((due, key)) => {
				Endings::<T>::iter_keys_from(Endings::<T>::hashed_key_for(due, key))
			},
			None => Endings::<T>::iter_keys(),
		};
		rest.next().filter(|(due, _)| Time::from(*due) <= now)
	}

	/// Tries to end each contract of `node` once. Answers whether that is done; else the next block goes on.
	pub(crate) fn end_contracts(node: NodeId, ending: Ending, meter: &mut WeightMeter) -> bool {
		let stopped = EndingAfter::<T>::take().filter(|(of, why, _)| (*of, *why) == (node, ending));
		let mut last = stopped.map(|(_, _, contract)| contract);
		let reason = ending.reason();
		while let Some(contract) = Self::next_contract(node, last) {
			if meter.try_consume(Self::end_weight()).is_err() {
				EndingAfter::<T>::set(last.map(|last| (node, ending, last)));
				return false;
			}
			// In a layer of its own: what fails leaves nothing behind, and no other contract waits for it.
			if let Err(error) = with_storage_layer(|| T::Contracts::end(contract, reason)) {
				Self::deposit_event(Event::ContractNotEnded { node, contract, error, reason });
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
}

impl Ending {
	/// What the contracts are told.
	fn reason(self) -> EndReason {
		match self {
			Self::Retirement => EndReason::NodeRetired,
			Self::Rent => EndReason::RentEnded,
		}
	}
}
