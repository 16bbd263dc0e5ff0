//! Blocks of the real runtime, one after the other.
//!
//! Each block is made as an author makes it, undone, and then executed as any other node executes it: both must
//! come to the same header. After that all that is always true is checked.

use super::{
	history::{History, Moment},
	ledger::Ledger,
	people::{Order, Signed},
	sanity,
};
use gridchain_primitives::Time;
use gridchain_runtime::{
	AccountId, Babe, Block, BlockNumber, Executive, Hash, Header, Runtime, RuntimeCall,
	RuntimeEvent, RuntimeGenesisConfig, System, UncheckedExtrinsic,
};
use serde_json::Value;
use sp_consensus_babe::digests::{CompatibleDigestItem, PreDigest, SecondaryPlainPreDigest};
use sp_core::{sr25519, Get};
use sp_io::{
	storage::{commit_transaction, rollback_transaction, start_transaction},
	TestExternalities,
};
use sp_runtime::{
	generic::{Digest, DigestItem},
	traits::Header as _,
	transaction_validity::{
		InvalidTransaction, TransactionSource, TransactionValidity, TransactionValidityError,
	},
	ApplyExtrinsicResult, DispatchResult,
};

/// The name of the preset that nearly all tests begin with.
pub const DEVELOPMENT: &str = sp_genesis_builder::DEV_RUNTIME_PRESET;

/// The time of the first block. A slot of the due queue begins with it.
pub const START: Time = Time(1_800_000_000);

/// The moment `seconds` after the first block.
pub fn after(seconds: u64) -> Time {
	Time(START.0 + seconds)
}

/// Seconds from a block to the next.
pub const PACE: u64 = 6;

/// A chain at some height.
pub struct Chain {
	/// The slot of the last block: its time divided by the pace.
	slot: u64,
	/// How many slots stay empty before the next one.
	empty: u64,
	/// The hashes of all blocks, by height.
	hashes: Vec<Hash>,
	/// The header of the last block.
	header: Option<Header>,
	/// The place of who writes the blocks among the validators of the session.
	author: u32,
	/// What waits for the next block.
	pool: Vec<Order>,
	/// What has happened.
	pub history: History,
	ledger: Ledger,
	/// Whether each block is made twice and all is checked after it. Only the test of a great load does without.
	careful: bool,
}

/// Runs `test` on a chain that begins with the preset `development`.
pub fn on_chain<R>(test: impl FnOnce(&mut Chain) -> R) -> R {
	on_chain_of(|_| (), test)
}

/// Runs `test` on a chain whose genesis is the preset `development`, changed by `change`.
pub fn on_chain_of<R>(change: impl FnOnce(&mut Value), test: impl FnOnce(&mut Chain) -> R) -> R {
	let mut genesis = genesis_of(DEVELOPMENT);
	change(&mut genesis);
	node_at(genesis).execute_with(|| test(&mut Chain::new()))
}

/// The genesis of a preset: the runtime's default, with the preset's patch put over it.
pub fn genesis_of(preset: &str) -> Value {
	let mut whole = serde_json::to_value(RuntimeGenesisConfig::default()).unwrap();
	let patch = gridchain_runtime::genesis_presets::get_preset(&preset.into()).unwrap();
	merge(&mut whole, serde_json::from_slice(&patch).unwrap());
	whole
}

/// What a node knows that has `genesis` and no block yet. Within it [`Chain::new`] makes the chain.
pub fn node_at(genesis: Value) -> TestExternalities {
	sanity::watch_the_log();
	let mut externalities = TestExternalities::default();
	externalities.execute_with(|| {
		let json = serde_json::to_vec(&genesis).unwrap();
		frame_support::genesis_builder_helper::build_state::<RuntimeGenesisConfig>(json).unwrap();
	});
	externalities.commit_all().unwrap();
	externalities
}

fn merge(whole: &mut Value, patch: Value) {
	match (whole, patch) {
		(Value::Object(whole), Value::Object(patch)) => {
			for (key, value) in patch {
				merge(whole.entry(key).or_insert(Value::Null), value);
			}
		},
		(whole, patch) => *whole = patch,
	}
}

impl Chain {
	/// A chain without a block, on the genesis of the node within which this is called.
	pub fn new() -> Self {
		Self {
			slot: START.0 / PACE - 1,
			empty: 0,
			hashes: vec![Hash::repeat_byte(0x47)],
			header: None,
			author: 0,
			pool: Vec::new(),
			history: History::default(),
			ledger: Ledger::of_genesis(),
			careful: true,
		}
	}

	/// The same chain once more, with nothing in its pool.
	pub fn fork(&self) -> Self {
		Self {
			slot: self.slot,
			empty: self.empty,
			hashes: self.hashes.clone(),
			header: self.header.clone(),
			author: self.author,
			pool: Vec::new(),
			history: self.history.clone(),
			ledger: self.ledger.clone(),
			careful: self.careful,
		}
	}

	/// Makes each block once only from here on, and checks nothing after it.
	pub fn be_careless(&mut self) {
		self.careful = false;
	}

