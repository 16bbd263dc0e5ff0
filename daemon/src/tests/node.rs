//! A node's JSON-RPC over the runtime: blocks every 6 s of the test's clock, finalized two blocks later.

use super::chain::{genesis, settle, BLOCK_TIME, START};
use crate::clock;
use codec::{Decode, DecodeAll, Encode};
use futures::{channel::mpsc, StreamExt};
use gridchain_runtime::{
	Babe, Executive, Header, Runtime, System, UncheckedExtrinsic as Extrinsic, VERSION,
};
use serde_json::{json, value::RawValue, Value};
use sp_consensus_babe::digests::{CompatibleDigestItem, PreDigest, SecondaryPlainPreDigest};
use sp_core::{Get, H256};
use sp_runtime::{
	generic::{Digest, DigestItem},
	traits::{BlakeTwo256, Hash},
	transaction_validity::{TransactionSource, TransactionValidityError},
};
use sp_state_machine::BasicExternalities;
use sp_storage::Storage;
use std::{
	sync::{Arc, Mutex},
	time::Duration,
};
use subxt::rpcs::{
	client::{RawRpcFuture, RawRpcSubscription, RpcClientT},
	Error, RpcClient, UserError,
};

/// How many blocks finality lags.
const LAG: usize = 2;

type Told = mpsc::UnboundedSender<Value>;
/// What a test does to the chain in the next block.
type Deed = Box<dyn FnOnce() + Send>;

struct Mined {
	hash: H256,
	header: Header,
	extrinsics: Vec<Vec<u8>>,
	state: Storage,
}

#[derive(Default)]
struct Inner {
	blocks: Vec<Mined>,
	pool: Vec<(Vec<u8>, Told)>,
	deeds: Vec<Deed>,
	heads: Vec<Told>,
	chain_type: Value,
	/// Whether it has gone away.
	silent: bool,
}

/// A node.
#[derive(Clone)]
pub struct Node(Arc<Mutex<Inner>>);

impl Node {
	/// One that has mined a few blocks, in which people have settled.
	pub fn start() -> Self {
		let mut inner = Inner { chain_type: json!("Development"), ..Inner::default() };
		let header = header(0, H256::zero(), Digest::default());
		let (hash, mut state) = (BlakeTwo256::hash_of(&header), genesis());
		on(&mut state, || frame_system::BlockHash::<Runtime>::insert(0, hash));
		inner.blocks.push(Mined { hash, header, extrinsics: Vec::new(), state });
		inner.deeds.push(Box::new(settle));
		inner.mine();
		inner.mine();
		Self(Arc::new(Mutex::new(inner)))
	}

	/// Mines a block every 6 s until the test ends.
	pub fn mine_for_ever(&self) {
		let node = self.clone();
		tokio::spawn(async move {
			loop {
				clock::sleep(Duration::from_secs(BLOCK_TIME)).await;
				node.0.lock().unwrap().mine();
			}
		});
	}

	/// Mines a block.
	pub fn mine(&self) {
		self.0.lock().unwrap().mine();
	}

	/// Mines a block whenever a transaction waits in the pool, until the test ends.
	pub fn mine_on_demand(&self) {
		let node = self.clone();
		tokio::spawn(async move {
			loop {
				tokio::time::sleep(Duration::from_millis(5)).await;
				let mut inner = node.0.lock().unwrap();
				if !inner.pool.is_empty() {
					inner.mine();
				}
			}
		});
	}

	/// How many transactions wait in the pool.
	pub fn waiting(&self) -> usize {
		self.0.lock().unwrap().pool.len()
	}

	/// A client of it.
	pub fn client(&self) -> RpcClient {
		RpcClient::new(self.clone())
	}

	/// Says that it is another type of chain.
	pub fn pretend(&self, chain_type: Value) {
		self.0.lock().unwrap().chain_type = chain_type;
	}

	/// Does something to the chain in the next block.
	pub fn next_block(&self, deed: impl FnOnce() + Send + 'static) {
		self.0.lock().unwrap().deeds.push(Box::new(deed));
	}

	/// Reads the best state.
	pub fn read<R>(&self, read: impl FnOnce() -> R) -> R {
		let mut state = self.0.lock().unwrap().best().state.clone();
		on(&mut state, read)
	}

	/// Closes all connections and refuses new calls, or takes them again.
	pub fn go_away(&self, silent: bool) {
		let mut inner = self.0.lock().unwrap();
		inner.silent = silent;
		inner.heads.clear();
		inner.pool.clear();
	}
}

/// A header as a block begins with it.
fn header(number: u32, parent_hash: H256, digest: Digest) -> Header {
	let none = H256::zero();
	Header { parent_hash, number, state_root: none, extrinsics_root: none, digest }
}

