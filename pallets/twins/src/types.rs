//! What a twin is made of.

use codec::{Decode, Encode, MaxEncodedLen};
use frame_support::{traits::ConstU32, BoundedVec};
use gridchain_primitives::Time;
use scale_info::TypeInfo;
use sp_core::H256;

/// The most bytes that a relay has: what a domain name can have, rounded up.
pub const MAX_RELAY_LENGTH: u32 = 255;

/// The most bytes that a public key has: enough for every curve in use, with a prefix that names it.
pub const MAX_PUBLIC_KEY_LENGTH: u32 = 128;

/// Where messages to a twin are sent: a host name in visible ASCII characters, never empty.
pub type Relay = BoundedVec<u8, ConstU32<MAX_RELAY_LENGTH>>;

/// The key that messages to a twin are encrypted for. The chain doesn't read it. Never empty.
pub type PublicKey = BoundedVec<u8, ConstU32<MAX_PUBLIC_KEY_LENGTH>>;

/// That an account accepted terms of use, and the deposit it laid down with that.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Acceptance<Ticket> {
	/// The hash of the terms.
	pub terms: H256,
	/// When they were accepted.
	pub at: Time,
	/// The deposit.
	pub ticket: Ticket,
}

/// A digital identity.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, MaxEncodedLen, TypeInfo)]
pub struct Twin<AccountId, Ticket> {
	/// The account that acts for it.
	pub account: AccountId,
	/// Where messages to it are sent.
	pub relay: Option<Relay>,
	/// The key that messages to it are encrypted for.
	pub public_key: Option<PublicKey>,
	/// The terms it accepted last, with its deposit. `None` for a node's twin: the farmer who authorised the
	/// node has accepted and paid.
	pub acceptance: Option<Acceptance<Ticket>>,
	/// The account that may take it over, if its own account has offered it to one.
	pub offered_to: Option<AccountId>,
}
