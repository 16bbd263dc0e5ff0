//! The hooks of the SDK's pallets that say nothing of what they weigh: of BABE, GRANDPA, sessions, authors and fees.
//! The runtime counts them into what each block weighs at least.

use super::{session_keys::run_session_of, Config};
use crate::{
	configs::consensus::{MaxAuthorities, REPORT_LONGEVITY},
	AccountId, Authorship, Babe, Grandpa, Hash, Runtime, RuntimeOrigin, Session, SessionKeys,
	System, TransactionPayment,
};
use alloc::{vec, vec::Vec};
use codec::{Decode, Encode};
use core::marker::PhantomData;
use frame_benchmarking::v2::*;
use frame_support::{traits::Hooks, BoundedVec, WeakBoundedVec};
use pallet_grandpa::{SetIdSession, Stalled};
use pallet_session::{
	historical::{HistoricalSessions, StoredRange},
	NextKeys, QueuedChanged, QueuedKeys,
};
use pallet_validators::{Offender, Offenders};
use sp_consensus_babe::{
	digests::{CompatibleDigestItem, NextConfigDescriptor, PreDigest, PrimaryPreDigest},
	AllowedSlots, AuthorityId, Slot,
};
use sp_core::{sr25519::vrf::VrfSignature, Get};
use sp_runtime::{
	generic::{Digest, DigestItem},
	Perbill,
};
use sp_staking::SessionIndex;

/// What is measured.
pub struct Pallet<T>(PhantomData<T>);

/// The number of the block that is measured.
const BLOCK: u32 = 5;
/// Its slot.
const SLOT: u64 = 1_000_005;
/// Slots of a session in production, each of which can have a block won by lot.
const EPOCH: u32 = 600;

/// What the first validator says in the header of a block that it won by lot. Nobody checks the signature here, which
/// the node does before, but its point must be one.
fn claim(author: &AuthorityId) -> Digest {
	let bytes = (author, [0u8; 64]).encode();
	let vrf_signature =
		VrfSignature::decode(&mut &bytes[..]).expect("a key is a point of the curve");
	let claim = PrimaryPreDigest { authority_index: 0, slot: Slot::from(SLOT), vrf_signature };
	Digest { logs: vec![DigestItem::babe_pre_digest(PreDigest::Primary(claim))] }
}

/// Begins a block of `author`, the first validator.
fn begin_block_of(author: &AuthorityId) {
	System::set_block_number(BLOCK - 1);
	System::initialize(&BLOCK, &Hash::zero(), &claim(author));
}

/// Begins a block whose author can get tips.
pub fn begin_block() {
	begin_block_of(&run_session_of(1).babe);
	Authorship::on_initialize(BLOCK);
}

/// Makes the running session's validators BABE's authorities, and their number `count`.
fn run_authorities(count: u32) -> AuthorityId {
	let author = run_session_of(count).babe;
	let authorities: Vec<_> = keys_of_session().map(|(_, keys)| (keys.babe, 1)).collect();
	pallet_babe::Authorities::<Runtime>::put(WeakBoundedVec::force_from(authorities, None));
	author
}

/// The validators of the running session with their keys.
fn keys_of_session() -> impl Iterator<Item = (AccountId, SessionKeys)> {
	Session::validators().into_iter().filter_map(|who| {
		let keys = NextKeys::<Runtime>::get(&who)?;
		Some((who, keys))
	})
}

/// Settings of BABE that nobody asks for.
const SETTINGS: NextConfigDescriptor =
	NextConfigDescriptor::V1 { c: (1, 4), allowed_slots: AllowedSlots::PrimarySlots };

/// As many random values of an epoch as come into one part of their list, which begins another then.
const SEGMENT: usize = 256;

/// Lets an epoch have gathered `values` random values in its part with the number `segment`.
fn gather(segment: u32, values: usize) {
	let values = BoundedVec::truncate_from(vec![[1; 32]; values]);
	pallet_babe::UnderConstruction::<Runtime>::insert(segment, values);
	pallet_babe::SegmentIndex::<Runtime>::put(segment);
}

