//! What a contract would cost.

use super::*;
use crate::Error;
use gridchain_primitives::{CloudUnits, Goods, Price, QuoteRequest, ServiceQuote, TwinId, Usd};
use sp_runtime::DispatchError;

/// The workload that all tests deploy, on `node`.
fn request(node: Option<NodeId>) -> QuoteRequest {
	QuoteRequest::Workload { node, resources: RESOURCES, public_ips: 2, traffic_limit: TRAFFIC }
}

fn goods(payer: Option<TwinId>, request: QuoteRequest) -> Result<Goods, DispatchError> {
	Deployments::terms_of(payer, request).map(|terms| terms.goods).map_err(DispatchError::from)
}

/// 1 CU and 0.075 SU.
const UNITS: CloudUnits = CloudUnits { cu: 6_144_000, su: 460_800 };

#[test]
fn quote_asks_billing_with_the_units_of_the_resources() {
	new_test_ext().sanity(|| {
		let quote = Deployments::quote(None, request(None)).unwrap();
		assert_eq!(quote.units, UNITS);
		// What the mock answers to anything.
		assert_eq!((quote.tft_per_hour, quote.reserve), (2, 5));
	});
}

#[test]
fn quote_of_a_workload_is_for_the_payer_and_its_ips() {
	new_test_ext().sanity(|| {
		let terms = Deployments::terms_of(Some(TwinId(1)), request(Some(NODE))).unwrap();
		assert_eq!((terms.payer, terms.provider), (TwinId(1), None));
		let expected = Goods::Part {
			node: NODE,
			units: UNITS,
			certified: false,
			ipv4: 2,
			traffic_limit: TRAFFIC,
		};
		assert_eq!(terms.goods, expected);
	});
}

#[test]
fn quote_of_a_workload_knows_the_certificate_of_its_node() {
	new_test_ext().sanity(|| {
		Certified::insert(NODE, ());
		let certified = |node| match goods(None, request(node)) {
			Ok(Goods::Part { certified, .. }) => certified,
			other => panic!("{other:?}"),
		};
		assert!(certified(Some(NODE)));
		assert!(!certified(Some(OTHER_NODE)));
		assert!(!certified(None));
	});
}

#[test]
fn quote_of_a_workload_on_a_rented_node_is_for_its_renter_alone() {
	new_test_ext().sanity(|| {
		rented(ALICE);
		assert!(goods(Some(TwinId(1)), request(Some(NODE))).is_ok());
		for other in [Some(TwinId(2)), None] {
			assert_eq!(
				Deployments::quote(other, request(Some(NODE))),
				Err(Error::<Test>::NodeRented.into())
			);
		}
	});
}

#[test]
fn quote_of_a_workload_on_a_dedicated_node_is_refused_and_of_its_rent_is_not() {
	new_test_ext().sanity(|| {
		Dedicated::insert(NODE, ());
		for payer in [Some(TwinId(1)), None] {
			assert_eq!(
				Deployments::quote(payer, request(Some(NODE))),
				Err(Error::<Test>::NodeDedicated.into())
			);
			assert!(goods(payer, QuoteRequest::Rent { node: NODE }).is_ok());
		}
	});
}

#[test]
fn quote_of_a_rent_is_for_all_of_the_node() {
	new_test_ext().sanity(|| {
		Certified::insert(NODE, ());
		// Of 32 GB and 16 cores the terms are 8, 16 and 16: the least is 8 CU. 1,000 GB of HDD are 1000/1200 SU
		// and 500 GB of SSD 2.5 SU: 3 1/3. One unit is 6,144,000, so 49,152,000 and 20,480,000.
		let units = CloudUnits { cu: 49_152_000, su: 20_480_000 };
		assert_eq!(
			goods(Some(TwinId(1)), QuoteRequest::Rent { node: NODE }),
			Ok(Goods::Whole { node: NODE, units, certified: true, extra_fee: EXTRA_FEE })
		);
	});
}

#[test]
fn quote_of_a_rent_is_refused_where_others_have_workloads() {
	new_test_ext().sanity(|| {
		running(ALICE);
		let rent = QuoteRequest::Rent { node: NODE };
		assert!(goods(Some(TwinId(1)), rent).is_ok());
		for other in [Some(TwinId(2)), None] {
			assert_eq!(Deployments::quote(other, rent), Err(Error::<Test>::NodeInUse.into()));
		}
	});
}

#[test]
fn quote_of_a_name_is_the_same_for_all_names() {
	new_test_ext().sanity(|| {
		let terms = Deployments::terms_of(Some(TwinId(2)), QuoteRequest::Name).unwrap();
		assert_eq!((terms.payer, terms.goods), (TwinId(2), Goods::Name));
	});
}

#[test]
fn quote_refuses_what_deploy_would_refuse() {
	new_test_ext().sanity(|| {
		let refused = |request| Deployments::quote(None, request).unwrap_err();
		let with = |resources, public_ips, limit| {
			let traffic_limit = Bytes(limit);
			refused(QuoteRequest::Workload { node: None, resources, public_ips, traffic_limit })
		};
		let only_gpu = Resources { gpus: 1, ..Default::default() };
		let error = |error: Error<Test>| DispatchError::from(error);
		assert_eq!(with(only_gpu, 0, 0), error(Error::NoResources));
		assert_eq!(with(RESOURCES, 17, 0), error(Error::TooManyPublicIps));
		assert_eq!(with(RESOURCES, 16, 1_000_000_000_001), error(Error::TrafficLimitTooHigh));
		assert_eq!(refused(request(Some(NodeId(4)))), error(Error::NodeNotFound));
		assert_eq!(refused(QuoteRequest::Rent { node: NodeId(4) }), error(Error::NodeNotFound));
	});
}

#[test]
fn quote_of_a_service_is_its_ceiling() {
	new_test_ext().sanity(|| {
		// 0.5 and 0.05 USD an hour at 0.011 USD for one TFT: 0.55 / 0.011 = 50 TFT.
		let quote = Deployments::quote_service(Usd(500_000_000), Usd(50_000_000));
		assert_eq!(
			quote,
			Ok(ServiceQuote {
				price: Price::from_rational(11, 1_000),
				usd_per_hour: Usd(550_000_000),
				tft_per_hour: 500_000_000,
			})
		);
	});
}

#[test]
fn quote_of_a_service_rounds_up_and_needs_a_price() {
	new_test_ext().sanity(|| {
		// 10^-9 / 0.011 TFT are 0.909.. units of 10^-7.
		assert_eq!(Deployments::quote_service(Usd(1), Usd(0)).unwrap().tft_per_hour, 1);
		assert_eq!(
			Deployments::quote_service(Usd(u128::MAX), Usd(0)),
			Err(Error::<Test>::TermsTooLarge.into())
		);
		MicroDollars::kill();
		assert_eq!(Deployments::quote_service(Usd(1), Usd(0)), Err(Error::<Test>::NoPrice.into()));
	});
}
