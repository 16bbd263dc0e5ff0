//! What calls and hooks weigh: nothing may be so heavy that a block holds only a few of it.

use crate::common::{walk::one_of_each_call, *};
use codec::Encode;
use frame_support::{
	dispatch::{DispatchClass, GetDispatchInfo},
	weights::Weight,
};
use gridchain_primitives::{Bytes, ContractId, NodeId, Price, Seconds};
use gridchain_runtime::{
	configs::{
		consensus::MaxAuthorities,
		system::{RuntimeBlockLength, RuntimeBlockWeights},
	},
	AccountId, Records, Runtime, RuntimeCall, System,
};
use pallet_billing::MOST_FEEDS;
use pallet_deployments::MAX_PUBLIC_IPS;
use sp_core::Get;
use std::{collections::BTreeSet, fs, path::Path};

/// Pallets of this project.
const OWN: [&str; 8] =
	["Records", "Twins", "Farms", "Nodes", "Billing", "Deployments", "Rewards", "Validators"];

fn tenth_of_a_block() -> Weight {
	RuntimeBlockWeights::get().max_block / 10
}

#[test]
fn no_call_weighs_more_than_a_tenth_of_a_block() {
	let most = tenth_of_a_block();
	for (name, call) in one_of_each_call() {
		let weight = call.get_dispatch_info().total_weight();
		println!("{:>12} {}.{}", weight.ref_time() / 1_000_000, name.0, name.1);
		assert!(weight.ref_time() <= most.ref_time(), "{name:?} weighs {weight:?}");
	}
}

#[test]
fn calls_of_this_project_weigh_something_and_none_is_mandatory() {
	let own = one_of_each_call().into_iter().filter(|((pallet, _), _)| OWN.contains(pallet));
	let mut count = 0;
	for (name, call) in own {
		let info = call.get_dispatch_info();
		assert!(info.call_weight.ref_time() > 1_000_000, "{name:?} weighs nothing");
		assert_ne!(info.class, DispatchClass::Mandatory, "{name:?}");
		count += 1;
	}
	assert!(count >= 25, "{count}");
}

#[test]
fn no_call_at_its_greatest_weighs_more_than_a_tenth_of_a_block() {
	let most = tenth_of_a_block();
	let calls = calls_at_their_greatest();
	let weighed = calls.map(|(name, call)| (name, call.get_dispatch_info().total_weight()));
	for (name, weight) in weighed.into_iter().chain(others_at_their_greatest()) {
		println!("{:>12} {name}", weight.ref_time() / 1_000_000);
		assert!(weight.ref_time() <= most.ref_time(), "{name} weighs {weight:?}");
	}
}

