#!/usr/bin/env bash
# Shared by the scripts of this folder: where things are, which compiler is used, how progress is told.

set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
TARGET_DIR=${CARGO_TARGET_DIR:-$ROOT/target}
# Used by the scripts that source this file.
# shellcheck disable=SC2034
NODE_BINARY=$TARGET_DIR/release/gridchain DAEMON_BINARY=$TARGET_DIR/release/gridchain-daemon
WASM_TARGET=wasm32v1-none
DEBIAN_WASM_LIB=/usr/lib/rustlib/$WASM_TARGET/lib

say() { printf '%s\n' "$*"; }

fail() {
	printf 'error: %s\n' "$*" >&2
	exit 1
}

# What a step that is under way leaves to clean up: where its output goes, and what shows that it lives.
STEP_LOG='' STEP_TICKER=''

# `stop_ticker TITLE`: what it showed gives way to the title.
stop_ticker() {
	[ -n "$STEP_TICKER" ] || return 0
	kill "$STEP_TICKER" 2>/dev/null || true
	STEP_TICKER=''
	printf '\r%-58s ' "$1"
}

end_step() {
	stop_ticker Stopped
	[ -z "$STEP_LOG" ] || rm -f "$STEP_LOG"
	STEP_LOG=''
}
trap end_step EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# `tick TITLE`: shows on a terminal, each second, for how long the step has run.
tick() {
	local started=$SECONDS
	while sleep 1; do
		printf '\r%-58s %4d s ' "$1" $((SECONDS - started))
	done
}

# `step TITLE COMMAND..`: runs the command quietly, shows that it runs and how long it took. Its output is
# shown only when it fails.
step() {
	local title=$1 started=$SECONDS status
	shift
	STEP_LOG=$(mktemp)
	printf '%-58s ' "$title"
	if [ -t 1 ]; then
		# A child of a child, so that this shell doesn't tell how it ended.
		{ STEP_TICKER=$(tick "$title" >&3 & echo $!); } 3>&1
	fi
	# In the foreground, so that Ctrl-C reaches the command as well; `set -e` holds inside it.
	set +e
	(set -e; "$@") >"$STEP_LOG" 2>&1 </dev/null
	status=$?
	set -e
	stop_ticker "$title"
	if [ "$status" -eq 0 ]; then
		printf 'done in %d s\n' $((SECONDS - started))
	else
		printf 'FAILED after %d s\n' $((SECONDS - started))
		cat "$STEP_LOG" >&2
	fi
	end_step
	return "$status"
}

has_rustup_target() {
	command -v rustup >/dev/null && (cd "$ROOT" && rustup target list --installed 2>/dev/null) | grep -qx "$WASM_TARGET"
}

# Debian's own compiler, with the wasm target that setup.sh built for it, stands in where rustup can't be had.
use_compiler() {
	if [ -f "$HOME/.cargo/env" ]; then
		# shellcheck disable=SC1091
		. "$HOME/.cargo/env"
	fi
	if ! has_rustup_target && [ -f "$DEBIAN_WASM_LIB/libcore.rlib" ]; then
		export PATH=/usr/bin:$PATH
	fi
}

# Everything is built at once and in one profile, so that each dependency is compiled once.
build_all() {
	(cd "$ROOT" && cargo build --release --locked --workspace --all-targets)
}

# What the tests and the demo with @polkadot/api need. Nothing is fetched when it is there already.
install_npm_packages() { npm_packages "@polkadot/api" "$ROOT/tests/js"; }

# What the examples for writers of clients need.
install_example_packages() { npm_packages "@polkadot/api and papi" "$ROOT/docs/examples"; }

# `npm_packages WHAT FOLDER`
npm_packages() {
	local installed=$2/node_modules/.package-lock.json
	[ ! "$installed" -nt "$2/package-lock.json" ] || return 0
	step "Installing $1" npm --prefix "$2" ci --ignore-scripts --no-audit --no-fund
}

# The programs that measure, in the profile that validators run, and together: they share all but themselves.
build_to_measure() {
	cd "$ROOT"
	# The SDK's command brings along a runtime for a measurement of its own, which can't be built outside of the
	# SDK's repository and isn't used here.
	export SKIP_FRAME_STORAGE_ACCESS_TEST_RUNTIME_WASM_BUILD=1
	cargo build --profile production --locked -p gridchain -p gridchain-scale --features gridchain/benchmark
}

use_compiler
