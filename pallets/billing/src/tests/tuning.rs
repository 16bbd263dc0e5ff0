//! Params, prices and policies.

use crate::{mock::*, *};
use frame_support::{assert_noop, assert_ok};
use gridchain_primitives::{Bytes, Percent, PricingPolicyId, Seconds, Shares, Usd};
use sp_runtime::{BuildStorage, DispatchError};

/// A change of one of the params.
type Change = fn(&mut BillingParams);

fn changed(change: Change) -> BillingParams {
	let mut params = BillingParams::default();
	change(&mut params);
	params
}

#[test]
fn set_params_replaces_the_whole() {
	new_test_ext().sanity(|| {
		let params = changed(|params| params.window = Seconds(2 * HOUR));
		assert_ok!(Billing::set_params(RuntimeOrigin::root(), params));
		assert_eq!(Params::<Test>::get(), params);
		assert_eq!(events(), [Event::ParamsSet { params }]);
	});
}

#[test]
fn set_params_refuses_what_is_out_of_bounds() {
	let shares = |burned| Shares { burned: Percent::from_percent(burned), ..Default::default() };
	assert!(!shares(34).add_up());
	let refused: [Change; 25] = [
		|params| params.window = Seconds(59),
		|params| params.window = Seconds(31 * DAY + 1),
		|params| params.slack = Seconds(DAY + 1),
		|params| params.delivery = Seconds(59),
		|params| params.delivery = Seconds(7 * DAY + 1),
		|params| params.minimum_billed = Seconds(DAY + 1),
		|params| params.retry = Seconds(59),
		|params| params.retry = Seconds(DAY + 1),
		|params| params.grace_limit = Seconds(90 * DAY + 1),
		|params| params.node_gone = Seconds(DAY - 1),
		|params| params.warning = Seconds(90 * DAY + 1),
		|params| params.queue_share = Percent::from_percent(0),
		|params| params.queue_share = Percent::from_percent(26),
		|params| params.shares.burned = Percent::from_percent(34),
		|params| params.shares.farm = Percent::from_percent(51),
		|params| params.traffic_limit = Bytes(100_000_000_000_000_001),
		|params| params.lowest_price = price(0),
		|params| params.lowest_price = price(1_000_000_001),
		|params| params.highest_price = price(1_000_000_000_001),
		|params| params.highest_price = price(99),
		|params| params.minimum_feeds = 0,
		|params| params.minimum_feeds = 33,
		|params| params.feed_life = Seconds(59),
		|params| params.feed_life = Seconds(DAY + 1),
		|params| params.price_life = Seconds(31 * DAY + 1),
	];
	new_test_ext().sanity(|| {
		for (index, change) in refused.into_iter().enumerate() {
			let set = Billing::set_params(RuntimeOrigin::root(), changed(change));
			assert_eq!(set, Err(Error::<Test>::InconsistentParams.into()), "case {index}");
		}
		assert_eq!(Params::<Test>::get(), BillingParams::default());
	});
}

#[test]
fn set_params_accepts_the_bounds_themselves() {
	let accepted: [Change; 9] = [
		|params| {
			params.window = Seconds(60);
			params.slack = Seconds(60);
			params.minimum_billed = Seconds(60);
			params.delivery = Seconds(60);
			params.retry = Seconds(60);
			params.node_gone = Seconds(60);
		},
		|params| params.queue_share = Percent::from_percent(1),
		|params| params.traffic_limit = Bytes(0),
		|params| params.lowest_price = price(1),
		|params| params.highest_price = price(1_000_000_000_000),
		|params| params.grace_limit = Seconds(0),
		|params| params.minimum_feeds = 1,
		|params| params.minimum_feeds = 32,
		|params| {
			params.feed_life = Seconds(60);
			params.price_life = Seconds(60);
		},
	];
	new_test_ext().sanity(|| {
		for change in accepted {
			assert_ok!(Billing::set_params(RuntimeOrigin::root(), changed(change)));
		}
	});
}

