//! The chains that this program knows by name, and the files that describe others.

use gridchain_runtime::SS58Prefix;
use sc_service::{ChainType, GenericChainSpec, Properties};
use sp_genesis_builder::{DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use std::path::PathBuf;

/// The specification of a chain.
pub type ChainSpec = GenericChainSpec;

/// The names that `--chain` knows, and what they stand for.
const KNOWN: [(&str, &str); 2] = [
	("dev", "one validator, Alice; times shortened to minutes"),
	("local", "three validators, Alice, Bob and Charlie; times shortened to minutes"),
];

/// The chain `id`: a known name, or the path of a specification.
///
/// There is no default: a node that runs on a chain that nobody asked for is worse than one that doesn't run.
pub fn load(id: &str) -> Result<ChainSpec, String> {
	match id {
		"" => Err(format!("no chain was named. {}", ways_out())),
		"dev" => development(),
		"local" => local(),
		path if is_path(path) => ChainSpec::from_json_file(PathBuf::from(path)),
		unknown => Err(format!("there is no chain \"{unknown}\". {}", ways_out())),
	}
}

fn is_path(id: &str) -> bool {
	id.ends_with(".json") || id.contains('/') || PathBuf::from(id).is_file()
}

fn ways_out() -> String {
	let known = KNOWN.map(|(id, meaning)| format!("  --chain {id:<6}  {meaning}")).join("\n");
	format!(
		"Known chains:\n{known}\nFor any other, give its specification: --chain path/to/chain.json\n\
		 To try things out: --dev"
	)
}

fn development() -> Result<ChainSpec, String> {
	Ok(builder()?
		.with_name("Gridchain Development")
		.with_id("gridchain_dev")
		.with_protocol_id("gridchain-dev")
		.with_chain_type(ChainType::Development)
		.with_genesis_config_preset_name(DEV_RUNTIME_PRESET)
		.build())
}

fn local() -> Result<ChainSpec, String> {
	Ok(builder()?
		.with_name("Gridchain Local")
		.with_id("gridchain_local")
		.with_protocol_id("gridchain-local")
		.with_chain_type(ChainType::Local)
		.with_genesis_config_preset_name(LOCAL_TESTNET_RUNTIME_PRESET)
		.build())
}

fn builder() -> Result<sc_chain_spec::ChainSpecBuilder, String> {
	let code = gridchain_runtime::wasm_binary()?;
	Ok(ChainSpec::builder(code, None).with_properties(properties()))
}

/// What a wallet has to know to show amounts and addresses.
fn properties() -> Properties {
	let mut properties = Properties::new();
	properties.insert("tokenSymbol".into(), "TFT".into());
	properties.insert("tokenDecimals".into(), 7.into());
	properties.insert("ss58Format".into(), SS58Prefix::get().into());
	properties
}

#[cfg(test)]
mod tests {
	use super::*;

	#[test]
	fn load_of_no_name_fails_and_lists_the_known_chains() {
		let error = load("").map(|_| ()).unwrap_err();
		assert!(error.starts_with("no chain was named."), "{error}");
		assert!(error.contains("--chain dev") && error.contains("--chain local"), "{error}");
	}

	#[test]
	fn load_of_an_unknown_name_fails_and_lists_the_known_chains() {
		let error = load("mainnet").map(|_| ()).unwrap_err();
		assert!(error.starts_with("there is no chain \"mainnet\"."), "{error}");
		assert!(error.contains("--chain dev") && error.contains("--chain local"), "{error}");
	}

	#[test]
	fn load_of_a_file_that_is_not_there_fails() {
		let error = load("/nowhere/chain.json").map(|_| ()).unwrap_err();
		assert!(error.contains("/nowhere/chain.json"), "{error}");
	}

	#[test]
	fn known_chains_tell_wallets_the_token_and_the_address_format() {
		for id in ["dev", "local"] {
			let properties = load(id).unwrap().properties();
			assert_eq!(properties.get("tokenSymbol"), Some(&"TFT".into()));
			assert_eq!(properties.get("tokenDecimals"), Some(&7.into()));
			assert_eq!(properties.get("ss58Format"), Some(&42.into()));
		}
	}

	#[test]
	fn a_written_specification_is_read_back_as_the_same_chain() {
		let directory = tempfile::tempdir().unwrap();
		let path = directory.path().join("chain.json");
		let json = load("dev").unwrap().as_json(true).unwrap();
		std::fs::write(&path, &json).unwrap();
		let read = load(path.to_str().unwrap()).unwrap();
		assert_eq!(read.id(), "gridchain_dev");
		assert_eq!(read.as_json(true).unwrap(), json);
	}
}
