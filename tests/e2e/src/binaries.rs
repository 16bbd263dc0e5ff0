//! Where the programs under test are.

use std::{
	env,
	path::{Path, PathBuf},
};

/// Names the directory of the programs, where they aren't beside the tests.
const DIRECTORY: &str = "GRIDCHAIN_BIN_DIR";

/// The path of the program `name`.
///
/// It is looked for in `GRIDCHAIN_BIN_DIR`, else where cargo puts programs that it builds with these tests.
/// Nothing is built here: a test that begins with twenty minutes of compiling looks like one that hangs.
pub fn binary(name: &str) -> PathBuf {
	let directory = directory();
	let path = directory.join(name);
	assert!(
		path.is_file(),
		"there is no {name} in {}: run `cargo build --release --workspace`, and the tests with \
		 `cargo test --release -p gridchain-e2e`, or name the directory of the programs in {DIRECTORY}",
		directory.display()
	);
	path
}

fn directory() -> PathBuf {
	if let Some(named) = env::var_os(DIRECTORY) {
		return named.into();
	}
	// target/release/deps/region-0123 is a test, target/release/gridchain a program.
	let test = env::current_exe().unwrap_or_default();
	test.parent().and_then(Path::parent).map(Path::to_owned).unwrap_or_default()
}
