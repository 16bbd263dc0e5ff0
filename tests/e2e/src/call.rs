//! What the people of a region sign.
//!
//! Calls are values without types of their own: the chain's metadata says how they are encoded.

use subxt::{
	dynamic::{self, Value},
	ext::{scale_decode::DecodeAsType, scale_value::Composite},
	transactions::DynamicPayload,
	utils::AccountId32,
};

/// A call.
pub type Call = DynamicPayload<Composite<()>>;

/// Capacity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, DecodeAsType)]
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

impl From<Resources> for Value {
	fn from(from: Resources) -> Self {
		Value::named_composite([
			("cores", number(from.cores)),
			("memory_mib", number(from.memory_mib)),
			("ssd_mib", number(from.ssd_mib)),
			("hdd_mib", number(from.hdd_mib)),
			("gpus", number(from.gpus)),
		])
	}
}

fn call<const N: usize>(pallet: &str, name: &str, fields: [(&str, Value); N]) -> Call {
	dynamic::transaction(pallet, name, Composite::named(fields))
}

fn number(number: impl Into<u128>) -> Value {
	Value::u128(number.into())
}

fn account(account: &AccountId32) -> Value {
	Value::from_bytes(account.0)
}

fn address(of: &AccountId32) -> Value {
	Value::unnamed_variant("Id", [account(of)])
}

pub(crate) fn none() -> Value {
	Value::unnamed_variant("None", [])
}

fn empty_list() -> Value {
	Value::unnamed_composite([])
}

fn calls(list: impl IntoIterator<Item = Call>) -> Value {
	Value::unnamed_composite(list.into_iter().map(Call::into_value))
}

/// Accepts the terms of use with this hash.
pub fn accept_terms(terms: [u8; 32]) -> Call {
	call("Twins", "accept_terms", [("terms", Value::from_bytes(terms))])
}

/// Makes the signer's twin.
pub fn create_twin() -> Call {
	call("Twins", "create_twin", [("relay", none()), ("public_key", none())])
}

/// Makes a farm.
pub fn create_farm(name: &str) -> Call {
	call("Farms", "create_farm", [("name", Value::from_bytes(name))])
}

/// Makes the region's root account do something.
pub fn sudo(what: Call) -> Call {
	call("Sudo", "sudo", [("call", what.into_value())])
}

/// Lets the nodes of `farm` earn.
pub fn approve_farm(farm: u32) -> Call {
	call("Farms", "approve_farm", [("farm", number(farm))])
}

/// Sets all that can be tuned of nodes.
pub fn set_node_params(params: Value) -> Call {
	call("Nodes", "set_params", [("params", params)])
}

/// Lets the node of `node` into `farm`.
pub fn authorise_node(farm: u32, node: &AccountId32) -> Call {
	call("Farms", "authorise_node", [("farm", number(farm)), ("account", account(node))])
}

/// Makes the signer's computer a node of `farm`.
pub fn register_node(farm: u32, hardware: Resources) -> Call {
	let location = Value::named_composite([
		("country", Value::from_bytes("BE")),
		("city", Value::from_bytes("Ghent")),
		("position", none()),
	]);
	let fields = [
		("farm", number(farm)),
		("hardware", hardware.into()),
		("location", location),
		("interfaces", empty_list()),
		("secure_boot", Value::bool(false)),
		("virtualized", Value::bool(true)),
		("serial", Value::from_bytes("")),
	];
	call("Nodes", "register_node", fields)
}

/// Says that `node` has been up for `uptime` seconds.
pub fn report(node: u32, uptime: u64) -> Call {
	let fields = [("node", number(node)), ("uptime", number(uptime)), ("traffic", empty_list())];
	call("Nodes", "report", fields)
}

/// Orders a workload.
pub fn deploy(node: u32, resources: Resources, traffic_limit: u64) -> Call {
	let fields = [
		("node", number(node)),
		("spec_hash", Value::from_bytes([7; 32])),
		("spec", Value::from_bytes("https://example.org/workload.json")),
		("resources", resources.into()),
		("public_ips", number(0u8)),
		("traffic_limit", number(traffic_limit)),
		("provider", none()),
	];
	call("Deployments", "deploy", fields)
}

/// Says that a workload runs.
pub fn confirm_workload(contract: u64) -> Call {
	call("Deployments", "confirm_workload", [("contract", number(contract))])
}

/// Ends a contract.
pub fn cancel(contract: u64) -> Call {
	call("Deployments", "cancel", [("contract", number(contract))])
}

/// Gives somebody money.
pub fn transfer(to: &AccountId32, amount: u128) -> Call {
	let fields = [("dest", address(to)), ("value", number(amount))];
	call("Balances", "transfer_keep_alive", fields)
}

/// Gives somebody all that the signer can spend.
pub fn transfer_all(to: &AccountId32) -> Call {
	let fields = [("dest", address(to)), ("keep_alive", Value::bool(false))];
	call("Balances", "transfer_all", fields)
}

/// Does nothing, for a fee.
pub fn remark() -> Call {
	call("System", "remark", [("remark", Value::from_bytes("nothing"))])
}

/// Makes several calls, all or none.
pub fn batch(list: impl IntoIterator<Item = Call>) -> Call {
	call("Utility", "batch_all", [("calls", calls(list))])
}
