#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod bill;
mod ending;
mod factors;
mod meter;
mod moment;
mod money;
mod params;
mod payers;
mod policy;
mod price;
mod providers;
mod queue;
mod quote;
mod renewal;
mod revenue;
mod runway;
mod stake;
mod suspension;
mod till;
mod try_state;
mod types;
pub mod weights;
mod window;

#[cfg(feature = "runtime-benchmarks")]
mod benchmarking;
#[cfg(test)]
mod mock;
#[cfg(test)]
mod tests;

#[cfg(feature = "runtime-benchmarks")]
pub use benchmarking::BenchmarkHelper;
pub use factors::{Factors, Hourly};
pub use pallet::*;
pub use params::{BillingParams, MOST_FEEDS};
pub use types::{
	Backlog, Bookings, Halts, Open, Payer, Pricing, PricingPolicy, Progress, Provider,
	ProviderName, Quotation, State, Suspended, Unbonding, Window, MAX_PROVIDER_NAME,
	MAX_UNBONDINGS,
};
pub use weights::WeightInfo;

#[frame_support::pallet]
pub mod pallet {
	use super::{
		params::BillingParams,
		types::{
			Bookings, Halts, Payer, Pricing, PricingPolicy, Provider, ProviderName, Quotation,
			Unbonding, Window, MAX_UNBONDINGS,
		},
		weights::WeightInfo,
	};
	use frame_support::{
		pallet_prelude::*,
		traits::{fungible, Consideration, Footprint, UnixTime},
		weights::WeightMeter,
		PalletId,
	};
	use frame_system::pallet_prelude::*;
	use gridchain_primitives::{
		traits, Balance, BillKind, Bytes, ContractId, EndReason, FarmId, NodeId, Percent, Price,
		PricingPolicyId, ProviderId, Rate, Seconds, Slot, Split, Time, TwinId, Usd,
	};

	/// The version of this pallet's storage.
	pub const STORAGE_VERSION: StorageVersion = StorageVersion::new(1);

	#[pallet::pallet]
	#[pallet::storage_version(STORAGE_VERSION)]
	pub struct Pallet<T>(_);

	#[pallet::config]
	pub trait Config: frame_system::Config<RuntimeEvent: From<Event<Self>>> {
		/// Who tunes the pallet.
		type AdminOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// Who adds pricing policies and approves providers.
		type PolicyOrigin: EnsureOrigin<Self::RuntimeOrigin>;

		/// The runtime's reasons to hold money.
		type RuntimeHoldReason: From<HoldReason>;

		/// The token.
		type Currency: fungible::Inspect<Self::AccountId, Balance = Balance>
			+ fungible::Mutate<Self::AccountId>
			+ fungible::Balanced<Self::AccountId>
			+ fungible::InspectHold<Self::AccountId, Reason = Self::RuntimeHoldReason>
			+ fungible::MutateHold<Self::AccountId>;

		/// Who pays. A twin that owns a contract is bound and has an account.
		type Twins: traits::Twins<Self::AccountId>;

		/// What the nodes have delivered.
		type Meters: traits::Meters;

		/// Which providers farms let share in their revenue.
		type AcceptedProviders: traits::AcceptedProviders;

		/// What a provider lays down for its storage. The runtime holds it under [`HoldReason::ProviderDeposit`].
		type ProviderDeposit: Consideration<Self::AccountId, Footprint>;

		/// Whoever wants to know that a contract is suspended, runs again or has ended.
		type OnContract: traits::OnContract;

		/// The chain's history.
		type Records: traits::Records<Self::AccountId>;

		/// The market's price of TFT. This pallet can be its own feed.
		type PriceFeed: traits::PriceFeed;

		/// Chain time.
		type Clock: UnixTime;

		/// Names the pot, the account that holds revenue until it is flushed or settled.
		type PotId: Get<PalletId>;

		/// The account of the treasury. Genesis gives it its existential deposit.
		type Treasury: Get<Self::AccountId>;

		/// The account that holds the validators' part. Genesis gives it its existential deposit.
		type ValidatorsPot: Get<Self::AccountId>;

		/// The index of the running session: the pot is flushed once in each.
		type Session: Get<u32>;

		/// Weights of this pallet's calls and hooks.
		type WeightInfo: WeightInfo;

		/// Makes contracts and lets time pass in benchmarks.
		#[cfg(feature = "runtime-benchmarks")]
		type BenchmarkHelper: crate::BenchmarkHelper<Self::AccountId>;
	}

