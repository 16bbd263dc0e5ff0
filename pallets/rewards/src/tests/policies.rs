use crate::{
	mock::*, DefaultFarmingPolicy, DefaultPolicy, Error, Event, FarmingPolicy, Policies,
	PolicyCount, MAX_POLICIES,
};
use frame_support::{assert_noop, assert_ok, traits::Get};
use gridchain_primitives::{FarmingPolicyId, Percent, Price, Usd, TFT};
use sp_runtime::DispatchError::BadOrigin;

fn refused(change: impl FnOnce(&mut FarmingPolicy)) {
	let mut terms = FarmingPolicy::default();
	change(&mut terms);
	assert_noop!(
		Rewards::add_farming_policy(RuntimeOrigin::root(), terms),
		Error::<Test>::InconsistentPolicy
	);
}

#[test]
fn first_policy_is_that_of_genesis_and_the_default() {
	new_test_ext().sanity(|| {
		let policy = Policies::<Test>::get(FarmingPolicyId(1)).unwrap();
		assert_eq!(policy.cu_month, Usd(2_400_000_000));
		assert_eq!(policy.su_month, Usd(1_000_000_000));
		assert_eq!(policy.minimum_uptime, Percent::from_percent(95));
		assert_eq!(policy.connection_price.into_inner(), 80_000_000_000_000_000);
		assert_eq!(policy.certified_percent, 125);
		assert_eq!(PolicyCount::<Test>::get(), 1);
		assert_eq!(DefaultFarmingPolicy::<Test>::get(), FarmingPolicyId(1));
	});
}

#[test]
fn policy_is_added_as_the_next_version_and_changes_no_other() {
	new_test_ext().sanity(|| {
		let terms = FarmingPolicy { budget: 5 * TFT, ..Default::default() };
		assert_ok!(Rewards::add_farming_policy(RuntimeOrigin::root(), terms));
		let policy = FarmingPolicyId(2);
		assert_eq!(Policies::<Test>::get(policy), Some(terms));
		assert_eq!(Policies::<Test>::get(FarmingPolicyId(1)), Some(FarmingPolicy::default()));
		assert_eq!(DefaultPolicy::<Test>::get(), FarmingPolicyId(1));
		assert_eq!(events(), vec![Event::PolicyAdded { policy, terms }]);
	});
}

#[test]
fn policy_is_added_by_the_policy_origin_alone() {
	new_test_ext().sanity(|| {
		let origin = RuntimeOrigin::signed(FARMER);
		let terms = FarmingPolicy::default();
		assert_noop!(Rewards::add_farming_policy(origin.clone(), terms), BadOrigin);
		assert_noop!(Rewards::set_default_policy(origin, FarmingPolicyId(1)), BadOrigin);
	});
}

#[test]
fn policy_out_of_bounds_is_refused() {
	new_test_ext().sanity(|| {
		// A million dollars are 10^15 nano-dollars; a million CU are 6,144,000 million parts.
		refused(|terms| terms.cu_month = Usd(1_000_000_000_000_001));
		refused(|terms| terms.su_month = Usd(1_000_000_000_000_001));
		refused(|terms| terms.connection_price = Price::from_inner(0));
		refused(|terms| terms.connection_price = Price::from_inner(999_999_999_999));
		refused(|terms| {
			terms.connection_price = Price::from_inner(1_000_000_000_000_000_000_000_001)
		});
		refused(|terms| terms.certified_percent = 99);
		refused(|terms| terms.certified_percent = 1_001);
		refused(|terms| terms.limit.cu = 6_144_000_000_001);
		refused(|terms| terms.limit.su = 6_144_000_000_001);
		refused(|terms| terms.budget = 10_000_000_000_000_001);
	});
}

#[test]
fn policy_at_its_bounds_is_accepted() {
	new_test_ext().sanity(|| {
		policy(|terms| {
			terms.cu_month = Usd(1_000_000_000_000_000);
			terms.su_month = Usd(1_000_000_000_000_000);
			terms.connection_price = Price::from_inner(1_000_000_000_000);
			terms.certified_percent = 1_000;
			terms.limit.cu = 6_144_000_000_000;
			terms.limit.su = 6_144_000_000_000;
			terms.budget = 10_000_000_000_000_000;
		});
		policy(|terms| {
			terms.connection_price = Price::from_inner(1_000_000_000_000_000_000_000_000);
			terms.certified_percent = 100;
			terms.budget = 0;
		});
	});
}

#[test]
fn policies_are_at_most_256() {
	new_test_ext().sanity(|| {
		for _ in 1..MAX_POLICIES {
			policy(|_| {});
		}
		assert_eq!(PolicyCount::<Test>::get(), 256);
		assert_noop!(
			Rewards::add_farming_policy(RuntimeOrigin::root(), FarmingPolicy::default()),
			Error::<Test>::TooManyPolicies
		);
	});
}

#[test]
fn default_policy_is_what_new_nodes_get() {
	new_test_ext().sanity(|| {
		let policy = policy(|_| {});
		assert_ok!(Rewards::set_default_policy(RuntimeOrigin::root(), policy));
		assert_eq!(DefaultFarmingPolicy::<Test>::get(), FarmingPolicyId(2));
		let previous = FarmingPolicyId(1);
		assert_eq!(events().last(), Some(&Event::DefaultPolicySet { previous, policy }));
	});
}

#[test]
fn default_policy_must_exist() {
	new_test_ext().sanity(|| {
		for unknown in [0, 2] {
			assert_noop!(
				Rewards::set_default_policy(RuntimeOrigin::root(), FarmingPolicyId(unknown)),
				Error::<Test>::PolicyNotFound
			);
		}
	});
}
