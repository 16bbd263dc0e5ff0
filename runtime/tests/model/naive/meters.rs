//! How far a contract is billed: second by second.

use super::{clock::Time, numbers::mean, numbers::Rate};

/// What an hour costs, and which part of that the farm gets whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hourly {
	pub rate: Rate,
	pub extra_fee: Rate,
}

impl Hourly {
	/// The mean of this over some seconds and another over others.
	pub fn mean(self, seconds: u64, other: Self, others: u64) -> Self {
		Self {
			rate: mean(self.rate, seconds, other.rate, others),
			extra_fee: mean(self.extra_fee, seconds, other.extra_fee, others),
		}
	}
}

#[derive(Clone, Debug, Default)]
pub struct Meter {
	/// When billing started; until then nothing counts but bytes that are nobody's.
	pub started: Option<Time>,
	/// When the last bill was made, or billing started.
	pub until: Time,
	/// Seconds that were billed in all.
	pub billed: u64,
	/// Seconds that the node will be credited with for the time before billing started.
	ahead: u64,
	/// Seconds that were delivered since, and not billed.
	delivered: u64,
	/// Of the seconds that are billed next, so many ran at another rate: it was changed before the node reported them,
	/// or the reserve couldn't pay for them.
	pub put_by: (u64, Hourly),
	/// The node's counter of bytes.
	counter: u64,
	/// Bytes since the last bill.
	pub bytes: u64,
	/// Bytes that were billed in this window.
	pub billed_bytes: u64,
}

impl Meter {
	/// Billing starts; the node has yet to report `pending` seconds of the time before.
	pub fn start(&mut self, now: Time, pending: u64) {
		let counter = self.counter;
		*self =
			Self { started: Some(now), until: now, ahead: pending, counter, ..Default::default() };
	}

	/// A second was delivered.
	pub fn second(&mut self) {
		if self.ahead > 0 {
			self.ahead -= 1;
		} else if self.started.is_some() {
			self.delivered += 1;
		}
	}

	/// The node's counter of bytes is read. If it fell it has restarted from 0.
	pub fn count(&mut self, counter: u64) {
		let growth = if counter >= self.counter { counter - self.counter } else { counter };
		self.counter = counter;
		self.bytes = self.bytes.saturating_add(growth);
	}

	/// Seconds since billing started that are not billed.
	fn passed(&self, now: Time) -> u64 {
		(now - self.started.unwrap()).saturating_sub(self.billed)
	}

	/// Seconds that can be billed: never more in all than have passed.
	pub fn to_bill(&self, now: Time) -> u64 {
		self.delivered.min(self.passed(now))
	}

	/// At what the next `seconds` are billed: first those that were put by, each at its rate.
	pub fn rate_of(&self, seconds: u64, rate: Hourly) -> Hourly {
		let before = seconds.min(self.put_by.0);
		self.put_by.1.mean(before, rate, seconds - before)
	}

	/// `seconds` were billed, and `owed` couldn't be paid.
	pub fn bill(&mut self, seconds: u64, owed: u64, at: Hourly, now: Time) {
		self.put_by = if seconds + owed <= self.put_by.0 {
			(self.put_by.0 - seconds, self.put_by.1)
		} else {
			(owed, at)
		};
		for _ in 0..seconds {
			self.billed += 1;
			self.delivered = self.delivered.saturating_sub(1);
		}
		self.until = now;
		self.bytes = 0;
	}

	/// Until now it ran at `rate`, from now on at another: what the node has yet to report of the time before, and what
	/// it has reported and nobody has paid, is put by.
	pub fn change_rate(&mut self, rate: Hourly, now: Time, pending: u64) {
		let expected = (self.delivered + pending).saturating_sub(self.ahead);
		let seconds = expected.min(self.passed(now));
		self.put_by = (seconds, self.rate_of(seconds, rate));
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn plain(rate: Rate) -> Hourly {
		Hourly { rate, extra_fee: 0 }
	}

	#[test]
	fn what_came_before_the_start_is_not_billed() {
		let mut meter = Meter::default();
		meter.count(500);
		meter.start(1_000, 4);
		(0..10).for_each(|_| meter.second());
		assert_eq!(meter.to_bill(1_010), 6);
		assert_eq!(meter.to_bill(1_005), 5, "no more than has passed");
		meter.count(700);
		assert_eq!(meter.bytes, 200);
	}

	/// 10 s at 30 are put by. Of 15 s that are delivered then, 5 run at 60: the mean is (300 + 300)/15 = 40.
	#[test]
	fn seconds_are_billed_at_the_rate_of_their_time() {
		let mut meter = Meter::default();
		meter.start(1_000, 0);
		meter.change_rate(plain(30), 1_010, 10);
		assert_eq!(meter.put_by, (10, plain(30)));
		(0..15).for_each(|_| meter.second());
		assert_eq!(meter.rate_of(15, plain(60)), plain(40));
		// Only 12 can be paid: 3 stay owed at the rate of this bill.
		meter.bill(12, 3, plain(40), 1_020);
		assert_eq!(meter.put_by, (3, plain(40)));
		assert_eq!((meter.billed, meter.to_bill(1_020)), (12, 3));
	}
}
