//! A chain on ParityDB: one node builds each block, another one executes it, both in this program.

use crate::{
	common::history::bill_of,
	figures::{Measured, Time},
	rest, Outcome,
};
use codec::{Decode, DecodeAll};
use frame_support::{dispatch::DispatchClass, storage::storage_prefix};
use frame_system::{ConsumedWeight, EventRecord};
use futures::executor::block_on;
use gridchain_primitives::{ContractId, Time as Moment};
use gridchain_runtime::{
	opaque::Block, BlockNumber, Hash, Runtime, RuntimeApi, RuntimeEvent, UncheckedExtrinsic,
};
use sc_block_builder::{BlockBuilderBuilder, BuiltBlock};
use sc_chain_spec::GenesisBlockBuilder;
use sc_client_api::{execution_extensions::ExecutionExtensions, Finalizer, StorageProvider};
use sc_client_db::{BlocksPruning, DatabaseSettings, DatabaseSource, PruningMode};
use sc_consensus::{
	BlockImport, BlockImportParams, ForkChoiceStrategy, ImportResult, StateAction, StorageChanges,
};
use sc_executor::WasmExecutor;
use sc_service::{ClientConfig, TFullBackend, TFullClient};
use sp_api::ProofRecorder;
use sp_consensus::BlockOrigin;
use sp_consensus_babe::digests::{CompatibleDigestItem, PreDigest, SecondaryPlainPreDigest};
use sp_core::{
	storage::{Storage, StorageKey},
	testing::TaskExecutor,
};
use sp_runtime::{
	generic::{Digest, DigestItem},
	traits::Block as _,
};
use std::{
	collections::VecDeque,
	fs, io,
	path::Path,
	sync::{Arc, LazyLock},
	thread,
	time::{Duration, Instant},
};
use tempfile::TempDir;

/// Seconds from a block to the next.
const PACE: u64 = 6;
/// How many blocks finality is behind.
const LAG: usize = 3;
/// What a node remembers of the trie unless told, in bytes: nothing, as in `node/src/cli.rs`.
const CACHE: Option<usize> = None;

/// A folder of a database, removed when it is let go.
pub struct Folder(TempDir);

impl Folder {
	pub fn new() -> Outcome<Self> {
		Ok(Self(tempfile::Builder::new().prefix("gridchain-scale-").tempdir()?))
	}

	fn copy(&self) -> Outcome<Self> {
		let copy = Self::new()?;
		copy_all(self.0.path(), copy.0.path())?;
		Ok(copy)
	}
}

fn copy_all(from: &Path, to: &Path) -> io::Result<()> {
	for entry in fs::read_dir(from)? {
		let entry = entry?;
		let target = to.join(entry.file_name());
		if entry.file_type()?.is_dir() {
			fs::create_dir(&target)?;
			copy_all(&entry.path(), &target)?;
		} else {
			fs::copy(entry.path(), target)?;
		}
	}
	Ok(())
}

type Executor = WasmExecutor<sp_io::SubstrateHostFunctions>;
type Client = TFullClient<Block, RuntimeApi, Executor>;

/// All nodes share one, so that the runtime is compiled once.
static EXECUTOR: LazyLock<Executor> = LazyLock::new(|| Executor::builder().build());

/// The parts of a node that build and import blocks.
struct Node {
	client: Client,
	/// The last blocks, which aren't final yet.
	recent: VecDeque<Hash>,
	/// Let go after the client.
	_folder: Option<Folder>,
}

impl Node {
	/// Opens the database in `folder` with the node's defaults. One that is empty begins with `genesis`.
	fn open(folder: &Path, genesis: Storage) -> Outcome<Client> {
		let settings = DatabaseSettings {
			trie_cache_maximum_size: CACHE,
			state_pruning: Some(PruningMode::blocks_pruning(256)),
			source: DatabaseSource::ParityDb { path: folder.to_owned() },
			blocks_pruning: BlocksPruning::KeepFinalized,
			pruning_filters: Vec::new(),
			metrics_registry: None,
		};
		let backend: Arc<TFullBackend<Block>> = sc_service::new_db_backend(settings)?;
		let executor = EXECUTOR.clone();
		let genesis = GenesisBlockBuilder::new_with_storage(
			genesis,
			true,
			backend.clone(),
			executor.clone(),
		)?;
		Ok(sc_service::new_client(
			backend,
			executor.clone(),
			genesis,
			Default::default(),
			Default::default(),
			ExecutionExtensions::new(None, Arc::new(executor)),
			Box::new(TaskExecutor::new()),
			None,
			None,
			ClientConfig { offchain_indexing_api: true, ..Default::default() },
		)?)
	}

