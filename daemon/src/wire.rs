//! Calls, storage and events as the chain's metadata names them.
//!
//! Fields are matched by name and numbers by value, against the metadata of the block at hand, so that the
//! daemon goes on after a runtime upgrade that adds fields or moves them. Only what the daemon needs is here.

use crate::{
	hardware::{self, Hardware},
	state::{self, Wanted},
};
use gridchain_primitives::{Resources as ChainResources, Seconds};
use std::net::IpAddr;
use subxt::{
	dynamic::{self, At},
	ext::{scale_decode::DecodeAsType, scale_encode::EncodeAsType},
	transactions::DynamicPayload,
};

/// The most bytes of a city's name.
pub const MAX_CITY: usize = 48;
const MAX_SERIAL: usize = 48;
const MAX_INTERFACES: usize = 4;
const MAX_INTERFACE_NAME: usize = 15;
const MAX_IPS: usize = 4;

/// The pallet of the nodes.
pub const NODES: &str = "Nodes";
/// The pallet of the contracts.
pub const DEPLOYMENTS: &str = "Deployments";
/// The pallet of the farms, whose the public IPs are.
pub const FARMS: &str = "Farms";

/// The pallet of the oracle.
pub const ORACLE: &str = "Oracle";
/// The pallet of those who may feed it.
pub const FEEDERS: &str = "Feeders";

/// Capacity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EncodeAsType, DecodeAsType)]
#[encode_as_type(crate_path = "subxt::ext::scale_encode")]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Resources {
	/// Logical cores.
	pub cores: u32,
	/// Memory in MiB.
	pub memory_mib: u64,
	/// Solid-state disk in MiB.
	pub ssd_mib: u64,
	/// Spinning disk in MiB.
	pub hdd_mib: u64,
	/// Graphics processors.
	pub gpus: u16,
}

impl From<ChainResources> for Resources {
	fn from(from: ChainResources) -> Self {
		Self {
			cores: from.cores,
			memory_mib: from.memory_mib.0,
			ssd_mib: from.ssd_mib.0,
			hdd_mib: from.hdd_mib.0,
			gpus: from.gpus,
		}
	}
}

impl From<Resources> for Wanted {
	fn from(Resources { cores, memory_mib, ssd_mib, hdd_mib, gpus }: Resources) -> Self {
		Self { cores, memory_mib, ssd_mib, hdd_mib, gpus }
	}
}

impl Resources {
	/// Whether the chain should be told that the hardware is `now` what it is. Memory and disks are seen a
	/// little differently by each version of a kernel, so that a change of at most 1 % is none.
	pub fn differ_from(&self, now: &Self) -> bool {
		let differ = |before: u64, now: u64| before.abs_diff(now).saturating_mul(100) > before;
		self.cores != now.cores
			|| self.gpus != now.gpus
			|| differ(self.memory_mib, now.memory_mib)
			|| differ(self.ssd_mib, now.ssd_mib)
			|| differ(self.hdd_mib, now.hdd_mib)
	}
}

/// Where a node stands.
#[derive(Debug, Clone, PartialEq, Eq, EncodeAsType, DecodeAsType)]
#[encode_as_type(crate_path = "subxt::ext::scale_encode")]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Location {
	/// Two upper-case letters.
	pub country: [u8; 2],
	/// In UTF-8; empty if it is not said.
	pub city: Vec<u8>,
	/// Where exactly, if the farmer says so.
	pub position: Option<Position>,
}

/// A place on Earth, in millionths of a degree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EncodeAsType, DecodeAsType)]
#[encode_as_type(crate_path = "subxt::ext::scale_encode")]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Position {
	/// North is positive.
	pub latitude: i32,
	/// East is positive.
	pub longitude: i32,
}

/// A network interface.
#[derive(Debug, Clone, PartialEq, Eq, EncodeAsType, DecodeAsType)]
#[encode_as_type(crate_path = "subxt::ext::scale_encode")]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Interface {
	/// Its name.
	pub name: Vec<u8>,
	/// Its hardware address.
	pub mac: [u8; 6],
	/// Its addresses.
	pub ips: Vec<IpAddress>,
}

/// An address of the internet protocol.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EncodeAsType, DecodeAsType)]
#[encode_as_type(crate_path = "subxt::ext::scale_encode")]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub enum IpAddress {
	/// Version 4.
	V4([u8; 4]),
	/// Version 6.
	V6([u8; 16]),
}

impl From<IpAddr> for IpAddress {
	fn from(ip: IpAddr) -> Self {
		match ip {
			IpAddr::V4(ip) => Self::V4(ip.octets()),
			IpAddr::V6(ip) => Self::V6(ip.octets()),
		}
	}
}

