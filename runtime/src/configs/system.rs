//! The system pallet, block limits, and what calls are let through at all.

use super::consensus::MaxAuthorities;
use crate::{
	weights::RuntimeHooks, AccountId, Balance, Block, BlockNumber, Hash, Nonce, PalletInfo,
	Runtime, RuntimeCall, RuntimeEvent, RuntimeOrigin, RuntimeTask, UncheckedExtrinsic, VERSION,
};
use frame_support::{
	derive_impl,
	dispatch::DispatchClass,
	parameter_types,
	traits::{ConstU32, Contains, Get},
	weights::{
		constants::{ParityDbWeight, WEIGHT_REF_TIME_PER_SECOND},
		Weight,
	},
};
use frame_system::limits::{BlockLength, BlockWeights};
use sp_runtime::{traits::AccountIdLookup, Perbill};
use sp_version::RuntimeVersion;

/// The part of a block that paid transactions may fill.
pub const NORMAL_RATIO: Perbill = Perbill::from_percent(75);

parameter_types! {
	/// Blocks whose hashes the state remembers.
	pub const BlockHashCount: BlockNumber = 2400;
	/// The runtime's version.
	pub const Version: RuntimeVersion = VERSION;
	/// Two seconds of work in a block of six. Each block has the work in it of the hooks that say nothing of theirs.
	pub RuntimeBlockWeights: BlockWeights = with_base(
		BlockWeights::with_sensible_defaults(
			Weight::from_parts(2 * WEIGHT_REF_TIME_PER_SECOND, u64::MAX),
			NORMAL_RATIO,
		),
		crate::weights::runtime_hooks::WeightInfo::<Runtime>::each_block(MaxAuthorities::get()),
	);
	/// Five MiB, of which paid transactions may fill three quarters.
	pub RuntimeBlockLength: BlockLength = BlockLength::builder()
		.max_length(5 * 1024 * 1024)
		.modify_max_length_for_class(DispatchClass::Normal, |length| {
			*length = NORMAL_RATIO * *length
		})
		.build();
	/// The first letters of an address: 42 until the region registers a prefix of its own.
	pub const SS58Prefix: u16 = 42;
}

/// `weights`, where each block weighs as much as `hooks` in addition.
fn with_base(weights: BlockWeights, hooks: Weight) -> BlockWeights {
	BlockWeights { base_block: weights.base_block.saturating_add(hooks), ..weights }
}

/// Refuses the calls of the SDK's pallets by which somebody could break a promise of the chain.
///
/// No filter binds Root, which in production is the region's governance alone: by its nature it can do anything,
/// and also what only it can do, like setting a balance. So what only Root can call isn't named here.
pub struct PromisesAreKept;
impl Contains<RuntimeCall> for PromisesAreKept {
	fn contains(call: &RuntimeCall) -> bool {
		!matches!(
			call,
			// Only bills lower the issuance.
			RuntimeCall::Balances(pallet_balances::Call::burn { .. }) |
			// A set whose last member has purged its keys would stop the chain.
			RuntimeCall::Session(pallet_session::Call::purge_keys { .. })
		)
	}
}

#[derive_impl(frame_system::config_preludes::SolochainDefaultConfig)]
impl frame_system::Config for Runtime {
	type AccountId = AccountId;
	type AccountData = pallet_balances::AccountData<Balance>;
	type BaseCallFilter = PromisesAreKept;
	type Block = Block;
	type BlockHashCount = BlockHashCount;
	type BlockLength = RuntimeBlockLength;
	type BlockWeights = RuntimeBlockWeights;
	type DbWeight = ParityDbWeight;
	type Hash = Hash;
	type Lookup = AccountIdLookup<AccountId, ()>;
	type MaxConsumers = ConstU32<16>;
	type Nonce = Nonce;
	type SS58Prefix = SS58Prefix;
	type Version = Version;
	type SystemWeightInfo = crate::weights::frame_system::WeightInfo<Runtime>;
	type ExtensionsWeightInfo = crate::weights::frame_system_extensions::WeightInfo<Runtime>;
}

impl pallet_utility::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type PalletsOrigin = crate::OriginCaller;
	type WeightInfo = crate::weights::pallet_utility::WeightInfo<Runtime>;
}

impl pallet_sudo::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeCall = RuntimeCall;
	type WeightInfo = crate::weights::pallet_sudo::WeightInfo<Runtime>;
}

// Reports of equivocation travel unsigned.
impl<C> frame_system::offchain::CreateTransactionBase<C> for Runtime
where
	RuntimeCall: From<C>,
{
	type Extrinsic = UncheckedExtrinsic;
	type RuntimeCall = RuntimeCall;
}

impl<C> frame_system::offchain::CreateBare<C> for Runtime
where
	RuntimeCall: From<C>,
{
	fn create_bare(call: RuntimeCall) -> UncheckedExtrinsic {
		UncheckedExtrinsic::new_bare(call)
	}
}
