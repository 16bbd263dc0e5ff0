//! A runtime with the nodes and the contracts. Twins, farms and billing do as they are told.

// The macro asks for a feature that a program doesn't have.
#![allow(unexpected_cfgs)]

use frame_support::{
	derive_impl, parameter_types, storage_alias,
	traits::{ConstU32, ConstU64},
	weights::Weight,
	Blake2_128Concat,
};
use frame_system::{EnsureRoot, GenesisConfig};
use gridchain_primitives::{
	traits::{Farms, Records, Twins, Windows},
	AccountId, Bytes, CheckFeeless, ContractId, EndReason, FarmId, FarmingPolicyId, FeelessTag,
	Quote, Record, Refusal, Seconds, Signature, Terms, TwinId,
};
use pallet_nodes::{CheckNodeCall, NodeParams};
use sp_runtime::{
	generic, traits::AccountIdLookup, BuildStorage, DispatchError, DispatchResult, MultiAddress,
};
use sp_storage::Storage;
use sp_version::RuntimeVersion;
use std::borrow::Cow;

pub type Header = generic::Header<u32, sp_runtime::traits::BlakeTwo256>;
pub type Extrinsic =
	generic::UncheckedExtrinsic<MultiAddress<AccountId, ()>, RuntimeCall, Signature, Extensions>;
pub type Block = generic::Block<Header, Extrinsic>;
/// As in the real runtime, as far as the daemon can tell.
pub type Extensions = (
	frame_system::CheckSpecVersion<Runtime>,
	frame_system::CheckTxVersion<Runtime>,
	frame_system::CheckGenesis<Runtime>,
	CheckNodeCall<Runtime>,
	frame_system::CheckNonce<Runtime>,
);
pub type Executive = frame_executive::Executive<
	Runtime,
	Block,
	frame_system::ChainContext<Runtime>,
	Runtime,
	AllPalletsWithSystem,
>;

/// When the chain begins.
pub const START: u64 = 1_700_000_000;
/// How long a block takes, in seconds.
pub const BLOCK_TIME: u64 = 6;
/// Who rents.
pub const DEPLOYER: AccountId = AccountId::new([9; 32]);

#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeHoldReason,
		RuntimeTask
	)]
	pub struct Runtime;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Timestamp = pallet_timestamp;
	#[runtime::pallet_index(2)]
	pub type Nodes = pallet_nodes;
	#[runtime::pallet_index(3)]
	pub type Deployments = pallet_deployments;
}

#[derive_impl(frame_system::config_preludes::TestDefaultConfig)]
impl frame_system::Config for Runtime {
	type Block = Block;
	type AccountId = AccountId;
	type Lookup = AccountIdLookup<AccountId, ()>;
	type Nonce = u32;
	type BlockHashCount = ConstU32<2_400>;
	type Version = Version;
}

impl pallet_timestamp::Config for Runtime {
	type Moment = u64;
	type OnTimestampSet = ();
	type MinimumPeriod = ConstU64<1>;
	type WeightInfo = ();
}

parameter_types! {
	pub const Version: RuntimeVersion = RuntimeVersion {
		spec_name: Cow::Borrowed("test"),
		impl_name: Cow::Borrowed("test"),
		authoring_version: 1,
		spec_version: 1,
		impl_version: 1,
		apis: Cow::Borrowed(&[]),
		transaction_version: 1,
		system_version: 1,
	};
	pub const Policy: FarmingPolicyId = FarmingPolicyId(1);
}

impl pallet_nodes::Config for Runtime {
	type AdminOrigin = EnsureRoot<AccountId>;
	type Twins = Neighbours;
	type Farms = Neighbours;
	type Clock = Timestamp;
	type FarmingPolicy = Policy;
	type WeightInfo = ();
}

impl pallet_deployments::Config for Runtime {
	type GovernanceOrigin = EnsureRoot<AccountId>;
	type Twins = Neighbours;
	type Capacity = Nodes;
	type Windows = Neighbours;
	type Records = Neighbours;
	type Deposit = ();
	type Clock = Timestamp;
	type WeightInfo = ();
}

impl CheckFeeless<AccountId> for RuntimeCall {
	fn check_feeless(&self, who: &AccountId) -> Option<Result<FeelessTag, Refusal>> {
		match self {
			RuntimeCall::Nodes(call) => call.check_feeless(who),
			RuntimeCall::Deployments(call) => call.check_feeless(who),
			_ => None,
		}
	}
}

/// Who may join, and hasn't yet.
#[storage_alias]
pub type Authorised = StorageMap<Neighbours, Blake2_128Concat, AccountId, FarmId>;

/// The other pallets.
pub struct Neighbours;

impl Neighbours {
	/// The farmer's consent: from then on the account exists, without a balance.
	pub fn authorise(account: &AccountId) {
		System::inc_sufficients(account);
		Authorised::insert(account, FarmId(1));
	}
}

impl Twins<AccountId> for Neighbours {
	fn of(account: &AccountId) -> Option<TwinId> {
		let bytes: &[u8] = account.as_ref();
		Some(TwinId(bytes[0].into()))
	}
	fn account(twin: TwinId) -> Option<AccountId> {
		(<Self as Twins<AccountId>>::of(&DEPLOYER) == Some(twin)).then_some(DEPLOYER)
	}
	fn ensure(account: &AccountId) -> Result<TwinId, DispatchError> {
		<Self as Twins<AccountId>>::of(account).ok_or(DispatchError::CannotLookup)
	}
	fn bind(_: TwinId) -> DispatchResult {
		Ok(())
	}
	fn unbind(_: TwinId) {}
}

impl Farms<AccountId> for Neighbours {
	fn owner(_: FarmId) -> Option<TwinId> {
		None
	}
	fn payout(_: FarmId) -> Option<AccountId> {
		None
	}
	fn approved(_: FarmId) -> bool {
		true
	}
	fn admissible(account: &AccountId) -> Option<FarmId> {
		Authorised::get(account)
	}
	fn admit(account: &AccountId) -> Result<FarmId, DispatchError> {
		Authorised::take(account).ok_or(DispatchError::CannotLookup)
	}
	fn dismiss(farm: FarmId, account: &AccountId) {
		Authorised::insert(account, farm);
	}
}

impl Windows for Neighbours {
	fn open(_: ContractId, _: Terms) -> DispatchResult {
		Ok(())
	}
	fn start(_: ContractId) -> DispatchResult {
		Ok(())
	}
	fn amend(_: ContractId, _: Terms) -> DispatchResult {
		Ok(())
	}
	fn close(_: ContractId, _: EndReason) -> DispatchResult {
		Ok(())
	}
	fn quote(_: &Terms) -> Result<Quote, DispatchError> {
		Err(DispatchError::Unavailable)
	}
	fn traffic_limit() -> Bytes {
		Bytes(1_000_000_000_000)
	}
}

impl Records<AccountId> for Neighbours {
	fn note(_: Record<AccountId>) {}
	fn weight() -> Weight {
		Weight::zero()
	}
}

/// The parameters of the development preset.
fn quick() -> NodeParams {
	NodeParams {
		report_interval: Seconds(6),
		live_blocks: 5,
		late_credit: Seconds(30),
		clock_jitter: Seconds(3),
		period_length: Seconds(300),
		..Default::default()
	}
}

/// The state in which the chain begins.
pub fn genesis() -> Storage {
	let mut storage = GenesisConfig::<Runtime>::default().build_storage().unwrap();
	pallet_nodes::GenesisConfig::<Runtime> { params: quick(), ..Default::default() }
		.assimilate_storage(&mut storage)
		.unwrap();
	storage
}
