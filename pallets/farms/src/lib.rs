#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod approval;
mod authorisation;
mod belongings;
mod certification;
mod handover;
mod names;
mod neighbours;
mod providers;
mod public_ips;
mod registry;
mod settling;
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
	Admission, Authorisation, Belongings, ContractIps, Deposits, Farm, FarmName, Handover, IpState,
	Ipv4Text, ProposedName, PublicIp, MAX_CONTRACT_IPS, MAX_FARM_PROVIDERS, MAX_IPV4_LENGTH,
	MAX_NAME_LENGTH, MAX_PROPOSED_NAME_LENGTH, MIN_NAME_LENGTH,
};
pub use weights::WeightInfo;

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use frame_support::{
		pallet_prelude::*,
		traits::{
			fungible::{hold, Inspect},
			Consideration, Footprint,
		},
		weights::WeightMeter,
	};
	use frame_system::pallet_prelude::*;
	use gridchain_primitives::{
		traits::{FarmRevenue, Providers, Twins},
		Balance, ContractId, FarmCertification, FarmId, Ipv4Address, NodeId, ProviderId, TwinId,
	};
	use sp_runtime::DispatchError;

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

		/// Who may vouch for farms, and withdraw public IPs that are not theirs.
		type CertifierOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Whose farms they are.
		type Twins: Twins<Self::AccountId>;

		/// What is booked for the nodes of a farm.
		type Revenue: FarmRevenue<Self::AccountId>;

		/// Who may share in the revenue of farms.
		type Providers: Providers;

		/// The runtime's reasons to hold money.
		type RuntimeHoldReason: From<HoldReason>;

		/// The currency in which the deposits are held, each for its reason: when a farm goes to another owner
		/// they are moved in it.
		type Currency: Inspect<Self::AccountId, Balance = Balance>
			+ hold::Mutate<Self::AccountId, Reason = Self::RuntimeHoldReason>;

		/// What an owner lays down for a farm: one item of a farm's greatest encoded length. The runtime holds
		/// it under [`HoldReason::FarmDeposit`].
		type FarmDeposit: Consideration<Self::AccountId, Footprint>;

		/// What an owner lays down for an authorised account: one item of an authorisation's greatest encoded
		/// length with its farm. The runtime holds it under [`HoldReason::AuthorisationDeposit`]. It also pays for the
		/// account itself, the node and its twin, which cost the node nothing.
		type AuthorisationDeposit: Consideration<Self::AccountId, Footprint>;

		/// What an owner lays down for a public IP: one item of an IP's greatest encoded length with its address.
		/// The runtime holds it under [`HoldReason::IpDeposit`].
		type IpDeposit: Consideration<Self::AccountId, Footprint>;

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
		/// The storage of a public IP.
		#[codec(index = 2)]
		IpDeposit,
	}

	/// The farms.
	///
	/// Made by `create_farm`; changed by `rename_farm`, `set_payout_account`, `approve_farm`,
	/// `disapprove_farm`, `set_farm_certification`, `offer_farm`, `withdraw_offer`, `accept_farm` and, when the
	/// owner changes, by the hook; removed by `delete_farm`.
	#[pallet::storage]
	pub type Farms<T: Config> =
		StorageMap<_, Twox64Concat, FarmId, Farm<T::AccountId, T::FarmDeposit>>;

	/// The farm of each name, in lower case.
	///
	/// Made by `create_farm`; changed by `rename_farm`; removed by `delete_farm`.
	#[pallet::storage]
	pub type FarmByName<T: Config> = StorageMap<_, Blake2_128Concat, FarmName, FarmId>;

	/// The accounts whose nodes may stand, or do stand, in farms, by both: any number of farms can authorise an
	/// account, so that none keeps another one from it. Nothing walks through those of an account, and each is paid
	/// for by a deposit.
	///
	/// Made by `authorise_node`; changed when the account's node registers and when it leaves; removed by
	/// `revoke_node`.
	#[pallet::storage]
	pub type Authorisations<T: Config> = StorageDoubleMap<
		_,
		Blake2_128Concat,
		T::AccountId,
		Twox64Concat,
		FarmId,
		Authorisation<T::AuthorisationDeposit>,
	>;

	/// What belongs to each farm, counted, and what is held for it.
	///
	/// Made by `create_farm`; changed by `authorise_node`, `revoke_node`, `add_public_ip`, `remove_public_ip`,
	/// `accept_provider`, `dismiss_provider`, and when contracts take and free IPs; removed by `delete_farm`.
	#[pallet::storage]
	pub type BelongingsOf<T: Config> = StorageMap<_, Twox64Concat, FarmId, Belongings>;

	/// The public IPs, by address.
	///
	/// Made by `add_public_ip`; changed by `remove_public_ip` of a certifier, and when contracts take and free
	/// IPs; removed by `remove_public_ip` and, once it is withdrawn, when its contract frees it.
	#[pallet::storage]
	pub type PublicIps<T: Config> =
		StorageMap<_, Blake2_128Concat, Ipv4Address, PublicIp<T::IpDeposit>>;

	/// The free IPs of each farm, in places counted from 0 without a gap.
	///
	/// Changed by `add_public_ip` and `remove_public_ip`, and when contracts take and free IPs.
	#[pallet::storage]
	pub type FreeIps<T: Config> =
		StorageDoubleMap<_, Twox64Concat, FarmId, Twox64Concat, u32, Ipv4Address>;

	/// The public IPs of each contract that has any, in the order it got them.
	///
	/// Changed when contracts take and free IPs.
	#[pallet::storage]
	pub type IpsOf<T: Config> = StorageMap<_, Twox64Concat, ContractId, ContractIps>;

	/// The providers that share in the revenue of each farm, at most 32. They need no deposit: only the farm's owner
	/// adds some, and only such as the region has approved.
	///
	/// Changed by `accept_provider` and `dismiss_provider`.
	#[pallet::storage]
	pub type ProvidersOf<T: Config> =
		StorageDoubleMap<_, Twox64Concat, FarmId, Twox64Concat, ProviderId, ()>;

	/// The farms on their way to another owner.
	///
	/// Made by `accept_farm`; changed and removed by the hook.
	#[pallet::storage]
	pub type Handovers<T: Config> = StorageMap<_, Twox64Concat, FarmId, Handover>;

	/// The farm whose turn was the last, of those on their way. Which one is next follows from it.
	///
	/// Changed by the hook.
	#[pallet::storage]
	pub type LastSettled<T: Config> = StorageValue<_, FarmId>;

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
		/// A certifier said whether it vouches for a farm.
		#[codec(index = 7)]
		CertificationSet {
			/// The farm.
			farm: FarmId,
			/// What was said before.
			before: FarmCertification,
			/// What is said from now on.
			certification: FarmCertification,
		},
		/// A farm is gone, its owner has the deposit back, and its name is free.
		#[codec(index = 8)]
		FarmDeleted {
			/// The farm.
			farm: FarmId,
			/// The twin that owned it.
			owner: TwinId,
			/// The account of that twin, which the deposit went back to.
			account: T::AccountId,
			/// The name that it had.
			name: FarmName,
		},
		/// A farm has another public IP. It is free.
		#[codec(index = 9)]
		PublicIpAdded {
			/// The farm.
			farm: FarmId,
			/// The account of its owner, which the deposit is held of.
			account: T::AccountId,
			/// The address.
			address: Ipv4Address,
			/// The length of its network's prefix in bits.
			prefix: u8,
			/// The router's address.
			gateway: Ipv4Address,
		},
		/// A public IP is not the farm's any more. Anybody can add it. Its deposit is given back.
		#[codec(index = 10)]
		PublicIpRemoved {
			/// The farm.
			farm: FarmId,
			/// The address.
			address: Ipv4Address,
			/// Whether a certifier had it removed, and not the owner.
			by_certifier: bool,
		},
		/// A certifier withdrew a public IP that a contract has. Its deposit is given back. It is removed when the
		/// contract frees it, and no other contract gets it.
		#[codec(index = 11)]
		PublicIpWithdrawn {
			/// The farm.
			farm: FarmId,
			/// The address.
			address: Ipv4Address,
			/// The contract that has it.
			contract: ContractId,
		},
		/// A contract has public IPs of a farm, beside those it had.
		#[codec(index = 12)]
		PublicIpsTaken {
			/// The farm.
			farm: FarmId,
			/// The contract.
			contract: ContractId,
			/// Their addresses.
			ips: ContractIps,
		},
		/// A contract has no public IPs any more. Those that were not withdrawn are free.
		#[codec(index = 13)]
		PublicIpsFreed {
			/// The farm.
			farm: FarmId,
			/// The contract.
			contract: ContractId,
			/// Their addresses.
			ips: ContractIps,
		},
		/// A farm may be taken over by another twin. An earlier offer of it holds no more.
		#[codec(index = 14)]
		FarmOffered {
			/// The farm.
			farm: FarmId,
			/// The twin that owns it.
			owner: TwinId,
			/// The twin that may take it over.
			to: TwinId,
		},
		/// A farm may not be taken over any more.
		#[codec(index = 15)]
		OfferWithdrawn {
			/// The farm.
			farm: FarmId,
			/// The twin that owns it.
			owner: TwinId,
			/// The twin that might have taken it over.
			to: TwinId,
		},
		/// A farm is on its way to another owner: first the revenue of its nodes is paid.
		#[codec(index = 16)]
		HandoverStarted {
			/// The farm.
			farm: FarmId,
			/// The twin that owns it still.
			from: TwinId,
			/// The twin that will own it.
			to: TwinId,
		},
		/// The booked revenue of a node was paid before its farm went to another owner.
		#[codec(index = 17)]
		RevenueSettled {
			/// The farm.
			farm: FarmId,
			/// The node.
			node: NodeId,
			/// The farm's payout account.
			account: T::AccountId,
			/// How much, in 10^-7 TFT.
			amount: Balance,
		},
		/// The booked revenue of a node could not be paid before its farm goes to another owner. It stays booked,
		/// and is paid when the farm is paid the next time.
		#[codec(index = 18)]
		RevenueNotSettled {
			/// The farm.
			farm: FarmId,
			/// The node.
			node: NodeId,
			/// The farm's payout account.
			account: T::AccountId,
			/// What was wrong.
			error: DispatchError,
		},
		/// A farm has another owner. It is paid to that owner's account from now on.
		#[codec(index = 19)]
		FarmHandedOver {
			/// The farm.
			farm: FarmId,
			/// The twin that owned it.
			from: TwinId,
			/// The twin that owns it.
			to: TwinId,
			/// The account of the new owner, which the deposits are held of from now on.
			account: T::AccountId,
			/// The deposits of the farm, its authorisations and its IPs, in 10^-7 TFT.
			deposits: Balance,
		},
		/// A farm stays with its owner, because it could not be handed over. Nobody is offered it any more.
		#[codec(index = 20)]
		HandoverFailed {
			/// The farm.
			farm: FarmId,
			/// The twin that owns it.
			owner: TwinId,
			/// The twin that would have owned it.
			to: TwinId,
			/// What was wrong.
			error: DispatchError,
		},
		/// A provider shares from now on in what the contracts that it brought bring the farm, each from its next
		/// window on.
		#[codec(index = 21)]
		ProviderAccepted {
			/// The farm.
			farm: FarmId,
			/// The provider.
			provider: ProviderId,
		},
		/// A provider shares no more in what contracts bring the farm, each from its next window on.
		#[codec(index = 22)]
		ProviderDismissed {
			/// The farm.
			farm: FarmId,
			/// The provider.
			provider: ProviderId,
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
		/// The farm is not approved, so there is no approval to take back. There is nothing more to do.
		#[codec(index = 8)]
		NotApproved,
		/// The farm has authorised the account already. There is nothing more to do: the node registers with it.
		#[codec(index = 9)]
		AlreadyAuthorised,
		/// The farm has not authorised the account. The farmer calls `authorise_node` first.
		#[codec(index = 10)]
		NotAuthorised,
		/// The account's node is registered: the authorisation and its deposit stay until the node has left its
		/// farm. Another computer needs an account of its own.
		#[codec(index = 11)]
		NodeRegistered,
		/// Every farm id has been given out (2^32 - 2). Only an upgrade of the chain helps.
		#[codec(index = 12)]
		TooManyFarms,
		/// The farm has authorised as many accounts as can be counted (2^32 - 1). Revoke some, or make
		/// another farm.
		#[codec(index = 13)]
		TooManyAuthorisations,
		/// The farm is so already. There is nothing to change.
		#[codec(index = 14)]
		NothingToChange,
		/// Accounts are authorised by the farm. Revoke them first (`revoke_node`); a registered node leaves the
		/// farm before that.
		#[codec(index = 15)]
		HasAuthorisations,
		/// The farm has public IPs. Remove them first (`remove_public_ip`); one in use goes when its contract has
		/// ended.
		#[codec(index = 16)]
		HasPublicIps,
		/// Something is booked for the farm, or still can be, which nobody would get any more. Wait for the
		/// settlement of the period in which its last node left; if a payout failed, set another payout account.
		#[codec(index = 17)]
		RevenueOutstanding,
		/// An address is not written as it should be. Write `185.206.122.31/24` with the gateway
		/// `185.206.122.1`; and leave out the prefix where a known IP is named.
		#[codec(index = 18)]
		AddressNotReadable,
		/// The prefix is out of bounds: 8 to 31. A network of one address has no place for a gateway.
		#[codec(index = 19)]
		PrefixOutOfBounds,
		/// The address or the gateway is not one of a host on the public internet: private, local, shared,
		/// reserved, or the first or last of its network. Give those that the provider has assigned.
		#[codec(index = 20)]
		AddressNotPublic,
		/// The gateway lies outside the prefix. Give the router's address in the same network: a host reaches no other.
		#[codec(index = 21)]
		GatewayOutsidePrefix,
		/// The gateway is the address itself. Name the router.
		#[codec(index = 22)]
		GatewayIsAddress,
		/// A farm has the address already: the storage item `PublicIps` tells which. If it is not that farm's, ask a
		/// certifier to remove it there.
		#[codec(index = 23)]
		AddressTaken,
		/// The farm has no such public IP. The storage item `PublicIps` tells whose it is.
		#[codec(index = 24)]
		PublicIpNotFound,
		/// A contract has the IP. It can be removed when the contract has ended.
		#[codec(index = 25)]
		PublicIpInUse,
		/// A certifier has withdrawn the IP already, and a contract has it still: it goes when that ends. The region
		/// can end a contract before its time.
		#[codec(index = 26)]
		AlreadyWithdrawn,
		/// The farm has as many public IPs as can be counted (2^32 - 1). Remove some.
		#[codec(index = 27)]
		TooManyPublicIps,
		/// The contract would have more than 16 public IPs. Ask for fewer, or spread the work over more contracts.
		#[codec(index = 28)]
		TooManyContractIps,
		/// The farm has too few free public IPs. Ask for fewer, or take a node of another farm.
		#[codec(index = 29)]
		InsufficientPublicIps,
		/// The contract has public IPs of another farm. Free these first.
		#[codec(index = 30)]
		OtherFarm,
		/// The twin owns the farm already. Offer it to another one.
		#[codec(index = 31)]
		AlreadyOwner,
		/// The twin that the farm is to go to doesn't exist. Ask who is to take it over for the number of its twin.
		#[codec(index = 32)]
		RecipientNotFound,
		/// The farm is offered to nobody, so there is no offer to withdraw. An offer that was accepted can't be
		/// withdrawn.
		#[codec(index = 33)]
		OfferNotFound,
		/// The farm is not offered to the twin that signs. Its owner calls `offer_farm` first, with this twin.
		#[codec(index = 34)]
		NotOffered,
		/// The farm is on its way to another owner. Wait for `FarmHandedOver`: that takes a few blocks.
		#[codec(index = 35)]
		HandoverRunning,
		/// There is no such provider, or the region has not approved it. Whoever it is registers with
		/// `register_provider` of Billing first, and asks the region for the approval.
		#[codec(index = 36)]
		ProviderNotApproved,
		/// The farm has accepted the provider already. There is nothing more to do.
		#[codec(index = 37)]
		ProviderAlreadyAccepted,
		/// The farm has not accepted the provider, so there is nothing to take back. The storage item `ProvidersOf`
		/// tells whom it has accepted.
		#[codec(index = 38)]
		ProviderNotAccepted,
		/// The farm has accepted 32 providers, the most there can be. Dismiss one (`dismiss_provider`).
		#[codec(index = 39)]
		TooManyProviders,
		/// The farm has accepted providers. Dismiss them first (`dismiss_provider`).
		#[codec(index = 40)]
		HasProviders,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		/// Takes farms on their way to another owner further, within 5 % of the block.
		fn on_poll(_: BlockNumberFor<T>, meter: &mut WeightMeter) {
			Self::poll(meter);
		}

		fn integrity_test() {
			assert!(Self::share_has_room(), "farms: one step doesn't fit the share of a block");
		}

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
		/// - Signed by the account of the farm's owner. `name`: as in `create_farm`. Refused while the farm is on its
		///   way to another owner, who has agreed to take it under its name.
		/// - Errors: [`Error::NotFound`], [`Error::NotOwner`], [`Error::HandoverRunning`], and those of
		///   `create_farm` about names.
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
		/// - Signed by the account of the farm's owner. Other farms may have authorised the account as well: its node
		///   names the one that it joins, so that no stranger keeps it from that.
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

		/// Takes the authorisation of `account` by the farm back, and gives the farmer the deposit back.
		///
		/// If no other farm has authorised the account, what was paid for with it goes as well: the twin that its node
		/// got when it registered, unless something stands on that, and an account with nothing on it.
		///
		/// - Signed by the account of the farm's owner. Refused while the account's node is registered with this farm:
		///   a node that deployers use doesn't vanish by surprise.
		/// - Errors: [`Error::NotFound`], [`Error::NotOwner`], [`Error::NotAuthorised`],
		///   [`Error::NodeRegistered`].
		/// - Emits [`Event::AuthorisationRevoked`].
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::revoke_node())]
		pub fn revoke_node(
			origin: OriginFor<T>,
			farm: FarmId,
			account: T::AccountId,
		) -> DispatchResult {
			let farmer = ensure_signed(origin)?;
			Self::do_revoke_node(farmer, farm, account)
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

		/// Says whether a certifier vouches for the farm: for who runs it, and for the place, the power and the
		/// internet line that its nodes share.
		///
		/// It stays when the farm gets another owner or name, until a certifier takes it back.
		///
		/// - By [`Config::CertifierOrigin`].
		/// - Errors: [`Error::NotFound`], [`Error::NothingToChange`].
		/// - Emits [`Event::CertificationSet`].
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::set_farm_certification())]
		pub fn set_farm_certification(
			origin: OriginFor<T>,
			farm: FarmId,
			certification: FarmCertification,
		) -> DispatchResult {
			T::CertifierOrigin::ensure_origin(origin)?;
			Self::do_set_certification(farm, certification)
		}

		/// Deletes a farm, and gives its deposit back.
		///
		/// Its number is never given out again; its name is free at once, and an offer of it ends.
		///
		/// - Signed by the account of the farm's owner. Refused while the farm has authorisations, public IPs or
		///   providers, is on its way to another owner, or is still to be paid something.
		/// - Errors: [`Error::NotFound`], [`Error::NotOwner`], [`Error::HandoverRunning`],
		///   [`Error::HasAuthorisations`], [`Error::HasPublicIps`], [`Error::HasProviders`],
		///   [`Error::RevenueOutstanding`].
		/// - Emits [`Event::FarmDeleted`].
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::delete_farm())]
		pub fn delete_farm(origin: OriginFor<T>, farm: FarmId) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_delete_farm(account, farm)
		}

		/// Adds a public IPv4 address to those that contracts on the farm's nodes can have.
		///
		/// A deposit is held for it. No other farm can have the address meanwhile: whoever adds one that isn't its
		/// own loses it again by a certifier.
		///
		/// - Signed by the account of the farm's owner.
		/// - `cidr`: the address with the length of its network's prefix, `185.206.122.31/24`; `gateway`: the
		///   router's address in the same network, `185.206.122.1`. Both are those of single hosts on the public
		///   internet. The prefix has 8 to 31 bits.
		/// - Errors: [`Error::NotFound`], [`Error::NotOwner`], [`Error::AddressNotReadable`],
		///   [`Error::PrefixOutOfBounds`], [`Error::AddressNotPublic`], [`Error::GatewayOutsidePrefix`],
		///   [`Error::GatewayIsAddress`], [`Error::AddressTaken`], [`Error::TooManyPublicIps`], or too little free
		///   balance for the deposit.
		/// - Emits [`Event::PublicIpAdded`].
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::add_public_ip())]
		pub fn add_public_ip(
			origin: OriginFor<T>,
			farm: FarmId,
			cidr: Ipv4Text,
			gateway: Ipv4Text,
		) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_add_public_ip(account, farm, cidr, gateway)
		}

		/// Removes a public IP, and gives its deposit back.
		///
		/// The owner can't remove one that a contract has: a workload doesn't lose its address by surprise. A
		/// certifier, who finds that it answers for another farm, withdraws it even then: the deposit goes back at
		/// once, no other contract gets it, and it goes when the contract frees it. Until then the contract and its
		/// bills stay as they are, and nobody else can add the address: of two contracts with the same address one
		/// would get the other's traffic. Its owner may cancel it, and the region can end it.
		///
		/// - Signed by the account of the farm's owner, or by [`Config::CertifierOrigin`].
		/// - `address`: without its prefix, `185.206.122.31`.
		/// - Errors: [`Error::NotFound`], [`Error::NotOwner`], [`Error::AddressNotReadable`],
		///   [`Error::PublicIpNotFound`], [`Error::PublicIpInUse`], [`Error::AlreadyWithdrawn`].
		/// - Emits [`Event::PublicIpRemoved`] or [`Event::PublicIpWithdrawn`].
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::remove_public_ip())]
		pub fn remove_public_ip(
			origin: OriginFor<T>,
			farm: FarmId,
			address: Ipv4Text,
		) -> DispatchResult {
			let account = match T::CertifierOrigin::try_origin(origin) {
				Ok(_) => None,
				Err(origin) => Some(ensure_signed(origin)?),
			};
			Self::do_remove_public_ip(account, farm, address)
		}

		/// Lets the twin `to` take the farm over, with all that belongs to it.
		///
		/// A farm goes only if both want it: nothing changes before `to` calls `accept_farm`, and until then
		/// `withdraw_offer` ends it. A farm is offered to one twin at a time; another offer replaces the first.
		///
		/// - Signed by the account of the farm's owner.
		/// - What is held of that account for the farm, its authorisations and its IPs goes along: both agree on a
		///   price for that by themselves.
		/// - Errors: [`Error::NotFound`], [`Error::NotOwner`], [`Error::HandoverRunning`],
		///   [`Error::AlreadyOwner`], [`Error::RecipientNotFound`].
		/// - Emits [`Event::FarmOffered`].
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::offer_farm())]
		pub fn offer_farm(origin: OriginFor<T>, farm: FarmId, to: TwinId) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_offer_farm(&account, farm, to)
		}

		/// Takes the offer of a farm back, before it is accepted.
		///
		/// - Signed by the account of the farm's owner.
		/// - Errors: [`Error::NotFound`], [`Error::NotOwner`], [`Error::OfferNotFound`].
		/// - Emits [`Event::OfferWithdrawn`].
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::withdraw_offer())]
		pub fn withdraw_offer(origin: OriginFor<T>, farm: FarmId) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_withdraw_offer(&account, farm)
		}

		/// Takes over a farm that was offered to the caller's twin.
		///
		/// First what is booked for its nodes is paid to the payout account that the old owner has set, a few nodes a
		/// block. Then, in one step, the caller's twin is the owner, the deposits that the old owner laid down are
		/// held of the caller's account, and the farm is paid to that. Name, approval, certification, nodes, IPs and
		/// providers stay. The old owner owns the farm until then, but can't rename, offer or delete it, nor accept
		/// more providers.
		///
		/// - Signed by the account of the twin that the farm was offered to. Beside the deposits that come along, it
		///   must have the existential deposit.
		/// - If the deposits can't be moved at the end, because they are frozen as well or the account has no
		///   existential deposit, the farm stays with its owner ([`Event::HandoverFailed`]).
		/// - Errors: [`Error::NotFound`], [`Error::TwinNotFound`], [`Error::NotOffered`].
		/// - Emits [`Event::HandoverStarted`]; later [`Event::RevenueSettled`] or [`Event::RevenueNotSettled`] for
		///   each node with revenue, and [`Event::FarmHandedOver`].
		#[pallet::call_index(13)]
		#[pallet::weight(T::WeightInfo::accept_farm())]
		pub fn accept_farm(origin: OriginFor<T>, farm: FarmId) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_accept_farm(&account, farm)
		}

		/// Lets `provider` share in what the contracts that it brings bring the farm.
		///
		/// It takes its approved share of the farm's half, in return for the deployers that it brings: so it takes the
		/// farmer's word as well as the region's. A window that is open stays as it was opened.
		///
		/// - Signed by the account of the farm's owner. At most 32 providers a farm. Refused while the farm is on its
		///   way to another owner, who has agreed to take it with those that it had.
		/// - `provider`: one that the region has approved.
		/// - Errors: [`Error::NotFound`], [`Error::NotOwner`], [`Error::HandoverRunning`],
		///   [`Error::ProviderAlreadyAccepted`], [`Error::ProviderNotApproved`], [`Error::TooManyProviders`].
		/// - Emits [`Event::ProviderAccepted`].
		#[pallet::call_index(14)]
		#[pallet::weight(T::WeightInfo::accept_provider())]
		pub fn accept_provider(
			origin: OriginFor<T>,
			farm: FarmId,
			provider: ProviderId,
		) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_accept_provider(&account, farm, provider)
		}

		/// Lets `provider` share no more in what contracts bring the farm.
		///
		/// Each contract that it brought brings the farm its whole half from its next window on.
		///
		/// - Signed by the account of the farm's owner. It doesn't matter whether the provider is still approved.
		/// - Errors: [`Error::NotFound`], [`Error::NotOwner`], [`Error::ProviderNotAccepted`].
		/// - Emits [`Event::ProviderDismissed`].
		#[pallet::call_index(15)]
		#[pallet::weight(T::WeightInfo::dismiss_provider())]
		pub fn dismiss_provider(
			origin: OriginFor<T>,
			farm: FarmId,
			provider: ProviderId,
		) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_dismiss_provider(&account, farm, provider)
		}
	}
}
