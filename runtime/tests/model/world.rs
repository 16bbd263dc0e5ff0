//! The chain and the model side by side: each step is taken on both.

use crate::{
	common::{self, account, alice, genesis_of, key, node_at, Chain, DEVELOPMENT},
	compare::{self, compare},
	machines::Computer,
	naive::{
		market::Market,
		money::{Bookings, Money, Reason},
		nodes::Parts,
		Model, Refused, Sizes,
	},
	steps::{Step, Which},
};
use gridchain_runtime::{
	configs::money::{TreasuryAccount, ValidatorsPotAccount},
	AccountId, Billing, RuntimeCall, RuntimeOrigin,
};
use sp_io::TestExternalities;
use sp_runtime::traits::Dispatchable;
use std::{
	collections::{BTreeMap, BTreeSet},
	time::Duration,
};

/// Who makes a call.
#[derive(Clone, Debug)]
pub enum By {
	Account(AccountId),
	Root,
}

impl From<&AccountId> for By {
	fn from(account: &AccountId) -> Self {
		Self::Account(account.clone())
	}
}

/// Three farmers, four deployers, and without a twin one with nothing and three with money; then two guests, who deploy
/// as well, and come and go.
const PEOPLE: [&str; 13] = [
	"Bob",
	"Charlie",
	"Dave",
	"Eve",
	"Ferdie",
	"Alice//stash",
	"Bob//stash",
	"Charlie//stash",
	"nobody",
	"Dave//stash",
	"Eve//stash",
	"guest",
	"other guest",
];
const FARMERS: usize = 3;
/// Those with a twin from the beginning on.
const WITH_TWINS: usize = 7;
/// The first guest.
const GUESTS: usize = 11;

/// How often what was done.
#[derive(Clone, Debug, Default)]
pub struct Told {
	steps: u64,
	blocks: u64,
	/// How many calls were made, by name and by why they were refused, if they were.
	calls: BTreeMap<String, BTreeMap<&'static str, u64>>,
	/// Contracts that ended, by reason.
	ends: BTreeMap<String, u64>,
	/// Twins that were deleted after something had stood on them.
	pub used_twins_deleted: u64,
	/// Contracts that there were when a step ended, all steps together; and how many of those were suspended, within a
	/// rent of their owner, discounted, and shared with a provider.
	contracts: u64,
	suspended: u64,
	within_rents: u64,
	discounted: u64,
	shared: u64,
}

impl Told {
	fn count_block(&mut self, model: &Model) {
		self.blocks += 1;
		for (_, reason) in &model.ended {
			*self.ends.entry(format!("{reason:?}")).or_default() += 1;
		}
	}

	fn count_step(&mut self, model: &Model) {
		self.steps += 1;
		self.contracts += model.contracts.len() as u64;
		let suspended = model.contracts.values().filter(|contract| contract.phase.is_suspended());
		self.suspended += suspended.count() as u64;
		let within = model.contracts.values().filter(|contract| contract.factors.within_rent);
		self.within_rents += within.count() as u64;
		let discounted = model.contracts.values().filter(|contract| contract.factors.discount > 0);
		self.discounted += discounted.count() as u64;
		let shared = model.contracts.values().filter(|found| found.factors.provider_share > 0);
		self.shared += shared.count() as u64;
	}

	pub fn add(&mut self, other: &Self) {
		self.steps += other.steps;
		self.blocks += other.blocks;
		self.used_twins_deleted += other.used_twins_deleted;
		self.contracts += other.contracts;
		self.suspended += other.suspended;
		self.within_rents += other.within_rents;
		self.discounted += other.discounted;
		self.shared += other.shared;
		for (call, counts) in &other.calls {
			let sums = self.calls.entry(call.clone()).or_default();
			counts.iter().for_each(|(outcome, count)| *sums.entry(outcome).or_default() += count);
		}
		for (reason, count) in &other.ends {
			*self.ends.entry(reason.clone()).or_default() += count;
		}
	}

	pub fn report(&self, took: Duration) -> String {
		let per_second = u128::from(self.steps) * 1_000 / took.as_millis().max(1);
		let Self { steps, blocks, ends, contracts, suspended, .. } = self;
		let Self { within_rents, discounted, shared, used_twins_deleted, .. } = self;
		let calls: Vec<_> =
			self.calls.iter().map(|(call, outcomes)| format!("  {call}: {outcomes:?}")).collect();
		format!(
			"{steps} steps, {blocks} blocks in {} s: {per_second} steps a second\n{}\n\
			twins deleted that had been used: {used_twins_deleted}\n\
			contracts ended: {ends:?}\ncontracts after each step, together: {contracts}, suspended \
			{suspended}, within rents {within_rents}, discounted {discounted}, shared {shared}",
			took.as_secs(),
			calls.join("\n"),
		)
	}
}

