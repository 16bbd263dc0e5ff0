//! What a window fixes when it opens, and keeps until it closes whatever policy, market and stake do.

use crate::{
	moment::Moment,
	pallet::*,
	types::{Backlog, Payer, Pricing, PricingPolicy},
};
use codec::{Decode, Encode, MaxEncodedLen};
use gridchain_primitives::{
	traits::Meters, Balance, Bytes, CloudUnits, Cost, Goods, Percent, Price, PricingPolicyId, Rate,
	Reading, Rental, Seconds, Terms, Usd, WholeNode,
};
use scale_info::TypeInfo;
use sp_runtime::DispatchError;

/// What certified capacity costs, in percent of the list price.
const CERTIFIED: u32 = 125;
/// What a whole node costs, in percent of the list price of its parts.
const WHOLE: u32 = 50;

/// What an hour costs, and which part of that is the farmer's extra fee.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Hourly {
	/// All together.
	pub rate: Rate,
	/// The part that the farm gets whole.
	pub extra_fee: Rate,
}

impl Hourly {
	/// An hour without an extra fee.
	pub fn plain(rate: Rate) -> Self {
		Self { rate, extra_fee: Rate::ZERO }
	}

	/// The mean of this over `span` and `other` over `other_span`; `other` where both are empty.
	pub fn mean(self, span: Seconds, other: Self, other_span: Seconds) -> Option<Self> {
		let rate = self.rate.mean(span, other.rate, other_span)?;
		let has_fee = self.extra_fee != Rate::ZERO || other.extra_fee != Rate::ZERO;
		let extra_fee = match has_fee {
			true => self.extra_fee.mean(span, other.extra_fee, other_span)?,
			false => Rate::ZERO,
		};
		Some(Self { rate, extra_fee })
	}
}

/// What a window fixes when it opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Factors {
	/// The pricing policy.
	pub policy: PricingPolicyId,
	/// Dollars for one TFT.
	pub price: Price,
	/// What is taken off resources and names.
	pub discount: Percent,
	/// What is taken off public IPs and traffic.
	pub network_discount: Percent,
	/// The provider's part of the farm's share.
	pub provider_share: Percent,
	/// Whether the payer rents the node, so that its resources cost nothing beside the rent.
	pub within_rent: bool,
	/// What an hour costs by the list: before discount, public IPs in, extra fee out. Discounts go by it.
	pub list: Rate,
	/// What an hour costs while the contract runs.
	pub hourly: Hourly,
	/// What an hour costs while it is suspended: its storage, public IPs and names.
	pub idle_rate: Rate,
	/// Nano-dollars for 10^9 bytes of traffic, before discount.
	pub traffic_price: Usd,
}

/// What there is to pay for, by the list, in the parts that rules tell apart.
#[derive(Clone, Copy, Debug, Default)]
struct ListRates {
	/// Resources while they run.
	resources: Rate,
	/// The storage among them, which goes on while they don't.
	storage: Rate,
	/// Names.
	names: Rate,
	/// Public IPs.
	network: Rate,
	/// The farmer's extra fee.
	extra_fee: Rate,
}

impl ListRates {
	fn of(goods: &Goods, policy: &PricingPolicy, within_rent: bool) -> Option<Self> {
		match *goods {
			Goods::Part { units, certified, ipv4, .. } => {
				let network = Rate::of_each(ipv4.into(), policy.ipv4)?;
				let factors = [certified.then_some(CERTIFIED), None];
				match within_rent {
					true => Some(Self { network, ..Self::default() }),
					false => Some(Self { network, ..Self::of_units(units, policy, factors)? }),
				}
			},
			Goods::Whole { units, certified, extra_fee, .. } => {
				let extra_fee = Rate::of_month(extra_fee)?;
				let factors = [certified.then_some(CERTIFIED), Some(WHOLE)];
				Some(Self { extra_fee, ..Self::of_units(units, policy, factors)? })
			},
			Goods::Name => Some(Self { names: Rate::of_each(1, policy.name)?, ..Self::default() }),
		}
	}

