use crate::{mock::*, pallet, Booked, Error, Event, MintedTotal, Owed, Periods};
use gridchain_primitives::{
	Balance, FarmId, FarmPayout, FarmingPolicyId, NodeId, Period, Record, TFT,
};
use pallet_balances::Pallet as BalancesPallet;
use sp_runtime::TokenError;

/// What an account has beyond the 1 TFT that the farmers begin with.
fn earned(account: u64) -> Balance {
	BalancesPallet::<Test>::free_balance(account) - TFT
}

/// A chain whose cap leaves `room`.
fn with_room(room: Balance) -> sp_io::TestExternalities {
	with_genesis(pallet::GenesisConfig { cap: GENESIS + room, ..Default::default() })
}

/// Two farms under one policy of `budget`: one is due 42.5 TFT, the other, certified, 53.125 TFT.
fn two_farms(budget: Balance) {
	let policy = policy(|terms| terms.budget = budget);
	node_with(farm(1, FARMER), unit(), |figures| figures.policy = policy);
	node_with(farm(2, OTHER_FARMER), unit(), |figures| {
		figures.policy = policy;
		figures.certified = true;
	});
}

fn payouts() -> Vec<FarmPayout<u64>> {
	let payout = |record| match record {
		Record::FarmPayout(payout) => Some(payout),
		_ => None,
	};
	Noted::get().into_iter().filter_map(payout).collect()
}

#[test]
fn farm_gets_all_that_is_due_and_its_revenue_when_budget_and_cap_suffice() {
	new_test_ext().sanity(|| {
		let node = node(farm(1, FARMER), unit());
		book_revenue(node, 7 * TFT);
		settle();
		let (period, farm, policy) = (Period(0), FarmId(1), FarmingPolicyId(1));
		let (due, minted, revenue) = (425_000_000, 425_000_000, 70_000_000);
		// 42.5 + 7 = 49.5 TFT.
		assert_eq!(earned(FARMER), 495_000_000);
		assert_eq!(MintedTotal::<Test>::get(), 425_000_000);
		let paid = Event::FarmPaid { period, farm, policy, due, minted, revenue, account: FARMER };
		assert!(events().contains(&paid));
		let (policy, account) = (Some(policy), Some(FARMER));
		assert_eq!(
			payouts(),
			vec![FarmPayout { period, farm, policy, due, minted, revenue, account }]
		);
	});
}

#[test]
fn farms_share_a_budget_in_proportion_and_round_down() {
	new_test_ext().sanity(|| {
		two_farms(40 * TFT);
		settle();
		// 42.5 x 40/95.625 = 17.77777777.. and 53.125 x 40/95.625 = 22.22222222..
		assert_eq!((earned(FARMER), earned(OTHER_FARMER)), (177_777_777, 222_222_222));
		let summary = Periods::<Test>::get(Period(0)).unwrap();
		assert_eq!((summary.due, summary.total), (956_250_000, 400_000_000));
		assert_eq!(summary.minted, 399_999_999);
	});
}

#[test]
fn farms_share_the_room_under_the_cap_in_proportion() {
	// 85 TFT are due and 50 may be minted: 42.5 x 50/85 = 25 each.
	with_room(50 * TFT).sanity(|| {
		node(farm(1, FARMER), unit());
		node(farm(2, OTHER_FARMER), unit());
		settle();
		assert_eq!((earned(FARMER), earned(OTHER_FARMER)), (250_000_000, 250_000_000));
		assert_eq!(BalancesPallet::<Test>::total_issuance(), GENESIS + 500_000_000);
	});
}

#[test]
fn budget_and_cap_together_round_down_once() {
	with_room(30 * TFT).sanity(|| {
		two_farms(40 * TFT);
		settle();
		// 42.5 x 40/95.625 x 30/40 = 13.33333333.., which would be 13.3333332 if the budget's part
		// (17.7777777) were rounded first; and 53.125 x 40/95.625 x 30/40 = 16.66666666..
		assert_eq!((earned(FARMER), earned(OTHER_FARMER)), (133_333_333, 166_666_666));
		let summary = Periods::<Test>::get(Period(0)).unwrap();
		assert_eq!((summary.total, summary.room), (400_000_000, 300_000_000));
	});
}

