//! What must be true is noticed when it isn't.

use crate::{
	mock::{genesis, report, Test, Validators},
	EpochLength, Offender, Offenders,
};
use frame_support::{assert_err, BoundedVec};
use sp_runtime::TryRuntimeError;

fn broken(break_it: impl FnOnce(), sentence: &'static str) {
	genesis(&[1, 2, 3, 4], 10).execute_with(|| {
		Validators::do_try_state().unwrap();
		break_it();
		assert_err!(Validators::do_try_state(), TryRuntimeError::Other(sentence));
	});
}

fn set_members(members: &[u64]) {
	crate::Validators::<Test>::put(BoundedVec::truncate_from(members.to_vec()));
}

#[test]
fn a_set_out_of_order_is_noticed() {
	let sentence = "1: the validators are not in order, or one is there twice";
	broken(|| set_members(&[1, 3, 2]), sentence);
	broken(|| set_members(&[1, 2, 2]), sentence);
}

#[test]
fn an_epoch_without_slots_is_noticed() {
	broken(|| EpochLength::<Test>::put(0), "2: an epoch has no slot");
}

#[test]
fn an_offender_without_a_report_is_noticed() {
	broken(
		|| Offenders::<Test>::insert(9, Offender::default()),
		"3: an offender is recorded that nobody reported",
	);
}

#[test]
fn an_offender_at_work_is_noticed() {
	let enable = || {
		report(&[3], 18, 0);
		pallet_session::DisabledValidators::<Test>::kill();
	};
	broken(enable, "4: a known offender in the running session is not disabled");
}
