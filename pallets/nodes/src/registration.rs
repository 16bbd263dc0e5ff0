//! Joining a farm, and describing the computer.

use crate::{
	types::*, Config, Error, Event, LastRegistration, Ledger, Liveness, NextNodeId, NodeOf, Nodes,
	NodesOf, Pallet, Params,
};
use frame_support::pallet_prelude::{ensure, DispatchResult, Get};
use frame_system::pallet_prelude::BlockNumberFor;
use gridchain_primitives::{
	traits::{Farms, Twins},
	BlockNumber, FarmId, NodeId, Resources, Seconds, Time,
};
use sp_runtime::{traits::UniqueSaturatedInto, ArithmeticError};

/// What a node is and has, for a call of its own account.
type OwnNode<T> = (LivenessOf<T>, Node, NodeLedger);

/// The bounds of a [`Position`], in millionths of a degree.
const MAX_LATITUDE: u32 = 90_000_000;
const MAX_LONGITUDE: u32 = 180_000_000;

impl<T: Config> Pallet<T> {
	/// All that `register_node` refuses.
	pub(crate) fn check_registration(
		account: &T::AccountId,
		farm: FarmId,
		hardware: &Resources,
		details: &Details,
	) -> Result<(), Error<T>> {
		ensure!(!NodeOf::<T>::contains_key(account), Error::<T>::AlreadyRegistered);
		// Else a node that was down too long would begin its period anew.
		let period_start = Self::book_at(Self::now()).calendar.start;
		let again = LastRegistration::<T>::get(account).is_some_and(|last| last >= period_start);
		ensure!(!again, Error::<T>::RegisteredThisPeriod);
		ensure!(T::Farms::admissible(account, farm), Error::<T>::NotAuthorised);
		ensure!(Params::<T>::get().admits(hardware), Error::<T>::HardwareOutOfBounds);
		Self::check_details(details)
	}

	/// Makes the node of `account`, and its twin.
	pub(crate) fn do_register(
		account: T::AccountId,
		farm: FarmId,
		hardware: Resources,
		details: Details,
	) -> DispatchResult {
		Self::check_registration(&account, farm, &hardware, &details)?;
		let node = NextNodeId::<T>::get();
		NextNodeId::<T>::put(node.next().ok_or(ArithmeticError::Overflow)?);
		T::Farms::admit(&account, farm)?;
		let twin = T::Twins::ensure(&account)?;
		T::Twins::bind(twin)?;

		let now = Self::now();
		let policy = T::FarmingPolicy::get();
		let period = Self::roll_calendar().calendar.period;
		let uptime = PeriodUptime { period, seconds: Seconds::ZERO };
		NodeOf::<T>::insert(&account, node);
		NodesOf::<T>::insert(farm, node, ());
		Nodes::<T>::insert(
			node,
			Node { twin, details, updated_at: now, public_config: None, config_set_at: None },
		);
		Liveness::<T>::insert(
			node,
			NodeLiveness {
				account: account.clone(),
				farm,
				registered_at: now,
				reported: false,
				last_report: now,
				last_block: Self::block(),
				last_uptime: Seconds::ZERO,
				attested: Seconds::ZERO,
				running: uptime,
				previous: None,
				offer: Offer::Open,
				rental: Lease::None,
			},
		);
		Ledger::<T>::insert(node, NodeLedger::new(hardware, period, policy));
		Self::deposit_event(Event::NodeRegistered { node, account, twin, farm, hardware, policy });
		Ok(())
	}

	/// All that `update_node` refuses.
	pub(crate) fn check_update(
		account: &T::AccountId,
		node: NodeId,
		hardware: &Resources,
		details: &Details,
	) -> Result<OwnNode<T>, Error<T>> {
		let liveness = Self::own_node(account, node)?;
		let stored = Nodes::<T>::get(node).ok_or(Error::<T>::NotFound)?;
		Self::ensure_interval_since(stored.updated_at)?;
		Self::check_details(details)?;
		let ledger = Ledger::<T>::get(node).ok_or(Error::<T>::NotFound)?;
		// What it has lost it must be able to say, though less may not join.
		let most = Params::<T>::get().maximum.greater(&ledger.hardware);
		ensure!(hardware.fits_in(&most), Error::<T>::HardwareOutOfBounds);
		let changes = ledger.hardware != *hardware || stored.details != *details;
		ensure!(changes, Error::<T>::NothingToChange);
		Ok((liveness, stored, ledger))
	}

