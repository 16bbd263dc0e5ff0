//! What a contract will cost, and how one stands.

use crate::{mock::*, *};
use frame_support::assert_noop;
use gridchain_primitives::{
	traits::Windows as _, Bytes, CloudUnits, ContractId, ContractState, ContractStatus, Percent,
	PricingPolicyId, Quote, Seconds, Usd,
};

#[test]
fn quote_tells_every_figure() {
	new_test_ext().sanity(|| {
		let terms = terms().limited(Bytes(10 * GB));
		let quote = Quote {
			units: CloudUnits { cu: 6_144_000, su: 460_800 },
			policy: PricingPolicyId(1),
			price: price(11_000),
			discount: Percent::from_percent(0),
			network_discount: Percent::from_percent(0),
			usd_per_hour: Usd(10_375_000),
			// 0.010375 / 0.011 = 0.94318181.. -> 0.9431819 TFT
			tft_per_hour: 9_431_819,
			// 0.0015 / 0.011 = 0.13636363.. -> 0.1363637 TFT
			tft_per_gigabyte: 1_363_637,
			window: Seconds(DAY),
			// (26 x 0.010375 + 10 x 0.0015) / 0.011 = 25.88636363.. -> 25.8863637 TFT
			reserve: 258_863_637,
		};
		assert_eq!(Billing::quote(&terms), Ok(quote));
		open(C, terms);
		assert_eq!(held(ALICE), 258_863_637);
	});
}

#[test]
fn quote_fails_like_open() {
	new_test_ext().sanity(|| {
		let traffic = terms().limited(Bytes(u64::MAX));
		assert_noop!(Billing::quote(&traffic), Error::<Test>::TrafficLimitTooHigh);
		let units = CloudUnits { cu: u64::MAX, su: 0 };
		let large = terms().sized(units);
		assert_noop!(Billing::quote(&large), Error::<Test>::TermsTooLarge);
		TftPrice::<Test>::kill();
		assert_noop!(Billing::quote(&terms()), Error::<Test>::NoPrice);
	});
}

#[test]
fn traffic_limit_is_the_params() {
	new_test_ext().sanity(|| {
		assert_eq!(Billing::traffic_limit(), Bytes(1_000_000_000_000_000));
	});
}

fn status() -> ContractStatus {
	Billing::contract_status(C).unwrap()
}

#[test]
fn status_of_a_pending_contract() {
	new_test_ext().sanity(|| {
		open(C, terms());
		run(HOUR);
		let expected = ContractStatus {
			terms: terms(),
			state: ContractState::Pending { reserve: 245_227_273 },
			due: T0.plus(Seconds(2 * HOUR)),
			policy: PricingPolicyId(1),
			price: price(11_000),
			discount: Percent::from_percent(0),
			usd_per_hour: Usd(10_375_000),
			tft_per_hour: 9_431_819,
			billed: Seconds::ZERO,
			unbilled: Seconds::ZERO,
			traffic: Bytes::ZERO,
			accrued: 0,
		};
		assert_eq!(status(), expected);
	});
}

#[test]
fn status_of_an_open_contract_tells_what_has_accrued() {
	new_test_ext().sanity(|| {
		let terms = terms().limited(Bytes(10 * GB));
		deploy(C, terms);
		run(DAY);
		run(6 * HOUR);
		Traffic::insert(C, Bytes(4 * GB));
		let expected = ContractStatus {
			terms,
			state: ContractState::Open { opened: T0.plus(Seconds(DAY)), reserve: 258_863_637 },
			due: T0.plus(Seconds(2 * DAY)),
			policy: PricingPolicyId(1),
			price: price(11_000),
			discount: Percent::from_percent(0),
			usd_per_hour: Usd(10_375_000),
			tft_per_hour: 9_431_819,
			billed: Seconds(DAY),
			unbilled: Seconds(6 * HOUR),
			traffic: Bytes(4 * GB),
			// (6 x 0.010375 + 4 x 0.0015) / 0.011 = 6.20454545.. -> 6.2045455 TFT
			accrued: 62_045_455,
		};
		assert_eq!(status(), expected);
	});
}

#[test]
fn status_of_a_suspended_contract_tells_what_resume_needs() {
	new_test_ext().sanity(|| {
		set_free(ALICE, 245_227_273 + DEPOSIT);
		deploy(C, terms());
		run(DAY);
		run(6 * HOUR);
		quote_price(22_000);
		let status = status();
		let suspended = ContractState::Suspended {
			since: T0.plus(Seconds(DAY)),
			grace_until: T0.plus(Seconds(2 * DAY)),
			// 26 x 0.010375 / 0.022 = 12.26136363.. -> 12.2613637 TFT
			needed: 122_613_637,
		};
		assert_eq!(status.state, suspended);
		// 6 x 0.000375 / 0.011 = 0.20454545.. -> 0.2045455 TFT
		assert_eq!((status.unbilled, status.accrued), (Seconds(6 * HOUR), 2_045_455));
	});
}

#[test]
fn status_of_no_contract_is_none() {
	new_test_ext().sanity(|| assert_eq!(Billing::contract_status(ContractId(9)), None));
}

#[test]
fn status_without_a_node_shows_nothing_unbilled() {
	new_test_ext().sanity(|| {
		deploy(C, terms());
		run(HOUR);
		Nodes::remove(NODE);
		assert_eq!((status().unbilled, status().accrued), (Seconds::ZERO, 0));
	});
}
