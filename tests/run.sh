#!/usr/bin/env bash
# The tests with @polkadot/api and papi, and of the examples in docs/, against the real programs, which have to be
# built already. Those in Rust run with `cargo test`.

source "$(dirname "${BASH_SOURCE[0]}")/../scripts/common.sh"

install_npm_packages
install_example_packages
cd "$ROOT/tests/js"
say "With @polkadot/api and papi: about 10 minutes, most of them waiting for a reward period to end"
exec node --test --test-reporter=spec test/*.test.mjs
