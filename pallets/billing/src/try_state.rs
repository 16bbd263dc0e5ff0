//! What must always be true of this pallet:
//!
//! 1. What is held of each account for windows is what its pending and open windows reserve, and for a discount what
//!    its twin stakes and what of that is unbonding.
//! 2. The queue holds each contract with a window exactly once, at the slot that its window names, and
//!    nothing else.
//! 3. No contract waits in a slot that is drained.
//! 4. A payer's sums are those of the rates of its pending and open windows, and there is none without any and without
//!    a stake.
//! 5. The pot holds its existential deposit and all that is booked. What strangers sent it lies there
//!    beside that until the next flush.
//! 6. What is booked for all nodes is the sum of what is booked for each, and for all providers likewise.
//! 7. The current policy is the last of all policies, and none is missing.
//! 8. What a contract was billed for and what is put by to be billed are no more seconds than have passed
//!    since its billing started.
//! 9. The params are consistent, and the shares of a bill add up to 100 %.
//! 10. The price of TFT is within the band of the params, and was accepted no later than now.
//! 11. The owner of each provider exists, its id was given out, and its share is at most 60 %.

use crate::{
	ending::reserve_of,
	pallet::*,
	providers::GREATEST_SHARE,
	types::{Payer, Pricing, State},
};
use alloc::collections::BTreeMap;
use frame_support::{
	ensure,
	traits::{
		fungible::{Inspect, InspectHold},
		Get,
	},
};
use gridchain_primitives::{now, traits::Twins, Balance, PricingPolicyId, Slot};
use sp_runtime::TryRuntimeError;

type Check = Result<(), TryRuntimeError>;

impl<T: Config> Pallet<T> {
	/// Checks all that must always be true.
	pub fn do_try_state() -> Check {
		Self::check_holds()?;
		Self::check_queue()?;
		Self::check_payers()?;
		Self::check_pot()?;
		Self::check_policies()?;
		Self::check_progress()?;
		let consistent = Params::<T>::get().are_consistent(SlotLength::<T>::get());
		ensure!(consistent, "9: the params are inconsistent");
		Self::check_price()?;
		Self::check_providers()
	}

	fn check_providers() -> Check {
		let next = NextProviderId::<T>::get();
		for (id, provider) in Providers::<T>::iter() {
			ensure!(T::Twins::account(provider.owner).is_some(), "11: a provider has no owner");
			ensure!(FirstProviderId::get() <= id && id < next, "11: an id was not given out");
			let bounded = provider.share.is_none_or(|share| share <= GREATEST_SHARE);
			ensure!(bounded, "11: a provider's share is too high");
		}
		Ok(())
	}

	/// What is staked and unbonding, by account.
	fn stakes() -> Result<BTreeMap<T::AccountId, Balance>, TryRuntimeError> {
		let mut stakes = BTreeMap::<T::AccountId, Balance>::new();
		let staked = Payers::<T>::iter().map(|(twin, payer)| (twin, payer.stake));
		let unbonding = Unbondings::<T>::iter()
			.flat_map(|(twin, parts)| parts.into_iter().map(move |part| (twin, part.amount)));
		for (twin, amount) in staked.chain(unbonding).filter(|(_, amount)| *amount > 0) {
			let account = T::Twins::account(twin).ok_or("1: a stake's twin has no account")?;
			let sum = stakes.entry(account).or_default();
			*sum = sum.saturating_add(amount);
		}
		Ok(stakes)
	}

	fn check_price() -> Check {
		let Some(quotation) = TftPrice::<T>::get() else {
			return Ok(());
		};
		if !Params::<T>::get().believes(quotation.price) {
			log::error!("the price is {:?}", quotation.price);
			return Err("10: the price is outside the band".into());
		}
		ensure!(quotation.accepted <= now::<T::Clock>(), "10: the price is of the future");
		Ok(())
	}

	fn check_holds() -> Check {
		let mut reserves = BTreeMap::<T::AccountId, Balance>::new();
		for (contract, window) in Windows::<T>::iter() {
			let Some(account) = T::Twins::account(window.terms.payer) else {
				log::error!("contract {contract}: its twin {} has no account", window.terms.payer);
				return Err("1: a window's payer has no account".into());
			};
			let reserve = reserves.entry(account).or_default();
			*reserve = reserve.saturating_add(reserve_of(&window.state));
		}
		let mut stakes = Self::stakes()?;
		for account in frame_system::Account::<T>::iter_keys() {
			let reason = HoldReason::DiscountStake.into();
			let staked = stakes.remove(&account).unwrap_or(0);
			let held = T::Currency::balance_on_hold(&reason, &account);
			if held != staked {
				log::error!("account {account:?}: held {held}, staked {staked}");
				return Err("1: what is held for a discount is not what is staked".into());
			}
			let held = T::Currency::balance_on_hold(&Self::reason(), &account);
			let reserved = reserves.remove(&account).unwrap_or(0);
			if held != reserved {
				log::error!("account {account:?}: held {held}, reserved {reserved}");
				return Err("1: what is held for windows is not what they reserve".into());
			}
		}
		ensure!(stakes.is_empty(), "1: a stake without an account");
		ensure!(reserves.values().all(|reserve| *reserve == 0), "1: a payer without an account");
		Ok(())
	}

