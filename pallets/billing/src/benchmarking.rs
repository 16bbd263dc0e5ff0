//! Benchmarks: the calls, and each thing that the hook does with an item of the queue.
//!
//! An item is billed through whatever the runtime wires: twins, meters, records and deployments weigh what
//! they weigh there. The pot's account is not counted: it is read and written once for all bills of a block.
// The code that the macro makes analyses measurements, never runs on a chain, and uses floats.
#![allow(clippy::float_arithmetic)]

use crate::{moment::Moment, pallet::*, renewal::Outcome, till::Till, types::PricingPolicy, *};
use alloc::vec;
use frame_benchmarking::v2::*;
use frame_support::{
	traits::{
		fungible::{Balanced, Inspect, Mutate},
		EnsureOrigin, Get,
	},
	weights::WeightMeter,
};
use frame_system::RawOrigin;
use gridchain_primitives::{
	now, traits::Meters, ContractId, EndReason, FarmId, NodeId, Percent, Price, ProviderId,
	Seconds, Slot, Split, Time, Usd, TFT,
};
use sp_runtime::FixedPointNumber;

/// Makes contracts and lets time pass, through the pallets that the runtime wires.
pub trait BenchmarkHelper<AccountId> {
	/// A contract that its owner has deployed, with a traffic limit, on a live node of its own, which has
	/// just confirmed it. Returns the owner's account too, which has plenty of money. Each seed makes another
	/// owner, node and contract.
	fn running(seed: u32) -> (ContractId, AccountId);
	/// Sets chain time to some moment after genesis.
	fn start_clock();
	/// `span` passes; `node` was up and reports at its end.
	fn pass(span: Seconds, node: NodeId);
	/// `farm` accepts `provider`.
	fn accept(farm: FarmId, provider: ProviderId);
}

const SEED: u32 = 1;

/// Billing has a price, and chain time has begun.
fn set_up<T: Config>() {
	T::BenchmarkHelper::start_clock();
	set_price::<T>(11);
	let pot = Pallet::<T>::pot();
	whitelist_account!(pot);
}

/// A contract whose billing has started, and its owner.
fn running<T: Config>() -> (ContractId, T::AccountId) {
	set_up::<T>();
	T::BenchmarkHelper::running(SEED)
}

/// The node that `contract` is on.
fn node_of<T: Config>(contract: ContractId) -> NodeId {
	Windows::<T>::get(contract).unwrap().terms.goods.node().unwrap()
}

/// A provider that shares in what `contract` brings in, from its next window on.
fn attach<T: Config>(contract: ContractId) -> ProviderId {
	let provider = <Pallet<T> as gridchain_primitives::traits::Providers>::approved();
	let reading = T::Meters::read(node_of::<T>(contract), contract, &T::Meters::moment()).unwrap();
	T::BenchmarkHelper::accept(reading.farm.unwrap(), provider);
	<Pallet<T> as gridchain_primitives::traits::Windows>::attach(contract, provider).unwrap();
	provider
}

/// A window passes, through which the contract's node was up.
fn pass_window<T: Config>(contract: ContractId) {
	T::BenchmarkHelper::pass(Params::<T>::get().window, node_of::<T>(contract));
}

/// A contract whose first bill is due, and its owner.
fn due<T: Config>() -> (ContractId, T::AccountId) {
	let (contract, owner) = running::<T>();
	pass_window::<T>(contract);
	(contract, owner)
}

/// Leaves `owner` with nothing to spend.
fn drain<T: Config>(owner: &T::AccountId) {
	T::Currency::set_balance(owner, T::Currency::minimum_balance());
}

fn fund<T: Config>(owner: &T::AccountId) {
	T::Currency::set_balance(owner, 1_000_000 * TFT);
}

/// A suspended contract that owes storage and seconds at the full rate, and its owner.
fn suspended<T: Config>() -> (ContractId, T::AccountId) {
	let (contract, owner) = due::<T>();
	// The chain comes late, so that the reserve can't pay all.
	let node = node_of::<T>(contract);
	let late = Params::<T>::get().slack.plus(Seconds::HOUR);
	T::BenchmarkHelper::pass(late, node);
	drain::<T>(&owner);
	assert_eq!(settle::<T>(contract), Outcome::Suspended);
	pass_window::<T>(contract);
	(contract, owner)
}

