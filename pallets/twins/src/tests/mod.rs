//! What the pallet promises, a file for each feature.

mod deletion;
mod handover;
mod identity;
mod invariants;
mod neighbours;
mod terms;
mod try_state;

use crate::{
	mock::{RuntimeOrigin, System, Test, Twins, ALICE, BOB, TERMS},
	Event, PublicKey, Relay,
};
use gridchain_primitives::TwinId;
use sp_core::H256;

fn signed(account: u64) -> RuntimeOrigin {
	RuntimeOrigin::signed(account)
}

fn relay(name: &str) -> Option<Relay> {
	Some(name.as_bytes().to_vec().try_into().unwrap())
}

fn key(bytes: &[u8]) -> Option<PublicKey> {
	Some(bytes.to_vec().try_into().unwrap())
}

/// Alice accepts the terms and makes the chain's first twin.
fn twin_of_alice() -> TwinId {
	Twins::accept_terms(signed(ALICE), TERMS).unwrap();
	Twins::create_twin(signed(ALICE), None, None).unwrap();
	TwinId(1)
}

/// Alice has the chain's first twin and offers it to Bob, who has accepted the terms.
fn twin_offered_to_bob() -> TwinId {
	let twin = twin_of_alice();
	Twins::accept_terms(signed(BOB), TERMS).unwrap();
	Twins::offer_twin(signed(ALICE), BOB).unwrap();
	twin
}

/// The terms that a twin accepted last.
fn accepted_by(twin: TwinId) -> Option<H256> {
	crate::Twins::<Test>::get(twin).unwrap().acceptance.map(|acceptance| acceptance.terms)
}

fn last_event() -> Event<Test> {
	match System::events().pop().expect("an event").event {
		crate::mock::RuntimeEvent::Twins(event) => event,
		other => panic!("not an event of twins: {other:?}"),
	}
}