/// By what right the only validator writes the block of a slot.
fn claim(slot: u64) -> Digest {
	let claim = SecondaryPlainPreDigest { authority_index: 0, slot: slot.into() };
	let claim = PreDigest::SecondaryPlain(claim);
	Digest { logs: vec![DigestItem::babe_pre_digest(claim)] }
}

/// Runs `act` on `state`.
fn on<R>(state: &mut Storage, act: impl FnOnce() -> R) -> R {
	BasicExternalities::execute_with_storage(state, act)
}

impl Inner {
	fn best(&self) -> &Mined {
		self.blocks.last().unwrap()
	}

	fn finalized(&self) -> &Mined {
		&self.blocks[self.blocks.len().saturating_sub(1 + LAG)]
	}

	fn at(&self, hash: &Value) -> &Mined {
		let hash: Option<H256> = serde_json::from_value(hash.clone()).unwrap();
		let found = self.blocks.iter().find(|block| Some(block.hash) == hash);
		found.unwrap_or_else(|| self.best())
	}

	/// Mines a block with what waits in the pool. One that begins a session leaves it waiting, as the chain does.
	fn mine(&mut self) {
		let parent = self.best();
		let (parent_hash, number) = (parent.hash, parent.header.number + 1);
		let mut state = parent.state.clone();
		let slot = START / BLOCK_TIME + u64::from(number);
		let rotates = on(&mut state, || {
			let length = <Runtime as pallet_babe::Config>::EpochDuration::get();
			number > 1 && slot >= *Babe::current_epoch_start() + length
		});
		let (deeds, pool) = match rotates {
			true => (Vec::new(), Vec::new()),
			false => (std::mem::take(&mut self.deeds), std::mem::take(&mut self.pool)),
		};
		let clock = Extrinsic::new_bare(
			pallet_timestamp::Call::set { now: slot * BLOCK_TIME * 1_000 }.into(),
		);
		let (header, included) = on(&mut state, || {
			Executive::initialize_block(&header(number, parent_hash, claim(slot)));
			Executive::apply_extrinsic(clock.clone()).unwrap().unwrap();
			let mut included = Vec::new();
			for (bytes, told) in pool {
				let extrinsic = Extrinsic::decode_all(&mut &bytes[..]).unwrap();
				match Executive::apply_extrinsic(extrinsic) {
					Ok(_) => included.push((bytes, told)),
					Err(_) => drop(told.unbounded_send(json!("invalid"))),
				}
			}
			deeds.into_iter().for_each(|deed| deed());
			(Executive::finalize_block(), included)
		});
		let hash = BlakeTwo256::hash_of(&header);
		let mut extrinsics = vec![clock.encode()];
		for (bytes, told) in included {
			extrinsics.push(bytes);
			let _ = told.unbounded_send(json!({ "inBlock": hash }));
		}
		self.blocks.push(Mined { hash, header, extrinsics, state });
		let finalized = serde_json::to_value(&self.finalized().header).unwrap();
		self.heads.retain(|told| told.unbounded_send(finalized.clone()).is_ok());
	}

	/// What a call of the runtime answers.
	fn call(&self, method: &str, data: &[u8], at: &Mined) -> Vec<u8> {
		match method {
			"Core_version" => VERSION.encode(),
			"Metadata_metadata_versions" => Runtime::metadata_versions().encode(),
			"Metadata_metadata_at_version" => {
				let version = u32::decode(&mut &data[..]).unwrap();
				// Some constants are read from the state.
				let mut state = at.state.clone();
				on(&mut state, || Runtime::metadata_at_version(version)).encode()
			},
			"TaggedTransactionQueue_validate_transaction" => {
				let (source, extrinsic, hash) =
					<(TransactionSource, Extrinsic, H256)>::decode_all(&mut &data[..]).unwrap();
				let mut state = at.state.clone();
				on(&mut state, || Executive::validate_transaction(source, extrinsic, hash)).encode()
			},
			other => panic!("the daemon called {other}"),
		}
	}

