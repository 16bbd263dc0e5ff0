//! All that can be tuned, and what must fit together in it.

use crate::{Config, Error, Event, Pallet, Params};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::pallet_prelude::{ensure, DispatchResult, Get};
use gridchain_primitives::{Mib, Percent, Resources, Seconds, Usd};
use scale_info::TypeInfo;
use serde::{Deserialize, Serialize};

/// The least that may join.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase")]
pub struct MinimumHardware {
	/// Logical cores, at least 1.
	pub cores: u32,
	/// Memory, more than [`NodeParams::reserved_memory`].
	pub memory_mib: Mib,
	/// Disk, solid-state and spinning together.
	pub disk_mib: Mib,
}

/// All that can be tuned of nodes.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	Serialize,
	Deserialize,
)]
#[serde(rename_all = "camelCase")]
pub struct NodeParams {
	/// How long a node waits between two reports, two updates or two public configurations, at least, in
	/// seconds. From 1 second to 1 day.
	pub report_interval: Seconds,
	/// A node is live while at most this many blocks have passed since its last report. Blocks, not time, so
	/// that a halted chain makes no node dead. From 1 to 1,000,000, and at [`Config::BlockTime`] no longer than
	/// half of `period_length`: a settlement waits for so many blocks of the next period.
	pub live_blocks: u32,
	/// The most that a report is credited with after more than `live_blocks` blocks of silence, in seconds.
	/// From `report_interval` to `period_length`.
	pub late_credit: Seconds,
	/// By how much a node's uptime may fall without having been a reboot, in seconds. At most 1 hour.
	pub clock_jitter: Seconds,
	/// How long a reward period is, in seconds. From 1 minute to 366 days. A change holds from the next
	/// boundary.
	pub period_length: Seconds,
	/// How many times over each core is sold. From 1 to 64.
	pub core_oversell: u32,
	/// Memory that a node keeps for itself, in MiB. Less than the memory of `minimum`.
	pub reserved_memory: Mib,
	/// The most contracts that one node has. From 1 to 4,096.
	pub max_contracts: u32,
	/// The least that may join.
	pub minimum: MinimumHardware,
	/// The most that one computer can have, part by part. At most 65,536 cores, and 2^40 MiB each of memory and
	/// disks, so that no formula comes near its limits.
	pub maximum: Resources,
	/// How long a node can be under maintenance without its farmer saying so again, in seconds. From 1 hour to 1
	/// year.
	pub max_maintenance: Seconds,
	/// How long before the end of its contracts a node's retirement is announced, in seconds. From 1 second to
	/// 90 days.
	pub retirement_notice: Seconds,
	/// The most of a block that the end of contracts on retired nodes, and of those under ended rents, takes, and with
	/// it what is left of retired nodes. From 1 % to 25 %.
	pub retirement_share: Percent,
	/// When the end of contracts that failed is tried again, in seconds. From 1 second to 1 day.
	pub retirement_retry: Seconds,
	/// The highest extra fee for the rent of a node, in nano-dollars a month of 730 hours. At most 1,000,000 USD.
	pub max_extra_fee: Usd,
}

/// The bounds that the docs of [`NodeParams`] tell.
const DAY: Seconds = Seconds(86_400);
const MAX_LIVE_BLOCKS: u32 = 1_000_000;
const PERIOD_BOUNDS: (Seconds, Seconds) = (Seconds(60), Seconds(366 * DAY.0));
const MAX_OVERSELL: u32 = 64;
const MAX_CONTRACTS: u32 = 4_096;
const MAX_CORES: u32 = 65_536;
const MAX_MIB: Mib = Mib(1 << 40);
const MAINTENANCE_BOUNDS: (Seconds, Seconds) = (Seconds::HOUR, Seconds(365 * DAY.0));
const NOTICE_BOUNDS: (Seconds, Seconds) = (Seconds(1), Seconds(90 * DAY.0));
const SHARE_BOUNDS: (Percent, Percent) = (LEAST_SHARE, Percent::from_percent(25));
/// What the end of one contract has to fit into.
pub(crate) const LEAST_SHARE: Percent = Percent::from_percent(1);
const RETRY_BOUNDS: (Seconds, Seconds) = (Seconds(1), DAY);
const MAX_EXTRA_FEE: Usd = Usd(1_000_000 * DOLLAR);
/// Nano-dollars.
const DOLLAR: u128 = 1_000_000_000;

