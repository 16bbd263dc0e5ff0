//! What happens on the chain, as its events tell it.

use crate::Resources;
use subxt::{
	dynamic::Value, events::DecodeAsEvent, ext::scale_decode::DecodeAsType, utils::AccountId32,
};

/// An event that these tests know.
pub trait Known: DecodeAsEvent {
	/// The pallet that emits it.
	const PALLET: &'static str;
	/// Its name.
	const NAME: &'static str;
}

/// Declares events with those of their fields that are looked at.
macro_rules! events {
	($(
		$(#[$doc:meta])*
		$pallet:ident.$name:ident { $($(#[$field_doc:meta])* $field:ident: $ty:ty,)* }
	)*) => {
		$(
			$(#[$doc])*
			#[derive(Debug, Clone, PartialEq, Eq, DecodeAsType)]
			#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
			pub struct $name {
				$($(#[$field_doc])* pub $field: $ty,)*
			}

			impl Known for $name {
				const PALLET: &'static str = stringify!($pallet);
				const NAME: &'static str = stringify!($name);
			}

			impl DecodeAsEvent for $name {
				fn is_event(pallet: &str, name: &str) -> bool {
					(pallet, name) == (Self::PALLET, Self::NAME)
				}
			}
		)*
	};
}

events! {
	/// A fee was paid.
	TransactionPayment.TransactionFeePaid {
		/// By whom.
		who: AccountId32,
		/// With the tip.
		actual_fee: u128,
	}

	/// The region's root account did something.
	Sudo.Sudid {
		/// Whether it succeeded.
		sudo_result: Result<(), Value>,
	}

	/// A twin was made.
	Twins.TwinCreated {
		/// The twin.
		twin: u32,
		/// Its account.
		account: AccountId32,
	}

	/// A farm was made.
	Farms.FarmCreated {
		/// The farm.
		farm: u32,
	}

	/// A computer joined a farm.
	Nodes.NodeRegistered {
		/// The new node.
		node: u32,
		/// Its own account.
		account: AccountId32,
		/// The farm that authorised it.
		farm: u32,
		/// What it has.
		hardware: Resources,
	}

	/// A node reported.
	Nodes.Reported {
		/// The node.
		node: u32,
		/// Seconds since its boot, as it says.
		uptime: u64,
		/// Seconds that the chain credits.
		credited: u64,
	}

	/// A reward period began.
	Nodes.PeriodBegan {
		/// Which one.
		period: u32,
		/// When it began.
		start: u64,
		/// When it ends.
		end: u64,
	}

	/// A node's receipt was written. The same figures stand in the state and in the records.
	Rewards.ReceiptWritten {
		/// The period.
		period: u32,
		/// The node.
		node: u32,
		/// The farm it stood in.
		farm: u32,
		/// Seconds that the chain credited.
		uptime: u64,
		/// Seconds that it was registered.
		registered: u64,
		/// The reward in nano-dollars.
		usd: u128,
		/// 10^-7 TFT that are due.
		due: u128,
		/// 10^-7 TFT that deployers paid for its capacity.
		revenue: u128,
		/// Why it is what it is.
		verdict: Verdict,
	}

	/// A farm was paid. The same figures stand in the records.
	Rewards.FarmPaid {
		/// The period.
		period: u32,
		/// The farm.
		farm: u32,
		/// The sum of its receipts, in 10^-7 TFT.
		due: u128,
		/// What was minted of it.
		minted: u128,
		/// Revenue that was paid with it.
		revenue: u128,
		/// The account that received both.
		account: AccountId32,
	}

	/// A period is settled.
	Rewards.PeriodSettled {
		/// Which one.
		period: u32,
		/// How many receipts were written.
		receipts: u32,
		/// How many payouts there were.
		payouts: u32,
		/// What all receipts are due together, in 10^-7 TFT.
		due: u128,
		/// What was minted.
		minted: u128,
		/// The revenue of all receipts together.
		revenue: u128,
	}

	/// A workload was ordered.
	Deployments.Deployed {
		/// The contract.
		contract: u64,
		/// The node that is to deliver.
		node: u32,
	}

	/// A node started a workload.
	Deployments.WorkloadConfirmed {
		/// The contract.
		contract: u64,
		/// The node that delivers.
		node: u32,
	}

	/// A contract ended.
	Deployments.ContractEnded {
		/// The contract.
		contract: u64,
		/// Why.
		reason: EndReason,
	}

	/// A window opened.
	Billing.WindowOpened {
		/// The contract.
		contract: u64,
		/// 10^-7 TFT that are held.
		reserve: u128,
		/// Nano-dollars an hour, rounded up.
		usd_per_hour: u128,
		/// When the chain acts on the contract next.
		due: u64,
	}

	/// Billing of a contract started.
	Billing.Started {
		/// The contract.
		contract: u64,
		/// When.
		at: u64,
		/// When its first bill is due.
		due: u64,
	}

	/// A contract was billed.
	Billing.Billed {
		/// The contract.
		contract: u64,
		/// Why.
		kind: BillKind,
		/// The account that paid.
		payer: AccountId32,
		/// The node that delivered.
		node: Option<u32>,
		/// The farm it stood in.
		farm: Option<u32>,
		/// When the stretch that is billed began.
		from: u64,
		/// When it ended.
		to: u64,
		/// Attested seconds that are billed.
		seconds: u64,
		/// Public bytes that are billed.
		traffic: u64,
		/// The exact rate of an hour, in parts of a nano-dollar: [`crate::RATE_SCALE`].
		rate: u128,
		/// The discount in percent.
		discount: u8,
		/// Nano-dollars, rounded up.
		usd: u128,
		/// Dollars for one TFT, in 10^-18.
		price: u128,
		/// 10^-7 TFT that were paid.
		charged: u128,
		/// Who got which part.
		split: Split,
	}

	/// A contract's billing ended.
	Billing.Closed {
		/// The contract.
		contract: u64,
		/// Why.
		reason: EndReason,
		/// 10^-7 TFT that were held and are free again.
		released: u128,
		/// Seconds that couldn't be paid.
		unpaid: u64,
		/// 10^-7 TFT that they would have cost.
		written_off: u128,
	}

	/// A bill failed.
	Billing.BillFailed {
		/// The contract.
		contract: u64,
	}
}

/// Who got which part of a bill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Split {
	/// Taken out of issuance.
	pub burned: u128,
	/// The region's treasury.
	pub treasury: u128,
	/// The validators.
	pub validators: u128,
	/// The provider that brought the deployer.
	pub provider: u128,
	/// The farm.
	pub farm: u128,
}

/// Why a receipt is what it is.
#[derive(Debug, Clone, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub enum Verdict {
	/// The node earned its reward.
	Earned,
	/// It was up for too small a part of the time.
	TooLittleUptime,
	/// The region hasn't approved its farm.
	FarmNotApproved,
	/// A certifier voided it, for this reason.
	Voided(Vec<u8>),
}

/// Why a contract was billed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub enum BillKind {
	/// Its window closed.
	Window,
	/// Its owner changed it.
	Update,
	/// It ended.
	End,
	/// What it cost while it was suspended.
	Arrears,
}

/// Why a contract ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub enum EndReason {
	/// Its owner cancelled it.
	Owner,
	/// Its owner's money didn't come back.
	OutOfFunds,
	/// The node didn't confirm it in time.
	NotDelivered,
	/// The farmer retired its node.
	NodeRetired,
	/// Its node has not been live for too long.
	NodeGone,
	/// The rent of its node ended.
	RentEnded,
	/// The region ended it.
	Governance,
}
