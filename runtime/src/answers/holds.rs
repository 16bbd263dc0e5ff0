//! What is held of an account: the sums as Balances knows them, the lines as each pallet knows its things.

use crate::{
	configs::{
		grid::{
			AuthorisationDeposit, ContractDeposit, FarmDeposit, IpDeposit, ServiceDeposit,
			TwinDeposit,
		},
		handover::BillingWindow,
	},
	AccountId, Balance, Balances, Billing, Runtime, RuntimeHoldReason, System, Twins,
};
use alloc::vec::Vec;
use codec::{Decode, Encode};
use frame_support::traits::{
	fungible::Inspect,
	tokens::{Fortitude, Preservation},
};
use gridchain_primitives::{traits, ContractId, FarmId, TwinId};
use gridchain_runtime_api::{
	Cause, HeldSum, HoldLine, Holds, HoldsCursor, Thing, FARMS_PAGE, HOLDS_PAGE,
};
use pallet_deployments::{Contracts, ContractsOf, Services, ServicesOf};

/// A line of this runtime.
type Line = HoldLine<RuntimeHoldReason>;
/// A sum of this runtime.
type Sum = HeldSum<RuntimeHoldReason>;

/// What is held of `account`, and for what: the page at `from`, or the first.
pub fn holds(account: &AccountId, from: Option<HoldsCursor>) -> Holds<RuntimeHoldReason> {
	let data = System::account(account).data;
	let sums = sums(account, data.reserved);
	let twin = <Twins as traits::Twins<AccountId>>::of(account);
	let mut lines = Vec::new();
	if from.is_none() {
		lines.extend(sums.iter().filter_map(|sum| whole(sum, twin)));
	}
	let next = twin.and_then(|twin| go_on(twin, &sums, from, &mut lines));
	Holds {
		free: data.free,
		held: data.reserved,
		frozen: data.frozen,
		spendable: Balances::reducible_balance(account, Preservation::Preserve, Fortitude::Polite),
		sums,
		lines,
		next,
	}
}

/// What is held of `account` for each cause; what has no reason is what the reasons leave of `held`.
fn sums(account: &AccountId, held: Balance) -> Vec<Sum> {
	let holds = pallet_balances::Holds::<Runtime>::get(account);
	let of_reasons = holds.iter().fold(0, |sum: Balance, hold| sum.saturating_add(hold.amount));
	let reserve = HeldSum { cause: Cause::Reserve, amount: held.saturating_sub(of_reasons) };
	let named =
		holds.iter().map(|hold| HeldSum { cause: Cause::Hold(hold.id), amount: hold.amount });
	named.chain([reserve]).filter(|sum| sum.amount > 0).collect()
}

/// What a reason is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Purpose {
	/// The account itself, or its twin.
	Account,
	/// Its farms: each has lines of its own.
	Farms,
	/// Its contracts: each has lines of its own.
	Contracts,
	/// The services that it offers: each has a line of its own.
	Services,
}

fn purpose(cause: Cause<RuntimeHoldReason>) -> Purpose {
	let Cause::Hold(reason) = cause else { return Purpose::Account };
	if [FarmDeposit::get(), AuthorisationDeposit::get(), IpDeposit::get()].contains(&reason) {
		Purpose::Farms
	} else if [ContractDeposit::get(), BillingWindow::get()].contains(&reason) {
		Purpose::Contracts
	} else if reason == ServiceDeposit::get() {
		Purpose::Services
	} else {
		Purpose::Account
	}
}

/// The one line of a sum that is for the account itself or its twin.
fn whole(sum: &Sum, twin: Option<TwinId>) -> Option<Line> {
	let HeldSum { cause, amount } = *sum;
	// Who has accepted the terms has laid down its deposit, with a twin or without one yet.
	let of_twin = cause == Cause::Hold(TwinDeposit::get());
	let thing = twin.filter(|_| of_twin).map(Thing::Twin);
	(purpose(cause) == Purpose::Account).then_some(HoldLine { cause, thing, amount })
}

