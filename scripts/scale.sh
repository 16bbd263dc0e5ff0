#!/usr/bin/env bash
# Measures how long a block takes with 1,000, 30,000 and 300,000 contracts when nothing is due, when 1,000 are due at
# once, and when 100,000 are overdue. Writes docs/scale.csv, docs/images/scale.svg and the table in
# docs/performance.md.
#
#   scripts/scale.sh [RUNS] [CONTRACTS..]      3 runs at each number unless told; with other numbers it writes nothing
#
# Asks about 8 GB of memory and 10 GB in $TMPDIR for 300,000 contracts.

source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
cd "$ROOT"

export CARGO_TERM_COLOR=never

scripts/setup.sh
step "Building (first time: about 30 minutes)" build_to_measure
"$TARGET_DIR/production/gridchain-scale" "$@"