	/// Why this pallet holds money.
	#[pallet::composite_enum]
	pub enum HoldReason {
		/// A contract's billing window is open: it can cost so much at most.
		#[codec(index = 0)]
		BillingWindow,
		/// A twin stakes it for a discount, or has taken it back and waits until it is free.
		#[codec(index = 1)]
		DiscountStake,
		/// The storage of a provider. Given back when it is deleted.
		#[codec(index = 2)]
		ProviderDeposit,
	}

	/// Everything that can be tuned.
	///
	/// Set by genesis and `set_params`. Every block reads it, so benchmarks don't count it.
	#[pallet::storage]
	#[pallet::whitelist_storage]
	pub type Params<T: Config> = StorageValue<_, BillingParams, ValueQuery>;

	/// The default of [`SlotLength`].
	#[pallet::type_value]
	pub fn DefaultSlotLength() -> Seconds {
		Seconds(60)
	}

	/// How long a step of the due queue is.
	///
	/// Set by genesis and never changed: the queue is keyed by it. Every block reads it, so benchmarks don't
	/// count it.
	#[pallet::storage]
	#[pallet::whitelist_storage]
	pub type SlotLength<T: Config> = StorageValue<_, Seconds, ValueQuery, DefaultSlotLength>;

	/// Every pricing policy that ever was.
	///
	/// Entries are made by genesis and `add_pricing_policy`, and never changed or removed: a bill of any time
	/// can be explained. There is one for each decision of the region.
	#[pallet::storage]
	pub type Policies<T: Config> =
		StorageMap<_, Twox64Concat, PricingPolicyId, PricingPolicy, OptionQuery>;

	/// The last of [`Policies`], which new windows take.
	///
	/// Set by genesis and `add_pricing_policy`. Every block that bills reads it, so benchmarks don't count it.
	#[pallet::storage]
	#[pallet::whitelist_storage]
	pub type CurrentPolicy<T: Config> = StorageValue<_, Pricing, OptionQuery>;

	/// The price of TFT, and how old it is.
	///
	/// Set by genesis and `accept_price`, which the runtime calls when the market speaks; `set_params` moves the
	/// price into a new band; the hook marks it when it has become too old. Every block reads it, so benchmarks
	/// don't count it.
	#[pallet::storage]
	#[pallet::whitelist_storage]
	pub type TftPrice<T: Config> = StorageValue<_, Quotation, OptionQuery>;

	/// By what each contract is charged, from its deployment to its end.
	///
	/// Made by `Windows::open`; changed by `start` and `amend` of the same trait, by `resume` and by the hook
	/// when the contract is due; removed by `Windows::close` and by the hook when a contract ends. Each holds
	/// its payer's money, and of suspended ones grace is bounded.
	#[pallet::storage]
	pub type Windows<T: Config> = StorageMap<_, Twox64Concat, ContractId, Window, OptionQuery>;

	/// Which contracts are due when: each with a window is here exactly once, at the slot its window names.
	///
	/// Changed by whatever changes the due time of one of [`Windows`].
	#[pallet::storage]
	pub type Queue<T: Config> =
		StorageDoubleMap<_, Twox64Concat, Slot, Twox64Concat, ContractId, (), OptionQuery>;

	/// The first slot that is not yet drained.
	///
	/// Moved by the hook alone, except that the chain's first contract sets it. Every block reads it, so
	/// benchmarks don't count it.
	#[pallet::storage]
	#[pallet::whitelist_storage]
	pub type NextSlot<T: Config> = StorageValue<_, Slot, OptionQuery>;

	/// What the pending and open windows of each twin cost together, and what it stakes for a discount. One item,
	/// since whatever opens a window needs both.
	///
	/// Changed whenever such a window opens, closes for good or changes its rate, and by `stake_discount` and
	/// `unstake_discount`; removed with the last window when nothing is staked.
	#[pallet::storage]
	pub type Payers<T: Config> = StorageMap<_, Twox64Concat, TwinId, Payer, ValueQuery>;

	/// Stake that has been taken back and is not yet free, by twin: at most [`MAX_UNBONDINGS`] parts.
	///
	/// Grows with `unstake_discount`; shrinks, and goes with the last part, by `withdraw_stake`.
	#[pallet::storage]
	pub type Unbondings<T: Config> = StorageMap<
		_,
		Twox64Concat,
		TwinId,
		BoundedVec<Unbonding, ConstU32<MAX_UNBONDINGS>>,
		ValueQuery,
	>;

