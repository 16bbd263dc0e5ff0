//! What a node earns, and what is paid of it.

use crate::{cloud::any_resources, fraction::Fraction};
use gridchain_math::{
	farming_units,
	reward::{
		is_up_enough, paid, tft, usd, voting_weight, Terms, CERTIFIED_PERCENT, FARMING_MONTH,
	},
	CloudUnits, Percent, Price, Seconds, Usd, UNIT,
};
use proptest::prelude::*;

/// The default policy: 2.40 USD a CU, 1.00 USD an SU, at 0.08 USD for 1 TFT.
fn terms() -> Terms {
	Terms {
		cu_month: Usd(2_400_000_000),
		su_month: Usd(1_000_000_000),
		percent: 100,
		connection_price: Price::from_inner(80_000_000_000_000_000),
	}
}

const ONE_CU: CloudUnits = CloudUnits { cu: UNIT, su: 0 };
const ONE_SU: CloudUnits = CloudUnits { cu: 0, su: UNIT };

#[test]
fn one_cu_earns_thirty_tft_in_a_full_month() {
	// 2.40 / 0.08 = 30
	assert_eq!(tft(ONE_CU, FARMING_MONTH, &terms()), Some(300_000_000));
	assert_eq!(usd(ONE_CU, FARMING_MONTH, &terms()), Some(Usd(2_400_000_000)));
}

#[test]
fn one_su_earns_twelve_and_a_half_tft_in_a_full_month() {
	// 1.00 / 0.08 = 12.5
	assert_eq!(tft(ONE_SU, FARMING_MONTH, &terms()), Some(125_000_000));
	assert_eq!(usd(ONE_SU, FARMING_MONTH, &terms()), Some(Usd(1_000_000_000)));
}

#[test]
fn certified_hardware_earns_a_quarter_more() {
	// 30 x 1.25 = 37.5; 2.40 x 1.25 = 3.00
	let certified = Terms { percent: CERTIFIED_PERCENT, ..terms() };
	assert_eq!(tft(ONE_CU, FARMING_MONTH, &certified), Some(375_000_000));
	assert_eq!(usd(ONE_CU, FARMING_MONTH, &certified), Some(Usd(3_000_000_000)));
}

#[test]
fn uptime_is_paid_to_the_second() {
	// Half a month: 15 TFT. One second: 300,000,000 / 2,630,880 = 114.03.., rounded down.
	assert_eq!(tft(ONE_CU, Seconds(1_315_440), &terms()), Some(150_000_000));
	assert_eq!(tft(ONE_CU, Seconds(1), &terms()), Some(114));
	// 2,400,000,000 / 2,630,880 = 912.24.. nano-dollars, rounded down.
	assert_eq!(usd(ONE_CU, Seconds(1), &terms()), Some(Usd(912)));
	assert_eq!(tft(ONE_CU, Seconds(0), &terms()), Some(0));
}

#[test]
fn a_computer_earns_for_both_units() {
	// 8 cores, 23 GB, 252 GB SSD: CU = min(22/4, 16, 5.04) = 5.04, SU = 252 x 0.8/200 = 1.008.
	// 5.04 x 2.40 + 1.008 x 1.00 = 13.104 USD; / 0.08 = 163.8 TFT.
	let units = farming_units(&crate::resources(8, 23, 252, 0));
	assert_eq!(usd(units, FARMING_MONTH, &terms()), Some(Usd(13_104_000_000)));
	assert_eq!(tft(units, FARMING_MONTH, &terms()), Some(1_638_000_000));
}

#[test]
fn tft_is_not_built_on_rounded_dollars() {
	// 1 nano-dollar a month and half of it up: 0.5 nano-dollars, shown as 0. At a price of 10^-18 USD that
	// is 0.5 x 10^-9 / 10^-18 = 500,000,000 TFT.
	let least = Terms {
		cu_month: Usd(1),
		su_month: Usd(0),
		percent: 100,
		connection_price: Price::from_inner(1),
	};
	assert_eq!(usd(ONE_CU, Seconds(1_315_440), &least), Some(Usd(0)));
	assert_eq!(tft(ONE_CU, Seconds(1_315_440), &least), Some(5_000_000_000_000_000));
}

