#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod delivery;
mod deployment;
mod ending;
mod feeless;
mod name;
mod provider;
mod quoting;
mod rent;
mod service;
mod suspension;
mod try_state;
mod types;
mod update;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

pub use pallet::*;
#[cfg(feature = "runtime-benchmarks")]
pub use types::BenchmarkHelper;
pub use types::{
	Contract, ContractKind, Label, Name, Note, ProposedName, Rent, Service, ServiceState,
	ServiceTerms, Spec, Standing, Workload, WorkloadState, MAX_NAME_LENGTH, MAX_NOTE_LENGTH,
	MAX_PROPOSED_NAME_LENGTH, MAX_PUBLIC_IPS, MAX_SPEC_LENGTH, MIN_NAME_LENGTH,
};
pub use weights::WeightInfo;

#[frame_support::pallet]
pub mod pallet {
	use super::{
		deployment::Order,
		update::{most_ips_moved, Change},
		*,
	};
	use frame_support::{
		pallet_prelude::*,
		traits::{fungible, Consideration, Footprint, UnixTime},
	};
	use frame_system::pallet_prelude::*;
	use gridchain_primitives::{
		traits::{Capacity, Farms, PriceFeed, Providers, Records, Twins, Windows},
		Balance, Bytes, CloudUnits, ContractId, EndReason, NodeId, Price, ProviderId, Resources,
		Seconds, Time, TwinId, Usd,
	};
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
		/// Who may end a contract of somebody else.
		type GovernanceOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Whose the contracts are.
		type Twins: Twins<Self::AccountId>;

		/// Whose the public IPs are.
		type Farms: Farms<Self::AccountId>;

		/// What the nodes have to sell.
		type Capacity: Capacity<Self::AccountId>;

		/// What contracts cost.
		type Windows: Windows;

		/// Who brings owners and shares in what their contracts bring in.
		type Providers: Providers;

		/// The token, in which services are paid.
		type Currency: fungible::Mutate<Self::AccountId, Balance = Balance>;

		/// The price at which services are paid.
		type PriceFeed: PriceFeed;

		/// The chain's history. A call that changes or ends a contract has it billed, and pays for the record
		/// of that bill.
		type Records: Records<Self::AccountId>;

		/// What an owner lays down for the storage of a contract. The footprint is one item of the greatest
		/// encoded length of a contract, for a workload with its spec and for a name with its index, whatever
		/// their real length, so that an update moves no deposit. The runtime holds it under
		/// [`HoldReason::ContractDeposit`].
		type Deposit: Consideration<Self::AccountId, Footprint>;

		/// What a provider lays down for the storage of a service. The footprint is one item of its greatest
		/// encoded length with its two entries in lists. The runtime holds it under
		/// [`HoldReason::ServiceDeposit`].
		type ServiceDeposit: Consideration<Self::AccountId, Footprint>;

		/// The chain's time.
		type Clock: UnixTime;

		/// What the calls cost.
		type WeightInfo: WeightInfo;

