//! What the author of a block states in it: the slot and the time.

use gridchain_runtime::opaque::Block;
use sp_consensus_babe::{inherents::InherentDataProvider as SlotProvider, SlotDuration};
use sp_inherents::CreateInherentDataProviders;
use sp_timestamp::InherentDataProvider as TimeProvider;
use std::error::Error;

/// Provides the slot and the time. A type with a name, because BABE's block import bears it in its own.
#[derive(Clone)]
pub struct Inherents {
	slot_duration: SlotDuration,
}

impl Inherents {
	/// For slots of `slot_duration`.
	pub fn new(slot_duration: SlotDuration) -> Self {
		Self { slot_duration }
	}
}

#[async_trait::async_trait]
impl CreateInherentDataProviders<Block, ()> for Inherents {
	type InherentDataProviders = (SlotProvider, TimeProvider);

	async fn create_inherent_data_providers(
		&self,
		_parent: <Block as sp_runtime::traits::Block>::Hash,
		_extra: (),
	) -> Result<Self::InherentDataProviders, Box<dyn Error + Send + Sync>> {
		let time = TimeProvider::from_system_time();
		let slot = SlotProvider::from_timestamp_and_slot_duration(*time, self.slot_duration);
		Ok((slot, time))
	}
}
