#!/bin/sh
# Stands between cargo and the compiler (RUSTC_WORKSPACE_WRAPPER): has libFuzzer see which way each crate of the
# workspace goes. What the workspace depends on stays as everything else has it, and needs no second build; what is
# generic in there is compiled with our types, and so is seen as well. The flags are cargo-fuzz's own.
case " $* " in
	*" --crate-type lib "* | *" --crate-name calls "*)
		exec "$@" --cfg fuzzing -C passes=sancov-module \
			-C llvm-args=-sanitizer-coverage-level=4 \
			-C llvm-args=-sanitizer-coverage-inline-8bit-counters \
			-C llvm-args=-sanitizer-coverage-pc-table \
			-C llvm-args=-simplifycfg-branch-fold-threshold=0
		;;
	# Programs that run while others are built.
	*) exec "$@" ;;
esac
