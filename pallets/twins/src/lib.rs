#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod handover;
mod identity;
mod neighbours;
mod terms;
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
pub use types::{Acceptance, PublicKey, Relay, Twin, MAX_PUBLIC_KEY_LENGTH, MAX_RELAY_LENGTH};
pub use weights::WeightInfo;

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use frame_support::{
		pallet_prelude::*,
		traits::{Consideration, Footprint, UnixTime},
	};
	use frame_system::pallet_prelude::*;
	use gridchain_primitives::{traits::TwinHandover, Time, TwinId};
	use sp_core::H256;

	/// The layout of what this pallet stores.
	pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// The pallet.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// What the pallet needs of the runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// Who may replace the terms of use.
		type TermsOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// What an account lays down for its twin, from the acceptance of the terms on. The footprint is one
		/// item of a twin's greatest encoded length. The runtime holds it under
		/// [`HoldReason::TwinDeposit`].
		type Deposit: Consideration<Self::AccountId, Footprint>;

		/// Moves what our pallets hold of a twin's account, when the twin goes to another.
		type Handover: TwinHandover<Self::AccountId>;

		/// The chain's time.
		type Clock: UnixTime;

		/// What the calls cost.
		type WeightInfo: WeightInfo;
	}

	/// Why money is held.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The storage of a twin, or of the acceptance that comes before it.
		#[codec(index = 0)]
		TwinDeposit,
	}

	/// The hash of the terms of use in force. While there are none, nobody can accept any.
	///
	/// Set at genesis; changed by `set_terms`.
	#[pallet::storage]
	pub type Terms<T: Config> = StorageValue<_, H256>;

	/// Who has accepted which terms, of the accounts without a twin.
	///
	/// Made and changed by `accept_terms`; removed by `withdraw_acceptance`, and by whatever makes the
	/// account's twin, into which it moves: `create_twin`, `accept_twin`, or the registration of the account's
	/// node.
	#[pallet::storage]
	pub type Acceptances<T: Config> =
		StorageMap<_, Blake2_128Concat, T::AccountId, Acceptance<T::Deposit>>;

	/// The twins.
	///
	/// Made by `create_twin` and by the registration of a node; changed by `update_twin`, `accept_terms`,
	/// `offer_twin`, `withdraw_offer` and `accept_twin`; removed by `delete_twin`, a node's also when its authorisation
	/// is revoked.
	#[pallet::storage]
	pub type Twins<T: Config> = StorageMap<_, Twox64Concat, TwinId, Twin<T::AccountId, T::Deposit>>;

	/// The twin of each account that has one.
	///
	/// Made with the twin; changed by `accept_twin`; removed with the twin.
	#[pallet::storage]
	pub type TwinOf<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, TwinId>;

	/// How many farms, nodes and contracts stand on each twin. A twin in use can't go. Without an entry: none.
	///
	/// Changed by the pallets that use a twin, when they begin and when they end to.
	#[pallet::storage]
	pub type Uses<T: Config> = StorageMap<_, Twox64Concat, TwinId, u32>;

	/// The first id: they count from 1.
	#[pallet::type_value]
	pub fn FirstTwinId() -> TwinId {
		TwinId(1)
	}

	/// The id of the next twin.
	///
	/// Changed whenever a twin is made.
	#[pallet::storage]
	pub type NextTwinId<T: Config> = StorageValue<_, TwinId, ValueQuery, FirstTwinId>;

	/// What the chain begins with.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// The hash of the first terms of use; `None` if they are to be set later.
		pub terms: Option<H256>,
		#[doc(hidden)]
		#[serde(skip)]
		pub _config: core::marker::PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			Terms::<T>::set(self.terms);
		}
	}

	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// New terms of use are in force. Twins made before keep what they accepted.
		#[codec(index = 0)]
		TermsSet {
			/// The hash of the terms before, if there were any.
			previous: Option<H256>,
			/// The hash of the terms in force from now on.
			terms: H256,
		},
		/// An account accepted the terms of use.
		#[codec(index = 1)]
		TermsAccepted {
			/// The account.
			account: T::AccountId,
			/// Its twin, if it has one already.
			twin: Option<TwinId>,
			/// The hash of the terms.
			terms: H256,
			/// When.
			at: Time,
		},
		/// An account without a twin withdrew its acceptance, and has its deposit back.
		#[codec(index = 2)]
		AcceptanceWithdrawn {
			/// The account.
			account: T::AccountId,
			/// The hash of the terms it had accepted.
			terms: H256,
		},
		/// A twin was made.
		#[codec(index = 3)]
		TwinCreated {
			/// The twin.
			twin: TwinId,
			/// Its account.
			account: T::AccountId,
			/// Where messages to it are sent.
			relay: Option<Relay>,
			/// The key that messages to it are encrypted for.
			public_key: Option<PublicKey>,
			/// The hash of the terms it accepted; `None` for a node's twin.
			terms: Option<H256>,
		},
		/// A twin's relay or key, or both, are these from now on.
		#[codec(index = 4)]
		TwinUpdated {
			/// The twin.
			twin: TwinId,
			/// Its account.
			account: T::AccountId,
			/// Where messages to it are sent.
			relay: Option<Relay>,
			/// The key that messages to it are encrypted for.
			public_key: Option<PublicKey>,
		},
		/// A twin may be taken over by another account. An earlier offer of it holds no more.
		#[codec(index = 5)]
		TwinOffered {
			/// The twin.
			twin: TwinId,
			/// Its account.
			account: T::AccountId,
			/// The account that may take it over.
			to: T::AccountId,
		},
		/// A twin may not be taken over any more.
		#[codec(index = 6)]
		OfferWithdrawn {
			/// The twin.
			twin: TwinId,
			/// Its account.
			account: T::AccountId,
			/// The account that might have taken it over.
			to: T::AccountId,
		},
		/// A twin is another account's, with all that stands on it and all that is held for it.
		#[codec(index = 7)]
		TwinHandedOver {
			/// The twin.
			twin: TwinId,
			/// Its account until now.
			from: T::AccountId,
			/// Its account from now on.
			to: T::AccountId,
			/// The hash of the terms that the new account accepted.
			terms: H256,
		},
		/// A twin is gone, and its account has the deposit back, if one was held.
		#[codec(index = 8)]
		TwinDeleted {
			/// The twin.
			twin: TwinId,
			/// The account that it was of.
			account: T::AccountId,
		},
	}

	/// Why a call was refused.
	#[pallet::error]
	pub enum Error<T> {
		/// The hash is not that of the terms in force. The storage item `Terms` has their hash: read those
		/// terms, and accept them. If it is empty, the region has not set any yet.
		#[codec(index = 0)]
		TermsNotInForce,
		/// The account has accepted the terms in force already. There is nothing more to do.
		#[codec(index = 1)]
		AlreadyAccepted,
		/// The account has not accepted the terms in force: it never has, or they have changed since. Call
		/// `accept_terms` first.
		#[codec(index = 2)]
		TermsNotAccepted,
		/// The account has no acceptance that waits for a twin, so there is none to withdraw. What a twin has
		/// accepted goes only with the twin.
		#[codec(index = 3)]
		AcceptanceNotFound,
		/// The account has a twin already: one account, one twin. `update_twin` changes it. An account that is to
		/// take over another twin deletes its own first (`delete_twin`).
		#[codec(index = 4)]
		AlreadyExists,
		/// There is no such twin, or the account has none. `create_twin` makes one.
		#[codec(index = 5)]
		NotFound,
		/// The relay is empty, or has a byte that is not a visible ASCII character. Give the relay's host name,
		/// or nothing for no relay.
		#[codec(index = 6)]
		MalformedRelay,
		/// The public key is empty. Give the key's bytes, or nothing for no key.
		#[codec(index = 7)]
		EmptyPublicKey,
		/// As many things stand on the twin as can be counted (2^32 - 1). End some of them, or use another twin.
		#[codec(index = 8)]
		TooManyUses,
		/// Every twin id has been given out (2^32 - 2). Only an upgrade of the chain helps.
		#[codec(index = 9)]
		TooManyTwins,
		/// The twin is not offered to the account that signs. The twin's account calls `offer_twin` first, with
		/// this account.
		#[codec(index = 10)]
		NotOffered,
		/// The twin is offered to nobody, so there is no offer to withdraw. There is nothing more to do.
		#[codec(index = 11)]
		OfferNotFound,
		/// Something stands on the twin: a farm, node, contract, stake or provider of its own, or a service that it
		/// offers or has approved. End it first, or offer the twin to another account (`offer_twin`). A node's twin is
		/// free again when the node has left its farm.
		#[codec(index = 12)]
		InUse,
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
		/// Accepts the region's terms of use, of which `terms` is the hash.
		///
		/// It must be the hash of the terms in force, so that nobody accepts terms it hasn't seen. From here on
		/// a deposit is held for the twin that is to come; it moves into the twin when that is made. When the
		/// terms change, the call accepts the new ones, at no further deposit: before `create_twin` one has to,
		/// a twin that exists may.
		///
		/// - Signed by the account that accepts. A node's twin has no deposit, so its account lays it down here.
		/// - Errors: [`Error::TermsNotInForce`], [`Error::AlreadyAccepted`], or too little free balance for the
		///   deposit.
		/// - Emits [`Event::TermsAccepted`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::accept_terms())]
		pub fn accept_terms(origin: OriginFor<T>, terms: H256) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_accept_terms(account, terms)
		}

		/// Withdraws an acceptance that no twin was made of, and gives the deposit back.
		///
		/// So nobody has to accept new terms to get back what it laid down under the old ones.
		///
		/// - Signed by the account that accepted.
		/// - Errors: [`Error::AcceptanceNotFound`].
		/// - Emits [`Event::AcceptanceWithdrawn`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::withdraw_acceptance())]
		pub fn withdraw_acceptance(origin: OriginFor<T>) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_withdraw_acceptance(account)
		}

		/// Makes the account's twin.
		///
		/// A twin is one account's identity, by number: farms, nodes and contracts belong to twins. The
		/// deposit is the one that `accept_terms` took.
		///
		/// - Signed by an account that has accepted the terms in force and has no twin.
		/// - `relay`: where messages to the twin are sent; a host name of at most 255 visible ASCII characters.
		/// - `public_key`: the key that messages to the twin are encrypted for; at most 128 bytes.
		/// - Errors: [`Error::AlreadyExists`], [`Error::TermsNotAccepted`], [`Error::MalformedRelay`],
		///   [`Error::EmptyPublicKey`], [`Error::TooManyTwins`].
		/// - Emits [`Event::TwinCreated`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::create_twin())]
		pub fn create_twin(
			origin: OriginFor<T>,
			relay: Option<Relay>,
			public_key: Option<PublicKey>,
		) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_create_twin(account, relay, public_key)
		}

		/// Replaces the twin's relay and public key, both: what is not given is removed.
		///
		/// - Signed by the twin's account. Limits as in `create_twin`.
		/// - Errors: [`Error::NotFound`], [`Error::MalformedRelay`], [`Error::EmptyPublicKey`].
		/// - Emits [`Event::TwinUpdated`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::update_twin())]
		pub fn update_twin(
			origin: OriginFor<T>,
			relay: Option<Relay>,
			public_key: Option<PublicKey>,
		) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_update_twin(account, relay, public_key)
		}

		/// Puts other terms of use in force, of which `terms` is the hash.
		///
		/// They bind who makes a twin from now on. Twins that exist keep what they accepted, until their
		/// accounts accept the new terms.
		///
		/// - By [`Config::TermsOrigin`].
		/// - Errors: none but a wrong origin.
		/// - Emits [`Event::TermsSet`].
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::set_terms())]
		pub fn set_terms(origin: OriginFor<T>, terms: H256) -> DispatchResult {
			T::TermsOrigin::ensure_origin(origin)?;
			Self::do_set_terms(terms)
		}

		/// Lets the account `to` take the caller's twin over, with all that stands on it.
		///
		/// A twin goes only if both accounts want it: nothing changes before `to` calls `accept_twin`, and until
		/// then `withdraw_offer` ends it. A twin is offered to one account at a time; another offer replaces the
		/// first.
		///
		/// - Signed by the twin's account. `to` has no twin.
		/// - What is held of the twin's account for any of its things goes along to `to`: both agree on a price for
		///   that by themselves.
		/// - Errors: [`Error::NotFound`], [`Error::AlreadyExists`].
		/// - Emits [`Event::TwinOffered`].
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::offer_twin())]
		pub fn offer_twin(origin: OriginFor<T>, to: T::AccountId) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_offer_twin(account, to)
		}

		/// Takes the offer of the caller's twin back.
		///
		/// - Signed by the twin's account.
		/// - Errors: [`Error::NotFound`], [`Error::OfferNotFound`].
		/// - Emits [`Event::OfferWithdrawn`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::withdraw_offer())]
		pub fn withdraw_offer(origin: OriginFor<T>) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_withdraw_offer(account)
		}

		/// Takes over the twin that was offered to the caller: its farms and contracts are the caller's from now
		/// on, and what is held for them is held of the caller.
		///
		/// The deposits and reserves that the old account laid down move along, so the caller needs no money for
		/// them. Its own acceptance becomes the twin's, as in `create_twin`; the deposit of the twin that the old
		/// account laid down becomes the caller's free money. All of it happens or nothing does.
		///
		/// - Signed by the account that the twin was offered to, which has no twin and has accepted the terms in
		///   force.
		/// - Errors: [`Error::NotFound`], [`Error::NotOffered`], [`Error::AlreadyExists`],
		///   [`Error::TermsNotAccepted`]; or `Frozen` where money that is held of the old account is also frozen:
		///   the old account ends that first.
		/// - Emits [`Event::TwinHandedOver`].
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::accept_twin())]
		pub fn accept_twin(origin: OriginFor<T>, twin: TwinId) -> DispatchResult {
			let to = ensure_signed(origin)?;
			Self::do_accept_twin(to, twin)
		}

		/// Deletes the caller's twin, and gives its deposit back.
		///
		/// Its number is never given out again, and an offer of it ends. A node's twin, which has no deposit, can
		/// be deleted when the node has left its farm; else it goes when the farmer revokes the authorisation.
		///
		/// - Signed by the twin's account. Refused while a farm, node, contract, stake or provider of its own, or a
		///   service that it offers or has approved, stands on it.
		/// - Errors: [`Error::NotFound`], [`Error::InUse`].
		/// - Emits [`Event::TwinDeleted`].
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::delete_twin())]
		pub fn delete_twin(origin: OriginFor<T>) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_delete_twin(account)
		}
	}
}
