//! What went wrong on comparable chains (`docs/peer-bugs.md`): the page names tests that exist, and here are those that
//! no other file has room for.

use crate::common::{walk::one_of_each_call, *};
use frame_metadata::{v14::RuntimeMetadataV14, v14::StorageEntryType, RuntimeMetadata};
use gridchain_primitives::{BillKind, EndReason, Seconds};
use gridchain_runtime::Runtime;
use pallet_billing::BillingParams;
use scale_info::{form::PortableForm, Type, TypeDef};
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

#[test]
fn contract_ends_and_is_billed_right_after_the_rhythm_has_changed() {
	on_chain(|chain| {
		let [machine] = chain.region(["ghent-1"]);
		let before = chain.deployed(&machine, WORKLOAD);
		let opened = chain.now();
		// Windows of ten minutes instead of one: the contract's own one keeps its minute.
		let params = pallet_billing::Params::<Runtime>::get();
		let params = BillingParams { window: Seconds(600), ..params };
		chain.root(pallet_billing::Call::set_params { params }).unwrap();
		chain.report_to(std::slice::from_ref(&machine), opened.plus(Seconds(90)));
		assert_eq!(chain.history.bills(before).len(), 1);
		chain.submit(&charlie(), cancel(before));
		machine.report(chain);
		for result in chain.settle_pool() {
			result.unwrap().unwrap();
		}
		let (ended, reason) = chain.history.end_of(before).unwrap();
		assert_eq!(reason, EndReason::Owner);
		let bills = chain.history.bills(before);
		assert_eq!(bills.last().unwrap().kind, BillKind::End);
		// Billed to the last report before the end, and no second twice.
		let billed: u64 = bills.iter().map(|bill| bill.seconds.0).sum();
		let ran = ended.since(opened).0;
		assert!((ran - 12..=ran).contains(&billed), "{billed} of {ran} s");
	});
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

/// Lines of the code that runs on the chain, with their places: without tests, mocks, benchmarks and comments.
fn lines() -> Vec<(String, String)> {
	let mut lines = Vec::new();
	let pallets = fs::read_dir(root().join("pallets")).unwrap().map(|entry| entry.unwrap().path());
	let crates = ["math", "primitives", "runtime", "runtime-api"].map(|name| root().join(name));
	for folder in pallets.chain(crates) {
		collect(&folder.join("src"), &mut lines);
	}
	assert!(lines.len() > 5_000, "where is the code?");
	lines
}

fn collect(folder: &Path, lines: &mut Vec<(String, String)>) {
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
			let text = fs::read_to_string(&path).unwrap();
			// A file's own tests are at its end.
			let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
			let code =
				code.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
			lines.extend(code.map(|(number, line)| {
				(format!("{}:{}", path.display(), number + 1), line.to_owned())
			}));
		}
	}
}

/// Asserts that no line has one of `words`, each standing alone, except those that have one of `allowed`.
fn nowhere(words: &[&str], allowed: &[&str]) {
	let part = |letter: Option<char>| letter.is_some_and(|it| it.is_alphanumeric() || it == '_');
	let has = |line: &str, word: &str| {
		line.match_indices(word).any(|(at, _)| {
			let (before, after) =
				(line[..at].chars().last(), line[at + word.len()..].chars().next());
			let begins = word.starts_with(|letter: char| letter.is_alphanumeric());
			let ends = word.ends_with(|letter: char| letter.is_alphanumeric());
			!(begins && part(before) || ends && part(after))
		})
	};
	let found: Vec<_> = lines()
		.into_iter()
		.filter(|(_, line)| words.iter().any(|word| has(line, word)))
		.filter(|(_, line)| !allowed.iter().any(|allowed| line.contains(allowed)))
		.map(|(place, line)| format!("{place}: {}", line.trim()))
		.collect();
	assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn no_float_and_no_map_without_an_order_runs_on_the_chain() {
	nowhere(&["f32", "f64", "HashMap", "HashSet"], &[]);
}

#[test]
fn no_code_of_the_chain_can_panic_on_purpose() {
	// The code of genesis, of rehearsals of upgrades, and of benchmarks.
	let aside = [
		"session.keys names {} validators",
		"the upgrade failed",
		"the block failed",
		"the issuance has room",
		"it was just minted",
	];
	let panics = [".unwrap()", ".expect(", "panic!", "unreachable!", "todo!", "unimplemented!"];
	nowhere(&panics, &aside);
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
