//! Numbers as people read them: sizes in GB, spans in days, hours and minutes.

use gridchain_primitives::{Mib, Seconds};

/// `1536` MiB is `1.5 GB`: as in the chain's formulas, 1 GB of memory or disk is 1024 MiB.
pub fn size(mib: Mib) -> String {
	let tenths = mib.0.saturating_mul(10).saturating_add(512) / 1024;
	match (tenths / 10, tenths % 10) {
		(whole, 0) => format!("{whole} GB"),
		(whole, _) if whole >= 100 => format!("{whole} GB"),
		(whole, tenth) => format!("{whole}.{tenth} GB"),
	}
}

/// `93784` s is `1 d 2 h`: the two greatest units.
pub fn span(span: Seconds) -> String {
	let (days, hours) = (span.0 / 86_400, span.0 / 3_600 % 24);
	let (minutes, seconds) = (span.0 / 60 % 60, span.0 % 60);
	match (days, hours, minutes, seconds) {
		(0, 0, 0, s) => format!("{s} s"),
		(0, 0, m, 0) => format!("{m} min"),
		(0, 0, m, s) => format!("{m} min {s} s"),
		(0, h, 0, _) => format!("{h} h"),
		(0, h, m, _) => format!("{h} h {m} min"),
		(d, 0, _, _) => format!("{d} d"),
		(d, h, _, _) => format!("{d} d {h} h"),
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn sizes_are_rounded_to_a_tenth_and_big_ones_to_a_gigabyte() {
		assert_eq!(size(Mib(0)), "0 GB");
		assert_eq!(size(Mib(1_024)), "1 GB");
		assert_eq!(size(Mib(1_536)), "1.5 GB");
		// 24,104 / 1024 = 23.539..
		assert_eq!(size(Mib(24_104)), "23.5 GB");
		// 262,200 / 1024 = 256.05..
		assert_eq!(size(Mib(262_200)), "256 GB");
	}

	#[test]
	fn spans_show_their_two_greatest_units() {
		assert_eq!(span(Seconds(6)), "6 s");
		assert_eq!(span(Seconds(60)), "1 min");
		assert_eq!(span(Seconds(90)), "1 min 30 s");
		assert_eq!(span(Seconds(1_200)), "20 min");
		assert_eq!(span(Seconds(7_200)), "2 h");
		assert_eq!(span(Seconds(7_260)), "2 h 1 min");
		// 1 d 2 h 3 min 4 s
		assert_eq!(span(Seconds(93_784)), "1 d 2 h");
		assert_eq!(span(Seconds(86_400)), "1 d");
	}
}
