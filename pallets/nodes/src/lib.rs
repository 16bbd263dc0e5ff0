#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod attested;
mod calendar;
mod check_call;
mod ledger;
mod params;
mod public_config;
mod registration;
mod reporting;
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
	Details, Domain, Interface, InterfaceIps, InterfaceName, Interfaces, IpAddress, Ipv4Network,
	Ipv6Network, Location, LowestHardware, NetworkText, Node, NodeLedger, NodeLiveness, PeriodBook,
	PeriodUptime, Position, PublicConfig, PublicConfigText, Sale, Serial, Traffic,
};
pub use weights::WeightInfo;

#[frame_support::pallet]
pub mod pallet {
	use super::{params::NodeParams, types::*, WeightInfo};
	use frame_support::{pallet_prelude::*, traits::UnixTime, weights::WeightMeter};
	use frame_system::pallet_prelude::*;
	use gridchain_primitives::{
		traits::{Farms, Twins},
		Bytes, ContractId, FarmId, FarmingPolicyId, NodeId, Period, Resources, Seconds, Time,
		TwinId,
	};

	/// The layout of the storage that this code reads and writes.
	pub(crate) const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	/// What the pallet needs of the runtime.
	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// Who may change [`Params`].
		type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Digital identities: each node gets one.
		type Twins: Twins<Self::AccountId>;

		/// Farms, which say whose computers may join.
		type Farms: Farms<Self::AccountId>;

		/// Chain time, as the timestamp inherent sets it.
		type Clock: UnixTime;

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

	/// The running reward period, and the last period whose settlement has begun.
	///
	/// Absent before the first block with a hook or a registration. Rolled by `on_poll`, `register_node` and
	/// `set_params`, closed and released by
	/// `close` and `release` of [`gridchain_primitives::traits::Attested`]. Whitelisted: it is small
	/// and hot, every block reads it.
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

	/// What a node is, as it describes itself: all that no report needs.
	///
	/// Made by `register_node`; changed by `update_node` and `set_public_config`.
	#[pallet::storage]
	pub type Nodes<T: Config> = StorageMap<_, Twox64Concat, NodeId, Node<T::AccountId>>;

	/// The node of an account.
	///
	/// Made by `register_node`.
	#[pallet::storage]
	pub type NodeOf<T: Config> = StorageMap<_, Blake2_128Concat, T::AccountId, NodeId>;

	/// What a node has attested so far, and when it last spoke.
	///
	/// Made by `register_node`; changed by `report` alone. It holds all that a report reads and writes of the
	/// node, so that a report without traffic is one write.
	#[pallet::storage]
	pub type Liveness<T: Config> = StorageMap<_, Twox64Concat, NodeId, NodeLiveness<T::AccountId>>;

	/// What a node has, what is sold of it, and the least it had in the periods that are not settled.
	///
	/// Made by `register_node`; changed by `update_node` and, when a contract begins, changes or ends, by
	/// `take`, `change` and `give_back` of [`gridchain_primitives::traits::Capacity`].
	#[pallet::storage]
	pub type Ledger<T: Config> = StorageMap<_, Twox64Concat, NodeId, NodeLedger>;

