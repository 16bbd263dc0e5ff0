//! Fees, tips, dust, the pot, and how much money there is.

use crate::common::*;
use codec::Encode;
use frame_support::{dispatch::DispatchClass, traits::OnFinalize};
use gridchain_primitives::{Balance, Period};
use gridchain_runtime::{
	configs::{
		money::{TreasuryAccount, EXISTENTIAL_DEPOSIT},
		system::RuntimeBlockWeights,
	},
	Balances, Billing, Rewards, Runtime, RuntimeCall, RuntimeEvent, System, TransactionPayment,
	TFT,
};
use pallet_transaction_payment::{Multiplier, NextFeeMultiplier};
use sp_core::sr25519;
use sp_runtime::{
	traits::{One, Zero},
	DispatchError, FixedPointNumber,
};

/// What the last block's only transaction paid in all, its tip included.
fn paid(chain: &Chain) -> Balance {
	let paid = chain.history.last_block().iter().find_map(|moment| match moment.event {
		RuntimeEvent::TransactionPayment(
			pallet_transaction_payment::Event::TransactionFeePaid { actual_fee, .. },
		) => Some(actual_fee),
		_ => None,
	});
	paid.unwrap()
}

/// A block whose only transaction is `call` of `signer`, with `tip`.
fn tipped(chain: &mut Chain, signer: &sr25519::Pair, call: RuntimeCall, tip: Balance) {
	chain.order(Order::new(signer, move |_| call.clone()).with_tip(tip));
	chain.settle_pool()[0].unwrap().unwrap();
}

#[test]
fn plain_transfer_costs_about_a_hundredth_of_a_tft() {
	on_chain(|chain| {
		chain.call(&charlie(), transfer(&account(&bob()), 5 * TFT)).unwrap();
		let fee = paid(chain);
		println!("a plain transfer costs {fee} units, {} thousandths of a TFT", fee * 1_000 / TFT);
		assert!((TFT / 200..=TFT / 50).contains(&fee), "{fee}");
	})
}

#[test]
fn fee_goes_to_the_treasury_and_tip_to_the_author() {
	on_chain(|chain| {
		let (treasury, author) = (TreasuryAccount::get(), account(&alice()));
		let before = (total(&treasury), total(&author), Balances::total_issuance());
		tipped(chain, &charlie(), transfer(&account(&bob()), TFT), 3 * TFT);
		let fee = paid(chain) - 3 * TFT;
		assert!(fee > 0);
		assert_eq!(total(&treasury) - before.0, fee);
		assert_eq!(total(&author) - before.1, 3 * TFT);
		assert_eq!(Balances::total_issuance(), before.2);
	})
}

#[test]
fn dust_goes_to_the_treasury() {
	on_chain(|chain| {
		let poor = key("poor");
		chain.call(&dave(), transfer(&account(&poor), TFT)).unwrap();
		// Sends away so much that less than the existential deposit is left, and the account dies.
		let half: RuntimeCall = pallet_balances::Call::transfer_allow_death {
			dest: account(&dave()).into(),
			value: TFT / 2,
		}
		.into();
		chain.call(&poor, half).unwrap();
		let fee = paid(chain);
		let treasury = TreasuryAccount::get();
		let before = total(&treasury);
		let left = total(&account(&poor));
		// The chain holds back a little more than the fee until the call is done.
		let rest: RuntimeCall = pallet_balances::Call::transfer_allow_death {
			dest: account(&dave()).into(),
			value: left - fee - EXISTENTIAL_DEPOSIT + 1,
		}
		.into();
		chain.call(&poor, rest).unwrap();
		assert_eq!(total(&account(&poor)), 0);
		// All that is left of it, be it fee or dust.
		let gained = total(&treasury) - before;
		assert_eq!(gained, fee + EXISTENTIAL_DEPOSIT - 1);
	})
}

/// Checks that `call` of Charlie fails with `error`, by itself and hidden in a batch.
fn fails(chain: &mut Chain, call: RuntimeCall, error: DispatchError) {
	assert_eq!(chain.call(&charlie(), call.clone()), Err(error));
	let hidden = pallet_utility::Call::batch_all { calls: vec![call] };
	assert_eq!(chain.call(&charlie(), hidden), Err(error));
}

#[test]
fn nobody_burns_money_by_a_call() {
	on_chain(|chain| {
		let burn = pallet_balances::Call::burn { value: TFT, keep_alive: true };
		fails(chain, burn.into(), frame_system::Error::<Runtime>::CallFiltered.into());
	})
}

#[test]
fn nobody_but_root_makes_money_by_a_call() {
	on_chain(|chain| {
		let who = account(&charlie()).into();
		let set = pallet_balances::Call::force_set_balance { who, new_free: TFT };
		fails(chain, set.into(), DispatchError::BadOrigin);
		let adjust = pallet_balances::Call::force_adjust_total_issuance {
			direction: pallet_balances::AdjustmentDirection::Increase,
			delta: TFT,
		};
		fails(chain, adjust.into(), DispatchError::BadOrigin);
	})
}

#[test]
fn what_strangers_send_to_the_pot_goes_to_the_treasury() {
	on_chain(|chain| {
		chain.call(&dave(), transfer(&Billing::pot(), 7 * TFT)).unwrap();
		assert_eq!(chain.stray(), 7 * TFT);
		let before = total(&TreasuryAccount::get());
		// With the flush of the next session.
		chain.advance_to(after(66));
		assert_eq!(chain.stray(), 0);
		assert_eq!(total(&Billing::pot()), EXISTENTIAL_DEPOSIT);
		assert_eq!(total(&TreasuryAccount::get()) - before, 7 * TFT);
	})
}

