//! Whatever accounts do, in whatever order: money and identities stay what a naive model says.

use super::*;
use crate::mock::*;
use frame_support::traits::fungible::Inspect;
use gridchain_primitives::traits::Twins as _;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// One step of somebody.
#[derive(Clone, Debug)]
enum Step {
	Accept(u64, u8),
	Withdraw(u64),
	Create(u64),
	Update(u64),
	SetTerms(u8),
	Ensure(u64),
	Bind(u32),
	Unbind(u32),
	Offer(u64, u64),
	WithdrawOffer(u64),
	TakeOver(u64, u32),
	Delete(u64),
}

fn step() -> impl Strategy<Value = Step> {
	let who = || 1..=4u64;
	let terms = || 1..=2u8;
	let twin = || 1..=4u32;
	prop_oneof![
		(who(), terms()).prop_map(|(who, terms)| Step::Accept(who, terms)),
		who().prop_map(Step::Withdraw),
		who().prop_map(Step::Create),
		who().prop_map(Step::Update),
		terms().prop_map(Step::SetTerms),
		who().prop_map(Step::Ensure),
		twin().prop_map(Step::Bind),
		twin().prop_map(Step::Unbind),
		(who(), who()).prop_map(|(who, to)| Step::Offer(who, to)),
		who().prop_map(Step::WithdrawOffer),
		(who(), twin()).prop_map(|(who, twin)| Step::TakeOver(who, twin)),
		who().prop_map(Step::Delete),
	]
}

/// What should be so, kept in the simplest way.
#[derive(Default)]
struct Model {
	terms: u8,
	/// Accepted and paid, with or without a twin.
	accepted: BTreeMap<u64, u8>,
	/// The account of each twin, in order of creation; `None` once it is deleted.
	twins: Vec<Option<u64>>,
	uses: BTreeMap<u32, u32>,
	/// Whom each twin is offered to.
	offers: BTreeMap<u32, u64>,
	/// What an account has gained by the deposits that came along with twins, less what it has lost.
	gained: BTreeMap<u64, i128>,
}

impl Model {
	/// Whether `step` should succeed; if so, it is done.
	fn apply(&mut self, step: &Step) -> bool {
		match *step {
			Step::Accept(who, terms) => {
				let rich = who <= 2 || self.accepted.contains_key(&who);
				let done = self.terms == terms && self.accepted.get(&who) != Some(&terms) && rich;
				if done {
					self.accepted.insert(who, terms);
				}
				done
			},
			Step::Withdraw(who) => {
				self.twin_of(who).is_none() && self.accepted.remove(&who).is_some()
			},
			Step::Create(who) => {
				let accepted = self.accepted.get(&who) == Some(&self.terms);
				let done = accepted && self.twin_of(who).is_none();
				if done {
					self.twins.push(Some(who));
				}
				done
			},
			Step::Update(who) => self.twin_of(who).is_some(),
			Step::SetTerms(terms) => {
				self.terms = terms;
				true
			},
			Step::Ensure(who) => {
				if self.twin_of(who).is_none() {
					self.twins.push(Some(who));
				}
				true
			},
			Step::Bind(twin) => {
				let done = self.account_of(twin).is_some();
				if done {
					*self.uses.entry(twin).or_default() += 1;
				}
				done
			},
			Step::Unbind(twin) => match self.uses.get_mut(&twin) {
				Some(uses) if *uses > 0 => {
					*uses -= 1;
					true
				},
				_ => false,
			},
			Step::Offer(who, to) => match self.twin_of(who) {
				Some(twin) if self.twin_of(to).is_none() => {
					self.offers.insert(twin, to);
					true
				},
				_ => false,
			},
			Step::WithdrawOffer(who) => {
				self.twin_of(who).is_some_and(|twin| self.offers.remove(&twin).is_some())
			},
			Step::TakeOver(who, twin) => {
				let accepted = self.accepted.get(&who) == Some(&self.terms);
				let invited = self.offers.get(&twin) == Some(&who) && self.twin_of(who).is_none();
				let done = accepted && invited;
				if done {
					let from = self.account_of(twin).expect("offers are of twins");
					if self.accepted.remove(&from).is_some() {
						*self.gained.entry(from).or_default() -= DEPOSIT as i128;
						*self.gained.entry(who).or_default() += DEPOSIT as i128;
					}
					self.twins[twin as usize - 1] = Some(who);
					self.offers.remove(&twin);
				}
				done
			},
			Step::Delete(who) => match self.twin_of(who) {
				Some(twin) if self.uses.get(&twin).copied().unwrap_or_default() == 0 => {
					self.twins[twin as usize - 1] = None;
					self.offers.remove(&twin);
					self.accepted.remove(&who);
					true
				},
				_ => false,
			},
		}
	}

