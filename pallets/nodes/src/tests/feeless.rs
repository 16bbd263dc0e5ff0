//! Feeless calls: let in, or refused before anything runs.

use crate::{mock::*, types::*, weights::WeightInfo, CheckNodeCall, Error};
use codec::{Decode, Encode};
use frame_support::{
	dispatch::{CheckIfFeeless, GetDispatchInfo, PostDispatchInfo},
	pallet_prelude::{TransactionSource, Weight},
};
use frame_system::CheckEra;
use gridchain_primitives::{
	CheckFeeless, FarmId, FeelessTag, NodeId, Refusal, Resources, Seconds, Tenancy,
};
use scale_info::TypeInfo;
use sp_core::H256;
use sp_runtime::{
	generic::Era,
	traits::{DispatchTransaction, TransactionExtension},
	transaction_validity::{InvalidTransaction, TransactionValidityError, ValidTransaction},
	DispatchError,
};

/// An era of 64 blocks that began with the block before this one, whose hash is known.
fn mortal() -> Era {
	let born = System::block_number() - 1;
	frame_system::BlockHash::<Test>::insert(born, H256::repeat_byte(1));
	Era::mortal(64, born)
}

/// What the pool would be told.
fn pool(
	origin: RuntimeOrigin,
	call: &RuntimeCall,
	era: Era,
) -> Result<ValidTransaction, TransactionValidityError> {
	frame_system::BlockHash::<Test>::insert(0, H256::repeat_byte(2));
	let extensions: Extensions = (CheckNodeCall::from(era),);
	let info = call.get_dispatch_info();
	extensions
		.validate_only(origin, call, &info, 0, TransactionSource::External, 0)
		.map(|(valid, ..)| valid)
}

/// What the pool answers to a mortal transaction of `who`.
fn enters(who: AccountId, call: &RuntimeCall) -> Result<ValidTransaction, u8> {
	pool(RuntimeOrigin::signed(who), call, mortal()).map_err(|refused| match refused {
		TransactionValidityError::Invalid(InvalidTransaction::Custom(code)) => code,
		other => panic!("{other:?}"),
	})
}

/// Runs a mortal transaction of `who` in a block.
fn in_block(
	who: AccountId,
	call: RuntimeCall,
) -> Result<Result<PostDispatchInfo, DispatchError>, TransactionValidityError> {
	let extensions: Extensions = (CheckNodeCall::from(mortal()),);
	let info = call.get_dispatch_info();
	extensions
		.dispatch_transaction(RuntimeOrigin::signed(who), call, &info, 0, 0)
		.map(|ran| ran.map_err(|failed| failed.error))
}

fn report_call(node: NodeId) -> RuntimeCall {
	let uptime = Seconds(1_300);
	RuntimeCall::Nodes(crate::Call::report { node, uptime, traffic: Default::default() })
}

fn config_call(node: NodeId, config: Option<PublicConfigText>) -> RuntimeCall {
	RuntimeCall::Nodes(crate::Call::set_public_config { node, config })
}

fn good_config() -> PublicConfigText {
	let ipv4 = NetworkText { cidr: text("185.206.122.31/24"), gateway: text("185.206.122.1") };
	PublicConfigText { ipv4: Some(ipv4), ipv6: None, domain: None }
}

fn paid_call() -> RuntimeCall {
	RuntimeCall::System(frame_system::Call::remark { remark: vec![1] })
}

#[test]
fn report_enters_the_pool_before_paid_transfers_and_waits_at_most_50_blocks() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		pass(300);
		let valid = enters(ALICE, &report_call(node)).unwrap();
		assert_eq!(valid.priority, u64::MAX / 2);
		assert_eq!(valid.longevity, 50);
		let stamp = gridchain_primitives::Time(1_700_000_000);
		let tag = (&b"gridchain-feeless"[..], FeelessTag::Node(node, stamp)).encode();
		assert_eq!(valid.provides, vec![tag]);
		assert!(valid.propagate && valid.requires.is_empty());
	});
}

#[test]
fn report_of_a_short_era_waits_no_longer_than_it() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		pass(300);
		mortal();
		let born = System::block_number() - 1;
		let origin = RuntimeOrigin::signed(ALICE);
		let valid = pool(origin, &report_call(node), Era::mortal(8, born)).unwrap();
		// 8 blocks from the one before this one: 7 are left.
		assert_eq!(valid.longevity, 7);
	});
}

