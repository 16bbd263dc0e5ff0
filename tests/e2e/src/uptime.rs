//! What an auditor checks of attested uptime, by formulas of its own.

use crate::{Happened, NodeRegistered, Reported};

/// How many blocks a node of a development chain may be silent for before its next report counts less.
const LIVE_BLOCKS: u64 = 5;
/// What such a report is credited with at most, in seconds.
const LATE_CREDIT: u64 = 30;

/// Checks that each of a node's reports is credited with the time that it says the node was up, as far as it
/// has passed since the report before it: whatever was killed meanwhile, no second counts twice.
///
/// The computer wasn't started anew meanwhile.
pub fn ensure_reports_are_credited(
	joined: &Happened<NodeRegistered>,
	reports: &[Happened<Reported>],
) {
	let (mut block, mut time, mut uptime) = (joined.block, joined.time, 0);
	for report in reports {
		let claimed = report.event.uptime.checked_sub(uptime);
		let claimed = claimed.unwrap_or_else(|| panic!("{report:?} follows one of {uptime} s"));
		let silent = report.block - block > LIVE_BLOCKS;
		let limit = if silent { LATE_CREDIT } else { u64::MAX };
		let credited = claimed.min(report.time - time).min(limit);
		assert_eq!(report.event.credited, credited, "{report:?} follows the one of block {block}");
		(block, time, uptime) = (report.block, report.time, report.event.uptime);
	}
}

/// Seconds before `end` that these reports credit: those that a report credits are the ones just before it.
pub fn credited_before(end: u64, reports: &[Happened<Reported>]) -> u64 {
	let before = |report: &Happened<Reported>| {
		let after = report.time.saturating_sub(end);
		report.event.credited.saturating_sub(after)
	};
	reports.iter().map(before).sum()
}

#[cfg(test)]
mod tests {
	use super::*;

	fn report(time: u64, credited: u64) -> Happened<Reported> {
		Happened { block: time / 6, time, event: Reported { node: 1, uptime: 0, credited } }
	}

	#[test]
	fn credited_before_a_boundary_is_what_lies_before_it() {
		// 94 to 100 and 100 to 106 lie before 106; of 106 to 112 nothing does.
		let reports = [report(100, 6), report(106, 6), report(112, 6)];
		assert_eq!(credited_before(106, &reports), 12);
		// Of 94 to 100 five seconds lie before 99; of 70 to 112, after a silence, 29 do.
		assert_eq!(credited_before(99, &reports[..1]), 5);
		assert_eq!(credited_before(99, &[report(112, 42)]), 29);
	}
}
