//! What the firmware says: secure boot, serial number, virtual machine or not.

use super::line;
use std::{fs, path::Path};

/// Whether the computer started with secure boot: the last byte of an EFI variable, after four bytes of
/// attributes. A computer without EFI did not.
pub fn secure_boot(root: &Path) -> bool {
	const VARIABLE: &str =
		"sys/firmware/efi/efivars/SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c";
	fs::read(root.join(VARIABLE)).is_ok_and(|bytes| bytes.len() == 5 && bytes[4] == 1)
}

/// Whether this is a virtual machine: the processor has a hypervisor below it, or the firmware names a maker
/// of virtual machines.
pub fn virtualized(root: &Path) -> bool {
	const MAKERS: [&str; 14] = [
		"qemu",
		"kvm",
		"vmware",
		"virtualbox",
		"innotek",
		"xen",
		"bochs",
		"bhyve",
		"parallels",
		"virtual machine",
		"openstack",
		"google compute engine",
		"hvm domu",
		"firecracker",
	];
	let named = ["sys_vendor", "product_name", "board_vendor"].iter().any(|file| {
		let value = dmi(root, file).unwrap_or_default().to_ascii_lowercase();
		MAKERS.iter().any(|maker| value.contains(maker))
	});
	named || hypervisor_flag(root)
}

fn hypervisor_flag(root: &Path) -> bool {
	let text = fs::read_to_string(root.join("proc/cpuinfo")).unwrap_or_default();
	text.lines()
		.filter(|line| line.starts_with("flags") || line.starts_with("Features"))
		.any(|line| line.split_whitespace().any(|flag| flag == "hypervisor"))
}

/// The serial number of the computer, else of its board. Only root can read it, and boards that have none
/// say so in many ways.
pub fn serial(root: &Path) -> Option<String> {
	["product_serial", "board_serial"]
		.iter()
		.filter_map(|file| dmi(root, file))
		.find(|value| means_something(value))
}

fn means_something(serial: &str) -> bool {
	const FILLERS: [&str; 9] = [
		"none",
		"default string",
		"to be filled by o.e.m.",
		"not specified",
		"not applicable",
		"system serial number",
		"chassis serial number",
		"n/a",
		"unknown",
	];
	let lower = serial.to_ascii_lowercase();
	!FILLERS.contains(&lower.as_str()) && lower.chars().any(|c| !matches!(c, '0' | '.' | '-' | ' '))
}

fn dmi(root: &Path, file: &str) -> Option<String> {
	line(&root.join("sys/class/dmi/id").join(file))
}

#[cfg(test)]
mod tests {
	use super::{super::fixture, *};

	const VARIABLE: &str =
		"sys/firmware/efi/efivars/SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c";

	#[test]
	fn secure_boot_is_the_fifth_byte_of_its_variable() {
		for (content, expected) in [
			(&[6, 0, 0, 0, 1][..], true),
			(&[6, 0, 0, 0, 0][..], false),
			(&[1][..], false),
			(&[][..], false),
		] {
			let root = tempfile::tempdir().unwrap();
			fixture::add(root.path(), VARIABLE, content);
			assert_eq!(secure_boot(root.path()), expected, "{content:?}");
		}
		assert!(!secure_boot(Path::new("/nowhere")));
	}

	#[test]
	fn hypervisor_flag_means_a_virtual_machine() {
		let with =
			fixture::root(&[("proc/cpuinfo", "processor : 0\nflags\t\t: fpu hypervisor sse\n")]);
		assert!(virtualized(with.path()));
		let without =
			fixture::root(&[("proc/cpuinfo", "model name : hypervisor\nflags : fpu sse\n")]);
		assert!(!virtualized(without.path()));
	}

	#[test]
	fn maker_of_virtual_machines_means_one() {
		let vm = fixture::root(&[("sys/class/dmi/id/sys_vendor", "QEMU\n")]);
		assert!(virtualized(vm.path()));
		let box_ = fixture::root(&[
			("sys/class/dmi/id/sys_vendor", "Dell Inc.\n"),
			("sys/class/dmi/id/product_name", "PowerEdge R640\n"),
		]);
		assert!(!virtualized(box_.path()));
	}

	#[test]
	fn serial_of_the_board_stands_in_for_a_filler() {
		let root = fixture::root(&[
			("sys/class/dmi/id/product_serial", "To Be Filled By O.E.M.\n"),
			("sys/class/dmi/id/board_serial", "QTFC-9912-A\n"),
		]);
		assert_eq!(serial(root.path()).as_deref(), Some("QTFC-9912-A"));
	}

	#[test]
	fn fillers_are_no_serial() {
		for filler in ["Default string", "None", "0000000000", "0", "N/A", "  \n", "-"] {
			let root = fixture::root(&[("sys/class/dmi/id/product_serial", filler)]);
			assert_eq!(serial(root.path()), None, "{filler}");
		}
	}
}
