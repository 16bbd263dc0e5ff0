//! What this computer is: cores, memory, disks, graphics processors, interfaces, firmware.
//!
//! Everything below `/sys` and `/proc` is read under a root that tests replace by a directory of fixtures.

pub mod disks;
pub mod firmware;
pub mod interfaces;

use crate::text;
use gridchain_primitives::{Mib, Resources};
use serde::Serialize;
use std::{fmt, fs, path::Path};

pub use disks::{Disk, DiskKind, DiskRule};
pub use interfaces::Interface;

/// This computer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Hardware {
	/// Logical cores.
	pub cores: u32,
	/// Memory in MiB, as the system sees it.
	pub memory_mib: u64,
	/// Each disk that is built in, once.
	pub disks: Vec<Disk>,
	/// Graphics processors of their own: display controllers on a processor or a board don't count.
	pub gpus: u16,
	/// Network interfaces, without the loopback and without virtual ones.
	pub interfaces: Vec<Interface>,
	/// Whether it started with secure boot.
	pub secure_boot: bool,
	/// Whether it is a virtual machine.
	pub virtualized: bool,
	/// The serial number of the computer or its board, where the system tells it.
	pub serial: Option<String>,
}

impl Hardware {
	/// Looks at this computer.
	pub fn detect(rule: DiskRule) -> Self {
		let root = Path::new("/");
		let mut disks = disks::in_sys(root, rule);
		if disks.is_empty() {
			// In a container that hides the block devices, what is mounted is the best that is known.
			disks = disks::mounted(rule);
		}
		let mut system = sysinfo::System::new();
		system.refresh_memory();
		system.refresh_cpu_list(sysinfo::CpuRefreshKind::nothing());
		Self {
			cores: u32::try_from(system.cpus().len()).unwrap_or(u32::MAX),
			memory_mib: system.total_memory() >> 20,
			disks,
			gpus: gpus(root),
			interfaces: interfaces::detect(root),
			secure_boot: firmware::secure_boot(root),
			virtualized: firmware::virtualized(root),
			serial: firmware::serial(root),
		}
	}

	/// What the chain is told: each kind of disk in one sum.
	pub fn resources(&self) -> Resources {
		Resources {
			cores: self.cores,
			memory_mib: Mib(self.memory_mib),
			ssd_mib: self.total(DiskKind::Ssd),
			hdd_mib: self.total(DiskKind::Hdd),
			gpus: self.gpus,
		}
	}

	fn total(&self, kind: DiskKind) -> Mib {
		let sizes = self.disks.iter().filter(|disk| disk.kind == kind).map(|disk| disk.mib);
		Mib(sizes.fold(0, u64::saturating_add))
	}
}

impl fmt::Display for Hardware {
	/// In one line: `8 cores, 23.5 GB memory, 256 GB SSD, virtual machine`.
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		let has = self.resources();
		let cores = if has.cores == 1 { "core" } else { "cores" };
		write!(f, "{} {cores}, {} memory", has.cores, text::size(has.memory_mib))?;
		for (mib, kind) in [(has.ssd_mib, "SSD"), (has.hdd_mib, "HDD")] {
			if !mib.is_zero() {
				write!(f, ", {} {kind}", text::size(mib))?;
			}
		}
		if self.disks.is_empty() {
			write!(f, ", no disk")?;
		}
		if has.gpus > 0 {
			write!(f, ", {} GPU", has.gpus)?;
		}
		if self.virtualized {
			write!(f, ", virtual machine")?;
		}
		if self.secure_boot {
			write!(f, ", secure boot")?;
		}
		Ok(())
	}
}

/// The table that `gridchain-daemon hardware` prints.
pub fn table(hardware: &Hardware) -> String {
	let yes = |is: bool| if is { "yes" } else { "no" }.to_owned();
	let mut rows = vec![
		("Cores", hardware.cores.to_string()),
		("Memory", text::size(Mib(hardware.memory_mib))),
	];
	for disk in &hardware.disks {
		rows.push(("Disk", format!("{}  {} {}", disk.name, text::size(Mib(disk.mib)), disk.kind)));
	}
	rows.push(("GPUs", hardware.gpus.to_string()));
	for interface in &hardware.interfaces {
		rows.push(("Interface", interface.to_string()));
	}
	rows.push(("Virtual machine", yes(hardware.virtualized)));
	rows.push(("Secure boot", yes(hardware.secure_boot)));
	rows.push(("Serial", hardware.serial.clone().unwrap_or_else(|| "not told".into())));
	rows.iter().map(|(name, value)| format!("{name:<16} {value}\n")).collect()
}

