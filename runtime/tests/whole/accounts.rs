//! What companies need of accounts: several signatures, deputies with limits, and a name.

use crate::common::*;
use codec::Encode;
use frame_support::weights::Weight;
use gridchain_primitives::{ContractId, FarmId, NodeId};
use gridchain_runtime::{
	configs::accounts::ProxyType, AccountId, Multisig, Runtime, RuntimeCall, RuntimeEvent, TFT,
};
use pallet_identity::{legacy::IdentityInfo, Data};
use sp_core::sr25519;
use sp_runtime::{DispatchError, DispatchResult};

/// `call` as a deputy makes it in the name of `real`.
fn in_the_name_of(real: &sr25519::Pair, call: impl Into<RuntimeCall>) -> RuntimeCall {
	pallet_proxy::Call::proxy {
		real: account(real).into(),
		force_proxy_type: None,
		call: Box::new(call.into()),
	}
	.into()
}

fn add_proxy(delegate: &sr25519::Pair, proxy_type: ProxyType) -> RuntimeCall {
	let delegate = account(delegate).into();
	pallet_proxy::Call::add_proxy { delegate, proxy_type, delay: 0 }.into()
}

fn batch(calls: Vec<RuntimeCall>) -> RuntimeCall {
	pallet_utility::Call::batch { calls }.into()
}

/// Says who somebody is.
fn identity(display: &str) -> RuntimeCall {
	let info = IdentityInfo {
		additional: Default::default(),
		display: Data::Raw(display.as_bytes().to_vec().try_into().unwrap()),
		legal: Data::None,
		web: Data::None,
		riot: Data::None,
		email: Data::None,
		pgp_fingerprint: None,
		image: Data::None,
		twitter: Data::None,
	};
	pallet_identity::Call::set_identity { info: Box::new(info) }.into()
}

fn filtered() -> DispatchError {
	frame_system::Error::<Runtime>::CallFiltered.into()
}

/// Has `deputy` make `call` in the name of `real`, and tells what became of it.
fn deputise(
	chain: &mut Chain,
	deputy: &sr25519::Pair,
	real: &sr25519::Pair,
	call: impl Into<RuntimeCall>,
) -> DispatchResult {
	chain.call(deputy, in_the_name_of(real, call)).unwrap();
	let told = chain.history.last_block().iter().find_map(|moment| match &moment.event {
		RuntimeEvent::Proxy(pallet_proxy::Event::ProxyExecuted { result }) => Some(*result),
		_ => None,
	});
	told.unwrap()
}

/// A region in which Dave is a deputy of `real`'s.
fn with_deputy(chain: &mut Chain, real: &sr25519::Pair, kind: ProxyType) -> Machine {
	let [machine] = chain.region(["one"]);
	chain.call(real, add_proxy(&dave(), kind)).unwrap();
	machine
}

mod deputies_for_contracts {
	use super::*;

	#[test]
	fn deploys_and_cancels_in_the_name_of_the_company() {
		on_chain(|chain| {
			let machine = with_deputy(chain, &charlie(), ProxyType::Contracts);
			chain.report(&[machine], 1);
			let contract = ContractId(1);
			let deployed = deputise(chain, &dave(), &charlie(), deploy(NodeId(1), WORKLOAD));
			assert_eq!(deployed, Ok(()));
			let found = pallet_deployments::Contracts::<Runtime>::get(contract).unwrap();
			let twin = pallet_twins::TwinOf::<Runtime>::get(account(&charlie())).unwrap();
			assert_eq!(found.owner, twin);
			assert_eq!(deputise(chain, &dave(), &charlie(), cancel(contract)), Ok(()));
			assert!(!pallet_deployments::Contracts::<Runtime>::contains_key(contract));
		})
	}