pub struct World {
	/// What a node of the chain knows. Each block is committed, else the next one's root would be made of all before.
	node: TestExternalities,
	chain: Chain,
	scene: Scene,
}

/// All but the blocks.
pub struct Scene {
	pub model: Model,
	pub people: Vec<AccountId>,
	pub bank: AccountId,
	pub computers: Vec<Computer>,
	pub told: Told,
	/// Twins on which something stands or has stood.
	used: BTreeSet<u32>,
	/// What the next call shows the size of.
	learns: Option<(Reason, SizeOf)>,
}

/// One of the sizes.
type SizeOf = fn(&mut Sizes) -> &mut u128;

impl World {
	/// A region of three farms with five nodes, two of a kind in the first two and one in the third, and four deployers
	/// with little money.
	pub fn new() -> Self {
		let mut node = node_at(genesis_of(DEVELOPMENT));
		let (chain, scene) = node.execute_with(|| (Chain::new(), Scene::new()));
		let mut world = Self { node, chain, scene };
		world.block(Scene::settle_in);
		world.block(Scene::learn);
		world.check();
		world
	}

	pub fn told(&self) -> Told {
		self.scene.told.clone()
	}

	/// Takes a step, and compares.
	pub fn take(&mut self, step: &Step) {
		match step {
			Step::Pass(blocks) => (0..*blocks).for_each(|_| self.block(|_| ())),
			Step::Stand(slots) => {
				self.chain.stand_still(*slots);
				self.block(|_| ());
			},
			step => self.block(|scene| scene.act(step)),
		}
		self.check();
		self.scene.told.count_step(&self.scene.model);
	}

	/// Makes the next block that takes calls: computers report in it, then `act`.
	fn block(&mut self, act: impl FnOnce(&mut Scene)) {
		if self.node.execute_with(|| self.chain.is_next_a_rotation()) {
			self.block_of(|_| ());
		}
		self.block_of(|scene| {
			scene.report();
			act(scene);
		});
	}

	fn block_of(&mut self, act: impl FnOnce(&mut Scene)) {
		let Self { node, chain, scene } = self;
		let now = chain.soon().0;
		node.execute_with(|| {
			chain.block_by(|| {
				scene.model.begin_block(now);
				act(scene);
			});
		});
		node.commit_all().unwrap();
		scene.note_uses();
		scene.told.count_block(&scene.model);
	}

	/// Checks what is always true, and compares.
	fn check(&mut self) {
		let Self { node, chain, scene } = self;
		node.execute_with(|| {
			chain.check();
			compare(&scene.model);
		});
	}
}

impl Scene {
	fn new() -> Self {
		let people: Vec<_> = PEOPLE.iter().map(|name| account(&key(name))).collect();
		let money = Money {
			free: compare::free_of_all(),
			held: BTreeMap::new(),
			booked: Bookings::default(),
			burned: 0,
			pot: Billing::pot(),
			treasury: TreasuryAccount::get(),
			validators: ValidatorsPotAccount::get(),
		};
		let members = [alice(), common::bob(), common::charlie()];
		let members = members.iter().map(account).collect();
		let market = Market::new(11_000_000_000_000_000, members);
		Self {
			model: Model::new(money, market, Sizes::default()),
			people,
			bank: account(&alice()),
			computers: Vec::new(),
			told: Told::default(),
			used: BTreeSet::new(),
			learns: None,
		}
	}

	/// Has `who` make `call` on the chain, and the model do what it stands for. Both succeed, or both refuse.
	pub fn call(
		&mut self,
		who: impl Into<By>,
		call: impl Into<RuntimeCall>,
		act: impl FnOnce(&mut Model) -> Result<(), Refused>,
	) {
		let (who, call) = (who.into(), call.into());
		let name = name_of(&call);
		let origin = match &who {
			By::Account(account) => RuntimeOrigin::signed(account.clone()),
			By::Root => RuntimeOrigin::root(),
		};
		let told = call.clone().dispatch(origin).map_err(|error| error.error);
		if let (Some((reason, size)), By::Account(account)) = (self.learns.take(), &who) {
			let before = self.model.money.held_of(account, reason);
			*size(&mut self.model.sizes) = compare::held_of(account, reason) - before;
		}
		let said = self.model.attempt(act);
		let agree = told.is_ok() == said.is_ok();
		assert!(agree, "the chain says {told:?}, the model {said:?}, to {call:?} of {who:?}");
		let outcome = said.map_or_else(|refused| refused.0, |()| "done");
		*self.told.calls.entry(name).or_default().entry(outcome).or_default() += 1;
	}

