//! The real runtime, with the genesis of its development preset, and people who have done what comes before a
//! node can join.

use frame_support::{assert_ok, genesis_builder_helper::build_state};
use gridchain_primitives::{AccountId, FarmId};
use gridchain_runtime::{
	genesis_presets::get_preset, Farms, Nodes, Runtime, RuntimeGenesisConfig, RuntimeOrigin, Twins,
};
use serde_json::{json, Value};
use sp_keyring::Sr25519Keyring;
use sp_state_machine::BasicExternalities;
use sp_storage::Storage;

/// When the chain begins.
pub const START: u64 = 1_800_000_000;
/// How long a block takes, in seconds.
pub const BLOCK_TIME: u64 = 6;

/// Who owns the farm.
pub fn farmer() -> RuntimeOrigin {
	RuntimeOrigin::signed(Sr25519Keyring::Bob.to_account_id())
}

/// Who rents.
pub fn deployer() -> RuntimeOrigin {
	RuntimeOrigin::signed(Sr25519Keyring::Charlie.to_account_id())
}

/// The state in which the chain begins: the development preset, in which a node has ten minutes instead of half
/// a minute to confirm a workload, and an owner five to bring money, so that tests of both have the time to.
pub fn genesis() -> Storage {
	let mut whole = serde_json::to_value(RuntimeGenesisConfig::default()).unwrap();
	let preset = get_preset(&"development".into()).unwrap();
	merge(&mut whole, serde_json::from_slice(&preset).unwrap());
	whole["billing"]["params"]["delivery"] = json!(600);
	whole["billing"]["params"]["window"] = json!(300);
	whole["billing"]["params"]["graceLimit"] = json!(6_000);
	let mut storage = Storage::default();
	BasicExternalities::execute_with_storage(&mut storage, || {
		build_state::<RuntimeGenesisConfig>(serde_json::to_vec(&whole).unwrap()).unwrap();
	});
	storage
}

fn merge(whole: &mut Value, patch: Value) {
	match (whole, patch) {
		(Value::Object(whole), Value::Object(patch)) => {
			for (key, value) in patch {
				merge(whole.entry(key).or_insert(Value::Null), value);
			}
		},
		(whole, patch) => *whole = patch,
	}
}

/// Farmer and deployer become people of the chain, and the farmer makes a farm.
pub fn settle() {
	let terms = pallet_twins::Terms::<Runtime>::get().unwrap();
	for person in [farmer(), deployer()] {
		assert_ok!(Twins::accept_terms(person.clone(), terms));
		assert_ok!(Twins::create_twin(person, None, None));
	}
	assert_ok!(Farms::create_farm(farmer(), b"farm".to_vec().try_into().unwrap()));
}

/// The farmer has three public IPs. The last one is rented out first.
pub fn add_public_ips() {
	for host in [33, 32, 31] {
		let cidr = format!("185.206.122.{host}/24").into_bytes().try_into().unwrap();
		let gateway = b"185.206.122.1".to_vec().try_into().unwrap();
		assert_ok!(Farms::add_public_ip(farmer(), FarmId(1), cidr, gateway));
	}
}

/// A certifier finds that a public IP isn't the farm's.
pub fn withdraw_public_ip(address: &str) {
	let address = address.as_bytes().to_vec().try_into().unwrap();
	assert_ok!(Farms::remove_public_ip(RuntimeOrigin::root(), FarmId(1), address));
}

/// The region asks its nodes for `version` of their software.
pub fn ask_for_release(version: &str) {
	let version = version.as_bytes().to_vec().try_into().unwrap();
	assert_ok!(Nodes::set_release(RuntimeOrigin::root(), Some(version)));
}

/// The farmer lets the node of `account` join.
pub fn authorise(account: AccountId) {
	assert_ok!(Farms::authorise_node(farmer(), FarmId(1), account));
}
