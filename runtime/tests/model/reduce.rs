//! From a run that fails to the few steps that it takes.

use crate::{number, steps::Step, take, world::Told};
use std::{
	any::Any,
	fmt,
	panic::{self, AssertUnwindSafe},
	time::{Duration, Instant},
};

/// Why a run failed, and how many steps went well before.
pub struct Failure {
	pub done: usize,
	pub why: String,
}

/// Takes steps, and catches what fails.
pub fn attempt(steps: &[Step]) -> Result<Told, Failure> {
	let mut done = 0;
	let result = panic::catch_unwind(AssertUnwindSafe(|| take(steps, &mut done)));
	result.map_err(|panic| Failure { done, why: text_of(panic) })
}

fn text_of(panic: Box<dyn Any + Send>) -> String {
	let owned = panic.downcast_ref::<String>().cloned();
	owned.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).into())).unwrap_or_default()
}

/// The steps that are left, as one writes them down.
pub struct Few(Vec<Step>, String);

impl fmt::Display for Few {
	fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
		writeln!(f, "{} steps fail with: {}", self.0.len(), self.1)?;
		self.0.iter().try_for_each(|step| writeln!(f, "{step:?},"))
	}
}

/// Leaves steps out of those that fail, the greater parts first, as long as they still fail, for some minutes.
pub fn reduce(mut steps: Vec<Step>, done: usize) -> Few {
	let patience = Duration::from_secs(number("GRIDCHAIN_MODEL_PATIENCE", 300));
	let began = Instant::now();
	let loud = panic::take_hook();
	panic::set_hook(Box::new(|_| ()));
	steps.truncate(done + 1);
	let mut why = String::new();
	let mut part = steps.len().div_ceil(2);
	loop {
		let mut from = 0;
		while from < steps.len() && began.elapsed() < patience {
			let rest = steps.iter().enumerate();
			let rest = rest.filter(|(place, _)| !(from..from + part).contains(place));
			let rest: Vec<_> = rest.map(|(_, step)| step.clone()).collect();
			match attempt(&rest) {
				Ok(_) => from += part,
				Err(failure) => {
					steps = rest;
					steps.truncate(failure.done + 1);
					why = failure.why;
				},
			}
		}
		if part == 1 || began.elapsed() >= patience {
			break;
		}
		part = part.div_ceil(2);
	}
	panic::set_hook(loud);
	Few(steps, why)
}
