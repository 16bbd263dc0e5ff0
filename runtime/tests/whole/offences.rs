//! Who signs two blocks for one slot, or votes for two blocks in one round, is proven guilty on the chain itself: from
//! two signatures to the record, and no validator works on meanwhile.
//!
//! The chains here have four validators. In the order of their accounts these are Dave, Bob, Charlie and Alice. Dave
//! writes all blocks, Bob breaks the rules. One offender of four is worth (3 x 1 / 4)^2 = 0.5625 of a bond, and one of
//! four, (4 - 1) / 3, can be disabled.

use crate::common::{
	validators::{sealing_key, session_of, voting_key},
	*,
};
use codec::{Decode, Encode};
use frame_support::traits::KeyOwnerProofSystem;
use gridchain_runtime::{
	Babe, Block, BlockNumber, Grandpa, Hash, Header, Historical, Runtime, RuntimeCall,
	RuntimeEvent, Session, UncheckedExtrinsic,
};
use pallet_validators::{Offender, Offenders};
use sp_consensus_babe::{
	digests::{CompatibleDigestItem, PreDigest, SecondaryPlainPreDigest},
	runtime_decl_for_babe_api::BabeApi,
	Slot,
};
use sp_consensus_grandpa::{
	localized_payload, runtime_decl_for_grandpa_api::GrandpaApi, Message, Precommit,
};
use sp_core::{
	offchain::{TransactionPool, TransactionPoolExt},
	Pair,
};
use sp_runtime::{
	generic::{Digest, DigestItem},
	traits::Header as _,
	transaction_validity::InvalidTransaction,
	DispatchError, Perbill,
};
use std::sync::{Arc, Mutex};

/// How BABE and GRANDPA call what they report.
const TWO_BLOCKS: [u8; 16] = *b"babe:equivocatio";
const TWO_VOTES: [u8; 16] = *b"grandpa:equivoca";

type BlocksProof = sp_consensus_babe::EquivocationProof<Header>;
type VotesProof = sp_consensus_grandpa::EquivocationProof<Hash, BlockNumber>;

/// The pool of the node, as the runtime sees it: takes reports and keeps them.
#[derive(Clone, Default)]
struct OwnPool(Arc<Mutex<Vec<Vec<u8>>>>);

impl TransactionPool for OwnPool {
	fn submit_transaction(&mut self, extrinsic: Vec<u8>) -> Result<(), ()> {
		self.0.lock().unwrap().push(extrinsic);
		Ok(())
	}
}

impl OwnPool {
	/// The only report that has come since the last call.
	fn take(&self) -> UncheckedExtrinsic {
		let reports = std::mem::take(&mut *self.0.lock().unwrap());
		let [report] = &reports[..] else { panic!("{} reports", reports.len()) };
		UncheckedExtrinsic::decode(&mut &report[..]).unwrap()
	}
}

/// Runs `test` on a chain of four validators, in its third block, with the pool of the node.
fn on_chain_of_four(test: impl FnOnce(&mut Chain, &OwnPool)) {
	let mut genesis = genesis_of(DEVELOPMENT);
	genesis["session"]["keys"] = session_of(&["Alice", "Bob", "Charlie", "Dave"]);
	let (mut node, pool) = (node_at(genesis), OwnPool::default());
	node.register_extension(TransactionPoolExt::new(pool.clone()));
	node.execute_with(|| {
		let order = [dave(), bob(), charlie(), alice()];
		assert_eq!(Session::validators(), order.map(|who| account(&who)));
		let mut chain = Chain::new();
		chain.blocks(3);
		test(&mut chain, &pool);
	});
}

/// A block of Bob's for `slot`, told from his others by its state, with the seal of `sealer`.
fn block_of_bob(slot: Slot, state: u8, sealer: &str) -> Header {
	let claim = SecondaryPlainPreDigest { authority_index: 1, slot };
	let claim = DigestItem::babe_pre_digest(PreDigest::SecondaryPlain(claim));
	let mut header = Header::new(
		3,
		Hash::zero(),
		Hash::repeat_byte(state),
		Hash::zero(),
		Digest { logs: vec![claim] },
	);
	let seal = sealing_key(sealer).sign(header.hash().as_ref());
	header.digest.push(DigestItem::babe_seal(seal));
	header
}

/// The proof that Bob wrote two blocks for `slot`.
fn two_blocks(slot: Slot) -> BlocksProof {
	BlocksProof {
		offender: sealing_key("Bob").public(),
		slot,
		first_header: block_of_bob(slot, 1, "Bob"),
		second_header: block_of_bob(slot, 2, "Bob"),
	}
}

/// The proof that Bob's key is his in the session that is running, as a node gets it.
fn owner_of(proof: &BlocksProof) -> sp_consensus_babe::OpaqueKeyOwnershipProof {
	let offender = proof.offender.clone();
	<Runtime as BabeApi<Block>>::generate_key_ownership_proof(proof.slot, offender).unwrap()
}

