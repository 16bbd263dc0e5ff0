//! The pace of the chain.

use crate::BlockNumber;

/// Milliseconds of a slot of block production: one block each.
pub const SLOT_DURATION: u64 = 6_000;
/// Blocks of a minute.
pub const MINUTES: BlockNumber = 60_000 / (SLOT_DURATION as BlockNumber);
/// Blocks of an hour.
pub const HOURS: BlockNumber = MINUTES * 60;
/// Blocks of a day.
pub const DAYS: BlockNumber = HOURS * 24;
