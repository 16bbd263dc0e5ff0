//! What the pallet promises, a file for each feature.

mod approval;
mod authorisation;
mod certification;
mod contract_ips;
mod deletion;
mod handover;
mod invariants;
mod names;
mod neighbours;
mod providers;
mod public_ips;
mod registry;
mod settling;
mod try_state;

use crate::{
	mock::{Farms, RuntimeEvent, RuntimeOrigin, System, Test, ALICE},
	Event, FarmName, Ipv4Text, ProposedName,
};
use gridchain_primitives::{FarmId, Ipv4Address};

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

/// What belongs to the farm.
fn belongings(farm: FarmId) -> crate::Belongings {
	crate::BelongingsOf::<Test>::get(farm).unwrap()
}

fn ipv4(text: &str) -> Ipv4Text {
	text.as_bytes().to_vec().try_into().unwrap()
}

/// Alice adds the IP `185.206.122.<last>` to her farm.
fn add_ip(last: u8) {
	let cidr = format!("185.206.122.{last}/24");
	Farms::add_public_ip(signed(ALICE), FARM, ipv4(&cidr), ipv4("185.206.122.1")).unwrap();
}

/// The IP that [`add_ip`] adds.
fn ip(last: u8) -> Ipv4Address {
	[185, 206, 122, last]
}

fn last_event() -> Event<Test> {
	match System::events().pop().expect("an event").event {
		RuntimeEvent::Farms(event) => event,
		other => panic!("not an event of farms: {other:?}"),
	}
}
