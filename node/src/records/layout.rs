//! Keys and values of the store.
//!
//! | column | key | value |
//! |---|---|---|
//! | [`META`] | `head` | [`Head`] |
//! | [`ROWS`] | block, index | the record, SCALE |
//! | [`INDEX`] | subject, ordinal | [`Place`] |
//! | [`TALLIES`] | subject | [`Tally`] |
//! | [`MISSING`] | ordinal | the number of a block whose records this node never had |
//!
//! Numbers in keys are big-endian. A subject's records are numbered from 0 in the order of the chain, so a
//! page is read by its ordinals alone, wherever it lies and however many there are.

use super::Record;
use codec::{Decode, Encode};
use gridchain_primitives::{
	Balance, Bill, BlockNumber, ContractId, FarmId, FarmPayout, Hash, NodeId, Period, Receipt,
	TwinId,
};

/// The column of the [`Head`].
pub const META: u8 = 0;
/// The column of the records.
pub const ROWS: u8 = 1;
/// The column by which they are found.
pub const INDEX: u8 = 2;
/// The column of counts and sums.
pub const TALLIES: u8 = 3;
/// The column of the blocks whose records are missing.
pub const MISSING: u8 = 4;
/// How many columns there are.
pub const COLUMNS: u8 = 5;

/// The key of the [`Head`].
pub const HEAD_KEY: &[u8] = b"head";
/// The version of this layout. A store of another version is rebuilt by `gridchain records reindex`.
pub const LAYOUT_VERSION: u32 = 3;

/// How far the store has come.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Head {
	/// The version of the layout.
	pub version: u32,
	/// The chain, by the hash of its first block.
	pub genesis: Hash,
	/// The first block that isn't indexed yet.
	pub next: BlockNumber,
	/// The block before it. `None` if its header was never seen, after a gap.
	pub parent: Option<Hash>,
	/// From this block on, all records up to `next` are here.
	pub complete_from: BlockNumber,
	/// How many records there are.
	pub records: u64,
	/// How many blocks have records that this node never had.
	pub missing: u64,
}

impl Head {
	/// The head of an empty store.
	pub fn new(genesis: Hash) -> Self {
		Self {
			version: LAYOUT_VERSION,
			genesis,
			next: 1,
			parent: Some(genesis),
			complete_from: 1,
			records: 0,
			missing: 0,
		}
	}

	/// The last block that is indexed; 0, which has no records, before the first.
	pub fn last(&self) -> BlockNumber {
		self.next.saturating_sub(1)
	}
}

/// Where a record stands in the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
pub struct Place {
	/// Its block.
	pub block: BlockNumber,
	/// Its place in the block's list, from 0. This is also its leaf in the block's Merkle tree.
	pub index: u32,
}

impl Place {
	/// The key of the row.
	pub fn key(&self) -> [u8; 8] {
		let mut key = [0; 8];
		key[..4].copy_from_slice(&self.block.to_be_bytes());
		key[4..].copy_from_slice(&self.index.to_be_bytes());
		key
	}
}

/// What records are found by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
	/// All that concerns a farm.
	Farm(FarmId),
	/// All that concerns a node.
	Node(NodeId),
	/// The bills of a twin.
	Twin(TwinId),
	/// The bills of a contract.
	Contract(ContractId),
	/// The receipts and payouts of a period.
	Period(Period),
	/// Those of one farm.
	FarmPeriod(FarmId, Period),
}

impl Subject {
	/// The key of the subject's [`Tally`].
	pub fn key(&self) -> [u8; 9] {
		let (tag, id) = match self {
			Self::Farm(farm) => (b'f', u64::from(farm.0)),
			Self::Node(node) => (b'n', u64::from(node.0)),
			Self::Twin(twin) => (b't', u64::from(twin.0)),
			Self::Contract(contract) => (b'c', contract.0),
			Self::Period(period) => (b'p', u64::from(period.0)),
			Self::FarmPeriod(farm, period) => (b'r', u64::from(farm.0) << 32 | u64::from(period.0)),
		};
		let mut key = [tag; 9];
		key[1..].copy_from_slice(&id.to_be_bytes());
		key
	}

