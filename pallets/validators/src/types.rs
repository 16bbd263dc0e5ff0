//! What is stored.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;
use sp_runtime::Perbill;
use sp_staking::SessionIndex;

/// What is known of a validator that broke the rules.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
pub struct Offender {
	/// How often it was reported, at least once. Offences that several commit at the same moment grow graver
	/// with each of them, so the earlier ones are reported once more with each later one.
	pub reports: u32,
	/// The last session in which it broke the rules.
	pub last_session: SessionIndex,
	/// The greatest fraction that one of its offences is worth.
	pub slash_fraction: Perbill,
}
