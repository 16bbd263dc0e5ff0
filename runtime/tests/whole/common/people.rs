//! Keys, and transactions signed with them.

use super::chain::Chain;
use codec::Encode;
use gridchain_primitives::{AccountId, Balance, Hash, Nonce, Time};
use gridchain_runtime::{
	Address, BlockNumber, Runtime, RuntimeCall, SignedPayload, System, TxExtension,
	UncheckedExtrinsic, VERSION,
};
use sp_core::{sr25519, Pair};
use sp_runtime::generic::Era;
use std::collections::BTreeMap;

/// How many blocks a transaction lives.
const LIFE: u64 = 64;

/// The key of `name`.
pub fn key(name: &str) -> sr25519::Pair {
	sr25519::Pair::from_string(&format!("//{name}"), None).unwrap()
}

/// The account of a key.
pub fn account(key: &sr25519::Pair) -> AccountId {
	AccountId::new(key.public().0)
}

/// Writes the blocks, and is the superuser. Begins with 1,000,000 TFT, like the others with a name.
pub fn alice() -> sr25519::Pair {
	key("Alice")
}

/// Has farms.
pub fn bob() -> sr25519::Pair {
	key("Bob")
}

/// Deploys.
pub fn charlie() -> sr25519::Pair {
	key("Charlie")
}

/// Has nothing to do with the others.
pub fn dave() -> sr25519::Pair {
	key("Dave")
}

/// A transaction that waits to be signed. What it calls may depend on the time of its block.
pub struct Order {
	signer: sr25519::Pair,
	call: Box<dyn Fn(Time) -> RuntimeCall>,
	tip: Balance,
}

impl Order {
	pub fn new(signer: &sr25519::Pair, call: impl Fn(Time) -> RuntimeCall + 'static) -> Self {
		Self { signer: signer.clone(), call: Box::new(call), tip: 0 }
	}

	pub fn with_tip(self, tip: Balance) -> Self {
		Self { tip, ..self }
	}

	/// Signs it for the block of `time`.
	pub fn sign(&self, signed: &mut Signed, time: Time) -> UncheckedExtrinsic {
		let paper = Paper { nonce: signed.next_nonce(&self.signer), tip: self.tip, ..signed.paper };
		paper.sign(&self.signer, (self.call)(time))
	}
}

/// What is signed beside the call.
#[derive(Clone, Copy)]
pub struct Paper {
	pub nonce: Nonce,
	pub tip: Balance,
	pub era: Era,
	/// The hash of the block that the era begins with.
	pub birth: Hash,
	pub genesis: Hash,
}

impl Paper {
	/// For the next block of `chain`.
	pub fn new(chain: &Chain) -> Self {
		let height = u64::from(chain.height());
		let era = Era::mortal(LIFE, height);
		let birth = chain.hash_of(era.birth(height) as BlockNumber);
		Self { nonce: 0, tip: 0, era, birth, genesis: chain.hash_of(0) }
	}

	/// One that never dies.
	pub fn immortal(chain: &Chain) -> Self {
		Self { era: Era::Immortal, birth: chain.hash_of(0), ..Self::new(chain) }
	}

	pub fn sign(self, signer: &sr25519::Pair, call: RuntimeCall) -> UncheckedExtrinsic {
		let payload = SignedPayload::from_raw(call.clone(), self.extension(), self.implicit());
		let signature = payload.using_encoded(|bytes| signer.sign(bytes));
		let address = Address::Id(account(signer));
		UncheckedExtrinsic::new_signed(call, address, signature.into(), self.extension())
	}

	fn extension(&self) -> TxExtension {
		(
			frame_system::CheckNonZeroSender::new(),
			frame_system::CheckSpecVersion::new(),
			frame_system::CheckTxVersion::new(),
			frame_system::CheckGenesis::new(),
			pallet_nodes::CheckNodeCall::from(self.era),
			frame_system::CheckNonce::from(self.nonce),
			frame_system::CheckWeight::new(),
			pallet_transaction_payment::ChargeTransactionPayment::from(self.tip).into(),
			frame_metadata_hash_extension::CheckMetadataHash::new(false),
			frame_system::WeightReclaim::new(),
		)
	}

	fn implicit(
		&self,
	) -> <TxExtension as sp_runtime::traits::TransactionExtension<RuntimeCall>>::Implicit {
		let (spec, transaction) = (VERSION.spec_version, VERSION.transaction_version);
		((), spec, transaction, self.genesis, self.birth, (), (), (), None, ())
	}
}

/// Signs several transactions for one block, each with its own nonce.
pub struct Signed {
	paper: Paper,
	nonces: BTreeMap<AccountId, Nonce>,
}

impl Signed {
	pub fn new(chain: &Chain) -> Self {
		Self { paper: Paper::new(chain), nonces: BTreeMap::new() }
	}

	fn next_nonce(&mut self, signer: &sr25519::Pair) -> Nonce {
		let account = account(signer);
		let next =
			self.nonces.entry(account.clone()).or_insert_with(|| System::account_nonce(&account));
		*next += 1;
		*next - 1
	}
}

/// A transaction for the next block of `chain`, with the signer's next nonce.
pub fn sign(
	chain: &Chain,
	signer: &sr25519::Pair,
	call: impl Into<RuntimeCall>,
) -> UncheckedExtrinsic {
	let nonce = System::account_nonce(account(signer));
	Paper { nonce, ..Paper::new(chain) }.sign(signer, call.into())
}