	fn twin_of(&self, who: u64) -> Option<u32> {
		let place = self.twins.iter().position(|owner| *owner == Some(who))?;
		Some(place as u32 + 1)
	}

	fn account_of(&self, twin: u32) -> Option<u64> {
		self.twins.get(twin as usize - 1).copied().flatten()
	}

	fn check(&self) {
		for who in 1..=4u64 {
			let due = if self.accepted.contains_key(&who) { DEPOSIT } else { 0 };
			assert_eq!(held(who), due);
			assert_eq!(Twins::of(&who), self.twin_of(who).map(TwinId));
			let endowed = if who <= 2 { ENDOWMENT } else { 0 };
			let gained = self.gained.get(&who).copied().unwrap_or_default();
			assert_eq!(Balances::total_balance(&who) as i128, endowed as i128 + gained);
		}
		for twin in 1..=4u32 {
			assert_eq!(Twins::account(TwinId(twin)), self.account_of(twin));
			let offered = crate::Twins::<Test>::get(TwinId(twin)).and_then(|twin| twin.offered_to);
			assert_eq!(offered, self.offers.get(&twin).copied());
			let uses = self.uses.get(&twin).copied().unwrap_or_default();
			assert_eq!(crate::Uses::<Test>::get(TwinId(twin)).unwrap_or_default(), uses);
		}
		assert_eq!(Balances::total_issuance(), 2_000_000);
	}
}

fn hash(terms: u8) -> H256 {
	H256::repeat_byte(terms)
}

/// Does `step` on the chain; whether it succeeded.
fn run(step: &Step) -> bool {
	match *step {
		Step::Accept(who, terms) => Twins::accept_terms(signed(who), hash(terms)).is_ok(),
		Step::Withdraw(who) => Twins::withdraw_acceptance(signed(who)).is_ok(),
		Step::Create(who) => Twins::create_twin(signed(who), relay("a.example"), None).is_ok(),
		Step::Update(who) => Twins::update_twin(signed(who), None, key(&[9])).is_ok(),
		Step::SetTerms(terms) => Twins::set_terms(RuntimeOrigin::root(), hash(terms)).is_ok(),
		Step::Ensure(who) => Twins::ensure(&who).is_ok(),
		Step::Bind(twin) => Twins::bind(TwinId(twin)).is_ok(),
		Step::Unbind(twin) => {
			// To unbind what was never bound is a bug of the caller, which stops a test.
			let bound = crate::Uses::<Test>::contains_key(TwinId(twin));
			if bound {
				Twins::unbind(TwinId(twin));
			}
			bound
		},
		Step::Offer(who, to) => Twins::offer_twin(signed(who), to).is_ok(),
		Step::WithdrawOffer(who) => Twins::withdraw_offer(signed(who)).is_ok(),
		Step::TakeOver(who, twin) => Twins::accept_twin(signed(who), TwinId(twin)).is_ok(),
		Step::Delete(who) => Twins::delete_twin(signed(who)).is_ok(),
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	#[test]
	fn deposits_twins_and_uses_are_what_the_model_says(
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
