//! Who writes blocks, who finalizes them, and what is proven of both.

use super::*;
use crate::{
	AccountId, Babe, Balances, BlockNumber, Grandpa, Historical, Offences, Runtime, RuntimeEvent,
	Session, SessionKeys, System, Validators, TFT,
};
use codec::Encode;
use frame_support::{
	parameter_types,
	traits::{ConstU128, ConstU32, ConstU64, OneSessionHandler},
};
use pallet_session::historical::IdentificationTuple;
use sp_consensus_grandpa::AuthorityId as GrandpaId;
use sp_runtime::{
	generic::DigestItem,
	traits::{ConvertInto, Keccak256, OpaqueKeys},
	BoundToRuntimeAppPublic,
};

/// How many validators a session can have.
pub type MaxAuthorities = ConstU32<100>;

/// How long an equivocation can be reported, in blocks: four weeks.
pub const REPORT_LONGEVITY: u64 = 28 * DAYS as u64;

/// The genesis configuration of BABE: who writes a block is drawn by lot, and each slot has a second choice,
/// so that none stays empty while all work.
pub const BABE_GENESIS_EPOCH_CONFIG: sp_consensus_babe::BabeEpochConfiguration =
	sp_consensus_babe::BabeEpochConfiguration {
		c: (1, 4),
		allowed_slots: sp_consensus_babe::AllowedSlots::PrimaryAndSecondaryPlainSlots,
	};

parameter_types! {
	/// How long an equivocation can be reported.
	pub const ReportLongevity: u64 = REPORT_LONGEVITY;
}

impl pallet_timestamp::Config for Runtime {
	type Moment = u64;
	type OnTimestampSet = Babe;
	type MinimumPeriod = ConstU64<{ SLOT_DURATION / 2 }>;
	type WeightInfo = crate::weights::pallet_timestamp::WeightInfo<Runtime>;
}

impl pallet_babe::Config for Runtime {
	type EpochDuration = pallet_validators::EpochDuration<Runtime>;
	type ExpectedBlockTime = ConstU64<SLOT_DURATION>;
	type EpochChangeTrigger = pallet_babe::ExternalTrigger;
	type DisabledValidators = Session;
	type WeightInfo = crate::weights::pallet_babe::WeightInfo<Runtime>;
	type MaxAuthorities = MaxAuthorities;
	type MaxNominators = ConstU32<0>;
	type KeyOwnerProof = sp_session::MembershipProof;
	type EquivocationReportSystem =
		pallet_babe::EquivocationReportSystem<Self, Offences, Historical, ReportLongevity>;
}

impl pallet_grandpa::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type WeightInfo = crate::weights::pallet_grandpa::WeightInfo<Runtime>;
	type MaxAuthorities = MaxAuthorities;
	type MaxNominators = ConstU32<0>;
	// Counts changes of the set: far more than four weeks can hold.
	type MaxSetIdSessionEntries = ConstU64<1_000>;
	type KeyOwnerProof = sp_session::MembershipProof;
	type EquivocationReportSystem =
		pallet_grandpa::EquivocationReportSystem<Self, Offences, Historical, ReportLongevity>;
}

/// GRANDPA's part in a session: as the SDK has it, but for a forced change that lies absurdly far ahead.
///
/// Root asks for a forced change with `grandpa.note_stalled`. When the next session begins, the SDK multiplies its delay
/// without a check: billions of blocks, a slip of the pen, would stop the chain for ever. Such a change is forgotten.
pub struct Finality;

impl Finality {
	/// The longest delay of a forced change, in blocks: a week. The SDK speaks of a thousand blocks.
	pub const LONGEST_DELAY: BlockNumber = 7 * DAYS;

	fn forget_absurd_change() {
		if let Some((delay, _)) = Grandpa::stalled().filter(|change| change.0 > Self::LONGEST_DELAY)
		{
			log::error!(
				"The forced change of GRANDPA's set in {delay} blocks is forgotten: too far ahead"
			);
			pallet_grandpa::Stalled::<Runtime>::kill();
		}
	}
}

impl BoundToRuntimeAppPublic for Finality {
	type Public = GrandpaId;
}

impl OneSessionHandler<AccountId> for Finality {
	type Key = GrandpaId;

	fn on_genesis_session<'a, I>(validators: I)
	where
		I: Iterator<Item = (&'a AccountId, GrandpaId)> + 'a,
	{
		<Grandpa as OneSessionHandler<AccountId>>::on_genesis_session(validators);
	}

	fn on_new_session<'a, I>(changed: bool, validators: I, queued: I)
	where
		I: Iterator<Item = (&'a AccountId, GrandpaId)> + 'a,
	{
		Self::forget_absurd_change();
		<Grandpa as OneSessionHandler<AccountId>>::on_new_session(changed, validators, queued);
	}

	fn on_disabled(validator: u32) {
		<Grandpa as OneSessionHandler<AccountId>>::on_disabled(validator);
	}
}

impl pallet_authorship::Config for Runtime {
	type FindAuthor = pallet_session::FindAccountFromAuthorIndex<Self, Babe>;
	type EventHandler = ();
}

impl pallet_session::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type ValidatorId = AccountId;
	type ValidatorIdOf = ConvertInto;
	type ShouldEndSession = Babe;
	type NextSessionRotation = Babe;
	type SessionManager = pallet_session::historical::NoteHistoricalRoot<Self, Validators>;
	type SessionHandler = <SessionKeys as OpaqueKeys>::KeyTypeIdProviders;
	type Keys = SessionKeys;
	type DisablingStrategy = pallet_session::disabling::UpToLimitDisablingStrategy<3>;
	type WeightInfo = crate::weights::pallet_session::WeightInfo<Runtime>;
	type Currency = Balances;
	type KeyDeposit = ConstU128<{ 10 * TFT }>;
}

impl pallet_session::historical::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type FullIdentification = ();
	type FullIdentificationOf = pallet_validators::FullIdentificationOf;
}

impl pallet_offences::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type IdentificationTuple = IdentificationTuple<Self>;
	type OnOffenceHandler = Validators;
}

impl pallet_validators::Config for Runtime {
	type WeightInfo = pallet_validators::weights::SubstrateWeight<Runtime>;
	type MaxValidators = MaxAuthorities;
	type ReportLongevity = ReportLongevity;
}

/// Marks the root of the Merkle mountain range in a header.
pub const MMR_ENGINE_ID: sp_runtime::ConsensusEngineId = *b"MMRR";

/// Puts the root over all blocks before this one into this one's header, so that a finalized header alone
/// proves any older block.
pub struct DepositMmrRoot;
impl pallet_mmr::primitives::OnNewRoot<crate::Hash> for DepositMmrRoot {
	fn on_new_root(root: &crate::Hash) {
		System::deposit_log(DigestItem::Consensus(MMR_ENGINE_ID, root.encode()));
	}
}

impl pallet_mmr::Config for Runtime {
	const INDEXING_PREFIX: &'static [u8] = sp_mmr_primitives::INDEXING_PREFIX;
	type Hashing = Keccak256;
	type LeafData = pallet_mmr::ParentNumberAndHash<Self>;
	type OnNewRoot = DepositMmrRoot;
	type BlockHashProvider = pallet_mmr::DefaultBlockHashProvider<Runtime>;
	type WeightInfo = crate::weights::pallet_mmr::WeightInfo<Runtime>;
	#[cfg(feature = "runtime-benchmarks")]
	type BenchmarkHelper = ();
}
