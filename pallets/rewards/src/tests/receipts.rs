use crate::{
	mock::*, Event, FarmTotal, FarmTotals, Periods, PolicyTotal, Receipts, StoredReceipt,
	StoredVerdict,
};
use frame_support::assert_ok;
use gridchain_primitives::{
	Balance, CloudUnits, FarmId, FarmingPolicyId, Mib, NodeId, NodePeriod, Period, Price, Receipt,
	Record, Resources, Seconds, Usd, Verdict, TFT,
};

/// What a node with `change`d figures is due for period 0.
fn due(change: impl FnOnce(&mut NodePeriod)) -> Balance {
	let node = node_with(farm(1, FARMER), unit(), change);
	settle();
	receipt(node).due
}

fn receipt(node: NodeId) -> StoredReceipt {
	Receipts::<Test>::get(Period(0), node).unwrap()
}

/// One CU and one SU.
const ONE: CloudUnits = CloudUnits { cu: 6_144_000, su: 6_144_000 };

#[test]
fn one_cu_and_one_su_earn_30_and_12_and_a_half_tft_in_a_full_month() {
	new_test_ext().sanity(|| {
		let farm = farm(1, FARMER);
		let node = node(farm, unit());
		book_revenue(node, 7 * TFT);
		settle();
		// 2.40 + 1.00 = 3.40 USD; 3.40 / 0.08 = 42.5 TFT.
		let stored = StoredReceipt {
			farm,
			units: ONE,
			uptime: Seconds(2_630_880),
			registered: Seconds(2_630_880),
			certified: false,
			policy: FarmingPolicyId(1),
			connection_price: Price::from_rational(8, 100),
			market_price: Some(Price::from_rational(11, 1000)),
			usd: Usd(3_400_000_000),
			due: 425_000_000,
			revenue: 70_000_000,
			verdict: StoredVerdict::Earned,
		};
		assert_eq!(receipt(node), stored);
	});
}

#[test]
fn receipt_is_told_by_event_and_noted_in_the_records() {
	new_test_ext().sanity(|| {
		let farm = farm(1, FARMER);
		let node = node(farm, unit());
		book_revenue(node, 7 * TFT);
		settle();
		let (period, policy) = (Period(0), FarmingPolicyId(1));
		let (uptime, registered) = (Seconds(2_630_880), Seconds(2_630_880));
		let (usd, due, revenue) = (Usd(3_400_000_000), 425_000_000, 70_000_000);
		assert_eq!(
			events()[1],
			Event::ReceiptWritten {
				period,
				node,
				farm,
				policy,
				units: ONE,
				uptime,
				registered,
				usd,
				due,
				revenue,
				verdict: StoredVerdict::Earned,
			}
		);
		let expected = Record::Receipt(Receipt {
			period,
			node,
			farm,
			units: ONE,
			uptime,
			registered,
			certified: false,
			policy,
			connection_price: Price::from_rational(8, 100),
			market_price: Some(Price::from_rational(11, 1000)),
			usd,
			due,
			revenue,
			verdict: Verdict::Earned,
		});
		assert_eq!(Noted::get()[0], expected);
	});
}

#[test]
fn certified_hardware_earns_a_quarter_more() {
	new_test_ext().sanity(|| {
		// 42.5 x 1.25 = 53.125 TFT.
		assert_eq!(due(|figures| figures.certified = true), 531_250_000);
	});
}

#[test]
fn reward_is_nothing_one_second_below_the_minimum_uptime() {
	new_test_ext().sanity(|| {
		// 95 % of 2,630,880 s are 2,499,336 s.
		assert_eq!(due(|figures| figures.uptime = Seconds(2_499_335)), 0);
		let receipt = receipt(NodeId(1));
		assert_eq!(receipt.verdict, StoredVerdict::TooLittleUptime);
		assert_eq!(receipt.usd, Usd(0));
	});
}

#[test]
fn reward_is_nothing_at_94_and_nine_tenths_percent() {
	new_test_ext().sanity(|| {
		// 0.949 x 2,630,880 = 2,496,705.12
		assert_eq!(due(|figures| figures.uptime = Seconds(2_496_705)), 0);
	});
}

#[test]
fn reward_is_in_proportion_to_uptime_at_exactly_the_minimum() {
	new_test_ext().sanity(|| {
		// 42.5 x 0.95 = 40.375 TFT.
		assert_eq!(due(|figures| figures.uptime = Seconds(2_499_336)), 403_750_000);
	});
}

#[test]
fn reward_rounds_down_to_the_smallest_unit() {
	new_test_ext().sanity(|| {
		// 425,000,000 x 2,630,879 / 2,630,880 = 424,999,838.457.. and
		// 3,400,000,000 x 2,630,879 / 2,630,880 = 3,399,998,707.657.. nano-dollars.
		assert_eq!(due(|figures| figures.uptime = Seconds(2_630_879)), 424_999_838);
		assert_eq!(receipt(NodeId(1)).usd, Usd(3_399_998_707));
	});
}

#[test]
fn minimum_uptime_is_of_the_time_the_node_was_registered() {
	new_test_ext().sanity(|| {
		// Registered for half the period, 1,315,440 s, and up for 95 % of that, 1,249,668 s:
		// 42.5 x 0.475 = 20.1875 TFT.
		let due = due(|figures| {
			figures.registered = Seconds(1_315_440);
			figures.uptime = Seconds(1_249_668);
		});
		assert_eq!(due, 201_875_000);
	});
}

