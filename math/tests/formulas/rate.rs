//! What capacity costs.

use crate::{
	cloud::naive_billing_units, fraction::Fraction, price, resources, CU, IPV4, NAME, NU, SU,
};
use codec::{Decode, Encode};
use gridchain_math::{
	billing_units, Bytes, CloudUnits, Cost, Mib, Percent, Price, Rate, Resources, Seconds, Usd,
};
use proptest::prelude::*;

const NO_DISCOUNT: Percent = Percent::from_percent(0);
/// Greater rates than this overflow: 2^128 over the scale of a rate, in nano-dollars an hour.
const GREAT: Usd = Usd(700_000_000_000_000_000_000_000);

/// 2 cores, 2 GB, 15 GB SSD at list prices: 0.010375 USD an hour.
fn worked_rate() -> Rate {
	Rate::of_units(billing_units(&resources(2, 2, 15, 0)), CU, SU).unwrap()
}

fn hours(count: u64) -> Seconds {
	Seconds(count * 3_600)
}

/// The cost whose stored number is `raw`, so that the whole scale can be tried.
fn raw_cost(raw: u128) -> Cost {
	Cost::decode(&mut &raw.encode()[..]).unwrap()
}

#[test]
fn worked_example_costs_its_published_price() {
	// 1 x 0.010 + 0.075 x 0.005 = 0.010375 USD an hour.
	assert_eq!(worked_rate().usd_per_hour(), Usd(10_375_000));
	// 0.010375 / 0.011 = 0.94318181.. TFT, rounded up.
	assert_eq!(worked_rate().over(hours(1)).unwrap().in_tft(price()), Some(9_431_819));
}

#[test]
fn eighteen_hours_of_a_day_are_billed_as_eighteen() {
	// 18 x 0.010375 / 0.011 = 16.97727272.. TFT, rounded up.
	let cost = worked_rate().over(hours(18)).unwrap();
	assert_eq!(cost.in_tft(price()), Some(169_772_728));
	// 18 x 0.010375 = 0.18675 USD
	assert_eq!(cost.usd(), Usd(186_750_000));
}

#[test]
fn ips_and_names_are_priced_by_the_hour() {
	// 2 x 0.004 USD and 0.00025 USD
	assert_eq!(Rate::of_each(2, IPV4).unwrap().usd_per_hour(), Usd(8_000_000));
	assert_eq!(Rate::of_each(1, NAME).unwrap().usd_per_hour(), Usd(250_000));
	assert_eq!(Rate::of_each(0, IPV4), Some(Rate::ZERO));
}

#[test]
fn a_month_has_730_hours() {
	// 7.30 USD a month are 0.01 USD an hour, and 730 hours of it are 7.30 USD again.
	let rate = Rate::of_month(Usd(7_300_000_000)).unwrap();
	assert_eq!(rate.usd_per_hour(), Usd(10_000_000));
	assert_eq!(rate.over(Seconds::MONTH).unwrap().usd(), Usd(7_300_000_000));
	// 1 nano-dollar a month doesn't vanish: 730 hours of it are exactly 1 nano-dollar.
	let least = Rate::of_month(Usd(1)).unwrap();
	assert_eq!(least.over(Seconds::MONTH).unwrap().usd(), Usd(1));
	assert_eq!(least.over(Seconds(730 * 3_600 + 1)).unwrap().usd(), Usd(2));
}

#[test]
fn a_certified_node_costs_a_quarter_more() {
	// 0.010375 x 1.25 = 0.01296875
	assert_eq!(worked_rate().times_percent(125).unwrap().usd_per_hour(), Usd(12_968_750));
}

#[test]
fn a_rented_node_costs_half() {
	// 0.010375 x 0.5 = 0.0051875
	assert_eq!(worked_rate().times_percent(50).unwrap().usd_per_hour(), Usd(5_187_500));
}

