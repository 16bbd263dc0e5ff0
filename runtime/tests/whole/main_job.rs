//! The main job, from a farmer's twin to the reward. Each figure is worked out by hand.
//!
//! Times are seconds after the first block. A block comes every 6 s; the ones at 60, 120, 180 ... begin a session and
//! hold neither transactions nor bills.

use crate::common::*;
use codec::Encode;
use gridchain_primitives::{
	BillKind, Bytes, ContractId, ContractState, EndReason, FarmId, FarmingPolicyId, Mib, NodeId,
	Period, Price, PricingPolicyId, QuoteRequest, Record, Resources, Seconds, Split, Time, TwinId,
	Usd, Verdict, TFT,
};
use gridchain_runtime::{
	configs::money::{ValidatorsPotAccount, EXISTENTIAL_DEPOSIT},
	AccountId, Billing, Block, Runtime, RuntimeEvent, RuntimeHoldReason,
};
use gridchain_runtime_api::runtime_decl_for_grid_api::GridApiV1;
use pallet_billing::Bookings;

/// What one can ask the runtime.
fn quote(resources: Resources, traffic: u64) -> gridchain_primitives::Quote {
	let request = QuoteRequest::Workload {
		node: None,
		resources,
		public_ips: 0,
		traffic_limit: Bytes(traffic),
	};
	<Runtime as GridApiV1<Block, AccountId, RuntimeHoldReason>>::quote(request, None).unwrap()
}

fn status(contract: ContractId) -> gridchain_primitives::ContractStatus {
	<Runtime as GridApiV1<Block, AccountId, RuntimeHoldReason>>::contract_status(contract).unwrap()
}

fn receipts(period: Period) -> Vec<gridchain_primitives::Receipt> {
	<Runtime as GridApiV1<Block, AccountId, RuntimeHoldReason>>::receipts(period, 0).receipts
}

fn supply() -> gridchain_runtime_api::Supply {
	<Runtime as GridApiV1<Block, AccountId, RuntimeHoldReason>>::supply()
}

/// What a bill says of time and money.
fn figures(bill: &gridchain_primitives::Bill<AccountId>) -> (BillKind, u64, u64, u64, u128) {
	let since = |time: Time| time.since(START).0;
	(bill.kind, since(bill.from), since(bill.to), bill.seconds.0, bill.charged)
}

