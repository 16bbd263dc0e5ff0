#!/usr/bin/env bash
# Runs all tests: formatting, lints, documentation, unit, property and runtime tests, a minute of fuzzing, and the
# end-to-end tests against the real node. It sets up all that it needs itself.

source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
cd "$ROOT"

export CARGO_TERM_COLOR=never
# What lints and documentation see: everything, with the code that only benchmarks and rehearsals of
# upgrades need. The wasm runtime is not built for them.
ALL_CODE=(--workspace --release --locked --features gridchain-runtime/runtime-benchmarks,gridchain-runtime/try-runtime)

lint() { SKIP_WASM_BUILD=1 cargo clippy "${ALL_CODE[@]}" --all-targets -- -D warnings; }

document() { SKIP_WASM_BUILD=1 RUSTDOCFLAGS="-D warnings" cargo doc "${ALL_CODE[@]}" --no-deps; }

one_sdk() {
	# Two versions of one SDK crate in a build mean that a wrong one was pulled in beside the release's.
	local twice
	twice=$(cargo tree --locked --workspace --edges normal --prefix none --format '{p}' |
		grep -E '^(sp|sc|frame|pallet)-' | awk '{print $1, $2}' | sort -u | awk '{print $1}' | uniq -d)
	[ -z "$twice" ] || fail "more than one version of: $twice"
}

say "Gridchain: all tests. On two cores: about 55 minutes the first time, 25 when little has changed."
scripts/setup.sh
say ""
step "Formatting" cargo fmt --all --check
step "One version of each SDK crate" one_sdk
step "Building everything (first time: about 20 minutes)" build_all
step "Lints, also of benchmarks and try-runtime" lint
step "Documentation" document
say "Tests in Rust: unit, property and runtime tests, and end to end against the real programs"
cargo test --release --locked --workspace
say "Whatever calls anybody makes"
scripts/fuzz.sh 60
say "End-to-end tests with @polkadot/api, against the real programs"
tests/run.sh
say ""
say "All tests passed."
