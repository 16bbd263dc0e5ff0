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

# `step TITLE COMMAND..`: runs the command quietly, shows that it runs and how long it took. Its output is
# shown only when it fails.
step() {
	local title=$1 log started pid
	shift
	log=$(mktemp)
	started=$SECONDS
	"$@" >"$log" 2>&1 &
	pid=$!
	if [ -t 1 ]; then
		while kill -0 "$pid" 2>/dev/null; do
			printf '\r%-58s %4d s ' "$title" $((SECONDS - started))
			sleep 1
		done
		printf '\r'
	fi
	if wait "$pid"; then
		printf '%-58s done in %d s\n' "$title" $((SECONDS - started))
		rm -f "$log"
	else
		printf '%-58s FAILED after %d s\n' "$title" $((SECONDS - started))
		cat "$log" >&2
		rm -f "$log"
		return 1
	fi
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

use_compiler
