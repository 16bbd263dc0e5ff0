//! Services. Alice serves Bob: twin 1 is paid by twin 2. One TFT costs 0.011 USD.

use super::*;
use crate::{
	Call, Error, NextContractId, Note, ServiceState, ServiceTerms, Services, ServicesOf,
	MAX_NOTE_LENGTH,
};
use frame_support::{assert_noop, dispatch::CheckIfFeeless, traits::fungible::Inspect};
use gridchain_primitives::{Balance, Price, Seconds, Time, TwinId, Usd, TFT};
use proptest::prelude::*;
use sp_runtime::{DispatchError, DispatchResult, TokenError};

const PROVIDING: TwinId = TwinId(1);
const CONSUMING: TwinId = TwinId(2);

/// 0.022 USD an hour, and at most 0.011 USD beside it.
const TERMS: ServiceTerms = ServiceTerms {
	base: Usd(22_000_000),
	metered_limit: Usd(11_000_000),
	document: H256::repeat_byte(7),
};
/// Twice as dear.
const DEARER: ServiceTerms = ServiceTerms { base: Usd(44_000_000), ..TERMS };

fn offer(account: u64, consumer: TwinId) -> DispatchResult {
	Deployments::offer_service(signed(account), consumer)
}

fn set_terms(account: u64, service: ContractId, terms: ServiceTerms) -> DispatchResult {
	Deployments::set_service_terms(signed(account), service, terms)
}

fn approve(account: u64, service: ContractId, terms: ServiceTerms) -> DispatchResult {
	Deployments::approve_service(signed(account), service, terms)
}

fn bill(account: u64, service: ContractId, metered: u128) -> DispatchResult {
	Deployments::bill_service(signed(account), service, Usd(metered), Note::default())
}

fn cancel(account: u64, service: ContractId) -> DispatchResult {
	Deployments::cancel_service(signed(account), service)
}

fn offered() -> ContractId {
	let service = NextContractId::<Test>::get();
	assert_ok!(offer(ALICE, CONSUMING));
	service
}

fn proposed() -> ContractId {
	let service = offered();
	assert_ok!(set_terms(ALICE, service, TERMS));
	service
}

/// A service whose terms Bob approved, and Alice hasn't yet.
fn awaited() -> ContractId {
	let service = proposed();
	assert_ok!(approve(BOB, service, TERMS));
	service
}

/// A service whose terms both approved. Both have 1,000 TFT.
fn agreed() -> ContractId {
	let service = awaited();
	assert_ok!(approve(ALICE, service, TERMS));
	for account in [ALICE, BOB] {
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), account, 1_000 * TFT));
	}
	service
}

fn state(service: ContractId) -> ServiceState {
	Services::<Test>::get(service).unwrap().state
}

/// Lets `seconds` pass.
fn pass(seconds: u64) {
	pallet_timestamp::Now::<Test>::mutate(|now| *now += seconds * 1_000);
}

/// What Alice has more and Bob less than 1,000 TFT.
fn paid() -> Balance {
	let gained = Balances::free_balance(ALICE) - 1_000 * TFT;
	assert_eq!(Balances::free_balance(BOB) + gained, 1_000 * TFT);
	gained
}

/// How often the twins of both sides are in use, the provider's first.
fn uses() -> (u32, u32) {
	(Uses::get(PROVIDING), Uses::get(CONSUMING))
}

/// Bob's twin goes, as it may while nothing stands on it.
fn bob_leaves() {
	assert_eq!(Uses::get(CONSUMING), 0);
	TwinOf::remove(BOB);
}

#[test]
fn offer_holds_a_deposit_and_binds_the_provider_alone() {
	new_test_ext().sanity(|| {
		assert_ok!(offer(ALICE, CONSUMING));
		let service = ContractId(1);
		let found = Services::<Test>::get(service).unwrap();
		assert_eq!((found.provider, found.consumer), (PROVIDING, CONSUMING));
		assert_eq!((found.created, found.state), (Time(1_000_000), ServiceState::Offered));
		for side in [PROVIDING, CONSUMING] {
			assert!(ServicesOf::<Test>::contains_key(side, service));
		}
		assert_eq!(uses(), (1, 0));
		assert_eq!((held_for_services(ALICE), held_for_services(BOB)), (2_290, 0));
		assert_eq!(
			events(),
			vec![Event::ServiceOffered { service, provider: PROVIDING, consumer: CONSUMING }]
		);
	});
}