	/// On a copy of the database in `genesis`.
	fn new(genesis: &Folder) -> Outcome<Self> {
		let folder = genesis.copy()?;
		let client = Self::open(folder.0.path(), Storage::default())?;
		let recent = [client.chain_info().best_hash].into();
		Ok(Self { client, recent, _folder: Some(folder) })
	}

	fn import(&mut self, block: Block, state: StateAction<Block>) -> Outcome<()> {
		let (header, body) = block.deconstruct();
		let hash = header.hash();
		let mut params = BlockImportParams::new(BlockOrigin::NetworkBroadcast, header);
		params.body = Some(body);
		params.state_action = state;
		params.fork_choice = Some(ForkChoiceStrategy::Custom(true));
		let result = block_on(self.client.import_block(params))?;
		if !matches!(result, ImportResult::Imported(_)) {
			return Err(format!("block {hash:?} was not imported: {result:?}").into());
		}
		self.recent.push_back(hash);
		Ok(())
	}

	fn finalize(&mut self) -> Outcome<()> {
		if self.recent.len() > LAG {
			if let Some(hash) = self.recent.pop_front() {
				self.client.finalize_block(hash, None, true)?;
			}
		}
		Ok(())
	}

	fn read<T: Decode>(&self, block: Hash, key: &[u8]) -> Outcome<T> {
		let value = self.client.storage(block, &StorageKey(key.to_vec()))?.ok_or("no value")?;
		Ok(T::decode_all(&mut &value.0[..])?)
	}
}

/// The chain.
pub struct Chain {
	author: Node,
	follower: Node,
	/// The slot of the last block.
	slot: u64,
	height: BlockNumber,
	head: Hash,
	/// The block before the last.
	parent: Hash,
}

/// A block, and how long it took.
pub struct Made {
	/// Which contracts were billed in it.
	pub billed: Vec<ContractId>,
	/// What its hooks and its inherent weigh, in picoseconds.
	pub weight: u64,
	/// Whether it began a session.
	pub rotates: bool,
	/// How long it took to build it.
	built: Time,
	/// How long it took to import it on another node.
	imported: Time,
	/// How long both databases worked on their own before it, in microseconds by the clock.
	rest: u64,
}

impl Made {
	/// The figures of the block, where one without due contracts weighs `idle` picoseconds.
	pub fn measured(&self, idle: u64) -> Measured {
		Measured {
			bills: self.billed.len() as u64,
			queue: self.weight.saturating_sub(idle) / 1_000_000,
			built: self.built,
			imported: self.imported,
			rest: self.rest,
		}
	}
}

impl Chain {
	/// Writes `genesis` into an empty folder.
	pub fn write(folder: &Folder, genesis: Storage) -> Outcome<()> {
		Node::open(folder.0.path(), genesis).map(drop)
	}

	/// Two nodes with the state in `genesis`, which is that of the time `now`.
	pub fn open(genesis: &Folder, now: Moment) -> Outcome<Self> {
		let (author, follower) = (Node::new(genesis)?, Node::new(genesis)?);
		let head = author.client.chain_info().best_hash;
		Ok(Self { author, follower, slot: now.0 / PACE, height: 0, head, parent: head })
	}

	/// Lets time pass without blocks until `time`. Where an hour has begun meanwhile, the next block begins a
	/// session and does nothing else.
	pub fn stand_still_until(&mut self, time: Moment) {
		self.slot = time.0.div_ceil(PACE) - 1;
	}