/// Lets the grace of `contract` last until `time`, however long the params let it last.
fn grace_until<T: Config>(contract: ContractId, time: Time) {
	Windows::<T>::mutate_extant(contract, |window| {
		if let State::Suspended(suspended) = &mut window.state {
			suspended.grace_until = time;
		}
	});
}

/// What is due.
struct Due<T: Config> {
	slot: Slot,
	contract: ContractId,
	moment: Moment<T>,
}

impl<T: Config> Due<T> {
	fn now(contract: ContractId) -> Self {
		let slot = Windows::<T>::get(contract).unwrap().slot;
		Self { slot, contract, moment: Moment::<T>::read() }
	}

	/// Does with it what the hook does.
	fn act(&self) -> (Outcome, Till<T>) {
		let due = Queue::<T>::iter_key_prefix(self.slot).next();
		assert!(due.is_some());
		Pallet::<T>::settle_alone(self.slot, self.contract, &self.moment).unwrap()
	}
}

/// The pot gets what was taken.
fn finished<T: Config>((outcome, till): (Outcome, Till<T>)) -> Outcome {
	Pallet::<T>::empty(till).unwrap();
	outcome
}

/// Does with `contract` what the hook does when it is due.
fn settle<T: Config>(contract: ContractId) -> Outcome {
	finished(Due::<T>::now(contract).act())
}

/// `usd` thousandths of a dollar are the price of a TFT now.
fn set_price<T: Config>(usd: u32) {
	let price = Price::saturating_from_rational(usd, 1_000);
	TftPrice::<T>::put(Quotation { price, accepted: now::<T::Clock>(), stale: false });
}

