//! The tests of what turns bytes into steps.

use crate::{
	catalogue::{catalogue, LEFT_OUT},
	common::{genesis_of, node_at, DEVELOPMENT},
	dice::Dice,
	mutation::{cross, mutate},
	steps::{step_of, steps_of, Step, MOST, SIZE},
};
use frame_support::traits::GetCallMetadata;
use gridchain_runtime::RuntimeCall;
use std::collections::BTreeSet;

#[test]
fn every_call_is_listed_or_left_out() {
	let pallets = RuntimeCall::get_module_names().iter();
	let all: BTreeSet<(String, String)> = pallets
		.flat_map(|pallet| RuntimeCall::get_call_names(pallet).iter().map(|name| (*pallet, *name)))
		.map(|(pallet, name)| (pallet.into(), name.into()))
		.collect();
	let listed = catalogue().calls.iter().map(|call| call.name.clone());
	let left_out = LEFT_OUT.iter().map(|(pallet, name, _)| (pallet.to_string(), name.to_string()));
	assert_eq!(listed.clone().chain(left_out.clone()).collect::<BTreeSet<_>>(), all);
	assert_eq!(listed.count() + left_out.count(), all.len());
}

#[test]
fn every_listed_call_is_made_of_some_bytes() {
	node_at(genesis_of(DEVELOPMENT)).execute_with(|| {
		let mut dice = Dice::new(7);
		for call in &catalogue().calls {
			let made = (0..200).find_map(|_| {
				let mut record = dice.record();
				(record[0], [record[1], record[2]]) = (0, call.head);
				step_of(&record)
			});
			let Some(Step::Call(_, made)) = made else { panic!("{:?} is never made", call.name) };
			let metadata = made.get_call_metadata();
			assert_eq!(
				(metadata.pallet_name, metadata.function_name),
				(&*call.name.0, &*call.name.1)
			);
		}
	});
}

#[test]
fn a_step_that_changes_leaves_the_others() {
	node_at(genesis_of(DEVELOPMENT)).execute_with(|| {
		let mut dice = Dice::new(8);
		let mut bytes: Vec<u8> = (0..4).flat_map(|_| dice.record()).collect();
		// Blocks that pass are a step whatever follows.
		bytes[SIZE] = crate::steps::TEN_BLOCKS[0];
		let before = format!("{:?}", step_of(&bytes[..SIZE]));
		bytes[SIZE + 1] = 3;
		assert_eq!(format!("{:?}", step_of(&bytes[..SIZE])), before);
		assert!(matches!(step_of(&bytes[SIZE..2 * SIZE]), Some(Step::Pass(4))));
	});
}

#[test]
fn no_run_has_more_steps_than_the_most() {
	node_at(genesis_of(DEVELOPMENT)).execute_with(|| {
		let bytes = crate::steps::TEN_BLOCKS.repeat(MOST + 5);
		assert_eq!(steps_of(&bytes).len(), MOST);
	});
}

#[test]
fn no_change_leaves_nothing() {
	for (size, room) in [(0, 1), (0, SIZE), (3 * SIZE, SIZE - 1), (3 * SIZE, SIZE), (5, 5)] {
		for seed in 0..100 {
			let mut data = vec![0; size.max(room)];
			let changed = mutate(&mut data, size, room, seed, |step| step.len());
			assert!((1..=room).contains(&changed), "{changed} of {room}");
		}
	}
}

#[test]
fn what_is_changed_or_crossed_stays_whole_steps_within_its_room() {
	let mut dice = Dice::new(9);
	for seed in 0..2_000 {
		let steps = dice.roll(MOST + 1);
		let mut data: Vec<u8> = (0..steps).flat_map(|_| dice.record()).collect();
		let other = data.clone();
		let (size, room) = (data.len(), SIZE * (1 + dice.roll(MOST)));
		data.resize(size.max(room), 0);
		let changed = mutate(&mut data, size, room, seed, |step| step.len() - 1);
		assert!(changed <= room && changed.is_multiple_of(SIZE), "{changed} of {room}");
		let mut out = vec![0; room];
		let crossed = cross(&data[..changed], &other, &mut out, seed);
		assert!(crossed <= room && crossed.is_multiple_of(SIZE), "{crossed} of {room}");
	}
}
