#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod closing;
mod noting;
mod try_state;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

pub use pallet::*;
pub use weights::WeightInfo;

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use alloc::vec::Vec;
	use frame_support::pallet_prelude::*;
	use frame_system::pallet_prelude::*;
	use gridchain_primitives::Record;

	/// The layout of what this pallet stores.
	pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// The pallet.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the pallet needs of the runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config {
		/// What closing a block costs.
		type WeightInfo: WeightInfo;
	}

	/// The records of the block that is being executed, in the order in which they were noted.
	///
	/// Appended to by `Records::note`; taken out by `on_finalize`. It never reaches the state of a finished
	/// block, so its only bound is the weight that each record has in its block.
	///
	/// Whitelisted in benchmarks: every block asks once whether there is a list, and it lives in memory.
	#[pallet::storage]
	#[pallet::unbounded]
	#[pallet::whitelist_storage]
	pub type List<T: Config> = StorageValue<_, Vec<Record<T::AccountId>>, ValueQuery>;

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		/// Accounts for what `on_finalize` costs without any record. Whoever notes one accounts for it.
		fn on_initialize(_block: BlockNumberFor<T>) -> Weight {
			T::WeightInfo::on_finalize(0)
		}

		/// Closes the list. While a migration of this pallet isn't done, the list waits.
		fn on_finalize(_block: BlockNumberFor<T>) {
			if Self::on_chain_storage_version() == STORAGE_VERSION {
				Self::close();
			}
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_block: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
