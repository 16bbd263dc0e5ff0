#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub use pallet::*;
pub use types::*;
pub use weights::WeightInfo;

mod cap;
mod clearing;
mod genesis;
mod params;
mod payouts;
mod policies;
mod reading;
mod receipts;
mod settlement;
mod try_state;
mod types;
mod voiding;
pub mod weights;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use params::RewardsParams;
pub use policies::{DefaultFarmingPolicy, FarmingPolicy};

use frame_support::{
	pallet_prelude::*,
	traits::{fungible, UnixTime},
	weights::WeightMeter,
};
use frame_system::pallet_prelude::*;
use gridchain_primitives::{
	traits::{Attested, Farms, PriceFeed, Records, Revenue},
	Balance, CloudUnits, FarmId, FarmingPolicyId, NodeId, Period, Price, Seconds, Time, Usd,
};

/// The layout of this pallet's storage. Hooks do nothing while the state has another one.
pub(crate) const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

#[frame_support::pallet]
pub mod pallet {
	use super::*;

	/// What the pallet needs to know of the rest of the chain.
	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// Who sets the tunables and lowers the cap.
		type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// Who adds farming policies and chooses the default.
		type PolicyOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// Who may void a receipt.
		type CertifierOrigin: EnsureOrigin<Self::RuntimeOrigin>;
		/// TFT, to know how much there is. It is minted through [`Config::Revenue`], into the pot.
		type Currency: fungible::Inspect<Self::AccountId, Balance = Balance>;
		/// Attested uptime by periods, and the calendar.
		type Attested: Attested;
		/// Farms, whether they are approved, and where they are paid.
		type Farms: Farms<Self::AccountId>;
		/// Booked revenue, and the pot from which farms are paid.
		type Revenue: Revenue<Self::AccountId>;
		/// The market's price, which stands in the receipts and changes nothing.
		type PriceFeed: PriceFeed;
		/// The chain's history.
		type Records: Records<Self::AccountId>;
		/// Chain time.
		type Clock: UnixTime;
		/// The cost of calls and steps.
		type WeightInfo: WeightInfo;
		/// Makes nodes, periods and revenue to measure with.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: BenchmarkHelper;
	}

	/// See the crate's page.
	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	/// The tunables. Changed by `set_params` alone.
	///
	/// Hot: every block of a settlement reads it, once.
	#[pallet::storage]
	#[pallet::whitelist_storage]
	pub type Params<T: Config> = StorageValue<_, RewardsParams, ValueQuery>;

	/// The most TFT that there may ever be, in 10^-7 TFT. Set by genesis; `lower_cap` lowers it; nothing raises
	/// it.
	///
	/// Hot: each payout of a block compares with it.
	#[pallet::storage]
	#[pallet::whitelist_storage]
	pub type Cap<T: Config> = StorageValue<_, Balance, ValueQuery>;

	/// 10^-7 TFT that there were when the chain began. Written by genesis alone.
	#[pallet::storage]
	pub type GenesisIssuance<T: Config> = StorageValue<_, Balance, ValueQuery>;

	/// 10^-7 TFT that were minted since, in all. Grows with each payout of a settlement (`on_poll`).
	///
	/// Hot: each payout of a block adds to it.
	#[pallet::storage]
	#[pallet::whitelist_storage]
	pub type MintedTotal<T: Config> = StorageValue<_, Balance, ValueQuery>;

	/// The versions of the farming policy, counted from 1. Genesis writes the first, `add_farming_policy` one
	/// more each; none is changed or removed. At most [`MAX_POLICIES`].
	#[pallet::storage]
	pub type Policies<T: Config> =
		StorageMap<_, Twox64Concat, FarmingPolicyId, FarmingPolicy, OptionQuery>;

	/// How many versions there are. Changed by genesis and `add_farming_policy`.
	#[pallet::storage]
	pub type PolicyCount<T: Config> = StorageValue<_, u32, ValueQuery>;

	/// The version that a node gets when it registers. Changed by `set_default_policy`.
	#[pallet::storage]
	pub type DefaultPolicy<T: Config> = StorageValue<_, FarmingPolicyId, ValueQuery, FirstPolicy>;

	/// The oldest period that isn't settled. Moved on by `on_poll` when a settlement is done.
	///
	/// Hot: every block compares it with the calendar.
	#[pallet::storage]
	#[pallet::whitelist_storage]
	pub type NextToSettle<T: Config> = StorageValue<_, Period, ValueQuery, FirstPeriod>;

	/// The oldest period whose receipts are still here. Moved on by `on_poll` when one is cleared.
	#[pallet::storage]
	pub type NextToClear<T: Config> = StorageValue<_, Period, ValueQuery, FirstPeriod>;

	/// The settlement that is under way and how far it has come. Changed by `on_poll` alone.
	///
	/// Hot: every block reads it, and one that settles writes it once, after its last step.
	#[pallet::storage]
	#[pallet::whitelist_storage]
	pub type Settlement<T: Config> = StorageValue<_, Progress, OptionQuery>;

	/// Why a certifier voided the receipt of a node for a period. Written by `void_receipt`; removed by
	/// `on_poll` with the receipts of the period.
	#[pallet::storage]
	pub type Voids<T: Config> =
		StorageDoubleMap<_, Twox64Concat, Period, Twox64Concat, NodeId, Reason, OptionQuery>;

	/// What each node earned in a period. Written by `on_poll` in phase 1 of the settlement, removed in phase
	/// 3 of a later one.
	#[pallet::storage]
	pub type Receipts<T: Config> =
		StorageDoubleMap<_, Twox64Concat, Period, Twox64Concat, NodeId, StoredReceipt, OptionQuery>;

	/// What the receipts of a farm under one policy add up to in a period. Written and removed by `on_poll`
	/// with the receipts.
	#[pallet::storage]
	pub type FarmTotals<T: Config> = StorageNMap<
		_,
		(
			NMapKey<Twox64Concat, Period>,
			NMapKey<Twox64Concat, FarmId>,
			NMapKey<Twox64Concat, FarmingPolicyId>,
		),
		FarmTotal,
		ValueQuery,
	>;

	/// What a farm is owed because its payout account couldn't receive it. It waits in the pot. Changed by
	/// `on_poll`: booked by a payout that failed, paid with the next one, or at the end of the next settlement.
	#[pallet::storage]
	pub type Booked<T: Config> = StorageMap<_, Twox64Concat, FarmId, Owed, OptionQuery>;

	/// Each settled period's own record: its totals, and the factors by which what was paid follows from the
	/// receipts. Written by `on_poll` when the settlement is done, and kept for ever: one small item a period.
	#[pallet::storage]
	pub type Periods<T: Config> = StorageMap<_, Twox64Concat, Period, PeriodSummary, OptionQuery>;

	/// What the chain begins with. Every pallet that mints at genesis has to come before this one, because
	/// the issuance of that moment is what there was at genesis.
	#[pallet::genesis_config]
	pub struct GenesisConfig<T: Config> {
		/// The tunables.
		pub params: RewardsParams,
		/// The most TFT that there may ever be, in 10^-7 TFT: at most 1,000,000,000 TFT.
		pub cap: Balance,
		/// The first farming policy, which is the default one.
		pub policy: FarmingPolicy,
		#[doc(hidden)]
		#[serde(skip)]
		pub _config: PhantomData<T>,
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			Pallet::<T>::build_genesis(self)
		}
	}

	/// What happened.
	#[pallet::event]
	#[pallet::generate_deposit(pub(crate) fn deposit_event)]
	pub enum Event<T: Config> {
		/// The tunables were set.
		#[codec(index = 0)]
		ParamsSet {
			/// The whole, as it holds from now on.
			params: RewardsParams,
		},
		/// The cap was lowered.
		#[codec(index = 1)]
		CapLowered {
			/// What it was, in 10^-7 TFT.
			from: Balance,
			/// What it is, in 10^-7 TFT.
			to: Balance,
		},
		/// A version of the farming policy was added.
		#[codec(index = 2)]
		PolicyAdded {
			/// Its number.
			policy: FarmingPolicyId,
			/// Its terms, which never change.
			terms: FarmingPolicy,
		},
		/// Nodes that register from now on get another policy.
		#[codec(index = 3)]
		DefaultPolicySet {
			/// What they got before.
			previous: FarmingPolicyId,
			/// What they get.
			policy: FarmingPolicyId,
		},
		/// A certifier voided a receipt.
		#[codec(index = 4)]
		ReceiptVoided {
			/// The period.
			period: Period,
			/// The node.
			node: NodeId,
			/// Why, in the certifier's words.
			reason: Reason,
		},
		/// The settlement of a period began. Its receipts can't be voided any more.
		#[codec(index = 5)]
		SettlementStarted {
			/// The period.
			period: Period,
			/// When it began.
			start: Time,
			/// When it ended.
			end: Time,
			/// The last node id. None if there is no node yet.
			last_node: Option<NodeId>,
			/// Dollars for one TFT on the market, if there is a price.
			market_price: Option<Price>,
		},
		/// A node's receipt was written.
		#[codec(index = 6)]
		ReceiptWritten {
			/// The period.
			period: Period,
			/// The node.
			node: NodeId,
			/// The farm it stood in.
			farm: FarmId,
			/// The policy of its registration.
			policy: FarmingPolicyId,
			/// The cloud units it earned for.
			units: CloudUnits,
			/// Seconds that the chain credited.
			uptime: Seconds,
			/// Seconds that it was registered.
			registered: Seconds,
			/// The reward in nano-dollars, rounded down.
			usd: Usd,
			/// 10^-7 TFT that are due before budget and cap, rounded down.
			due: Balance,
			/// 10^-7 TFT that deployers paid for its capacity: the farm's share.
			revenue: Balance,
			/// Why it is what it is.
			verdict: StoredVerdict,
		},
		/// A node's receipt could not be written. Nothing of it was changed: its revenue stays booked for the
		/// next period, and it earns nothing for this one.
		#[codec(index = 7)]
		NodeSkipped {
			/// The period.
			period: Period,
			/// The node.
			node: NodeId,
			/// What was wrong.
			error: DispatchError,
		},
		/// A farm was paid for its nodes under one policy.
		#[codec(index = 8)]
		FarmPaid {
			/// The period.
			period: Period,
			/// The farm.
			farm: FarmId,
			/// The policy.
			policy: FarmingPolicyId,
			/// 10^-7 TFT: the sum of its receipts.
			due: Balance,
			/// 10^-7 TFT that were minted of it, under the policy's budget and the cap.
			minted: Balance,
			/// 10^-7 TFT of revenue that were paid with it.
			revenue: Balance,
			/// The account that received both.
			account: T::AccountId,
		},
		/// A farm could not be paid. What is its own was minted and waits in the pot.
		#[codec(index = 9)]
		PayoutBooked {
			/// The period.
			period: Period,
			/// The farm.
			farm: FarmId,
			/// The policy.
			policy: FarmingPolicyId,
			/// 10^-7 TFT: the sum of its receipts.
			due: Balance,
			/// 10^-7 TFT that were minted of it, under the policy's budget and the cap.
			minted: Balance,
			/// 10^-7 TFT of revenue that wait with it.
			revenue: Balance,
			/// Why the account could not receive it.
			reason: DispatchError,
		},
		/// What a farm was owed from earlier payouts was paid.
		#[codec(index = 10)]
		BookedPaid {
			/// The period whose settlement paid it.
			period: Period,
			/// The farm.
			farm: FarmId,
			/// 10^-7 TFT of rewards that were minted earlier.
			minted: Balance,
			/// 10^-7 TFT of revenue that were taken earlier.
			revenue: Balance,
			/// The account that received both.
			account: T::AccountId,
		},
		/// A reward could not be minted. The farm was paid its revenue alone.
		#[codec(index = 11)]
		MintFailed {
			/// The period.
			period: Period,
			/// The farm.
			farm: FarmId,
			/// The policy.
			policy: FarmingPolicyId,
			/// 10^-7 TFT that should have been minted.
			amount: Balance,
			/// What was wrong.
			error: DispatchError,
		},
		/// A period is settled.
		#[codec(index = 12)]
		PeriodSettled {
			/// The period.
			period: Period,
			/// How many receipts were written.
			receipts: u32,
			/// How many payouts there were: one for each farm and policy.
			payouts: u32,
			/// 10^-7 TFT that all receipts are due together.
			due: Balance,
			/// 10^-7 TFT that all policies could mint of it, each within its budget.
			total: Balance,
			/// 10^-7 TFT that the cap left to mint.
			room: Balance,
			/// 10^-7 TFT that were minted.
			minted: Balance,
			/// 10^-7 TFT of revenue of all receipts together.
			revenue: Balance,
		},
		/// The receipts and farm totals of a period left the state. The chain's records have them for ever.
		#[codec(index = 13)]
		PeriodCleared {
			/// The period.
			period: Period,
		},
	}

	/// Why a call was refused.
	#[pallet::error]
	pub enum Error<T> {
		/// The tunables don't fit together, or one is out of its bounds. The docs of `RewardsParams` list the bounds;
		/// the settlement delay must be below half of the running period.
		#[codec(index = 0)]
		InconsistentParams,
		/// A term of the policy is out of its bounds. The docs of `FarmingPolicy` list them.
		#[codec(index = 1)]
		InconsistentPolicy,
		/// There are 256 versions already, the most that there can be. Choose one of them as default.
		#[codec(index = 2)]
		TooManyPolicies,
		/// There is no such version. `policyCount` tells the number of the last one.
		#[codec(index = 3)]
		PolicyNotFound,
		/// The cap can only be lowered. Give less than `cap`.
		#[codec(index = 4)]
		CapNotLower,
		/// There is more TFT than that, or will be when the running settlement is done. Give at least the
		/// issuance, or wait until the settlement is done.
		#[codec(index = 5)]
		CapBelowIssuance,
		/// The settlement of that period has begun, so its receipts stand. Void those of the running period, or of the
		/// one before it while its settlement waits.
		#[codec(index = 6)]
		SettlementBegun,
		/// The node had no part in that period, or the period is not the running one or the one before it.
		/// `periods` of Nodes tells which one runs; the node must have registered before the period's end.
		#[codec(index = 7)]
		NodeNotInPeriod,
		/// The reason is empty. Say why: it stands in the receipt.
		#[codec(index = 8)]
		ReasonMissing,
		/// The farm has no account to be paid to. The farmer sets one with `set_payout_account`.
		#[codec(index = 9)]
		PayoutAccountMissing,
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Sets the tunables, all at once.
		///
		/// They are one value, so that a combination that makes no sense is refused as a whole. A new delay
		/// holds for the settlement that comes next; fewer kept periods are cleared after that one.
		///
		/// - By [`Config::AdminOrigin`].
		/// - Fails with [`Error::InconsistentParams`].
		/// - Emits [`Event::ParamsSet`].
		#[pallet::call_index(0)]
		#[pallet::weight(T::WeightInfo::set_params())]
		pub fn set_params(origin: OriginFor<T>, params: RewardsParams) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_set_params(params)
		}

		/// Lowers the most TFT that there may ever be to `cap`, in 10^-7 TFT.
		///
		/// It never rises again, so that holders can rely on it; and it never falls below what there is, with
		/// what a settlement whose factors are fixed still mints.
		///
		/// - By [`Config::AdminOrigin`].
		/// - Fails with [`Error::CapNotLower`] or [`Error::CapBelowIssuance`].
		/// - Emits [`Event::CapLowered`].
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::lower_cap())]
		pub fn lower_cap(origin: OriginFor<T>, cap: Balance) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_lower_cap(cap)
		}

		/// Adds a version of the farming policy.
		///
		/// It changes nothing for nodes that are registered: a node keeps the policy of its registration, so
		/// that a farmer knows what a computer will earn before buying it. New nodes get it once it is the
		/// default.
		///
		/// - By [`Config::PolicyOrigin`]; at most [`MAX_POLICIES`] in all.
		/// - Fails with [`Error::InconsistentPolicy`] or [`Error::TooManyPolicies`].
		/// - Emits [`Event::PolicyAdded`].
		#[pallet::call_index(2)]
		#[pallet::weight(T::WeightInfo::add_farming_policy())]
		pub fn add_farming_policy(origin: OriginFor<T>, policy: FarmingPolicy) -> DispatchResult {
			T::PolicyOrigin::ensure_origin(origin)?;
			Self::do_add_policy(policy)
		}

		/// Makes `policy` the one that nodes get when they register.
		///
		/// - By [`Config::PolicyOrigin`].
		/// - Fails with [`Error::PolicyNotFound`].
		/// - Emits [`Event::DefaultPolicySet`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::set_default_policy())]
		pub fn set_default_policy(origin: OriginFor<T>, policy: FarmingPolicyId) -> DispatchResult {
			T::PolicyOrigin::ensure_origin(origin)?;
			Self::do_set_default_policy(policy)
		}

		/// Voids the receipt of `node` for `period`: it will say why, and the node earns nothing for the
		/// period. Its revenue is the farm's all the same: deployers paid for what was delivered.
		///
		/// For the running period, and the one before it until its settlement begins. A second reason replaces
		/// the first.
		///
		/// - By [`Config::CertifierOrigin`]; `reason`: 1 to 128 bytes.
		/// - Fails with [`Error::ReasonMissing`], [`Error::SettlementBegun`] or [`Error::NodeNotInPeriod`].
		/// - Emits [`Event::ReceiptVoided`].
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::void_receipt())]
		pub fn void_receipt(
			origin: OriginFor<T>,
			period: Period,
			node: NodeId,
			reason: Reason,
		) -> DispatchResult {
			T::CertifierOrigin::ensure_origin(origin)?;
			Self::do_void_receipt(period, node, reason)
		}
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		/// Settles, within its slice of the block.
		fn on_poll(_: BlockNumberFor<T>, meter: &mut WeightMeter) {
			Self::settle(meter)
		}

		fn integrity_test() {
			Self::check_that_steps_fit_a_slice()
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}
}