#[test]
fn offer_counts_on_where_contracts_stopped() {
	new_test_ext().sanity(|| {
		assert_eq!(deployed(ALICE, NODE), ContractId(1));
		assert_eq!(offered(), ContractId(2));
		assert_eq!(deployed(ALICE, NODE), ContractId(3));
	});
}

#[test]
fn offer_is_refused_to_oneself_and_to_nobody() {
	new_test_ext().sanity(|| {
		assert_noop!(offer(ALICE, PROVIDING), Error::<Test>::OwnTwin);
		assert_noop!(offer(ALICE, TwinId(99)), Error::<Test>::ConsumerNotFound);
		assert_noop!(offer(STRANGER, CONSUMING), Error::<Test>::TwinNotFound);
		assert_noop!(
			Deployments::offer_service(RuntimeOrigin::root(), CONSUMING),
			DispatchError::BadOrigin
		);
	});
}

#[test]
fn offer_is_refused_without_money_for_the_deposit() {
	new_test_ext().sanity(|| {
		// The deposit is 2,290 and one has to stay.
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), POOR, 2_290));
		assert_noop!(offer(POOR, CONSUMING), TokenError::FundsUnavailable);
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), POOR, 2_291));
		assert_ok!(offer(POOR, CONSUMING));
	});
}

#[test]
fn terms_are_set_by_the_provider_alone() {
	new_test_ext().sanity(|| {
		let service = offered();
		for account in [BOB, POOR, STRANGER] {
			assert_noop!(set_terms(account, service, TERMS), Error::<Test>::NotProvider);
		}
		System::reset_events();
		assert_ok!(set_terms(ALICE, service, TERMS));
		assert_eq!(state(service), ServiceState::Proposed { terms: TERMS, approved_by: None });
		assert_eq!(
			events(),
			vec![Event::ServiceTermsSet {
				service,
				provider: PROVIDING,
				consumer: CONSUMING,
				base: Usd(22_000_000),
				metered_limit: Usd(11_000_000),
				document: H256::repeat_byte(7),
			}]
		);
	});
}

#[test]
fn terms_that_can_t_be_computed_are_refused() {
	new_test_ext().sanity(|| {
		let service = offered();
		let huge = Usd(u128::MAX);
		for terms in
			[ServiceTerms { base: huge, ..TERMS }, ServiceTerms { metered_limit: huge, ..TERMS }]
		{
			assert_noop!(set_terms(ALICE, service, terms), Error::<Test>::TermsTooLarge);
		}
	});
}

#[test]
fn the_same_terms_again_are_no_change() {
	new_test_ext().sanity(|| {
		let service = proposed();
		assert_ok!(approve(BOB, service, TERMS));
		assert_noop!(set_terms(ALICE, service, TERMS), Error::<Test>::NothingToChange);
		assert_ok!(approve(ALICE, service, TERMS));
		assert_noop!(set_terms(ALICE, service, TERMS), Error::<Test>::NothingToChange);
	});
}

#[test]
fn both_sides_approve_in_any_order() {
	for (first, second) in [(ALICE, BOB), (BOB, ALICE)] {
		new_test_ext().sanity(|| {
			let service = proposed();
			let (provider, consumer) = (PROVIDING, CONSUMING);
			let by = TwinId(first as u32);
			assert_ok!(approve(first, service, TERMS));
			let waiting = ServiceState::Proposed { terms: TERMS, approved_by: Some(by) };
			assert_eq!(state(service), waiting);
			let approved = Event::ServiceApproved { service, provider, consumer, by };
			assert_eq!(last_event(), approved);
			pass(60);
			assert_ok!(approve(second, service, TERMS));
			let billed_to = Time(1_000_060);
			assert_eq!(state(service), ServiceState::Agreed { terms: TERMS, billed_to });
			assert_eq!(
				last_event(),
				Event::ServiceAgreed {
					service,
					provider,
					consumer,
					base: Usd(22_000_000),
					metered_limit: Usd(11_000_000),
					document: H256::repeat_byte(7),
				}
			);
		});
	}
}

