//! What went wrong on comparable chains (`docs/peer-bugs.md`): the page names tests that exist, and here are those that
//! no other file has room for.

use crate::common::{walk::one_of_each_call, *};
use frame_metadata::{v14::RuntimeMetadataV14, v14::StorageEntryType, RuntimeMetadata};
use frame_support::traits::fungible::InspectHold;
use gridchain_primitives::{
	Balance, BillKind, ContractId, EndReason, FarmId, NodeId, ProviderId, Refusal, Resources,
	Seconds, TwinId, Usd,
};
use gridchain_runtime::{Address, Balances, Runtime, RuntimeCall, RuntimeHoldReason, System, TFT};
use pallet_billing::{BillingParams, Error as BillingError};
use pallet_deployments::{Call as Deploy, Error as DeployError, ServiceTerms};
use scale_info::{form::PortableForm, Type, TypeDef};
use sp_core::sr25519;
use sp_runtime::DispatchError;
use std::{
	collections::BTreeSet,
	fs,
	path::{Path, PathBuf},
};

fn root() -> PathBuf {
	Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[test]
fn every_test_that_the_page_names_exists() {
	let page = fs::read_to_string(root().join("docs/peer-bugs.md")).unwrap();
	let mut missing = Vec::new();
	let rows = page.lines().filter(|line| line.starts_with("| ") && !line.contains("| tests here"));
	for row in rows {
		let named: Vec<_> = row.split('`').filter_map(|word| word.split_once(".rs::")).collect();
		assert!(!named.is_empty(), "no test in: {row}");
		for (file, test) in named {
			let text = fs::read_to_string(root().join(format!("{file}.rs"))).unwrap_or_default();
			if !text.contains(&format!("fn {test}(")) {
				missing.push(format!("{file}.rs::{test}"));
			}
		}
	}
	assert!(missing.is_empty(), "no such tests: {missing:#?}");
}

/// What is held of `who` for one reason.
fn on_hold(who: &sr25519::Pair, reason: impl Into<RuntimeHoldReason>) -> Balance {
	Balances::balance_on_hold(&reason.into(), &account(who))
}

/// Kind, from, to, seconds and charge of each bill of `contract`. Times are seconds after the first block.
fn bills(chain: &Chain, contract: ContractId) -> Vec<(BillKind, u64, u64, u64, Balance)> {
	let bills = chain.history.bills(contract).into_iter();
	let told = bills.map(|bill| {
		let (from, to) = (bill.from.since(START).0, bill.to.since(START).0);
		(bill.kind, from, to, bill.seconds.0, bill.charged)
	});
	told.collect()
}

/// Lets windows last for so many seconds, instead of 60.
fn set_window(chain: &mut Chain, seconds: u64) {
	let params = pallet_billing::Params::<Runtime>::get();
	let params = BillingParams { window: Seconds(seconds), ..params };
	chain.root(pallet_billing::Call::set_params { params }).unwrap();
}

#[test]
fn contract_of_before_ends_right_after_the_rhythm_has_changed() {
	for seconds in [30, 600] {
		on_chain(|chain| {
			let [machine] = chain.region(["ghent-1"]);
			let before = held(&account(&charlie()));
			// Confirmed at 18 s, and due at 78 s.
			let contract = chain.deployed(&machine, WORKLOAD);
			set_window(chain, seconds);
			chain.report_to(std::slice::from_ref(&machine), after(48));
			let had = total(&account(&charlie()));
			chain.call(&charlie(), cancel(contract)).unwrap();
			assert_eq!(chain.history.end_of(contract), Some((after(54), EndReason::Owner)));
			// What was reported until 48 s: 30 s at 2,619.949494.. units are 78,598.48
			assert_eq!(bills(chain, contract), [(BillKind::End, 18, 54, 30, 78_599)]);
			assert_eq!(total(&account(&charlie())), had - 78_599);
			assert_eq!(held(&account(&charlie())), before);
		})
	}
}

#[test]
fn contract_goes_on_and_ends_in_the_new_rhythm_billed_to_the_second() {
	on_chain(|chain| {
		let [machine] = chain.region(["ghent-1"]);
		let before = held(&account(&charlie()));
		// Confirmed at 18 s. A window of 60 s holds 90 s at 2,619.949494.. units: 235,795.45
		let contract = chain.deployed(&machine, WORKLOAD);
		assert_eq!(on_hold(&charlie(), pallet_billing::HoldReason::BillingWindow), 235_796);
		// Windows of ten minutes instead of one: the contract's own one keeps its minute.
		set_window(chain, 600);
		chain.report_to(std::slice::from_ref(&machine), after(108));
		// Billed at 78 s, as it was to be, for what was reported at 72 s: 54 s are 141,477.27
		let first = (BillKind::Window, 18, 78, 54, 141_478);
		assert_eq!(bills(chain, contract), [first]);
		// The window after it is one of ten minutes: 630 s are held, 1,650,568.18
		assert_eq!(on_hold(&charlie(), pallet_billing::HoldReason::BillingWindow), 1_650_569);

		let (had, ended) = (total(&account(&charlie())), after(114));
		chain.call(&charlie(), cancel(contract)).unwrap();
		assert_eq!(chain.history.end_of(contract), Some((ended, EndReason::Owner)));
		// What was reported between 72 s and 108 s: 36 s are 94,318.18
		assert_eq!(bills(chain, contract), [first, (BillKind::End, 78, 114, 36, 94_319)]);
		assert_eq!(total(&account(&charlie())), had - 94_319);
		assert_eq!(held(&account(&charlie())), before);
	});
}

/// Has Bob make `call`, which costs him its fee and nothing else.
fn for_its_fee(chain: &mut Chain, call: impl Into<RuntimeCall>) {
	let who = account(&bob());
	let before = total(&who);
	chain.call(&bob(), call).unwrap();
	assert_eq!(total(&who), before - chain.history.fees_of(&who));
}

#[test]
fn machine_taken_back_and_added_again_costs_one_deposit_which_comes_back() {
	on_chain(|chain| {
		chain.region([]);
		let (machine, farm) = (Machine::new("ghent-1"), FarmId(1));
		let add = || authorise(farm, machine.account());
		let take_back = || pallet_farms::Call::revoke_node { farm, account: machine.account() };
		// What is held of Bob for machines, and in all. A machine is 1 TFT, and 0.001 TFT for each byte: the farm's
		// id (4), where the node is (1), and the ticket (16). 1.021 TFT.
		let before = held(&account(&bob()));
		let assert_held = |deposit: Balance| {
			let reason = pallet_farms::HoldReason::AuthorisationDeposit;
			assert_eq!(on_hold(&bob(), reason), deposit);
			assert_eq!(held(&account(&bob())), before + deposit);
		};
		for_its_fee(chain, add());
		assert_held(10_210_000);
		for_its_fee(chain, take_back());
		assert_held(0);
		for_its_fee(chain, add());
		assert_held(10_210_000);
		// It joins for nothing, and leaves at once, since nobody has a contract on it.
		chain.call(&machine.key, Machine::registration(farm, HARDWARE)).unwrap();
		assert_held(10_210_000);
		for_its_fee(chain, pallet_nodes::Call::retire_node { node: NodeId(1) });
		assert_held(10_210_000);
		for_its_fee(chain, take_back());
		assert_held(0);
		assert!(!System::account_exists(&machine.account()), "nothing of it is left");
	})
}

/// What `who` has and can spend, and what is held of it, thing by thing.
fn purse(who: &sr25519::Pair) -> (Balance, Balance, Vec<holds::Line>) {
	let (told, lines) = holds_of(&account(who));
	(told.free + told.held, told.spendable, lines)
}

/// The contract and the service of [`charlie_and_dave`].
const CONTRACT: ContractId = ContractId(1);
const SERVICE: ContractId = ContractId(2);
/// A dollar an hour.
const TERMS: ServiceTerms = ServiceTerms {
	base: Usd(1_000_000_000),
	metered_limit: Usd(0),
	document: sp_core::H256::repeat_byte(7),
};

/// Charlie has a contract and a stake. Dave offers him a service, and has approved its terms himself. Returns the twin
/// of Charlie.
fn charlie_and_dave(chain: &mut Chain) -> TwinId {
	let [machine] = chain.region(["one"]);
	assert_eq!(chain.deployed(&machine, WORKLOAD), CONTRACT);
	let consumer = pallet_twins::TwinOf::<Runtime>::get(account(&charlie())).unwrap();
	let [accept, create] = twin_calls();
	let stake = pallet_billing::Call::stake_discount { amount: 5 * TFT };
	chain.all([
		(charlie(), stake.into()),
		(dave(), accept),
		(dave(), create),
		(dave(), Deploy::offer_service { consumer }.into()),
		(dave(), Deploy::set_service_terms { service: SERVICE, terms: TERMS }.into()),
		(dave(), Deploy::approve_service { service: SERVICE, terms: TERMS }.into()),
	]);
	consumer
}

/// What Dave tries with Charlie's money, and what he is told.
fn attempts(victim: TwinId) -> [(RuntimeCall, DispatchError); 11] {
	let more = Resources { cores: 4, ..WORKLOAD };
	let (contract, service, provider) = (CONTRACT, SERVICE, ProviderId(1));
	let stake = || -> Box<RuntimeCall> {
		Box::new(pallet_billing::Call::stake_discount { amount: TFT }.into())
	};
	let real = || Address::from(account(&charlie()));
	let force = pallet_balances::Call::force_transfer {
		source: real(),
		dest: account(&dave()).into(),
		value: TFT,
	};
	let bill = Deploy::bill_service { service, metered: Usd(0), note: Default::default() };
	let as_charlie = pallet_utility::Call::dispatch_as {
		as_origin: Box::new(frame_system::RawOrigin::Signed(account(&charlie())).into()),
		call: stake(),
	};
	[
		(resume(contract), BillingError::<Runtime>::NotOwner.into()),
		(resize(contract, more), DeployError::<Runtime>::NotOwner.into()),
		(
			Deploy::attach_provider { contract, provider }.into(),
			DeployError::<Runtime>::NotOwner.into(),
		),
		(
			Deploy::approve_service { service, terms: TERMS }.into(),
			DeployError::<Runtime>::AlreadyApproved.into(),
		),
		(bill.into(), DeployError::<Runtime>::NotAgreed.into()),
		(
			pallet_billing::Call::unstake_discount { amount: TFT }.into(),
			BillingError::<Runtime>::InsufficientStake.into(),
		),
		(
			pallet_billing::Call::withdraw_stake {}.into(),
			BillingError::<Runtime>::NothingToWithdraw.into(),
		),
		(
			pallet_twins::Call::accept_twin { twin: victim }.into(),
			pallet_twins::Error::<Runtime>::NotOffered.into(),
		),
		(
			pallet_proxy::Call::proxy { real: real(), force_proxy_type: None, call: stake() }
				.into(),
			pallet_proxy::Error::<Runtime>::NotProxy.into(),
		),
		(as_charlie.into(), DispatchError::BadOrigin),
		(force.into(), DispatchError::BadOrigin),
	]
}

#[test]
fn nobody_binds_or_spends_the_money_of_another_without_its_signature() {
	on_chain(|chain| {
		let victim = charlie_and_dave(chain);
		let before = purse(&charlie());
		// All in the block at 30 s, so that no bill comes between: the window is due at 78 s.
		let attempts = attempts(victim);
		for (call, _) in &attempts {
			chain.submit(&dave(), call.clone());
		}
		let results = chain.settle_pool();
		for (result, (call, error)) in results.into_iter().zip(&attempts) {
			assert_eq!(result.unwrap(), Err(*error), "{call:?}");
		}
		assert_eq!(purse(&charlie()), before);
		let end = sign(chain, &dave(), cancel(CONTRACT));
		assert_eq!(code_of(chain.refused_in_block(end)), Refusal::NotContractOwner.code());
		assert_eq!(purse(&charlie()), before);
	})
}

#[test]
fn what_names_another_account_is_paid_by_who_signs() {
	on_chain(|chain| {
		let victim = charlie_and_dave(chain);
		let before = purse(&charlie());
		chain.all([
			(dave(), Deploy::offer_service { consumer: victim }.into()),
			(dave(), create_farm("bruges")),
			(dave(), authorise(FarmId(2), account(&charlie()))),
			(dave(), pallet_billing::Call::stake_discount { amount: 3 * TFT }.into()),
		]);
		assert_eq!(purse(&charlie()), before);
		let stake = |who| on_hold(who, pallet_billing::HoldReason::DiscountStake);
		assert_eq!((stake(&charlie()), stake(&dave())), (5 * TFT, 3 * TFT));
	})
}

#[test]
fn no_call_is_a_vote_a_veto_or_a_mint_of_a_bridge() {
	// Who adds one sees here that it has to remember who has voted, and has to show that in `docs/peer-bugs.md`.
	let words = ["vote", "veto", "mint", "bridge"];
	let calls = one_of_each_call().into_keys();
	let found: Vec<_> =
		calls.filter(|(_, name)| words.iter().any(|word| name.contains(word))).collect();
	assert!(found.is_empty(), "each voter must count once: {found:?}");
}

/// A line of the code that runs on the chain.
struct Line {
	file: PathBuf,
	number: usize,
	/// The function that it is in, or comes after: the last one whose name stands above it, by its name alone.
	function: String,
	text: String,
}

/// Lines of the code that runs on the chain: without tests, mocks, benchmarks and comments.
fn lines() -> Vec<Line> {
	let mut lines = Vec::new();
	let pallets = fs::read_dir(root().join("pallets")).unwrap().map(|entry| entry.unwrap().path());
	let crates = ["math", "primitives", "runtime", "runtime-api"].map(|name| root().join(name));
	for folder in pallets.chain(crates) {
		collect(&folder.join("src"), &mut lines);
	}
	assert!(lines.len() > 5_000, "where is the code?");
	lines
}

fn collect(folder: &Path, lines: &mut Vec<Line>) {
	for entry in fs::read_dir(folder).unwrap() {
		let path = entry.unwrap().path();
		let aside =
			["benchmarking.rs", "benchmarks", "benchmarks.rs", "mock.rs", "tests", "try_state.rs"];
		if aside.iter().any(|aside| path.ends_with(aside)) {
			continue;
		}
		if path.is_dir() {
			collect(&path, lines);
		} else if path.extension().is_some_and(|extension| extension == "rs") {
			collect_file(&path, lines);
		}
	}
}

fn collect_file(file: &Path, lines: &mut Vec<Line>) {
	let text = fs::read_to_string(file).unwrap();
	// A file's own tests are at its end.
	let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
	let mut function = String::new();
	for (number, line) in (1..).zip(code.lines()) {
		if line.trim_start().starts_with("//") {
			continue;
		}
		if let Some((_, named)) = line.split_once("fn ") {
			function = named.chars().take_while(|letter| is_part_of_a_word(*letter)).collect();
		}
		let (file, function, text) = (file.to_owned(), function.clone(), line.trim().to_owned());
		lines.push(Line { file, number, function, text });
	}
}

fn is_part_of_a_word(letter: char) -> bool {
	letter.is_alphanumeric() || letter == '_'
}

/// Whether `word` stands in `text`, alone.
fn has(text: &str, word: &str) -> bool {
	text.match_indices(word).any(|(at, _)| {
		let before = text[..at].chars().last().is_some_and(is_part_of_a_word);
		let after = text[at + word.len()..].chars().next().is_some_and(is_part_of_a_word);
		let begins = word.starts_with(is_part_of_a_word);
		let ends = word.ends_with(is_part_of_a_word);
		!(begins && before || ends && after)
	})
}

/// Asserts that no line is `bad`.
fn nowhere(bad: impl Fn(&Line) -> bool) {
	let found = lines().into_iter().filter(bad);
	let told = |Line { file, number, text, .. }| format!("{}:{number}: {text}", file.display());
	let found: Vec<_> = found.map(told).collect();
	assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn no_float_and_no_map_without_an_order_runs_on_the_chain() {
	let words = ["f32", "f64", "HashMap", "HashSet"];
	nowhere(|line| words.iter().any(|word| has(&line.text, word)));
}

/// Functions that no block of a living chain runs, though they stand in its code.
const ASIDE: [(&str, &str); 13] = [
	// Genesis.
	("billing/src/lib.rs", "build"),
	("billing/src/money.rs", "endow_own_accounts"),
	("nodes/src/lib.rs", "build"),
	("rewards/src/genesis.rs", "build_genesis"),
	("validators/src/lib.rs", "build"),
	("validators/src/sessions.rs", "plan_genesis"),
	// What a test of the runtime checks once.
	("billing/src/lib.rs", "integrity_test"),
	("farms/src/lib.rs", "integrity_test"),
	("nodes/src/lib.rs", "integrity_test"),
	("rewards/src/settlement.rs", "check_that_steps_fit_a_slice"),
	// What benchmarks ask for.
	("billing/src/providers.rs", "approved"),
	("configs/handover.rs", "hold_for_each_reason"),
	// The rehearsal of an upgrade.
	("runtime/src/apis.rs", "on_runtime_upgrade"),
];

/// Whether no block of a living chain comes to `line`.
fn is_aside(line: &Line) -> bool {
	let Line { file, function, text, .. } = line;
	ASIDE.iter().any(|(of, named)| file.ends_with(of) && function == named)
		// The compiler does it.
		|| text.starts_with("const _: () = assert!(")
		// The rehearsal of a block: that of a living chain has the same name, in the same file.
		|| text.contains("panic!(\"the block failed: ")
}

#[test]
fn no_code_of_the_chain_can_panic_on_purpose() {
	let panics = [
		".unwrap()",
		".unwrap_err()",
		".expect(",
		".expect_err(",
		"panic!",
		"unreachable!",
		"todo!",
		"unimplemented!",
		"assert!",
		"assert_eq!",
		"assert_ne!",
	];
	nowhere(|line| panics.iter().any(|word| has(&line.text, word)) && !is_aside(line));
}

#[test]
fn functions_that_may_panic_are_there_and_do() {
	// Else the list hides what nobody has looked at.
	let lines = lines();
	for (of, named) in ASIDE {
		let has_panic = |line: &Line| {
			let Line { file, function, text, .. } = line;
			let panics = ["assert!", "panic!", ".expect("].iter().any(|word| has(text, word));
			file.ends_with(of) && function == named && panics
		};
		assert!(lines.iter().any(has_panic), "{of}: {named}");
	}
}

#[test]
fn no_code_of_the_chain_takes_a_part_by_a_number_that_may_be_too_great() {
	// As rustfmt writes it, a bracket right after a name or an expression takes a part of it.
	let takes_a_part = |text: &str| {
		text.match_indices('[').any(|(at, _)| {
			let of = text[..at].chars().last();
			let of = of.is_some_and(|letter| is_part_of_a_word(letter) || ")]?".contains(letter));
			of && !text[at..].starts_with("[..]")
		})
	};
	assert!(takes_a_part("list[index]") && takes_a_part("parts()?[1..]"));
	assert!(!takes_a_part("vec![0; 4]") && !takes_a_part("let [one, two]: [u8; 2] = *list;"));
	// Of pairs both are there: they are windows of two.
	let pairs =
		|line: &Line| line.file.ends_with("math/src/discount.rs") && has(&line.text, "pair");
	nowhere(|line| takes_a_part(&line.text) && !pairs(line));
	let unchecked = [
		"split_at(",
		"split_at_mut(",
		"copy_from_slice(",
		"clone_from_slice(",
		"swap_remove(",
		"split_off(",
		".drain(",
		".chunks(",
		".step_by(",
	];
	nowhere(|line| unchecked.iter().any(|call| has(&line.text, call)));
}

/// The metadata, and our pallets in it.
fn metadata() -> RuntimeMetadataV14 {
	// Some constants are read from the state.
	let metadata = sp_io::TestExternalities::default().execute_with(Runtime::metadata);
	let RuntimeMetadata::V14(mut metadata) = metadata.1 else { panic!("other metadata") };
	let pallets = core::mem::take(&mut metadata.pallets);
	metadata.pallets = pallets
		.into_iter()
		.filter(|pallet| root().join("pallets").join(pallet.name.to_lowercase()).is_dir())
		.collect();
	assert!(metadata.pallets.len() > 5, "where are our pallets?");
	metadata
}

/// Whether a value of the type `id` can be a list of any length.
fn is_endless(metadata: &RuntimeMetadataV14, id: u32, seen: &mut BTreeSet<u32>) -> bool {
	if !seen.insert(id) {
		return false;
	}
	let Type::<PortableForm> { path, type_def, .. } = metadata.types.resolve(id).unwrap();
	if path.segments.last().is_some_and(|name| name.contains("Bounded")) {
		return false;
	}
	let parts: Vec<u32> = match type_def {
		TypeDef::Sequence(_) => return true,
		TypeDef::Composite(parts) => parts.fields.iter().map(|field| field.ty.id).collect(),
		TypeDef::Variant(all) => {
			all.variants.iter().flat_map(|one| one.fields.iter().map(|field| field.ty.id)).collect()
		},
		TypeDef::Array(array) => vec![array.type_param.id],
		TypeDef::Tuple(parts) => parts.fields.iter().map(|part| part.id).collect(),
		TypeDef::Compact(compact) => vec![compact.type_param.id],
		TypeDef::Primitive(scale_info::TypeDefPrimitive::Str) => return true,
		TypeDef::Primitive(_) | TypeDef::BitSequence(_) => Vec::new(),
	};
	parts.into_iter().any(|part| is_endless(metadata, part, seen))
}

#[test]
fn every_list_in_a_call_has_a_bound() {
	let metadata = metadata();
	let mut endless = Vec::new();
	for pallet in &metadata.pallets {
		let Some(calls) = &pallet.calls else { continue };
		let TypeDef::Variant(calls) = &metadata.types.resolve(calls.ty.id).unwrap().type_def else {
			panic!("no enum");
		};
		for call in &calls.variants {
			let fields = call.fields.iter();
			let fields =
				fields.filter(|field| is_endless(&metadata, field.ty.id, &mut BTreeSet::new()));
			endless.extend(fields.map(|field| format!("{}.{}: {field:?}", pallet.name, call.name)));
		}
	}
	assert!(endless.is_empty(), "{endless:#?}");
}

#[test]
fn no_value_of_the_state_is_a_list_without_a_bound() {
	let metadata = metadata();
	let mut endless = Vec::new();
	for pallet in &metadata.pallets {
		for entry in pallet.storage.iter().flat_map(|storage| &storage.entries) {
			let value = match &entry.ty {
				StorageEntryType::Plain(value) => value.id,
				StorageEntryType::Map { value, .. } => value.id,
			};
			if is_endless(&metadata, value, &mut BTreeSet::new()) {
				endless.push(format!("{}.{}", pallet.name, entry.name));
			}
		}
	}
	// The records of a block live in it alone: as many as its bills and receipts, which its weight bounds.
	assert_eq!(endless, ["Records.List"]);
}
