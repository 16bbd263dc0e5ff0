//! What libFuzzer begins with: inputs made of calls that the scene takes.
//!
//! For each call that there is, steps are tried by chance until one succeeds. Some calls need what no chance finds, such
//! as a proof, and are not among the seeds.

use crate::{
	catalogue::catalogue,
	dice::Dice,
	run::{on_scene, succeeds},
	steps::{step_of, Step, SIZE, TEN_BLOCKS},
	words::ACTORS,
};
use std::collections::BTreeMap;

/// How often a call is tried.
const TRIES: usize = 1_000;

/// How many calls stand in an input, before time passes.
const TOGETHER: usize = 6;

/// The inputs, each with its name.
pub fn seeds() -> BTreeMap<String, Vec<u8>> {
	let mut pallets = BTreeMap::<&str, Vec<[u8; SIZE]>>::new();
	let mut dice = Dice::new(1);
	on_scene(|chain, _| {
		chain.block_by(|| {
			for call in &catalogue().calls {
				let record = (0..TRIES).map(|number| {
					let mut record = dice.record();
					record[0] = (number % ACTORS.len()) as u8;
					[record[1], record[2]] = call.head;
					record
				});
				let found = record.into_iter().find(|record| match step_of(record) {
					Some(Step::Call(by, call)) => succeeds(by, *call),
					_ => false,
				});
				pallets.entry(&call.name.0).or_default().extend(found);
			}
		});
	});
	let mut seeds = BTreeMap::new();
	for (pallet, records) in pallets {
		for (number, few) in records.chunks(TOGETHER).enumerate() {
			let bytes = few.iter().chain([&TEN_BLOCKS]).flatten().copied().collect();
			seeds.insert(format!("{}-{number}", pallet.to_lowercase()), bytes);
		}
	}
	seeds
}
