//! The whole chain does what a naive model of it says, whatever people, computers and markets do.
//!
//! Each run is a chain from its genesis on, on which random steps are taken. The model (`naive`) takes the same steps.
//! After each of them everything is checked that is always true (`common::sanity`), and all that the model knows must
//! be so on the chain: each account's free and held money, what is booked in the pot, what each contract was billed and
//! is due, each meter, each IP, and whether each call is refused (`compare`).
//!
//! `GRIDCHAIN_MODEL_RUNS` and `GRIDCHAIN_MODEL_STEPS` ask for more than the usual 100 runs of 500 steps, and
//! `GRIDCHAIN_MODEL_SEED` for those of a certain seed: that of the first run is printed, the next one has the next. A run
//! that fails is reduced to the few steps that it takes, and these are printed as they are written in `regressions`.

#[path = "../whole/common/mod.rs"]
mod common;
mod compare;
mod machines;
mod naive;
mod reduce;
mod region;
mod regressions;
mod steps;
mod tenants;
mod twins;
mod world;

use proptest::{
	collection::vec,
	strategy::{Strategy, ValueTree},
	test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use std::time::Instant;
use steps::Step;
use world::{Told, World};

fn number(name: &str, otherwise: u64) -> u64 {
	let value = std::env::var(name).ok();
	value.map_or(otherwise, |value| value.parse().unwrap_or_else(|_| panic!("{name}={value}?")))
}

/// Takes `steps` on a new chain, and says what was done. `done` counts those that went well.
fn take(steps: &[Step], done: &mut usize) -> Told {
	let mut world = World::new();
	for step in steps {
		world.take(step);
		*done += 1;
	}
	world.told()
}

/// The steps of a seed.
fn steps_of(seed: u64, count: usize) -> Vec<Step> {
	let mut bytes = [0; 32];
	bytes[..8].copy_from_slice(&seed.to_le_bytes());
	let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
	let mut runner = TestRunner::new_with_rng(Config::default(), rng);
	vec(steps::step(), count).new_tree(&mut runner).unwrap().current()
}

#[test]
fn the_chain_does_what_the_model_says() {
	let runs = number("GRIDCHAIN_MODEL_RUNS", 100);
	let count = number("GRIDCHAIN_MODEL_STEPS", 500) as usize;
	let now = std::time::UNIX_EPOCH.elapsed().map_or(0, |time| time.as_nanos() as u64);
	let first = number("GRIDCHAIN_MODEL_SEED", now);
	println!("{runs} runs of {count} steps: GRIDCHAIN_MODEL_SEED={first}");
	let (began, mut told) = (Instant::now(), Told::default());
	for seed in (0..runs).map(|run| first.wrapping_add(run)) {
		let steps = steps_of(seed, count);
		match reduce::attempt(&steps) {
			Ok(run) => told.add(&run),
			Err(failure) => {
				println!("{}", told.report(began.elapsed()));
				let few = reduce::reduce(steps, failure.done);
				panic!("GRIDCHAIN_MODEL_SEED={seed}: {}\n{few}", failure.why);
			},
		}
	}
	println!("{}", told.report(began.elapsed()));
}