	#[test]
	fn moves_no_money_out_by_whatever_wrapping() {
		on_chain(|chain| {
			with_deputy(chain, &charlie(), ProxyType::Contracts);
			let before = total(&account(&charlie()));
			let theft = || transfer(&account(&dave()), TFT);
			let box_of = |call: RuntimeCall| Box::new(call);
			let resumed = || resume(ContractId(1));
			let attempts: Vec<RuntimeCall> = vec![
				theft(),
				batch(vec![theft()]),
				batch(vec![resumed(), theft()]),
				pallet_utility::Call::batch_all { calls: vec![resumed(), theft()] }.into(),
				pallet_utility::Call::force_batch { calls: vec![resumed(), theft()] }.into(),
				batch(vec![batch(vec![theft()])]),
				pallet_utility::Call::as_derivative { index: 0, call: box_of(theft()) }.into(),
				pallet_utility::Call::if_else {
					main: box_of(resumed()),
					fallback: box_of(theft()),
				}
				.into(),
				in_the_name_of(&charlie(), theft()),
				pallet_multisig::Call::as_multi_threshold_1 {
					other_signatories: vec![account(&bob())],
					call: box_of(theft()),
				}
				.into(),
				add_proxy(&dave(), ProxyType::Any),
				pallet_proxy::Call::remove_proxies {}.into(),
			];
			for call in attempts {
				let refused = deputise(chain, &dave(), &charlie(), call.clone());
				assert_eq!(refused, Err(filtered()), "{call:?}");
			}
			assert_eq!(total(&account(&charlie())), before);
		})
	}

	#[test]
	fn batch_of_what_is_allowed_passes_whole() {
		on_chain(|chain| {
			let machine = with_deputy(chain, &charlie(), ProxyType::Contracts);
			chain.report(&[machine], 1);
			let calls = vec![deploy(NodeId(1), WORKLOAD), deploy(NodeId(1), WORKLOAD)];
			assert_eq!(deputise(chain, &dave(), &charlie(), batch(calls)), Ok(()));
			assert_eq!(pallet_deployments::Contracts::<Runtime>::iter_keys().count(), 2);
		})
	}

	#[test]
	fn batch_with_one_foreign_call_does_nothing_at_all() {
		on_chain(|chain| {
			let machine = with_deputy(chain, &charlie(), ProxyType::Contracts);
			chain.report(&[machine], 1);
			let theft = transfer(&account(&dave()), TFT);
			let calls = vec![deploy(NodeId(1), WORKLOAD), theft];
			assert_eq!(deputise(chain, &dave(), &charlie(), batch(calls)), Err(filtered()));
			assert_eq!(pallet_deployments::Contracts::<Runtime>::iter_keys().count(), 0);
		})
	}
}

mod deputies_for_farms {
	use super::*;

	#[test]
	fn authorises_nodes_but_says_not_where_the_farm_is_paid() {
		on_chain(|chain| {
			with_deputy(chain, &bob(), ProxyType::Farm);
			let farm = FarmId(1);
			let node = account(&key("two"));
			assert_eq!(deputise(chain, &dave(), &bob(), authorise(farm, node.clone())), Ok(()));
			assert!(pallet_farms::Authorisations::<Runtime>::contains_key(&node, farm));
			let redirect: RuntimeCall =
				pallet_farms::Call::set_payout_account { farm, account: Some(account(&dave())) }
					.into();
			for call in [redirect.clone(), batch(vec![redirect])] {
				assert_eq!(deputise(chain, &dave(), &bob(), call), Err(filtered()));
			}
			assert_eq!(pallet_farms::Farms::<Runtime>::get(farm).unwrap().payout, None);
			let revoke = pallet_farms::Call::revoke_node { farm, account: node.clone() };
			assert_eq!(deputise(chain, &dave(), &bob(), revoke), Ok(()));
			assert!(!pallet_farms::Authorisations::<Runtime>::contains_key(&node, farm));
		})
	}

	#[test]
	fn deploys_nothing_and_transfers_nothing() {
		on_chain(|chain| {
			with_deputy(chain, &bob(), ProxyType::Farm);
			for call in [deploy(NodeId(1), WORKLOAD), transfer(&account(&dave()), TFT)] {
				assert_eq!(deputise(chain, &dave(), &bob(), call), Err(filtered()));
			}
		})
	}
}