/// Counts what the PCI bus calls a 3D controller (class 0302), and display controllers (0300) of the makers
/// whose such devices are cards. Intel's and the boards' own are left out: they are no capacity to sell.
fn gpus(root: &Path) -> u16 {
	const CARD_MAKERS: [&str; 2] = ["0x10de", "0x1002"];
	let Ok(devices) = fs::read_dir(root.join("sys/bus/pci/devices")) else { return 0 };
	let cards = devices.flatten().filter(|device| {
		let class = line(&device.path().join("class")).unwrap_or_default();
		let vendor = line(&device.path().join("vendor")).unwrap_or_default();
		class.starts_with("0x0302")
			|| (class.starts_with("0x0300") && CARD_MAKERS.contains(&vendor.as_str()))
	});
	u16::try_from(cards.count()).unwrap_or(u16::MAX)
}

/// The first line of a small file of the system, trimmed; `None` if it is empty or can't be read.
fn line(path: &Path) -> Option<String> {
	let text = fs::read_to_string(path).ok()?;
	let first = text.lines().next()?.trim();
	(!first.is_empty()).then(|| first.to_owned())
}

#[cfg(test)]
pub mod fixture {
	//! Directories that look like a computer's `/sys` and `/proc`.

	use std::{fs, path::Path};

	/// A root with the files given as (path, content).
	pub fn root(files: &[(&str, &str)]) -> tempfile::TempDir {
		let dir = tempfile::tempdir().unwrap();
		for (path, content) in files {
			add(dir.path(), path, content.as_bytes());
		}
		dir
	}

	/// Adds one file, with its directories.
	pub fn add(root: &Path, path: &str, content: &[u8]) {
		let path = root.join(path);
		fs::create_dir_all(path.parent().unwrap()).unwrap();
		fs::write(path, content).unwrap();
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	fn hardware() -> Hardware {
		let disk = |name: &str, kind, mib| Disk { name: name.into(), kind, mib };
		Hardware {
			cores: 8,
			memory_mib: 24_104,
			disks: vec![
				disk("nvme0n1", DiskKind::Ssd, 262_144),
				disk("nvme1n1", DiskKind::Ssd, 262_144),
				disk("sda", DiskKind::Hdd, 1_048_576),
			],
			gpus: 0,
			interfaces: Vec::new(),
			secure_boot: false,
			virtualized: true,
			serial: None,
		}
	}

	#[test]
	fn resources_add_up_the_disks_of_each_kind() {
		let resources = Resources {
			cores: 8,
			memory_mib: Mib(24_104),
			// Twice 262,144.
			ssd_mib: Mib(524_288),
			hdd_mib: Mib(1_048_576),
			gpus: 0,
		};
		assert_eq!(hardware().resources(), resources);
	}

	#[test]
	fn summary_is_one_line() {
		assert_eq!(
			hardware().to_string(),
			"8 cores, 23.5 GB memory, 512 GB SSD, 1024 GB HDD, virtual machine"
		);
	}

	#[test]
	fn table_has_a_row_for_each_disk() {
		let table = table(&hardware());
		assert!(table.contains("Disk             sda  1024 GB HDD\n"), "{table}");
		assert_eq!(table.matches("Disk ").count(), 3);
		assert!(table.contains("Serial           not told\n"), "{table}");
	}

	#[test]
	fn json_names_its_units() {
		let json = serde_json::to_value(hardware()).unwrap();
		assert_eq!(json["memoryMib"], 24_104);
		assert_eq!(json["disks"][2]["kind"], "hdd");
	}

	#[test]
	fn graphics_of_boards_and_processors_are_no_gpus() {
		let root = fixture::root(&[
			("sys/bus/pci/devices/0000:01:00.0/class", "0x030200\n"),
			("sys/bus/pci/devices/0000:01:00.0/vendor", "0x10de\n"),
			("sys/bus/pci/devices/0000:02:00.0/class", "0x030000\n"),
			("sys/bus/pci/devices/0000:02:00.0/vendor", "0x1002\n"),
			// A graphics unit inside an Intel processor, a server board's ASPEED, a network card.
			("sys/bus/pci/devices/0000:00:02.0/class", "0x030000\n"),
			("sys/bus/pci/devices/0000:00:02.0/vendor", "0x8086\n"),
			("sys/bus/pci/devices/0000:03:00.0/class", "0x030000\n"),
			("sys/bus/pci/devices/0000:03:00.0/vendor", "0x1a03\n"),
			("sys/bus/pci/devices/0000:04:00.0/class", "0x020000\n"),
			("sys/bus/pci/devices/0000:04:00.0/vendor", "0x10de\n"),
		]);
		assert_eq!(gpus(root.path()), 2);
		assert_eq!(gpus(Path::new("/nowhere")), 0);
	}

	#[test]
	fn this_computer_has_a_core_and_memory() {
		let here = Hardware::detect(DiskRule::Auto);
		assert!(here.cores >= 1 && here.memory_mib >= 64, "{here}");
	}
}
