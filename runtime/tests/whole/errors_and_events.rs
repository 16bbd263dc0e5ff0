//! Every error tells what to do, every event what happened, and none is declared in vain. So do the refusals of free
//! calls and the answers of the runtime's questions. What they say is also a page, `docs/errors-and-events.md`, which
//! `scripts/errors-and-events.sh` writes.

use frame_metadata::{v14::RuntimeMetadataV14, RuntimeMetadata};
use gridchain_primitives::Refusal;
use gridchain_runtime::Runtime;
use gridchain_runtime_api::ApiError;
use scale_info::{form::Form, TypeDef, TypeInfo, Variant};
use std::{
	env,
	fmt::Write,
	fs,
	path::{Path, PathBuf},
};

/// If this is set, the page is written instead of compared.
const WRITE: &str = "GRIDCHAIN_WRITE";
/// Files of a pallet that make no error or event happen on a chain.
const ASIDE: [&str; 5] = ["benchmarking.rs", "mock.rs", "tests", "try_state.rs", "weights.rs"];

/// One of our pallets.
struct Pallet {
	/// Its name and index in the runtime.
	name: String,
	index: u8,
	/// Its crate's folder.
	folder: PathBuf,
	errors: Vec<Item>,
	events: Vec<Item>,
}

/// An error or an event.
struct Item {
	name: String,
	index: u8,
	docs: String,
	/// Names and docs of what it carries.
	fields: Vec<(String, String)>,
}

