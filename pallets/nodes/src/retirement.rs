//! How a node leaves: the notice, and what stays of it.

use crate::{
	types::*, Config, Departed, Error, Event, LastRegistration, Ledger, Liveness, NodeOf, Nodes,
	NodesOf, Pallet, Params, PeriodBook, Periods, WeightInfo,
};
use frame_support::{
	defensive,
	pallet_prelude::{ensure, DispatchResult},
	weights::WeightMeter,
};
use gridchain_primitives::{
	traits::{Farms, Twins},
	FarmingPolicyId, NodeId, Period, Time,
};

impl<T: Config> Pallet<T> {
	/// Lets `node` leave, at once if it has no contracts.
	pub(crate) fn do_retire(account: &T::AccountId, node: NodeId) -> DispatchResult {
		let mut liveness = Self::farmers_node(account, node)?;
		let contracts = Ledger::<T>::get(node).ok_or(Error::<T>::NotFound)?.contracts;
		if contracts == 0 {
			Self::leave(node);
			return Ok(());
		}
		ensure!(liveness.offer.ends_at().is_none(), Error::<T>::Retiring);
		let at = Self::now().plus(Params::<T>::get().retirement_notice);
		let farm = liveness.farm;
		liveness.offer = Offer::Retiring { at };
		Liveness::<T>::insert(node, liveness);
		Self::enqueue(node, Ending::Retirement, at);
		Self::deposit_event(Event::RetirementAnnounced { node, farm, at, contracts });
		Ok(())
	}

	/// Takes a notice back.
	pub(crate) fn do_cancel_retirement(account: &T::AccountId, node: NodeId) -> DispatchResult {
		let mut liveness = Self::farmers_node(account, node)?;
		let (now, farm) = (Self::now(), liveness.farm);
		let at = liveness.offer.ends_at().filter(|_| !liveness.offer.is_over(now));
		let at = at.ok_or(Error::<T>::NotRetiring)?;
		liveness.offer = Offer::Open;
		Liveness::<T>::insert(node, liveness);
		Self::dequeue(node, Ending::Retirement, at);
		Self::deposit_event(Event::RetirementCancelled { node, farm });
		Ok(())
	}

	/// `node`, in the queue at `due`, leaves, or stays until another attempt if contracts couldn't be ended.
	pub(crate) fn leave_or_retry(node: NodeId, due: Time, now: Time) {
		let (Some(mut liveness), Some(ledger)) = (Liveness::<T>::get(node), Ledger::<T>::get(node))
		else {
			defensive!("a node retires that doesn't exist", node);
			Self::dequeue(node, Ending::Retirement, due);
			return;
		};
		if ledger.contracts == 0 {
			Self::leave(node);
			return;
		}
		let retry = now.plus(Params::<T>::get().retirement_retry);
		liveness.offer = Offer::Ending { retry };
		Liveness::<T>::insert(node, liveness);
		Self::dequeue(node, Ending::Retirement, due);
		Self::enqueue(node, Ending::Retirement, retry);
	}

	/// Removes a node without contracts. Of it stays what it is rewarded by.
	fn leave(node: NodeId) {
		let (Some(stored), Some(liveness), Some(ledger)) =
			(Nodes::<T>::take(node), Liveness::<T>::take(node), Ledger::<T>::take(node))
		else {
			defensive!("a node leaves that doesn't exist", node);
			return;
		};
		let NodeLiveness { account, farm, registered_at, attested, .. } = liveness;
		let twin = stored.twin;
		if let Some(due) = liveness.offer.ends_at() {
			Self::dequeue(node, Ending::Retirement, due);
		}
		NodeOf::<T>::remove(&account);
		T::Twins::unbind(twin);
		T::Farms::dismiss(farm, &account);
		let period = Self::roll_calendar().calendar.period;
		let departed = DepartedNode {
			account: account.clone(),
			farm,
			policy: ledger.policy,
			registered_at,
			left_at: Self::now(),
			running: liveness.running,
			previous: liveness.previous,
			hardware: ledger.hardware,
			lowest: ledger.lowest,
			certification: ledger.certification,
		};
		Departed::<T>::insert(period, node, departed);
		LastRegistration::<T>::insert(&account, registered_at);
		Self::deposit_event(Event::NodeRetired { node, farm, account, twin, attested });
	}

	/// The farming policy by which `node` is rewarded: that of its registration. It keeps it when it leaves, as long
	/// as its last period is the running one or the one before.
	pub fn farming_policy_of(node: NodeId) -> Option<FarmingPolicyId> {
		let stands = Ledger::<T>::get(node).map(|ledger| ledger.policy);
		stands.or_else(|| {
			let running = Self::book_at(Self::now()).calendar.period;
			let before = running.0.checked_sub(1).map(Period);
			let left_in = |period| Departed::<T>::get(period, node);
			let departed = left_in(running).or_else(|| before.and_then(left_in))?;
			Some(departed.policy)
		})
	}

	/// Forgets nodes that left in a period whose figures nobody needs any more.
	pub(crate) fn forget_departed(book: &PeriodBook, meter: &mut WeightMeter) {
		let mut period = book.swept_to;
		while book.released.is_some_and(|released| period <= released) {
			if !Self::forget_departed_in(period, meter) {
				break;
			}
			period = Period(period.0.saturating_add(1));
		}
		if period != book.swept_to {
			Periods::<T>::mutate_extant(|book| book.swept_to = period);
		}
	}

	/// Forgets nodes that left in `period`, and answers whether that is done.
	fn forget_departed_in(period: Period, meter: &mut WeightMeter) -> bool {
		let mut last = None;
		while meter.try_consume(T::WeightInfo::forget_departed()).is_ok() {
			let mut rest = match last {
				Some(node) => Departed::<T>::iter_prefix_from(
					period,
					Departed::<T>::hashed_key_for(period, node),
				),
				None => Departed::<T>::iter_prefix(period),
			};
			let Some((node, departed)) = rest.next() else {
				return true;
			};
			Departed::<T>::remove(period, node);
			NodesOf::<T>::remove(departed.farm, node);
			// The account may have registered and left again since.
			let registered = LastRegistration::<T>::get(&departed.account);
			if registered == Some(departed.registered_at) {
				LastRegistration::<T>::remove(&departed.account);
			}
			last = Some(node);
		}
		false
	}
}
