//! What calls and steps cost, at their worst.
//!
//! The steps run with as many policies in the period as there can be, although only the slice's beginning and
//! end read and write them: `poll` measures that.

use super::*;
use crate::types::{Clearing, OpenPeriod, PolicyTotal};
use alloc::vec;
use frame_benchmarking::v2::*;
use gridchain_primitives::{Calendar, TFT};

/// Makes what the measurements need of the rest of the chain.
pub trait BenchmarkHelper {
	/// Registers a node on an approved farm with an existing payout account, lets it be up for a while of the
	/// running period, and books `revenue` for it in the pot. Each call makes another node, on another farm.
	fn node(revenue: Balance) -> (NodeId, FarmId);
	/// Lets the running period end and half of the next one pass. Returns the period that ended.
	fn end_period() -> Period;
}

/// An open period with as many policies as there can be, `farm`'s being due `due` under the first of them.
fn open<T: Config>(period: Period, due: Balance) -> OpenPeriod {
	let mut summary = PeriodSummary {
		start: Time(1),
		end: Time(2),
		last_node: T::Attested::last_id(),
		due,
		total: due,
		room: Pallet::<T>::room(),
		..Default::default()
	};
	for id in 1..=MAX_POLICIES {
		let due = if id == 1 { due } else { 0 };
		let total = PolicyTotal { due, budget: 2_000_000 * TFT };
		// The map has room for every policy there can be.
		let _ = summary.policies.try_insert(FarmingPolicyId(id), total);
	}
	OpenPeriod { period, summary }
}

/// A node that did its part in a period that has ended.
fn settled_node<T: Config>() -> (NodeId, FarmId, Period) {
	let (node, farm) = T::BenchmarkHelper::node(10 * TFT);
	let period = T::BenchmarkHelper::end_period();
	NextToSettle::<T>::put(period);
	(node, farm, period)
}

/// The calendar, after a period has ended.
fn calendar<T: Config>() -> Result<Calendar, BenchmarkError> {
	T::Attested::calendar().ok_or(BenchmarkError::Stop("there is no calendar"))
}

/// Money in the pot for what is booked, as if it had been taken.
fn fund<T: Config>(amount: Balance) -> Result<(), BenchmarkError> {
	T::Revenue::mint(amount).map_err(|_| BenchmarkError::Stop("the pot can't be funded"))
}

fn reason() -> Reason {
	Reason::truncate_from(vec![b'x'; 128])
}

// The SDK's own macro counts weights in floats.
#[allow(clippy::float_arithmetic)]
#[benchmarks]
mod benchmarks {
	use super::*;

	#[benchmark]
	fn set_params() -> Result<(), BenchmarkError> {
		let _ = settled_node::<T>();
		let origin = T::AdminOrigin::try_successful_origin()
			.map_err(|_| BenchmarkError::Stop("nobody may set params"))?;
		let params =
			RewardsParams { settlement_delay: Seconds(1), kept_periods: 7, ..Params::<T>::get() };
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, params);

