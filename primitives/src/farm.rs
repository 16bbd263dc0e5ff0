//! What the region says of a farm.

use codec::{Decode, DecodeWithMemTracking, Encode, MaxEncodedLen};
use scale_info::TypeInfo;

/// Whether a certifier has looked at a farm as a whole. It is apart from the certificates of its nodes, which
/// cover their hardware, and from the approval, by which its nodes earn at all.
#[derive(
	Clone,
	Copy,
	Debug,
	Default,
	PartialEq,
	Eq,
	PartialOrd,
	Ord,
	Encode,
	Decode,
	DecodeWithMemTracking,
	MaxEncodedLen,
	TypeInfo,
)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum FarmCertification {
	/// No certifier vouches for it.
	#[default]
	#[codec(index = 0)]
	NotCertified,
	/// A certifier vouches for who runs it, and for the place, the power and the internet line that its nodes
	/// share.
	#[codec(index = 1)]
	Gold,
}
