//! Balances and fees.

use crate::{
	AccountId, Authorship, Balance, Balances, Runtime, RuntimeEvent, RuntimeFreezeReason,
	RuntimeHoldReason, System, TFT,
};
use frame_support::{
	parameter_types,
	traits::{
		fungible::{Balanced, Credit},
		tokens::imbalance::ResolveTo,
		ConstU128, ConstU32, ConstU8, OnUnbalanced, VariantCountOf,
	},
	weights::{constants::ExtrinsicBaseWeight, Weight},
	PalletId,
};
use pallet_transaction_payment::{FungibleAdapter, Multiplier, TargetedFeeAdjustment};
use sp_runtime::{
	traits::{AccountIdConversion, One},
	FixedPointNumber, Perquintill,
};

/// The least that an account can hold: 0.01 TFT.
pub const EXISTENTIAL_DEPOSIT: Balance = TFT / 100;

parameter_types! {
	/// The region's treasury, to which fees, dust and slashes go.
	pub const TreasuryId: PalletId = PalletId(*b"grid/tre");
	/// Holds the validators' part of the revenue until it is paid by blocks written.
	pub const ValidatorsPotId: PalletId = PalletId(*b"grid/val");
	/// Holds what bills have brought in until it is flushed and settled.
	pub const PotId: PalletId = PalletId(*b"grid/pot");
	/// The account of the treasury.
	pub TreasuryAccount: AccountId = TreasuryId::get().into_account_truncating();
	/// The account of the validators' pot.
	pub ValidatorsPotAccount: AccountId = ValidatorsPotId::get().into_account_truncating();
}

impl pallet_balances::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type RuntimeHoldReason = RuntimeHoldReason;
	type RuntimeFreezeReason = RuntimeFreezeReason;
	type Balance = Balance;
	type DustRemoval = ResolveTo<TreasuryAccount, Balances>;
	type ExistentialDeposit = ConstU128<EXISTENTIAL_DEPOSIT>;
	type AccountStore = System;
	type ReserveIdentifier = [u8; 8];
	type FreezeIdentifier = RuntimeFreezeReason;
	type MaxLocks = ConstU32<50>;
	type MaxReserves = ConstU32<50>;
	type MaxFreezes = VariantCountOf<RuntimeFreezeReason>;
	type DoneSlashHandler = ();
	type WeightInfo = crate::weights::pallet_balances::WeightInfo<Runtime>;
}

/// Gives fees to the treasury and tips to the author of the block.
pub struct FeesToTreasury;
impl OnUnbalanced<Credit<AccountId, Balances>> for FeesToTreasury {
	fn on_unbalanceds(mut parts: impl Iterator<Item = Credit<AccountId, Balances>>) {
		if let Some(fee) = parts.next() {
			to_treasury(fee);
		}
		if let Some(tip) = parts.next() {
			to_author(tip);
		}
	}
}

fn to_author(tip: Credit<AccountId, Balances>) {
	// An author's account that doesn't exist can't receive a small tip: then the treasury gets it.
	let refused = match Authorship::author() {
		Some(author) => Balances::resolve(&author, tip).err(),
		None => Some(tip),
	};
	if let Some(tip) = refused {
		to_treasury(tip);
	}
}

fn to_treasury(amount: Credit<AccountId, Balances>) {
	ResolveTo::<TreasuryAccount, Balances>::on_unbalanced(amount);
}

/// A plain transfer costs about 0.01 TFT: a quarter of it for being an extrinsic at all, the rest for its work
/// and for the checks of a transaction.
pub struct WeightToFee;
impl frame_support::weights::WeightToFee for WeightToFee {
	type Balance = Balance;
	fn weight_to_fee(weight: &Weight) -> Balance {
		let base_fee = EXISTENTIAL_DEPOSIT / 4;
		let base_weight = Balance::from(ExtrinsicBaseWeight::get().ref_time().max(1));
		base_fee.saturating_mul(Balance::from(weight.ref_time())) / base_weight
	}
}

/// A byte of an extrinsic costs 0.000001 TFT.
pub struct LengthToFee;
impl frame_support::weights::WeightToFee for LengthToFee {
	type Balance = Balance;
	fn weight_to_fee(length: &Weight) -> Balance {
		Balance::from(length.ref_time()).saturating_mul(TFT / 1_000_000)
	}
}

parameter_types! {
	/// Blocks are meant to be a quarter full.
	pub const TargetBlockFullness: Perquintill = Perquintill::from_percent(25);
	/// Full blocks double the fee within a day of 14,400 blocks: (1 + 0.75 * 0.000065)^14,400 is 2.02.
	pub AdjustmentVariable: Multiplier = Multiplier::saturating_from_rational(65, 1_000_000);
	/// Empty blocks never make a transaction cheaper than the list.
	pub MinimumMultiplier: Multiplier = Multiplier::one();
	/// A thousand times the list is the end.
	pub MaximumMultiplier: Multiplier = Multiplier::saturating_from_integer(1_000);
}

impl pallet_transaction_payment::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
	type OnChargeTransaction = FungibleAdapter<Balances, FeesToTreasury>;
	type OperationalFeeMultiplier = ConstU8<5>;
	type WeightToFee = WeightToFee;
	type LengthToFee = LengthToFee;
	type FeeMultiplierUpdate = TargetedFeeAdjustment<
		Self,
		TargetBlockFullness,
		AdjustmentVariable,
		MinimumMultiplier,
		MaximumMultiplier,
	>;
	type WeightInfo = crate::weights::pallet_transaction_payment::WeightInfo<Runtime>;
}

impl pallet_skip_feeless_payment::Config for Runtime {
	type RuntimeEvent = RuntimeEvent;
}
