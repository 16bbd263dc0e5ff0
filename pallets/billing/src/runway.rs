//! For how long an account's money lasts, and what of it is held for one contract.
//!
//! A window is paid when it closes, and the next one opens only if the money for it is there. So in any stretch of
//! time that is as long as a window each contract takes what a window of it costs out of the free balance, once.
//! As long as the balance covers that for all contracts of a twin together, none is suspended; in the first such
//! stretch for which it doesn't, one is. Which one that is, and when in the stretch, depends on when each contract
//! is due: to answer without looking at each of them, the runway tells the stretch.

use crate::{ending::reserve_of, pallet::*};
use frame_support::traits::fungible::{Inspect, InspectHold};
use gridchain_primitives::{
	now,
	traits::{PriceFeed, Twins},
	Balance, Between, ContractId, Cost, Rate, Runway, Seconds,
};

/// A day, by which costs are told.
const DAY: Seconds = Seconds(24 * 3_600);

impl<T: Config> Pallet<T> {
	/// For how long the money of `account` lasts if `top_up` is added to it. `None` if it has no twin, or there is
	/// no price yet.
	pub fn runway(account: &T::AccountId, top_up: Balance) -> Option<Runway> {
		let twin = T::Twins::of(account)?;
		let price = T::PriceFeed::usd_per_tft()?;
		let (payer, window) = (Payers::<T>::get(twin), Params::<T>::get().window);
		let (rate, windows) = (payer.rate, payer.windows);
		let spendable = Self::spendable_with(account, top_up);
		let a_day = rate.over(DAY)?;
		let a_window = rate.over(window)?.in_tft(price)?;
		let costs = rate != Rate::ZERO;
		Some(Runway {
			twin,
			windows,
			spendable,
			held: T::Currency::balance_on_hold(&Self::reason(), account),
			price,
			usd_per_day: a_day.usd(),
			tft_per_day: a_day.in_tft(price)?,
			window,
			lasts: costs.then(|| rate.span_within(Cost::paid_by(spendable, price))),
			first_suspension: costs.then(|| {
				// Each bill is rounded up by itself, by less than a unit.
				let most = a_window.saturating_add(windows.saturating_sub(1).into());
				let after = |rounds| now::<T::Clock>().plus(lasting(rounds, window));
				Between {
					earliest: after(rounds(spendable, most)),
					latest: after(rounds(spendable, a_window).saturating_add(1)),
				}
			}),
		})
	}

	/// What is held for the window of `contract`, in 10^-7 TFT.
	pub fn held_for(contract: ContractId) -> Balance {
		Windows::<T>::get(contract).map_or(0, |window| reserve_of(&window.state))
	}

	/// What `account` can spend once it has `top_up` more: of that the existential deposit takes its part first, if
	/// it isn't there yet.
	fn spendable_with(account: &T::AccountId, top_up: Balance) -> Balance {
		let free = T::Currency::balance(account);
		let kept = free.saturating_sub(Self::spendable(account));
		let kept = kept.max(T::Currency::minimum_balance());
		free.saturating_add(top_up).saturating_sub(kept)
	}
}

/// How many times `amount` covers `cost`.
fn rounds(amount: Balance, cost: Balance) -> u64 {
	let rounds = amount.checked_div(cost).unwrap_or(Balance::MAX);
	u64::try_from(rounds).unwrap_or(u64::MAX)
}

/// How long so many windows last, one after the other.
fn lasting(windows: u64, window: Seconds) -> Seconds {
	Seconds(windows.saturating_mul(window.0))
}
