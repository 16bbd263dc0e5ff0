#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod approval;
mod authorisation;
mod names;
mod neighbours;
mod registry;
mod try_state;
mod types;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

pub use pallet::*;
pub use types::{
	Admission, Authorisation, Farm, FarmName, ProposedName, MAX_NAME_LENGTH,
	MAX_PROPOSED_NAME_LENGTH, MIN_NAME_LENGTH,
};
pub use weights::WeightInfo;

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use frame_support::{
		pallet_prelude::*,
		traits::{Consideration, Footprint},
	};
	use frame_system::pallet_prelude::*;
	use gridchain_primitives::{traits::Twins, FarmId, TwinId};

	/// The layout of what this pallet stores.
	pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// The pallet.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the pallet needs of the runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// Who may approve farms, and take the approval back: governance and certifiers.
		type ApproveOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Whose farms they are.
		type Twins: Twins<Self::AccountId>;

		/// What an owner lays down for a farm: one item of a farm's greatest encoded length. The runtime holds
		/// it under [`HoldReason::FarmDeposit`].
		type FarmDeposit: Consideration<Self::AccountId, Footprint>;

		/// What an owner lays down for an authorised account: one item of an authorisation's greatest encoded
		/// length. The runtime holds it under [`HoldReason::AuthorisationDeposit`]. It also pays for the
		/// account itself, the node and its twin, which cost the node nothing.
		type AuthorisationDeposit: Consideration<Self::AccountId, Footprint>;

		/// What the calls cost.
		type WeightInfo: WeightInfo;
	}

	/// Why money is held.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The storage of a farm.
		#[codec(index = 0)]
		FarmDeposit,
		/// The storage that an authorised account takes.
		#[codec(index = 1)]
		AuthorisationDeposit,
	}

	/// The farms.
	///
	/// Made by `create_farm`; changed by `rename_farm`, `set_payout_account`, `approve_farm` and
	/// `disapprove_farm`.
	#[pallet::storage]
	pub type Farms<T: Config> =
		StorageMap<_, Twox64Concat, FarmId, Farm<T::AccountId, T::FarmDeposit>>;

	/// The farm of each name, in lower case.
	///
	/// Made by `create_farm`; changed by `rename_farm`.
	#[pallet::storage]
	pub type FarmByName<T: Config> = StorageMap<_, Blake2_128Concat, FarmName, FarmId>;

	/// The accounts whose nodes may stand, or do stand, in a farm.
	///
	/// Made by `authorise_node`; changed when the account's node registers; removed by `revoke_node`. No call
	/// lets a registered node leave yet.
	#[pallet::storage]
	pub type Authorisations<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, Authorisation<T::AuthorisationDeposit>>;

	/// How many accounts each farm has authorised, with a node or without. Without an entry: none.
	///
	/// Changed by `authorise_node` and `revoke_node`.
	#[pallet::storage]
	pub type AuthorisedNodes<T: Config> = StorageMap<_, Twox64Concat, FarmId, u32>;

	/// The first id: they count from 1.
	#[pallet::type_value]
	pub fn FirstFarmId() -> FarmId {
		FarmId(1)
	}

	/// The id of the next farm.
	///
	/// Changed by `create_farm`.
	#[pallet::storage]
	pub type NextFarmId<T: Config> = StorageValue<_, FarmId, ValueQuery, FirstFarmId>;

	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A farm was made. It is not approved yet.
		#[codec(index = 0)]
		FarmCreated {
			/// The farm.
			farm: FarmId,
			/// The twin that owns it.
			owner: TwinId,
			/// The account of that twin, which the deposit is held of.
			account: T::AccountId,
			/// Its name.
			name: FarmName,
		},
		/// A farm has another name.
		#[codec(index = 1)]
		FarmRenamed {
			/// The farm.
			farm: FarmId,
			/// Its name before.
			from: FarmName,
			/// Its name from now on.
			to: FarmName,
		},
		/// A farm is paid to another account from now on.
		#[codec(index = 2)]
		PayoutAccountSet {
			/// The farm.
			farm: FarmId,
			/// The account; `None` for the one of its owner.
			account: Option<T::AccountId>,
		},
		/// A farmer authorised an account to bring a node into its farm.
		#[codec(index = 3)]
		NodeAuthorised {
			/// The farm.
			farm: FarmId,
			/// The node's account.
			account: T::AccountId,
			/// The farmer's account, which the deposit is held of.
			farmer: T::AccountId,
		},
		/// A farmer took an authorisation back, and has its deposit back.
		#[codec(index = 4)]
		AuthorisationRevoked {
			/// The farm.
			farm: FarmId,
			/// The account that may not bring a node any more.
			account: T::AccountId,
			/// The farmer's account, which the deposit went back to.
			farmer: T::AccountId,
		},
		/// The nodes of a farm earn rewards from now on.
		#[codec(index = 5)]
		FarmApproved {
			/// The farm.
			farm: FarmId,
		},
		/// The nodes of a farm earn no rewards any more.
		#[codec(index = 6)]
		FarmDisapproved {
			/// The farm.
			farm: FarmId,
		},
	}

	/// Why a call was refused.
	#[pallet::error]
	pub enum Error<T> {
		/// There is no such farm. `create_farm` makes one.
		#[codec(index = 0)]
		NotFound,
		/// The account has no twin, and only twins own farms. Call `accept_terms` and `create_twin` of Twins
		/// first.
		#[codec(index = 1)]
		TwinNotFound,
		/// The farm belongs to another twin. Sign with the account of its owner.
		#[codec(index = 2)]
		NotOwner,
		/// The name has fewer than 3 characters. Choose one of 3 to 40.
		#[codec(index = 3)]
		NameTooShort,
		/// The name has more than 40 characters. Choose one of 3 to 40.
		#[codec(index = 4)]
		NameTooLong,
		/// The name has a character that is not a letter from A to Z or a to z, a digit, a hyphen or an
		/// underscore. Leave it out.
		#[codec(index = 5)]
		ForbiddenCharacter,
		/// Another farm has the name, perhaps with other capitals. Choose another one.
		#[codec(index = 6)]
		NameTaken,
		/// The farm is approved already, so its nodes earn. There is nothing more to do.
		#[codec(index = 7)]
		AlreadyApproved,
		/// The farm is not approved, so there is no approval to take back.
		#[codec(index = 8)]
		NotApproved,
		/// A farm has authorised the account already, this one or another. That farm revokes it first, or the
		/// node uses a new account.
		#[codec(index = 9)]
		AlreadyAuthorised,
		/// No farm has authorised the account. The farmer calls `authorise_node` first.
		#[codec(index = 10)]
		NotAuthorised,
		/// The account's node is registered, and no call lets a node leave its farm yet: the authorisation and
		/// its deposit stay as long. Another computer needs an account of its own.
		#[codec(index = 11)]
		NodeRegistered,
		/// Every farm id has been given out (2^32 - 2). Only an upgrade of the chain helps.
		#[codec(index = 12)]
		TooManyFarms,
		/// The farm has authorised as many accounts as can be counted (2^32 - 1). Revoke some, or make
		/// another farm.
		#[codec(index = 13)]
		TooManyAuthorisations,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Makes a farm that the caller's twin owns.
		///
		/// A deposit is held for it. Its nodes earn rewards once the region has approved it; deployers can
		/// rent them before that.
		///
		/// - Signed by the account of a twin.
		/// - `name`: 3 to 40 letters (A to Z, a to z), digits, hyphens and underscores. No other farm may have
		///   it, with whatever capitals: farms that read the same would deceive deployers.
		/// - Errors: [`Error::TwinNotFound`], [`Error::NameTooShort`], [`Error::NameTooLong`],
		///   [`Error::ForbiddenCharacter`], [`Error::NameTaken`], [`Error::TooManyFarms`], or too little free
		///   balance for the deposit.
		/// - Emits [`Event::FarmCreated`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::create_farm())]
		pub fn create_farm(origin: OriginFor<T>, name: ProposedName) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_create_farm(account, name)
		}

		/// Gives a farm another name, and frees the one it had.
		///
		/// The farm stays what it is: its number, its nodes and its approval don't change. Other capitals of
		/// its own name are another name, too.
		///
		/// - Signed by the account of the farm's owner. `name`: as in `create_farm`.
		/// - Errors: [`Error::NotFound`], [`Error::NotOwner`], and those of `create_farm` about names.
		/// - Emits [`Event::FarmRenamed`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::rename_farm())]
		pub fn rename_farm(
			origin: OriginFor<T>,
			farm: FarmId,
			name: ProposedName,
		) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_rename_farm(&account, farm, name)
		}

		/// Has the farm paid to `account` from now on, or to its owner's account when none is given.
		///
		/// What counts is the account at the moment of a payout, also for what was earned before.
		///
		/// - Signed by the account of the farm's owner. `account` need not agree, nor exist.
		/// - Errors: [`Error::NotFound`], [`Error::NotOwner`].
		/// - Emits [`Event::PayoutAccountSet`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::set_payout_account())]
		pub fn set_payout_account(
			origin: OriginFor<T>,
			farm: FarmId,
			account: Option<T::AccountId>,
		) -> DispatchResult {
			let owner = ensure_signed(origin)?;
			Self::do_set_payout_account(&owner, farm, account)
		}

		/// Lets the node of `account` join the farm.
		///
		/// This is the farmer's consent: no node joins a farm that doesn't want it. A deposit is held of the
		/// farmer, and `account` exists from now on even with nothing on it, so that the node needs no money.
		///
		/// - Signed by the account of the farm's owner. One farm at a time authorises an account.
		/// - Errors: [`Error::NotFound`], [`Error::NotOwner`], [`Error::AlreadyAuthorised`],
		///   [`Error::TooManyAuthorisations`], or too little free balance for the deposit.
		/// - Emits [`Event::NodeAuthorised`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::authorise_node())]
		pub fn authorise_node(
			origin: OriginFor<T>,
			farm: FarmId,
			account: T::AccountId,
		) -> DispatchResult {
			let farmer = ensure_signed(origin)?;
			Self::do_authorise_node(farmer, farm, account)
		}

		/// Takes the authorisation of `account` back, and gives the farmer the deposit back.
		///
		/// An account with nothing on it ceases to exist.
		///
		/// - Signed by the account of the farm's owner. Refused while the account's node is registered: a node
		///   that deployers use doesn't vanish by surprise.
		/// - Errors: [`Error::NotAuthorised`], [`Error::NotOwner`], [`Error::NodeRegistered`].
		/// - Emits [`Event::AuthorisationRevoked`].
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::revoke_node())]
		pub fn revoke_node(origin: OriginFor<T>, account: T::AccountId) -> DispatchResult {
			let farmer = ensure_signed(origin)?;
			Self::do_revoke_node(farmer, account)
		}

		/// Lets the nodes of the farm earn rewards.
		///
		/// What counts for a period is whether the farm is approved when the period is settled.
		///
		/// - By [`Config::ApproveOrigin`].
		/// - Errors: [`Error::NotFound`], [`Error::AlreadyApproved`].
		/// - Emits [`Event::FarmApproved`].
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::approve_farm())]
		pub fn approve_farm(origin: OriginFor<T>, farm: FarmId) -> DispatchResult {
			T::ApproveOrigin::ensure_origin(origin)?;
			Self::do_approve_farm(farm)
		}

		/// Lets the nodes of the farm earn no rewards any more. Deployers can rent them still, and the farm
		/// gets its share of that.
		///
		/// - By [`Config::ApproveOrigin`].
		/// - Errors: [`Error::NotFound`], [`Error::NotApproved`].
		/// - Emits [`Event::FarmDisapproved`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::disapprove_farm())]
		pub fn disapprove_farm(origin: OriginFor<T>, farm: FarmId) -> DispatchResult {
			T::ApproveOrigin::ensure_origin(origin)?;
			Self::do_disapprove_farm(farm)
		}
	}
}