#[test]
fn node_of_a_farm_that_is_not_approved_earns_nothing_but_keeps_its_revenue() {
	new_test_ext().sanity(|| {
		FarmOf::insert(FarmId(1), Farm { payout: Some(FARMER), approved: false });
		let node = node(FarmId(1), unit());
		book_revenue(node, 7 * TFT);
		settle();
		let receipt = receipt(node);
		assert_eq!((receipt.due, receipt.revenue), (0, 70_000_000));
		assert_eq!(receipt.verdict, StoredVerdict::FarmNotApproved);
		// 1 TFT before, and 7.
		assert_eq!(Balances::free_balance(FARMER), 80_000_000);
	});
}

#[test]
fn units_are_limited_by_the_policy() {
	new_test_ext().sanity(|| {
		// 3 CU and 3 SU: 13 GB of memory, 150 GB of SSD (0.6 SU), 2,880 GB of HDD (2.4 SU).
		let hardware = Resources {
			cores: 3,
			memory_mib: Mib(13 * 1024),
			ssd_mib: Mib(150 * 1024),
			hdd_mib: Mib(2_880 * 1024),
			gpus: 0,
		};
		// At most 2 CU and 1 SU: 2 x 30 + 12.5 = 72.5 TFT, instead of 127.5.
		let limited = policy(|terms| {
			terms.limit = CloudUnits { cu: 12_288_000, su: 6_144_000 };
		});
		let first = node_with(farm(1, FARMER), hardware, |figures| figures.policy = limited);
		let second = node(farm(2, OTHER_FARMER), hardware);
		settle();
		assert_eq!(receipt(first).due, 725_000_000);
		assert_eq!(receipt(first).units, CloudUnits { cu: 12_288_000, su: 6_144_000 });
		assert_eq!(receipt(second).due, 1_275_000_000);
	});
}

#[test]
fn receipt_goes_by_the_policy_of_the_node_not_by_the_default() {
	new_test_ext().sanity(|| {
		let node = node(farm(1, FARMER), unit());
		let dear = policy(|terms| terms.connection_price = Price::from_rational(16, 100));
		assert_ok!(Rewards::set_default_policy(RuntimeOrigin::root(), dear));
		settle();
		assert_eq!(receipt(node).due, 425_000_000);
		assert_eq!(receipt(node).policy, FarmingPolicyId(1));
	});
}

#[test]
fn node_without_a_part_in_the_period_has_no_receipt_and_keeps_its_revenue_booked() {
	new_test_ext().sanity(|| {
		let farm = farm(1, FARMER);
		end_period();
		// It registers in period 1, before period 0 is settled.
		let node = node(farm, unit());
		book_revenue(node, 7 * TFT);
		pass(DELAY);
		poll();
		assert_eq!(Receipts::<Test>::get(Period(0), node), None);
		assert_eq!(RevenueOf::get(node), 70_000_000);
		assert_eq!(Periods::<Test>::get(Period(0)).unwrap().receipts, 0);
	});
}

#[test]
fn node_that_cannot_be_settled_is_skipped_and_loses_no_revenue() {
	new_test_ext().sanity(|| {
		let farm = farm(1, FARMER);
		let broken = node_with(farm, unit(), |figures| figures.policy = FarmingPolicyId(9));
		let sound = node(farm, unit());
		book_revenue(broken, 7 * TFT);
		settle();
		let error = crate::Error::<Test>::PolicyNotFound.into();
		assert_eq!(events()[1], Event::NodeSkipped { period: Period(0), node: broken, error });
		assert_eq!(Receipts::<Test>::get(Period(0), broken), None);
		assert_eq!(RevenueOf::get(broken), 70_000_000);
		assert_eq!(receipt(sound).due, 425_000_000);
	});
}

#[test]
fn totals_add_up_farms_and_policies() {
	new_test_ext().sanity(|| {
		let (first, second) = (farm(1, FARMER), farm(2, OTHER_FARMER));
		let other = policy(|terms| terms.budget = 10 * TFT);
		let nodes = [
			node(first, unit()),
			node_with(first, unit(), |figures| figures.certified = true),
			node_with(first, unit(), |figures| figures.policy = other),
			node(second, unit()),
		];
		book_revenue(nodes[0], 1);
		book_revenue(nodes[1], 2);
		book_revenue(nodes[3], 4);
		settle();
		let total = |farm, policy| FarmTotals::<Test>::get((Period(0), farm, policy));
		// 42.5 + 53.125 = 95.625 TFT.
		assert_eq!(
			total(first, FarmingPolicyId(1)),
			FarmTotal { receipts: 2, due: 956_250_000, revenue: 3 }
		);
		assert_eq!(total(first, other), FarmTotal { receipts: 1, due: 425_000_000, revenue: 0 });
		assert_eq!(
			total(second, FarmingPolicyId(1)),
			FarmTotal { receipts: 1, due: 425_000_000, revenue: 4 }
		);
		let summary = Periods::<Test>::get(Period(0)).unwrap();
		// 95.625 + 42.5 + 42.5 = 180.625 TFT.
		assert_eq!((summary.receipts, summary.due, summary.revenue), (4, 1_806_250_000, 7));
		let policies: Vec<_> = summary.policies.into_iter().collect();
		assert_eq!(
			policies,
			vec![
				// 95.625 + 42.5 = 138.125 TFT.
				(
					FarmingPolicyId(1),
					PolicyTotal { due: 1_381_250_000, budget: 20_000_000_000_000 }
				),
				(other, PolicyTotal { due: 425_000_000, budget: 100_000_000 }),
			]
		);
		// 138.125 + 10 = 148.125 TFT.
		assert_eq!(summary.total, 1_481_250_000);
	});
}