	/// Makes each block twice and checks all after it from here on.
	pub fn be_careful(&mut self) {
		self.careful = true;
		self.ledger = Ledger::of_genesis();
	}

	/// Has the validator at `place` of the session write the blocks from here on.
	pub fn written_by(&mut self, place: u32) {
		self.author = place;
	}

	/// The height of the last block.
	pub fn height(&self) -> BlockNumber {
		self.hashes.len() as BlockNumber - 1
	}

	/// The time of the last block.
	pub fn now(&self) -> Time {
		Time(self.slot * PACE)
	}

	/// Seconds from the first block to the last.
	pub fn elapsed(&self) -> u64 {
		self.now().since(START).0
	}

	/// The time of the next block.
	pub fn soon(&self) -> Time {
		Time(self.next_slot() * PACE)
	}

	fn next_slot(&self) -> u64 {
		self.slot + self.empty + 1
	}

	/// The header of the last block.
	pub fn header(&self) -> &Header {
		self.header.as_ref().unwrap()
	}

	/// The hash of the block at `height`.
	pub fn hash_of(&self, height: BlockNumber) -> Hash {
		self.hashes[height as usize]
	}

	/// Whether the next block begins a session: it takes no transactions and does no work of its own.
	pub fn is_next_a_rotation(&self) -> bool {
		let epoch = <Runtime as pallet_babe::Config>::EpochDuration::get();
		self.height() > 0 && self.next_slot() >= *Babe::current_epoch_start() + epoch
	}

	/// Puts a transaction of `signer` into the pool.
	pub fn submit(&mut self, signer: &sr25519::Pair, call: impl Into<RuntimeCall>) {
		let call = call.into();
		self.order(Order::new(signer, move |_| call.clone()));
	}

	/// Puts a transaction into the pool that is signed when its block is made.
	pub fn order(&mut self, order: Order) {
		self.pool.push(order);
	}

	/// Lets `slots` slots pass without a block before the next one.
	pub fn stand_still(&mut self, slots: u64) {
		self.empty += slots;
	}

	/// Makes the next block of all that waits. A block that begins a session leaves it waiting.
	pub fn block(&mut self) -> Vec<ApplyExtrinsicResult> {
		let pool =
			if self.is_next_a_rotation() { Vec::new() } else { core::mem::take(&mut self.pool) };
		let time = self.soon();
		let mut signed = Signed::new(self);
		let transactions = pool.iter().map(|order| order.sign(&mut signed, time)).collect();
		self.block_of(transactions)
	}

	/// Makes blocks until all that waits has had its turn, and returns the result of each transaction.
	pub fn settle_pool(&mut self) -> Vec<ApplyExtrinsicResult> {
		if self.is_next_a_rotation() {
			self.block();
		}
		self.block()
	}

	/// Has `signer` make `call` in the next block that takes transactions.
	pub fn call(&mut self, signer: &sr25519::Pair, call: impl Into<RuntimeCall>) -> DispatchResult {
		self.submit(signer, call);
		let results = self.settle_pool();
		results.last().unwrap().unwrap_or_else(|error| panic!("not even included: {error:?}"))
	}

	/// Has the superuser make `call` as Root.
	pub fn root(&mut self, call: impl Into<RuntimeCall>) -> DispatchResult {
		self.call(&super::alice(), as_root(call))?;
		let told = self.history.last_block().iter().rev().find_map(|moment| match &moment.event {
			RuntimeEvent::Sudo(pallet_sudo::Event::Sudid { sudo_result }) => Some(*sudo_result),
			_ => None,
		});
		told.unwrap()
	}

	/// Makes blocks until `time`, with whatever waits in them.
	pub fn advance_to(&mut self, time: Time) {
		while self.now() < time {
			self.block();
		}
	}

	/// Makes `count` blocks.
	pub fn blocks(&mut self, count: u32) {
		for _ in 0..count {
			self.block();
		}
	}

	/// Makes the next block of `transactions`. Those that can't be included are left out of it.
	pub fn block_of(&mut self, transactions: Vec<UncheckedExtrinsic>) -> Vec<ApplyExtrinsicResult> {
		self.slot = self.next_slot();
		self.empty = 0;
		let shell = self.shell();
		let inherent = UncheckedExtrinsic::new_bare(
			pallet_timestamp::Call::set { now: self.slot * PACE * 1_000 }.into(),
		);
		let make = || make_block(&shell, inherent.clone(), &transactions);
		let (block, results) = if self.careful {
			let made = undone(make);
			Executive::execute_block(made.0.clone().into());
			made
		} else {
			make()
		};
		self.hashes.push(block.header.hash());
		self.header = Some(block.header.clone());
		self.history.add(self.now(), &block);
		if self.careful {
			self.ledger.check(&self.history, &block);
			sanity::check(self, &block.header);
		}
		results
	}

	/// Makes the next block, once, of what `act` does on the chain: calls that are dispatched without transactions.
	pub fn block_by(&mut self, act: impl FnOnce()) {
		self.block_made_by(|| {
			act();
			Vec::new()
		});
	}

