//! Weights of the SDK's pallets that are measured beside our own, in the same run. `scripts/weights.sh` measures each
//! that has a file here.

pub mod frame_system;
pub mod frame_system_extensions;
pub mod pallet_babe;
pub mod pallet_balances;
pub mod pallet_grandpa;
pub mod pallet_identity;
pub mod pallet_membership;
pub mod pallet_mmr;
pub mod pallet_multisig;
pub mod pallet_oracle;
pub mod pallet_proxy;
pub mod pallet_session;
pub mod pallet_sudo;
pub mod pallet_timestamp;
pub mod pallet_transaction_payment;
pub mod pallet_utility;
pub mod runtime_hooks;

/// What a file here implements, where that isn't the `WeightInfo` of a crate with the file's name.
mod interfaces {
	pub mod frame_system_extensions {
		pub use ::frame_system::ExtensionsWeightInfo as WeightInfo;
	}

	pub mod runtime_hooks {
		use frame_support::weights::Weight;

		/// What hooks of the SDK's pallets weigh, which say nothing of it or not the truth.
		pub trait WeightInfo {
			/// In each block, those of BABE, GRANDPA, sessions, authors and fees, with `n` validators.
			fn each_block(n: u32) -> Weight;
			/// Those of sessions where one begins, with `n` validators. The block declares itself full instead.
			fn rotate_session(n: u32) -> Weight;
		}
	}
}

pub use interfaces::runtime_hooks::WeightInfo as RuntimeHooks;
