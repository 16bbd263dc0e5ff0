//! What a deployment would cost, before it is signed.

use crate::{Config, Pallet, Workload, WorkloadState};
use gridchain_primitives::{traits::Windows, Bytes, NodeId, Quote, Resources, TwinId};
use sp_core::H256;
use sp_runtime::DispatchError;

impl<T: Config> Pallet<T> {
	/// What `deploy` with `resources` and `traffic_limit` would cost now, refused for what `deploy` would refuse
	/// of them. It asks about nobody and no node in particular: the price is the same for all.
	pub fn quote(resources: Resources, traffic_limit: Bytes) -> Result<Quote, DispatchError> {
		Self::ensure_billable(&resources, traffic_limit)?;
		let workload = Workload {
			// Ids count from 1, so that neither of these exists.
			node: NodeId(0),
			resources,
			spec_hash: H256::zero(),
			traffic_limit,
			state: WorkloadState::AwaitingDelivery,
		};
		T::Windows::quote(&workload.terms(TwinId(0)))
	}
}
