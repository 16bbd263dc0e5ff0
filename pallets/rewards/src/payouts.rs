//! Phase 2: each farm is paid, for each policy of its nodes.
//!
//! The factors were fixed when the last receipt was written, so the order of the payouts changes nothing. A
//! payout that an account can't receive stays booked with the farm: its reward is minted all the same and
//! waits in the pot with the revenue.

use crate::{pallet::*, Config, Error, Event, FarmTotal, OpenPeriod, Owed, Pallet, Progress};
use frame_support::storage::with_storage_layer;
use gridchain_primitives::{
	traits::{Farms, Records, Revenue},
	Balance, FarmId, FarmPayout, FarmingPolicyId, Period, Record,
};
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// Pays the farm after `after`; after the last one, goes on to what is booked.
	pub(crate) fn pay_next_farm(
		mut open: OpenPeriod,
		after: Option<(FarmId, FarmingPolicyId)>,
	) -> Progress {
		match Self::next_total(open.period, after) {
			Some(((farm, policy), total)) => {
				if total.due > 0 || total.revenue > 0 {
					Self::pay_farm(&mut open, farm, policy, &total);
				}
				Progress::Payouts { open, after: Some((farm, policy)) }
			},
			None => Progress::Booked { open, after: None },
		}
	}

	/// The farm total of `period` that comes after `after`, in the order of the map.
	pub(crate) fn next_total(
		period: Period,
		after: Option<(FarmId, FarmingPolicyId)>,
	) -> Option<((FarmId, FarmingPolicyId), FarmTotal)> {
		let mut rest = match after {
			Some((farm, policy)) => FarmTotals::<T>::iter_prefix_from(
				(period,),
				FarmTotals::<T>::hashed_key_for((period, farm, policy)),
			),
			None => FarmTotals::<T>::iter_prefix((period,)),
		};
		rest.next()
	}

	/// Mints what `farm` gets under `policy`, and pays it with the revenue and what was booked before.
	fn pay_farm(open: &mut OpenPeriod, farm: FarmId, policy: FarmingPolicyId, total: &FarmTotal) {
		let period = open.period;
		let minted = Self::mint_for(open, farm, policy, total.due);
		open.summary.payouts = open.summary.payouts.saturating_add(1);
		let fresh = Owed { minted, revenue: total.revenue };
		let (due, revenue) = (total.due, total.revenue);
		let booked = Booked::<T>::get(farm);
		// Together, because both may reach the existential deposit where neither does alone.
		let account = match Self::pay(farm, fresh.plus(booked.unwrap_or_default())) {
			Ok(account) => {
				Self::deposit_event(Event::FarmPaid {
					period,
					farm,
					policy,
					due,
					minted,
					revenue,
					account: account.clone(),
				});
				if let Some(booked) = booked {
					Self::note_booked_paid(period, farm, booked, &account);
				}
				Some(account)
			},
			Err(reason) => {
				if !fresh.is_zero() {
					Booked::<T>::insert(farm, fresh.plus(booked.unwrap_or_default()));
				}
				Self::deposit_event(Event::PayoutBooked {
					period,
					farm,
					policy,
					due,
					minted,
					revenue,
					reason,
				});
				None
			},
		};
		let policy = Some(policy);
		let payout = FarmPayout { period, farm, policy, due, minted, revenue, account };
		T::Records::note(Record::FarmPayout(payout));
	}

	/// Mints what the factors leave of `due`, and says how much that is.
	fn mint_for(
		open: &mut OpenPeriod,
		farm: FarmId,
		policy: FarmingPolicyId,
		due: Balance,
	) -> Balance {
		let amount = open.summary.paid(policy, due);
		match Self::mint(amount) {
			Ok(()) => {
				open.summary.minted = open.summary.minted.saturating_add(amount);
				amount
			},
			Err(error) => {
				let period = open.period;
				Self::deposit_event(Event::MintFailed { period, farm, policy, amount, error });
				0
			},
		}
	}

	/// Pays `owed` to the account that `farm` has at this moment; all of it or nothing.
	fn pay(farm: FarmId, owed: Owed) -> Result<T::AccountId, DispatchError> {
		let account = T::Farms::payout(farm).ok_or(Error::<T>::PayoutAccountMissing)?;
		if !owed.is_zero() {
			with_storage_layer(|| T::Revenue::pay(&account, owed.amount()))?;
		}
		Ok(account)
	}

	/// What was booked is paid: takes it off the books and notes it, as a payout without a policy.
	fn note_booked_paid(period: Period, farm: FarmId, booked: Owed, account: &T::AccountId) {
		let Owed { minted, revenue } = booked;
		Booked::<T>::remove(farm);
		Self::deposit_event(Event::BookedPaid {
			period,
			farm,
			minted,
			revenue,
			account: account.clone(),
		});
		T::Records::note(Record::FarmPayout(FarmPayout {
			period,
			farm,
			policy: None,
			due: 0,
			minted,
			revenue,
			account: Some(account.clone()),
		}));
	}

	/// Tries to pay what is booked for the farm after `after`, which may have no nodes any more; after the
	/// last one the period is settled.
	pub(crate) fn retry_next_farm(open: OpenPeriod, after: Option<FarmId>) -> Option<Progress> {
		let mut rest = match after {
			Some(farm) => Booked::<T>::iter_from(Booked::<T>::hashed_key_for(farm)),
			None => Booked::<T>::iter(),
		};
		let Some((farm, booked)) = rest.next() else {
			return Self::finish(open);
		};
		if let Ok(account) = Self::pay(farm, booked) {
			Self::note_booked_paid(open.period, farm, booked, &account);
		}
		Some(Progress::Booked { open, after: Some(farm) })
	}
}
