//! Accounts with session keys, and sessions of them.

use crate::{AccountId, Balances, Runtime, RuntimeOrigin, Session, SessionKeys, TFT};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use frame_benchmarking::account;
use frame_support::traits::fungible::Mutate;
use sp_runtime::traits::GeneratedSessionKeys;

/// An account that can pay the deposit for its keys.
pub fn candidate(seed: u32) -> AccountId {
	let who: AccountId = account("candidate", seed, 0);
	Balances::set_balance(&who, 1_000 * TFT);
	who
}

/// New keys for `owner`, which the keystore has, and the proof that they are its own.
pub fn generate(owner: &AccountId) -> (SessionKeys, Vec<u8>) {
	let GeneratedSessionKeys { keys, proof } = SessionKeys::generate(&owner.encode(), None);
	(keys, proof.encode())
}

/// Registers new keys for `owner` by its own call.
pub fn register(owner: &AccountId) -> SessionKeys {
	let (keys, proof) = generate(owner);
	Session::set_keys(RuntimeOrigin::signed(owner.clone()), keys.clone(), proof)
		.expect("the keys are new and its own");
	keys
}

/// Makes the session number 1 run, with `count` validators, each with keys of its own, those of the first one in the
/// keystore. Gives the first one's.
pub fn run_session_of(count: u32) -> SessionKeys {
	let offender = candidate(0);
	let keys = register(&offender);
	let mut validators = Vec::from([offender]);
	for index in 1..count {
		let who = candidate(index);
		pallet_session::NextKeys::<Runtime>::insert(&who, keys_of_nobody(index));
		validators.push(who);
	}
	pallet_session::Validators::<Runtime>::put(&validators);
	pallet_session::DisabledValidators::<Runtime>::kill();
	pallet_session::CurrentIndex::<Runtime>::put(1);
	keys
}

/// All validators of the running session but the first, as a report names them.
pub fn others() -> impl Iterator<Item = (AccountId, ())> {
	Session::validators().into_iter().skip(1).map(|who| (who, ()))
}

/// Keys that differ from all others, and that nobody can sign with.
fn keys_of_nobody(index: u32) -> SessionKeys {
	let half = |which: u8| sp_io::hashing::blake2_256(&(index, which).encode());
	let bytes = (half(0), half(1)).encode();
	SessionKeys::decode(&mut &bytes[..]).expect("keys are 64 bytes")
}