#[test]
fn what_a_node_delivers_is_billed_shared_and_rewarded_to_the_last_unit() {
	on_chain(|chain| {
		let farmer = account(&bob());
		// 0 s: twins, farm, authorisation. 6 s: the node registers and reports. 12 s: the deployment. 18 s: the
		// node reports, then confirms: it has attested 12 s, and billing begins here.
		let machines = chain.region(["one"]);
		let contract = chain.deployed(&machines[0], WORKLOAD);
		assert_eq!(chain.elapsed(), 18);
		assert_eq!(machines[0].attested(), 12);
		chain.report_to(&machines, after(318));
		chain.submit(&charlie(), cancel(contract));
		chain.report_next(&machines);
		assert_eq!(chain.history.end_of(contract), Some((after(324), EndReason::Owner)));

		// 2,619.949494.. units a second. The bill of a block sees the reports up to the block before it:
		//  78 s: 72 - 18 = 54 s           141,477.27 -> 141,478
		// 138 s and so on: 60 s each      157,196.97 -> 157,197
		// 324 s, by the owner: 318 - 312 = 6 s   15,719.70 -> 15,720
		let bills = chain.history.bills(contract);
		let told: Vec<_> = bills.iter().map(figures).collect();
		assert_eq!(
			told,
			[
				(BillKind::Window, 18, 78, 54, 141_478),
				(BillKind::Window, 78, 138, 60, 157_197),
				(BillKind::Window, 138, 198, 60, 157_197),
				(BillKind::Window, 198, 258, 60, 157_197),
				(BillKind::Window, 258, 318, 60, 157_197),
				(BillKind::End, 318, 324, 6, 15_720),
			]
		);
		for bill in &bills {
			assert_eq!(
				(bill.twin, bill.node, bill.farm),
				(TwinId(2), Some(NodeId(1)), Some(FarmId(1)))
			);
			assert_eq!(bill.payer, account(&charlie()));
			assert_eq!(
				(bill.policy, bill.price),
				(PricingPolicyId(1), Price::from_rational(11, 1_000))
			);
		}
		// 141,478: treasury 14,147.8, validators 7,073.9, farm 70,739; the rest is burned.
		let split = Split {
			burned: 49_519,
			treasury: 14_147,
			validators: 7_073,
			provider: 0,
			farm: 70_739,
		};
		assert_eq!(bills[0].split, split);
		// 157,197: treasury 15,719.7, validators 7,859.85, farm 78,598.5.
		let split = Split {
			burned: 55_021,
			treasury: 15_719,
			validators: 7_859,
			provider: 0,
			farm: 78_598,
		};
		assert_eq!(bills[1].split, split);
		// 15,720: treasury 1,572, validators 786, farm 7,860.
		let split =
			Split { burned: 5_502, treasury: 1_572, validators: 786, provider: 0, farm: 7_860 };
		assert_eq!(bills[5].split, split);

		// The period ended at 300 s; its settlement begins at 360 s, or in the first block after it that works.
		let before = total(&farmer);
		chain.report_to(&machines, after(366));

		// Up from 6 s to 300 s. CU 6 and SU 3: (6 * 2.40 + 3 * 1.00) * 294 / 2,630,880 = 0.00194444.. USD, and that
		// at 0.08 USD/TFT: 0.0243055.. TFT.
		let receipts = receipts(Period(0));
		assert_eq!(receipts.len(), 1);
		let receipt = &receipts[0];
		assert_eq!((receipt.uptime, receipt.registered), (Seconds(294), Seconds(294)));
		assert_eq!((receipt.units.cu, receipt.units.su), (6 * 6_144_000, 3 * 6_144_000));
		assert_eq!((receipt.usd, receipt.due), (Usd(1_944_444), 243_055));
		assert_eq!(receipt.verdict, Verdict::Earned);
		assert_eq!(receipt.policy, FarmingPolicyId(1));
		// 70,739 + 4 * 78,598 + 7,860.
		assert_eq!(receipt.revenue, 392_991);
		// 243,055 + 392,991.
		assert_eq!(total(&farmer) - before, 636_046);

		// All that was booked has gone where it belongs:
		// burned 49,519 + 4 * 55,021 + 5,502, treasury 14,147 + 4 * 15,719 + 1,572,
		// validators 7,073 + 4 * 7,859 + 786. With the farm's 392,991 that is 785,986, as charged:
		// 141,478 + 4 * 157,197 + 15,720.
		assert_eq!(Billing::burned(), 275_105);
		let flushed = chain.history.pick(|event| match event {
			RuntimeEvent::Billing(pallet_billing::Event::Flushed {
				burned,
				treasury,
				validators,
				..
			}) => Some((*burned, *treasury, *validators)),
			_ => None,
		});
		let sum = flushed
			.iter()
			.fold((0, 0, 0), |sum, part| (sum.0 + part.0, sum.1 + part.1, sum.2 + part.2));
		assert_eq!(sum, (275_105, 78_595, 39_295));
		assert_eq!(total(&ValidatorsPotAccount::get()), EXISTENTIAL_DEPOSIT + 39_295);
		assert_eq!(Billing::booked(), Bookings::default());
		assert_eq!(total(&Billing::pot()), EXISTENTIAL_DEPOSIT);
		let charged: u128 = bills.iter().map(|bill| bill.charged).sum();
		assert_eq!(charged, 785_986);

		// 12 accounts of 1,000,000 TFT, and three of the chain's own with 0.01 TFT each.
		let supply = supply();
		assert_eq!(supply.genesis, 12 * 1_000_000 * TFT + 3 * TFT / 100);
		assert_eq!((supply.minted, supply.burned), (243_055, 275_105));
		assert_eq!(supply.issuance, 120_000_000_300_000 + 243_055 - 275_105);
	})
}

