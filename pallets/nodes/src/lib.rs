#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod attested;
mod calendar;
mod certification;
mod check_call;
mod endings;
mod finding;
mod ledger;
mod offer;
mod params;
mod public_config;
mod registration;
mod release;
mod rent;
mod reporting;
mod retirement;
mod try_state;

#[cfg(feature = "runtime-benchmarks")]
pub mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

pub mod types;
pub mod weights;

pub use check_call::{CheckNodeCall, Checked};
pub use pallet::*;
pub use params::{MinimumHardware, NodeParams};
pub use types::{
	Certificate, Certification, DepartedNode, Details, Domain, Ending, Interface, InterfaceIps,
	InterfaceName, Interfaces, IpAddress, Ipv4Network, Ipv6Network, Lease, Location,
	LowestHardware, NetworkText, Node, NodeLedger, NodeLiveness, Offer, OrderedTime, PeriodBook,
	PeriodUptime, Position, PublicConfig, PublicConfigText, Sale, Serial, Traffic,
};
pub use weights::WeightInfo;

#[frame_support::pallet]
pub mod pallet {
	use super::{params::NodeParams, types::*, WeightInfo};
	use frame_support::{pallet_prelude::*, traits::UnixTime, weights::WeightMeter};
	use frame_system::pallet_prelude::*;
	use gridchain_primitives::{
		traits::{EndContract, Farms, Twins},
		Bytes, ContractId, EndReason, FarmId, FarmingPolicyId, NodeId, Period, Resources, Seconds,
		Tenancy, Time, TwinId, Usd,
	};

	/// The layout of the storage that this code reads and writes.
	pub(crate) const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// What the pallet needs of the runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// Who may change [`Params`].
		type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who vouches for the hardware of nodes.
		type CertifierOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Digital identities: each node gets one.
		type Twins: Twins<Self::AccountId>;

		/// Farms, which say whose computers may join.
		type Farms: Farms<Self::AccountId>;

		/// The contracts, which end when their node retires.
		type Contracts: EndContract;

		/// Chain time, as the timestamp inherent sets it.
		type Clock: UnixTime;

		/// From one block to the next, as the chain is meant to run.
		type BlockTime: Get<Seconds>;

		/// The farming policy that a node gets when it registers, and keeps.
		type FarmingPolicy: Get<FarmingPolicyId>;

		/// What the calls cost.
		type WeightInfo: WeightInfo;

