//! Reports a validator that writes two blocks for one slot.
//!
//! BABE's own report is of no use in this release: it takes the headers after their seals were removed, and
//! the runtime, which can't verify a signature that isn't there, refuses the proof. So BABE is given a
//! [`DroppedReports`] in place of the pool, and the task here watches every imported block, whose header still
//! bears its seal.
//!
//! What it remembers is bounded by [`REMEMBERED_SLOTS`] and lives in memory: a second block that arrives after
//! a restart of this node is reported by the other validators.

use futures::StreamExt;
use gridchain_runtime::opaque::{Block, Header};
use sc_client_api::{BlockImportNotification, BlockchainEvents, HeaderBackend};
use sc_transaction_pool_api::{LocalTransactionPool, OffchainTransactionPoolFactory};
use sp_api::{ApiError, ApiExt, ProvideRuntimeApi};
use sp_consensus::BlockOrigin;
use sp_consensus_babe::{
	digests::CompatibleDigestItem, AuthorityId, BabeApi, EquivocationProof, Slot,
};
use sp_runtime::traits::{BlakeTwo256, Block as BlockT, Hash as HashT, Header as HeaderT};
use std::{collections::BTreeMap, sync::Arc};

/// The target of the task's log lines.
const LOG_TARGET: &str = "equivocation";
/// How many slots back a second block is noticed: 100 minutes.
const REMEMBERED_SLOTS: u64 = 1_000;

/// A pool that takes everything and keeps nothing: for BABE's own reports.
pub struct DroppedReports;

impl LocalTransactionPool for DroppedReports {
	type Block = Block;
	type Hash = <Block as BlockT>::Hash;
	type Error = sc_transaction_pool_api::error::Error;

	fn submit_local(
		&self,
		_at: Self::Hash,
		report: <Block as BlockT>::Extrinsic,
	) -> Result<Self::Hash, Self::Error> {
		Ok(BlakeTwo256::hash_of(&report))
	}
}

/// The sealed headers of the last slots, by slot and author.
#[derive(Default)]
pub struct SealedHeaders {
	slots: BTreeMap<u64, Vec<(AuthorityId, Header)>>,
}

impl SealedHeaders {
	/// Remembers that `author` sealed `header` in `slot`. Answers with the proof if it is the author's second
	/// block in that slot. A third is told of too, against the first: the runtime knows what it has seen.
	pub fn note(
		&mut self,
		slot: Slot,
		author: AuthorityId,
		header: Header,
	) -> Option<EquivocationProof<Header>> {
		let newest = self.slots.last_key_value().map_or(*slot, |(newest, _)| (*newest).max(*slot));
		let oldest = newest.saturating_sub(REMEMBERED_SLOTS);
		if *slot < oldest {
			return None;
		}
		self.slots = self.slots.split_off(&oldest);
		let sealed = self.slots.entry(*slot).or_default();
		let Some((offender, first)) = sealed.iter().find(|(known, _)| *known == author) else {
			sealed.push((author, header));
			return None;
		};
		(first.hash() != header.hash()).then(|| EquivocationProof {
			offender: offender.clone(),
			slot,
			first_header: first.clone(),
			second_header: header,
		})
	}
}

/// Watches imported blocks and reports equivocations.
pub struct Watcher<C> {
	client: Arc<C>,
	pool: OffchainTransactionPoolFactory<Block>,
	seen: SealedHeaders,
}