	/// The key of the subject's `ordinal`th record.
	pub fn entry(&self, ordinal: u64) -> [u8; 17] {
		let mut key = [0; 17];
		key[..9].copy_from_slice(&self.key());
		key[9..].copy_from_slice(&ordinal.to_be_bytes());
		key
	}

	/// What `record` is found by.
	pub fn of(record: &Record) -> Vec<Self> {
		match record {
			Record::Bill(bill) => {
				// A name has neither node nor farm.
				let place = bill.node.map(Self::Node).into_iter().chain(bill.farm.map(Self::Farm));
				[Self::Contract(bill.contract), Self::Twin(bill.twin)]
					.into_iter()
					.chain(place)
					.collect()
			},
			Record::Receipt(receipt) => vec![
				Self::Node(receipt.node),
				Self::Farm(receipt.farm),
				Self::Period(receipt.period),
				Self::FarmPeriod(receipt.farm, receipt.period),
			],
			Record::FarmPayout(payout) => vec![
				Self::Farm(payout.farm),
				Self::Period(payout.period),
				Self::FarmPeriod(payout.farm, payout.period),
			],
		}
	}
}

/// How many records a subject has, and their sums in 10^-7 TFT.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub struct Tally {
	/// How many.
	#[codec(compact)]
	pub records: u64,
	/// The sums of its bills.
	pub bills: BillSums,
	/// The sums of its receipts and payouts.
	pub rewards: RewardSums,
}

/// The sums of bills.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub struct BillSums {
	/// What was paid.
	#[codec(compact)]
	pub charged: Balance,
	/// What of it was taken out of issuance.
	#[codec(compact)]
	pub burned: Balance,
	/// The treasury's share.
	#[codec(compact)]
	pub treasury: Balance,
	/// The validators' share.
	#[codec(compact)]
	pub validators: Balance,
	/// The providers' share.
	#[codec(compact)]
	pub provider: Balance,
	/// The farms' share.
	#[codec(compact)]
	pub farm: Balance,
}

/// The sums of receipts and payouts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Encode, Decode)]
pub struct RewardSums {
	/// What the receipts say is due.
	#[codec(compact)]
	pub due: Balance,
	/// What was minted of it, be it paid or booked.
	#[codec(compact)]
	pub minted: Balance,
	/// What deployers paid for the farm's capacity, be it paid or booked.
	#[codec(compact)]
	pub revenue: Balance,
	/// What reached the farm's account, of this period or booked before.
	#[codec(compact)]
	pub paid: Balance,
}

impl Tally {
	/// Counts `record` in.
	pub fn add(&mut self, record: &Record) {
		self.records = self.records.saturating_add(1);
		match record {
			Record::Bill(bill) => self.bills.add(bill),
			Record::Receipt(receipt) => self.rewards.add_receipt(receipt),
			Record::FarmPayout(payout) => self.rewards.add_payout(payout),
		}
	}
}

impl BillSums {
	fn add<AccountId>(&mut self, bill: &Bill<AccountId>) {
		add(&mut self.charged, bill.charged);
		add(&mut self.burned, bill.split.burned);
		add(&mut self.treasury, bill.split.treasury);
		add(&mut self.validators, bill.split.validators);
		add(&mut self.provider, bill.split.provider);
		add(&mut self.farm, bill.split.farm);
	}
}

impl RewardSums {
	fn add_receipt(&mut self, receipt: &Receipt) {
		add(&mut self.due, receipt.due);
	}

	/// A payout without a policy pays what others had left booked: that is counted as earned already.
	fn add_payout<AccountId>(&mut self, payout: &FarmPayout<AccountId>) {
		if payout.policy.is_some() {
			add(&mut self.minted, payout.minted);
			add(&mut self.revenue, payout.revenue);
		}
		if payout.account.is_some() {
			add(&mut self.paid, payout.minted);
			add(&mut self.paid, payout.revenue);
		}
	}

	/// Both together.
	pub fn plus(mut self, other: &Self) -> Self {
		add(&mut self.due, other.due);
		add(&mut self.minted, other.minted);
		add(&mut self.revenue, other.revenue);
		add(&mut self.paid, other.paid);
		self
	}
}

/// The cap of issuance keeps every sum far below the greatest balance.
fn add(sum: &mut Balance, amount: Balance) {
	*sum = sum.saturating_add(amount);
}
