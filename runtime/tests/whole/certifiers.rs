//! Whom the region trusts to check farms and computers.

use crate::common::*;
use frame_support::instances::Instance1;
use gridchain_primitives::{FarmId, NodeId};
use gridchain_runtime::{AccountId, Certifiers, Runtime, RuntimeCall};
use sp_core::sr25519;
use sp_runtime::DispatchError;

fn name_certifier(who: &sr25519::Pair) -> RuntimeCall {
	let who = account(who).into();
	pallet_membership::Call::<Runtime, Instance1>::add_member { who }.into()
}

fn dismiss_certifier(who: &sr25519::Pair) -> RuntimeCall {
	let who = account(who).into();
	pallet_membership::Call::<Runtime, Instance1>::remove_member { who }.into()
}

fn certify() -> RuntimeCall {
	pallet_nodes::Call::certify_node { node: NodeId(1), certificate: Some(HARDWARE) }.into()
}

fn is_certified() -> bool {
	let ledger = pallet_nodes::Ledger::<Runtime>::get(NodeId(1)).unwrap();
	ledger.certification.standing.is_some()
}

fn is_approved(farm: FarmId) -> bool {
	pallet_farms::Farms::<Runtime>::get(farm).unwrap().approved
}

#[test]
fn account_that_the_region_names_certifies_until_it_is_dismissed() {
	on_chain(|chain| {
		chain.region(["one"]);
		let refused = Err(DispatchError::BadOrigin);
		assert_eq!(chain.call(&dave(), certify()), refused);

		chain.call(&alice(), as_root(name_certifier(&dave()))).unwrap();
		assert_eq!(chain.call(&dave(), certify()), Ok(()));
		assert!(is_certified());
		chain.call(&charlie(), create_farm("home")).unwrap();
		assert_eq!(chain.call(&dave(), approve(FarmId(2))), Ok(()));
		assert!(is_approved(FarmId(2)));

		// What it has said stands when it goes, and it says no more.
		chain.call(&alice(), as_root(dismiss_certifier(&dave()))).unwrap();
		assert!(is_certified() && is_approved(FarmId(2)));
		let withdraw = pallet_nodes::Call::certify_node { node: NodeId(1), certificate: None };
		assert_eq!(chain.call(&dave(), withdraw), refused);
		assert!(is_certified());
	})
}

#[test]
fn region_alone_names_certifiers() {
	on_chain(|chain| {
		let members = || Certifiers::members().to_vec();
		let at_genesis: Vec<AccountId> = vec![account(&alice())];
		assert_eq!(members(), at_genesis);
		// Not even one of them.
		for who in [alice(), bob()] {
			assert_eq!(chain.call(&who, name_certifier(&dave())), Err(DispatchError::BadOrigin));
		}
		assert_eq!(members(), at_genesis);
	})
}