		assert_eq!(Params::<T>::get(), params);
		Ok(())
	}

	#[benchmark]
	fn lower_cap() -> Result<(), BenchmarkError> {
		let open = open::<T>(Period(0), 30 * TFT);
		Settlement::<T>::put(Progress::Payouts { open, after: None });
		let origin = T::AdminOrigin::try_successful_origin()
			.map_err(|_| BenchmarkError::Stop("nobody may lower the cap"))?;
		let cap = Cap::<T>::get() - 1;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, cap);

		assert_eq!(Cap::<T>::get(), cap);
		Ok(())
	}

	#[benchmark]
	fn add_farming_policy() -> Result<(), BenchmarkError> {
		let count = PolicyCount::<T>::get();
		let origin = T::PolicyOrigin::try_successful_origin()
			.map_err(|_| BenchmarkError::Stop("nobody may add a policy"))?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, FarmingPolicy::default());

		assert_eq!(PolicyCount::<T>::get(), count + 1);
		Ok(())
	}

	#[benchmark]
	fn set_default_policy() -> Result<(), BenchmarkError> {
		let policy = Pallet::<T>::append_policy(FarmingPolicy::default());
		let origin = T::PolicyOrigin::try_successful_origin()
			.map_err(|_| BenchmarkError::Stop("nobody may choose the policy"))?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, policy);

		assert_eq!(DefaultPolicy::<T>::get(), policy);
		Ok(())
	}

	#[benchmark]
	fn void_receipt() -> Result<(), BenchmarkError> {
		let (node, _, period) = settled_node::<T>();
		let origin = T::CertifierOrigin::try_successful_origin()
			.map_err(|_| BenchmarkError::Stop("nobody may void a receipt"))?;
		#[extrinsic_call]
		_(origin as T::RuntimeOrigin, period, node, reason());

		assert!(Voids::<T>::contains_key(period, node));
		Ok(())
	}

	/// A block that finds a settlement under way and has no room for a step; and one that finds none. What
	/// both read is counted: a block does one or the other.
	#[benchmark]
	fn poll() {
		let (_, _, period) = settled_node::<T>();
		let open = open::<T>(period, 30 * TFT);
		let progress = Progress::Receipts { open, next: NodeId(1) };
		Settlement::<T>::put(&progress);
		#[block]
		{
			let due = Pallet::<T>::due();
			assert!(due.is_some());
			// Room for this and nothing more.
			Pallet::<T>::settle(&mut WeightMeter::with_limit(T::WeightInfo::poll()));
		}
		assert_eq!(Settlement::<T>::get(), Some(progress));
	}

	#[benchmark]
	fn begin() -> Result<(), BenchmarkError> {
		let (_, _, period) = settled_node::<T>();
		let calendar = calendar::<T>()?;
		let progress;
		#[block]
		{
			progress = Pallet::<T>::begin(period, &calendar);
		}
		assert!(progress.open().is_some_and(|open| open.period == period));
		Ok(())
	}

	/// A voided receipt is the longest one; an earned one takes the arithmetic. This one is earned and carries
	/// revenue, because most are.
	#[benchmark]
	fn settle_node() {
		let (node, _, period) = settled_node::<T>();
		let open = open::<T>(period, 30 * TFT);
		let progress;
		#[block]
		{
			progress = Pallet::<T>::write_next_receipt(open, node);
		}
		assert!(progress.open().is_some());
		assert!(Receipts::<T>::get(period, node).is_some_and(|receipt| receipt.revenue > 0));
	}

	#[benchmark]
	fn fix_factors() {
		let (_, _, period) = settled_node::<T>();
		T::Attested::close(period);
		let open = open::<T>(period, 30 * TFT);
		let progress;
		#[block]
		{
			progress = Pallet::<T>::fix_factors(open);
		}
		assert!(matches!(progress, Progress::Payouts { .. }));
	}

	/// A farm that gets reward, revenue, and what was booked before.
	#[benchmark]
	fn pay_farm() -> Result<(), BenchmarkError> {
		let (_, farm, period) = settled_node::<T>();
		let policy = FarmingPolicyId(1);
		let total = FarmTotal { receipts: 1, due: 30 * TFT, revenue: 10 * TFT };
		FarmTotals::<T>::insert((period, farm, policy), total);
		Booked::<T>::insert(farm, Owed { minted: 5 * TFT, revenue: 5 * TFT });
		fund::<T>(20 * TFT)?;
		let open = open::<T>(period, 30 * TFT);
		let progress;
		#[block]
		{
			progress = Pallet::<T>::pay_next_farm(open, None);
		}
		assert!(progress.open().is_some_and(|open| open.summary.minted == 30 * TFT));
		assert!(!Booked::<T>::contains_key(farm));
		Ok(())
	}

	#[benchmark]
	fn retry_farm() -> Result<(), BenchmarkError> {
		let (_, farm, period) = settled_node::<T>();
		Booked::<T>::insert(farm, Owed { minted: 5 * TFT, revenue: 5 * TFT });
		fund::<T>(10 * TFT)?;
		let open = open::<T>(period, 30 * TFT);
		let progress;
		#[block]
		{
			progress = Pallet::<T>::retry_next_farm(open, None);
		}
		assert!(progress.is_some());
		assert!(!Booked::<T>::contains_key(farm));
		Ok(())
	}

	#[benchmark]
	fn finish() {
		let period = Period(7);
		NextToSettle::<T>::put(period);
		let open = open::<T>(period, 30 * TFT);
		let progress;
		#[block]
		{
			progress = Pallet::<T>::finish(open);
		}
		assert!(matches!(progress, Some(Progress::Clearing { .. })));
		assert_eq!(NextToSettle::<T>::get(), Period(8));
	}

	/// The longest item: a voided receipt that isn't the first one to be cleared. There is another, so that
	/// the search finds one.
	#[benchmark]
	fn clear_item() {
		let period = Period(0);
		let receipt = StoredReceipt {
			farm: FarmId(1),
			units: CloudUnits { cu: 1, su: 1 },
			uptime: Seconds(1),
			registered: Seconds(1),
			certified: true,
			policy: FarmingPolicyId(1),
			connection_price: Price::from_u32(1),
			market_price: Some(Price::from_u32(1)),
			usd: Usd(1),
			due: 1,
			revenue: 1,
			verdict: StoredVerdict::Voided(reason()),
		};
		for node in 1..=100 {
			Receipts::<T>::insert(period, NodeId(node), &receipt);
		}
		let progress;
		#[block]
		{
			progress = Pallet::<T>::clear_next(period, Clearing::Receipts(None));
		}
		assert!(progress.is_some());
		assert_eq!(Receipts::<T>::iter_prefix(period).count(), 99);
	}

	impl_benchmark_test_suite!(Pallet, crate::mock::new_test_ext(), crate::mock::Test);
}