#[test]
fn quote_and_status_tell_what_is_held_and_billed() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		// 0.010375 USD an hour; at 0.011 USD/TFT 9,431,818.18 units. A window and the slack are 90 s:
		// 90 * 2,619.949494.. = 235,795.45.
		let quote = quote(WORKLOAD, 0);
		assert_eq!(quote.usd_per_hour, Usd(10_375_000));
		assert_eq!((quote.tft_per_hour, quote.reserve), (9_431_819, 235_796));
		// 0.0015 USD at 0.011 USD/TFT: 0.13636363.. TFT.
		assert_eq!(quote.tft_per_gigabyte, 1_363_637);
		assert_eq!(quote.window, Seconds(60));

		let contract = ContractId(1);
		let before = held(&account(&charlie()));
		chain.all([(charlie(), deploy(NodeId(1), WORKLOAD))]);
		let found = status(contract);
		assert_eq!(found.state, ContractState::Pending { reserve: 235_796 });
		assert_eq!(found.due, after(12 + 30));
		assert!(held(&account(&charlie())) > before + 235_796);

		machines[0].report(chain);
		chain.all([(machines[0].key.clone(), Machine::confirmation(contract))]);
		chain.report_to(&machines, after(48));
		// Confirmed at 18 s, reported at 48 s: 30 s at 2,619.949494.. = 78,598.48.
		let found = status(contract);
		assert_eq!(found.state, ContractState::Open { opened: after(18), reserve: 235_796 });
		assert_eq!((found.billed, found.unbilled), (Seconds(0), Seconds(30)));
		assert_eq!((found.accrued, found.due), (78_599, after(78)));

		chain.report_to(&machines, after(78));
		let found = status(contract);
		assert_eq!(found.state, ContractState::Open { opened: after(78), reserve: 235_796 });
		// What the bill at 78 s has not seen is the report of that block: 6 s = 15,719.70.
		assert_eq!(
			(found.billed, found.unbilled, found.accrued),
			(Seconds(54), Seconds(6), 15_720)
		);
	})
}

#[test]
fn header_of_a_bill_holds_the_root_of_its_record() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		let contract = chain.deployed(&machines[0], WORKLOAD);
		chain.report_to(&machines, after(72));
		assert_eq!(gridchain_primitives::digest_of(&chain.header().digest), None);
		chain.report_next(&machines);
		let bill = chain.history.bills(contract).remove(0);
		// A tree of one leaf is its hash.
		let leaf = sp_io::hashing::keccak_256(&Record::Bill(bill).encode());
		let digest = gridchain_primitives::digest_of(&chain.header().digest).unwrap();
		assert_eq!((digest.root.0, digest.count), (leaf, 1));
	})
}

#[test]
fn traffic_is_billed_up_to_its_limit_in_each_window() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		let machine = &machines[0];
		let contract = ContractId(1);
		let gigabyte = 1_000_000_000;
		chain.all([(charlie(), deploy_with(machine.id, WORKLOAD, 2 * gigabyte))]);
		// 235,795.4545.. for 90 s, and 2 * 1,363,636.3636.. for the traffic: 2,963,068.18.
		assert_eq!(status(contract).state, ContractState::Pending { reserve: 2_963_069 });
		machine.report(chain);
		chain.all([(machine.key.clone(), Machine::confirmation(contract))]);
		chain.report_to(&machines, after(54));
		for bytes in [gigabyte, gigabyte + gigabyte / 2] {
			let (machine, boot) = (machine.clone(), machine.boot);
			let key = machine.key.clone();
			chain.order(Order::new(&key, move |time| {
				machine.report_with(time.since(boot).0, &[(contract, bytes)])
			}));
			chain.settle_pool();
		}
		chain.report_to(&machines, after(78));
		// The counter is cumulative. In the second window it passes the limit.
		for bytes in [3 * gigabyte, 4 * gigabyte + gigabyte / 2] {
			let (machine, boot) = (machine.clone(), machine.boot);
			let key = machine.key.clone();
			chain.order(Order::new(&key, move |time| {
				machine.report_with(time.since(boot).0, &[(contract, bytes)])
			}));
			chain.settle_pool();
		}
		assert_eq!(chain.history.last_report(machine.id).traffic, Bytes(gigabyte + gigabyte / 2));
		chain.report_to(&machines, after(198));
		let told: Vec<_> = chain
			.history
			.bills(contract)
			.iter()
			.map(|bill| (bill.seconds.0, bill.traffic.0, bill.charged))
			.collect();
		assert_eq!(
			told,
			[
				// 141,477.2727.. + 1.5 * 1,363,636.3636.. = 2,186,931.82
				(54, gigabyte + gigabyte / 2, 2_186_932),
				// 157,196.9696.. + 2 * 1,363,636.3636.. = 2,884,469.70. The third gigabyte is nobody's.
				(60, 2 * gigabyte, 2_884_470),
				(60, 0, 157_197),
			]
		);
	})
}

