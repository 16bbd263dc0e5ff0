#!/usr/bin/env bash
# Installs what building, testing and showing Gridchain needs. It can be run at any time: it changes only
# what is missing, and says what that is.

source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# What is needed, and the Debian package that brings it.
NEEDED=(
	"cc:build-essential"
	"make:make"
	"protoc:protobuf-compiler"
	"git:git"
	"curl:curl"
	"jq:jq"
	"node:nodejs"
	"npm:npm"
)

is_debian() { command -v apt-get >/dev/null; }

by_hand() {
	fail "$1 On Debian, as root, this script installs what is needed itself. Elsewhere, install by hand: a C compiler, make, protoc, git, curl, jq, Node.js 20 or newer with npm, and Rust by rustup, with \`rustup target add $WASM_TARGET\`."
}

apt_install() {
	is_debian || by_hand "Missing: $*."
	[ "$(id -u)" = 0 ] || by_hand "Missing: $*. This account may not install packages."
	say "Installing Debian packages: $*"
	if ! apt-get install -y --no-install-recommends "$@" >/dev/null 2>&1; then
		step "  reading the package lists" apt-get update
		step "  installing" apt-get install -y --no-install-recommends "$@" ||
			by_hand "This system's packages don't include all of: $*."
	fi
}

install_packages() {
	local missing=() entry
	for entry in "${NEEDED[@]}"; do
		command -v "${entry%%:*}" >/dev/null || missing+=("${entry#*:}")
	done
	if [ ${#missing[@]} -gt 0 ]; then
		apt_install "${missing[@]}"
	fi
}

# The compiler and the wasm target: rustup's, or Debian's where rustup can't reach its server. That is found out
# once: the packages of the two exclude each other.
install_rust() {
	has_rustup_target && return
	if [ ! -f "$DEBIAN_WASM_LIB/libcore.rlib" ]; then
		rustup_target
		has_rustup_target && return
		say "rustup can't be had, or can't add $WASM_TARGET: using Debian's Rust compiler"
	fi
	debian_rust
}

rustup_target() {
	if ! command -v rustup >/dev/null && has_package rustup; then
		apt_install rustup
	fi
	if command -v rustup >/dev/null; then
		local channel
		channel=$(sed -n 's/^channel = "\(.*\)"/\1/p' "$ROOT/rust-toolchain.toml")
		say "Installing Rust $channel and $WASM_TARGET by rustup (about two minutes)"
		# By name: rustup before 1.28 doesn't install what rust-toolchain.toml asks for.
		rustup toolchain install "$channel" --profile minimal --component clippy,rustfmt >/dev/null 2>&1 || true
		rustup target add --toolchain "$channel" "$WASM_TARGET" >/dev/null 2>&1 || true
	fi
}

has_package() {
	is_debian && apt-cache show "$1" >/dev/null 2>&1
}

debian_rust() {
	if [ ! -x /usr/bin/rustc ] || [ ! -x /usr/bin/cargo ]; then
		apt_install rustc-web cargo-web rustfmt-web rust-web-clippy rust-web-src rust-web-llvm lld-22
	fi
	if [ ! -f "$DEBIAN_WASM_LIB/libcore.rlib" ]; then
		step "Building core and alloc for $WASM_TARGET (about a minute)" build_wasm_libraries
	fi
	use_compiler
}

# Debian ships the sources of the standard library but not this target: its three crates are compiled here as
# the Rust project compiles them.
build_wasm_libraries() {
	local library out
	library=$(echo /usr/src/rustc-*/library)
	out=$(mktemp -d)
	compile_wasm_crate core "$library/core" "$out"
	compile_wasm_crate compiler_builtins "$library/compiler-builtins/compiler-builtins" "$out" \
		--cfg 'feature="compiler-builtins"' --cfg 'feature="mem"' \
		--cfg intrinsics_enabled --cfg arch_enabled --cfg optimizations_enabled -C codegen-units=64
	compile_wasm_crate alloc "$library/alloc" "$out"
	mkdir -p "$DEBIAN_WASM_LIB"
	mv "$out"/*.rlib "$DEBIAN_WASM_LIB/"
	rmdir "$out"
}

compile_wasm_crate() {
	local name=$1 source=$2 out=$3
	shift 3
	RUSTC_BOOTSTRAP=1 /usr/bin/rustc --target "$WASM_TARGET" --edition 2024 --crate-type rlib \
		--crate-name "$name" -C metadata="$name" -C opt-level=3 -C panic=abort -C embed-bitcode=yes \
		-Z force-unstable-if-unmarked --cap-lints allow -L "$out" --out-dir "$out" "$@" "$source/src/lib.rs"
}

main() {
	install_packages
	install_rust
	local node_major
	node_major=$(node --version | sed 's/^v\([0-9]*\).*/\1/')
	[ "$node_major" -ge 20 ] || fail "Node.js $(node --version) is too old: the tests with @polkadot/api and papi need 20 or newer."
	say "Ready: $(cd "$ROOT" && cargo --version | cut -d' ' -f1-2), $WASM_TARGET, protoc, Node.js $(node --version)"
}

main
