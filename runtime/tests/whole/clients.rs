//! What clients ask of the state: which nodes there are, what is held of an account, how long its money lasts.
//!
//! In this preset a window lasts 60 s, and 30 s more are held. 2 cores, 2 GB and 15 GB cost 0.010375 USD an hour at
//! 0.011 USD for one TFT: 2,619.949494.. units a second. 90 s hold 235,795.45.., so 235,796 units; 60 s cost
//! 157,196.96.., so 157,197.

use crate::common::*;
use frame_support::traits::{Currency, LockableCurrency, WithdrawReasons};
use gridchain_primitives::{
	Balance, Between, ContractId, FarmCertification, FarmId, NodeCapacity, NodeFilter, NodeId,
	NodesPage, Rental, Resources, Runway, Seconds, Tenancy, TwinId, Usd, Wanted,
};
use gridchain_runtime::{
	configs::{accounts::ProxyType, money::EXISTENTIAL_DEPOSIT},
	AccountId, Balances, Block, Runtime, RuntimeCall, RuntimeEvent, RuntimeHoldReason, TFT,
};
use gridchain_runtime_api::{
	runtime_decl_for_grid_api::GridApiV1, Cause, HeldSum, HoldLine, HoldsCursor, Thing,
};
use pallet_farms::Ipv4Text;
use sp_core::sr25519;

fn ip(text: &str) -> Ipv4Text {
	text.as_bytes().to_vec().try_into().unwrap()
}

fn add_ip(farm: FarmId, cidr: &str, gateway: &str) -> RuntimeCall {
	pallet_farms::Call::add_public_ip { farm, cidr: ip(cidr), gateway: ip(gateway) }.into()
}

fn certify_farm(farm: FarmId) -> RuntimeCall {
	let certification = FarmCertification::Gold;
	pallet_farms::Call::set_farm_certification { farm, certification }.into()
}

mod nodes {
	use super::*;

	fn capacity(node: NodeId) -> Option<NodeCapacity> {
		<Runtime as GridApiV1<Block, AccountId, RuntimeHoldReason>>::node_capacity(node)
	}

	fn find(filter: NodeFilter) -> NodesPage {
		<Runtime as GridApiV1<Block, AccountId, RuntimeHoldReason>>::find_nodes(filter, 0)
	}

	fn found(filter: NodeFilter) -> Vec<NodeId> {
		find(filter).nodes.into_iter().map(|found| found.node).collect()
	}

	#[test]
	fn capacity_is_what_is_left_to_sell() {
		on_chain(|chain| {
			let [machine] = chain.region(["one"]);
			chain.deployed(&machine, WORKLOAD);
			let expected = NodeCapacity {
				farm: FarmId(1),
				hardware: HARDWARE,
				used: WORKLOAD,
				// 4 x 8 - 2 cores, 25 - 1 - 2 GB, 500 - 15 GB.
				free: Resources {
					cores: 30,
					memory_mib: gridchain_primitives::Mib(22 * 1_024),
					ssd_mib: gridchain_primitives::Mib(485 * 1_024),
					..HARDWARE
				},
				contracts: 1,
				live: true,
				maintenance: None,
				retiring: None,
				certified: false,
				rental: Rental::None,
				rentable: false,
				extra_fee: Usd(0),
				tenancy: Tenancy::Shared,
			};
			assert_eq!(capacity(machine.id), Some(expected));
			assert_eq!(find(NodeFilter::default()).nodes[0].capacity, expected);
			assert_eq!(capacity(NodeId(2)), None);
		})
	}

	#[test]
	fn farm_adds_its_certificate_and_its_free_ips() {
		on_chain(|chain| {
			chain.region(["one", "two"]);
			let farm = FarmId(1);
			let with = |least| NodeFilter { free_ips: Some(least), ..Default::default() };
			let gold = NodeFilter {
				farm_certification: Some(FarmCertification::Gold),
				..Default::default()
			};
			assert_eq!(found(with(0)), [NodeId(1), NodeId(2)]);
			assert!(found(with(1)).is_empty() && found(gold).is_empty());
			chain.call(&bob(), add_ip(farm, "185.206.122.31/24", "185.206.122.1")).unwrap();
			chain.call(&bob(), add_ip(farm, "185.206.122.32/24", "185.206.122.1")).unwrap();
			chain.root(certify_farm(farm)).unwrap();
			// Nobody has reported for a while, and this is not what it is about.
			let any = |filter| NodeFilter { wanted: Wanted::Any, ..filter };
			assert_eq!(found(any(with(2))), [NodeId(1), NodeId(2)]);
			assert!(found(any(with(3))).is_empty());
			let page = find(any(gold));
			assert_eq!((page.page, page.pages, page.nodes.len()), (0, 1, 2));
			let of_farm = page.nodes[1].farm;
			assert_eq!(
				(of_farm.farm, of_farm.certification, of_farm.free_ips),
				(farm, FarmCertification::Gold, 2)
			);
		})
	}

