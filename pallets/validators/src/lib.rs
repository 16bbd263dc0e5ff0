#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod epoch;
mod identification;
mod keys;
mod offences;
mod sessions;
mod try_state;
mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

pub use epoch::EpochDuration;
pub use identification::FullIdentificationOf;
pub use pallet::*;
pub use types::Offender;
pub use weights::WeightInfo;

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use core::marker::PhantomData;
	use frame_support::pallet_prelude::*;
	use frame_system::pallet_prelude::*;
	use sp_runtime::Perbill;
	use sp_staking::SessionIndex;

	/// The layout of what this pallet stores.
	pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// Slots of an epoch, unless genesis says otherwise: one hour.
	pub const DEFAULT_EPOCH_LENGTH: u32 = 600;

	/// The pallet.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the pallet needs of the runtime.
	#[pallet::config]
	pub trait Config:
		frame_system::Config<RuntimeEvent: From<Event<Self>>>
		+ pallet_session::Config<ValidatorId = <Self as frame_system::Config>::AccountId>
		+ pallet_session::historical::Config<FullIdentification = ()>
	{
		/// How many validators there can be. No more than the authorities that BABE and GRANDPA can have, which
		/// would drop the rest.
		#[pallet::constant]
		type MaxValidators: Get<u32>;

		/// For how many blocks an offence can be reported. Roots of sessions that are older prove nothing any
		/// more and are removed.
		#[pallet::constant]
		type ReportLongevity: Get<u64>;

		/// What the call, an offence, the planning and the start of a session cost.
		type WeightInfo: WeightInfo;
	}

	/// The region's validators, in the order of their accounts.
	///
	/// Written by the genesis of the session pallet, from all accounts that have session keys there.
	#[pallet::storage]
	pub type Validators<T: Config> =
		StorageValue<_, BoundedVec<T::AccountId, T::MaxValidators>, ValueQuery>;

	/// A hash over the set that was last planned and the keys of its members.
	///
	/// Written at genesis, and by the planning of a session in which either has changed.
	#[pallet::storage]
	pub type PlannedSet<T: Config> = StorageValue<_, T::Hash, OptionQuery>;

	/// How many slots an epoch, and thereby a session, has. Never zero.
	///
	/// Written by genesis alone. Whitelisted in benchmarks: it is hot, BABE reads it in every block.
	#[pallet::storage]
	#[pallet::whitelist_storage]
	pub type EpochLength<T: Config> = StorageValue<_, u32, ValueQuery, DefaultEpochLength>;

	/// The length of an epoch where genesis has not written one.
	#[pallet::type_value]
	pub fn DefaultEpochLength() -> u32 {
		DEFAULT_EPOCH_LENGTH
	}

	/// Who is known to have broken the rules. While in the set, they are disabled at every session's start.
	///
	/// Written by each offence that is reported. Only who has been in a session can be proven guilty, so there
	/// is at most one entry for each account that was ever a validator.
	#[pallet::storage]
	pub type Offenders<T: Config> = StorageMap<_, Twox64Concat, T::AccountId, Offender>;

	/// The length of an epoch. The set itself is what `session.keys` names.
	#[pallet::genesis_config]
	pub struct GenesisConfig<T: Config> {
		/// Slots of an epoch, at least 1. It never changes afterwards.
		pub epoch_length: u32,
		/// Nothing; a genesis configuration names its runtime.
		#[serde(skip)]
		pub _config: PhantomData<T>,
	}

	impl<T: Config> Default for GenesisConfig<T> {
		fn default() -> Self {
			Self { epoch_length: DEFAULT_EPOCH_LENGTH, _config: PhantomData }
		}
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			assert!(self.epoch_length > 0, "validators.epochLength must be at least 1 slot");
			EpochLength::<T>::put(self.epoch_length);
		}
	}

	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A validator was proven to have broken the rules.
		#[codec(index = 0)]
		Offended {
			/// Who.
			validator: T::AccountId,
			/// The session in which it did.
			session: SessionIndex,
			/// How grave it is: the part of a bond that such an offence is worth.
			slash_fraction: Perbill,
			/// How many reports there are of this validator, with this one.
			reports: u32,
			/// Whether it is kept from writing blocks now. It isn't if it is not in the set, or if too many of
			/// the set are disabled already.
			disabled: bool,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// The account is in the set of validators, or works with these keys in the running or the next session.
		/// Leave the set first, and wait for two sessions.
		#[codec(index = 0)]
		InSet,
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Removes the signer's session keys, and gives back the deposit that `session.set_keys` holds.
		///
		/// The session pallet's own `purge_keys` is refused on this chain: a set whose last member has purged
		/// its keys would stop it.
		///
		/// - Signed by the account that has set the keys.
		/// - Fails with [`Error::InSet`] for a validator, and with the session pallet's `NoKeys` if there are
		///   none.
		#[pallet::call_index(0)]
		#[pallet::weight(<T as Config>::WeightInfo::withdraw_keys())]
		pub fn withdraw_keys(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_keys(&who)
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		#[cfg(feature = "try-runtime")]
		fn try_state(_block: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