#[test]
fn each_policy_has_its_own_budget_and_all_share_the_room() {
	// 42.5 of the first policy and 10 of the second make 52.5; 42 may be minted, which is 0.8 of it.
	with_room(42 * TFT).sanity(|| {
		let poor = policy(|terms| terms.budget = 10 * TFT);
		node(farm(1, FARMER), unit());
		node_with(farm(2, OTHER_FARMER), unit(), |figures| figures.policy = poor);
		settle();
		// 42.5 x 0.8 = 34, and 10 x 0.8 = 8.
		assert_eq!((earned(FARMER), earned(OTHER_FARMER)), (340_000_000, 80_000_000));
	});
}

#[test]
fn one_farm_is_paid_for_each_of_its_policies() {
	new_test_ext().sanity(|| {
		let poor = policy(|terms| terms.budget = 10 * TFT);
		let farm = farm(1, FARMER);
		node(farm, unit());
		node_with(farm, unit(), |figures| figures.policy = poor);
		settle();
		// 42.5 + 10.
		assert_eq!(earned(FARMER), 525_000_000);
		let mut minted: Vec<_> =
			payouts().into_iter().map(|payout| (payout.policy, payout.minted)).collect();
		minted.sort();
		let first = (Some(FarmingPolicyId(1)), 425_000_000);
		assert_eq!(minted, vec![first, (Some(poor), 100_000_000)]);
	});
}

#[test]
fn revenue_is_paid_when_nothing_may_be_minted() {
	with_room(0).sanity(|| {
		let node = node(farm(1, FARMER), unit());
		book_revenue(node, 7 * TFT);
		settle();
		assert_eq!(earned(FARMER), 70_000_000);
		assert_eq!((payouts()[0].due, payouts()[0].minted), (425_000_000, 0));
	});
}

#[test]
fn farm_that_is_due_nothing_and_has_no_revenue_makes_no_payout() {
	new_test_ext().sanity(|| {
		FarmOf::insert(FarmId(1), Farm { payout: Some(FARMER), approved: false });
		node(FarmId(1), unit());
		settle();
		assert_eq!(payouts(), vec![]);
		let summary = Periods::<Test>::get(Period(0)).unwrap();
		assert_eq!((summary.receipts, summary.payouts), (1, 0));
	});
}

#[test]
fn payout_goes_to_the_account_of_that_moment() {
	new_test_ext().sanity(|| {
		let node = node(farm(1, FARMER), unit());
		book_revenue(node, TFT);
		end_period();
		farm(1, OTHER_FARMER);
		pass(DELAY);
		poll();
		assert_eq!((earned(FARMER), earned(OTHER_FARMER)), (0, 435_000_000));
	});
}

#[test]
fn payout_below_the_existential_deposit_stays_booked_and_is_paid_with_the_next() {
	new_test_ext().sanity(|| {
		// 0.006 TFT of reward a period and no more; an account needs 0.01 TFT to exist.
		let policy = policy(|terms| terms.budget = 60_000);
		let farm = farm(1, NEW_FARMER);
		let node = node_with(farm, unit(), |figures| figures.policy = policy);
		book_revenue(node, 30_000);
		settle();
		let owed = Owed { minted: 60_000, revenue: 30_000 };
		assert_eq!(Booked::<Test>::get(farm), Some(owed));
		assert_eq!(BalancesPallet::<Test>::free_balance(NEW_FARMER), 0);
		assert_eq!(
			events().last_chunk::<2>().unwrap()[0],
			Event::PayoutBooked {
				period: Period(0),
				farm,
				policy,
				due: 425_000_000,
				minted: 60_000,
				revenue: 30_000,
				reason: TokenError::BelowMinimum.into(),
			}
		);
		assert_eq!(payouts().last().unwrap().account, None);
		check();

		work(node, farm, unit(), |figures| figures.policy = policy);
		settle();
		// 60,000 + 30,000 of period 0, and 60,000 of period 1.
		assert_eq!(BalancesPallet::<Test>::free_balance(NEW_FARMER), 150_000);
		assert_eq!(Booked::<Test>::get(farm), None);
		let (period, account) = (Period(1), NEW_FARMER);
		let (minted, revenue) = (60_000, 30_000);
		let paid = Event::BookedPaid { period, farm, minted, revenue, account };
		assert!(events().contains(&paid));
		// What was booked is noted without a policy, so that sums over policies count it once.
		let (due, account) = (0, Some(NEW_FARMER));
		assert_eq!(
			payouts()[1],
			FarmPayout { period, farm, policy: None, due, minted, revenue, account }
		);
		assert_eq!(payouts()[2].minted, 60_000);
		assert_eq!(payouts()[2].account, account);
	});
}

