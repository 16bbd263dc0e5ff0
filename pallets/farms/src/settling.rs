//! What a farm's way to another owner takes: each of its nodes is settled, one at a time, and then the owner
//! changes.
//!
//! The farms on their way take turns, a node each, within a fixed share of each block. So a farm of many nodes
//! holds no other up, and none waits longer than all of them together take.

use crate::{Config, Event, Farms, Handover, Handovers, LastSettled, Pallet, WeightInfo};
use frame_support::{
	defensive,
	storage::with_storage_layer,
	traits::{Get, GetStorageVersion},
	weights::{Weight, WeightMeter},
};
use gridchain_primitives::{
	traits::{FarmRevenue, Farms as _, Twins},
	FarmId, NodeId, Percent,
};

/// The part of a block that handovers may take, in percent.
const SHARE: u8 = 5;

impl<T: Config> Pallet<T> {
	/// The work of a block, within the share of handovers and what the block has left.
	pub(crate) fn poll(meter: &mut WeightMeter) {
		let mut slice = WeightMeter::with_limit(Self::share_of_block().min(meter.remaining()));
		if slice.try_consume(T::WeightInfo::poll_idle()).is_ok() {
			if Self::on_chain_storage_version() == Self::in_code_storage_version() {
				Self::settle_in_turns(&mut slice);
			}
			meter.consume(slice.consumed());
		}
	}

	/// Whether the share of a block has room for one step: else handovers would come to a standstill.
	pub(crate) fn share_has_room() -> bool {
		let least = T::WeightInfo::poll_idle().saturating_add(Self::step_weight());
		least.all_lte(Self::share_of_block())
	}

	fn share_of_block() -> Weight {
		let share = Percent::from_percent(SHARE);
		let block = T::BlockWeights::get().max_block;
		Weight::from_parts(share.mul_floor(block.ref_time()), share.mul_floor(block.proof_size()))
	}

	/// What one step costs, whichever it is.
	fn step_weight() -> Weight {
		let settle = T::WeightInfo::settle_node().saturating_add(T::Revenue::weight());
		settle.max(T::WeightInfo::conclude_handover())
	}

	fn settle_in_turns(meter: &mut WeightMeter) {
		let before = LastSettled::<T>::get();
		let mut last = before;
		while meter.can_consume(Self::step_weight()) {
			let Some((farm, handover)) = Self::next_in_turn(last) else { break };
			meter.consume(Self::step_weight());
			Self::step(farm, handover);
			last = Some(farm);
		}
		if last != before {
			LastSettled::<T>::set(last);
		}
	}

	/// The farm on its way that comes after `last` in the order of the map, which is a ring.
	fn next_in_turn(last: Option<FarmId>) -> Option<(FarmId, Handover)> {
		let behind = last.and_then(|farm| {
			Handovers::<T>::iter_from(Handovers::<T>::hashed_key_for(farm)).next()
		});
		behind.or_else(|| Handovers::<T>::iter().next())
	}

	/// Settles the next node of `farm`, or changes the owner when there is none.
	pub(crate) fn step(farm: FarmId, handover: Handover) {
		match T::Revenue::next_node(farm, handover.after) {
			Some(node) => Self::settle_node(farm, node, handover),
			None => Self::conclude(farm, handover),
		}
	}

	/// Pays what is booked for `node` to the farm's payout account of this moment. What that can't receive stays
	/// booked, and is the new owner's to be paid: one node must not hold the farm up.
	pub(crate) fn settle_node(farm: FarmId, node: NodeId, handover: Handover) {
		Handovers::<T>::insert(farm, Handover { after: Some(node), ..handover });
		let Some(account) = Self::payout(farm) else {
			defensive!("a farm on its way has no payout account");
			return;
		};
		match with_storage_layer(|| T::Revenue::settle(farm, node, &account)) {
			Ok(0) => {},
			Ok(amount) => {
				Self::deposit_event(Event::RevenueSettled { farm, node, account, amount })
			},
			Err(error) => {
				Self::deposit_event(Event::RevenueNotSettled { farm, node, account, error })
			},
		}
	}

	/// Changes the owner. If that fails the farm stays with its owner, as if nobody had accepted it: what its
	/// nodes had booked was that owner's in any case.
	pub(crate) fn conclude(farm: FarmId, handover: Handover) {
		let to = handover.to;
		Handovers::<T>::remove(farm);
		if let Err(error) = with_storage_layer(|| Self::change_owner(farm, to)) {
			T::Twins::unbind(to);
			if let Some(owner) = Farms::<T>::get(farm).map(|record| record.owner) {
				Self::deposit_event(Event::HandoverFailed { farm, owner, to, error });
			}
		}
	}
}
