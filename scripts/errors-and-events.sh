#!/usr/bin/env bash
# Writes docs/errors-and-events.md: all errors and events of our pallets, with what their docs say. Fails if an error
# doesn't say what to do, if an event or a part of it isn't explained, or if one of them never happens.

source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
cd "$ROOT"

export CARGO_TERM_COLOR=never

write() { GRIDCHAIN_WRITE=1 cargo test --release --locked --workspace --test whole errors_and_events::; }

step "Writing docs/errors-and-events.md" write
