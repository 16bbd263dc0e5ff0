//! The disks that are built in, each counted once.
//!
//! Block devices and not mounts are looked at: a disk with ten partitions, one that is mounted twice, one
//! below a RAID or an encrypted volume is one disk.

use super::line;
use clap::ValueEnum;
use serde::Serialize;
use std::{collections::BTreeMap, fmt, fs, path::Path};

/// What a disk is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum DiskKind {
	/// Solid state.
	Ssd,
	/// Spinning.
	Hdd,
}

impl fmt::Display for DiskKind {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		f.write_str(match self {
			DiskKind::Ssd => "SSD",
			DiskKind::Hdd => "HDD",
		})
	}
}

/// How the kind of a disk is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum DiskRule {
	/// As each disk says of itself. A virtual machine's disk says HDD whatever is below it.
	#[default]
	Auto,
	/// All are SSD.
	Ssd,
	/// All are HDD.
	Hdd,
}

impl DiskRule {
	fn kind(self, spins: bool) -> DiskKind {
		match self {
			DiskRule::Ssd => DiskKind::Ssd,
			DiskRule::Hdd => DiskKind::Hdd,
			DiskRule::Auto if spins => DiskKind::Hdd,
			DiskRule::Auto => DiskKind::Ssd,
		}
	}
}

/// One disk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Disk {
	/// The system's name for it.
	pub name: String,
	/// What it is made of.
	pub kind: DiskKind,
	/// Its size in MiB, rounded down.
	pub mib: u64,
}

/// The disks below `sys/block`, in order of their names.
pub fn in_sys(root: &Path, rule: DiskRule) -> Vec<Disk> {
	let Ok(devices) = fs::read_dir(root.join("sys/block")) else { return Vec::new() };
	let mut disks: Vec<_> =
		devices.flatten().filter_map(|device| disk(&device.path(), rule)).collect();
	disks.sort_by(|a, b| a.name.cmp(&b.name));
	disks
}

/// The disk in one directory of `sys/block`, unless it isn't one.
fn disk(path: &Path, rule: DiskRule) -> Option<Disk> {
	let name = path.file_name()?.to_str()?.to_owned();
	// Optical drives, floppies and network block devices are no disks of this computer.
	let foreign = ["sr", "fd", "nbd", "rbd", "drbd"].iter().any(|prefix| name.starts_with(prefix));
	// Only what stands on a bus has a device. Loops, RAM disks, RAID and volume managers have none: they are
	// made of disks that are counted already.
	let built = path.join("device").exists();
	let flag = |file: &str| line(&path.join(file)).is_some_and(|value| value == "1");
	if foreign || !built || flag("removable") || flag("hidden") {
		return None;
	}
	// The kernel counts in sectors of 512 bytes whatever the disk's own are: 2048 make a MiB.
	let mib = line(&path.join("size"))?.parse::<u64>().ok()? / 2_048;
	(mib > 0).then(|| Disk { name, kind: rule.kind(flag("queue/rotational")), mib })
}

/// The disks that are mounted, for a system that shows no block devices.
pub fn mounted(rule: DiskRule) -> Vec<Disk> {
	let disks = sysinfo::Disks::new_with_refreshed_list();
	let seen = disks.iter().filter(|disk| !disk.is_removable()).map(|disk| {
		let spins = !matches!(disk.kind(), sysinfo::DiskKind::SSD);
		(disk.name().to_string_lossy().into_owned(), spins, disk.total_space() >> 20)
	});
	once_each(seen, rule)
}

/// One disk for each device, however often it is mounted.
fn once_each(mounts: impl IntoIterator<Item = (String, bool, u64)>, rule: DiskRule) -> Vec<Disk> {
	let mut devices = BTreeMap::new();
	for (name, spins, mib) in mounts {
		// What isn't a device is an overlay or a memory file system.
		if let Some(short) = name.strip_prefix("/dev/") {
			devices.insert(short.to_owned(), (spins, mib));
		}
	}
	devices
		.into_iter()
		.filter(|(_, (_, mib))| *mib > 0)
		.map(|(name, (spins, mib))| Disk { name, kind: rule.kind(spins), mib })
		.collect()
}

#[cfg(test)]
mod tests {
	use super::{super::fixture, *};

	/// 256 GiB are 536,870,912 sectors of 512 bytes, 262,144 MiB.
	const SECTORS: &str = "536870912\n";

