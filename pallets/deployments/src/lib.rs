#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod delivery;
mod deployment;
mod ending;
mod feeless;
mod quoting;
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
pub use types::{Contract, ContractKind, Spec, Workload, WorkloadState, MAX_SPEC_LENGTH};
pub use weights::WeightInfo;

#[frame_support::pallet]
pub mod pallet {
	use super::*;
	use frame_support::{
		pallet_prelude::*,
		traits::{Consideration, Footprint, UnixTime},
	};
	use frame_system::pallet_prelude::*;
	use gridchain_primitives::{
		traits::{Capacity, Records, Twins, Windows},
		Bytes, ContractId, EndReason, NodeId, Resources, TwinId,
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

		/// What the nodes have to sell.
		type Capacity: Capacity<Self::AccountId>;

		/// What contracts cost.
		type Windows: Windows;

		/// The chain's history. A call that changes or ends a contract has it billed, and pays for the records
		/// of those bills.
		type Records: Records<Self::AccountId>;

		/// What an owner lays down for the storage of a contract. The footprint is one item of the greatest
		/// encoded length of a contract with its spec, whatever their real length, so that an update moves no
		/// deposit. The runtime holds it under [`HoldReason::ContractDeposit`].
		type Deposit: Consideration<Self::AccountId, Footprint>;

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
	}

	/// The contracts. What isn't here any more has ended.
	///
	/// Made by `deploy`; changed by `confirm_workload`, by `update_deployment`, and by Billing when it suspends
	/// or resumes one; removed by `cancel`, by `force_cancel`, by Billing when it ends one, and by Nodes when its
	/// node retires.
	#[pallet::storage]
	pub type Contracts<T: Config> = StorageMap<_, Twox64Concat, ContractId, Contract<T::Deposit>>;

	/// What the nodes are told of the workloads, apart from the contracts so that billing never reads it.
	///
	/// Made and removed with the contract; changed by `update_deployment`.
	#[pallet::storage]
	pub type Specs<T: Config> = StorageMap<_, Twox64Concat, ContractId, Spec>;

	/// The contracts of each twin, so that an owner finds its own without reading all.
	///
	/// Made and removed with the contract.
	#[pallet::storage]
	pub type ContractsOf<T: Config> =
		StorageDoubleMap<_, Twox64Concat, TwinId, Twox64Concat, ContractId, ()>;

	/// The first id: they count from 1.
	#[pallet::type_value]
	pub fn FirstContractId() -> ContractId {
		ContractId(1)
	}

	/// The id of the next contract.
	///
	/// Changed by `deploy`.
	#[pallet::storage]
	pub type NextContractId<T: Config> = StorageValue<_, ContractId, ValueQuery, FirstContractId>;