#[test]
fn every_call_is_either_listed_or_refused() {
	// Who adds a call sees here which deputies can make it.
	use frame_support::traits::InstanceFilter;
	on_chain(|_| {
		let listed = |kind: ProxyType| {
			let calls = crate::common::walk::one_of_each_call().into_iter();
			let listed = calls.filter(|(_, call)| kind.filter(call)).map(|(name, _)| name);
			// Made of zeros a batch is empty, and harmless.
			listed.filter(|(pallet, _)| *pallet != "Utility").collect::<Vec<_>>()
		};
		assert_eq!(
			listed(ProxyType::Contracts),
			[
				("Billing", "resume"),
				("Deployments", "attach_provider"),
				("Deployments", "bill_service"),
				("Deployments", "cancel"),
				("Deployments", "cancel_service"),
				("Deployments", "deploy"),
				("Deployments", "offer_service"),
				("Deployments", "rent_node"),
				("Deployments", "reserve_name"),
				("Deployments", "set_service_terms"),
				("Deployments", "update_deployment"),
			]
		);
		assert_eq!(
			listed(ProxyType::Farm),
			[
				("Farms", "add_public_ip"),
				("Farms", "authorise_node"),
				("Farms", "create_farm"),
				("Farms", "remove_public_ip"),
				("Farms", "rename_farm"),
				("Farms", "revoke_node"),
				("Nodes", "cancel_retirement"),
				("Nodes", "retire_node"),
				("Nodes", "set_extra_fee"),
				("Nodes", "set_maintenance"),
				("Nodes", "set_tenancy"),
			]
		);
		assert!(listed(ProxyType::Governance).is_empty());
		let own = [
			("Billing", "stake_discount"),
			("Billing", "withdraw_stake"),
			("Deployments", "bill_service"),
			("Deployments", "cancel"),
			("Deployments", "cancel_service"),
			("Deployments", "offer_service"),
			("Deployments", "set_service_terms"),
			("Identity", "clear_identity"),
			("Identity", "remove_sub"),
			("Identity", "rename_sub"),
			("Identity", "set_identity"),
			("Twins", "accept_terms"),
			("Twins", "create_twin"),
			("Twins", "update_twin"),
		];
		let mut without_payment = listed(ProxyType::Farm);
		without_payment.extend(own);
		without_payment.sort();
		let mut all = listed(ProxyType::NonTransfer);
		all.sort();
		assert_eq!(all, without_payment);
	})
}

mod deputies_for_all_but_money {
	use super::*;

	#[test]
	fn makes_farms_stakes_and_names_and_takes_no_money_off_the_account() {
		on_chain(|chain| {
			with_deputy(chain, &charlie(), ProxyType::NonTransfer);
			let before = total(&account(&charlie()));
			let stake: RuntimeCall = pallet_billing::Call::stake_discount { amount: TFT }.into();
			let name = identity("Charlie & Sons");
			for call in [create_farm("home"), stake, name] {
				assert_eq!(deputise(chain, &dave(), &charlie(), call), Ok(()));
			}
			// Some of it is held now. All of it is the account's; the deputy paid the fees of what it signed.
			assert_eq!(total(&account(&charlie())), before);
		})
	}

	#[test]
	fn ends_a_contract_but_makes_none_and_no_dearer_one() {
		on_chain(|chain| {
			let machine = with_deputy(chain, &charlie(), ProxyType::NonTransfer);
			chain.report(std::slice::from_ref(&machine), 1);
			let resources = WORKLOAD;
			let contract = chain.deployed(&machine, resources);
			let update = pallet_deployments::Call::update_deployment {
				contract,
				spec_hash: None,
				spec: None,
				resources: Some(resources),
				public_ips: None,
				traffic_limit: None,
			};
			let name = "charlie".to_owned().into_bytes().try_into().unwrap();
			let stake = pallet_billing::Call::stake_discount { amount: TFT };
			assert_eq!(deputise(chain, &dave(), &charlie(), stake), Ok(()));
			// Whoever rents pays the farmer's extra fee, which is whatever the farmer likes. Without its stake the
			// account would pay the list price.
			are_refused(
				chain,
				vec![
					deploy(NodeId(1), resources),
					update.into(),
					pallet_deployments::Call::rent_node { node: NodeId(1), provider: None }.into(),
					pallet_deployments::Call::reserve_name { name }.into(),
					pallet_billing::Call::unstake_discount { amount: TFT }.into(),
					resume(contract),
				],
			);
			assert_eq!(deputise(chain, &dave(), &charlie(), cancel(contract)), Ok(()));
			assert!(!pallet_deployments::Contracts::<Runtime>::contains_key(contract));
		})
	}

