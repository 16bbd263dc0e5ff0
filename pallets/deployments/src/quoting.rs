//! What a contract would cost, before it is signed.

use crate::{Config, Error, Name, Pallet, Rent, ServiceTerms, Standing, Workload, WorkloadState};
use gridchain_primitives::{
	traits::{Capacity, PriceFeed, Windows},
	Bytes, FarmId, NodeId, NodeView, Quote, QuoteRequest, Resources, Seconds, ServiceQuote, Terms,
	TwinId, Usd,
};
use sp_core::H256;
use sp_runtime::DispatchError;

/// Ids count from 1, so that there is never a twin, a node or a farm with this one.
const NOBODY: u32 = 0;

impl<T: Config> Pallet<T> {
	/// What the contract of `request` would cost now if `payer` made it.
	///
	/// Refused is what has no price for the payer on that node: what can't be billed at all, a node that isn't there,
	/// one that somebody else rents or whose rent isn't paid, one with workloads of others that is to be rented, one
	/// that is offered only as a whole. Whether the node is live and has room, and whether the payer's
	/// money suffices, is not asked: the price is the same. Without a payer it is the list price, which anybody
	/// without stake pays, on a node that nobody rents.
	pub fn quote(payer: Option<TwinId>, request: QuoteRequest) -> Result<Quote, DispatchError> {
		T::Windows::quote(&Self::terms_of(payer, request)?)
	}

	/// What Billing would be told of the contract of `request`.
	pub fn terms_of(payer: Option<TwinId>, request: QuoteRequest) -> Result<Terms, Error<T>> {
		match request {
			QuoteRequest::Workload { node, resources, public_ips, traffic_limit } => {
				Self::workload_terms(payer, node, resources, public_ips, traffic_limit)
			},
			QuoteRequest::Rent { node } => {
				let view = Self::viewed(node)?;
				Self::ensure_rentable(node, &view, payer)?;
				let rent = Rent { node, provider: None, standing: Standing::Active };
				Ok(rent.terms(payer_or_nobody(payer), &view))
			},
			QuoteRequest::Name => Ok(Name::terms(payer_or_nobody(payer))),
		}
	}

	/// What a service would cost an hour at most: the base, and all that may be metered beside it.
	pub fn quote_service(base: Usd, metered_limit: Usd) -> Result<ServiceQuote, DispatchError> {
		let terms = ServiceTerms { base, metered_limit, document: H256::zero() };
		let most = terms.cost(metered_limit, Seconds::HOUR).ok_or(Error::<T>::TermsTooLarge)?;
		let price = T::PriceFeed::usd_per_tft().ok_or(Error::<T>::NoPrice)?;
		let tft_per_hour = most.in_tft(price).ok_or(Error::<T>::NoPrice)?;
		Ok(ServiceQuote { price, usd_per_hour: most.usd(), tft_per_hour })
	}

	fn workload_terms(
		payer: Option<TwinId>,
		node: Option<NodeId>,
		resources: Resources,
		public_ips: u8,
		traffic_limit: Bytes,
	) -> Result<Terms, Error<T>> {
		Self::ensure_billable(&resources, public_ips, traffic_limit)?;
		let certified = match node {
			None => false,
			Some(node) => {
				let view = Self::viewed(node)?;
				Self::ensure_may_deploy(&view, payer)?;
				view.certified
			},
		};
		let workload = Workload {
			node: node.unwrap_or(NodeId(NOBODY)),
			farm: FarmId(NOBODY),
			resources,
			certified,
			public_ips,
			spec_hash: H256::zero(),
			traffic_limit,
			provider: None,
			state: WorkloadState::AwaitingDelivery,
		};
		Ok(workload.terms(payer_or_nobody(payer)))
	}

	fn viewed(node: NodeId) -> Result<NodeView<T::AccountId>, Error<T>> {
		T::Capacity::node(node).ok_or(Error::<T>::NodeNotFound)
	}
}

fn payer_or_nobody(payer: Option<TwinId>) -> TwinId {
	payer.unwrap_or(TwinId(NOBODY))
}
