//! The calls of the SDK's GRANDPA pallet, whose own benchmarks know only a part of a report.

use super::{
	session_keys::{candidate, others, run_session_of},
	Config,
};
use crate::{
	configs::consensus::MaxAuthorities, BlockNumber, Grandpa, Hash, Header, Historical, Offences,
	Runtime, RuntimeCall, RuntimeOrigin,
};
use alloc::{boxed::Box, vec};
use codec::{Decode, Encode};
use core::marker::PhantomData;
use frame_benchmarking::v2::*;
use frame_support::traits::{KeyOwnerProofSystem, UnfilteredDispatchable};
use pallet_grandpa::{EquivocationOffence, SetIdSession, Stalled, TimeSlot};
use pallet_validators::Offenders;
use sp_consensus_grandpa::{
	localized_payload, AuthorityId, EquivocationProof, Message, Precommit, KEY_TYPE,
};
use sp_core::Get;
use sp_runtime::RuntimeAppPublic;
use sp_staking::offence::ReportOffence;

/// What is measured.
pub struct Pallet<T>(PhantomData<T>);

/// The round of the votes.
const ROUND: u64 = 5;

/// The proof that `offender` voted twice in that round of the set with the number `set`.
fn two_votes(offender: &AuthorityId, set: u64) -> EquivocationProof<Hash, BlockNumber> {
	let vote = |target: u8| {
		let vote = Precommit::<Header> { target_hash: Hash::repeat_byte(target), target_number: 1 };
		let message = Message::<Header>::Precommit(vote.clone());
		let payload = localized_payload(ROUND, set, &message);
		(vote, offender.sign(&payload).expect("the keystore has the key"))
	};
	// As it travels: the type of its inside belongs to a crate that the runtime doesn't know. Precommits are 1.
	let bytes = (set, 1u8, ROUND, offender, vote(1), vote(2)).encode();
	EquivocationProof::decode(&mut &bytes[..]).expect("it is written as it travels")
}

#[benchmarks]
mod benchmarks {
	use super::*;

	/// Of two votes in the second set, so that the sessions of the first are looked up as well, in the session that runs,
	/// whose keys are proven from the state: by the author of a block, which is checked twice. All others of the greatest
	/// set are known to have done the same in that round, and each is looked at again. How many validators there are, `v`,
	/// is only what the report says, and nobody nominates here, whatever `n` is.
	#[benchmark]
	fn report_equivocation(
		v: Linear<1, { MaxAuthorities::get() }>,
		n: Linear<0, 1>,
	) -> Result<(), BenchmarkError> {
		let offender = run_session_of(MaxAuthorities::get()).grandpa;
		SetIdSession::<Runtime>::insert(0, 0);
		SetIdSession::<Runtime>::insert(1, 1);
		let proof = two_votes(&offender, 1);
		let owner = Historical::prove((KEY_TYPE, offender))
			.ok_or(BenchmarkError::Stop("the offender isn't in the session"))?;

		for offender in others() {
			let offence = EquivocationOffence {
				time_slot: TimeSlot { set_id: 1, round: ROUND },
				session_index: 1,
				validator_set_count: MaxAuthorities::get(),
				offender,
			};
			Offences::report_offence(vec![], offence)
				.map_err(|_| BenchmarkError::Stop("it is reported already"))?;
		}
		let call = pallet_grandpa::Call::report_equivocation_unsigned {
			equivocation_proof: Box::new(proof),
			key_owner_proof: owner,
		};

		#[block]
		{
			Grandpa::pre_dispatch(&call)
				.map_err(|_| BenchmarkError::Stop("the proof doesn't hold"))?;
			RuntimeCall::from(call)
				.dispatch_bypass_filter(RuntimeOrigin::none())
				.map_err(|failed| failed.error)?;
		}

		assert!(Offenders::<Runtime>::contains_key(candidate(0)));
		Ok(())
	}

	#[benchmark]
	fn note_stalled() -> Result<(), BenchmarkError> {
		#[block]
		{
			Grandpa::note_stalled(RuntimeOrigin::root(), 1_000, 1)?;
		}

		assert!(Stalled::<Runtime>::exists());
		Ok(())
	}
}