	pub fn one_of<T: Clone>(&self, which: Which, all: &[T]) -> Option<T> {
		all.get(which.checked_rem(all.len())?).cloned()
	}

	pub fn person(&self, which: Which) -> AccountId {
		self.people[which % self.people.len()].clone()
	}

	/// Who is there to deploy, with a twin or without.
	pub fn deployers(&self) -> impl Iterator<Item = &AccountId> {
		self.people[FARMERS..WITH_TWINS].iter().chain(&self.people[GUESTS..])
	}

	fn note_uses(&mut self) {
		let twins = self.model.twins.all.keys();
		self.used.extend(twins.filter(|twin| self.model.is_used(**twin)));
	}

	/// Whether something stands or has stood on a twin, as the last block left it.
	pub fn was_used(&self, twin: u32) -> bool {
		self.used.contains(&twin)
	}

	/// Who acts: a stranger if there is one, else the one who may.
	pub fn actor(&self, stranger: Option<Which>, may: AccountId) -> AccountId {
		stranger.map_or(may, |which| self.person(which))
	}

	/// Twins, farms, nodes and IPs.
	fn settle_in(&mut self) {
		for person in 0..WITH_TWINS {
			let who = self.people[person].clone();
			self.learn_first(person, Reason::Twin, |sizes| &mut sizes.twin);
			self.accept_terms(&who);
			self.create_twin(&who);
		}
		for farm in 0..FARMERS {
			let who = self.people[farm].clone();
			self.learn_first(farm, Reason::Farm, |sizes| &mut sizes.farm);
			self.create_farm(&who, &format!("farm-{farm}"));
		}
		for place in 0..5 {
			let hdd = if place % 2 == 0 { 1_200 * 1_024 } else { 0 };
			let hardware = Parts { cores: 8, memory: 25 * 1_024, ssd: 500 * 1_024, hdd, gpus: 0 };
			self.learn_first(place, Reason::Authorisation, |sizes| &mut sizes.authorisation);
			self.join((place % FARMERS) as u32 + 1, hardware);
		}
		for ip in 0..12 {
			let farm = ip % FARMERS;
			let owner = self.people[farm].clone();
			self.learn_first(ip, Reason::Ip, |sizes| &mut sizes.ip);
			self.add_ip(&owner, farm as u32 + 1, 100 + ip as u8);
		}
		self.report();
	}

	/// Does once what other deposits are held for, and undoes it; then sends most money away, and gives guests some.
	fn learn(&mut self) {
		let [eve, ferdie] = [3, 4].map(|person: usize| self.people[person].clone());
		let small = Parts { cores: 1, memory: 1_024, ..Parts::default() };
		self.learn_first(0, Reason::Contract, |sizes| &mut sizes.workload);
		self.deploy(&eve, 1, small, 0, 0, None);
		self.cancel(&eve, self.model.last_contract);
		self.learn_first(0, Reason::Contract, |sizes| &mut sizes.name);
		self.reserve(&eve, "first");
		self.cancel(&eve, self.model.last_contract);
		self.learn_first(0, Reason::Contract, |sizes| &mut sizes.rent);
		self.rent(&eve, 1, None);
		self.cancel(&eve, self.model.last_contract);
		let consumer = self.model.twins.of(&ferdie).unwrap();
		self.learn_first(0, Reason::Service, |sizes| &mut sizes.service);
		self.offer_service(&eve, consumer);
		self.cancel_service(&eve, self.model.last_contract);
		self.learn_first(0, Reason::Provider, |sizes| &mut sizes.provider);
		self.register_provider(&ferdie);
		self.approve_provider(1, Some(30));
		let bob = self.people[0].clone();
		self.accept_provider(&bob, 1, 1);
		for (place, leave) in
			[(3, 500_000_000), (4, 100_000_000), (5, 2_000_000_000), (6, 20_000_000)]
		{
			let who = self.people[place].clone();
			self.drain(&who, leave);
		}
		for guest in GUESTS..PEOPLE.len() {
			let who = self.people[guest].clone();
			self.give(&who, 500_000_000);
		}
	}

	/// The next call shows a size, if it is the first of its kind.
	fn learn_first(&mut self, place: usize, reason: Reason, size: SizeOf) {
		if place == 0 {
			self.learns = Some((reason, size));
		}
	}
}

/// Pallet and call.
fn name_of(call: &RuntimeCall) -> String {
	use frame_support::traits::GetCallMetadata;
	let metadata = call.get_call_metadata();
	format!("{}.{}", metadata.pallet_name, metadata.function_name)
}
