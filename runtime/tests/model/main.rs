//! The whole chain does what a naive model of it says, whatever people, computers and markets do.
//!
//! Each run is a chain from its genesis on, on which random steps are taken. The model (`naive`) takes the same steps.
//! After each of them everything is checked that is always true (`common::sanity`), and all that the model knows must
//! be so on the chain: each account's free and held money, what is booked in the pot, what each contract was billed and
//! is due, each meter, each IP, and whether each call is refused (`compare`).
//!
//! `GRIDCHAIN_MODEL_RUNS` and `GRIDCHAIN_MODEL_STEPS` ask for more than the usual 100 runs of 500 steps, and
//! `GRIDCHAIN_MODEL_SEED` for others: the seed of a test is printed.

#[path = "../common/mod.rs"]
mod common;
mod compare;
mod machines;
mod naive;
mod region;
mod steps;
mod tenants;
mod world;

use common::on_chain;
use proptest::{
	collection::vec,
	test_runner::{
		Config, FileFailurePersistence, RngAlgorithm, TestCaseError, TestRng, TestRunner,
	},
};
use std::time::Instant;
use world::World;

fn number(name: &str, otherwise: u64) -> u64 {
	let value = std::env::var(name).ok();
	value.map_or(otherwise, |value| value.parse().unwrap_or_else(|_| panic!("{name}={value}?")))
}

fn config(runs: u64) -> Config {
	Config {
		cases: runs as u32,
		failure_persistence: Some(Box::new(FileFailurePersistence::Direct(
			"tests/model/model.proptest-regressions",
		))),
		source_file: Some(file!()),
		max_shrink_iters: number("GRIDCHAIN_MODEL_SHRINKS", 1_500) as u32,
		..Config::default()
	}
}

#[test]
fn the_chain_does_what_the_model_says() {
	let runs = number("GRIDCHAIN_MODEL_RUNS", 100);
	let steps = number("GRIDCHAIN_MODEL_STEPS", 500);
	let now = std::time::UNIX_EPOCH.elapsed().map_or(0, |time| time.as_nanos() as u64);
	let seed = number("GRIDCHAIN_MODEL_SEED", now);
	println!("{runs} runs of {steps} steps: GRIDCHAIN_MODEL_SEED={seed}");
	let mut bytes = [0; 32];
	bytes[..8].copy_from_slice(&seed.to_le_bytes());
	let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
	let mut runner = TestRunner::new_with_rng(config(runs), rng);
	let began = Instant::now();
	let told = std::cell::RefCell::new(world::Told::default());
	let result = runner.run(&vec(steps::step(), steps as usize), |steps| {
		on_chain(|chain| {
			let mut world = World::new(chain);
			steps.iter().for_each(|step| world.take(step));
			told.borrow_mut().add(&world.told());
		});
		Ok::<_, TestCaseError>(())
	});
	println!("{}", told.borrow().report(began.elapsed()));
	result.unwrap_or_else(|failure| panic!("GRIDCHAIN_MODEL_SEED={seed}: {failure}"));
}
