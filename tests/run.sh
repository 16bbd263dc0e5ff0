#!/usr/bin/env bash
# The tests with @polkadot/api against the real programs, which have to be built already. Those in Rust run with
# `cargo test`.

source "$(dirname "${BASH_SOURCE[0]}")/../scripts/common.sh"

install_npm_packages
cd "$ROOT/tests/js"
say "With @polkadot/api: about 8 minutes, most of them waiting for a reward period to end"
exec node --test --test-reporter=spec test/*.test.mjs
