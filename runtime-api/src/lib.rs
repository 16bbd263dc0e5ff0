#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod types;

pub use types::{ApiError, Bookings, ReceiptsPage, Supply, PAGE};

use codec::Codec;
use gridchain_primitives::{
	ContractId, ContractStatus, Period, Quote, QuoteRequest, ServiceQuote, Usd,
};

sp_api::decl_runtime_apis! {
	/// What a region's state tells of contracts, rewards and money.
	pub trait GridApi<AccountId>
	where
		AccountId: Codec,
	{
		/// What a workload, a rent or a name would cost at this moment, so that it is known before anything is
		/// signed.
		///
		/// `request` says what the call would be given; what that would refuse of it is refused here as well.
		/// `payer` is the account that would sign: its stake may earn a discount, and what it deploys on a node
		/// that it rents costs only IPs and traffic. Without one it is the list price. The answer holds for this
		/// block: a window takes the policy, the price and the discount of the moment in which it opens.
		fn quote(
			request: QuoteRequest,
			payer: Option<AccountId>,
		) -> Result<Quote, ApiError>;

		/// What a service between twins would cost at this moment at most: `base` and all that `metered_limit`
		/// allows beside it, both in nano-dollars an hour.
		fn quote_service(base: Usd, metered_limit: Usd) -> Result<ServiceQuote, ApiError>;

		/// How a contract stands: its window, what it has cost since the last bill, what is held for it, what it
		/// owes. `None` if there is no such contract, or it has ended.
		fn contract_status(contract: ContractId) -> Option<ContractStatus>;

		/// A page, counted from 0, of what nodes earned in a period, each with every factor.
		///
		/// Empty for a period that isn't being settled yet, and for one so old that its receipts have left the
		/// state: those are in the records.
		fn receipts(period: Period, page: u32) -> ReceiptsPage;

		/// How much TFT there is, where it came from, and what of it waits to be paid or burned.
		fn supply() -> Supply;
	}
}
