//! Which version of their software nodes are to run.

use crate::{mock::*, types::Version, Error, Event, Release};
use frame_support::{assert_noop, assert_ok};
use sp_runtime::DispatchError;

fn version(text: &str) -> Option<Version> {
	Some(text.as_bytes().to_vec().try_into().unwrap())
}

#[test]
fn region_asks_for_a_version_for_another_one_and_for_none() {
	new_test_ext().sanity(|| {
		let mut before = None;
		for asked in [version("1.0.0"), version("1.1.0"), None] {
			assert_ok!(Nodes::set_release(RuntimeOrigin::root(), asked.clone()));
			assert_eq!(Release::<Test>::get(), asked);
			assert_eq!(last_event(), Event::ReleaseSet { before, version: asked.clone() });
			before = asked;
		}
	});
}

#[test]
fn version_is_the_region_s_to_ask_for_and_readable() {
	new_test_ext().sanity(|| {
		assert_noop!(
			Nodes::set_release(RuntimeOrigin::signed(FARMER), version("1.0.0")),
			DispatchError::BadOrigin
		);
		for text in ["", "1.0\n"] {
			assert_noop!(
				Nodes::set_release(RuntimeOrigin::root(), version(text)),
				Error::<Test>::TextNotReadable
			);
		}
		assert_noop!(
			Nodes::set_release(RuntimeOrigin::root(), None),
			Error::<Test>::NothingToChange
		);
	});
}
