//! The due queue: which contract is acted on when, and how much of a block that may take.

use crate::{
	moment::Moment,
	pallet::*,
	params::BillingParams,
	renewal::Outcome,
	till::Till,
	types::{Halts, Window},
	weights::WeightInfo,
};
use alloc::vec::Vec;
use frame_support::{
	defensive,
	storage::with_storage_layer,
	traits::{Get, GetStorageVersion},
	weights::{Weight, WeightMeter},
};
use gridchain_primitives::{now, traits::Records, ContractId, Percent, Seconds, Slot, Time};
use sp_runtime::DispatchError;

/// How many keys are collected at a time.
const BATCH: u64 = 256;

impl<T: Config> Pallet<T> {
	/// Puts a new contract into the queue, due at a time to come. Returns its slot.
	pub(crate) fn enqueue(contract: ContractId, due: Time, moment: &Moment<T>) -> Slot {
		if !NextSlot::<T>::exists() {
			// The chain's first contract came before its first drained slot.
			NextSlot::<T>::put(moment.begun_slot());
		}
		Self::insert(contract, due, moment)
	}

	/// Moves a contract to `due`.
	pub(crate) fn requeue(
		contract: ContractId,
		window: &mut Window,
		due: Time,
		moment: &Moment<T>,
	) {
		Queue::<T>::remove(window.slot, contract);
		window.due = due;
		window.slot = Self::insert(contract, due, moment);
	}

	/// Puts a contract into the slot of `due`, or of the next time to come: one that has begun may be drained.
	fn insert(contract: ContractId, due: Time, moment: &Moment<T>) -> Slot {
		let begun = moment.begun_slot();
		let slot = moment.slot_of(due).max(Slot(begun.0.saturating_add(1)));
		Queue::<T>::insert(slot, contract, ());
		slot
	}

	/// The work of a block: how long the chain stood still, the age of the price, the flush, then what is due,
	/// within the queue's share and what the block has left.
	pub(crate) fn poll(meter: &mut WeightMeter) {
		let params = Params::<T>::get();
		let share = Self::share_of_block(params.queue_share);
		let mut slice = WeightMeter::with_limit(share.min(meter.remaining()));
		if slice.try_consume(T::WeightInfo::poll_base()).is_ok() {
			if Self::on_chain_storage_version() == Self::in_code_storage_version() {
				Self::watch_halts(&params);
				Self::watch_price(&params, &mut slice);
				Self::flush_once_a_session(&mut slice);
				Self::drain(&mut slice);
			}
			meter.consume(slice.consumed());
		}
	}

	fn share_of_block(share: Percent) -> Weight {
		let block = T::BlockWeights::get().max_block;
		Weight::from_parts(share.mul_floor(block.ref_time()), share.mul_floor(block.proof_size()))
	}

	/// Whether the least share that [`BillingParams`] allows has room for one item: else the queue could come
	/// to a standstill.
	pub(crate) fn least_share_has_room() -> bool {
		T::WeightInfo::poll_base()
			.saturating_add(T::WeightInfo::accept_price())
			.saturating_add(T::WeightInfo::flush())
			.saturating_add(T::WeightInfo::drain_empty_slot())
			.saturating_add(Self::heaviest_item())
			.saturating_add(Self::till_weight())
			.all_lte(Self::share_of_block(Percent::from_percent(1)))
	}

	/// Adds the time since the last block to that in which the chain stood still, if it is long enough to tell.
	fn watch_halts(params: &BillingParams) {
		let now = now::<T::Clock>();
		let Halts { last_block, total } = Halted::<T>::get();
		let gap = last_block.map_or(Seconds::ZERO, |last| now.since(last));
		let total = if gap > params.halt { total.plus(gap) } else { total };
		Halted::<T>::put(Halts { last_block: Some(now), total });
	}

	fn flush_once_a_session(meter: &mut WeightMeter) {
		let session = T::Session::get();
		if FlushedSession::<T>::get() == Some(session) {
			return;
		}
		if meter.try_consume(T::WeightInfo::flush()).is_ok() {
			FlushedSession::<T>::put(session);
			Self::flush(session);
		}
	}

	/// Drains slots that have begun, in order, until the slice is used up. What all the bills have taken goes into
	/// the pot at once.
	fn drain(meter: &mut WeightMeter) {
		let (moment, mut till) = (Moment::<T>::read(), Till::new());
		let last = moment.begun_slot();
		let mut slot = NextSlot::<T>::get().unwrap_or(last);
		while slot <= last && Self::drain_slot(slot, &moment, &mut till, meter) {
			slot = Slot(slot.0.saturating_add(1));
		}
		if till.is_empty() {
			return;
		}
		meter.consume(Self::till_weight());
		if Self::empty(till).is_err() {
			// Else nodes and providers would be booked what isn't there.
			defensive!("the pot exists, and can receive whatever was paid");
		}
	}

