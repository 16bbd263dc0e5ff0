//! What a deployment would cost.

use super::*;
use crate::Error;
use gridchain_primitives::CloudUnits;

#[test]
fn quote_asks_billing_with_the_units_of_the_resources() {
	new_test_ext().sanity(|| {
		let quote = Deployments::quote(RESOURCES, TRAFFIC).unwrap();
		// 1 CU and 0.075 SU.
		assert_eq!(quote.units, CloudUnits { cu: 6_144_000, su: 460_800 });
		// What the mock answers to anything.
		assert_eq!((quote.tft_per_hour, quote.reserve), (2, 5));
	});
}

#[test]
fn quote_refuses_what_deploy_would_refuse() {
	new_test_ext().sanity(|| {
		assert_eq!(
			Deployments::quote(Resources { gpus: 1, ..Default::default() }, TRAFFIC),
			Err(Error::<Test>::NoResources.into())
		);
		assert_eq!(
			Deployments::quote(RESOURCES, Bytes(1_000_000_000_001)),
			Err(Error::<Test>::TrafficLimitTooHigh.into())
		);
	});
}