#[test]
fn no_mint_passes_the_cap() {
	on_chain(|chain| {
		let machines = chain.region(["one"]);
		let room = 100_000;
		let cap = Balances::total_issuance() + room;
		chain.root(pallet_rewards::Call::lower_cap { cap }).unwrap();
		chain.report_to(&machines, after(366));
		// 243,055 were due.
		assert_eq!(Rewards::supply().minted, room);
		assert_eq!(Balances::total_issuance(), cap);
		chain.report_to(&machines, after(666));
		let summary = Rewards::summary(Period(1)).unwrap();
		assert_eq!((summary.due, summary.minted), (248_015, 0));
		// It never rises again.
		let higher = pallet_rewards::Call::lower_cap { cap: cap + 1 };
		let refused = pallet_rewards::Error::<Runtime>::CapNotLower.into();
		assert_eq!(chain.root(higher), Err(refused));
		let lower = pallet_rewards::Call::lower_cap { cap: cap - 1 };
		let refused = pallet_rewards::Error::<Runtime>::CapBelowIssuance.into();
		assert_eq!(chain.root(lower), Err(refused));
	})
}

#[test]
fn full_blocks_double_the_fee_within_a_day() {
	on_chain(|chain| {
		chain.block();
		let normal = RuntimeBlockWeights::get().get(DispatchClass::Normal).max_total.unwrap();
		let pass = |blocks: u32| {
			for _ in 0..blocks {
				System::set_block_consumed_resources(normal, 0);
				<TransactionPayment as OnFinalize<_>>::on_finalize(1);
			}
		};
		assert_eq!(NextFeeMultiplier::<Runtime>::get(), Multiplier::one());
		// Half a day: (1 + 0.75 * 0.000065)^7,200 = 1.42. A day: 2.02.
		pass(7_200);
		let half = NextFeeMultiplier::<Runtime>::get();
		assert!(half < Multiplier::saturating_from_rational(143, 100), "{half:?}");
		pass(7_200);
		let day = NextFeeMultiplier::<Runtime>::get();
		assert!(day >= Multiplier::saturating_from_integer(2), "{day:?}");
		assert!(day < Multiplier::saturating_from_rational(205, 100), "{day:?}");
		// Full blocks for ever: a thousand times the list.
		pass(300_000);
		let most = NextFeeMultiplier::<Runtime>::get();
		assert_eq!(most, Multiplier::saturating_from_integer(1_000));
	})
}

#[test]
fn twenty_empty_blocks_make_no_transfer_cheaper_than_the_list() {
	on_chain(|chain| {
		chain.call(&charlie(), transfer(&account(&bob()), TFT)).unwrap();
		let list = paid(chain);
		chain.blocks(20);
		assert_eq!(NextFeeMultiplier::<Runtime>::get(), Multiplier::one());
		chain.call(&charlie(), transfer(&account(&bob()), TFT)).unwrap();
		assert_eq!(paid(chain), list);
	})
}

#[test]
fn work_of_a_transfer_costs_twice_as_much_at_twice_the_multiplier() {
	on_chain(|chain| {
		let payment = transfer(&account(&bob()), TFT);
		let length = sign(chain, &charlie(), payment.clone()).encoded_size() as Balance;
		chain.call(&charlie(), payment.clone()).unwrap();
		let list = paid(chain);
		NextFeeMultiplier::<Runtime>::put(Multiplier::saturating_from_integer(2));
		chain.call(&charlie(), payment).unwrap();
		// Neither the base, 0.0025 TFT, nor the bytes, 0.000001 TFT each, get dearer.
		let work = list - 25_000 - 10 * length;
		assert_eq!(paid(chain), list + work);
	})
}

/// Makes a block of `count` transfers. Returns how much of it they take, and how much they could take.
fn block_of_transfers(chain: &mut Chain, count: u32) -> (u64, u64) {
	for _ in 0..count {
		chain.submit(&charlie(), transfer(&account(&bob()), TFT));
	}
	for result in chain.settle_pool() {
		result.unwrap().unwrap();
	}
	let most = RuntimeBlockWeights::get().get(DispatchClass::Normal).max_total.unwrap();
	let used = System::block_weight();
	(used.get(DispatchClass::Normal).ref_time(), most.ref_time())
}

#[test]
fn block_of_transfers_that_is_less_than_a_quarter_full_leaves_the_fee_alone() {
	on_chain(|chain| {
		let (used, most) = block_of_transfers(chain, 200);
		assert!(used < most / 4);
		assert_eq!(NextFeeMultiplier::<Runtime>::get(), Multiplier::one());
	})
}

#[test]
fn block_of_transfers_that_is_more_than_a_quarter_full_raises_the_fee() {
	on_chain(|chain| {
		let (used, most) = block_of_transfers(chain, 1_500);
		let percent = used * 100 / most;
		println!("1,500 transfers fill {percent} % of what they can");
		assert!((26..100).contains(&percent), "{percent} %");
		// 0.000065 for each whole block above a quarter: 65 millionths of (used - most / 4) / most.
		let above = Multiplier::saturating_from_rational(used - most / 4, most);
		let rise = above * Multiplier::saturating_from_rational(65, 1_000_000);
		let raised = NextFeeMultiplier::<Runtime>::get() - Multiplier::one();
		// The square of it, which is added too, is less than 0.000065^2 / 2 = 2.2 x 10^-9.
		let square = Multiplier::saturating_from_rational(22, 10_000_000_000u64);
		assert!(rise <= raised && raised <= rise + square, "{raised:?}, not {rise:?}");
		assert!(raised > Multiplier::zero());
	})
}