	/// Who brings deployers and shares in the revenue.
	///
	/// Made by `register_provider`; changed by `approve_provider`, `pay_provider` and each bill of a contract that
	/// the provider is attached to; removed by `delete_provider`. Each holds a deposit.
	#[pallet::storage]
	pub type Providers<T: Config> =
		StorageMap<_, Twox64Concat, ProviderId, Provider<T::ProviderDeposit>>;

	/// The first provider's id: they count from 1.
	#[pallet::type_value]
	pub fn FirstProviderId() -> ProviderId {
		ProviderId(1)
	}

	/// The id of the next provider.
	///
	/// Changed by `register_provider`.
	#[pallet::storage]
	pub type NextProviderId<T: Config> = StorageValue<_, ProviderId, ValueQuery, FirstProviderId>;

	/// How long the chain has stood still.
	///
	/// Changed by the hook alone. Every block changes it, so benchmarks don't count it.
	#[pallet::storage]
	#[pallet::whitelist_storage]
	pub type Halted<T: Config> = StorageValue<_, Halts, ValueQuery>;

	/// The farms' part of the revenue, by the node that earned it.
	///
	/// Grows with each bill; removed by `Revenue::take`.
	#[pallet::storage]
	pub type NodeRevenue<T: Config> = StorageMap<_, Twox64Concat, NodeId, Balance, ValueQuery>;

	/// What is in the pot beside its existential deposit, and whose it is.
	///
	/// Changed once for all bills of a block that the queue makes and by each of a call, by the flush and by `Revenue`.
	/// Benchmarks don't count it: whatever empties a till does.
	#[pallet::storage]
	#[pallet::whitelist_storage]
	pub type Booked<T: Config> = StorageValue<_, Bookings, ValueQuery>;

	/// What bills have taken out of issuance since genesis.
	///
	/// Changed by the flush alone.
	#[pallet::storage]
	pub type Burned<T: Config> = StorageValue<_, Balance, ValueQuery>;

	/// The session in which the pot was last flushed.
	///
	/// Changed by the flush alone. Every block reads it, so benchmarks don't count it.
	#[pallet::storage]
	#[pallet::whitelist_storage]
	pub type FlushedSession<T: Config> = StorageValue<_, u32, OptionQuery>;

	/// What the pallet starts with.
	#[pallet::genesis_config]
	pub struct GenesisConfig<T: Config> {
		/// Everything that can be tuned.
		pub params: BillingParams,
		/// How long a step of the due queue is, in seconds. It can never be changed.
		pub slot_length: Seconds,
		/// The first pricing policy.
		pub policy: PricingPolicy,
		/// Dollars for one TFT that the chain begins with, within the band of the params: the market moves on
		/// from it. Without one, nothing can be deployed before the market has spoken.
		pub price: Option<Price>,
		/// Binds the runtime.
		#[serde(skip)]
		pub _config: core::marker::PhantomData<T>,
	}

	impl<T: Config> Default for GenesisConfig<T> {
		fn default() -> Self {
			Self {
				params: BillingParams::default(),
				slot_length: DefaultSlotLength::get(),
				policy: PricingPolicy::default(),
				price: None,
				_config: Default::default(),
			}
		}
	}

	#[pallet::genesis_build]
	impl<T: Config> BuildGenesisConfig for GenesisConfig<T> {
		fn build(&self) {
			assert!(
				self.params.are_consistent(self.slot_length),
				"billing: the genesis params are inconsistent or out of bounds"
			);
			assert!(self.policy.is_bounded(), "billing: the first pricing policy is too high");
			let believed = self.price.is_none_or(|price| self.params.believes(price));
			assert!(believed, "billing: the genesis price is outside the band of the params");
			Params::<T>::put(self.params);
			SlotLength::<T>::put(self.slot_length);
			Pallet::<T>::enact_policy(PricingPolicyId(1), self.policy);
			TftPrice::<T>::set(self.price.map(Quotation::of_genesis));
			Pallet::<T>::endow_own_accounts();
		}
	}

