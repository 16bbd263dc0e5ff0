//! What certifiers vouch for, and when that ends.

use crate::{types::*, Config, Error, Event, Ledger, Liveness, Pallet};
use frame_support::pallet_prelude::{ensure, DispatchResult};
use gridchain_primitives::{NodeId, Period, Resources};

/// A certificate covers hardware of which each part differs from what was found by at most one in so many.
const TOLERANCE: u128 = 100;

impl<T: Config> Pallet<T> {
	/// Gives `node` a certificate for the hardware that was found, or withdraws the one that stands.
	pub(crate) fn do_certify(node: NodeId, found: Option<Resources>) -> DispatchResult {
		let farm = Liveness::<T>::get(node).ok_or(Error::<T>::NotFound)?.farm;
		let mut ledger = Ledger::<T>::get(node).ok_or(Error::<T>::NotFound)?;
		let period = Self::book_at(Self::now()).calendar.period;
		let event = match found {
			Some(hardware) => {
				ensure!(is_near(&hardware, &ledger.hardware), Error::<T>::HardwareDiffers);
				let certified = ledger.certification.standing.map(|standing| standing.hardware);
				ensure!(certified != found, Error::<T>::NothingToChange);
				ledger.certification.give(hardware, period);
				Event::NodeCertified { node, farm, hardware }
			},
			None => {
				let withdrawn = ledger.certification.end(period);
				let certified = withdrawn.ok_or(Error::<T>::NothingToChange)?;
				Event::CertificateWithdrawn { node, farm, certified }
			},
		};
		Ledger::<T>::insert(node, ledger);
		Self::deposit_event(event);
		Ok(())
	}
}

impl Certification {
	/// A certificate for `hardware` is given in `period`. One that takes the place of another leaves no gap; the
	/// first one has stood through no period before the next.
	fn give(&mut self, hardware: Resources, period: Period) {
		let next = Period(period.0.saturating_add(1));
		let whole_from = self.standing.map_or(next, |standing| standing.whole_from);
		self.standing = Some(Certificate { hardware, whole_from });
	}

	/// The node has `hardware` now, in `period`. Ends the certificate if it doesn't cover that, and tells what
	/// it covered.
	pub(crate) fn doubt(&mut self, hardware: &Resources, period: Period) -> Option<Resources> {
		let covers = self.standing?.covers(hardware);
		if covers {
			return None;
		}
		self.end(period)
	}

	/// Ends the certificate that stands, in `period`, and tells what it covered. What it has stood through
	/// before it has: that is rewarded in this period.
	fn end(&mut self, period: Period) -> Option<Resources> {
		let Certificate { hardware, whole_from } = self.standing.take()?;
		if whole_from < period {
			self.last_whole = period.0.checked_sub(1).map(Period);
		}
		Some(hardware)
	}

	/// Whether certificates stood through `period`, which is the running one, so far, or the one before it.
	pub(crate) fn stood_through(&self, period: Period) -> bool {
		let stands = self.standing.is_some_and(|standing| standing.whole_from <= period);
		stands || self.last_whole == Some(period)
	}
}

impl Certificate {
	/// Whether a node with `hardware` is what was certified.
	pub(crate) fn covers(&self, hardware: &Resources) -> bool {
		is_near(&self.hardware, hardware)
	}
}

/// Whether no part of `hardware` differs from what was `found` by more than 1 %. More is another computer as
/// well as less: nobody has seen it.
fn is_near(found: &Resources, hardware: &Resources) -> bool {
	let parts = [
		(found.cores.into(), hardware.cores.into()),
		(found.memory_mib.0, hardware.memory_mib.0),
		(found.ssd_mib.0, hardware.ssd_mib.0),
		(found.hdd_mib.0, hardware.hdd_mib.0),
		(found.gpus.into(), hardware.gpus.into()),
	];
	parts.iter().all(|(found, has): &(u64, u64)| {
		u128::from(found.abs_diff(*has)).saturating_mul(TOLERANCE) <= u128::from(*found)
	})
}
