//! The preset `local_testnet`: three validators, all else as in `development`.
//!
//! In the order of their accounts the validators are Bob, Charlie and Alice.

use crate::common::{
	sanity,
	validators::{sealing_key, session_keys, voting_key},
	*,
};
use gridchain_primitives::BillKind;
use gridchain_runtime::{Babe, Grandpa, Runtime, RuntimeCall, Session, TFT};
use sp_core::Pair;
use sp_genesis_builder::LOCAL_TESTNET_RUNTIME_PRESET;
use sp_runtime::DispatchError;

const VALIDATORS: [&str; 3] = ["Bob", "Charlie", "Alice"];

fn on_local_testnet<R>(test: impl FnOnce(&mut Chain) -> R) -> R {
	node_at(genesis_of(LOCAL_TESTNET_RUNTIME_PRESET)).execute_with(|| test(&mut Chain::new()))
}

#[test]
fn three_validators_begin_each_with_session_keys_of_its_own() {
	on_local_testnet(|_| {
		let accounts = VALIDATORS.map(|name| account(&key(name)));
		assert_eq!(Session::validators(), accounts);
		assert_eq!(pallet_validators::Validators::<Runtime>::get().to_vec(), accounts);
		for (name, account) in VALIDATORS.iter().zip(accounts) {
			let keys = pallet_session::NextKeys::<Runtime>::get(account);
			assert_eq!(keys, Some(session_keys(name)));
		}
		assert_eq!(pallet_session::NextKeys::<Runtime>::iter_keys().count(), 3);
	})
}

#[test]
fn authorities_of_babe_and_grandpa_come_from_the_session() {
	let genesis = genesis_of(LOCAL_TESTNET_RUNTIME_PRESET);
	for engine in ["babe", "grandpa"] {
		assert_eq!(genesis[engine]["authorities"], serde_json::json!([]), "{engine}");
	}
	on_local_testnet(|_| {
		let sealing = VALIDATORS.map(|name| (sealing_key(name).public(), 1));
		assert_eq!(Babe::authorities().to_vec(), sealing);
		let voting = VALIDATORS.map(|name| (voting_key(name).public(), 1));
		assert_eq!(Grandpa::grandpa_authorities(), voting);
	})
}

#[test]
fn all_that_is_always_true_is_true_before_the_first_block() {
	on_local_testnet(|_| sanity::pallets())
}

#[test]
fn validators_keep_their_places_over_sessions() {
	on_local_testnet(|chain| {
		for place in (0..3).cycle().take(35) {
			chain.written_by(place);
			chain.block();
		}
		// Blocks 11, 21 and 31 each begin a session.
		assert_eq!(Session::current_index(), 3);
		assert_eq!(Session::validators(), VALIDATORS.map(|name| account(&key(name))));
		assert_eq!(Grandpa::current_set_id(), 0);
	})
}

#[test]
fn tip_goes_to_the_validator_that_wrote_the_block() {
	on_local_testnet(|chain| {
		for (place, name) in VALIDATORS.iter().enumerate() {
			let author = account(&key(name));
			let before = total(&author);
			chain.written_by(place as u32);
			let payment = transfer(&account(&key("Eve")), TFT);
			chain.order(Order::new(&dave(), move |_| payment.clone()).with_tip(3 * TFT));
			chain.settle_pool()[0].unwrap().unwrap();
			assert_eq!(total(&author) - before, 3 * TFT, "{name}");
		}
	})
}

#[test]
fn workload_is_billed_as_in_the_development_preset() {
	on_local_testnet(|chain| {
		let machines = chain.region(["one"]);
		// Confirmed at 18 s, when the node has attested 12 s.
		let contract = chain.deployed(&machines[0], WORKLOAD);
		chain.report_to(&machines, after(138));
		let bills = chain.history.bills(contract);
		let told: Vec<_> =
			bills.iter().map(|bill| (bill.kind, bill.seconds.0, bill.charged)).collect();
		// 2,619.949494.. units a second: 54 s are 141,477.27, 60 s 157,196.97.
		assert_eq!(told, [(BillKind::Window, 54, 141_478), (BillKind::Window, 60, 157_197)]);
	})
}

#[test]
fn validator_does_not_purge_its_keys() {
	on_local_testnet(|chain| {
		let filtered: DispatchError = frame_system::Error::<Runtime>::CallFiltered.into();
		assert_eq!(chain.call(&bob(), pallet_session::Call::purge_keys {}), Err(filtered));
		assert!(pallet_session::NextKeys::<Runtime>::contains_key(account(&bob())));
	})
}

#[test]
fn no_validator_alone_changes_the_set() {
	// Who adds a call that changes the set sees here that one account must not be enough for it.
	let calls = walk::one_of_each_call().into_keys();
	let calls: Vec<_> = calls.filter(|(pallet, _)| *pallet == "Validators").collect();
	assert_eq!(calls, [("Validators", "withdraw_keys")]);
	on_local_testnet(|chain| {
		let before = pallet_validators::Validators::<Runtime>::get();
		let key = pallet_validators::Validators::<Runtime>::hashed_key().to_vec();
		let forget: RuntimeCall = frame_system::Call::kill_storage { keys: vec![key] }.into();
		let withdraw: RuntimeCall = pallet_validators::Call::withdraw_keys {}.into();
		let not_root: DispatchError = pallet_sudo::Error::<Runtime>::RequireSudo.into();
		let in_set: DispatchError = pallet_validators::Error::<Runtime>::InSet.into();
		for validator in [bob(), charlie()] {
			let refused = chain.call(&validator, forget.clone());
			assert_eq!(refused, Err(DispatchError::BadOrigin));
			assert_eq!(chain.call(&validator, as_root(forget.clone())), Err(not_root));
			assert_eq!(chain.call(&validator, withdraw.clone()), Err(in_set));
		}
		assert_eq!(pallet_validators::Validators::<Runtime>::get(), before);
	})
}
