//! The calls of the SDK's GRANDPA pallet, whose own benchmarks know only a part of a report.

use super::{
	session_keys::{candidate, run_session_of},
	Config,
};
use crate::{
	configs::consensus::MaxAuthorities, BlockNumber, Grandpa, Hash, Header, Historical, Runtime,
	RuntimeCall, RuntimeOrigin,
};
use alloc::boxed::Box;
use codec::{Decode, Encode};
use core::marker::PhantomData;
use frame_benchmarking::v2::*;
use frame_support::traits::{KeyOwnerProofSystem, UnfilteredDispatchable};
use pallet_grandpa::{SetIdSession, Stalled};
use pallet_validators::Offenders;
use sp_consensus_grandpa::{
	localized_payload, AuthorityId, EquivocationProof, Message, Precommit, KEY_TYPE,
};
use sp_core::Get;
use sp_runtime::RuntimeAppPublic;

/// What is measured.
pub struct Pallet<T>(PhantomData<T>);

/// The proof that `offender` voted twice in one round of the set with the number `set`.
fn two_votes(offender: &AuthorityId, set: u64) -> EquivocationProof<Hash, BlockNumber> {
	let round = 5u64;
	let vote = |target: u8| {
		let vote = Precommit::<Header> { target_hash: Hash::repeat_byte(target), target_number: 1 };
		let message = Message::<Header>::Precommit(vote.clone());
		let payload = localized_payload(round, set, &message);
		(vote, offender.sign(&payload).expect("the keystore has the key"))
	};
	// As it travels: the type of its inside belongs to a crate that the runtime doesn't know. Precommits are 1.
	let bytes = (set, 1u8, round, offender, vote(1), vote(2)).encode();
	EquivocationProof::decode(&mut &bytes[..]).expect("it is written as it travels")
}

#[benchmarks]
mod benchmarks {
	use super::*;

	/// Of two votes in the second set, so that the sessions of the first are looked up as well, in the session that runs,
	/// whose keys are proven from the state: by the author of a block, which is checked twice. Always with the greatest set:
	/// how many validators there are, `v`, is what the report says. Nobody nominates here, whatever `n` is.
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