/// What a node says of itself beside its hardware.
#[derive(Debug, Clone, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Details {
	/// Where it stands.
	pub location: Location,
	/// Its network interfaces.
	pub interfaces: Vec<Interface>,
	/// Whether it started with secure boot.
	pub secure_boot: bool,
	/// Whether it is a virtual machine.
	pub virtualized: bool,
	/// What the maker wrote on it; empty if it is unknown.
	pub serial: Vec<u8>,
}

impl Details {
	/// What is told of `hardware`, cut to the chain's limits.
	pub fn of(hardware: &Hardware, location: Location) -> Self {
		let interfaces = hardware.interfaces.iter().filter_map(interface);
		Self {
			location,
			interfaces: interfaces.take(MAX_INTERFACES).collect(),
			secure_boot: hardware.secure_boot,
			virtualized: hardware.virtualized,
			serial: readable(hardware.serial.as_deref().unwrap_or_default(), MAX_SERIAL),
		}
	}
}

/// `None` for one whose hardware address isn't six bytes, or which has no name to tell.
fn interface(of: &hardware::Interface) -> Option<Interface> {
	let name = readable(&of.name, MAX_INTERFACE_NAME);
	let bytes: Vec<u8> = of
		.mac
		.split(':')
		.map(|byte| u8::from_str_radix(byte, 16))
		.collect::<Result<_, _>>()
		.ok()?;
	let ips = of.ips.iter().take(MAX_IPS).map(|ip| (*ip).into()).collect();
	let mac = bytes.try_into().ok()?;
	(!name.is_empty()).then_some(Interface { name, mac, ips })
}

/// `text` without control characters, cut to at most `most` bytes between two characters.
fn readable(text: &str, most: usize) -> Vec<u8> {
	let mut kept = String::new();
	for c in text.chars().filter(|c| !c.is_control()) {
		if kept.len() + c.len_utf8() > most {
			break;
		}
		kept.push(c);
	}
	kept.into_bytes()
}

/// The call that makes this computer a node.
#[derive(Debug, EncodeAsType)]
#[encode_as_type(crate_path = "subxt::ext::scale_encode")]
pub struct RegisterNode {
	farm: u32,
	hardware: Resources,
	location: Location,
	interfaces: Vec<Interface>,
	secure_boot: bool,
	virtualized: bool,
	serial: Vec<u8>,
}

/// The call that describes it anew.
#[derive(Debug, EncodeAsType)]
#[encode_as_type(crate_path = "subxt::ext::scale_encode")]
pub struct UpdateNode {
	node: u32,
	hardware: Resources,
	location: Location,
	interfaces: Vec<Interface>,
	secure_boot: bool,
	virtualized: bool,
	serial: Vec<u8>,
}

/// The call that says that it is up.
#[derive(Debug, EncodeAsType)]
#[encode_as_type(crate_path = "subxt::ext::scale_encode")]
pub struct Report {
	node: u32,
	uptime: u64,
	traffic: Vec<(u64, u64)>,
}

/// The call that says that a workload runs.
#[derive(Debug, EncodeAsType)]
#[encode_as_type(crate_path = "subxt::ext::scale_encode")]
pub struct ConfirmWorkload {
	contract: u64,
}

/// What is fed to the oracle.
#[derive(Debug, EncodeAsType)]
#[encode_as_type(crate_path = "subxt::ext::scale_encode")]
pub enum Feed {
	/// Dollars for one TFT.
	UsdPerTft,
}

/// The call that says what TFT is worth.
#[derive(Debug, EncodeAsType)]
#[encode_as_type(crate_path = "subxt::ext::scale_encode")]
pub struct FeedValues {
	values: Vec<(Feed, u128)>,
}

/// Says what one TFT is worth, in 10^-18 dollars.
pub fn feed_price(price: u128) -> DynamicPayload<FeedValues> {
	let data = FeedValues { values: vec![(Feed::UsdPerTft, price)] };
	dynamic::transaction(ORACLE, "feed_values", data)
}

/// Makes this computer a node of `farm`.
pub fn register_node(
	farm: u32,
	hardware: Resources,
	details: Details,
) -> DynamicPayload<RegisterNode> {
	let Details { location, interfaces, secure_boot, virtualized, serial } = details;
	let data =
		RegisterNode { farm, hardware, location, interfaces, secure_boot, virtualized, serial };
	dynamic::transaction(NODES, "register_node", data)
}

/// Describes `node` anew.
pub fn update_node(node: u32, hardware: Resources, details: Details) -> DynamicPayload<UpdateNode> {
	let Details { location, interfaces, secure_boot, virtualized, serial } = details;
	let data =
		UpdateNode { node, hardware, location, interfaces, secure_boot, virtualized, serial };
	dynamic::transaction(NODES, "update_node", data)
}