#[test]
fn one_side_can_t_approve_for_both() {
	new_test_ext().sanity(|| {
		let service = proposed();
		assert_ok!(approve(ALICE, service, TERMS));
		assert_noop!(approve(ALICE, service, TERMS), Error::<Test>::AlreadyApproved);
		for account in [POOR, STRANGER] {
			assert_noop!(approve(account, service, TERMS), Error::<Test>::NotParty);
		}
	});
}

#[test]
fn approval_needs_terms() {
	new_test_ext().sanity(|| {
		let service = offered();
		assert_noop!(approve(BOB, service, TERMS), Error::<Test>::TermsNotSet);
	});
}

#[test]
fn nobody_approves_terms_that_were_changed_meanwhile() {
	new_test_ext().sanity(|| {
		let service = proposed();
		// In the same block, before Bob's approval of what he has read.
		assert_ok!(set_terms(ALICE, service, DEARER));
		assert_noop!(approve(BOB, service, TERMS), Error::<Test>::TermsChanged);
	});
}

#[test]
fn new_terms_clear_one_approval() {
	new_test_ext().sanity(|| {
		let service = proposed();
		assert_ok!(approve(BOB, service, TERMS));
		assert_ok!(set_terms(ALICE, service, DEARER));
		assert_eq!(state(service), ServiceState::Proposed { terms: DEARER, approved_by: None });
		// Alice alone is not both.
		assert_ok!(approve(ALICE, service, DEARER));
		assert_noop!(bill(ALICE, service, 0), Error::<Test>::NotAgreed);
	});
}

#[test]
fn new_terms_clear_both_approvals() {
	new_test_ext().sanity(|| {
		let service = agreed();
		pass(60);
		assert_ok!(set_terms(ALICE, service, DEARER));
		assert_noop!(bill(ALICE, service, 0), Error::<Test>::NotAgreed);
		assert_ok!(approve(ALICE, service, DEARER));
		assert_ok!(approve(BOB, service, DEARER));
		// The minute before is not billed any more.
		assert_noop!(bill(ALICE, service, 0), Error::<Test>::NothingToBill);
	});
}

#[test]
fn terms_that_go_back_have_to_be_approved_again() {
	new_test_ext().sanity(|| {
		let service = proposed();
		assert_ok!(approve(BOB, service, TERMS));
		assert_ok!(set_terms(ALICE, service, DEARER));
		assert_ok!(set_terms(ALICE, service, TERMS));
		assert_eq!(state(service), ServiceState::Proposed { terms: TERMS, approved_by: None });
	});
}

#[test]
fn bill_moves_base_and_metered_for_half_an_hour() {
	new_test_ext().sanity(|| {
		let service = agreed();
		System::reset_events();
		pass(1_800);
		let note: Note = b"May".to_vec().try_into().unwrap();
		let metered = Usd(5_500_000);
		assert_ok!(Deployments::bill_service(signed(ALICE), service, metered, note.clone()));
		// 0.022 / 2 + 0.0055 = 0.0165 USD, at 0.011 USD 1.5 TFT.
		assert_eq!(paid(), 15_000_000);
		let billed_to = Time(1_001_800);
		assert_eq!(state(service), ServiceState::Agreed { terms: TERMS, billed_to });
		assert_eq!(
			events(),
			vec![Event::ServiceBilled {
				service,
				provider: PROVIDING,
				consumer: CONSUMING,
				payer: BOB,
				payee: ALICE,
				from: Time(1_000_000),
				to: Time(1_001_800),
				seconds: Seconds(1_800),
				base: Usd(22_000_000),
				metered,
				usd: Usd(16_500_000),
				price: Price::from_rational(11, 1_000),
				charged: 15_000_000,
				note,
			}]
		);
	});
}

#[test]
fn bill_counts_one_hour_at_most_and_the_rest_is_lost() {
	new_test_ext().sanity(|| {
		let service = agreed();
		pass(10 * 3_600);
		assert_ok!(bill(ALICE, service, 0));
		// 0.022 / 0.011 = 2 TFT.
		assert_eq!(paid(), 2 * TFT);
		assert!(matches!(
			last_event(),
			Event::ServiceBilled { from: Time(1_032_400), to: Time(1_036_000), .. }
		));
		assert_noop!(bill(ALICE, service, 0), Error::<Test>::NothingToBill);
		pass(3_600);
		assert_ok!(bill(ALICE, service, 0));
		assert_eq!(paid(), 4 * TFT);
	});
}

