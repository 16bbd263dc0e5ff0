//! Whatever accounts do, in whatever order: money and identities stay what a naive model says.

use super::*;
use crate::mock::*;
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
}

fn step() -> impl Strategy<Value = Step> {
	let who = || 1..=4u64;
	let terms = || 1..=2u8;
	prop_oneof![
		(who(), terms()).prop_map(|(who, terms)| Step::Accept(who, terms)),
		who().prop_map(Step::Withdraw),
		who().prop_map(Step::Create),
		who().prop_map(Step::Update),
		terms().prop_map(Step::SetTerms),
		who().prop_map(Step::Ensure),
		(1..=4u32).prop_map(Step::Bind),
		(1..=4u32).prop_map(Step::Unbind),
	]
}

/// What should be so, kept in the simplest way.
#[derive(Default)]
struct Model {
	terms: u8,
	/// Accepted and paid, with or without a twin.
	accepted: BTreeMap<u64, u8>,
	/// The accounts with a twin, in order of creation.
	twins: Vec<u64>,
	uses: BTreeMap<u32, u32>,
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
				!self.twins.contains(&who) && self.accepted.remove(&who).is_some()
			},
			Step::Create(who) => {
				let accepted = self.accepted.get(&who) == Some(&self.terms);
				let done = accepted && !self.twins.contains(&who);
				if done {
					self.twins.push(who);
				}
				done
			},
			Step::Update(who) => self.twins.contains(&who),
			Step::SetTerms(terms) => {
				self.terms = terms;
				true
			},
			Step::Ensure(who) => {
				if !self.twins.contains(&who) {
					self.twins.push(who);
				}
				true
			},
			Step::Bind(twin) => {
				let done = twin as usize <= self.twins.len();
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
		}
	}

	fn check(&self) {
		for who in 1..=4u64 {
			let due = if self.accepted.contains_key(&who) { DEPOSIT } else { 0 };
			assert_eq!(held(who), due);
			let twin = self.twins.iter().position(|owner| *owner == who);
			assert_eq!(Twins::of(&who), twin.map(|place| TwinId(place as u32 + 1)));
		}
		for twin in 1..=4u32 {
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
	}
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(64))]

	#[test]
	fn deposits_twins_and_uses_are_what_the_model_says(
		steps in prop::collection::vec(step(), 1..40),
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
