//! A record is proven by a path to the root in a header.

use crate::mock::{record, records, Node};
use binary_merkle_tree::{merkle_proof, verify_proof, Leaf};
use codec::{DecodeAll, Encode};
use gridchain_primitives::{
	AccountId, Bill, BillKind, Bytes, CloudUnits, ContractId, FarmId, FarmPayout, FarmingPolicyId,
	NodeId, Percent, Period, Price, PricingPolicyId, Rate, Receipt, Record, RecordsDigest, Seconds,
	Split, Time, TwinId, Usd, Verdict,
};
use sp_core::H256;
use sp_runtime::traits::Keccak256;

/// Whether `path` leads from `leaf` at `index` to the root of `digest`.
fn proves(digest: &RecordsDigest, path: &[H256], index: u32, leaf: &[u8]) -> bool {
	verify_proof::<Keccak256, _, _>(
		&digest.root,
		path.iter().copied(),
		digest.count,
		index,
		Leaf::Value(leaf),
	)
}

fn path(leaves: &[Vec<u8>], index: u32) -> Vec<H256> {
	merkle_proof::<Keccak256, _, _>(leaves, index).proof
}

#[test]
fn every_record_of_a_block_is_proven_against_its_header() {
	for count in 1..=17 {
		let mut node = Node::new();
		let digest = node.block(&records(count)).unwrap();
		// From what the node has stored, as the node makes its proofs.
		let stored = node.stored(&digest).unwrap();
		let stored = Vec::<Record<AccountId>>::decode_all(&mut &stored[..]).unwrap();
		let leaves: Vec<_> = stored.iter().map(Encode::encode).collect();
		for index in 0..count {
			let leaf = record(index + 1).encode();
			assert!(proves(&digest, &path(&leaves, index), index, &leaf));
		}
	}
}

#[test]
fn a_record_that_was_not_noted_is_not_proven() {
	let digest = Node::new().block(&records(5)).unwrap();
	let leaves: Vec<_> = records(5).iter().map(Encode::encode).collect();
	let path = path(&leaves, 2);
	assert!(proves(&digest, &path, 2, &record(3).encode()));
	assert!(!proves(&digest, &path, 2, &record(4).encode()));
	assert!(!proves(&digest, &path, 3, &record(3).encode()));
	assert!(!proves(&digest, &path, 5, &record(3).encode()));
}

#[test]
fn another_blocks_header_does_not_prove_a_record() {
	let mut node = Node::new();
	node.block(&records(5));
	let other = node.block(&records(6)).unwrap();
	let leaves: Vec<_> = records(5).iter().map(Encode::encode).collect();
	assert!(!proves(&other, &path(&leaves, 2), 2, &record(3).encode()));
}

fn payout(policy: Option<FarmingPolicyId>, account: Option<AccountId>) -> Record<AccountId> {
	Record::FarmPayout(FarmPayout {
		period: Period(0),
		farm: FarmId(1),
		policy,
		due: 0,
		minted: 0,
		revenue: 0,
		account,
	})
}

fn receipt(market_price: Option<Price>) -> Record<AccountId> {
	Record::Receipt(Receipt {
		period: Period(0),
		node: NodeId(1),
		farm: FarmId(1),
		units: CloudUnits::default(),
		uptime: Seconds(0),
		registered: Seconds(0),
		certified: false,
		policy: FarmingPolicyId(1),
		connection_price: Price::from_u32(0),
		market_price,
		usd: Usd(0),
		due: 0,
		revenue: 0,
		verdict: Verdict::Earned,
	})
}

fn bill() -> Record<AccountId> {
	Record::Bill(Bill {
		contract: ContractId(1),
		kind: BillKind::Window,
		twin: TwinId(1),
		payer: AccountId::new([0; 32]),
		node: Some(NodeId(1)),
		farm: Some(FarmId(1)),
		provider: None,
		from: Time(0),
		to: Time(0),
		seconds: Seconds(0),
		traffic: Bytes(0),
		policy: PricingPolicyId(1),
		rate: Rate::ZERO,
		traffic_price: Usd(0),
		discount: Percent::from_percent(0),
		network_discount: Percent::from_percent(0),
		usd: Usd(0),
		price: Price::from_u32(0),
		charged: 0,
		extra_fee: 0,
		provider_share: Percent::from_percent(0),
		split: Split::default(),
	})
}

#[test]
fn no_record_is_as_long_as_an_inner_node() {
	// An inner node is 64 bytes. A payout has one of four lengths: 1 for the variant, 8 for the ids, 48 for
	// the amounts, 1 or 5 for the policy, 1 or 33 for the account.
	let policy = Some(FarmingPolicyId(1));
	let account = Some(AccountId::new([0; 32]));
	assert_eq!(payout(None, None).encode().len(), 59);
	assert_eq!(payout(policy, None).encode().len(), 63);
	assert_eq!(payout(None, account.clone()).encode().len(), 91);
	assert_eq!(payout(policy, account).encode().len(), 95);
	// The other records are longer at their shortest.
	assert!(receipt(None).encode().len() > 64);
	assert!(bill().encode().len() > 64);
}

#[test]
fn an_inner_node_does_not_decode_as_a_record() {
	// The node over records 1 and 2 proves itself with the rest of their path, but it is no record.
	let leaves: Vec<_> = records(4).iter().map(Encode::encode).collect();
	let digest = Node::new().block(&records(4)).unwrap();
	let hash = |leaf: &Vec<u8>| sp_io::hashing::keccak_256(leaf);
	let node = [hash(&leaves[0]), hash(&leaves[1])].concat();
	let rest = path(&leaves, 0)[1..].to_vec();
	assert!(proves(&RecordsDigest { count: 2, ..digest }, &rest, 0, &node));
	assert!(Record::<AccountId>::decode_all(&mut &node[..]).is_err());
}