#[test]
fn bill_rounds_up() {
	new_test_ext().sanity(|| {
		let service = agreed();
		pass(1);
		assert_ok!(bill(ALICE, service, 0));
		// 2 TFT / 3,600 are 5,555.55.. units.
		assert_eq!(paid(), 5_556);
	});
}

#[test]
fn bill_takes_metered_up_to_its_part_of_the_limit() {
	new_test_ext().sanity(|| {
		let service = agreed();
		// 11,000,000 x 1,000 / 3,600 = 3,055,555.55..
		pass(1_000);
		assert_noop!(bill(ALICE, service, 3_055_556), Error::<Test>::MeteredTooHigh);
		assert_noop!(bill(ALICE, service, u128::MAX), Error::<Test>::MeteredTooHigh);
		assert_ok!(bill(ALICE, service, 3_055_555));
		// Beyond an hour the limit grows no more.
		pass(7_200);
		assert_noop!(bill(ALICE, service, 11_000_001), Error::<Test>::MeteredTooHigh);
		assert_ok!(bill(ALICE, service, 11_000_000));
	});
}

#[test]
fn bill_can_t_be_played_again() {
	new_test_ext().sanity(|| {
		let service = agreed();
		pass(1_800);
		assert_ok!(bill(ALICE, service, 5_500_000));
		assert_noop!(bill(ALICE, service, 5_500_000), Error::<Test>::MeteredTooHigh);
		assert_noop!(bill(ALICE, service, 0), Error::<Test>::NothingToBill);
		assert_eq!(paid(), 15_000_000);
	});
}

#[test]
fn many_short_bills_are_hardly_more_than_one_long() {
	new_test_ext().sanity(|| {
		let service = agreed();
		for _ in 0..60 {
			pass(60);
			assert_ok!(bill(ALICE, service, 0));
		}
		// 20,000,000 / 60 = 333,333.33.., rounded up 60 times.
		assert_eq!(paid(), 60 * 333_334);
	});
}

#[test]
fn bill_is_made_by_the_provider_alone() {
	new_test_ext().sanity(|| {
		let service = agreed();
		pass(60);
		for account in [BOB, POOR, STRANGER] {
			assert_noop!(bill(account, service, 0), Error::<Test>::NotProvider);
		}
	});
}

#[test]
fn nobody_but_the_provider_within_the_terms_moves_money_of_the_consumer() {
	new_test_ext().sanity(|| {
		let service = agreed();
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), POOR, 1_000 * TFT));
		// An hour, of which 2 TFT could be billed.
		pass(3_600);
		for account in [POOR, STRANGER, NODE_ACCOUNT] {
			assert_noop!(bill(account, service, 0), Error::<Test>::NotProvider);
			assert_noop!(set_terms(account, service, DEARER), Error::<Test>::NotProvider);
			assert_noop!(approve(account, service, TERMS), Error::<Test>::NotParty);
		}
		// A service of one's own binds nobody who hasn't approved it.
		let own = NextContractId::<Test>::get();
		assert_ok!(offer(POOR, CONSUMING));
		assert_ok!(set_terms(POOR, own, TERMS));
		assert_ok!(approve(POOR, own, TERMS));
		assert_noop!(approve(POOR, own, TERMS), Error::<Test>::AlreadyApproved);
		pass(3_600);
		assert_noop!(bill(POOR, own, 0), Error::<Test>::NotAgreed);
		// Nor does its provider get more than was agreed.
		assert_noop!(bill(ALICE, service, 11_000_001), Error::<Test>::MeteredTooHigh);
		assert_eq!((Balances::total_balance(&BOB), held_for_services(BOB)), (1_000 * TFT, 0));
		assert_eq!(uses(), (1, 1));
	});
}

#[test]
fn bill_is_refused_before_both_agree() {
	new_test_ext().sanity(|| {
		let service = offered();
		pass(60);
		assert_noop!(bill(ALICE, service, 0), Error::<Test>::NotAgreed);
		assert_ok!(set_terms(ALICE, service, TERMS));
		assert_noop!(bill(ALICE, service, 0), Error::<Test>::NotAgreed);
	});
}

