//! What once went wrong, each in as few steps as it takes.

use crate::{
	steps::{
		Manner::{self, *},
		Step::{self, *},
	},
	take,
};

fn goes_well(steps: &[Step]) {
	take(steps, &mut 0);
}

/// The account of a node's twin has no money, and can't hold the deposits of a farm: the farm stays with its owner.
#[test]
fn a_farm_does_not_go_to_who_can_hold_nothing() {
	let _: Manner = Honest;
	goes_well(&[
		OfferFarm { farm: 0, twin: 8, stranger: None },
		AcceptFarm { farm: 0, stranger: None },
		Pass(2),
	]);
}
