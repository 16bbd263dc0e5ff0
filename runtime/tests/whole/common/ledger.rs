//! Whether the events explain every account's balance, to the last unit.
//!
//! Nothing here knows how a pallet works: it adds up what the events of a block say, and compares the sums with
//! what the accounts really have. So a payment without an event, and an event without a payment, are both found.

use super::history::{bill_of, History, Moment};
use frame_support::traits::fungible::Inspect;
use gridchain_primitives::Balance;
use gridchain_runtime::{
	configs::money::{TreasuryAccount, ValidatorsPotAccount},
	AccountId, Balances, Billing, Block, Runtime, RuntimeCall, RuntimeEvent,
};
use std::collections::BTreeMap;

/// What each account had after the last block, free and held together.
#[derive(Clone)]
pub struct Ledger {
	totals: BTreeMap<AccountId, Balance>,
	issuance: Balance,
	stray: Balance,
}

/// What the events of a block say that changed.
#[derive(Default)]
struct Changes {
	accounts: BTreeMap<AccountId, i128>,
	issuance: i128,
	/// What strangers sent to the pot, less what was passed on to the treasury.
	stray: i128,
}

impl Ledger {
	/// All accounts as they are at this moment.
	pub fn of_genesis() -> Self {
		let stray = Balances::total_balance(&Billing::pot())
			- gridchain_runtime::configs::money::EXISTENTIAL_DEPOSIT
			- Billing::booked().total().unwrap();
		Self { totals: totals(), issuance: Balances::total_issuance(), stray }
	}

	/// What strangers sent to the pot since its last flush.
	pub fn stray(&self) -> Balance {
		self.stray
	}

	/// Compares what has changed with what the last block's events say.
	pub fn check(&mut self, history: &History, block: &Block) {
		let mut said = Changes::default();
		let moments = history.last_block();
		for (index, moment) in moments.iter().enumerate() {
			said.note(moment, &moments[index + 1..], block);
		}
		let now = totals();
		let mut expected = self.totals.clone();
		for (account, change) in &said.accounts {
			let before = expected.remove(account).unwrap_or(0);
			let after = before.checked_add_signed(*change).expect("more was spent than there was");
			if after > 0 {
				expected.insert(account.clone(), after);
			}
		}
		assert_eq!(
			now,
			expected,
			"the events don't explain the balances: {:#?}",
			history.last_block()
		);
		self.totals = now;
		self.issuance = self.issuance.checked_add_signed(said.issuance).unwrap();
		assert_eq!(
			Balances::total_issuance(),
			self.issuance,
			"the events don't explain the issuance"
		);
		let all: Balance = self.totals.values().sum();
		assert_eq!(all, self.issuance, "the issuance is not the sum of all balances");
		self.stray = self.stray.checked_add_signed(said.stray).unwrap();
	}
}

fn totals() -> BTreeMap<AccountId, Balance> {
	frame_system::Account::<Runtime>::iter()
		.map(|(account, info)| (account, info.data.free + info.data.reserved))
		.filter(|(_, total)| *total > 0)
		.collect()
}

impl Changes {
	fn gains(&mut self, account: &AccountId, amount: Balance) {
		*self.accounts.entry(account.clone()).or_default() += amount as i128;
	}

	/// Like `gains`, of money that is nobody's if it comes to the pot.
	fn receives(&mut self, account: &AccountId, amount: Balance) {
		self.gains(account, amount);
		if *account == Billing::pot() {
			self.stray += amount as i128;
		}
	}

	fn loses(&mut self, account: &AccountId, amount: Balance) {
		*self.accounts.entry(account.clone()).or_default() -= amount as i128;
	}

	fn note(&mut self, moment: &Moment, later: &[Moment], block: &Block) {
		match &moment.event {
			RuntimeEvent::Balances(event) => {
				let cause = moment.extrinsic.and_then(|index| block.extrinsics.get(index as usize));
				let by_hand = cause.is_some_and(|cause| moves_money(&cause.function));
				if !is_part_of_a_bill(event, later) {
					self.note_balances(event, by_hand);
				}
			},
			RuntimeEvent::Billing(event) => self.note_billing(event, &moment.event),
			RuntimeEvent::Rewards(event) => self.note_rewards(event),
			RuntimeEvent::Farms(pallet_farms::Event::RevenueSettled {
				account, amount, ..
			}) => {
				self.receives(account, *amount);
				self.loses(&Billing::pot(), *amount);
			},
			RuntimeEvent::Deployments(pallet_deployments::Event::ServiceBilled {
				payer,
				payee,
				charged,
				..
			}) => {
				self.loses(payer, *charged);
				self.receives(payee, *charged);
			},
			_ => {},
		}
	}