#[test]
fn a_new_length_holds_from_the_next_window() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		let params = changed(|params| params.window = Seconds(2 * DAY));
		assert_ok!(Billing::set_params(RuntimeOrigin::root(), params));
		run(DAY);
		assert_eq!(window(C).due, T0.plus(Seconds(3 * DAY)));
		// 50 x 0.010375 / 0.011 = 47.15909090.. -> 47.1590910 TFT
		assert_eq!(held(ALICE), 471_590_910);
	});
}

#[test]
fn new_shares_hold_from_the_next_bill() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		let percent = Percent::from_percent;
		let shares = Shares {
			burned: percent(0),
			treasury: percent(0),
			validators: percent(0),
			farm: percent(100),
		};
		let params = BillingParams { shares, ..Default::default() };
		assert_ok!(Billing::set_params(RuntimeOrigin::root(), params));
		run(DAY);
		assert_eq!(NodeRevenue::<Test>::get(NODE), 226_363_637);
		assert_eq!(Billing::booked().burn, 0);
	});
}

#[test]
fn add_pricing_policy_numbers_versions_and_keeps_them_all() {
	new_test_ext().sanity(|| {
		let dear = PricingPolicy { cu: Usd(20_000_000), ..Default::default() };
		assert_ok!(Billing::add_pricing_policy(RuntimeOrigin::root(), dear));
		let added = Event::PricingPolicyAdded {
			policy: PricingPolicyId(2),
			cu: Usd(20_000_000),
			su: Usd(5_000_000),
			nu: Usd(1_500_000),
			ipv4: Usd(4_000_000),
			name: Usd(250_000),
		};
		assert_eq!(events(), [added]);
		assert_eq!(Policies::<Test>::get(PricingPolicyId(1)), Some(PricingPolicy::default()));
		assert_eq!(Policies::<Test>::get(PricingPolicyId(2)), Some(dear));
		let current = Pricing { id: PricingPolicyId(2), policy: dear };
		assert_eq!(CurrentPolicy::<Test>::get(), Some(current));
	});
}

#[test]
fn add_pricing_policy_refuses_prices_above_a_thousand_dollars() {
	new_test_ext().sanity(|| {
		let highest = Usd(1_000_000_000_000);
		let above = Usd(1_000_000_000_001);
		let good =
			PricingPolicy { cu: highest, su: highest, nu: highest, ipv4: highest, name: highest };
		assert_ok!(Billing::add_pricing_policy(RuntimeOrigin::root(), good));
		let changes: [fn(&mut PricingPolicy, Usd); 5] = [
			|policy, price| policy.cu = price,
			|policy, price| policy.su = price,
			|policy, price| policy.nu = price,
			|policy, price| policy.ipv4 = price,
			|policy, price| policy.name = price,
		];
		for change in changes {
			let mut policy = good;
			change(&mut policy, above);
			let added = Billing::add_pricing_policy(RuntimeOrigin::root(), policy);
			assert_noop!(added, Error::<Test>::PolicyTooHigh);
		}
	});
}

#[test]
fn add_pricing_policy_fails_after_the_last_number() {
	new_test_ext().execute_with(|| {
		let policy = PricingPolicy::default();
		CurrentPolicy::<Test>::put(Pricing { id: PricingPolicyId(u32::MAX), policy });
		let added = Billing::add_pricing_policy(RuntimeOrigin::root(), policy);
		assert_noop!(added, Error::<Test>::TooManyPolicies);
	});
}

#[test]
fn the_greatest_contract_at_the_highest_prices_can_be_charged_for() {
	use gridchain_primitives::{traits::Windows as _, CloudUnits};
	new_test_ext().sanity(|| {
		let highest = Usd(1_000_000_000_000);
		let policy = PricingPolicy { cu: highest, su: highest, nu: highest, ..Default::default() };
		assert_ok!(Billing::add_pricing_policy(RuntimeOrigin::root(), policy));
		let params = BillingParams {
			window: Seconds(31 * DAY),
			slack: Seconds(31 * DAY),
			node_gone: Seconds(31 * DAY),
			lowest_price: price(1),
			traffic_limit: Bytes(100_000_000_000_000_000),
			..Default::default()
		};
		assert_ok!(Billing::set_params(RuntimeOrigin::root(), params));
		quote_price(1);
		let most = 10_000 * 6_144_000;
		let units = CloudUnits { cu: most, su: most };
		let terms = terms().sized(units).limited(params.traffic_limit);
		assert_ok!(Billing::quote(&terms));
	});
}

