//! One bill: what a stretch of a contract's life costs, charged, split, booked and told.

use crate::{
	factors::{Factors, Hourly},
	moment::Moment,
	pallet::*,
	till::{Money, Till},
};
use frame_support::{pallet_prelude::DispatchResult, traits::Imbalance};
use gridchain_primitives::{
	traits::Records, Balance, Bill, BillKind, Bytes, ContractId, Cost, FarmId, NodeId, ProviderId,
	Rate, Reading, Record, Seconds, Shares, Split, Terms, Time, TwinId,
};
use sp_runtime::{ArithmeticError, DispatchError};

/// Whom a bill concerns, and who gets which part of it.
pub(crate) struct Parties<AccountId> {
	pub contract: ContractId,
	pub twin: TwinId,
	pub payer: AccountId,
	pub node: Option<NodeId>,
	pub farm: Option<FarmId>,
	pub provider: Option<ProviderId>,
	pub shares: Shares,
}

impl<AccountId> Parties<AccountId> {
	/// Those of a contract with `terms`, on the node of `reading`.
	pub fn new(
		contract: ContractId,
		terms: &Terms,
		payer: AccountId,
		reading: &Reading,
		moment: &Moment<impl Config>,
	) -> Self {
		let Terms { payer: twin, ref goods, provider } = *terms;
		let (node, farm, shares) = (goods.node(), reading.farm, moment.params.shares);
		Self { contract, twin, payer, node, farm, provider, shares }
	}
}

/// What one bill covers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stretch {
	pub kind: BillKind,
	pub from: Time,
	pub to: Time,
	pub seconds: Seconds,
	pub traffic: Bytes,
	pub hourly: Hourly,
}

impl Stretch {
	/// Whether there is nothing to bill.
	pub fn is_empty(&self) -> bool {
		self.seconds.is_zero() && self.traffic.is_zero()
	}

	/// What it costs.
	pub fn cost(&self, factors: &Factors) -> Result<Cost, DispatchError> {
		let cost = factors.cost(self.hourly.rate, self.seconds, self.traffic);
		cost.ok_or(ArithmeticError::Overflow.into())
	}

	/// What it costs in 10^-7 TFT, rounded up.
	pub fn charge(&self, factors: &Factors) -> Result<Balance, DispatchError> {
		self.cost(factors)?.in_tft(factors.price).ok_or(ArithmeticError::Overflow.into())
	}

	/// What of the charge is the extra fee, in TFT, rounded down.
	fn extra_fee(&self, factors: &Factors) -> Result<Balance, DispatchError> {
		if self.hourly.extra_fee == Rate::ZERO {
			return Ok(0);
		}
		let cost = self.hourly.extra_fee.over(self.seconds);
		let fee = cost.and_then(|cost| cost.in_tft_rounded_down(factors.price));
		fee.ok_or(ArithmeticError::Overflow.into())
	}

	/// This stretch with as many of its seconds as `budget` pays, and the seconds that are left.
	pub fn within(
		self,
		factors: &Factors,
		budget: Balance,
	) -> Result<(Self, Seconds), DispatchError> {
		let seconds = factors
			.affordable(self.hourly.rate, self.seconds, self.traffic, budget)
			.ok_or(ArithmeticError::Overflow)?;
		Ok((Self { seconds, ..self }, self.seconds.minus(seconds)))
	}
}

impl<T: Config> Pallet<T> {
	/// Makes the bill for `stretch`, which was paid with `money`: splits it, books it and tells it.
	pub(crate) fn bill(
		parties: &Parties<T::AccountId>,
		factors: &Factors,
		stretch: &Stretch,
		money: Money<T>,
		till: &mut Till<T>,
	) -> DispatchResult {
		let charged = money.peek();
		let extra_fee = stretch.extra_fee(factors)?.min(charged);
		let split = parties.shares.split(charged, extra_fee, factors.provider_share);
		let split = Self::book(parties, split)?;
		till.put(money, &split);
		Self::tell(parties, factors, stretch, Paid { charged, extra_fee, split })
	}

	/// Emits the bill with every factor, and notes it for ever.
	fn tell(
		parties: &Parties<T::AccountId>,
		factors: &Factors,
		stretch: &Stretch,
		paid: Paid,
	) -> DispatchResult {
		let Parties { contract, twin, ref payer, node, farm, provider, .. } = *parties;
		let Stretch { kind, from, to, seconds, traffic, hourly: Hourly { rate, .. } } = *stretch;
		let Factors { policy, price, traffic_price, discount, network_discount, .. } = *factors;
		let Paid { charged, extra_fee, split } = paid;
		let (usd, provider_share) = (stretch.cost(factors)?.usd(), factors.provider_share);
		let payer = payer.clone();
		let bill = Bill {
			contract,
			kind,
			twin,
			payer,
			node,
			farm,
			provider,
			from,
			to,
			seconds,
			traffic,
			policy,
			rate,
			traffic_price,
			discount,
			network_discount,
			usd,
			price,
			charged,
			extra_fee,
			provider_share,
			split,
		};
		Self::deposit_event(Event::Billed {
			contract,
			kind,
			twin,
			payer: bill.payer.clone(),
			node,
			farm,
			provider,
			from,
			to,
			seconds,
			traffic,
			policy,
			rate,
			traffic_price,
			discount,
			network_discount,
			usd,
			price,
			charged,
			extra_fee,
			provider_share,
			split,
		});
		T::Records::note(Record::Bill(bill));
		Ok(())
	}
}

/// What was paid of a bill, and who got it.
struct Paid {
	charged: Balance,
	extra_fee: Balance,
	split: Split,
}
