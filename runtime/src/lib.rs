//! The runtime of a Gridchain region: it composes pallets and holds no logic of its own.
//!
//! - [`configs`]: how each pallet is set up, a file per concern.
//! - [`apis`]: what clients can ask the state.
//! - [`genesis_presets`]: the development and the local chain.
#![cfg_attr(not(feature = "std"), no_std)]
#![recursion_limit = "512"]
#![allow(missing_docs, reason = "the macros of the runtime make items that can't be documented")]

#[cfg(feature = "std")]
include!(concat!(env!("OUT_DIR"), "/wasm_binary.rs"));

extern crate alloc;

mod answers;
pub mod apis;
#[cfg(feature = "runtime-benchmarks")]
mod benchmarks;
pub mod configs;
pub mod genesis_presets;
pub mod weights;

use alloc::{borrow::Cow, vec::Vec};
use sp_runtime::{generic, impl_opaque_keys, traits::BlakeTwo256, MultiAddress};
use sp_version::{runtime_version, RuntimeVersion};

pub use apis::RuntimeApi;
pub use configs::system::{SS58Prefix, Version};
pub use gridchain_primitives::{AccountId, Balance, BlockNumber, Hash, Nonce, Signature, TFT};

/// An address of the chain's calls.
pub type Address = MultiAddress<AccountId, ()>;
/// A block's header.
pub type Header = generic::Header<BlockNumber, BlakeTwo256>;
/// A block.
pub type Block = generic::Block<Header, UncheckedExtrinsic>;
/// A signed block.
pub type SignedBlock = generic::SignedBlock<Block>;
/// A block's id.
pub type BlockId = generic::BlockId<Block>;
/// An extrinsic as it travels.
pub type UncheckedExtrinsic =
	generic::UncheckedExtrinsic<Address, RuntimeCall, Signature, TxExtension>;
/// What is signed of an extrinsic.
pub type SignedPayload = generic::SignedPayload<RuntimeCall, TxExtension>;

/// The checks of every transaction. `CheckNodeCall` stands in the place of `CheckMortality`, whose name it
/// bears: it must come before the fee, which it decides.
pub type TxExtension = (
	frame_system::CheckNonZeroSender<Runtime>,
	frame_system::CheckSpecVersion<Runtime>,
	frame_system::CheckTxVersion<Runtime>,
	frame_system::CheckGenesis<Runtime>,
	pallet_nodes::CheckNodeCall<Runtime>,
	frame_system::CheckNonce<Runtime>,
	frame_system::CheckWeight<Runtime>,
	pallet_skip_feeless_payment::SkipCheckIfFeeless<
		Runtime,
		pallet_transaction_payment::ChargeTransactionPayment<Runtime>,
	>,
	frame_metadata_hash_extension::CheckMetadataHash<Runtime>,
	frame_system::WeightReclaim<Runtime>,
);

/// Runs blocks.
pub type Executive = frame_executive::Executive<
	Runtime,
	Block,
	frame_system::ChainContext<Runtime>,
	Runtime,
	AllPalletsWithSystem,
>;

impl_opaque_keys! {
	/// The keys by which a validator works in a session.
	pub struct SessionKeys {
		/// Writes blocks.
		pub babe: Babe,
		/// Finalizes them.
		pub grandpa: configs::consensus::Finality,
	}
}

/// The types that the node handles without knowing what is in an extrinsic.
pub mod opaque {
	use super::*;
	pub use sp_runtime::OpaqueExtrinsic as UncheckedExtrinsic;

	/// A block's header.
	pub type Header = super::Header;
	/// A block.
	pub type Block = generic::Block<Header, UncheckedExtrinsic>;
	/// A block's id.
	pub type BlockId = generic::BlockId<Block>;
}

/// The version of this runtime.
#[runtime_version]
pub const VERSION: RuntimeVersion = RuntimeVersion {
	spec_name: Cow::Borrowed("gridchain"),
	impl_name: Cow::Borrowed("gridchain"),
	authoring_version: 1,
	spec_version: 1,
	impl_version: 1,
	apis: apis::RUNTIME_API_VERSIONS,
	transaction_version: 1,
	system_version: 1,
};

/// This runtime as wasm, which every node executes. An error tells that it was built without.
#[cfg(feature = "std")]
pub fn wasm_binary() -> Result<&'static [u8], &'static str> {
	WASM_BINARY.ok_or("the runtime was built with SKIP_WASM_BUILD: build it again without")
}

// Hooks and genesis run in the order of the indices: Babe knows the slot before Session asks it whether a
// session ends; Balances exist before Session holds deposits; Session rotates before Authorship looks up who
// wrote the block. An index is never used twice.
#[frame_support::runtime]
mod runtime {
	#[runtime::runtime]
	#[runtime::derive(
		RuntimeCall,
		RuntimeEvent,
		RuntimeError,
		RuntimeOrigin,
		RuntimeFreezeReason,
		RuntimeHoldReason,
		RuntimeSlashReason,
		RuntimeLockId,
		RuntimeTask,
		RuntimeViewFunction
	)]
	pub struct Runtime;

	#[runtime::pallet_index(0)]
	pub type System = frame_system;
	#[runtime::pallet_index(1)]
	pub type Timestamp = pallet_timestamp;
	#[runtime::pallet_index(2)]
	pub type Babe = pallet_babe;
	#[runtime::pallet_index(3)]
	pub type Balances = pallet_balances;
	#[runtime::pallet_index(4)]
	pub type TransactionPayment = pallet_transaction_payment;
	#[runtime::pallet_index(5)]
	pub type SkipFeelessPayment = pallet_skip_feeless_payment;
	#[runtime::pallet_index(6)]
	pub type Session = pallet_session;
	#[runtime::pallet_index(7)]
	pub type Historical = pallet_session::historical;
	#[runtime::pallet_index(8)]
	pub type Authorship = pallet_authorship;
	#[runtime::pallet_index(9)]
	pub type Offences = pallet_offences;
	#[runtime::pallet_index(10)]
	pub type Grandpa = pallet_grandpa;
	#[runtime::pallet_index(11)]
	pub type Mmr = pallet_mmr;
	#[runtime::pallet_index(20)]
	pub type Utility = pallet_utility;
	#[runtime::pallet_index(21)]
	pub type Multisig = pallet_multisig;
	#[runtime::pallet_index(22)]
	pub type Proxy = pallet_proxy;
	#[runtime::pallet_index(23)]
	pub type Identity = pallet_identity;
	#[runtime::pallet_index(24)]
	pub type Oracle = pallet_oracle;
	#[runtime::pallet_index(25)]
	pub type Feeders = pallet_membership;
	#[runtime::pallet_index(26)]
	pub type Certifiers = pallet_membership<Instance1>;
	#[runtime::pallet_index(30)]
	pub type Sudo = pallet_sudo;

	#[runtime::pallet_index(50)]
	pub type Records = pallet_records;
	#[runtime::pallet_index(51)]
	pub type Twins = pallet_twins;
	#[runtime::pallet_index(52)]
	pub type Farms = pallet_farms;
	#[runtime::pallet_index(53)]
	pub type Nodes = pallet_nodes;
	#[runtime::pallet_index(54)]
	pub type Billing = pallet_billing;
	#[runtime::pallet_index(55)]
	pub type Deployments = pallet_deployments;
	#[runtime::pallet_index(56)]
	pub type Rewards = pallet_rewards;
	#[runtime::pallet_index(57)]
	pub type Validators = pallet_validators;
}
