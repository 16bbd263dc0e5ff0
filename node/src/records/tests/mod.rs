//! Tests of the store, the follower and the RPC, against a chain in memory.

mod follow;
mod rpc;
mod speed;
mod store;

use super::{
	store::{BlockRecords, IndexedBlock},
	Record, Store,
};
use gridchain_primitives::{
	AccountId, Bill, BillKind, BlockNumber, Bytes, CloudUnits, ContractId, FarmId, FarmPayout,
	FarmingPolicyId, Hash, NodeId, Percent, Period, Price, PricingPolicyId, Rate, Receipt, Seconds,
	Split, Time, TwinId, Usd, Verdict,
};
use tempfile::TempDir;

/// The chain of most tests.
pub fn genesis() -> Hash {
	Hash::repeat_byte(0xAA)
}

/// An empty store in a directory of its own.
pub fn new_store() -> (TempDir, Store) {
	let directory = tempfile::tempdir().unwrap();
	let store = Store::open(directory.path(), genesis()).unwrap();
	(directory, store)
}

/// The well-known account of Alice.
pub fn alice() -> AccountId {
	let key = "d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d";
	let key: [u8; 32] = hex::decode(key).unwrap().try_into().unwrap();
	AccountId::from(key)
}

/// An hour of 2 cores, 2 GB and 15 GB SSD at 0.011 USD for one TFT, on node 5 of farm 2, paid by twin 4.
pub fn bill(contract: u64) -> Record {
	Record::Bill(Bill {
		contract: ContractId(contract),
		kind: BillKind::Window,
		twin: TwinId(4),
		payer: alice(),
		node: Some(NodeId(5)),
		farm: Some(FarmId(2)),
		provider: None,
		from: Time(1_700_000_000),
		to: Time(1_700_003_600),
		seconds: Seconds(3_600),
		traffic: Bytes(0),
		policy: PricingPolicyId(1),
		rate: Rate::of_units(
			CloudUnits { cu: 6_144_000, su: 460_800 },
			Usd(10_000_000),
			Usd(5_000_000),
		)
		.unwrap(),
		traffic_price: Usd(1_500_000),
		discount: Percent::from_percent(0),
		network_discount: Percent::from_percent(0),
		usd: Usd(10_375_000),
		price: Price::from_inner(11_000_000_000_000_000),
		charged: 9_431_819,
		extra_fee: 0,
		provider_share: Percent::from_percent(0),
		split: Split {
			burned: 3_301_139,
			treasury: 943_181,
			validators: 471_590,
			provider: 0,
			farm: 4_715_909,
		},
	})
}

/// What `node` of `farm` earned in `period`: 7 units of the TFT.
pub fn receipt(farm: u32, node: u32, period: u32) -> Record {
	Record::Receipt(Receipt {
		period: Period(period),
		node: NodeId(node),
		farm: FarmId(farm),
		units: CloudUnits { cu: 9_216_000, su: 2_048_000 },
		uptime: Seconds(290),
		registered: Seconds(300),
		certified: false,
		policy: FarmingPolicyId(1),
		connection_price: Price::from_inner(80_000_000_000_000_000),
		market_price: None,
		usd: Usd(56),
		due: 7,
		revenue: 3,
		verdict: Verdict::Earned,
	})
}

/// What `farm` was paid for `period`: 5 minted, 2 of revenue.
pub fn payout(farm: u32, period: u32) -> Record {
	Record::FarmPayout(FarmPayout {
		period: Period(period),
		farm: FarmId(farm),
		policy: Some(FarmingPolicyId(1)),
		due: 7,
		minted: 5,
		revenue: 2,
		account: Some(alice()),
	})
}

/// The hash of block `number` of a chain without forks.
pub fn hash(number: BlockNumber) -> Hash {
	match number {
		0 => genesis(),
		_ => Hash::from_low_u64_be(number.into()),
	}
}

/// Block `number` of a chain without forks.
pub fn block(number: BlockNumber, records: Vec<Record>) -> IndexedBlock {
	IndexedBlock {
		number,
		hash: hash(number),
		parent: hash(number - 1),
		records: BlockRecords::Known(records),
	}
}