impl Default for NodeParams {
	fn default() -> Self {
		Self {
			report_interval: Seconds(300),
			live_blocks: 1_200,
			late_credit: Seconds(7_200),
			clock_jitter: Seconds(60),
			period_length: Seconds(2_630_880),
			core_oversell: 4,
			reserved_memory: Mib(1_024),
			max_contracts: 256,
			minimum: MinimumHardware {
				cores: 1,
				memory_mib: Mib(2 * 1_024),
				disk_mib: Mib(100 * 1_024),
			},
			maximum: Resources {
				cores: 4_096,
				// 64 TiB, and 4 PiB of each kind of disk.
				memory_mib: Mib(64 << 20),
				ssd_mib: Mib(4 << 30),
				hdd_mib: Mib(4 << 30),
				gpus: 64,
			},
			max_maintenance: Seconds(30 * DAY.0),
			retirement_notice: Seconds(7 * DAY.0),
			retirement_share: Percent::from_percent(5),
			retirement_retry: Seconds::HOUR,
			max_extra_fee: Usd(10_000 * DOLLAR),
		}
	}
}

impl NodeParams {
	/// Whether each is within its bounds and all fit together, on a chain with a block every `block_time`.
	pub fn is_consistent(&self, block_time: Seconds) -> bool {
		self.times_fit()
			&& self.silence_fits(block_time)
			&& self.capacity_fits()
			&& self.hardware_fits()
			&& self.retirement_and_offers_fit()
	}

	fn times_fit(&self) -> bool {
		!self.report_interval.is_zero()
			&& self.report_interval <= DAY
			&& (1..=MAX_LIVE_BLOCKS).contains(&self.live_blocks)
			&& self.report_interval <= self.late_credit
			&& self.late_credit <= self.period_length
			&& self.clock_jitter <= Seconds::HOUR
			&& (PERIOD_BOUNDS.0..=PERIOD_BOUNDS.1).contains(&self.period_length)
	}

	fn silence_fits(&self, block_time: Seconds) -> bool {
		let silence = u64::from(self.live_blocks).saturating_mul(block_time.0);
		silence <= self.period_length.0 / 2
	}

	fn retirement_and_offers_fit(&self) -> bool {
		(MAINTENANCE_BOUNDS.0..=MAINTENANCE_BOUNDS.1).contains(&self.max_maintenance)
			&& (NOTICE_BOUNDS.0..=NOTICE_BOUNDS.1).contains(&self.retirement_notice)
			&& (SHARE_BOUNDS.0..=SHARE_BOUNDS.1).contains(&self.retirement_share)
			&& (RETRY_BOUNDS.0..=RETRY_BOUNDS.1).contains(&self.retirement_retry)
			&& self.max_extra_fee <= MAX_EXTRA_FEE
	}

	fn capacity_fits(&self) -> bool {
		(1..=MAX_OVERSELL).contains(&self.core_oversell)
			&& (1..=MAX_CONTRACTS).contains(&self.max_contracts)
			&& self.reserved_memory < self.minimum.memory_mib
	}

	fn hardware_fits(&self) -> bool {
		let (least, most) = (&self.minimum, &self.maximum);
		least.cores >= 1
			&& least.cores <= most.cores
			&& least.memory_mib <= most.memory_mib
			&& least.disk_mib <= most.ssd_mib.plus(most.hdd_mib)
			&& most.cores <= MAX_CORES
			&& most.memory_mib <= MAX_MIB
			&& most.ssd_mib <= MAX_MIB
			&& most.hdd_mib <= MAX_MIB
	}

	/// Whether a computer like this may join.
	pub fn admits(&self, hardware: &Resources) -> bool {
		hardware.cores >= self.minimum.cores
			&& hardware.memory_mib >= self.minimum.memory_mib
			&& hardware.ssd_mib.plus(hardware.hdd_mib) >= self.minimum.disk_mib
			&& hardware.fits_in(&self.maximum)
	}

	/// What can be sold of `hardware` in all: cores several times over, memory less what the node keeps for
	/// itself, disks and graphics processors once.
	pub fn sellable(&self, hardware: &Resources) -> Resources {
		Resources {
			cores: hardware.cores.saturating_mul(self.core_oversell),
			memory_mib: hardware.memory_mib.minus(self.reserved_memory),
			..*hardware
		}
	}
}

impl<T: Config> Pallet<T> {
	/// Sets `params`, having closed what ran under the old ones.
	pub(crate) fn do_set_params(params: NodeParams) -> DispatchResult {
		ensure!(params.is_consistent(T::BlockTime::get()), Error::<T>::InconsistentParams);
		// A boundary that has passed in this block was one of the old length.
		Self::roll_calendar();
		Params::<T>::put(params);
		Self::deposit_event(Event::ParamsSet { params });
		Ok(())
	}
}
