//! Services: what one twin does for another, billed by the one who serves within terms that both approved.
//!
//! Here the chain keeps no window and holds no money: a bill is paid at once or not at all.

use crate::{
	Config, Error, Event, Note, Pallet, Service, ServiceState, ServiceTerms, Services, ServicesOf,
};
use codec::MaxEncodedLen;
use frame_support::{
	ensure,
	pallet_prelude::DispatchResult,
	traits::{
		fungible::{Inspect, Mutate},
		tokens::{Fortitude, Preservation},
		Consideration, Footprint,
	},
};
use gridchain_primitives::{
	now,
	traits::{PriceFeed, Twins},
	Balance, ContractId, Cost, Rate, Seconds, TwinId, Usd,
};
use sp_runtime::DispatchError;

/// The most time that one bill is for, however long the last one is past: whoever forgets to bill loses it,
/// and nobody is surprised by the bill of a year.
const LONGEST_BILL: Seconds = Seconds::HOUR;

/// A service as it is stored.
type ServiceOf<T> = Service<<T as Config>::ServiceDeposit>;

impl<T: Config> Pallet<T> {
	pub(crate) fn do_offer_service(account: &T::AccountId, consumer: TwinId) -> DispatchResult {
		let provider = T::Twins::of(account).ok_or(Error::<T>::TwinNotFound)?;
		ensure!(provider != consumer, Error::<T>::OwnTwin);
		ensure!(T::Twins::account(consumer).is_some(), Error::<T>::ConsumerNotFound);
		let service = Self::next_id()?;
		let ticket = T::ServiceDeposit::new(account, Self::service_footprint())?;
		// The provider alone: what a stranger offers keeps nobody's twin from going.
		T::Twins::bind(provider)?;
		for party in [provider, consumer] {
			ServicesOf::<T>::insert(party, service, ());
		}
		let (created, state) = (now::<T::Clock>(), ServiceState::Offered);
		let offered = Service { provider, consumer, created, state, ticket };
		Services::<T>::insert(service, offered);
		Self::deposit_event(Event::ServiceOffered { service, provider, consumer });
		Ok(())
	}

	pub(crate) fn do_set_service_terms(
		account: &T::AccountId,
		service: ContractId,
		terms: ServiceTerms,
	) -> DispatchResult {
		let found = Self::served_by(account, service)?;
		ensure!(terms.can_be_billed(), Error::<T>::TermsTooLarge);
		ensure!(found.state.terms() != Some(terms), Error::<T>::NothingToChange);
		let Service { provider, consumer, .. } = found;
		Self::advance(service, found, ServiceState::Proposed { terms, approved_by: None })?;
		let ServiceTerms { base, metered_limit, document } = terms;
		Self::deposit_event(Event::ServiceTermsSet {
			service,
			provider,
			consumer,
			base,
			metered_limit,
			document,
		});
		Ok(())
	}

	pub(crate) fn do_approve_service(
		account: &T::AccountId,
		service: ContractId,
		terms: ServiceTerms,
	) -> DispatchResult {
		let (found, by) = Self::service_of(account, service)?;
		let current = found.state.terms().ok_or(Error::<T>::TermsNotSet)?;
		ensure!(current == terms, Error::<T>::TermsChanged);
		let ServiceState::Proposed { approved_by, .. } = found.state else {
			return Err(Error::<T>::AlreadyApproved.into());
		};
		ensure!(approved_by != Some(by), Error::<T>::AlreadyApproved);
		let (provider, consumer) = (found.provider, found.consumer);
		Self::deposit_event(Event::ServiceApproved { service, provider, consumer, by });
		let state = match approved_by {
			None => ServiceState::Proposed { terms, approved_by: Some(by) },
			Some(_) => Self::agreed(service, &found, terms),
		};
		Self::advance(service, found, state)
	}

	/// Puts a service into `state`. Its consumer is bound when it begins to stand by the terms, and free when it
	/// no longer does.
	fn advance(service: ContractId, from: ServiceOf<T>, state: ServiceState) -> DispatchResult {
		let was_bound = from.binds_consumer();
		let to = Service { state, ..from };
		match (was_bound, to.binds_consumer()) {
			(false, true) => T::Twins::bind(to.consumer)?,
			(true, false) => T::Twins::unbind(to.consumer),
			(true, true) | (false, false) => {},
		}
		Services::<T>::insert(service, to);
		Ok(())
	}

	/// The state of a service whose terms both sides have approved by now.
	fn agreed(service: ContractId, of: &ServiceOf<T>, terms: ServiceTerms) -> ServiceState {
		let ServiceTerms { base, metered_limit, document } = terms;
		Self::deposit_event(Event::ServiceAgreed {
			service,
			provider: of.provider,
			consumer: of.consumer,
			base,
			metered_limit,
			document,
		});
		ServiceState::Agreed { terms, billed_to: now::<T::Clock>() }
	}

