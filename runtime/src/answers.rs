//! The answers of `GridApi`, put together from what the pallets tell.

mod finding;
mod holds;

pub use finding::find_nodes;
pub use holds::holds;

use crate::{Billing, Deployments, Rewards, Runtime};
use gridchain_primitives::{Bytes, Period, Quote, Resources};
use gridchain_runtime_api::{ApiError, Bookings, ReceiptsPage, Supply};
use sp_runtime::DispatchError;

/// What a workload would cost.
pub fn quote(resources: Resources, traffic_limit: Bytes) -> Result<Quote, ApiError> {
	Deployments::quote(resources, traffic_limit).map_err(explain)
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
		taken: booked.taken,
	};
	Supply { issuance, genesis, minted, burned: Billing::burned(), cap, booked }
}

/// The documented reasons by name; any other as the call would tell it.
fn explain(error: DispatchError) -> ApiError {
	type Billed = pallet_billing::Error<Runtime>;
	type Deployed = pallet_deployments::Error<Runtime>;
	let is = |known: DispatchError| error == known;
	if is(Billed::NoPrice.into()) {
		ApiError::NoPrice
	} else if is(Deployed::NoResources.into()) {
		ApiError::NoResources
	} else if is(Deployed::TrafficLimitTooHigh.into()) || is(Billed::TrafficLimitTooHigh.into()) {
		ApiError::TrafficLimitTooHigh
	} else if is(Billed::TermsTooLarge.into()) {
		ApiError::TermsTooLarge
	} else {
		ApiError::Refused(error)
	}
}
