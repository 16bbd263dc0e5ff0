//! The database of the records.

use super::{
	layout::{
		Head, Place, Subject, Tally, COLUMNS, HEAD_KEY, INDEX, LAYOUT_VERSION, META, MISSING, ROWS,
		TALLIES,
	},
	Record,
};
use codec::{Decode, Encode};
use gridchain_primitives::{BlockNumber, Hash};
use parity_db::{Db, Options};
use std::{
	collections::BTreeMap,
	fs, io,
	path::{Path, PathBuf},
	sync::{Mutex, MutexGuard, PoisonError},
};

/// What went wrong with the store, and the way out.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
	/// The database refused.
	#[error("the records store at {path}: {source}")]
	Database {
		/// Where it is.
		path: PathBuf,
		/// Why it refused.
		source: parity_db::Error,
	},
	/// The directory can't be made or removed.
	#[error("the records store at {path}: {source}")]
	Directory {
		/// Where it is.
		path: PathBuf,
		/// Why not.
		source: io::Error,
	},
	/// A value isn't what it should be.
	#[error(
		"the records store is damaged ({0}); stop the node and run `gridchain records reindex`"
	)]
	Damaged(&'static str),
	/// An earlier or later program wrote it.
	#[error("the records store has layout {found}, this program reads {LAYOUT_VERSION}; stop the node and run `gridchain records reindex`")]
	Layout {
		/// What it has.
		found: u32,
	},
	/// It belongs to another chain.
	#[error("the records store belongs to the chain with genesis {found}, not to this one with {expected}; `gridchain purge-chain` or `gridchain records reindex` removes it")]
	OtherChain {
		/// The chain that it was made for.
		found: Hash,
		/// This one.
		expected: Hash,
	},
	/// A block doesn't stand on the last one.
	#[error("block {block} doesn't follow the last block of the records store, which was made on another chain or from a database that is gone; stop the node and run `gridchain records reindex`")]
	Discontinuous {
		/// The block.
		block: BlockNumber,
	},
}

/// What a finalized block adds to the store.
#[derive(Clone, Debug)]
pub struct IndexedBlock {
	/// Its number.
	pub number: BlockNumber,
	/// Its hash.
	pub hash: Hash,
	/// The hash of the block before it.
	pub parent: Hash,
	/// Its records.
	pub records: BlockRecords,
}

/// A block's records, if this node has them.
#[derive(Clone, Debug)]
pub enum BlockRecords {
	/// All of them; most blocks have none.
	Known(Vec<Record>),
	/// The header vouches for records that this node never had.
	Missing,
}

/// A record with its place in the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
	/// Where it stands.
	pub place: Place,
	/// The record.
	pub record: Record,
	/// Its SCALE bytes, the leaf of the block's Merkle tree.
	pub leaf: Vec<u8>,
}

/// The records of the finalized chain.
///
/// One process opens it at a time. Written by the follower alone; read by the RPC at the same time, which
/// is safe because rows, once written, never change.
pub struct Store {
	database: Db,
	path: PathBuf,
	head: Mutex<Head>,
}

impl Store {
	/// Opens the store at `path`, or makes an empty one for the chain with this `genesis`.
	pub fn open(path: &Path, genesis: Hash) -> Result<Self, StoreError> {
		fs::create_dir_all(path).map_err(directory_error(path))?;
		let mut options = Options::with_columns(path, COLUMNS);
		options.stats = false;
		let database = Db::open_or_create(&options).map_err(database_error(path))?;
		let stored = database.get(META, HEAD_KEY).map_err(database_error(path))?;
		let head = match stored {
			Some(bytes) => checked_head(&bytes, genesis)?,
			None => Head::new(genesis),
		};
		Ok(Self { database, path: path.into(), head: Mutex::new(head) })
	}

	/// Removes the store at `path`, if there is one.
	pub fn remove(path: &Path) -> Result<(), StoreError> {
		match fs::remove_dir_all(path) {
			Err(error) if error.kind() != io::ErrorKind::NotFound => {
				Err(directory_error(path)(error))
			},
			_ => Ok(()),
		}
	}

	/// How far the store has come.
	pub fn head(&self) -> Head {
		self.lock().clone()
	}

	/// Leaves out the blocks before `block`, whose headers this node doesn't have: after a warp sync.
	pub fn skip_to(&self, block: BlockNumber) -> Result<(), StoreError> {
		let mut head = self.lock();
		let next = Head { next: block, parent: None, complete_from: block, ..head.clone() };
		self.commit(vec![head_change(&next)])?;
		*head = next;
		Ok(())
	}

	/// Adds `blocks`, which follow the last one and each other, in one commit.
	pub fn append(&self, blocks: &[IndexedBlock]) -> Result<(), StoreError> {
		let mut head = self.lock();
		let mut batch = Batch::new(self, head.clone());
		for block in blocks {
			batch.add(block)?;
		}
		*head = batch.commit()?;
		Ok(())
	}

	/// How many records `subject` has, and their sums.
	pub fn tally(&self, subject: Subject) -> Result<Tally, StoreError> {
		self.read(TALLIES, &subject.key(), "a tally can't be read").map(Option::unwrap_or_default)
	}

	/// At most `count` records of `subject` from its `first`, in the order of the chain.
	pub fn rows(&self, subject: Subject, first: u64, count: u64) -> Result<Vec<Row>, StoreError> {
		let end = self.tally(subject)?.records.min(first.saturating_add(count));
		(first..end).map(|ordinal| self.row(subject, ordinal)).collect()
	}