#[test]
fn three_factors_leave_no_remainder() {
	// Certified, rented, 60 % off: 0.010375 x 1.25 x 0.5 x 0.4 = 0.00259375
	let rate = worked_rate().times_percent(125).unwrap().times_percent(50).unwrap();
	let rate = rate.less(Percent::from_percent(60)).unwrap();
	assert_eq!(rate.usd_per_hour(), Usd(2_593_750));
	// The least rate there is, 1/6,144,000 CU at a nano-dollar: times 1 % three times, and back, is itself.
	let least = Rate::of_units(CloudUnits { cu: 1, su: 0 }, Usd(1), Usd(0)).unwrap();
	let shrunk = (0..3).fold(least, |rate, _| rate.times_percent(1).unwrap());
	let back = (0..3).fold(shrunk, |rate, _| rate.times_percent(10_000).unwrap());
	assert_eq!(back, least);
}

#[test]
fn a_discount_is_taken_off() {
	// 0.010375 x 0.8 = 0.0083
	let rate = worked_rate().less(Percent::from_percent(20)).unwrap();
	assert_eq!(rate.usd_per_hour(), Usd(8_300_000));
	assert_eq!(worked_rate().less(NO_DISCOUNT), Some(worked_rate()));
	assert_eq!(worked_rate().less(Percent::from_percent(100)), Some(Rate::ZERO));
}

#[test]
fn traffic_is_priced_by_the_byte() {
	// 3 x 10^9 bytes x 0.0015 USD = 0.0045 USD; / 0.011 = 0.40909090.. TFT, rounded up.
	let cost = Cost::of_traffic(Bytes(3_000_000_000), NU, NO_DISCOUNT).unwrap();
	assert_eq!(cost.usd(), Usd(4_500_000));
	assert_eq!(cost.in_tft(price()), Some(4_090_910));
	// 40 % off: 0.0027 USD; / 0.011 = 0.24545454.. TFT, rounded up.
	let cost = Cost::of_traffic(Bytes(3_000_000_000), NU, Percent::from_percent(40)).unwrap();
	assert_eq!(cost.in_tft(price()), Some(2_454_546));
	// 1 byte: 1.5 x 10^-12 USD is less than one unit, and costs one.
	let cost = Cost::of_traffic(Bytes(1), NU, NO_DISCOUNT).unwrap();
	assert_eq!(cost.in_tft(price()), Some(1));
}

#[test]
fn an_amount_without_remainder_is_not_rounded() {
	// 0.011 USD at 0.011 USD for 1 TFT is 1 TFT.
	let cost = Rate::of_each(1, Usd(11_000_000)).unwrap().over(hours(1)).unwrap();
	assert_eq!(cost.in_tft(price()), Some(10_000_000));
	assert_eq!(Cost::paid_by(10_000_000, price()), cost);
	assert!(cost.is_paid_by(10_000_000, price()));
	assert!(!cost.is_paid_by(9_999_999, price()));
	assert!(!cost.checked_add(raw_cost(1)).unwrap().is_paid_by(10_000_000, price()));
}

#[test]
fn the_least_cost_is_one_unit() {
	assert_eq!(raw_cost(1).in_tft(price()), Some(1));
	assert_eq!(raw_cost(1).usd(), Usd(1));
	assert_eq!(Cost::ZERO.in_tft(price()), Some(0));
	assert_eq!(Cost::ZERO.usd(), Usd(0));
}

#[test]
fn without_a_price_nothing_becomes_tft() {
	let none = Price::from_inner(0);
	assert_eq!(worked_rate().over(hours(1)).unwrap().in_tft(none), None);
	assert_eq!(Cost::ZERO.in_tft(none), None);
	assert_eq!(Cost::paid_by(u128::MAX, none), Cost::ZERO);
	assert!(Cost::ZERO.is_paid_by(0, none));
	assert!(!raw_cost(1).is_paid_by(u128::MAX, none));
}

