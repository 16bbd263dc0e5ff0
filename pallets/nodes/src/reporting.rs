//! From a report to credited seconds and counted bytes.

use crate::{
	types::*, Config, Error, Event, Ledger, Liveness, NodeParams, Pallet, Params, Sales, WeightInfo,
};
use frame_support::{pallet_prelude::DispatchResult, weights::Weight};
use gridchain_math::billing_units;
use gridchain_primitives::{
	traits::Meters, BlockNumber, Bytes, ContractId, NodeId, Period, Reading, Seconds, Time,
	WholeNode,
};

impl<T: Config> Pallet<T> {
	/// All that `report` refuses.
	pub(crate) fn check_report(
		account: &T::AccountId,
		node: NodeId,
	) -> Result<LivenessOf<T>, Error<T>> {
		let liveness = Self::own_node(account, node)?;
		// The first may come at once: until then nothing can be sold of the node.
		if liveness.reported {
			Self::ensure_interval_since(liveness.last_report)?;
		}
		Ok(liveness)
	}

	/// Credits the node with the time it can have been up, and counts its contracts' traffic.
	pub(crate) fn do_report(
		account: &T::AccountId,
		node: NodeId,
		uptime: Seconds,
		traffic: &Traffic,
	) -> DispatchResult {
		let mut liveness = Self::check_report(account, node)?;
		let (now, block, params) = (Self::now(), Self::block(), Params::<T>::get());
		let book = Self::book_at(now);
		let claimed = claimed(liveness.last_uptime, uptime, params.clock_jitter);
		let silent = block.saturating_sub(liveness.last_block) > params.live_blocks;
		let limit = if silent { params.late_credit } else { Seconds(u64::MAX) };
		let credited = claimed.min(now.since(liveness.last_report)).min(limit);
		let placed = place(credited, now, &book);

		liveness.credit(credited, &placed, book.calendar.period);
		liveness.reported = true;
		liveness.last_report = now;
		liveness.last_block = block;
		liveness.last_uptime = uptime;
		let farm = liveness.farm;
		Liveness::<T>::insert(node, liveness);
		let (traffic, skipped) = Self::count_traffic(node, traffic);
		Self::deposit_event(Event::Reported {
			node,
			farm,
			uptime,
			claimed,
			credited,
			not_credited: claimed.minus(credited),
			period: book.calendar.period,
			earlier: placed.earlier,
			dropped: placed.dropped,
			traffic,
			skipped,
		});
		Ok(())
	}

	/// Counts the bytes that have passed since the last report: all of them together, and how many entries
	/// were for contracts that are not on this node.
	fn count_traffic(node: NodeId, traffic: &Traffic) -> (Bytes, u32) {
		let (mut counted, mut skipped) = (Bytes::ZERO, 0u32);
		for (contract, counter) in traffic {
			match Sales::<T>::get(node, contract) {
				Some(mut sale) => {
					let growth = sale.count(*counter);
					Sales::<T>::insert(node, contract, sale);
					counted = counted.plus(growth);
				},
				None => skipped = skipped.saturating_add(1),
			}
		}
		(counted, skipped)
	}

	/// What a report of so much traffic weighs: never less than one without any.
	pub(crate) fn weight_of_report(traffic: &Traffic) -> Weight {
		let entries = u32::try_from(traffic.len()).unwrap_or(u32::MAX);
		T::WeightInfo::report(entries).max(T::WeightInfo::report_without_traffic())
	}

	/// Whether the node has reported lately.
	pub(crate) fn is_live(liveness: &LivenessOf<T>, params: &NodeParams) -> bool {
		has_reported_by(Self::block(), liveness, params.live_blocks)
	}
}

/// What is the same for all readings of a block.
pub struct Moment {
	now: Time,
	block: BlockNumber,
	/// For how many blocks after its last report a node is live.
	live_blocks: BlockNumber,
}

/// Whether a node has reported at most `live_blocks` before `block`.
fn has_reported_by<Account>(
	block: BlockNumber,
	liveness: &NodeLiveness<Account>,
	live_blocks: BlockNumber,
) -> bool {
	liveness.reported && block.saturating_sub(liveness.last_block) <= live_blocks
}

impl<T: Config> Meters for Pallet<T> {
	type Moment = Moment;

