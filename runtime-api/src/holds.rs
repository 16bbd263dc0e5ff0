//! What is held of an account, and why.

use alloc::vec::Vec;
use codec::{Decode, DecodeWithMemTracking, Encode};
use gridchain_primitives::{Balance, ContractId, FarmId, TwinId};
use scale_info::TypeInfo;

/// How many contracts, or services, a page of holds covers.
pub const HOLDS_PAGE: u32 = 100;
/// How many farm ids a page of holds looks at, to find the account's among them.
pub const FARMS_PAGE: u32 = 1_000;

/// All that an account has and can't spend, why, and for what. In 10^-7 TFT.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct Holds<Reason> {
	/// What is not held. `free` and `held` together are all that the account has.
	pub free: Balance,
	/// What is held, for whatever reason: what `system.account` calls `reserved`.
	pub held: Balance,
	/// What has to stay in the account, be it free or held: the greatest of its freezes and locks.
	pub frozen: Balance,
	/// What it can spend and stay alive: what is free, less what of `frozen` isn't held, but at least less the
	/// existential deposit.
	pub spendable: Balance,
	/// What is held for each cause. Complete on every page: the sum is `held`, always.
	pub sums: Vec<HeldSum<Reason>>,
	/// What is held for each thing, this page of it. The lines of all pages together make up `sums`.
	pub lines: Vec<HoldLine<Reason>>,
	/// What to ask for the next page with; `None` on the last one.
	pub next: Option<HoldsCursor>,
}

/// What is held of an account for one cause.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct HeldSum<Reason> {
	/// Why.
	pub cause: Cause<Reason>,
	/// How much.
	pub amount: Balance,
}

/// What is held of an account for one thing.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub struct HoldLine<Reason> {
	/// Why.
	pub cause: Cause<Reason>,
	/// For what. `None` where the cause says it all.
	pub thing: Option<Thing>,
	/// How much.
	pub amount: Balance,
}

/// Why something is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum Cause<Reason> {
	/// A pallet holds it for this reason.
	#[codec(index = 0)]
	Hold(Reason),
	/// The SDK's pallets of accounts reserve it without a reason: identities, deputies (proxies) and calls that wait
	/// for signatures.
	#[codec(index = 1)]
	Reserve,
}

/// A thing for which something is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, TypeInfo)]
pub enum Thing {
	/// A twin.
	#[codec(index = 0)]
	Twin(TwinId),
	/// A farm: itself, the accounts that it has authorised, or its public IPs, as the reason says.
	#[codec(index = 1)]
	Farm(FarmId),
	/// A contract: its deposit or its window, as the reason says.
	#[codec(index = 2)]
	Contract(ContractId),
	/// A service that the account's twin offers: its deposit.
	#[codec(index = 3)]
	Service(ContractId),
}

/// Where a page of holds goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, DecodeWithMemTracking, TypeInfo)]
pub enum HoldsCursor {
	/// With the farms after this one.
	#[codec(index = 0)]
	Farms(FarmId),
	/// With the contracts after this one, in the order in which the chain stores them.
	#[codec(index = 1)]
	Contracts(ContractId),
	/// With the services after this one, in the order in which the chain stores them.
	#[codec(index = 2)]
	Services(ContractId),
}
