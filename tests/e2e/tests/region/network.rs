//! How nodes find each other, and what they learn.

use gridchain_e2e::*;

pub async fn node_follows_another_over_libp2p_to_a_finalized_block() {
	// Not the backend that nodes have without being told.
	let libp2p = ["--network-backend", "libp2p"];
	let mut chain = Chain::start_with(&libp2p).await;
	let mut follower = chain.follower(&libp2p).await;
	let (author, reader) = (chain.client().await, follower.client().await);
	let read = reader.finalizes(2).await;
	assert_eq!(read.hash(), author.at(read.number()).await.hash());
}