	#[pallet::event]
	#[pallet::generate_deposit(pub(super) fn deposit_event)]
	pub enum Event<T: Config> {
		/// A contract's window opened, and `reserve` is held: the most that it can cost.
		#[codec(index = 0)]
		WindowOpened {
			/// The contract.
			contract: ContractId,
			/// The account whose money is held.
			payer: T::AccountId,
			/// The node whose meters count; `None` for a name.
			node: Option<NodeId>,
			/// 10^-7 TFT that are held.
			reserve: Balance,
			/// The pricing policy of the window.
			policy: PricingPolicyId,
			/// Dollars for one TFT in the window.
			price: Price,
			/// The discount on resources and names that the payer's stake earns in the window.
			discount: Percent,
			/// Nano-dollars an hour, rounded up.
			usd_per_hour: Usd,
			/// When the chain acts on the contract next.
			due: Time,
		},
		/// Billing of a contract started.
		#[codec(index = 1)]
		Started {
			/// The contract.
			contract: ContractId,
			/// When.
			at: Time,
			/// When its first bill is due.
			due: Time,
		},
		/// A contract was billed. All factors are here: `charged` follows from them.
		#[codec(index = 2)]
		Billed {
			/// The contract.
			contract: ContractId,
			/// Why it was billed.
			kind: BillKind,
			/// The twin that owns the contract.
			twin: TwinId,
			/// The account that paid.
			payer: T::AccountId,
			/// The node that delivered; `None` for a name.
			node: Option<NodeId>,
			/// The farm it stood in; `None` for a name.
			farm: Option<FarmId>,
			/// The provider that is attached to the contract, if any.
			provider: Option<ProviderId>,
			/// When the stretch that is billed began.
			from: Time,
			/// When it ended.
			to: Time,
			/// Attested seconds that are billed. At a contract's end, if its node is live, what lacks to the least
			/// that one is billed for in all (an hour in production) is added, though nobody attested it.
			seconds: Seconds,
			/// Public bytes that are billed.
			traffic: Bytes,
			/// The pricing policy of the window.
			policy: PricingPolicyId,
			/// The exact rate, after discount.
			rate: Rate,
			/// Nano-dollars for 10^9 bytes, before discount.
			traffic_price: Usd,
			/// The discount on resources and names, which `rate` is after.
			discount: Percent,
			/// The discount on public IPs, which `rate` is after, and on traffic.
			network_discount: Percent,
			/// Nano-dollars, rounded up.
			usd: Usd,
			/// Dollars for one TFT.
			price: Price,
			/// 10^-7 TFT that were paid.
			charged: Balance,
			/// 10^-7 TFT of it that are the farmer's extra fee, rounded down: the farm got them whole.
			extra_fee: Balance,
			/// The provider's part of the farm's share, as the window fixed it.
			provider_share: Percent,
			/// Who got which part.
			split: Split,
		},
		/// A contract changed what it is charged by, in the window that is open.
		#[codec(index = 3)]
		Amended {
			/// The contract.
			contract: ContractId,
			/// The account whose money is held.
			payer: T::AccountId,
			/// 10^-7 TFT that are held now.
			reserve: Balance,
			/// Nano-dollars an hour from now on, rounded up.
			usd_per_hour: Usd,
			/// Seconds that the node has yet to report: the next that are billed, at the rate before.
			unreported: Seconds,
		},
		/// The money for a contract's next window is short. Its workload stops, its data is kept.
		#[codec(index = 4)]
		Suspended {
			/// The contract.
			contract: ContractId,
			/// The account that lacks money.
			payer: T::AccountId,
			/// 10^-7 TFT that the next window would have held. To resume needs as much, and the arrears.
			needed: Balance,
			/// When the contract ends if no money comes.
			grace_until: Time,
			/// Seconds at the full rate that are owed or that the node has yet to report: the next that are
			/// billed.
			unreported: Seconds,
		},
		/// A suspended contract runs again: its arrears are paid, its window is open.
		#[codec(index = 5)]
		Resumed {
			/// The contract.
			contract: ContractId,
			/// The account that paid.
			payer: T::AccountId,
			/// 10^-7 TFT that it owed.
			arrears: Balance,
			/// Seconds of the suspension that the node has yet to report: the next that are billed, at the rate
			/// of that time.
			unreported: Seconds,
		},
		/// A contract ended: what it owed was billed as far as the money reached, the rest is written off.
		#[codec(index = 6)]
		Closed {
			/// The contract.
			contract: ContractId,
			/// The account that paid.
			payer: T::AccountId,
			/// Why it ended.
			reason: EndReason,
			/// 10^-7 TFT that were held and are free again.
			released: Balance,
			/// Seconds that it couldn't pay.
			unpaid: Seconds,
			/// 10^-7 TFT that they would have cost.
			written_off: Balance,
		},
		/// When a window opened, the payer's free balance covered fewer days of all its contracts than the
		/// region's warning says.
		#[codec(index = 7)]
		FundsLow {
			/// The twin whose contracts they are.
			twin: TwinId,
			/// Its account.
			account: T::AccountId,
			/// Whole days that the free balance lasts beyond the windows that are open.
			days: u32,
		},
		/// A bill failed and changed nothing. It is tried again later, and nothing is lost by that.
		#[codec(index = 8)]
		BillFailed {
			/// The contract.
			contract: ContractId,
			/// Why.
			error: DispatchError,
			/// When it is due again.
			retry: Time,
		},
		/// The pot was flushed.
		#[codec(index = 9)]
		Flushed {
			/// The session.
			session: u32,
			/// 10^-7 TFT that were taken out of issuance.
			burned: Balance,
			/// 10^-7 TFT that the treasury received of bills.
			treasury: Balance,
			/// 10^-7 TFT that the validators' pot received.
			validators: Balance,
			/// 10^-7 TFT that strangers had sent to the pot and the treasury received.
			surplus: Balance,
		},
		/// The pallet was tuned.
		#[codec(index = 10)]
		ParamsSet {
			/// What holds now.
			params: BillingParams,
		},
		/// The price of TFT has changed, or the market has spoken again after the price was stale. Windows take
		/// it when they open.
		#[codec(index = 11)]
		PriceSet {
			/// Dollars for one TFT.
			price: Price,
			/// What the market said, of which the price is what limits let through. Of a price that a new band
			/// has moved, what it was before.
			median: Price,
		},
		/// A pricing policy was added. Windows take it when they open.
		#[codec(index = 12)]
		PricingPolicyAdded {
			/// Its version.
			policy: PricingPolicyId,
			/// Nano-dollars an hour for one compute unit.
			cu: Usd,
			/// Nano-dollars an hour for one storage unit.
			su: Usd,
			/// Nano-dollars for 10^9 bytes.
			nu: Usd,
			/// Nano-dollars an hour for one public IPv4 address.
			ipv4: Usd,
			/// Nano-dollars an hour for one name.
			name: Usd,
		},
		/// The market has been silent for longer than a price is meant to last. All goes on at the last price; this
		/// is told once, until the market speaks again.
		#[codec(index = 13)]
		PriceStale {
			/// Dollars for one TFT, as windows still take them.
			price: Price,
			/// When the market spoke last.
			accepted: Time,
		},
		/// A twin stakes more. Its windows get the discount when they open.
		#[codec(index = 14)]
		Staked {
			/// The twin.
			twin: TwinId,
			/// Its account, of which the stake is held.
			account: T::AccountId,
			/// 10^-7 TFT that were added.
			amount: Balance,
			/// 10^-7 TFT that are staked now.
			stake: Balance,
		},
		/// A twin stakes less. What it took back earns nothing more, and is free in a while.
		#[codec(index = 15)]
		Unstaked {
			/// The twin.
			twin: TwinId,
			/// Its account.
			account: T::AccountId,
			/// 10^-7 TFT that were taken back.
			amount: Balance,
			/// 10^-7 TFT that are staked now.
			stake: Balance,
			/// When `amount` can be withdrawn.
			until: Time,
		},
		/// Stake that had been taken back is free.
		#[codec(index = 16)]
		StakeWithdrawn {
			/// The twin.
			twin: TwinId,
			/// Its account.
			account: T::AccountId,
			/// 10^-7 TFT that are free again.
			amount: Balance,
		},
		/// Somebody wants to bring deployers. The region has yet to approve it.
		#[codec(index = 17)]
		ProviderRegistered {
			/// The provider.
			provider: ProviderId,
			/// The twin whose account will be paid.
			owner: TwinId,
			/// What it calls itself.
			name: ProviderName,
		},
		/// The region decided what a provider shares in. Windows take it when they open.
		#[codec(index = 18)]
		ProviderApproved {
			/// The provider.
			provider: ProviderId,
			/// The part of the farm's share that it takes, on farms that accept it; `None` if the region takes its
			/// approval back.
			share: Option<Percent>,
		},
		/// A provider was paid all that was booked for it.
		#[codec(index = 19)]
		ProviderPaid {
			/// The provider.
			provider: ProviderId,
			/// The account of its owner, which received it.
			account: T::AccountId,
			/// 10^-7 TFT.
			amount: Balance,
		},
		/// A provider is gone. What contracts bring in that it is attached to is all the farms'.
		#[codec(index = 20)]
		ProviderDeleted {
			/// The provider.
			provider: ProviderId,
			/// The twin that owned it.
			owner: TwinId,
		},
	}

