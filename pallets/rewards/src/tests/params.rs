use crate::{mock::*, pallet, Error, Event, FarmingPolicy, GenesisConfig, Params, RewardsParams};
use frame_support::{assert_noop, assert_ok};
use gridchain_primitives::{Percent, Seconds, TFT};
use sp_runtime::DispatchError::BadOrigin;

fn refused(change: impl FnOnce(&mut RewardsParams)) {
	let mut params = RewardsParams::default();
	change(&mut params);
	assert_noop!(
		Rewards::set_params(RuntimeOrigin::root(), params),
		Error::<Test>::InconsistentParams
	);
}

#[test]
fn defaults_are_those_of_production() {
	new_test_ext().sanity(|| {
		let params = Params::<Test>::get();
		assert_eq!(params.settlement_delay, Seconds(604_800));
		assert_eq!(params.kept_periods, 3);
		assert_eq!(params.block_share, Percent::from_percent(10));
	});
}

#[test]
fn params_are_set_as_a_whole_by_the_admin() {
	new_test_ext().sanity(|| {
		let params = RewardsParams {
			settlement_delay: Seconds(60),
			kept_periods: 120,
			block_share: Percent::from_percent(1),
		};
		assert_noop!(Rewards::set_params(RuntimeOrigin::signed(FARMER), params), BadOrigin);
		assert_ok!(Rewards::set_params(RuntimeOrigin::root(), params));
		assert_eq!(Params::<Test>::get(), params);
		assert_eq!(events(), vec![Event::ParamsSet { params }]);
	});
}

#[test]
fn params_out_of_bounds_are_refused() {
	new_test_ext().sanity(|| {
		refused(|params| params.kept_periods = 0);
		refused(|params| params.kept_periods = 121);
		refused(|params| params.block_share = Percent::from_percent(0));
		refused(|params| params.block_share = Percent::from_percent(11));
	});
}

#[test]
fn delay_must_be_below_half_of_the_running_period() {
	new_test_ext().sanity(|| {
		// Half of 2,630,880 s is 1,315,440 s.
		refused(|params| params.settlement_delay = Seconds(1_315_440));
		set_params(|params| params.settlement_delay = Seconds(1_315_439));
	});
}

#[test]
fn genesis_takes_json_in_camel_case() {
	let json = r#"{
		"params": { "settlementDelay": 60, "keptPeriods": 2, "blockShare": 5 },
		"cap": 10000000000000000,
		"policy": {
			"cuMonth": 2400000000, "suMonth": 1000000000, "minimumUptime": 95,
			"connectionPrice": "80000000000000000", "certifiedPercent": 125,
			"limit": { "cu": 3072000000, "su": 6144000000 }, "budget": 20000000000000
		}
	}"#;
	let genesis: GenesisConfig<Test> = serde_json::from_str(json).unwrap();
	assert_eq!(genesis.params.settlement_delay, Seconds(60));
	assert_eq!(genesis.cap, 1_000_000_000 * TFT);
	// 500 CU are 500 x 6,144,000 = 3,072,000,000 parts; 2,000,000 TFT are 2 x 10^13 units.
	assert_eq!(genesis.policy, FarmingPolicy::default());
}

#[test]
#[should_panic(expected = "a tunable is out of its bounds")]
fn genesis_refuses_params_out_of_bounds() {
	let params = RewardsParams { kept_periods: 0, ..Default::default() };
	with_genesis(pallet::GenesisConfig { params, ..Default::default() });
}

#[test]
#[should_panic(expected = "a policy's term is out of its bounds")]
fn genesis_refuses_a_policy_out_of_bounds() {
	let policy = FarmingPolicy { certified_percent: 99, ..Default::default() };
	with_genesis(pallet::GenesisConfig { policy, ..Default::default() });
}

#[test]
#[should_panic(expected = "the cap is above 1,000,000,000 TFT")]
fn genesis_refuses_a_cap_above_the_greatest() {
	with_genesis(pallet::GenesisConfig { cap: 10_000_000_000_000_001, ..Default::default() });
}

#[test]
#[should_panic(expected = "genesis issues more than the cap")]
fn genesis_refuses_a_cap_below_its_issuance() {
	with_genesis(pallet::GenesisConfig { cap: GENESIS - 1, ..Default::default() });
}