	#[test]
	fn pays_nobody() {
		on_chain(|chain| {
			with_deputy(chain, &charlie(), ProxyType::NonTransfer);
			let payout = Some(account(&dave()));
			are_refused(
				chain,
				vec![
					transfer(&account(&dave()), TFT),
					pallet_farms::Call::set_payout_account { farm: FarmId(2), account: payout }
						.into(),
					pallet_twins::Call::offer_twin { to: account(&dave()) }.into(),
					pallet_identity::Call::request_judgement { reg_index: 0, max_fee: TFT }.into(),
					add_proxy(&dave(), ProxyType::Any),
				],
			);
		})
	}

	#[test]
	fn puts_no_account_under_the_identity_that_would_leave_with_its_deposit() {
		on_chain(|chain| {
			with_deputy(chain, &charlie(), ProxyType::NonTransfer);
			let name = identity("Charlie & Sons");
			assert_eq!(deputise(chain, &dave(), &charlie(), name), Ok(()));
			let (own, data) = (account(&dave()), Data::Raw(b"till".to_vec().try_into().unwrap()));
			are_refused(
				chain,
				vec![
					pallet_identity::Call::add_sub { sub: own.clone().into(), data: data.clone() }
						.into(),
					pallet_identity::Call::set_subs { subs: vec![(own, data)] }.into(),
				],
			);
		})
	}

	/// Dave may make none of these calls in Charlie's name, and each leaves Charlie's account as it was.
	fn are_refused(chain: &mut Chain, calls: Vec<RuntimeCall>) {
		let before = total(&account(&charlie()));
		for call in calls {
			let refused = deputise(chain, &dave(), &charlie(), call.clone());
			assert_eq!(refused, Err(filtered()), "{call:?}");
		}
		assert_eq!(total(&account(&charlie())), before);
	}

	#[test]
	fn includes_the_kinds_that_pay_nothing_and_is_less_than_everything() {
		use frame_support::traits::InstanceFilter;
		let less = [ProxyType::Farm, ProxyType::Governance];
		assert!(less.iter().all(|kind| ProxyType::NonTransfer.is_superset(kind)));
		let others = [ProxyType::Any, ProxyType::Contracts];
		assert!(others.iter().all(|kind| !ProxyType::NonTransfer.is_superset(kind)));
		assert!(less.iter().all(|kind| !kind.is_superset(&ProxyType::NonTransfer)));
	}
}

#[test]
fn deputy_for_everything_transfers() {
	on_chain(|chain| {
		chain.call(&charlie(), add_proxy(&dave(), ProxyType::Any)).unwrap();
		let before = total(&account(&bob()));
		let paid = transfer(&account(&bob()), TFT);
		assert_eq!(deputise(chain, &dave(), &charlie(), paid), Ok(()));
		assert_eq!(total(&account(&bob())) - before, TFT);
		// But no deputy can break a promise of the chain.
		let burn = pallet_balances::Call::burn { value: TFT, keep_alive: true };
		assert_eq!(deputise(chain, &dave(), &charlie(), burn), Err(filtered()));
	})
}

#[test]
fn deputy_costs_a_deposit_that_comes_back() {
	on_chain(|chain| {
		let who = account(&charlie());
		chain.call(&charlie(), add_proxy(&dave(), ProxyType::Contracts)).unwrap();
		// An item, 48 bytes of the list and 37 of the deputy: 0.1 + 85 x 0.001 = 0.185 TFT.
		assert_eq!(held(&who), 1_850_000);
		chain.call(&charlie(), pallet_proxy::Call::remove_proxies {}).unwrap();
		assert_eq!(held(&who), 0);
	})
}

/// What a call that several sign may weigh: 10 ms.
const MOST: Weight = Weight::from_parts(10_000_000_000, 1_000_000);

/// The account of which each two of `people` can dispose.
fn company(people: &[sr25519::Pair; 3]) -> AccountId {
	Multisig::multi_account_id(&sorted(people), 2)
}

