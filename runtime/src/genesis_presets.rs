//! The genesis of the development chain and of a local chain of three validators.
//!
//! Both keep every rule of production and only shorten times, so that a day's work is seen in minutes.

use crate::{
	configs::{consensus::BABE_GENESIS_EPOCH_CONFIG, grid::MOST_CERTIFIERS},
	AccountId, BabeConfig, BalancesConfig, BillingConfig, CertifiersConfig, FeedersConfig,
	NodesConfig, RewardsConfig, RuntimeGenesisConfig, SessionConfig, SessionKeys, SudoConfig,
	TwinsConfig, ValidatorsConfig, TFT,
};
use alloc::{vec, vec::Vec};
use frame_support::{build_struct_json_patch, traits::ConstU32, BoundedVec};
use gridchain_primitives::{Price, Seconds};
use pallet_billing::{BillingParams, MOST_FEEDS};
use pallet_nodes::NodeParams;
use pallet_rewards::{RewardsParams, GREATEST_CAP};
use serde_json::Value;
use sp_core::H256;
use sp_genesis_builder::{PresetId, DEV_RUNTIME_PRESET, LOCAL_TESTNET_RUNTIME_PRESET};
use sp_keyring::{Ed25519Keyring, Sr25519Keyring};

/// What each well-known account of these chains begins with: 1,000,000 TFT.
const ENDOWMENT: u128 = 1_000_000 * TFT;

/// Blocks of a session: one minute.
const EPOCH_LENGTH: u32 = 10;

/// The terms of use, whose hash people accept.
const TERMS: &[u8] =
	b"Terms of use of a Gridchain development region: nothing here is worth anything.";

fn terms() -> H256 {
	H256(sp_io::hashing::blake2_256(TERMS))
}

/// 0.011 USD for one TFT.
fn price() -> Price {
	Price::from_rational(11, 1_000)
}

/// A report every 6 seconds instead of 5 minutes, periods of 5 minutes instead of a month, a notice of a minute
/// instead of a week.
fn nodes() -> NodeParams {
	NodeParams {
		report_interval: Seconds(6),
		live_blocks: 5,
		late_credit: Seconds(30),
		period_length: Seconds(300),
		retirement_notice: Seconds(60),
		retirement_retry: Seconds(30),
		..Default::default()
	}
}

/// Windows of a minute instead of a day, and all that goes with them. One feed is a market.
fn billing() -> BillingParams {
	BillingParams {
		window: Seconds(60),
		slack: Seconds(30),
		delivery: Seconds(30),
		minimum_billed: Seconds(30),
		retry: Seconds(30),
		grace_limit: Seconds(60),
		node_gone: Seconds(600),
		unbonding: Seconds(60),
		halt: Seconds(60),
		minimum_feeds: 1,
		..Default::default()
	}
}

/// A settlement one minute after the end of a period instead of a week.
fn rewards() -> RewardsParams {
	RewardsParams { settlement_delay: Seconds(60), ..Default::default() }
}

/// The names of the presets.
pub fn preset_names() -> Vec<PresetId> {
	vec![PresetId::from(DEV_RUNTIME_PRESET), PresetId::from(LOCAL_TESTNET_RUNTIME_PRESET)]
}

/// The genesis of the preset `id` as a JSON patch, or `None` if there is no such preset.
pub fn get_preset(id: &PresetId) -> Option<Vec<u8>> {
	let validators: &[Sr25519Keyring] = match id.as_ref() {
		DEV_RUNTIME_PRESET => &[Sr25519Keyring::Alice],
		LOCAL_TESTNET_RUNTIME_PRESET => {
			&[Sr25519Keyring::Alice, Sr25519Keyring::Bob, Sr25519Keyring::Charlie]
		},
		_ => return None,
	};
	serde_json::to_string(&genesis(validators)).ok().map(|json| json.into_bytes())
}

fn genesis(validators: &[Sr25519Keyring]) -> Value {
	build_struct_json_patch!(RuntimeGenesisConfig {
		babe: BabeConfig { epoch_config: BABE_GENESIS_EPOCH_CONFIG },
		balances: BalancesConfig { balances: endowments() },
		feeders: FeedersConfig { members: feeders() },
		certifiers: CertifiersConfig { members: certifiers() },
		session: SessionConfig { keys: validators.iter().map(session_keys).collect() },
		sudo: SudoConfig { key: Some(Sr25519Keyring::Alice.to_account_id()) },
		validators: ValidatorsConfig { epoch_length: EPOCH_LENGTH },
		twins: TwinsConfig { terms: Some(terms()) },
		nodes: NodesConfig { params: nodes() },
		billing: BillingConfig { params: billing(), slot_length: Seconds(6), price: Some(price()) },
		rewards: RewardsConfig { params: rewards(), cap: GREATEST_CAP },
	})
}

/// Who feeds the price of TFT.
fn feeders() -> BoundedVec<AccountId, ConstU32<MOST_FEEDS>> {
	let feeders = [Sr25519Keyring::Alice, Sr25519Keyring::Bob, Sr25519Keyring::Charlie];
	BoundedVec::truncate_from(feeders.map(|feeder| feeder.to_account_id()).to_vec())
}

/// Who certifies farms and nodes.
fn certifiers() -> BoundedVec<AccountId, ConstU32<MOST_CERTIFIERS>> {
	BoundedVec::truncate_from(vec![Sr25519Keyring::Alice.to_account_id()])
}

fn endowments() -> Vec<(AccountId, u128)> {
	Sr25519Keyring::well_known().map(|key| (key.to_account_id(), ENDOWMENT)).collect()
}

fn session_keys(validator: &Sr25519Keyring) -> (AccountId, AccountId, SessionKeys) {
	let account = validator.to_account_id();
	let finalizer = match validator {
		Sr25519Keyring::Bob => Ed25519Keyring::Bob,
		Sr25519Keyring::Charlie => Ed25519Keyring::Charlie,
		_ => Ed25519Keyring::Alice,
	};
	let keys = SessionKeys { babe: validator.public().into(), grandpa: finalizer.public().into() };
	(account.clone(), account, keys)
}