	fn check_queue() -> Check {
		for (contract, window) in Windows::<T>::iter() {
			if !Queue::<T>::contains_key(window.slot, contract) {
				log::error!("contract {contract} is not in slot {}", window.slot);
				return Err("2: a contract with a window is not in the queue".into());
			}
		}
		let first = NextSlot::<T>::get().unwrap_or(Slot(0));
		for (slot, contract, ()) in Queue::<T>::iter() {
			let named = Windows::<T>::get(contract).map(|window| window.slot);
			if named != Some(slot) {
				log::error!("contract {contract} is in slot {slot}, its window says {named:?}");
				return Err("2: the queue holds what no window names".into());
			}
			if slot < first {
				log::error!("contract {contract} is in slot {slot}, drained up to {first}");
				return Err("3: a contract waits in a slot that is drained".into());
			}
		}
		Ok(())
	}

	fn check_payers() -> Check {
		let mut sums = BTreeMap::new();
		for window in Windows::<T>::iter_values() {
			if !matches!(window.state, State::Suspended(_)) {
				let sum: &mut Payer = sums.entry(window.terms.payer).or_default();
				sum.windows = sum.windows.saturating_add(1);
				let rate = sum.rate.checked_add(window.factors.hourly.rate);
				sum.rate = rate.ok_or("4: a payer's sum is too great")?;
				let list = sum.list.checked_add(window.factors.list);
				sum.list = list.ok_or("4: a payer's sum is too great")?;
			}
		}
		for (twin, payer) in Payers::<T>::iter().filter(|(_, payer)| payer.stake > 0) {
			sums.entry(twin).or_default().stake = payer.stake;
		}
		let kept: BTreeMap<_, _> = Payers::<T>::iter().collect();
		ensure!(kept == sums, "4: a payer's sum is not that of its windows");
		Ok(())
	}

	fn check_pot() -> Check {
		let booked = Booked::<T>::get();
		let owed = booked.total().ok_or("5: too much is booked")?;
		let least = owed.checked_add(T::Currency::minimum_balance());
		let has = T::Currency::balance(&Self::pot());
		if Some(has) < least {
			log::error!("the pot has {has} and owes {owed}");
			return Err("5: the pot holds less than is booked".into());
		}
		let nodes = NodeRevenue::<T>::iter_values()
			.try_fold(0, Balance::checked_add)
			.ok_or("6: too much is booked")?;
		ensure!(nodes == booked.nodes, "6: the nodes' parts are not what is booked for all");
		let providers = Providers::<T>::iter_values()
			.try_fold(0, |sum: Balance, entry| sum.checked_add(entry.revenue))
			.ok_or("6: too much is booked")?;
		ensure!(
			providers == booked.providers,
			"6: the providers' parts are not what is booked for all"
		);
		Ok(())
	}

	fn check_policies() -> Check {
		let Some(Pricing { id, policy }) = CurrentPolicy::<T>::get() else {
			ensure!(Policies::<T>::iter_keys().next().is_none(), "7: no policy is current");
			return Ok(());
		};
		let last = Policies::<T>::get(id);
		ensure!(last == Some(policy), "7: the current policy is not the last one");
		let all = u32::try_from(Policies::<T>::iter_keys().count());
		let none_missing =
			Policies::<T>::iter_keys().all(|kept| PricingPolicyId(0) < kept && kept <= id);
		ensure!(none_missing && all == Ok(id.0), "7: a policy is missing");
		Ok(())
	}

	fn check_progress() -> Check {
		let now = now::<T::Clock>();
		for (contract, window) in Windows::<T>::iter() {
			let progress = match window.state {
				State::Pending { .. } => continue,
				State::Open(open) => open.progress,
				State::Suspended(suspended) => suspended.progress,
			};
			let counted = progress.billed.plus(progress.backlog.seconds);
			if counted > now.since(progress.started) {
				log::error!("contract {contract}: {progress:?} at {now:?}");
				return Err("8: more seconds were billed or put by than have passed".into());
			}
		}
		Ok(())
	}
}