/// Has the runtime make the report of `proof`, as a node has it.
fn report_blocks(
	pool: &OwnPool,
	proof: BlocksProof,
	owner: sp_consensus_babe::OpaqueKeyOwnershipProof,
) -> UncheckedExtrinsic {
	<Runtime as BabeApi<Block>>::submit_report_equivocation_unsigned_extrinsic(proof, owner)
		.unwrap();
	pool.take()
}

/// The proof that Bob voted for two blocks in round 5 of the first set.
fn two_votes() -> VotesProof {
	let (set, round, bob) = (0u64, 5u64, voting_key("Bob"));
	let vote = |target: u8| {
		let vote = Precommit::<Header> { target_hash: Hash::repeat_byte(target), target_number: 3 };
		let message = Message::<Header>::Precommit(vote.clone());
		(vote, bob.sign(&localized_payload(round, set, &message)))
	};
	// As it travels: the type of its inside belongs to a crate that the runtime doesn't know. Precommits are 1.
	let bytes = (set, 1u8, round, bob.public(), vote(1), vote(2)).encode();
	VotesProof::decode(&mut &bytes[..]).unwrap()
}

/// Has the runtime make the report of `proof`, as a node has it.
fn report_votes(pool: &OwnPool, proof: VotesProof) -> UncheckedExtrinsic {
	let offender = proof.offender().clone();
	let owner = <Runtime as GrandpaApi<Block>>::generate_key_ownership_proof(0, offender).unwrap();
	<Runtime as GrandpaApi<Block>>::submit_report_equivocation_unsigned_extrinsic(proof, owner)
		.unwrap();
	pool.take()
}

/// The report of `proof` that anybody can sign.
fn signed_report(proof: VotesProof) -> RuntimeCall {
	let key = (sp_consensus_grandpa::KEY_TYPE, proof.offender().clone());
	let key_owner_proof = Historical::prove(key).unwrap();
	let equivocation_proof = Box::new(proof);
	pallet_grandpa::Call::report_equivocation { equivocation_proof, key_owner_proof }.into()
}

/// Makes a block of `report`, and checks that the pool of the node takes it before.
fn include(chain: &mut Chain, report: UncheckedExtrinsic) -> Result<(), DispatchError> {
	chain.ask_own_pool(report.clone()).unwrap();
	chain.block_of(vec![report]).remove(0).unwrap()
}

/// What the last block tells of offences and of who is disabled.
fn told(chain: &Chain) -> Vec<RuntimeEvent> {
	let told = chain.history.last_block().iter().map(|moment| moment.event.clone());
	told.filter(|event| match event {
		RuntimeEvent::Offences(_) | RuntimeEvent::Validators(_) => true,
		RuntimeEvent::Session(event) => {
			matches!(event, pallet_session::Event::ValidatorDisabled { .. })
		},
		_ => false,
	})
	.collect()
}

/// What the chain tells of Bob's only offence, of `kind` at `moment` in the first session.
fn bob_is_disabled(kind: [u8; 16], moment: Vec<u8>) -> [RuntimeEvent; 3] {
	let validator = account(&bob());
	[
		pallet_session::Event::<Runtime>::ValidatorDisabled { validator: validator.clone() }.into(),
		pallet_validators::Event::<Runtime>::Offended {
			validator,
			session: 0,
			slash_fraction: Perbill::from_parts(562_500_000),
			reports: 1,
			disabled: true,
		}
		.into(),
		pallet_offences::Event::Offence { kind, slot: moment }.into(),
	]
}

/// What is known of Bob when he has broken the rules once, in the first session.
fn once() -> Option<Offender> {
	let slash_fraction = Perbill::from_parts(562_500_000);
	Some(Offender { reports: 1, last_session: 0, slash_fraction })
}

fn known_of_bob() -> Option<Offender> {
	Offenders::<Runtime>::get(account(&bob()))
}

mod two_blocks_of_one_slot {
	use super::*;

	/// The report of `proof` in the session that is running.
	fn report(pool: &OwnPool, proof: BlocksProof) -> UncheckedExtrinsic {
		let owner = owner_of(&proof);
		report_blocks(pool, proof, owner)
	}

	#[test]
	fn their_author_is_recorded_and_disabled() {
		on_chain_of_four(|chain, pool| {
			let slot = Babe::current_slot();
			let report = report(pool, two_blocks(slot));
			assert_eq!(include(chain, report), Ok(()));
			assert_eq!(told(chain), bob_is_disabled(TWO_BLOCKS, slot.encode()));
			assert_eq!(known_of_bob(), once());
			assert_eq!(Session::disabled_validators(), [1]);
		})
	}

	#[test]
	fn they_are_reported_once() {
		on_chain_of_four(|chain, pool| {
			let slot = Babe::current_slot();
			let first = report(pool, two_blocks(slot));
			include(chain, first.clone()).unwrap();
			let known = Err(InvalidTransaction::Stale.into());
			assert_eq!(chain.ask_own_pool(first.clone()), known);
			assert_eq!(Err(chain.refused_in_block(first)), known);
			// Nor is a third block of that slot another offence.
			let mut third = two_blocks(slot);
			third.second_header = block_of_bob(slot, 3, "Bob");
			let third = report(pool, third);
			assert_eq!(chain.ask_own_pool(third), known);
			assert_eq!(known_of_bob(), once());
		})
	}