	/// Stores the node's new description.
	pub(crate) fn do_update(
		account: &T::AccountId,
		node: NodeId,
		hardware: Resources,
		details: Details,
	) -> DispatchResult {
		let (liveness, mut stored, mut ledger) =
			Self::check_update(account, node, &hardware, &details)?;
		let (farm, before) = (liveness.farm, ledger.hardware);
		let now = Self::now();
		let mut fallen = None;
		if before != hardware {
			let period = Self::book_at(now).calendar.period;
			ledger.become_hardware(hardware, period);
			fallen = ledger.certification.doubt(&hardware, period);
			Ledger::<T>::insert(node, ledger);
		}
		stored.details = details;
		stored.updated_at = now;
		Nodes::<T>::insert(node, stored);
		Self::deposit_event(Event::NodeUpdated { node, farm, before, hardware });
		if let Some(certified) = fallen {
			Self::deposit_event(Event::CertificateFell { node, farm, certified, hardware });
		}
		Ok(())
	}

	/// The meters of `node`, if `account` is that of the farmer: of the twin that owns the node's farm.
	pub(crate) fn farmers_node(
		account: &T::AccountId,
		node: NodeId,
	) -> Result<LivenessOf<T>, Error<T>> {
		let liveness = Liveness::<T>::get(node).ok_or(Error::<T>::NotFound)?;
		let owner = T::Farms::owner(liveness.farm);
		ensure!(owner.is_some() && T::Twins::of(account) == owner, Error::<T>::NotFarmer);
		Ok(liveness)
	}

	/// The meters of `node`, if it is `account`'s.
	pub(crate) fn own_node(
		account: &T::AccountId,
		node: NodeId,
	) -> Result<LivenessOf<T>, Error<T>> {
		let liveness = Liveness::<T>::get(node).ok_or(Error::<T>::NotFound)?;
		ensure!(liveness.account == *account, Error::<T>::NotNodeAccount);
		Ok(liveness)
	}

	/// Whether a report interval has passed since `earlier`.
	pub(crate) fn ensure_interval_since(earlier: Time) -> Result<(), Error<T>> {
		let next = earlier.plus(Params::<T>::get().report_interval);
		ensure!(Self::now() >= next, Error::<T>::TooEarly);
		Ok(())
	}

	/// The node of `farm` that follows `after`, or the first one, in an order that stays the same. Those that
	/// have left are among them until their last period is settled: till then revenue may be booked for them.
	pub fn next_node_of(farm: FarmId, after: Option<NodeId>) -> Option<NodeId> {
		let mut rest = match after {
			Some(node) => {
				NodesOf::<T>::iter_key_prefix_from(farm, NodesOf::<T>::hashed_key_for(farm, node))
			},
			None => NodesOf::<T>::iter_key_prefix(farm),
		};
		rest.next()
	}

	/// Chain time.
	pub(crate) fn now() -> Time {
		gridchain_primitives::now::<T::Clock>()
	}

	/// The height of the chain. Saturates after 2^32 blocks, which is eight centuries.
	pub(crate) fn block() -> BlockNumber {
		let block: BlockNumberFor<T> = frame_system::Pallet::<T>::block_number();
		block.unique_saturated_into()
	}

	fn check_details(details: &Details) -> Result<(), Error<T>> {
		let Location { country, city, position } = &details.location;
		let letters = country.iter().all(u8::is_ascii_uppercase);
		ensure!(letters, Error::<T>::CountryNotTwoLetters);
		let on_earth = position.is_none_or(|position| position.is_on_earth());
		ensure!(on_earth, Error::<T>::PositionOutOfBounds);
		let mut names = details.interfaces.iter().map(|interface| &interface.name);
		let named = names.all(|name| !name.is_empty() && is_readable(name));
		let readable = named && is_readable(city) && is_readable(&details.serial);
		ensure!(readable, Error::<T>::TextNotReadable);
		Ok(())
	}
}

impl Position {
	fn is_on_earth(&self) -> bool {
		self.latitude.unsigned_abs() <= MAX_LATITUDE
			&& self.longitude.unsigned_abs() <= MAX_LONGITUDE
	}
}

/// Whether a text can be shown to people.
pub(crate) fn is_readable(text: &[u8]) -> bool {
	core::str::from_utf8(text).is_ok_and(|text| !text.chars().any(char::is_control))
}