#[test]
fn bill_changes_nothing_when_the_money_doesn_t_suffice() {
	new_test_ext().sanity(|| {
		let service = agreed();
		pass(3_600);
		// 2 TFT, and one unit has to stay.
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), BOB, 2 * TFT));
		assert_noop!(bill(ALICE, service, 0), Error::<Test>::InsufficientFunds);
		let billed_to = Time(1_000_000);
		assert_eq!(state(service), ServiceState::Agreed { terms: TERMS, billed_to });
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), BOB, 2 * TFT + 1));
		assert_ok!(bill(ALICE, service, 0));
		assert_eq!(Balances::free_balance(BOB), 1);
	});
}

#[test]
fn bill_takes_nothing_that_is_held() {
	new_test_ext().sanity(|| {
		let service = agreed();
		pass(3_600);
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), BOB, 2 * TFT + 1));
		assert_ok!(offer(BOB, PROVIDING));
		assert_noop!(bill(ALICE, service, 0), Error::<Test>::InsufficientFunds);
	});
}

#[test]
fn bill_is_at_the_price_of_the_moment() {
	new_test_ext().sanity(|| {
		let service = agreed();
		pass(3_600);
		MicroDollars::kill();
		assert_noop!(bill(ALICE, service, 0), Error::<Test>::NoPrice);
		// At 0.022 USD an hour costs one TFT.
		MicroDollars::put(22_000);
		assert_ok!(bill(ALICE, service, 0));
		assert_eq!(paid(), TFT);
	});
}

#[test]
fn bill_follows_both_twins_to_their_accounts_of_today() {
	new_test_ext().sanity(|| {
		let service = agreed();
		pass(3_600);
		TwinOf::remove(BOB);
		TwinOf::insert(STRANGER, CONSUMING);
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), STRANGER, 3 * TFT));
		assert_ok!(bill(ALICE, service, 0));
		assert_eq!(Balances::free_balance(STRANGER), TFT);
		assert_eq!(Balances::free_balance(BOB), 1_000 * TFT);
	});
}

#[test]
fn either_side_ends_a_service_at_once_in_any_state() {
	for make in [offered, proposed, awaited, agreed] {
		for account in [ALICE, BOB] {
			new_test_ext().sanity(|| {
				let service = make();
				pass(60);
				System::reset_events();
				assert_ok!(cancel(account, service));
				let (provider, consumer) = (PROVIDING, CONSUMING);
				let by = TwinId(account as u32);
				assert_eq!(events(), vec![Event::ServiceEnded { service, provider, consumer, by }]);
				assert_eq!(Services::<Test>::iter().count(), 0);
				assert_eq!(ServicesOf::<Test>::iter().count(), 0);
				assert_eq!(uses(), (0, 0));
				assert_eq!(held_for_services(ALICE), 0);
				assert_noop!(bill(ALICE, service, 0), Error::<Test>::ServiceNotFound);
			});
		}
	}
}

#[test]
fn consumer_is_bound_by_its_own_approval_alone() {
	new_test_ext().sanity(|| {
		let service = proposed();
		assert_eq!(uses(), (1, 0));
		assert_ok!(approve(ALICE, service, TERMS));
		assert_eq!(uses(), (1, 0));
		assert_ok!(approve(BOB, service, TERMS));
		assert_eq!(uses(), (1, 1));
		assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), BOB, 3 * TFT));
		pass(3_600);
		assert_ok!(bill(ALICE, service, 0));
		assert_eq!(uses(), (1, 1));
	});
}

#[test]
fn consumer_that_approves_first_is_bound_once() {
	new_test_ext().sanity(|| {
		let service = awaited();
		assert_eq!(uses(), (1, 1));
		assert_ok!(approve(ALICE, service, TERMS));
		assert_eq!(uses(), (1, 1));
	});
}

#[test]
fn new_terms_free_the_consumer_until_it_approves_them() {
	for make in [awaited, agreed] {
		new_test_ext().sanity(|| {
			let service = make();
			assert_ok!(set_terms(ALICE, service, DEARER));
			assert_eq!(uses(), (1, 0));
			// Once is enough: what isn't bound isn't freed again.
			assert_ok!(set_terms(ALICE, service, TERMS));
			assert_eq!(uses(), (1, 0));
			assert_ok!(approve(BOB, service, TERMS));
			assert_eq!(uses(), (1, 1));
		});
	}
}