	/// What a contract has of a node, and its traffic meter.
	///
	/// Made by `take`, removed by `give_back` of [`gridchain_primitives::traits::Capacity`]; the resources
	/// are changed by its `change`, the meter by `report`.
	#[pallet::storage]
	pub type Sales<T: Config> =
		StorageDoubleMap<_, Twox64Concat, NodeId, Twox64Concat, ContractId, Sale>;

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
			assert!(self.params.is_consistent(), "the parameters of the nodes don't fit together");
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
		/// No farm has authorised the account. The farmer calls `authorise_node` first.
		#[codec(index = 3)]
		NotAuthorised,
		/// The account has a node already. Use `update_node` to change it.
		#[codec(index = 4)]
		AlreadyRegistered,
		/// The hardware is less than the least that may join, or more than any computer has. `Params` tells
		/// both. A node that has lost some may say so, however little is left.
		#[codec(index = 5)]
		HardwareOutOfBounds,
		/// The country is not two upper-case letters, as in ISO 3166: `BE`.
		#[codec(index = 6)]
		CountryNotTwoLetters,
		/// The position is not on Earth: latitudes go to 90 degrees, longitudes to 180, in millionths.
		#[codec(index = 7)]
		PositionOutOfBounds,
		/// A text is not UTF-8, holds control characters, or an interface has no name. Send plain text, and
		/// leave out an interface without a name.
		#[codec(index = 8)]
		TextNotReadable,
		/// All is like that already. Nothing needs to be sent.
		#[codec(index = 9)]
		NothingToChange,
		/// A public configuration names an IPv4 or an IPv6 address. To remove it, pass none.
		#[codec(index = 10)]
		AddressMissing,
		/// An address is not written as it should be: `185.206.122.31/24` with the gateway `185.206.122.1`.
		#[codec(index = 11)]
		AddressNotReadable,
		/// The prefix is out of bounds: 8 to 31 for IPv4, 16 to 127 for IPv6.
		#[codec(index = 12)]
		PrefixOutOfBounds,
		/// The address or the gateway is not one of a host on the public internet. Give those that the
		/// provider has assigned; a node that has none needs no public configuration.
		#[codec(index = 13)]
		AddressNotPublic,
		/// The gateway lies outside the prefix. A node reaches only a gateway in its own network.
		#[codec(index = 14)]
		GatewayOutsidePrefix,
		/// The gateway is the address itself. Name the router.
		#[codec(index = 15)]
		GatewayIsAddress,
		/// The domain is not one: at least two parts of letters, digits and hyphens, joined by dots.
		#[codec(index = 16)]
		DomainNotReadable,
		/// The node has not reported lately. It can be sold again after its next report.
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
		/// The parameters don't fit together, or one is out of its bounds. Their docs tell the bounds.
		#[codec(index = 22)]
		InconsistentParams,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		/// Begins the next period once the running one has ended.
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
			Self::roll_calendar();
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_block: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	/// The calls.
	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Registers this computer as a node of the farm that has authorised its account.
		///
		/// The account gets a twin and a node id; capacity can be sold and uptime earns after its first
		/// report. The farming policy of this moment stays with the node, so that what was promised to a
		/// farmer holds.
		///
		/// - Signed by the computer's own account, which `authorise_node` of its farm has named. Free of fees,
		///   and the account needs no balance.
		/// - `hardware`: within [`NodeParams::minimum`] and [`NodeParams::maximum`].
		/// - `location`: country as two upper-case letters, city, position in millionths of a degree.
		/// - `interfaces`: at most 4, with at most 4 addresses each.
		/// - `serial`: what the maker wrote on the computer, at most 48 bytes; empty if it is unknown.
		/// - Fails with [`Error::AlreadyRegistered`], [`Error::NotAuthorised`], [`Error::HardwareOutOfBounds`],
		///   [`Error::CountryNotTwoLetters`], [`Error::PositionOutOfBounds`], [`Error::TextNotReadable`].
		/// - Emits [`Event::NodeRegistered`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::register_node())]
		#[pallet::feeless_if(
			|_: &OriginFor<T>, _: &Resources, _: &Location, _: &Interfaces, _: &bool, _: &bool, _: &Serial|
			-> bool { true }
		)]
		pub fn register_node(
			origin: OriginFor<T>,
			hardware: Resources,
			location: Location,
			interfaces: Interfaces,
			secure_boot: bool,
			virtualized: bool,
			serial: Serial,
		) -> DispatchResult {
			let account = ensure_signed(origin)?;
			let details = Details { location, interfaces, secure_boot, virtualized, serial };
			Self::do_register(account, hardware, details)
		}

		/// Describes the node anew: all of it, as `register_node` did.
		///
		/// What a node earns follows the least hardware that it had in the period, so a loss counts at once
		/// and a gain from the next period. A node may shrink below what is sold of it: it is what it is. But
		/// nothing more can be sold until all that is sold fits again.
		///
		/// - Signed by the node's own account, free of fees, at most once an interval
		///   ([`NodeParams::report_interval`]) since its registration.
		/// - Limits as in `register_node`, but there is no least hardware: a loss can always be told.
		/// - Fails with [`Error::NotFound`], [`Error::NotNodeAccount`], [`Error::TooEarly`],
		///   [`Error::HardwareOutOfBounds`], [`Error::CountryNotTwoLetters`], [`Error::PositionOutOfBounds`],
		///   [`Error::TextNotReadable`], [`Error::NothingToChange`].
		/// - Emits [`Event::NodeUpdated`].
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
		#[pallet::weight(T::WeightInfo::report(traffic.len() as u32))]
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
	}
}