	#[pallet::error]
	pub enum Error<T> {
		/// There is no such contract, or it has ended. `contract_status` tells whether one is alive.
		#[codec(index = 0)]
		NotFound,
		/// Only the account of the twin that owns the contract may do this. Sign with that account.
		#[codec(index = 1)]
		NotOwner,
		/// The contract is not suspended, so there is nothing to resume. `contract_status` tells what it waits for.
		#[codec(index = 2)]
		NotSuspended,
		/// The contract is suspended and can't be changed. Top up its owner's account and call `resume` first.
		#[codec(index = 3)]
		ContractSuspended,
		/// The contract has been confirmed already and is being billed. There is nothing more to do.
		#[codec(index = 4)]
		AlreadyStarted,
		/// The contract has a window already. Change the contract, or end it and make a new one.
		#[codec(index = 5)]
		AlreadyExists,
		/// The owner's free balance can't cover one billing window, with what is owed. `quote` and
		/// `contract_status` tell the amount: top up, or take less.
		#[codec(index = 6)]
		InsufficientFundsForWindow,
		/// There is no price of TFT yet, or no pricing policy. Nothing can be deployed before the market has
		/// spoken and the region has set a policy.
		#[codec(index = 7)]
		NoPrice,
		/// A contract's owner and node can't be changed. Make a new contract instead.
		#[codec(index = 8)]
		PartiesAreFixed,
		/// The contract's traffic limit is above what one window of any contract may be billed for. Choose at most
		/// `traffic_limit` of `Params`; it counts anew in each window.
		#[codec(index = 9)]
		TrafficLimitTooHigh,
		/// The contract has more capacity than one contract can be charged for: 10,000 compute or storage
		/// units. Divide it into several; a node that has more can't be rented as a whole.
		#[codec(index = 10)]
		TermsTooLarge,
		/// Some value is out of its bounds, or they don't fit together. The documentation of each value tells
		/// its bounds; the shares must add up to 100 %.
		#[codec(index = 11)]
		InconsistentParams,
		/// Some price of the policy is above 1,000 USD. Give prices in nano-dollars, 1,000,000,000 for a dollar, and
		/// none above that.
		#[codec(index = 13)]
		PolicyTooHigh,
		/// Every number of a pricing policy has been given out (2^32 - 1). Only an upgrade of the chain helps.
		#[codec(index = 14)]
		TooManyPolicies,
		/// The twin that owns the contract has no account, which the checks of the state rule out. Nothing is billed;
		/// tell those who look after the chain.
		#[codec(index = 15)]
		PayerNotFound,
		/// The contract's node doesn't exist any more. The contract ends by itself when it is due.
		#[codec(index = 16)]
		NodeNotFound,
		/// More would be paid out than was taken of the revenue. Take it first.
		#[codec(index = 17)]
		InsufficientRevenue,
		/// The account has no twin, and stakes and providers belong to twins. `accept_terms` and `create_twin` of the
		/// pallet of the twins make one.
		#[codec(index = 18)]
		TwinNotFound,
		/// The amount is nothing. Name how many 10^-7 TFT to stake or to take back.
		#[codec(index = 19)]
		NothingToStake,
		/// The account's free balance is less than the amount, beside the existential deposit. Stake less, or top up.
		#[codec(index = 20)]
		InsufficientFundsForStake,
		/// Less is staked than the amount. `Payers` tells the stake of a twin.
		#[codec(index = 21)]
		InsufficientStake,
		/// Too many parts of the stake wait to become free. `withdraw_stake` those whose time has come, or wait for
		/// the first: `Unbondings` tells when.
		#[codec(index = 22)]
		TooManyUnbondings,
		/// No stake has become free. `Unbondings` tells when the next part does.
		#[codec(index = 23)]
		NothingToWithdraw,
		/// There is no such provider. `Providers` lists all.
		#[codec(index = 24)]
		ProviderNotFound,
		/// The provider's name is empty. Give one by which people know it, of at most 64 bytes.
		#[codec(index = 25)]
		NameIsEmpty,
		/// Every provider id has been given out (2^32 - 1). Only an upgrade of the chain helps.
		#[codec(index = 26)]
		TooManyProviders,
		/// The share is above 60 %, the most of a farm's share that a provider can take. Approve less.
		#[codec(index = 27)]
		ShareTooHigh,
		/// Nothing is booked for the provider. It is once a contract that it is attached to has been billed.
		#[codec(index = 28)]
		NothingToPay,
		/// Revenue is still booked for the provider. Call `pay_provider` first.
		#[codec(index = 29)]
		RevenueUnpaid,
		/// The contract has a provider already, and keeps it. Make a new contract to be brought by another one.
		#[codec(index = 30)]
		HasProvider,
	}