		/// Sets up what the benchmarks need of the neighbours.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper<Self::AccountId>;
	}

	/// Why money is held.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// The storage of a contract. Given back when it ends, whatever ends it.
		#[codec(index = 0)]
		ContractDeposit,
		/// The storage of a service. Given back to its provider when it ends, whoever ends it.
		#[codec(index = 1)]
		ServiceDeposit,
	}

	/// The contracts: workloads, rents and names. What isn't here any more has ended.
	///
	/// Made by `deploy`, `rent_node` and `reserve_name`; changed by `confirm_workload`, `update_deployment` and
	/// `attach_provider`, and by Billing when it suspends or resumes one; removed by `cancel`, by
	/// `force_cancel`, by Billing when it ends one, and by Nodes when its node retires or the rent of its node
	/// has ended.
	#[pallet::storage]
	pub type Contracts<T: Config> = StorageMap<_, Twox64Concat, ContractId, Contract<T::Deposit>>;

	/// What the nodes are told of the workloads, apart from the contracts so that billing never reads it.
	///
	/// Made and removed with the workload; changed by `update_deployment`.
	#[pallet::storage]
	pub type Specs<T: Config> = StorageMap<_, Twox64Concat, ContractId, Spec>;

	/// The contracts of each twin, so that an owner finds its own without reading all.
	///
	/// Made and removed with the contract.
	#[pallet::storage]
	pub type ContractsOf<T: Config> =
		StorageDoubleMap<_, Twox64Concat, TwinId, Twox64Concat, ContractId, ()>;

	/// How many workloads each twin has on each node, so that nobody has to look at all of them to know whether
	/// somebody else has one. Without an entry: none.
	///
	/// Changed when a workload is made and when it ends.
	#[pallet::storage]
	pub type Tenants<T: Config> =
		StorageDoubleMap<_, Twox64Concat, NodeId, Twox64Concat, TwinId, u32, ValueQuery>;

	/// The contract of each name that is reserved.
	///
	/// Made and removed with the contract.
	#[pallet::storage]
	pub type NameOf<T: Config> = StorageMap<_, Blake2_128Concat, Label, ContractId>;

	/// The services. What isn't here any more has ended.
	///
	/// Made by `offer_service`; changed by `set_service_terms`, `approve_service` and `bill_service`; removed by
	/// `cancel_service`.
	#[pallet::storage]
	pub type Services<T: Config> =
		StorageMap<_, Twox64Concat, ContractId, Service<T::ServiceDeposit>>;

	/// The services of each twin, those that it offers and those that it is offered.
	///
	/// Made and removed with the service. A twin that is deleted leaves behind what it was offered and hasn't
	/// approved, until the provider ends it.
	#[pallet::storage]
	pub type ServicesOf<T: Config> =
		StorageDoubleMap<_, Twox64Concat, TwinId, Twox64Concat, ContractId, ()>;

	/// The first id: they count from 1.
	#[pallet::type_value]
	pub fn FirstContractId() -> ContractId {
		ContractId(1)
	}

	/// The id of the next contract or service.
	///
	/// Changed by `deploy`, `rent_node`, `reserve_name` and `offer_service`.
	#[pallet::storage]
	pub type NextContractId<T: Config> = StorageValue<_, ContractId, ValueQuery, FirstContractId>;

	/// What happened. Each event names the contract and its owner, and its node if it has one; that of a service
	/// names both sides.
	///
	/// A workload runs only while both its own window and that of its node's rent are open: what
	/// [`Event::RentSuspended`] stops goes on with [`Event::RentResumed`], but for workloads that are suspended
	/// themselves.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A workload was ordered. It waits for its node; nothing is billed before that confirms it.
		#[codec(index = 0)]
		Deployed {
			/// The contract.
			contract: ContractId,
			/// The twin that pays.
			owner: TwinId,
			/// The node that is to deliver.
			node: NodeId,
			/// What is sold of the node.
			resources: Resources,
			/// The hash of the full document that says what runs. `Specs` has what the node needs to get it.
			spec_hash: H256,
			/// The most public bytes that one window is billed for.
			traffic_limit: Bytes,
			/// How many public IPv4 addresses it has. The farms say which.
			public_ips: u8,
			/// Whether it pays for a certificate of the node's hardware.
			certified: bool,
			/// Who brought the owner.
			provider: Option<ProviderId>,
		},
		/// The node has started the workload. Billing begins.
		#[codec(index = 1)]
		WorkloadConfirmed {
			/// The contract.
			contract: ContractId,
			/// The twin that pays.
			owner: TwinId,
			/// The node that delivers.
			node: NodeId,
		},
		/// The owner changed a workload; from now on it is as said here.
		#[codec(index = 2)]
		DeploymentUpdated {
			/// The contract.
			contract: ContractId,
			/// The twin that pays.
			owner: TwinId,
			/// The node that delivers.
			node: NodeId,
			/// What is sold of the node.
			resources: Resources,
			/// The hash of the full document that says what runs.
			spec_hash: H256,
			/// The most public bytes that one window is billed for.
			traffic_limit: Bytes,
			/// How many public IPv4 addresses it has. The farms say which.
			public_ips: u8,
			/// Whether it pays for a certificate of the node's hardware.
			certified: bool,
			/// Who brought the owner.
			provider: Option<ProviderId>,
		},
		/// The owner's money didn't reach for the next window: the node stops the workload and keeps its data.
		#[codec(index = 3)]
		WorkloadSuspended {
			/// The contract.
			contract: ContractId,
			/// The twin that pays.
			owner: TwinId,
			/// The node that delivers.
			node: NodeId,
		},
		/// The money is back: the node starts the workload again, if the rent of the node isn't suspended.
		#[codec(index = 4)]
		WorkloadResumed {
			/// The contract.
			contract: ContractId,
			/// The twin that pays.
			owner: TwinId,
			/// The node that delivers.
			node: NodeId,
		},
		/// A contract has ended, and its deposit is back with the owner's account. Of a workload: the node removes
		/// it and its data, the capacity and the public IPs are free again. Of a rent and of a name
		/// `RentEnded` and `NameReleased` say more.
		#[codec(index = 5)]
		ContractEnded {
			/// The contract.
			contract: ContractId,
			/// The twin that paid.
			owner: TwinId,
			/// The node that delivered; `None` for a name.
			node: Option<NodeId>,
			/// Why it ended.
			reason: EndReason,
		},
		/// A twin rents all of a node. From now on it is billed, and nobody else deploys there.
		#[codec(index = 6)]
		NodeRented {
			/// The contract.
			contract: ContractId,
			/// The twin that pays.
			owner: TwinId,
			/// The node.
			node: NodeId,
			/// Cloud units of all that the node has.
			units: CloudUnits,
			/// Whether it pays for a certificate of the node's hardware.
			certified: bool,
			/// Nano-dollars a month of 730 hours that it pays beside the units.
			extra_fee: Usd,
			/// Who brought the owner.
			provider: Option<ProviderId>,
		},
		/// The owner's money didn't reach for the next window of its rent: the node stops all workloads and keeps
		/// their data. Nothing new is deployed.
		#[codec(index = 7)]
		RentSuspended {
			/// The contract.
			contract: ContractId,
			/// The twin that pays.
			owner: TwinId,
			/// The node.
			node: NodeId,
		},
		/// The money for the rent is back: the node starts the workloads again, but for those that are suspended
		/// themselves.
		#[codec(index = 8)]
		RentResumed {
			/// The contract.
			contract: ContractId,
			/// The twin that pays.
			owner: TwinId,
			/// The node.
			node: NodeId,
		},
		/// A rent has ended. The workloads that are left on the node end as well, a few a block; then anybody may
		/// deploy there.
		#[codec(index = 9)]
		RentEnded {
			/// The contract.
			contract: ContractId,
			/// The twin that paid.
			owner: TwinId,
			/// The node.
			node: NodeId,
			/// How many workloads are left.
			workloads: u32,
		},
		/// A twin has reserved a name. From now on it is billed.
		#[codec(index = 10)]
		NameReserved {
			/// The contract.
			contract: ContractId,
			/// The twin that pays.
			owner: TwinId,
			/// The name.
			name: Label,
		},
		/// The owner's money didn't reach for the next window of its name. Nobody else can have it yet; who serves
		/// names may stop to serve this one.
		#[codec(index = 11)]
		NameSuspended {
			/// The contract.
			contract: ContractId,
			/// The twin that pays.
			owner: TwinId,
			/// The name.
			name: Label,
		},
		/// The money for a name is back: it is served again.
		#[codec(index = 12)]
		NameResumed {
			/// The contract.
			contract: ContractId,
			/// The twin that pays.
			owner: TwinId,
			/// The name.
			name: Label,
		},
		/// A name is free again: anybody may reserve it.
		#[codec(index = 13)]
		NameReleased {
			/// The contract.
			contract: ContractId,
			/// The twin that paid.
			owner: TwinId,
			/// The name.
			name: Label,
		},
		/// From its next window on a provider shares in what a contract brings in, on farms that have accepted it.
		#[codec(index = 14)]
		ProviderAttached {
			/// The contract.
			contract: ContractId,
			/// The twin that pays.
			owner: TwinId,
			/// The node.
			node: NodeId,
			/// Who brought the owner.
			provider: ProviderId,
		},
		/// A twin offers a service to another. Nothing is billed before both have approved its terms.
		#[codec(index = 15)]
		ServiceOffered {
			/// The service.
			service: ContractId,
			/// The twin that serves and is paid.
			provider: TwinId,
			/// The twin that is served and pays.
			consumer: TwinId,
		},
		/// The provider has set the terms of a service. Whoever had approved others has to approve these.
		#[codec(index = 16)]
		ServiceTermsSet {
			/// The service.
			service: ContractId,
			/// The twin that serves and is paid.
			provider: TwinId,
			/// The twin that is served and pays.
			consumer: TwinId,
			/// Nano-dollars an hour, whatever is used.
			base: Usd,
			/// The most nano-dollars an hour that may be billed beside that.
			metered_limit: Usd,
			/// The hash of the document that says what is served, and how it is metered.
			document: H256,
		},
		/// One side has approved the terms of a service.
		#[codec(index = 17)]
		ServiceApproved {
			/// The service.
			service: ContractId,
			/// The twin that serves and is paid.
			provider: TwinId,
			/// The twin that is served and pays.
			consumer: TwinId,
			/// The side.
			by: TwinId,
		},
		/// Both sides have approved the terms of a service: from now on it can be billed.
		#[codec(index = 18)]
		ServiceAgreed {
			/// The service.
			service: ContractId,
			/// The twin that serves and is paid.
			provider: TwinId,
			/// The twin that is served and pays.
			consumer: TwinId,
			/// Nano-dollars an hour, whatever is used.
			base: Usd,
			/// The most nano-dollars an hour that may be billed beside that.
			metered_limit: Usd,
			/// The hash of the document that says what is served, and how it is metered.
			document: H256,
		},
		/// The consumer has paid for a service: `usd` is `base` for `seconds`, and `metered`.
		#[codec(index = 19)]
		ServiceBilled {
			/// The service.
			service: ContractId,
			/// The twin that serves and is paid.
			provider: TwinId,
			/// The twin that is served and pays.
			consumer: TwinId,
			/// The account that paid.
			payer: T::AccountId,
			/// The account that was paid.
			payee: T::AccountId,
			/// When the stretch that is billed began.
			from: Time,
			/// When it ended.
			to: Time,
			/// How long it was: at most an hour.
			seconds: Seconds,
			/// Nano-dollars an hour, whatever is used.
			base: Usd,
			/// Nano-dollars for what was used.
			metered: Usd,
			/// Nano-dollars in all, rounded up.
			usd: Usd,
			/// Dollars for one TFT.
			price: Price,
			/// 10^-7 TFT that were paid, rounded up.
			charged: Balance,
			/// What the provider wrote on the bill.
			note: Note,
		},
		/// A service has ended. Nothing is billed for it any more, and the deposit is back with the provider.
		#[codec(index = 20)]
		ServiceEnded {
			/// The service.
			service: ContractId,
			/// The twin that serves and is paid.
			provider: TwinId,
			/// The twin that is served and pays.
			consumer: TwinId,
			/// The side that ended it.
			by: TwinId,
		},
	}

	/// Why a call was refused.
	#[pallet::error]
	pub enum Error<T> {
		/// The account has no twin, and contracts belong to twins. `accept_terms` and `create_twin` of the
		/// pallet of the twins make one.
		#[codec(index = 0)]
		TwinNotFound,
		/// There is no such contract, or it has ended. `contractsOf` lists those of a twin; services have calls of
		/// their own.
		#[codec(index = 1)]
		NotFound,
		/// The contract belongs to another twin. Sign with the account of its owner's twin: `Contracts` names the twin,
		/// `Twins` its account.
		#[codec(index = 2)]
		NotOwner,
		/// The account is not a node's. Sign with the account of the node that the workload stands on: nobody else
		/// confirms it.
		#[codec(index = 3)]
		NotNodeAccount,
		/// The workload stands on another node than the account's. Only that node confirms it.
		#[codec(index = 4)]
		NotOnNode,
		/// The node has confirmed the workload already. There is nothing more to do.
		#[codec(index = 5)]
		AlreadyConfirmed,
		/// The resources are nothing that is paid for. Ask for a core, or for some memory or disk: graphics
		/// processors come with those, never alone.
		#[codec(index = 6)]
		NoResources,
		/// The traffic limit is above what one window of any contract may be billed for, as Billing's parameters
		/// say. Choose a lower one; it counts anew in each window.
		#[codec(index = 7)]
		TrafficLimitTooHigh,
		/// The workload is suspended for want of money. Fund the owner's account, call `resume` of Billing, then
		/// update.
		#[codec(index = 8)]
		Suspended,
		/// Nothing of what was given differs from what the contract has. Give what is to change, and leave out
		/// the rest.
		#[codec(index = 9)]
		NothingToChange,
		/// Every id of contracts and services has been given out (2^64 - 2). Only an upgrade of the chain helps.
		#[codec(index = 10)]
		TooManyContracts,
		/// There is no such node. `find_nodes` finds one.
		#[codec(index = 11)]
		NodeNotFound,
		/// Somebody else rents all of the node, or, for `rent_node`, somebody does, be it you. Choose another node, or
		/// wait until that rent ends.
		#[codec(index = 12)]
		NodeRented,
		/// The rent of the node is suspended, or has ended and what stood there is being ended. Nothing starts or
		/// changes on it meanwhile. Fund the owner's account and call `resume` of Billing with the rent, or wait until
		/// the node is free.
		#[codec(index = 13)]
		RentNotActive,
		/// Another twin has contracts on the node, so that all of it can't be rented. `node_capacity` says which nodes
		/// are rentable.
		#[codec(index = 14)]
		NodeInUse,
		/// Workloads of yours still stand on the rented node. Cancel those first, then the rent.
		#[codec(index = 15)]
		RentInUse,
		/// One workload has at most 16 public IPs. Ask for fewer, or deploy several workloads.
		#[codec(index = 16)]
		TooManyPublicIps,
		/// There is no such provider, or the region has not approved it. Leave it out, and attach it with
		/// `attach_provider` when it is approved.
		#[codec(index = 17)]
		ProviderNotApproved,
		/// The contract has a provider, and keeps it until it ends. A new contract can have another one.
		#[codec(index = 18)]
		AlreadyHasProvider,
		/// A name stands on no farm, so that there is nothing a provider could share in. Attach the provider to a
		/// workload or a rent.
		#[codec(index = 19)]
		NoFarm,
		/// The contract is a rent or a name. Only workloads are confirmed and updated: cancel a rent or a name, and make
		/// another one.
		#[codec(index = 20)]
		NotWorkload,
		/// The name has fewer than 3 characters. Choose one of 3 to 63.
		#[codec(index = 21)]
		NameTooShort,
		/// The name has more than 63 characters. Choose one of 3 to 63.
		#[codec(index = 22)]
		NameTooLong,
		/// The name has a character other than small letters (a to z), digits and hyphens. Names with capitals are the
		/// same as those without; write them small.
		#[codec(index = 23)]
		ForbiddenCharacter,
		/// The name begins or ends with a hyphen. Hyphens stand between other characters only.
		#[codec(index = 24)]
		HyphenAtEnd,
		/// Somebody has reserved this name. `nameOf` says which contract; choose another name, or wait until that ends.
		#[codec(index = 25)]
		NameTaken,
		/// There is no such service, or it has ended. `servicesOf` lists those of a twin.
		#[codec(index = 26)]
		ServiceNotFound,
		/// The account's twin is neither the provider nor the consumer of the service. Sign with the account of one of
		/// these two: `Services` names their twins.
		#[codec(index = 27)]
		NotParty,
		/// The account's twin is not the provider of the service. Sign with the account of the provider, whose twin
		/// `Services` names: nobody else sets terms and bills.
		#[codec(index = 28)]
		NotProvider,
		/// A twin can't serve itself. Name another twin as the consumer.
		#[codec(index = 29)]
		OwnTwin,
		/// There is no such twin to serve. The number of a twin stands in the event that made it.
		#[codec(index = 30)]
		ConsumerNotFound,
		/// An hour at these terms costs more than can be computed. Set lower ones.
		#[codec(index = 31)]
		TermsTooLarge,
		/// The service has no terms yet. Its provider sets them with `set_service_terms`.
		#[codec(index = 32)]
		TermsNotSet,
		/// The terms are not those that were to be approved: the provider has set others meanwhile. Read them again
		/// in `services`, and approve those if you agree.
		#[codec(index = 33)]
		TermsChanged,
		/// You have approved these terms already. If the other side hasn't, it has to.
		#[codec(index = 34)]
		AlreadyApproved,
		/// Not both sides have approved the terms of the service, or they were changed since. Nothing is billed before
		/// both call `approve_service`.
		#[codec(index = 35)]
		NotAgreed,
		/// More is metered than the terms allow for the time since the last bill, of which at most an hour counts.
		/// Bill less, or agree on higher terms.
		#[codec(index = 36)]
		MeteredTooHigh,
		/// The bill is for nothing: no time has passed since the last one, or the terms ask nothing for it. Wait, or
		/// meter what was used.
		#[codec(index = 37)]
		NothingToBill,
		/// There is no price of TFT yet, so that dollars can't be turned into it. Wait for the first one.
		#[codec(index = 38)]
		NoPrice,
		/// The consumer's free balance doesn't cover the bill. Nothing was paid; bill again when the consumer has funds.
		/// Of a longer time than an hour only the last hour is billed.
		#[codec(index = 39)]
		InsufficientFunds,
		/// The farmer offers the node only as a whole. `rent_node` rents it if `node_capacity` calls it rentable;
		/// `find_nodes` finds those that are offered in parts.
		#[codec(index = 40)]
		NodeDedicated,
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
		/// Orders a workload on `node`: takes `resources` and public IPs of it, for the account's twin.
		///
		/// The capacity and the IPs are taken, the deposit and what one billing window can cost at most are held,
		/// all at once or nothing at all, so that nobody sells what it doesn't have or buys what it can't pay.
		/// Billing begins when the node confirms; if it doesn't in time, the contract ends and has cost nothing.
		/// The runtime API `quote` tells the price beforehand.
		///
		/// - Signed by an account with a twin, which becomes the owner and pays.
		/// - `spec_hash`: the hash of the full document that says what runs; `spec`: what the node needs to get
		///   it, at most 256 bytes. The chain reads neither.
		/// - `resources`: cores (logical), memory and disks in MiB, graphics processors; something that is paid
		///   for.
		/// - `public_ips`: how many public IPv4 addresses of the node's farm it gets, at most 16.
		/// - `traffic_limit`: the most public bytes that one window is billed for (10^9 bytes are 1 NU).
		/// - `provider`: who brought the owner and shares in the revenue, if somebody did.
		/// - Errors: [`Error::TwinNotFound`], [`Error::NoResources`], [`Error::TooManyPublicIps`],
		///   [`Error::TrafficLimitTooHigh`], [`Error::ProviderNotApproved`], [`Error::NodeNotFound`],
		///   [`Error::NodeRented`], [`Error::RentNotActive`], [`Error::NodeDedicated`],
		///   [`Error::TooManyContracts`]; the nodes' own if the node isn't live, has too little free or too many
		///   contracts; the farms' own if the farm has too few free IPs (`InsufficientPublicIps`); too little free
		///   balance for the deposit; Billing's own if there is no price (`NoPrice`), if it is more than one
		///   contract can be charged for (`TermsTooLarge`), or too little free balance for a window
		///   (`InsufficientFundsForWindow`).
		/// - Emits [`Event::Deployed`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::deploy((*public_ips).min(MAX_PUBLIC_IPS).into()))]
		#[allow(clippy::too_many_arguments)]
		pub fn deploy(
			origin: OriginFor<T>,
			node: NodeId,
			spec_hash: H256,
			spec: Spec,
			resources: Resources,
			public_ips: u8,
			traffic_limit: Bytes,
			provider: Option<ProviderId>,
		) -> DispatchResult {
			let account = ensure_signed(origin)?;
			let order =
				Order { node, spec_hash, spec, resources, public_ips, traffic_limit, provider };
			Self::do_deploy(&account, order)
		}

		/// Says that the workload runs. From now on it is billed.
		///
		/// The node says so itself, because a deployer should not pay for what is still being downloaded, and
		/// nobody else can know. While the rent of the node is suspended nothing runs there, and nothing is
		/// confirmed.
		///
		/// - Signed by the account of the node that the workload stands on, free of fees.
		/// - Errors: [`Error::NotFound`], [`Error::NotWorkload`], [`Error::NotNodeAccount`],
		///   [`Error::NotOnNode`], [`Error::AlreadyConfirmed`], [`Error::RentNotActive`].
		/// - Emits [`Event::WorkloadConfirmed`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::confirm_workload())]
		#[pallet::feeless_if(|_origin: &OriginFor<T>, _contract: &ContractId| -> bool { true })]
		pub fn confirm_workload(origin: OriginFor<T>, contract: ContractId) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_confirm(&account, contract)
		}

		/// Changes a workload. What is left out stays as it is.
		///
		/// If the resources, the number of public IPs or the traffic limit change, the time so far is billed at
		/// the old rate, and the window goes on at the new one: same end, same price, same discount. A new spec
		/// or a new hash of it touches neither money nor capacity. The workload doesn't have to be confirmed
		/// again. With a new number of IPs it keeps the first ones; one that a certifier has withdrawn goes.
		///
		/// - Signed by the account of the owner's twin.
		/// - Limits as in `deploy`.
		/// - Errors: [`Error::NotFound`], [`Error::NotOwner`], [`Error::NotWorkload`], [`Error::Suspended`],
		///   [`Error::RentNotActive`], [`Error::NothingToChange`], [`Error::NoResources`],
		///   [`Error::TooManyPublicIps`], [`Error::TrafficLimitTooHigh`]; the nodes' own if the resources don't
		///   fit; the farms' own if there are too few free IPs; Billing's own if it is more than one contract can
		///   be charged for (`TermsTooLarge`), or the free balance doesn't cover what more is held
		///   (`InsufficientFundsForWindow`).
		/// - Emits [`Event::DeploymentUpdated`].
		#[pallet::call_index(2)]
		#[pallet::weight(
			T::WeightInfo::update_deployment(most_ips_moved(public_ips))
				.saturating_add(T::Records::weight())
		)]
		pub fn update_deployment(
			origin: OriginFor<T>,
			contract: ContractId,
			spec_hash: Option<H256>,
			spec: Option<Spec>,
			resources: Option<Resources>,
			public_ips: Option<u8>,
			traffic_limit: Option<Bytes>,
		) -> DispatchResult {
			let account = ensure_signed(origin)?;
			let change = Change { spec_hash, spec, resources, public_ips, traffic_limit };
			Self::do_update(&account, contract, change)
		}

		/// Ends a contract. Of a workload, the node removes it and its data; a node that was rented, or a name, is
		/// free again.
		///
		/// What was used until now is billed, as far as the money reaches; the rest of what was held and the
		/// deposit go back. It costs no fee and never fails for want of money, so that nobody is kept in a
		/// contract by having spent the last of it. A rent waits for the workloads on it, which would else run
		/// on without a place.
		///
		/// - Signed by the account of the owner's twin, free of fees.
		/// - Errors: [`Error::NotFound`], [`Error::NotOwner`], [`Error::RentInUse`].
		/// - Emits [`Event::ContractEnded`] with [`EndReason::Owner`], after [`Event::RentEnded`] of a rent and
		///   [`Event::NameReleased`] of a name.
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::cancel().saturating_add(T::Records::weight()))]
		#[pallet::feeless_if(|_origin: &OriginFor<T>, _contract: &ContractId| -> bool { true })]
		pub fn cancel(origin: OriginFor<T>, contract: ContractId) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_cancel(&account, contract)
		}

		/// Ends a contract of somebody else, whatever it is and however far it has come.
		///
		/// For the region, against workloads that break its terms. Money is settled as by the owner's own
		/// `cancel`; the event says who ended it. A rent ends under its workloads, which end after it.
		///
		/// - By [`Config::GovernanceOrigin`].
		/// - Errors: [`Error::NotFound`].
		/// - Emits [`Event::ContractEnded`] with [`EndReason::Governance`].
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::force_cancel().saturating_add(T::Records::weight()))]
		pub fn force_cancel(origin: OriginFor<T>, contract: ContractId) -> DispatchResult {
			T::GovernanceOrigin::ensure_origin(origin)?;
			Self::do_force_cancel(contract)
		}

		/// Rents all of `node` for the account's twin. Until the rent ends nobody else deploys there.
		///
		/// It costs half of what all the node has would cost in parts, and the fee that the farmer asks for
		/// beside it; the renter's workloads on the node then pay for IPs and traffic alone, from their next
		/// window on. Billing begins at once. Nobody is put out of a node: it can be rented only while no other
		/// twin has contracts on it. A node whose rent is suspended runs nothing.
		///
		/// - Signed by an account with a twin, which becomes the owner and pays.
		/// - `provider`: who brought the owner and shares in the revenue, if somebody did.
		/// - Errors: [`Error::TwinNotFound`], [`Error::ProviderNotApproved`], [`Error::NodeNotFound`],
		///   [`Error::NodeRented`], [`Error::RentNotActive`], [`Error::NodeInUse`],
		///   [`Error::TooManyContracts`]; the nodes' own if the node isn't live, is under maintenance or retires;
		///   too little free balance for the deposit; Billing's own as with `deploy`.
		/// - Emits [`Event::NodeRented`].
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::rent_node())]
		pub fn rent_node(
			origin: OriginFor<T>,
			node: NodeId,
			provider: Option<ProviderId>,
		) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_rent(&account, node, provider)
		}

		/// Reserves `name` for the account's twin. Until the contract ends nobody else can have it.
		///
		/// It is billed by the chain's time, from now on.
		///
		/// - Signed by an account with a twin, which becomes the owner and pays.
		/// - `name`: a label as the names of the internet are made of: 3 to 63 small letters, digits and
		///   hyphens, no hyphen at either end.
		/// - Errors: [`Error::TwinNotFound`], [`Error::NameTooLong`], [`Error::NameTooShort`],
		///   [`Error::ForbiddenCharacter`], [`Error::HyphenAtEnd`], [`Error::NameTaken`],
		///   [`Error::TooManyContracts`]; too little free balance for the deposit; Billing's own as with
		///   `deploy`.
		/// - Emits [`Event::NameReserved`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::reserve_name())]
		pub fn reserve_name(origin: OriginFor<T>, name: ProposedName) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_reserve_name(&account, name)
		}

		/// Says who brought the owner of `contract`, if that wasn't said when it was made.
		///
		/// From the contract's next window on the provider gets its approved share of the farm's part, on farms
		/// that have accepted it; the owner pays the same. It can be said once only, so that nobody plays
		/// providers off against each other.
		///
		/// - Signed by the account of the owner's twin.
		/// - Errors: [`Error::NotFound`], [`Error::NotOwner`], [`Error::NoFarm`],
		///   [`Error::AlreadyHasProvider`], [`Error::ProviderNotApproved`].
		/// - Emits [`Event::ProviderAttached`].
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::attach_provider())]
		pub fn attach_provider(
			origin: OriginFor<T>,
			contract: ContractId,
			provider: ProviderId,
		) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_attach_provider(&account, contract, provider)
		}

		/// Offers a service of the account's twin to `consumer`.
		///
		/// Nothing is owed yet: the terms follow with `set_service_terms`, and both sides have to approve them.
		/// The offer puts the provider's twin in use, and the consumer's only once that approves terms: nobody's twin
		/// is kept from going by what a stranger offers. The consumer can end it at once with `cancel_service`.
		///
		/// - Signed by an account with a twin, which becomes the provider and lays down the deposit.
		/// - Errors: [`Error::TwinNotFound`], [`Error::OwnTwin`], [`Error::ConsumerNotFound`],
		///   [`Error::TooManyContracts`]; too little free balance for the deposit.
		/// - Emits [`Event::ServiceOffered`].
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::offer_service())]
		pub fn offer_service(origin: OriginFor<T>, consumer: TwinId) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_offer_service(&account, consumer)
		}

		/// Sets or changes the terms of a service. Both sides have to approve them anew.
		///
		/// Time that was not billed at the old terms is not billed any more: bill before you change them. A consumer
		/// who stood by the old terms is free again until it approves the new ones.
		///
		/// - Signed by the account of the provider's twin.
		/// - `terms`: nano-dollars an hour, the most nano-dollars an hour for what is used beside that, and the
		///   hash of the document that both agree on.
		/// - Errors: [`Error::ServiceNotFound`], [`Error::NotProvider`], [`Error::TermsTooLarge`],
		///   [`Error::NothingToChange`].
		/// - Emits [`Event::ServiceTermsSet`].
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::set_service_terms())]
		pub fn set_service_terms(
			origin: OriginFor<T>,
			service: ContractId,
			terms: ServiceTerms,
		) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_set_service_terms(&account, service, terms)
		}

		/// Approves the terms of a service. With the second side's approval it can be billed.
		///
		/// From its approval on the consumer's twin is in use: it can't be deleted before the terms change or the
		/// service ends.
		///
		/// - Signed by the account of either side's twin.
		/// - `terms`: those that are approved, in full, so that nobody approves terms which the provider has
		///   changed in the same block.
		/// - Errors: [`Error::ServiceNotFound`], [`Error::NotParty`], [`Error::TermsNotSet`],
		///   [`Error::TermsChanged`], [`Error::AlreadyApproved`].
		/// - Emits [`Event::ServiceApproved`], and with the second approval [`Event::ServiceAgreed`].
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::approve_service())]
		pub fn approve_service(
			origin: OriginFor<T>,
			service: ContractId,
			terms: ServiceTerms,
		) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_approve_service(&account, service, terms)
		}

		/// Bills a service: the consumer pays for the time since the last bill, or since the agreement.
		///
		/// At most one hour counts, and what is past that is lost, so that no forgotten service surprises its
		/// consumer. The consumer pays `base` for the time and `metered` beside it, at the price of TFT of this
		/// moment, all of it or, if its free balance doesn't suffice, nothing. No part of it is burned or shared.
		///
		/// - Signed by the account of the provider's twin, which is paid.
		/// - `metered`: nano-dollars for what was used, at most the terms' hourly limit for the time that counts.
		/// - `note`: what the bill says, at most 128 bytes. The chain doesn't read it.
		/// - Errors: [`Error::ServiceNotFound`], [`Error::NotProvider`], [`Error::NotAgreed`],
		///   [`Error::MeteredTooHigh`], [`Error::NoPrice`], [`Error::NothingToBill`],
		///   [`Error::InsufficientFunds`].
		/// - Emits [`Event::ServiceBilled`].
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::bill_service())]
		pub fn bill_service(
			origin: OriginFor<T>,
			service: ContractId,
			metered: Usd,
			note: Note,
		) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_bill_service(account, service, metered, note)
		}

		/// Ends a service at once. What was not billed is not billed any more.
		///
		/// - Signed by the account of either side's twin.
		/// - Errors: [`Error::ServiceNotFound`], [`Error::NotParty`].
		/// - Emits [`Event::ServiceEnded`].
		#[pallet::call_index(12)]
		#[pallet::weight(T::WeightInfo::cancel_service())]
		pub fn cancel_service(origin: OriginFor<T>, service: ContractId) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_cancel_service(&account, service)
		}
	}
}
