#![doc = include_str!("../README.md")]

mod accounts;
mod audit;
mod binaries;
pub mod call;
mod chain;
mod client;
mod command;
mod daemon;
#[allow(unused_imports, reason = "what the derive imports is needed by some structs only")]
mod events;
mod history;
mod node;
mod process;
mod records;
mod region;
mod rewards;
mod sending;
mod uptime;
mod view;

pub use accounts::{account_of, key};
pub use audit::{ensure_bill_adds_up, ensure_bills_follow_each_other, RATE_SCALE};
pub use binaries::binary;
pub use call::{Call, Resources};
pub use chain::Chain;
pub use client::{Client, Happened};
pub use command::{gridchain, gridchain_upon, Ended};
pub use daemon::Daemon;
pub use events::*;
pub use history::History;
pub use node::{Node, HARDWARE};
pub use records::{BillLine, BillTotals, BillsPage};
pub use region::{
	become_twin, deploy_small, found_farm, lower_minimum, run_small, Contract, SMALL,
	SMALL_USD_PER_HOUR,
};
pub use rewards::{FarmRewards, PeriodRewards, RewardTotals};
pub use sending::{Included, Life, Refused};
pub use uptime::{credited_before, ensure_reports_are_credited};
pub use view::{Account, Bookings, Quote, ReceiptsPage, Supply, View};

/// One TFT in its smallest units.
pub const TFT: u128 = 10_000_000;
/// How long a window of the development chain is, in seconds.
pub const WINDOW: u64 = 60;