	/// Makes the next block, once the databases are done with the last one.
	pub fn block(&mut self) -> Outcome<Made> {
		self.slot += 1;
		let rest = rest::until_written();
		let clock = Clock::start();
		let (block, changes) = self.build()?.into_inner();
		let built = clock.stop();
		self.parent = self.head;
		self.head = block.header().hash();
		self.height += 1;

		let clock = Clock::start();
		self.follower.import(block.clone(), StateAction::Execute)?;
		let imported = clock.stop();
		self.author.import(block, StateAction::ApplyChanges(StorageChanges::Changes(changes)))?;
		self.author.finalize()?;
		self.follower.finalize()?;
		self.made(built, imported, rest)
	}

	/// Builds the block of this slot on the last one.
	fn build(&self) -> Outcome<BuiltBlock<Block>> {
		self.build_on(self.head, self.height, None)
	}

	fn build_on(
		&self,
		parent: Hash,
		height: BlockNumber,
		recorder: Option<ProofRecorder<Block>>,
	) -> Outcome<BuiltBlock<Block>> {
		let mut builder = BlockBuilderBuilder::new(&self.author.client)
			.on_parent_block(parent)
			.with_parent_block_number(height)
			.with_proof_recorder(recorder)
			.with_inherent_digests(self.claim())
			.build()?;
		let now = pallet_timestamp::Call::set { now: self.slot * PACE * 1_000 };
		builder.push(UncheckedExtrinsic::new_bare(now.into()).into())?;
		Ok(builder.build()?)
	}

	/// How many different nodes of the state's trie the last block read: those on the way to all that it read or
	/// changed. It is built again for that, so that its time is not that of keeping a list.
	pub fn trie_nodes(&self) -> Outcome<u64> {
		let recorder = ProofRecorder::<Block>::default();
		let again = self.build_on(self.parent, self.height - 1, Some(recorder.clone()))?;
		if again.block.header().hash() != self.head {
			return Err("the block came out different when it was built again".into());
		}
		Ok(recorder.drain_storage_proof().len() as u64)
	}

	/// What the only validator of the development chain says in the header.
	fn claim(&self) -> Digest {
		let claim = SecondaryPlainPreDigest { authority_index: 0, slot: self.slot.into() };
		Digest { logs: vec![DigestItem::babe_pre_digest(PreDigest::SecondaryPlain(claim))] }
	}

	fn made(&self, built: Time, imported: Time, rest: u64) -> Outcome<Made> {
		let key = frame_system::BlockWeight::<Runtime>::hashed_key();
		let weight: ConsumedWeight = self.follower.read(self.head, &key)?;
		let events: Vec<EventRecord<RuntimeEvent, Hash>> =
			self.follower.read(self.head, &storage_prefix(b"System", b"Events"))?;
		let mut made = Made {
			billed: Vec::new(),
			weight: weight.get(DispatchClass::Mandatory).ref_time(),
			rotates: false,
			built,
			imported,
			rest,
		};
		for record in events {
			match &record.event {
				RuntimeEvent::Session(pallet_session::Event::NewSession { .. }) => {
					made.rotates = true;
				},
				RuntimeEvent::Billing(pallet_billing::Event::BillFailed { .. }) => {
					return Err(format!("a bill failed: {:?}", record.event).into());
				},
				event => made.billed.extend(bill_of(event).map(|bill| bill.contract)),
			}
		}
		Ok(made)
	}
}

/// Measures how long this thread takes for something.
struct Clock {
	started: Instant,
	worked: u64,
}

impl Clock {
	fn start() -> Self {
		Self { worked: worked(), started: Instant::now() }
	}

	fn stop(self) -> Time {
		let passed = u64::try_from(self.started.elapsed().as_micros()).unwrap_or(u64::MAX);
		Time { passed, worked: worked().saturating_sub(self.worked) }
	}
}

/// Microseconds that this thread has had a core in all, as Linux tells; 0 elsewhere.
fn worked() -> u64 {
	// The system adds it up when the thread leaves the core.
	thread::sleep(Duration::from_micros(1));
	let told = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
	told.split(' ').next().and_then(|nanos| nanos.parse::<u64>().ok()).unwrap_or_default() / 1_000
}
