#!/usr/bin/env bash
# The main job of a region on this computer, on a real chain: a farmer brings this computer, a deployer rents a
# part of it, the chain bills, rewards and keeps its books, an auditor reads them. It sets up and builds what is
# missing, and leaves nothing running.
#
#   GRIDCHAIN_BIN_DIR=DIR scripts/demo.sh      shows the programs in DIR and builds none

source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

say "Gridchain: the main job on this computer. About 8 minutes; the first time, 20 more to set up and to build."
"$ROOT/scripts/setup.sh"
if [ -z "${GRIDCHAIN_BIN_DIR-}" ]; then
	step "Building everything (first time: about 20 minutes)" build_all
fi
install_npm_packages
exec node "$ROOT/tests/js/demo.mjs"