	fn note_balances(&mut self, event: &pallet_balances::Event<Runtime>, by_hand: bool) {
		match event {
			pallet_balances::Event::Transfer { from, to, amount }
				if by_hand && *from != Billing::pot() =>
			{
				self.loses(from, *amount);
				self.receives(to, *amount);
			},
			// Fees are withdrawn, and deposited with whoever gets them; what is too much comes back. Dust is lost, and
			// deposited with the treasury.
			pallet_balances::Event::Withdraw { who, amount }
			| pallet_balances::Event::DustLost { account: who, amount } => self.loses(who, *amount),
			// What the pot gets of bills these tell.
			pallet_balances::Event::Deposit { who, amount } if *who != Billing::pot() => {
				self.gains(who, *amount)
			},
			// What a registrar was promised.
			pallet_balances::Event::ReserveRepatriated { from, to, amount, .. } => {
				self.loses(from, *amount);
				self.receives(to, *amount);
			},
			// An identity that is killed: its deposit goes to the treasury, which tells of a deposit.
			pallet_balances::Event::Slashed { who, amount } => self.loses(who, *amount),
			// What is held goes along with a twin or a farm.
			pallet_balances::Event::TransferOnHold { source, dest, amount, .. } => {
				self.loses(source, *amount);
				self.gains(dest, *amount);
			},
			_ => {},
		}
	}

	fn note_billing(&mut self, event: &pallet_billing::Event<Runtime>, whole: &RuntimeEvent) {
		let pot = Billing::pot();
		if let Some(bill) = bill_of(whole) {
			self.loses(&bill.payer, bill.charged);
			self.gains(&pot, bill.charged);
		}
		if let pallet_billing::Event::ProviderPaid { account, amount, .. } = event {
			self.loses(&pot, *amount);
			self.receives(account, *amount);
		}
		if let pallet_billing::Event::Flushed { burned, treasury, validators, surplus, .. } = event
		{
			self.loses(&pot, burned + treasury + validators + surplus);
			self.gains(&TreasuryAccount::get(), treasury + surplus);
			self.gains(&ValidatorsPotAccount::get(), *validators);
			self.issuance -= *burned as i128;
			self.stray -= *surplus as i128;
		}
	}

	fn note_rewards(&mut self, event: &pallet_rewards::Event<Runtime>) {
		let pot = Billing::pot();
		match event {
			pallet_rewards::Event::FarmPaid { minted, revenue, account, .. } => {
				self.receives(account, minted + revenue);
				self.loses(&pot, *revenue);
				self.issuance += *minted as i128;
			},
			pallet_rewards::Event::PayoutBooked { minted, .. } => {
				self.gains(&pot, *minted);
				self.issuance += *minted as i128;
			},
			pallet_rewards::Event::BookedPaid { minted, revenue, account, .. } => {
				self.receives(account, minted + revenue);
				self.loses(&pot, minted + revenue);
			},
			_ => {},
		}
	}
}

/// Whether `event` tells of what a bill takes of its payer. What is to be held more comes next, if there is any, and
/// then the bill itself, which tells the same.
fn is_part_of_a_bill(event: &pallet_balances::Event<Runtime>, later: &[Moment]) -> bool {
	let pallet_balances::Event::Withdraw { who, amount } = event else { return false };
	let next = later.iter().map(|moment| &moment.event).find(|event| {
		!matches!(event, RuntimeEvent::Balances(pallet_balances::Event::Held { .. }))
	});
	next.and_then(bill_of).is_some_and(|bill| bill.payer == *who && bill.charged == *amount)
}

/// Whether people pay each other by `call`.
fn moves_money(call: &RuntimeCall) -> bool {
	match call {
		RuntimeCall::Balances(_) => true,
		RuntimeCall::Sudo(
			pallet_sudo::Call::sudo { call }
			| pallet_sudo::Call::sudo_unchecked_weight { call, .. }
			| pallet_sudo::Call::sudo_as { call, .. },
		)
		| RuntimeCall::Proxy(
			pallet_proxy::Call::proxy { call, .. }
			| pallet_proxy::Call::proxy_announced { call, .. },
		)
		| RuntimeCall::Multisig(
			pallet_multisig::Call::as_multi { call, .. }
			| pallet_multisig::Call::as_multi_threshold_1 { call, .. },
		)
		| RuntimeCall::Utility(
			pallet_utility::Call::as_derivative { call, .. }
			| pallet_utility::Call::dispatch_as { call, .. }
			| pallet_utility::Call::dispatch_as_fallible { call, .. }
			| pallet_utility::Call::with_weight { call, .. },
		) => moves_money(call),
		RuntimeCall::Utility(pallet_utility::Call::if_else { main, fallback }) => {
			moves_money(main) || moves_money(fallback)
		},
		RuntimeCall::Utility(
			pallet_utility::Call::batch { calls }
			| pallet_utility::Call::batch_all { calls }
			| pallet_utility::Call::force_batch { calls },
		) => calls.iter().any(moves_money),
		_ => false,
	}
}