	#[pallet::hooks]
	impl<T: Config> Hooks<BlockNumberFor<T>> for Pallet<T> {
		fn on_poll(_block: BlockNumberFor<T>, meter: &mut WeightMeter) {
			Self::poll(meter);
		}

		fn integrity_test() {
			assert!(Self::least_share_has_room(), "billing: one bill doesn't fit the least slice");
		}

		#[cfg(feature = "try-runtime")]
		fn try_state(_block: BlockNumberFor<T>) -> Result<(), sp_runtime::TryRuntimeError> {
			Self::do_try_state()
		}
	}

	#[pallet::call]
	impl<T: Config> Pallet<T> {
		/// Tries at once to let a suspended contract run again.
		///
		/// Pays its arrears and opens its next window, both or neither. The chain tries by itself once every
		/// window; this is for an owner who has just topped up, even in the same block.
		///
		/// - Signed by the account of the twin that owns the contract.
		/// - Needs the arrears and the reserve of one window as free balance: `contract_status` tells both.
		/// - Fails with [`Error::NotFound`], [`Error::NotOwner`], [`Error::NotSuspended`] or
		///   [`Error::InsufficientFundsForWindow`], and [`Error::NodeNotFound`] if the node is gone for good.
		/// - Emits [`Event::Billed`] for what was owed, [`Event::Resumed`] and [`Event::WindowOpened`].
		#[pallet::call_index(0)]
		#[pallet::weight(Pallet::<T>::resume_weight())]
		pub fn resume(origin: OriginFor<T>, contract: ContractId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_resume(&who, contract)
		}