#[test]
fn without_a_connection_price_there_is_no_reward() {
	let none = Terms { connection_price: Price::from_inner(0), ..terms() };
	assert_eq!(tft(ONE_CU, FARMING_MONTH, &none), None);
	// The dollars don't need it.
	assert_eq!(usd(ONE_CU, FARMING_MONTH, &none), Some(Usd(2_400_000_000)));
}

#[test]
fn a_reward_past_the_greatest_balance_is_none() {
	let units = CloudUnits { cu: u64::MAX, su: u64::MAX };
	let huge = Terms { cu_month: Usd(u128::MAX), su_month: Usd(u128::MAX), ..terms() };
	assert_eq!(tft(units, Seconds(u64::MAX), &huge), None);
	assert_eq!(usd(units, Seconds(u64::MAX), &huge), None);
	// The dollars fit, the TFT at the least price don't.
	let dear =
		Terms { cu_month: Usd(u128::MAX), connection_price: Price::from_inner(1), ..terms() };
	assert_eq!(usd(ONE_CU, FARMING_MONTH, &dear), Some(Usd(u128::MAX)));
	assert_eq!(tft(ONE_CU, FARMING_MONTH, &dear), None);
}

#[test]
fn ninety_five_percent_of_the_registered_time_is_enough() {
	// 2,630,880 x 0.95 = 2,499,336
	let minimum = Percent::from_percent(95);
	assert!(is_up_enough(Seconds(2_499_336), FARMING_MONTH, minimum));
	assert!(!is_up_enough(Seconds(2_499_335), FARMING_MONTH, minimum));
	// Registered for 101 s: 95.95 s are needed, so 96.
	assert!(is_up_enough(Seconds(96), Seconds(101), minimum));
	assert!(!is_up_enough(Seconds(95), Seconds(101), minimum));
}

#[test]
fn a_minimum_of_nothing_is_always_reached() {
	assert!(is_up_enough(Seconds(0), FARMING_MONTH, Percent::from_percent(0)));
	assert!(is_up_enough(Seconds(0), Seconds(0), Percent::from_percent(95)));
	assert!(is_up_enough(Seconds(u64::MAX), Seconds(u64::MAX), Percent::from_percent(100)));
}

#[test]
fn what_fits_is_paid_whole() {
	assert_eq!(paid(1_000, 4_000, 4_000, 4_000, 4_000), 1_000);
	assert_eq!(paid(1_000, u128::MAX, 4_000, u128::MAX, 4_000), 1_000);
}

#[test]
fn a_budget_scales_what_its_policy_is_due() {
	// 1,000 x 3,000/4,000 = 750
	assert_eq!(paid(1_000, 3_000, 4_000, u128::MAX, 3_000), 750);
}

#[test]
fn the_room_under_the_cap_scales_all_policies() {
	// 1,000 x 1,500/3,000 = 500; with the budget above: 1,000 x 0.75 x 0.5 = 375
	assert_eq!(paid(1_000, u128::MAX, 3_000, 1_500, 3_000), 500);
	assert_eq!(paid(1_000, 3_000, 4_000, 1_500, 3_000), 375);
	assert_eq!(paid(1_000, 3_000, 4_000, 0, 3_000), 0);
}

#[test]
fn both_limits_round_down_once() {
	// 5 x 5/10 x 4/5 = 2. Rounded after each step it would be 2, then 1.6, so 1.
	assert_eq!(paid(5, 5, 10, 4, 5), 2);
}

#[test]
fn nothing_due_is_nothing_paid() {
	assert_eq!(paid(0, 10, 10, 10, 10), 0);
	assert_eq!(paid(10, 10, 0, 10, 10), 0);
	assert_eq!(paid(10, 10, 10, 10, 0), 0);
	assert_eq!(paid(10, 0, 10, 10, 10), 0);
}

#[test]
fn the_greatest_amounts_are_paid_exactly() {
	let most = u128::MAX;
	assert_eq!(paid(most, most, most, most, most), most);
	// Half of 2^128 - 1 is 2^127 - 0.5, rounded down.
	assert_eq!(paid(most, most, most, most / 2, most), most / 2);
}