	#[test]
	fn their_report_is_taken_from_the_node_itself_alone() {
		on_chain_of_four(|chain, pool| {
			let report = report(pool, two_blocks(Babe::current_slot()));
			let foreign = Err(InvalidTransaction::Call.into());
			assert_eq!(chain.ask_pool(report), foreign);
		})
	}

	#[test]
	fn they_are_proven_after_their_session_has_ended() {
		on_chain_of_four(|chain, pool| {
			let slot = Babe::current_slot();
			let proof = two_blocks(slot);
			let owner = owner_of(&proof);
			chain.advance_to(after(66));
			assert_eq!(Session::current_index(), 1);
			let report = report_blocks(pool, proof, owner);
			assert_eq!(include(chain, report), Ok(()));
			assert_eq!(told(chain), bob_is_disabled(TWO_BLOCKS, slot.encode()));
			assert_eq!(known_of_bob(), once());
		})
	}

	#[test]
	fn with_a_key_of_another_session_they_prove_nothing() {
		on_chain_of_four(|chain, pool| {
			let proof = two_blocks(Babe::current_slot());
			chain.advance_to(after(66));
			let report = report(pool, proof);
			let error = pallet_babe::Error::<Runtime>::InvalidKeyOwnershipProof.into();
			assert_eq!(include(chain, report), Err(error));
			assert_eq!(known_of_bob(), None);
		})
	}

	#[test]
	fn without_their_authors_seal_on_both_they_prove_nothing() {
		on_chain_of_four(|chain, pool| {
			let slot = Babe::current_slot();
			let mut forged = two_blocks(slot);
			forged.second_header = block_of_bob(slot, 2, "Charlie");
			let mut bare = two_blocks(slot);
			bare.second_header.digest.pop();
			for proof in [forged, bare] {
				let report = report(pool, proof);
				let error = pallet_babe::Error::<Runtime>::InvalidEquivocationProof.into();
				assert_eq!(include(chain, report), Err(error));
			}
			assert_eq!(known_of_bob(), None);
		})
	}
}

mod two_votes_of_one_round {
	use super::*;

	/// The round of an offence: the first set, round 5.
	fn fifth_round() -> Vec<u8> {
		(0u64, 5u64).encode()
	}

	#[test]
	fn who_cast_them_is_recorded_and_disabled() {
		on_chain_of_four(|chain, pool| {
			assert_eq!(Grandpa::current_set_id(), 0);
			let report = report_votes(pool, two_votes());
			assert_eq!(include(chain, report), Ok(()));
			assert_eq!(told(chain), bob_is_disabled(TWO_VOTES, fifth_round()));
			assert_eq!(known_of_bob(), once());
			assert_eq!(Session::disabled_validators(), [1]);
		})
	}

	#[test]
	fn they_are_reported_once() {
		on_chain_of_four(|chain, pool| {
			let report = report_votes(pool, two_votes());
			include(chain, report.clone()).unwrap();
			let known = Err(InvalidTransaction::Stale.into());
			assert_eq!(chain.ask_own_pool(report.clone()), known);
			assert_eq!(Err(chain.refused_in_block(report)), known);
			assert_eq!(known_of_bob(), once());
		})
	}

	#[test]
	fn anybody_reports_them_for_free_once() {
		on_chain_of_four(|chain, _| {
			let reporter = account(&charlie());
			let before = total(&reporter);
			chain.call(&charlie(), signed_report(two_votes())).unwrap();
			assert_eq!(told(chain), bob_is_disabled(TWO_VOTES, fifth_round()));
			assert_eq!(known_of_bob(), once());
			assert_eq!(total(&reporter), before);
			// The second report is of no use to anybody, and pays.
			let again = chain.call(&charlie(), signed_report(two_votes()));
			let known = pallet_grandpa::Error::<Runtime>::DuplicateOffenceReport.into();
			assert_eq!(again, Err(known));
			assert!(total(&reporter) < before);
			assert_eq!(known_of_bob(), once());
		})
	}

	#[test]
	fn signed_for_another_round_they_prove_nothing() {
		on_chain_of_four(|chain, _| {
			// The set, 8 bytes, and the kind, 1 byte, come before the round.
			let mut forged = two_votes().encode();
			forged[9..17].copy_from_slice(&6u64.encode());
			let forged = VotesProof::decode(&mut &forged[..]).unwrap();
			assert_eq!(forged.round(), 6);
			let refused = chain.call(&charlie(), signed_report(forged));
			let error = pallet_grandpa::Error::<Runtime>::InvalidEquivocationProof.into();
			assert_eq!(refused, Err(error));
			assert_eq!(known_of_bob(), None);
		})
	}
}