		/// Sets everything that can be tuned, as one whole.
		///
		/// Windows that are open keep the due time and the reserve they have. A new `window` holds from a
		/// contract's next one; a new `slack` from its next one or its next amendment. All else holds as soon as
		/// it is asked for, in windows that are open too: `shares` from the next bill, `minimum_billed` at the
		/// next end, `grace_limit` at the next suspension, `node_gone` when a contract is due next,
		/// `queue_share` from the next block. A price outside of a new band goes to the band's nearer end at once.
		///
		/// - Only [`Config::AdminOrigin`].
		/// - Fails with [`Error::InconsistentParams`] if a value is out of its bounds ([`BillingParams`]).
		/// - Emits [`Event::ParamsSet`], and [`Event::PriceSet`] if the price had to move.
		#[pallet::call_index(1)]
		#[pallet::weight(T::WeightInfo::set_params())]
		pub fn set_params(origin: OriginFor<T>, params: BillingParams) -> DispatchResult {
			T::AdminOrigin::ensure_origin(origin)?;
			Self::do_set_params(params)
		}

		/// Adds a pricing policy, which each contract takes when its next window opens.
		///
		/// Policies are never changed, so that every bill can be explained for ever.
		///
		/// - Only [`Config::PolicyOrigin`].
		/// - Fails with [`Error::PolicyTooHigh`] if a price is above 1,000 USD.
		/// - Emits [`Event::PricingPolicyAdded`].
		#[pallet::call_index(3)]
		#[pallet::weight(T::WeightInfo::add_pricing_policy())]
		pub fn add_pricing_policy(origin: OriginFor<T>, policy: PricingPolicy) -> DispatchResult {
			T::PolicyOrigin::ensure_origin(origin)?;
			Self::do_add_pricing_policy(policy)
		}

		/// Stakes `amount` more for a discount on all contracts of the account's twin.
		///
		/// Whose stake is worth 3, 6, 12 or 36 months of what its contracts cost by the list pays 20, 30, 40 or 60 %
		/// less for resources and names, and at most 40 % less for public IPs and traffic ([`BillingParams`]). All
		/// contracts count together, so that no TFT earns twice. Each window takes the discount of the moment in
		/// which it opens, and keeps it.
		///
		/// - Signed by an account with a twin. The stake is held of it, and stays its own.
		/// - `amount`: 10^-7 TFT.
		/// - Fails with [`Error::TwinNotFound`], [`Error::NothingToStake`] or
		///   [`Error::InsufficientFundsForStake`].
		/// - Emits [`Event::Staked`].
		#[pallet::call_index(4)]
		#[pallet::weight(T::WeightInfo::stake_discount())]
		pub fn stake_discount(origin: OriginFor<T>, amount: Balance) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_stake(&who, amount)
		}

