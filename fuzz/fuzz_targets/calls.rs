//! Whatever calls anybody makes, in whatever order, all that is always true of the runtime stays true.
#![no_main]
#![allow(unsafe_code, reason = "libFuzzer calls these by their names")]

use gridchain_fuzz::{mutation, run::run, seeds::seeds};
use libfuzzer_sys::{fuzz_crossover, fuzz_mutator, fuzz_target, fuzzer_mutate};

fuzz_target!(
	init: {
		// Asked for seeds, it writes these.
		if let Some(folder) = std::env::var_os("GRIDCHAIN_FUZZ_SEEDS").map(std::path::PathBuf::from) {
			for (name, bytes) in seeds() {
				std::fs::write(folder.join(name), bytes).expect("the folder can be written to");
			}
		}
	},
	|bytes: &[u8]| run(bytes)
);

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
	mutation::mutate(data, size, max_size, seed, |step| {
		let size = step.len();
		fuzzer_mutate(step, size, size)
	})
});

fuzz_crossover!(|one: &[u8], other: &[u8], out: &mut [u8], seed: u32| {
	mutation::cross(one, other, out, seed)
});