	pub(crate) fn do_bill_service(
		payee: T::AccountId,
		service: ContractId,
		metered: Usd,
		note: Note,
	) -> DispatchResult {
		let found = Self::served_by(&payee, service)?;
		let ServiceState::Agreed { terms, billed_to } = found.state else {
			return Err(Error::<T>::NotAgreed.into());
		};
		let now = now::<T::Clock>();
		let seconds = now.since(billed_to).min(LONGEST_BILL);
		ensure!(terms.permits(metered, seconds), Error::<T>::MeteredTooHigh);
		let cost = terms.cost(metered, seconds).ok_or(Error::<T>::TermsTooLarge)?;
		let price = T::PriceFeed::usd_per_tft().ok_or(Error::<T>::NoPrice)?;
		let charged = cost.in_tft(price).ok_or(Error::<T>::NoPrice)?;
		ensure!(charged > 0, Error::<T>::NothingToBill);

		let (provider, consumer) = (found.provider, found.consumer);
		let payer = Self::collect(consumer, &payee, charged)?;
		let state = ServiceState::Agreed { terms, billed_to: now };
		Services::<T>::insert(service, Service { state, ..found });
		Self::deposit_event(Event::ServiceBilled {
			service,
			provider,
			consumer,
			payer,
			payee,
			from: now.minus(seconds),
			to: now,
			seconds,
			base: terms.base,
			metered,
			usd: cost.usd(),
			price,
			charged,
			note,
		});
		Ok(())
	}

	/// Has the account of `consumer` pay `amount` to `payee`, all of it or nothing, and says which account that was.
	fn collect(
		consumer: TwinId,
		payee: &T::AccountId,
		amount: Balance,
	) -> Result<T::AccountId, DispatchError> {
		let payer = T::Twins::account(consumer).ok_or(Error::<T>::ConsumerNotFound)?;
		let (keep, polite) = (Preservation::Preserve, Fortitude::Polite);
		let spendable = T::Currency::reducible_balance(&payer, keep, polite);
		ensure!(spendable >= amount, Error::<T>::InsufficientFunds);
		T::Currency::transfer(&payer, payee, amount, keep)?;
		Ok(payer)
	}

	pub(crate) fn do_cancel_service(account: &T::AccountId, service: ContractId) -> DispatchResult {
		let (found, by) = Self::service_of(account, service)?;
		let bound = found.bound();
		let Service { provider, consumer, ticket, .. } = found;
		Services::<T>::remove(service);
		if let Some(account) = Self::account_of(provider) {
			Self::give_back(ticket, &account);
		}
		for party in [provider, consumer] {
			ServicesOf::<T>::remove(party, service);
		}
		bound.for_each(T::Twins::unbind);
		Self::deposit_event(Event::ServiceEnded { service, provider, consumer, by });
		Ok(())
	}

	/// What a service's deposit is for: itself, and its place in the lists of both twins.
	pub(crate) fn service_footprint() -> Footprint {
		let list_entry = <(TwinId, ContractId)>::max_encoded_len();
		let length = ServiceOf::<T>::max_encoded_len().saturating_add(list_entry.saturating_mul(2));
		Footprint::from_parts(1, length)
	}

	/// The service, and the twin of `account`, which is one of its sides.
	fn service_of(
		account: &T::AccountId,
		service: ContractId,
	) -> Result<(ServiceOf<T>, TwinId), Error<T>> {
		let found = Services::<T>::get(service).ok_or(Error::<T>::ServiceNotFound)?;
		let twin = T::Twins::of(account).ok_or(Error::<T>::NotParty)?;
		ensure!(found.is_party(twin), Error::<T>::NotParty);
		Ok((found, twin))
	}

	/// The service, whose provider is the twin of `account`.
	fn served_by(account: &T::AccountId, service: ContractId) -> Result<ServiceOf<T>, Error<T>> {
		let found = Services::<T>::get(service).ok_or(Error::<T>::ServiceNotFound)?;
		ensure!(T::Twins::of(account) == Some(found.provider), Error::<T>::NotProvider);
		Ok(found)
	}
}

impl ServiceState {
	/// The terms, if any were set, approved or not.
	fn terms(&self) -> Option<ServiceTerms> {
		match self {
			Self::Offered => None,
			Self::Proposed { terms, .. } | Self::Agreed { terms, .. } => Some(*terms),
		}
	}
}

impl ServiceTerms {
	/// Whether every bill at these terms can be computed.
	fn can_be_billed(&self) -> bool {
		self.cost(self.metered_limit, LONGEST_BILL).is_some()
	}

	/// Whether `metered` may be billed for `span`: the part of the hourly limit that falls on it, exactly.
	fn permits(&self, metered: Usd, span: Seconds) -> bool {
		let limit = hourly(self.metered_limit, span);
		// An amount is what it would be an hour, over an hour.
		hourly(metered, Seconds::HOUR)
			.is_some_and(|metered| limit.is_some_and(|most| metered <= most))
	}

	/// What `span` costs, with `metered` beside the base; `None` when that is too much to compute.
	pub(crate) fn cost(&self, metered: Usd, span: Seconds) -> Option<Cost> {
		hourly(self.base, span)?.checked_add(hourly(metered, Seconds::HOUR)?)
	}
}

/// What `span` costs at `usd` an hour, exactly.
fn hourly(usd: Usd, span: Seconds) -> Option<Cost> {
	Rate::of_each(1, usd)?.over(span)
}
