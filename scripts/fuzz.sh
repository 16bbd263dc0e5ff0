#!/usr/bin/env bash
# Fuzzes the runtime: `scripts/fuzz.sh [SECONDS]`, 60 if nothing is said. It takes every input again that once failed,
# then lets libFuzzer think of calls (fuzz/README.md). What it learned is kept in fuzz/corpus for the next time.

source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
cd "$ROOT"

LASTS=${1:-60}
[[ $LASTS =~ ^[0-9]+$ ]] || fail "scripts/fuzz.sh takes a number of seconds."
FUZZER=$TARGET_DIR/fuzz/calls
CORPUS=fuzz/corpus/calls ARTIFACTS=fuzz/artifacts/calls REGRESSIONS=fuzz/regressions/calls
# The steps of fuzz/src/steps.rs: 24 of 32 bytes.
LIMITS=(-max_len=768 -timeout=60 "-artifact_prefix=$ARTIFACTS/")

# Dependencies are those of `build_all`: selecting the whole workspace gives them the same features, and the wrapper
# is only asked for the workspace's own crates. cargo-fuzz would build all of them once more.
build_fuzzer() {
	SKIP_WASM_BUILD=1 RUSTC_WORKSPACE_WRAPPER=$ROOT/fuzz/instrument.sh \
		cargo build --release --locked --workspace --bin calls
	mkdir -p "$(dirname "$FUZZER")"
	cp "$TARGET_DIR/release/calls" "$FUZZER"
}

# `fuzzer ARGUMENTS..`: runs it, and says how to go on if it found something.
fuzzer() {
	local log status=0 found
	log=$(mktemp)
	"$FUZZER" "${LIMITS[@]}" "$@" >"$log" 2>&1 || status=$?
	if [ "$status" -ne 0 ]; then
		found=$(sed -n 's/.*Test unit written to //p; s/^Running: //p' "$log" | tail -n 1)
		grep -v -E '^(INFO|WARNING|#[0-9]|[[:space:]]*NEW_FUNC)' "$log" | tail -n 60 >&2
		rm -f "$log"
		show_the_way "$found"
		return 1
	fi
	sed -n -E 's/^Done ([0-9]+) runs in ([0-9]+) second.*/\1 inputs in \2 s/p' "$log"
	sed -n -E 's/.*DONE +cov: ([0-9]+) .* corp: ([0-9]+).*/\1 places of the code reached, \2 inputs kept/p' "$log"
	rm -f "$log"
}

show_the_way() {
	local kept=${1:-$ARTIFACTS}
	cat >&2 <<-END

		A promise was broken. The input is $kept.
		  What happens in it:  GRIDCHAIN_FUZZ_TELL=1 $FUZZER $kept
		  A shorter one:       $FUZZER ${LIMITS[*]} -minimize_crash=1 -max_total_time=300 $kept
		When it is mended, move the shortest to $REGRESSIONS, where every run begins.
	END
}

step "Building the fuzzer (after everything else: 2 minutes)" build_fuzzer
mkdir -p "$CORPUS" "$ARTIFACTS"
step "Making inputs to begin with" env GRIDCHAIN_FUZZ_SEEDS="$CORPUS" "$FUZZER" -runs=0 "${LIMITS[@]}"
if compgen -G "$REGRESSIONS/*" >/dev/null; then
	step "Inputs that once failed" fuzzer "$REGRESSIONS"/*
fi
say "Fuzzing for $LASTS s"
fuzzer -max_total_time="$LASTS" "$CORPUS"
