//! Whatever farmers, nodes, contracts and certifiers do, in whatever order: farms, money, IPs and accounts stay
//! what a naive model says.

use super::*;
use crate::{mock::*, Handovers, LastSettled};
use frame_support::{traits::fungible::Inspect, weights::Weight};
use gridchain_primitives::{
	traits::{AcceptedProviders as _, Farms as _},
	Balance, ContractId, FarmCertification, NodeId, ProviderId, TwinId,
};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// One step of somebody.
#[derive(Clone, Debug)]
enum Step {
	Create(u64, &'static str),
	Rename(u64, u32, &'static str),
	PayTo(u64, u32, Option<u64>),
	Approve(u32, bool),
	Certify(u32, bool),
	Authorise(u64, u32, u64),
	Revoke(u64, u32, u64),
	Admit(u32, u64),
	Dismiss(u32, u64),
	AcceptProvider(u64, u32, u32),
	DismissProvider(u64, u32, u32),
	AddIp(u64, u32, u8),
	RemoveIp(u64, u32, u8),
	TakeIps(u32, u64, u8),
	FreeIps(u64),
	Offer(u64, u32, u64),
	WithdrawOffer(u64, u32),
	TakeOver(u64, u32),
	Delete(u64, u32),
	/// A node of the farm brings revenue in.
	Book(u32, u32, Balance),
	/// All nodes of the farm go, paid.
	Leave(u32),
	/// A block with room for one step of a handover.
	Tick,
	/// A block with room for all handovers.
	Block,
}

fn step() -> impl Strategy<Value = Step> {
	// Alice, Bob, who can't afford more than one farm, and who has no twin.
	let who = || 1..=4u64;
	let farm = || 1..=3u32;
	let node = || prop_oneof![Just(100u64), Just(101), Just(STRANGER)];
	let name = || prop::sample::select(vec!["one", "ONE", "Two", "two", "three", "no", "b@d"]);
	let ip = || 31..=35u8;
	// The region has approved the first two.
	let provider = || 1..=3u32;
	let contract = || 1..=2u64;
	prop_oneof![
		3 => (who(), name()).prop_map(|(who, name)| Step::Create(who, name)),
		1 => (who(), farm(), name()).prop_map(|(who, farm, name)| Step::Rename(who, farm, name)),
		1 => (who(), farm(), prop::option::of(who())).prop_map(|(a, farm, b)| Step::PayTo(a, farm, b)),
		1 => (farm(), any::<bool>()).prop_map(|(farm, yes)| Step::Approve(farm, yes)),
		1 => (farm(), any::<bool>()).prop_map(|(farm, yes)| Step::Certify(farm, yes)),
		2 => (who(), farm(), node()).prop_map(|(who, farm, node)| Step::Authorise(who, farm, node)),
		2 => (who(), farm(), node()).prop_map(|(who, farm, node)| Step::Revoke(who, farm, node)),
		1 => (farm(), node()).prop_map(|(farm, node)| Step::Admit(farm, node)),
		1 => (farm(), node()).prop_map(|(farm, node)| Step::Dismiss(farm, node)),
		2 => (who(), farm(), provider()).prop_map(|(who, farm, p)| Step::AcceptProvider(who, farm, p)),
		1 => (who(), farm(), provider()).prop_map(|(who, farm, p)| Step::DismissProvider(who, farm, p)),
		4 => (who(), farm(), ip()).prop_map(|(who, farm, ip)| Step::AddIp(who, farm, ip)),
		3 => (1..=5u64, farm(), ip()).prop_map(|(who, farm, ip)| Step::RemoveIp(who, farm, ip)),
		3 => (farm(), contract(), 0..=3u8).prop_map(|(farm, contract, n)| Step::TakeIps(farm, contract, n)),
		2 => contract().prop_map(Step::FreeIps),
		5 => (who(), farm(), who()).prop_map(|(who, farm, to)| Step::Offer(who, farm, to)),
		1 => (who(), farm()).prop_map(|(who, farm)| Step::WithdrawOffer(who, farm)),
		6 => (who(), farm()).prop_map(|(who, farm)| Step::TakeOver(who, farm)),
		2 => (who(), farm()).prop_map(|(who, farm)| Step::Delete(who, farm)),
		2 => (farm(), 1..=2u32, 0..=100u128).prop_map(|(farm, node, sum)| Step::Book(farm, node, sum)),
		1 => farm().prop_map(Step::Leave),
		4 => Just(Step::Tick),
		1 => Just(Step::Block),
	]
}

/// A farm as the model sees it.
struct ModelFarm {
	owner: u64,
	name: &'static str,
	payout: Option<u64>,
	approved: bool,
	certified: bool,
	offered_to: Option<u64>,
	/// To whom it is on its way, and the last node that was settled.
	way: Option<(u64, u32)>,
}

/// An IP as the model sees it.
struct ModelIp {
	farm: u32,
	contract: Option<u64>,
	withdrawn: bool,
}

/// What should be so, kept in the simplest way.
struct Model {
	/// The farms in order of creation; `None` once deleted.
	farms: Vec<Option<ModelFarm>>,
	/// The accounts that are authorised by farms, and whether their nodes are there.
	nodes: BTreeMap<(u64, u32), bool>,
	/// The farms that have accepted providers.
	providers: BTreeSet<(u32, u32)>,
	/// The IPs by the last number of their address.
	ips: BTreeMap<u8, ModelIp>,
	/// What is booked, by farm and node.
	booked: BTreeMap<(u32, u32), Balance>,
	/// All that each account has, held or not.
	wealth: BTreeMap<u64, Balance>,
}

impl Default for Model {
	fn default() -> Self {
		let rich = [ALICE, BOB, STRANGER, POT].map(|account| (account, ENDOWMENT));
		Self {
			farms: vec![],
			nodes: BTreeMap::new(),
			providers: BTreeSet::new(),
			ips: BTreeMap::new(),
			booked: BTreeMap::new(),
			wealth: rich.into_iter().chain([(POOR, 1_771)]).collect(),
		}
	}
}

impl Model {
	fn farm(&self, farm: u32) -> Option<&ModelFarm> {
		self.farms.get(farm as usize - 1)?.as_ref()
	}

	fn farm_mut(&mut self, farm: u32) -> Option<&mut ModelFarm> {
		self.farms.get_mut(farm as usize - 1)?.as_mut()
	}

	fn owns(&self, who: u64, farm: u32) -> bool {
		self.farm(farm).is_some_and(|farm| farm.owner == who)
	}

	fn rests(&self, farm: u32) -> bool {
		self.farm(farm).is_some_and(|farm| farm.way.is_none())
	}

	/// Whether `name` can go to the farm in this place.
	fn free(&self, name: &str, place: usize) -> bool {
		let taken = |(at, farm): (usize, &Option<ModelFarm>)| {
			let farm = farm.as_ref();
			at != place && farm.is_some_and(|farm| farm.name.eq_ignore_ascii_case(name))
		};
		name != "no" && name != "b@d" && !self.farms.iter().enumerate().any(taken)
	}

	/// What is held for `farm`: for itself, for authorisations and for IPs.
	fn held_for(&self, farm: u32) -> [Balance; 3] {
		let nodes = self.nodes.keys().filter(|(_, of)| *of == farm).count();
		let ips = self.ips.values().filter(|ip| ip.farm == farm && !ip.withdrawn).count();
		[FARM_DEPOSIT, nodes as Balance * AUTHORISATION_DEPOSIT, ips as Balance * IP_DEPOSIT]
	}

	/// What is held of `who`, for each of the three.
	fn held(&self, who: u64) -> [Balance; 3] {
		let mut sum = [0; 3];
		for farm in (1..=self.farms.len() as u32).filter(|farm| self.owns(who, *farm)) {
			let held = self.held_for(farm);
			sum.iter_mut().zip(held).for_each(|(sum, held)| *sum += held);
		}
		sum
	}

	/// Whether `who` can lay down `amount` more and still have the existential deposit of 1.
	fn affords(&self, who: u64, amount: Balance) -> bool {
		self.held(who).iter().sum::<Balance>() + amount < self.wealth[&who]
	}

	fn pay(&mut self, from: u64, to: u64, amount: Balance) {
		*self.wealth.get_mut(&from).unwrap() -= amount;
		*self.wealth.get_mut(&to).unwrap() += amount;
	}

	/// The IPs that `contract` has.
	fn ips_of(&self, contract: u64) -> Vec<u8> {
		let its = self.ips.iter().filter(|(_, ip)| ip.contract == Some(contract));
		its.map(|(last, _)| *last).collect()
	}

	/// Takes `farm`, which is on its way, one step further.
	fn advance(&mut self, farm: u32) {
		let (to, after) = self.farm(farm).unwrap().way.unwrap();
		let next = self.booked.keys().find(|(of, node)| *of == farm && *node > after).copied();
		let record = self.farm(farm).unwrap();
		let (owner, payout) = (record.owner, record.payout.unwrap_or(record.owner));
		match next {
			Some((_, node)) => {
				let amount = self.booked.insert((farm, node), 0).unwrap();
				self.pay(POT, payout, amount);
				self.farm_mut(farm).unwrap().way = Some((to, node));
			},
			None => {
				self.pay(owner, to, self.held_for(farm).iter().sum());
				let farm = self.farm_mut(farm).unwrap();
				(farm.owner, farm.payout, farm.way) = (to, None, None);
			},
		}
	}

	/// Whether `step` should succeed, once it is done on the chain; if so, it is done.
	fn apply(&mut self, step: &Step) -> bool {
		match *step {
			Step::Create(who, name) => {
				let done = who != STRANGER
					&& self.free(name, self.farms.len())
					&& self.affords(who, FARM_DEPOSIT);
				if done {
					self.farms.push(Some(ModelFarm {
						owner: who,
						name,
						payout: None,
						approved: false,
						certified: false,
						offered_to: None,
						way: None,
					}));
				}
				done
			},
			Step::Rename(who, farm, name) => {
				let free = self.free(name, farm as usize - 1);
				let done = self.owns(who, farm) && self.rests(farm) && free;
				if done {
					self.farm_mut(farm).unwrap().name = name;
				}
				done
			},
			Step::PayTo(who, farm, payout) => {
				let done = self.owns(who, farm);
				if done {
					self.farm_mut(farm).unwrap().payout = payout;
				}
				done
			},
			Step::Approve(farm, yes) => match self.farm_mut(farm) {
				Some(farm) if farm.approved != yes => {
					farm.approved = yes;
					true
				},
				_ => false,
			},
			Step::Certify(farm, yes) => match self.farm_mut(farm) {
				Some(farm) if farm.certified != yes => {
					farm.certified = yes;
					true
				},
				_ => false,
			},
			Step::Authorise(who, farm, node) => {
				let free = !self.nodes.contains_key(&(node, farm));
				let done = self.owns(who, farm) && free && self.affords(who, AUTHORISATION_DEPOSIT);
				if done {
					self.nodes.insert((node, farm), false);
				}
				done
			},
			Step::Revoke(who, farm, node) => {
				let awaited = self.nodes.get(&(node, farm)) == Some(&false);
				let done = awaited && self.owns(who, farm);
				if done {
					self.nodes.remove(&(node, farm));
				}
				done
			},
			Step::Admit(farm, node) => self.move_node(farm, node, true),
			Step::Dismiss(farm, node) => self.move_node(farm, node, false),
			Step::AcceptProvider(who, farm, provider) => {
				let may = self.owns(who, farm) && self.rests(farm) && provider <= 2;
				may && self.providers.insert((farm, provider))
			},
			Step::DismissProvider(who, farm, provider) => {
				self.owns(who, farm) && self.providers.remove(&(farm, provider))
			},
			Step::AddIp(who, farm, last) => {
				let free = !self.ips.contains_key(&last);
				let done = self.owns(who, farm) && free && self.affords(who, IP_DEPOSIT);
				if done {
					self.ips.insert(last, ModelIp { farm, contract: None, withdrawn: false });
				}
				done
			},
			Step::RemoveIp(who, farm, last) => {
				let by_certifier = who == CERTIFIER;
				let may = by_certifier || self.owns(who, farm);
				match self.ips.get_mut(&last) {
					Some(ip) if may && ip.farm == farm && !ip.withdrawn => {
						if ip.contract.is_none() {
							self.ips.remove(&last);
							true
						} else {
							ip.withdrawn = by_certifier;
							by_certifier
						}
					},
					_ => false,
				}
			},
			Step::TakeIps(farm, contract, count) => self.take_ips(farm, contract, count),
			Step::FreeIps(contract) => {
				for last in self.ips_of(contract) {
					if self.ips[&last].withdrawn {
						self.ips.remove(&last);
					} else {
						self.ips.get_mut(&last).unwrap().contract = None;
					}
				}
				true
			},
			Step::Offer(who, farm, to) => {
				let done = self.owns(who, farm) && self.rests(farm) && to != who && to != STRANGER;
				if done {
					self.farm_mut(farm).unwrap().offered_to = Some(to);
				}
				done
			},
			Step::WithdrawOffer(who, farm) => {
				self.owns(who, farm) && self.farm_mut(farm).unwrap().offered_to.take().is_some()
			},
			Step::TakeOver(who, farm) => match self.farm_mut(farm) {
				Some(farm) if farm.offered_to == Some(who) => {
					(farm.offered_to, farm.way) = (None, Some((who, 0)));
					true
				},
				_ => false,
			},
			Step::Delete(who, farm) => {
				let bare = self.held_for(farm) == [FARM_DEPOSIT, 0, 0]
					&& !self.ips.values().any(|ip| ip.farm == farm)
					&& !self.providers.iter().any(|(of, _)| *of == farm)
					&& !self.booked.keys().any(|(of, _)| *of == farm);
				let done = self.owns(who, farm) && self.rests(farm) && bare;
				if done {
					self.farms[farm as usize - 1] = None;
				}
				done
			},
			Step::Book(farm, node, amount) => {
				let done = self.farm(farm).is_some();
				if done {
					*self.booked.entry((farm, farm * 10 + node)).or_default() += amount;
				}
				done
			},
			Step::Leave(farm) => {
				self.booked.retain(|(of, _), _| *of != farm);
				true
			},
			Step::Tick => {
				let any = (1..=self.farms.len() as u32).any(|farm| self.on_its_way(farm));
				if any {
					// Whose turn it is is the chain's to say.
					let turn = LastSettled::<Test>::get().unwrap().0;
					assert!(
						self.on_its_way(turn),
						"farm {turn} had its turn and is not on its way"
					);
					self.advance(turn);
				}
				true
			},
			Step::Block => {
				for farm in 1..=self.farms.len() as u32 {
					while self.on_its_way(farm) {
						self.advance(farm);
					}
				}
				true
			},
		}
	}

	fn on_its_way(&self, farm: u32) -> bool {
		self.farm(farm).is_some_and(|farm| farm.way.is_some())
	}

	/// Which free IPs a contract gets is the chain's to say, but not how many and of whom.
	fn take_ips(&mut self, farm: u32, contract: u64, count: u8) -> bool {
		let had = self.ips_of(contract);
		let same_farm = had.iter().all(|last| self.ips[last].farm == farm);
		let free = |ip: &&ModelIp| ip.farm == farm && ip.contract.is_none();
		let enough = self.ips.values().filter(free).count() >= usize::from(count);
		// To take none is to do nothing, of whatever farm.
		if count == 0 || !(same_farm && enough) {
			return count == 0;
		}
		let now = Farms::ips_of(ContractId(contract));
		assert_eq!(now.len(), had.len() + usize::from(count));
		for network in now {
			let ip = self.ips.get_mut(&network.address[3]).unwrap();
			assert!(ip.contract.is_none_or(|holder| holder == contract), "an IP of two contracts");
			assert_eq!(ip.farm, farm);
			ip.contract = Some(contract);
		}
		true
	}

	fn move_node(&mut self, farm: u32, node: u64, arrives: bool) -> bool {
		match self.nodes.get_mut(&(node, farm)) {
			Some(there) if *there != arrives => {
				*there = arrives;
				true
			},
			_ => false,
		}
	}

	fn check(&self) {
		for who in 1..=4 {
			let (farms, authorisations) = held(who);
			assert_eq!([farms, authorisations, held_for_ips(who)], self.held(who));
			assert_eq!(Balances::total_balance(&who), self.wealth[&who]);
			let stands =
				|farm: &&ModelFarm| farm.owner == who || farm.way.is_some_and(|(to, _)| to == who);
			assert_eq!(uses(who) as usize, self.farms.iter().flatten().filter(stands).count());
		}
		for (place, farm) in self.farms.iter().enumerate() {
			let id = FarmId(place as u32 + 1);
			let Some(farm) = farm else {
				assert_eq!((Farms::owner(id), Farms::payout(id)), (None, None));
				continue;
			};
			assert_eq!(stored(id).name, farm_name(farm.name));
			assert_eq!(Farms::owner(id), Some(TwinId(10 + farm.owner as u32)));
			assert_eq!(Farms::payout(id), Some(farm.payout.unwrap_or(farm.owner)));
			assert_eq!(Farms::approved(id), farm.approved);
			assert_eq!(stored(id).certification == FarmCertification::Gold, farm.certified);
			let way = Handovers::<Test>::get(id).map(|way| way.after.map_or(0, |node| node.0));
			assert_eq!(way, farm.way.map(|(_, after)| after));
		}
		for node in [100, 101] {
			let references = self.nodes.keys().filter(|(account, _)| *account == node).count();
			assert_eq!(System::sufficients(&node) as usize, references);
			assert_eq!(System::account_exists(&node), references > 0);
			for farm in 1..=self.farms.len() as u32 {
				let awaited = self.nodes.get(&(node, farm)) == Some(&false);
				assert_eq!(Farms::admissible(&node, FarmId(farm)), awaited);
			}
		}
		for (farm, provider) in (1..=3).flat_map(|farm| (1..=3).map(move |p| (farm, p))) {
			let accepted = self.providers.contains(&(farm, provider));
			assert_eq!(Farms::accepts(FarmId(farm), ProviderId(provider)), accepted);
		}
		for contract in 1..=2 {
			let mut ips: Vec<_> =
				Farms::ips_of(ContractId(contract)).iter().map(|ip| ip.address[3]).collect();
			ips.sort_unstable();
			assert_eq!(ips, self.ips_of(contract));
		}
		for ((_, node), amount) in &self.booked {
			assert_eq!(booked(*node), *amount);
		}
		assert_eq!(Balances::total_issuance(), 4_001_771);
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
		Step::Certify(farm, yes) => {
			let to = if yes { FarmCertification::Gold } else { FarmCertification::NotCertified };
			Farms::set_farm_certification(signed(CERTIFIER), FarmId(farm), to).is_ok()
		},
		Step::Authorise(who, farm, node) => {
			Farms::authorise_node(signed(who), FarmId(farm), node).is_ok()
		},
		Step::Revoke(who, farm, node) => {
			Farms::revoke_node(signed(who), FarmId(farm), node).is_ok()
		},
		Step::Admit(farm, node) => Farms::admit(&node, FarmId(farm)).is_ok(),
		Step::Dismiss(farm, node) => {
			// To dismiss a node that isn't there is a bug of the caller, which stops a test.
			let there = crate::Authorisations::<Test>::get(node, FarmId(farm))
				.is_some_and(|given| given.admission == crate::Admission::Registered);
			if there {
				Farms::dismiss(FarmId(farm), &node);
			}
			there
		},
		Step::AcceptProvider(who, farm, provider) => {
			Farms::accept_provider(signed(who), FarmId(farm), ProviderId(provider)).is_ok()
		},
		Step::DismissProvider(who, farm, provider) => {
			Farms::dismiss_provider(signed(who), FarmId(farm), ProviderId(provider)).is_ok()
		},
		Step::AddIp(who, farm, last) => {
			let cidr = ipv4(&format!("185.206.122.{last}/24"));
			let gateway = ipv4("185.206.122.1");
			Farms::add_public_ip(signed(who), FarmId(farm), cidr, gateway).is_ok()
		},
		Step::RemoveIp(who, farm, last) => {
			let address = ipv4(&format!("185.206.122.{last}"));
			Farms::remove_public_ip(signed(who), FarmId(farm), address).is_ok()
		},
		Step::TakeIps(farm, contract, count) => {
			Farms::take_ips(FarmId(farm), ContractId(contract), count).is_ok()
		},
		Step::FreeIps(contract) => {
			let contract = ContractId(contract);
			let first = crate::IpsOf::<Test>::get(contract).and_then(|ips| ips.first().copied());
			let farm = first.and_then(crate::PublicIps::<Test>::get).map(|ip| ip.farm);
			Farms::free_ips(farm.unwrap_or(FARM), contract);
			true
		},
		Step::Offer(who, farm, to) => {
			Farms::offer_farm(signed(who), FarmId(farm), TwinId(10 + to as u32)).is_ok()
		},
		Step::WithdrawOffer(who, farm) => Farms::withdraw_offer(signed(who), FarmId(farm)).is_ok(),
		Step::TakeOver(who, farm) => Farms::accept_farm(signed(who), FarmId(farm)).is_ok(),
		Step::Delete(who, farm) => Farms::delete_farm(signed(who), FarmId(farm)).is_ok(),
		Step::Book(farm, node, amount) => {
			let exists = Farms::owner(FarmId(farm)).is_some();
			if exists {
				book(FarmId(farm), NodeId(farm * 10 + node).0, amount);
			}
			exists
		},
		Step::Leave(farm) => {
			forget_nodes(FarmId(farm));
			true
		},
		Step::Tick => {
			poll(room_for(1));
			true
		},
		Step::Block => {
			poll(Weight::MAX);
			true
		},
	}
}

proptest! {
	#![proptest_config(ProptestConfig {
		cases: 128,
		failure_persistence: None,
		..Default::default()
	})]

	#[test]
	fn farms_deposits_ips_and_accounts_are_what_the_model_says(
		steps in prop::collection::vec(step(), 1..120),
	) {
		new_test_ext().execute_with(|| {
			LastProvider::set(&2);
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
