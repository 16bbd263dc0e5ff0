//! The network interfaces that are built in.

use super::line;
use serde::Serialize;
use std::{fmt, fs, net::IpAddr, path::Path};

/// One network interface.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Interface {
	/// The system's name for it.
	pub name: String,
	/// Its hardware address: `52:54:00:12:34:56`.
	pub mac: String,
	/// Its addresses, without loopback and link-local ones.
	pub ips: Vec<IpAddr>,
}

impl fmt::Display for Interface {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		write!(f, "{}  {}", self.name, self.mac)?;
		self.ips.iter().try_for_each(|ip| write!(f, "  {ip}"))
	}
}

/// The interfaces of this computer, in order of their names.
pub fn detect(root: &Path) -> Vec<Interface> {
	let networks = sysinfo::Networks::new_with_refreshed_list();
	built_in(root)
		.into_iter()
		.map(|(name, mac)| {
			let ips = networks.get(name.as_str()).map(addresses).unwrap_or_default();
			Interface { name, mac, ips }
		})
		.collect()
}

/// Names and hardware addresses of the interfaces that stand on a bus; where none does, as in a container,
/// of the Ethernet ones.
fn built_in(root: &Path) -> Vec<(String, String)> {
	let Ok(entries) = fs::read_dir(root.join("sys/class/net")) else { return Vec::new() };
	let mut found: Vec<_> = entries
		.flatten()
		.filter_map(|entry| {
			let path = entry.path();
			let name = entry.file_name().into_string().ok()?;
			let mac = line(&path.join("address"))?;
			// Type 1 is Ethernet, wireless included; a loopback is 772.
			let ethernet = line(&path.join("type")).is_some_and(|kind| kind == "1");
			let real = ethernet && mac != "00:00:00:00:00:00";
			real.then(|| (path.join("device").exists(), name, mac))
		})
		.collect();
	found.sort();
	if found.iter().any(|(on_a_bus, ..)| *on_a_bus) {
		found.retain(|(on_a_bus, ..)| *on_a_bus);
	} else {
		found.retain(|(_, name, _)| !is_virtual(name));
	}
	found.into_iter().map(|(_, name, mac)| (name, mac)).collect()
}

/// Whether the name is one that bridges, tunnels and the like get.
fn is_virtual(name: &str) -> bool {
	const PREFIXES: [&str; 11] =
		["br", "docker", "dummy", "ifb", "tap", "tun", "veth", "virbr", "vnet", "wg", "zt"];
	PREFIXES.iter().any(|prefix| name.starts_with(prefix))
}

fn addresses(network: &sysinfo::NetworkData) -> Vec<IpAddr> {
	let mut ips: Vec<_> = network
		.ip_networks()
		.iter()
		.map(|network| network.addr)
		.filter(|ip| is_reachable(*ip))
		.collect();
	ips.sort();
	ips.dedup();
	ips
}

/// Whether another computer can reach the address at all.
fn is_reachable(ip: IpAddr) -> bool {
	match ip {
		IpAddr::V4(ip) => !ip.is_loopback() && !ip.is_link_local() && !ip.is_unspecified(),
		IpAddr::V6(ip) => !ip.is_loopback() && !ip.is_unicast_link_local() && !ip.is_unspecified(),
	}
}

#[cfg(test)]
mod tests {
	use super::{super::fixture, *};

	fn interface(root: &Path, name: &str, kind: &str, mac: &str, on_a_bus: bool) {
		let at = |file: &str| format!("sys/class/net/{name}/{file}");
		fixture::add(root, &at("address"), mac.as_bytes());
		fixture::add(root, &at("type"), kind.as_bytes());
		if on_a_bus {
			fixture::add(root, &at("device/vendor"), b"0x1af4\n");
		}
	}

	fn names(root: &Path) -> Vec<String> {
		built_in(root).into_iter().map(|(name, _)| name).collect()
	}

	#[test]
	fn built_in_interfaces_come_without_loopback_and_bridges() {
		let root = tempfile::tempdir().unwrap();
		interface(root.path(), "lo", "772\n", "00:00:00:00:00:00\n", false);
		interface(root.path(), "docker0", "1\n", "02:42:ac:11:00:02\n", false);
		interface(root.path(), "enp3s0", "1\n", "52:54:00:12:34:57\n", true);
		interface(root.path(), "enp2s0", "1\n", "52:54:00:12:34:56\n", true);
		assert_eq!(
			built_in(root.path()),
			[
				("enp2s0".to_owned(), "52:54:00:12:34:56".to_owned()),
				("enp3s0".to_owned(), "52:54:00:12:34:57".to_owned()),
			]
		);
	}

	#[test]
	fn container_shows_its_only_interface() {
		let root = tempfile::tempdir().unwrap();
		interface(root.path(), "lo", "772\n", "00:00:00:00:00:00\n", false);
		interface(root.path(), "eth0", "1\n", "02:42:ac:11:00:02\n", false);
		interface(root.path(), "veth1", "1\n", "02:42:ac:11:00:03\n", false);
		assert_eq!(names(root.path()), ["eth0"]);
		assert_eq!(names(Path::new("/nowhere")), [""; 0]);
	}

	#[test]
	fn addresses_that_nobody_can_reach_are_left_out() {
		let reachable = |text: &str| is_reachable(text.parse().unwrap());
		for text in ["192.0.2.7", "10.0.0.7", "2001:db8::7", "fd00::7"] {
			assert!(reachable(text), "{text}");
		}
		for text in ["127.0.0.1", "169.254.3.4", "0.0.0.0", "::1", "fe80::1", "::"] {
			assert!(!reachable(text), "{text}");
		}
	}

	#[test]
	fn interface_is_shown_with_its_addresses() {
		let interface = Interface {
			name: "enp2s0".into(),
			mac: "52:54:00:12:34:56".into(),
			ips: vec!["192.0.2.7".parse().unwrap(), "2001:db8::7".parse().unwrap()],
		};
		assert_eq!(interface.to_string(), "enp2s0  52:54:00:12:34:56  192.0.2.7  2001:db8::7");
	}
}
