#!/usr/bin/env bash
# Measures every call and hook and writes the weights of our pallets and, in the same run, those of the SDK's, which
# have a file each in runtime/src/weights: with the transfer of balances all costs are compared (docs/performance.md).
#
#   scripts/weights.sh [PALLET..]      all, or the named ones (for example pallet_nodes)
#   STEPS=50 REPEAT=20                 how thoroughly; fewer to try something out
#
# The first run builds the node with its `benchmark` command and the runtime with its benchmarks, both in the profile
# that validators run.

source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

STEPS=${STEPS:-50}
REPEAT=${REPEAT:-20}
WEIGHTS_DIR=$TARGET_DIR/weights

# Program and runtime with the benchmarks go aside, so that the next ordinary build doesn't meet them.
build() {
	cd "$ROOT"
	mkdir -p "$WEIGHTS_DIR"
	build_to_measure
	cp "$TARGET_DIR/production/gridchain" "$WEIGHTS_DIR/gridchain"
	# Only the runtime's wasm is used, so it alone takes the profile's long way.
	WASM_BUILD_TYPE=production cargo build --release --locked -p gridchain-runtime --features runtime-benchmarks
	cp "$TARGET_DIR/release/wbuild/gridchain-runtime/gridchain_runtime.compact.compressed.wasm" \
		"$WEIGHTS_DIR/runtime.wasm"
}

# `measure PALLET TEMPLATE OUTPUT`
measure() {
	local options=()
	# What it verifies at the end is that its listener knows a prime member. Ours is the oracle, which has none.
	[ "$1" != pallet_membership ] || options=(--no-verify)
	"$WEIGHTS_DIR/gridchain" benchmark pallet \
		--runtime "$WEIGHTS_DIR/runtime.wasm" --genesis-builder runtime \
		--genesis-builder-preset development --pallet "$1" --extrinsic '*' --steps "$STEPS" \
		--repeat "$REPEAT" --heap-pages 4096 --template "$ROOT/scripts/$2" \
		--no-storage-info --no-min-squares --no-median-slopes --output "$3" ${options[@]+"${options[@]}"}
}

measure_pallet() {
	local name=${1#pallet_}
	if [ -d "$ROOT/pallets/$name" ]; then
		step "$1" measure "$1" weights.hbs "$ROOT/pallets/$name/src/weights.rs"
	else
		step "$1" measure "$1" weights-sdk.hbs "$ROOT/runtime/src/weights/$1.rs"
	fi
}

main() {
	local pallet
	"$ROOT/scripts/setup.sh"
	step "Building the benchmarks (first time: about 40 minutes)" build
	if [ $# -eq 0 ]; then
		for pallet in "$ROOT"/runtime/src/weights/*.rs; do
			[ "$(basename "$pallet")" = mod.rs ] || set -- "$@" "$(basename "$pallet" .rs)"
		done
		for pallet in "$ROOT"/pallets/*/; do
			set -- "$@" "pallet_$(basename "$pallet")"
		done
	fi
	for pallet in "$@"; do
		measure_pallet "$pallet"
	done
	say "Written: pallets/*/src/weights.rs and runtime/src/weights. To compare them:"
	say "  cargo test --release --workspace --test whole weights:: -- --nocapture"
}

main "$@"
