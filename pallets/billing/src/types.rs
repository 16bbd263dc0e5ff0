//! The pallet's own types.

use crate::factors::{Factors, Hourly};
use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use gridchain_primitives::{
	Balance, Bytes, Percent, Price, PricingPolicyId, Rate, Reading, Seconds, Slot, Terms, Time,
	TwinId, Usd,
};
use scale_info::TypeInfo;

/// The prices that deployers pay. A policy never changes: a new one is added.
#[derive(
	Clone,
	Copy,
	Debug,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
	serde::Serialize,
	serde::Deserialize,
)]
#[serde(rename_all = "camelCase")]
pub struct PricingPolicy {
	/// Nano-dollars an hour for one compute unit.
	pub cu: Usd,
	/// Nano-dollars an hour for one storage unit.
	pub su: Usd,
	/// Nano-dollars for one network unit, 10^9 bytes of public traffic.
	pub nu: Usd,
	/// Nano-dollars an hour for one public IPv4 address.
	pub ipv4: Usd,
	/// Nano-dollars an hour for one name.
	pub name: Usd,
}

impl Default for PricingPolicy {
	fn default() -> Self {
		Self {
			cu: Usd(10_000_000),
			su: Usd(5_000_000),
			nu: Usd(1_500_000),
			ipv4: Usd(4_000_000),
			name: Usd(250_000),
		}
	}
}

impl PricingPolicy {
	/// The greatest price of anything: 1,000 USD.
	pub const HIGHEST: Usd = Usd(1_000_000_000_000);

	/// Whether each price is at most [`Self::HIGHEST`].
	pub fn is_bounded(&self) -> bool {
		[self.cu, self.su, self.nu, self.ipv4, self.name]
			.iter()
			.all(|price| *price <= Self::HIGHEST)
	}
}

/// The policy that new windows take, with its id: whatever opens windows needs both, so they are one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Pricing {
	/// The version.
	pub id: PricingPolicyId,
	/// Its prices.
	pub policy: PricingPolicy,
}

/// The price of TFT, and how old it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Quotation {
	/// Dollars for one TFT.
	pub price: Price,
	/// When the market spoke last. Zero until the first block has dated the price of genesis.
	pub accepted: Time,
	/// Whether the chain has told that the market is silent for too long.
	pub stale: bool,
}

impl Quotation {
	/// The price that the chain begins with.
	pub fn of_genesis(price: Price) -> Self {
		Self { price, accepted: Time::default(), stale: false }
	}
}

/// Seconds that ran at an earlier rate and are not billed yet: the node had not reported them when the rate
/// changed, or the reserve couldn't pay them. The next seconds that are billed are these.
///
/// Without it, who made a contract small just before each report and great just after would pay the small rate
/// for all of the time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Backlog {
	/// How many there are.
	pub seconds: Seconds,
	/// At what they are billed: the mean, where they ran at several rates.
	pub hourly: Hourly,
}

/// How far a contract is billed, in time and on its node's meters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Progress {
	/// When billing first started.
	pub started: Time,
	/// Seconds that were billed in all.
	pub billed: Seconds,
	/// When the last bill was made, or billing started.
	pub until: Time,
	/// The note of the node's attested total: what lies beyond is not yet billed.
	pub attested: Seconds,
	/// The note of the contract's traffic meter.
	pub traffic: Bytes,
	/// What is billed first of that, at the rate of its time.
	pub backlog: Backlog,
}

impl Progress {
	/// Billing starts `now` on a node with `reading`.
	pub fn start(reading: &Reading, now: Time, slack: Seconds) -> Self {
		Self {
			started: now,
			billed: Seconds::ZERO,
			until: now,
			attested: note_of(reading, now, slack),
			traffic: reading.traffic,
			backlog: Backlog::default(),
		}
	}