#[test]
fn all_calls_of_one_node_have_one_tag_until_it_reports() {
	new_test_ext().sanity(|| {
		let (node, other) = (live(ALICE), live(BOB));
		pass(300);
		let smaller = Resources { gpus: 0, ..computer() };
		let tag = enters(ALICE, &report_call(node)).unwrap().provides;
		let update = update_call(node, smaller, details());
		assert_eq!(enters(ALICE, &update).unwrap().provides, tag);
		let config = config_call(node, Some(good_config()));
		assert_eq!(enters(ALICE, &config).unwrap().provides, tag);
		assert_ne!(enters(BOB, &report_call(other)).unwrap().provides, tag);
		report(ALICE, node, 1_300).unwrap();
		pass(300);
		assert_ne!(enters(ALICE, &report_call(node)).unwrap().provides, tag);
	});
}

#[test]
fn registrations_have_a_tag_for_each_account() {
	new_test_ext().sanity(|| {
		authorise(ALICE);
		authorise(BOB);
		let call = register_call(computer(), details());
		let tag = enters(ALICE, &call).unwrap().provides;
		assert_eq!(enters(ALICE, &call).unwrap().provides, tag);
		assert_ne!(enters(BOB, &call).unwrap().provides, tag);
	});
}

#[test]
fn second_report_and_a_strangers_report_are_refused_without_a_trace() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		pass(299);
		let before = sp_io::storage::root(sp_runtime::StateVersion::V1);
		assert_eq!(enters(ALICE, &report_call(node)), Err(63));
		assert_eq!(enters(BOB, &report_call(node)), Err(62));
		assert_eq!(enters(ALICE, &report_call(NodeId(9))), Err(61));
		// In a block they are no better: such a block would be invalid.
		let refused = |code| TransactionValidityError::Invalid(InvalidTransaction::Custom(code));
		assert_eq!(in_block(ALICE, report_call(node)), Err(refused(63)));
		assert_eq!(in_block(BOB, report_call(node)), Err(refused(62)));
		clear_hashes();
		assert_eq!(sp_io::storage::root(sp_runtime::StateVersion::V1), before);
	});
}

/// Takes back what these tests themselves have stored for eras.
fn clear_hashes() {
	frame_system::BlockHash::<Test>::remove(System::block_number() - 1);
	frame_system::BlockHash::<Test>::insert(0, H256::repeat_byte(69));
}

#[test]
fn immortal_feeless_calls_are_refused_and_other_immortal_ones_are_not() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		pass(300);
		let origin = || RuntimeOrigin::signed(ALICE);
		let refused = InvalidTransaction::Custom(60).into();
		assert_eq!(pool(origin(), &report_call(node), Era::Immortal), Err(refused));
		let valid = pool(origin(), &paid_call(), Era::Immortal).unwrap();
		// In block 51 of a chain that may have 2^64 - 1.
		let left = u64::MAX - 51;
		assert_eq!(valid, ValidTransaction { longevity: left, ..Default::default() });
	});
}

#[test]
fn other_calls_and_other_origins_are_treated_as_check_era_does() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		pass(300);
		let born = System::block_number() - 1;
		let era = mortal();
		let left = era.death(born + 1) - (born + 1);
		let expected = ValidTransaction { longevity: left, ..Default::default() };
		assert_eq!(pool(RuntimeOrigin::signed(ALICE), &paid_call(), era), Ok(expected.clone()));
		let set_params = crate::Call::set_params { params: quick() };
		let signed = pool(RuntimeOrigin::signed(ALICE), &set_params.into(), era);
		assert_eq!(signed, Ok(expected));
		// Without a signer nobody is checked, and nobody is let in.
		let unsigned = pool(RuntimeOrigin::none(), &report_call(node), era);
		assert_eq!(unsigned, Err(InvalidTransaction::UnknownOrigin.into()));
	});
}

#[test]
fn unknown_eras_are_refused_as_ever() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		pass(300);
		let ancient = InvalidTransaction::AncientBirthBlock.into();
		let origin = RuntimeOrigin::signed(ALICE);
		assert_eq!(pool(origin, &report_call(node), Era::mortal(4, 2)), Err(ancient));
	});
}