	/// What happened. Each event names the contract, its owner and its node.
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
		/// The money is back: the node starts the workload again.
		#[codec(index = 4)]
		WorkloadResumed {
			/// The contract.
			contract: ContractId,
			/// The twin that pays.
			owner: TwinId,
			/// The node that delivers.
			node: NodeId,
		},
		/// A contract has ended: the node removes the workload and its data. The capacity is free again, the
		/// deposit is back with the owner's account.
		#[codec(index = 5)]
		ContractEnded {
			/// The contract.
			contract: ContractId,
			/// The twin that paid.
			owner: TwinId,
			/// The node that delivered.
			node: NodeId,
			/// Why it ended.
			reason: EndReason,
		},
	}

	/// Why a call was refused.
	#[pallet::error]
	pub enum Error<T> {
		/// The account has no twin, and contracts belong to twins. `accept_terms` and `create_twin` of the
		/// pallet of the twins make one.
		#[codec(index = 0)]
		TwinNotFound,
		/// There is no such contract, or it has ended. `contractsOf` lists those of a twin.
		#[codec(index = 1)]
		NotFound,
		/// The contract belongs to another twin. Only the account of its owner's twin may do this.
		#[codec(index = 2)]
		NotOwner,
		/// The account is not a node's. Only the account of the node that a workload stands on confirms it.
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
		/// Every contract id has been given out (2^64 - 2). Only an upgrade of the chain helps.
		#[codec(index = 10)]
		TooManyContracts,
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
		/// Orders a workload on `node`: takes `resources` of it, for the account's twin.
		///
		/// The capacity is taken, the deposit and what one billing window can cost at most are held, all at once
		/// or nothing at all, so that nobody sells what it doesn't have or buys what it can't pay. Billing begins
		/// when the node confirms; if it doesn't in time, the contract ends and has cost nothing. The runtime API
		/// `quote` tells the price beforehand.
		///
		/// - Signed by an account with a twin, which becomes the owner and pays.
		/// - `spec_hash`: the hash of the full document that says what runs; `spec`: what the node needs to get
		///   it, at most 256 bytes. The chain reads neither.
		/// - `resources`: cores (logical), memory and disks in MiB, graphics processors; something that is paid
		///   for.
		/// - `traffic_limit`: the most public bytes that one window is billed for (10^9 bytes are 1 NU).
		/// - Errors: [`Error::TwinNotFound`], [`Error::NoResources`], [`Error::TrafficLimitTooHigh`],
		///   [`Error::TooManyContracts`]; the nodes' own if there is no such node, or it isn't live, has too
		///   little free or too many contracts; too little free balance for the deposit; Billing's own if there
		///   is no price (`NoPrice`), if it is more than one contract can be charged for (`TermsTooLarge`), or
		///   too little free balance for a window (`InsufficientFundsForWindow`).
		/// - Emits [`Event::Deployed`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::deploy())]
		pub fn deploy(
			origin: OriginFor<T>,
			node: NodeId,
			spec_hash: H256,
			spec: Spec,
			resources: Resources,
			traffic_limit: Bytes,
		) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_deploy(&account, node, spec_hash, spec, resources, traffic_limit)
		}

		/// Says that the workload runs. From now on it is billed.
		///
		/// The node says so itself, because a deployer should not pay for what is still being downloaded, and
		/// nobody else can know.
		///
		/// - Signed by the account of the node that the workload stands on, free of fees.
		/// - Errors: [`Error::NotFound`], [`Error::NotNodeAccount`], [`Error::NotOnNode`],
		///   [`Error::AlreadyConfirmed`].
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
		/// If the resources or the traffic limit change, the time so far is billed at the old rate, and the
		/// window goes on at the new one: same end, same price, same discount. A new spec or a new hash of it
		/// touches neither money nor capacity. The workload doesn't have to be confirmed again.
		///
		/// - Signed by the account of the owner's twin.
		/// - Limits as in `deploy`.
		/// - Errors: [`Error::NotFound`], [`Error::NotOwner`], [`Error::Suspended`], [`Error::NothingToChange`],
		///   [`Error::NoResources`], [`Error::TrafficLimitTooHigh`]; the nodes' own if the resources don't fit;
		///   Billing's own if it is more than one contract can be charged for (`TermsTooLarge`), or the free
		///   balance doesn't cover what more is held (`InsufficientFundsForWindow`).
		/// - Emits [`Event::DeploymentUpdated`].
		#[pallet::call_index(2)]
		#[pallet::weight(
			T::WeightInfo::update_deployment().saturating_add(T::Records::weight())
		)]
		pub fn update_deployment(
			origin: OriginFor<T>,
			contract: ContractId,
			spec_hash: Option<H256>,
			spec: Option<Spec>,
			resources: Option<Resources>,
			traffic_limit: Option<Bytes>,
		) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_update(&account, contract, spec_hash, spec, resources, traffic_limit)
		}

		/// Ends a contract. The node removes the workload and its data.
		///
		/// What was used until now is billed, as far as the money reaches; the rest of what was held and the
		/// deposit go back. It costs no fee and never fails for want of money, so that nobody is kept in a
		/// contract by having spent the last of it.
		///
		/// - Signed by the account of the owner's twin, free of fees.
		/// - Errors: [`Error::NotFound`], [`Error::NotOwner`].
		/// - Emits [`Event::ContractEnded`] with [`EndReason::Owner`].
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
		/// `cancel`; the event says who ended it.
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
	}
}