fn root() -> PathBuf {
	Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Our pallets, as the metadata that every client reads describes them.
fn pallets() -> Vec<Pallet> {
	// Some constants are read from the state.
	let metadata = sp_io::TestExternalities::default().execute_with(Runtime::metadata);
	let RuntimeMetadata::V14(metadata) = metadata.1 else { panic!("other metadata") };
	let ours = metadata.pallets.iter().filter_map(|pallet| {
		let event = pallet.event.as_ref()?.ty.id;
		let path = &metadata.types.resolve(event).unwrap().path;
		let name = path.segments.first()?.strip_prefix("pallet_")?;
		let folder = root().join("pallets").join(name);
		let errors =
			pallet.error.as_ref().map_or(Vec::new(), |error| items(&metadata, error.ty.id));
		folder.is_dir().then(|| Pallet {
			name: pallet.name.clone(),
			index: pallet.index,
			folder,
			errors,
			events: items(&metadata, event),
		})
	});
	let mut ours: Vec<_> = ours.collect();
	ours.sort_by_key(|pallet| pallet.index);
	assert!(ours.len() > 5, "where are our pallets?");
	ours
}

fn items(metadata: &RuntimeMetadataV14, id: u32) -> Vec<Item> {
	let TypeDef::Variant(all) = &metadata.types.resolve(id).unwrap().type_def else {
		panic!("no enum");
	};
	all.variants.iter().map(item).collect()
}

/// What an enum of ours that is no pallet's says of itself.
fn items_of<T: TypeInfo>() -> Vec<Item> {
	let TypeDef::Variant(all) = T::type_info().type_def else { panic!("no enum") };
	all.variants.iter().map(item).collect()
}

/// Why free calls are refused. Each text begins with its number, which is what people are told.
fn refusals() -> Vec<Item> {
	let mut refusals = items_of::<Refusal>();
	for refusal in &mut refusals {
		let numbered = refusal.docs.strip_prefix(&format!("{}: ", refusal.index));
		refusal.docs = numbered.expect("a refusal's text begins with its number").to_owned();
		refusal.docs[..1].make_ascii_uppercase();
	}
	refusals
}

fn item<F: Form>(variant: &Variant<F>) -> Item
where
	F::String: AsRef<str>,
{
	let fields = variant.fields.iter().enumerate().map(|(index, field)| {
		let name = field.name.as_ref().map(|name| name.as_ref().to_owned());
		(name.unwrap_or_else(|| index.to_string()), text(&field.docs))
	});
	Item {
		name: variant.name.as_ref().to_owned(),
		index: variant.index,
		docs: text(&variant.docs),
		fields: fields.collect(),
	}
}

fn text(docs: &[impl AsRef<str>]) -> String {
	let lines: Vec<_> =
		docs.iter().map(|line| line.as_ref().trim()).filter(|line| !line.is_empty()).collect();
	lines.join(" ")
}

/// How many sentences a text has.
fn sentences(text: &str) -> usize {
	let ends = text.match_indices(['.', '!', '?']);
	ends.filter(|(at, _)| matches!(text[at + 1..].chars().next(), None | Some(' ' | ')'))).count()
}

/// The code of a pallet that runs on a chain, without its comments.
fn code(folder: &Path) -> String {
	let mut code = String::new();
	for entry in fs::read_dir(folder).unwrap() {
		let path = entry.unwrap().path();
		if ASIDE.iter().any(|aside| path.ends_with(aside)) {
			continue;
		}
		if path.is_dir() {
			code += &self::code(&path);
		} else if path.extension().is_some_and(|extension| extension == "rs") {
			let text = fs::read_to_string(path).unwrap();
			let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
			lines.for_each(|line| code += &format!("{line}\n"));
		}
	}
	code
}

/// Whether `code` makes `Error::Name` or `Event::Name`; in a conversion into it, `Self::Name`.
fn is_made(code: &str, of: &str, name: &str) -> bool {
	let named = |code: &str, path: &str| {
		let whole = format!("{path}::{name}");
		code.match_indices(&whole).any(|(at, _)| {
			let next = code[at + whole.len()..].chars().next();
			!next.is_some_and(|next| next.is_alphanumeric() || next == '_')
		})
	};
	let into = [format!("for {of}<T>"), format!("for {of} {{")];
	let conversions = code.split("impl").filter(|it| into.iter().any(|into| it.contains(into)));
	named(code, of)
		|| named(code, &format!("{of}::<T>"))
		|| conversions.into_iter().any(|conversion| named(conversion, "Self"))
}

/// Fails with all that `wrong` finds in our pallets.
fn none_is(wrong: impl Fn(&Pallet) -> Vec<String>) {
	let found: Vec<_> = pallets()
		.iter()
		.flat_map(|pallet| wrong(pallet).into_iter().map(|what| format!("{}: {what}", pallet.name)))
		.collect();
	assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_error_says_what_is_wrong_and_what_would_be_right() {
	none_is(|pallet| {
		let short = pallet.errors.iter().filter(|error| sentences(&error.docs) < 2);
		short.map(|error| format!("{} says only {:?}", error.name, error.docs)).collect()
	});
}

#[test]
fn every_refusal_and_every_answer_says_what_is_wrong_and_what_would_be_right() {
	for Item { name, docs, .. } in refusals().into_iter().chain(items_of::<ApiError>()) {
		assert!(sentences(&docs) >= 2, "{name} says only {docs:?}");
		assert!(!docs.contains("[`"), "{name} shows a link as it is written: {docs}");
	}
}

#[test]
fn every_refusal_and_every_answer_happens_somewhere() {
	let code_of = |folders: &[&str]| -> String {
		folders.iter().map(|folder| code(&root().join(folder))).collect()
	};
	let checks = code_of(&["pallets/nodes/src", "pallets/deployments/src"]);
	let answers = code_of(&["runtime/src"]);
	for (code, of, items) in
		[(checks, "Refusal", refusals()), (answers, "ApiError", items_of::<ApiError>())]
	{
		// `Malformed` is made where nothing comes to: it has to have a number should an error be forgotten.
		for Item { name, .. } in items {
			assert!(is_made(&code, of, &name), "{of}::{name}");
		}
	}
}

#[test]
fn refusals_are_known_by_number_one_by_one() {
	let told: Vec<_> = refusals().iter().map(|refusal| refusal.index).collect();
	let listed: Vec<_> = Refusal::ALL.iter().map(|refusal| refusal.code()).collect();
	assert_eq!(told, listed);
	assert_eq!(told, (60..=85).collect::<Vec<_>>());
}

#[test]
fn every_event_and_all_that_it_carries_is_explained() {
	none_is(|pallet| {
		let mut silent = Vec::new();
		for event in &pallet.events {
			if event.docs.is_empty() {
				silent.push(event.name.clone());
			}
			let bare = event.fields.iter().filter(|(_, docs)| docs.is_empty());
			silent.extend(bare.map(|(field, _)| format!("{}.{field}", event.name)));
		}
		silent
	});
}

#[test]
fn no_text_has_a_link_that_only_rustdoc_follows() {
	none_is(|pallet| {
		let items = pallet.errors.iter().chain(&pallet.events);
		let texts = items.flat_map(|item| {
			let fields = item
				.fields
				.iter()
				.map(move |(field, docs)| (format!("{}.{field}", item.name), docs));
			std::iter::once((item.name.clone(), &item.docs)).chain(fields)
		});
		let linked = texts.filter(|(_, docs)| docs.contains("[`"));
		linked.map(|(name, docs)| format!("{name} shows a link as it is written: {docs}")).collect()
	});
}

#[test]
fn every_error_and_event_happens_somewhere() {
	none_is(|pallet| {
		let code = code(&pallet.folder.join("src"));
		let lost = |of: &'static str, items: &[Item]| {
			let lost = items.iter().filter(|item| !is_made(&code, of, &item.name));
			lost.map(|item| format!("{of}::{}", item.name)).collect::<Vec<_>>()
		};
		[lost("Error", &pallet.errors), lost("Event", &pallet.events)].concat()
	});
}

#[test]
fn code_that_makes_an_error_is_told_from_code_that_does_not() {
	assert!(is_made("ensure!(x, Error::<T>::NotFound);", "Error", "NotFound"));
	assert!(is_made("Err(Error::NotFound)", "Error", "NotFound"));
	assert!(is_made("impl<T> From<X> for Error<T> { .. Self::NotFound }", "Error", "NotFound"));
	assert!(!is_made("Err(Error::NotFoundAnywhere)", "Error", "NotFound"));
	assert!(!is_made("enum Error { NotFound }", "Error", "NotFound"));
	assert_eq!(sentences("Farm 1.5 is gone. `farms.create` makes one."), 2);
	assert_eq!(sentences("It is gone"), 0);
}

#[test]
fn page_of_errors_and_events_is_up_to_date() {
	let (path, page) = (root().join("docs/errors-and-events.md"), page());
	if env::var_os(WRITE).is_some() {
		fs::write(path, page).unwrap();
		return;
	}
	let written = fs::read_to_string(path).unwrap_or_default();
	assert!(written == page, "docs/errors-and-events.md is old: run scripts/errors-and-events.sh");
}

/// The page.
fn page() -> String {
	let mut page = String::from(
		"# Errors and events\n\n\
		 What the pallets of this chain answer and tell, as every client reads it in the metadata.\n\
		 `scripts/errors-and-events.sh` writes this page; a test holds it to the code.\n",
	);
	for pallet in pallets() {
		let Pallet { name, index, .. } = &pallet;
		write!(page, "\n## {name}\n\nPallet {index} of the runtime.\n").unwrap();
		if !pallet.errors.is_empty() {
			page += "\n| no. | error | what it means, and what to do |\n|---|---|---|\n";
		}
		for Item { name, index, docs, .. } in &pallet.errors {
			writeln!(page, "| {index} | `{name}` | {} |", cell(docs)).unwrap();
		}
		if !pallet.events.is_empty() {
			page += "\n| no. | event | what has happened | what it carries |\n|---|---|---|---|\n";
		}
		for Item { name, index, docs, fields } in &pallet.events {
			let fields = fields.iter().map(|(name, docs)| format!("`{name}`: {}", cell(docs)));
			let fields = fields.collect::<Vec<_>>().join("<br>");
			writeln!(page, "| {index} | `{name}` | {} | {fields} |", cell(docs)).unwrap();
		}
	}
	page += "\n## Refusals of free calls\n\n\
		What nodes say (`register_node`, `update_node`, `set_public_config`, `report`, `confirm_workload`) and `cancel` cost\n\
		nothing, so they are checked before they enter a block. The pool answers `Custom error: N`, and nothing has\n\
		changed.\n\n\
		| N | refusal | what it means, and what to do |\n|---|---|---|\n";
	for Item { name, index, docs, .. } in refusals() {
		writeln!(page, "| {index} | `{name}` | {} |", cell(&docs)).unwrap();
	}
	page += "\n## Answers to questions\n\n\
		What the runtime's questions, such as `quote`, answer instead of a price (`ApiError`).\n\n\
		| answer | what it means, and what to do |\n|---|---|\n";
	for Item { name, docs, .. } in items_of::<ApiError>() {
		writeln!(page, "| `{name}` | {} |", cell(&docs)).unwrap();
	}
	page
}

/// A text in a cell of a table.
fn cell(text: &str) -> String {
	text.replace('|', "\\|")
}