	#[test]
	fn node_that_is_silent_is_found_only_if_any_is_asked_for() {
		on_chain(|chain| {
			let [one, _two] = chain.region(["one", "two"]);
			// A node is live for 5 blocks after its report.
			chain.report(&[one], 7);
			assert_eq!(found(NodeFilter::default()), [NodeId(1)]);
			let any = NodeFilter { wanted: Wanted::Any, ..Default::default() };
			assert_eq!(found(any), [NodeId(1), NodeId(2)]);
		})
	}
}

mod held {
	use super::*;

	const RESERVE: Balance = 235_796;

	fn hold(reason: impl Into<RuntimeHoldReason>) -> Cause<RuntimeHoldReason> {
		Cause::Hold(reason.into())
	}

	/// What Balances say is held of `who` for `reason`.
	fn on_hold(who: &sr25519::Pair, reason: impl Into<RuntimeHoldReason>) -> Balance {
		use frame_support::traits::fungible::InspectHold;
		Balances::balance_on_hold(&reason.into(), &account(who))
	}

	#[test]
	fn account_without_anything_has_no_lines() {
		on_chain(|chain| {
			chain.blocks(1);
			let (told, lines) = holds_of(&account(&dave()));
			assert_eq!((told.free, told.held, told.frozen), (1_000_000 * TFT, 0, 0));
			assert_eq!(told.spendable, 1_000_000 * TFT - EXISTENTIAL_DEPOSIT);
			assert!(told.sums.is_empty() && lines.is_empty() && told.next.is_none());
			let nobody = holds_page(&account(&key("nobody")), None);
			assert_eq!((nobody.free, nobody.held, nobody.spendable), (0, 0, 0));
		})
	}

	#[test]
	fn deployer_sees_its_twin_and_each_of_its_contracts() {
		on_chain(|chain| {
			let [machine] = chain.region(["one"]);
			let first = chain.deployed(&machine, WORKLOAD);
			let second = chain.deployed(&machine, WORKLOAD);
			let (told, lines) = holds_of(&account(&charlie()));
			let (deposit, window) = (
				hold(pallet_deployments::HoldReason::ContractDeposit),
				hold(pallet_billing::HoldReason::BillingWindow),
			);
			let twin = hold(pallet_twins::HoldReason::TwinDeposit);
			let deposits = on_hold(&charlie(), pallet_deployments::HoldReason::ContractDeposit);
			let of_twin = on_hold(&charlie(), pallet_twins::HoldReason::TwinDeposit);
			let sum = |cause, amount| HeldSum { cause, amount };
			for expected in [sum(twin, of_twin), sum(deposit, deposits), sum(window, 2 * RESERVE)] {
				assert!(told.sums.contains(&expected), "{expected:?} in {:?}", told.sums);
			}
			assert_eq!((told.sums.len(), lines.len(), told.next), (3, 5, None));
			assert_eq!(told.held, of_twin + deposits + 2 * RESERVE);
			let line = |cause, thing, amount| HoldLine { cause, thing: Some(thing), amount };
			assert!(lines.contains(&line(twin, Thing::Twin(TwinId(2)), of_twin)));
			for contract in [first, second].map(Thing::Contract) {
				assert!(lines.contains(&line(deposit, contract, deposits / 2)));
				assert!(lines.contains(&line(window, contract, RESERVE)));
			}
		})
	}

	#[test]
	fn farmer_sees_each_of_its_farms() {
		on_chain(|chain| {
			chain.region(["one", "two"]);
			let (first, second) = (FarmId(1), FarmId(2));
			chain.call(&bob(), create_farm("bruges")).unwrap();
			chain.call(&bob(), add_ip(second, "185.206.122.31/24", "185.206.122.1")).unwrap();
			let (told, lines) = holds_of(&account(&bob()));
			let amounts = |reason: pallet_farms::HoldReason| {
				of_cause(&lines, hold(reason))
					.map(|line| (line.thing.unwrap(), line.amount))
					.collect::<Vec<_>>()
			};
			let farm = on_hold(&bob(), pallet_farms::HoldReason::FarmDeposit) / 2;
			let nodes = on_hold(&bob(), pallet_farms::HoldReason::AuthorisationDeposit);
			let ips = on_hold(&bob(), pallet_farms::HoldReason::IpDeposit);
			assert!(farm > 0 && nodes > 0 && ips > 0);
			assert_eq!(
				amounts(pallet_farms::HoldReason::FarmDeposit),
				[(Thing::Farm(first), farm), (Thing::Farm(second), farm)]
			);
			assert_eq!(
				amounts(pallet_farms::HoldReason::AuthorisationDeposit),
				[(Thing::Farm(first), nodes)]
			);
			assert_eq!(amounts(pallet_farms::HoldReason::IpDeposit), [(Thing::Farm(second), ips)]);
			assert_eq!((told.sums.len(), lines.len()), (4, 5));
		})
	}

