//! All that happened, block by block.

use crate::{client::known, events::Known, Client, Happened};
use subxt::{events::Events, SubstrateConfig};

/// The events of a stretch of finalized blocks.
#[derive(Debug)]
pub struct History(Vec<Block>);

#[derive(Debug)]
struct Block {
	number: u64,
	time: u64,
	events: Events<SubstrateConfig>,
}

impl Client {
	/// What happened from the chain's first block to this one, which is waited for until it is final.
	pub async fn history(&self, to: u64) -> History {
		self.finalizes(to).await;
		let mut blocks = Vec::new();
		for number in 1..=to {
			let view = self.at(number).await;
			let (time, events) = (view.time().await, view.events().await);
			blocks.push(Block { number, time, events });
		}
		History(blocks)
	}
}

impl History {
	/// All events of a kind, in order.
	pub fn of<E: Known>(&self) -> Vec<Happened<E>> {
		let happened = self.0.iter().flat_map(|block| {
			block.events.find::<E>().map(|event| Happened {
				block: block.number,
				time: block.time,
				event: known(event),
			})
		});
		happened.collect()
	}

	/// All events of a kind that `wanted` accepts, in order, without their places.
	pub fn only<E: Known>(&self, wanted: impl Fn(&E) -> bool) -> Vec<E> {
		let events = self.of::<E>().into_iter().map(|happened| happened.event);
		events.filter(|event| wanted(event)).collect()
	}
}
