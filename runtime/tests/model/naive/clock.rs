//! Time: blocks, sessions, reward periods, and how long the chain stood still.

/// Seconds since 1970.
pub type Time = u64;

/// Seconds from a block to the next when none is missing.
pub const PACE: u64 = 6;

/// Slots of a session of the development chain.
const SESSION: u64 = 10;

#[derive(Clone, Debug, Default)]
pub struct Clock {
	pub now: Time,
	/// How many blocks there are.
	pub height: u32,
	/// The time of the first block.
	first: Time,
	/// Whether this block begins a session: it takes no transactions, and does no work of its own.
	pub rotates: bool,
	/// Whether a session has begun since the pot was last flushed.
	pub flush_waits: bool,
	/// The last block that did work of its own.
	worked: Option<Time>,
	/// Seconds for which the chain stood still since the beginning: they are taken out of deadlines.
	pub stood_still: u64,
}

impl Clock {
	/// The next block comes at `now`. The chain has stood still if more than `halt` seconds have passed without work.
	pub fn tick(&mut self, now: Time, halt: u64) {
		let before = self.session();
		if self.height == 0 {
			self.first = now;
		}
		self.height += 1;
		self.now = now;
		self.rotates = self.height > 1 && self.session() > before;
		self.flush_waits |= self.rotates || self.height == 1;
		if !self.rotates {
			let passed = now - self.worked.unwrap_or(now);
			if passed > halt {
				self.stood_still += passed;
			}
			self.worked = Some(now);
		}
	}

	fn session(&self) -> u64 {
		(self.now - self.first) / PACE / SESSION
	}
}

/// The reward periods.
#[derive(Clone, Debug, Default)]
pub struct Calendar {
	pub period: u32,
	pub start: Time,
	pub end: Time,
	/// The first block that was in the period.
	pub first_block: u32,
	/// How many periods are settled so far that nobody needs their figures: those before this one.
	pub released: u32,
}

impl Calendar {
	/// The boundary is behind: the next period begins there, and holds all of a standstill. While the figures of the
	/// one before the running one are still needed, the running one lasts longer instead.
	pub fn roll(&mut self, clock: &Clock, length: u64) {
		if clock.height == 1 {
			(self.start, self.end, self.first_block) =
				(clock.now, clock.now + length, clock.height);
		}
		if clock.now < self.end {
			return;
		}
		let before = self.end;
		while self.end <= clock.now {
			self.end += length;
		}
		if self.period <= self.released {
			self.period += 1;
			self.start = before;
			self.first_block = clock.height;
		}
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn a_session_begins_with_each_tenth_slot_or_after_it() {
		let mut clock = Clock::default();
		let mut begun = Vec::new();
		for slot in (100..125).chain([141, 142]) {
			clock.tick(slot * PACE, 60);
			if clock.rotates {
				begun.push(slot);
			}
		}
		assert_eq!(begun, [110, 120, 141]);
		// From slot 124 to 142, 18 x 6 s without work.
		assert_eq!(clock.stood_still, 108);
	}

	#[test]
	fn a_standstill_falls_into_one_period() {
		let (mut clock, mut calendar) = (Clock::default(), Calendar::default());
		clock.tick(1_000, 600);
		calendar.roll(&clock, 300);
		assert_eq!((calendar.start, calendar.end), (1_000, 1_300));
		clock.tick(2_000, 600);
		calendar.roll(&clock, 300);
		assert_eq!((calendar.period, calendar.start, calendar.end), (1, 1_300, 2_200));
		// Period 0 is not settled yet: period 1 lasts longer.
		clock.tick(2_300, 600);
		calendar.roll(&clock, 300);
		assert_eq!((calendar.period, calendar.start, calendar.end), (1, 1_300, 2_500));
	}
}
