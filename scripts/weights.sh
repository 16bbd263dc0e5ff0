#!/usr/bin/env bash
# Measures every call and hook and writes the weights of our pallets; with them, in the same run, the transfer
# that docs/performance.md compares them with.
#
#   scripts/weights.sh [PALLET..]      all of ours, or the named ones (for example pallet_nodes)
#   STEPS=50 REPEAT=20                 how thoroughly; fewer to try something out
#
# The first run builds the node with its `benchmark` command and the runtime with its benchmarks.

source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

STEPS=${STEPS:-50}
REPEAT=${REPEAT:-20}
RUNTIME_WASM=$TARGET_DIR/weights/runtime.wasm

# The runtime with its benchmarks goes aside, so that the next ordinary build doesn't meet it.
build() {
	cd "$ROOT"
	mkdir -p "$TARGET_DIR/weights"
	cargo build --release --locked --workspace --bins --features gridchain/benchmark
	cp "$NODE_BINARY" "$TARGET_DIR/weights/gridchain"
	cargo build --release --locked -p gridchain-runtime --features runtime-benchmarks
	cp "$TARGET_DIR/release/wbuild/gridchain-runtime/gridchain_runtime.compact.compressed.wasm" "$RUNTIME_WASM"
}

# `measure PALLET OUTPUT`
measure() {
	"$TARGET_DIR/weights/gridchain" benchmark pallet \
		--runtime "$RUNTIME_WASM" --genesis-builder runtime --genesis-builder-preset development \
		--pallet "$1" --extrinsic '*' --steps "$STEPS" --repeat "$REPEAT" --heap-pages 4096 \
		--template "$ROOT/scripts/weights.hbs" --no-storage-info --no-min-squares --no-median-slopes \
		--output "$2"
}

main() {
	local pallet name
	"$ROOT/scripts/setup.sh"
	step "Building the benchmarks (first time: about 20 minutes)" build
	if [ $# -eq 0 ]; then
		step "pallet_balances, to compare with" measure pallet_balances "$TARGET_DIR/weights/balances.rs"
		for name in "$ROOT"/pallets/*/; do
			set -- "$@" "pallet_$(basename "$name")"
		done
	fi
	for pallet in "$@"; do
		name=${pallet#pallet_}
		step "$pallet" measure "$pallet" "$ROOT/pallets/$name/src/weights.rs"
	done
	say "Written: pallets/*/src/weights.rs. Compare with $TARGET_DIR/weights/balances.rs."
}

main "$@"
