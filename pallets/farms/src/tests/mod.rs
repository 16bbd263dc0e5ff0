//! What the pallet promises, a file for each feature.

mod approval;
mod authorisation;
mod invariants;
mod names;
mod neighbours;
mod registry;
mod try_state;

use crate::{
	mock::{Farms, RuntimeEvent, RuntimeOrigin, System, Test, ALICE},
	Event, FarmName, ProposedName,
};
use gridchain_primitives::FarmId;

/// The chain's first farm.
const FARM: FarmId = FarmId(1);

fn signed(account: u64) -> RuntimeOrigin {
	RuntimeOrigin::signed(account)
}

fn name(name: &str) -> ProposedName {
	name.as_bytes().to_vec().try_into().unwrap()
}

fn farm_name(name: &str) -> FarmName {
	name.as_bytes().to_vec().try_into().unwrap()
}

/// Alice makes the chain's first farm.
fn farm_of_alice() -> FarmId {
	Farms::create_farm(signed(ALICE), name("Green-Hill")).unwrap();
	FARM
}

/// The farm as it is stored.
fn stored(farm: FarmId) -> crate::Farm<u64, <Test as crate::Config>::FarmDeposit> {
	crate::Farms::<Test>::get(farm).unwrap()
}

fn last_event() -> Event<Test> {
	match System::events().pop().expect("an event").event {
		RuntimeEvent::Farms(event) => event,
		other => panic!("not an event of farms: {other:?}"),
	}
}