/// Makes the chain so old that at the end of the running session, which it gives, a root can be forgotten, and GRANDPA's
/// oldest set; BABE has as many skipped epochs as it remembers, and skips more. GRANDPA stands still.
fn age() -> SessionIndex {
	let epoch = <Runtime as pallet_babe::Config>::EpochDuration::get();
	let ended = SessionIndex::try_from(REPORT_LONGEVITY.div_ceil(epoch)).unwrap_or_default() + 1;
	pallet_session::CurrentIndex::<Runtime>::put(ended);
	HistoricalSessions::<Runtime>::insert(0, (Hash::zero(), 1));
	StoredRange::<Runtime>::put((0, ended + 2));
	let skipped = (0..100).map(|index| (index, 0)).collect();
	pallet_babe::SkippedEpochs::<Runtime>::put(BoundedVec::truncate_from(skipped));
	let genesis = SLOT.saturating_sub(epoch.saturating_mul(u64::from(ended) + 100));
	pallet_babe::GenesisSlot::<Runtime>::put(Slot::from(genesis));
	pallet_babe::CurrentSlot::<Runtime>::put(Slot::from(SLOT));
	let sets: u64 = <Runtime as pallet_grandpa::Config>::MaxSetIdSessionEntries::get();
	pallet_grandpa::CurrentSetId::<Runtime>::put(sets);
	SetIdSession::<Runtime>::insert(1, 1);
	Stalled::<Runtime>::put((100, 1));
	pallet_grandpa::PendingChange::<Runtime>::kill();
	ended
}

/// Has all validators an offence, and plans them anew.
fn offend(keys: &[(AccountId, SessionKeys)]) {
	let offender =
		Offender { reports: 1, last_session: 1, slash_fraction: Perbill::from_percent(50) };
	for (validator, _) in keys {
		Offenders::<Runtime>::insert(validator, offender);
	}
	let planned = keys.iter().map(|(validator, _)| validator.clone()).collect();
	pallet_validators::Validators::<Runtime>::put(BoundedVec::truncate_from(planned));
	pallet_validators::PlannedSet::<Runtime>::kill();
}

#[benchmarks]
mod benchmarks {
	use super::*;

	/// Of a block that its author won by lot, and in which the set of GRANDPA's `n` voters changes.
	#[benchmark]
	fn each_block(n: Linear<1, { MaxAuthorities::get() }>) -> Result<(), BenchmarkError> {
		let author = run_authorities(n);
		let voters = keys_of_session().map(|(_, keys)| (keys.grandpa, 1)).collect();
		// So that the next one begins another part.
		gather(0, SEGMENT);
		pallet_babe::GenesisSlot::<Runtime>::put(Slot::from(SLOT - 1));
		begin_block_of(&author);
		Grandpa::schedule_change(voters, 0, None)?;

		#[block]
		{
			Babe::on_initialize(BLOCK);
			Authorship::on_initialize(BLOCK);
			Session::on_initialize(BLOCK);
			Authorship::on_finalize(BLOCK);
			Babe::on_finalize(BLOCK);
			Grandpa::on_finalize(BLOCK);
			TransactionPayment::on_finalize(BLOCK);
		}

		assert_eq!(Session::current_index(), 1);
		assert!(pallet_babe::AuthorVrfRandomness::<Runtime>::get().is_some());
		assert_eq!(Grandpa::grandpa_authorities().len(), n as usize);
		Ok(())
	}

	/// The beginning of a session whose `n` validators count as changed, with an offence of each; GRANDPA's set is
	/// changed by force, BABE's settings are, and what each pallet forgets after a while is due. The SDK has the block
	/// say that it is full instead.
	#[benchmark]
	fn rotate_session(n: Linear<1, { MaxAuthorities::get() }>) -> Result<(), BenchmarkError> {
		run_authorities(n);
		let keys: Vec<_> = keys_of_session().collect();
		QueuedKeys::<Runtime>::put(&keys);
		// BABE's settings change in this session and in the next one.
		Babe::plan_config_change(RuntimeOrigin::root(), SETTINGS)?;
		Session::rotate_session();
		Babe::plan_config_change(RuntimeOrigin::root(), SETTINGS)?;
		let ended = age();
		offend(&keys);
		QueuedChanged::<Runtime>::put(true);
		let last = EPOCH as usize / SEGMENT;
		for segment in 0..=last {
			gather(segment as u32, SEGMENT);
		}

		#[block]
		{
			Session::rotate_session();
		}

		assert_eq!(Session::current_index(), ended + 1);
		assert!(!HistoricalSessions::<Runtime>::contains_key(0));
		assert!(!SetIdSession::<Runtime>::contains_key(1));
		assert!(!Stalled::<Runtime>::exists());
		Ok(())
	}
}