/// Says that `node` has been up for `uptime` since its boot, and what public bytes its contracts have had.
pub fn report(node: u32, uptime: Seconds, traffic: Vec<(u64, u64)>) -> DynamicPayload<Report> {
	dynamic::transaction(NODES, "report", Report { node, uptime: uptime.0, traffic })
}

/// Says that the workload of `contract` runs.
pub fn confirm_workload(contract: u64) -> DynamicPayload<ConfirmWorkload> {
	dynamic::transaction(DEPLOYMENTS, "confirm_workload", ConfirmWorkload { contract })
}

/// A node as it described itself.
#[derive(Debug, Clone, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Node {
	/// All but the hardware.
	pub details: Details,
}

/// What a node has.
#[derive(Debug, Clone, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct NodeLedger {
	/// What it told the chain.
	pub hardware: Resources,
}

/// When a node last spoke.
#[derive(Debug, Clone, Copy, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct NodeLiveness {
	/// Whether it has ever reported.
	pub reported: bool,
	/// When it last reported, or registered; chain time.
	pub last_report: u64,
}

/// The rules of reports.
#[derive(Debug, Clone, Copy, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct NodeParams {
	/// Seconds between two reports, at least.
	pub report_interval: u64,
	/// Blocks of silence after which a node counts as down.
	pub live_blocks: u32,
}

/// What the chain made of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Reported {
	/// Seconds that it credited.
	pub credited: u64,
	/// Seconds that were claimed beyond that.
	pub not_credited: u64,
}

/// The number that an event has under `field`, whatever it is wrapped in: the type of an id, an option. `None`
/// if there is no such field, or nothing in it.
pub fn number(event: &dynamic::Value, field: &str) -> Option<u128> {
	fn inside(value: &dynamic::Value) -> Option<u128> {
		value.as_u128().or_else(|| inside(value.at(0)?))
	}
	inside(event.at(field)?)
}

/// What is known of a node's rent where its reports are.
#[derive(Debug, Clone, Copy, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Tenancy {
	/// Whether a contract rents all of it.
	pub rental: Lease,
}

/// Whether a contract rents all of a node.
#[derive(Debug, Clone, Copy, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub enum Lease {
	/// None does.
	None,
	/// One does.
	Rented {
		/// The rent.
		contract: u64,
	},
	/// One did, and what stood under it is being ended.
	Ended {
		/// The rent.
		contract: u64,
	},
}

/// A contract.
#[derive(Debug, Clone, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Contract {
	/// What it is about.
	pub kind: ContractKind,
}

/// What a contract is about.
#[derive(Debug, Clone, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub enum ContractKind {
	/// A part of a node.
	Workload(Workload),
	/// A whole node.
	Rent(Rent),
}

/// A whole node.
#[derive(Debug, Clone, Copy, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Rent {
	/// Whether it is paid.
	pub standing: Standing,
}

/// Whether a rent is paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub enum Standing {
	/// It is.
	Active,
	/// The money didn't reach for the next window.
	Suspended,
}

/// A part of a node, and what runs in it.
#[derive(Debug, Clone, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Workload {
	/// What is sold of the node.
	pub resources: Resources,
	/// How many public IPs it has.
	pub public_ips: u8,
	/// The hash of the full document.
	pub spec_hash: [u8; 32],
	/// The most public bytes that one window is billed for.
	pub traffic_limit: u64,
	/// How far it has come.
	pub state: WorkloadState,
}

/// How far a workload has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub enum WorkloadState {
	/// The node hasn't confirmed it yet.
	AwaitingDelivery,
	/// It runs and is billed.
	Running,
	/// It is stopped for want of money.
	Suspended,
}

/// A public IP of a farm.
#[derive(Debug, Clone, Copy, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct PublicIp {
	/// The length of its network's prefix in bits.
	pub prefix: u8,
	/// The router's address.
	pub gateway: [u8; 4],
	/// Whether a contract has it.
	pub state: IpState,
}

/// Whether a contract has a public IP.
#[derive(Debug, Clone, Copy, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub enum IpState {
	/// None has.
	Free,
	/// One has.
	InUse {
		/// The contract.
		contract: u64,
	},
	/// A certifier has withdrawn it: it is not the farm's.
	Withdrawn,
}

impl PublicIp {
	/// What a workload of `contract` is told of it, if it may use it.
	pub fn for_contract(self, contract: u64, address: [u8; 4]) -> Option<state::PublicIp> {
		let Self { prefix, gateway, state } = self;
		let (address, gateway) = (address.into(), gateway.into());
		(state == IpState::InUse { contract }).then_some(state::PublicIp {
			address,
			prefix,
			gateway,
		})
	}
}

