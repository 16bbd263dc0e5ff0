//! Whatever farmers and nodes do, in whatever order: farms, money and accounts stay what a naive model says.

use super::*;
use crate::mock::*;
use gridchain_primitives::{traits::Farms as _, Balance};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// One step of somebody.
#[derive(Clone, Debug)]
enum Step {
	Create(u64, &'static str),
	Rename(u64, u32, &'static str),
	PayTo(u64, u32, Option<u64>),
	Approve(u32, bool),
	Authorise(u64, u32, u64),
	Revoke(u64, u64),
	Admit(u64),
	Dismiss(u64),
}

fn step() -> impl Strategy<Value = Step> {
	// Alice, Bob, who can't afford more than one farm, and who has no twin.
	let who = || 1..=4u64;
	let farm = || 1..=3u32;
	let node = || prop_oneof![Just(100u64), Just(101), Just(STRANGER)];
	let name = || prop::sample::select(vec!["one", "ONE", "Two", "two", "three", "no", "b@d"]);
	prop_oneof![
		(who(), name()).prop_map(|(who, name)| Step::Create(who, name)),
		(who(), farm(), name()).prop_map(|(who, farm, name)| Step::Rename(who, farm, name)),
		(who(), farm(), prop::option::of(who())).prop_map(|(a, farm, b)| Step::PayTo(a, farm, b)),
		(farm(), any::<bool>()).prop_map(|(farm, yes)| Step::Approve(farm, yes)),
		(who(), farm(), node()).prop_map(|(who, farm, node)| Step::Authorise(who, farm, node)),
		(who(), node()).prop_map(|(who, node)| Step::Revoke(who, node)),
		node().prop_map(Step::Admit),
		node().prop_map(Step::Dismiss),
	]
}

/// A farm as the model sees it.
struct ModelFarm {
	owner: u64,
	name: &'static str,
	payout: Option<u64>,
	approved: bool,
}

/// What should be so, kept in the simplest way.
#[derive(Default)]
struct Model {
	/// The farms in order of creation.
	farms: Vec<ModelFarm>,
	/// The farm of each authorised account, and whether its node is there.
	nodes: BTreeMap<u64, (u32, bool)>,
}

impl Model {
	fn farm(&mut self, farm: u32) -> Option<&mut ModelFarm> {
		self.farms.get_mut(farm as usize - 1)
	}

	fn owns(&mut self, who: u64, farm: u32) -> bool {
		self.farm(farm).is_some_and(|farm| farm.owner == who)
	}

	/// Whether `name` can go to the farm in this place.
	fn free(&self, name: &str, place: usize) -> bool {
		let taken =
			|(at, farm): (usize, &ModelFarm)| at != place && farm.name.eq_ignore_ascii_case(name);
		name != "no" && name != "b@d" && !self.farms.iter().enumerate().any(taken)
	}

	/// What is held of `who`, for farms and for authorisations.
	fn held(&self, who: u64) -> (Balance, Balance) {
		let farms = self.farms.iter().filter(|farm| farm.owner == who).count();
		let by_who = |(farm, _): &&(u32, bool)| self.farms[*farm as usize - 1].owner == who;
		let nodes = self.nodes.values().filter(by_who).count();
		(farms as Balance * FARM_DEPOSIT, nodes as Balance * AUTHORISATION_DEPOSIT)
	}

	/// Whether `who` can lay down `amount` more and still have the existential deposit of 1.
	fn affords(&self, who: u64, amount: Balance) -> bool {
		let owned = if who == POOR { 1_711 } else { 1_000_000 };
		let (farms, nodes) = self.held(who);
		farms + nodes + amount < owned
	}

	/// Whether `step` should succeed; if so, it is done.
	fn apply(&mut self, step: &Step) -> bool {
		match *step {
			Step::Create(who, name) => {
				let done = who != STRANGER
					&& self.free(name, self.farms.len())
					&& self.affords(who, FARM_DEPOSIT);
				if done {
					let farm = ModelFarm { owner: who, name, payout: None, approved: false };
					self.farms.push(farm);
				}
				done
			},
			Step::Rename(who, farm, name) => {
				let done = self.owns(who, farm) && self.free(name, farm as usize - 1);
				if done {
					self.farm(farm).unwrap().name = name;
				}
				done
			},
			Step::PayTo(who, farm, payout) => {
				let done = self.owns(who, farm);
				if done {
					self.farm(farm).unwrap().payout = payout;
				}
				done
			},
			Step::Approve(farm, yes) => match self.farm(farm) {
				Some(farm) if farm.approved != yes => {
					farm.approved = yes;
					true
				},
				_ => false,
			},
			Step::Authorise(who, farm, node) => {
				let free = !self.nodes.contains_key(&node);
				let done = self.owns(who, farm) && free && self.affords(who, AUTHORISATION_DEPOSIT);
				if done {
					self.nodes.insert(node, (farm, false));
				}
				done
			},
			Step::Revoke(who, node) => {
				let place = self.nodes.get(&node).copied();
				let done = place.is_some_and(|(farm, there)| !there && self.owns(who, farm));
				if done {
					self.nodes.remove(&node);
				}
				done
			},
			Step::Admit(node) => self.move_node(node, true),
			Step::Dismiss(node) => self.move_node(node, false),
		}
	}

	fn move_node(&mut self, node: u64, arrives: bool) -> bool {
		match self.nodes.get_mut(&node) {
			Some((_, there)) if *there != arrives => {
				*there = arrives;
				true
			},
			_ => false,
		}
	}

	fn check(&self) {
		for who in 1..=4 {
			assert_eq!(held(who), self.held(who));
			let farms = self.farms.iter().filter(|farm| farm.owner == who).count();
			assert_eq!(uses(who) as usize, farms);
		}
		for (place, farm) in self.farms.iter().enumerate() {
			let id = FarmId(place as u32 + 1);
			assert_eq!(stored(id).name, farm_name(farm.name));
			assert_eq!(Farms::payout(id), Some(farm.payout.unwrap_or(farm.owner)));
			assert_eq!(Farms::approved(id), farm.approved);
		}
		for node in [100, 101] {
			assert_eq!(System::account_exists(&node), self.nodes.contains_key(&node));
			let awaited = self.nodes.get(&node).filter(|(_, there)| !there);
			assert_eq!(Farms::admissible(&node), awaited.map(|(farm, _)| FarmId(*farm)));
		}
		assert_eq!(Balances::total_issuance(), 3_001_711);
	}
}

/// Does `step` on the chain; whether it succeeded.
fn run(step: &Step) -> bool {
	match *step {
		Step::Create(who, to) => Farms::create_farm(signed(who), name(to)).is_ok(),
		Step::Rename(who, farm, to) => {
			Farms::rename_farm(signed(who), FarmId(farm), name(to)).is_ok()
		},
		Step::PayTo(who, farm, to) => {
			Farms::set_payout_account(signed(who), FarmId(farm), to).is_ok()
		},
		Step::Approve(farm, true) => {
			Farms::approve_farm(RuntimeOrigin::root(), FarmId(farm)).is_ok()
		},
		Step::Approve(farm, false) => {
			Farms::disapprove_farm(RuntimeOrigin::root(), FarmId(farm)).is_ok()
		},
		Step::Authorise(who, farm, node) => {
			Farms::authorise_node(signed(who), FarmId(farm), node).is_ok()
		},
		Step::Revoke(who, node) => Farms::revoke_node(signed(who), node).is_ok(),
		Step::Admit(node) => Farms::admit(&node).is_ok(),
		Step::Dismiss(node) => {
			// To dismiss a node that isn't there is a bug of the caller, which stops a test.
			let there = crate::Authorisations::<Test>::get(node)
				.filter(|authorisation| authorisation.admission == crate::Admission::Registered);
			if let Some(authorisation) = &there {
				Farms::dismiss(authorisation.farm, &node);
			}
			there.is_some()
		},
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(32))]

	#[test]
	fn farms_deposits_and_accounts_are_what_the_model_says(
		steps in prop::collection::vec(step(), 1..60),
	) {
		new_test_ext().execute_with(|| {
			let mut model = Model::default();
			for step in &steps {
				prop_assert_eq!(run(step), model.apply(step), "{:?}", step);
				model.check();
				check_state();
			}
			Ok(())
		})?;
	}
}
