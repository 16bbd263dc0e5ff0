//! All that can be tuned.

use crate::{mock::*, Error, Event, NodeParams, Params};
use frame_support::{assert_noop, assert_ok};
use gridchain_primitives::{Mib, Percent, Seconds, Usd};
use sp_runtime::DispatchError;

#[test]
fn defaults_are_those_of_production() {
	let params = NodeParams::default();
	assert!(params.is_consistent(Seconds(6)));
	assert_eq!(params.report_interval, Seconds(5 * 60));
	assert_eq!(params.live_blocks, 1_200);
	assert_eq!(params.late_credit, Seconds(2 * 3_600));
	assert_eq!(params.clock_jitter, Seconds(60));
	assert_eq!(params.period_length, Seconds(2_630_880));
	assert_eq!((params.core_oversell, params.max_contracts), (4, 256));
	assert_eq!(params.reserved_memory, Mib(1_024));
	assert_eq!((params.minimum.cores, params.minimum.memory_mib), (1, Mib(2_048)));
	assert_eq!(params.minimum.disk_mib, Mib(102_400));
	assert_eq!(params.max_maintenance, Seconds(30 * 86_400));
	assert_eq!(params.retirement_notice, Seconds(7 * 86_400));
	assert_eq!(params.retirement_share, Percent::from_percent(5));
	assert_eq!(params.retirement_retry, Seconds(3_600));
	// 10,000 USD.
	assert_eq!(params.max_extra_fee, Usd(10_000_000_000_000));
}

#[test]
fn set_params_replaces_all_of_them() {
	new_test_ext().sanity(|| {
		assert_ok!(Nodes::set_params(RuntimeOrigin::root(), quick()));
		assert_eq!(Params::<Test>::get(), quick());
		assert_eq!(last_event(), Event::ParamsSet { params: quick() });
	});
}

#[test]
fn set_params_is_refused_to_everybody_else() {
	new_test_ext().sanity(|| {
		let call = Nodes::set_params(RuntimeOrigin::signed(ALICE), quick());
		assert_noop!(call, DispatchError::BadOrigin);
	});
}

/// The parameters of production, with one change.
fn with(change: impl FnOnce(&mut NodeParams)) -> NodeParams {
	let mut params = NodeParams::default();
	change(&mut params);
	params
}

#[test]
fn set_params_refuses_what_is_out_of_bounds_or_does_not_fit() {
	let cases = [
		with(|params| params.report_interval = Seconds(0)),
		with(|params| params.report_interval = Seconds(86_401)),
		with(|params| params.report_interval = Seconds(7_201)),
		with(|params| params.live_blocks = 0),
		with(|params| params.live_blocks = 1_000_001),
		with(|params| params.late_credit = Seconds(299)),
		with(|params| params.late_credit = Seconds(2_630_881)),
		with(|params| params.clock_jitter = Seconds(3_601)),
		with(|params| params.period_length = Seconds(59)),
		with(|params| params.period_length = Seconds(7_199)),
		with(|params| params.period_length = Seconds(366 * 86_400 + 1)),
		with(|params| params.core_oversell = 0),
		with(|params| params.core_oversell = 65),
		with(|params| params.reserved_memory = Mib(2_048)),
		with(|params| params.max_contracts = 0),
		with(|params| params.max_contracts = 4_097),
		with(|params| params.minimum.cores = 0),
		with(|params| params.minimum.cores = 4_097),
		with(|params| params.minimum.memory_mib = Mib((64 << 20) + 1)),
		with(|params| params.minimum.disk_mib = Mib((8 << 30) + 1)),
		with(|params| params.maximum.cores = 65_537),
		with(|params| params.maximum.memory_mib = Mib((1 << 40) + 1)),
		with(|params| params.maximum.ssd_mib = Mib((1 << 40) + 1)),
		with(|params| params.maximum.hdd_mib = Mib((1 << 40) + 1)),
		with(|params| params.max_maintenance = Seconds(3_599)),
		with(|params| params.max_maintenance = Seconds(365 * 86_400 + 1)),
		with(|params| params.retirement_notice = Seconds(0)),
		with(|params| params.retirement_notice = Seconds(90 * 86_400 + 1)),
		with(|params| params.retirement_share = Percent::from_percent(0)),
		with(|params| params.retirement_share = Percent::from_percent(26)),
		with(|params| params.retirement_retry = Seconds(0)),
		with(|params| params.retirement_retry = Seconds(86_401)),
		// More than a million USD.
		with(|params| params.max_extra_fee = Usd(1_000_000_000_000_001)),
	];
	new_test_ext().sanity(|| {
		for params in cases {
			let call = Nodes::set_params(RuntimeOrigin::root(), params);
			assert_noop!(call, Error::<Test>::InconsistentParams);
		}
	});
}

#[test]
fn live_blocks_last_at_most_half_a_period() {
	// 25 blocks of 6 s are 150 s: half of 300 s.
	let longest = NodeParams { live_blocks: 25, ..quick() };
	assert!(longest.is_consistent(Seconds(6)));
	assert!(!NodeParams { live_blocks: 26, ..quick() }.is_consistent(Seconds(6)));
	// On a slower chain they last longer.
	assert!(!longest.is_consistent(Seconds(7)));
	new_test_ext().sanity(|| {
		let silent = NodeParams { live_blocks: 26, ..quick() };
		let call = Nodes::set_params(RuntimeOrigin::root(), silent);
		assert_noop!(call, Error::<Test>::InconsistentParams);
		assert_ok!(Nodes::set_params(RuntimeOrigin::root(), longest));
	});
}

#[test]
#[should_panic(expected = "the parameters of the nodes don't fit together")]
fn genesis_refuses_parameters_that_do_not_fit() {
	chain_with(with(|params| params.live_blocks = 0));
}

#[test]
fn params_can_be_written_in_a_genesis_file() {
	let written = r#"{
		"reportInterval": 6, "liveBlocks": 5, "lateCredit": 30, "clockJitter": 3, "periodLength": 300,
		"coreOversell": 4, "reservedMemory": 1024, "maxContracts": 256,
		"minimum": { "cores": 1, "memoryMib": 2048, "diskMib": 102400 },
		"maximum": {
			"cores": 4096, "memory_mib": 67108864, "ssd_mib": 4294967296, "hdd_mib": 4294967296, "gpus": 64
		},
		"maxMaintenance": 2592000, "retirementNotice": 60, "retirementShare": 5,
		"retirementRetry": 3600, "maxExtraFee": 10000000000000
	}"#;
	assert_eq!(serde_json::from_str::<NodeParams>(written).unwrap(), quick());
}