/// Calls that weigh more the greater an argument is, with the greatest that it can be.
///
/// Those are not here that hold a list without a bound of its own, like a remark, or other calls: who makes one great
/// pays for it, and a block has no room for what is too great.
fn calls_at_their_greatest() -> [(&'static str, RuntimeCall); 10] {
	let accounts = |count: u32| -> Vec<AccountId> {
		(0..count).map(|index| account(&key(&index.to_string()))).collect()
	};
	let entries = (0..128).map(|index| (ContractId(index), Bytes(1))).collect::<Vec<_>>();
	let report = pallet_nodes::Call::report {
		node: NodeId(1),
		uptime: Seconds(1),
		traffic: entries.try_into().unwrap(),
	};
	let deploy = pallet_deployments::Call::deploy {
		node: NodeId(1),
		spec_hash: Default::default(),
		spec: Default::default(),
		resources: WORKLOAD,
		public_ips: MAX_PUBLIC_IPS,
		traffic_limit: Bytes(1),
		provider: None,
	};
	let update = pallet_deployments::Call::update_deployment {
		contract: ContractId(1),
		spec_hash: None,
		spec: None,
		resources: Some(WORKLOAD),
		public_ips: Some(MAX_PUBLIC_IPS),
		traffic_limit: Some(Bytes(1)),
	};
	let subs = accounts(100)
		.into_iter()
		.map(|sub| (sub, pallet_identity::Data::Raw([0; 32].to_vec().try_into().unwrap())));
	let members = accounts(MOST_FEEDS);
	// With a call as long as a block takes it.
	let longest = *RuntimeBlockLength::get().max.get(DispatchClass::Normal);
	let remark = frame_system::Call::remark { remark: vec![0; longest as usize] };
	let sign = pallet_multisig::Call::as_multi {
		threshold: 2,
		other_signatories: accounts(99),
		maybe_timepoint: None,
		call: Box::new(remark.clone().into()),
		max_weight: Weight::zero(),
	};
	let approve = pallet_multisig::Call::approve_as_multi {
		threshold: 2,
		other_signatories: accounts(99),
		maybe_timepoint: None,
		call_hash: [0; 32],
		max_weight: Weight::zero(),
	};
	let withdraw = pallet_multisig::Call::cancel_as_multi {
		threshold: 2,
		other_signatories: accounts(99),
		timepoint: Default::default(),
		call_hash: [0; 32],
	};
	let sign_alone = pallet_multisig::Call::as_multi_threshold_1 {
		other_signatories: accounts(99),
		call: Box::new(remark.into()),
	};
	[
		("a report with 128 entries", report.into()),
		("a workload with 16 public IPs", deploy.into()),
		("a change to 16 public IPs", update.into()),
		(
			"an identity with 100 accounts",
			pallet_identity::Call::set_subs { subs: subs.collect() }.into(),
		),
		("32 feeders", pallet_membership::Call::<Runtime, ()>::reset_members { members }.into()),
		("a feed", feed(Price::from_inner(1))),
		("a signature among 100", sign.into()),
		("an approval among 100", approve.into()),
		("a withdrawal among 100", withdraw.into()),
		("a call of one among 100", sign_alone.into()),
	]
}

/// Batches with as many calls as they take, without what those weigh, and reports of who breaks the rules in the
/// greatest set.
fn others_at_their_greatest() -> [(&'static str, Weight); 5] {
	use pallet_babe::WeightInfo as _;
	use pallet_grandpa::WeightInfo as _;
	use pallet_utility::WeightInfo as _;
	type Babe = <Runtime as pallet_babe::Config>::WeightInfo;
	type Grandpa = <Runtime as pallet_grandpa::Config>::WeightInfo;
	type Utility = <Runtime as pallet_utility::Config>::WeightInfo;
	let validators = MaxAuthorities::get();
	// The SDK takes 32 MiB / 3 / 1 KiB.
	const CALLS: u32 = 10_922;
	[
		("a batch", Utility::batch(CALLS)),
		("a batch of all or none", Utility::batch_all(CALLS)),
		("a batch of whatever succeeds", Utility::force_batch(CALLS)),
		("a report of two blocks", Babe::report_equivocation(validators, 0)),
		("a report of two votes", Grandpa::report_equivocation(validators, 0)),
	]
}

#[test]
fn no_item_of_a_hook_weighs_more_than_a_tenth_of_a_block() {
	let most = tenth_of_a_block();
	for item in hook_items() {
		let weight = item.with_records();
		println!("{:>12} {}", weight.ref_time() / 1_000_000, item.name);
		assert!(weight.ref_time() <= most.ref_time(), "{} weighs {weight:?}", item.name);
	}
}

/// As the runtime is wired, with what the SDK's pallets and the inherent say of themselves. The block that begins a
/// session declares itself full and is none of these: what it does weighs as [`hook_items`] says.
#[test]
fn hooks_of_all_pallets_take_less_than_a_tenth_of_a_block_without_work() {
	on_chain(|chain| {
		chain.region(["one"]);
		while chain.is_next_a_rotation() {
			chain.block();
		}
		chain.block();
		let weight = *System::block_weight().get(DispatchClass::Mandatory);
		println!("{:>12} a block without work", weight.ref_time() / 1_000_000);
		assert!(weight.ref_time() <= tenth_of_a_block().ref_time(), "{weight:?}");
	})
}

/// The least work that comes with a record, in picoseconds: 50 us, what it costs to write one item.
const WORK_OF_A_RECORD: u64 = 50_000_000;
/// More records than a block can hold: 2 s / 50 us.
const MOST_RECORDS: u32 = 40_000;
/// The most peaks that the mountain range can have: block numbers have 32 bits.
const MOST_PEAKS: u32 = 32;

#[test]
fn no_block_holds_more_records_than_are_weighed() {
	let whole = RuntimeBlockWeights::get().max_block.ref_time();
	assert_eq!(whole / WORK_OF_A_RECORD, u64::from(MOST_RECORDS));
	for Item { name, weight, records, .. } in hook_items() {
		assert!(weight.ref_time() >= records * WORK_OF_A_RECORD, "{name} weighs {weight:?}");
	}
	// Of the calls, those that bill note one record each.
	let calls = one_of_each_call();
	for name in [
		("Billing", "resume"),
		("Deployments", "cancel"),
		("Deployments", "force_cancel"),
		("Deployments", "update_deployment"),
	] {
		let weight = calls[&name].get_dispatch_info().call_weight;
		assert!(weight.ref_time() >= WORK_OF_A_RECORD, "{name:?} weighs {weight:?}");
	}
}

/// An item of work that a hook does.
struct Item {
	/// What it is.
	name: &'static str,
	/// The function that says what it weighs: of which pallet's weights, and its name.
	function: (&'static str, &'static str),
	weight: Weight,
	/// How many records it notes.
	records: u64,
}

impl Item {
	/// What it weighs with its records.
	fn with_records(&self) -> Weight {
		let record = <Records as gridchain_primitives::traits::Records<AccountId>>::weight();
		self.weight.saturating_add(record.saturating_mul(self.records))
	}
}

/// Items that note no records, or as many as are said, each with the function that weighs it, and with what else it costs.
macro_rules! items {
	($($name:literal: $pallet:ident::$function:ident($($argument:expr)?) $(+ $more:expr)? $(, $records:literal)?;)*) => {
		vec![$(Item {
			name: $name,
			function: (stringify!($pallet), stringify!($function)),
			weight: $pallet::$function($($argument)?)$(.saturating_add($more))?,
			records: 0 $(+ $records)?,
		}),*]
	};
}

/// Every item of work that a hook does.
fn hook_items() -> Vec<Item> {
	use gridchain_primitives::traits::{EndContract, FarmRevenue};
	use gridchain_runtime::weights::RuntimeHooks as _;
	use pallet_billing::WeightInfo as _;
	use pallet_farms::WeightInfo as _;
	use pallet_mmr::WeightInfo as _;
	use pallet_nodes::WeightInfo as _;
	use pallet_oracle::WeightInfo as _;
	use pallet_records::WeightInfo as _;
	use pallet_rewards::WeightInfo as _;
	use pallet_timestamp::WeightInfo as _;
	use pallet_validators::WeightInfo as _;
	type Billing = <Runtime as pallet_billing::Config>::WeightInfo;
	type Farms = <Runtime as pallet_farms::Config>::WeightInfo;
	type Mmr = <Runtime as pallet_mmr::Config>::WeightInfo;
	type Nodes = <Runtime as pallet_nodes::Config>::WeightInfo;
	type Oracle = <Runtime as pallet_oracle::Config>::WeightInfo;
	type Records = <Runtime as pallet_records::Config>::WeightInfo;
	type Rewards = <Runtime as pallet_rewards::Config>::WeightInfo;
	type RuntimeHooks = gridchain_runtime::weights::runtime_hooks::WeightInfo<Runtime>;
	type Timestamp = <Runtime as pallet_timestamp::Config>::WeightInfo;
	type Validators = <Runtime as pallet_validators::Config>::WeightInfo;
	// With the record of its last bill, which it accounts for itself.
	let end = <<Runtime as pallet_nodes::Config>::Contracts as EndContract>::weight();
	let validators = MaxAuthorities::get();
	let revenue = <<Runtime as pallet_farms::Config>::Revenue as FarmRevenue<AccountId>>::weight();
	let till =
		pallet_billing::Pallet::<Runtime>::till_weight().saturating_sub(Billing::empty_till());
	items! {
		"farms: a block without work": Farms::poll_idle();
		"farms: a node's revenue": Farms::settle_node() + revenue;
		"farms: another owner": Farms::conclude_handover();
		"nodes: the calendar": Nodes::on_poll();
		"nodes: a node whose notice is over": Nodes::retire_next();
		"nodes: a node whose rent has ended": Nodes::retry_rent();
		"nodes: the end of a contract": Nodes::end_contract() + end;
		"nodes: a node that has left": Nodes::forget_departed();
		"billing: a block without work": Billing::poll_base();
		"billing: an empty slot": Billing::drain_empty_slot();
		"billing: the age of the price": Billing::accept_price();
		"billing: the flush": Billing::flush();
		"billing: the till": Billing::empty_till() + till;
		"billing: a bill": Billing::bill_window(), 1;
		"billing: a bill at a new rate, with a provider": Billing::bill_window_recalculated(), 1;
		"billing: a suspension": Billing::bill_suspend(), 1;
		"billing: a contract that waits for money": Billing::bill_waiting();
		"billing: a contract that runs again": Billing::bill_resume(), 1;
		"billing: the end of a contract": Billing::bill_end(), 1;
		"billing: the end of a suspended contract": Billing::bill_end_suspended(), 1;
		"billing: a bill that failed": Billing::postpone();
		"rewards: a block without work": Rewards::poll();
		"rewards: the beginning of a settlement": Rewards::begin();
		"rewards: a receipt": Rewards::settle_node(), 1;
		"rewards: the factors": Rewards::fix_factors();
		"rewards: a payout": Rewards::pay_farm(), 2;
		"rewards: a payout that is tried again": Rewards::retry_farm(), 1;
		"rewards: the end of a settlement": Rewards::finish();
		"rewards: an old receipt": Rewards::clear_item();
		"validators: the set of a session": Validators::new_session(validators);
		"validators: the offenders of a session": Validators::start_session(validators);
		"validators: an offence of all": Validators::on_offence(validators);
		"records: the root of all that a block can hold": Records::on_finalize(MOST_RECORDS);
		"oracle: the end of a block": Oracle::on_finalize();
		"timestamp: the end of a block": Timestamp::on_finalize();
		"mmr: a block that makes one peak of all": Mmr::on_initialize(MOST_PEAKS);
		"the SDK's: each block, with the greatest set": RuntimeHooks::each_block(validators);
		"the SDK's: a session begins, with the greatest set": RuntimeHooks::rotate_session(validators);
	}
}

/// What is measured and is neither a call nor in a hook: extensions of a transaction, and cases of calls that have weights
/// of their own.
const OTHERS: [(&str, &str); 24] = [
	("balances", "burn_allow_death"),
	("balances", "burn_keep_alive"),
	("balances", "force_set_balance_creating"),
	("balances", "force_set_balance_killing"),
	("identity", "set_subs_new"),
	("identity", "set_subs_old"),
	("multisig", "approve_as_multi_approve"),
	("multisig", "approve_as_multi_create"),
	("multisig", "as_multi_approve"),
	("multisig", "as_multi_complete"),
	("multisig", "as_multi_create"),
	("nodes", "check_node_call"),
	("nodes", "report_without_traffic"),
	("sudo", "check_only_sudo_account"),
	("systemextensions", "check_genesis"),
	("systemextensions", "check_mortality_immortal_transaction"),
	("systemextensions", "check_mortality_mortal_transaction"),
	("systemextensions", "check_non_zero_sender"),
	("systemextensions", "check_nonce"),
	("systemextensions", "check_spec_version"),
	("systemextensions", "check_tx_version"),
	("systemextensions", "check_weight"),
	("systemextensions", "weight_reclaim"),
	("transactionpayment", "charge_transaction_payment"),
];

/// How a migration of the SDK's identities begins, which a new chain has no use for.
const MIGRATION: &str = "migration_v2_";

/// All functions of generated weights: of which pallet, in small letters and without a prefix, and the name.
fn measured() -> BTreeSet<(String, String)> {
	let root = Path::new(env!("CARGO_MANIFEST_DIR"));
	let folders = fs::read_dir(root.join("../pallets")).unwrap();
	let own = folders.map(|folder| {
		let folder = folder.unwrap();
		(folder.file_name().into_string().unwrap(), folder.path().join("src/weights.rs"))
	});
	let files = fs::read_dir(root.join("src/weights")).unwrap().map(|file| file.unwrap().path());
	let sdk = files.filter(|path| !path.ends_with("mod.rs")).map(|path| {
		let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
		(name, path)
	});
	own.chain(sdk).flat_map(|(name, path)| functions(&plain(&name), &path)).collect()
}

/// The functions in a file of the weights of `pallet`.
fn functions(pallet: &str, path: &Path) -> Vec<(String, String)> {
	let text = fs::read_to_string(path).unwrap();
	let names =
		text.lines().filter_map(|line| line.trim_start().strip_prefix("fn ")?.split_once('('));
	names.map(|(name, _)| (pallet.to_owned(), name.to_owned())).collect()
}

/// A pallet's name as [`measured`] gives it, whether it comes from a file, a type or the runtime.
fn plain(name: &str) -> String {
	let name = name.trim_start_matches("pallet_").trim_start_matches("frame_").replace('_', "");
	match name.as_str() {
		// The SDK's pallet of members is there twice.
		"Feeders" | "Certifiers" => "membership".into(),
		name => name.to_lowercase(),
	}
}

/// So that no hook is forgotten in [`hook_items`].
#[test]
fn whatever_is_measured_is_a_call_or_is_weighed_here() {
	let calls = one_of_each_call();
	let items = hook_items();
	let known: BTreeSet<(String, &str)> = calls
		.keys()
		.copied()
		.chain(items.iter().map(|item| item.function))
		.chain(OTHERS)
		.map(|(pallet, name)| (plain(pallet), name))
		.collect();
	let measured = measured();
	assert!(measured.len() > 200, "{}", measured.len());
	let is_known = |(pallet, name): &(String, String)| {
		known.contains(&(pallet.clone(), name.as_str())) || name.starts_with(MIGRATION)
	};
	let forgotten: Vec<_> = measured.iter().filter(|function| !is_known(function)).collect();
	assert!(forgotten.is_empty(), "{forgotten:?}");
	for (pallet, name) in OTHERS {
		assert!(measured.contains(&(pallet.into(), name.into())), "{pallet}: {name}");
	}
}

/// What costs as much as `percent` hundredths of a transfer, measured in the same run.
fn transfers(percent: u64) -> u64 {
	let transfer: RuntimeCall = transfer(&account(&bob()), 1);
	transfer.get_dispatch_info().call_weight.ref_time() * percent / 100
}

#[test]
fn report_without_traffic_costs_at_most_a_tenth_more_than_a_transfer() {
	use pallet_nodes::WeightInfo as _;
	let weight = <Runtime as pallet_nodes::Config>::WeightInfo::report_without_traffic().ref_time();
	println!("report: {} % of a transfer", weight / transfers(1).max(1));
	assert!(weight <= transfers(110), "{weight} against {}", transfers(110));
}

#[test]
fn entry_of_traffic_costs_at_most_70_us() {
	use pallet_nodes::WeightInfo as _;
	type Nodes = <Runtime as pallet_nodes::Config>::WeightInfo;
	let entry = (Nodes::report(128).ref_time() - Nodes::report(0).ref_time()) / 128;
	println!("an entry of traffic: {} us", entry / 1_000_000);
	assert!(entry <= 70_000_000, "{entry}");
}

/// Reads and writes weigh the same on each machine, what is computed doesn't: so one of the two bounds has to hold
/// (ADR 16).
#[test]
fn bill_costs_at_most_five_transfers_or_480_us() {
	let weight = item("billing: a bill");
	let percent = weight / transfers(1).max(1);
	println!("a bill with its record: {} us, {percent} % of a transfer", weight / 1_000_000);
	assert!(weight <= transfers(500).max(480_000_000), "{weight} against {}", transfers(500));
}

/// With windows of a day and a quarter of each block.
#[test]
fn region_has_room_for_more_than_14_million_contracts() {
	let blocks_of_a_day = 24 * 3_600 / 6;
	let slice = RuntimeBlockWeights::get().max_block.ref_time() / 4;
	let contracts = slice / item("billing: a bill") * blocks_of_a_day;
	println!("room for {contracts} contracts");
	assert!(contracts > 14_000_000, "{contracts}");
}

#[test]
fn settlement_of_a_node_costs_at_most_250_us() {
	let weight = item("rewards: a receipt");
	println!("a receipt with its record: {} us", weight / 1_000_000);
	assert!(weight <= 250_000_000, "{weight}");
}

/// What an item of a hook weighs with its records.
fn item(wanted: &str) -> u64 {
	let items = hook_items();
	items.iter().find(|item| item.name == wanted).unwrap().with_records().ref_time()
}

#[test]
fn block_has_room_for_thousands_of_reports() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		let report = sign(chain, &machines[0].key, machines[0].report_of(2_000));
		let (info, length) = (report.get_dispatch_info(), report.encoded_size());
		let weights = RuntimeBlockWeights::get();
		let normal = weights.get(DispatchClass::Normal);
		let each = info.total_weight().saturating_add(normal.base_extrinsic);
		let room = normal.max_total.unwrap().ref_time() / each.ref_time();
		println!("a block has room for {room} reports of {length} bytes");
		assert!(room >= 2_000, "{room}");
	})
}