	/// What it weighs to empty the till: with the pot's account and its books, which benchmarks don't count since
	/// no bill by itself changes them.
	pub fn till_weight() -> Weight {
		T::WeightInfo::empty_till().saturating_add(T::DbWeight::get().reads_writes(2, 2))
	}

	/// Acts on the contracts of one slot. Answers whether that is done, and the next slot can be drained.
	pub(crate) fn drain_slot(
		slot: Slot,
		moment: &Moment<T>,
		till: &mut Till<T>,
		meter: &mut WeightMeter,
	) -> bool {
		// What earlier slots brought in has to find its way into the pot after this one.
		let slot_weight = T::WeightInfo::drain_empty_slot();
		if !meter.can_consume(slot_weight.saturating_add(Self::till_weight())) {
			return false;
		}
		meter.consume(slot_weight);
		// Meanwhile nothing is put into this slot: what is acted on in it leaves it.
		NextSlot::<T>::put(Slot(slot.0.saturating_add(1)));
		let mut from = None;
		loop {
			let room = Self::room(meter);
			let keys = Self::keys(slot, from, room.max(1));
			if room == 0 && !keys.is_empty() {
				NextSlot::<T>::put(slot);
				return false;
			}
			for contract in &keys {
				meter.consume(Self::act_on(slot, *contract, moment, till));
			}
			if (keys.len() as u64) < room.max(1) {
				return true;
			}
			from = keys.last().copied();
		}
	}

	/// How many more contracts can be acted on for certain, and the till emptied after them: at most a batch.
	fn room(meter: &WeightMeter) -> u64 {
		let remaining = meter.remaining().saturating_sub(Self::till_weight());
		remaining.checked_div_per_component(&Self::heaviest_item()).unwrap_or(BATCH).min(BATCH)
	}

	/// At most `count` contracts of `slot`, after `from`.
	fn keys(slot: Slot, from: Option<ContractId>, count: u64) -> Vec<ContractId> {
		let keys = match from {
			// Goes on behind keys that are removed by now, instead of passing each of them again.
			Some(last) => {
				Queue::<T>::iter_key_prefix_from(slot, Queue::<T>::hashed_key_for(slot, last))
			},
			None => Queue::<T>::iter_key_prefix(slot),
		};
		keys.take(usize::try_from(count).unwrap_or(usize::MAX)).collect()
	}

	/// Acts on one contract in a storage layer of its own, and returns what that weighed. If it fails, it is
	/// as if nothing had been tried, save that it is reported and due again later.
	fn act_on(slot: Slot, contract: ContractId, moment: &Moment<T>, till: &mut Till<T>) -> Weight {
		match Self::settle_alone(slot, contract, moment) {
			Ok((outcome, taken)) => {
				till.put_all(taken);
				Self::weight_of(outcome)
			},
			Err(error) => {
				Self::postpone(slot, contract, error, moment);
				Self::heaviest_item()
			},
		}
	}

	/// Settles one contract, with a till of its own: that of a bill which fails goes within the layer that undoes it.
	pub(crate) fn settle_alone(
		slot: Slot,
		contract: ContractId,
		moment: &Moment<T>,
	) -> Result<(Outcome, Till<T>), DispatchError> {
		with_storage_layer(|| {
			let mut till = Till::new();
			let outcome = Self::settle(slot, contract, moment, &mut till)?;
			Ok((outcome, till))
		})
	}

	/// What [`Call::resume`] weighs, with its record.
	pub(crate) fn resume_weight() -> Weight {
		T::WeightInfo::resume().saturating_add(T::Records::weight())
	}

	/// Puts a contract whose bill failed back into the queue. Its due time stays, so that the next one still
	/// follows from it.
	pub(crate) fn postpone(
		slot: Slot,
		contract: ContractId,
		error: DispatchError,
		moment: &Moment<T>,
	) {
		let until = moment.now.plus(moment.params.retry);
		Queue::<T>::remove(slot, contract);
		Windows::<T>::mutate_extant(contract, |window| {
			window.slot = Self::insert(contract, until, moment);
		});
		Self::deposit_event(Event::BillFailed { contract, error, retry: until });
	}
}
