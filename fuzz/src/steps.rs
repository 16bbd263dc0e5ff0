//! What happens: who makes which call, or how time passes.

use crate::{
	catalogue,
	words::{Actor, ACTORS},
};
use core::fmt;
use gridchain_runtime::RuntimeCall;

/// The bytes of a step: who or what, pallet and call, and what the arguments are made of.
pub const SIZE: usize = 32;

/// The most steps of a run.
pub const MOST: usize = 24;

/// The most blocks that pass in a step.
const MOST_BLOCKS: u8 = 16;

/// How many slots stay empty in a step: from one to more than a period.
const GAPS: [u64; 8] = [1, 2, 4, 9, 12, 21, 55, 120];

/// Ways to pass time, beside the actors.
const TIMES: usize = 4;

/// The record of ten blocks that pass.
pub const TEN_BLOCKS: [u8; SIZE] = {
	let mut record = [0; SIZE];
	(record[0], record[1]) = (ACTORS.len() as u8, 9);
	record
};

/// Something that happens.
#[derive(Clone)]
pub enum Step {
	/// Somebody makes a call.
	Call(Actor, Box<RuntimeCall>),
	/// So many blocks are made, the first one of the calls that wait.
	Pass(u8),
	/// So many slots stay empty after the block of the calls that wait.
	Stand(u64),
	/// A computer is switched off, or on again. While it is on, it reports in each block.
	Switch(u8),
}

impl fmt::Debug for Step {
	fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
		match self {
			Self::Call(actor, call) => write!(to, "{actor:?}: {call:?}"),
			Self::Pass(blocks) => write!(to, "{blocks} blocks"),
			Self::Stand(slots) => write!(to, "{slots} slots stay empty"),
			Self::Switch(computer) => write!(to, "computer {computer} is switched"),
		}
	}
}

/// The steps that `bytes` stand for. Each has its own record; zeros follow the last one.
pub fn steps_of(bytes: &[u8]) -> Vec<Step> {
	bytes.chunks(SIZE).take(MOST).filter_map(step_of).collect()
}

/// The step of one record; none if its bytes make no call.
pub fn step_of(record: &[u8]) -> Option<Step> {
	let at = |place: usize| record.get(place).copied().unwrap_or_default();
	let which = usize::from(at(0)) % (ACTORS.len() + TIMES);
	Some(match which.checked_sub(ACTORS.len()) {
		None => {
			let call = catalogue::make([at(1), at(2)], record.get(3..).unwrap_or_default())?;
			Step::Call(ACTORS[which], Box::new(call))
		},
		Some(0 | 1) => Step::Pass(at(1) % MOST_BLOCKS + 1),
		Some(2) => Step::Stand(GAPS[usize::from(at(1)) % GAPS.len()]),
		_ => Step::Switch(at(1)),
	})
}