#[cfg(test)]
mod tests {
	use super::*;

	const SEEN: Resources =
		Resources { cores: 8, memory_mib: 10_000, ssd_mib: 500_000, hdd_mib: 0, gpus: 0 };

	fn place() -> Location {
		Location { country: *b"BE", city: Vec::new(), position: None }
	}

	fn computer() -> Hardware {
		Hardware {
			cores: 8,
			memory_mib: 10_000,
			disks: Vec::new(),
			gpus: 0,
			interfaces: Vec::new(),
			secure_boot: false,
			virtualized: false,
			serial: None,
		}
	}

	#[test]
	fn change_of_one_percent_is_none() {
		assert!(!SEEN.differ_from(&SEEN));
		// 1 % of 10,000 MiB is 100.
		assert!(!SEEN.differ_from(&Resources { memory_mib: 9_900, ..SEEN }));
		assert!(SEEN.differ_from(&Resources { memory_mib: 9_899, ..SEEN }));
		assert!(SEEN.differ_from(&Resources { memory_mib: 10_101, ..SEEN }));
	}

	#[test]
	fn cores_graphics_and_first_disks_are_never_small_changes() {
		assert!(SEEN.differ_from(&Resources { cores: 9, ..SEEN }));
		assert!(SEEN.differ_from(&Resources { gpus: 1, ..SEEN }));
		assert!(SEEN.differ_from(&Resources { hdd_mib: 1, ..SEEN }));
		assert!(SEEN.differ_from(&Resources { ssd_mib: 0, ..SEEN }));
	}

	#[test]
	fn what_is_told_keeps_within_the_chains_limits() {
		let interface = |n: u8| hardware::Interface {
			name: format!("interface{n}-of-a-long-name"),
			mac: format!("52:54:00:12:34:{n:02x}"),
			ips: (1..=9).map(|host| IpAddr::from([192, 0, n, host])).collect(),
		};
		let many = Hardware {
			interfaces: (1..=9).map(interface).collect(),
			// 47 bytes and a letter of two, which would be cut in its middle.
			serial: Some(format!("{}é", "7".repeat(47))),
			..computer()
		};
		let details = Details::of(&many, place());
		assert_eq!(details.interfaces.len(), 4);
		assert_eq!(details.interfaces[0].name, b"interface1-of-a");
		assert_eq!(details.interfaces[0].mac, [0x52, 0x54, 0, 0x12, 0x34, 1]);
		assert_eq!(details.interfaces[0].ips.len(), 4);
		assert_eq!(details.serial, "7".repeat(47).into_bytes());
	}

	#[test]
	fn public_ip_is_told_only_to_the_contract_that_may_use_it() {
		let ip = |state| PublicIp { prefix: 24, gateway: [185, 206, 122, 1], state };
		let told = |state| ip(state).for_contract(7, [185, 206, 122, 31]);
		let expected = state::PublicIp {
			address: [185, 206, 122, 31].into(),
			prefix: 24,
			gateway: [185, 206, 122, 1].into(),
		};
		assert_eq!(told(IpState::InUse { contract: 7 }), Some(expected));
		assert_eq!(told(IpState::InUse { contract: 8 }), None);
		assert_eq!(told(IpState::Withdrawn), None);
		assert_eq!(told(IpState::Free), None);
	}

	#[test]
	fn number_of_an_event_is_found_whatever_it_is_wrapped_in() {
		use dynamic::Value;
		let id = |n: u128| Value::unnamed_composite([Value::u128(n)]);
		let event = Value::named_composite([
			("contract", id(7)),
			("node", Value::unnamed_variant("Some", [id(3)])),
			("left", Value::unnamed_variant("None", [])),
			("plain", Value::u128(5)),
		]);
		assert_eq!(number(&event, "contract"), Some(7));
		assert_eq!(number(&event, "node"), Some(3));
		assert_eq!(number(&event, "left"), None);
		assert_eq!(number(&event, "plain"), Some(5));
		assert_eq!(number(&event, "farm"), None);
	}

	#[test]
	fn what_the_chain_could_not_show_is_left_out() {
		let interface = |name: &str, mac: &str| hardware::Interface {
			name: name.into(),
			mac: mac.into(),
			ips: Vec::new(),
		};
		let odd = Hardware {
			interfaces: vec![
				interface("ib0", "80:00:02:08:fe:80:00:00"),
				interface("eth0", "not a mac"),
				interface("\n", "52:54:00:12:34:56"),
			],
			serial: Some("A\tB".into()),
			..computer()
		};
		let details = Details::of(&odd, place());
		assert_eq!(details.interfaces, []);
		assert_eq!(details.serial, b"AB");
	}
}