		/// Sets up for benchmarks what lies outside this pallet.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::benchmarking::BenchmarkHelper<Self::AccountId>;
	}

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// All that can be tuned.
	///
	/// Set by genesis; changed by `set_params` alone. Whitelisted: it is small and hot, every block that
	/// carries a report reads it, so its first read in a block pays for all.
	#[pallet::storage]
	#[pallet::whitelist_storage]
	pub type Params<T: Config> = StorageValue<_, NodeParams, ValueQuery>;

	/// The version of their software that the region asks its nodes to run, if it asks for one.
	///
	/// Changed by `set_release` alone.
	#[pallet::storage]
	pub type Release<T: Config> = StorageValue<_, Version>;

	/// The running reward period, and the last period whose settlement has begun.
	///
	/// Absent before the first block with a hook or a registration. Rolled by `on_poll`, `register_node`,
	/// `set_params` and the leaving of a node, closed and released by `close` and `release` of
	/// [`gridchain_primitives::traits::Attested`], swept by `on_poll`. Whitelisted: it is small and hot, every
	/// block reads it.
	#[pallet::storage]
	#[pallet::whitelist_storage]
	pub type Periods<T: Config> = StorageValue<_, PeriodBook>;

	/// The id that the next node gets.
	///
	/// Changed by `register_node` alone.
	#[pallet::storage]
	pub type NextNodeId<T: Config> = StorageValue<_, NodeId, ValueQuery, FirstNodeId>;

	/// Ids count from 1.
	#[pallet::type_value]
	pub fn FirstNodeId() -> NodeId {
		NodeId(1)
	}

	/// A node's twin and its description of itself: all that no report needs.
	///
	/// Made by `register_node`; changed by `update_node` and `set_public_config`; removed when the node leaves:
	/// by `retire_node`, or by `on_poll` once the notice is over and the last contract has ended.
	#[pallet::storage]
	pub type Nodes<T: Config> = StorageMap<_, Twox64Concat, NodeId, Node>;

	/// The node of an account.
	///
	/// Made by `register_node`; removed when the node leaves, as [`Nodes`] tells.
	#[pallet::storage]
	pub type NodeOf<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, NodeId>;

	/// The nodes of each farm, and those that have left it and still wait for the settlement of their last
	/// period: revenue may be booked for both. For whoever lists them, or hands a farm over.
	///
	/// Made by `register_node`; removed by `on_poll` with what [`Departed`] has of the node.
	#[pallet::storage]
	pub type NodesOf<T: Config> =
		StorageDoubleMap<_, Twox64Concat, FarmId, Twox64Concat, NodeId, ()>;

	/// Whose a node is, what it has attested so far, when it last spoke, whether it takes new contracts, and who
	/// rents it.
	///
	/// Made by `register_node`; changed by `report`, where it says whether contracts are taken by
	/// `set_maintenance`, `retire_node`, `cancel_retirement` and `on_poll`, and where it says who rents it by `rent`
	/// and `end_rent` of [`gridchain_primitives::traits::Capacity`], by `on_poll`, and when the last contract under
	/// an ended rent ends; removed when the node leaves, as [`Nodes`] tells. It holds all that a report reads and
	/// writes of the node, so that a report without traffic is one write.
	#[pallet::storage]
	pub type Liveness<T: Config> = StorageMap<_, Twox64Concat, NodeId, NodeLiveness<T::AccountId>>;

	/// What a node has, what is sold of it, the least it had in the periods that are not settled, what was
	/// certified of it, and its extra fee.
	///
	/// Made by `register_node`; changed by `update_node`, `certify_node`, `set_extra_fee`, `set_tenancy` and, when a
	/// contract begins, changes or ends, by `take`, `change`, `give_back`, `rent` and `end_rent` of
	/// [`gridchain_primitives::traits::Capacity`]; removed when the node leaves, as [`Nodes`] tells.
	#[pallet::storage]
	pub type Ledger<T: Config> = StorageMap<_, Twox64Concat, NodeId, NodeLedger>;

	/// What a contract has of a node, and its traffic meter. A rent has no resources.
	///
	/// Made by `take` and `rent`, removed by `give_back` and `end_rent` of
	/// [`gridchain_primitives::traits::Capacity`]; the resources are changed by its `change`, the meter by `report`.
	#[pallet::storage]
	pub type Sales<T: Config> =
		StorageDoubleMap<_, Twox64Concat, NodeId, Twox64Concat, ContractId, Sale>;

	/// The nodes whose contracts are to be ended, by the time when they are, and why. The keys are in the order of
	/// time, and for one node at one time in that of [`Ending`]: a rent that ends with the notice of its node comes
	/// after it.
	///
	/// For a retirement made by `retire_node`, removed by `cancel_retirement` and when the node leaves, as [`Nodes`]
	/// tells. For a rent made by `end_rent` of [`gridchain_primitives::traits::Capacity`], removed when the last
	/// contract of the node has ended. Both are moved by `on_poll` where a contract couldn't be ended.
	#[pallet::storage]
	pub type Endings<T: Config> =
		StorageDoubleMap<_, Identity, OrderedTime, Identity, (NodeId, Ending), ()>;

	/// The node whose contracts are being ended, why, and the last one that this was tried with. Absent unless a
	/// block had no room for all of them.
	///
	/// Changed by `on_poll` alone.
	#[pallet::storage]
	pub type EndingAfter<T: Config> = StorageValue<_, (NodeId, Ending, ContractId)>;

	/// The nodes that have left, by the period in which they did: what they are rewarded by.
	///
	/// Made when a node leaves, as [`Nodes`] tells; removed by `on_poll` after that period is settled.
	#[pallet::storage]
	pub type Departed<T: Config> =
		StorageDoubleMap<_, Twox64Concat, Period, Twox64Concat, NodeId, DepartedNode<T::AccountId>>;

	/// When an account whose node has left had registered it: an account registers once a period.
	///
	/// Made when a node leaves, as [`Nodes`] tells; removed by `on_poll` with what [`Departed`] has of the node.
	#[pallet::storage]
	pub type LastRegistration<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, Time>;

	/// The parameters that the chain begins with.
	#[pallet::genesis_config]
	#[derive(frame_support::DefaultNoBound)]
	pub struct GenesisConfig<T: Config> {
		/// All that can be tuned.
		pub params: NodeParams,
		/// No field depends on the runtime yet.
		#[serde(skip)]
		pub _config: PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			let consistent = self.params.is_consistent(T::BlockTime::get());
			assert!(consistent, "the parameters of the nodes don't fit together");
			Params::<T>::put(self.params);
		}
	}

	/// What has happened to a node, and the turns of the calendar.
	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A computer has joined a farm.
		#[codec(index = 0)]
		NodeRegistered {
			/// The new node.
			node: NodeId,
			/// Its own account.
			account: T::AccountId,
			/// Its twin.
			twin: TwinId,
			/// The farm that authorised it.
			farm: FarmId,
			/// What it has.
			hardware: Resources,
			/// The farming policy that it keeps.
			policy: FarmingPolicyId,
		},
		/// A node describes itself anew.
		#[codec(index = 1)]
		NodeUpdated {
			/// The node.
			node: NodeId,
			/// Its farm.
			farm: FarmId,
			/// What it had.
			before: Resources,
			/// What it has.
			hardware: Resources,
		},
		/// A node's public addresses and domain are these now; `None` if they were removed.
		#[codec(index = 2)]
		PublicConfigSet {
			/// The node.
			node: NodeId,
			/// Its farm.
			farm: FarmId,
			/// The addresses and the domain.
			config: Option<PublicConfig>,
		},
		/// A node has reported.
		#[codec(index = 3)]
		Reported {
			/// The node.
			node: NodeId,
			/// Its farm.
			farm: FarmId,
			/// Seconds since its boot, as it says.
			uptime: Seconds,
			/// How long it says that it has been up since its last report.
			claimed: Seconds,
			/// How much of this the chain credits.
			credited: Seconds,
			/// What it claims beyond that.
			not_credited: Seconds,
			/// The running period.
			period: Period,
			/// Credited seconds that fell into the period before the running one.
			earlier: Seconds,
			/// Credited seconds that count for no reward, since their period is being settled or is older.
			dropped: Seconds,
			/// Public bytes that were counted, all contracts together.
			traffic: Bytes,
			/// Traffic entries for contracts that are not on this node. They count nothing.
			skipped: u32,
		},
		/// A reward period has begun, where the one before it ended.
		#[codec(index = 4)]
		PeriodBegan {
			/// The period.
			period: Period,
			/// When it began.
			start: Time,
			/// When it ends.
			end: Time,
		},
		/// The parameters are these now.
		#[codec(index = 5)]
		ParamsSet {
			/// All of them.
			params: NodeParams,
		},
		/// The running period ends later: the one before it is not settled yet, since the chain stood still.
		#[codec(index = 6)]
		PeriodExtended {
			/// The period.
			period: Period,
			/// When it began.
			start: Time,
			/// When it ends now.
			end: Time,
		},
		/// A certifier vouches for a node's hardware: new contracts on it pay for that from now on, and it is
		/// rewarded for it from the next period on.
		#[codec(index = 7)]
		NodeCertified {
			/// The node.
			node: NodeId,
			/// Its farm.
			farm: FarmId,
			/// What the certifier found.
			hardware: Resources,
		},
		/// A certifier has withdrawn a node's certificate.
		#[codec(index = 8)]
		CertificateWithdrawn {
			/// The node.
			node: NodeId,
			/// Its farm.
			farm: FarmId,
			/// What the certificate covered.
			certified: Resources,
		},
		/// A node's certificate fell, since its hardware is not what was certified any more.
		#[codec(index = 9)]
		CertificateFell {
			/// The node.
			node: NodeId,
			/// Its farm.
			farm: FarmId,
			/// What the certificate covered.
			certified: Resources,
			/// What the node has now.
			hardware: Resources,
		},
		/// A node takes no new contracts until then; `None` if it takes them again.
		#[codec(index = 10)]
		MaintenanceSet {
			/// The node.
			node: NodeId,
			/// Its farm.
			farm: FarmId,
			/// When this ends by itself.
			until: Option<Time>,
		},
		/// New rents of a node pay this fee.
		#[codec(index = 11)]
		ExtraFeeSet {
			/// The node.
			node: NodeId,
			/// Its farm.
			farm: FarmId,
			/// Nano-dollars a month of 730 hours; 0 if there is no fee any more.
			usd_month: Usd,
		},
		/// A node will leave. It takes no new contracts.
		#[codec(index = 12)]
		RetirementAnnounced {
			/// The node.
			node: NodeId,
			/// Its farm.
			farm: FarmId,
			/// When its contracts are ended.
			at: Time,
			/// How many there are.
			contracts: u32,
		},
		/// A node stays, and takes new contracts again.
		#[codec(index = 13)]
		RetirementCancelled {
			/// The node.
			node: NodeId,
			/// Its farm.
			farm: FarmId,
		},
		/// The notice of a node is over, or its rent has ended, but a contract on it couldn't be ended. This is tried
		/// again after `retirement_retry` of `Params`, and when the contract is due to be billed.
		#[codec(index = 14)]
		ContractNotEnded {
			/// The node.
			node: NodeId,
			/// The contract.
			contract: ContractId,
			/// Why not.
			error: DispatchError,
			/// Why it should have been.
			reason: EndReason,
		},
		/// A node has left its farm.
		#[codec(index = 15)]
		NodeRetired {
			/// The node.
			node: NodeId,
			/// The farm that it stood in. Its authorisation of the account stays.
			farm: FarmId,
			/// The account that it had.
			account: T::AccountId,
			/// Its twin.
			twin: TwinId,
			/// Seconds that it was credited with in all.
			attested: Seconds,
		},
		/// The rent of a node has ended under other contracts. They are ended as well, a few a block, and until then
		/// the node takes no new ones.
		#[codec(index = 16)]
		RentEnding {
			/// The node.
			node: NodeId,
			/// Its farm.
			farm: FarmId,
			/// The rent.
			contract: ContractId,
			/// How many contracts are left.
			contracts: u32,
		},
		/// The last contract that stood under an ended rent has ended. The node takes new ones again, unless it
		/// retires.
		#[codec(index = 17)]
		RentCleared {
			/// The node.
			node: NodeId,
			/// Its farm.
			farm: FarmId,
			/// The rent.
			contract: ContractId,
		},
		/// A node is offered in parts from now on, or only as a whole. What stands on it stays.
		#[codec(index = 18)]
		TenancySet {
			/// The node.
			node: NodeId,
			/// Its farm.
			farm: FarmId,
			/// How it is offered.
			tenancy: Tenancy,
		},
		/// The region asks its nodes to run another version of their software, or none any more.
		#[codec(index = 19)]
		ReleaseSet {
			/// What it asked for before, if anything.
			before: Option<Version>,
			/// What it asks for now, if anything.
			version: Option<Version>,
		},
	}

	/// Why a call is refused.
	#[pallet::error]
	pub enum Error<T> {
		/// There is no such node. `node_of` tells the node of an account; `register_node` makes one.
		#[codec(index = 0)]
		NotFound,
		/// The node belongs to another account. Sign with the node's own account.
		#[codec(index = 1)]
		NotNodeAccount,
		/// The node did this less than a report interval ago. Wait for the rest of the interval.
		#[codec(index = 2)]
		TooEarly,
		/// The farm has not authorised the account. Name the farm that has; its farmer calls `authorise_node`
		/// first.
		#[codec(index = 3)]
		NotAuthorised,
		/// The account has a node already. Use `update_node` to change it.
		#[codec(index = 4)]
		AlreadyRegistered,
		/// The hardware is less than the least that may join, or more than any computer has. `Params` tells
		/// both. A node that has lost some may say so, however little is left.
		#[codec(index = 5)]
		HardwareOutOfBounds,
		/// The country is not two upper-case letters. Give its code of ISO 3166, like `BE`.
		#[codec(index = 6)]
		CountryNotTwoLetters,
		/// The position is not on Earth. Latitudes go to 90 degrees, longitudes to 180, in millionths.
		#[codec(index = 7)]
		PositionOutOfBounds,
		/// A text is not UTF-8, holds control characters, or an interface has no name. Send plain text, and
		/// leave out an interface without a name.
		#[codec(index = 8)]
		TextNotReadable,
		/// All is like that already. Nothing needs to be sent.
		#[codec(index = 9)]
		NothingToChange,
		/// The public configuration names neither an IPv4 nor an IPv6 address. Name one; to remove the configuration,
		/// pass none.
		#[codec(index = 10)]
		AddressMissing,
		/// An address is not written as it should be. Write `185.206.122.31/24` with the gateway
		/// `185.206.122.1`.
		#[codec(index = 11)]
		AddressNotReadable,
		/// The prefix is out of bounds. It goes from 8 to 31 for IPv4, from 16 to 127 for IPv6.
		#[codec(index = 12)]
		PrefixOutOfBounds,
		/// The address or the gateway is not one of a host on the public internet. Give those that the
		/// provider has assigned; a node that has none needs no public configuration.
		#[codec(index = 13)]
		AddressNotPublic,
		/// The gateway lies outside the prefix. Give the router's address in the same network: a node reaches no other.
		#[codec(index = 14)]
		GatewayOutsidePrefix,
		/// The gateway is the address itself. Name the router.
		#[codec(index = 15)]
		GatewayIsAddress,
		/// The domain is not one. Give at least two parts of letters, digits and hyphens, joined by dots.
		#[codec(index = 16)]
		DomainNotReadable,
		/// The node has not reported lately. Wait for its next report, or choose another one: `find_nodes` finds those
		/// that take contracts now.
		#[codec(index = 17)]
		NotLive,
		/// The node has too little free capacity. `Ledger` tells what it has and what is sold of that: take
		/// less, or choose another node.
		#[codec(index = 18)]
		InsufficientCapacity,
		/// The node has as many contracts as one may have. Choose another node.
		#[codec(index = 19)]
		TooManyContracts,
		/// The contract has a part of the node already. Change that.
		#[codec(index = 20)]
		AlreadyOnNode,
		/// The contract has no part of the node. Choose the node that it stands on.
		#[codec(index = 21)]
		NotOnNode,
		/// The parameters don't fit together, or one is out of its bounds. Set them within the bounds that the docs of
		/// `NodeParams` tell, value by value.
		#[codec(index = 22)]
		InconsistentParams,
		/// Only the farmer does this. Sign with the account of the twin that owns the node's farm.
		#[codec(index = 23)]
		NotFarmer,
		/// The node says that it has other hardware, in some part by more than 1 %. `Ledger` tells what. Find out
		/// which is true; the node corrects itself by `update_node`.
		#[codec(index = 24)]
		HardwareDiffers,
		/// The end of the maintenance has passed, or is further away than `Params` allow. Say an earlier one, and
		/// say it again later.
		#[codec(index = 25)]
		MaintenanceOutOfBounds,
		/// The node is under maintenance. `node_capacity` tells until when; choose another node, or wait.
		#[codec(index = 26)]
		UnderMaintenance,
		/// The extra fee is higher than any node may have. Ask for at most `max_extra_fee` of `Params`, in
		/// nano-dollars a month.
		#[codec(index = 27)]
		ExtraFeeOutOfBounds,
		/// The node retires: it takes no new contracts. Choose another node; its farmer may call
		/// `cancel_retirement` until the notice is over.
		#[codec(index = 28)]
		Retiring,
		/// The node doesn't retire, or its notice is over. Nothing can be taken back; once it has left, the
		/// account can register again.
		#[codec(index = 29)]
		NotRetiring,
		/// The account has registered a node in this reward period that has left since. It can register again in
		/// the next one.
		#[codec(index = 30)]
		RegisteredThisPeriod,
		/// Another contract rents the node. `node_capacity` tells which; choose another node, or wait until that ends.
		#[codec(index = 31)]
		Rented,
		/// The rent of the node has ended, and what stood under it is being ended. Try again in a few blocks:
		/// `node_capacity` tells when the node is free.
		#[codec(index = 32)]
		RentEnding,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		/// Begins the next period once the running one has ended, ends contracts whose node's notice is over or whose
		/// rent has ended, and lets nodes go.
		///
		/// In `on_poll`, since it sees the time of its own block. In a block without it the calls look past
		/// the boundary by themselves.
		fn on_poll(_block: BlockNumberFor<T>, weight: &mut WeightMeter) {
			if weight.try_consume(T::WeightInfo::on_poll()).is_err() {
				return;
			}
			if Self::on_chain_storage_version() != STORAGE_VERSION {
				return;
			}
			let book = Self::roll_calendar();
			Self::poll_endings(&book, weight);
		}

		fn integrity_test() {
			assert!(
				Self::least_share_has_room(),
				"nodes: the end of one contract takes more than the least share of a block"
			);
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_block: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	/// The calls.
	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Registers this computer as a node of `farm`, which has authorised its account.
		///
		/// The farm is named, so that no other one can catch the computer by authorising its account first. The
		/// account gets a twin and a node id; capacity can be sold and uptime earns after its first
		/// report. The farming policy of this moment stays with the node, so that what was promised to a
		/// farmer holds.
		///
		/// - Signed by the computer's own account, which `authorise_node` of `farm` has named. Free of fees, and
		///   the account needs no balance. At most once in a reward period.
		/// - `hardware`: within [`NodeParams::minimum`] and [`NodeParams::maximum`].
		/// - `location`: country as two upper-case letters, city, position in millionths of a degree.
		/// - `interfaces`: at most 4, with at most 4 addresses each.
		/// - `serial`: what the maker wrote on the computer, at most 48 bytes; empty if it is unknown.
		/// - Fails with [`Error::AlreadyRegistered`], [`Error::RegisteredThisPeriod`], [`Error::NotAuthorised`],
		///   [`Error::HardwareOutOfBounds`], [`Error::CountryNotTwoLetters`], [`Error::PositionOutOfBounds`],
		///   [`Error::TextNotReadable`].
		/// - Emits [`Event::NodeRegistered`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::register_node())]
		#[pallet::feeless_if(
			|
				_: &OriginFor<T>, _: &FarmId, _: &Resources, _: &Location, _: &Interfaces, _: &bool, _: &bool,
				_: &Serial
			| -> bool { true }
		)]
		#[allow(clippy::too_many_arguments)]
		pub fn register_node(
			origin: OriginFor<T>,
			farm: FarmId,
			hardware: Resources,
			location: Location,
			interfaces: Interfaces,
			secure_boot: bool,
			virtualized: bool,
			serial: Serial,
		) -> DispatchResult {
			let account = ensure_signed(origin)?;
			let details = Details { location, interfaces, secure_boot, virtualized, serial };
			Self::do_register(account, farm, hardware, details)
		}

		/// Describes the node anew: all of it, as `register_node` did.
		///
		/// What a node earns follows the least hardware that it had in the period, so a loss counts at once
		/// and a gain from the next period. A node may shrink below what is sold of it: it is what it is. But
		/// nothing more can be sold until all that is sold fits again. A certificate falls when any part is more
		/// than 1 % away from what was certified, be it more or less.
		///
		/// - Signed by the node's own account, free of fees, at most once an interval
		///   ([`NodeParams::report_interval`]) since its registration.
		/// - Limits as in `register_node`, but there is no least hardware: a loss can always be told.
		/// - Fails with [`Error::NotFound`], [`Error::NotNodeAccount`], [`Error::TooEarly`],
		///   [`Error::HardwareOutOfBounds`], [`Error::CountryNotTwoLetters`], [`Error::PositionOutOfBounds`],
		///   [`Error::TextNotReadable`], [`Error::NothingToChange`].
		/// - Emits [`Event::NodeUpdated`], and [`Event::CertificateFell`] if that happens.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::update_node())]
		#[pallet::feeless_if(
			|
				_: &OriginFor<T>, _: &NodeId, _: &Resources, _: &Location, _: &Interfaces, _: &bool, _: &bool,
				_: &Serial
			| -> bool { true }
		)]
		#[allow(clippy::too_many_arguments)]
		pub fn update_node(
			origin: OriginFor<T>,
			node: NodeId,
			hardware: Resources,
			location: Location,
			interfaces: Interfaces,
			secure_boot: bool,
			virtualized: bool,
			serial: Serial,
		) -> DispatchResult {
			let account = ensure_signed(origin)?;
			let details = Details { location, interfaces, secure_boot, virtualized, serial };
			Self::do_update(&account, node, hardware, details)
		}

		/// Says by which public addresses and domain the node can be reached, or that there are none.
		///
		/// The addresses come as text and are checked once, here: an address of the public internet, with its
		/// prefix, and a gateway inside the prefix that is another address.
		///
		/// - Signed by the node's own account, free of fees, at most once an interval
		///   ([`NodeParams::report_interval`]).
		/// - `config`: an IPv4 or an IPv6 address or both, and a domain of at most 128 bytes if there is one;
		///   none removes what was set.
		/// - Fails with [`Error::NotFound`], [`Error::NotNodeAccount`], [`Error::TooEarly`],
		///   [`Error::AddressMissing`], [`Error::AddressNotReadable`], [`Error::PrefixOutOfBounds`],
		///   [`Error::AddressNotPublic`], [`Error::GatewayOutsidePrefix`], [`Error::GatewayIsAddress`],
		///   [`Error::DomainNotReadable`], [`Error::NothingToChange`].
		/// - Emits [`Event::PublicConfigSet`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::set_public_config())]
		#[pallet::feeless_if(
			|_: &OriginFor<T>, _: &NodeId, _: &Option<PublicConfigText>| -> bool { true }
		)]
		pub fn set_public_config(
			origin: OriginFor<T>,
			node: NodeId,
			config: Option<PublicConfigText>,
		) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_set_public_config(&account, node, config)
		}

		/// Reports `uptime` seconds since boot and the public traffic of the node's contracts.
		///
		/// Credits the node with the time it can have been up: the lesser of what it claims and what has
		/// passed since its last report. A claim beyond that is no error, so that a report which arrives late
		/// never locks a node out; the event tells what was not credited. After more than
		/// [`NodeParams::live_blocks`] blocks of silence at most [`NodeParams::late_credit`] is credited.
		///
		/// - Signed by the node's own account, free of fees, at most once an interval
		///   ([`NodeParams::report_interval`]); the first report may come at once.
		/// - `traffic`: cumulative bytes (10^9 bytes are 1 NU) of at most 128 contracts. A counter that falls has
		///   restarted and counts from 0. Entries of foreign or ended contracts are skipped.
		/// - Fails with [`Error::NotFound`], [`Error::NotNodeAccount`], [`Error::TooEarly`]. No figure makes it
		///   fail.
		/// - Emits [`Event::Reported`].
		#[pallet::call_index(3)]
		#[pallet::weight(Pallet::<T>::weight_of_report(traffic))]
		#[pallet::feeless_if(
			|_: &OriginFor<T>, _: &NodeId, _: &Seconds, _: &Traffic| -> bool { true }
		)]
		pub fn report(
			origin: OriginFor<T>,
			node: NodeId,
			uptime: Seconds,
			traffic: Traffic,
		) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_report(&account, node, uptime, &traffic)
		}

		/// Sets all parameters at once.
		///
		/// A new period length holds from the next boundary. New limits on hardware and contracts hold for what
		/// is registered, updated or sold from now on.
		///
		/// - Origin: [`Config::AdminOrigin`].
		/// - `params`: each within the bounds that its doc tells, and all fitting together.
		/// - Fails with [`Error::InconsistentParams`].
		/// - Emits [`Event::ParamsSet`].
		#[pallet::call_index(4)]
		#[pallet::weight((T::WeightInfo::set_params(), DispatchClass::Operational))]
		pub fn set_params(origin: OriginFor<T>, params: NodeParams) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_set_params(params)
		}

		/// Vouches for the hardware of `node`, or withdraws the certificate that stands.
		///
		/// A certificate covers what was found, and falls as soon as the node has anything that is more than 1 %
		/// away from it. What is deployed on the node while it stands costs more; the node is rewarded for it in
		/// each period from whose beginning to whose end certificates stood. A new one that takes the place of one
		/// that stands leaves no gap. One that ends counts for the periods before the running one.
		///
		/// - Origin: [`Config::CertifierOrigin`].
		/// - `certificate`: what the certifier found, which has to be what the node says, within 1 %; none
		///   withdraws.
		/// - Fails with [`Error::NotFound`], [`Error::HardwareDiffers`], [`Error::NothingToChange`].
		/// - Emits [`Event::NodeCertified`] or [`Event::CertificateWithdrawn`].
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::certify_node())]
		pub fn certify_node(
			origin: OriginFor<T>,
			node: NodeId,
			certificate: Option<Resources>,
		) -> DispatchResult {
			T::CertifierOrigin::ensure_origin(origin)?;
			Self::do_certify(node, certificate)
		}

		/// Puts `node` under maintenance: it takes no new contracts before `until`, or takes them again.
		///
		/// What runs on it goes on, and may be changed. The maintenance ends by itself, so that no node is
		/// forgotten in it.
		///
		/// - Signed by the farmer: the account of the twin that owns the node's farm.
		/// - `until`: a moment to come, at most [`NodeParams::max_maintenance`] away; none ends the maintenance.
		/// - Fails with [`Error::NotFound`], [`Error::NotFarmer`], [`Error::Retiring`],
		///   [`Error::MaintenanceOutOfBounds`], [`Error::NothingToChange`].
		/// - Emits [`Event::MaintenanceSet`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::set_maintenance())]
		pub fn set_maintenance(
			origin: OriginFor<T>,
			node: NodeId,
			until: Option<Time>,
		) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_set_maintenance(&account, node, until)
		}

		/// Sets what whoever rents `node` pays beside its resources.
		///
		/// It holds for new rents only: a rent keeps the fee that it was made with.
		///
		/// - Signed by the farmer: the account of the twin that owns the node's farm.
		/// - `usd_month`: nano-dollars a month of 730 hours, at most [`NodeParams::max_extra_fee`]; none or 0 ends
		///   the fee.
		/// - Fails with [`Error::NotFound`], [`Error::NotFarmer`], [`Error::ExtraFeeOutOfBounds`],
		///   [`Error::NothingToChange`].
		/// - Emits [`Event::ExtraFeeSet`].
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::set_extra_fee())]
		pub fn set_extra_fee(
			origin: OriginFor<T>,
			node: NodeId,
			usd_month: Option<Usd>,
		) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_set_extra_fee(&account, node, usd_month)
		}

		/// Lets `node` leave its farm: at once if it has no contracts, else after a notice.
		///
		/// Through the notice it takes no new contracts, and those who have one can move. Then the chain ends what
		/// is left, a few contracts a block, and the node leaves with the last one. It may leave before, by another
		/// call of this, when the last contract has ended by itself. From then on it is credited with nothing; for
		/// what it was credited with it is rewarded when the period is settled. Its account can register again in
		/// the next period, or at once if it had not registered in this one: `revoke_node` keeps it from that.
		///
		/// - Signed by the farmer: the account of the twin that owns the node's farm.
		/// - The notice is [`NodeParams::retirement_notice`] long.
		/// - Fails with [`Error::NotFound`], [`Error::NotFarmer`], and with [`Error::Retiring`] if the node retires
		///   already and still has contracts.
		/// - Emits [`Event::NodeRetired`], or [`Event::RetirementAnnounced`] if there are contracts.
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::retire_node())]
		pub fn retire_node(origin: OriginFor<T>, node: NodeId) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_retire(&account, node)
		}

		/// Takes a notice back: `node` stays, and takes new contracts again.
		///
		/// - Signed by the farmer: the account of the twin that owns the node's farm.
		/// - Fails with [`Error::NotFound`], [`Error::NotFarmer`], and with [`Error::NotRetiring`] if there is no
		///   notice or it is over.
		/// - Emits [`Event::RetirementCancelled`].
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::cancel_retirement())]
		pub fn cancel_retirement(origin: OriginFor<T>, node: NodeId) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_cancel_retirement(&account, node)
		}

		/// Offers `node` only as a whole, or in parts again.
		///
		/// A farmer of a computer that is bought for its graphics processors, or of one that nobody is to share,
		/// has it rented or not at all: on a dedicated node only its renter deploys. What stands on it already goes
		/// on, and may be changed and cancelled.
		///
		/// - Signed by the farmer: the account of the twin that owns the node's farm.
		/// - Fails with [`Error::NotFound`], [`Error::NotFarmer`], [`Error::NothingToChange`].
		/// - Emits [`Event::TenancySet`].
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::set_tenancy())]
		pub fn set_tenancy(origin: OriginFor<T>, node: NodeId, tenancy: Tenancy) -> DispatchResult {
			let account = ensure_signed(origin)?;
			Self::do_set_tenancy(&account, node, tenancy)
		}

		/// Says which version of their software the region asks its nodes to run.
		///
		/// It is advice: a node that runs another one earns and is sold as before. Its daemon tells the farmer.
		///
		/// - Origin: [`Config::AdminOrigin`].
		/// - `version`: 1 to 32 bytes of readable text, like `1.2.0`; none asks for no version any more.
		/// - Fails with [`Error::TextNotReadable`], [`Error::NothingToChange`].
		/// - Emits [`Event::ReleaseSet`].
		#[pallet::call_index(11)]
		#[pallet::weight(T::WeightInfo::set_release())]
		pub fn set_release(origin: OriginFor<T>, version: Option<Version>) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_set_release(version)
		}
	}
}
