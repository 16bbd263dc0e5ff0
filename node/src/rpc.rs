//! What the node answers by JSON-RPC beside the SDK's standard methods.

use crate::{
	components::{Backend, Client, GrandpaLink, Pool, SelectChain},
	records::{
		rpc::{Grid, GridApiServer},
		Store,
	},
};
use gridchain_primitives::Hash;
use gridchain_runtime::{opaque::Block, SS58Prefix};
use jsonrpsee::RpcModule;
use mmr_rpc::{Mmr, MmrApiServer};
use pallet_transaction_payment_rpc::{TransactionPayment, TransactionPaymentApiServer};
use sc_client_api::Backend as _;
use sc_consensus_babe::BabeWorkerHandle;
use sc_consensus_babe_rpc::{Babe, BabeApiServer};
use sc_consensus_grandpa::{
	FinalityProofProvider, GrandpaJustificationStream, SharedAuthoritySet, SharedVoterState,
};
use sc_consensus_grandpa_rpc::{Grandpa, GrandpaApiServer};
use sc_rpc::SubscriptionTaskExecutor;
use sp_keystore::KeystorePtr;
use std::{error::Error, sync::Arc};
use substrate_frame_rpc_system::{System, SystemApiServer};

/// What the methods need.
pub struct Dependencies {
	/// The client.
	pub client: Arc<Client>,
	/// Its database.
	pub backend: Arc<Backend>,
	/// The transactions that wait.
	pub pool: Arc<Pool>,
	/// Chooses among branches.
	pub select_chain: SelectChain,
	/// The keys of this node.
	pub keystore: KeystorePtr,
	/// Asks BABE's worker.
	pub babe_worker: BabeWorkerHandle<Block>,
	/// What GRANDPA shows of itself.
	pub grandpa: GrandpaView,
	/// The records of the finalized chain.
	pub records: Arc<Store>,
}

/// What GRANDPA shows of itself.
pub struct GrandpaView {
	authority_set: SharedAuthoritySet<Hash, u32>,
	justifications: GrandpaJustificationStream<Block>,
	finality: Arc<FinalityProofProvider<Backend, Block>>,
	/// The rounds of votes. The voter writes what the RPC reads.
	pub voter: SharedVoterState,
}

impl GrandpaView {
	/// What the block import's `link` shows.
	pub fn new(backend: Arc<Backend>, link: &GrandpaLink) -> Self {
		let authority_set = link.shared_authority_set().clone();
		Self {
			justifications: link.justification_stream(),
			finality: FinalityProofProvider::new_for_service(backend, Some(authority_set.clone())),
			authority_set,
			voter: SharedVoterState::empty(),
		}
	}
}

/// Puts the methods together.
pub fn module(
	parts: &Dependencies,
	executor: SubscriptionTaskExecutor,
) -> Result<RpcModule<()>, Box<dyn Error + Send + Sync>> {
	let client = || parts.client.clone();
	let mut module = RpcModule::new(());
	module.merge(System::new(client(), parts.pool.clone()).into_rpc())?;
	module.merge(TransactionPayment::new(client()).into_rpc())?;
	let babe = Babe::new(
		client(),
		parts.babe_worker.clone(),
		parts.keystore.clone(),
		parts.select_chain.clone(),
	);
	module.merge(babe.into_rpc())?;
	let grandpa = Grandpa::new(
		executor,
		parts.grandpa.authority_set.clone(),
		parts.grandpa.voter.clone(),
		parts.grandpa.justifications.clone(),
		parts.grandpa.finality.clone(),
	);
	module.merge(grandpa.into_rpc())?;
	if let Some(storage) = parts.backend.offchain_storage() {
		module.merge(Mmr::new(client(), storage).into_rpc())?;
	}
	let grid = Grid::new(parts.records.clone(), SS58Prefix::get().into());
	module.merge(grid.into_rpc())?;
	Ok(module)
}