	/// Cloud units at the list price times `factors`, in percent.
	fn of_units(
		units: CloudUnits,
		policy: &PricingPolicy,
		factors: [Option<u32>; 2],
	) -> Option<Self> {
		let price = |units| {
			let list = Rate::of_units(units, policy.cu, policy.su)?;
			factors.into_iter().flatten().try_fold(list, Rate::times_percent)
		};
		let storage = CloudUnits { cu: 0, su: units.su };
		Some(Self { resources: price(units)?, storage: price(storage)?, ..Self::default() })
	}

	/// What discounts go by.
	fn list(&self) -> Option<Rate> {
		self.resources.checked_add(self.names)?.checked_add(self.network)
	}

	/// What is left of `resources` with names and public IPs.
	fn discounted(&self, resources: Rate, discount: Percent, network: Percent) -> Option<Rate> {
		let discounted = resources.checked_add(self.names)?.less(discount)?;
		discounted.checked_add(self.network.less(network)?)
	}
}

/// Of what [`Factors`] are made, beside the terms.
pub(crate) struct Conditions {
	pub pricing: Pricing,
	pub price: Price,
	pub discount: Percent,
	pub network_discount: Percent,
	pub provider_share: Percent,
	pub within_rent: bool,
}

impl Factors {
	/// The factors of `goods` under `conditions`. `None` where an amount passes its type.
	pub(crate) fn new(goods: &Goods, conditions: &Conditions) -> Option<Self> {
		let Conditions { ref pricing, price, discount, network_discount, .. } = *conditions;
		let Conditions { provider_share, within_rent, .. } = *conditions;
		let Pricing { id, policy } = pricing;
		let rates = ListRates::of(goods, policy, within_rent)?;
		let running = rates.discounted(rates.resources, discount, network_discount)?;
		Some(Self {
			policy: *id,
			price,
			discount,
			network_discount,
			provider_share,
			within_rent,
			list: rates.list()?,
			hourly: Hourly {
				rate: running.checked_add(rates.extra_fee)?,
				extra_fee: rates.extra_fee,
			},
			idle_rate: rates.discounted(rates.storage, discount, network_discount)?,
			traffic_price: policy.nu,
		})
	}

	/// What `seconds` at `rate` and `traffic` cost together.
	pub fn cost(&self, rate: Rate, seconds: Seconds, traffic: Bytes) -> Option<Cost> {
		rate.over(seconds)?.checked_add(self.traffic_cost(traffic)?)
	}

	/// The TFT that must be held so that `backlog`, `span` at the full rate and `traffic` can be paid.
	pub fn reserve(&self, backlog: &Backlog, span: Seconds, traffic: Bytes) -> Option<Balance> {
		let before = backlog.hourly.rate.over(backlog.seconds)?;
		self.cost(self.hourly.rate, span, traffic)?.checked_add(before)?.in_tft(self.price)
	}

	/// How many of `seconds` at `rate` can be paid from `budget` together with all of `traffic`.
	pub fn affordable(
		&self,
		rate: Rate,
		seconds: Seconds,
		traffic: Bytes,
		budget: Balance,
	) -> Option<Seconds> {
		// Nearly every bill is within its budget, which is told without the division that a part of it takes.
		let cost = self.cost(rate, seconds, traffic);
		if cost.is_some_and(|cost| cost.is_paid_by(budget, self.price)) {
			return Some(seconds);
		}
		let left = Cost::paid_by(budget, self.price).minus(self.traffic_cost(traffic)?);
		Some(seconds.min(rate.span_within(left)))
	}

	fn traffic_cost(&self, traffic: Bytes) -> Option<Cost> {
		Cost::of_traffic(traffic, self.traffic_price, self.network_discount)
	}
}

