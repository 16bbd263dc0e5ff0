//! The set that finalizes blocks, changed by force after a standstill of finality.

use crate::common::*;
use frame_support::assert_ok;
use gridchain_runtime::{configs::consensus::Finality, BlockNumber, Runtime};

type Stalled = pallet_grandpa::Stalled<Runtime>;
type PendingChange = pallet_grandpa::PendingChange<Runtime>;

/// Root says that finality has stalled, and a session begins.
fn stall(chain: &mut Chain, delay: BlockNumber) {
	let best_finalized_block_number = chain.height();
	assert_ok!(
		chain.root(pallet_grandpa::Call::note_stalled { delay, best_finalized_block_number })
	);
	assert!(Stalled::exists());
	while !chain.is_next_a_rotation() {
		chain.block();
	}
	chain.block();
}

#[test]
fn set_changes_by_force_after_the_delay() {
	on_chain(|chain| {
		stall(chain, Finality::LONGEST_DELAY);
		let change = PendingChange::get().unwrap();
		assert_eq!((change.delay, change.scheduled_at), (100_800, chain.height()));
		assert!(change.forced.is_some());
		chain.blocks(20);
	});
}

// The SDK would double the delay without a check, in each attempt to begin the session.
#[test]
fn forced_change_that_lies_too_far_ahead_is_forgotten_and_the_chain_lives() {
	for delay in [Finality::LONGEST_DELAY + 1, BlockNumber::MAX] {
		on_chain(|chain| {
			stall(chain, delay);
			assert!(!Stalled::exists());
			assert!(PendingChange::get().is_none());
			chain.blocks(20);
		});
	}
}
