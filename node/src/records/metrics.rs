//! What an operator sees of the records.

use super::layout::Head;
use substrate_prometheus_endpoint::{register, Gauge, PrometheusError, Registry, U64};

/// The gauges of the records task.
#[derive(Clone)]
pub struct Metrics {
	indexed: Gauge<U64>,
	complete_from: Gauge<U64>,
	records: Gauge<U64>,
	missing: Gauge<U64>,
}

impl Metrics {
	/// Registers the gauges.
	pub fn register(registry: &Registry) -> Result<Self, PrometheusError> {
		let gauge = |name, help| register(Gauge::new(name, help)?, registry);
		Ok(Self {
			indexed: gauge(
				"gridchain_records_indexed_block",
				"Last block whose records are indexed; the last finalized one unless indexing lags",
			)?,
			complete_from: gauge(
				"gridchain_records_complete_from_block",
				"Block from which on this node has every record; 1 after a full sync",
			)?,
			records: gauge("gridchain_records_stored", "Records in the store")?,
			missing: gauge(
				"gridchain_records_missing_blocks",
				"Finalized blocks whose records this node never had",
			)?,
		})
	}

	/// Shows how far the store has come.
	pub fn report(&self, head: &Head) {
		self.indexed.set(head.last().into());
		self.complete_from.set(head.complete_from.into());
		self.records.set(head.records);
		self.missing.set(head.missing);
	}
}