#[test]
fn what_stays_booked_twice_adds_up() {
	new_test_ext().sanity(|| {
		let policy = policy(|terms| terms.budget = 10_000);
		let farm = farm(1, NEW_FARMER);
		let node = node_with(farm, unit(), |figures| figures.policy = policy);
		settle();
		work(node, farm, unit(), |figures| figures.policy = policy);
		settle();
		assert_eq!(Booked::<Test>::get(farm), Some(Owed { minted: 20_000, revenue: 0 }));
	});
}

#[test]
fn farm_without_an_account_is_paid_once_it_has_one_even_without_nodes() {
	new_test_ext().sanity(|| {
		FarmOf::insert(FarmId(1), Farm { payout: None, approved: true });
		let node = node(FarmId(1), unit());
		book_revenue(node, 7 * TFT);
		settle();
		let owed = Owed { minted: 425_000_000, revenue: 70_000_000 };
		assert_eq!(Booked::<Test>::get(FarmId(1)), Some(owed));
		let reason = Error::<Test>::PayoutAccountMissing.into();
		assert!(events().iter().any(
			|event| matches!(event, Event::PayoutBooked { reason: given, .. } if *given == reason)
		));
		check();

		// No node does anything in period 1.
		farm(1, FARMER);
		settle();
		assert_eq!(earned(FARMER), 495_000_000);
		assert_eq!(Booked::<Test>::get(FarmId(1)), None);
	});
}

#[test]
fn farm_whose_account_cannot_receive_does_not_hold_up_the_others() {
	new_test_ext().sanity(|| {
		for id in 1..=3 {
			let node = node(farm(id, NEW_FARMER + u64::from(id)), unit());
			book_revenue(node, TFT);
		}
		FarmOf::insert(FarmId(2), Farm { payout: None, approved: true });
		settle();
		// 42.5 + 1.
		for id in [1, 3] {
			assert_eq!(BalancesPallet::<Test>::free_balance(NEW_FARMER + id), 435_000_000);
		}
		assert_eq!(Booked::<Test>::get(FarmId(2)).unwrap().amount(), 435_000_000);
		assert_eq!(Booked::<Test>::iter().count(), 1);
	});
}

#[test]
fn farm_gets_its_revenue_when_its_reward_cannot_be_minted() {
	// The pot can always be minted into; were it not, the period's own record would show the gap, so that
	// the sixth sentence of `try_state` breaks. Hence no `sanity` here.
	new_test_ext().execute_with(|| {
		let node = node(farm(1, FARMER), unit());
		book_revenue(node, 7 * TFT);
		MintingFails::put(true);
		settle();
		assert_eq!(earned(FARMER), 70_000_000);
		assert_eq!(MintedTotal::<Test>::get(), 0);
		assert_eq!((payouts()[0].due, payouts()[0].minted), (425_000_000, 0));
		let (period, farm, policy) = (Period(0), FarmId(1), FarmingPolicyId(1));
		let (amount, error) = (425_000_000, TokenError::CannotCreate.into());
		let failed = Event::MintFailed { period, farm, policy, amount, error };
		assert!(events().contains(&failed));
		assert!(Rewards::do_try_state().is_err());
	});
}

#[test]
fn renting_ones_own_node_loses() {
	new_test_ext().sanity(|| {
		// The farmer's deployer pays 100 TFT, of which the farm's half is booked. Whether it was used or not,
		// the node earns the same 42.5 TFT, so 50 TFT are gone.
		let rented = node(farm(1, FARMER), unit());
		let idle = node(farm(2, OTHER_FARMER), unit());
		book_revenue(rented, 50 * TFT);
		settle();
		assert_eq!((rented, idle), (NodeId(1), NodeId(2)));
		assert_eq!(earned(FARMER) - earned(OTHER_FARMER), 500_000_000);
	});
}
