//! How a chain begins.

use crate::{
	mock::{genesis, keys, new_test_ext, sanity, Historical, Session, Test, Validators},
	EpochDuration, EpochLength, GenesisConfig,
};
use frame_support::traits::Get;
use pallet_session::QueuedKeys;

#[test]
fn whoever_has_session_keys_is_a_validator_in_the_first_two_sessions() {
	// Named in another order than that of their accounts.
	sanity(&[3, 1, 2], || {
		assert_eq!(crate::Validators::<Test>::get().into_inner(), [1, 2, 3]);
		assert_eq!(Session::validators(), [1, 2, 3]);
		let queued = [(1, keys(1)), (2, keys(2)), (3, keys(3))];
		assert_eq!(QueuedKeys::<Test>::get(), queued);
	});
}

#[test]
fn the_first_two_sessions_have_historical_roots() {
	sanity(&[1, 2, 3], || {
		let (root, count) = Historical::historical_root(0).unwrap();
		assert_eq!(count, 3);
		assert_eq!(Historical::historical_root(1), Some((root, 3)));
	});
}

#[test]
fn an_epoch_has_the_length_that_genesis_says() {
	genesis(&[1], 10).execute_with(|| {
		assert_eq!(EpochLength::<Test>::get(), 10);
		assert_eq!(EpochDuration::<Test>::get(), 10u64);
		Validators::do_try_state().unwrap();
	});
}

#[test]
fn an_epoch_has_600_slots_unless_genesis_says_otherwise() {
	assert_eq!(GenesisConfig::<Test>::default().epoch_length, 600);
	new_test_ext().execute_with(|| {
		EpochLength::<Test>::kill();
		assert_eq!(EpochDuration::<Test>::get(), 600u64);
	});
}

#[test]
#[should_panic(expected = "validators.epochLength must be at least 1 slot")]
fn an_epoch_without_slots_is_refused() {
	genesis(&[1], 0);
}

#[test]
fn as_many_validators_as_the_set_can_hold_are_accepted() {
	sanity(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], || assert_eq!(Session::validators().len(), 10));
}

#[test]
#[should_panic(expected = "session.keys names 11 validators, more than MaxValidators")]
fn more_validators_than_the_set_can_hold_are_refused() {
	genesis(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 10);
}

#[test]
fn the_genesis_is_json_in_camel_case() {
	let config: GenesisConfig<Test> = serde_json::from_str(r#"{"epochLength":10}"#).unwrap();
	assert_eq!(config.epoch_length, 10);
	assert!(serde_json::from_str::<GenesisConfig<Test>>(r#"{"epochLenght":10}"#).is_err());
}