#[test]
fn each_service_binds_its_consumer_for_itself() {
	new_test_ext().sanity(|| {
		let (first, second) = (agreed(), awaited());
		assert_eq!(uses(), (2, 2));
		assert_ok!(cancel(ALICE, first));
		assert_eq!(uses(), (1, 1));
		assert_ok!(set_terms(ALICE, second, DEARER));
		assert_eq!(uses(), (1, 0));
	});
}

#[test]
fn service_offered_to_a_twin_that_is_gone_is_its_provider_s_to_end() {
	for make in [offered, proposed] {
		new_test_ext().sanity(|| {
			let service = make();
			bob_leaves();
			TwinOf::insert(BOB, TwinId(12));
			// Nobody speaks for the twin any more, not even the next one of its account.
			for account in [BOB, POOR, STRANGER] {
				assert_noop!(approve(account, service, TERMS), Error::<Test>::NotParty);
				assert_noop!(cancel(account, service), Error::<Test>::NotParty);
			}
			assert!(ServicesOf::<Test>::contains_key(CONSUMING, service));
			Deployments::do_try_state().unwrap();
			assert_ok!(set_terms(ALICE, service, DEARER));
			assert_ok!(approve(ALICE, service, DEARER));
			assert_noop!(bill(ALICE, service, 0), Error::<Test>::NotAgreed);
			assert_ok!(cancel(ALICE, service));
			assert_eq!((held_for_services(ALICE), uses()), (0, (0, 0)));
			assert_eq!(ServicesOf::<Test>::iter().count(), 0);
		});
	}
}

#[test]
fn nobody_else_ends_a_service() {
	new_test_ext().sanity(|| {
		let service = agreed();
		for account in [POOR, STRANGER, NODE_ACCOUNT] {
			assert_noop!(cancel(account, service), Error::<Test>::NotParty);
		}
		// It is no contract.
		assert_noop!(Deployments::cancel(signed(ALICE), service), Error::<Test>::NotFound);
		assert_noop!(
			Deployments::force_cancel(RuntimeOrigin::root(), service),
			Error::<Test>::NotFound
		);
	});
}

#[test]
fn no_call_of_a_service_is_free() {
	new_test_ext().sanity(|| {
		let (service, note) = (ContractId(1), Note::default());
		for call in [
			Call::<Test>::offer_service { consumer: CONSUMING },
			Call::set_service_terms { service, terms: TERMS },
			Call::approve_service { service, terms: TERMS },
			Call::bill_service { service, metered: Usd(0), note },
			Call::cancel_service { service },
		] {
			assert!(!call.is_feeless(&signed(ALICE)), "{call:?}");
		}
	});
}

#[test]
fn a_note_has_128_bytes_at_most() {
	assert_eq!(MAX_NOTE_LENGTH, 128);
	assert!(Note::try_from(vec![7; 129]).is_err());
}

proptest! {
	#![proptest_config(ProptestConfig::with_cases(256))]

	#[test]
	fn bill_is_what_a_calculator_says_and_within_the_terms(
		base in 0..10_000_000_000u128,
		metered_limit in 0..10_000_000_000u128,
		metered in 0..10_000_000_000u128,
		passed in 0..10_000u64,
	) {
		new_test_ext().sanity(|| {
			let service = offered();
			let terms = ServiceTerms { base: Usd(base), metered_limit: Usd(metered_limit), ..TERMS };
			assert_ok!(set_terms(ALICE, service, terms));
			assert_ok!(approve(BOB, service, terms));
			assert_ok!(approve(ALICE, service, terms));
			assert_ok!(Balances::force_set_balance(RuntimeOrigin::root(), BOB, 10_000 * TFT));
			pass(passed);
			let seconds = u128::from(passed.min(3_600));
			// In 1/3,600 nano-dollars; a TFT costs 11,000,000 nano-dollars and has 10^7 units.
			let due = base * seconds + metered * 3_600;
			let charged = (due * 10_000_000).div_ceil(3_600 * 11_000_000);
			let before = Balances::free_balance(BOB);
			let expected: DispatchResult = if metered * 3_600 > metered_limit * seconds {
				Err(Error::<Test>::MeteredTooHigh.into())
			} else if charged == 0 {
				Err(Error::<Test>::NothingToBill.into())
			} else {
				Ok(())
			};
			let paid = if expected.is_ok() { charged } else { 0 };
			assert_eq!(bill(ALICE, service, metered), expected);
			assert_eq!(before - Balances::free_balance(BOB), paid);
		});
	}
}
