//! Farming policies: versions that never change, and the one that new nodes get.

use crate::{pallet::*, Config, Error, Event, Pallet, GREATEST_CAP, MAX_POLICIES};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use core::marker::PhantomData;
use frame_support::{ensure, traits::Get};
use gridchain_math::{reward, UNIT};
use gridchain_primitives::{Balance, CloudUnits, FarmingPolicyId, Percent, Price, Usd, TFT};
use scale_info::TypeInfo;
use sp_runtime::DispatchResult;

/// The terms at which nodes earn. A version never changes once it is added.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	serde::Serialize,
	serde::Deserialize,
)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FarmingPolicy {
	/// Dollars a month of 2,630,880 s for one CU, at most 1,000,000 USD.
	pub cu_month: Usd,
	/// Dollars a month of 2,630,880 s for one SU, at most 1,000,000 USD.
	pub su_month: Usd,
	/// The part of the time it was registered in the period that a node must have been up to earn at all.
	pub minimum_uptime: Percent,
	/// Dollars for one TFT, by which rewards of this version become TFT: 0.000001 to 1,000,000.
	pub connection_price: Price,
	/// Hundredths of the list reward that certified hardware earns: 100 to 1,000.
	pub certified_percent: u32,
	/// The most that one node earns for: at most 1,000,000 CU and as many SU.
	pub limit: CloudUnits,
	/// The most that may be minted under this version in one period, in 10^-7 TFT.
	pub budget: Balance,
}

impl Default for FarmingPolicy {
	fn default() -> Self {
		Self {
			cu_month: Usd(2_400_000_000),
			su_month: Usd(1_000_000_000),
			minimum_uptime: Percent::from_percent(95),
			connection_price: Price::from_rational(8, 100),
			certified_percent: reward::CERTIFIED_PERCENT,
			// More than any single computer has; a second line behind the bounds of registration.
			limit: CloudUnits { cu: 500 * UNIT, su: 1_000 * UNIT },
			// Some 2,700 nodes of 20 CU and 10 SU in full, and no more than 2.4 % of the greatest cap a year.
			budget: 2_000_000 * TFT,
		}
	}
}

impl FarmingPolicy {
	/// Whether each value is within its bounds. Within them no reward overflows.
	pub fn is_consistent(&self) -> bool {
		let dollars = Usd(1_000_000_000_000_000);
		let units = 1_000_000 * UNIT;
		let (least, greatest) =
			(Price::from_rational(1, 1_000_000), Price::from_rational(1_000_000, 1));
		self.cu_month <= dollars
			&& self.su_month <= dollars
			&& (least..=greatest).contains(&self.connection_price)
			&& (100..=1_000).contains(&self.certified_percent)
			&& self.limit.cu <= units
			&& self.limit.su <= units
			&& self.budget <= GREATEST_CAP
	}

	/// `units`, each part at most what one node earns for.
	pub fn limited(&self, units: CloudUnits) -> CloudUnits {
		CloudUnits { cu: units.cu.min(self.limit.cu), su: units.su.min(self.limit.su) }
	}

	/// The terms for a node whose hardware is `certified` or not.
	pub fn terms(&self, certified: bool) -> reward::Terms {
		reward::Terms {
			cu_month: self.cu_month,
			su_month: self.su_month,
			percent: if certified { self.certified_percent } else { 100 },
			connection_price: self.connection_price,
		}
	}
}

/// The policy that a node gets when it registers.
pub struct DefaultFarmingPolicy<T>(PhantomData<T>);

impl<T: Config> Get<FarmingPolicyId> for DefaultFarmingPolicy<T> {
	fn get() -> FarmingPolicyId {
		DefaultPolicy::<T>::get()
	}
}

impl<T: Config> Pallet<T> {
	pub(crate) fn do_add_policy(terms: FarmingPolicy) -> DispatchResult {
		ensure!(terms.is_consistent(), Error::<T>::InconsistentPolicy);
		ensure!(PolicyCount::<T>::get() < MAX_POLICIES, Error::<T>::TooManyPolicies);
		let policy = Self::append_policy(terms);
		Self::deposit_event(Event::PolicyAdded { policy, terms });
		Ok(())
	}

	pub(crate) fn do_set_default_policy(policy: FarmingPolicyId) -> DispatchResult {
		ensure!(Policies::<T>::contains_key(policy), Error::<T>::PolicyNotFound);
		let previous = DefaultPolicy::<T>::get();
		DefaultPolicy::<T>::put(policy);
		Self::deposit_event(Event::DefaultPolicySet { previous, policy });
		Ok(())
	}

	pub(crate) fn append_policy(terms: FarmingPolicy) -> FarmingPolicyId {
		let policy = PolicyCount::<T>::mutate(|count| {
			*count = count.saturating_add(1);
			FarmingPolicyId(*count)
		});
		Policies::<T>::insert(policy, terms);
		policy
	}
}