#[test]
fn extreme_prices_are_exact() {
	// At the greatest price one unit pays (2^128 - 1) x 504,576 / 3,125 of the scale, which saturates, and
	// no unit pays nothing.
	let greatest = Price::from_inner(u128::MAX);
	assert_eq!(Cost::paid_by(1, greatest), raw_cost(u128::MAX));
	assert_eq!(Cost::paid_by(0, greatest), Cost::ZERO);
	assert_eq!(raw_cost(u128::MAX).in_tft(greatest), Some(1));
	assert!(raw_cost(u128::MAX).is_paid_by(1, greatest));
	assert!(!raw_cost(1).is_paid_by(0, greatest));
	// All the money there can be at the greatest price passes 256 bits, and any cost.
	assert!(raw_cost(u128::MAX).is_paid_by(u128::MAX, greatest));
	// At the least price the greatest cost is (2^128 - 1) x 3,125 / 504,576 units, rounded up:
	// (2^128 - 1) x 3125 = 504576 x 2107477162266799646283306475584006494 + 80331.
	let least = Price::from_inner(1);
	assert_eq!(
		raw_cost(u128::MAX).in_tft(least),
		Some(2_107_477_162_266_799_646_283_306_475_584_006_495)
	);
}

#[test]
fn a_span_is_the_longest_that_fits() {
	let rate = worked_rate();
	let cost = rate.over(Seconds(1_000)).unwrap();
	assert_eq!(rate.span_within(cost), Seconds(1_000));
	assert_eq!(rate.span_within(cost.checked_sub(raw_cost(1)).unwrap()), Seconds(999));
	assert_eq!(rate.span_within(Cost::ZERO), Seconds(0));
	// 1 TFT at 0.011 USD is 0.011 USD: 0.011 x 3600 / 0.010375 = 3816.86.. s
	assert_eq!(rate.span_within(Cost::paid_by(10_000_000, price())), Seconds(3_816));
}

#[test]
fn a_free_rate_never_runs_out() {
	assert_eq!(Rate::ZERO.span_within(Cost::ZERO), Seconds(u64::MAX));
	assert_eq!(Rate::ZERO.over(Seconds(u64::MAX)), Some(Cost::ZERO));
}

#[test]
fn rates_past_the_scale_are_none() {
	let one = CloudUnits { cu: 1, su: 1 };
	let great = Rate::of_each(1, GREAT).unwrap();
	assert_eq!(Rate::of_units(one, Usd(u128::MAX), Usd(0)), None);
	assert_eq!(Rate::of_units(one, Usd(u128::MAX / 2 + 1), Usd(u128::MAX / 2 + 1)), None);
	assert_eq!(Rate::of_units(CloudUnits { cu: 2, su: 0 }, Usd(u128::MAX), Usd(0)), None);
	assert_eq!(Rate::of_each(2, Usd(u128::MAX)), None);
	assert_eq!(Rate::of_each(2, GREAT), None);
	assert_eq!(Rate::of_month(Usd(u128::MAX)), None);
	assert_eq!(great.times_percent(125), None);
	assert_eq!(great.checked_add(great), None);
	assert_eq!(Rate::ZERO.checked_sub(great), None);
	assert_eq!(great.over(Seconds(2)), None);
}

#[test]
fn costs_past_the_scale_are_none() {
	let great = raw_cost(u128::MAX);
	assert_eq!(Cost::of_traffic(Bytes(u64::MAX), GREAT, NO_DISCOUNT), None);
	assert_eq!(Cost::of_traffic(Bytes(1), Usd(u128::MAX), NO_DISCOUNT), None);
	assert_eq!(great.checked_add(raw_cost(1)), None);
	assert_eq!(Cost::ZERO.checked_sub(raw_cost(1)), None);
	assert_eq!(Cost::ZERO.minus(raw_cost(1)), Cost::ZERO);
	assert_eq!(great.minus(great), Cost::ZERO);
}