	/// Attested seconds since the note. All seconds together are never more than the chain time since
	/// billing started, whatever a meter says.
	pub fn delivered(&self, reading: &Reading, now: Time) -> Seconds {
		reading.attested.minus(self.attested).min(self.unbilled(now))
	}

	/// Chain time since billing started that is not billed.
	pub fn unbilled(&self, now: Time) -> Seconds {
		now.since(self.started).minus(self.billed)
	}

	/// At what the next `seconds` are billed: those of the backlog first, the rest at `hourly`.
	pub fn rate_of(&self, seconds: Seconds, hourly: Hourly) -> Option<Hourly> {
		let before = seconds.min(self.backlog.seconds);
		self.backlog.hourly.mean(before, hourly, seconds.minus(before))
	}

	/// It ran at `hourly` until `now`, and at another from now on: what the node has yet to report of the time
	/// before is put by.
	pub fn leave_rate(
		&mut self,
		hourly: Hourly,
		reading: &Reading,
		now: Time,
		slack: Seconds,
	) -> Option<()> {
		let expected = note_of(reading, now, slack).minus(self.attested);
		let seconds = expected.min(self.unbilled(now));
		self.backlog = Backlog { seconds, hourly: self.rate_of(seconds, hourly)? };
		Some(())
	}

	/// Bytes since the note.
	pub fn transferred(&self, reading: &Reading) -> Bytes {
		reading.traffic.minus(self.traffic)
	}

	/// `seconds` were billed at `hourly` `now`, and `owed` more were delivered that the money didn't reach for:
	/// the note of time moves by exactly what was billed, that of traffic to the meter, because bytes beyond
	/// the limit are never billed.
	pub fn advance(
		&mut self,
		seconds: Seconds,
		owed: Seconds,
		hourly: Hourly,
		reading: &Reading,
		now: Time,
	) {
		let before = self.backlog.seconds;
		self.backlog = match seconds.plus(owed) <= before {
			true => Backlog { seconds: before.minus(seconds), ..self.backlog },
			false => Backlog { seconds: owed, hourly },
		};
		self.billed = self.billed.plus(seconds);
		self.until = now;
		self.attested = self.attested.plus(seconds);
		self.traffic = reading.traffic;
	}
}

/// The attested total at which billing starts: what the node has, and what its next report will credit for
/// the time before now.
fn note_of(reading: &Reading, now: Time, slack: Seconds) -> Seconds {
	let unreported = now.since(reading.last_report);
	// A node that was silent for too long is credited no more than the slack by its next report: to wait
	// for more would make it work for nothing.
	let pending = if reading.live { unreported } else { unreported.min(slack) };
	reading.attested.plus(pending)
}

/// What a contract is charged by, from the moment it is deployed until it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Window {
	/// Who pays for what.
	pub terms: Terms,
	/// What the window fixed; of a suspended contract, what its last window fixed.
	pub factors: Factors,
	/// When the chain acts on it next. The next due time follows from this one, however late the chain is.
	pub due: Time,
	/// Where it stands in the queue.
	pub slot: Slot,
	/// What it waits for.
	pub state: State,
}

/// What a window waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub enum State {
	/// For the node's confirmation. When due, the contract ends as not delivered.
	#[codec(index = 0)]
	Pending {
		/// 10^-7 TFT held.
		reserve: Balance,
		/// How long the chain had stood still in all when its deadline was set.
		halted: Seconds,
	},
	/// For its end. When due, it is billed and the next one opens.
	#[codec(index = 1)]
	Open(Open),
	/// For money. When due, the chain tries to open a window.
	#[codec(index = 2)]
	Suspended(Suspended),
}

/// A window whose contract runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Open {
	/// When it opened.
	pub opened: Time,
	/// 10^-7 TFT held: the most that can still be charged before the next window.
	pub reserve: Balance,
	/// Bytes that were billed since it opened.
	pub traffic: Bytes,
	/// How far the contract is billed.
	pub progress: Progress,
}