#[test]
fn update_bills_the_old_rate_until_now_and_goes_on_in_the_same_window() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		let contract = chain.deployed(&machines[0], WORKLOAD);
		chain.report_to(&machines, after(36));
		// 4 cores, 8 GB, 15 GB of SSD: CU min(max(2, 2), max(1, 4), max(4, 1)) = 2, SU 0.075: 0.020375 USD an hour,
		// 5,145.202020.. units a second.
		let larger = Resources { cores: 4, memory_mib: Mib(8 * 1_024), ..WORKLOAD };
		chain.submit(&charlie(), resize(contract, larger));
		chain.report_next(&machines);
		assert_eq!(chain.elapsed(), 42);
		// Until 78 s and the slack: 66 * 5,145.202020.. = 339,583.33; the 6 s that are not yet reported:
		// 6 * 2,619.949494.. = 15,719.70.
		let found = status(contract);
		assert_eq!(found.state, ContractState::Open { opened: after(18), reserve: 355_304 });
		assert_eq!(found.due, after(78));
		chain.report_to(&machines, after(138));
		let told: Vec<_> = chain.history.bills(contract).iter().map(figures).collect();
		assert_eq!(
			told,
			[
				// Reported until 36 s: 18 * 2,619.949494.. = 47,159.09
				(BillKind::Update, 18, 42, 18, 47_160),
				// The 6 s of before, 15,719.70, and from there to 72 s: 30 * 5,145.202020.. = 154,356.06
				(BillKind::Window, 42, 78, 36, 170_076),
				// 60 * 5,145.202020.. = 308,712.12
				(BillKind::Window, 78, 138, 60, 308_713),
			]
		);
	})
}

#[test]
fn farm_that_is_not_approved_gets_its_revenue_and_no_reward() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		chain.root(pallet_farms::Call::disapprove_farm { farm: FarmId(1) }).unwrap();
		let contract = chain.deployed(&machines[0], WORKLOAD);
		chain.report_to(&machines, after(312));
		chain.submit(&charlie(), cancel(contract));
		chain.report_next(&machines);
		let before = total(&account(&bob()));
		chain.report_to(&machines, after(366));
		let receipt = receipts(Period(0)).remove(0);
		assert_eq!((receipt.due, receipt.verdict.clone()), (0, Verdict::FarmNotApproved));
		let revenue: u128 = chain.history.bills(contract).iter().map(|bill| bill.split.farm).sum();
		assert!(revenue > 0);
		assert_eq!(total(&account(&bob())) - before, revenue);
		assert_eq!(supply().minted, 0);
	})
}

#[test]
fn receipt_that_a_certifier_voided_says_why_and_earns_nothing() {
	on_chain(|chain| {
		let machines = chain.region(["one", "two"]);
		chain.report_to(&machines, after(306));
		let void: gridchain_runtime::RuntimeCall = pallet_rewards::Call::void_receipt {
			period: Period(0),
			node: NodeId(2),
			reason: b"the same computer as node 1".to_vec().try_into().unwrap(),
		}
		.into();
		chain.root(void).unwrap();
		chain.report_to(&machines, after(366));
		let receipts = receipts(Period(0));
		assert_eq!(receipts[0].verdict, Verdict::Earned);
		let verdict = Verdict::Voided(b"the same computer as node 1".to_vec());
		assert_eq!((receipts[1].due, receipts[1].verdict.clone()), (0, verdict));
		// Node 1 alone: registered at 6 s like above, 243,055.
		assert_eq!(supply().minted, 243_055);
	})
}

#[test]
fn each_of_many_periods_is_settled_and_old_receipts_leave_the_state() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		chain.report_to(&machines, after(5 * 300 + 66));
		// Three periods keep their receipts.
		assert!(receipts(Period(0)).is_empty());
		assert!(receipts(Period(1)).is_empty());
		// A whole period: 17.4 USD * 300 / 2,630,880 / 0.08 = 0.02480158.. TFT.
		for period in 2..5 {
			let receipt = receipts(Period(period)).remove(0);
			assert_eq!((receipt.uptime, receipt.due), (Seconds(300), 248_015));
		}
		// 243,055 + 4 * 248,015.
		assert_eq!(supply().minted, 1_235_115);
	})
}
