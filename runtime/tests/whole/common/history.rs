//! What has happened, as the events tell it.

use frame_system::Phase;
use gridchain_primitives::{
	Balance, Bill, BillKind, Bytes, ContractId, EndReason, NodeId, Period, Seconds, Split, Time,
};
use gridchain_runtime::{AccountId, Block, BlockNumber, Runtime, RuntimeEvent, System};

/// An event, and when it was.
#[derive(Clone, Debug)]
pub struct Moment {
	pub height: BlockNumber,
	pub time: Time,
	/// The extrinsic that caused it, counted from 0; none if a hook did. Of what `on_poll` does it is the number of
	/// the extrinsic that comes next, be there one or not.
	pub extrinsic: Option<u32>,
	pub event: RuntimeEvent,
}

/// All events from the first block on.
#[derive(Clone, Default)]
pub struct History {
	moments: Vec<Moment>,
	/// Where those of the last block begin.
	last: usize,
}

impl History {
	/// Adds the events of `block`, which has just been executed.
	pub fn add(&mut self, time: Time, block: &Block) {
		self.last = self.moments.len();
		let height = block.header.number;
		self.moments.extend(System::events().into_iter().map(|record| Moment {
			height,
			time,
			extrinsic: match record.phase {
				Phase::ApplyExtrinsic(index) => Some(index),
				_ => None,
			},
			event: record.event,
		}));
	}

	/// Of the last block.
	pub fn last_block(&self) -> &[Moment] {
		&self.moments[self.last..]
	}

	/// Of all blocks.
	pub fn all(&self) -> &[Moment] {
		&self.moments
	}

	/// What `pick` makes of each event that it knows.
	pub fn pick<T>(&self, pick: impl Fn(&RuntimeEvent) -> Option<T>) -> Vec<T> {
		self.moments.iter().filter_map(|moment| pick(&moment.event)).collect()
	}

	/// The bills of `contract`, from the first to the last.
	pub fn bills(&self, contract: ContractId) -> Vec<Bill<AccountId>> {
		self.pick(|event| bill_of(event).filter(|bill| bill.contract == contract))
	}

	/// When `contract` ended, and why.
	pub fn end_of(&self, contract: ContractId) -> Option<(Time, EndReason)> {
		self.moments.iter().find_map(|moment| match moment.event {
			RuntimeEvent::Deployments(pallet_deployments::Event::ContractEnded {
				contract: ended,
				reason,
				..
			}) if ended == contract => Some((moment.time, reason)),
			_ => None,
		})
	}

	/// What `who` paid in fees in the last block.
	pub fn fees_of(&self, who: &AccountId) -> Balance {
		let paid = self.last_block().iter().filter_map(|moment| match &moment.event {
			RuntimeEvent::TransactionPayment(
				pallet_transaction_payment::Event::TransactionFeePaid {
					who: payer,
					actual_fee,
					..
				},
			) => (payer == who).then_some(*actual_fee),
			_ => None,
		});
		paid.sum()
	}

	/// What the last report of `node` was credited with, and what not.
	pub fn last_report(&self, node: NodeId) -> Report {
		let reports = self.pick(|event| match *event {
			RuntimeEvent::Nodes(pallet_nodes::Event::Reported {
				node: reporter,
				claimed,
				credited,
				not_credited,
				earlier,
				dropped,
				traffic,
				skipped,
				..
			}) if reporter == node => Some(Report {
				claimed: claimed.0,
				credited: credited.0,
				not_credited: not_credited.0,
				earlier: earlier.0,
				dropped: dropped.0,
				traffic,
				skipped,
			}),
			_ => None,
		});
		*reports.last().unwrap()
	}
}

/// What the chain told of a report. Seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Report {
	pub claimed: u64,
	pub credited: u64,
	pub not_credited: u64,
	pub earlier: u64,
	pub dropped: u64,
	pub traffic: Bytes,
	pub skipped: u32,
}

/// The bill that `event` tells of.
pub fn bill_of(event: &RuntimeEvent) -> Option<Bill<AccountId>> {
	// Before anything is cloned: nearly all events are others.
	if !matches!(event, RuntimeEvent::Billing(pallet_billing::Event::Billed { .. })) {
		return None;
	}
	let RuntimeEvent::Billing(pallet_billing::Event::Billed {
		contract,
		kind,
		twin,
		payer,
		node,
		farm,
		provider,
		from,
		to,
		seconds,
		traffic,
		policy,
		rate,
		traffic_price,
		discount,
		network_discount,
		usd,
		price,
		charged,
		extra_fee,
		provider_share,
		split,
	}) = event.clone()
	else {
		return None;
	};
	Some(Bill {
		contract,
		kind,
		twin,
		payer,
		node,
		farm,
		provider,
		from,
		to,
		seconds,
		traffic,
		policy,
		rate,
		traffic_price,
		discount,
		network_discount,
		usd,
		price,
		charged,
		extra_fee,
		provider_share,
		split,
	})
}