/// All that a bill is made of.
#[derive(Clone, Debug)]
struct Inputs {
	resources: Resources,
	cu: u128,
	su: u128,
	/// Hundredths: certified and rented.
	factors: (u32, u32),
	/// Hundredths off: resources and network.
	discounts: (u8, u8),
	ips: u32,
	ipv4: u128,
	extra_month: u128,
	seconds: u64,
	traffic: u64,
	nu: u128,
	price: u128,
}

prop_compose! {
	fn any_workload()(
		cores in 0..10_000u32,
		memory in 0..100_000_000u64,
		ssd in 0..1_000_000_000u64,
		hdd in 0..1_000_000_000u64,
	) -> Resources {
		Resources {
			cores,
			memory_mib: Mib(memory),
			ssd_mib: Mib(ssd),
			hdd_mib: Mib(hdd),
			gpus: 0,
		}
	}
}

prop_compose! {
	fn any_inputs()(
		resources in any_workload(),
		(cu, su) in (0..10_000_000_000u128, 0..10_000_000_000u128),
		factors in (prop_oneof![Just(100u32), Just(125)], prop_oneof![Just(100u32), Just(50)]),
		discounts in (0..=100u8, 0..=100u8),
		(ips, ipv4) in (0..=16u32, 0..10_000_000_000u128),
		extra_month in 0..1_000_000_000_000u128,
		seconds in 0..10_000_000u64,
		(traffic, nu) in (0..10_000_000_000_000_000u64, 0..10_000_000_000u128),
		price in 1_000_000_000_000..10_000_000_000_000_000_000_000u128,
	) -> Inputs {
		Inputs {
			resources, cu, su, factors, discounts, ips, ipv4, extra_month, seconds, traffic, nu, price,
		}
	}
}

/// The bill as the chain makes it.
fn bill(inputs: &Inputs) -> Option<u128> {
	let (resources_off, network_off) = inputs.discounts;
	let (certified, rented) = inputs.factors;
	let network_off = Percent::from_percent(network_off);
	let rate = Rate::of_units(billing_units(&inputs.resources), Usd(inputs.cu), Usd(inputs.su))?
		.times_percent(certified)?
		.times_percent(rented)?
		.less(Percent::from_percent(resources_off))?
		.checked_add(Rate::of_each(inputs.ips, Usd(inputs.ipv4))?.less(network_off)?)?
		.checked_add(Rate::of_month(Usd(inputs.extra_month))?)?;
	let traffic = Cost::of_traffic(Bytes(inputs.traffic), Usd(inputs.nu), network_off)?;
	let cost = rate.over(Seconds(inputs.seconds))?.checked_add(traffic)?;
	cost.in_tft(Price::from_inner(inputs.price))
}