#[test]
fn strangers_tune_nothing() {
	new_test_ext().sanity(|| {
		let stranger = || RuntimeOrigin::signed(STRANGER);
		let params = BillingParams::default();
		assert_noop!(Billing::set_params(stranger(), params), DispatchError::BadOrigin);
		let policy = PricingPolicy::default();
		assert_noop!(Billing::add_pricing_policy(stranger(), policy), DispatchError::BadOrigin);
	});
}

#[test]
#[should_panic(expected = "inconsistent or out of bounds")]
fn genesis_refuses_inconsistent_params() {
	let params = changed(|params| params.window = Seconds(1));
	let billing = GenesisConfig::<Test> { params, ..Default::default() };
	let _ = RuntimeGenesisConfig { billing, ..Default::default() }.build_storage();
}

#[test]
#[should_panic(expected = "inconsistent or out of bounds")]
fn genesis_refuses_a_slot_of_no_length() {
	let billing = GenesisConfig::<Test> { slot_length: Seconds(0), ..Default::default() };
	let _ = RuntimeGenesisConfig { billing, ..Default::default() }.build_storage();
}

#[test]
#[should_panic(expected = "outside the band of the params")]
fn genesis_refuses_a_price_below_the_band() {
	let billing = GenesisConfig::<Test> { price: Some(price(99)), ..Default::default() };
	let _ = RuntimeGenesisConfig { billing, ..Default::default() }.build_storage();
}

#[test]
#[should_panic(expected = "outside the band of the params")]
fn genesis_refuses_a_price_above_the_band() {
	let billing = GenesisConfig::<Test> { price: Some(price(1_000_000_001)), ..Default::default() };
	let _ = RuntimeGenesisConfig { billing, ..Default::default() }.build_storage();
}

#[test]
fn genesis_takes_the_bounds_of_the_band_themselves() {
	for bound in [100, 1_000_000_000] {
		let billing = GenesisConfig::<Test> { price: Some(price(bound)), ..Default::default() };
		let built = RuntimeGenesisConfig { billing, ..Default::default() }.build_storage();
		sp_io::TestExternalities::from(built.unwrap()).execute_with(|| {
			assert_eq!(TftPrice::<Test>::get(), Some(Quotation::of_genesis(price(bound))));
		});
	}
}

#[test]
fn genesis_is_written_as_plain_json() {
	let mut genesis = serde_json::to_value(GenesisConfig::<Test>::default()).unwrap();
	assert_eq!(genesis["slotLength"], 60);
	assert_eq!(genesis["params"]["minimumBilled"], 3_600);
	assert_eq!(genesis["params"]["queueShare"], 25);
	assert_eq!(genesis["params"]["shares"]["burned"], 35);
	assert_eq!(genesis["policy"]["cu"], 10_000_000);
	// A price is a string of 10^-18 dollars.
	genesis["price"] = "11000000000000000".into();
	let read: GenesisConfig<Test> = serde_json::from_value(genesis).unwrap();
	assert_eq!((read.params, read.price), (BillingParams::default(), Some(price(11_000))));
}

#[test]
fn the_defaults_are_those_of_production() {
	let params = BillingParams::default();
	assert_eq!(params.window, Seconds(86_400));
	assert_eq!(params.slack, Seconds(7_200));
	assert_eq!(params.delivery, Seconds(7_200));
	assert_eq!(params.minimum_billed, Seconds(3_600));
	assert_eq!(params.retry, Seconds(3_600));
	assert_eq!(params.grace_limit, Seconds(1_209_600));
	assert_eq!(params.node_gone, Seconds(2_592_000));
	assert_eq!(params.warning, Seconds(604_800));
	assert_eq!(params.queue_share, Percent::from_percent(25));
	assert_eq!(params.minimum_feeds, 3);
	assert_eq!(params.feed_life, Seconds(3_600));
	assert_eq!(params.price_life, Seconds(86_400));
	assert!(params.are_consistent(Seconds(60)));
}
