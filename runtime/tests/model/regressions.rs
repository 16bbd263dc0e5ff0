//! What once went wrong, and what random steps hardly ever come to, each in as few steps as it takes.

use crate::{
	naive::nodes::Parts,
	steps::{Manner::*, Step, Step::*},
	take,
};

fn goes_well(steps: &[Step]) {
	take(steps, &mut 0);
}

/// The account of a node's twin has no money, and can't hold the deposits of a farm: the farm stays with its owner.
#[test]
fn a_farm_does_not_go_to_who_can_hold_nothing() {
	goes_well(&[
		OfferFarm { farm: 0, twin: 8, stranger: None },
		AcceptFarm { farm: 0, stranger: None },
		Pass(2),
	]);
}

/// A node that was silent confirms, and its next report credits more than has passed since: without slack nothing of
/// that is expected beforehand. No more is billed than has passed.
#[test]
fn a_late_report_is_billed_no_more_than_has_passed() {
	let resources = Parts { cores: 2, memory: 2_048, ssd: 10_240, hdd: 0, gpus: 0 };
	goes_well(&[
		Times { window: 60, slack: 0, delivery: 90, minimum: 0, grace: 60, gone: 600 },
		Silence { live_blocks: 1, late_credit: 90, period: 300 },
		Deploy {
			who: 3,
			node: 0,
			resources,
			ips: 0,
			traffic: 0,
			provider: None,
			confirmed: false,
			within: None,
		},
		Behave { machine: 0, manner: Lazy(1_000) },
		Pass(4),
		Confirm { contract: 0, stranger: None },
		Behave { machine: 0, manner: Honest },
		Pass(1),
		Update {
			contract: 0,
			stranger: None,
			resources: Some(Parts { cores: 3, ..resources }),
			ips: None,
			traffic: None,
			respecified: false,
		},
		Pass(1),
		Cancel { contract: 0, stranger: None },
	]);
}

/// A node has shrunk below what its only tenant has on it. That tenant can't rent it either: nothing more of it is sold
/// until all fits again.
#[test]
fn a_node_that_has_shrunk_too_far_is_not_rented() {
	let resources = Parts { cores: 6, memory: 3_072, ssd: 49_152, hdd: 0, gpus: 0 };
	let hardware = Parts { cores: 1, memory: 20_480, ssd: 598_016, hdd: 817_152, gpus: 0 };
	goes_well(&[
		Deploy {
			who: 4,
			node: 0,
			resources,
			ips: 0,
			traffic: 0,
			provider: None,
			confirmed: true,
			within: None,
		},
		Rebuild { machine: 0, hardware },
		Rent { who: 4, node: 0, provider: None },
		Pass(2),
	]);
}

/// A twin stays while it stands by the terms of a service, and goes when new terms have freed it. The service is then
/// its provider's to end, and not that of the next twin of the same account.
#[test]
fn a_twin_goes_and_leaves_a_service_that_it_was_offered() {
	let terms = |base| SetTerms { service: 0, stranger: None, base, metered: 0 };
	let approve =
		|by_provider| ApproveService { service: 0, by_consumer: true, by_provider, others: false };
	goes_well(&[
		OfferService { who: 5, twin: 6 },
		terms(1_000_000),
		approve(false),
		DeleteTwin { who: 6, idle: false },
		terms(2_000_000),
		DeleteTwin { who: 6, idle: false },
		approve(true),
		Pass(1),
		AcceptTerms { who: 6 },
		CreateTwin { who: 6 },
		CancelService { service: 0, who: Some(6) },
		CancelService { service: 0, who: None },
		Pass(1),
	]);
}