	fn moment() -> Moment {
		let live_blocks = Params::<T>::get().live_blocks;
		Moment { now: Self::now(), block: Self::block(), live_blocks }
	}

	fn read(node: NodeId, contract: ContractId, moment: &Moment) -> Option<Reading> {
		let liveness = Liveness::<T>::get(node)?;
		let sale = Sales::<T>::get(node, contract);
		Some(Reading {
			farm: Some(liveness.farm),
			attested: liveness.attested,
			last_report: liveness.last_report,
			live: has_reported_by(moment.block, &liveness, moment.live_blocks),
			retired: liveness.offer.is_over(moment.now),
			rental: liveness.rental.into(),
			traffic: sale.map_or(Bytes::ZERO, |sale| sale.counted),
		})
	}

	fn whole(node: NodeId) -> Option<WholeNode> {
		let ledger = Ledger::<T>::get(node)?;
		Some(WholeNode {
			units: billing_units(&ledger.hardware),
			certified: ledger.certification.standing.is_some(),
		})
	}
}

/// How long a node says that it has been up since its last report.
///
/// A counter that fell by more than `jitter` is one that began anew with a reboot. A smaller fall is a clock
/// that was set back a little: whatever passed meanwhile is too little to tell, so nothing is claimed.
fn claimed(last_uptime: Seconds, uptime: Seconds, jitter: Seconds) -> Seconds {
	if uptime >= last_uptime {
		uptime.minus(last_uptime)
	} else if last_uptime.minus(uptime) <= jitter {
		Seconds::ZERO
	} else {
		uptime
	}
}

/// Into which periods credited seconds fall.
struct Placed {
	/// Into the running one.
	running: Seconds,
	/// Into the one before it.
	earlier: Seconds,
	/// Into none: their period is being settled, or is older.
	dropped: Seconds,
}

/// Credited seconds are those just before the report, so those since the boundary fall into the running
/// period and the rest into the one before it, unless that is being settled.
fn place(credited: Seconds, now: Time, book: &PeriodBook) -> Placed {
	let calendar = &book.calendar;
	let running = credited.min(now.since(calendar.start));
	let before = credited.minus(running);
	// The last period that is closed is the one before the running one or an older one.
	let open = book.closed.and_then(Period::next) < Some(calendar.period);
	let room = match calendar.previous_start {
		Some(start) if open => calendar.start.since(start),
		_ => Seconds::ZERO,
	};
	let earlier = before.min(room);
	Placed { running, earlier, dropped: before.minus(earlier) }
}

impl<AccountId> NodeLiveness<AccountId> {
	/// Adds what was credited.
	fn credit(&mut self, credited: Seconds, placed: &Placed, period: Period) {
		self.attested = self.attested.plus(credited);
		let before = period.0.checked_sub(1).map(Period);
		if self.running.period != period {
			self.previous = Some(self.running);
			self.running = PeriodUptime { period, seconds: Seconds::ZERO };
		}
		// What belongs to an older period is settled, and gives way.
		self.previous = self.previous.filter(|uptime| Some(uptime.period) == before);
		self.running.seconds = self.running.seconds.plus(placed.running);
		if let Some(period) = before.filter(|_| !placed.earlier.is_zero()) {
			let so_far = self.previous.map_or(Seconds::ZERO, |uptime| uptime.seconds);
			self.previous = Some(PeriodUptime { period, seconds: so_far.plus(placed.earlier) });
		}
	}

	/// What was credited in `period`, which is the running one or the one before it.
	pub(crate) fn uptime_in(&self, period: Period) -> Seconds {
		uptime_in(&self.running, &self.previous, period)
	}
}

/// The seconds of `period` among those of two periods.
pub(crate) fn uptime_in(
	running: &PeriodUptime,
	previous: &Option<PeriodUptime>,
	period: Period,
) -> Seconds {
	let mut both = previous.iter().chain(core::iter::once(running));
	both.find(|uptime| uptime.period == period).map_or(Seconds::ZERO, |uptime| uptime.seconds)
}

impl Sale {
	/// Notes the node's counter, and tells by how much the traffic has grown. A counter that fell has
	/// restarted from 0.
	fn count(&mut self, counter: Bytes) -> Bytes {
		let growth = counter.checked_sub(self.counter).unwrap_or(counter);
		self.counter = counter;
		self.counted = self.counted.plus(growth);
		growth
	}
}