	/// At most `count` of the last blocks whose records are missing, the last one first.
	pub fn missing(&self, count: u64) -> Result<Vec<BlockNumber>, StoreError> {
		let end = self.head().missing;
		let first = end.saturating_sub(count);
		(first..end)
			.rev()
			.map(|ordinal| {
				self.read(MISSING, &ordinal.to_be_bytes(), "a missing block can't be read")?
					.ok_or(StoreError::Damaged("a missing block isn't there"))
			})
			.collect()
	}

	fn row(&self, subject: Subject, ordinal: u64) -> Result<Row, StoreError> {
		let place: Place = self
			.read(INDEX, &subject.entry(ordinal), "an index entry can't be read")?
			.ok_or(StoreError::Damaged("an index entry isn't there"))?;
		let leaf =
			self.get(ROWS, &place.key())?.ok_or(StoreError::Damaged("a record isn't there"))?;
		let record = decode(&leaf, "a record can't be read")?;
		Ok(Row { place, record, leaf })
	}

	fn read<T: Decode>(
		&self,
		column: u8,
		key: &[u8],
		damage: &'static str,
	) -> Result<Option<T>, StoreError> {
		self.get(column, key)?.map(|bytes| decode(&bytes, damage)).transpose()
	}

	fn get(&self, column: u8, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
		self.database.get(column, key).map_err(database_error(&self.path))
	}

	fn commit(&self, changes: Vec<Change>) -> Result<(), StoreError> {
		self.database.commit(changes).map_err(database_error(&self.path))
	}

	// A panic of another holder leaves the head as it was: it is replaced only after a commit.
	fn lock(&self) -> MutexGuard<'_, Head> {
		self.head.lock().unwrap_or_else(PoisonError::into_inner)
	}
}

/// A column, a key, and the value that is set.
type Change = (u8, Vec<u8>, Option<Vec<u8>>);

/// What some blocks add, before it is committed as a whole.
struct Batch<'a> {
	store: &'a Store,
	head: Head,
	tallies: BTreeMap<Subject, Tally>,
	changes: Vec<Change>,
}

impl<'a> Batch<'a> {
	fn new(store: &'a Store, head: Head) -> Self {
		Self { store, head, tallies: BTreeMap::new(), changes: Vec::new() }
	}

	fn add(&mut self, block: &IndexedBlock) -> Result<(), StoreError> {
		let follows = self.head.parent.is_none_or(|parent| parent == block.parent);
		if block.number != self.head.next || !follows {
			return Err(StoreError::Discontinuous { block: block.number });
		}
		self.head.next = block.number.saturating_add(1);
		self.head.parent = Some(block.hash);
		match &block.records {
			BlockRecords::Known(records) => self.add_records(block.number, records)?,
			BlockRecords::Missing => self.add_missing(block.number),
		}
		Ok(())
	}

	fn add_records(&mut self, block: BlockNumber, records: &[Record]) -> Result<(), StoreError> {
		for (index, record) in (0u32..).zip(records) {
			let place = Place { block, index };
			self.set(ROWS, &place.key(), record.encode());
			for subject in Subject::of(record) {
				self.add_to(subject, place, record)?;
			}
			self.head.records = self.head.records.saturating_add(1);
		}
		Ok(())
	}

	fn add_to(
		&mut self,
		subject: Subject,
		place: Place,
		record: &Record,
	) -> Result<(), StoreError> {
		let mut tally = match self.tallies.remove(&subject) {
			Some(tally) => tally,
			None => self.store.tally(subject)?,
		};
		self.set(INDEX, &subject.entry(tally.records), place.encode());
		tally.add(record);
		self.tallies.insert(subject, tally);
		Ok(())
	}

	fn add_missing(&mut self, block: BlockNumber) {
		self.set(MISSING, &self.head.missing.to_be_bytes(), block.encode());
		self.head.missing = self.head.missing.saturating_add(1);
		self.head.complete_from = self.head.next;
	}

	fn set(&mut self, column: u8, key: &[u8], value: Vec<u8>) {
		self.changes.push((column, key.to_vec(), Some(value)));
	}

	fn commit(mut self) -> Result<Head, StoreError> {
		for (subject, tally) in std::mem::take(&mut self.tallies) {
			self.set(TALLIES, &subject.key(), tally.encode());
		}
		self.changes.push(head_change(&self.head));
		self.store.commit(self.changes)?;
		Ok(self.head)
	}
}

fn head_change(head: &Head) -> Change {
	(META, HEAD_KEY.to_vec(), Some(head.encode()))
}

fn checked_head(bytes: &[u8], genesis: Hash) -> Result<Head, StoreError> {
	// The version stands first in every layout.
	let found: u32 = decode(bytes.get(..4).unwrap_or_default(), "its head can't be read")?;
	if found != LAYOUT_VERSION {
		return Err(StoreError::Layout { found });
	}
	let head: Head = decode(bytes, "its head can't be read")?;
	if head.genesis != genesis {
		return Err(StoreError::OtherChain { found: head.genesis, expected: genesis });
	}
	Ok(head)
}

fn decode<T: Decode>(mut bytes: &[u8], damage: &'static str) -> Result<T, StoreError> {
	T::decode(&mut bytes).map_err(|_| StoreError::Damaged(damage))
}

fn database_error(path: &Path) -> impl Fn(parity_db::Error) -> StoreError + '_ {
	move |source| StoreError::Database { path: path.into(), source }
}

fn directory_error(path: &Path) -> impl Fn(io::Error) -> StoreError + '_ {
	move |source| StoreError::Directory { path: path.into(), source }
}
