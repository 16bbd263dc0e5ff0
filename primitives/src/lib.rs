//! The types, ids and traits by which the pallets of Gridchain know each other.
//!
//! A pallet depends on this crate, on `gridchain-math` and on the SDK, never on another of our pallets: it
//! knows its neighbours by the traits in [`traits`], wired in the runtime. So each pallet is tested alone,
//! against small mocks, and the runtime's tests drive them all.
#![cfg_attr(not(feature = "std"), no_std)]

extern crate alloc;

pub mod capacity;
pub mod contract;
pub mod farm;
pub mod feeless;
pub mod finding;
pub mod ids;
pub mod network;
pub mod record;
pub mod records_digest;
pub mod runway;
pub mod traits;

pub use capacity::{
	Calendar, NodeCapacity, NodePeriod, NodeView, Reading, Rental, Tenancy, WholeNode,
};
pub use contract::{
	ContractState, ContractStatus, EndReason, Goods, Quote, QuoteRequest, ServiceQuote, Terms,
};
pub use farm::FarmCertification;
pub use feeless::{CheckFeeless, FeelessTag, Refusal};
pub use finding::{
	FoundFarm, FoundNode, NodeCertification, NodeFilter, NodesPage, Wanted, NODES_PAGE,
};
pub use gridchain_math::{
	Balance, Bytes, CloudUnits, Cost, Mib, Percent, Price, Rate, Resources, Seconds, Shares, Split,
	Time, Usd, TFT,
};
pub use ids::{
	ContractId, FarmId, FarmingPolicyId, NodeId, Period, PricingPolicyId, ProviderId, Slot, TwinId,
};
pub use network::{Ipv4Address, Ipv4Network, Ipv6Network, NetworkRefusal};
pub use record::{Bill, BillKind, FarmPayout, Receipt, Record, Verdict};
pub use records_digest::{digest_of, offchain_key, RecordsDigest, RECORDS_ENGINE_ID};
pub use runway::{Between, Runway};

use sp_runtime::{
	traits::{IdentifyAccount, Verify},
	MultiSignature,
};

/// A signature of an extrinsic.
pub type Signature = MultiSignature;
/// An account of the chain.
pub type AccountId = <<Signature as Verify>::Signer as IdentifyAccount>::AccountId;
/// How many transactions an account has sent.
pub type Nonce = u32;
/// A hash of the chain.
pub type Hash = sp_core::H256;
/// A block's height.
pub type BlockNumber = u32;

/// The moment that `Clock` shows, in whole seconds.
pub fn now<Clock: frame_support::traits::UnixTime>() -> Time {
	Time(Clock::now().as_secs())
}