/// The lines of the farms, contracts and services of `twin`, as many as a page has, from where the page before ended; and
/// where the next page begins.
fn go_on(
	twin: TwinId,
	sums: &[Sum],
	from: Option<HoldsCursor>,
	lines: &mut Vec<Line>,
) -> Option<HoldsCursor> {
	let has = |wanted| sums.iter().any(|sum| purpose(sum.cause) == wanted);
	let from = from.unwrap_or(HoldsCursor::Farms(FarmId(0)));
	if let HoldsCursor::Farms(after) = from {
		let next = has(Purpose::Farms).then(|| of_farms(twin, after, lines)).flatten();
		if let Some(next) = next {
			return Some(HoldsCursor::Farms(next));
		}
	}
	let after = match from {
		HoldsCursor::Farms(_) => None,
		HoldsCursor::Contracts(after) => Some(after),
		HoldsCursor::Services(after) => {
			return of_services(twin, Some(after), lines).map(HoldsCursor::Services)
		},
	};
	let next = has(Purpose::Contracts).then(|| of_contracts(twin, after, lines)).flatten();
	if let Some(next) = next {
		return Some(HoldsCursor::Contracts(next));
	}
	let next = has(Purpose::Services).then(|| of_services(twin, None, lines)).flatten();
	next.map(HoldsCursor::Services)
}

/// Adds the lines of the farms of `twin` among the ids after `after`. Gives the last one that was looked at, if
/// there are more.
fn of_farms(twin: TwinId, after: FarmId, lines: &mut Vec<Line>) -> Option<FarmId> {
	let end = pallet_farms::NextFarmId::<Runtime>::get().0;
	let stop = after.0.saturating_add(FARMS_PAGE).saturating_add(1).min(end);
	for farm in (after.0.saturating_add(1)..stop).map(FarmId) {
		let record = pallet_farms::Farms::<Runtime>::get(farm);
		if record.is_none_or(|record| record.owner != twin) {
			continue;
		}
		let held = pallet_farms::BelongingsOf::<Runtime>::get(farm).unwrap_or_default().held;
		add(lines, FarmDeposit::get(), Thing::Farm(farm), held.farm);
		add(lines, AuthorisationDeposit::get(), Thing::Farm(farm), held.authorisations);
		add(lines, IpDeposit::get(), Thing::Farm(farm), held.ips);
	}
	(stop < end).then(|| FarmId(stop.saturating_sub(1)))
}

/// Adds the lines of the contracts of `twin` after `after`, or of the first. Gives the last of them, if there are
/// more.
fn of_contracts(
	twin: TwinId,
	after: Option<ContractId>,
	lines: &mut Vec<Line>,
) -> Option<ContractId> {
	let mut contracts = match after {
		None => ContractsOf::<Runtime>::iter_key_prefix(twin),
		Some(after) => {
			let key = ContractsOf::<Runtime>::hashed_key_for(twin, after);
			ContractsOf::<Runtime>::iter_key_prefix_from(twin, key)
		},
	};
	let mut last = None;
	for contract in contracts.by_ref().take(HOLDS_PAGE as usize) {
		add(lines, ContractDeposit::get(), Thing::Contract(contract), deposit_of(contract));
		add(lines, BillingWindow::get(), Thing::Contract(contract), Billing::held_for(contract));
		last = Some(contract);
	}
	contracts.next().and(last)
}

/// Adds the lines of the services that `twin` offers among those after `after` that it has a part in, or of the
/// first. Gives the last that was looked at, if there are more.
fn of_services(
	twin: TwinId,
	after: Option<ContractId>,
	lines: &mut Vec<Line>,
) -> Option<ContractId> {
	let mut services = match after {
		None => ServicesOf::<Runtime>::iter_key_prefix(twin),
		Some(after) => {
			let key = ServicesOf::<Runtime>::hashed_key_for(twin, after);
			ServicesOf::<Runtime>::iter_key_prefix_from(twin, key)
		},
	};
	let mut last = None;
	for service in services.by_ref().take(HOLDS_PAGE as usize) {
		let offered = Services::<Runtime>::get(service).filter(|found| found.provider == twin);
		let held = offered.map_or(0, |found| amount_of(&found.ticket));
		add(lines, ServiceDeposit::get(), Thing::Service(service), held);
		last = Some(service);
	}
	services.next().and(last)
}

/// What is held for the storage of `contract`.
fn deposit_of(contract: ContractId) -> Balance {
	Contracts::<Runtime>::get(contract).map_or(0, |contract| amount_of(&contract.ticket))
}

/// A deposit keeps its amount to itself, and encodes as nothing else.
fn amount_of(ticket: &impl Encode) -> Balance {
	Balance::decode(&mut &ticket.encode()[..]).unwrap_or_default()
}

fn add(lines: &mut Vec<Line>, reason: RuntimeHoldReason, thing: Thing, amount: Balance) {
	if amount > 0 {
		lines.push(HoldLine { cause: Cause::Hold(reason), thing: Some(thing), amount });
	}
}
