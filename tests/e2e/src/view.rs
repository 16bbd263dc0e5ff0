//! The chain's state at one block.

use crate::{call::none, ReceiptWritten, Resources};
use std::{collections::BTreeMap, fmt::Display};
use subxt::{
	client::OnlineClientAtBlock,
	dynamic::{self, Value},
	events::Events,
	ext::{
		frame_decode::storage::{IntoDecodableValues, IntoEncodableValues},
		scale_decode::DecodeAsType,
		scale_value::{Composite, ValueDef},
	},
	utils::AccountId32,
	SubstrateConfig,
};

/// The chain's state at one block.
#[derive(Debug, Clone)]
pub struct View(OnlineClientAtBlock<SubstrateConfig>);

/// An account's money and how often it has signed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Account {
	/// How many transactions it has sent.
	pub nonce: u32,
	/// Its money.
	pub data: Money,
}

/// An account's money, in 10^-7 TFT.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Money {
	/// What isn't held.
	pub free: u128,
	/// What is held.
	pub reserved: u128,
}

impl Account {
	/// All that it has.
	pub fn total(&self) -> u128 {
		self.data.free + self.data.reserved
	}
}

/// How much TFT there is, in 10^-7 TFT.
#[derive(Debug, Clone, Copy, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Supply {
	/// What there is.
	pub issuance: u128,
	/// What there was at genesis.
	pub genesis: u128,
	/// What was minted since.
	pub minted: u128,
	/// What was burned since.
	pub burned: u128,
	/// What there can be at most.
	pub cap: u128,
	/// What has been paid by deployers and nobody has received.
	pub booked: Bookings,
}

/// What lies in the pot of the bills.
#[derive(Debug, Clone, Copy, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Bookings {
	/// To be burned.
	pub burn: u128,
	/// The treasury's.
	pub treasury: u128,
	/// The validators'.
	pub validators: u128,
	/// The farms'.
	pub nodes: u128,
	/// Taken or minted by a settlement, and not yet paid out.
	pub taken: u128,
}

/// What a workload would cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct Quote {
	/// Dollars for one TFT, in 10^-18.
	pub price: u128,
	/// Nano-dollars an hour.
	pub usd_per_hour: u128,
	/// 10^-7 TFT an hour.
	pub tft_per_hour: u128,
	/// Seconds of one window.
	pub window: u64,
	/// 10^-7 TFT that are held while a window is open.
	pub reserve: u128,
}

/// A page of what nodes earned in a period.
#[derive(Debug, Clone, PartialEq, Eq, DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
pub struct ReceiptsPage {
	/// How many pages there are.
	pub pages: u32,
	/// How many receipts the period has.
	pub total: u32,
	/// The receipts of this page.
	pub receipts: Vec<ReceiptWritten>,
}

#[derive(DecodeAsType)]
#[decode_as_type(crate_path = "subxt::ext::scale_decode")]
struct Hold {
	id: Value,
	amount: u128,
}

impl View {
	pub(crate) fn of(at: OnlineClientAtBlock<SubstrateConfig>) -> Self {
		Self(at)
	}

	pub(crate) fn at(&self) -> &OnlineClientAtBlock<SubstrateConfig> {
		&self.0
	}

	/// The block's height.
	pub fn number(&self) -> u64 {
		self.0.block_number()
	}

	/// The block's hash, in hexadecimal.
	pub fn hash(&self) -> String {
		format!("{:?}", self.0.block_hash())
	}

	/// The chain's time in this block, in seconds.
	pub async fn time(&self) -> u64 {
		let milliseconds: Option<u64> = self.read("Timestamp", "Now", ()).await;
		milliseconds.unwrap_or_default() / 1_000
	}

	/// A value of the state, or `None` if there is none.
	pub async fn read<Keys, Value>(&self, pallet: &str, entry: &str, keys: Keys) -> Option<Value>
	where
		Keys: IntoEncodableValues + IntoDecodableValues,
		Value: DecodeAsType,
	{
		let address = dynamic::storage::<Keys, Value>(pallet, entry);
		let found = self.0.storage().try_fetch(address, keys).await;
		let found = found.unwrap_or_else(|error| self.unreadable(pallet, entry, error));
		let decoded = found.map(|value| value.decode()).transpose();
		decoded.unwrap_or_else(|error| self.unreadable(pallet, entry, error))
	}

	fn unreadable(&self, pallet: &str, entry: &str, error: impl Display) -> ! {
		panic!("{pallet}.{entry} can't be read in block {}: {error}", self.number())
	}

	/// An account. One that doesn't exist has nothing.
	pub async fn account(&self, of: &AccountId32) -> Account {
		self.read("System", "Account", (of.0,)).await.unwrap_or_default()
	}

	/// What is held of an account, by pallet and reason: `Billing.BillingWindow`.
	pub async fn holds(&self, of: &AccountId32) -> BTreeMap<String, u128> {
		let holds: Option<Vec<Hold>> = self.read("Balances", "Holds", (of.0,)).await;
		let holds = holds.unwrap_or_default().into_iter();
		holds.map(|hold| (reason_of(&hold.id), hold.amount)).collect()
	}

	/// What happened in this block.
	pub async fn events(&self) -> Events<SubstrateConfig> {
		let events = self.0.events().fetch().await;
		events.unwrap_or_else(|error| {
			panic!("the events of block {} can't be read: {error}", self.number())
		})
	}

	/// How much TFT there is and where it came from.
	pub async fn supply(&self) -> Supply {
		let call = dynamic::runtime_api_call::<_, Supply>("GridApi", "supply", ());
		let answer = self.0.runtime_apis().call(call).await;
		answer.unwrap_or_else(|error| panic!("GridApi.supply doesn't answer: {error}"))
	}

	/// The first page of what nodes earned in `period`.
	pub async fn receipts(&self, period: u32) -> ReceiptsPage {
		let arguments = (Value::u128(period.into()), Value::u128(0));
		let call = dynamic::runtime_api_call::<_, ReceiptsPage>("GridApi", "receipts", arguments);
		let answer = self.0.runtime_apis().call(call).await;
		answer.unwrap_or_else(|error| panic!("GridApi.receipts doesn't answer: {error}"))
	}

	/// What a workload would cost.
	pub async fn quote(&self, resources: Resources, traffic_limit: u64) -> Quote {
		let workload = Value::named_variant(
			"Workload",
			[
				("node", none()),
				("resources", resources.into()),
				("public_ips", Value::u128(0)),
				("traffic_limit", Value::u128(traffic_limit.into())),
			],
		);
		let arguments = (workload, none());
		let call =
			dynamic::runtime_api_call::<_, Result<Quote, Value>>("GridApi", "quote", arguments);
		let answer = self.0.runtime_apis().call(call).await;
		answer
			.unwrap_or_else(|error| panic!("GridApi.quote doesn't answer: {error}"))
			.unwrap_or_else(|refusal| panic!("there is no quote: {refusal}"))
	}
}

/// `Billing.BillingWindow` of `Billing(BillingWindow)`.
fn reason_of(id: &Value) -> String {
	let ValueDef::Variant(pallet) = &id.value else { return id.to_string() };
	let inner = match &pallet.values {
		Composite::Unnamed(values) => values.first(),
		Composite::Named(_) => None,
	};
	match inner.map(|value| &value.value) {
		Some(ValueDef::Variant(reason)) => format!("{}.{}", pallet.name, reason.name),
		_ => pallet.name.clone(),
	}
}