	fn device(root: &Path, name: &str, rotational: &str, extra: &[(&str, &str)]) {
		let at = |file: &str| format!("sys/block/{name}/{file}");
		fixture::add(root, &at("size"), SECTORS.as_bytes());
		fixture::add(root, &at("queue/rotational"), rotational.as_bytes());
		fixture::add(root, &at("removable"), b"0\n");
		for (file, content) in extra {
			fixture::add(root, &at(file), content.as_bytes());
		}
	}

	const ON_A_BUS: (&str, &str) = ("device/model", "a disk\n");

	fn names(disks: &[Disk]) -> Vec<&str> {
		disks.iter().map(|disk| disk.name.as_str()).collect()
	}

	#[test]
	fn disks_are_told_apart_by_the_rotational_flag() {
		let root = tempfile::tempdir().unwrap();
		device(root.path(), "sda", "1\n", &[ON_A_BUS]);
		device(root.path(), "nvme0n1", "0\n", &[ON_A_BUS]);
		let disks = in_sys(root.path(), DiskRule::Auto);
		let ssd = Disk { name: "nvme0n1".into(), kind: DiskKind::Ssd, mib: 262_144 };
		let hdd = Disk { name: "sda".into(), kind: DiskKind::Hdd, mib: 262_144 };
		assert_eq!(disks, [ssd, hdd]);
	}

	#[test]
	fn what_is_made_of_disks_is_not_counted_again() {
		let root = tempfile::tempdir().unwrap();
		device(root.path(), "sda", "0\n", &[ON_A_BUS]);
		for name in ["loop0", "ram0", "zram0", "md0", "dm-0"] {
			device(root.path(), name, "0\n", &[]);
		}
		assert_eq!(names(&in_sys(root.path(), DiskRule::Auto)), ["sda"]);
	}

	#[test]
	fn what_can_be_pulled_out_is_not_counted() {
		let root = tempfile::tempdir().unwrap();
		device(root.path(), "sda", "0\n", &[ON_A_BUS]);
		device(root.path(), "sdb", "0\n", &[ON_A_BUS, ("removable", "1\n")]);
		device(root.path(), "sr0", "1\n", &[ON_A_BUS]);
		device(root.path(), "nbd0", "0\n", &[ON_A_BUS]);
		assert_eq!(names(&in_sys(root.path(), DiskRule::Auto)), ["sda"]);
	}

	#[test]
	fn second_path_to_an_nvme_disk_is_not_counted() {
		let root = tempfile::tempdir().unwrap();
		device(root.path(), "nvme0n1", "0\n", &[ON_A_BUS]);
		device(root.path(), "nvme0c0n1", "0\n", &[ON_A_BUS, ("hidden", "1\n")]);
		assert_eq!(names(&in_sys(root.path(), DiskRule::Auto)), ["nvme0n1"]);
	}

	#[test]
	fn empty_and_unreadable_devices_are_left_out() {
		let root = tempfile::tempdir().unwrap();
		device(root.path(), "sda", "0\n", &[ON_A_BUS, ("size", "0\n")]);
		device(root.path(), "sdb", "0\n", &[ON_A_BUS, ("size", "many\n")]);
		assert_eq!(in_sys(root.path(), DiskRule::Auto), []);
		assert_eq!(in_sys(Path::new("/nowhere"), DiskRule::Auto), []);
	}

	#[test]
	fn rule_overrides_what_a_disk_says() {
		let root = tempfile::tempdir().unwrap();
		device(root.path(), "vda", "1\n", &[ON_A_BUS]);
		let kind = |rule| in_sys(root.path(), rule)[0].kind;
		assert_eq!(kind(DiskRule::Auto), DiskKind::Hdd);
		assert_eq!(kind(DiskRule::Ssd), DiskKind::Ssd);
		assert_eq!(kind(DiskRule::Hdd), DiskKind::Hdd);
	}

	#[test]
	fn device_that_is_mounted_twice_counts_once() {
		let mounts = [
			("/dev/sda1".to_owned(), false, 1_000),
			("/dev/sda1".to_owned(), false, 1_000),
			("overlay".to_owned(), false, 5_000),
			("/dev/sdb1".to_owned(), true, 2_000),
		];
		let disks = once_each(mounts, DiskRule::Auto);
		assert_eq!(names(&disks), ["sda1", "sdb1"]);
		assert_eq!(disks[1].kind, DiskKind::Hdd);
	}
}