/// The bill as the formulas say, in units of 10^-7 TFT.
fn naive_bill(inputs: &Inputs) -> Fraction {
	let (cu, su) = naive_billing_units(&inputs.resources);
	let (certified, rented) = inputs.factors;
	let (resources_off, network_off) = inputs.discounts;
	let network_paid = u128::from(100 - network_off);
	let hour = cu
		.times(inputs.cu, 1)
		.plus(su.times(inputs.su, 1))
		.times(certified.into(), 100)
		.times(rented.into(), 100)
		.times(u128::from(100 - resources_off), 100)
		.plus(Fraction::new(u128::from(inputs.ips) * inputs.ipv4, 1).times(network_paid, 100))
		.plus(Fraction::new(inputs.extra_month, 730));
	let traffic = Fraction::new(u128::from(inputs.traffic) * inputs.nu, 1_000_000_000)
		.times(network_paid, 100);
	let nano_dollars = hour.times(inputs.seconds.into(), 3_600).plus(traffic);
	// A dollar is 10^9 nano-dollars, a price counts in 10^-18 dollars, a TFT is 10^7 units: 10^(18 - 9 + 7).
	nano_dollars.times(10_000_000_000_000_000, inputs.price)
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(1_000))]

	#[test]
	fn a_bill_rounds_up_by_less_than_one_unit_and_never_down(inputs in any_inputs()) {
		let charged = bill(&inputs).expect("these inputs are within the scale");
		prop_assert!(naive_bill(&inputs).rounds_up_to(charged), "charged {charged}");
	}

	#[test]
	fn what_an_amount_pays_is_the_exact_bound_of_what_costs_it(
		cost in any::<u128>(),
		amount in any::<u128>(),
		price in 1..=u128::MAX,
		// Values of every length: most random numbers of 128 bits are great.
		shifts in (0..128u32, 0..128u32, 0..127u32),
	) {
		let cost = raw_cost(cost >> shifts.0);
		let amount = amount >> shifts.1;
		let price = Price::from_inner((price >> shifts.2).max(1));
		let bound = Cost::paid_by(amount, price);
		prop_assert_eq!(cost.in_tft(price).unwrap() <= amount, cost <= bound);
		prop_assert_eq!(cost.is_paid_by(amount, price), cost <= bound);
		prop_assert!(bound.is_paid_by(amount, price));
		// At the bound itself, and just above it.
		prop_assert!(bound.in_tft(price).unwrap() <= amount);
		if let Some(above) = bound.checked_add(raw_cost(1)) {
			prop_assert!(above.in_tft(price).unwrap() > amount);
		}
	}

	#[test]
	fn a_span_within_a_budget_is_the_longest(
		hourly in 1..1_000_000_000_000u128,
		budget in any::<u128>(),
		shift in 0..128u32,
	) {
		let rate = Rate::of_each(1, Usd(hourly)).unwrap();
		let budget = raw_cost(budget >> shift);
		let span = rate.span_within(budget);
		prop_assert!(rate.over(span).unwrap() <= budget);
		let longer = rate.over(Seconds(span.0 + 1));
		prop_assert!(longer.is_none_or(|cost| cost > budget));
	}

	#[test]
	fn rates_add_up_over_any_span(
		one in 0..1_000_000_000_000u128,
		other in 0..1_000_000_000_000u128,
		span in 0..100_000_000u64,
		later in 0..100_000_000u64,
	) {
		let (a, b) = (Rate::of_each(1, Usd(one)).unwrap(), Rate::of_each(1, Usd(other)).unwrap());
		let both = a.checked_add(b).unwrap();
		prop_assert_eq!(both.checked_sub(b), Some(a));
		// Two rates together cost what they cost apart, two spans what they cost in one.
		let apart = a.over(Seconds(span)).unwrap().checked_add(b.over(Seconds(span)).unwrap());
		prop_assert_eq!(both.over(Seconds(span)), apart);
		let in_turn = a.over(Seconds(span)).unwrap().checked_add(a.over(Seconds(later)).unwrap());
		prop_assert_eq!(a.over(Seconds(span + later)), in_turn);
	}

	#[test]
	fn dearer_or_longer_never_costs_less(
		hourly in 0..1_000_000_000_000u128,
		dearer in 0..1_000_000_000_000u128,
		span in 0..100_000_000u64,
		longer in 0..100_000_000u64,
		price in 1_000_000_000_000..1_000_000_000_000_000_000_000u128,
		higher in 0..1_000_000_000_000_000_000_000u128,
		percents in (0..=100u8, 0..=100u8),
	) {
		let rate = Rate::of_each(1, Usd(hourly)).unwrap();
		let dear = Rate::of_each(1, Usd(hourly + dearer)).unwrap();
		let tft = |rate: Rate, span, price| {
			rate.over(Seconds(span)).unwrap().in_tft(Price::from_inner(price)).unwrap()
		};
		let base = tft(rate, span, price);
		prop_assert!(base <= tft(dear, span, price));
		prop_assert!(base <= tft(rate, span + longer, price));
		prop_assert!(base >= tft(rate, span, price + higher));
		let least = percents.0.min(percents.1);
		let greatest = percents.0.max(percents.1);
		let less = |percent| rate.less(Percent::from_percent(percent)).unwrap();
		prop_assert!(less(greatest) <= less(least));
	}
}
