//! A chain of nothing but records, whose blocks are executed from their first hook to their header.

use crate as pallet_records;
use frame_support::{derive_impl, traits::Hooks, weights::Weight};
use gridchain_primitives::{
	digest_of, offchain_key, traits::Records as _, AccountId, FarmId, FarmPayout, Period, Record,
	RecordsDigest,
};
use sp_core::H256;
use sp_runtime::{traits::IdentityLookup, BuildStorage};

pub type Block = frame_system::mocking::MockBlockU32<Test>;

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask
	)]
	pub struct Test;

	#[runtime::pallet_index(0)]
	pub type System = frame_system::Pallet<Test>;
	#[runtime::pallet_index(1)]
	pub type Records = pallet_records::Pallet<Test>;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Test {
	type Block = Block;
	type AccountId = AccountId;
	type Lookup = IdentityLookup<AccountId>;
}

/// 33 us for the closing of a block, 6 us more for each record.
pub struct Weights;
impl pallet_records::WeightInfo for Weights {
	fn on_finalize(records: u32) -> Weight {
		Weight::from_parts(33_000_000 + 6_000_000 * u64::from(records), 0)
	}
}

impl pallet_records::Config for Test {
	type WeightInfo = Weights;
}

pub fn new_test_ext() -> sp_io::TestExternalities {
	// The whole genesis: it is what writes the storage versions of the pallets.
	RuntimeGenesisConfig::default().build_storage().unwrap().into()
}

/// A record that is told apart from others by `number`.
pub fn record(number: u32) -> Record<AccountId> {
	Record::FarmPayout(FarmPayout {
		period: Period(number),
		farm: FarmId(7),
		policy: None,
		due: 1_000,
		minted: 900,
		revenue: 50,
		account: Some(AccountId::new([number as u8; 32])),
	})
}

/// Records 1 to `count`.
pub fn records(count: u32) -> Vec<Record<AccountId>> {
	(1..=count).map(record).collect()
}

/// A node: the chain's state, and the offchain storage that its blocks write to.
pub struct Node {
	ext: sp_io::TestExternalities,
}

impl Node {
	pub fn new() -> Self {
		Self { ext: new_test_ext() }
	}

	/// Executes `inside` on the node's state, and nothing else.
	pub fn execute<R>(&mut self, inside: impl FnOnce() -> R) -> R {
		self.ext.execute_with(inside)
	}

	/// Executes a block that notes `records`, checks what must be true after it, and returns what its header
	/// says of records.
	pub fn block(&mut self, records: &[Record<AccountId>]) -> Option<RecordsDigest> {
		let header = self.ext.execute_with(|| {
			let number = System::block_number() + 1;
			System::initialize(&number, &H256::zero(), &Default::default());
			Records::on_initialize(number);
			records.iter().cloned().for_each(Records::note);
			Records::on_finalize(number);
			Records::do_try_state().unwrap();
			System::finalize()
		});
		self.ext.persist_offchain_overlay();
		digest_of(&header.digest)
	}

	/// What the node's offchain storage has under the root of `digest`.
	pub fn stored(&self, digest: &RecordsDigest) -> Option<Vec<u8>> {
		self.ext.offchain_db().get(&offchain_key(digest.root))
	}
}