	fn answer(&mut self, method: &str, params: &Value) -> Result<Value, Error> {
		let bytes = |index: usize| hex_bytes(&params[index]);
		Ok(match method {
			"system_chain" => json!("Test"),
			"system_chainType" => self.chain_type.clone(),
			"system_properties" => json!({ "ss58Format": 7, "tokenSymbol": "TFT" }),
			"system_accountNextIndex" => json!(self.next_nonce(&params[0])),
			"chain_getBlockHash" => match params[0].as_u64() {
				Some(number) => json!(self.blocks.get(number as usize).map(|block| block.hash)),
				None => json!(self.best().hash),
			},
			"chain_getFinalizedHead" => json!(self.finalized().hash),
			"chain_getHeader" => json!(self.at(&params[0]).header),
			"chain_getBlock" => {
				let block = self.at(&params[0]);
				let extrinsics: Vec<_> =
					block.extrinsics.iter().map(|bytes| hex_text(bytes)).collect();
				json!({
					"block": { "header": block.header, "extrinsics": extrinsics },
					"justifications": null,
				})
			},
			"state_call" => {
				let name = params[0].as_str().unwrap();
				json!(hex_text(&self.call(name, &bytes(1), self.at(&params[2]))))
			},
			"state_getStorage" => {
				json!(self.at(&params[1]).state.top.get(&bytes(0)).map(|value| hex_text(value)))
			},
			"state_getKeysPaged" => {
				let (prefix, most) = (bytes(0), params[1].as_u64().unwrap() as usize);
				let after = params[2].as_str().map(|_| bytes(2)).unwrap_or_default();
				let keys = self.at(&params[3]).state.top.keys();
				let keys = keys.filter(|key| key.starts_with(&prefix) && **key > after);
				json!(keys.take(most).map(|key| hex_text(key)).collect::<Vec<_>>())
			},
			"state_queryStorageAt" => {
				let block = self.at(&params[1]);
				let changes: Vec<_> = params[0]
					.as_array()
					.unwrap()
					.iter()
					.map(|key| {
						let value = block.state.top.get(&hex_bytes(key));
						(key.clone(), value.map(|value| hex_text(value)))
					})
					.collect();
				json!([{ "block": block.hash, "changes": changes }])
			},
			other => panic!("the daemon asked for {other}"),
		})
	}

	/// The nonce in the best state: as on a real node, the free calls that wait in the pool aren't counted.
	fn next_nonce(&self, address: &Value) -> u64 {
		use sp_core::crypto::Ss58Codec;
		let account = sp_core::crypto::AccountId32::from_ss58check(address.as_str().unwrap());
		let mut state = self.best().state.clone();
		let nonce = on(&mut state, || System::account_nonce(account.unwrap()));
		u64::from(nonce)
	}

	/// Takes an extrinsic into the pool, or says why not, as a node does.
	fn submit(&mut self, bytes: Vec<u8>, told: Told) -> Result<(), Error> {
		let extrinsic = Extrinsic::decode_all(&mut &bytes[..]).unwrap();
		let mut state = self.best().state.clone();
		let hash = self.best().hash;
		let valid = on(&mut state, || {
			Executive::validate_transaction(TransactionSource::External, extrinsic, hash)
		});
		if let Err(error) = valid {
			let data = match error {
				TransactionValidityError::Invalid(reason) => {
					let text: &str = reason.into();
					text.to_owned()
				},
				other => format!("{other:?}"),
			};
			return Err(user_error(1010, "Invalid Transaction", &data));
		}
		let _ = told.unbounded_send(json!("ready"));
		self.pool.push((bytes, told));
		Ok(())
	}
}

fn user_error(code: i32, message: &str, data: &str) -> Error {
	let data = serde_json::value::to_raw_value(data).unwrap();
	Error::User(UserError { code, message: message.to_owned(), data: Some(data) })
}

fn hex_text(bytes: &[u8]) -> String {
	format!("0x{}", hex::encode(bytes))
}

fn hex_bytes(value: &Value) -> Vec<u8> {
	hex::decode(value.as_str().unwrap().trim_start_matches("0x")).unwrap()
}

fn parsed(params: Option<Box<RawValue>>) -> Value {
	params.map(|raw| serde_json::from_str(raw.get()).unwrap()).unwrap_or(json!([]))
}

fn raw(value: &Value) -> Box<RawValue> {
	serde_json::value::to_raw_value(value).unwrap()
}

impl RpcClientT for Node {
	fn request_raw<'a>(
		&'a self,
		method: &'a str,
		params: Option<Box<RawValue>>,
	) -> RawRpcFuture<'a, Box<RawValue>> {
		Box::pin(async move {
			let mut inner = self.0.lock().unwrap();
			if inner.silent {
				return Err(Error::Client("the connection is closed".into()));
			}
			inner.answer(method, &parsed(params)).map(|value| raw(&value))
		})
	}

	fn subscribe_raw<'a>(
		&'a self,
		sub: &'a str,
		params: Option<Box<RawValue>>,
		_: &'a str,
	) -> RawRpcFuture<'a, RawRpcSubscription> {
		Box::pin(async move {
			let mut inner = self.0.lock().unwrap();
			let (told, telling) = mpsc::unbounded();
			match sub {
				"author_submitAndWatchExtrinsic" => {
					inner.submit(hex_bytes(&parsed(params)[0]), told)?;
				},
				"chain_subscribeFinalizedHeads" => inner.heads.push(told),
				other => panic!("the daemon subscribed to {other}"),
			}
			let stream = telling.map(|value| Ok(raw(&value)));
			Ok(RawRpcSubscription { stream: Box::pin(stream), id: None })
		})
	}
}