	#[test]
	fn reserves_without_a_reason_have_one_line() {
		on_chain(|chain| {
			let delegate = account(&dave()).into();
			let proxy =
				pallet_proxy::Call::add_proxy { delegate, proxy_type: ProxyType::Any, delay: 0 };
			chain.call(&charlie(), proxy).unwrap();
			let (told, lines) = holds_of(&account(&charlie()));
			// A list: 0.1 TFT and 48 bytes of 0.001 TFT; a deputy: 37 bytes.
			let amount = 1_850_000;
			assert_eq!(told.held, amount);
			assert_eq!(told.sums, [HeldSum { cause: Cause::Reserve, amount }]);
			assert_eq!(lines, [HoldLine { cause: Cause::Reserve, thing: None, amount }]);
		})
	}

	#[test]
	fn accepted_terms_are_held_for_before_there_is_a_twin() {
		on_chain(|chain| {
			let [accept, create] = twin_calls();
			chain.call(&charlie(), accept).unwrap();
			let cause = hold(pallet_twins::HoldReason::TwinDeposit);
			let amount = on_hold(&charlie(), pallet_twins::HoldReason::TwinDeposit);
			let lines = |thing| vec![HoldLine { cause, thing, amount }];
			assert_eq!(holds_of(&account(&charlie())).1, lines(None));
			chain.call(&charlie(), create).unwrap();
			assert_eq!(holds_of(&account(&charlie())).1, lines(Some(Thing::Twin(TwinId(1)))));
		})
	}

	#[test]
	fn what_is_frozen_is_told_beside_what_is_held() {
		on_chain(|chain| {
			let [machine] = chain.region(["one"]);
			chain.deployed(&machine, WORKLOAD);
			undone(|| {
				let who = account(&charlie());
				let before = holds_page(&who, None);
				let frozen = Balances::total_balance(&who) - TFT;
				Balances::set_lock(*b"testlock", &who, frozen, WithdrawReasons::all());
				let told = holds_page(&who, None);
				assert_eq!(
					(told.frozen, told.held, &told.sums),
					(frozen, before.held, &before.sums)
				);
				// What is held counts for what must stay: but for 1 TFT all has to.
				assert_eq!(told.spendable, TFT);
			});
		})
	}

	#[test]
	fn pages_cover_a_hundred_contracts_each() {
		on_chain(|chain| {
			let [machine] = chain.region(["one"]);
			let contract = chain.deployed(&machine, WORKLOAD);
			undone(|| {
				use pallet_billing::Windows;
				use pallet_deployments::{Contracts, ContractsOf};
				let record = Contracts::<Runtime>::get(contract).unwrap();
				let window = Windows::<Runtime>::get(contract).unwrap();
				for id in (2..=250).map(ContractId) {
					Contracts::<Runtime>::insert(id, record.clone());
					ContractsOf::<Runtime>::insert(record.owner, id, ());
					Windows::<Runtime>::insert(id, window);
				}
				let who = account(&charlie());
				let mut pages = vec![holds_page(&who, None)];
				while let Some(next) = pages.last().unwrap().next {
					pages.push(holds_page(&who, Some(next)));
				}
				let lengths: Vec<_> = pages.iter().map(|page| page.lines.len()).collect();
				// Two lines for each contract, and one for the twin.
				assert_eq!(lengths, [201, 200, 100]);
				let (_, lines) = holds_of(&who);
				let windows = hold(pallet_billing::HoldReason::BillingWindow);
				let mut found: Vec<_> =
					of_cause(&lines, windows).map(|line| (line.thing, line.amount)).collect();
				found.sort_by_key(|(thing, _)| match thing {
					Some(Thing::Contract(contract)) => contract.0,
					_ => panic!("a window is for a contract"),
				});
				let each = |id| (Some(Thing::Contract(ContractId(id))), RESERVE);
				assert_eq!(found, (1..=250).map(each).collect::<Vec<_>>());
			});
		})
	}

