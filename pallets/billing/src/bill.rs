//! One bill: what a stretch of a contract's life costs, charged, split, booked and told.

use crate::{pallet::*, types::Factors};
use gridchain_primitives::{
	traits::Records, Balance, Bill, BillKind, Bytes, Cost, FarmId, NodeId, Percent, Rate, Reading,
	Record, Seconds, Terms, Time, TwinId,
};
use gridchain_primitives::{ContractId, Split};
use sp_runtime::{ArithmeticError, DispatchError};

/// Whom a bill concerns.
pub(crate) struct Parties<AccountId> {
	pub contract: ContractId,
	pub twin: TwinId,
	pub payer: AccountId,
	pub node: NodeId,
	pub farm: FarmId,
}

impl<AccountId> Parties<AccountId> {
	/// Those of a contract with `terms`, on the node of `reading`.
	pub fn new(contract: ContractId, terms: &Terms, payer: AccountId, reading: &Reading) -> Self {
		Self { contract, twin: terms.payer, payer, node: terms.node, farm: reading.farm }
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
	pub rate: Rate,
}

impl Stretch {
	/// Whether there is nothing to bill.
	pub fn is_empty(&self) -> bool {
		self.seconds.is_zero() && self.traffic.is_zero()
	}

	/// What it costs.
	pub fn cost(&self, factors: &Factors) -> Result<Cost, DispatchError> {
		let cost = factors.cost(self.rate, self.seconds, self.traffic);
		cost.ok_or(ArithmeticError::Overflow.into())
	}

	/// What it costs in TFT, rounded up.
	pub fn charge(&self, factors: &Factors) -> Result<Balance, DispatchError> {
		self.cost(factors)?.in_tft(factors.price).ok_or(ArithmeticError::Overflow.into())
	}

	/// This stretch with as many of its seconds as `budget` pays, and the seconds that are left.
	pub fn within(
		self,
		factors: &Factors,
		budget: Balance,
	) -> Result<(Self, Seconds), DispatchError> {
		let seconds = factors
			.affordable(self.rate, self.seconds, self.traffic, budget)
			.ok_or(ArithmeticError::Overflow)?;
		Ok((Self { seconds, ..self }, self.seconds.minus(seconds)))
	}
}

impl<T: Config> Pallet<T> {
	/// Charges `stretch` out of `reserve`, which is held, and what that lacks out of the free balance;
	/// splits and books what was paid; tells it. Returns what is left of the reserve.
	pub(crate) fn bill(
		parties: &Parties<T::AccountId>,
		factors: &Factors,
		stretch: &Stretch,
		reserve: Balance,
	) -> Result<Balance, DispatchError> {
		let charged = stretch.charge(factors)?;
		let left = Self::collect(&parties.payer, charged, reserve)?;
		let split = Params::<T>::get().shares.split(charged, 0, Percent::from_percent(0));
		Self::book(parties.node, &split)?;
		Self::tell(parties, factors, stretch, charged, split)?;
		Ok(left)
	}

	/// Emits the bill with every factor, and notes it for ever.
	fn tell(
		parties: &Parties<T::AccountId>,
		factors: &Factors,
		stretch: &Stretch,
		charged: Balance,
		split: Split,
	) -> Result<(), DispatchError> {
		let Parties { contract, twin, ref payer, node, farm } = *parties;
		let Stretch { kind, from, to, seconds, traffic, rate } = *stretch;
		let Factors { policy, price, traffic_price, .. } = *factors;
		let usd = stretch.cost(factors)?.usd();
		let payer = payer.clone();
		// No stake earns a discount yet.
		let discount = Percent::from_percent(0);
		let bill = Bill {
			contract,
			kind,
			twin,
			payer,
			node,
			farm,
			from,
			to,
			seconds,
			traffic,
			policy,
			rate,
			traffic_price,
			discount,
			usd,
			price,
			charged,
			split,
		};
		Self::deposit_event(Event::Billed {
			contract,
			kind,
			twin,
			payer: bill.payer.clone(),
			node,
			farm,
			from,
			to,
			seconds,
			traffic,
			policy,
			rate,
			traffic_price,
			discount,
			usd,
			price,
			charged,
			split,
		});
		T::Records::note(Record::Bill(bill));
		Ok(())
	}
}