fn sorted(people: &[sr25519::Pair]) -> Vec<AccountId> {
	let mut accounts: Vec<_> = people.iter().map(account).collect();
	accounts.sort();
	accounts
}

#[test]
fn two_of_three_deploy() {
	on_chain(|chain| {
		let [machine] = chain.region(["one"]);
		let people = [bob(), charlie(), dave()];
		let company = company(&people);
		chain.call(&alice(), transfer(&company, 100 * TFT)).unwrap();
		let [accept, create] = twin_calls();
		for call in [accept, create, deploy(NodeId(1), WORKLOAD)] {
			chain.report(std::slice::from_ref(&machine), 1);
			two_sign(chain, [&bob(), &dave()], &people, call);
		}
		let twin = pallet_twins::TwinOf::<Runtime>::get(&company).unwrap();
		let contract = pallet_deployments::Contracts::<Runtime>::get(ContractId(1)).unwrap();
		assert_eq!(contract.owner, twin);
		// What waited for signatures held a deposit of who came first.
		assert_eq!(pallet_multisig::Multisigs::<Runtime>::iter().count(), 0);
	})
}

/// Has both of `signers` sign `call` of the company of `people`, one after the other.
fn two_sign(
	chain: &mut Chain,
	signers: [&sr25519::Pair; 2],
	people: &[sr25519::Pair; 3],
	call: RuntimeCall,
) {
	let company = company(people);
	for signer in signers {
		let hash = sp_io::hashing::blake2_256(&call.encode());
		let waiting = pallet_multisig::Multisigs::<Runtime>::get(&company, hash);
		let mut other_signatories = sorted(people);
		other_signatories.retain(|other| *other != account(signer));
		let signed = pallet_multisig::Call::as_multi {
			threshold: 2,
			other_signatories,
			maybe_timepoint: waiting.map(|waiting| waiting.when),
			call: Box::new(call.clone()),
			max_weight: MOST,
		};
		chain.call(signer, signed).unwrap();
	}
	let executed = chain.history.last_block().iter().find_map(|moment| match &moment.event {
		RuntimeEvent::Multisig(pallet_multisig::Event::MultisigExecuted { result, .. }) => {
			Some(*result)
		},
		_ => None,
	});
	assert_eq!(executed, Some(Ok(())));
}

#[test]
fn one_of_three_does_nothing() {
	on_chain(|chain| {
		let people = [bob(), charlie(), dave()];
		let company = company(&people);
		chain.call(&alice(), transfer(&company, 100 * TFT)).unwrap();
		let before = total(&company);
		let mut other_signatories = sorted(&people);
		other_signatories.retain(|other| *other != account(&bob()));
		let alone = pallet_multisig::Call::as_multi {
			threshold: 2,
			other_signatories,
			maybe_timepoint: None,
			call: Box::new(transfer(&account(&bob()), TFT)),
			max_weight: MOST,
		};
		chain.call(&bob(), alone).unwrap();
		assert_eq!(total(&company), before);
		// An item, 124 bytes and two signatures of 32: 0.1 + 188 x 0.001 = 0.288 TFT.
		assert_eq!(held(&account(&bob())), 2_880_000);
	})
}

#[test]
fn identity_returns_its_deposit_when_it_is_cleared() {
	on_chain(|chain| {
		let who = account(&charlie());
		let name = |text: &str| Data::Raw(text.as_bytes().to_vec().try_into().unwrap());
		let info = IdentityInfo {
			additional: Default::default(),
			display: name("Charlie"),
			legal: name("Charlie's Computers BV"),
			web: Data::None,
			riot: Data::None,
			email: Data::None,
			pgp_fingerprint: None,
			image: Data::None,
			twitter: Data::None,
		};
		let set = pallet_identity::Call::set_identity { info: Box::new(info) };
		chain.call(&charlie(), set).unwrap();
		// An item of 48 bytes; what it says: no list (1), 1 + 7 and 1 + 22 letters, six times nothing: 38 bytes.
		// 0.1 + 86 x 0.001 = 0.186 TFT.
		assert_eq!(held(&who), 1_860_000);
		chain.call(&charlie(), pallet_identity::Call::clear_identity {}).unwrap();
		assert_eq!(held(&who), 0);
	})
}