impl<T: Config> Pallet<T> {
	/// What a first window takes: the policy in force, the market's price, and the discount that the payer's
	/// stake earns. `reading` is `None` where a question names no node.
	pub(crate) fn first_factors(
		terms: &Terms,
		reading: Option<&Reading>,
		moment: &Moment<T>,
	) -> Result<Factors, DispatchError> {
		let price = moment.price.ok_or(Error::<T>::NoPrice)?;
		let payer = Payers::<T>::get(terms.payer);
		Self::factors_at(terms, reading, price, &payer, moment)
	}

	/// What a further window takes whose payer has `payer` beside it. If the market has fallen silent, windows
	/// go on at their `last` price.
	pub(crate) fn next_factors(
		terms: &Terms,
		reading: Option<&Reading>,
		last: Price,
		payer: &Payer,
		moment: &Moment<T>,
	) -> Result<Factors, DispatchError> {
		let price = moment.price.unwrap_or(last);
		Self::factors_at(terms, reading, price, payer, moment)
	}

	/// What a window that opens now takes, of a payer who has `others` beside it.
	fn factors_at(
		terms: &Terms,
		reading: Option<&Reading>,
		price: Price,
		others: &Payer,
		moment: &Moment<T>,
	) -> Result<Factors, DispatchError> {
		let pricing = moment.pricing.ok_or(Error::<T>::NoPrice)?;
		let discounts = &moment.params.discounts;
		let mut conditions = Conditions {
			pricing,
			price,
			discount: Percent::from_percent(0),
			network_discount: Percent::from_percent(0),
			provider_share: Self::share_of(terms.provider, reading),
			within_rent: is_within_rent(&terms.goods, reading),
		};
		let undiscounted = Self::factors_of(&terms.goods, &conditions)?;
		if others.stake == 0 {
			return Ok(undiscounted);
		}
		let list = others.list.checked_add(undiscounted.list).ok_or(Error::<T>::TermsTooLarge)?;
		conditions.discount = discounts.of(others.stake, list, price);
		conditions.network_discount = discounts.on_network(conditions.discount);
		Self::factors_of(&terms.goods, &conditions)
	}

	/// What new terms take in a window that is open already: all that it has fixed.
	pub(crate) fn factors_within(
		terms: &Terms,
		window: &Factors,
	) -> Result<Factors, DispatchError> {
		let policy = Policies::<T>::get(window.policy).ok_or(Error::<T>::NoPrice)?;
		let conditions = Conditions {
			pricing: Pricing { id: window.policy, policy },
			price: window.price,
			discount: window.discount,
			network_discount: window.network_discount,
			provider_share: window.provider_share,
			within_rent: window.within_rent,
		};
		Self::factors_of(&terms.goods, &conditions)
	}

	fn factors_of(goods: &Goods, conditions: &Conditions) -> Result<Factors, DispatchError> {
		Factors::new(goods, conditions).ok_or(Error::<T>::TermsTooLarge.into())
	}

	/// The terms of the next window: a rent falls with its node's hardware and certificate, and never rises.
	pub(crate) fn lowered(terms: Terms) -> Terms {
		let Goods::Whole { node, units, certified, extra_fee } = terms.goods else {
			return terms;
		};
		let Some(now) = T::Meters::whole(node) else {
			return terms;
		};
		let WholeNode { units: CloudUnits { cu, su }, certified: is_certified } = now;
		let units = CloudUnits { cu: units.cu.min(cu), su: units.su.min(su) };
		let certified = certified && is_certified;
		Terms { goods: Goods::Whole { node, units, certified, extra_fee }, ..terms }
	}
}

/// Whether `goods` are a part of a node that its payer rents.
fn is_within_rent(goods: &Goods, reading: Option<&Reading>) -> bool {
	let is_part = matches!(goods, Goods::Part { .. });
	is_part && reading.is_some_and(|reading| matches!(reading.rental, Rental::Rented { .. }))
}