impl Open {
	/// Bytes that this window may still be billed for.
	pub fn traffic_left(&self, terms: &Terms) -> Bytes {
		terms.goods.traffic_limit().minus(self.traffic)
	}

	/// Bytes to bill now: what was transferred since the note, up to the limit.
	pub fn traffic_due(&self, terms: &Terms, reading: &Reading) -> Bytes {
		self.progress.transferred(reading).min(self.traffic_left(terms))
	}
}

/// A contract without the money for its next window. Its workload is stopped, its data kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Suspended {
	/// Since when.
	pub since: Time,
	/// When it ends if no money comes. For as long as the chain has stood still since, it is later.
	pub grace_until: Time,
	/// How long the chain had stood still in all when that was set.
	pub halted: Seconds,
	/// How far the contract is billed. What is owed of the time before is its backlog.
	pub progress: Progress,
}

/// What is known of a twin as a payer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Payer {
	/// The sum of the list rates of its pending and open windows, by which its discount goes.
	pub list: Rate,
	/// The sum of what they cost.
	pub rate: Rate,
	/// How many there are.
	pub windows: u32,
	/// 10^-7 TFT that it stakes for a discount. What is unbonding is not in it.
	pub stake: Balance,
}

/// Stake that earns nothing any more, and is free again in a while.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Unbonding {
	/// 10^-7 TFT.
	pub amount: Balance,
	/// When it can be withdrawn.
	pub until: Time,
}

/// How many parts of a twin's stake can be unbonding at a time.
pub const MAX_UNBONDINGS: u32 = 8;
/// The most bytes of a provider's name.
pub const MAX_PROVIDER_NAME: u32 = 64;

/// What a provider calls itself, as text for people. The chain doesn't read it.
pub type ProviderName = BoundedVec<u8, ConstU32<MAX_PROVIDER_NAME>>;

/// Somebody who brings deployers and shares in the revenue.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Provider<Ticket> {
	/// The twin whose account is paid.
	pub owner: TwinId,
	/// What it calls itself.
	pub name: ProviderName,
	/// The part of the farm's share that it takes, or `None` while the region hasn't approved it.
	pub share: Option<Percent>,
	/// 10^-7 TFT that are booked for it.
	pub revenue: Balance,
	/// The owner's deposit for its storage.
	pub ticket: Ticket,
}

/// How long the chain has stood still, which nobody could do anything about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Halts {
	/// The time of the last block that billed, or `None` before the first.
	pub last_block: Option<Time>,
	/// All together since genesis.
	pub total: Seconds,
}

/// What is in the pot beside its existential deposit, and whose it is. In 10^-7 TFT.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Bookings {
	/// To be taken out of issuance at the next flush.
	pub burn: Balance,
	/// The treasury's, paid at the next flush.
	pub treasury: Balance,
	/// The validators', paid at the next flush.
	pub validators: Balance,
	/// Of all nodes together, until a settlement takes it.
	pub nodes: Balance,
	/// Of all providers together, until each is paid.
	pub providers: Balance,
	/// Taken or minted by a settlement and not yet paid to a farm.
	pub taken: Balance,
}

impl Bookings {
	/// All together, or `None` past the greatest balance.
	pub fn total(&self) -> Option<Balance> {
		[self.burn, self.treasury, self.validators, self.nodes, self.providers, self.taken]
			.into_iter()
			.try_fold(0, Balance::checked_add)
	}

	/// These and `other`. No sum is ever too great: all money together fits a balance.
	pub(crate) fn with(&self, other: &Self) -> Self {
		Self {
			burn: self.burn.saturating_add(other.burn),
			treasury: self.treasury.saturating_add(other.treasury),
			validators: self.validators.saturating_add(other.validators),
			nodes: self.nodes.saturating_add(other.nodes),
			providers: self.providers.saturating_add(other.providers),
			taken: self.taken.saturating_add(other.taken),
		}
	}
}