	/// The same of the calls that `act` returns, each of which it has noted as applied. What happened must explain
	/// every account's balance, and what the block tells must be so; the state is not looked at otherwise.
	pub fn block_of_calls(&mut self, act: impl FnOnce() -> Vec<RuntimeCall>) {
		let block = self.block_made_by(act);
		self.ledger.check(&self.history, &block);
		sanity::block(self, &block.header);
	}

	fn block_made_by(&mut self, act: impl FnOnce() -> Vec<RuntimeCall>) -> Block {
		self.slot = self.next_slot();
		self.empty = 0;
		let shell = self.shell();
		let inherent = UncheckedExtrinsic::new_bare(
			pallet_timestamp::Call::set { now: self.slot * PACE * 1_000 }.into(),
		);
		Executive::initialize_block(&shell);
		Executive::apply_extrinsic(inherent.clone()).unwrap().unwrap();
		Executive::inherents_applied();
		let mut extrinsics = vec![inherent];
		extrinsics.extend(act().into_iter().map(UncheckedExtrinsic::new_bare));
		let block = Block { header: Executive::finalize_block(), extrinsics };
		self.hashes.push(block.header.hash());
		self.header = Some(block.header.clone());
		self.history.add(self.now(), &block);
		block
	}

	/// Checks what the state tells, of whatever block.
	pub fn check_state(&self) {
		sanity::state(self);
	}

	/// Checks what is always true, but whether the events explain the balances.
	pub fn check(&self) {
		sanity::check(self, self.header());
	}

	/// The header that a block begins with.
	fn shell(&self) -> Header {
		let (authority_index, slot) = (self.author, self.slot.into());
		let claim = SecondaryPlainPreDigest { authority_index, slot };
		let claim = DigestItem::babe_pre_digest(PreDigest::SecondaryPlain(claim));
		Header::new(
			self.height() + 1,
			Default::default(),
			Default::default(),
			*self.hashes.last().unwrap(),
			Digest { logs: vec![claim] },
		)
	}

	/// What the pool says of a transaction that comes from somebody else, after the last block.
	pub fn ask_pool(&self, transaction: UncheckedExtrinsic) -> TransactionValidity {
		self.validity(TransactionSource::External, transaction)
	}

	/// What the pool says of a transaction that its own node has made, after the last block.
	pub fn ask_own_pool(&self, transaction: UncheckedExtrinsic) -> TransactionValidity {
		self.validity(TransactionSource::Local, transaction)
	}

	fn validity(
		&self,
		source: TransactionSource,
		transaction: UncheckedExtrinsic,
	) -> TransactionValidity {
		let parent = *self.hashes.last().unwrap();
		undone(|| Executive::validate_transaction(source, transaction, parent))
	}

	/// Whether the pool takes `call` of `signer`.
	pub fn call_validity(
		&self,
		signer: &sr25519::Pair,
		call: impl Into<RuntimeCall>,
	) -> Result<(), TransactionValidityError> {
		self.ask_pool(super::sign(self, signer, call)).map(|_| ())
	}

	/// Makes a block of `transaction` alone, which has to be refused: nothing of it may be left.
	pub fn refused_in_block(
		&mut self,
		transaction: UncheckedExtrinsic,
	) -> TransactionValidityError {
		if self.is_next_a_rotation() {
			self.block();
		}
		let mut results = self.block_of(vec![transaction]);
		results.remove(0).expect_err("was included")
	}

	/// All that the chain tells of money in stray hands: what strangers sent to the pot since its last flush.
	pub fn stray(&self) -> gridchain_primitives::Balance {
		self.ledger.stray()
	}
}

/// `call` as the superuser makes it.
pub fn as_root(call: impl Into<RuntimeCall>) -> RuntimeCall {
	pallet_sudo::Call::sudo { call: Box::new(call.into()) }.into()
}

/// Runs `action` and undoes all that it has stored.
pub fn undone<R>(action: impl FnOnce() -> R) -> R {
	// As a client does it. Those of FRAME count their layers in the state, and so change its root.
	start_transaction();
	let result = action();
	rollback_transaction();
	result
}

/// Makes a block as its author does: whatever can't be included is left out.
fn make_block(
	shell: &Header,
	inherent: UncheckedExtrinsic,
	transactions: &[UncheckedExtrinsic],
) -> (Block, Vec<ApplyExtrinsicResult>) {
	Executive::initialize_block(shell);
	Executive::apply_extrinsic(inherent.clone()).unwrap().unwrap();
	let (mut included, mut results) = (vec![inherent], Vec::new());
	for transaction in transactions {
		start_transaction();
		let result = Executive::apply_extrinsic(transaction.clone());
		if result.is_ok() {
			commit_transaction();
			included.push(transaction.clone());
		} else {
			rollback_transaction();
		}
		results.push(result);
	}
	(Block { header: Executive::finalize_block(), extrinsics: included }, results)
}

/// The code of a refusal.
pub fn code_of(error: TransactionValidityError) -> u8 {
	match error {
		TransactionValidityError::Invalid(InvalidTransaction::Custom(code)) => code,
		other => panic!("refused without a code: {other:?}"),
	}
}
