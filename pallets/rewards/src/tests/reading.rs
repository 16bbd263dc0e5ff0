use crate::{mock::*, Supply};
use gridchain_primitives::{NodeId, Period, TFT};

#[test]
fn pages_cover_a_hundred_node_ids_each() {
	new_test_ext().sanity(|| {
		let farm = farm(1, FARMER);
		for _ in 0..250 {
			node(farm, unit());
		}
		// Node 120 has no part in the period.
		Figures::remove(NodeId(120), Period(0));
		settle();
		while crate::Settlement::<Test>::get().is_some() {
			poll();
		}
		let page = |page| Rewards::receipts(Period(0), page);
		assert_eq!((page(0).total, page(0).pages), (249, 3));
		let nodes =
			|number| page(number).receipts.iter().map(|receipt| receipt.node.0).collect::<Vec<_>>();
		assert_eq!(nodes(0), (1..=100).collect::<Vec<_>>());
		assert_eq!(nodes(1), (101..=119).chain(121..=200).collect::<Vec<_>>());
		assert_eq!(nodes(2), (201..=250).collect::<Vec<_>>());
		for beyond in [3, u32::MAX / 100, u32::MAX] {
			assert_eq!(page(beyond).receipts, vec![]);
			assert_eq!(page(beyond).pages, 3);
		}
	});
}

#[test]
fn receipts_of_a_period_that_is_being_settled_can_be_read() {
	new_test_ext().sanity(|| {
		let farm = farm(1, FARMER);
		for _ in 0..3 {
			node(farm, unit());
		}
		end_period();
		pass(DELAY);
		while Rewards::receipts(Period(0), 0).receipts.len() < 2 {
			poll_within(one_step());
		}
		let page = Rewards::receipts(Period(0), 0);
		assert_eq!((page.receipts.len(), page.total, page.pages), (2, 2, 1));
	});
}

#[test]
fn receipts_of_an_unsettled_or_cleared_period_are_empty() {
	new_test_ext().sanity(|| {
		set_params(|params| params.kept_periods = 1);
		node(farm(1, FARMER), unit());
		assert_eq!(Rewards::receipts(Period(0), 0), Default::default());
		settle();
		assert_eq!(Rewards::receipts(Period(0), 0).total, 1);
		settle();
		assert_eq!(Rewards::receipts(Period(0), 0), Default::default());
	});
}

#[test]
fn supply_tells_where_the_money_comes_from() {
	new_test_ext().sanity(|| {
		node(farm(1, FARMER), unit());
		settle();
		// 1,000,000 + 1 + 1 TFT and the pot's 0.01 TFT at genesis, and 42.5 TFT.
		let (genesis, minted) = (10_000_020_100_000, 425_000_000);
		assert_eq!(
			Rewards::supply(),
			Supply { issuance: 10_000_445_100_000, genesis, minted, cap: 1_000_000_000 * TFT }
		);
	});
}