	#[test]
	fn pages_look_at_a_thousand_farms_each() {
		on_chain(|chain| {
			chain.region([]);
			undone(|| {
				use pallet_farms::{BelongingsOf, Farms, NextFarmId};
				let record = Farms::<Runtime>::get(FarmId(1)).unwrap();
				let belongings = BelongingsOf::<Runtime>::get(FarmId(1)).unwrap();
				for farm in [1_000, 1_001, 2_000].map(FarmId) {
					Farms::<Runtime>::insert(farm, record.clone());
					BelongingsOf::<Runtime>::insert(farm, belongings.clone());
				}
				let farms = |page: &holds::Told| {
					let cause = hold(pallet_farms::HoldReason::FarmDeposit);
					let thing = |line: &holds::Line| match line.thing {
						Some(Thing::Farm(farm)) => farm.0,
						_ => panic!("a farm's deposit is for a farm"),
					};
					of_cause(&page.lines, cause).map(thing).collect::<Vec<_>>()
				};
				let who = account(&bob());
				NextFarmId::<Runtime>::put(FarmId(2_001));
				let first = holds_page(&who, None);
				assert_eq!(farms(&first), [1, 1_000]);
				assert_eq!(first.next, Some(HoldsCursor::Farms(FarmId(1_000))));
				let second = holds_page(&who, first.next);
				assert_eq!((farms(&second), second.next), (vec![1_001, 2_000], None));
				NextFarmId::<Runtime>::put(FarmId(2_002));
				let second = holds_page(&who, first.next);
				assert_eq!(second.next, Some(HoldsCursor::Farms(FarmId(2_000))));
				let third = holds_page(&who, second.next);
				assert_eq!((farms(&third), third.next), (vec![], None));
				// Who has no farm doesn't have to look.
				assert_eq!(holds_page(&account(&charlie()), None).next, None);
			});
		})
	}
}

mod money {
	use super::*;

	fn runway(who: &sr25519::Pair, top_up: Balance) -> Option<Runway> {
		<Runtime as GridApiV1<Block, AccountId, RuntimeHoldReason>>::runway(account(who), top_up)
	}

	#[test]
	fn contract_is_suspended_when_the_runway_says() {
		on_chain(|chain| {
			let [machine] = chain.region(["one"]);
			chain.deployed(&machine, WORKLOAD);
			// Three windows and a half.
			drain(chain, &charlie(), 550_190);
			let told = runway(&charlie(), 0).unwrap();
			let expected = Runway {
				twin: TwinId(2),
				windows: 1,
				spendable: 550_190,
				held: 235_796,
				price: quoted(),
				// 24 x 0.010375
				usd_per_day: Usd(249_000_000),
				// 24 x 0.010375 / 0.011 = 22.63636363..
				tft_per_day: 226_363_637,
				window: Seconds(60),
				// 550,190 / 2,619.949494.. = 210.0002..
				lasts: Some(Seconds(210)),
				first_suspension: Some(Between {
					earliest: chain.now().plus(Seconds(180)),
					latest: chain.now().plus(Seconds(240)),
				}),
			};
			assert_eq!(told, expected);
			// Half a window more makes it four.
			let topped_up = runway(&charlie(), 80_000).unwrap().first_suspension.unwrap();
			assert_eq!(topped_up.earliest, chain.now().plus(Seconds(240)));

			let suspended = |chain: &Chain| {
				chain.history.last_block().iter().any(|moment| {
					matches!(
						moment.event,
						RuntimeEvent::Billing(pallet_billing::Event::Suspended { .. })
					)
				})
			};
			while !suspended(chain) {
				chain.report(std::slice::from_ref(&machine), 1);
			}
			let Between { earliest, latest } = told.first_suspension.unwrap();
			// A slot of the queue is 6 s, and a block that begins a session bills nothing.
			let late = latest.plus(Seconds(12));
			assert!(
				earliest <= chain.now() && chain.now() <= late,
				"{told:?} at {}",
				chain.now().0
			);
			let after = runway(&charlie(), 0).unwrap();
			assert_eq!((after.windows, after.held, after.first_suspension), (0, 0, None));
		})
	}

	#[test]
	fn who_has_no_twin_has_no_runway() {
		on_chain(|chain| {
			chain.region([]);
			assert_eq!(runway(&dave(), TFT), None);
			assert_eq!(runway(&charlie(), TFT).unwrap().tft_per_day, 0);
		})
	}
}