#[test]
fn wallets_see_check_era() {
	type Wrapper = CheckNodeCall<Test>;
	type Wrapped = CheckEra<Test>;
	let name = <Wrapper as TransactionExtension<RuntimeCall>>::IDENTIFIER;
	assert_eq!(name, "CheckMortality");
	let ours = <Wrapper as TransactionExtension<RuntimeCall>>::metadata();
	let theirs = <Wrapped as TransactionExtension<RuntimeCall>>::metadata();
	assert_eq!((ours.len(), theirs.len()), (1, 1));
	assert_eq!(ours[0].identifier, theirs[0].identifier);
	assert_eq!(ours[0].ty, theirs[0].ty);
	assert_eq!(ours[0].implicit, theirs[0].implicit);
	assert_eq!(Wrapper::type_info(), Wrapped::type_info());
	let era = Era::mortal(64, 17);
	let encoded = Wrapper::from(era).encode();
	assert_eq!(encoded, Wrapped::from(era).encode());
	assert_eq!(Wrapper::decode(&mut &encoded[..]).unwrap(), Wrapper::from(era));
	assert_eq!(format!("{:?}", Wrapper::from(era)), format!("{:?}", Wrapped::from(era)));
}

#[test]
fn only_feeless_calls_bear_the_weight_of_the_check() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		pass(300);
		let extension = CheckNodeCall::<Test>::from(mortal());
		let check = <() as WeightInfo>::check_node_call();
		let era = CheckEra::<Test>::from(mortal()).weight(&paid_call());
		assert_eq!(extension.weight(&paid_call()), era.saturating_add(check));
		let unspent = |call: &RuntimeCall| {
			let info = call.get_dispatch_info();
			let origin = RuntimeOrigin::signed(ALICE);
			let (_, val, origin) = extension
				.validate_only(origin, call, &info, 0, TransactionSource::InBlock, 0)
				.unwrap();
			let pre = extension.clone().prepare(val, &origin, call, &info, 0).unwrap();
			let post = PostDispatchInfo::default();
			CheckNodeCall::<Test>::post_dispatch_details(pre, &info, &post, 0, &Ok(())).unwrap()
		};
		assert_eq!(unspent(&paid_call()), check);
		assert_eq!(unspent(&report_call(node)), Weight::zero());
	});
}

#[test]
fn feeless_are_exactly_the_four_calls_of_nodes() {
	let origin = RuntimeOrigin::signed(ALICE);
	let feeless = |call: &RuntimeCall| call.is_feeless(&origin);
	let node = NodeId(1);
	assert!(feeless(&report_call(node)));
	assert!(feeless(&register_call(computer(), details())));
	assert!(feeless(&update_call(node, computer(), details())));
	assert!(feeless(&config_call(node, None)));
	for paid in [
		crate::Call::set_params { params: quick() },
		crate::Call::certify_node { node, certificate: None },
		crate::Call::set_maintenance { node, until: None },
		crate::Call::set_extra_fee { node, usd_month: None },
		crate::Call::set_tenancy { node, tenancy: Tenancy::Dedicated },
		crate::Call::set_release { version: None },
		crate::Call::retire_node { node },
		crate::Call::cancel_retirement { node },
	] {
		let paid = paid.into();
		assert!(!feeless(&paid));
		assert!(paid.check_feeless(&ALICE).is_none());
	}
	assert!(!feeless(&paid_call()));
}

/// Who signs which call, and the number by which it is refused, if it is.
type Case = (AccountId, RuntimeCall, Option<u8>);