#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn poll_base() {
		set_up::<T>();
		FlushedSession::<T>::put(T::Session::get());
		NextSlot::<T>::put(Slot(u64::MAX));
		#[block]
		{
			Pallet::<T>::poll(&mut WeightMeter::new());
		}
	}

	#[benchmark]
	fn drain_empty_slot() {
		set_up::<T>();
		let (moment, mut till) = (Moment::<T>::read(), Till::new());
		let drained;
		#[block]
		{
			let meter = &mut WeightMeter::new();
			drained = Pallet::<T>::drain_slot(Slot(1), &moment, &mut till, meter);
		}
		assert!(drained);
		assert_eq!(NextSlot::<T>::get(), Some(Slot(2)));
	}

	#[benchmark]
	fn flush() {
		set_up::<T>();
		T::Currency::mint_into(&Pallet::<T>::pot(), 400 * TFT).unwrap();
		let booked = Bookings {
			burn: 100 * TFT,
			treasury: 100 * TFT,
			validators: 100 * TFT,
			..Default::default()
		};
		Booked::<T>::put(booked);
		#[block]
		{
			Pallet::<T>::flush(1);
		}
		assert_eq!(Booked::<T>::get(), Bookings::default());
	}

	#[benchmark]
	fn empty_till() {
		set_up::<T>();
		let mut till = Till::<T>::new();
		let split = Split {
			burned: 35 * TFT,
			treasury: 10 * TFT,
			validators: 5 * TFT,
			provider: 20 * TFT,
			farm: 30 * TFT,
		};
		till.put(T::Currency::issue(100 * TFT), &split);
		#[block]
		{
			Pallet::<T>::empty(till).unwrap();
		}
		assert_eq!(Booked::<T>::get().total(), Some(100 * TFT));
	}

	/// The next window needs more than this one held, since the price of TFT has fallen.
	#[benchmark]
	fn bill_window() {
		let (contract, _) = due::<T>();
		set_price::<T>(10);
		let due = Due::<T>::now(contract);
		let acted;
		#[block]
		{
			acted = due.act();
		}
		assert_eq!(finished(acted), Outcome::Renewed);
	}

	/// A provider shares in the window that is billed and in the one that opens, at another rate and with a discount.
	#[benchmark]
	fn bill_window_recalculated() {
		let (contract, owner) = running::<T>();
		attach::<T>(contract);
		pass_window::<T>(contract);
		assert_eq!(settle::<T>(contract), Outcome::Recalculated);
		Pallet::<T>::do_stake(&owner, 1_000 * TFT).unwrap();
		pass_window::<T>(contract);
		let policy = PricingPolicy { cu: Usd(20_000_000), ..Default::default() };
		Pallet::<T>::do_add_pricing_policy(policy).unwrap();
		let due = Due::<T>::now(contract);
		let acted;
		#[block]
		{
			acted = due.act();
		}
		assert_eq!(finished(acted), Outcome::Recalculated);
	}

	#[benchmark]
	fn bill_suspend() {
		let (contract, owner) = due::<T>();
		drain::<T>(&owner);
		let due = Due::<T>::now(contract);
		let acted;
		#[block]
		{
			acted = due.act();
		}
		assert_eq!(finished(acted), Outcome::Suspended);
	}

	#[benchmark]
	fn bill_waiting() {
		let (contract, owner) = due::<T>();
		drain::<T>(&owner);
		assert_eq!(settle::<T>(contract), Outcome::Suspended);
		pass_window::<T>(contract);
		drain::<T>(&owner);
		grace_until::<T>(contract, now::<T::Clock>().plus(Seconds::HOUR));
		let due = Due::<T>::now(contract);
		let acted;
		#[block]
		{
			acted = due.act();
		}
		assert_eq!(finished(acted), Outcome::Waiting);
	}

	#[benchmark]
	fn bill_resume() {
		let (contract, owner) = suspended::<T>();
		fund::<T>(&owner);
		let due = Due::<T>::now(contract);
		let acted;
		#[block]
		{
			acted = due.act();
		}
		assert_eq!(finished(acted), Outcome::Resumed);
	}

	#[benchmark]
	fn bill_end() {
		let (contract, _) = running::<T>();
		// The chain comes late, so that the reserve can't pay all and free money is taken too.
		let node = node_of::<T>(contract);
		let params = Params::<T>::get();
		T::BenchmarkHelper::pass(params.window.plus(params.slack).plus(Seconds::HOUR), node);
		let (moment, mut till) = (Moment::<T>::read(), Till::new());
		let outcome;
		#[block]
		{
			let window = Windows::<T>::get(contract).unwrap();
			let _ = Queue::<T>::iter_key_prefix(window.slot).next();
			let reason = EndReason::NodeGone;
			outcome =
				Pallet::<T>::end_and_tell(contract, &window, reason, &moment, &mut till).unwrap();
		}
		Pallet::<T>::empty(till).unwrap();
		assert_eq!(outcome, Outcome::Ended);
		assert!(Windows::<T>::get(contract).is_none());
	}

	#[benchmark]
	fn bill_end_suspended() {
		let (contract, owner) = suspended::<T>();
		// Enough for all arrears, too little for the next window; and the grace is over.
		let owed = Pallet::<T>::contract_status(contract).unwrap().accrued;
		drain::<T>(&owner);
		T::Currency::mint_into(&owner, owed).unwrap();
		grace_until::<T>(contract, now::<T::Clock>());
		let due = Due::<T>::now(contract);
		let acted;
		#[block]
		{
			acted = due.act();
		}
		assert_eq!(finished(acted), Outcome::Ended);
		assert!(Windows::<T>::get(contract).is_none());
	}

	#[benchmark]
	fn postpone() {
		let (contract, _) = due::<T>();
		let slot = Windows::<T>::get(contract).unwrap().slot;
		let moment = Moment::<T>::read();
		#[block]
		{
			Pallet::<T>::postpone(slot, contract, Error::<T>::PayerNotFound.into(), &moment);
		}
		assert!(Windows::<T>::get(contract).unwrap().slot > slot);
	}

	#[benchmark]
	fn resume() {
		let (contract, owner) = suspended::<T>();
		fund::<T>(&owner);
		#[extrinsic_call]
		_(RawOrigin::Signed(owner), contract);
		assert!(matches!(Windows::<T>::get(contract).unwrap().state, State::Open(_)));
	}

	#[benchmark]
	fn set_params() -> Result<(), BenchmarkError> {
		let origin =
			T::AdminOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let params = Params::<T>::get();
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, params);
		Ok(())
	}

	#[benchmark]
	fn accept_price() {
		set_up::<T>();
		let last = TftPrice::<T>::get();
		// An hour later, so that the price moves.
		TftPrice::<T>::mutate_extant(|quotation| {
			quotation.accepted = quotation.accepted.minus(Seconds::HOUR);
			quotation.stale = true;
		});
		#[block]
		{
			Pallet::<T>::accept_price(Price::saturating_from_integer(1));
		}
		assert_ne!(TftPrice::<T>::get(), last);
	}

	#[benchmark]
	fn add_pricing_policy() -> Result<(), BenchmarkError> {
		let origin =
			T::PolicyOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		let policy = PricingPolicy { cu: Usd(20_000_000), ..Default::default() };
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, policy);
		assert_eq!(CurrentPolicy::<T>::get().map(|current| current.policy), Some(policy));
		Ok(())
	}

	#[benchmark]
	fn stake_discount() {
		let (_, owner) = running::<T>();
		#[extrinsic_call]
		_(RawOrigin::Signed(owner), TFT);
	}

	#[benchmark]
	fn unstake_discount() {
		let (contract, owner) = running::<T>();
		Pallet::<T>::do_stake(&owner, 10 * TFT).unwrap();
		for _ in 1..MAX_UNBONDINGS {
			Pallet::<T>::do_unstake(&owner, TFT).unwrap();
		}
		#[extrinsic_call]
		_(RawOrigin::Signed(owner), TFT);
		let twin = Windows::<T>::get(contract).unwrap().terms.payer;
		assert_eq!(Unbondings::<T>::get(twin).len() as u32, MAX_UNBONDINGS);
	}

	#[benchmark]
	fn withdraw_stake() {
		let (contract, owner) = running::<T>();
		let stake = u128::from(MAX_UNBONDINGS) * TFT;
		Pallet::<T>::do_stake(&owner, stake).unwrap();
		for _ in 0..MAX_UNBONDINGS {
			Pallet::<T>::do_unstake(&owner, TFT).unwrap();
		}
		T::BenchmarkHelper::pass(Params::<T>::get().unbonding, node_of::<T>(contract));
		#[extrinsic_call]
		_(RawOrigin::Signed(owner));
		let twin = Windows::<T>::get(contract).unwrap().terms.payer;
		assert!(Unbondings::<T>::get(twin).is_empty());
	}

	#[benchmark]
	fn register_provider() {
		let (_, owner) = running::<T>();
		let name = ProviderName::truncate_from(vec![b'a'; MAX_PROVIDER_NAME as usize]);
		let provider = NextProviderId::<T>::get();
		#[extrinsic_call]
		_(RawOrigin::Signed(owner), name);
		assert!(Providers::<T>::contains_key(provider));
	}

	#[benchmark]
	fn approve_provider() -> Result<(), BenchmarkError> {
		let origin =
			T::PolicyOrigin::try_successful_origin().map_err(|_| BenchmarkError::Weightless)?;
		set_up::<T>();
		let provider = <Pallet<T> as gridchain_primitives::traits::Providers>::approved();
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, provider, Some(Percent::from_percent(10)));
		Ok(())
	}

	#[benchmark]
	fn pay_provider() {
		let (contract, owner) = running::<T>();
		let provider = attach::<T>(contract);
		for _ in 0..2 {
			pass_window::<T>(contract);
			settle::<T>(contract);
		}
		assert!(Providers::<T>::get(provider).unwrap().revenue > 0);
		#[extrinsic_call]
		_(RawOrigin::Signed(owner), provider);
		assert_eq!(Providers::<T>::get(provider).unwrap().revenue, 0);
	}

	#[benchmark]
	fn delete_provider() {
		set_up::<T>();
		let provider = <Pallet<T> as gridchain_primitives::traits::Providers>::approved();
		let owner = Providers::<T>::get(provider).unwrap().owner;
		let account = <T::Twins as gridchain_primitives::traits::Twins<_>>::account(owner).unwrap();
		#[extrinsic_call]
		_(RawOrigin::Signed(account), provider);
		assert!(!Providers::<T>::contains_key(provider));
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
