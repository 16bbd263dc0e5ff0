//! What only the whole can show: real programs, real time, real faults. A file per theme.
//!
//! These tests wait for blocks nearly all of their time. So several run at a time even on one core, where the
//! usual harness would run one after another. The arguments are those that `cargo test` passes on: a filter,
//! `--test-threads`, `--list`.

mod commands;
mod endings;
mod faults;
mod main_job;
mod network;
mod pool;
mod scene;
mod settlement;

use libtest_mimic::{Arguments, Trial};
use std::future::Future;
use tokio::runtime::Runtime;

/// How many run at a time. Each costs ten seconds of work when its chain compiles the runtime, and little more.
const AT_ONCE: usize = 4;

/// Declares the tests by their paths.
macro_rules! tests {
	($($theme:ident::$test:ident,)*) => {
		vec![$(test(concat!(stringify!($theme), "::", stringify!($test)), || $theme::$test())),*]
	};
}

fn main() {
	let mut arguments = Arguments::from_args();
	arguments.test_threads.get_or_insert(AT_ONCE);
	// Those that take longest come first.
	let tests = tests![
		faults::power_cuts_of_daemon_and_validator_lose_and_double_no_bill_and_no_receipt,
		commands::bills_stay_the_same_in_a_database_that_was_imported_and_indexed_again,
		main_job::this_computer_joins_is_rented_and_billed_and_the_auditor_reads_the_same,
		faults::node_that_falls_silent_is_paid_to_its_last_report_and_no_second_more,
		endings::workload_that_is_never_confirmed_ends_and_costs_nothing,
		commands::revert_takes_back_what_is_not_final_and_nothing_else,
		pool::pool_full_of_paid_transfers_keeps_no_report_out,
		endings::owner_whose_money_is_spent_cancels_without_a_fee,
		network::node_follows_another_over_libp2p_to_a_finalized_block,
		commands::purge_removes_the_database_and_the_records_and_keeps_the_keys,
		commands::no_command_takes_a_chain_that_nobody_named,
		pool::of_ten_reports_at_once_one_enters,
		pool::reports_that_would_fail_are_refused_by_number_and_leave_no_trace,
	];
	libtest_mimic::run(&arguments, tests).exit();
}

/// A test that passes unless it panics.
fn test<F: Future<Output = ()>>(name: &str, body: impl FnOnce() -> F + Send + 'static) -> Trial {
	Trial::test(name, move || {
		Runtime::new()?.block_on(body());
		Ok(())
	})
}
