//! Public traffic of the workloads, as the hook counts it.
//!
//! Whoever runs a workload knows best what of its traffic is public, so the hook (or what it starts) writes
//! one file for each contract: `traffic/<contract>` in the state directory, holding one decimal number, the
//! cumulative bytes since the workload was deployed. No file means no traffic.

use std::{collections::BTreeMap, fs, path::Path};

/// The directory of the counters, in the state directory.
pub const DIRECTORY: &str = "traffic";

/// The most entries that one report carries.
pub const MOST: usize = 128;

/// What the counters in `dir` show, by contract. Files that are no counters are passed over.
pub fn read(dir: &Path) -> BTreeMap<u64, u64> {
	let Ok(entries) = fs::read_dir(dir) else { return BTreeMap::new() };
	entries
		.flatten()
		.filter_map(|entry| {
			let contract = entry.file_name().to_str()?.parse().ok()?;
			let bytes = fs::read_to_string(entry.path()).ok()?.trim().parse().ok()?;
			Some((contract, bytes))
		})
		.collect()
}

/// Which counters the chain has been told.
#[derive(Debug, Default)]
pub struct Told {
	/// By contract: the figure, and the number of the report that carried it.
	figures: BTreeMap<u64, (u64, u64)>,
	reports: u64,
}

impl Told {
	/// What the next report carries: the counters that have moved since the chain was told, those first that
	/// have waited longest, at most [`MOST`].
	pub fn choose(&self, readings: &BTreeMap<u64, u64>) -> Vec<(u64, u64)> {
		let mut moved: Vec<_> = readings
			.iter()
			.filter_map(|(contract, bytes)| {
				let told = self.figures.get(contract).copied();
				let since = told.map_or(0, |(_, report)| report);
				let moved = told.map_or(*bytes > 0, |(figure, _)| figure != *bytes);
				moved.then_some((since, *contract, *bytes))
			})
			.collect();
		moved.sort();
		moved.truncate(MOST);
		moved.into_iter().map(|(_, contract, bytes)| (contract, bytes)).collect()
	}

	/// Notes that a report carried `entries`.
	pub fn note(&mut self, entries: &[(u64, u64)], readings: &BTreeMap<u64, u64>) {
		self.reports = self.reports.saturating_add(1);
		for (contract, bytes) in entries {
			self.figures.insert(*contract, (*bytes, self.reports));
		}
		// Ended contracts have no counter any more.
		self.figures.retain(|contract, _| readings.contains_key(contract));
	}
}

/// Removes the counter of a contract that has ended.
pub fn forget(dir: &Path, contract: u64) {
	// A counter that stays behind is passed over by the chain, so that a failure here does no harm.
	let _ = fs::remove_file(dir.join(contract.to_string()));
}

#[cfg(test)]
mod tests {
	use super::*;

	fn counters(pairs: &[(u64, u64)]) -> BTreeMap<u64, u64> {
		pairs.iter().copied().collect()
	}

	#[test]
	fn counters_are_files_named_by_their_contract() {
		let dir = tempfile::tempdir().unwrap();
		for (name, content) in [
			("1", "1000000000\n"),
			("2", "0"),
			("3", "lots"),
			("4", "-5"),
			("notes.txt", "7"),
			("5", ""),
		] {
			fs::write(dir.path().join(name), content).unwrap();
		}
		assert_eq!(read(dir.path()), counters(&[(1, 1_000_000_000), (2, 0)]));
		assert_eq!(read(Path::new("/nowhere")), counters(&[]));
	}

	#[test]
	fn only_what_has_moved_is_told() {
		let mut told = Told::default();
		let readings = counters(&[(1, 10), (2, 0)]);
		assert_eq!(told.choose(&readings), [(1, 10)]);
		told.note(&[(1, 10)], &readings);
		assert_eq!(told.choose(&readings), []);
		// A counter that fell has moved: the chain counts it from nothing.
		assert_eq!(told.choose(&counters(&[(1, 4), (2, 3)])), [(2, 3), (1, 4)]);
	}

	#[test]
	fn what_found_no_room_comes_first_next_time() {
		let mut told = Told::default();
		// 130 counters: 128 fit, 129 and 130 wait.
		let first: BTreeMap<_, _> = (1..=130).map(|contract| (contract, 1)).collect();
		let entries = told.choose(&first);
		assert_eq!(entries.len(), 128);
		assert_eq!(entries.last(), Some(&(128, 1)));
		told.note(&entries, &first);
		let second: BTreeMap<_, _> = (1..=130).map(|contract| (contract, 2)).collect();
		let entries = told.choose(&second);
		assert_eq!(entries[..3], [(129, 2), (130, 2), (1, 2)]);
		assert_eq!(entries.len(), 128);
	}

	#[test]
	fn ended_contract_is_forgotten() {
		let dir = tempfile::tempdir().unwrap();
		fs::write(dir.path().join("1"), "5").unwrap();
		forget(dir.path(), 1);
		forget(dir.path(), 1);
		assert_eq!(read(dir.path()), counters(&[]));
		let mut told = Told::default();
		told.note(&[(1, 5)], &counters(&[(1, 5)]));
		told.note(&[], &counters(&[]));
		assert!(told.figures.is_empty());
	}
}