impl<C> Watcher<C>
where
	C: ProvideRuntimeApi<Block> + BlockchainEvents<Block> + HeaderBackend<Block>,
	C::Api: BabeApi<Block> + ApiExt<Block>,
{
	/// A watcher that hands its reports to `pool`.
	pub fn new(client: Arc<C>, pool: OffchainTransactionPoolFactory<Block>) -> Self {
		Self { client, pool, seen: SealedHeaders::default() }
	}

	/// Watches as long as the node runs.
	pub async fn run(mut self) {
		let mut imported = self.client.every_import_notification_stream();
		while let Some(block) = imported.next().await {
			if let Err(error) = self.watch(block) {
				log::warn!(target: LOG_TARGET, "A block can't be checked for equivocation: {error}");
			}
		}
	}

	fn watch(&mut self, block: BlockImportNotification<Block>) -> Result<(), ApiError> {
		// What comes with a sync is old: whoever was there has reported it.
		if !matches!(block.origin, BlockOrigin::NetworkBroadcast | BlockOrigin::Own) {
			return Ok(());
		}
		let Some((slot, author)) = self.author_of(&block)? else { return Ok(()) };
		match self.seen.note(slot, author, block.header.clone()) {
			Some(proof) => self.report(proof, block.hash),
			None => Ok(()),
		}
	}

	/// The slot and the author of a block. Its own state knows the authorities of its own epoch.
	fn author_of(
		&self,
		block: &BlockImportNotification<Block>,
	) -> Result<Option<(Slot, AuthorityId)>, ApiError> {
		let digest = block.header.digest().logs().iter();
		let Some(claim) = digest.clone().find_map(|item| item.as_babe_pre_digest()) else {
			return Ok(None);
		};
		if digest.last().and_then(|item| item.as_babe_seal()).is_none() {
			log::warn!(target: LOG_TARGET, "Block {} bears no seal", block.hash);
			return Ok(None);
		}
		let epoch = self.client.runtime_api().current_epoch(block.hash)?;
		let author = epoch.authorities.get(claim.authority_index() as usize);
		Ok(author.map(|(author, _)| (claim.slot(), author.clone())))
	}

	fn report(
		&self,
		proof: EquivocationProof<Header>,
		second: <Block as BlockT>::Hash,
	) -> Result<(), ApiError> {
		log::warn!(
			target: LOG_TARGET,
			"Validator {} wrote two blocks for slot {}: {:?} and {:?}",
			proof.offender,
			*proof.slot,
			proof.first_header.hash(),
			proof.second_header.hash(),
		);
		let best = self.client.info().best_hash;
		// The runtime proves the keys of the session of the state that it is asked at, and accepts a proof for
		// the session of the slot alone. Only the block's own state is surely of that session: its parent's
		// is not when it is the first of a session, nor is the best block's when a session has ended since.
		let api = self.client.runtime_api();
		let owner = api.generate_key_ownership_proof(second, proof.slot, proof.offender.clone())?;
		let Some(owner) = owner else {
			log::warn!(target: LOG_TARGET, "It can't be reported: its key is not in the session's set");
			return Ok(());
		};
		let mut api = self.client.runtime_api();
		api.register_extension(self.pool.offchain_transaction_pool(best));
		api.submit_report_equivocation_unsigned_extrinsic(best, proof, owner)?;
		Ok(())
	}
}

#[cfg(test)]
mod tests {
	use super::*;
	use sp_consensus_babe::{
		digests::{PreDigest, SecondaryPlainPreDigest},
		AuthorityPair,
	};
	use sp_core::Pair;
	use sp_runtime::{generic::Digest, DigestItem};

	/// A header of `slot`, told from others by its `number`, sealed by `pair`.
	fn sealed(pair: &AuthorityPair, slot: u64, number: u32) -> Header {
		let claim = SecondaryPlainPreDigest { authority_index: 0, slot: slot.into() };
		let claim = DigestItem::babe_pre_digest(PreDigest::SecondaryPlain(claim));
		let mut header = Header::new(
			number,
			Default::default(),
			Default::default(),
			Default::default(),
			Digest { logs: vec![claim] },
		);
		let seal = pair.sign(header.hash().as_ref());
		header.digest_mut().push(DigestItem::babe_seal(seal));
		header
	}

	fn pair(seed: u8) -> AuthorityPair {
		AuthorityPair::from_seed(&[seed; 32])
	}

	#[test]
	fn second_block_of_a_slot_is_proven_as_the_runtime_checks_it() {
		let alice = pair(1);
		let mut seen = SealedHeaders::default();
		let (first, second) = (sealed(&alice, 7, 1), sealed(&alice, 7, 2));
		assert!(seen.note(7.into(), alice.public(), first).is_none());
		let proof = seen.note(7.into(), alice.public(), second).unwrap();
		assert!(sp_consensus_babe::check_equivocation_proof(proof));
	}

	#[test]
	fn same_block_twice_is_no_equivocation() {
		let alice = pair(1);
		let mut seen = SealedHeaders::default();
		let header = sealed(&alice, 7, 1);
		assert!(seen.note(7.into(), alice.public(), header.clone()).is_none());
		assert!(seen.note(7.into(), alice.public(), header).is_none());
	}

	#[test]
	fn blocks_of_two_authors_or_two_slots_are_no_equivocation() {
		let (alice, bob) = (pair(1), pair(2));
		let mut seen = SealedHeaders::default();
		assert!(seen.note(7.into(), alice.public(), sealed(&alice, 7, 1)).is_none());
		assert!(seen.note(7.into(), bob.public(), sealed(&bob, 7, 1)).is_none());
		assert!(seen.note(8.into(), alice.public(), sealed(&alice, 8, 2)).is_none());
	}

	#[test]
	fn only_the_last_slots_are_remembered() {
		let alice = pair(1);
		let mut seen = SealedHeaders::default();
		for slot in 1..=2_000 {
			assert!(seen.note(slot.into(), alice.public(), sealed(&alice, slot, 1)).is_none());
		}
		// Slots 1,000 to 2,000: the newest and the thousand before it.
		assert_eq!(seen.slots.len(), 1_001);
		// Slot 999 is forgotten, and a late block for it isn't kept.
		assert!(seen.note(999.into(), alice.public(), sealed(&alice, 999, 2)).is_none());
		assert_eq!(seen.slots.len(), 1_001);
		// Slot 1,000 is still known.
		assert!(seen.note(1_000.into(), alice.public(), sealed(&alice, 1_000, 2)).is_some());
	}
}
