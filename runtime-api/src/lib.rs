#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

mod types;

pub use types::{ApiError, Bookings, ReceiptsPage, Supply, PAGE};

use codec::Codec;
use gridchain_primitives::{Bytes, ContractId, ContractStatus, Period, Quote, Resources};

sp_api::decl_runtime_apis! {
	/// What a region's state tells of contracts, rewards and money.
	pub trait GridApi<AccountId>
	where
		AccountId: Codec,
	{
		/// What a workload would cost at this moment, so that it is known before anything is signed.
		///
		/// `resources` and `traffic_limit` are those that `deploy` would be given; what it would refuse of them
		/// is refused here as well. The answer holds for this block: a window takes the policy and the price of
		/// the moment in which it opens.
		fn quote(resources: Resources, traffic_limit: Bytes) -> Result<Quote, ApiError>;

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