/// On a chain with a node of Alice that may act, one of Bob that has just acted, an authorised account 3, and
/// an account 5 whose node `gone` has left in this period: every call in every situation.
fn cases(node: NodeId, busy: NodeId, gone: NodeId) -> Vec<Case> {
	let tiny = Resources { cores: 0, ..computer() };
	let huge = Resources { cores: u32::MAX, ..computer() };
	let smaller = Resources { gpus: 0, ..computer() };
	let nowhere = Details { serial: text("\n"), ..details() };
	let private = NetworkText { cidr: text("10.0.0.2/24"), gateway: text("10.0.0.1") };
	let private = PublicConfigText { ipv4: Some(private), ipv6: None, domain: None };
	let unknown = NodeId(9);
	vec![
		(3, register_call(computer(), details()), None),
		(4, register_call(computer(), details()), Some(64)),
		(3, register_with(FarmId(8), computer(), details()), Some(64)),
		(5, register_call(computer(), details()), Some(65)),
		(ALICE, register_call(computer(), details()), Some(65)),
		(3, register_call(tiny, details()), Some(66)),
		(3, register_call(computer(), nowhere.clone()), Some(77)),
		(ALICE, update_call(node, smaller, details()), None),
		(ALICE, update_call(unknown, smaller, details()), Some(61)),
		(BOB, update_call(node, smaller, details()), Some(62)),
		(BOB, update_call(busy, smaller, details()), Some(63)),
		(ALICE, update_call(node, huge, details()), Some(66)),
		(ALICE, update_call(node, computer(), nowhere), Some(77)),
		(ALICE, update_call(node, computer(), details()), Some(78)),
		(ALICE, config_call(node, Some(good_config())), None),
		(ALICE, config_call(unknown, None), Some(61)),
		(BOB, config_call(node, None), Some(62)),
		(BOB, config_call(busy, None), Some(63)),
		(ALICE, config_call(node, Some(private)), Some(82)),
		(ALICE, config_call(node, None), Some(78)),
		(ALICE, report_call(node), None),
		(ALICE, report_call(unknown), Some(61)),
		(3, report_call(node), Some(62)),
		(BOB, report_call(busy), Some(63)),
		(5, report_call(gone), Some(61)),
		(5, update_call(gone, smaller, details()), Some(61)),
		(5, config_call(gone, Some(good_config())), Some(61)),
	]
}

#[test]
fn what_passes_the_check_cannot_fail_and_what_fails_cannot_pass() {
	new_test_ext().sanity(|| {
		let (node, busy, gone) = (live(ALICE), live(BOB), live(5));
		pass(300);
		retire(gone).unwrap();
		authorise(3);
		let smaller = Resources { cores: 4, ..computer() };
		dispatch(BOB, update_call(busy, smaller, details())).unwrap();
		dispatch(BOB, config_call(busy, Some(good_config()))).unwrap();
		report(BOB, busy, 1_300).unwrap();
		for (who, call, refused) in cases(node, busy, gone) {
			let checked = call.check_feeless(&who).unwrap();
			assert_eq!(checked.map_err(Refusal::code).err(), refused, "{call:?}");
			assert_eq!(enters(who, &call).err(), refused, "{call:?}");
			let ran = frame_support::storage::with_transaction(|| {
				sp_runtime::TransactionOutcome::Rollback(Ok::<_, DispatchError>(dispatch(
					who, call,
				)))
			});
			authorise(3);
			assert_eq!(ran.unwrap().is_err(), refused.is_some());
		}
	});
}

#[test]
fn report_runs_in_a_block_and_a_second_one_makes_the_block_invalid() {
	new_test_ext().sanity(|| {
		let node = live(ALICE);
		pass(300);
		assert!(in_block(ALICE, report_call(node)).unwrap().is_ok());
		let refused = InvalidTransaction::Custom(63).into();
		assert_eq!(in_block(ALICE, report_call(node)), Err(refused));
		assert_eq!(meters(node).attested, Seconds(300));
	});
}

#[test]
fn every_error_of_a_feeless_call_has_a_refusal_that_says_the_same() {
	let refusals = [
		(Error::<Test>::NotFound, Refusal::NodeNotFound),
		(Error::NotNodeAccount, Refusal::NotNodeAccount),
		(Error::TooEarly, Refusal::TooEarly),
		(Error::NotAuthorised, Refusal::NotAuthorised),
		(Error::AlreadyRegistered, Refusal::AlreadyRegistered),
		(Error::RegisteredThisPeriod, Refusal::AlreadyRegistered),
		(Error::HardwareOutOfBounds, Refusal::HardwareOutOfBounds),
		(Error::CountryNotTwoLetters, Refusal::CountryNotTwoLetters),
		(Error::PositionOutOfBounds, Refusal::PositionOutOfBounds),
		(Error::TextNotReadable, Refusal::TextNotReadable),
		(Error::NothingToChange, Refusal::NothingToChange),
		(Error::AddressMissing, Refusal::AddressMissing),
		(Error::AddressNotReadable, Refusal::AddressNotReadable),
		(Error::PrefixOutOfBounds, Refusal::PrefixOutOfBounds),
		(Error::AddressNotPublic, Refusal::AddressNotPublic),
		(Error::GatewayOutsidePrefix, Refusal::GatewayOutsidePrefix),
		(Error::GatewayIsAddress, Refusal::GatewayIsAddress),
		(Error::DomainNotReadable, Refusal::DomainNotReadable),
	];
	for (error, refusal) in refusals {
		assert_eq!(Refusal::from(error), refusal);
	}
}
