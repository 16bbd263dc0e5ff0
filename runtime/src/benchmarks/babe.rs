//! The calls of the SDK's BABE pallet, whose own benchmarks know only a part of a report.

use super::{
	session_keys::{candidate, others, run_session_of},
	Config,
};
use crate::{
	configs::consensus::MaxAuthorities, Babe, Hash, Header, Historical, Offences, Runtime,
	RuntimeCall, RuntimeOrigin,
};
use alloc::{boxed::Box, vec};
use core::marker::PhantomData;
use frame_benchmarking::v2::*;
use frame_support::traits::{KeyOwnerProofSystem, UnfilteredDispatchable};
use pallet_babe::EquivocationOffence;
use pallet_validators::Offenders;
use sp_consensus_babe::{
	digests::{CompatibleDigestItem, NextConfigDescriptor, PreDigest, SecondaryPlainPreDigest},
	AllowedSlots, AuthorityId, EquivocationProof, Slot, KEY_TYPE,
};
use sp_core::Get;
use sp_runtime::{
	generic::{Digest, DigestItem},
	traits::Header as _,
	RuntimeAppPublic,
};
use sp_staking::offence::ReportOffence;

/// What is measured.
pub struct Pallet<T>(PhantomData<T>);

/// A block for `slot` with the seal of `author`, told from its others by its state.
fn sealed(author: &AuthorityId, slot: Slot, state: u8) -> Header {
	let claim = SecondaryPlainPreDigest { authority_index: 0, slot };
	let claim = DigestItem::babe_pre_digest(PreDigest::SecondaryPlain(claim));
	let root = Hash::repeat_byte(state);
	let digest = Digest { logs: vec![claim] };
	let mut header = Header::new(1, Hash::zero(), root, Hash::zero(), digest);
	let seal = author.sign(&header.hash()).expect("the keystore has the key");
	header.digest.push(DigestItem::babe_seal(seal));
	header
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn plan_config_change() -> Result<(), BenchmarkError> {
		let config =
			NextConfigDescriptor::V1 { c: (1, 4), allowed_slots: AllowedSlots::PrimarySlots };

		#[block]
		{
			Babe::plan_config_change(RuntimeOrigin::root(), config)?;
		}

		Ok(())
	}

	/// Of two blocks in one slot, in the session that runs, whose keys are proven from the state: by the author of a
	/// block, which is checked twice. All others of the greatest set are known to have done the same in that slot, and
	/// each is looked at again. How many validators there are, `v`, is only what the report says, and nobody nominates
	/// here, whatever `n` is.
	#[benchmark]
	fn report_equivocation(
		v: Linear<1, { MaxAuthorities::get() }>,
		n: Linear<0, 1>,
	) -> Result<(), BenchmarkError> {
		let offender = run_session_of(MaxAuthorities::get()).babe;
		let epoch: u64 = <Runtime as pallet_babe::Config>::EpochDuration::get();
		// The first slot of the session number 1.
		let slot = pallet_babe::GenesisSlot::<Runtime>::get() + epoch;
		let (first_header, second_header) =
			(sealed(&offender, slot, 1), sealed(&offender, slot, 2));
		let proof =
			EquivocationProof { offender: offender.clone(), slot, first_header, second_header };
		let owner = Historical::prove((KEY_TYPE, offender))
			.ok_or(BenchmarkError::Stop("the offender isn't in the session"))?;

		for offender in others() {
			let offence = EquivocationOffence {
				slot,
				session_index: 1,
				validator_set_count: MaxAuthorities::get(),
				offender,
			};
			Offences::report_offence(vec![], offence)
				.map_err(|_| BenchmarkError::Stop("it is reported already"))?;
		}
		let call = pallet_babe::Call::report_equivocation_unsigned {
			equivocation_proof: Box::new(proof),
			key_owner_proof: owner,
		};

		#[block]
		{
			Babe::pre_dispatch(&call)
				.map_err(|_| BenchmarkError::Stop("the proof doesn't hold"))?;
			RuntimeCall::from(call)
				.dispatch_bypass_filter(RuntimeOrigin::none())
				.map_err(|failed| failed.error)?;
		}

		assert!(Offenders::<Runtime>::contains_key(candidate(0)));
		Ok(())
	}
}
