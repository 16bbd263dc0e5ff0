//! The answers of `GridApi`, put together from what the pallets tell.

mod finding;
mod holds;

pub use finding::find_nodes;
pub use holds::holds;

use crate::{Billing, Deployments, Rewards, Runtime, Twins};
use gridchain_primitives::{
	traits::Twins as _, AccountId, Period, Quote, QuoteRequest, ServiceQuote, Usd,
};
use gridchain_runtime_api::{ApiError, Bookings, ReceiptsPage, Supply};
use sp_runtime::DispatchError;

/// What a contract would cost, to anybody or to the twin of `payer`.
pub fn quote(request: QuoteRequest, payer: Option<AccountId>) -> Result<Quote, ApiError> {
	let payer = payer.and_then(|account| Twins::of(&account));
	Deployments::quote(payer, request).map_err(explain)
}

/// What a service would cost at most.
pub fn quote_service(base: Usd, metered_limit: Usd) -> Result<ServiceQuote, ApiError> {
	Deployments::quote_service(base, metered_limit).map_err(explain)
}

/// A page of the receipts of a period.
pub fn receipts(period: Period, page: u32) -> ReceiptsPage {
	let pallet_rewards::ReceiptsPage { pages, total, receipts } = Rewards::receipts(period, page);
	ReceiptsPage { period, page, pages, total, receipts }
}

/// How much TFT there is: Rewards knows what came, Billing what went and what waits.
pub fn supply() -> Supply {
	let pallet_rewards::Supply { issuance, genesis, minted, cap } = Rewards::supply();
	let booked = Billing::booked();
	let booked = Bookings {
		burn: booked.burn,
		treasury: booked.treasury,
		validators: booked.validators,
		nodes: booked.nodes,
		providers: booked.providers,
		taken: booked.taken,
	};
	Supply { issuance, genesis, minted, burned: Billing::burned(), cap, booked }
}

/// The documented reasons by name; any other as the call would tell it.
fn explain(error: DispatchError) -> ApiError {
	type Billed = pallet_billing::Error<Runtime>;
	type Deployed = pallet_deployments::Error<Runtime>;
	let is = |known: DispatchError| error == known;
	if is(Billed::NoPrice.into()) || is(Deployed::NoPrice.into()) {
		ApiError::NoPrice
	} else if is(Deployed::NoResources.into()) {
		ApiError::NoResources
	} else if is(Deployed::TrafficLimitTooHigh.into()) || is(Billed::TrafficLimitTooHigh.into()) {
		ApiError::TrafficLimitTooHigh
	} else if is(Billed::TermsTooLarge.into()) || is(Deployed::TermsTooLarge.into()) {
		ApiError::TermsTooLarge
	} else if is(Deployed::NodeNotFound.into()) {
		ApiError::NodeNotFound
	} else if is(Deployed::NodeRented.into()) || is(Deployed::RentNotActive.into()) {
		ApiError::NodeRented
	} else if is(Deployed::NodeInUse.into()) {
		ApiError::NodeInUse
	} else if is(Deployed::TooManyPublicIps.into()) {
		ApiError::TooManyPublicIps
	} else if is(Deployed::NodeDedicated.into()) {
		ApiError::NodeDedicated
	} else {
		ApiError::Refused(error)
	}
}
