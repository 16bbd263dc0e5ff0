//! What a node earns in a period, and what is paid of it.

use crate::{
	cloud::{CloudUnits, UNIT},
	units::{Balance, Percent, Price, Seconds, Usd},
};
use primitive_types::{U256, U512};
use sp_arithmetic::traits::Zero;

/// The month of farming prices, in seconds: a twelfth of 365.4 days.
pub const FARMING_MONTH: Seconds = Seconds(2_630_880);

/// What certified hardware earns, in hundredths.
pub const CERTIFIED_PERCENT: u32 = 125;

/// The terms at which a node earns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
	/// Dollars a month for one CU.
	pub cu_month: Usd,
	/// Dollars a month for one SU.
	pub su_month: Usd,
	/// Hundredths of the list reward: 100, or more for certified hardware.
	pub percent: u32,
	/// The price at which dollars become TFT, fixed when the node registered.
	pub connection_price: Price,
}

/// Whether `uptime` reaches `minimum` of `registered`, the time the node was registered in the period.
pub fn is_up_enough(uptime: Seconds, registered: Seconds, minimum: Percent) -> bool {
	let needed = u128::from(registered.0) * u128::from(minimum.deconstruct());
	u128::from(uptime.0) * 100 >= needed
}

/// The reward for `uptime` in dollars: `(CU * cu_month + SU * su_month) * uptime / 2,630,880 s`, times the
/// certified factor, rounded down to the nano-dollar. To show; [`tft`] doesn't build on it.
pub fn usd(units: CloudUnits, uptime: Seconds, terms: &Terms) -> Option<Usd> {
	let (numerator, divisor) = exact(units, uptime, terms)?;
	u128::try_from(numerator.checked_div(divisor)?).ok().map(Usd)
}

/// The reward for `uptime` in TFT at the connection price, rounded down once. `None` without a price.
pub fn tft(units: CloudUnits, uptime: Seconds, terms: &Terms) -> Option<Balance> {
	if terms.connection_price.is_zero() {
		return None;
	}
	let (numerator, divisor) = exact(units, uptime, terms)?;
	// Nano-dollars * 10^-9 / (price * 10^-18) * 10^7 units.
	let numerator = numerator.checked_mul(U256::from(10u128.pow(16)))?;
	let divisor = divisor.checked_mul(U256::from(terms.connection_price.into_inner()))?;
	u128::try_from(numerator.checked_div(divisor)?).ok()
}

/// The reward in nano-dollars as a fraction.
fn exact(units: CloudUnits, uptime: Seconds, terms: &Terms) -> Option<(U256, U256)> {
	let compute = U256::from(terms.cu_month.0).checked_mul(U256::from(units.cu))?;
	let storage = U256::from(terms.su_month.0).checked_mul(U256::from(units.su))?;
	let month = compute.checked_add(storage)?.checked_mul(U256::from(terms.percent))?;
	let divisor = U256::from(UNIT) * U256::from(100u8) * U256::from(FARMING_MONTH.0);
	Some((month.checked_mul(U256::from(uptime.0))?, divisor))
}

/// What a farm is paid of `due`: `due * min(1, budget / policy_total) * min(1, room / total)`, rounded down
/// once.
///
/// `policy_total` is what the policy's nodes are due together, `budget` what the policy may mint in a
/// period; `total` is what all policies may mint, each within its budget, and `room` what the cap leaves.
pub fn paid(
	due: Balance,
	budget: Balance,
	policy_total: Balance,
	room: Balance,
	total: Balance,
) -> Balance {
	if policy_total == 0 || total == 0 {
		return 0;
	}
	// Two balances fit 256 bits, three need 512.
	let within_budget = U256::from(due) * U256::from(budget.min(policy_total));
	let numerator = within_budget.full_mul(U256::from(room.min(total)));
	let divisor = U512::from(U256::from(policy_total) * U256::from(total));
	// Each factor is at most one: the result is never above `due`.
	numerator.checked_div(divisor).and_then(|paid| u128::try_from(paid).ok()).unwrap_or(0)
}

/// The voting weight of a node: `(2 * CU + SU) * uptime / period`, cloud units in 1/[`UNIT`].
pub fn voting_weight(units: CloudUnits, uptime: Seconds, period: Seconds) -> u128 {
	let weight = u128::from(units.cu) * 2 + u128::from(units.su);
	(weight.saturating_mul(u128::from(uptime.0))).checked_div(u128::from(period.0)).unwrap_or(0)
}