#[test]
fn a_vote_weighs_twice_the_compute_and_once_the_storage() {
	// (2 x 3 + 4) x 1/2 = 5
	let units = CloudUnits { cu: 3 * UNIT, su: 4 * UNIT };
	assert_eq!(voting_weight(units, Seconds(1_315_440), FARMING_MONTH), 30_720_000);
	assert_eq!(voting_weight(units, Seconds(0), FARMING_MONTH), 0);
	assert_eq!(voting_weight(units, Seconds(10), Seconds(0)), 0);
}

prop_compose! {
	fn any_terms()(
		cu_month in 0..1_000_000_000_000_000u128,
		su_month in 0..1_000_000_000_000_000u128,
		percent in prop_oneof![Just(100u32), Just(CERTIFIED_PERCENT)],
		price in 1_000_000_000_000..10_000_000_000_000_000_000_000u128,
	) -> Terms {
		Terms {
			cu_month: Usd(cu_month),
			su_month: Usd(su_month),
			percent,
			connection_price: Price::from_inner(price),
		}
	}
}

/// Farms by policy, each policy's budget, and the room under the cap.
#[derive(Clone, Debug)]
struct Settlement {
	policies: Vec<(u128, Vec<u128>)>,
	room: u128,
}

prop_compose! {
	fn any_settlement()(
		shift in 0..70u32,
		policies in prop::collection::vec(
			(any::<u64>(), prop::collection::vec(any::<u64>(), 1..8)),
			1..5,
		),
		room in any::<u64>(),
		room_shift in 0..70u32,
	) -> Settlement {
		let scaled = |value: u64, shift: u32| (u128::from(value) << 5) >> shift;
		Settlement {
			policies: policies
				.into_iter()
				.map(|(budget, farms)| {
					(scaled(budget, shift), farms.into_iter().map(|due| scaled(due, shift)).collect())
				})
				.collect(),
			room: scaled(room, room_shift),
		}
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(1_000))]

	#[test]
	fn a_reward_rounds_down_by_less_than_one_unit_and_never_up(
		resources in any_resources(),
		uptime in 0..10_000_000u64,
		terms in any_terms(),
	) {
		let units = farming_units(&resources);
		let part = |units: u64, month: Usd| {
			Fraction::new(units.into(), UNIT.into()).times(month.0, 1)
		};
		let nano_dollars = part(units.cu, terms.cu_month)
			.plus(part(units.su, terms.su_month))
			.times(terms.percent.into(), 100)
			.times(uptime.into(), 2_630_880);
		let shown = usd(units, Seconds(uptime), &terms).unwrap();
		prop_assert!(nano_dollars.rounds_down_to(shown.0));
		let units_of_tft =
			nano_dollars.times(10_000_000_000_000_000, terms.connection_price.into_inner());
		prop_assert!(units_of_tft.rounds_down_to(tft(units, Seconds(uptime), &terms).unwrap()));
	}

	#[test]
	fn more_uptime_never_earns_less(
		resources in any_resources(),
		uptime in 0..10_000_000u64,
		more in 0..10_000_000u64,
		terms in any_terms(),
	) {
		let units = farming_units(&resources);
		let (short, long) = (Seconds(uptime), Seconds(uptime + more));
		prop_assert!(tft(units, short, &terms).unwrap() <= tft(units, long, &terms).unwrap());
		prop_assert!(usd(units, short, &terms).unwrap() <= usd(units, long, &terms).unwrap());
	}

	#[test]
	fn neither_a_budget_nor_the_cap_is_ever_overpaid(settlement in any_settlement()) {
		let Settlement { policies, room } = settlement;
		let within = |budget: u128, farms: &[u128]| budget.min(farms.iter().sum());
		let total: u128 = policies.iter().map(|(budget, farms)| within(*budget, farms)).sum();
		let mut minted = 0u128;
		for (budget, farms) in &policies {
			let due: u128 = farms.iter().sum();
			let of_policy: u128 =
				farms.iter().map(|farm| paid(*farm, *budget, due, room, total)).sum();
			prop_assert!(of_policy <= (*budget).min(due));
			minted += of_policy;
		}
		prop_assert!(minted <= room);
		// And no more is withheld than rounding takes: less than one unit a farm.
		let farms: usize = policies.iter().map(|(_, farms)| farms.len()).sum();
		prop_assert!(minted + farms as u128 >= total.min(room));
	}
}
