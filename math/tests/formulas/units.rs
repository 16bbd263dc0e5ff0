//! Quantities.

use crate::resources;
use gridchain_math::{Resources, Seconds, Time};

#[test]
fn sums_and_differences_stop_at_the_ends() {
	assert_eq!(Seconds(u64::MAX).plus(Seconds(1)), Seconds(u64::MAX));
	assert_eq!(Seconds(1).minus(Seconds(2)), Seconds::ZERO);
	assert_eq!(Seconds(u64::MAX).checked_add(Seconds(1)), None);
	assert_eq!(Seconds(1).checked_sub(Seconds(2)), None);
}

#[test]
fn a_moment_and_a_span_make_a_moment() {
	assert_eq!(Time(100).plus(Seconds(20)), Time(120));
	assert_eq!(Time(100).minus(Seconds(20)), Time(80));
	assert_eq!(Time(100).since(Time(80)), Seconds(20));
	assert_eq!(Time(80).since(Time(100)), Seconds::ZERO);
}

#[test]
fn resources_add_and_subtract_part_by_part() {
	let (one, other) = (resources(4, 8, 100, 1_000), resources(1, 2, 30, 400));
	assert_eq!(one.checked_add(&other), Some(resources(5, 10, 130, 1_400)));
	assert_eq!(one.checked_sub(&other), Some(resources(3, 6, 70, 600)));
	// More memory than there is, although all else is there.
	assert_eq!(one.checked_sub(&resources(1, 9, 0, 0)), None);
	assert_eq!(Resources { cores: u32::MAX, ..one }.checked_add(&other), None);
}

#[test]
fn the_lesser_is_taken_part_by_part() {
	let (one, other) = (resources(4, 2, 100, 0), resources(1, 8, 30, 400));
	assert_eq!(one.lesser(&other), resources(1, 2, 30, 0));
}

#[test]
fn the_greater_is_taken_part_by_part() {
	let (one, other) = (resources(4, 2, 100, 0), resources(1, 8, 30, 400));
	assert_eq!(one.greater(&other), resources(4, 8, 100, 400));
}

#[test]
fn resources_fit_when_every_part_does() {
	let node = resources(4, 8, 100, 0);
	assert!(node.fits_in(&node));
	assert!(Resources::default().fits_in(&node));
	assert!(!resources(0, 0, 0, 1).fits_in(&node));
	assert!(!Resources { gpus: 1, ..Default::default() }.fits_in(&node));
	assert!(Resources::default().is_zero() && !node.is_zero());
}