		/// Takes `amount` of the stake back. It earns no discount from the next window on, and can be withdrawn after
		/// a while (7 days in production), so that nobody gains by moving stake in and out around the opening of
		/// windows.
		///
		/// - Signed by the account of the twin.
		/// - `amount`: 10^-7 TFT. At most 8 parts can be on their way at a time.
		/// - Fails with [`Error::TwinNotFound`], [`Error::NothingToStake`], [`Error::InsufficientStake`] or
		///   [`Error::TooManyUnbondings`].
		/// - Emits [`Event::Unstaked`].
		#[pallet::call_index(5)]
		#[pallet::weight(T::WeightInfo::unstake_discount())]
		pub fn unstake_discount(origin: OriginFor<T>, amount: Balance) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_unstake(&who, amount)
		}

		/// Frees all stake that was taken back and whose time has come.
		///
		/// - Signed by the account of the twin.
		/// - Fails with [`Error::TwinNotFound`] or [`Error::NothingToWithdraw`].
		/// - Emits [`Event::StakeWithdrawn`].
		#[pallet::call_index(6)]
		#[pallet::weight(T::WeightInfo::withdraw_stake())]
		pub fn withdraw_stake(origin: OriginFor<T>) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_withdraw_stake(&who)
		}

		/// Registers the account's twin as a provider: somebody who brings deployers and shares in the revenue.
		///
		/// It shares in nothing before the region approves it, and then on farms that accept it, in what contracts
		/// bring in that their owners attach it to.
		///
		/// - Signed by an account with a twin, which holds a deposit and is paid.
		/// - `name`: what it calls itself, 1 to 64 bytes.
		/// - Fails with [`Error::TwinNotFound`], [`Error::NameIsEmpty`], [`Error::TooManyProviders`], or too little
		///   free balance for the deposit.
		/// - Emits [`Event::ProviderRegistered`].
		#[pallet::call_index(7)]
		#[pallet::weight(T::WeightInfo::register_provider())]
		pub fn register_provider(origin: OriginFor<T>, name: ProviderName) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_register_provider(&who, name)
		}

		/// Decides which part of a farm's share `provider` takes, or takes its approval back.
		///
		/// Windows that are open keep what they have fixed.
		///
		/// - Only [`Config::PolicyOrigin`].
		/// - `share`: at most 60 %; `None` takes the approval back.
		/// - Fails with [`Error::ProviderNotFound`] or [`Error::ShareTooHigh`].
		/// - Emits [`Event::ProviderApproved`].
		#[pallet::call_index(8)]
		#[pallet::weight(T::WeightInfo::approve_provider())]
		pub fn approve_provider(
			origin: OriginFor<T>,
			provider: ProviderId,
			share: Option<Percent>,
		) -> DispatchResult {
			T::PolicyOrigin::ensure_origin(origin)?;
			Self::do_approve_provider(provider, share)
		}

		/// Pays `provider` all that is booked for it, to the account of its owner.
		///
		/// - Signed by anybody: it can only go to the one whose it is.
		/// - Fails with [`Error::ProviderNotFound`] or [`Error::NothingToPay`].
		/// - Emits [`Event::ProviderPaid`].
		#[pallet::call_index(9)]
		#[pallet::weight(T::WeightInfo::pay_provider())]
		pub fn pay_provider(origin: OriginFor<T>, provider: ProviderId) -> DispatchResult {
			ensure_signed(origin)?;
			Self::do_pay_provider(provider)
		}

		/// Deletes a provider and gives its deposit back. Contracts that it is attached to go on, and bring in all for
		/// their farms.
		///
		/// - Signed by the account of the twin that owns it.
		/// - Fails with [`Error::ProviderNotFound`], [`Error::NotOwner`], or [`Error::RevenueUnpaid`] while something
		///   is booked for it.
		/// - Emits [`Event::ProviderDeleted`].
		#[pallet::call_index(10)]
		#[pallet::weight(T::WeightInfo::delete_provider())]
		pub fn delete_provider(origin: OriginFor<T>, provider: ProviderId) -> DispatchResult {
			let who = ensure_signed(origin)?;
			Self::do_delete_provider(&who, provider)
		}
	}
}
